"""The text of a Word file between XML and tokens: paragraphs with their pieces and their shape, and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

BREAK = "\n"
"""The text of a piece that ends a line within a paragraph."""


class Piece(NamedTuple):
    """A text in one form. `link` numbers the link that it stands in, from 1; 0 is none.

    `direct`: it is bold by formatting of its own, not by a style.
    """

    text: str
    strong: bool = False
    em: bool = False
    link: int = 0
    direct: bool = False


class Anchor(NamedTuple):
    """A place between two pieces that is asked for later: where a control, comment or change begins or ends."""

    number: int


Content = list[Piece | Anchor]


class ListMark(NamedTuple):
    """What numbering makes of a paragraph: an item of a bullet (ul) or numbered (ol) list, how deep, and its number.

    Items of one list have the same `key`. `form` is how its marker is written, such as `decimal %1.`.
    """

    kind: str
    level: int
    number: int
    key: object
    form: str = ""


class Shape(NamedTuple):
    """What a paragraph is: a heading (its level, or 0), of a role, in a box, an item, or what goes on in one.

    `further` is the depth of the list in whose item the paragraph goes on: 0 is the outermost, -1 the innermost.
    """

    heading: int = 0
    role: str = ""
    box: bool = False
    item: ListMark | None = None
    further: int | None = None
    align: str = ""


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its shape and what stands in it."""

    shape: Shape
    content: Content = field(default_factory=list)

    def is_blank(self) -> bool:
        """Tell whether nothing can be seen of it."""
        return not any(isinstance(one, Piece) and one.text.strip() for one in self.content)


class Cell(NamedTuple):
    """A cell of a table: what stands in it as one line, and how it is aligned."""

    content: Content
    align: str = ""


@dataclass(slots=True)
class Table:
    """A table: rows of equally many cells."""

    rows: list[list[Cell]]


Block = Paragraph | Table
