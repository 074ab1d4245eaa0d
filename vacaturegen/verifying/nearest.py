"""What is said of a text in a Word file, from near to far: by itself, its styles, the table around it, the defaults."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from vacaturegen.house.order import W
from vacaturegen.house.styles import is_on

POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
"""The units that Word knows -> how many points they are."""
MEASURE = re.compile(r"\s*([+-]?\d{1,9}(?:\.\d{1,9})?)(%|" + "|".join(POINTS) + r")?\s*")


class Said(NamedTuple):
    """The elements that say something of a run, of its paragraph, and of the cell, row and table that it stands in.

    Of each kind the nearest comes first. `levels` are those of the run by the style of the text, of the paragraph
    and of the table, which are also in `run`.
    """

    run: Sequence[Any]
    paragraph: Sequence[Any]
    cell: Sequence[Any] = ()
    row: Sequence[Any] = ()
    table: Sequence[Any] = ()
    levels: Sequence[Sequence[Any]] = ()


def nearest(said: Sequence[Any], tag: str) -> Any:
    """Return the nearest element that says something of a property; None when none does."""
    return next((found for one in said if (found := one.find(f"{W}{tag}")) is not None), None)


def is_switched_on(said: Said, own: Any, tag: str) -> bool:
    """Tell whether a property of a run is on: by itself, or by its styles in either of two ways.

    Where the style of a text and that of its paragraph both tell it, Word switches it twice; other programs take the
    nearest.
    """
    if own is not None and (told := own.find(f"{W}{tag}")) is not None:
        return is_on(told)
    switched = sum(is_on(nearest(level, tag)) for level in said.levels)
    return is_on(nearest(said.run, tag)) or switched % 2 == 1


def nearest_value(said: Sequence[Any], tag: str, name: str = "val") -> str:
    """Return what the nearest element says that tells this of a property; each of its attributes counts by itself."""
    tells = (one.find(f"{W}{tag}") for one in said)
    return next((found for one in tells if one is not None and (found := one.get(f"{W}{name}")) is not None), "")


def number_of(text: str, per_point: int) -> float | None:
    """Return a measure as a number: as it stands, or from points and the like when it has a unit."""
    found = MEASURE.fullmatch(text)
    if not found:
        return None
    return float(found[1]) * (POINTS[found[2]] * per_point if found[2] in POINTS else 1)


def measure(said: Sequence[Any], tag: str, name: str = "val", per_point: int = 20) -> float | None:
    """Return the nearest measure of a property, in twips or in another part of a point; None when none is told."""
    return number_of(nearest_value(said, tag, name), per_point)
