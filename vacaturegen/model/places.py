"""Places to fill in: the open field, and how a place stands within a text of a profile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

BLOCK = re.compile(r"(?:aanvraag|vacature|advertentie|inzet|planning)\.")
"""With what the path of a field can begin that its reader needs no word for."""
PERSON = re.compile(r"contacten\.(\d+)\.(\w+)")
ITEM = re.compile(r"\.(\d+)")


@dataclass(frozen=True, slots=True)
class Open:
    """A field of a concept that is still to be filled in (`veld:` with nothing behind it).

    It stands in for a value of any kind: whatever is asked of it is open too, and it prints as a place to fill in.
    """

    veld: str
    naam: str = ""
    """What is to be filled in, in the words of who left it open."""

    @property
    def label(self) -> str:
        """Return those words, or the field's name for people: "tarief: maximum", "gunningscriteria 2: punten"."""
        if self.naam:
            return self.naam
        if person := PERSON.fullmatch(self.veld):
            return f"{person[2]} van contact {int(person[1]) + 1}"
        block = BLOCK.match(self.veld)
        name = ITEM.sub(lambda found: f" {int(found[1]) + 1}", self.veld[block.end() if block else 0 :])
        return name.replace(".", ": ").replace("_", " ")

    def __getattr__(self, name: str) -> Open:
        if name.startswith("_"):
            raise AttributeError(name)
        return Open(f"{self.veld}.{name}")

    def __iter__(self) -> Iterator[Open]:
        yield self

    def in_text(self) -> str:
        """Return this place as it stands within a text: between two characters that no profile can hold.

        What is between them is hexadecimal, so that it comes through every filter as it is.
        """
        return f"\x04{f'{self.veld}|{self.label}'.encode().hex()}\x05"


BEGIN = "<"
"""What a text without a place to fill in hardly ever has: looked for first, in every text of a profile."""
BEGUN = re.compile(r"<\s*[Vv][Uu][Ll]\s+[Ii][Nn](?![^\s:<>])")
"""How a place to fill in begins."""
PLACES = re.compile(rf"{BEGUN.pattern}\s*:?\s*([^<>]*)>")
"""A place to fill in, written `<vul in wat>`; its words may be left out."""
MARK = "\x04"
"""How a place stands within a text: no profile can hold this character, so only a place begins with it."""
IN_TEXT = re.compile("\x04([0-9a-f]*)\x05")


def places_in(text: str) -> Iterator[Open]:
    """Yield the places to fill in that stand within a text of a profile."""
    yield from map(place_of, IN_TEXT.finditer(text))


def place_of(found: re.Match[str]) -> Open:
    """Return the place that was found by IN_TEXT."""
    veld, _, label = bytes.fromhex(found[1]).decode().partition("|")
    return Open(veld, label)


def label_of(value: str | Open) -> str:
    """Return a text for use outside the document; what is still open is named between brackets."""
    if isinstance(value, Open):
        return f"[{value.label}]"
    return IN_TEXT.sub(lambda found: f"[{place_of(found).label}]", value)
