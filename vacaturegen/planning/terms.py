"""When a term is over: so many working days, days, weeks or months after a day, or before it."""

from __future__ import annotations

from datetime import date

from vacaturegen.calendars import Calendar
from vacaturegen.lengths import later
from vacaturegen.notation import Duur, Eenheid


def day_after(day: date, duration: Duur, calendar: Calendar, *, back: bool = False) -> date | None:
    """Return the day that lies a duration after another (before it, when `back`), working days by a calendar.

    So many working days after a day is the last of them: the day itself does not count. None when the duration is one
    of hours or minutes, or when no calendar goes so far.
    """
    if duration.eenheid is not Eenheid.WERKDAG:
        return later(day, duration, back=back)
    try:
        return calendar.add_working_days(day, -duration.aantal if back else duration.aantal)
    except OverflowError:
        return None
