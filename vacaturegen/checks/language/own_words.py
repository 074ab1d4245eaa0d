"""Words that an organisation avoids: its own list, found in its texts as the shipped lists are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from vacaturegen.checks.reading.patterns import DOTS, PatternError, compile_pattern
from vacaturegen.checks.reading.phrases import Phrases
from vacaturegen.checks.reading.wordlists import Entry, Found, settle
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _
from vacaturegen.model.base import known
from vacaturegen.model.places import IN_TEXT

LIST = "organisatie.woorden"
MOST_DOTS = 2
"""How often dots can stand in a pattern: nobody tries our own patterns on all texts there are."""
TO_FILL_IN = "<vul in>"
"""How a place to fill in is shown."""


def entries_of(subject: Subject) -> Iterator[tuple[str, Entry]]:
    """Yield the words that the organisation of a profile avoids, each with its dotted path."""
    for index, item in enumerate(known(subject.profiel, LIST) or ()):
        if (word := known(item, "woord")) is not None:
            better, why = (IN_TEXT.sub(TO_FILL_IN, known(item, name) or "") for name in ("beter", "reden"))
            yield f"{LIST}.{index}.woord", Entry((IN_TEXT.sub(TO_FILL_IN, word),), why, better, ook_ontkend=True)


@lru_cache(maxsize=1024)
def is_pattern(pattern: str) -> bool:
    """Tell whether a text is a pattern of words, and one that is soon looked for."""
    if pattern.split(" ").count(DOTS) > MOST_DOTS:
        return False
    try:
        compile_pattern(pattern)
    except PatternError:
        return False
    return True


@lru_cache(maxsize=16)
def phrases_of(entries: tuple[Entry, ...]) -> Phrases[Entry]:
    """Return the patterns of some entries."""
    return Phrases((entry, pattern) for entry in entries for pattern in entry.patronen)


@lru_cache(maxsize=65536)
def find_in(entries: tuple[Entry, ...], text: str) -> tuple[Found, ...]:
    """Return what entries are found in a text; profiles of one organisation share many texts."""
    return tuple(settle([Found(*found) for found in phrases_of(entries).find(text)], text))


@rule(
    "L09",
    "Woord dat de organisatie vermijdt",
    Ernst.WAARSCHUWING,
    ALL,
    source="De eigen lijst van de organisatie: organisatie.woorden",
    why="De organisatie heeft afgesproken welke woorden zij niet gebruikt. Zij bepaalt zelf welke dat zijn, en waarom.",
    bad="organisatie:\n  woorden:\n    - woord: klant|klanten\n      beter: inwoner\ndoel: De klanten helpen.",
    good="organisatie:\n  woorden:\n    - woord: klant|klanten\n      beter: inwoner\ndoel: De inwoners helpen.",
)
def avoided_words(subject: Subject) -> Iterator[Hit]:
    """Yield each word of the organisation's list."""
    entries = tuple(entry for _path, entry in entries_of(subject) if is_pattern(entry.patronen[0]))
    for text in subject.texts if entries else ():
        for found in find_in(entries, text.value):
            words, entry = text.value[found.start : found.end], found.entry
            said = _("The organisation avoids “{words}”; “{better}” is better.")
            said = said if entry.voorstel else _("The organisation avoids “{words}”: say it in other words.")
            message = said.format(words=words, better=entry.voorstel)
            yield Hit(text.field, f"{message} {entry.signaal}".rstrip(), words, found.start, better=entry.voorstel)


@rule(
    "N05",
    "Woord van de organisatie dat niet gezocht kan worden",
    Ernst.FOUT,
    ALL,
    source="Zo staat een woord in een lijst; zie het handboek, Controleren",
    why="Wat niet gezocht kan worden, wordt ook niet gevonden: de lijst lijkt dan meer te doen dan zij doet.",
    bad="organisatie:\n  woorden:\n    - woord: klant(en)",
    good="organisatie:\n  woorden:\n    - woord: klanto*",
)
def bad_patterns(subject: Subject) -> Iterator[Hit]:
    """Yield each word of the organisation's list that is no pattern of words."""
    for path, entry in entries_of(subject):
        pattern = entry.patronen[0]
        if not is_pattern(pattern):
            message = _(
                "“{text}” cannot be searched for. Write words with one space between them; * stands for the rest of a"
                " word, | between words for one of them, and ... (twice at most) for some words in between."
            )
            if TO_FILL_IN in pattern:
                message = _("“{text}” cannot be searched for as long as there is a place to fill in.")
            yield Hit(path, message.format(text=pattern[:60]))


OWN_WORD_RULES: tuple[Rule, ...] = (avoided_words,)
OWN_LIST_RULES: tuple[Rule, ...] = (bad_patterns,)
