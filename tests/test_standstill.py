"""When the standstill of a tender ends: by law or by the tender documents alone."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from vacaturegen.calendars import Calendar
from vacaturegen.notation import parse_duration
from vacaturegen.planning.standstill import end_of_standstill, regime_of


@pytest.mark.parametrize(
    ("first", "procedure", "end"),
    [
        ("2020-10-13", "Europese openbare procedure", "2020-11-02"),  # a Sunday: Gerechtshof Den Haag, 20 April 2021
        ("2020-10-13", "meervoudig onderhands", "2020-11-01"),
        ("2020-10-13", "", "2020-11-01"),
        ("2026-03-17", "Europees niet-openbaar", "2026-04-07"),  # Easter Sunday, and the Monday after it
        ("2026-03-15", "Europees niet-openbaar", "2026-04-07"),  # Good Friday, which is no holiday of the cao
        ("2026-04-25", "Europese procedure", "2026-05-18"),  # Ascension Day, and the Friday equated with a holiday
        ("2026-04-25", "raamovereenkomst", "2026-05-14"),
        ("2026-06-02", "Europese procedure", "2026-06-22"),  # a Sunday
        ("2026-06-03", "Europese procedure", "2026-06-22"),  # a Monday, and nothing to extend
    ],
)
def test_runs_on_when_it_is_of_the_law(first: str, procedure: str, end: str) -> None:
    """A standstill of the law ends on no Saturday, Sunday or holiday of the law; any other ends where it is counted."""
    request = SimpleNamespace(procedure=procedure, das=None)
    found = end_of_standstill(request, date.fromisoformat(first), parse_duration("20 dagen"), Calendar("cao-gemeenten"))
    assert found == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("procedure", "das", "regime"),
    [
        ("Europese openbare procedure", False, "european"),
        ("Europese openbare procedure voor een raamovereenkomst", False, "european"),
        ("minicompetitie onder een Europees aanbestede raamovereenkomst", False, "free"),
        ("nadere opdracht", False, "free"),
        ("opdracht binnen de raamovereenkomst inhuur", False, "free"),
        ("raamovereenkomst", False, "free"),
        ("Europese openbare procedure", True, "free"),
        ("meervoudig onderhands", False, ""),
        ("", False, ""),
    ],
)
def test_the_regime_is_what_the_procedure_says(procedure: str, das: bool, regime: str) -> None:
    """What is awarded under a framework has no standstill by law; the award of the framework itself has."""
    assert regime_of(SimpleNamespace(procedure=procedure, das=das)) == regime


def test_a_term_that_no_calendar_reaches() -> None:
    """Of a length that goes out of all years no end is told, instead of looking for one without end."""
    request, length = SimpleNamespace(procedure="Europese procedure", das=None), parse_duration("99 jaar")
    assert end_of_standstill(request, date(2098, 3, 5), length, Calendar()) is None
