"""The pattern notation of our lists of words, and the regular expressions that patterns become.

A pattern is words with one space between them. `a|b` is one of these words, `woord*` any word that begins so, `*woord`
any that ends so, and `...` up to six other words of the same sentence. Capitals do not matter unless the pattern has
one. Patterns take time by the length of a text only: a word is read in one way, and few can be in between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

WORD = r"[^\W_]+(?:['’\-][^\W_]+)*"
"""A word, with the apostrophes and hyphens in it."""
REST = r"[\w-]*"
"""What a star stands for: followed by a plus, it is not given back."""
INSIDE = r"(?:[^\s.?!;:…]++(?:[.:](?<=\d.)(?=\d))?+)"
"""A part of a word that may stand in between; the dot of a number or a time (9.00) ends no sentence."""
SPACE = r"\s++"
OPENING = r"[(“„‘\"]?+"
"""What may stand before a word that comes behind others: a quotation or brackets begin with it."""
GAP = rf"(?:{SPACE}{INSIDE}++){{0,6}}?"
DOTS = "..."
"""What stands for words in between; each takes seven times as long."""
TOKEN = re.compile(r"\*?[\w'’.&/+-]+\*?(?:\|\*?[\w'’.&/+-]+\*?)*|\.\.\.")
WORDS = re.compile(WORD)
NEGATION = re.compile(r"\b(?:niet|geen|nooit|zonder|noch|nimmer)\b", re.I)
NEAR = 45
"""Within how many characters before the words a negation turns them around."""


SAME = str.maketrans("İıſ\u212a", "iisk")
"""Letters that an expression without regard to capitals takes for others, and these."""


class PatternError(ValueError):
    """A pattern that cannot be read."""


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Return the regular expression of a pattern. Raises PatternError, with the pattern, for what is none."""
    tokens = pattern.split(" ")
    if (DOTS, DOTS) in pairwise([DOTS, *tokens, DOTS]) or not all(map(TOKEN.fullmatch, tokens)):
        raise PatternError(pattern)
    *others, last = tokens
    joints = ["", *(SPACE + OPENING if token == DOTS else SPACE for token in others)]
    parts = [
        GAP if token == DOTS else joint + token_pattern(token, r"(?=\s)")
        for joint, token in zip(joints, others, strict=False)
    ]
    whole = "".join([*parts, joints[-1] + token_pattern(last, r"(?!\w)")])
    flags = 0 if any(map(str.isupper, pattern)) else re.IGNORECASE
    return re.compile(rf"(?<![\w-]){whole}", flags)


def token_pattern(token: str, behind: str) -> str:
    """Return the expression of one of some words, with what comes behind it; the way it is read is not taken back."""
    return f"(?>(?:{'|'.join(map(word_pattern, token.split('|')))}){behind})"


def word_pattern(word: str) -> str:
    """Return the expression of one word of a pattern."""
    begin, end = word.startswith("*"), word.endswith("*")
    core = re.escape(word.strip("*")).replace("'", "['’]")
    if not word.strip("*"):
        raise PatternError(word)
    if begin and end:
        return rf"(?>{REST}?{core}{REST}+)"  # the first time that it is there will do: the rest of the word goes along
    return f"{REST if begin else ''}{core}{f'{REST}+' if end else ''}"


compiled = cache(compile_pattern)


AT_HAND = 256
"""How many texts are remembered in parts, while all readers read them; what those find is remembered for good."""
NUMBER = re.compile(r"\d+")


def at_numbers(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of an expression that begins with a number, looking only where one stands."""
    end = 0
    for number in NUMBER.finditer(text):
        if number.start() >= end and (found := pattern.match(text, number.start())):
            yield found
            end = found.end()


@lru_cache(maxsize=64)
def small(text: str) -> str:
    """Return a text in small letters, each on its own place, as an expression without regard to capitals reads them.

    All readers of a text ask for it one after the other, so a few are remembered.
    """
    return (text if text.isascii() else text.translate(SAME)).lower()


def is_negated(text: str, start: int) -> bool:
    """Tell whether a word such as niet stands shortly before a place, in the same sentence."""
    before = text[max(0, start - NEAR) : start]
    return bool(NEGATION.search(re.split(r"[.?!;:]\s", before)[-1]))


def word_set(words: str) -> frozenset[str]:
    """Return the words that stand between spaces: a list of ours that is too short to be data of its own."""
    return frozenset(words.split())


@lru_cache(maxsize=AT_HAND)
def words_in_order(value: str) -> tuple[str, ...]:
    """Return the words of a text in small letters."""
    return tuple(WORDS.findall(value.lower()))


@lru_cache(maxsize=AT_HAND)
def words_of(value: str) -> frozenset[str]:
    """Return the different words of a text in small letters: one without the words of a rule is soon done."""
    return frozenset(words_in_order(value))
