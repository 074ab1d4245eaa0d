"""What a table of a Word file says of the text in its cells: its own properties, and its style at that place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from vacaturegen.house.order import W
from vacaturegen.house.styles import OFF, value_of
from vacaturegen.reading.styles import Styles
from vacaturegen.verifying.nearest import Said

LOOKS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
"""What a table takes of its style -> its bit in the old way of writing."""
NOTHING = Said((), ())


class Place(NamedTuple):
    """Where a cell stands in its table: counted from the front, and from the end (0 is the last)."""

    row: int
    column: int
    rows_left: int
    columns_left: int


class Tables:
    """The tables of one file, each looked at once."""

    def __init__(self, styles: Styles) -> None:
        """Take the styles of a file."""
        self.styles = styles
        self.default = next(
            (name for name, one in styles.by_id.items() if one.get(f"{W}type") == "table" and is_default(one)), ""
        )
        self.places: dict[Any, dict[Any, Place]] = {}
        self.told: dict[Any, Said] = {}

    def said(self, element: Any) -> Said:
        """Return what the table says of a paragraph or run; nothing where there is none."""
        cell = next(element.iterancestors(f"{W}tc"), None)
        if cell is None:
            return NOTHING
        if cell not in self.told:
            self.told[cell] = self.ask(cell)
        return self.told[cell]

    def ask(self, cell: Any) -> Said:
        """Return what the table says of a cell."""
        row, table = (next(cell.iterancestors(f"{W}{tag}"), None) for tag in ("tr", "tbl"))
        if row is None or table is None:
            return NOTHING
        if table not in self.places:
            self.places[table] = find_places(table)
        own = table.find(f"{W}tblPr")
        chain = list(self.styles.chain(value_of(own, "w:tblStyle") or self.default))
        kinds = kinds_of(self.places[table].get(cell), read_looks(own), bands(chain)) if chain else ()
        parts = [part for kind in kinds for one in chain for part in one.findall(f"{W}tblStylePr") if is_of(part, kind)]
        said = [*parts, *chain]
        return Said(
            run=[found for one in said if (found := one.find(f"{W}rPr")) is not None],
            paragraph=[found for one in said if (found := one.find(f"{W}pPr")) is not None],
            cell=[found for one in (cell, *said) if (found := one.find(f"{W}tcPr")) is not None],
            row=[found for one in (row, *said) if (found := one.find(f"{W}trPr")) is not None],
            table=[found for one in (table, *said) if (found := one.find(f"{W}tblPr")) is not None],
        )


def is_default(style: Any) -> bool:
    """Tell whether a style is that of tables that name none."""
    return style.get(f"{W}default", "0") not in OFF


def is_of(part: Any, kind: str) -> bool:
    """Tell whether a part of a table style is for cells at a place."""
    return bool(part.get(f"{W}type") == kind)


def find_places(table: Any) -> dict[Any, Place]:
    """Return where each cell of a table stands, those of tables in it left out."""
    rows = [list(own_parts(row, "tc")) for row in own_parts(table, "tr")]
    return {
        cell: Place(down, across, len(rows) - down - 1, len(row) - across - 1)
        for down, row in enumerate(rows)
        for across, cell in enumerate(row)
    }


def own_parts(element: Any, tag: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, also those in a control or a change."""
    for child in element:
        if child.tag == f"{W}{tag}":
            yield child
        elif child.tag not in (f"{W}tc", f"{W}tbl"):
            yield from own_parts(child, tag)


def read_looks(own: Any) -> dict[str, bool]:
    """Return which parts of its style a table takes."""
    look = own.find(f"{W}tblLook") if own is not None else None
    if look is None:
        return {}
    said = look.get(f"{W}val", "")
    bits = int(said, 16) if re.fullmatch("[0-9A-Fa-f]{1,8}", said) else 0
    return {name: look.get(f"{W}{name}", str(bits & bit)) not in OFF for name, bit in LOOKS.items()}


def bands(chain: list[Any]) -> tuple[int, int]:
    """Return of how many rows, and of how many columns, each band of a table style is."""
    said = (
        next((size for one in chain if (size := value_of(one, f"w:tblPr/w:tblStyle{tag}BandSize"))), "1")
        for tag in ("Row", "Col")
    )
    down, across = (max(1, int(size[:4])) if size.isdecimal() else 1 for size in said)
    return down, across


def kinds_of(place: Place | None, takes: dict[str, bool], sizes: tuple[int, int]) -> Iterator[str]:
    """Yield the parts of a table style that are for a place, the nearest first."""
    if place is None:
        return
    top, bottom = takes.get("firstRow") and place.row == 0, takes.get("lastRow") and place.rows_left == 0
    first = takes.get("firstColumn") and place.column == 0
    last = takes.get("lastColumn") and place.columns_left == 0
    for name, is_there in {
        "nwCell": top and first, "neCell": top and last, "swCell": bottom and first, "seCell": bottom and last,
        "firstCol": first, "lastCol": last, "firstRow": top, "lastRow": bottom,
    }.items():  # fmt: skip
        if is_there:
            yield name
    if not takes.get("noHBand") and not top and not bottom:
        down = (place.row - bool(takes.get("firstRow"))) // sizes[0]
        yield "band2Horz" if down % 2 else "band1Horz"
    if not takes.get("noVBand") and not first and not last:
        across = (place.column - bool(takes.get("firstColumn"))) // sizes[1]
        yield "band2Vert" if across % 2 else "band1Vert"
    yield "wholeTable"
