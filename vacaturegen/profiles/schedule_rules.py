"""Rules about days: their order, and what comes after what.

As in `rules`: each yields what does not hold, and skips what is absent, open or still to be decided.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import datetime, time
from itertools import pairwise
from typing import Any

from vacaturegen.i18n import N_, _
from vacaturegen.model.base import known
from vacaturegen.model.profiel import Profiel
from vacaturegen.notation import Bijzonder, Datum, Maand, notation_of
from vacaturegen.planning.days import fields_of_fixed, value_at
from vacaturegen.profiles.validation import Finding


def moment(value: Any) -> datetime | None:
    """Return the last moment of a date or a month, or None for what has none."""
    if isinstance(value, Maand):
        days = monthrange(value.begin.year, value.begin.month)[1]
        return datetime.combine(value.begin.replace(day=days), time.max)
    return datetime.combine(value.dag, value.tijd or time.max) if isinstance(value, Datum) else None


def ends_after_it_starts(profiel: Profiel) -> Iterator[Finding]:
    """Yield an end before the start, and an end beside a duration."""
    begin, end = known(profiel, "inzet.start"), moment(known(profiel, "inzet.einde"))
    start = datetime.combine(begin.begin, time.min) if isinstance(begin, Maand) else moment(begin)
    if start and end and end < start:
        yield "inzet.einde", _("The end lies before the start."), _("Change the start or the end.")
    if end and known(profiel, "inzet.duur"):
        message = _("An end and a duration can contradict each other.")
        yield "inzet.einde", message, _("Keep “einde” or “duur”, not both.")


def planning_in_order(profiel: Profiel) -> Iterator[Finding]:
    """Yield each date that lies before the one that it should follow; a moment with the name of a fixed day is one."""
    values = ((name, field, value_at(profiel, field)) for name, field in fields_of_fixed(profiel))
    days = [(name, field, value, at) for name, field, value in values if (at := moment(value))]
    for (name, _field, value, day), (next_name, field, next_value, next_day) in pairwise(days):
        if next_day < day:
            message = _("“{later}” ({second}) lies before “{earlier}” ({first}).").format(
                later=next_name, second=notation_of(next_value), earlier=name, first=notation_of(value)
            )
            yield field, message, _("Change one of the two dates.")


COMES_AFTER = (
    ("inzet.start", "planning.sluiting", N_("The work starts before reactions close.")),
    ("inzet.start", "planning.gunning", N_("The work starts before the award.")),
    (
        "aanvraag.beoordeling.opschortende_termijn.vanaf",
        "planning.gunning",
        N_("The term for objections starts before the award."),
    ),
)


def work_and_objections_come_after(profiel: Profiel) -> Iterator[Finding]:
    """Yield work and objections of a tender request that start too early; a vacancy can go on while people work."""
    for field, earlier, message in COMES_AFTER if "aanvraag" in profiel.soorten() else ():
        day, before = moment(known(profiel, field)), known(profiel, earlier)
        if field != "inzet.start":
            before = known(profiel, "planning.voorlopige_gunning") or before
        if day and isinstance(before, Datum) and day.date() < before.dag:
            yield field, _(message), _("Change one of the two dates.")


def deadlines_have_a_day(profiel: Profiel) -> Iterator[Finding]:
    """Yield a deadline "as soon as possible" or to be agreed on: nobody can keep it."""
    for field in ("planning.vragen", "planning.vragen_tweede_ronde", "planning.sluiting"):
        if known(profiel, field) in (Bijzonder.ZSM, Bijzonder.IN_OVERLEG):
            yield field, _("A deadline needs a day."), _("Write a date, or nader te bepalen.")


def reactions_have_time(profiel: Profiel) -> Iterator[Finding]:
    """Yield a closing at the very moment of the publication."""
    start, end = known(profiel, "planning.publicatie"), known(profiel, "planning.sluiting")
    if isinstance(start, Datum) and moment(start) == moment(end):
        message = _("The closing is at the same moment as the publication.")
        yield "planning.sluiting", message, _("Change one of the two dates.")


def moments_last(profiel: Profiel) -> Iterator[Finding]:
    """Yield a moment of one's own that ends before it begins, or at the same moment."""
    for index, own in enumerate(known(profiel, "planning.momenten") or ()):
        begin, end = known(own, "dag"), known(own, "tot")
        if not isinstance(begin, Datum) or not isinstance(end, Datum):
            continue
        field = f"planning.momenten.{index}.tot"
        if (end.dag, end.tijd) == (begin.dag, begin.tijd):
            yield field, _("The end is at the same moment as the start."), _("Leave “tot” out, or write a later day.")
        elif end.dag < begin.dag or (end.dag == begin.dag and begin.tijd and end.tijd and end.tijd < begin.tijd):
            yield field, _("The end lies before the start."), _("Change one of the two dates.")


SCHEDULE_RULES = (
    ends_after_it_starts,
    planning_in_order,
    work_and_objections_come_after,
    deadlines_have_a_day,
    reactions_have_time,
    moments_last,
)
