"""How long a duration is, in months and in days, and on which day it is over."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date

from vacaturegen.notation import Duur, Eenheid

DAYS = {Eenheid.DAG: 1, Eenheid.KALENDERDAG: 1, Eenheid.WEEK: 7}
MONTHS = {Eenheid.MAAND: 1, Eenheid.JAAR: 12}


def is_exact(duration: Duur) -> bool:
    """Tell whether a duration is no range, and not more or less than it says."""
    return duration.tot is None and not duration.woord


def later(day: date, duration: Duur, *, back: bool = False) -> date | None:
    """Return the day that lies a number of days, weeks, months or years after another, or when `back` before it.

    In a short month that is its last day. None when the duration has another unit, or when no calendar goes so far.
    """
    count = -duration.aantal if back else duration.aantal
    if days := DAYS.get(duration.eenheid):
        found = day.toordinal() + days * count
        return date.fromordinal(found) if 1 <= found <= date.max.toordinal() else None
    if duration.eenheid not in MONTHS:
        return None
    years, month = divmod(day.month - 1 + MONTHS[duration.eenheid] * count, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])) if MINYEAR <= year < MAXYEAR else None


def in_months(duration: Duur) -> Duur:
    """Return a duration with years as months, so that 1 jaar and 12 maanden are the same."""
    months = MONTHS.get(duration.eenheid)
    if months is None:
        return duration
    last = duration.tot and duration.tot * months
    return Duur(duration.aantal * months, Eenheid.MAAND, last, duration.woord)


def in_days(duration: Duur) -> int:
    """Return how many days a duration has at least; of a month the most there are, so that 4 weeks are no more."""
    unit = DAYS.get(duration.eenheid) or 31 * MONTHS.get(duration.eenheid, 0)
    return duration.aantal * unit
