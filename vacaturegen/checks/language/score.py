"""The reading score of a document's own words, by Flesch as Douma fitted it to Dutch: information, never a gate.

Score = 206.835 - 0.93 * words a sentence - 77 * syllables a word (W.H. Douma, De leesbaarheid van landbouwbladen,
1960; dbnl.org and nl.wikipedia.org, checked 2026-11-22). Every real document of our field is called hard by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from vacaturegen.checks.reading.patterns import WORDS, words_in_order
from vacaturegen.checks.reading.readers import reader
from vacaturegen.checks.reading.sentences import sentences_of
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.dutch import number
from vacaturegen.i18n import N_, _

VOWELS = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyàáâèéêëìíîïòóôöùúûü]", re.I)
"""What makes one syllable; a vowel with a trema begins another."""
BANDS = ((30, N_("very hard")), (45, N_("hard")), (60, N_("rather hard")), (70, N_("plain")), (101, N_("easy")))
"""Douma's words for a score below a number."""
LEAST = 100
"""Words that a document needs for a score to say something."""


@lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """Return how many syllables a Dutch word has, at least one."""
    return max(1, len(VOWELS.findall(word)))


@reader
def counts(text: str) -> tuple[int, int, int]:
    """Return how many sentences, words and syllables a text has."""
    words = words_in_order(text)
    spoken = sum(WORDS.search(sentence) is not None for _start, sentence in sentences_of(text))
    return spoken, len(words), sum(map(syllables, words))


def score(texts: Iterable[Sequence[int]]) -> float | None:
    """Return the score of texts by their counts, or None when they have too few words to say something."""
    sentences = words = spoken = 0
    for of_text in texts:
        sentences, words, spoken = sentences + of_text[0], words + of_text[1], spoken + of_text[2]
    return None if words < LEAST else 206.835 - 0.93 * words / sentences - 77 * spoken / words


@rule(
    "L06",
    "Leesbaarheid van het document",
    Ernst.INFORMATIE,
    ALL,
    source="Flesch-Douma: W.H. Douma (1960), via dbnl.org (2026-11-22)",
    why=(
        "Het cijfer loopt van 0 tot 100; hoger is makkelijker. Bijna elke vacature of aanvraag scoort laag, door lange"
        " woorden die nodig zijn. Vergelijk het met een vorige versie; een doel op zich is het niet."
    ),
    bad="",
    good="",
)
def reading_score(subject: Subject) -> Iterator[Hit]:
    """Yield the score of what the document says in words of its own: of its prose, without headings and clauses."""
    found = score(of_text for text, of_text in subject.read(counts) if not text.is_heading)
    if found is not None:
        name = next(name for limit, name in BANDS if found < limit or limit > 100)
        message = _("Reading score of the {kind} (Flesch-Douma): {score}, {name}.")
        said = message.format(kind=subject.kind, score=number(round(found)), name=_(name))
        yield Hit(subject.kind, said, at_key=True)


SCORE_RULES: tuple[Rule, ...] = (reading_score,)
