"""Where a text says he or his of a candidate, who can be anybody: in one sentence, or in the one behind it.

Whom a candidate is called by, the title of the profile tells as well: the director who is sought is no other person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from vacaturegen.checks.reading.patterns import words_of
from vacaturegen.checks.reading.readers import reader
from vacaturegen.checks.reading.said import WORK
from vacaturegen.checks.reading.sentences import sentences_of
from vacaturegen.checks.subject import Subject, about

PERSON = r"\b(?:kandidaat|professional|sollicitant|iemand die|persoonlijkheid)\b"
ONE = (
    r"(?:cv|motivatie|werkzaamheden|vakgebied|laptop|aanstelling|functie|baan|werkgever|aanpak|advies|advisering|rol"
    r"|netwerk|taak|dagelijks werk)\b(?!-)"
)
"""What somebody has one of, so that zijn before it is no verb."""
HE = re.compile(rf"{PERSON}[^.;:?!]{{0,200}}?\b(hij\b|zijn (?:eigen |of |(?:mogelijk|huidig|nieuw)e )?{ONE})", re.I)
HE_FIRST = re.compile(
    r"(Hij|Zijn)\b(?! (?:de|het|een|er|je|jij|jouw|we|wij|u|uw|deze|die|dit|dat|alle|onze|ons|hun|zij|ze|al|daar|of)\b)"
)
"""How a sentence begins that goes on about the one before; `Zijn de plannen klaar?` is about something else."""
NEAR = 200
"""How many characters before somebody others can stand whom he can be as well."""
PRONOUNS = frozenset({"hij", "zijn"})
SOMEBODY_ELSE = re.compile(
    r"\b(?:opdrachtgever|inschrijver|leverancier|opdrachtnemer|broker|raad|or|ondernemingsraad|leidinggevende|manager"
    r"|directeur|burgemeester|secretaris|dienst|wethouder|inwoner|bestuurder|bieder|commissie|griffier|voorzitter)\b",
    re.I,
)
CALLED = re.compile(r"\w{3,}(?:er|eur|or|ier|ist|aris|aar|oog|ant|ent|coach|trainee)\Z")
NO_PERSON = re.compile(r"(?:ment|beheer|verkeer|vervoer|water|cultuur|sector)\Z")
"""Words of a title that a person can be called by, and others that only end like them."""


class He(NamedTuple):
    """Where a pronoun stands in a text that is said of a candidate, and the pronoun."""

    at: int
    word: str


def names_of(subject: Subject) -> frozenset[str]:
    """Return the words, in small letters, that a profile calls its candidate by in its title."""
    return called_by(subject.known("titel") or "")


@lru_cache(maxsize=4096)
def called_by(title: str) -> frozenset[str]:
    """Return the words of a title that a person can be called by."""
    return frozenset(word for word in words_of(title) if CALLED.search(word) and not NO_PERSON.search(word))


def others(found: re.Pattern[str], words: str, names: frozenset[str]) -> bool:
    """Tell whether words name somebody else: one of a list whom the profile does not seek."""
    return any(match[0].lower() not in names for match in found.finditer(words))


def said_of_candidate(subject: Subject) -> Iterator[tuple[str, str, He]]:
    """Yield each he or his that is said of the candidate, with the field and the text that it stands in."""
    names = names_of(subject)
    for text, _words in subject.read(pronouns_in):
        for found in he_in(text.value, names) if about(text.pattern) not in WORK else ():
            yield text.field, text.value, found


@reader
def pronouns_in(value: str) -> tuple[str, ...]:
    """Return the pronouns in a text that can be said of a candidate."""
    return tuple(PRONOUNS.intersection(words_of(value)))


@lru_cache(maxsize=65536)
def he_in(value: str, names: frozenset[str]) -> tuple[He, ...]:
    """Return each he or his of a text that is said of a candidate, whom it may call by one of some names."""
    found: list[He] = []
    told = False
    for start, sentence in sentences_of(value):
        first = HE_FIRST.match(sentence)
        if first and told and not sentence.endswith("?"):
            found.append(He(start, first[1]))
        found.extend(
            He(start + match.start(1), match[1].split()[0])
            for match in HE.finditer(sentence)
            if not others(SOMEBODY_ELSE, sentence[max(0, match.start() - NEAR) : match.end()], names)
        )
        named = re.search(PERSON, sentence, re.I) or any(sought(name).search(sentence) for name in names)
        told = bool(first and told) or bool(named and not others(SOMEBODY_ELSE, sentence, names))
    return tuple(found)


@lru_cache(maxsize=4096)
def sought(name: str) -> re.Pattern[str]:
    """Return what finds somebody called by a name: the director, not a director of others."""
    return re.compile(rf"\b(?:de|een|onze|als) (?:\w+ )?{re.escape(name)}\b(?! van)", re.I)
