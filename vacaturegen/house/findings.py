"""What the check of a house style says, as data: a finding with its place, cause and cure; a check with its remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from vacaturegen.house.styles import STYLES, shown_name
from vacaturegen.house.word_file import WordFile
from vacaturegen.i18n import _


class Finding(NamedTuple):
    """Something in a Word file: where, what, and what to do; whether a repair does it, and whether it is no fault."""

    place: str
    cause: str
    cure: str
    mendable: bool = False
    note: bool = False


class Check(NamedTuple):
    """A check, and what mends all that it calls mendable, telling what it did."""

    find: Callable[[WordFile], Iterator[Finding]]
    mend: Callable[[WordFile], Iterator[str]] | None = None


def at_style(style: Any) -> str:
    """Return the place of a style."""
    return _("{part}, style “{name}”").format(part=STYLES, name=shown_name(style))


def repaired() -> str:
    """Return the cure of what a repair does."""
    return _("Make a repaired copy with --repair.")
