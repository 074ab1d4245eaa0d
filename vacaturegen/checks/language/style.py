"""Rules about language: words that put readers off or leave them out. They never judge fixed clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vacaturegen.checks.language.own_texts import own_texts
from vacaturegen.checks.reading.apart import begins_sentence
from vacaturegen.checks.reading.patterns import words_of
from vacaturegen.checks.reading.readers import reader
from vacaturegen.checks.reading.sentences import sentences_of
from vacaturegen.checks.reading.texts import words_in
from vacaturegen.checks.rule import ALL, VACANCY, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject, Text
from vacaturegen.i18n import _

NAMES = re.compile(
    r"titel.*|afdeling|team|niveau|opleidingsniveau|wervingsbureau|.*\.(?:naam|titel|rol|label|cao|schaal)"
)
"""Fields that hold a name: somebody chose it, and a text has to use it."""
HOURS = r"(?<!\d[ \xa0])"
"""Behind a number u is short for uur."""
FORMAL = re.compile(rf"\b(?:{HOURS}u|uw|uzelf)\b(?![-'’])|(?:(?<=[.?!] )|^)(?:U|Uw)\b(?=[ ][a-z])", re.M)
FORMAL_WORDS = frozenset(("u", "uw", "uzelf"))
INFORMAL = re.compile(r"\b(?:je|jij|jou|jouw|jezelf)\b", re.I)
QUOTED = re.compile(
    r"[“„‘\"][^”“\"’]{0,400}[”\"’]"
    r"|\b[Uu] (?:tegen (?:\w+ ){1,4}?)?zeggen\b"
    r"|\b(?:zeg|zegt|zeggen|schrijf|schrijft|schrijven|gebruik|gebruikt|gebruiken)(?: (?:we|wij|je|jij))? u\b"
    r"(?= ?(?:[.,;:!?)]|\Z|tegen\b|en geen\b))"
)
"""Words that somebody says or writes, and those that are themselves what a sentence is about.

A quotation that goes on and on is not closed, and looking for its end from each sign takes too long.
"""

DENIED = re.compile(r"(?i)\b(?:niet|geen)(?! (?:alleen|zomaar|enkel|slechts)\b) (?:(?!(?:en|maar|of)\b)\w+ ){0,2}\Z")
"""How what stands right before a cliché says that this work is otherwise."""
NEAR = 40
CLICHE = "cliché"


def is_prose(text: Text) -> bool:
    """Tell whether a text is somebody's sentence rather than a name."""
    return not is_name(text.pattern)


@cache
def is_name(pattern: str) -> bool:
    """Tell whether fields with this pattern hold names."""
    return NAMES.fullmatch(pattern) is not None


@rule(
    "L02",
    "U en je door elkaar",
    Ernst.WAARSCHUWING,
    ALL,
    source="Taaladvies van de overheid (directduidelijk.nl); domein 5 (2026-11-22)",
    why=(
        "Een vacature zegt je tegen de kandidaat, een aanvraag u tegen de inschrijver. Wie beide in één adem leest,"
        " weet niet wie er bedoeld is. U voor de inschrijver naast je of de derde persoon voor de kandidaat mag wel."
    ),
    bad="doel: U maakt plannen voor de stad en je spreekt met inwoners.",
    good="doel: Plannen voor de stad maken en met inwoners spreken.",
)
def forms_of_address(subject: Subject) -> Iterator[Hit]:
    """Yield u where a vacancy says je, and both of them in one sentence of a tender request."""
    vacancy = subject.kind in VACANCY
    for text, found in subject.read(addresses_in):
        if not is_prose(text) or text.field.startswith("organisatie.") or text not in own_texts(subject):
            continue
        for at, words, mixed in found:
            if mixed or vacancy:
                message = _("“{words}” stands beside je: use one of the two for the same reader.")
                if vacancy:
                    message = _("“{words}” stands here, but a vacancy says je to the candidate.")
                yield Hit(text.field, message.format(words=words), words, at)


@reader
def addresses_in(value: str) -> tuple[tuple[int, str, bool], ...]:
    """Return where the first u of each sentence stands, the word, and whether the sentence says je as well."""
    if FORMAL_WORDS.isdisjoint(words_of(value)):
        return ()
    found = []
    for start, sentence in sentences_of(value):
        plain = QUOTED.sub(lambda quoted: " " * len(quoted[0]), sentence)
        if formal := FORMAL.search(plain):
            found.append((start + formal.start(), formal[0], bool(INFORMAL.search(plain))))
    return tuple(found)


@rule(
    "L03",
    "Ambtelijk woord waar een gewoon woord volstaat",
    Ernst.INFORMATIE,
    ALL,
    source="Stijlwijzers van Dijk en Waard, Zuid-Holland en Hollands Kroon; eigen lijst (2026-11-22)",
    why="Een gewoon woord leest sneller, ook voor wie Nederlands niet als eerste taal heeft.",
    bad="doel: Conform de afspraken verslag doen.",
    good="doel: Volgens de afspraken verslag doen.",
)
def bureaucratic_words(subject: Subject) -> Iterator[Hit]:
    """Yield each word that has a plainer one."""
    message = _("“{words}” is a word of offices; “{better}” is plainer.")
    yield from listed(subject, "ambtelijk", message)


@rule(
    "L05",
    "Cliché",
    Ernst.INFORMATIE,
    ALL,
    source="Eigen lijst, uit vacatureteksten (2026-11-22)",
    why="Wat in elke vacature staat, zegt niets over deze. Noem liever wat iemand doet of merkt.",
    bad="doel: Een spin in het web zijn.",
    good="doel: Vragen van zes teams verzamelen en bij de juiste collega brengen.",
)
def cliches(subject: Subject) -> Iterator[Hit]:
    """Yield each phrase that stands in every vacancy."""
    message = _("“{words}” says little about this work: {better}.")
    yield from listed(subject, "cliches", message, replace=False)


@rule(
    "L08",
    "Engels woord waar een Nederlands bestaat",
    Ernst.INFORMATIE,
    ALL,
    source="Eigen lijst (2026-11-22)",
    why="Een Nederlands woord begrijpt iedereen die hier solliciteert of inschrijft.",
    bad="doel: De stakeholders informeren.",
    good="doel: De belanghebbenden informeren.",
)
def english_words(subject: Subject) -> Iterator[Hit]:
    """Yield each English word that has a Dutch one."""
    message = _("“{words}” is English; “{better}” is understood by more people.")
    yield from listed(subject, "engels", message)


def listed(subject: Subject, name: str, message: str, *, replace: bool = True) -> Iterator[Hit]:
    """Yield the words of a list in the prose of a document, each once a field.

    With a capital within a sentence they are part of a name: het programma Implementatie Omgevingswet. An advice can
    `replace` them or not; it never can where words in between have to stay.
    """
    seen, own = set(), {text.field for text in own_texts(subject)}
    for text, found in words_in(subject, name, is_prose):
        words, better = text.value[found.start : found.end], found.entry.voorstel
        better = better[:1].upper() + better[1:] if replace and words[:2].istitle() else better
        denied = found.entry.signaal == CLICHE and DENIED.search(text.value, max(0, found.start - NEAR), found.start)
        named = words[:2].istitle() and not begins_sentence(text.value, found.start)
        if not denied and not named and text.field in own and (text.field, words.lower()) not in seen:
            seen.add((text.field, words.lower()))
            said = message.format(words=words, better=better)
            whole = replace and not any("..." in pattern for pattern in found.entry.patronen)
            yield Hit(text.field, said, words, found.start, better=better if whole else "")


LANGUAGE_RULES: tuple[Rule, ...] = (forms_of_address, bureaucratic_words, cliches, english_words)
