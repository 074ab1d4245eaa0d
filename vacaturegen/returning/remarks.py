"""What somebody remarked in the margin of a Word file, and where what it is about came from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vacaturegen.comparing.merging import DEL, INS
from vacaturegen.comparing.pairs import Pair
from vacaturegen.comparing.words import text_of
from vacaturegen.reading import Comment, WordText
from vacaturegen.returning.draft import Draft
from vacaturegen.returning.places import Place, place_of_origins
from vacaturegen.returning.touched import read
from vacaturegen.tracing import Origin


class Remark(NamedTuple):
    """A comment, what it is about, and where that has its place."""

    comment: Comment
    about: str
    place: Place | None


def find_remarks(found: Draft, word: WordText) -> Iterator[Remark]:
    """Yield the comments of a Word file, each with what it is about and where that came from."""
    held, traced, values = read(found.begun, found.word)
    pairs = {pair.new: pair for pair in held.pairs if pair.new is not None}
    for comment in word.comments:
        place, about = comment.place, ""
        origins: list[Origin] = []
        if place is not None and place.inline < len(word.tokens):
            text = word.tokens[place.inline].content
            end = place.end if place.last == place.inline else len(text)
            about = text[place.start : end].strip() or text
            pair = pairs.get(place.inline)
            if pair and pair.old is not None:
                start, stop = old_place(pair, place.start), old_place(pair, end)
                spans = [span for span in traced.spans[pair.old] if span.start <= stop and span.end >= start]
                origins = [origin for span in spans for origin in span.origins]
        yield Remark(comment, about, place_of_origins(origins, values))


def old_place(pair: Pair, new: int) -> int:
    """Return where in the old text a place of the new one stands."""
    old = at = 0
    for part in pair.parts:
        size = len(text_of(part.atoms))
        if part.change != DEL:
            if at + size >= new:
                return old + (new - at if not part.change else 0)
            at += size
        if part.change != INS:
            old += size
    return old
