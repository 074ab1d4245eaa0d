"""A day or a run of days, of one year or of every year: "2026-12-28 t/m 2026-12-31", "24-12"."""

from __future__ import annotations

import re
from datetime import date

from vacaturegen.i18n import N_
from vacaturegen.notation.parsing import _MONTH, _MONTHS, LONG_MONTHS, make_error, match_whole, parse_date
from vacaturegen.notation.values import Datum, Periode

LEAP = 2000
"""The year that a day of every year is noted in: one that has 29 februari."""
_YEARLY = rf"[0-9]{{1,2}}[ -](?:{_MONTH})"
_DAY = rf"[0-9]{{4}}-(?:{_MONTH})-[0-9]{{1,2}}|{_YEARLY}[ -][0-9]{{4}}|{_YEARLY}"
_PERIOD = re.compile(rf"(?ai)(?P<first>{_DAY})(?:(?: ?t/m ?| (?:tot en met|-|–) )(?P<last>{_DAY}))?")
_SPLIT = re.compile("[ -]")


def parse_period(text: str) -> Periode:
    """Return the first and the last day of a run of days; of every year when neither has a year.

    A run of every year can go on into the next one, as in 24-12 t/m 1-1.
    """
    hint = N_("Write a day as 24-12 (every year) or 2026-12-24, or a row of days as 24-12 t/m 31-12.")
    found = match_whole(_PERIOD, text, N_("“{text}” is not a day or a row of days."), hint)
    first, yearly = _day_in(found["first"])
    last, last_yearly = _day_in(found["last"] or found["first"])
    if yearly != last_yearly:
        raise make_error(N_("One of the two days has a year, the other has none."), hint)
    if last < first and not yearly:
        hint = N_("Write the earlier day first.")
        raise make_error(N_("The row of days “{text}” runs backwards."), hint, text=text)
    return Periode(first, last, yearly)


def _day_in(text: str) -> tuple[date, bool]:
    """Return a day, and whether it is one of every year."""
    parts = _SPLIT.split(text)
    if len(parts) == 2:
        day, month = int(parts[0]), _MONTHS[parts[1].lower()]
        if not 1 <= day <= LONG_MONTHS[month - 1]:
            hint = N_("Write a day as 24-12, the day first and then the month.")
            raise make_error(N_("The day “{text}” does not exist."), hint, text=text)
        return date(LEAP, month, day), True
    found = parse_date(text)
    assert isinstance(found, Datum)  # the form has no word that stands for something else
    return found.dag, False
