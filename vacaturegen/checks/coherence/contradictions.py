"""The rule about what a text says otherwise than the fields of its profile, where a sentence is about that fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from vacaturegen.checks.coherence.claims import claims_against
from vacaturegen.checks.coherence.levels import other_levels
from vacaturegen.checks.coherence.pay_told import pay_against
from vacaturegen.checks.coherence.points import points_against
from vacaturegen.checks.reading.told_days import Told, told_in
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject, Text
from vacaturegen.dutch import date_text
from vacaturegen.i18n import _
from vacaturegen.notation import Datum, Maand

DAYS = {
    "sluiting": ("planning.sluiting",),
    "vragen": ("planning.vragen", "planning.vragen_tweede_ronde"),
    "antwoorden": ("planning.antwoorden", "planning.antwoorden_tweede_ronde"),
    "briefselectie": ("planning.briefselectie",),
    "uitnodiging": ("planning.uitnodiging",),
    "gesprekken": ("planning.gesprekken",),
    "gunning": ("planning.gunning", "planning.voorlopige_gunning"),
    "start": ("inzet.start",),
    "einde": ("inzet.einde",),
}
"""The fields that tell the day of an event."""
OUTSIDE = ("vóór", "voor", "tot")
"""Words before a day that itself comes too late: the last day is the one before it."""

NEAR = timedelta(days=60)
"""Days that are further apart are not of one procedure."""


@rule(
    "S06",
    "Een tekst zegt iets anders dan de gegevens",
    Ernst.FOUT,
    ALL,
    source="Veldkennis: een aanvraag die in de kop een ander niveau noemt dan in de eisen",
    why="Wie twee verschillende data, tarieven of niveaus leest, weet niet wat geldt. Schrijf een gegeven één"
    " keer, in zijn"
    " eigen veld; het document zet het overal waar het hoort.",
    bad="doel: Een plan opleveren. De gesprekken zijn op 13 januari 2027.",
    good="doel: Een plan opleveren. De gesprekken zijn op 6 januari 2027.",
)
def contradictions(subject: Subject) -> Iterator[Hit]:
    """Yield each sentence that gives another day, number or level than the field that is about it."""
    for text, found in subject.read(told_in):
        for told in found:
            days = list(facts_of(subject, told.event))
            if days and not any(agrees(told, day) or is_of_the_work(text, told, day) for _field, day in days):
                field, day = days[0]
                message = _(
                    "Here it says “{words}”, but “{field}” is {value}. Take the day out of the text, or change it."
                )
                told_day = message.format(words=told.words, field=field, value=date_text(day))
                yield Hit(text.field, told_day, told.words, told.start)
            elif told.event == "gesprekken" and not days and (closing := too_soon(subject, told)):
                message = _("“{words}” is before “planning.sluiting”, which is {day}. Change one of the two.")
                yield Hit(text.field, message.format(words=told.words, day=date_text(closing)), told.words, told.start)
    yield from claims_against(subject)
    yield from points_against(subject)
    yield from pay_against(subject)
    yield from other_levels(subject)


OF_THE_WORK = re.compile(r"doel|(?:taken|taakgroepen|resultaatgebieden|aanvraag\.opdracht)(?:\..*)?")


def is_of_the_work(text: Text, told: Told, fact: Datum | Maand) -> bool:
    """Tell whether a day that a text about the work tells comes so long after the own day that it is another one's."""
    own = fact.begin if isinstance(fact, Maand) else fact.dag
    day = told.day.on(own.year)
    return bool(day and day - own > NEAR and OF_THE_WORK.fullmatch(text.pattern))


def too_soon(subject: Subject, told: Told) -> Datum | None:
    """Return the closing when interviews that a text tells come shortly before it; without a year they can be later."""
    closing = subject.known("planning.sluiting")
    day = told.day.on(closing.dag.year) if isinstance(closing, Datum) else None
    return closing if day and closing.dag - NEAR < day < closing.dag else None


def facts_of(subject: Subject, event: str) -> Iterator[tuple[str, Any]]:
    """Yield the fields that tell a day of an event, with what they say; nothing when one of them has no day."""
    for field in DAYS.get(event, ()):
        day = subject.known(field)
        if isinstance(day, Datum | Maand):
            yield field, day
    if event == "gesprekken":
        for index, moment in enumerate(subject.known("planning.momenten") or ()):
            for name in ("dag", "tot"):
                if isinstance(day := getattr(moment, name, None), Datum):
                    yield f"planning.momenten.{index}.{name}", day


def agrees(told: Told, fact: Datum | Maand) -> bool:
    """Tell whether a day in a text is the one of a field; with "vóór" it can be the day after."""
    if isinstance(fact, Maand):
        return told.day.month == fact.begin.month and told.day.year in (None, fact.begin.year)
    day = told.day.on(fact.dag.year)
    if day == fact.dag:
        return told.day.time is None or fact.tijd is None or told.day.time == fact.tijd
    outside = told.bound in OUTSIDE and told.day.time is None
    return outside and told.day.on((fact.dag + timedelta(days=1)).year) == fact.dag + timedelta(days=1)


CONTRADICTION_RULES: tuple[Rule, ...] = (contradictions,)
