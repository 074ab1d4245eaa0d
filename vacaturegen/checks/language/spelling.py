"""A rule about words that are spelled wrong, for who installed a dictionary.

Dutch makes new words by the day, and a text of HR is full of names, so that a word which no list has is seldom wrong.
It is named only when it looks much like a word that the list does have, and is no name, no English and not two words
made into one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from vacaturegen.checks.language.dictionary import is_dutch, is_installed
from vacaturegen.checks.language.slips import Meant, better_word
from vacaturegen.checks.reading.apart import APART, begins_sentence, is_name, without
from vacaturegen.checks.reading.patterns import words_of
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject, Text, is_printed, pattern_of, texts_in
from vacaturegen.i18n import _
from vacaturegen.model.base import known

HIDDEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
"""Loose accents, soft hyphens and signs without width: part of a word, though nobody sees them as letters."""
LETTER = r"[^\W\d_]"
WORDS = re.compile(rf"{LETTER}+(?:[{HIDDEN}]+{LETTER}*|['’\-]{LETTER}+)*")
JOINED_BEFORE = re.compile(r"(?:[\w@/&€+'’)\]}-]|\w[(\[])\Z")
JOINED_BEHIND = re.compile(r"[\w@/&€+'’({-]|[)\].]\w")
"""What stands against a word that is only a part of something: an address, a number, `(project)leider`, `en-`."""
LEAST = 5
"""Letters of the shortest word that is judged: of shorter ones too many look alike."""
NAMED, LONG_NAME = 7, 14
"""The same of a word with a capital that begins a sentence, and of one within a sentence: most of these are names."""
ABBREVIATED = re.compile(r"([A-Z]{2,4})([a-z]{5,})")
"""An abbreviation with a word against it: it has to stand apart by a hyphen."""
MOST = 20
"""Words of a text that are judged: each takes time, and after so many there is no need to name more."""
MOST_WORK, MOST_OF_TEXT = 300_000, 200_000
"""So much work is done for the words of a profile, and of one text: see `Meant`. It is a second or two, and enough for
some fifty words that no list has."""
FOREIGN = 5
"""With more unknown words than this, and more than a third of all, a text is in another language."""


class Slip(NamedTuple):
    """A word that is spelled wrong: where it stands, as it stands, as it reads, and the word that seems to be meant."""

    at: int
    shown: str
    word: str
    better: str


class Judged(NamedTuple):
    """The slips in a text, and the work that each of its words was that had to be judged."""

    slips: tuple[Slip, ...] = ()
    work: tuple[tuple[str, int], ...] = ()


HOLD_NAMES = re.compile(r"afdeling|team|contacten\..*|reageren\..*")
"""Fields that hold names among other words."""


@cache
def holds_names(pattern: str) -> bool:
    """Tell whether fields with this pattern are names, or hold some."""
    return is_name(pattern) or HOLD_NAMES.fullmatch(pattern) is not None


@rule(
    "L11",
    "Spelfout",
    Ernst.WAARSCHUWING,
    ALL,
    source="Woordenlijst van OpenTaal (keurmerk van de Taalunie), eigen lijst van vakwoorden (2026-11-22)",
    why=(
        "Een spelfout leidt af, en in een vacature of aanvraag kost zij vertrouwen. Deze regel kijkt alleen als de"
        " woordenlijst geïnstalleerd is: pip install 'vacaturegen[spelling]'. Gemeld wordt een woord dat niet in de"
        " lijst staat en sterk lijkt op een woord dat er wel in staat. Een goed woord dat gemeld wordt, hoort bij"
        " spelling van de organisatie."
    ),
    bad="doel: De verantwoordlijkheid voor het wijkplan dragen.",
    good="doel: De verantwoordelijkheid voor het wijkplan dragen.",
)
def misspelled_words(subject: Subject) -> Iterator[Hit]:
    """Yield each word that is spelled wrong, once a text, with the word that seems to be meant."""
    if not is_installed():
        return
    own: frozenset[str] | None = None
    for text, found in judged_texts(subject):
        for at, shown, word, better in found if is_printed(text.field, subject.kind) else ():
            own = own_words(subject) if own is None else own
            if word.lower() not in own:
                message = _("“{word}” is in no dictionary. Is “{better}” meant?").format(word=word, better=better)
                yield Hit(text.field, message, shown, at, better=better)


def judged_texts(subject: Subject) -> Iterator[tuple[Text, tuple[Slip, ...]]]:
    """Yield the texts of a profile in which something is wrong, with what that is, until it is too much work.

    All texts count, whichever document prints them, so that every document says the same of those that they share.
    """
    done: set[str] = set()
    work = 0
    for text in subject.all_texts:
        if not holds_names(text.pattern) and work < MOST_WORK:
            judged = misspelled_in(text.value)
            if judged.work:
                work += sum(cost for word, cost in judged.work if word not in done)
                done.update(word for word, _cost in judged.work)
            if judged.slips:
                yield text, judged.slips


def own_words(subject: Subject) -> frozenset[str]:
    """Return the words, in small letters, that are right because they are names of this profile or declared to be."""
    declared = known(subject.profiel, "organisatie.spelling") or ()
    names = (value for path, value in texts_in(subject.profiel, "") if holds_names(pattern_of(path)))
    texts = chain(filter(lambda one: isinstance(one, str), declared), names)
    return frozenset(clean(word).lower() for text in texts for word in WORDS.findall(text))


@lru_cache(maxsize=65536)
def misspelled_in(value: str) -> Judged:
    """Return the words of a text that are spelled wrong; one that comes back is told once."""
    if all(map(is_known, words_of(value))):  # as most are
        return Judged()
    words = set(WORDS.findall(value))
    unknown = {word for word in words if not is_known(word)}
    if not unknown or len(unknown) > max(FOREIGN, len(words) // 3):
        return Judged()
    unknown = set(filter(can_be_judged, unknown))
    found: dict[str, Slip] = {}
    work: dict[str, int] = {}
    plain = without(APART, value) if unknown else ""
    for match in WORDS.finditer(plain):
        if match[0] in unknown and not is_outside(plain, match):
            for at, part in parts_to_judge(plain, match):
                word = clean(part)
                key, enough = word.lower(), len(work) >= MOST or sum(work.values()) >= MOST_OF_TEXT
                if key in found or (enough and key not in work):
                    continue
                meant = Meant(parted(word)) if parted(word) else better_word(word)
                work[key] = meant.work
                if meant.better:
                    found[key] = Slip(match.start() + at, part, word, meant.better)
    return Judged(tuple(found.values()), tuple(work.items()))


@lru_cache(maxsize=65536)
def is_known(word: str) -> bool:
    """Tell whether a word, as it stands in a text, is in the list; most words of a text were in others before."""
    word = clean(word)
    return is_dutch(word) or (bool(PLURAL.fullmatch(word)) and is_dutch(word[:-2].upper()))


PLURAL = re.compile(r"(?:[b-df-hj-np-tv-z]{2,4}|[a-z]{1,3}[aiouy])'s")
"""The plural of an abbreviation in small letters: bsn's, toa's. Lists of words hold few of them."""


def clean(word: str) -> str:
    """Return a word as a dictionary writes it: accents joined to their letters, no signs that nobody sees."""
    return re.sub("[\u00ad\u200b-\u200d\u2060\ufeff]", "", unicodedata.normalize("NFC", word)).replace("’", "'")


def is_outside(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word is part of something that is no word, or an abbreviation."""
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 2]
    if JOINED_BEFORE.search(before) or JOINED_BEHIND.match(after):
        return True
    return after[:1] == "." and is_dutch(match[0] + ".")


@lru_cache(maxsize=65536)
def can_be_judged(word: str) -> bool:
    """Tell whether a word has a part that is judged in some place: see `parts_to_judge`."""
    parts = map(clean, word.split("-"))
    return any((len(part) >= LEAST and part[1:].islower()) or ABBREVIATED.fullmatch(part) for part in parts)


def parts_to_judge(text: str, match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Yield the parts of a word between hyphens that may be wrong, with where they begin; of a plain word all of it.

    What has a capital within a sentence is a name, unless it is long, and what has one elsewhere an abbreviation.
    """
    at = 0
    parts = match[0].split("-")
    begins = begins_sentence(text, match.start())
    for part in parts:
        word = clean(part)
        linked = part is not parts[-1] and word.endswith("s") and is_dutch(word[:-1])
        least = LEAST if word[:1].islower() else NAMED if begins and not at else LONG_NAME
        plain = len(word) >= least and word[1:].islower()
        if (plain or parted(word)) and not is_dutch(word) and not linked:
            yield at, part
        at += len(part) + 1


def parted(word: str) -> str:
    """Return an abbreviation with a Dutch word against it as two, with a hyphen; of any other word nothing."""
    found = ABBREVIATED.fullmatch(word)
    return f"{found[1]}-{found[2]}" if found and is_dutch(found[2]) else ""


SPELLING_RULES: tuple[Rule, ...] = (misspelled_words,)
