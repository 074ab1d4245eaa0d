"""Rules about the steps of a scale: they meet without a hole or an overlap, and the highest gives all the points.

Quantities that can be had in parts (jaar, %) meet at a bound; things that are counted (referenties) at the next number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from vacaturegen.i18n import N_, _
from vacaturegen.model.base import known
from vacaturegen.model.places import Open
from vacaturegen.notation import CONTINUOUS, Trede, comma, notation_of
from vacaturegen.profiles.validation import Finding

ENDLESS = Decimal("Infinity")
WHOLE = Decimal(100)
MEETING = {
    True: N_("Let each step begin where the one before it ends, as in 2 tot 5 jaar and 5 jaar of meer."),
    False: N_("Let each step begin one above the one before it, as in 1 referentie and 2 referenties of meer."),
}
"""How the steps of a quantity that can be had in parts meet, and those of what is counted."""


class Span(NamedTuple):
    """From where to where a step reaches; a bound that is `outside` is not in it."""

    low: Decimal
    low_outside: bool
    high: Decimal
    high_outside: bool
    position: int


def scale_problems(criterion: Any, points: Any) -> Iterator[Finding]:
    """Yield what is wrong with the steps of a criterion that is worth these points, with the field of the criterion."""
    steps = known(criterion, "treden") or ()
    if not steps or any(isinstance(step, Open) or isinstance(step.trede, Open) for step in steps):
        return
    yield from highest_problem(steps, points)
    quantities = [(index, step.trede) for index, step in enumerate(steps) if isinstance(step.trede, Trede)]
    if not quantities:
        yield from double_words(steps)
    elif len(quantities) < len(steps):
        index = next(index for index, step in enumerate(steps) if isinstance(step.trede, str))
        message = _("A step in words stands among steps that are quantities.")
        hint = _("Write every step as a quantity, or every step in words (between quotation marks).")
        yield f"treden.{index}.trede", message, hint
    else:
        yield from quantity_problems(quantities, [step.punten for step in steps])


def highest_problem(steps: Sequence[Any], points: Any) -> Iterator[Finding]:
    """Yield the step that gives most, when that is not what the criterion is worth."""
    given = [step.punten for step in steps]
    if points is None or isinstance(points, Open) or any(isinstance(some, Open) for some in given):
        return
    if max(given) != points:
        message = _("The highest step gives {highest} points, and the criterion is worth {points}.").format(
            highest=comma(max(given)), points=comma(points)
        )
        hint = _("Give the highest step all the points, or change the points of the criterion.")
        yield f"treden.{given.index(max(given))}.punten", message, hint


def double_words(steps: Sequence[Any]) -> Iterator[Finding]:
    """Yield each step in words that was there before."""
    seen: set[str] = set()
    for index, step in enumerate(steps):
        if step.trede.lower() in seen:
            message = _("The step “{step}” stands here twice.").format(step=step.trede[:40])
            yield f"treden.{index}.trede", message, _("Leave one out, or change its words.")
        seen.add(step.trede.lower())


def quantity_problems(steps: list[tuple[int, Trede]], points: list[Any]) -> Iterator[Finding]:
    """Yield each hole and each overlap between steps, whatever their order; and a scale that stops at the top."""
    unit = steps[0][1].eenheid
    for index, step in steps:
        if not same_unit(unit, step.eenheid):
            message = _("This step is in “{unit}”, and the one before it in “{other}”.").format(
                unit=step.eenheid, other=unit
            )
            yield f"treden.{index}.trede", message, _("Use one unit for all steps.")
            return
    written = dict(steps)
    parts = unit.split()[0].lower() in CONTINUOUS or any(is_fraction(step) for step in written.values())
    spans = sorted(span_of(step, index, parts) for index, step in steps)
    for before, after in pairwise(spans):
        said = {"step": notation_of(written[after.position]), "before": notation_of(written[before.position])}
        if overlaps(before, after, parts):
            message = _("The steps “{before}” and “{step}” overlap.").format(**said)
            yield f"treden.{after.position}.trede", message, _(MEETING[parts])
        elif leaves_hole(before, after, parts):
            message = _("Between the steps “{before}” and “{step}” there is a hole.").format(**said)
            yield f"treden.{after.position}.trede", message, _(MEETING[parts])
    yield from end_problems(spans, written, points)


def end_problems(spans: list[Span], written: dict[int, Trede], points: list[Any]) -> Iterator[Finding]:
    """Yield the last step when nothing is said of what is above it, and the first one when below it less is better."""
    last, first = spans[-1], spans[0]
    unit = written[last.position].eenheid
    if last.high < (WHOLE if unit == "%" else ENDLESS):
        message = _("Nothing is said of what is above “{step}”.").format(step=notation_of(written[last.position]))
        hint = _("End the scale with “{step}”.").format(step=f"{last.low:f}{'' if unit == '%' else ' '}{unit} of meer")
        yield f"treden.{last.position}.trede", message, hint
    falls = (
        len(spans) > 1 and not isinstance(points[first.position], Open) and not isinstance(points[last.position], Open)
    )
    if first.low > 0 and falls and points[first.position] > points[last.position]:
        message = _("Nothing is said of what is below “{step}”.").format(step=notation_of(written[first.position]))
        hint = _("Begin the scale with “minder dan {number} {unit}”.").format(number=f"{first.low:f}", unit=unit)
        yield f"treden.{first.position}.trede", message, hint


def below(steps: Sequence[Any]) -> Trede | None:
    """Return what lies below the lowest step of a scale that rises, and gives no points; None when nothing does."""
    quantities = [step.trede for step in steps if isinstance(getattr(step, "trede", None), Trede)]
    if len(quantities) < len(steps) or not quantities:
        return None
    parts = quantities[0].eenheid.split()[0].lower() in CONTINUOUS or any(map(is_fraction, quantities))
    low, outside, *_rest, index = min(span_of(step, index, parts) for index, step in enumerate(quantities))
    if low <= 0 and not outside:
        return None
    unit = quantities[index].eenheid
    if outside:
        return Trede(None, low, unit)
    if not parts and low == 1:
        return Trede(Decimal(0), Decimal(0), unit)
    return Trede(None, low, unit, zonder_tot=True)


def span_of(step: Trede, index: int, parts: bool) -> Span:
    """Return from where to where a step reaches; of what is counted both bounds are in it."""
    low = Decimal(0) if step.van is None else step.van
    high = ENDLESS if step.tot is None else step.tot
    if parts:
        return Span(low, step.zonder_van, high, step.zonder_tot, index)
    return Span(low + step.zonder_van, False, high - step.zonder_tot, False, index)


def overlaps(before: Span, after: Span, parts: bool) -> bool:
    """Tell whether a step begins before the one below it has ended."""
    if after.low != before.high or not parts:
        return after.low <= before.high
    return not (before.high_outside or after.low_outside)


def leaves_hole(before: Span, after: Span, parts: bool) -> bool:
    """Tell whether something lies between the end of a step and the beginning of the next."""
    if not parts:
        return after.low > before.high + 1
    return after.low > before.high or (before.high_outside and after.low_outside)


def is_fraction(step: Trede) -> bool:
    """Tell whether a bound of a step is no whole number."""
    return any(bound is not None and bound % 1 for bound in (step.van, step.tot))


def same_unit(one: str, other: str) -> bool:
    """Tell whether two units are the same word or words, in the singular or the plural."""
    pairs = list(zip(one.lower().split(), other.lower().split(), strict=False))
    return len(one.split()) == len(other.split()) and all(
        longer.startswith(shorter[:-1] if len(shorter) > 1 else shorter) and len(longer) - len(shorter) <= 3
        for shorter, longer in (sorted(pair, key=len) for pair in pairs)
    )
