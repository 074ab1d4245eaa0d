"""Rules about days that are typed within texts: the weekday fits the date, and the last day is clear."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from vacaturegen.checks.reading.told_days import Told, told_in
from vacaturegen.checks.reading.written import Day, days_in
from vacaturegen.checks.rule import ALL, TENDER, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _
from vacaturegen.model.planning import Planning
from vacaturegen.notation import Datum, Weekdag


@rule(
    "D01",
    "Een dag bestaat niet, of de weekdag past niet bij de datum",
    Ernst.FOUT,
    ALL,
    source="De kalender; in een veld met een datum ziet het profiel dit zelf al",
    why="Wie op maandag komt terwijl de datum een dinsdag is, komt een dag te vroeg.",
    bad="doel: Een plan opleveren op maandag 13 januari 2027.",
    good="doel: Een plan opleveren op woensdag 13 januari 2027.",
)
def wrong_weekdays(subject: Subject) -> Iterator[Hit]:
    """Yield each day in a text that no calendar has, or whose weekday is not that of its date.

    Without a year a day has a date if the planning has it, or if a text tells it as a day of this procedure.
    """
    planned = [
        day.dag for field in Planning.model_fields if isinstance(day := subject.known(f"planning.{field}"), Datum)
    ]
    told = {(text.field, one.start) for text, found in subject.read(told_in) for one in found}
    for text, days in subject.read(days_in):
        for day in days:
            words = text.value[day.start : day.end]
            if day.on(LEAP) is None:
                message = _("“{words}”: that day does not exist. Change the date.")
                yield Hit(text.field, message.format(words=words), words, day.start)
            if day.weekday is None:
                continue
            on = date_of(day, planned) or (soon_after(day, planned) if (text.field, day.start) in told else None)
            if on is None or on.weekday() == day.weekday:
                continue
            right = Weekdag(on.weekday()).naam
            message = _("“{words}”: that day is a {right}. Change the weekday or the date.")
            yield Hit(text.field, message.format(words=words, right=right), words, day.start)


def date_of(day: Day, planned: list[date]) -> date | None:
    """Return the date of a day in a text: by its own year, or by the planning when that has the same day."""
    if day.year:
        return day.on(day.year)
    return next((one for one in planned if (one.day, one.month) == (day.day, day.month)), None)


def soon_after(day: Day, planned: list[date]) -> date | None:
    """Return the first such day after the first one of the planning, when that is not long after it."""
    begin = min(planned, default=None)
    days = (day.on(year) for year in (begin.year, begin.year + 1)) if begin else ()
    return next((one for one in days if one and begin and begin <= one <= begin + SOON), None)


SOON = timedelta(days=183)
"""So long, half a year, a procedure takes at most: a day without a year that is further off can be any year's."""
LEAP = 2028
"""A year that has every day."""
UNCLEAR = ("vóór", "voor", "tot")
LAST = ("sluiting", "vragen")


@rule(
    "D06",
    "Niet duidelijk tot wanneer het kan",
    Ernst.INFORMATIE,
    ALL,
    source="Veldkennis: “vóór … (datum)” in een protocol; aanvragen noemen altijd een tijd",
    why="Bij “vóór 16 december” of “tot 16 december” vraagt de lezer zich af of 16 december nog meetelt. “Tot en"
    " met”, of een"
    " tijd erbij, is duidelijk. Een aanvraag sluit op een tijd, zodat voor iedereen hetzelfde geldt.",
    bad="{doel: Een plan opleveren. Reageren kan tot 16 december 2026., planning: {sluiting: '2026-12-16'}}",
    good="{doel: Een plan opleveren. Reageren kan tot 16 december 2026 09:00 uur., planning: {sluiting:"
    " 2026-12-16 09:00}}",
)
def unclear_last_days(subject: Subject) -> Iterator[Hit]:
    """Yield a last day of which one can doubt whether it counts, and the closing of a tender without a time."""
    tender = subject.kind in TENDER
    for text, found in subject.read(told_in):
        for told in found:
            if told.event in LAST and told.bound in UNCLEAR and told.day.time is None and not is_clear(subject, told):
                message = _(
                    "With “{bound} {words}” one can doubt whether that day counts. Write tot en met, or add a time."
                )
                hit = Hit(text.field, message.format(bound=told.bound, words=told.words), told.words, told.start)
                yield hit._replace(ernst=Ernst.WAARSCHUWING if tender else None)
    for field, ernst in (("sluiting", Ernst.WAARSCHUWING), ("vragen", Ernst.INFORMATIE)) if tender else ():
        day = subject.known(f"planning.{field}")
        if isinstance(day, Datum) and day.tijd is None:
            message = _(
                "This day has no time, so that bidders do not know until when they can send something. Add one."
            )
            yield Hit(f"planning.{field}", message, ernst=ernst)


def is_clear(subject: Subject, told: Told) -> bool:
    """Tell whether the planning ends the doubt: it has the day before, with a time."""
    last = subject.known(f"planning.{told.event}")
    if not isinstance(last, Datum) or last.tijd is None:
        return False
    after = last.dag + timedelta(days=1)
    return told.day.on(after.year) == after


TYPED_DAY_RULES: tuple[Rule, ...] = (wrong_weekdays, unclear_last_days)
