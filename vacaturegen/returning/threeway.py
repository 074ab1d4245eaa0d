"""A text that two people changed, each from what it was: the words of both, where they did not touch the same ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

PIECE = re.compile(r"\s+|\S+")


def merge_words(was: str, value: str, now: str) -> str | None:
    """Return what a text says now with the changes from what it was to a value made in it.

    None when the words beside one of these changes are not what they were.
    """
    old, new, here = (PIECE.findall(text.rstrip("\n")) for text in (was, value, now))
    stayed: dict[int, int] = {-1: -1, len(old): len(here)}
    for block in SequenceMatcher(None, old, here, autojunk=False).get_matching_blocks():
        stayed.update((block.a + step, block.b + step) for step in range(block.size))
    parts, at = [], 0
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if not is_row([stayed.get(index) for index in range(a - 1, b + 1)]):
            return None
        start, stop = stayed[a - 1] + 1, stayed[b]
        parts += [*here[at:start], *new[c:d]]
        at = stop
    return "".join([*parts, *here[at:]])


def is_row(places: Sequence[int | None]) -> bool:
    """Tell whether places are all there and follow each other."""
    first = places[0]
    return first is not None and list(places) == list(range(first, first + len(places)))
