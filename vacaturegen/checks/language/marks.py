"""A rule about marks that got lost: the trema, the accent or the apostrophe that a word cannot do without.

The list holds the right words; what they look like without their marks is computed, so that each can be repaired with
certainty. A word that means something else without its mark (een, voor, bureaus) is not in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from vacaturegen.checks.figures import read_data
from vacaturegen.checks.reading.patterns import WORDS, words_of
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _

KEY = 4
"""With how many letters a stem is looked up."""


def plain_of(word: str) -> str:
    """Return a word in small letters without accents, tremas and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(sign for sign in plain if not unicodedata.combining(sign) and sign not in "'’")


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
    return re.compile("|".join(map(re.escape, marked_words()[2])))


@lru_cache(maxsize=65536)
def with_marks(word: str) -> str | None:
    """Return a word with the marks that it lost, or None when it lost none."""
    words, stems, parts = marked_words()
    lowered = word.lower()
    if right := small_words().get(lowered):
        return right.capitalize() if word[1:].islower() and word[0].isupper() else right
    if right := words.get(lowered):
        return like(word, right)
    if found := parts_pattern().search(lowered):
        return like(word, lowered[: found.start()] + parts[found[0]] + lowered[found.end() :])
    for plain, stem in stems.get(lowered[:KEY], ()):
        if lowered.startswith(plain):
            return like(word, stem + lowered[len(plain) :])
    return None


def like(word: str, right: str) -> str:
    """Return a word with the capitals of another one, which has the same letters without their marks."""
    capitals = iter(word)
    return "".join(sign if sign in "'’" else sign.upper() if next(capitals).isupper() else sign for sign in right)


@lru_cache(maxsize=65536)
def lost_in(value: str) -> tuple[tuple[int, str, str], ...]:
    """Return where words that lost their marks stand in a text, the word, and how it should be."""
    if not any(map(with_marks, (part for word in words_of(value) for part in word.split("-")))):
        return ()
    found = []
    for match in WORDS.finditer(value):
        at = match.start()
        for part in match[0].split("-"):
            if (right := with_marks(part)) and not in_address(value, at, len(part)):
                found.append((at, part, right))
            at += len(part) + 1
    return tuple(found)


def in_address(value: str, at: int, length: int) -> bool:
    """Tell whether a word is part of a web or e-mail address, which has no marks."""
    return value[at - 1 : at] in ("/", ".", "@", "_") or value[at + length : at + length + 1] in ("@", "/", "_")


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
    for text in subject.texts:
        for at, word, right in lost_in(text.value):
            message = _("“{word}” has lost a mark: it is “{right}”.").format(word=word, right=right)
            yield Hit(text.field, message, word, at, better=right, certain=True)


MARK_RULES: tuple[Rule, ...] = (lost_marks,)
