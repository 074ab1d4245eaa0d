"""A calendar by which working days are counted: pure functions of a day, over the data of `rules`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from vacaturegen.calendars.rules import EQUATED, decree_is_known, free_days
from vacaturegen.model.base import known
from vacaturegen.notation import Periode, Weekdag
from vacaturegen.notation.parsing import YEARS

DAY, SATURDAY = timedelta(days=1), int(Weekdag.ZATERDAG)
WEEKEND = (Weekdag.ZATERDAG.naam, Weekdag.ZONDAG.naam)
REACH = range(YEARS.start - 1, YEARS.stop + 1)
"""The years in which a working day is looked for."""
LEAP = 2000
"""The year in which the notation keeps a day of every year."""


class FreeDay(NamedTuple):
    """A day on which nobody works: how it is called, and why."""

    name: str
    kind: Literal["weekend", "holiday", "equated", "closed"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of an organisation: a basis (`atw`, or a cao's), and its own closed days with their reason."""

    basis: str = "atw"
    closed: tuple[tuple[Periode, str], ...] = ()

    def free_day(self, day: date) -> FreeDay | None:
        """Return what makes a day no working day, or None; a holiday counts before a weekend, and that before the rest.

        Raises LookupError for a basis that no data is known of.
        """
        if name := free_days(self.basis, day.year).get(day):
            return FreeDay(name, "equated" if name == EQUATED else "holiday")
        if (number := day.weekday()) >= SATURDAY:
            return FreeDay(WEEKEND[number - SATURDAY], "weekend")
        for period, reason in self.closed:
            if falls_in(day, period):
                return FreeDay(reason, "closed")
        return None

    def free_name(self, day: date) -> str | None:
        """Return what a day is when it is no working day (zaterdag, Tweede Pinksterdag, kerstsluiting), or None."""
        found = self.free_day(day)
        return found.name if found else None

    def is_working_day(self, day: date) -> bool:
        """Tell whether a day is a working day."""
        return self.free_day(day) is None

    def add_working_days(self, day: date, count: int) -> date:
        """Return the working day that lies so many after a day, or before it when the count is below 0.

        The day itself does not count, be it a working day or not; with 0 it is returned as it is. Raises OverflowError
        as `next_working_day` does.
        """
        step = DAY if count > 0 else -DAY
        for _time in range(abs(count)):
            day = self.next_working_day(day + step, step)
        return day

    def next_working_day(self, day: date, step: timedelta = DAY) -> date:
        """Return a day itself when it is a working day, or else the first one after it (before it, with -1 day).

        Raises OverflowError when there is none in the years that a date can have, as when every day is a closed one.
        """
        while not self.is_working_day(day):
            if day.year not in REACH:
                raise OverflowError(day)
            day += step
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Return how many working days come after a day, up to and including another; 0 when that one is not later."""
        return sum(self.is_working_day(start + DAY * number) for number in range(1, (end - start).days + 1))

    def may_be_equated(self, day: date) -> bool:
        """Tell whether a working day can still become one that is equated with a holiday, as a decree may come.

        Decrees equate days that lie between two on which nobody works; of their years data tells (`feestdagen.yaml`).
        """
        if decree_is_known(self.basis, day.year) or not self.is_working_day(day):
            return False
        return not self.is_working_day(day - DAY) and not self.is_working_day(day + DAY)


def falls_in(day: date, period: Periode) -> bool:
    """Tell whether a day is one of a run of days, of its own year or of every year."""
    if not period.elk_jaar:
        return period.van <= day <= period.tot
    here = day.replace(year=LEAP)
    if period.van <= period.tot:
        return period.van <= here <= period.tot
    return here >= period.van or here <= period.tot


def calendar_of(organisatie: Any) -> Calendar:
    """Return the calendar of an organisatie (the model's part, or what is open): what it says, else that of the law."""
    closed = known(organisatie, "kalender.gesloten") or ()
    days = ((known(item, "dag"), known(item, "reden")) for item in closed)
    return Calendar(
        known(organisatie, "kalender.basis") or "atw", tuple((period, why) for period, why in days if period and why)
    )
