"""On which day Easter falls."""

from __future__ import annotations

from datetime import date


def easter(year: int) -> date:
    """Return Easter Sunday of a year of the Gregorian calendar.

    This is the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, chapter 8), which holds for every year.
    """
    century, rest = divmod(year, 100)
    leap, cycle = century // 4, year % 19
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * cycle + century - leap - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (cycle + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
