"""`vacaturegen build`: make the documents of profiles, or check that what is there is current."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from vacaturegen.cli.screen import list_paths, printable, say
from vacaturegen.errors import ExitCode
from vacaturegen.i18n import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from vacaturegen.build import Report
    from vacaturegen.workshop import Product

FORMATS = ("md", "html", "docx", "txt")
USUAL = FORMATS[:3]
"""What is made when nobody asks for formats; plain text is for who is about to paste it."""
PATIENCE = 1.0
"""Seconds of work after which a terminal shows how far it is."""


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    paths = click.Argument(["paths"], nargs=-1, required=True, metavar=_("PATH..."), type=click.Path(exists=True))
    output = click.Option(
        ["--output"],
        default="output",
        type=click.Path(),
        metavar=_("FOLDER"),
        show_default=True,
        help=_("Where the documents go."),
    )
    formats = click.Option(
        ["--format", "formats"],
        default=",".join(USUAL),
        callback=parse_formats,
        metavar=_("FORMATS"),
        show_default=True,
        help=_("Which formats, separated by commas: {words}.").format(words=", ".join(FORMATS)),
    )
    check = click.Option(["--check"], is_flag=True, help=_("Write nothing; fail when a file is not current."))
    return click.Command(
        "build",
        callback=run_build,
        params=[paths, output, formats, check],
        help=_("Build the documents of profiles: of every file in a folder, or of the files named."),
        short_help=_("Build the documents of profiles."),
        options_metavar=_("[OPTIONS]"),
    )


def parse_formats(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
    """Return the formats that are asked for, in our order."""
    asked = {word.strip().lower() for word in value.split(",")}
    if unknown := sorted(asked.difference(FORMATS)):
        message = _("“{word}” is not a format. Choose from: {words}.")
        raise click.BadParameter(message.format(word=printable(unknown[0]), words=", ".join(FORMATS)))
    return tuple(name for name in FORMATS if name in asked)


def run_build(paths: tuple[str, ...], output: str, formats: tuple[str, ...], check: bool) -> int:
    """Build, or check that what is there is current. Returns the exit code."""
    from pathlib import Path

    from vacaturegen import build, layout

    files, folder = layout.find(paths), Path(output)
    whole = len(paths) == 1 and layout.is_profiles_folder(Path(paths[0]))

    def produce(some: Sequence[str]) -> Iterator[Product]:
        from vacaturegen.workshop import make_products

        return with_progress(make_products(some, formats), len(some))

    if check:
        return print_check(build.check(files, folder, produce, whole=whole), folder)
    return print_report(build.build(files, formats, folder, produce, whole=whole), folder)


def with_progress(products: Iterable[Product], count: int) -> Iterator[Product]:
    """Yield the products; on a terminal, show how far it is when it takes longer than a moment."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from products
        return
    start, bar = time.monotonic(), None
    for done, product in enumerate(products, 1):
        yield product
        if bar is not None:
            bar.update(1)
        elif time.monotonic() - start > PATIENCE:
            bar = click.progressbar(length=count, label=_("Building"), file=sys.stderr)
            bar.update(done)
    if bar is not None:
        bar.render_finish()


def print_report(report: Report, output: Path) -> int:
    """Say what was made, what was current, and what was left alone; return the exit code."""
    list_paths(report.made, output, _("made"))
    list_paths(report.removed, output, _("removed, because no profile makes it any more"))
    list_kept(report, output)
    total = len(report.made) + len(report.current)
    said = ngettext("{n} file: {made} made, {current} current.", "{n} files: {made} made, {current} current.", total)
    click.echo(said.format(n=total, made=len(report.made), current=len(report.current)))
    return ExitCode.OK


def print_check(report: Report, output: Path) -> int:
    """Say which documents are not current; return the exit code."""
    stale = sorted(report.made + report.removed)
    list_paths(stale, output, _("not current"))
    list_kept(report, output)
    if stale:
        click.echo(_("Build again to bring them up to date."))
        return ExitCode.FINDINGS
    count = len(report.current)
    click.echo(ngettext("{n} file, current.", "{n} files, all current.", count).format(n=count))
    return ExitCode.OK


def list_kept(report: Report, output: Path) -> None:
    """Name the outputs that a person has to look after."""
    for path in report.kept:
        message = _("{path}: no profile makes this any more, but the file was changed by hand. Remove it yourself.")
        say(message.format(path=output / path))
