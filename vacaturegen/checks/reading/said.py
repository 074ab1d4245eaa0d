"""Signals of a list or an expression, each with its sentence: what surrounds words tells what they mean.

The rules about people and pay share this; a rule about words alone needs only `texts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vacaturegen.checks.reading.readers import holds, reader
from vacaturegen.checks.reading.sentences import sentence_at
from vacaturegen.checks.reading.texts import words_in
from vacaturegen.checks.subject import Subject, Text, about

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


class Finder:
    """Finds the first of some expressions at each place of a text: a reader of texts.

    What does not hold one word of each group of `needs` (words or signs in small letters, between bars) is not looked
    at: that takes a hundredth of the time. An expression can come with a quick one for what is in it, in small letters.
    """

    def __init__(self, *patterns: re.Pattern[str] | tuple[re.Pattern[str], str], needs: tuple[str, ...]) -> None:
        paired = (one if isinstance(one, tuple) else (one, "") for one in patterns)
        self.patterns = tuple((pattern, re.compile(quick)) for pattern, quick in paired)
        self.needs = tuple(group.split("|") for group in needs)
        reader(self)

    def __call__(self, value: str) -> tuple[tuple[int, str], ...]:
        """Return the places and the words that are found in a text."""
        lowered = value.lower()
        for group in self.needs:
            if not holds(lowered, group):
                return ()
        found: list[tuple[int, str]] = []
        end = 0
        wanted = (pattern for pattern, quick in self.patterns if quick.search(lowered))
        matches = (match for pattern in wanted for match in pattern.finditer(value))
        for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
            if match.start() >= end and len(found) < MOST:
                end = match.end()
                found.append((match.start(), match[0]))
        return tuple(found)


def listed(subject: Subject, name: str, signal: str, *others: str, leave: tuple[str, ...] = ()) -> Iterator[Said]:
    """Yield each entry of a shipped list with this signal, in texts that are not about what is left."""
    told: dict[str, int] = {}
    for text, found in words_in(subject, name, lambda text: about(text.pattern) not in leave):
        wanted = found.entry.signaal == signal or found.entry.signaal in others
        if wanted and told.setdefault(text.field, 0) < MOST:
            told[text.field] += 1
            words = text.value[found.start : found.end]
            yield Said(text, words, found.start, *sentence_at(text.value, found.start), found.entry.voorstel)


def matched(subject: Subject, find: Finder, leave: tuple[str, ...] = ()) -> Iterator[Said]:
    """Yield what is found (places and words) in texts that are not about what is left."""
    for text, found in subject.read(find):
        for at, words in found if about(text.pattern) not in leave else ():
            yield Said(text, words, at, *sentence_at(text.value, at))


def gives_reason(said: Said) -> bool:
    """Tell whether the sentence says why, or the one after it does."""
    following = said.text.value[said.sentence_start + len(said.sentence) + 1 :]
    first = sentence_at(following, 0).text if following else ""
    return bool(REASON.search(said.sentence) or re.search(r"\b(?:nodig|namelijk|immers|daarom)\b", first))
