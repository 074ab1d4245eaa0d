"""Many patterns in one text at once: each is looked for only where all its words can be.

A list of words finds a pattern by its first word; a pattern of a relation begins with a word that is everywhere (is,
in, de), so here the rarest word counts. Patterns are those of `patterns`, and are read when they are first needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from vacaturegen.checks.reading.patterns import AT_HAND, WORDS, compiled, words_of

KEY = 5
BEGINNING = itemgetter(slice(KEY))
"""How many letters of a word with a star tell whether it can be in a text."""

JOINS = re.compile("[-'’]")
"""What stands in a word, where another can end for a pattern: collega in collega's."""

NEVER = r"(?!)"
"""What is in no text."""

Row = TypeVar("Row")


class Phrase(NamedTuple, Generic[Row]):
    """A pattern with the row it is of, and the keys of its words but the rarest, of which a text needs one each.

    A pattern without keys has `cores`, one of which must stand in the text.
    """

    row: Row
    pattern: str
    others: tuple[frozenset[str], ...]
    cores: tuple[str, ...]


class Phrases(Generic[Row]):
    """The patterns of many rows, by the keys of the rarest word of each."""

    def __init__(self, patterns: Iterable[tuple[Row, str]]) -> None:
        self.by_key: dict[str, list[Phrase[Row]]] = {}
        self.anywhere: list[Phrase[Row]] = []
        for row, pattern in patterns:
            keys = tuple(sorted(filter(None, map(keys_of, pattern.split(" "))), key=rarity))
            phrase = Phrase(row, pattern, keys[1:], () if keys else cores_of(pattern))
            for key in keys[0] if keys else ():
                self.by_key.setdefault(key, []).append(phrase)
            if not keys:
                self.anywhere.append(phrase)
        self.cores = re.compile("|".join(re.escape(core) for phrase in self.anywhere for core in phrase.cores) or NEVER)

    def find(self, text: str) -> Iterator[tuple[Row, int, int]]:
        """Yield each row of which a pattern is in a text, with where its words begin and end; in no order."""
        there, lowered = keys_in(text), text.lower()
        wanted = {
            id(phrase): phrase
            for key in there & self.by_key.keys()
            for phrase in self.by_key[key]
            if not phrase.others or not any(map(there.isdisjoint, phrase.others))
        }
        loose: Iterable[Phrase[Row]] = self.anywhere if self.cores.search(lowered) else ()
        loose = (phrase for phrase in loose if any(core in lowered for core in phrase.cores))
        for phrase in (*loose, *wanted.values()):
            for match in compiled(phrase.pattern).finditer(text):
                yield phrase.row, match.start(), match.end()


@lru_cache(maxsize=AT_HAND)
def keys_in(text: str) -> frozenset[str]:
    """Return what the keys of patterns can be in a text: its words, and how they begin."""
    there = set(words_of(text))
    if JOINS.search(text):
        joined = [word for word in there if not word.isalnum()]
        there.update(word.replace("’", "'") for word in joined)
        there.update(part for word in joined for part in JOINS.split(word))
    return frozenset(there).union(map(BEGINNING, there))


def keys_of(token: str) -> frozenset[str] | None:
    """Return the words that a token can be, of one with a star how they begin; None when it can be any."""
    keys = set()
    for word in token.lower().split("|"):
        stem = WORDS.match(word.rstrip("*"))
        if stem is None or (word.endswith("*") and len(stem[0]) < KEY):
            return None
        whole = not word.endswith("*") or stem[0] != word.rstrip("*")
        keys.add(stem[0] if whole else stem[0][:KEY])
    return frozenset(keys)


def cores_of(pattern: str) -> tuple[str, ...]:
    """Return what stands in a text that a pattern without keys is in: one of the words of its first token."""
    return tuple(word.strip("*") for word in pattern.lower().split(" ")[0].split("|"))


def rarity(keys: frozenset[str]) -> tuple[int, int]:
    """Return what sorts long words before short ones, and few before many."""
    return -min(map(len, keys)), len(keys)
