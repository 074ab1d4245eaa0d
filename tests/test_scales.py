"""Scales of points and the score of a price: what holds for any of them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from types import SimpleNamespace as Facts
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vacaturegen.model.beoordeling import parse_assessor, parse_formula, parse_rung
from vacaturegen.model.totaalscore import Part
from vacaturegen.notation import NotationError, Quoted, Trede, parse_step
from vacaturegen.profiles.scale_rules import below, same_unit, scale_problems
from vacaturegen.templating.price_view import SCORES, in_ratio, linear, view_of_price

AMOUNTS = st.decimals(1, 500, places=2)
CUTS = st.lists(st.integers(1, 40), min_size=1, max_size=5, unique=True).map(sorted)


def scale(steps: list[Trede], points: list[int] | None = None) -> Any:
    """A criterion with these steps, each worth more than the one before it."""
    given_points = points or list(range(len(steps)))
    return Facts(
        treden=[Facts(trede=step, punten=Decimal(some)) for step, some in zip(steps, given_points, strict=True)]
    )


def in_parts(cuts: list[int]) -> list[Trede]:
    """The steps of years that these bounds cut."""
    inner = [parse_step(f"{low} tot {high} jaar") for low, high in pairwise(cuts)]
    return [parse_step(f"minder dan {cuts[0]} jaar"), *inner, parse_step(f"{cuts[-1]} jaar of meer")]


def counted(cuts: list[int]) -> list[Trede]:
    """The steps of references that begin at nothing and at these numbers."""
    starts = [0, *cuts]
    inner = [
        parse_step(f"{low} t/m {high - 1} referenties") if high - low > 1 else parse_step(f"{low} referenties")
        for low, high in pairwise(starts)
    ]
    return [*inner, parse_step(f"{cuts[-1]} referenties of meer")]


@pytest.mark.parametrize("make", [in_parts, counted])
@given(data=st.data())
def test_steps_that_meet_are_right_in_any_order(make: Any, data: st.DataObject) -> None:
    """What cuts a line into pieces is no mistake, however it is written down; without an inner piece it has a hole."""
    steps = make(data.draw(CUTS))
    assert not list(scale_problems(scale(data.draw(st.permutations(steps))), None))
    if len(steps) > 2:
        gone = data.draw(st.integers(1, len(steps) - 2))
        assert len(list(scale_problems(scale(steps[:gone] + steps[gone + 1 :]), None))) == 1


@given(CUTS, st.data())
def test_a_step_that_is_there_twice_overlaps(cuts: list[int], data: st.DataObject) -> None:
    """A step that is written a second time overlaps with the first."""
    steps = in_parts(cuts)
    twice = [*steps, data.draw(st.sampled_from(steps))]
    assert any("overlap" in message or "overlappen" in message for _, message, _ in scale_problems(scale(twice), None))


@pytest.mark.parametrize(
    ("steps", "lowest"),
    [
        (["2 tot 5 jaar", "5 jaar of meer"], "minder dan 2 jaar"),
        (["meer dan 2 jaar"], "2 jaar of minder"),
        (["1 referentie", "2 referenties of meer"], "0 referentie"),
        (["2 t/m 4 referenties", "5 referenties of meer"], "minder dan 2 referenties"),
        (["minder dan 2 jaar", "2 jaar of meer"], None),
        (["geen referenties", "1 referentie of meer"], None),
        (["0 tot 2 jaar", "2 jaar of meer"], None),
    ],
)
def test_what_lies_below_the_lowest_step(steps: list[str], lowest: str | None) -> None:
    """Below a scale that begins above nothing lies a step that gives no points, and is told of."""
    found = below(scale([parse_step(step) for step in steps]).treden)
    assert found == (None if lowest is None else parse_step(lowest))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("referentie", "referenties", True),
        ("vergelijkbare opdracht", "vergelijkbare opdrachten", True),
        ("jaar ervaring", "jaar ervaring", True),
        ("jaar", "maanden", False),
        ("jaar", "jaar ervaring", False),
        ("opdracht", "opdrachtgever", False),
    ],
)
def test_units_are_the_same_in_the_plural(one: str, other: str, same: bool) -> None:
    """A unit in the singular and in the plural is one unit; other words are another."""
    assert same_unit(one, other) is same
    assert same_unit(other, one) is same


@given(st.lists(AMOUNTS, min_size=3, max_size=3, unique=True).map(sorted), AMOUNTS, AMOUNTS)
def test_a_score_falls_from_all_to_nothing(rates: list[Decimal], other: Decimal, full: Decimal) -> None:
    """The linear score is all at the low bound, nothing at the end, and never rises with the rate."""
    low, middle, end = rates
    assert linear(low, low, end, full) == full
    assert linear(end, low, end, full) == 0
    assert 0 <= linear(other, low, end, full) <= full
    assert full >= linear(middle, low, end, full) >= 0
    assert linear(min(other, middle), low, end, full) >= linear(max(other, middle), low, end, full)
    assert in_ratio(low, low, end, full) == full
    assert in_ratio(middle, low, end, full) >= in_ratio(end, low, end, full) > 0 or full < 1


@pytest.mark.parametrize(
    ("formula", "rows"),
    [
        ("lineair", ["90.00 30.00", "93.00 21.00", "95.00 15.00", "98.00 6.00", "100.00 0.00"]),
        ("verhouding", ["90.00 30.00", "93.00 29.03", "95.00 28.42", "98.00 27.55", "100.00 27.00"]),
    ],
)
def test_worked_amounts(formula: str, rows: list[str]) -> None:
    """The table shows five rates from bound to bound, and of each the score that its formula gives."""
    assert formula in SCORES
    view = price(formula, Decimal("90.00"), Decimal("100.00"))
    assert [f"{row['tarief']} {row['score']}" for row in view["rijen"]] == rows
    assert (view["vol"], view["weging"], view["tot_is_maximum"]) == (30, 30, True)


def price(formula: str, low: Decimal | None, highest: Decimal | None) -> dict[str, Any]:
    """What a template sees of a price that counts for 30%, below this highest rate."""
    prijs = Facts(vanaf=low, tot=None, formule=formula, punten=None, toelichting=None)
    aanvraag: Any = Facts(prijs=prijs, tarief=Facts(maximum=highest))
    return view_of_price(aanvraag, Part("prijs", Decimal(30), None, None), weighted=True)


def test_no_amounts_are_worked_without_bounds() -> None:
    """Without both bounds there is no table, and rates that would be the same cent stand in it once.

    Between close bounds the rates are in half euros.
    """
    assert price("lineair", None, Decimal(100))["rijen"] == []
    assert price("lineair", Decimal(90), None)["rijen"] == []
    assert price("Wie het minst vraagt, wint.", Decimal(90), Decimal(100))["rijen"] == []
    assert [str(row["tarief"]) for row in price("lineair", Decimal("90.00"), Decimal("96.00"))["rijen"]] == [
        *("90.00", "91.50", "93.00", "94.50", "96.00")
    ]
    close = price("lineair", Decimal("90.00"), Decimal("90.01"))["rijen"]
    assert [str(row["tarief"]) for row in close] == ["90.00", "90.01"]


def test_words_of_ones_own_are_told_from_mistakes() -> None:
    """Words of one's own are taken where they can be told from a slip of the hand."""
    assert parse_rung("uitstekend") == "uitstekend"
    assert parse_rung(Quoted("mbo 4")) == "mbo 4"
    assert isinstance(parse_rung("5 jaar of meer"), Trede)
    assert isinstance(parse_rung(Quoted("> 4 jaar")), Trede)
    assert parse_assessor("Broker") == "broker"
    assert parse_assessor("de commissie") == "de commissie"
    assert parse_formula("Lineair") == "lineair"
    assert parse_formula("De laagste prijs wint.") == "De laagste prijs wint."
    for parse, slip in (
        (parse_rung, "mbo 4"),
        (parse_rung, "minder dan twee jaar"),
        (parse_assessor, "brokr"),
        (parse_formula, "linear"),
    ):
        with pytest.raises(NotationError):
            parse(slip)
