"""From a day and a rule to another day, with what was met on the way: the reason of a day, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from vacaturegen.calendars import Calendar, FreeDay
from vacaturegen.i18n import _
from vacaturegen.notation import Afgeleid, Eenheid, notation_of
from vacaturegen.notation.parsing import YEARS
from vacaturegen.planning.terms import day_after

DAY, SATURDAY, YEAR = timedelta(days=1), 5, 366


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a day is the day that it is: the rule that was written, and the name and the day that it counts from.

    Without a `start` that day is still to be decided or to be filled in, and so is this one: nothing else is known.
    """

    rule: Afgeleid
    anchor: str
    start: date | None = None
    found: date | None = None
    """The day that the rule comes to before it is moved."""
    day: date | None = None
    """The day that it is."""
    skipped: tuple[tuple[date, FreeDay], ...] = ()
    """The days from Monday to Friday that did not count as working days, in the order of counting."""
    passed: tuple[tuple[date, FreeDay], ...] = ()
    """The free days that the day was moved past, the one that was found first; none when it was not moved."""
    doubtful: tuple[date, ...] = ()
    """Working days that counted, and that a decree which is not known yet may still equate with a holiday."""


class Miss(NamedTuple):
    """Why a rule comes to no day: the field that is wrong (none: that of the day itself), what is, and the cure."""

    field: str
    message: str
    hint: str


def count(rule: Afgeleid, anchor: str, start: date | None, calendar: Calendar) -> Reason | Miss:
    """Return the reason of the day that a rule comes to from a day, or why it comes to none.

    `minstens` and `uiterlijk` come to a working day: the next one for the least distance, in the direction that is
    counted in; the one before for a day at the latest, which must still lie after the day that is counted from.
    """
    if start is None:
        return Reason(rule, anchor)
    step = -DAY if rule.voor or rule.woord == "uiterlijk" else DAY
    found = day_after(start, rule.duur, calendar, back=rule.voor)
    day = found and found.year in YEARS and (moved(found, step, calendar) if rule.woord else found)
    if not found or not day or day.year not in YEARS:
        return out_of_reach(rule, start, calendar)
    if not rule.voor and day <= start:
        return too_late(rule, anchor, start, found, day)
    counted = days_through(start, found) if rule.duur.eenheid is Eenheid.WERKDAG else []
    passed = [found, *days_through(found, day)][:-1]
    certain = [*counted, *([day] if rule.woord else [])]
    return Reason(
        rule,
        anchor,
        start,
        found,
        day,
        skipped=tuple((one, why) for one in counted if one.weekday() < SATURDAY and (why := calendar.free_day(one))),
        passed=tuple((one, why) for one in passed if (why := calendar.free_day(one))),
        doubtful=tuple(sorted({one for one in certain if calendar.may_be_equated(one)})),
    )


def moved(day: date, step: timedelta, calendar: Calendar) -> date | None:
    """Return the first working day from a day on, in one direction; None when there is none."""
    try:
        return calendar.next_working_day(day, step)
    except OverflowError:
        return None


def out_of_reach(rule: Afgeleid, start: date, calendar: Calendar) -> Miss:
    """Return why a rule comes to no day that a profile can have: it lies too far away, or nobody ever works."""
    side = -1 if rule.voor else 1
    if any(calendar.is_working_day(start + DAY * side * number) for number in range(1, YEAR)):
        message = _("“{rule}” comes to a day outside the years 2000 to 2099.").format(rule=notation_of(rule))
        return Miss("", message, _("Write a shorter time, or a date."))
    message = _("The organisation is closed on every day, so that no working days can be counted.")
    return Miss("organisatie.kalender.gesloten", message, _("Write shorter rows of days under “gesloten”."))


def too_late(rule: Afgeleid, anchor: str, start: date, found: date, day: date) -> Miss:
    """Return that a day at the latest does not lie after the day that it is counted from, for want of a working day."""
    message = _(
        "“{rule}” would not lie after {anchor} ({start}): {found} is no working day, and the last one before it is"
        " {day}."
    )
    told = {"rule": notation_of(rule), "anchor": anchor, "start": start, "found": found, "day": day}
    return Miss("", message.format(**told), _("Write a longer time, or write it without “uiterlijk”."))


def days_through(first: date, last: date) -> list[date]:
    """Return the days after one up to and including another, or before it when that one is earlier; in their order."""
    step = 1 if last > first else -1
    return [first + DAY * number for number in range(step, (last - first).days + step, step)]
