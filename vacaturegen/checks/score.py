"""The reading score of a whole document, by Flesch as Douma fitted it to Dutch: information, never a gate.

Score = 206.835 - 0.93 * words a sentence - 77 * syllables a word (W.H. Douma, De leesbaarheid van landbouwbladen,
1960; dbnl.org and nl.wikipedia.org, checked 2026-11-22). Every real document of our field is called hard by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it.token import Token

from vacaturegen.checks.patterns import WORDS
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.sentences import sentences_of
from vacaturegen.checks.subject import Subject
from vacaturegen.dutch import number
from vacaturegen.i18n import N_, _
from vacaturegen.markdown import plain

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


def score(texts: Sequence[str]) -> float | None:
    """Return the score of the sentences in texts, or None when they are too few to say something."""
    found = [words for text in texts for _start, sentence in sentences_of(text) if (words := WORDS.findall(sentence))]
    words = [word for sentence in found for word in sentence]
    if len(words) < LEAST:
        return None
    return 206.835 - 0.93 * len(words) / len(found) - 77 * sum(map(syllables, words)) / len(words)


def prose_of(tokens: Sequence[Token]) -> list[str]:
    """Return the text of each paragraph and item of a document; of headings and tables none."""
    found, inside = [], 0
    for token in tokens:
        if token.type in ("heading_open", "table_open"):
            inside += 1
        elif token.type in ("heading_close", "table_close"):
            inside -= 1
        elif token.type == "inline" and not inside:
            found.append(plain(token))
    return found


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
    """Yield the score of the document."""
    found = score(prose_of(subject.tokens))
    if found is not None:
        name = next(name for limit, name in BANDS if found < limit or limit > 100)
        message = _("Reading score of the {kind} (Flesch-Douma): {score}, {name}.")
        said = message.format(kind=subject.kind, score=number(round(found)), name=_(name))
        yield Hit(subject.kind, said, at_key=True)


SCORE_RULES: tuple[Rule, ...] = (reading_score,)
