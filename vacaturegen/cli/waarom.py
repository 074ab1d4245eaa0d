"""`vacaturegen waarom`: which value, clause or template a piece of a document came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

import click

from vacaturegen.cli.screen import printable
from vacaturegen.errors import ExitCode
from vacaturegen.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

    from vacaturegen.asking import Answer, Read
    from vacaturegen.asking.naming import Named
    from vacaturegen.tracing import Origin

TOLD = 5
"""How many sentences of a document are told before the rest is only counted."""
SHORT = 60
"""The characters of a value that are shown."""


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    document = click.Argument(["document"], metavar=_("DOCUMENT"))
    text = click.Argument(["text"], nargs=-1, required=True, metavar=_("TEXT..."))
    return click.Command(
        "waarom",
        callback=run_waarom,
        params=[document, text],
        help=_(
            "Tell where a piece of a document came from: the file, line and column of the value, clause or template."
            " DOCUMENT is a document that was made, whatever its format, or a profile; TEXT are words that stand in it."
        ),
        short_help=_("Tell where a piece of a document came from."),
        options_metavar=_("[OPTIONS]"),
        context_settings={"ignore_unknown_options": True},  # a text can begin with a dash, as an item of a list does
    )


def run_waarom(document: str, text: tuple[str, ...]) -> int:
    """Print where words in a document came from. Returns the exit code: that of findings when they do not stand there.

    Raises UsageError for a document that is not known, and InputError for an invalid profile or template.
    """
    from vacaturegen.asking import answers, closest

    words = " ".join(text)
    if not any(map(str.isalnum, words)):
        raise click.UsageError(_("Name some words of the document, between quotation marks."))
    documents = read_documents(find_documents(document))
    found = [(one, answers(one, words)) for one in documents]
    told = [(one, places) for one, places in found if places]
    for number, (one, places) in enumerate(told):
        for line in ([""] if number else []) + [*lines_of(one, places, several=len(documents) > 1)]:
            click.echo(printable(line))
    if told:
        return ExitCode.OK
    message = _("“{text}” does not stand in this document.")
    if len(documents) > 1:
        message = _("“{text}” stands in none of the documents of this profile.")
    click.echo(printable(message.format(text=shortened(words))))
    if near := closest(documents, words):
        click.echo(_("Did you mean one of these?") if len(near) > 1 else _("Did you mean this?"))
        for sentence in near:
            click.echo(printable(f"  {sentence}"))
    return ExitCode.FINDINGS


def find_documents(said: str) -> list[Named]:
    """Return the documents that are meant. Raises UsageError when there are none, and InputError."""
    from pathlib import Path

    from vacaturegen import layout, profiles
    from vacaturegen.asking import naming
    from vacaturegen.cli.check import find_files

    if Path(said).suffix in layout.SUFFIXES and Path(said).is_file():
        return [
            one
            for file in find_files((said,))
            for one in naming.documents_of(profiles.load(Path(file), profiles.Shelf()))
        ]
    homes: list[Path] = []
    for home in (layout.usual_folder(), layout.profiles_folder(Path(said))):
        there = home.is_dir() and layout.is_home(home) and layout.named_files(home)
        if there and not any(home.samefile(other) for other in homes):
            homes.append(home)
    if not homes:
        message = _("There are no profiles in a folder “{folder}” here. Go to where they are, or name a profile.")
        raise click.UsageError(message.format(folder=layout.usual_folder()))
    try:
        return naming.find_documents(said, homes)
    except naming.UnknownDocumentError as error:
        message = _("There is no document “{name}”.").format(name=shortened(error.name))
        cure = _("Name one, such as: {names}.").format(names=", ".join(error.close)) if error.close else ""
        raise click.UsageError(printable(f"{message} {cure}".strip())) from None


def read_documents(named: Sequence[Named]) -> list[Read]:
    """Return documents with where all of them came from. Raises InputError."""
    from vacaturegen.asking import read
    from vacaturegen.library import read_library

    library = cache(read_library)
    return [read(one, library(one.edition.folder)) for one in named]


def lines_of(document: Read, places: Sequence[Answer], *, several: bool) -> Iterator[str]:
    """Yield what there is to say of the places in a document; its name where there are several documents."""
    if several:
        yield f"{document.named.path.rpartition('/')[2]}:"
    if len(places) > 1:
        yield _("{n} sentences have these words.").format(n=len(places))
    for place in places[:TOLD]:
        yield place.sentence
        yield from (f"  {told(origin, place.sentence)}" for origin in place.origins)
    if len(places) > TOLD:
        yield _("and {n} more").format(n=len(places) - TOLD)


def told(origin: Origin, sentence: str) -> str:
    """Return an origin as path:line:column, the field with its value, and what it is to the sentence."""
    where = f"{origin.path}:{origin.line}:{origin.column}" if origin.line else origin.path
    field = _("clause: {field}").format(field=origin.field) if origin.kind == "clause" else origin.field
    written = " ".join((origin.written or "").split())
    note = ""
    if origin.kind == "template":
        note = _("(words of the template)")
    elif origin.kind == "condition":
        note = _("(the template looks at this)")
    elif origin.written is None:
        note = _("(not filled in: this is the default)")
    elif origin.verbatim or sentence in written:
        written, note = "", _("(this text)")
    value = f"{field}: {shortened(written)}" if written else field
    return "  ".join(filter(None, [where, value, note]))


def shortened(text: str) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[:SHORT].rstrip()}…"
