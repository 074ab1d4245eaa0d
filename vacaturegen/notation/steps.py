"""The steps of a scale of points: "minder dan 2 jaar", "2 tot 5 jaar", "5 jaar of meer", "1 referentie"; and points.

How a step is read and written. Whether the steps of a scale leave a hole between them is a rule of `profiles`; what a
step in words (uitstekend, hbo) is, and which field takes which, belongs to `model`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from vacaturegen.i18n import N_
from vacaturegen.notation.parsing import as_decimal, make_error, match_whole
from vacaturegen.notation.values import Eenheid, Trede

_NUMBER = r"[0-9]{1,6}(?:[.,][0-9]{1,2})?"
_ABOVE = r"meer dan|langer dan|boven(?: de)?|>"
_BELOW = r"minder dan|korter dan|onder(?: de)?|tot|<"
_LEAST = r"minimaal|minstens|ten minste|vanaf|>="
_MOST = r"maximaal|hoogstens|ten hoogste|tot en met|t/m|<="
_WORD = r"(?!(?:of|tot|en|meer|minder|hoger|lager|langer|korter|t/m)\b)[^\W\d_][\w'’/-]*"
_UNIT = rf"%|{_WORD}(?: {_WORD}){{0,3}}"
_MORE, _LESS = r"of (?P<more>meer|langer|hoger)", r"of (?P<less>minder|korter|lager)"
_STEP = re.compile(
    r"(?i)(?:"
    rf"(?P<none>geen)"
    rf"|(?:(?P<above>{_ABOVE}) ?)?(?P<first>{_NUMBER})(?: ?(?:tot en met|t/m|-|–) ?| (?P<to>tot) )(?P<last>{_NUMBER})"
    rf"|(?P<over>{_ABOVE}) ?(?P<lowest>{_NUMBER})"
    rf"|(?P<under>{_BELOW}) ?(?P<highest>{_NUMBER})"
    rf"|(?P<least>{_LEAST}) ?(?P<from>{_NUMBER})"
    rf"|(?P<most>{_MOST}) ?(?P<upto>{_NUMBER})"
    rf"|(?P<one>{_NUMBER})(?: {_MORE}| {_LESS})?"
    rf") ?(?P<unit>{_UNIT})(?: {_MORE.replace('more', 'more_behind')}| {_LESS.replace('less', 'less_behind')})?"
)
_POINTS = re.compile(rf"(?i)(?P<number>{_NUMBER})(?: ?(?:punten|punt))?")
_UNITS = {name: unit.meervoud for unit in Eenheid for name in unit.value} | {"jaren": "jaar", "uren": "uur"}
_UNITS |= {"procent": "%"}
_PLURAL = re.compile(r"(?i)\b(?:jaren|uren)\b")
CONTINUOUS = frozenset({*(name for unit in Eenheid for name in unit.value), "%"})
"""Units that can be had in parts: between 4 and 5 jaar there is 4,5 jaar, between 4 and 5 referenties nothing."""


def parse_step(text: str) -> Trede:
    """Return one step of a scale: its bounds, which of them belong to it, and its unit as it was typed."""
    hint = N_("Write minder dan 2 jaar, 2 tot 5 jaar, 5 jaar of meer, 1 referentie or 2 t/m 4 referenties.")
    found = match_whole(_STEP, text, N_("“{text}” is not a step of a scale."), hint)
    unit = _UNITS.get(found["unit"].lower()) or _PLURAL.sub(lambda word: _UNITS[word[0].lower()], found["unit"])
    more, less = found["more"] or found["more_behind"], found["less"] or found["less_behind"]
    if ((more or less) and not found["one"]) or (more and less):
        raise make_error(N_("“{text}” is not a step of a scale."), hint, text=text)
    if found["none"]:
        return Trede(Decimal(0), Decimal(0), unit)
    if found["first"]:
        step = Trede(
            as_decimal(found["first"]),
            as_decimal(found["last"]),
            unit,
            zonder_van=bool(found["above"]),
            zonder_tot=bool(found["to"]),
        )
        if step.van is not None and step.tot is not None and (step.van >= step.tot):
            raise make_error(
                N_("A step cannot run from {first} to {last}."),
                N_("Write the smaller number first, or one number."),
                first=step.van,
                last=step.tot,
            )
        return step
    if low := found["lowest"] or found["from"] or (more and found["one"]):
        return Trede(as_decimal(low), None, unit, zonder_van=bool(found["lowest"]))
    if high := found["highest"] or found["upto"] or (less and found["one"]):
        if found["highest"] and not as_decimal(high):
            raise make_error(
                N_("“{text}” is below nothing at all."), N_("Write “geen” and the unit, or leave it out."), text=text
            )
        return Trede(None, as_decimal(high), unit, zonder_tot=bool(found["highest"]))
    number = as_decimal(found["one"])
    return Trede(number, number, unit)


def parse_points(text: str) -> Decimal:
    """Return a number of points, from 0 up, with at most two decimals."""
    hint = N_("Write a number from 0 up, as in 40 or 7,5.")
    return as_decimal(match_whole(_POINTS, text, N_("“{text}” is not a number of points."), hint)["number"])
