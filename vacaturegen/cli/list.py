"""`vacaturegen list`: which profiles there are, what they make, how far they are, and when reactions close."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from vacaturegen.cli.screen import aligned
from vacaturegen.errors import ExitCode
from vacaturegen.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

    from vacaturegen.errors import InputError
    from vacaturegen.profiles import Loaded

NOTHING = "-"


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    folder = click.Argument(
        ["folder"], required=False, metavar=_("[FOLDER]"), type=click.Path(exists=True, file_okay=False)
    )
    return click.Command(
        "list",
        callback=run_list,
        params=[folder],
        help=_("List the profiles in a folder, with their kinds, status and closing date."),
        short_help=_("List the profiles in a folder."),
        options_metavar=_("[OPTIONS]"),
    )


def run_list(folder: str | None) -> int:
    """Print a line for each profile. Returns the exit code: that of findings when one of them is invalid."""
    from pathlib import Path

    from vacaturegen import layout, profiles
    from vacaturegen.errors import InputError
    from vacaturegen.workshop import prepare

    home = Path(folder) if folder else layout.usual_folder()
    if not home.is_dir():
        message = _("There is no folder “{folder}” here. Name a folder, or begin a profile with “new”.")
        raise click.UsageError(message.format(folder=home))
    shelf = profiles.Shelf()
    make = prepare(())
    rows, code = [], ExitCode.OK
    for file in sorted(layout.find([str(home)]), key=lambda name: Path(name).stem):
        try:
            loaded = profiles.load(Path(file), shelf)
            if is_told_by_text(loaded) and (problems := make(file).problems):
                raise InputError(problems)
            rows.append(row_of(loaded))
        except InputError as error:
            rows.append(row_of_invalid(Path(file), error))
            code = ExitCode.FINDINGS
    head = (_("name"), _("kinds"), _("status"), _("closes"), _("title"), _("organisation"))
    for line in aligned([head, *rows]):
        click.echo(line)
    return code


def is_told_by_text(loaded: Loaded) -> bool:
    """Tell whether only the texts of a profile show that it is valid: who it should not name, where sections stand."""
    from vacaturegen.model.base import known

    fields = ("secties", *(f"{kind}.secties" for kind in loaded.profiel.soorten()))
    editions = (loaded, *loaded.others)
    return any(edition.hidden or any(known(edition.profiel, field) for field in fields) for edition in editions)


def row_of(loaded: Loaded) -> tuple[str, ...]:
    """Return what the list says of a profile: of its edition for everybody where it has more, but all closing dates."""
    from vacaturegen.model.base import known
    from vacaturegen.profiles.editions import DEFAULT

    editions = (loaded, *loaded.others)
    profiel = next((edition for edition in editions if edition.edition == DEFAULT), loaded).profiel
    return (
        profiel.id,
        ", ".join(profiel.soorten()),
        known(profiel, "status") or NOTHING,
        closing_of(editions),
        known(profiel, "titel") or NOTHING,
        known(profiel, "organisatie.naam") or NOTHING,
    )


def closing_of(editions: Iterable[Loaded]) -> str:
    """Return when reactions close: one date, or that of each edition by its name."""
    from vacaturegen.dutch import date_text
    from vacaturegen.model.base import known

    found = {edition.edition: known(edition.profiel, "planning.sluiting") for edition in editions}
    days = {name: NOTHING if day is None else date_text(day, weekday=False) for name, day in found.items()}
    if len(set(days.values())) == 1:
        return next(iter(days.values()))
    return "; ".join(f"{name} {day}" for name, day in days.items())


def row_of_invalid(file: Path, error: InputError) -> tuple[str, ...]:
    """Return what the list says of a profile that cannot be read: the first cause, in the place of its title."""
    if not error.problems:  # that of a shared file is told once
        return file.stem, NOTHING, _("invalid"), NOTHING, _("A file that it shares has a mistake: see above."), NOTHING
    first = error.problems[0]
    place = f"{first.path}:{first.line}:{first.column}" if first.line else first.path
    return file.stem, NOTHING, _("invalid"), NOTHING, f"{place}: {first.message}", NOTHING
