"""Rules about facts of a profile beside each other: demands, double facts, the selection committee."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from vacaturegen.checks.reading.patterns import AT_HAND, word_set
from vacaturegen.checks.reading.quoted import shortened
from vacaturegen.checks.reading.texts import words_in
from vacaturegen.checks.reading.written import NUMBERS, number_of
from vacaturegen.checks.rule import ALL, TENDER, VACANCY, Ernst, Hit, Rule, prevented, rule
from vacaturegen.checks.subject import Subject, Text
from vacaturegen.i18n import _
from vacaturegen.model.base import fold, known
from vacaturegen.model.places import Open

weights_add_up = prevented(
    "S05",
    "De punten of gewichten tellen niet op",
    TENDER,
    source="Veldkennis: een aanvraag noemt een totaal, zoals 100 punten",
    why="Dit kan niet voorkomen: een profiel waarin punten of gewichten niet samen het genoemde totaal maken,"
    " bouwt niet en geeft F00. Voor punten en gewichten in lopende tekst geldt S06.",
)

KNOCKOUT = re.compile(r"aanvraag\.knockouts\.\*\.eis")
SCORED = re.compile(
    r"aanvraag\.(gunningscriteria\.\*\.criterium|wensen\.\*\.wens|beoordeling\.rondes\.\*\.criteria\.\*\.criterium)"
)
WORD = re.compile(r"[^\W\d_]{3,}|\d+(?:[.,]\d+)?")
FILLERS = word_set(
    "aantoonbaar aantoonbare kandidaat professional heeft hebben beschikt beschikken over een het de van met als bij"
    " voor aan door dit dat die deze wordt zijn uit licht toe duidelijk noem benoem cv in op of en minimaal minstens"
    " tenminste aangeboden uw u dient moet blijkt blijkend vermeld geef werkervaring ervaring jaar maanden afgeronde"
    " afgerond kennis gewerkt niveau opleiding opgedaan voltooid voltooide behaald behaalde diploma richting"
)
"""Words that say nothing of what a demand is about."""
MEASURES = re.compile(
    r"(?i)\d+|\b(?:mbo|hbo|wo|havo|vwo|bachelor|master|associate|senior|medior|junior|gunstig|recent)\w*"
)
"""Numbers and levels: where they differ, the criterion asks more than the knock-out."""
ALIKE = 0.8
RECENT = re.compile(
    rf"(?i)\b(?:in|binnen|gedurende) de (?:afgelopen|laatste|voorgaande) (?:\d{{1,2}}|{'|'.join(NUMBERS)}) jaar\b"
)
"""How recent something has to be: who has it recently, has it."""
PROVED = re.compile(
    r"(?i)\b(?:(?:blijkt|blijkend|volgt) uit|(?:aan te tonen|aangetoond|aantoonbaar) (?:met|door|via))\b[^.]{0,60}?"
    rf"\b(?:\d|(?:{'|'.join(word for word in NUMBERS if word not in ('een', 'één'))})\b"
    r"|\w*(?:diploma|certifica|getuigschrift|verklaring|rapport|publicatie|referentie)\w*)"
)
"""How a demand says by what one sees that it is met."""


@lru_cache(maxsize=AT_HAND)
def subject_of(demand: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return what words a demand is about, and its numbers and levels."""
    lowered = demand.lower()
    words = frozenset(word for word in WORD.findall(lowered) if word not in FILLERS and not word.isdigit())
    measures = {found[0] for found in MEASURES.finditer(lowered)}
    measures |= {str(number) for word, number in NUMBERS.items() if word in lowered.split() and word != "een"}
    return words, frozenset(measures)


def same_demand(one: str, other: str) -> bool:
    """Tell whether two demands ask the same, and the one no more than the other."""
    if written(one) == written(other):
        return True
    words, measures = subject_of(one if RECENT.search(other) else RECENT.sub("", one))
    others, other_measures = subject_of(other)
    if measures != other_measures or not words or not others:
        return False
    return len(words & others) >= ALIKE * len(words | others) and len(words) > 1


@lru_cache(maxsize=AT_HAND)
def written(demand: str) -> str:
    """Return a demand as people compare two: without regard to capitals, accents and the full stop."""
    return fold(demand).lower().rstrip(". ")


@cache
def is_knockout(pattern: str) -> bool:
    """Tell whether fields with this pattern are knock-outs."""
    return KNOCKOUT.fullmatch(pattern) is not None


@cache
def is_scored(pattern: str) -> bool:
    """Tell whether fields with this pattern are what gives points."""
    return SCORED.fullmatch(pattern) is not None


@rule(
    "S12",
    "Een knock-outeis telt dubbel of is niet te toetsen",
    Ernst.WAARSCHUWING,
    TENDER,
    source="Beginselen van gelijke behandeling en transparantie bij inkoop, nagegaan 2026-11-22",
    why="Een knock-outeis is ja of nee: wie beoordeelt, moet dat uit het cv kunnen zien. Wat elke kandidaat al"
    " moet hebben,"
    " onderscheidt niemand als het ook punten geeft. Een hogere eis met punten naast een lagere knock-out is wel goed.",
    bad="aanvraag: {knockouts: [De kandidaat heeft affiniteit met de natuur.]}",
    good="aanvraag: {knockouts: [De kandidaat heeft 2 jaar in een park gewerkt.]}",
)
def unfit_knockouts(subject: Subject) -> Iterator[Hit]:
    """Yield knock-outs that nobody can check, and those that give points as well."""
    for text, found in words_in(subject, "niet-toetsbaar", lambda text: is_knockout(text.pattern)):
        words = text.value[found.start : found.end]
        if PROVED.search(text.value, found.end):
            continue
        message = _("“{words}” cannot be checked with yes or no ({signal}): {better}.")
        told = {"words": words, "signal": found.entry.signaal, "better": found.entry.voorstel}
        yield Hit(text.field, message.format(**told), words, found.start)
    knockouts = [text for text in subject.texts if is_knockout(text.pattern)]
    for text in subject.texts:
        if not is_scored(text.pattern) or has_steps(subject, text):
            continue
        twin = next((knockout for knockout in knockouts if same_demand(knockout.value, text.value)), None)
        if twin:
            message = _(
                "A knock-out asks this already (“{words}”), so that every candidate has these points. Ask for"
                " more here, or"
                " leave one of the two out."
            )
            yield Hit(text.field, message.format(words=shortened(twin.value)))
    yield from made_already(subject, knockouts)


OWN_TOOLS = re.compile(
    r"(?i)\bbyod\b|\bbring your own\b|\beigen (?:\w+ )?(?:laptop|apparatuur|computer|devices?|middelen)\b"
)
RATE = re.compile(
    r"(?i)\b(?:uur)?tarief\b[^.]{0,60}?\b(?:maximaal|maximum\w*|hoogstens|ten hoogste|niet hoger|lager|minimaal)\b"
)


def made_already(subject: Subject, knockouts: list[Text]) -> Iterator[Hit]:
    """Yield each typed knock-out that the document makes by itself: own equipment, and the rate."""
    aanvraag = subject.known("aanvraag")
    made = {"aanvraag.byod": OWN_TOOLS} if subject.known("aanvraag.byod") else {}
    if aanvraag is not None and aanvraag.tarief_is_eis():
        made["aanvraag.tarief"] = RATE
    for text in knockouts:
        for field, pattern in made.items():
            if pattern.search(text.value):
                message = _("“{field}” makes this knock-out by itself. Leave one of the two out.")
                yield Hit(text.field, message.format(field=field))


def has_steps(subject: Subject, text: Text) -> bool:
    """Tell whether a criterion gives points by steps, so that who has more gets more."""
    home = text.field.rpartition(".")[0]
    part: Any = subject.profiel
    for step in home.split("."):
        part = part[int(step)] if step.isdigit() else getattr(part, step)
    return getattr(part, "treden", ()) != ()


MEMBERS = re.compile(rf"(?i)\b(\d{{1,2}}|{'|'.join(NUMBERS)}) (?:leden|personen|mensen|commissieleden)\b")
NEXT_MEMBER = re.compile(r", (?:en )?| en (?=(?:de|het|een|één|iemand|ons|onze|twee|drie|vier|vijf|\d+)\b)")
COUNTED = re.compile(rf"(?i)(?:en )?(\d{{1,2}}|{'|'.join(word for word in NUMBERS if word != 'een')}) ")


def members_in(text: str) -> int:
    """Return how many people a text names: the number that it says, or else how many it lists."""
    parts = NEXT_MEMBER.split(text)
    if len(parts) == 1 and (said := MEMBERS.search(text)):
        return number_of(said[1])
    listed = [COUNTED.match(part) for part in parts]
    return sum(number_of(found[1]) if found else 1 for found in listed)


@rule(
    "S16",
    "De selectiecommissie is groter dan het eigen protocol toestaat",
    Ernst.WAARSCHUWING,
    VACANCY,
    source="Het protocol van de organisatie zelf, zoals dat van Westerveld (2011): hoogstens 5 leden",
    why="Wie een protocol heeft, belooft zich daaraan te houden. Een kleinere commissie is voor een kandidaat"
    " ook prettiger.",
    bad="{organisatie: {protocol: {commissie: 2}}, selectie: {commissie: 'de teamleider, een collega en een"
    " adviseur'}}",
    good="{organisatie: {protocol: {commissie: 3}}, selectie: {commissie: 'de teamleider, een collega en een"
    " adviseur'}}",
)
def large_committee(subject: Subject) -> Iterator[Hit]:
    """Yield a committee with more members than the organisation's protocol allows."""
    most, committee = subject.known("organisatie.protocol.commissie"), subject.known("selectie.commissie")
    if most and committee and (count := members_in(committee)) > most:
        message = _("The committee has {count} members, and the protocol of the organisation allows {most}.")
        yield Hit("selectie.commissie", message.format(count=count, most=most))


LENGTH = re.compile(r"(?i)\b(?:\d+|half|halfjaar|jaar)\w* ?(?:jaar|maand(?:en)?|weken|contract)\b|jaarcontract")
FIXED_ROWS = {
    "publicatie": ("publicatie", "publicatiedatum"),
    "vragen": ("vragen stellen", "deadline vragen"),
    "antwoorden": ("antwoorden", "beantwoorden vragen", "beantwoording vragen"),
    "sluiting": ("sluiting", "sluitingsdatum", "inschrijven", "einde inschrijving", "reageren"),
    "uitnodiging": ("uitnodiging", "uitnodigingen"),
    "gesprekken": ("gesprekken", "gesprek", "selectiegesprekken", "sollicitatiegesprekken"),
    "voorlopige_gunning": ("voorlopige gunning",),
    "gunning": ("gunning", "definitieve gunning"),
}
"""What the rows of the planning are called that a field of its own tells."""


@rule(
    "S18",
    "Twee gegevens zeggen hetzelfde",
    Ernst.WAARSCHUWING,
    ALL,
    source="Veldkennis: dubbele regels in een planning en dubbele afspraken in een procedure",
    why="Wat op twee plaatsen staat, spreekt elkaar na een wijziging tegen.",
    bad="planning: {gesprekken: '2027-01-06', momenten: [{naam: Gesprekken, dag: '2027-01-07'}]}",
    good="planning: {gesprekken: '2027-01-06', momenten: [{naam: Tweede dag voor gesprekken, dag: '2027-01-07'}]}",
)
def told_twice(subject: Subject) -> Iterator[Hit]:
    """Yield facts that a profile tells in two places."""
    yield from double_moments(subject)
    if subject.kind == "aanvraag":
        yield from double_ties(subject)
        return
    selectie = subject.known("selectie")
    if known(selectie, "keuring") and known(selectie, "geneeskundig_onderzoek"):
        message = _("“keuring” and “geneeskundig_onderzoek” tell of the same examination. Keep the one that says most.")
        yield Hit("selectie.geneeskundig_onderzoek", message, at_key=True)
    kind, length = subject.known("contract.soort"), subject.known("contract.duur")
    if kind and length and LENGTH.search(kind):
        message = _(
            "The kind of contract says how long it lasts, and so does “duur”. Keep “duur”, and write “tijdelijk”."
        )
        yield Hit("contract.soort", message)


def double_moments(subject: Subject) -> Iterator[Hit]:
    """Yield each moment of one's own that is in the planning already."""
    planning = subject.known("planning")
    seen = {
        name: field
        for field, names in FIXED_ROWS.items()
        if getattr(planning, field, None) is not None
        for name in (*names, str(known(planning, f"benamingen.{field}") or field).lower())
    }
    for index, moment in enumerate(known(planning, "momenten") or ()):
        name = (known(moment, "naam") or "").lower()
        if name in seen:
            message = _("The planning has “{name}” already. Keep one of the two.").format(name=moment.naam[:40])
            yield Hit(f"planning.momenten.{index}.naam", message)
        elif name:
            seen[name] = name


def double_ties(subject: Subject) -> Iterator[Hit]:
    """Yield a tie-breaker for the total beside another one of the only round that gives points."""
    whole = subject.known("aanvraag.beoordeling.bij_gelijke_score")
    rounds = [
        (index, ronde)
        for index, ronde in enumerate(subject.known("aanvraag.beoordeling.rondes") or ())
        if not isinstance(ronde, Open) and known(ronde, "bij_gelijke_score")
    ]
    for index, ronde in rounds if whole else ():
        if ronde.bij_gelijke_score.lower() != whole.lower() and ronde.beste is None:
            message = _("Two things decide between equal scores: here “{one}”, and for the whole “{other}”. Keep one.")
            told = message.format(one=ronde.bij_gelijke_score[:40], other=whole[:40])
            yield Hit(f"aanvraag.beoordeling.rondes.{index}.bij_gelijke_score", told)


CONSISTENCY_RULES: tuple[Rule, ...] = (weights_add_up, unfit_knockouts, large_committee, told_twice)
