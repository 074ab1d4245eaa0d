"""Rules about the amounts of pay: beside the tables and figures that were looked up, each with its day and its source.

Nothing is computed that no source says: a table of which the amounts are not known is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from vacaturegen.checks.figures import number_on, on, read_data
from vacaturegen.checks.pay.terms import cao_of, is_paid_by_scale, published
from vacaturegen.checks.reading.said import WORK, Finder, matched
from vacaturegen.checks.rule import VACANCY, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.dutch import date_text
from vacaturegen.i18n import _
from vacaturegen.model.werk import Salaris
from vacaturegen.notation import Bereik, Datum

TABLES = "Salaristabellen die zijn nagegaan: zie salarisschalen.yaml (2026-11-22)"
CAO = "Cao Gemeenten en cao SGO 2025-2027, volgens gemeente.nu (2026-11-22)"
ROUNDING = Decimal(1)
"""So many euro amounts may differ from a table: some tables and texts have no cents."""
NORM = 36
"""The hours a week that the tables and the lowest pay are for."""
HOURS_A_MONTH, MONTHS = Decimal(156), 12
"""Of a week of 36 hours, and of a year."""


class Scale(NamedTuple):
    """A scale of a table: its lowest and highest amount in euro a month, as far as the source has them right."""

    minimum: Decimal | None
    maximum: Decimal | None


@cache
def read_tables() -> dict[tuple[str, date], dict[str, Scale]]:
    """Return the scales of each table that was looked up, by its cao and its first day."""
    return {
        (table["cao"], date.fromisoformat(table["tabel_vanaf"])): {
            name: Scale(*(Decimal(amount) if amount else None for amount in amounts))
            for name, amounts in table["schalen"].items()
        }
        for table in read_data("salarisschalen")
    }


def pay_of(subject: Subject) -> Salaris | None:
    """Return the pay by a scale of a vacancy, when there is any."""
    salaris = subject.profiel.salaris
    return salaris if isinstance(salaris, Salaris) and is_paid_by_scale(subject) else None


def scale_name(salaris: Salaris) -> str:
    """Return the name of a scale as the tables have it."""
    return salaris.schaal.upper() if isinstance(salaris.schaal, str) else ""


@rule(
    "P04",
    "Bedrag past niet in de salaristabel",
    Ernst.FOUT,
    VACANCY,
    source=TABLES,
    why=(
        "Het bedrag ligt buiten de schaal in de tabel van die cao en die datum. Alleen tabellen die zijn"
        " nagegaan tellen mee;"
        " een minimum boven het maximum houdt het bouwen al tegen."
    ),
    bad="salaris: {tabel_vanaf: '2020-07-01', schaal: '10', minimum: '2943', maximum: '4540'}",
    good="salaris: {tabel_vanaf: '2020-07-01', schaal: '10', minimum: '2943', maximum: '4450'}",
)
def outside_table(subject: Subject) -> Iterator[Hit]:
    """Yield each amount that lies outside its scale in the very table that the profile names."""
    salaris = pay_of(subject)
    if salaris is None or salaris.periode != "maand" or not isinstance(salaris.tabel_vanaf, Datum):
        return
    if salaris.voltijd_uren not in (None, NORM):
        return
    scale = read_tables().get((cao_of(subject), salaris.tabel_vanaf.dag), {}).get(scale_name(salaris))
    if scale is None:
        return
    for name, bound, sign in (("minimum", scale.minimum, 1), ("maximum", scale.maximum, -1)):
        amount = getattr(salaris, name)
        if isinstance(amount, Decimal) and bound is not None and (bound - amount) * sign > ROUNDING:
            message = _("In the table of that day this scale has {amount} here.")
            yield Hit(f"salaris.{name}", message.format(amount=euro(bound)))


@rule(
    "P05",
    "Salaristabel is niet de nieuwste",
    Ernst.WAARSCHUWING,
    VACANCY,
    source="Cao Gemeenten, cao SGO en cao Provincies: zie cijfers.yaml (2026-11-22)",
    why="Er is op de dag van publicatie een nieuwere tabel. Een kandidaat krijgt dan een te laag bedrag te zien.",
    bad="salaris: {tabel_vanaf: '2024-01-01'}",
    good="salaris: {tabel_vanaf: '2026-01-01'}",
)
def old_table(subject: Subject) -> Iterator[Hit]:
    """Yield a table that was followed by a newer one before the day of publication."""
    salaris, cao = pay_of(subject), cao_of(subject)
    if salaris is None or not cao or not isinstance(salaris.tabel_vanaf, Datum):
        return
    newest = on(subject.figures, f"cao_{cao}_tabel", published(subject))
    if newest is not None and salaris.tabel_vanaf.dag < newest.geldig_vanaf:
        message = _("There is a newer table, of {day}: take the amounts from the one that holds on publication.")
        day = date_text(Datum(date.fromisoformat(str(newest.waarde))), weekday=False)
        yield Hit("salaris.tabel_vanaf", message.format(day=day))


@rule(
    "P06",
    "Salaris onder het minimum van de cao Gemeenten",
    Ernst.FOUT,
    VACANCY,
    source=CAO,
    why=(
        "Vanaf 1 januari 2026 is het laagste salaris € 16 per uur, of € 2.496 per maand bij 36 uur. Bij een andere"
        " voltijdnorm is het naar verhouding. Voor schaal A geldt het niet."
    ),
    bad="salaris: {schaal: '4', minimum: '2300', maximum: '2900'}",
    good="salaris: {schaal: '4', minimum: '2496', maximum: '2900'}",
)
def below_minimum(subject: Subject) -> Iterator[Hit]:
    """Yield each amount that is lower than the lowest pay of the cao."""
    floor = lowest_pay(subject)
    names = ("minimum", "maximum", *(("aanloop_minimum",) if subject.known("salaris.aanloopschaal") != "A" else ()))
    for name in names if floor else ():
        amount = subject.known(f"salaris.{name}")
        if floor and isinstance(amount, Decimal) and amount < floor:
            yield Hit(f"salaris.{name}", below(subject, floor))


def below(subject: Subject, floor: Decimal) -> str:
    """Return what is wrong with an amount: what the lowest one is, for how many hours, and since when."""
    period = subject.known("salaris.periode")
    figure = "cao_gemeenten_minimum_per_uur" if period == "uur" else "cao_gemeenten_minimum_per_maand"
    found = on(subject.figures, figure, published(subject))
    day = date_text(Datum(found.geldig_vanaf), weekday=False) if found else ""
    message = _(
        "This is below the lowest pay of the cao: since {day} that is {amount} per {period} at {n} hours a week."
    )
    if period == "uur":
        message = _("This is below the lowest pay of the cao: since {day} that is {amount} per hour.")
    hours = subject.known("salaris.voltijd_uren")
    return message.format(day=day, amount=euro(floor), period=period, n=hours if isinstance(hours, int) else NORM)


def lowest_pay(subject: Subject) -> Decimal | None:
    """Return the lowest pay that the cao has for the period and the full-time norm of a vacancy, in euro."""
    salaris = pay_of(subject)
    if salaris is None or cao_of(subject) != "gemeenten" or scale_name(salaris) == "A":
        return None
    day = published(subject)
    if salaris.periode == "uur":
        return number_on(subject.figures, "cao_gemeenten_minimum_per_uur", day)
    month = number_on(subject.figures, "cao_gemeenten_minimum_per_maand", day)
    if month is None or salaris.periode not in ("maand", "jaar"):
        return None
    hours = salaris.voltijd_uren if isinstance(salaris.voltijd_uren, int) else NORM
    return (month * hours / NORM * (MONTHS if salaris.periode == "jaar" else 1)).quantize(Decimal("0.01"))


BUDGET = r"(?:IKB(?:-budget)?|Individuee?le? Keuze ?budget|keuze ?budget)"
SHARE = r"(\d{1,2}(?:[.,]\d{1,2})?)\s?(?:%|procent)"
PERCENT = re.compile(SHARE, re.I)
OF = r"(?:(?:van|is|bedraagt|à|a|ter|hoogte|waarde|dit|jaar|nu|maar|liefst) ){0,3}"
OF_ITS_OWN = r"(?!\s+(?:korting|vakantie|eindejaars|vergoed|pensioen|van (?:de|je|jouw) (?:pensioen|premie|kosten)))"
"""What does not stand behind a share of the budget: then it is one of something else."""
WITH_SHARE = (
    re.compile(rf"\b{BUDGET}\)?[,:]?\s+(?:\(IKB\)\s+)?{OF}\(?{SHARE}{OF_ITS_OWN}", re.I),
    re.compile(rf"\b{SHARE} (?:aan )?(?:\w+ )?{BUDGET}\b", re.I),
)
find_shares = Finder(*WITH_SHARE, needs=("keuzebudget|keuze budget|ikb",))
ROUGHLY = re.compile(r"\b(?:ruim|ongeveer|circa|bijna|meer dan|waarvan|inclusief|bestaat|vakantie\w*)\b", re.I)


@rule(
    "P07",
    "Ander percentage IKB dan in de cao Gemeenten",
    Ernst.WAARSCHUWING,
    VACANCY,
    source="Cao Gemeenten en cao SGO; websites van gemeenten (2026-11-22)",
    why=(
        "Het individueel keuzebudget is bij gemeenten 17,05% van het salaris. Andere sectoren hebben een"
        " ander percentage."
    ),
    bad="arbeidsvoorwaarden: ['een Individueel Keuzebudget (IKB) van 17,5%']",
    good="arbeidsvoorwaarden: ['een Individueel Keuzebudget (IKB) van 17,05%']",
)
def choice_budget(subject: Subject) -> Iterator[Hit]:
    """Yield each percentage of the choice budget that is not the cao's."""
    right = number_on(subject.figures, "cao_gemeenten_ikb", published(subject))
    if right is None or cao_of(subject) != "gemeenten":
        return
    message = _("The choice budget of this cao is {percent}%.").format(percent=comma(right))
    share = subject.known("salaris.ikb")
    if isinstance(share, Decimal) and share != right:
        yield Hit("salaris.ikb", message)
    for said in matched(subject, find_shares, WORK):
        found = PERCENT.search(said.words)
        if (
            found
            and Decimal(found[1].replace(",", ".")) != right
            and not ROUGHLY.search(said.before[-12:] + said.words)
        ):
            yield Hit(said.text.field, message, found[0], said.at + found.start(), better=f"{comma(right)}%")


@rule(
    "P08",
    "Bedrag voor deeltijd waar de voltijdnorm bij staat",
    Ernst.WAARSCHUWING,
    VACANCY,
    source=f"{TABLES}; de voltijdnorm van de cao's is 36 uur",
    why=(
        "De bedragen gelden bij een volledige werkweek; wie minder werkt, rekent zelf om. Bedragen die al"
        " naar verhouding"
        " zijn, worden zo nog een keer verlaagd. Dezelfde fout is het aantal uren van de baan als voltijdnorm."
    ),
    bad="inzet: {uren_per_week: '24'}\nsalaris: {voltijd_uren: '24', minimum: '2500', maximum: '3500'}",
    good="inzet: {uren_per_week: '24'}\nsalaris: {voltijd_uren: '36'}",
)
def part_time_amounts(subject: Subject) -> Iterator[Hit]:
    """Yield a full-time norm that is not the cao's, amounts that are part of full-time ones, or words for it."""
    salaris, cao = pay_of(subject), cao_of(subject)
    if salaris is None or salaris.periode != "maand":
        return
    norm = number_on(subject.figures, f"cao_{cao}_voltijd", published(subject)) if cao else None
    hours = most_hours(subject)
    if norm and isinstance(salaris.voltijd_uren, int) and salaris.voltijd_uren < norm:
        message = _("A full working week of this cao has {n} hours: give the amounts for that week.")
        yield Hit("salaris.voltijd_uren", message.format(n=f"{norm:f}"))
    elif hours and hours < (subject.known("salaris.voltijd_uren") or NORM):
        lowest = least_known(subject, salaris, cao)
        if lowest and isinstance(salaris.minimum, Decimal) and looks_shortened(salaris.minimum, lowest, hours):
            message = _("This looks like the amount for {n} hours: give the amount for a full working week.")
            yield Hit("salaris.minimum", message.format(n=hours))
    for said in matched(subject, find_hours, WORK):
        of_job = said.words.endswith((f" {hours} uur", f" {hours}-urige"))
        if said.text.field == "salaris.toelichting" and of_job and not FULL.search(said.sentence):
            message = _(
                "“{words}” gives the amounts for fewer hours than a full working week: give them for that week."
            )
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)


FULL = re.compile(r"voltijd|fulltime|full-time|volledige|36(?: uur|-urige)|naar rato|naar verhouding", re.I)
find_hours = Finder(
    re.compile(r"\b(?:bedrag|bedragen|salaris)\b[^.?!]{0,60}?\b\d{1,2}(?: uur|-urige)\b", re.I),
    needs=("uur|urige", "bedrag|salaris"),
)


def most_hours(subject: Subject) -> int | None:
    """Return the most hours a week that somebody can work in a job."""
    hours = subject.known("inzet.uren_per_week")
    return int(hours.tot) if isinstance(hours, Bereik) and hours.tot is not None else None


def least_known(subject: Subject, salaris: Salaris, cao: str) -> Decimal | None:
    """Return what this scale pays at least: as much as in a table that was looked up, for amounts have only risen."""
    day = published(subject)
    found = [
        scale.minimum
        for (name, first), scales in read_tables().items()
        if name == cao and first <= day and (scale := scales.get(scale_name(salaris))) and scale.minimum
    ]
    if floor := lowest_pay(subject):
        found.append(floor)
    return max(found, default=None)


def looks_shortened(amount: Decimal, lowest: Decimal, hours: int) -> bool:
    """Tell whether an amount is too low for a full week, and is right when it is one for so many hours."""
    return amount < lowest - ROUNDING and amount * NORM / hours >= lowest - ROUNDING


def euro(amount: Decimal) -> str:
    """Return an amount as a message shows it."""
    return "€\u00a0" + (f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))).removesuffix(",00")


def comma(number: Decimal) -> str:
    """Return a number with a decimal comma."""
    return f"{number:f}".replace(".", ",")


PAY_AMOUNT_RULES: tuple[Rule, ...] = (outside_table, old_table, below_minimum, choice_budget, part_time_amounts)
