"""The forms in which each kind of value can be typed, as data: for whoever checks a text before a parser sees it.

A form takes all that its parser takes, and refuses most of what it refuses: that 31 februari does not exist cannot be
told by an expression. The case files of the notations hold the two together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from vacaturegen.notation import durations, months, parsing, periods, places, relative, steps


@dataclass(frozen=True, slots=True)
class Form:
    """How a value is typed: as a text that fits `text` but not `refused`, in which white space is a single space.

    `number` has the lowest and the highest number that the value can be when YAML takes it for a number; None where a
    number is no such value. Special words, such as z.s.m., are told by `special_words`.
    """

    text: re.Pattern[str]
    examples: tuple[str | float, ...]
    refused: re.Pattern[str] | None = None
    number: tuple[float, float] | None = None


_STEP = re.compile(r"(?ai)geen [\s\S]+|[\s\S]*[0-9][\s\S]*")
"""A step has a number or none; what else it can have is more than an expression without Unicode can tell."""
_EUROS = (0, 999_999_999.99)

FORMS: dict[Callable[[str], Any], Form] = {
    parsing.parse_date: Form(
        parsing._DATE,
        ("2026-07-07 09:00", "2026-07-07", "uiterlijk 2026-07-07", "z.s.m.", "in overleg", "nader te bepalen"),
    ),
    months.parse_moment: Form(
        months._MOMENT,
        ("2026-07-07", "uiterlijk 2026-07-07", "mei 2026", "z.s.m.", "in overleg", "nader te bepalen"),
    ),
    relative.parse_planned_date: Form(
        relative._PLANNED_DATE,
        (
            *("2026-07-07 09:00", "2026-07-07", "10 werkdagen na publicatie, 09:00", "minstens 3 dagen na sluiting"),
            *("uiterlijk 1 werkdag voor gesprekken", "uiterlijk 2026-07-07", "z.s.m.", "in overleg"),
            "nader te bepalen",
        ),
    ),
    relative.parse_planned_moment: Form(
        relative._PLANNED_MOMENT,
        (
            *("2026-07-07", "uiterlijk 2026-07-07", "mei 2026", "2 weken na gunning", "z.s.m.", "in overleg"),
            "nader te bepalen",
        ),
    ),
    periods.parse_period: Form(
        periods._PERIOD, ("24-12", "2026-12-24", "24-12 t/m 31-12", "2026-12-28 t/m 2026-12-31")
    ),
    parsing.parse_range: Form(parsing._RANGE, (36, "4 tot 6", "minimaal 4", "maximaal 6"), number=(0, 999_999.99)),
    durations.parse_duration: Form(durations._DURATION, ("6 maanden", "3 tot 6 maanden", "ongeveer 1 jaar")),
    durations.parse_term: Form(durations._TERM, (20, "5 werkdagen", "20 kalenderdagen"), number=(1, 9999)),
    durations.parse_extension: Form(durations._EXTENSION, ("2 x 6 maanden", "1 x 1 jaar")),
    parsing.parse_amount: Form(
        parsing._AMOUNT, (90, 3735.55, "nader te bepalen"), refused=parsing._AMBIGUOUS, number=_EUROS
    ),
    parsing.parse_maximum: Form(
        parsing._AMOUNT,
        (90, 3735.55, "geen maximum", "nader te bepalen"),
        refused=parsing._AMBIGUOUS,
        number=_EUROS,
    ),
    parsing.parse_bound: Form(
        parsing._AMOUNT,
        (90, "laagste aanbod", "hoogste aanbod"),
        refused=parsing._AMBIGUOUS,
        number=_EUROS,
    ),
    parsing.parse_percentage: Form(parsing._PERCENTAGE, ("22,37%", "8%"), number=(0, 999.999)),
    parsing.parse_yes_no: Form(parsing._YES_NO, ("ja", "nee")),
    parsing.parse_weekdays: Form(parsing._DAYS, ("donderdag", "maandag t/m vrijdag", "maandag, dinsdag en donderdag")),
    parsing.parse_count: Form(parsing._COUNT, (12,), number=(1, 999_999_999)),
    places.parse_places: Form(places._PLACES, (4, "4 tot 6"), number=(1, 9999)),
    steps.parse_points: Form(steps._POINTS, (40, "7,5"), number=(0, 999_999.99)),
    steps.parse_step: Form(_STEP, ("minder dan 2 jaar", "2 tot 5 jaar", "5 jaar of meer", "1 referentie")),
    parsing.parse_id: Form(
        parsing._ID,
        ("ambtelijk-secretaris",),
        refused=re.compile("|".join(sorted(parsing._DEVICES))),
        number=(0, float("inf")),
    ),
    parsing.parse_email: Form(parsing._EMAIL, ("naam@voorbeeld.nl",)),
    parsing.parse_phone: Form(parsing._PHONE, ("14 0521", "035-7510777", "+31 35 751 07 77"), number=(0, float("inf"))),
    parsing.parse_url: Form(parsing._URL, ("https://www.voorbeeld.nl/vacatures",)),
    parsing.parse_colour: Form(parsing._COLOUR, ("#154273",)),
    parsing.parse_scale: Form(parsing._SCALE, (10, "10A", "8 of 9"), number=(1, 99)),
}
"""The form of each parser's values, with examples in the documented way of writing, the most usual one first."""


def special_words(parse: Callable[[str], Any]) -> tuple[str, ...]:
    """Return the words that a parser takes for a special value, in small letters; capitals do not matter."""
    return tuple(word for word in parsing._SPECIAL if takes(parse, word))


def takes(parse: Callable[[str], Any], text: str) -> bool:
    """Tell whether a parser takes a text."""
    try:
        parse(text)
    except parsing.NotationError:
        return False
    return True
