"""`vacaturegen new`: begin a profile, with a comment at every key, or as a copy of last year's.

What the options do not say is asked for on a terminal. Nothing is ever overwritten.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

import click

from vacaturegen.cli.questions import (
    ask_id,
    ask_kinds,
    choose,
    free_place,
    is_terminal,
    read_kinds,
    refuse_missing,
    refuse_no_text,
)
from vacaturegen.cli.screen import printable
from vacaturegen.errors import ExitCode
from vacaturegen.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

    from vacaturegen.starter import Named, Planned


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    name = click.Argument(["name"], required=False, metavar=_("[NAME]"))
    params = [
        name,
        click.Option(
            ["--soort", "kinds"],
            multiple=True,
            callback=parse_kinds,
            metavar=_("KINDS"),
            help=_("Which documents, separated by commas: aanvraag, vacature, advertentie."),
        ),
        click.Option(["--functie"], metavar="FUNCTIE", help=_("The functie: an id, or the name of a new one.")),
        click.Option(["--organisatie"], metavar="ORGANISATIE", help=_("The organisatie: likewise.")),
        click.Option(["--broker"], metavar="BROKER", help=_("The broker that runs a request: likewise.")),
        click.Option(["--van", "source"], metavar=_("PROFILE"), help=_("Start from a copy of this profile instead.")),
        click.Option(
            ["--map", "folder"],
            type=click.Path(file_okay=False),
            metavar=_("FOLDER"),
            help=_("The folder of profiles. Without it: “profiles”, here."),
        ),
    ]
    return click.Command(
        "new",
        callback=run_new,
        params=list(params),
        help=_(
            "Begin a profile: for a kind, a functie and an organisatie, or from last year's with --van. "
            "What the options do not say is asked for on a terminal."
        ),
        short_help=_("Begin a profile."),
        options_metavar=_("[OPTIONS]"),
    )


def parse_kinds(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the kinds of document that are asked for, in our order."""
    return read_kinds(",".join(values)) if values else ()


def run_new(  # noqa: PLR0913, PLR0917 - click passes each option by itself
    name: str | None,
    kinds: tuple[str, ...],
    functie: str | None,
    organisatie: str | None,
    broker: str | None,
    source: str | None,
    folder: str | None,
) -> int:
    """Begin a profile. Returns the exit code."""
    from pathlib import Path

    from vacaturegen.layout import usual_folder
    from vacaturegen.starter import suggest_id

    typed = {"organisatie": organisatie, "functie": functie, "broker": broker}
    refuse_no_text([name, *typed.values()])
    if source is not None:
        if kinds or functie or broker:
            options = "--soort, --functie, --broker"
            raise click.UsageError(
                _("With --van the copy keeps what it has: leave out {options}.").format(options=options)
            )
        return reuse(name, source, organisatie, Path(folder) if folder else None)
    home = Path(folder) if folder else usual_folder()
    asking = is_terminal()
    if not asking:
        refuse_missing({"--soort": kinds, "--organisatie": organisatie})
    kinds = kinds or ask_kinds()
    named = {key: chosen for key in typed if (chosen := choose(key, typed[key], kinds, home, asking))}
    if name is None:
        name = ask_id(home, suggest_id(named, kinds)) if asking else suggest_id(named, kinds)
    return begin(name, named, kinds, home)


def begin(name: str, named: Mapping[str, Named], kinds: Collection[str], home: Path) -> int:
    """Write a new profile and what it shares, and say what was made. Returns the exit code."""
    from vacaturegen.additions import add_files
    from vacaturegen.layout import SHARED
    from vacaturegen.starter import missing_schemas, plan

    place = free_place(name, home)
    planned = plan(named, kinds, home)
    texts = {path: text for path, text, _shipped in planned.shared.values()} | {place: planned.text}
    schemas = missing_schemas(planned.text, home)
    files = {path: text.encode() for path, text in (texts | schemas).items()}
    add_files(files, [home, *(home / folder for folder in SHARED.values())])
    tell_shared(planned, home)
    tell_schemas(schemas, home)
    tell_next(place)
    return ExitCode.OK


def tell_shared(planned: Planned, home: Path) -> None:
    """Say which shared files were made, and what each is."""
    from vacaturegen.profiles.messages import closest
    from vacaturegen.starter import choices

    for key, (path, _text, shipped) in planned.shared.items():
        said = (
            _("{path}: copied from the functies that come with vacaturegen.")
            if shipped
            else (_("{path}: made, because this {kind} was not there yet. Fill in what is empty in it too."))
        )
        close = None if shipped else closest(path.stem, [name for name in choices(key, home) if name != path.stem])
        hint = " " + _("(There is a “{close}” as well.)").format(close=close) if close else ""
        click.echo(printable(said.format(path=path, kind=key) + hint))


def tell_schemas(made: Collection[Path], home: Path) -> None:
    """Say that JSON Schemas were made, if any were."""
    if made:
        said = _("{folder}: JSON Schemas made ({names}), by which your editor explains and checks what you type.")
        names = ", ".join(path.name.partition(".")[0] for path in made)
        click.echo(printable(said.format(folder=home, names=names)))


def tell_next(place: Path) -> None:
    """Say which profile was made, and what comes next."""
    click.echo(printable(_("{path}: made. Fill in what is empty in it, and build it with:").format(path=place)))
    shown = f'"{place}"' if " " in str(place) else str(place)
    click.echo(printable(f"  vacaturegen build {shown}"))


def reuse(name: str | None, source: str, organisatie: str | None, folder: Path | None) -> int:
    """Write a copy of a profile with what was of last year cleared, and say what was. Returns the exit code.

    With an `organisatie` the copy is for that one.
    """
    from vacaturegen.additions import add_files
    from vacaturegen.dutch import list_text
    from vacaturegen.files import read_bytes
    from vacaturegen.sources import read_yaml
    from vacaturegen.starter import clear_for_reuse, missing_schemas

    old = find_profile(source, folder)
    home = folder or old.parent
    read_yaml(old, str(old))  # tells of what cannot be read, before anything is asked
    if name is None:
        if not is_terminal():
            refuse_missing({_("[NAME]"): name})
        name = ask_id(home, None)
    place = free_place(name, home)
    data = read_bytes(old, str(old))
    text = data.decode("utf-8-sig")
    mark = data[: len(data) - len(text.encode())]
    if organisatie is not None:
        refuse_unknown(organisatie, home)
    reused = clear_for_reuse(text, organisatie)
    schemas = missing_schemas(reused.text, home)
    made = {path: schema.encode() for path, schema in schemas.items()}
    add_files({place: mark + reused.text.encode(), **made}, [home])
    fields = list_text(reused.cleared) or _("nothing")
    click.echo(printable(_("Cleared or removed: {fields}. The status is concept.").format(fields=fields)))
    if reused.tied:
        kept = _("Kept: {fields}. See whether these texts still hold.")
        click.echo(printable(kept.format(fields=list_text(reused.tied))))
    if reused.dated:
        lines = list_text(map(str, reused.dated))
        click.echo(_("A year still stands on line {lines}: see whether it is right.").format(lines=lines))
    tell_schemas(schemas, home)
    tell_next(place)
    return ExitCode.OK


def refuse_unknown(organisatie: str, home: Path) -> None:
    """Raise UsageError for an organisatie that is not there."""
    from vacaturegen.layout import SHARED, named_files
    from vacaturegen.profiles.messages import closest

    there = named_files(home / SHARED["organisatie"])
    if organisatie not in there:
        close = closest(organisatie, there)
        hint = _("Did you mean “{key}”?").format(key=close) if close else ""
        message = _("There is no {kind} “{name}”.").format(kind="organisatie", name=printable(organisatie[:60]))
        raise click.UsageError(f"{message} {hint}".rstrip())


def find_profile(source: str, folder: Path | None) -> Path:
    """Return the file of a profile, named by its path or by its name. Raises UsageError when there is none."""
    from pathlib import Path

    from vacaturegen.layout import named_files, usual_folder
    from vacaturegen.profiles.messages import closest

    if Path(source).is_file():
        return Path(source)
    there = named_files(folder or usual_folder())
    if source in there:
        return there[source]
    close = closest(source, there)
    hint = _("Did you mean “{key}”?").format(key=close) if close else ""
    message = _("There is no profile “{name}”.").format(name=printable(source[:60]))
    raise click.UsageError(f"{message} {hint}".rstrip())
