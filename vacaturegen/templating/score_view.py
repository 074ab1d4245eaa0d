"""What a template sees of the scores in a tender request: the total score and its parts, and who gets the award.

A round that gives points to choose who goes on leaves the award to a later one; in all other cases a score decides.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from vacaturegen.model.aanvraag import Aanvraag
from vacaturegen.model.base import known
from vacaturegen.model.places import Open
from vacaturegen.model.totaalscore import (
    JUDGED,
    LISTS,
    Part,
    has_parts,
    has_weights,
    parts_of,
    total,
)
from vacaturegen.notation import Datum, Eenheid
from vacaturegen.templating.price_view import view_of_price

WHOLE = Decimal(100)
NO_TOTAL: dict[str, Any] = {
    "delen": [],
    "gewogen": False,
    "binnen_deel": dict.fromkeys(LISTS, False),
    "prijsscore": None,
}
"""What is seen of a total score in a request where nothing but the criteria can count."""


def total_of(points: list[Any], stated: Any) -> Any:
    """Return what the points make; while one of them is open, the total that is stated.

    None when nothing has points, or nothing says yet what they make: a computed total is no field to fill in.
    """
    there = [point for point in points if point is not None]
    if not any(isinstance(point, Open) for point in there):
        return stated if isinstance(stated, Open) else sum(there) if there or not points else None
    return stated


def view_of_scores(aanvraag: Aanvraag, rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what is seen of the total score, and say in the rounds what they add to it."""
    return view_of_total(aanvraag, rounds) if has_parts(aanvraag) else NO_TOTAL


def view_of_total(aanvraag: Aanvraag, rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the parts of the total score with their names and rounds, and how the price is reckoned."""
    parts = parts_of(aanvraag)
    by_test = {part.test: part for part in parts}
    weighted = has_weights(aanvraag) or (len(parts) > 1 and all(part.weight is not None for part in parts))
    for part in parts if weighted else ():
        if part.round is not None:
            rounds[part.round] |= {"gewicht": part.weight, "scoort": True}
    counting = sorted(part.round for part in parts if part.round is not None)
    for number in counting[1:]:
        rounds[number]["samen"] = True
    shown = [
        {
            "toets": part.test,
            "naam": rounds[part.round]["naam"] if part.round is not None else None,
            "weging": part.weight,
            "punten": part.points,
            "ronde": None if part.round is None else part.round + 1,
        }
        for part in parts
    ]
    return {
        "delen": shown,
        "gewogen": weighted,
        "binnen_deel": {name: is_within(aanvraag, name, by_test.get(name), weighted) for name in LISTS},
        "punten_alles": total_of([part.points for part in parts], None),
        "prijsscore": view_of_price(aanvraag, by_test.get("prijs"), weighted) if known(aanvraag, "prijs") else None,
    }


def is_within(aanvraag: Aanvraag, name: str, part: Part | None, weighted: bool) -> bool:
    """Tell whether the percentages of a list are of its part of the total score, and not of the whole."""
    made = total(item.weging for item in known(aanvraag, name) or ())
    return weighted and made == WHOLE and part is not None and part.weight != WHOLE


def view_of_award(aanvraag: Aanvraag, seen: dict[str, Any]) -> dict[str, Any]:
    """Return what decides on the award (totaalscore, score or keuze), and the step of that score if it has one.

    An interview that gives no points then only verifies, which is said in its round.
    """
    rounds, parts = seen["rondes"], seen["delen"]
    if seen["gewogen"] or len(parts) > 1:
        decides, step, counting = "totaalscore", None, {part["ronde"] for part in parts}
    else:
        there, step = only_score(seen)
        decides = "score" if there and not is_only_to_choose(aanvraag, rounds, step) else "keuze"
        counting = {step}
    for ronde in rounds if decides != "keuze" else ():
        ronde["verifieert"] = ronde["toets"] == "gesprek" and ronde["nummer"] not in counting and not ronde["scoort"]
    return {"beslist": decides, "score_stap": step, "einde_termijn": last_day_of_objections(aanvraag)}


def last_day_of_objections(aanvraag: Aanvraag) -> Datum | None:
    """Return the last day of the term for objections, when its first day and its calendar days are exact."""
    first, length = (known(aanvraag, f"beoordeling.opschortende_termijn.{name}") for name in ("vanaf", "dagen"))
    exact = isinstance(first, Datum) and not first.uiterlijk and length and not length.woord and length.tot is None
    if not exact or length.eenheid not in (Eenheid.DAG, Eenheid.KALENDERDAG):
        return None
    from vacaturegen.calendars import Calendar  # no other document has to wait for the calendars
    from vacaturegen.planning.standstill import end_of_standstill

    end = end_of_standstill(aanvraag, first.dag, length, Calendar())
    return Datum(end) if end else None


def only_score(seen: dict[str, Any]) -> tuple[bool, int | None]:
    """Tell whether there is a score when only one part can give it, and in which step; the last step can be one."""
    rounds, parts, criteria = seen["rondes"], seen["delen"], seen["criteria"]
    if parts:
        return True, parts[0]["ronde"]
    if not isinstance(criteria, Open) and any(
        item[name] is not None for item in criteria for name in ("punten", "weging")
    ):
        return True, next((ronde["nummer"] for ronde in rounds if ronde["toets"] == "gunningscriteria"), None)
    last = rounds[-1] if rounds else None
    return (True, last["nummer"]) if last and last["toets"] in (*LISTS, "prijs") else (False, None)


def is_only_to_choose(aanvraag: Aanvraag, rounds: list[dict[str, Any]], step: int | None) -> bool:
    """Tell whether a score only chooses who goes on to a later round, which then compares the candidates again."""
    if known(aanvraag, "beoordeling.bij_gelijke_score"):
        return False
    later = [ronde for ronde in rounds[step or len(rounds) :] if ronde["toets"] in JUDGED]
    if not later or any(ronde["bij_onvoldoende"] for ronde in later):
        return False
    chosen = rounds[step - 1] if step else None
    return chosen is not None and bool(chosen["beste"] or chosen["uitnodiging"])
