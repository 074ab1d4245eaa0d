"""What a word that no list has may be: right after all, or a slip of a word that is there.

Right are two words made into one, regular forms, and Dutch forms of English verbs. A slip differs in one letter from a
word of the list, or from one that a joined word is made of.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from vacaturegen.checks.language.dictionary import SHORT, is_dutch, is_english, is_listed
from vacaturegen.checks.language.marks import plain_of, with_marks

LONGEST, MOST_TRIES = 30, 4000
"""Letters of the longest word that is judged, and how many slips are tried: what is found takes no more."""
LETTERS = "etaonirsldghkmpuvbwcjzfyxqëïéö'"
"""What can be missing or wrong in a word, the most frequent first."""
FIRST, LAST = 3, 4
"""Letters that the first and the last of two words in one have at least."""
SMALL = frozenset("app bak bon bus dag fee kit kop lid map pad pas pot rij rol set tip weg wet zin".split())  # noqa: SIM905 - read as words
"""Shorter words that others end with; what else is so short is an ending (ten, den, ter) or hardly a word."""
WEIGHTY = 6
"""Letters of a word in another one that is judged by itself."""
FRONT = re.compile(r"(?:terug|door|voor|mee|weg|her|zelf|samen|onder|over|achter|tegen)(?=\w{5})")
"""What can stand before nearly every verb and what is made of it."""
ENDINGS = (
    (re.compile(r"(?:e|(?<!s)s|je|jes|(?<=ie)ën)\Z"), ""),  # wijkgerichte, kliks, tabje, geometrieën
    (re.compile(r"ee?r(?:t|d|de|den|end|ende)?\Z"), "eren"),  # anonimiseert
)
"""Endings of regular forms, and those of the words that they are forms of."""
LOAN_ENDS = ("t", "te", "d", "de", "en", "n")
"""What Dutch puts behind an English verb."""
BEHIND, BEFORE = ("beleid", "team", "groep"), ("stad", "project", "werk")
"""Words that go with nearly every word: what they make together tells whether a word can be a part of another."""
LINKED = re.compile(r"(?:.{3,}(?:ing|heid|teit|schap)|.*(?:beleid|bedrijf|arbeid))\Z")
"""First parts of words that nearly always have an s behind them."""


class Meant(NamedTuple):
    """What a word seems to be meant as, if anything, and how much work it was to find that: letters that were read."""

    better: str
    work: int = 0


@lru_cache(maxsize=8192)
def better_word(word: str) -> Meant:
    """Return what a word that no list has seems to be meant as; nothing when it may well be right."""
    if len(word) > LONGEST:
        return Meant("")
    small = word.lower() if word[0].isupper() else word
    if is_dutch(without_stress(small)) or is_english(small) or is_formed(small) or with_marks(small):
        return Meant("")
    linked = linked_word(small)
    better, tries = (linked, 0) if linked or is_two_words(small) else near_word(small)
    return Meant(better.capitalize() if word[0].isupper() else better, (tries + 2 * len(word)) * len(word))


def without_stress(word: str) -> str:
    """Return a word without the accents that only stress it: níet, vóór."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace("\u0301", ""))


def is_two_words(word: str) -> bool:
    """Tell whether a word can be cut into two that are right, of which one is known to be joined with others."""
    if (front := FRONT.match(word)) and is_dutch(word[front.end() :]):
        return True
    for first, last in cuts(word):
        if is_part(last) and (begins_words(first) or (is_part(first) and ends_words(last))):
            return True
    return False


def cuts(word: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that a word can be made of."""
    for at in range(FIRST, len(word) - FIRST + 1):
        if len(word) - at >= LAST or word[at:] in SMALL:
            yield word[:at], word[at:]


def is_part(word: str) -> bool:
    """Tell whether letters are a word by themselves."""
    return is_dutch(word) or (len(word) > SHORT and is_english(word))


def begins_words(part: str) -> bool:
    """Tell whether other words are made with a word in front."""
    return sum(is_dutch(part + behind) for behind in BEHIND) > 1


def ends_words(part: str) -> bool:
    """Tell whether other words are made with a word at the end."""
    return sum(is_dutch(before + part) for before in BEFORE) > 1


def is_formed(word: str) -> bool:
    """Tell whether a word is a regular form of one that is right, or of an English verb."""
    for ending, other in ENDINGS:
        found = ending.search(word)
        if found and found.start() >= FIRST and is_part(word[: found.start()] + other):
            return True
    return is_loan(word)


def is_loan(word: str) -> bool:
    """Tell whether a word is a Dutch form of an English verb: gerenderd, scrapen, mergt."""
    stem = word.removeprefix("ge")
    cut = (stem.removesuffix(end) for end in LOAN_ENDS if stem.endswith(end) and not stem.endswith(end[0] + end))
    return any(len(verb) >= SHORT and is_english(verb) for verb in cut)


def linked_word(word: str) -> str:
    """Return a word of two with the s between them that is missing; nothing when none is."""
    for at in range(FIRST, len(word) - LAST + 1):
        better = f"{word[:at]}s{word[at:]}"
        if LINKED.match(word[:at]) and all(map(is_dutch, (word[:at], word[at:], better))) and not is_english(word[:at]):
            return better
    return ""


def near_word(word: str) -> tuple[str, int]:
    """Return the word that a word is a slip of, or one of the two that it is made of, and after how many tries.

    That is nothing when none is near.
    """
    tries, better = 0, ""
    for tries, better in enumerate(islice(near_words(word), MOST_TRIES), 1):  # noqa: B007 - told when it ends
        if better:
            break
    return better, tries


def near_words(word: str) -> Iterator[str]:
    """Yield for each slip that a word can be the word that is meant, or nothing when there is no such word."""
    yield from (one if is_listed(one) else "" for one in slips(word))
    for first, last in cuts(word):
        if len(last) >= WEIGHTY and begins_words(first):
            yield from (first + one if is_listed(one) and is_dutch(first + one) else "" for one in slips(last))
        if len(first) >= WEIGHTY and ends_words(last):
            yield from (one + last if is_first(one) and is_dutch(one + last) else "" for one in slips(first))


def is_first(part: str) -> bool:
    """Tell whether letters are a word of the list, or one with the s behind it that links it to the next."""
    return is_listed(part) or (part.endswith("s") and bool(LINKED.match(part[:-1])) and is_listed(part[:-1]))


def slips(word: str) -> Iterator[str]:
    """Yield the words that a word can be a slip of: two letters swapped, one left out, one too many, another one.

    The first letter is never in doubt: who slips there mostly meant a word that no list has.
    """
    yield from (f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}" for at in range(1, len(word) - 1))
    yield from (
        f"{word[:at]}{word[at + 1 :]}" for at in range(1, len(word)) if plain_of(word[at - 1]) == plain_of(word[at])
    )
    yield from (f"{word[:at]}{letter}{word[at:]}" for at in range(1, len(word) + 1) for letter in LETTERS)
    yield from (f"{word[:at]}{word[at + 1 :]}" for at in range(1, len(word)))
    yield from (f"{word[:at]}{letter}{word[at + 1 :]}" for at in range(1, len(word)) for letter in LETTERS)
