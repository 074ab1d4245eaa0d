"""How bad a finding is on a day: a rule says so itself, dated data can say otherwise, and an organisation has its say.

The data lies in `data/ernst.yaml`. Of two rows for one rule the later one holds; a row of an organisation goes before
those that we ship.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from vacaturegen.checks.figures import read_data
from vacaturegen.checks.rule import Ernst
from vacaturegen.model.base import known
from vacaturegen.notation import Datum


class Row(NamedTuple):
    """How bad a finding of a rule is from a day on, where that stands, and when it was looked up."""

    geldig_vanaf: date
    ernst: Ernst
    bron: str
    gecontroleerd_op: date


@cache
def read_severities() -> Mapping[str, tuple[Row, ...]]:
    """Return the shipped rows of each code, the oldest first."""
    found: dict[str, list[Row]] = {}
    for row in read_data("ernst"):
        checked, since = (date.fromisoformat(row[key]) for key in ("gecontroleerd_op", "geldig_vanaf"))
        found.setdefault(row["code"], []).append(Row(since, Ernst[row["ernst"].upper()], row["bron"], checked))
    return {code: tuple(sorted(rows)) for code, rows in found.items()}


def severity_on(code: str, day: date, own: Any) -> Ernst | None:
    """Return how bad a finding of a rule is on a day by the rows of an organisation or ours, or None without any."""
    said = [
        (row.geldig_vanaf.dag if row.geldig_vanaf else date.min, Ernst[row.ernst.upper()])
        for row in own
        if known(row, "code") is not None and row.code.strip().upper() == code and known(row, "ernst") is not None
        if row.geldig_vanaf is None or isinstance(row.geldig_vanaf, Datum)  # of no known day: not yet
    ]
    rows: list[tuple[date, Ernst]] = said or [(row.geldig_vanaf, row.ernst) for row in read_severities().get(code, ())]
    held = [row for row in rows if row[0] <= day]
    return max(held, key=lambda row: row[0])[1] if held else None
