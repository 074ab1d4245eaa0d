"""A rule about marks that got lost: the trema, the accent or the apostrophe that a word cannot do without.

The list holds the right words; what they look like without their marks is computed, so that each can be repaired with
certainty. A word that means something else without its mark (een, voor, bureaus) is not in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from vacaturegen.checks.figures import read_data
from vacaturegen.checks.reading.apart import APART, begins_sentence, is_joined, is_name, without
from vacaturegen.checks.reading.patterns import WORDS, small, words_of
from vacaturegen.checks.reading.readers import reader
from vacaturegen.checks.reading.said import MOST
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _
from vacaturegen.model.base import known

KEY = 4
"""With how many letters a stem is looked up."""
APOSTROPHES = "'’"
ENGLISH = ("ation", "ations", "ating", "ented")
"""How English words end that look like Dutch ones: coordination, object-oriented."""
LONE = re.compile(r"(?<![\w'’‘`´-])s (?:ochtends|morgens|middags|avonds|nachts|zomers|winters)\b", re.I)
"""What is left of 's avonds without its apostrophe; with another sign it is a matter of that sign."""
PLURAL = r"(?=(?:['’]s)?\Z)"
"""What can stand behind a plural with an apostrophe: nothing, or one at a wrong place; themasessie is right."""


class Lost(NamedTuple):
    """A word that lost a mark: where it stands, the word, the one with hyphens that it is of, and how it should be.

    With a capital within a sentence it may be a name, and is not `sure`.
    """

    at: int
    word: str
    whole: str
    right: str
    sure: bool


def plain_of(word: str) -> str:
    """Return a word in small letters without accents, tremas and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(sign for sign in plain if not unicodedata.combining(sign) and sign not in APOSTROPHES)


@cache
def marked_words() -> tuple[dict[str, str], dict[str, list[tuple[str, str]]], dict[str, str]]:
    """Return by how they look without marks: whole words, stems by their first letters, and parts of words."""
    data = read_data("tekens")
    words, parts = ({plain_of(right): right for right in data[name]} for name in ("woorden", "ergens"))
    stems: dict[str, list[tuple[str, str]]] = {}
    for stem in data["stammen"]:
        stems.setdefault(plain_of(stem)[:KEY], []).append((plain_of(stem), stem))
    return words, stems, parts


@cache
def small_words() -> dict[str, str]:
    """Return, by how they look without marks, the words that house style writes in small letters."""
    return {plain_of(right): right for right in read_data("tekens")["klein"]}


@cache
def parts_pattern() -> re.Pattern[str]:
    """Return the expression of all parts of words."""
    parts = marked_words()[2].items()
    return re.compile("|".join(plain + (PLURAL if right.endswith("'s") else "") for plain, right in parts))


@lru_cache(maxsize=65536)
def with_marks(word: str) -> str | None:
    """Return a word with the marks that it lost, or None when it lost none; an English word has none to lose."""
    words, stems, parts = marked_words()
    lowered = small(word)
    if lowered.endswith(ENGLISH):
        return None
    if right := small_words().get(lowered):
        return right.capitalize() if word[1:].islower() and word[0].isupper() else right
    if right := words.get(lowered):
        return like(word, right)
    if found := parts_pattern().search(lowered):
        right, behind = parts[found[0]], lowered[found.end() :]
        return like(word, lowered[: found.start()] + right + ("" if right.endswith("'s") else behind))
    for plain, stem in stems.get(lowered[:KEY], ()):
        if lowered.startswith(plain):
            return like(word, stem + lowered[len(plain) :])
    return None


@lru_cache(maxsize=65536)
def has_lost(word: str) -> bool:
    """Tell whether a word, or a part of it between hyphens, lost a mark."""
    return any(map(with_marks, word.split("-")))


def like(word: str, right: str) -> str:
    """Return a word with the capitals of another one, which has the same letters without their marks."""
    capitals = iter([sign for sign in word if sign not in APOSTROPHES])
    return "".join(
        sign if sign in APOSTROPHES else sign.upper() if next(capitals).isupper() else sign for sign in right
    )


@reader
def lost_in(value: str) -> tuple[Lost, ...]:
    """Return the words of a text that lost their marks, the first of many."""
    words = words_of(value)
    if "s" not in words and not any(map(has_lost, words)):
        return ()
    return tuple(islice(all_lost(without(APART, value)), MOST))


def all_lost(text: str) -> Iterator[Lost]:
    """Yield the words that lost their marks in a text, from which is taken what nobody spells."""
    for match in LONE.finditer(text):
        yield Lost(match.start(), match[0], match[0], f"'s{match[0][1:]}", True)
    for match in WORDS.finditer(text):
        at = match.start()
        for part in match[0].split("-"):
            if (right := with_marks(part)) and not is_joined(text, *match.span()):
                named = (
                    part[0].isupper() and part[1:].islower() and not (at == match.start() and begins_sentence(text, at))
                )
                yield Lost(at, part, match[0], right, not named)
            at += len(part) + 1


def declared_words(subject: Subject) -> frozenset[str]:
    """Return the words, in small letters, that the organisation says are spelled right."""
    declared = known(subject.profiel, "organisatie.spelling") or ()
    return frozenset(word for text in declared if isinstance(text, str) for word in words_of(text))


@rule(
    "S13",
    "Trema, accent of apostrof kwijt",
    Ernst.WAARSCHUWING,
    ALL,
    source="Leidraad van de spelling (Taalunie); eigen lijst (2026-11-22)",
    why="Zonder het teken staat er een spelfout, vaak omdat tekst uit een ander systeem is geplakt.",
    bad="doel: De themas van de wijk coordineren.",
    good="doel: De thema's van de wijk coördineren.",
)
def lost_marks(subject: Subject) -> Iterator[Hit]:
    """Yield each word that lost a mark, with the word as it should be."""
    declared = declared_words(subject)
    for text, lost in subject.read(lost_in):
        for at, word, whole, right, sure in () if is_name(text.pattern) else lost:
            if declared.isdisjoint((word.lower(), whole.lower())):
                message = _("“{word}” has lost a mark: it is “{right}”.").format(word=word, right=right)
                yield Hit(text.field, message, word, at, better=right, certain=sure)


MARK_RULES: tuple[Rule, ...] = (lost_marks,)
