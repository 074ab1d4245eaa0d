"""Signals in a text that practice may look like employment, and what the text says that points the other way.

The lists are data; a row says in which relation its words must stand. What is found in a text is remembered, as
profiles share many texts. Which texts of a request are looked at is told by `dba_texts`, what is reported by `dba`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby, islice
from typing import Any, NamedTuple

from vacaturegen.checks.dba.sentences import (
    REACH,
    is_about_law,
    is_about_other,
    is_about_past,
    is_about_route,
    is_about_topic,
    is_denied,
    sentence_around,
    target_of,
)
from vacaturegen.checks.figures import read_data
from vacaturegen.checks.reading.patterns import WORDS, compiled
from vacaturegen.checks.reading.phrases import Phrases

GROUPS = ("gezag", "werktijden", "inbedding", "persoonlijk", "werknemer", "hulpmiddelen")
"""The lists of signals: `dba-<group>` in the data."""
NOTES = ("positief", "beweringen", "resultaat", "middelen", "verschil", "waadi", "wtta")
"""The other lists: what a request says, whoever it speaks of."""
TOPICS = ("werktijden", "werknemer", "hulpmiddelen")
"""The groups whose words are also what the work of an adviser is about."""
DEFAULT_TARGET = "de contactpersoon van de opdracht"
MOST, MOST_OF_ALL = 20, 100
"""So many words of a row, and of all rows, are looked at in one text: each time its sentence is read."""
OVER = re.compile(r"\bover\b", re.I)
LONGEST_TARGET = 60


class Signal(NamedTuple):
    """Words of a text that are a row's, and a neutral way to say it, or advice where there is no such way."""

    group: str
    name: str
    start: int
    end: int
    better: str
    advice: str
    information: bool


class Row:
    """A row of a list: of which group, and in which relation its words must stand."""

    def __init__(self, group: str, data: Mapping[str, Any]) -> None:
        self.group = group
        self.data = data
        self.kinds = tuple(data.get("naar", "").split())
        """At whom the words must point."""
        self.reach = int(data.get("binnen", REACH))
        """Within how many words behind them that must be."""
        self.unless = tuple(data.get("tenzij", ()))
        self.needs = tuple(data.get("met", ()))
        self.looks_like = tuple(data.get("niet", ()))


class Words(NamedTuple):
    """Words of a text that a row is about."""

    row: Row
    start: int
    end: int


@cache
def phrases() -> Phrases[Row]:
    """Return the patterns of all lists."""
    rows = [Row(group, data) for group in (*GROUPS, *NOTES) for data in read_data(f"dba-{group}")]
    return Phrases((row, pattern) for row in rows for pattern in row.data["patroon"])


@cache
def any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return the expression of any of these patterns."""
    return re.compile("|".join(compiled(pattern).pattern for pattern in patterns), re.I)


@lru_cache(maxsize=16384)
def words_in(value: str) -> tuple[Words, ...]:
    """Return the words of all lists that a text holds, in order; of many the first."""
    found = sorted((Words(*found) for found in phrases().find(value)), key=lambda words: (words.start, -words.end))
    looked_at: list[Words] = []
    seen = Counter[Row]()
    for words in found:
        seen[words.row] += 1
        if seen[words.row] <= MOST and len(looked_at) < MOST_OF_ALL:
            looked_at.append(words)
    return tuple(looked_at)


@lru_cache(maxsize=4096)
def own_words(title: str) -> frozenset[str]:
    """Return the words by which a title calls the professional."""
    return frozenset(word.lower() for word in WORDS.findall(title) if len(word) > 3)


@lru_cache(maxsize=16384)
def find_signals(value: str, own: frozenset[str]) -> tuple[Signal, ...]:
    """Return the signals in a text; `own` are the words by which the title calls the professional."""
    return tuple(signals_of([words for words in words_in(value) if words.row.group in GROUPS], value, own))


@lru_cache(maxsize=16384)
def find_notes(value: str) -> tuple[Signal, ...]:
    """Return what a text says of the other lists, each on its own."""
    found = [words for words in words_in(value) if words.row.group in NOTES]
    groups = sorted({words.row.group for words in found}, key=NOTES.index)
    return tuple(
        note
        for group in groups
        for note in signals_of([words for words in found if words.row.group == group], value, frozenset())
    )


def signals_of(found: Sequence[Words], value: str, own: frozenset[str]) -> Iterator[Signal]:
    """Yield the signals that words are; of words that two rows are about the longer, of the same words the first."""
    end = 0
    for (start, stop), same in groupby(found, key=lambda words: (words.start, words.end)):
        rows = [words for words in same if start >= end and not is_lookalike(words, value)]
        if rows:
            end = stop
        yield from islice(filter(None, (make_signal(value, words, own) for words in rows)), 1)


def is_lookalike(words: Words, value: str) -> bool:
    """Tell whether words are part of what only looks like the row."""
    return any(
        match.start() <= words.start and words.end <= match.end()
        for pattern in words.row.looks_like
        for match in compiled(pattern).finditer(value)
    )


def make_signal(value: str, words: Words, own: frozenset[str]) -> Signal | None:
    """Return the signal that words are in their sentence, or None when they are none."""
    row = words.row
    sentence = sentence_around(value, words.start)
    start, end = words.start - sentence.start, words.end - sentence.start
    if is_silent(sentence.text, start, end, row, own):
        return None
    better = row.data.get("voorstel", "")
    kinds = ("tijdelijk_team", *row.kinds) if "team" in row.kinds else row.kinds
    target = target_of(sentence.text, start, end, kinds, row.reach) if kinds else None
    if kinds and (target is None or not is_signal_at(target.kind, sentence.text, own, target.words)):
        return None
    if not kinds and "{wie}" in better:
        target = target_of(sentence.text, end, end, ("chef", "leiding", "opdrachtgever"))
    who = target.words if target and 0 < len(target.words) <= LONGEST_TARGET else DEFAULT_TARGET
    information = row.data.get("ernst") == "informatie"
    return Signal(
        group=row.group,
        name=row.data["signaal"],
        start=sentence.start + start,
        end=sentence.start + (max(end, target.end) if target else end),
        better=better.replace("{wie}", who),
        advice=row.data.get("raad", ""),
        information=information,
    )


def is_silent(sentence: str, start: int, end: int, row: Row, own: frozenset[str]) -> bool:
    """Tell whether a sentence makes nothing of its words: an exception, a denial, or about something else."""
    if (row.unless and any_of(row.unless).search(sentence)) or (row.needs and not any_of(row.needs).search(sentence)):
        return True
    if row.data.get("ontkenning") != "deel" and is_denied(sentence, start, end):
        return True
    if row.data.get("wie") == "zelf" and is_about_other(sentence, start, end, own):
        return True
    return row.group in GROUPS and is_elsewhere(sentence, start, end, row, own)


def is_elsewhere(sentence: str, start: int, end: int, row: Row, own: frozenset[str]) -> bool:
    """Tell whether a sentence speaks of something else than how the professional works: law, others, the past."""
    if is_about_law(sentence) or is_about_past(sentence, start):
        return True
    if row.data.get("route") != "ook" and is_about_route(sentence):
        return True
    if (row.group in TOPICS or row.data.get("vak")) and is_about_topic(sentence):
        return True
    return row.data.get("wie") != "ieder" and is_about_other(sentence, start, end, own)


def is_signal_at(kind: str, sentence: str, own: frozenset[str], words: str) -> bool:
    """Tell whether words that point at this kind of person or group are a signal.

    To report to a project or a board about something is what an assignment does; to a team leader it is authority.
    """
    if kind == "tijdelijk_team" or (kind == "team" and own.intersection(words.lower().split())):
        return False
    return kind in ("chef", "team") or not OVER.search(sentence)
