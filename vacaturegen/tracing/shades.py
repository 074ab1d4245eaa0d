"""Shades: for each character of a text where it came from, as a second text of the same length.

A shade is one character that stands for one or more causes, so texts and their shades are cut and joined alike. Values
are known by their identity, and kept, so that no other value can take their place. What a cause is in a file is told in
`tracing` itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

NONE = "\0"
"""The shade of what came from nowhere that is known."""


class Cause(NamedTuple):
    """Something that a text can come from: a field of the profile or of a clause, or a place in a template.

    `name` is that of the clause or of the template; lines and columns count from 1.
    """

    kind: str
    name: str = ""
    field: str = ""
    line: int = 0
    column: int = 0


class Palette:
    """The shades of one document, and the values that have one.

    `shared` are those of values that are not of one field alone (a small number, yes or no): the one that was read last
    counts, until something else is printed.
    """

    def __init__(self) -> None:
        self.codes: dict[tuple[Cause, ...], str] = {(): NONE}
        self.causes: dict[str, tuple[Cause, ...]] = {NONE: ()}
        self.held: dict[int, tuple[Any, str]] = {}
        self.shared: dict[int, tuple[Any, str]] = {}

    def shade(self, *causes: Cause) -> str:
        """Return the shade of one or more causes."""
        unique = tuple(dict.fromkeys(causes))
        if unique not in self.codes:
            self.codes[unique] = code = chr(len(self.codes))
            self.causes[code] = unique
        return self.codes[unique]

    def blend(self, shades: Iterable[str]) -> str:
        """Return the one shade of all that these shades stand for."""
        return self.shade(*(cause for code in dict.fromkeys("".join(shades)) for cause in self.causes[code]))

    def hold(self, value: Any, shades: str) -> Any:
        """Remember the shades of a value (for a text one of each character, or one for all) and return it."""
        self.held[id(value)] = value, shades
        return value

    def note(self, value: Any, code: str) -> None:
        """Remember the shade of a value that others can be too."""
        self.shared[id(value)] = value, code

    def of(self, value: Any) -> str:
        """Return the shades of a value, one of each character of a text; "" when none are known."""
        found = self.held.get(id(value)) or self.shared.get(id(value))
        if found is None:
            return ""
        return found[1] * len(value) if isinstance(value, str) and len(found[1]) == 1 else found[1]


def fresh(value: Any) -> Any:
    """Return a text as an object of its own, as far as Python makes one: of one character there is only one."""
    return value[:1] + value[1:] if value.__class__ is str else value.__class__(value)


def stretch(shades: str, text: str, printed: str) -> str:
    """Return the shades of a text that was escaped or folded on its way to print."""
    if not text:
        return NONE * len(printed)
    if shades.count(shades[0]) == len(shades):
        return shades[0] * len(printed)
    found, at, last = [], 0, len(text) - 1
    for sign in printed:
        while at < last and text[at] != sign and text[at].isspace() and not sign.isspace() and sign != "\\":
            at += 1
        found.append(shades[min(at, last)])
        if at <= last and (text[at] == sign or (text[at].isspace() and sign.isspace())):
            at += 1
    return "".join(found)


def find(wanted: str, text: str, start: int) -> int:
    """Return where a text stands in another from `start` on, be it with another first letter; -1 when it does not."""
    at = text.find(wanted, start)
    if at < 0 and len(wanted) > 2 and (rest := text.find(wanted[1:], start + 1)) > start:
        at = rest - 1 if text[rest - 1].casefold() == wanted[0].casefold() else -1
    if (
        at < 0
        and text[start : start + 1].casefold() == wanted[:1].casefold()
        and text.startswith(wanted[1:], start + 1)
    ):
        at = start
    return at
