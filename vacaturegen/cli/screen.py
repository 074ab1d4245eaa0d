"""What people read on the screen: problems with their place, lists of paths, and messages that a terminal can show.

Nothing here decides what is said about a command's work: that is the business of the command itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

import click

from vacaturegen.errors import InputError, Problem, VacaturegenError
from vacaturegen.i18n import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

COLOURS = {"ins": "green", "del": "red"}
"""What has a colour of its own in a comparison."""
NO_BREAK = "\xa0\u2007\u202f"
"""Spaces at which no line ends: a terminal shows them as spaces."""
LISTED = 20
"""How many paths or problems are named before the rest is only counted."""


def list_paths(paths: Sequence[str], output: Path, what: str) -> None:
    """Name the first paths of a list, and count the rest."""
    for path in paths[:LISTED]:
        click.echo(f"{output / path}: {what}")
    if len(paths) > LISTED:
        click.echo(_("and {n} more").format(n=len(paths) - LISTED))


def explain(error: VacaturegenError) -> str:
    """Return the message of an error: for each problem its place, the line, and the cure."""
    if not isinstance(error, InputError):
        return printable(str(error))
    count = len(error.problems)
    summary = ngettext("{n} mistake found; nothing was written.", "{n} mistakes found; nothing was written.", count)
    problems = [explain_problem(problem) for problem in error.problems[:LISTED]]
    more = [_("and {n} more").format(n=count - LISTED)] if count > LISTED else []
    return "\n".join([*problems, *more, summary.format(n=count)])


def explain_problem(problem: Problem) -> str:
    """Return a problem as path:line:column and what is wrong, the line of the file, and the cure."""
    place = f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path
    line = f"    {problem.source}" if problem.source else ""
    lines = [f"{place}: {problem.message}", line, f"  {problem.hint}" if problem.hint else ""]
    return "\n".join(printable(line) for line in lines if line)


def printable(text: str) -> str:
    """Return a text without anything that a terminal would act on."""
    if text.isprintable():  # as nearly all are
        return text
    return "".join(sign if sign.isprintable() or sign in NO_BREAK else "\ufffd" for sign in text)


def has_colours() -> bool:
    """Tell whether standard output is a terminal that shows colours, and nobody asked for none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def in_colour(kind: str, text: str) -> str:
    """Return a text as a terminal with colours shows it."""
    shown = printable(text)
    if kind == "head":
        return click.style(shown, bold=True)
    return click.style(shown, fg=COLOURS[kind], strikethrough=kind == "del") if kind in COLOURS else shown


def aligned(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield rows as lines with their columns aligned, each wide enough for what is in it."""
    shown = [tuple(printable(" ".join(text.split())) for text in row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        yield "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()


def say(message: str) -> None:
    """Print a message on standard error, as far as there is one."""
    try:
        click.echo(message, err=True)
    except OSError:
        abandon(sys.stderr)


def abandon(stream: TextIO | None) -> None:
    """Point a standard stream at nothing, so that the interpreter does not fail on it once more at its end."""
    if stream is not None:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
