"""Word files -> their text in normal form, of which the reading copy is written; our own exactly, others sensibly.

This is the way back of `writers.docx`. Beside the text come its properties, content controls, comments and tracked
changes, each with its place. Nothing here writes, and nothing is drawn from the look of a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from vacaturegen.house import open_word_file
from vacaturegen.house.order import W
from vacaturegen.house.styles import is_on, value_of
from vacaturegen.house.word_file import MAIN, NAMES, WordFile, refuse_damaged
from vacaturegen.reading import beside
from vacaturegen.reading.blocks import end_blocks, walk_blocks
from vacaturegen.reading.content import Paragraph, Piece
from vacaturegen.reading.numbering import Numbering
from vacaturegen.reading.outcome import Change, Comment, Control, Span, WordText
from vacaturegen.reading.reader import KINDS, Mark, Reader
from vacaturegen.reading.structure import make_tokens
from vacaturegen.reading.styles import Styles

__all__ = ["Change", "Comment", "Control", "Span", "WordText", "read_word"]

DEEP = 200
"""How deep elements may lie in each other: none do in a document that somebody made."""
IS_DEEP = etree.XPath(f"boolean({'/*' * DEEP})")

Places = dict[int, tuple[int, int]]


def read_word(data: bytes, shown: str, *, original: bool = False) -> WordText:
    """Return the text of a Word file with its tracked changes accepted, or rejected when the `original` is asked.

    Raises InputError, naming the file as `shown`, for what is no Word file, damaged, encrypted, too large or with
    macros.
    """
    file = open_word_file(data, shown)
    for name, tree in file.trees.items():
        if IS_DEEP(tree):
            raise refuse_damaged(shown, name)
    reader = read_main(file, original=original)
    read_notes(file, reader)
    tokens, places = make_tokens(reader.blocks, reader.links)
    controls = tuple(make_control(mark, places) for mark in reader.controls)
    changes = tuple(make_change(mark, places) for mark in reader.changes)
    comments = make_comments(file, reader, places)
    return WordText(tokens, beside.read_properties(file), controls, comments, changes)


def read_main(file: WordFile, *, original: bool) -> Reader:
    """Return what was read of the text itself."""
    styles = Styles(file)
    reader = Reader(file, original, styles, Numbering(file, styles), beside.find_targets(file, MAIN))
    walk_blocks(reader, file.trees[MAIN].find(f"{W}body"))
    end_blocks(reader)
    return reader


def read_notes(file: WordFile, reader: Reader) -> None:
    """Read the footnotes and endnotes that the text names, behind it, each with its number."""
    known = {kind: beside.find_notes(file, kind) for kind in ("footnote", "endnote")}
    for number, (kind, name) in enumerate(list(reader.notes), 1):
        part, notes = known[kind]
        if name in notes:
            reader.targets = beside.find_targets(file, part)
            begun = len(reader.blocks)
            reader.fields = []
            walk_blocks(reader, notes[name])
            end_blocks(reader)
            first = next((block for block in reader.blocks[begun:] if isinstance(block, Paragraph)), None)
            if first is not None:
                first.content.insert(0, Piece(f"[{number}] "))


def make_control(mark: Mark, places: Places) -> Control:
    """Return a content control."""
    names = [value_of(mark.element, f"w:sdtPr/w:{tag}") for tag in ("tag", "alias")]
    placeholder = is_on(mark.element.find("w:sdtPr/w:showingPlcHdr", NAMES))
    return Control(names[0], names[1], fold(mark.texts), placeholder, find_span([mark.start, mark.end], places))


def make_change(mark: Mark, places: Places) -> Change:
    """Return a tracked change."""
    author, date = (mark.element.get(f"{W}{name}", "") for name in ("author", "date"))
    return Change(KINDS[mark.element.tag], author, date, fold(mark.texts), find_span([mark.start, mark.end], places))


def make_comments(file: WordFile, reader: Reader, places: Places) -> tuple[Comment, ...]:
    """Return the comments of a file in its own order."""
    made: dict[str, Comment] = {}
    for element, text, parent, done in beside.read_comments(file):
        name, author, date = (element.get(f"{W}{key}", "") for key in ("id", "author", "date"))
        made[name] = Comment(name, author, date, text, find_span(reader.comments.get(name, []), places), parent, done)
    return tuple(
        one._replace(place=made[one.parent].place) if one.place is None and one.parent in made else one
        for one in made.values()
    )


def find_span(anchors: Sequence[int], places: Places) -> Span | None:
    """Return the piece of text from the first of these places that is in the text to the last."""
    found = sorted(places[anchor] for anchor in anchors if anchor in places)
    return Span(*found[0], *found[-1]) if found else None


def fold(texts: list[Any]) -> str:
    """Return pieces of text as one line."""
    return " ".join("".join(texts).split())
