"""Sentences, days, periods and numbers as people type them within texts, with the place where they stand.

How a value of a field is written belongs to `notation`; what a day or a number means for a profile is for the rules.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time
from functools import lru_cache
from typing import NamedTuple

from vacaturegen.checks.reading.patterns import AT_HAND, at_numbers, small, words_of
from vacaturegen.checks.reading.readers import reader
from vacaturegen.notation import Duur, Eenheid, Weekdag
from vacaturegen.notation.durations import UNITS
from vacaturegen.notation.parsing import MONTHS

NUMBERS = {
    **dict.fromkeys(("een", "één"), 1),
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
}
"""Numbers that people write as words."""
HALVES = {"half": 6, "een half": 6, "anderhalf": 18}
"""The halves of a year, in months."""
MONTH_NUMBERS = {
    **{written: number for number, name in enumerate(MONTHS, 1) for written in (name, name[:3])},
    "mrt": 3,
    "sept": 9,
    "febr": 2,
}
WEEKDAYS = {day.naam: day for day in Weekdag} | {day.naam[:2]: day for day in Weekdag if day is not Weekdag.ZONDAG}
"""Without zo, which is a word of its own."""

_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_YEAR = r"20\d\d"
_DAY = re.compile(
    rf"(?i)(?<![\w.,/€-])(?:(?P<day>\d{{1,2}}) (?P<month>{_MONTH})\b\.?(?: (?P<year>{_YEAR})\b)?"
    rf"|(?P<day_2>\d{{1,2}})(?P<sign>[-/])(?P<month_2>\d{{1,2}})(?P=sign)(?P<year_2>{_YEAR})(?![\w-])"
    rf"|(?P<year_3>{_YEAR})-(?P<month_3>\d\d)-(?P<day_3>\d\d)(?![\w-]))"
    r"(?:,? (?:om |vóór |voor |tot )?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?: ?uur\b)?|,? om (?P<whole>\d{1,2}) uur)?"
)
_DIGIT = re.compile(r"\d")
_MONTH_WORDS = frozenset(MONTH_NUMBERS)
_NUMBERED = re.compile(r"\d[-/]\d")
"""What is in every text with a day; these are quicker to look for than the day itself."""
_BEFORE = re.compile(rf"(?i)(?<![\w.,/€-])({_WEEKDAY})\.?,? {{1,4}}\Z")
"""A weekday right before a day: looking for it there is quicker than looking for it everywhere."""
_NEAR = max(map(len, WEEKDAYS)) + 8
_PART = {"begin": 0, "half": 1, "medio": 1, "midden": 1, "halverwege": 1, "eind": 2, "einde": 2}
_SEASONS = {"voorjaar": 6, "lente": 6, "zomer": 9, "najaar": 12, "herfst": 12}
"""The last month of each, at the latest."""
_QUARTERS = {"eerste": 3, "tweede": 6, "derde": 9, "vierde": 12, "1e": 3, "2e": 6, "3e": 9, "4e": 12}
_PERIOD = re.compile(
    rf"(?i)\b(?:(?P<part>{'|'.join(_PART)})(?: van)? )?"
    rf"(?:(?P<month>{_MONTH}) (?P<year>{_YEAR})"
    rf"|(?P<season>{'|'.join(_SEASONS)})(?: van)? (?P<year_2>{_YEAR})"
    rf"|(?P<quarter>{'|'.join(_QUARTERS)}) kwartaal(?: van)? (?P<year_3>{_YEAR})"
    rf"|(?P<half>eerste|tweede) helft van (?P<year_4>{_YEAR})"
    rf"|(?<!sinds )(?<![-–/.,€] )(?<![-–/.,€\d])(?P<year_5>{_YEAR})(?![-–/.,]?\d))\b"
)


class Day(NamedTuple):
    """A day that is written in a text; without a year when none stands there, or without a weekday or a time."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: Weekdag | None
    time: time | None

    def on(self, year: int) -> date | None:
        """Return the date in a year, its own when it has one; None when it does not exist."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


class Period(NamedTuple):
    """A month, a season or the like that is written in a text, with its last day."""

    start: int
    end: int
    last: date


@reader
@lru_cache(maxsize=AT_HAND)
def days_in(value: str) -> tuple[Day, ...]:
    """Return the days that are written in a text."""
    if not has_digit(value) or (_MONTH_WORDS.isdisjoint(words_of(value)) and not _NUMBERED.search(value)):
        return ()
    return tuple(day for found in at_numbers(_DAY, value) if (day := _day_of(value, found)))


def _day_of(value: str, found: re.Match[str]) -> Day | None:
    """Return the day that was found, or None when its numbers are those of no day."""
    year = found["year"] or found["year_2"] or found["year_3"]
    number = int(found["day"] or found["day_2"] or found["day_3"])
    named = found["month"]
    month = MONTH_NUMBERS[small(named)] if named else int(found["month_2"] or found["month_3"])
    hour, minute = found["hour"] or found["whole"], int(found["minute"] or 0)
    at = time(int(hour), minute) if hour and int(hour) < 24 and minute < 60 else None
    if not 1 <= month <= 12 or not 1 <= number <= 31:
        return None
    named_day = _BEFORE.search(value, max(0, found.start() - _NEAR), found.start())
    start, weekday = (named_day.start(), WEEKDAYS[small(named_day[1])]) if named_day else (found.start(), None)
    end = found.end() - found[0].endswith(".")
    return Day(start, end, number, month, int(year) if year else None, weekday, at)


@lru_cache(maxsize=AT_HAND)
def periods_in(value: str) -> tuple[Period, ...]:
    """Return the months, seasons, quarters and years that are written in a text, days with a year among them."""
    if not has_digit(value):
        return ()
    days = [day for day in days_in(value) if day.year]
    exact = [Period(day.start, day.end, on) for day in days if (on := day.on(0))]
    rough = [_period_of(found) for found in _PERIOD.finditer(value)]
    within = {place for day in days for place in range(day.start, day.end)}
    apart = [one for one in rough if one.start not in within]
    return tuple(sorted([*exact, *apart]))


def _period_of(found: re.Match[str]) -> Period:
    """Return the period that was found."""
    year = int(next(found[name] for name in ("year", "year_2", "year_3", "year_4", "year_5") if found[name]))
    part = _PART.get(small(found["part"] or "eind"), 2)
    if found["month"]:
        month = MONTH_NUMBERS[small(found["month"])]
        days = monthrange(year, month)[1]
        return Period(found.start(), found.end(), date(year, month, (10, 20, days)[part]))
    month = 12
    if found["season"]:
        month = _SEASONS[small(found["season"])]
    elif found["quarter"]:
        month = _QUARTERS[small(found["quarter"])]
    elif found["half"]:
        month = 6 if small(found["half"]) == "eerste" else 12
    elif found["part"]:
        month = (3, 8, 12)[part]
    return Period(found.start(), found.end(), date(year, month, monthrange(year, month)[1]))


def has_digit(value: str) -> bool:
    """Tell whether there is a digit in a text."""
    return _DIGIT.search(value) is not None


def number_of(word: str) -> int:
    """Return the number that a word or digits stand for. Raises ValueError for anything else."""
    return NUMBERS.get(small(word)) or int(word)


def length_of(number: str, unit: str) -> Duur:
    """Return the length that a number, in digits or as a word, and a unit tell; half a year in months.

    Raises KeyError for what is no unit, and ValueError for what is no number.
    """
    if months := HALVES.get(small(number)):
        return Duur(months, Eenheid.MAAND)
    return Duur(number_of(number), UNITS[small(unit)])
