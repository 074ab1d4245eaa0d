"""A day, or a month as a whole, of which no day is told yet: "mei 2026"."""

from __future__ import annotations

import re
from datetime import date

from vacaturegen.i18n import N_
from vacaturegen.notation.parsing import (
    _DATE,
    _MONTHS,
    YEARS,
    NotationError,
    make_error,
    match_whole,
    parse_date,
)
from vacaturegen.notation.values import Bijzonder, Datum, Maand

_NAME = "|".join(name for name in _MONTHS if name.isalpha())
_NUMBER = "0?[1-9]|1[0-2]"
_WHOLE = (
    rf"(?P<name>{_NAME})[ -](?P<of>[0-9]{{4}})|(?P<number>{_NUMBER})-(?P<of_number>[0-9]{{4}})"
    rf"|(?P<in>[0-9]{{4}})-(?P<number_last>{_NUMBER})"
)
_MOMENT = re.compile(rf"{_DATE.pattern}|{_WHOLE}")


def parse_moment(text: str) -> Datum | Maand | Bijzonder:
    """Return what `parse_date` returns, or a month with its year (2000 to 2099)."""
    try:
        return parse_date(text)
    except NotationError:
        hint = N_(
            "Write a date as 2026-07-07 or uiterlijk 2026-07-07, or mei 2026, z.s.m., in overleg, nader te bepalen."
        )
        found = match_whole(_MOMENT, text, N_("“{text}” is not a date."), hint)
        if not (name := found["name"] or found["number"] or found["number_last"]):
            raise
    year = int(found["of"] or found["of_number"] or found["in"])
    if year not in YEARS:
        raise make_error(N_("The year {year} is too far away."), N_("Write a year from 2000 to 2099."), year=year)
    return Maand(date(year, _MONTHS[name.lower()], 1))
