"""Who tracked what in a Word file: the changes that nobody accepted or rejected yet, by the text that they are in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vacaturegen.comparing.merging import DEL
from vacaturegen.comparing.pairs import Pair
from vacaturegen.comparing.words import text_of
from vacaturegen.reading import WordText
from vacaturegen.returning.holding import Held, Key, key_of


class Tracked(NamedTuple):
    """Who tracked a change and when, as the file says it; both may be empty."""

    author: str
    date: str


def tracked_in(key: Key, begun: Held, word: WordText) -> Iterator[Tracked]:
    """Yield who tracked what differs in a text."""
    for pair in begun.pairs:
        if pair.differs and key_of(pair) == key:
            yield from tracked_at(pair, word)


def tracked_at(pair: Pair, word: WordText) -> Iterator[Tracked]:
    """Yield who tracked what differs in one text; what went as a whole has no place any more, but its words."""
    ranges = list(ranges_in(pair))
    said = " ".join(text_of([atom for part in pair.parts for atom in part.atoms]).split())
    for change in word.changes:
        there = change.place
        if pair.new is None:
            hit = change.kind in ("deleted", "moved from") and bool(change.text) and said in change.text
        elif there is None or not there.inline <= pair.new <= there.last:
            hit = False
        else:
            start = there.start if there.inline == pair.new else 0
            end = there.end if there.last == pair.new else len(said)
            hit = any(start <= last + 1 and end >= first - 1 for first, last in ranges)
        if hit:
            yield Tracked(change.author, change.date)


def ranges_in(pair: Pair) -> Iterator[tuple[int, int]]:
    """Yield where in the new text something differs."""
    at = 0
    for part in pair.parts:
        size = 0 if part.change == DEL else len(text_of(part.atoms))
        if part.change:
            yield at, at + size
        at += size
