"""The sentences of a text, each with its place: split once, and remembered for all rules that look at sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from vacaturegen.checks.reading.joints import Joint, joints_in
from vacaturegen.checks.reading.patterns import AT_HAND
from vacaturegen.dutch import sentences


class Sentence(NamedTuple):
    """A sentence, and where in its text it begins."""

    start: int
    text: str


@lru_cache(maxsize=AT_HAND)
def sentences_of(value: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text of one or more paragraphs, at least one; those that are joined are split too."""
    found: list[Sentence] = []
    begin = 0
    for paragraph in value.split("\n\n"):
        at = begin
        for sentence in sentences(paragraph):
            found.append(Sentence(at, sentence))
            at += len(sentence) + 1
        begin += len(paragraph) + 2
    joints = joints_in(value)
    return tuple(unjoined(found, joints) if joints else found)


def unjoined(found: list[Sentence], joints: tuple[Joint, ...]) -> Iterator[Sentence]:
    """Yield sentences, those that hold joints in parts; both are in order."""
    later = iter([*joints, None])
    joint = next(later)
    for start, text in found:
        begin, end = start, start + len(text)
        while joint is not None and joint.end < end:
            if begin < joint.end:
                yield Sentence(begin, text[begin - start : joint.end - start])
                begin = joint.begin
            joint = next(later)
        yield Sentence(begin, text[begin - start :])


def sentence_at(value: str, at: int) -> Sentence:
    """Return the sentence of a text in which a character stands; behind the end the last one."""
    found = sentences_of(value)
    return found[max(0, bisect_right(found, at, key=attrgetter("start")) - 1)]
