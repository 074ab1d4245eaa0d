"""What a template sees of a tender request beside its fields: the clause, the numbering, the rounds.

Numbers are known only when everything before them is: while a list is left open, a text speaks of it without numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from vacaturegen.library import Library
from vacaturegen.model.aanvraag import Aanvraag
from vacaturegen.model.base import known
from vacaturegen.model.beoordeling import Ronde
from vacaturegen.model.places import Open
from vacaturegen.model.profiel import CLOSED, Profiel
from vacaturegen.model.totaalscore import (
    points_in,
    worth_of,
)
from vacaturegen.notation import Trede
from vacaturegen.profiles.scale_rules import below
from vacaturegen.templating.request_words import words_of_request
from vacaturegen.templating.score_view import total_of, view_of_award, view_of_scores

GROUNDS = "onderbouwing-bij-inschrijving"
"""The element of a clause that asks the bidder for something, and so returns among what is asked: domain.md 1.5."""
UNNAMED_BROKER = "de externe administratieve broker"
CLIENT = "de opdrachtgever"
ONLY_FACT = {
    "wensen-aanvraag": "wensen",
    "prijs": "prijs",
    "inschrijving": "inschrijving",
    "uitsluitingsgronden": "uitsluitingsgronden",
    "klachten": "klachten",
}
"""Parts that are about one fact, and are not even looked at without it: most requests have none of them."""
HOW_TO_REACT = ("cv", "inschrijving")
"""Parts that only tell a bidder what to hand in: there is nobody left to tell it when a request is over."""
NUMBERED = re.compile(r"^(?:gunningscriteria|wensen) \d+")
"""How the name of an open field of a criterium or a wish begins, with its number in the profile."""
SCORED = ("punten", "minimum_punten", "minimum_procent", "beste", "minimaal", "bij_gelijke_score")
"""What a round says of its score."""
UNSAID = {name: field.default for name, field in Ronde.model_fields.items()}
"""What a round that is still open as a whole says of itself."""


def view_of_request(profiel: Profiel, aanvraag: Aanvraag, library: Library) -> dict[str, Any]:
    """Return what follows from the facts of a tender request."""
    rounds = list(view_of_rounds(profiel, aanvraag))
    assessors = {ronde["toets"]: ronde["beoordelaar"] for ronde in reversed(rounds) if isinstance(ronde["toets"], str)}
    clause = clause_for(profiel, library)
    grounds = clause is not None and not isinstance(clause, Open) and GROUNDS in clause.elementen
    numbers = numbering(aanvraag)
    concept = profiel.status == "concept"
    values = {
        "clausule": clause,
        "onderbouwing_gevraagd": grounds,
        "tarief_is_eis": aanvraag.tarief_is_eis(),
        **words_of_request(profiel, aanvraag),
        "fee_ontvanger": aanvraag.fee_ontvanger or broker_name(profiel),
        "rondes": rounds,
        "beoordelaar_gunning": assessors.get("gunningscriteria", CLIENT),
        "beoordelaar_wensen": assessors.get("wensen", CLIENT),
        **numbers,
        "criteria": scored(aanvraag.gunningscriteria, "gunningscriterium", concept and numbers["criteria_van"]),
        "wensenlijst": scored(aanvraag.wensen, "wens", concept and numbers["wensen_van"]),
        "punten_totaal": total_of([worth_of(item) for item in aanvraag.gunningscriteria], aanvraag.punten_totaal),
        "punten_wensen": total_of([worth_of(item) for item in aanvraag.wensen], None),
        **view_of_scores(aanvraag, rounds),
    }
    return values | view_of_award(aanvraag, values)


def left_out(profiel: Profiel, aanvraag: Aanvraag) -> list[str]:
    """Return the parts of the document about which the request says nothing, or nothing any more."""
    found = [part for part, fact in ONLY_FACT.items() if getattr(aanvraag, fact) in (None, ())]
    if profiel.status in CLOSED:
        found += HOW_TO_REACT
    rate = known(aanvraag, "tarief")
    if rate is None or not (rate.toelichting or rate.indexering or rate.apart_vergoed or rate.toeslagen):
        found.append("tarief-toelichting")
    return found


def numbering(aanvraag: Aanvraag) -> dict[str, Any]:
    """Return the first and the last number of the knock-outs, the criteria and the wishes, and which are known."""
    knockouts = aanvraag.aantal_knockouts()
    criteria, wishes = (len(known(aanvraag, name) or ()) for name in ("gunningscriteria", "wensen"))
    certain = not any(isinstance(fact, Open) for fact in (aanvraag.knockouts, aanvraag.tarief, aanvraag.byod))
    of_criteria = certain and not isinstance(aanvraag.gunningscriteria, Open)
    return {
        "knockouts_tot": knockouts,
        "knockouts_genummerd": certain,
        "criteria_van": knockouts + 1,
        "criteria_tot": knockouts + criteria,
        "criteria_genummerd": of_criteria,
        "wensen_van": knockouts + criteria + 1,
        "wensen_tot": knockouts + criteria + wishes,
        "wensen_genummerd": of_criteria and not isinstance(aanvraag.wensen, Open),
    }


def scored(items: Any, one: str, first: int) -> Any:
    """Return criteria or wishes as `view_of_scored` does each; a list that is open stays so.

    In a concept (`first` is the number of the first one) an open field of an item is called by the item's number.
    """
    if isinstance(items, Open):
        return items
    seen = [view_of_scored(item) for item in items]
    for number, item in enumerate(seen, first) if first else ():
        for name, value in item.items():
            if isinstance(value, Open) and not value.naam:
                item[name] = Open(value.veld, NUMBERED.sub(f"{one} {number}", value.label))
    return seen


def view_of_scored(item: Any) -> dict[str, Any]:
    """Return a criterion or a wish with its points; a scale that rises says what lies below it gives nothing."""
    if isinstance(item, Open):
        return {
            "tekst": item,
            "punten": None,
            "weging": None,
            "toelichting": None,
            "treden": (),
            "onder": None,
            "daalt": False,
        }
    steps: Any = item.treden if isinstance(item.treden, Open) else list(item.treden)
    lowest = None if isinstance(steps, Open) or not steps else below(steps)
    return {
        "tekst": item.wens if "wens" in type(item).model_fields else item.criterium,
        "punten": worth_of(item),
        "weging": item.weging,
        "toelichting": item.toelichting,
        "treden": steps,
        "onder": lowest,
        "daalt": bool(lowest) and is_lower(steps[-1].trede, steps[0].trede),
    }


def is_lower(one: Trede, other: Trede) -> bool:
    """Tell whether a step lies below another."""
    return (one.van or 0) < (other.van or 0)


def view_of_rounds(profiel: Profiel, aanvraag: Aanvraag) -> Iterator[dict[str, Any]]:
    """Yield each round of the assessment with its number and those of the rounds it refers to."""
    rounds = known(aanvraag, "beoordeling.rondes") or ()
    assessors = {"broker": broker_name(profiel), "organisatie": CLIENT}
    numbers: dict[Any, int] = {}
    only_broker = profiel.broker is not None
    for number, ronde in enumerate(rounds, 1):
        said = vars(ronde) if not isinstance(ronde, Open) else UNSAID | {"toets": ronde, "beoordelaar": ronde}
        only_broker = only_broker and said["beoordelaar"] == "broker"
        least = said.get("minimum_punten") is not None or said.get("minimum_procent") is not None
        yield said | {
            "nummer": number,
            "vorige": number - 1 or None,
            "volgende": number + 1 if number < len(rounds) else None,
            "gewicht": None,
            "haalbaar": points_in(aanvraag, ronde) if least else None,
            "verifieert": False,
            "samen": False,
            "ongezien": only_broker,
            "scoort": any(said.get(name) is not None for name in SCORED),
            "uitnodiging": invitation(profiel, rounds, number) if said["toets"] == "cv" else None,
            "criteria": scored(said["criteria"], "", 0) if said["criteria"] else (),
            "criteria_scoren": any(
                len(item.model_fields_set) > 1 for item in known(ronde, "criteria") or () if not isinstance(item, Open)
            ),
            "beoordelaar": assessors.get(said["beoordelaar"], said["beoordelaar"]),
            "terugval": numbers.get(said["terugval"], said["terugval"]),
        }
        numbers[said["toets"]] = number


def invitation(profiel: Profiel, rounds: Sequence[Any], number: int) -> str | None:
    """Return for what the round with a number invites: a gesprek or a presentatie that follows or is planned."""
    if number < len(rounds):
        following = rounds[number].toets
        return following if following in ("gesprek", "presentatie") else None
    return "gesprek" if any(known(profiel, f"planning.{name}") for name in ("uitnodiging", "gesprekken")) else None


def clause_for(profiel: Profiel, library: Library) -> Any:
    """Return the clause for the arbeidsrelatie: the organisation's own (which can be open), or the shipped example."""
    relation = known(profiel, "aanvraag.arbeidsrelatie")
    if relation is None:
        return None
    own = getattr(known(profiel, "organisatie.clausules.dba"), relation, None)
    return own or library.clauses[relation]


def broker_name(profiel: Profiel) -> Any:
    """Return the broker's name, or how an unnamed one is spoken of; without a broker the client does the work."""
    broker = profiel.broker
    if broker is None:
        return CLIENT
    return broker.naam if broker.naam and not broker.anoniem else broker.aanduiding or UNNAMED_BROKER
