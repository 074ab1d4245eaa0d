"""What was moved: the same text was taken out at one place and put in at another, which Word shows as a move.

LibreOffice (7.4) takes such a pair for a move in any case; but only when the file says so too does it keep the style of
the paragraph behind it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from typing import NamedTuple

from vacaturegen.comparing.merging import DEL, INS

SHORTEST = 6
"""A shorter text, or one word, comes and goes by chance."""


class Piece(NamedTuple):
    """A run of text that came or went: ins or del, and the text."""

    change: str
    text: str


def number_moves(pieces: Sequence[Piece]) -> list[int]:
    """Return for each piece the number of its move, the same for both places; 0 for what was not moved."""
    came: dict[str, deque[int]] = defaultdict(deque)
    for index, piece in enumerate(pieces):
        if piece.change == INS and is_long(piece.text):
            came[piece.text.strip()].append(index)
    numbers = [0] * len(pieces)
    count = 0
    for index, piece in enumerate(pieces):
        if piece.change == DEL and (places := came.get(piece.text.strip())):
            count += 1
            numbers[index] = numbers[places.popleft()] = count
    return numbers


def is_long(text: str) -> bool:
    """Tell whether a text is long enough to be known again; LibreOffice counts in UTF-16."""
    return len(text.strip().encode("utf-16-le")) >= 2 * SHORTEST and " " in text.strip()
