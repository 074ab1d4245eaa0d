"""`vacaturegen terughalen`: what somebody filled in, changed or remarked in a Word file, and where that belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vacaturegen.cli.screen import explain, has_colours, in_colour, printable, say
from vacaturegen.errors import ExitCode, InputError, UncomparableError
from vacaturegen.i18n import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from vacaturegen.returning.putting import Edits


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    file = click.Argument(["file"], metavar=_("FILE"), type=click.Path(exists=True, dir_okay=False))
    revision = click.Argument(["revision"], required=False, metavar=_("[REV]"))
    apply = click.Option(
        ["--apply"], is_flag=True, help=_("Write in the profile what fits there in one value, and leave the rest.")
    )
    return click.Command(
        "terughalen",
        callback=run_terughalen,
        params=[file, revision, apply],
        help=_(
            "List what somebody filled in, changed or remarked in a Word file (.docx) that was made here, with the"
            " file, line and column of the value that it came from. REV is the version that the file was made from;"
            " without it that is looked for."
        ),
        short_help=_("List what was changed in a Word file, and put it back."),
        options_metavar=_("[OPTIONS]"),
    )


def run_terughalen(file: str, revision: str | None, apply: bool) -> int:
    """Print what was done in a Word file, and write it in the profile when that is asked. Returns the exit code."""
    from pathlib import Path

    from vacaturegen.files import MAX_WORD_BYTES, read_bytes
    from vacaturegen.reading import read_word
    from vacaturegen.returning.beginning import find_begun
    from vacaturegen.returning.findings import find_changes
    from vacaturegen.returning.putting import also_changed, edits_of, settle
    from vacaturegen.returning.remarks import find_remarks
    from vacaturegen.returning.searching import search
    from vacaturegen.returning.text import print_findings
    from vacaturegen.returning.workbench import open_workbench
    from vacaturegen.reviewing.text import in_plain

    try:
        word = read_word(read_bytes(Path(file), file, MAX_WORD_BYTES), file)
    except InputError as error:
        say(explain(error))
        return ExitCode.USAGE
    begun = find_begun(word.properties, Path(file), revision, Path())
    try:
        bench = open_workbench(begun.file, begun.document.edition.edition, begun.document.kind)
        found = search(bench, word.tokens, word.controls)
        findings, remarks = list(find_changes(found, word)), list(find_remarks(found, word))
    except InputError as error:
        raise UncomparableError(error.problems) from error
    own = edits_of(found)
    profile = begun.file
    if begun.version is not begun.current:
        profile = begun.file_now(word.properties, Path(file))
        findings = list(settle(findings, own, profile))
    if not findings and not remarks:
        message = _("{path}: nothing was filled in, changed or remarked.")
        if own.each:
            message = _("{path}: all that was changed in it is in the profile already.")
        click.echo(message.format(path=printable(file)))
        return ExitCode.OK
    coloured = has_colours()
    for line in print_findings(findings, remarks, in_colour if coloured else in_plain):
        click.echo(line if coloured else printable(line))
    click.echo()
    fitting = sum(bool(one.edit and not one.shared) for one in findings)
    others = ", ".join(also_changed(found)) if fitting else ""
    if others:
        click.echo(_("What fits in the profile also changes: {names}.").format(names=others))
    if not begun.is_sure:
        message = _(
            "It is not known from which version this file was made, so it was held against the profile as it is now:"
            " what differs can have changed in the profile too."
        )
        cure = _("Name that version, such as HEAD, to have it written.") if fitting else ""
        click.echo(f"{message} {cure}".strip())
    elif apply:
        write(profile, own, fitting)
    elif fitting:
        message = ngettext(
            "{n} change fits in the profile; --apply writes it.",
            "{n} changes fit in the profile; --apply writes them.",
            fitting,
        )
        click.echo(message.format(n=fitting))
    return ExitCode.FINDINGS


def write(file: Path, edits: Edits, fitting: int) -> None:
    """Write what fits in the profile, and say how many changes that are. Raises InputError and OutputError."""
    from vacaturegen.returning.putting import put

    if not fitting:
        click.echo(_("There is nothing to write: no change fits in the profile."))
        return
    left = put(file, edits)
    for edit in left:  # somebody saved the file while it was looked at
        message = _("{path}: “{field}” says something else by now, and was left as it is.")
        say(printable(message.format(path=file, field=edit.field)))
    if done := max(fitting - len(left), 0):
        message = ngettext("{path}: {n} change written.", "{path}: {n} changes written.", done)
        click.echo(printable(message.format(path=file, n=done)))
