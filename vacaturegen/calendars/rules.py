"""What `feestdagen.yaml` says: which days of a year are free by a calendar, and for which years a decree is known.

The file is read when somebody first asks, and once. It is ours and tests hold its form: nothing here explains mistakes.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from vacaturegen.calendars.easter import easter
from vacaturegen.files import read_text
from vacaturegen.notation import Weekdag, parse_yes_no

DATA = Path(__file__).with_name("feestdagen.yaml")
EQUATED = "gelijkgestelde dag"
"""What a day is called that a decree equates with a holiday."""
ALWAYS, FOR_EVER = "2000-01-01", "2099-12-31"


@cache
def read_rules() -> dict[str, Any]:
    """Return the data as it is written, every value a text."""
    found: dict[str, Any] = yaml.load(read_text(DATA, DATA.name), Loader=yaml.CBaseLoader)
    return found


@cache
def free_days(basis: str, year: int) -> MappingProxyType[date, str]:
    """Return the free days of a year by a calendar with their names, weekends aside. Raises LookupError."""
    rules = read_rules()
    calendar = rules["kalenders"][basis]
    days = {
        day: rule["naam"]
        for rule in rules["feestdagen"]["dagen"]
        if rule["naam"] not in calendar["zonder"]
        and (day := day_of(rule, year)) >= since(rule, calendar)
        and day <= date.fromisoformat(rule.get("geldig_tot", FOR_EVER))
    }
    if parse_yes_no(calendar["gelijkgesteld"]):
        for decree in rules["gelijkgesteld"]:
            equated = map(date.fromisoformat, decree["dagen"])
            days |= {day: EQUATED for day in equated if day.year == year and day not in days}
    return MappingProxyType(days)


def since(rule: dict[str, str], calendar: dict[str, Any]) -> date:
    """Return from which day on a holiday counts in a calendar."""
    return date.fromisoformat(
        max(rule.get("geldig_vanaf", ALWAYS), calendar.get("vanaf", {}).get(rule["naam"], ALWAYS))
    )


def day_of(rule: dict[str, str], year: int) -> date:
    """Return the day of a holiday in a year."""
    if "na_pasen" in rule:
        return easter(year) + timedelta(days=int(rule["na_pasen"]))
    day = day_and_month(rule["dag"], year)
    instead = rule.get("op_zondag")
    return day_and_month(instead, year) if instead and day.weekday() == Weekdag.ZONDAG else day


def day_and_month(text: str, year: int) -> date:
    """Return the day of a year that is written as day-month."""
    day, month = map(int, text.split("-"))
    return date(year, month, day)


@cache
def decree_is_known(basis: str, year: int) -> bool:
    """Tell whether it is known which days of a year a calendar has besides its holidays: none, or those of a decree."""
    rules = read_rules()
    if not parse_yes_no(rules["kalenders"][basis]["gelijkgesteld"]):
        return True
    return any(first <= year <= last for first, last in decree_spans())


def decree_spans() -> list[tuple[int, int]]:
    """Return the first and the last year of each decree that is known."""
    spans = (decree["jaren"].split(" t/m ") for decree in read_rules()["gelijkgesteld"])
    return [(int(first), int(last)) for first, last in spans]


def decree_can_come(year: int) -> bool:
    """Tell whether the decree for a year may still have to be made: the year lies behind all that are known."""
    return year > max(last for _first, last in decree_spans())
