"""Whether what a sentence claims agrees with what a field says: one function for each kind of fact."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from vacaturegen.checks.reading.patterns import small
from vacaturegen.checks.reading.written import length_of, number_of
from vacaturegen.lengths import in_months, is_exact
from vacaturegen.notation import Bereik, Duur, Eenheid


def same_hours(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether hours are those of a range, or one number within it."""
    if not isinstance(fact, Bereik):
        return True
    low, high = (Decimal(found[1].replace(",", ".")), Decimal((found[2] or found[1]).replace(",", ".")))
    if found[2]:
        return (fact.van, fact.tot) == (low, high) or None in (fact.van, fact.tot)
    return (fact.van is None or fact.van <= low) and (fact.tot is None or high <= fact.tot)


def same_length(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether a length is the one of a field, with years counted as months."""
    if not isinstance(fact, Duur) or not is_exact(fact):
        return True
    mine = in_months(fact)
    return mine.eenheid is not Eenheid.MAAND or mine == Duur(months_of(found), Eenheid.MAAND)


def months_of(found: re.Match[str]) -> int:
    """Return how many months a length has that a text tells, as "half jaar" or "2 jaar"."""
    return in_months(length_of(found[1], found[2])).aantal


def same_amount(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether an amount is the one of a field."""
    return not isinstance(fact, Decimal) or Decimal(found[1].replace(",", ".")) == fact


def same_number(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether a number, in digits or as a word, is the one of a field."""
    return not isinstance(fact, int | Decimal) or Decimal(number_of(found[1])) == fact


def same_word(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether a word is the one of a field."""
    return not isinstance(fact, str) or small(found[1])[:4] == fact.lower()[:4]


def not_for_ever(fact: Any, _found: re.Match[str]) -> bool:
    """Tell whether a contract can be one with an end."""
    return not isinstance(fact, str) or not fact.lower().startswith("vast")


def for_ever(fact: Any, _found: re.Match[str]) -> bool:
    """Tell whether a contract can be one without an end."""
    return not isinstance(fact, str) or not fact.lower().startswith("tijdelijk")


def same_scale(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether a scale is one of those of a field."""
    return not isinstance(fact, str) or small(found[1]) in re.findall(r"\w+", fact.lower())


def told_yes(fact: Any, _found: re.Match[str]) -> bool:
    """Tell whether something that a sentence says there is, is not denied."""
    return fact is not False


def same_answer(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether what a sentence allows, or with "niet" does not, is what a field says."""
    return not isinstance(fact, bool) or fact is not bool(found[1])
