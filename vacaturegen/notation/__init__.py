"""The way people write a value <-> the value: dates, ranges, durations, amounts, yes and no, days, addresses.

How a value reads in a document belongs to `dutch`; which field takes which value belongs to `model`.
"""

from __future__ import annotations

from vacaturegen.notation.parsing import (
    NotationError,
    parse_amount,
    parse_colour,
    parse_count,
    parse_date,
    parse_duration,
    parse_email,
    parse_extension,
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
from vacaturegen.notation.values import (
    Bereik,
    Bijzonder,
    Datum,
    Duur,
    Eenheid,
    Quoted,
    Verlenging,
    Waarde,
    Weekdag,
    notation_of,
)

__all__ = [
    "Bereik",
    "Bijzonder",
    "Datum",
    "Duur",
    "Eenheid",
    "NotationError",
    "Quoted",
    "Verlenging",
    "Waarde",
    "Weekdag",
    "notation_of",
    "parse_amount",
    "parse_colour",
    "parse_count",
    "parse_date",
    "parse_duration",
    "parse_email",
    "parse_extension",
    "parse_id",
    "parse_maximum",
    "parse_percentage",
    "parse_phone",
    "parse_range",
    "parse_scale",
    "parse_url",
    "parse_weekdays",
    "parse_yes_no",
]
