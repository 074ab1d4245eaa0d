"""Rules about what a text supposes of its reader: the time that it is, and which abbreviations are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain

from vacaturegen.checks.figures import read_data
from vacaturegen.checks.reading.patterns import word_set, words_of
from vacaturegen.checks.reading.readers import reader
from vacaturegen.checks.reading.sentences import sentences_of
from vacaturegen.checks.reading.written import Period, periods_in
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.dutch import date_text
from vacaturegen.i18n import _
from vacaturegen.notation import Datum

COMING = re.compile(
    r"(?i)\bvind(?:t|en)\b.*\bplaats\b|\b(?:zal|zullen|zult)\b|\bga(?:at|an)\b[^,]{0,60}\b(?:van start|beginnen"
    r"|starten|verhuizen|fuseren)\b"
    r"|\bsta(?:at|an) gepland\b|\bis gepland\b"
    r"|\bword(?:t|en) (?:\w+ ){0,6}(?:verwacht|gehouden|gestart|opgeleverd|verkozen|gekozen|ingevoerd|vastgesteld"
    r"|geopend)\b"
    r"|\btreed(?:t|en)\b.*\bin werking\b|\b(?:start|starten|begint|beginnen|verhuist|verhuizen|fuseert|fuseren)\b"
    r"|verkiezing(?:en)? (?:is|zijn) (?:in|op|medio|eind|begin)\b"
    r"|\b(?:is|zijn) (?:er |de |het |weer |nieuwe ){0,3}[\w-]*verkiezing(?:en)?\b"
)
"""Words of a sentence about what is still to come."""
COMING_WORDS = word_set(
    "vindt vinden zal zullen zult ga gaat gaan gepland wordt worden treedt treden start starten begint beginnen"
    " verhuist verhuizen fuseert fuseren"
)
"""One of these is in every such sentence."""
YEAR = re.compile(r"\b20\d\d\b")
"""What every period has that a text tells."""
NEAR = 40
IN_FORCE = re.compile(r"(?i)\btreed(?:t|en)\b.*\bin werking\b")
"""What happens on one day, also when it says per or met ingang van."""
SINCE = re.compile(r"(?i)\b(?:sinds|vanaf|per|met ingang van|ingaande|voor het eerst in|van) (?:\w+ )?\Z")
DONE = re.compile(
    r"(?i)\b(?:was|waren|werd|werden|vond|vonden|zijn|is|heeft|hebben|hadden) (?:\w+ ){0,8}"
    r"(?!gemeent|gebied|gebouw|gesprek)ge\w+[dtn]\b"
    r"|\b(?:was|werd|vond)\b"
)


@reader
def events_in(value: str) -> tuple[tuple[Period, str], ...]:
    """Return what a text says is still to come and when: the period, with its place in the text, and the words."""
    if "20" not in value or (COMING_WORDS.isdisjoint(words_of(value)) and "verkiezing" not in value):
        return ()
    found: list[tuple[Period, str]] = []
    for start, sentence in sentences_of(value):
        periods = periods_in(sentence) if YEAR.search(sentence) and COMING.search(sentence) else ()
        for index, period in enumerate(periods):
            end = periods[index + 1].start if index + 1 < len(periods) else len(sentence)
            part = sentence if len(periods) == 1 else sentence[period.start : end]
            before = sentence[max(0, period.start - NEAR) : period.start]
            named = period.end - period.start == len("2026") and not before.lower().endswith("in ")
            if named:  # as in the name of a plan
                continue
            ongoing = SINCE.search(before) and not IN_FORCE.search(part)
            if COMING.search(part) and not ongoing and not DONE.search(part):
                words = sentence[period.start : period.end]
                found.append((Period(start + period.start, start + period.end, period.last), words))
    return tuple(found)


def issued(subject: Subject) -> tuple[str, date | None]:
    """Return the day on which a document comes out, or else the last day to react, with the field that tells it."""
    for field in ("planning.publicatie", "planning.sluiting"):
        if isinstance(day := subject.known(field), Datum):
            return field, day.dag
    return "", None


@rule(
    "S14",
    "Iets dat al voorbij is, staat er als toekomst",
    Ernst.INFORMATIE,
    ALL,
    source="Veldkennis: verkiezingen “eind mei” in een aanvraag die in juli sluit",
    why="Een tekst die uit een oudere is overgenomen, kondigt soms iets aan dat bij de publicatie al geweest is.",
    bad="doel: Een plan opleveren. Eind mei 2026 vinden er gesprekken met de wijk plaats.",
    good="doel: Een plan opleveren. Eind mei 2027 vinden er gesprekken met de wijk plaats.",
)
def stale_events(subject: Subject) -> Iterator[Hit]:
    """Yield each event that a text announces, and that lies before the document itself."""
    field, day = issued(subject)
    for text, events in subject.read(events_in) if day else ():
        for period, words in events:
            if day and period.last < day:
                if field == "planning.publicatie":
                    message = _(
                        "“{words}” lies before {day}, when this comes out, but the sentence says it is to come."
                    )
                else:
                    message = _("“{words}” lies before the closing, {day}, but the sentence says it is to come.")
                told = message.format(words=words, day=date_text(Datum(day)))
                yield Hit(text.field, told, words, period.start)


ABBREVIATION = re.compile(r"(?<![\w.@/&-])[A-Z][A-Z&]{1,5}(?![\w@/&]|\.\w)")


@cache
def known_abbreviations() -> frozenset[str]:
    """Return the abbreviations that need no explanation."""
    return frozenset(chain.from_iterable(read_data("afkortingen")))


@rule(
    "S15",
    "Een afkorting zonder uitleg",
    Ernst.INFORMATIE,
    ALL,
    source="Schrijfadviezen voor begrijpelijke taal, nagegaan 2026-11-22",
    why="Wie van buiten komt, kent de afkortingen van de organisatie niet. Schrijf bij de eerste keer voluit wat"
    " het is.",
    bad="doel: Een plan opleveren voor de VTHX.",
    good="doel: Een plan opleveren voor de Vergunningen en Toezicht (VTHX). De VTHX besluit.",
    off=True,
)
def unknown_abbreviations(subject: Subject) -> Iterator[Hit]:
    """Yield each abbreviation at its first place, unless it is known or stands somewhere beside brackets."""
    own = {str(subject.known("organisatie.afkorting") or "")}
    found: dict[str, Hit] = {}
    explained: set[str] = set()
    for text in subject.texts:
        for match in ABBREVIATION.finditer(text.value):
            word = match[0]
            before, after = text.value[: match.start()][-1:], text.value[match.end() : match.end() + 2]
            if before == "(" or after == " (":
                explained.add(word)
            message = _("“{word}” is not explained. Write it in full the first time.").format(word=word)
            found.setdefault(word, Hit(text.field, message, word, match.start()))
    yield from (hit for word, hit in found.items() if word not in known_abbreviations() | explained | own)


STALE_RULES: tuple[Rule, ...] = (stale_events, unknown_abbreviations)
