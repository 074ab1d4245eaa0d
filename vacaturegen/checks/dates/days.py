"""Rules about the days of a procedure: how much time there is between them, and on which days they fall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from vacaturegen.calendars import Calendar, calendar_of
from vacaturegen.checks.rule import ALL, TENDER, VACANCY, Ernst, Hit, Rule, prevented, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.dutch import date_text
from vacaturegen.i18n import _
from vacaturegen.model.base import known
from vacaturegen.model.profiel import CLOSED
from vacaturegen.notation import Datum, Duur, Eenheid, notation_of
from vacaturegen.planning.days import compared, fields_of_fixed, value_at
from vacaturegen.planning.protocol import INTERNAL
from vacaturegen.planning.terms import day_after

in_order = prevented(
    "D02",
    "De dagen van de planning staan niet op volgorde",
    ALL,
    source="De volgorde van een procedure: publicatie, vragen, antwoorden, sluiting, uitnodiging, gesprekken, gunning",
    why="Dit kan niet voorkomen: een profiel waarvan een dag vóór de vorige ligt, bouwt niet en geeft F00. Voor data in"
    " lopende tekst geldt S06.",
)


def day_at(subject: Subject, field: str) -> Datum | None:
    """Return the day of a field, or None when it has none."""
    day = value_at(subject.profiel, field)
    return day if isinstance(day, Datum) else None


def calendar(subject: Subject) -> Calendar:
    """Return the calendar of the organisation."""
    return calendar_of(subject.known("organisatie"))


HOURS = {Eenheid.UUR: timedelta(hours=1), Eenheid.MINUUT: timedelta(minutes=1)}


def terms_of(subject: Subject) -> Iterator[tuple[Duur, str]]:
    """Yield the least times to react that hold, with who says so: the profile, and for vacancies the protocol."""
    own = subject.known("minimale_reactietermijn")
    if isinstance(own, Duur):
        yield own, "minimale_reactietermijn"
    who = INTERNAL if subject.loaded.edition == INTERNAL else "extern"
    laid = subject.known(f"organisatie.protocol.reactietermijn.{who}") if subject.kind != "aanvraag" else None
    if isinstance(laid, Duur):
        yield laid, str(subject.known("organisatie.protocol.naam") or _("the protocol of the organisation"))


@rule(
    "D03",
    "De reactietermijn is korter dan afgesproken",
    Ernst.FOUT,
    ALL,
    source="Het protocol van de organisatie zelf, zoals dat van Westerveld (2011): minstens 5 werkdagen intern,"
    " 7 extern",
    why="Wie korter openstelt dan zijn eigen protocol of tekst belooft, geeft een afgewezen kandidaat een grond"
    " voor bezwaar.",
    bad="{minimale_reactietermijn: 15 werkdagen}",
    good="{minimale_reactietermijn: 8 werkdagen}",
)
def short_time_to_react(subject: Subject) -> Iterator[Hit]:
    """Yield a closing day that comes sooner after the publication than the profile or the protocol promises."""
    start, end = day_at(subject, "planning.publicatie"), day_at(subject, "planning.sluiting")
    if start is None or end is None or start.uiterlijk or end.dag < start.dag:
        return
    days = calendar(subject)
    for term, who in terms_of(subject):
        if term.woord in ("", "minimaal") and is_short(start, end, term, days):
            counted = ""
            if term.eenheid is Eenheid.WERKDAG:
                number = days.working_days_between(start.dag, last_whole_day(end))
                counted = " " + _("There are {number} working days.").format(number=number)
            if end.tijd == time.min:
                counted += " " + _("With a closing at 00:00 that day itself does not count.")
            message = _("“{who}” promises at least {term} between publication and closing.")
            least = notation_of(replace(term, woord=""))
            yield Hit("planning.sluiting", message.format(term=least, who=who) + counted)


def is_short(start: Datum, end: Datum, term: Duur, days: Calendar) -> bool:
    """Tell whether there is less than a term between two days; the first does not count, and the last one does."""
    if term.eenheid in HOURS:
        begin = datetime.combine(start.dag, start.tijd or time.min)
        return datetime.combine(end.dag, end.tijd or time.max) < begin + term.aantal * HOURS[term.eenheid]
    least = day_after(start.dag, term, days)
    return least is None or last_whole_day(end) < least


def last_whole_day(end: Datum) -> date:
    """Return the last day on which one can react: who closes at 00:00 gives nothing of that day itself."""
    return end.dag - timedelta(days=1) if end.tijd == time.min else end.dag


@rule(
    "D04",
    "De briefselectie is eerder dan het protocol wil",
    Ernst.FOUT,
    VACANCY,
    source="Het protocol van de organisatie zelf, zoals dat van Westerveld (2011): minstens 3 dagen na de sluiting",
    why="De commissie heeft tijd nodig om alle brieven te lezen; het protocol belooft die.",
    bad="{organisatie: {protocol: {briefselectie_na: 3 dagen}}, planning: {briefselectie: '2026-12-17'}}",
    good="{organisatie: {protocol: {briefselectie_na: 3 dagen}}, planning: {briefselectie: '2026-12-19'}}",
)
def early_selection(subject: Subject) -> Iterator[Hit]:
    """Yield a selection by letter, or what can only follow it, that comes too soon after the closing."""
    term, end = subject.known("organisatie.protocol.briefselectie_na"), day_at(subject, "planning.sluiting")
    least = day_after(end.dag, term, calendar(subject)) if end and isinstance(term, Duur) else None
    fields = dict(fields_of_fixed(subject.profiel))
    names = ("briefselectie", "uitnodiging", "gesprekken")
    days = ((field, day_at(subject, field)) for name in names if (field := fields.get(name)))
    field, day = next((found for found in days if found[1]), ("", None))
    if end and least and day and day.dag < least:
        message = _(
            "The protocol of the organisation wants at least {term} between the closing on {end} and the selection: not"
            " before {day}."
        )
        told = {"term": notation_of(replace(term, woord="")), "end": date_text(Datum(end.dag))}
        yield Hit(field, message.format(day=date_text(Datum(least)), **told))


DEADLINES: dict[str, Any] = {
    "planning.vragen": (TENDER, Ernst.WAARSCHUWING),
    "planning.vragen_tweede_ronde": (TENDER, Ernst.WAARSCHUWING),
    "planning.antwoorden": (TENDER, Ernst.WAARSCHUWING),
    "planning.antwoorden_tweede_ronde": (TENDER, Ernst.WAARSCHUWING),
    "planning.briefselectie": (ALL, Ernst.WAARSCHUWING),
    "planning.uitnodiging": (ALL, Ernst.WAARSCHUWING),
    "planning.gesprekken": (ALL, Ernst.WAARSCHUWING),
    "planning.voorlopige_gunning": (TENDER, Ernst.WAARSCHUWING),
    "planning.gunning": (TENDER, Ernst.WAARSCHUWING),
}
"""Days on which somebody has to work, the kinds of document that they count in, and how bad a free day is."""
WORKED = re.compile(r"gesprek(?:ken)?\b|(?:brief|voor)?selectie\b|briefronde|assessment|uitnodiging|gunning|commissie")
"""In the name of a moment of one's own: that somebody has to work then; an open day can well be on a Saturday."""


def deadlines_of(subject: Subject) -> Iterator[tuple[str, tuple[str, ...], Ernst]]:
    """Yield the fields of days on which somebody has to work: the fixed ones, and moments whose name says so."""
    yield from ((field, *rest) for field, rest in DEADLINES.items())
    for index, moment in enumerate(subject.known("planning.momenten") or ()):
        if (name := known(moment, "naam")) and WORKED.search(compared(name)):
            yield from ((f"planning.momenten.{index}.{end}", ALL, Ernst.WAARSCHUWING) for end in ("dag", "tot"))


@rule(
    "D05",
    "Een dag van de procedure is geen werkdag",
    Ernst.WAARSCHUWING,
    ALL,
    source="Algemene termijnenwet, artikel 3, en de kalender van de organisatie; nagegaan 2026-11-22",
    why="Op een vrije dag is er niemand om vragen te beantwoorden, en lukt inleveren niet als het systeem hapert. Een"
    " vacature mag in"
    " het weekend sluiten: dat is hier informatie.",
    bad="planning: {gesprekken: '2027-01-02'}",
    good="planning: {gesprekken: '2027-01-04'}",
)
def free_days(subject: Subject) -> Iterator[Hit]:
    """Yield each day of the procedure on which the organisation does not work."""
    days = calendar(subject)
    closing = Ernst.WAARSCHUWING if subject.kind in TENDER else Ernst.INFORMATIE
    for field, kinds, ernst in (("planning.sluiting", ALL, closing), *deadlines_of(subject)):
        day = day_at(subject, field)
        free = days.free_day(day.dag) if day and subject.kind in kinds else None
        if day and free and not (day.uiterlijk and field != "planning.sluiting"):
            message = _("{day} is no working day ({why}).")
            name = free.name if free.kind != "weekend" else _("weekend")
            told = message.format(day=date_text(Datum(day.dag)).capitalize(), why=name)
            if field == "planning.sluiting" and ernst is Ernst.INFORMATIE:
                told += " " + _("There is nobody then to answer questions.")
            yield Hit(field, told, ernst=ernst)


AFTERNOON = time(17)


@rule(
    "D07",
    "Te weinig tijd tussen de antwoorden en de sluiting",
    Ernst.WAARSCHUWING,
    TENDER,
    source="Gelijke kansen bij inkoop; in gepubliceerde aanvragen is een of twee werkdagen gewoon",
    why="Een antwoord kan een inschrijving veranderen. Wie het pas op de laatste dag leest, kan er niets meer mee.",
    bad="planning: {antwoorden: '2026-12-14'}",
    good="planning: {antwoorden: '2026-12-11'}",
)
def late_answers(subject: Subject) -> Iterator[Hit]:
    """Yield answers that come less than a working day before the closing."""
    end = day_at(subject, "planning.sluiting")
    fields = ("planning.antwoorden_tweede_ronde", "planning.antwoorden")
    field = next((field for field in fields if day_at(subject, field)), fields[1])
    answers = day_at(subject, field)
    if end is None or answers is None or end.dag < answers.dag:
        return
    between = calendar(subject).working_days_between(answers.dag, end.dag)
    if between == 0 or (between == 1 and (end.tijd or AFTERNOON) < (answers.tijd or AFTERNOON)):
        message = _("Between the answers and the closing there is less than a working day. Move one of the two.")
        yield Hit(field, message)


@rule(
    "D09",
    "De sluiting is al geweest",
    Ernst.WAARSCHUWING,
    ALL,
    source="De dag waarop de controle loopt (--klok)",
    why="Wie de tekst nu leest, kan niet meer reageren. Zet de status op gesloten, of geef een nieuwe sluiting.",
    bad="planning: {publicatie: '2026-10-01', vragen: WEG, antwoorden: WEG, sluiting: '2026-10-15'}",
    good="{status: gesloten, planning: {publicatie: '2026-10-01', vragen: WEG, antwoorden: WEG, sluiting:"
    " '2026-10-15'}}",
)
def closing_is_past(subject: Subject) -> Iterator[Hit]:
    """Yield a closing before today of what is still open; an example has no closing that counts."""
    end = day_at(subject, "planning.sluiting")
    if end is None or subject.profiel.voorbeeld or subject.profiel.status in CLOSED or end.dag >= subject.day:
        return
    if end.tijd:
        message = _("Reacting was possible before {day}. Change the day, or write “status: gesloten”.")
    else:
        message = _("Reacting was possible until {day}. Change the day, or write “status: gesloten”.")
    yield Hit("planning.sluiting", message.format(day=date_text(replace(end, uiterlijk=False))))


TIGHT = (("planning.sluiting", "planning.gesprekken"), ("planning.uitnodiging", "planning.gesprekken"))
"""Days between which candidates are judged, or get ready; an invitation on the day after the closing is usual."""


@rule(
    "D11",
    "De planning is krap",
    Ernst.INFORMATIE,
    ALL,
    source="Veldkennis: bericht één werkdag na de sluiting en gesprekken de dag daarna in een gepubliceerde aanvraag",
    why="Wie beoordeelt, moet alle reacties kunnen lezen; wie een uitnodiging krijgt, moet nog vrij kunnen maken.",
    bad="planning: {uitnodiging: '2027-01-05', gesprekken: '2027-01-06'}",
    good="planning: {uitnodiging: '2026-12-30', gesprekken: '2027-01-06'}",
)
def tight_planning(subject: Subject) -> Iterator[Hit]:
    """Yield the first day that comes less than two working days after the one before it.

    A day at the latest can well be earlier: of that one it is only told when it leaves no working day at all.
    """
    days = calendar(subject)
    for earlier, later in TIGHT:
        first, second = day_at(subject, earlier), day_at(subject, later)
        least = 1 if first and first.uiterlijk else 2
        if first and second and days.working_days_between(first.dag, second.dag) < least:
            message = _("Between “{earlier}” and “{later}” there is less than two working days.")
            if least == 1:
                message = _("Between “{earlier}” at the latest and “{later}” there is no working day.")
            names = (name.removeprefix("planning.") for name in (earlier, later))
            yield Hit(later, message.format(**dict(zip(("earlier", "later"), names, strict=True))))
            return


DAY_RULES: tuple[Rule, ...] = (
    in_order,
    short_time_to_react,
    early_selection,
    free_days,
    late_answers,
    closing_is_past,
    tight_planning,
)
