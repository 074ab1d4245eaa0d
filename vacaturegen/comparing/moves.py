"""Which paragraphs were moved: the same text was taken out as a whole at one place, and put in at another."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from itertools import pairwise

from markdown_it.token import Token

from vacaturegen.comparing.merging import CHANGE, INS

MOVED = "moved"
"""The key of a token's `meta` that tells the number of a move, the same at both places."""
BLOCKS = ("paragraph_open", "heading_open")


def with_moves(tokens: Sequence[Token]) -> list[Token]:
    """Return merged tokens in which both places of a moved paragraph or heading have the number of the move."""
    came: dict[str, deque[int]] = defaultdict(deque)
    went: list[tuple[str, int]] = []
    for index, (token, inline) in enumerate(pairwise(tokens)):
        if token.type in BLOCKS and (change := token.meta.get(CHANGE)):
            if change == INS:
                came[inline.content].append(index)
            else:
                went.append((inline.content, index))
    found = list(tokens)
    number = 0
    for text, index in went:
        if came[text]:
            number += 1
            for place in (index, came[text].popleft()):
                found[place] = tokens[place].copy(meta={**tokens[place].meta, MOVED: number})
    return found
