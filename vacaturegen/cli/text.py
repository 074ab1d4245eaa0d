"""`vacaturegen text`: the reading copy of a Word file, ours or another's, on standard output."""

from __future__ import annotations

import sys

import click

from vacaturegen.cli.screen import abandon, explain, say
from vacaturegen.errors import ExitCode, InputError
from vacaturegen.i18n import _


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    file = click.Argument(["file"], metavar=_("FILE"), type=click.Path(exists=True, dir_okay=False))
    return click.Command(
        "text",
        callback=run_text,
        params=[file],
        help=_(
            "Print the text of a Word file (.docx) as a reading copy in Markdown; for a document that was made here it"
            " is the one that lies beside it. Tracked changes count as accepted. Hidden text, headers and footers are"
            " left out. Nothing is written."
        ),
        short_help=_("Print the text of a Word file."),
        options_metavar=_("[OPTIONS]"),
    )


def run_text(file: str) -> int:
    """Print the reading copy, as UTF-8 whatever the terminal; return the exit code: 2 for what cannot be read."""
    from pathlib import Path

    from vacaturegen.files import MAX_WORD_BYTES, read_bytes
    from vacaturegen.reading import read_word
    from vacaturegen.writers.md import print_copy

    try:
        copy = print_copy(read_word(read_bytes(Path(file), file, MAX_WORD_BYTES), file).tokens)
    except InputError as error:
        say(explain(error))
        return ExitCode.USAGE
    try:
        click.echo(copy, nl=False)
    except BrokenPipeError:  # who reads has seen enough, as `git log -p | head` does
        abandon(sys.stdout)
    return ExitCode.OK
