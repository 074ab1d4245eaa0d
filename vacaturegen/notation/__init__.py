"""The way people write a value <-> the value: dates, ranges, steps, durations, amounts, yes and no, days, addresses.

How a value reads in a document belongs to `dutch`; which field takes which value belongs to `model`.
"""

from __future__ import annotations

from vacaturegen.notation.durations import parse_duration, parse_extension, parse_term
from vacaturegen.notation.months import parse_moment
from vacaturegen.notation.parsing import (
    NotationError,
    parse_amount,
    parse_bound,
    parse_colour,
    parse_count,
    parse_date,
    parse_email,
    parse_id,
    parse_maximum,
    parse_percentage,
    parse_phone,
    parse_range,
    parse_scale,
    parse_url,
    parse_weekdays,
    parse_yes_no,
)
from vacaturegen.notation.periods import parse_period
from vacaturegen.notation.places import parse_places
from vacaturegen.notation.relative import parse_planned_date, parse_planned_moment
from vacaturegen.notation.steps import CONTINUOUS, parse_points, parse_step
from vacaturegen.notation.values import (
    Afgeleid,
    Bereik,
    Bijzonder,
    Datum,
    Duur,
    Eenheid,
    Maand,
    Periode,
    Quoted,
    Trede,
    Verlenging,
    Waarde,
    Weekdag,
    comma,
    notation_of,
)

__all__ = [
    "CONTINUOUS",
    "Afgeleid",
    "Bereik",
    "Bijzonder",
    "Datum",
    "Duur",
    "Eenheid",
    "Maand",
    "NotationError",
    "Periode",
    "Quoted",
    "Trede",
    "Verlenging",
    "Waarde",
    "Weekdag",
    "comma",
    "notation_of",
    "parse_amount",
    "parse_bound",
    "parse_colour",
    "parse_count",
    "parse_date",
    "parse_duration",
    "parse_email",
    "parse_extension",
    "parse_id",
    "parse_maximum",
    "parse_moment",
    "parse_percentage",
    "parse_period",
    "parse_phone",
    "parse_places",
    "parse_planned_date",
    "parse_planned_moment",
    "parse_points",
    "parse_range",
    "parse_scale",
    "parse_step",
    "parse_term",
    "parse_url",
    "parse_weekdays",
    "parse_yes_no",
]
