"""How the price gives a score: the bounds of the formula, and worked amounts when both are known.

A score is rounded to two decimals, a half upward, from the very rate that stands beside it; the text says so.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from vacaturegen.model.aanvraag import Aanvraag
from vacaturegen.model.totaalscore import Part, highest_rate
from vacaturegen.notation import Bijzonder

CENT = Decimal("0.01")
EXAMPLES = 4
"""In how many equal pieces the worked amounts cut the way from the one bound to the other."""


def view_of_price(aanvraag: Aanvraag, part: Part | None, weighted: bool) -> dict[str, Any]:
    """Return the bounds, the highest score, and rows of a rate and its score when these are amounts.

    Without points of its own the price is worth its weight: of a total of 100 points, 30% are 30 points.
    """
    assert aanvraag.prijs is not None
    low, end, formula = aanvraag.prijs.vanaf, highest_rate(aanvraag), aanvraag.prijs.formule
    full: Any = aanvraag.prijs.punten if aanvraag.prijs.punten is not None else part and part.weight
    rows: list[dict[str, Decimal]] = []
    if formula in SCORES and isinstance(low, Decimal) and isinstance(end, Decimal) and isinstance(full, Decimal):
        rates = dict.fromkeys(rounded(low + (end - low) * step / EXAMPLES) for step in range(EXAMPLES + 1))
        rows = [{"tarief": rate, "score": SCORES[str(formula)](rate, low, end, full)} for rate in rates]
    rate = aanvraag.tarief and aanvraag.tarief.maximum
    return {
        "vol": full,
        "vanaf": low,
        "tot": end,
        "tot_is_maximum": isinstance(end, Decimal) and not isinstance(rate, Bijzonder) and end == rate,
        "weging": part.weight if part and weighted else None,
        "rijen": rows,
    }


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
