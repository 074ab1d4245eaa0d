"""Where what somebody did has its place: in which file, at which line and column, and in which field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vacaturegen.returning.touched import Value, Values
from vacaturegen.tracing import Origin

KINDS = ("value", "clause", "condition", "template")
"""Which origin of a text is told, those that a writer can change first."""


class Place(NamedTuple):
    """Where something stands: the file, the line and the column (from 1; 0 for the whole file), and the field."""

    path: str
    line: int
    column: int
    field: str


def sorted_origins(origins: Iterable[Origin]) -> list[Origin]:
    """Return origins, each once, those that a writer can change first."""
    return sorted(dict.fromkeys(origins), key=lambda origin: KINDS.index(origin.kind))


def place_of_origins(origins: Sequence[Origin], values: Values) -> Place | None:
    """Return the place of the first of these origins that a writer can change."""
    for origin in sorted(origins, key=lambda one: KINDS.index(one.kind)):
        value = values.of(origin)
        return Place(*at_value(value)) if value else Place(origin.path, origin.line, origin.column, origin.field)
    return None


def at_value(value: Value) -> tuple[str, int, int, str]:
    """Return where a value stands."""
    return value.file, value.line, value.column, value.field
