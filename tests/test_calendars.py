"""Which days are working days: by the law, by a cao, by an organisation, and beside what another package says of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta

import holidays
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.support import CASES, ROOT
from vacaturegen.calendars import Calendar, easter
from vacaturegen.calendars.rules import DATA, free_days, read_rules
from vacaturegen.model.organisatie import KALENDERS
from vacaturegen.notation import parse_period

YEARS = range(2000, 2100)
DAY = timedelta(days=1)
ATW = Calendar()
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
CALENDARS = st.builds(
    Calendar,
    st.sampled_from(KALENDERS),
    st.lists(
        st.tuples(st.sampled_from(["24-12 t/m 1-1", "31-12", "2026-05-11 t/m 2026-05-22", "29-02"]), st.just("dicht")),
        max_size=2,
    ).map(lambda closed: tuple((parse_period(text), why) for text, why in closed)),
)
SUNDAY = "it is a Sunday in any year, so that the law need not name it"
DIFFERENT = {
    "Eerste paasdag": SUNDAY,
    "Eerste pinksterdag": SUNDAY,
    "Bevrijdingsdag": "a holiday of the law every year; `holidays` has it when most people are free, once in five",
    "gelijkgestelde dag": "days equated by decree are in no list of holidays",
}
"""What one of the two knows and the other does not, with the reason."""


def theirs(year: int) -> dict[date, str]:
    """The Dutch public holidays of a year as `holidays` has them, with their Dutch names."""
    found = holidays.country_holidays("NL", years=year, language="nl", categories=("public",))
    return dict(found.items())


@pytest.mark.parametrize("year", YEARS)
def test_agrees_with_another_list(year: int) -> None:
    """The holidays of the law are those of the package `holidays`, but where a reason is told above."""
    ours, others = free_days("atw", year), theirs(year)
    assert {ours[day] for day in ours.keys() - others.keys()} <= {"Bevrijdingsdag", "gelijkgestelde dag"}
    assert {others[day] for day in others.keys() - ours.keys()} <= {"Eerste paasdag", "Eerste pinksterdag"}
    for day in ours.keys() & others.keys():  # a day can be two of theirs: Hemelvaartsdag on 5 May
        assert ours[day].lower() in others[day].lower()


def test_every_difference_is_met() -> None:
    """Every reason is of a difference; 5 May is none each fifth year, and when it is Hemelvaartsdag."""
    met = {name for year in YEARS for name in differences(year)}
    assert met == set(DIFFERENT)
    agreed = [year for year in YEARS if "Bevrijdingsdag" not in differences(year)]
    assert agreed[:6] == [2000, 2005, 2010, 2015, 2016, 2020]


def differences(year: int) -> Iterator[str]:
    """The names of the days that only one of the two has."""
    ours, others = free_days("atw", year), theirs(year)
    yield from (name for day, name in ours.items() if day not in others)
    yield from (name for day, name in others.items() if day not in ours)


def test_easter_is_when_others_say() -> None:
    """Easter of each year is the day that `holidays` has, and within the bounds of the church: 22 March to 25 April."""
    for year in YEARS:
        (day,) = (day for day, name in theirs(year).items() if "Eerste paasdag" in name)
        assert easter(year) == day
    assert easter(1818) == date(1818, 3, 22)
    assert easter(1943) == date(1943, 4, 25)
    assert easter(2285) == date(2285, 3, 22)


def lines(name: str) -> Iterator[tuple[str, ...]]:
    """The cases of a file: its columns, which are separated by bars."""
    for line in (CASES / "kalender" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(column.strip() for column in line.split("|"))


@pytest.mark.parametrize(("basis", "day", "name"), [*lines("dagen")])
def test_names_of_days(basis: str, day: str, name: str) -> None:
    """A day that is no working day has the name for it that the case file tells; a working day has none."""
    calendar = Calendar(basis)
    assert (calendar.free_name(date.fromisoformat(day)) or "werkdag") == name
    assert calendar.is_working_day(date.fromisoformat(day)) == (name == "werkdag")


@pytest.mark.parametrize(("basis", "start", "count", "end"), [*lines("tellen")])
def test_counts_working_days(basis: str, start: str, count: str, end: str) -> None:
    """So many working days after a day, or before it, is the day that the case file tells."""
    calendar, first, last = Calendar(basis), date.fromisoformat(start), date.fromisoformat(end)
    assert calendar.add_working_days(first, int(count)) == last
    if int(count) > 0:
        assert calendar.working_days_between(first, last) == int(count)


@given(CALENDARS, DAYS.filter(lambda day: date(2001, 1, 1) < day < date(2098, 1, 1)), st.integers(1, 60))
def test_counting_back_returns(calendar: Calendar, day: date, count: int) -> None:
    """From a working day so many working days on and as many back is that day again, and there are so many between."""
    start = calendar.next_working_day(day)
    end = calendar.add_working_days(start, count)
    assert calendar.add_working_days(end, -count) == start
    assert calendar.working_days_between(start, end) == count
    assert calendar.is_working_day(end)


@given(CALENDARS, DAYS.filter(lambda day: date(2001, 1, 1) < day < date(2098, 1, 1)), st.integers(1, 40))
def test_counting_is_by_the_day(calendar: Calendar, day: date, count: int) -> None:
    """The working day so many later is the last of the days after it of which so many are working days."""
    end = calendar.add_working_days(day, count)
    after = [day + DAY * number for number in range(1, (end - day).days + 1)]
    assert sum(calendar.free_name(one) is None for one in after) == count
    assert after[-1] == end


def test_own_closed_days() -> None:
    """Own closed days count in their own year or in every year, over the turn of the year too."""
    calendar = Calendar("atw", ((parse_period("24-12 t/m 01-01"), "kerst"), (parse_period("2026-05-11"), "verhuizing")))
    assert [calendar.free_name(date(2026, 12, day)) for day in (23, 24, 25, 28)] == [
        None,
        "kerst",
        "Eerste Kerstdag",
        "kerst",
    ]
    assert calendar.free_name(date(2027, 12, 31)) == "kerst"
    assert calendar.free_name(date(2026, 5, 11)) == "verhuizing"
    assert calendar.free_name(date(2027, 5, 11)) is None
    assert Calendar("atw", ((parse_period("29-2"), "schrikkeldag"),)).free_name(date(2028, 2, 29)) == "schrikkeldag"


def test_no_working_day_at_all() -> None:
    """Of a calendar that is always closed it is said that it goes nowhere, in a moment."""
    with pytest.raises(OverflowError):
        Calendar("atw", ((parse_period("01-01 t/m 31-12"), "opgeheven"),)).add_working_days(date(2026, 1, 1), 1)


@pytest.mark.parametrize(
    ("day", "may"),
    [
        (date(2029, 5, 11), True),  # a Friday after Hemelvaartsdag, of a year without a decree yet
        (date(2029, 12, 24), True),  # a Monday before Eerste Kerstdag
        (date(2029, 5, 14), False),  # no day between
        (date(2028, 5, 26), False),  # it is equated already
        (date(2026, 12, 24), False),  # a Thursday: it lies between Wednesday and a holiday
        (date(2026, 4, 28), False),  # of a year that is known
    ],
)
def test_what_a_decree_may_still_do(day: date, may: bool) -> None:
    """Only a day between two free ones, in a year of which no decree is known, may still be equated with a holiday."""
    assert ATW.may_be_equated(day) is may
    assert not Calendar("cao-gemeenten").may_be_equated(day)


def test_data_has_its_sources() -> None:
    """Every list of days has its source and the day on which that was looked at; equated days are of their years."""
    rules = read_rules()
    assert set(rules["kalenders"]) == set(KALENDERS)
    parts = [rules["feestdagen"], *rules["gelijkgesteld"], *rules["kalenders"].values()]
    for part in parts:
        assert part["bron"]
        assert date(2026, 1, 1) < date.fromisoformat(part["gecontroleerd_op"])
    names = {rule["naam"] for rule in rules["feestdagen"]["dagen"]}
    for calendar in rules["kalenders"].values():
        assert names.issuperset([*calendar["zonder"], *calendar.get("vanaf", {})])
    for decree in rules["gelijkgesteld"]:
        first, last = map(int, decree["jaren"].split(" t/m "))
        days = [date.fromisoformat(day) for day in decree["dagen"]]
        assert all(first <= day.year <= last and day.weekday() < 5 for day in days)
        assert not any(day in free_days("cao-provincies", day.year) for day in days)
    assert yaml.safe_load(DATA.read_text(encoding="utf-8"))


def test_nobody_else_pays() -> None:
    """Loading a profile whose days are all written imports no calendar and reads no data; one relative day does."""
    script = """
import sys
from pathlib import Path
from vacaturegen import profiles, templating
profiles.load(Path(sys.argv[1]), profiles.Shelf())
print("vacaturegen.calendars" in sys.modules, "icalendar" in sys.modules)
"""
    asked = [ROOT / "profiles/odgm-ambtelijk-secretaris-or.yaml", CASES / "kalender/profiles/volgt.yaml"]
    answers = [subprocess.check_output([sys.executable, "-c", script, path], cwd=ROOT, text=True) for path in asked]
    assert [answer.strip() for answer in answers] == ["False False", "True False"]
