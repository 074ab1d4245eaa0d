"""Rules about what a vacancy says of pay: that it says it, and how.

Amounts have rules of their own: see `amounts`; words of a law that is gone as well: see `old_law`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from vacaturegen.checks.reading.said import WORK, Finder, listed, matched
from vacaturegen.checks.reading.wordlists import find_in
from vacaturegen.checks.rule import VACANCY, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject, about
from vacaturegen.i18n import _
from vacaturegen.model.places import Open
from vacaturegen.model.werk import Salaris
from vacaturegen.notation import Datum

DIRECTIVE = "Richtlijn (EU) 2023/970 artikel 5; uiterlijk 1-1-2027 in de Nederlandse wet, volgens awvn.nl (2026-11-22)"
CAOS = {"gemeente": "gemeenten", "provincie": "provincies"}
"""The cao of a kind of organisation, for a vacancy that names none; of these we have figures."""
NO_SCALE = "geen schaal"
"""What an entry tells of words for work that is not paid by a scale."""


def cao_of(subject: Subject) -> str:
    """Return the cao that holds for a vacancy, one of CAOS; of one that we know nothing about, nothing."""
    named = subject.known("salaris.cao")
    if named:
        told = [found.entry.signaal for found in find_in("beloning", named)]
        return next((cao for cao in told if cao in CAOS.values() and NO_SCALE not in told), "")
    return CAOS.get((subject.known("organisatie.soort") or "").lower(), "")


def published(subject: Subject) -> date:
    """Return the day on which a vacancy is published, as far as that is known; else the day of the check."""
    day = subject.known("planning.publicatie")
    return day.dag if isinstance(day, Datum) else subject.day


def is_paid_by_scale(subject: Subject) -> bool:
    """Tell whether a job has a salary: an internship, volunteer work and a political office have pay of their own."""
    title = " ".join(subject.known(path) or "" for path in ("titel", "contract.soort"))
    other = any(found.entry.signaal == NO_SCALE for found in find_in("beloning", title))
    return not other and getattr(subject.profiel.salaris, "benaming", None) is None


@rule(
    "P01",
    "Geen bandbreedte voor het salaris",
    Ernst.WAARSCHUWING,
    VACANCY,
    source=DIRECTIVE,
    why=(
        "Een kandidaat krijgt straks vóór het gesprek over het salaris te horen wat het laagste en hoogste"
        " bedrag is, zonder"
        " erom te vragen. Het is niet zeker dat de wet de bedragen in de vacature zelf gaat eisen: daarom"
        " blijft dit een"
        " waarschuwing. Marktconform is straks niet genoeg."
    ),
    bad="salaris: {minimum: WEG, maximum: WEG, toelichting: Het salaris is marktconform.}",
    good="salaris: {minimum: '3500', maximum: '5000'}",
)
def pay_band(subject: Subject) -> Iterator[Hit]:
    """Yield vague words where the pay has no lowest and highest amount, or else the place where these are missing."""
    salaris = subject.profiel.salaris
    bounds = [getattr(salaris, name, None) for name in ("minimum", "maximum")]
    is_open = any(isinstance(value, Open) for value in (salaris, *bounds))
    if is_open or not is_paid_by_scale(subject) or (salaris and all(value is not None for value in bounds)):
        return
    vague = list(listed(subject, "beloning", "vaag", leave=WORK))
    for said in vague:
        message = _("“{words}” does not say what somebody earns: name the lowest and the highest amount.")
        yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)
    if not vague:
        message = _("The lowest and the highest pay are missing: add “minimum” and “maximum” to “salaris”.")
        yield Hit("salaris" if salaris else subject.kind, message, at_key=True)


NO_CANDIDATE = re.compile(
    r"\b(?:inwoner\w*|cli[ëe]nt\w*|klant\w*|aanvrager\w*|werknemers?|medewerkers|collega['’]s|burger\w*|uitkering\w*"
    r"|pensioen\w*|ziekte|ziek|verlof|doorbeta\w*)\b",
    re.I,
)
"""Others than candidates, and what an employer pays later by what somebody earned with them."""
NOT_WANTED = re.compile(
    r"\b(?:vragen|hoeven|willen) (?:we|wij) (?:je )?niet|\bhoef je niet|\bmag je voor je houden|\b(?:is"
    r"|zijn) niet nodig"
    r"|\b(?:speelt|spelen) geen rol|\b(?:telt|tellen|weegt|wegen) niet mee|\bdoet er niet toe|\bhangt niet af"
    r"|\bniet bepalend",
    re.I,
)


@rule(
    "P02",
    "Vraag naar het huidige of laatste salaris",
    Ernst.FOUT,
    VACANCY,
    source=DIRECTIVE,
    why=(
        "Wie nu weinig verdient, verdient dan straks weer weinig. Daarom verbiedt de richtlijn de vraag naar"
        " het loon van nu"
        " of hiervoor, ook aan eigen medewerkers en via een bureau. Een oud protocol dat om een loonstrook"
        " vraagt, geldt"
        " daarin niet meer."
    ),
    bad="reageren: {meesturen: [een cv, je laatste loonstrook]}",
    good="reageren: {meesturen: [een cv]}",
)
def pay_history(subject: Subject) -> Iterator[Hit]:
    """Yield each question about what a candidate earns or earned."""
    message = _("“{words}” asks about pay of now or before: do not ask for it.")
    for said in listed(subject, "beloning", "loonverleden", "loonstrook", leave=WORK):
        loose = find_in("beloning", said.words)[0].entry.signaal == "loonstrook"
        if loose and about(said.text.pattern) != "gevraagd":
            continue
        if not NO_CANDIDATE.search(said.sentence) and not NOT_WANTED.search(said.sentence):
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)
    for said in listed(subject, "beloning", "inschaling"):
        asked = about(said.text.pattern) in ("gevraagd", "procedure") and not KEPT.search(said.sentence)
        if asked and not (said.negated or NOT_WANTED.search(said.sentence)):
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)


KEPT = re.compile(r"\b(?:behoud\w*|houd\w*|blijf\w*|mee te nemen|neem\w*)\b", re.I)
"""How a sentence says what becomes of a scale, and does not ask which one it is."""
SCALE = re.compile(r"\bschaal \d", re.I)
NORM = re.compile(r"\b(?:3[6-9]|40)(?:[- ]urige| uur)\b", re.I)
"""How the explanation of the pay names the scale, or the hours of a full working week."""


@rule(
    "P03",
    "Schaal of voltijdnorm ontbreekt bij het salaris",
    Ernst.WAARSCHUWING,
    VACANCY,
    source="Advertentiemodel van Westerveld (2011); salarisregels van de cao's (2026-11-22)",
    why=(
        "Een bedrag zegt pas iets met de schaal en het aantal uren van een volledige werkweek erbij. Bruto"
        " en de periode"
        " zetten de documenten er zelf bij."
    ),
    bad="salaris: {voltijd_uren: WEG}",
    good="salaris: {schaal: '10', voltijd_uren: '36'}",
)
def pay_is_complete(subject: Subject) -> Iterator[Hit]:
    """Yield a scale or a full-time norm that is missing beside amounts."""
    salaris = subject.profiel.salaris
    if not isinstance(salaris, Salaris) or (salaris.minimum is None and salaris.maximum is None):
        return
    if not is_paid_by_scale(subject):
        return
    told = subject.known("salaris.toelichting") or ""
    if salaris.schaal is None and not SCALE.search(told):
        yield Hit("salaris", _("The pay has no scale: add “schaal”."), at_key=True)
    if salaris.voltijd_uren is None and salaris.periode != "uur" and not NORM.search(told):
        message = _("The pay does not say for how many hours a week it is: add “voltijd_uren”.")
        yield Hit("salaris", message, at_key=True)


STEP = re.compile(
    r"\b(?:periodiek|trede)\s+\d{1,2}\b|\bperiodieken\b|\bperiodieke (?:salaris)?verhoging\b"
    r"|\b(?:hoogste|laagste|volgende|jaarlijkse|extra|een) periodiek"
    r"(?= (?:erbij|bij|per|omhoog|in|tot)\b|[.,;)]|\Z)",
    re.I,
)
find_steps = Finder(STEP, needs=("periodiek|trede",))


@rule(
    "P09",
    "Periodiek in een provinciale vacature",
    Ernst.INFORMATIE,
    VACANCY,
    source="Cao Provincies: een schaal heeft alleen een laagste en een hoogste bedrag (flevoland.nl, 2026-11-22)",
    why="Provinciale schalen kennen geen periodieken. Een nummer komt vaak uit een tekst van een gemeente.",
    bad="salaris: {cao: cao Provincies, toelichting: Je begint in periodiek 4.}",
    good="salaris: {cao: cao Gemeenten, toelichting: Je begint in periodiek 4.}",
)
def provincial_steps(subject: Subject) -> Iterator[Hit]:
    """Yield each step of a scale that a province does not have."""
    if cao_of(subject) == "provincies":
        for said in matched(subject, find_steps, WORK):
            if (about(said.text.pattern) == "loon" or "salaris" in said.sentence.lower()) and not said.negated:
                message = _("“{words}” is no step of a provincial scale: it has a lowest and a highest amount only.")
                yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)


PAY_RULES: tuple[Rule, ...] = (pay_band, pay_history, pay_is_complete, provincial_steps)
