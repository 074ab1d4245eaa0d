"""Rules about the end of a tender: the standstill in which one can object, the award, and the start of the work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from vacaturegen.checks.dates.days import calendar, day_at
from vacaturegen.checks.figures import number_on
from vacaturegen.checks.reading.patterns import small
from vacaturegen.checks.reading.said import WORK
from vacaturegen.checks.reading.sentences import sentences_of
from vacaturegen.checks.reading.written import NUMBERS, length_of
from vacaturegen.checks.rule import TENDER, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject, about
from vacaturegen.dutch import date_text
from vacaturegen.i18n import _
from vacaturegen.lengths import in_days
from vacaturegen.model.beoordeling import OpschortendeTermijn
from vacaturegen.notation import Datum, Duur, Eenheid
from vacaturegen.planning.standstill import end_of_standstill, regime_of

TERM = "aanvraag.beoordeling.opschortende_termijn"
NAMED = re.compile(
    r"(?i)\b(?:opschortende (?:bezwaar)?termijn|standstill(?:-?\s?(?:termijn|periode))?|alcatel-?termijn"
    r"|opschortingstermijn)\b"
)
TEENS = {"vijftien": 15, "twintig": 20, "dertig": 30}
LENGTH = re.compile(
    rf"(?i)\b(?P<number>\d{{1,3}}|{'|'.join((*NUMBERS, *TEENS))}) (?P<unit>(?:kalender|werk)?dagen|weken)\b"
)
NONE = re.compile(r"(?i)\bgeen\b|\bniet van toepassing\b")
OF_WORK = re.compile(r"(?i)\b(?:professional|kandidaat|advis\w+|adviseert|adviseren|kennis|bewaakt|bewaken)\b")
"""Words of a sentence in which a standstill is what the work is about."""
DUTY = re.compile(
    r"(?i)\b(?:wettelijk\w*|verplicht\w*|artikel 2\.127|volgens de (?:aanbestedings)?wet|op grond van de wet)\b"
)


def calendar_days(term: Duur) -> int:
    """Return how many calendar days a term has, about as many for working days."""
    return term.aantal * 7 // 5 if term.eenheid is Eenheid.WERKDAG else in_days(term)


def told_term(subject: Subject) -> Duur | None:
    """Return the length of the standstill that a text tells, in the sentence that names it; None when none does."""
    if "termijn" not in subject.lowered and "standstill" not in subject.lowered:
        return None
    for text in subject.texts:
        for _start, sentence in sentences_of(text.value) if NAMED.search(text.value) else ():
            named = NAMED.search(sentence)
            if named and not NONE.search(sentence) and (found := LENGTH.search(sentence, named.end())):
                number = small(found["number"])
                return length_of(str(TEENS.get(number, number)), found["unit"])
    return None


def end_of(subject: Subject) -> date | None:
    """Return the last day of the standstill, or None when its length or its begin is not known."""
    term = subject.known(f"{TERM}.dagen")
    if not isinstance(term, Duur):
        term = told_term(subject)
    own = day_at(subject, f"{TERM}.vanaf")
    begin = day_at(subject, "planning.voorlopige_gunning") or day_at(subject, "planning.gunning")
    first = own.dag if own else begin.dag + timedelta(days=1) if begin else None
    if first is None or term is None:
        return None
    return end_of_standstill(subject.known("aanvraag"), first, term, calendar(subject))


@rule(
    "D08",
    "De opschortende termijn klopt niet",
    Ernst.WAARSCHUWING,
    TENDER,
    source="Aanbestedingswet 2012, artikel 2.127 (minstens 20 kalenderdagen; niet bij een DAS of"
    " raamovereenkomst), volgens"
    " sdu.nl; nagegaan 2026-11-22",
    why="Wie bezwaar wil maken, moet weten hoelang dat kan. Bij een opdracht binnen een DAS of raamovereenkomst"
    " is de termijn"
    " niet verplicht, maar wie hem belooft, noemt het aantal dagen.",
    bad="aanvraag: {beoordeling: {opschortende_termijn: ja}}",
    good="aanvraag: {beoordeling: {opschortende_termijn: {dagen: 20}}}",
)
def unclear_standstill(subject: Subject) -> Iterator[Hit]:
    """Yield a standstill without a length, one that is too short, and one that is called a duty where it is none."""
    part, regime = subject.known(TERM), regime_of(subject.known("aanvraag"))
    length = getattr(part, "dagen", None)
    without = isinstance(part, OpschortendeTermijn) and length is None
    if without and told_term(subject) is None:
        yield Hit(TERM, _("The standstill has no length. Add “dagen”, such as 20, or leave it out."))
    least = number_on(subject.figures, "opschortende_termijn", subject.day)
    if regime == "european" and isinstance(length, Duur) and least is not None and calendar_days(length) < least:
        message = _("A European procedure has a standstill of at least {least} calendar days.")
        yield Hit(f"{TERM}.dagen", message.format(least=Decimal(least)))
    provisional, final = day_at(subject, "planning.voorlopige_gunning"), day_at(subject, "planning.gunning")
    end = end_of(subject) if provisional else None
    if end and final and final.dag <= end and final != provisional:
        message = _("The award lies within the standstill, which lasts until {day}.").format(day=date_text(Datum(end)))
        yield Hit("planning.gunning", message)
    yield from told(subject, regime, told_length=without or length is not None)


def told(subject: Subject, regime: str, *, told_length: bool) -> Iterator[Hit]:
    """Yield what texts say of a standstill: that it is there without its length, or that it is a duty."""
    for text in subject.texts if subject.says("opschort", "standstill", "alcatel") else ():
        if about(text.pattern) in (*WORK, "eis") or not NAMED.search(text.value):
            continue
        for start, sentence in sentences_of(text.value):
            found = NAMED.search(sentence)
            if text.pattern.startswith("aanvraag.opdracht") and OF_WORK.search(sentence):
                continue
            if found and regime == "free" and DUTY.search(sentence) and "niet verplicht" not in sentence:
                message = _("Within a DAS or a framework agreement a standstill is no duty. Say so, or leave this out.")
                yield Hit(text.field, message, found[0], start + found.start())
            elif found and not told_length and not LENGTH.search(text.value) and not NONE.search(sentence):
                message = _("The standstill has no length. Say how many days it lasts.")
                yield Hit(text.field, message, found[0], start + found.start())


@rule(
    "D10",
    "Het werk begint te vroeg in de procedure",
    Ernst.WAARSCHUWING,
    TENDER,
    source="De volgorde van een procedure; een start vóór de sluiting of de gunning ziet het profiel zelf al (F00)",
    why="Tot het einde van de opschortende termijn kan er geen contract zijn, en vóór de gesprekken is er nog niemand.",
    bad="{inzet: {start: '2027-01-20'}, aanvraag: {beoordeling: {opschortende_termijn: {dagen: 20}}}}",
    good="{inzet: {start: '2027-02-01'}, aanvraag: {beoordeling: {opschortende_termijn: {dagen: 20}}}}",
)
def early_start(subject: Subject) -> Iterator[Hit]:
    """Yield work that starts before the interviews, or while somebody can still object."""
    start, end = day_at(subject, "inzet.start"), end_of(subject)
    talks = day_at(subject, "planning.gesprekken")
    if start is None or start.uiterlijk:
        return
    if talks and start.dag <= talks.dag:
        yield Hit("inzet.start", _("The work starts before the interviews have been. Change one of the two dates."))
    elif end and start.dag <= end:
        message = _("The work starts within the standstill, which lasts until {day}.").format(day=date_text(Datum(end)))
        yield Hit("inzet.start", message)


STANDSTILL_RULES: tuple[Rule, ...] = (unclear_standstill, early_start)
