"""Rules about how a tender request is decided: points and percentages.

As in `rules`: each yields what does not hold, and skips what is absent, open or still to be decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from vacaturegen.i18n import _
from vacaturegen.model.base import known
from vacaturegen.model.places import Open
from vacaturegen.model.profiel import Profiel
from vacaturegen.model.totaalscore import (
    JUDGED,
    LISTS,
    Part,
    called,
    has_parts,
    has_plain_points,
    has_weights,
    parts_of,
    points_of,
    rounds_are_known,
    total,
    worth_of,
)
from vacaturegen.notation import comma
from vacaturegen.profiles.price_rules import price_can_be_reckoned
from vacaturegen.profiles.round_rules import ROUND_RULES
from vacaturegen.profiles.scale_rules import scale_problems
from vacaturegen.profiles.validation import Finding

WHOLE = Decimal(100)
WEIGHTED = ("punten", "weging")
OF_BLOCK = {"gunningscriteria": "kwaliteit"}
"""Where the name of a part in the block of weights is not what a round tests."""


def scored_lists(profiel: Profiel) -> Iterator[tuple[str, Any]]:
    """Yield each list of what can give points, with its dotted path: criteria, wishes, and those of rounds."""
    for name in LISTS:
        yield f"aanvraag.{name}", known(profiel, f"aanvraag.{name}") or ()
    for index, ronde in enumerate(known(profiel, "aanvraag.beoordeling.rondes") or ()):
        yield f"aanvraag.beoordeling.rondes.{index}.criteria", known(ronde, "criteria") or ()


def points_make_the_total(profiel: Profiel) -> Iterator[Finding]:
    """Yield a total that is not what the criteria make, nor what all parts of the score make."""
    stated = known(profiel, "aanvraag.punten_totaal")
    aanvraag = known(profiel, "aanvraag")
    if stated is None or known(aanvraag, "gunningscriteria") is None or not rounds_are_known(aanvraag):
        return
    wishes = known(aanvraag, "wensen")
    if wishes is None or isinstance(aanvraag.prijs, Open) or any(isinstance(item.wens, Open) for item in wishes):
        return  # nobody knows yet what they give
    if None in {worth_of(item) for item in aanvraag.gunningscriteria}:  # told of by another rule, or of another kind
        return
    made = points_of(aanvraag.gunningscriteria)
    if made == stated:
        return
    parts = [part for part in parts_of(aanvraag) if part.points is not None]
    whole = total(part.points for part in parts)
    if isinstance(made, Open) or isinstance(whole, Open) or stated in (made, whole):
        return
    told = {"sum": comma(Decimal(whole or 0)), "total": comma(stated)}
    message = _("The points make {sum}, not {total}.").format(**told)
    if len(parts) > 1:
        each = ", ".join(f"{called(part, aanvraag)} {comma(part.points)}" for part in parts)
        message = _("The points make {sum} ({parts}), not {total}.").format(parts=each, **told)
    yield "aanvraag.punten_totaal", message, _("Change the points or the total.")


def lists_are_of_one_kind(profiel: Profiel) -> Iterator[Finding]:
    """Yield each item that has points and a weight, or not what the others of its list have."""
    for path, items in scored_lists(profiel):
        there = [item for item in items if not isinstance(item, Open)]
        kinds = {name: any(getattr(item, name) is not None for item in there) for name in WEIGHTED}
        kinds["punten"] = kinds["punten"] or any(worth_of(item) is not None for item in there)
        for index, item in enumerate(items):
            if isinstance(item, Open):
                continue
            if item.punten is not None and item.weging is not None:
                message = _("Points and a weight cannot stand together.")
                yield f"{path}.{index}.weging", message, _("Keep “punten” or “weging”, in the whole list the same.")
            elif all(kinds.values()) and item.punten is None and item.weging is not None:
                message = _("This has a weight, and others in the list have points.")
                yield f"{path}.{index}.weging", message, _("Keep “punten” or “weging”, in the whole list the same.")
            elif any(kinds.values()) and worth_of(item) is None and item.weging is None:
                key = "punten" if kinds["punten"] else "weging"
                message = _("The key “{key}” is missing: others in the list have it.").format(key=key)
                yield f"{path}.{index}.{key}", message, _("Add “{key}: ...”.").format(key=key)


def something_counts(profiel: Profiel) -> Iterator[Finding]:
    """Yield points and weights of nothing at all: they would decide nothing."""
    for path, items in scored_lists(profiel):
        for index, item in enumerate(items):
            for name in WEIGHTED:
                if known(item, name) == 0:
                    yield f"{path}.{index}.{name}", _("This is 0."), _("Fill in a number, or leave the key out.")
    for field in ("aanvraag.punten_totaal", "aanvraag.prijs.punten", "aanvraag.prijs.tot"):
        if known(profiel, field) == 0:
            yield field, _("This is 0."), _("Fill in a number, or leave the key out.")


def steps_meet(profiel: Profiel) -> Iterator[Finding]:
    """Yield each hole and overlap in a scale of points."""
    for path, items in scored_lists(profiel):
        for index, item in enumerate(items):
            for field, message, hint in scale_problems(item, known(item, "punten")):
                yield f"{path}.{index}.{field}", message, hint


def total_can_be_made(profiel: Profiel) -> Iterator[Finding]:
    """Yield what keeps the parts of the total score from being added; the parts are looked up once for all of it."""
    aanvraag = known(profiel, "aanvraag")
    if aanvraag is None:
        return
    if has_parts(aanvraag):
        parts = parts_of(aanvraag)
        if not isinstance(aanvraag.weging, Open):
            yield from weights_make_a_whole(aanvraag, parts)
        yield from parts_count(aanvraag, parts)
    else:
        yield from lists_make_a_whole(aanvraag, [])


def weights_make_a_whole(aanvraag: Any, parts: list[Part]) -> Iterator[Finding]:
    """Yield weights that do not make 100%: of the parts, of rounds, and within a list."""
    rounds = known(aanvraag, "beoordeling.rondes") or ()
    own = [index for index, ronde in enumerate(rounds) if not isinstance(ronde, Open) and ronde.weging is not None]
    if aanvraag.weging is not None:
        yield from not_whole("aanvraag.weging", total(dict(aanvraag.weging).values()))
        for index in own:
            message = _("This weight can contradict “aanvraag: weging”.")
            yield f"aanvraag.beoordeling.rondes.{index}.weging", message, _("Keep one of the two.")
    elif own and rounds_are_known(aanvraag):
        yield from not_whole(f"aanvraag.beoordeling.rondes.{own[0]}.weging", total(part.weight for part in parts))
    yield from lists_make_a_whole(aanvraag, parts)


def lists_make_a_whole(aanvraag: Any, parts: list[Part]) -> Iterator[Finding]:
    """Yield each list whose weights make neither 100% nor what the list counts for."""
    lists = {name: known(aanvraag, name) or () for name in LISTS}
    alike = {name: items for name, items in lists.items() if all(item.weging is not None for item in items)}
    sums = {name: total(item.weging for item in items) for name, items in alike.items()}
    found = {name: made for name, made in sums.items() if isinstance(made, Decimal)}
    if not has_weights(aanvraag):
        if found and not any(isinstance(made, Open) for made in sums.values()):
            yield from not_whole(f"aanvraag.{next(iter(found))}", sum(found.values(), Decimal(0)))
        return
    weights = {part.test: part.weight for part in parts}
    for name, made in found.items():
        share = weights.get(name)
        if made not in (WHOLE, share) and not isinstance(share, Open):
            message = _("The weights make {sum}%, and neither 100% nor the {share}% that this part counts for.").format(
                sum=comma(made), share=comma(Decimal(share or 0))
            )
            yield f"aanvraag.{name}", message, _("Change the weights.")


def not_whole(field: str, made: Any) -> Iterator[Finding]:
    """Yield the field when its weights are known and do not make 100%."""
    if not isinstance(made, Open) and made != WHOLE:
        message = _("The weights make {sum}%, not 100%.").format(sum=comma(Decimal(made or 0)))
        yield field, message, _("Change the weights until they make 100% together.")


def parts_count(aanvraag: Any, parts: list[Part]) -> Iterator[Finding]:
    """Yield what gives points and has no weight beside others that do, and a weight of what is not there."""
    certain = rounds_are_known(aanvraag) and not isinstance(aanvraag.weging, Open)
    if certain and known(aanvraag, "prijs") and "prijs" not in {part.test for part in parts}:
        message = _("Nothing says how much the price counts for.")
        yield "aanvraag.prijs", message, _("Add “punten”, or “prijs” under “weging”.")
    if has_weights(aanvraag):
        yield from (finding for part in parts if certain for finding in weightless(part))
        yield from nothing_to_weigh(aanvraag)
    elif known(aanvraag, "weging") is None and any(isinstance(part.weight, Decimal) for part in parts):
        for part in parts:
            if part.weight is None:
                message = _("This gives points, and other parts have percentages: they cannot be added.")
                yield place_of(part), message, _("Add “weging”, with a percentage for each part.")


def weightless(part: Part) -> Iterator[Finding]:
    """Yield a part that gives points in a total score of percentages, and has none."""
    if part.weight is None:
        name = OF_BLOCK.get(part.test, part.test)
        message = _("This gives points, but has no weight in the total score.")
        yield place_of(part), message, _("Add “{key}” under “weging”, or leave the points out.").format(key=name)


def place_of(part: Part) -> str:
    """Return the field that a part of the total score comes from."""
    return f"aanvraag.beoordeling.rondes.{part.round}" if part.test in JUDGED else f"aanvraag.{part.test}"


def judges_quality(ronde: Any) -> bool:
    """Tell whether a round judges quality by itself: with criteria of its own, a presentation or a test of its own."""
    return ronde.toets in ("presentatie", "anders") or (ronde.toets in JUDGED and ronde.criteria != ())


def nothing_to_weigh(aanvraag: Any) -> Iterator[Finding]:
    """Yield each weight of a part that the request does not have."""
    block = known(aanvraag, "weging")
    rounds = known(aanvraag, "beoordeling.rondes")
    tests = {ronde.toets for ronde in rounds or () if not isinstance(ronde, Open)}
    unclear = not rounds_are_known(aanvraag)
    there = {
        "prijs": aanvraag.prijs is not None,
        "kwaliteit": aanvraag.gunningscriteria != () or unclear or any(map(judges_quality, rounds or ())),
        "wensen": aanvraag.wensen != (),
        **{test: unclear or test in tests for test in JUDGED},
    }
    for name in dict(block or ()):
        if getattr(block, name) is not None and not there[name]:
            message = _("“{part}” has a weight, but nothing says how it is judged.").format(part=name)
            hint = {
                "prijs": _("Add “prijs” with “formule: lineair”, or leave the weight out."),
                "kwaliteit": _("Add “gunningscriteria”, or leave the weight out."),
                "wensen": _("Add “wensen”, or leave the weight out."),
            }.get(name, _("Add a round that tests it, or leave the weight out."))
            yield f"aanvraag.weging.{name}", message, hint


def judgements_fall_from_all(profiel: Profiel) -> Iterator[Finding]:
    """Yield a scale of judgements of which none gives all the points, or one gives more."""
    parts = [oordeel.deel for oordeel in known(profiel, "aanvraag.beoordeling.schaal") or ()]
    if parts and not any(isinstance(part, Open) for part in parts) and max(parts) != WHOLE:
        message = _("The best judgement gives {part}% of the points, not 100%.").format(part=comma(max(parts)))
        field = f"aanvraag.beoordeling.schaal.{parts.index(max(parts))}.deel"
        yield field, message, _("Give the best judgement 100%.")


OF_SCORES = (lists_are_of_one_kind, something_counts, steps_meet, total_can_be_made, price_can_be_reckoned)


def scores_can_be_made(profiel: Profiel) -> Iterator[Finding]:
    """Yield what is wrong with points, weights, steps and prices, where there is more to them than plain points."""
    aanvraag = known(profiel, "aanvraag")
    if aanvraag is not None and not has_plain_points(aanvraag):
        for rule in OF_SCORES:
            yield from rule(profiel)


ASSESSMENT_RULES = (points_make_the_total, scores_can_be_made, judgements_fall_from_all, *ROUND_RULES)
