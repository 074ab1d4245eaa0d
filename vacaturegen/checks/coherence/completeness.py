"""Rules about what a document of its kind has to tell, and does not. In a concept that is information."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from vacaturegen.checks.reading.readers import holds
from vacaturegen.checks.rule import ALL, TENDER, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject, Text
from vacaturegen.i18n import N_, _
from vacaturegen.model.base import known
from vacaturegen.model.places import Open

Part = tuple[str, tuple[str, ...], bool]
"""What is missing, the fields of which one tells it, and whether a document is not sound without it."""
OF_VACANCY: tuple[Part, ...] = (
    (N_("what the work is"), ("taken", "taakgroepen", "resultaatgebieden", "vacature.werk"), True),
    (N_("what is asked of a candidate"), ("eisen", "vacature.kandidaat"), True),
    (N_("where the work is"), ("standplaats",), True),
    (N_("how many hours it is"), ("inzet.uren_per_week", "inzet.omvang"), True),
    (N_("which kind of contract there is"), ("contract",), True),
    (N_("until when one can react"), ("planning.sluiting",), True),
    (N_("where a reaction goes"), ("reageren", "contacten"), True),
    (N_("who tells more about it"), ("contacten",), False),
)
PARTS: dict[str, tuple[Part, ...]] = {
    "aanvraag": (
        (N_("what the assignment is"), ("aanvraag.opdracht", "resultaatgebieden", "taken", "taakgroepen"), True),
        (N_("when the work starts"), ("inzet.start",), True),
        (N_("how long the work lasts"), ("inzet.duur", "inzet.einde"), True),
        (N_("how many hours it is"), ("inzet.uren_per_week", "inzet.omvang", "aanvraag.uren_totaal"), True),
        (N_("which demands there are"), ("aanvraag.knockouts", "eisen"), True),
        (
            N_("by what bids are compared"),
            ("aanvraag.gunningscriteria", "aanvraag.wensen", "aanvraag.prijs"),
            True,
        ),
        (N_("how bids are assessed"), ("aanvraag.beoordeling.rondes", "aanvraag.beoordeling.toelichting"), True),
        (N_("until when one can bid"), ("planning.sluiting",), True),
        (N_("until when questions can be asked"), ("planning.vragen",), True),
        (N_("where questions go"), ("broker", "aanvraag.vragen_via", "contacten"), True),
        (
            N_("where a bid goes"),
            ("broker", "aanvraag.inschrijving.via", "reageren", "aanvraag.inschrijving.toelichting"),
            True,
        ),
        (N_("where the work is"), ("standplaats",), False),
        (N_("which number it has"), ("aanvraag.nummer", "kenmerk", "zaaknummer"), False),
    ),
    "vacature": OF_VACANCY,
    "advertentie": OF_VACANCY,
}
"""What each kind of document tells: the skeletons of real requests, and NVP Sollicitatiecode (domain.md 0 and 2.3)."""


def is_there(profiel: Any, path: str) -> bool:
    """Tell whether a profile says something at a dotted path, if only that it is still open."""
    part = profiel
    for name in path.split("."):
        part = getattr(part, name, None)
        if part is None or part == ():
            return False
        if part.__class__ is Open:
            return True
    return True


def softer(subject: Subject) -> Ernst | None:
    """Return how bad it is that something is missing: information in a concept, and else what the rule says."""
    return Ernst.INFORMATIE if subject.profiel.status == "concept" else None


@rule(
    "S08",
    "Een vast onderdeel ontbreekt",
    Ernst.WAARSCHUWING,
    ALL,
    source="Opbouw van gepubliceerde aanvragen; NVP Sollicitatiecode (wat een vacature vermeldt), nagegaan 2026-11-22",
    why="Wie reageert, moet weten waarop: zonder deze gegevens komen er vragen, of reacties die niet passen.",
    bad="planning: {sluiting: WEG}",
    good="planning: {sluiting: nader te bepalen}",
)
def missing_parts(subject: Subject) -> Iterator[Hit]:
    """Yield each part that a document of this kind has and this one has not."""
    lacking = [part for part in PARTS[subject.kind] if not tells(subject, part)]
    needed = [part for part in lacking if part[2]]
    if len(needed) >= MANY:
        parts = "; ".join(f"{_(what)} (“{key_of(paths)}”)" for what, paths, _needed in needed)
        message = _("Many fixed parts are missing. This does not say: {parts}. Add those keys.").format(parts=parts)
        yield Hit(subject.kind, message, at_key=True, ernst=softer(subject))
    for what, paths, is_needed in lacking:
        if not is_needed or len(needed) < MANY:
            message = _("This does not say {what}. Add “{key}”.").format(what=_(what), key=key_of(paths))
            yield Hit(subject.kind, message, at_key=True, ernst=softer(subject) if is_needed else Ernst.INFORMATIE)
    yield from unanswered(subject)
    yield from interviews(subject)
    yield from leaning(subject)


MANY = 6
"""So many parts are told in one finding: a document without them is a draft."""
COMPARED = re.compile(r"(?i)\b(?:vergel[ie]\w+|prijs|punten|kwaliteit|weging\w*|beste|laagste|criteri\w+)\b")
"""How a text says by what bids are compared."""
CRITERIA = re.compile(
    r"(?i)\b(?:boven|onder|voor|hier)?(?:genoemde|staande|vermelde) (?:gunnings)?criteria\b|\bgunningscriteria\b"
)
"""How it says only that there are criteria."""


def tells(subject: Subject, part: Part) -> bool:
    """Tell whether a profile says something of a part, in a field or in the steps of the assessment."""
    _what, paths, _needed = part
    if any(is_there(subject.profiel, path) for path in paths):
        return True
    if paths[0] != "aanvraag.gunningscriteria":
        return False
    rounds = subject.known("aanvraag.beoordeling.rondes") or ()
    text = subject.known("aanvraag.beoordeling.toelichting") or ""
    return any(ronde.criteria != () for ronde in rounds) or bool(COMPARED.search(CRITERIA.sub("", text)))


def leaning(subject: Subject) -> Iterator[Hit]:
    """Yield steps that lean on what is not there: criteria, competences, a way to react."""
    if subject.kind != "aanvraag":
        if is_there(subject.profiel, "contacten") and not is_there(subject.profiel, "reageren"):
            message = _("This does not say how to react: there are only people to ask. Add “reageren”.")
            yield Hit(subject.kind, message, at_key=True, ernst=Ernst.INFORMATIE)
        return
    criteria = any(is_there(subject.profiel, path) for path in ("aanvraag.gunningscriteria", "aanvraag.wensen"))
    leans = next((text for text in subject.texts if of_steps(text) and CRITERIA.search(text.value)), None)
    if leans and not criteria:
        message = _(
            "The steps of the assessment lean on criteria, and there are none. Add “aanvraag.gunningscriteria”."
        )
        yield Hit("aanvraag", message, at_key=True, ernst=softer(subject))
    for index, ronde in enumerate(subject.known("aanvraag.beoordeling.rondes") or ()):
        if known(ronde, "elke_competentie_voldoende") and not is_there(subject.profiel, "competenties"):
            message = _("Each competence has to be sufficient here, but none is named. Add “competenties”.")
            field = f"aanvraag.beoordeling.rondes.{index}.elke_competentie_voldoende"
            yield Hit(field, message, ernst=softer(subject))


def of_steps(text: Text) -> bool:
    """Tell whether a text is about the steps of the assessment."""
    return text.field.startswith("aanvraag.beoordeling.")


def key_of(paths: tuple[str, ...]) -> str:
    """Return the field to write: the first that belongs to the profile itself."""
    return next(path for path in paths if path != "broker")


def unanswered(subject: Subject) -> Iterator[Hit]:
    """Yield a day for questions in a tender without one for the answers, in the planning or in a text."""
    planning = known(subject.profiel, "planning") if subject.kind == "aanvraag" else None
    if known(planning, "vragen") is None or is_there(subject.profiel, "planning.antwoorden"):
        return
    own = " ".join(str(known(moment, "naam") or "") for moment in known(planning, "momenten") or ()).lower()
    if not holds(own, ("antwoord", "inlichtingen")) and not subject.says("nota van inlichtingen", "beantwoord"):
        message = _("This does not say when questions are answered. Add “antwoorden” to the planning.")
        yield Hit("planning.vragen", message, ernst=Ernst.INFORMATIE)


def interviews(subject: Subject) -> Iterator[Hit]:
    """Yield interviews that are a round without a day, or a day without a round."""
    rounds = known(subject.profiel, "aanvraag.beoordeling.rondes") if subject.kind == "aanvraag" else None
    planning = known(subject.profiel, "planning")
    if not rounds or planning is None or any(isinstance(ronde.toets, Open) for ronde in rounds):
        return
    index = next((index for index, ronde in enumerate(rounds) if ronde.toets == "gesprek"), None)
    own = " ".join(str(known(moment, "naam") or "") for moment in known(planning, "momenten") or ()).lower()
    planned = planning.gesprekken is not None or "gesprek" in own
    if index is not None and not planned:
        message = _("A round is an interview, but the planning does not say when. Add “gesprekken” to the planning.")
        yield Hit(f"aanvraag.beoordeling.rondes.{index}.toets", message, ernst=softer(subject))
    if index is None and planning.gesprekken is not None and not any("gesprek" in str(ronde.naam) for ronde in rounds):
        message = _("The planning has interviews, but no round is one. Add a round with “toets: gesprek”.")
        yield Hit("planning.gesprekken", message, ernst=softer(subject))


ALL_COSTS = ("alle kosten", "alle bijkomende kosten", "all-in", "all in")
COSTS = {
    N_("travel"): ("reis", "kilometer", "parkeer", "woon-werk", *ALL_COSTS),
    N_("the fee of the broker"): ("fee", "opslag", *ALL_COSTS),
}
"""What a rate includes or not, and the words by which a text says so."""
FEES = ("aanvraag.fee_per_uur", "aanvraag.fee_percentage", "aanvraag.fee_eenmalig", "aanvraag.fee_toelichting")


@rule(
    "S10",
    "Niet duidelijk wat er in het tarief zit",
    Ernst.WAARSCHUWING,
    TENDER,
    source="Veldkennis: een tarief noemt btw, reiskosten en fee; of het btw bevat, vraagt het profiel zelf al",
    why="Tarieven zijn alleen te vergelijken als ze hetzelfde bevatten. Anders rekent de ene inschrijver reiskosten mee"
    " en de andere niet.",
    bad="aanvraag: {tarief: {inclusief: [fee]}}",
    good="aanvraag: {tarief: {inclusief: [fee], exclusief: [reiskosten]}}",
)
def unclear_rate(subject: Subject) -> Iterator[Hit]:
    """Yield a rate that is missing, or does not say whether it includes travel and the fee."""
    aanvraag = known(subject.profiel, "aanvraag")
    if aanvraag is None:
        return
    if aanvraag.tarief is None:
        message = _("This does not say what the work may cost. Add “tarief” with “btw”, if only “geen maximum”.")
        yield Hit("aanvraag", message, at_key=True, ernst=softer(subject))
        return
    tarief = known(aanvraag, "tarief")
    if tarief is None or tarief.all_in or isinstance(tarief.inclusief, Open) or tarief.per == "opdracht":
        return
    lists = (known(tarief, name) or () for name in ("inclusief", "exclusief", "apart_vergoed"))
    said = " ".join([*(str(item) for items in lists for item in items), str(known(tarief, "toelichting") or "")])
    fee = any(known(subject.profiel, path) is not None for path in FEES[:3])
    for what, words in COSTS.items():
        asked = what != "the fee of the broker" or fee
        if asked and not any(word in said.lower() for word in words):
            message = _("This does not say whether {what} is in the rate. Add it to “inclusief” or “exclusief”.")
            yield Hit("aanvraag.tarief", message.format(what=_(what)), at_key=True, ernst=softer(subject))


@rule(
    "S11",
    "Er staat niet bij wat de broker rekent",
    Ernst.WAARSCHUWING,
    TENDER,
    source="Veldkennis: elke aanvraag via een broker noemt de fee met bedrag, eenheid en betaler; die laatste"
    " twee geeft"
    " het profiel vanzelf",
    why="De leverancier betaalt de fee meestal uit het tarief. Wie die niet kent, kan geen tarief bepalen.",
    bad="aanvraag: {fee_per_uur: WEG, tarief: {inclusief: [reiskosten]}}",
    good="aanvraag: {fee_per_uur: WEG, fee_toelichting: De klant betaalt de broker., tarief: {inclusief:"
    " [reiskosten]}}",
)
def missing_fee(subject: Subject) -> Iterator[Hit]:
    """Yield a request by way of a broker that tells nothing of a fee."""
    if subject.profiel.broker is None or isinstance(subject.profiel.aanvraag, Open):
        return
    if not any(is_there(subject.profiel, path) for path in FEES):
        message = _(
            "A broker runs this request, but it says nothing of a fee. Add “fee_per_uur”, or say in “fee_toelichting”"
            " that there is none or who pays it."
        )
        yield Hit("aanvraag", message, at_key=True, ernst=softer(subject))


COMPLETENESS_RULES: tuple[Rule, ...] = (missing_parts, unclear_rate, missing_fee)
