"""From a day and a rule to another day, with what was met on the way: the reason of a day, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from vacaturegen.calendars import Calendar, FreeDay
from vacaturegen.notation import Afgeleid, Eenheid
from vacaturegen.notation.parsing import YEARS
from vacaturegen.planning.terms import day_after

DAY, SATURDAY = timedelta(days=1), 5


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


def count(rule: Afgeleid, anchor: str, start: date | None, calendar: Calendar) -> Reason | None:
    """Return the reason of the day that a rule comes to from a day; None outside the years that a date can have.

    `minstens` and `uiterlijk` come to a working day: the next one for the least distance, in the direction that is
    counted in; the one before for a day at the latest.
    """
    if start is None:
        return Reason(rule, anchor)
    found = day_after(start, rule.duur, calendar, back=rule.voor)
    if found is None or found.year not in YEARS:
        return None
    step = -DAY if rule.voor or rule.woord == "uiterlijk" else DAY
    try:
        day = calendar.next_working_day(found, step) if rule.woord else found
    except OverflowError:
        return None
    if day.year not in YEARS:
        return None
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


def days_through(first: date, last: date) -> list[date]:
    """Return the days after one up to and including another, or before it when that one is earlier; in their order."""
    step = 1 if last > first else -1
    return [first + DAY * number for number in range(step, (last - first).days + step, step)]
