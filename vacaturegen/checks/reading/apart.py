"""What of a text nobody spells: addresses, code, what is quoted, and fields that hold names."""

from __future__ import annotations

import re
from functools import cache

TOP = "nl|com|org|net|eu|be|de|info|gov|frl|amsterdam|app|io"
"""How the name of a website ends that stands by itself."""
ADDRESS = (
    rf"https?://\S*|www\.\S*|\S{{0,64}}@\S*|(?<![\w.-])(?:[\w-]{{1,63}}\.){{1,5}}(?:{TOP})\b(?:[/?#]\S*)?"
    r"|\]\([^)\s]*|`[^`]*`"
)
"""An address of mail or of a page, with or without its scheme, the address of a link, or code."""
ADDRESSES = re.compile(ADDRESS)
APART = re.compile(ADDRESS + r"|[“„\"][^”“\"]{0,80}[”\"]|[‘][^‘’]{0,80}[’]")
"""The same, and what is quoted: most of that are names."""
JOINED_BEFORE = re.compile(r"[/.@_?=&#~]\Z")
JOINED_BEHIND = re.compile(r"[@/_=&]|\.[a-zà-ÿ]")
"""What stands against a word that is part of an address or of the name of a file."""
SENTENCE_START = re.compile(r"(?:^|[.?!:]|[.?!][”’\")*_])[\s\"“‘(*_\u2022-]*\Z")
"""What stands before a word that begins a sentence, where every word has a capital."""
NEAR = 20
"""How many characters before a word tell whether it begins a sentence."""
NAMES = re.compile(
    r"(?:organisatie|broker)\.(?:naam|naam_in_zin|afkorting|website|email|(?:post)?adres\..*)"
    r"|standplaats.*|wervingsbureau|contacten\.\*\.naam"
)
"""Fields with names of organisations, people and places, which are spelled as they please."""


def without(found: re.Pattern[str], text: str) -> str:
    """Return a text in which what is found is no words any more; all else keeps its place."""
    return found.sub(lambda apart: "\0" * len(apart[0]), text)


def is_joined(text: str, start: int, end: int) -> bool:
    """Tell whether a word is part of an address that cannot be told from its begin, or of the name of a file."""
    return bool(JOINED_BEFORE.search(text[max(0, start - 1) : start]) or JOINED_BEHIND.match(text, end))


def begins_sentence(text: str, at: int) -> bool:
    """Tell whether a word at a place begins a sentence."""
    return SENTENCE_START.search(text[max(0, at - NEAR) : at]) is not None


@cache
def is_name(pattern: str) -> bool:
    """Tell whether fields with this pattern hold names."""
    return NAMES.fullmatch(pattern) is not None
