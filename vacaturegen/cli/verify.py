"""`vacaturegen verify`: whether a Word file is what a version of the profiles gives, and what differs."""

from __future__ import annotations

import click

from vacaturegen.cli.diff import LAST
from vacaturegen.cli.screen import has_colours, in_colour, printable
from vacaturegen.errors import ExitCode, InputError, UncomparableError
from vacaturegen.i18n import _


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    file = click.Argument(["file"], metavar=_("FILE"), type=click.Path(exists=True, dir_okay=False))
    revision = click.Argument(["revision"], required=False, metavar=_("[REV]"))
    return click.Command(
        "verify",
        callback=run_verify,
        params=[file, revision],
        help=_(
            "Tell whether a Word file (.docx) is, byte for byte or word for word, what a version of the profiles gives,"
            " and show what differs. REV is a git revision, a tag or a folder; without it, it is what was committed"
            " last (HEAD). Nothing is written."
        ),
        short_help=_("Tell whether a Word file is what a version gives."),
        options_metavar=_("[OPTIONS]"),
    )


def run_verify(file: str, revision: str | None) -> int:
    """Tell what a Word file is. Returns the exit code: that of differences when there are any that count.

    Raises ComparisonError and UncomparableError for what cannot be compared.
    """
    from pathlib import Path

    from vacaturegen.files import MAX_WORD_BYTES, read_bytes
    from vacaturegen.reviewing.text import in_plain
    from vacaturegen.verifying import Sameness, verify
    from vacaturegen.verifying.text import print_verdict
    from vacaturegen.versions import open_version

    try:
        data = read_bytes(Path(file), file, MAX_WORD_BYTES)
    except InputError as error:
        raise UncomparableError(error.problems) from error
    version = open_version(LAST if revision is None else revision, Path())
    try:
        here = open_version(None, Path())
    except UncomparableError:  # there are no profiles here any more
        here = version
    verdict = verify(data, Path(file), version, here)
    coloured = has_colours()
    for line in print_verdict(verdict, file, in_colour if coloured else in_plain):
        click.echo(line if coloured else printable(line))
    return ExitCode.FINDINGS if verdict.sameness == Sameness.NONE else ExitCode.OK
