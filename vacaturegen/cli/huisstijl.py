"""`vacaturegen huisstijl`: hold an organisation's own Word file against what documents need, and repair a copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from vacaturegen.cli.screen import printable
from vacaturegen.errors import ExitCode, InputError, Problem
from vacaturegen.i18n import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from vacaturegen.house import Finding, WordFile

UNNAMED = (".docx", ".dotx")
REPAIRED = "-hersteld.docx"


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    file = click.Argument(["file"], metavar=_("FILE"), type=click.Path(exists=True, dir_okay=False))
    mend = click.Option(
        ["--repair"], is_flag=True, help=_("Write a repaired copy beside it, named FILE-hersteld.docx.")
    )
    return click.Command(
        "huisstijl",
        callback=run_huisstijl,
        params=[file, mend],
        help=_(
            "Check an organisation's own Word file (.docx or .dotx): which styles, languages, fonts, fields and "
            "contrasts are missing or wrong."
        ),
        short_help=_("Check an organisation's own Word file, and repair it."),
        options_metavar=_("[OPTIONS]"),
    )


def run_huisstijl(file: str, repair: bool) -> int:
    """Say what is wrong with a Word file, and write a repaired copy when asked. Returns the exit code."""
    from pathlib import Path

    from vacaturegen import house
    from vacaturegen.profiles.house_files import named_beside
    from vacaturegen.sources import MAX_WORD_BYTES, read_bytes

    path = Path(file)
    if path.stem.lower() in UNNAMED:
        raise InputError([Problem(file, 0, 0, _("This file has no name."), _("Give it one, such as huis.docx."))])
    named = named_beside(path)
    data = read_bytes(path, file, MAX_WORD_BYTES)
    if not repair:
        word = house.open_word_file(data, file, named)
        print_styles(word)
        findings = house.examine(word)
        print_findings(findings)
        return print_count(findings)
    from vacaturegen.build.new_file import write_new

    repaired, done, left = house.repair(data, file, named)
    if not done:
        click.echo(_("There is nothing that a repair can do; nothing was written."))
    else:
        copy = path.with_name(path.stem + REPAIRED)
        write_new(copy, repaired)
        print_done(copy, done)
    if left:
        click.echo(_("What is left for you to decide:"))
        print_findings(left)
    return print_count(left)


def print_styles(file: WordFile) -> None:
    """Say which style plays each role."""
    from vacaturegen.house.styles import find_roles, shown_name

    found = find_roles(file)
    named: Mapping[str, str] = file.named
    width = max(map(len, found))
    click.echo(_("Styles:"))
    for key, (_role, style, _wrong) in found.items():
        said = _("missing") if style is None else f"“{shown_name(style)}”"
        click.echo(printable(f"  {key:{width}}  {said}" + (_(" (by “stijlen”)") if key in named else "")))


def print_findings(findings: Sequence[Finding]) -> None:
    """Say each finding with its place and cure; the same of several places once, with a count."""
    places: dict[tuple[str, str, bool], list[str]] = {}
    for finding in findings:
        places.setdefault((finding.cause, finding.cure, finding.note), []).append(finding.place)
    for (cause, cure, note), where in places.items():
        place = where[0] if len(where) == 1 else _("{place} (and {n} more)").format(place=where[0], n=len(where) - 1)
        said = _("note: {text}").format(text=cause) if note else cause
        click.echo(printable(f"{place}: {said}"))
        click.echo(printable(f"  {cure}"))


def print_done(copy: Path, done: Sequence[str]) -> None:
    """Say where the repaired copy lies, and what was done."""
    click.echo(printable(_("{path}: written. What was repaired:").format(path=copy)))
    for said in done:
        click.echo(printable(f"  {said}"))


def print_count(findings: Sequence[Finding]) -> int:
    """Count the findings; return the exit code."""
    wrong = [finding for finding in findings if not finding.note]
    mendable = sum(finding.mendable for finding in wrong)
    if not wrong:
        click.echo(_("This file can be used."))
        return ExitCode.OK
    said = ngettext("{n} fault; --repair mends {mended}.", "{n} faults; --repair mends {mended}.", len(wrong))
    click.echo(said.format(n=len(wrong), mended=mendable))
    return ExitCode.FINDINGS
