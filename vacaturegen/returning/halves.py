"""What would be half of a change: words taken out that stand elsewhere now, and one text of two that took its place.

Such an edit brings the document nearer to the Word file, and yet loses what somebody wrote. So it is not proposed; all
of it is told as what is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from vacaturegen.comparing.merging import DEL
from vacaturegen.comparing.pairs import Pair
from vacaturegen.comparing.words import text_of
from vacaturegen.dutch import sentences
from vacaturegen.model.base import fold
from vacaturegen.returning.draft import Bar, Draft, bar_of
from vacaturegen.returning.holding import Held, Key, key_of

FEW = 3
"""Sentences of fewer words can stand in two places by chance."""


def half_changes(found: Draft, begun: Held) -> Iterator[Bar]:
    """Yield what was found and is half of a change; `begun` is what differed before anything was found."""
    left = found.held.differences
    for group in replaced_in(begun):
        if any(key in left for key in group):
            yield from (bar_of(edit) for edit in found.edits if group.intersection(edit.texts))
    unplaced = [now_of(pair) for pair in found.held.pairs if pair.new is not None and key_of(pair) in left]
    for edit in found.edits:
        if edit.kind != "add" and any(words in text for words in lost(edit.was, edit.value) for text in unplaced):
            yield bar_of(edit)


def replaced_in(begun: Held) -> Iterator[set[Key]]:
    """Yield the texts of each place where some went and others came, one behind the other."""
    for whole, run in groupby(begun.pairs, key=lambda pair: pair.differs and (pair.old is None or pair.new is None)):
        pairs = list(run)
        if whole and len({pair.old is None for pair in pairs}) > 1:
            yield {key_of(pair) for pair in pairs}


def now_of(pair: Pair) -> str:
    """Return what a text of the Word file says, folded."""
    return fold("".join(text_of(part.atoms) for part in pair.parts if part.change != DEL)).casefold()


def lost(was: str, value: str) -> Iterator[str]:
    """Yield the sentences of a value that another one has no more, folded."""
    kept = fold(value).casefold()
    for sentence in sentences(fold(was)):
        words = sentence.strip().casefold().rstrip(".;,")
        if words and words not in kept and (not value or len(words.split()) >= FEW):
            yield words
