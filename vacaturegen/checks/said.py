"""Signals of a list or an expression, each with its sentence: what surrounds words tells what they mean.

The rules about people and pay share this; a rule about words alone needs only `texts`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from vacaturegen.checks.sentences import sentence_at
from vacaturegen.checks.subject import Subject, Text, about
from vacaturegen.checks.texts import words_in

WORK = ("werk", "organisatie")
"""What texts are about that are not about the candidate: see SUBJECTS of `subject`."""
REASON = re.compile(
    r"\b(?:want|omdat|zodat|aangezien|vanwege|wegens|immers|namelijk|doordat|daarom|nodig|noodzakelijk|wettelijke?|wet)\b"
    r"|\bom\b.{0,200}?\bte\b|\b(?:in verband met|i\.v\.m\.|gezien|volgens de wet)\b",
    re.I | re.S,
)
"""How a sentence tells why something is asked."""
NEGATED = re.compile(r"\b(?:niet|geen|nooit|zonder|noch|nimmer|hoef\w*|verwijder\w*|weglaten|anonie?m\w*)\b", re.I)


NEAR = 30
"""Within how many characters behind words a negation is about them."""
MOST = 20
"""So many signals of a kind are told of one text: more tell nothing new, and each sentence is read again for each."""


class Said(NamedTuple):
    """Words that are a signal: the text they stand in, where, their sentence, and a better text if there is one."""

    text: Text
    words: str
    at: int
    sentence_start: int
    sentence: str
    better: str = ""

    @property
    def before(self) -> str:
        """What stands before the words in their sentence."""
        return self.sentence[: self.at - self.sentence_start]

    @property
    def after(self) -> str:
        """What stands behind the words in their sentence."""
        return self.sentence[self.at - self.sentence_start + len(self.words) :]

    @property
    def negated(self) -> bool:
        """Whether the sentence says that it is not so, before the words or right behind them."""
        return bool(NEGATED.search(self.before) or NEGATED.search(self.after[:NEAR]))

    @property
    def clause(self) -> str:
        """What stands before the words in their part of the sentence."""
        return re.split(r"[,;:()]", self.before)[-1]


def listed(subject: Subject, name: str, signal: str, *others: str, leave: tuple[str, ...] = ()) -> Iterator[Said]:
    """Yield each entry of a shipped list with this signal, in texts that are not about what is left."""
    told: dict[str, int] = {}
    for text, found in words_in(subject, name, lambda text: about(text.pattern) not in leave):
        wanted = found.entry.signaal == signal or found.entry.signaal in others
        if wanted and told.setdefault(text.field, 0) < MOST:
            told[text.field] += 1
            words = text.value[found.start : found.end]
            yield Said(text, words, found.start, *sentence_at(text.value, found.start), found.entry.voorstel)


def matched(
    subject: Subject, find: Callable[[str], tuple[tuple[int, str], ...]], leave: tuple[str, ...] = ()
) -> Iterator[Said]:
    """Yield what a function finds (places and words) in texts that are not about what is left."""
    for text in subject.texts:
        if about(text.pattern) not in leave:
            for at, words in find(text.value):
                yield Said(text, words, at, *sentence_at(text.value, at))


def finder(*patterns: re.Pattern[str], needs: str = "") -> Callable[[str], tuple[tuple[int, str], ...]]:
    """Return the function that finds the first of these expressions at each place; it remembers what it found.

    What does not hold one of the characters or words `needs` (in small letters, between bars) is not looked at.
    """
    wanted = needs.split("|")

    @lru_cache(maxsize=65536)
    def find(value: str) -> tuple[tuple[int, str], ...]:
        lowered = value.lower()
        if not any(word in lowered for word in wanted):
            return ()
        found: list[tuple[int, str]] = []
        end = 0
        matches = (match for pattern in patterns for match in pattern.finditer(value))
        for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
            if match.start() >= end and len(found) < MOST:
                end = match.end()
                found.append((match.start(), match[0]))
        return tuple(found)

    return find


def gives_reason(said: Said) -> bool:
    """Tell whether the sentence says why, or the one after it does."""
    following = said.text.value[said.sentence_start + len(said.sentence) + 1 :]
    first = sentence_at(following, 0).text if following else ""
    return bool(REASON.search(said.sentence) or re.search(r"\b(?:nodig|namelijk|immers|daarom)\b", first))
