"""What the total score of a tender request is made of: for each part its weight, its points and its round.

Both the rules that check it and the text that tells it read it here, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from vacaturegen.model.aanvraag import Aanvraag
from vacaturegen.model.base import known
from vacaturegen.model.places import Open, label_of
from vacaturegen.notation import Bijzonder

LISTS = {"gunningscriteria": "kwaliteit", "wensen": "wensen"}
"""The lists of what gives points, and the part of the weights that each is."""
JUDGED = ("cv", "gesprek", "presentatie", "anders")
"""What a round tests that is nowhere but in the round."""


class Part(NamedTuple):
    """A part of the total score: what it tests, how much it counts (%), its highest points, and its round, if any."""

    test: str
    weight: Any
    points: Any
    round: int | None


def parts_of(aanvraag: Aanvraag) -> list[Part]:
    """Return the parts that have a weight or points: the price, the criteria, the wishes, and what rounds judge."""
    rounds = [ronde for ronde in known(aanvraag, "beoordeling.rondes") or () if not isinstance(ronde, Open)]
    first: dict[Any, int] = {}
    for index, ronde in enumerate(rounds):
        first.setdefault(ronde.toets, index)
    block: Any = aanvraag.weging
    opened = isinstance(block, Open)  # of every part that is there, the weight is open
    price = known(aanvraag, "prijs")
    points: dict[str, Any] = {"prijs": price and price.punten}
    points |= {name: points_of(known(aanvraag, name) or ()) for name in LISTS}
    found = []
    for test, name in (("prijs", "prijs"), *LISTS.items()):
        if opened and getattr(aanvraag, test) in (None, ()):
            continue
        weight = weight_of(block, name, rounds[first[test]].weging if test in first else None)
        if weight is None and block is None:
            weight = total(item.weging for item in known(aanvraag, test) or ()) if test in LISTS else None
        found.append(Part(test, weight, points[test], first.get(test)))
    for index, ronde in enumerate(rounds):
        if ronde.toets in JUDGED:
            named = ronde.toets if first[ronde.toets] == index else ""
            worth = ronde.punten if ronde.punten is not None else points_of(known(ronde, "criteria") or ())
            found.append(Part(ronde.toets, weight_of(block, named, ronde.weging), worth, index))
    found += [
        Part(test, weight_of(block, test, None), None, None) for test in JUDGED if test not in first and not opened
    ]
    return [part for part in found if part.weight is not None or part.points is not None]


def called(part: Part, aanvraag: Aanvraag) -> str:
    """Return what a part of the score is called: by the name of its round where a round is all that it is."""
    rounds = [ronde for ronde in known(aanvraag, "beoordeling.rondes") or () if not isinstance(ronde, Open)]
    name = known(rounds[part.round], "naam") if part.round is not None and part.test in JUDGED else None
    return label_of(name or part.test)


def rounds_are_known(aanvraag: Aanvraag) -> bool:
    """Tell whether no round is open, nor what one of them tests: only then is it certain what has no round."""
    beoordeling: Any = aanvraag.beoordeling
    if beoordeling is None:
        return True
    rounds = known(beoordeling, "rondes")
    return rounds is not None and not any(isinstance(ronde.toets, Open) for ronde in rounds)


def weight_of(block: Any, name: str, own: Any) -> Any:
    """Return the weight of a part: what its round says, or else the block of weights."""
    return own if own is not None or not name else getattr(block, name, None)


def has_parts(aanvraag: Aanvraag) -> bool:
    """Tell whether anything but the criteria can count: in most requests nothing does, and this is quickly seen."""
    if not (aanvraag.weging is None and aanvraag.prijs is None and aanvraag.wensen == ()):
        return True
    for ronde in known(aanvraag, "beoordeling.rondes") or ():
        if isinstance(ronde, Open):
            continue
        if ronde.weging is not None or ronde.punten is not None:
            return True
        if any(worth_of(item) is not None for item in known(ronde, "criteria") or () if not isinstance(item, Open)):
            return True
    return False


def has_plain_points(aanvraag: Aanvraag) -> bool:
    """Tell whether criteria with points are all that counts, as in most requests: then nothing contradicts itself."""
    criteria: Any = aanvraag.gunningscriteria
    return (
        aanvraag.punten_totaal != 0
        and not has_parts(aanvraag)
        and not isinstance(criteria, Open)
        and all(
            item.punten and item.punten.__class__ is Decimal and item.weging is None and item.treden == ()
            for item in criteria
        )
        and not any(
            ronde.criteria.__class__ is tuple and any(len(item.model_fields_set) > 1 for item in ronde.criteria)
            for ronde in known(aanvraag, "beoordeling.rondes") or ()
        )
    )


def has_weights(aanvraag: Aanvraag) -> bool:
    """Tell whether parts of the total score have a weight of their own, in the block of weights or in a round."""
    rounds = known(aanvraag, "beoordeling.rondes") or ()
    own = (ronde.weging for ronde in rounds if not isinstance(ronde, Open))
    return aanvraag.weging is not None or any(weight is not None for weight in own)


def worth_of(item: Any) -> Any:
    """Return the points of a criterion or a wish: what it says, or else what its highest step gives."""
    if item.punten is not None or item.weging is not None:
        return item.punten
    if isinstance(item.treden, Open):
        return item.treden
    steps = [step.punten for step in known(item, "treden") or ()]
    opened = next((points for points in steps if isinstance(points, Open)), None)
    return opened or (max(steps) if steps else None)


def points_of(items: Iterable[Any]) -> Any:
    """Return what the points of criteria make; None when there are none, open when one of them is."""
    return total(worth_of(item) for item in items)


def points_in(aanvraag: Any, ronde: Any) -> Any:
    """Return the highest points of a round: its own, or those of the list that it tests; None when nothing says."""
    if ronde.toets in LISTS:
        return points_of(known(aanvraag, ronde.toets) or ())
    if ronde.toets == "prijs":
        return known(aanvraag, "prijs.punten")
    return ronde.punten if ronde.punten is not None else points_of(known(ronde, "criteria") or ())


def total(numbers: Iterable[Any]) -> Any:
    """Return the sum of numbers that are there; None without any, open when one of them is."""
    there = [number for number in numbers if number is not None]
    opened = next((number for number in there if isinstance(number, Open)), None)
    return opened or (sum(there, Decimal(0)) if there else None)


def highest_rate(aanvraag: Aanvraag) -> Any:
    """Return the rate from which the price gives no points: its own, or the maximum; None for the highest offer."""
    own, rate = aanvraag.prijs and aanvraag.prijs.tot, aanvraag.tarief and aanvraag.tarief.maximum
    found = own if own is not None else rate
    return None if isinstance(found, Bijzonder) else found
