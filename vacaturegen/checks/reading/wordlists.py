"""Lists of words: what an entry tells, what could stand there instead, and where entries are found in a text.

A list is YAML in `data/`; all of them are looked for at once, as most texts hold words of none. What is found in a text
is remembered: profiles share many texts, and the kinds of document of one profile even more.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from vacaturegen.checks.figures import read_data
from vacaturegen.checks.reading.patterns import AT_HAND, compiled, is_negated
from vacaturegen.checks.reading.phrases import Phrases

LISTS = (
    *("ambtelijk", "balans", "beloning", "cliches", "dubbelop", "engels", "gegevens", "gelijkheid", "leeftijd"),
    *("niet-toetsbaar", "taalfouten"),
)
"""The lists that are found by their words alone; those about the arbeidsrelatie look at sentences: `dba_signals`."""


MOST = 20
"""So many times words of an entry are told of one text: more tell nothing new."""


class Entry(NamedTuple):
    """An entry of a list: its patterns, what it tells, what could stand there instead, and where that comes from.

    `niet` are patterns of what only looks like it; `ook_ontkend` says that it tells the same with niet or geen before.
    """

    patronen: tuple[str, ...]
    signaal: str
    voorstel: str = ""
    bron: str = ""
    niet: tuple[str, ...] = ()
    ook_ontkend: bool = False
    zeker: bool = False


class Found(NamedTuple):
    """Words of a text that an entry is about."""

    entry: Entry
    start: int
    end: int


@cache
def shipped() -> Phrases[tuple[str, Entry]]:
    """Return the patterns of all lists, each with the name of its list and its entry."""
    rows = [(name, entry_of(row)) for name in LISTS for row in read_data(name)]
    return Phrases((row, pattern) for row in rows for pattern in row[1].patronen)


def entry_of(row: Mapping[str, Any]) -> Entry:
    """Return the entry that a row of a list is."""
    return Entry(
        patronen=tuple(row["patroon"]) if isinstance(row["patroon"], list) else (row["patroon"],),
        signaal=row["signaal"],
        voorstel=row.get("voorstel", ""),
        bron=row.get("bron", ""),
        niet=tuple(row.get("niet", ())),
        ook_ontkend=row.get("ook_ontkend") == "ja",
        zeker=row.get("zeker") == "ja",
    )


def find_in(name: str, value: str) -> tuple[Found, ...]:
    """Return what entries of a shipped list are found in a text, in order."""
    return found_in(value).get(name, ())


@lru_cache(maxsize=AT_HAND)
def found_in(value: str) -> Mapping[str, tuple[Found, ...]]:
    """Return what is found in a text, by the name of the list."""
    found: dict[str, list[Found]] = {}
    for (name, entry), start, end in shipped().find(value):
        found.setdefault(name, []).append(Found(entry, start, end))
    return {name: tuple(settle(hits, value)) for name, hits in found.items()}


def settle(found: Collection[Found], text: str) -> Iterator[Found]:
    """Yield, in order, what is found in a text after all: not what is denied, or only looks like an entry.

    Of words that two entries are about only the longer, and of an entry that is everywhere the first ones.
    """
    end, told = 0, dict.fromkeys((id(hit.entry) for hit in found), 0)
    exceptions: dict[str, list[tuple[int, int]]] = {}
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        denied = not hit.entry.ook_ontkend and is_negated(text, hit.start)
        if hit.start >= end and not denied and not is_excepted(hit, text, exceptions):
            end = hit.end
            told[id(hit.entry)] += 1
            if told[id(hit.entry)] <= MOST:
                yield hit


def is_excepted(hit: Found, text: str, known: dict[str, list[tuple[int, int]]]) -> bool:
    """Tell whether words are part of what only looks like the entry; `known` keeps where that stands in the text."""
    for pattern in hit.entry.niet:
        if pattern not in known:
            known[pattern] = [match.span() for match in compiled(pattern).finditer(text)]
        spans = known[pattern]  # in order, and none within another
        last = bisect_right(spans, hit.start, key=itemgetter(0)) - 1
        if last >= 0 and hit.end <= spans[last][1]:
            return True
    return False
