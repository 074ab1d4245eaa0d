"""The words of a text that a finding quotes: those at a place, and not too many."""

from __future__ import annotations

import re

NEAR = 60
"""Characters around a place in which its words are looked for."""
MOST = 60
"""Characters of a text that a finding quotes."""
LAST_WORD = re.compile(r"\S+\Z")


def word_before(value: str, at: int) -> str:
    """Return the word that ends at a place."""
    found = LAST_WORD.search(value, max(0, at - NEAR), at)
    return found[0] if found else ""


def word_after(value: str, at: int) -> str:
    """Return the word that begins at a place."""
    return (value[at : at + NEAR].split() or [""])[0]


def shortened(words: str) -> str:
    """Return the begin of a text, up to the end of a word."""
    return words if len(words) <= MOST else words[:MOST].rpartition(" ")[0].rstrip(",;: ") + "…"
