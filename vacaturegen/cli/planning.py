"""`vacaturegen planning`: the days of profiles, each with its reason, as a table or as a calendar file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from vacaturegen.cli.screen import aligned, printable
from vacaturegen.errors import ExitCode
from vacaturegen.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

    from vacaturegen.agenda.rows import Schedule
    from vacaturegen.errors import Problem

FORMATS = ("text", "ics")


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    paths = click.Argument(["paths"], nargs=-1, required=True, metavar=_("PATH..."), type=click.Path(exists=True))
    form = click.Option(
        ["--format", "form"],
        default=FORMATS[0],
        type=click.Choice(FORMATS),
        show_default=True,
        help=_("A table, or a calendar file (iCalendar)."),
    )
    output = click.Option(
        ["--output"],
        type=click.Path(dir_okay=False),
        metavar=_("FILE"),
        help=_("Where the calendar file goes; without it, it is printed."),
    )
    return click.Command(
        "planning",
        callback=run_planning,
        params=[paths, form, output],
        help=_(
            "Show the schedule of profiles: each day with the reason why it is that day. With --format ics it is a"
            " calendar file, which a calendar program opens."
        ),
        short_help=_("Show the days of profiles and why."),
        options_metavar=_("[OPTIONS]"),
    )


def run_planning(paths: tuple[str, ...], form: str, output: str | None) -> int:
    """Print the schedules of profiles, or make a calendar file. Returns the exit code. Raises InputError."""
    if output is not None and form != "ics":
        raise click.UsageError(_("--output goes with --format ics."))
    from pathlib import Path

    schedules = read_schedules(paths)
    if form == "text":
        for number, one in enumerate(schedule for profile in schedules for schedule in profile):
            for line in ([""] if number else []) + [*table_of(one)]:
                click.echo(line)
        return ExitCode.OK

    from vacaturegen.agenda.ics import calendar_file

    data = calendar_file(schedules)
    if b"BEGIN:VEVENT" not in data:
        click.echo(_("No day of this planning is known yet: the calendar file is empty."), err=True)
    if output is None:
        click.echo(data, nl=False)
    else:
        write(Path(output), data)
    return ExitCode.OK


def read_schedules(paths: Sequence[str]) -> list[list[Schedule]]:
    """Return the schedules of each profile in files and folders. Raises InputError with all problems in them."""
    from pathlib import Path

    from vacaturegen import layout, profiles
    from vacaturegen.agenda.rows import schedules_of
    from vacaturegen.errors import InputError

    shelf = profiles.Shelf()
    problems: list[Problem] = []
    found: dict[str, list[Schedule]] = {}
    files: dict[str, str] = {}
    for file in layout.find(paths):
        try:
            loaded = profiles.load(Path(file), shelf)
        except InputError as error:
            problems.extend(error.problems)
            continue
        name = loaded.profiel.id
        if name in files:
            message = _("The id “{id}” is taken: {path} has it too.").format(id=name, path=files[name])
            problems.append(loaded.problem("id", message, _("Give one of the two another id.")))
        files.setdefault(name, file)
        found[name] = schedules_of(loaded)
    if problems:
        raise InputError(problems)
    return [*found.values()]


def table_of(schedule: Schedule) -> Iterator[str]:
    """Yield the lines of a schedule: whose it is, a line for each day, and of what is not certain."""
    from vacaturegen.agenda.reasons import doubt_text, reason_text
    from vacaturegen.model.places import label_of

    profiel = schedule.loaded.profiel
    of = f" ({', '.join(schedule.of)})" if schedule.of else ""
    yield printable(f"{profiel.id}: {label_of(profiel.titel)}{of}")
    if not schedule.rows:
        yield _("There are no days in this planning.")
        return
    lines = [(_("weekday"), _("date"), _("time"), _("what"), _("why"))]
    for row in schedule.rows:
        lines.append((*parts_of(row.day), row.name, reason_text(row.day, row.reason, row.free)))
        if row.last is not None:
            through = _("{name}, until").format(name=row.name)
            lines.append((*parts_of(row.last), through, reason_text(row.last, row.last_reason, row.last_free)))
    yield from aligned(lines)
    if doubt := doubt_text(reason for row in schedule.rows for reason in (row.reason, row.last_reason)):
        yield doubt


def parts_of(day: object) -> tuple[str, str, str]:
    """Return the weekday, the date and the time of a day, as far as it has them."""
    from vacaturegen.dutch import date_text
    from vacaturegen.model.places import Open
    from vacaturegen.notation import Bijzonder, Datum, Maand, Weekdag

    if isinstance(day, Datum):
        time = f"{day.tijd:%H:%M}" if day.tijd else ""
        return Weekdag(day.dag.weekday()).naam, date_text(Datum(day.dag, None, day.uiterlijk), weekday=False), time
    if isinstance(day, Open):
        return "", f"[{day.label}]", ""
    return "", date_text(day) if isinstance(day, Bijzonder | Maand) else "", ""


def write(path: Path, data: bytes) -> None:
    """Write a calendar file, in the place of an older one of ours. Raises InputError for any other file there."""
    from vacaturegen.agenda.ics import PRODUCT
    from vacaturegen.build.disk import put
    from vacaturegen.errors import InputError, Problem
    from vacaturegen.files import read_bytes

    if path.exists() and PRODUCT.encode() not in read_bytes(path, str(path)):
        hint = _("Move that file, or give another name.")
        raise InputError([Problem(str(path), 0, 0, _("A file lies here that is no calendar file of ours."), hint)])
    put(str(path.parent), {path.name: data})
    click.echo(printable(f"{path}: {_('made')}"))
