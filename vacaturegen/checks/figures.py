"""Law and figures as dated data: what holds on a day, with its source and the day it was checked.

The data lies in `data/` beside this module, in YAML. A row holds from `geldig_vanaf` on, until the next one does.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

DATA = "vacaturegen.checks"


class Figure(NamedTuple):
    """A figure or a fact of law: what it is, since when it holds, where it stands and when that was looked up."""

    waarde: Any
    geldig_vanaf: date
    bron: str
    gecontroleerd_op: date


Figures = Mapping[str, tuple[Figure, ...]]
"""The rows of each name, the oldest first."""


@cache
def read_data(name: str) -> Any:
    """Return what a shipped data file holds, its texts as texts: see `read_figures` for what they mean."""
    import yaml

    text = (files(DATA) / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader)


@cache
def read_figures() -> Figures:
    """Return the shipped figures."""
    return {
        name: tuple(
            sorted(
                (
                    Figure(
                        row["waarde"],
                        date.fromisoformat(row["geldig_vanaf"]),
                        row["bron"],
                        date.fromisoformat(row["gecontroleerd_op"]),
                    )
                    for row in rows
                ),
                key=lambda figure: figure.geldig_vanaf,
            )
        )
        for name, rows in read_data("cijfers").items()
    }


def on(figures: Figures, name: str, day: date) -> Figure | None:
    """Return the row of a name that holds on a day, or None when there is none yet. Raises KeyError for no name."""
    there = [figure for figure in figures[name] if figure.geldig_vanaf <= day]
    return there[-1] if there else None


def number_on(figures: Figures, name: str, day: date) -> Decimal | None:
    """Return the number that holds on a day, or None when there is none yet."""
    found = on(figures, name, day)
    return None if found is None else Decimal(found.waarde)
