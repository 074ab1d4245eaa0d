"""Where a text says he or she, or his or her, of a candidate, who can be anybody: in one sentence, or the next one.

Whom a candidate is called by, the title of the profile tells as well: the director who is sought is no other person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from vacaturegen.checks.reading.patterns import word_set, words_of
from vacaturegen.checks.reading.readers import reader
from vacaturegen.checks.reading.said import MOST, WORK
from vacaturegen.checks.reading.sentences import Sentence, sentences_of
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
SHE_FIRST = re.compile(
    r"(Zij) (?:adviseert|beantwoordt|begeleidt|beoordeelt|bespreekt|bezoekt|denkt|durft|kent|kiest|luistert|maakt|neemt"
    r"|onderzoekt|overlegt|plant|schakelt|schrijft|spreekt|stemt|voert|weet|werkt (?:met|samen|zelfstandig|nauw))\b"
)
"""How a sentence begins that goes on about one person: what people do, one at a time."""
GROUPS = re.compile(
    r"\b(?:\w*gemeente|\w*organisatie|provincie|\w*dienst|stad|afdeling|regio|wijk|buurt|griffie|overheid|unit"
    r"|\w{3,}(?:ing|heid|tie|teit|schap))\b",
    re.I,
)
"""What she can be that is nobody: a body, a place, or what the work is about."""
OWN = r"(?:dag|dagen|agenda|planning|werk\w*|tijd|uren|aanpak|ontwikkeling|rooster|caseload|keuzes|laptop|cv)"
NEXT = re.compile(
    r"\b(?:en|waarbij|waarin) (hij)\b(?! (?:is|wordt|gaat|komt|staat|ligt|was)\b)"
    rf"|\b(zijn) (?:eigen |(?:mogelijk|huidig|nieuw)e )?{ONE}|\b(haar) eigen {OWN}\b"
    r"|\b(?:van|met|aan|voor|naar|over|bij|door) (zijn|haar) (?:team|medewerkers|collega['’]s)\b",
    re.I,
)
"""What a sentence says next of who it begins with."""
MORE_PEOPLE = re.compile(r"\b(?:cli[ëe]nt|klant|kind|jongere|collega|vrouw|gast|iemand|iedereen|wie)\b", re.I)
NO_PEOPLE = word_set(
    "ieder ander onder zonder verder eerder later achter hierover waarover daarover kader dossier document"
)
"""Others that a sentence can go on about, and words that end as names of people do."""
NEAR = 200
"""How many characters before somebody others can stand whom he can be as well."""
PRONOUNS = frozenset({"hij", "zijn", "zij", "haar"})
SOMEBODY_ELSE = re.compile(
    r"\b(?:opdrachtgever|inschrijver|leverancier|opdrachtnemer|broker|raad|or|ondernemingsraad|leidinggevende|manager"
    r"|directeur|burgemeester|secretaris|dienst|wethouder|inwoner|bestuurder|bieder|commissie|griffier|voorzitter)\b",
    re.I,
)
CALLED = re.compile(r"\w{3,}(?:er|eur|or|ier|ist|aris|aar|oog|ant|ent|kundige|coach|trainee)\Z")
CALLED_SO = frozenset({"kandidaat", "professional", "sollicitant"})
"""Names of a candidate that stand in no title."""
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
    """Yield each he or she, his or her that is said of the candidate, with the field and the text that it stands in."""
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
    """Return the first times that a text says he or she of a candidate, whom it may call by one of some names."""
    found: list[He] = []
    told: dict[int, bool] = {}
    sentences = tuple(sentences_of(value))
    for index, (start, sentence) in enumerate(sentences):
        first = goes_on(sentences, index)
        if first and not sentence.endswith("?") and is_told(sentences, index - 1, names, told):
            found.append(He(start, first[1]))
        found.extend(
            He(start + match.start(1), match[1].split()[0])
            for match in HE.finditer(sentence)
            if not others(SOMEBODY_ELSE, sentence[max(0, match.start() - NEAR) : match.end()], names)
        )
        if (later := next_said(sentence, names)) and all(he.at != start + later.at for he in found):
            found.append(He(start + later.at, later.word))
        if len(found) >= MOST:
            break
    return tuple(found[:MOST])


def goes_on(sentences: Sequence[Sentence], index: int) -> re.Match[str] | None:
    """Return how a sentence begins that goes on about the one before it, or None."""
    text = sentences[index].text
    if (she := SHE_FIRST.match(text)) and not (index and GROUPS.search(sentences[index - 1].text)):
        return she
    return HE_FIRST.match(text)


def is_told(sentences: Sequence[Sentence], last: int, names: frozenset[str], told: dict[int, bool]) -> bool:
    """Tell whether a sentence is about a candidate: it names one, or goes on about one that others before it name.

    `told` keeps the answers, so that of many sentences that go on each is read once.
    """
    answer, looked_at = False, []
    for index in range(last, -1, -1):
        if index in told:
            answer = told[index]
            break
        looked_at.append(index)
        text = sentences[index].text
        named = re.search(PERSON, text, re.I) or any(sought(name).search(text) for name in names)
        answer = bool(named and not others(SOMEBODY_ELSE, text, names))
        if answer or not goes_on(sentences, index):
            break
    told.update(dict.fromkeys(looked_at, answer))
    return answer


def next_said(sentence: str, names: frozenset[str]) -> He | None:
    """Return the first he or she of a sentence that begins with a candidate and tells of nobody else before it."""
    if not NEXT.search(sentence):  # as most do not
        return None
    begun = next(filter(None, (sought(name).match(sentence) for name in names | CALLED_SO)), None)
    said = NEXT.search(sentence, begun.end()) if begun else None
    if begun is None or said is None:
        return None
    between = sentence[begun.end() : said.start()]
    people = {word for word in words_of(between) if CALLED.search(word)} - NO_PEOPLE
    word = next(filter(None, said.groups()))
    group = word.lower() == "haar" and GROUPS.search(between)
    if people or group or others(SOMEBODY_ELSE, between, names) or MORE_PEOPLE.search(between):
        return None
    return He(said.start(said.lastindex or 0), word)


@lru_cache(maxsize=4096)
def sought(name: str) -> re.Pattern[str]:
    """Return what finds somebody called by a name: the director, not a director of others."""
    return re.compile(rf"\b(?:de|een|onze|als) (?:\w+ )?{re.escape(name)}\b(?! van)", re.I)
