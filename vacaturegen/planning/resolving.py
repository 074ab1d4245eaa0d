"""Which day each relative day of a profile is, why, and what is wrong with those that are none.

A mistake is told once, at the day that it is written in: what follows from that day is left open without a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from vacaturegen.calendars import calendar_of
from vacaturegen.i18n import _
from vacaturegen.model.places import Open
from vacaturegen.model.profiel import Profiel
from vacaturegen.notation import Afgeleid, Bijzonder, Datum, notation_of
from vacaturegen.planning.anchors import Anchor, find_anchor, names_in
from vacaturegen.planning.counting import Reason, count
from vacaturegen.planning.days import planned_days, with_days

Fault = tuple[str, str, str]
"""The dotted path of a field, what is wrong with it, and the cure."""
Anchors = Mapping[str, Anchor | None]
"""By its field, the day that each relative day is counted from; None where it has none, which is a mistake."""
SHOWN = 12
"""How many days of a round trip a message names."""


class Resolved(NamedTuple):
    """A profile in which every day is a plain one, the reasons of those that were computed by field, and mistakes."""

    profiel: Profiel
    reasons: dict[str, Reason]
    faults: tuple[Fault, ...]


def resolve(profiel: Profiel) -> Resolved:
    """Return a profile with the days that follow from others computed, by the calendar of its organisatie.

    A day that is a mistake is left open, and so is every day that follows from it. What follows from a day that is
    still to be decided is so too.
    """
    days: dict[str, Any] = dict(planned_days(profiel))
    rules = {field: rule for field, rule in days.items() if isinstance(rule, Afgeleid)}
    faults: list[Fault] = []
    anchors = anchors_of(profiel, rules, faults)
    calendar = calendar_of(profiel.organisatie)
    reasons: dict[str, Reason] = {}
    for field in in_order(anchors, faults):
        rule, anchor = rules[field], anchors[field]
        start = days[anchor.field] if anchor else None
        days[field] = None
        if anchor is None or start is None:  # told already
            continue
        reason = count(rule, anchor.name, start.dag if isinstance(start, Datum) else None, calendar)
        if isinstance(reason, Reason):
            reasons[field] = reason
            days[field] = value_of(field, reason, start)
        elif (fault := (reason.field or field, reason.message, reason.hint)) not in faults:
            faults.append(fault)
    changed = {field: Open(field) if days[field] is None else days[field] for field in rules}
    return Resolved(with_days(profiel, changed), reasons, tuple(faults))


def value_of(field: str, reason: Reason, start: Any) -> Datum | Bijzonder | Open:
    """Return the day that a reason comes to; from a place to fill in, or a day still to be decided, follows another."""
    if isinstance(start, Open):
        return Open(field, notation_of(reason.rule))
    if reason.day is None:
        return Bijzonder.NTB
    return Datum(reason.day, reason.rule.tijd, reason.rule.woord == "uiterlijk")


def anchors_of(profiel: Profiel, rules: Mapping[str, Afgeleid], faults: list[Fault]) -> dict[str, Anchor | None]:
    """Return the day that each relative day is counted from; what names none is added to the mistakes."""
    names = names_in(profiel)
    anchors: dict[str, Anchor | None] = {}
    for field, rule in rules.items():
        found = find_anchor(rule, field, names)
        anchors[field] = found if isinstance(found, Anchor) else None
        if not isinstance(found, Anchor):
            faults.append((field, *found))
    return anchors


def in_order(anchors: Anchors, faults: list[Fault]) -> Iterator[str]:
    """Yield the fields of relative days, each behind the one that it follows from, but none of a round trip.

    A day follows from one other at most: going from each to the next finds every round trip, however long. It is added
    to the mistakes, and what follows from it is yielded as if it were done.
    """
    done: set[str] = set()
    for first in anchors:
        chain: dict[str, int] = {}
        at: str | None = first
        while at is not None and at in anchors and at not in done and at not in chain:
            chain[at] = len(chain)
            anchor = anchors[at]
            at = anchor.field if anchor else None
        trip = [*chain][chain[at] :] if at in chain else []
        if trip:
            faults.append(round_trip(trip, anchors))
        done.update(chain)
        yield from (field for field in reversed(chain) if field not in trip)


def round_trip(trip: list[str], anchors: Anchors) -> Fault:
    """Return the mistake that days follow from each other in a circle, at the one of them that comes first."""
    order = [*anchors]
    start = trip.index(min(trip, key=order.index))
    turned = [*trip[start:], *trip[:start]]
    names = [anchor.name for field in turned if (anchor := anchors[field])]
    shown = [names[-1], *names[:SHOWN], *(["…"] if len(names) > SHOWN else [])]
    message = _("These days wait for each other: {names}.").format(names=" → ".join(shown))
    return turned[0], message, _("Write a date for one of them.")
