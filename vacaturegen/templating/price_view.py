"""How the price gives a score: the bounds of the formula, and worked amounts when both are known.

A score is rounded to two decimals, a half upward, from the very rate that stands beside it; the text says so.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from vacaturegen.model.aanvraag import Aanvraag
from vacaturegen.model.base import known
from vacaturegen.model.totaalscore import Part, highest_rate
from vacaturegen.notation import Bijzonder

CENT = Decimal("0.01")
ROUNDS = re.compile(r"af(?:ge)?rond", re.IGNORECASE)
EXAMPLES = 4
"""In how many equal pieces the worked amounts cut the way from the one bound to the other."""


def view_of_price(aanvraag: Aanvraag, part: Part | None, weighted: bool) -> dict[str, Any]:
    """Return the bounds, the highest score, and rows of a rate and its score when these are amounts.

    Without points of its own the price is worth its weight: of a total of 100 points, 30% are 30 points.
    """
    assert aanvraag.prijs is not None
    low, end, formula = known_rate(aanvraag.prijs.vanaf), highest_rate(aanvraag), aanvraag.prijs.formule
    full: Any = aanvraag.prijs.punten if aanvraag.prijs.punten is not None else part and part.weight
    if isinstance(full, Decimal):
        full = rounded(full)
    rows: list[dict[str, Decimal]] = []
    if formula in SCORES and isinstance(low, Decimal) and isinstance(end, Decimal) and isinstance(full, Decimal):
        rates = dict.fromkeys([low, *(in_round_numbers(low, end, step) for step in range(1, EXAMPLES)), end])
        rows = [{"tarief": rate, "score": SCORES[str(formula)](rate, low, end, full)} for rate in rates]
    least, most = (known(aanvraag, f"tarief.{name}") for name in ("minimum", "maximum"))
    return {
        "vol": full,
        "vanaf": low,
        "tot": end,
        "vanaf_is_minimum": isinstance(low, Decimal) and low == least,
        "tot_is_maximum": isinstance(end, Decimal) and end == most,
        "eigen_afronding": bool(ROUNDS.search(f"{formula} {aanvraag.prijs.toelichting}")),
        "weging": part.weight if part and weighted else None,
        "rijen": rows,
    }


def known_rate(rate: Any) -> Any:
    """Return a rate that is an amount or open; None for an offer that is known only when there are bids."""
    return None if isinstance(rate, Bijzonder) else rate


def in_round_numbers(low: Decimal, end: Decimal, step: int) -> Decimal:
    """Return the rate at a step of the way from the low bound to the end, in whole or half euros where these fit."""
    exact, piece = low + (end - low) * step / EXAMPLES, (end - low) / EXAMPLES
    unit = next((unit for unit in (Decimal(1), Decimal("0.5")) if piece >= 2 * unit), CENT)
    return rounded((exact / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit)


def linear(rate: Decimal, low: Decimal, end: Decimal, full: Decimal) -> Decimal:
    """Return the score that falls evenly from all points at the low bound to none at the end."""
    return rounded(full * (end - min(max(rate, low), end)) / (end - low))


def in_ratio(rate: Decimal, low: Decimal, end: Decimal, full: Decimal) -> Decimal:  # noqa: ARG001 - one table of both
    """Return the score that the low bound, divided by the rate, leaves of all points."""
    return rounded(full * low / max(rate, low)) if rate else rounded(full)


SCORES = {"lineair": linear, "verhouding": in_ratio}


def rounded(number: Decimal) -> Decimal:
    """Return a number with two decimals, a half rounded upward."""
    return number.quantize(CENT, ROUND_HALF_UP)
