"""`vacaturegen tekens`: how long each section of the documents is when its plain text is pasted into a portal."""

from __future__ import annotations

from collections.abc import Iterator

import click

from vacaturegen.cli.screen import printable
from vacaturegen.errors import ExitCode
from vacaturegen.i18n import _


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    paths = click.Argument(["paths"], nargs=-1, required=True, metavar=_("PATH..."), type=click.Path(exists=True))
    return click.Command(
        "tekens",
        callback=run_tekens,
        params=[paths],
        help=_(
            "Count the characters and words of each section of the documents of profiles: of the plain text that"
            " “build --format txt” makes, with headings, bullets and blank lines. Characters are counted as portals"
            " do: code points, spaces too, and the end of a line as one. The total has the blank lines between the"
            " sections as well. Nothing is written."
        ),
        short_help=_("Count characters and words by section."),
        options_metavar=_("[OPTIONS]"),
    )


def run_tekens(paths: tuple[str, ...]) -> int:
    """Print a line for each section of each document, and for the whole; return the exit code. Raises InputError."""
    from vacaturegen import layout
    from vacaturegen.build.gather import gather
    from vacaturegen.dutch import number
    from vacaturegen.workshop import make_products

    files = layout.find(paths)
    products = gather(files, files, (), lambda some: make_products(some, ("txt",)))
    made = sorted((document.path, document.data) for product in products for document in product.documents)
    rows = [(_("characters"), _("words"), _("document"), _("section"))]
    for path, data in made:
        name = path.rpartition("/")[2].removesuffix(".txt")
        counts = count(data)
        rows += [(number(characters), number(words), name, section) for section, characters, words in counts]
    first, second, third = (max(len(row[column]) for row in rows) for column in range(3))
    for characters, words, name, section in rows:
        click.echo(printable(f"{characters:>{first}}  {words:>{second}}  {name:<{third}}  {section}"))
    return ExitCode.OK


def count(text: bytes) -> Iterator[tuple[str, int, int]]:
    """Yield the name, the characters and the words of each section of a plain text, and of the whole."""
    from vacaturegen.writers.txt import BULLETS, split_sections

    sections = [(heading or _("title and introduction"), section) for heading, section in split_sections(text)]
    for name, part in [*sections, (_("total"), text.decode().removesuffix("\n"))]:
        yield name, len(part), sum(word not in BULLETS for word in part.split())
