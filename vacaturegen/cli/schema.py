"""`vacaturegen schema`: the JSON Schema by which an editor knows a kind of file, printed or put in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from vacaturegen.cli.screen import list_paths
from vacaturegen.errors import ExitCode, InputError, Problem
from vacaturegen.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("profiel", "functie", "organisatie", "broker", "clausule", "soorten")
DRAFTS = ("7", "2020-12")


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    kind = click.Argument(["kind"], required=False, metavar=_("[KIND]"), type=click.Choice(KINDS))
    draft = click.Option(
        ["--draft"],
        default=DRAFTS[0],
        type=click.Choice(DRAFTS),
        show_default=True,
        help=_("Which draft of JSON Schema."),
    )
    output = click.Option(
        ["--output"],
        type=click.Path(),
        metavar=_("FOLDER"),
        help=_("Where the schemas go, each as a file; without it the one of KIND is printed."),
    )
    return click.Command(
        "schema",
        callback=run_schema,
        params=[kind, draft, output],
        help=_(
            "Make the JSON Schemas by which an editor knows the files of a profiles folder: of all kinds, or of one."
            " The kinds are {kinds}."
        ).format(kinds=", ".join(KINDS)),
        short_help=_("Make JSON Schemas for your editor."),
        options_metavar=_("[OPTIONS]"),
    )


def run_schema(kind: str | None, draft: str, output: str | None) -> int:
    """Print one schema, or put them in a folder. Returns the exit code."""
    if output is None and kind is None:
        message = _("Name a kind, or a folder with --output. The kinds are {kinds}.")
        raise click.UsageError(message.format(kinds=", ".join(KINDS)))

    from vacaturegen.schema import file_name, print_schema

    if output is None:
        click.echo(print_schema(str(kind), draft), nl=False)
        return ExitCode.OK

    from pathlib import Path

    from vacaturegen.build.disk import put

    folder = Path(output)
    files = {file_name(name): print_schema(name, draft).encode() for name in ([kind] if kind else KINDS)}
    refuse_others([folder / name for name in files])
    put(output, files)
    list_paths(list(files), folder, _("made"))
    return ExitCode.OK


def refuse_others(paths: Sequence[Path]) -> None:
    """Raise InputError for each path where a file lies that is no schema of ours: it would be lost."""
    from vacaturegen.files import read_text
    from vacaturegen.schema import is_ours

    hint = _("Move that file, or choose another folder.")
    problems = [
        Problem(str(path), 0, 0, _("A file lies here that is no schema of ours."), hint)
        for path in paths
        if path.exists() and not is_ours(read_text(path, str(path)))
    ]
    if problems:
        raise InputError(problems)
