"""Whether letters in a Word file have the size and the room to be read: not squeezed, not cut off, not off the page.

What is told here is a rough guess that gives room to every look that people choose: only what can hardly be an accident
is beyond it. Measures are in twips, twenty to a point, where nothing else is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any, NamedTuple

from vacaturegen.house.order import W
from vacaturegen.house.styles import is_on
from vacaturegen.house.word_file import MAIN, WordFile
from vacaturegen.verifying.nearest import Said, measure, nearest, nearest_value, number_of

HALF = 2
"""A half point is the measure of letters."""
USUAL_SIZE = 20
LEAST_SIZE, LEAST_WIDTH = 8, 20
"""The half points of a letter, and the percentage of its width, below which nobody reads it."""
MOST_SIZE = 400
"""The half points of a letter above which hardly a word fits on a page."""
LEAST_LINE, LEAST_LINES = 80, 100
"""The least height of a line, and the least distance of lines in parts of 240 of their height."""
MOST_CONDENSED, MOST_EXPANDED = 1 / 6, 3
"""The share of their size that letters may stand closer together, or apart."""
LEAST_ROOM = 200
"""The width below which no word fits."""
NARROW = 0.4
"""The width of a letter as a share of its size: that of a narrow one."""
A4, MARGIN = (11906, 16838), 1440


class Page(NamedTuple):
    """The pages of a file: how large the largest is, and where the text stands on the narrowest."""

    width: float
    height: float
    left: float
    top: float
    room: float


def measure_page(file: WordFile) -> Page:
    """Return the pages of a file."""
    found = [measure_section([section]) for section in file.trees[MAIN].iter(f"{W}sectPr")] or [measure_section([])]
    narrowest = min(found, key=lambda page: page.room)
    return narrowest._replace(width=max(page.width for page in found), height=max(page.height for page in found))


def measure_section(section: Sequence[Any]) -> Page:
    """Return the pages of a section."""
    width, height = (measure(section, "pgSz", name) or usual for name, usual in zip("wh", A4, strict=True))
    left, right, top = (
        MARGIN if found is None else abs(found)
        for found in (measure(section, "pgMar", name) for name in ("left", "right", "top"))
    )
    columns = max(1, measure(section, "cols", "num") or 1)
    return Page(width, height, left, top, (width - left - right) / columns)


class Room:
    """The room that one file gives its words; what paragraphs and cells hold is counted once."""

    def __init__(self, file: WordFile) -> None:
        """Take the pages of a file."""
        self.page = measure_page(file)
        self.texts: dict[Any, tuple[int, int]] = {}
        self.tabs: dict[Any, bool] = {}

    def is_enough(self, said: Said, run: Any) -> bool:
        """Tell whether a run can be read where it stands, by its size and its place."""
        complex_ = is_on(nearest(said.run, "cs")) or is_on(nearest(said.run, "rtl"))
        size = measure(said.run, "szCs" if complex_ else "sz", per_point=HALF)
        size = USUAL_SIZE if size is None else size
        cell = next(run.iterancestors(f"{W}tc"), None)
        paragraph = next(run.iterancestors(f"{W}p"), run)
        width = self.page.room if cell is None else width_of(said, self.page)
        return not (
            not LEAST_SIZE <= size <= MOST_SIZE
            or is_squeezed(said, size)
            or is_moved(said, size)
            or is_line_too_low(said.paragraph, size)
            or is_outside(said, self.page, width)
            or (has_far_stop(said, self.page) and self.has_tab(paragraph))
            or self.is_frame_too_small(said, paragraph, size)
            or (cell is not None and self.is_row_too_low(said, cell, width, size))
        )

    def is_frame_too_small(self, said: Said, paragraph: Any, size: float) -> bool:
        """Tell whether a frame has no width, or a fixed height that its words do not fit in."""
        if nearest(said.paragraph, "framePr") is None:
            return False
        width = measure(said.paragraph, "framePr", "w") or self.page.room
        if nearest_value(said.paragraph, "framePr", "hRule") != "exact":
            return width < LEAST_ROOM
        height = measure(said.paragraph, "framePr", "h") or 0
        return width < LEAST_ROOM or height < needed(self.count(paragraph), width, size)

    def is_row_too_low(self, said: Said, cell: Any, width: float, size: float) -> bool:
        """Tell whether a row has a fixed height that the words of a cell do not fit in."""
        if nearest_value(said.row, "trHeight", "hRule") != "exact":
            return False
        return (measure(said.row, "trHeight") or 0) < needed(self.count(cell), width, size)

    def count(self, element: Any) -> tuple[int, int]:
        """Return how many paragraphs with words an element holds, or is, and how many letters."""
        if element not in self.texts:
            told = (sum(len(one.text or "") for one in found.iter(f"{W}t")) for found in element.iter(f"{W}p"))
            lengths = [length for length in told if length]
            self.texts[element] = len(lengths), sum(lengths)
        return self.texts[element]

    def has_tab(self, paragraph: Any) -> bool:
        """Tell whether there is a tab in a paragraph."""
        if paragraph not in self.tabs:
            self.tabs[paragraph] = any(run.find(f"{W}tab") is not None for run in paragraph.iter(f"{W}r"))
        return self.tabs[paragraph]


def is_squeezed(said: Said, size: float) -> bool:
    """Tell whether letters are too narrow, lie over each other, stand far apart, or are made to fit."""
    width, apart = measure(said.run, "w"), measure(said.run, "spacing") or 0
    letter = size * 10
    return (
        (width is not None and width < LEAST_WIDTH)
        or not -letter * MOST_CONDENSED <= apart <= letter * MOST_EXPANDED
        or nearest(said.run, "fitText") is not None
        or is_on(nearest(said.cell, "tcFitText"))
    )


def is_moved(said: Said, size: float) -> bool:
    """Tell whether letters are raised or lowered by more than their height."""
    return abs(measure(said.run, "position", per_point=HALF) or 0) > size


def is_line_too_low(said: Sequence[Any], size: float) -> bool:
    """Tell whether lines are so low, or so close to each other, that letters are cut off."""
    line = measure(said, "spacing", "line")
    if line is None:
        return False
    rule = nearest_value(said, "spacing", "lineRule")
    if rule == "exact":
        return abs(line) < max(LEAST_LINE, size * 10 / 2)
    return rule != "atLeast" and abs(line) < LEAST_LINES


def is_outside(said: Said, page: Page, width: float) -> bool:
    """Tell whether a text lies beside the page, or has no width on it: by indents, a frame or its table."""
    start, end = (indent(said, *names) for names in (("left", "start"), ("right", "end")))
    first = indent(said, "firstLine") - indent(said, "hanging")
    return (
        width - start - max(first, 0) - end < LEAST_ROOM
        or min(start + min(first, 0), end) < -page.left
        or max(padding(said)) > width
        or is_off_page(said.paragraph, "framePr", ("hAnchor", "x"), ("vAnchor", "y"), page)
        or is_off_page(said.table, "tblpPr", ("horzAnchor", "tblpX"), ("vertAnchor", "tblpY"), page)
        or not -page.left <= (measure(said.table, "tblInd", "w") or 0) <= page.width - page.left - LEAST_ROOM
    )


def indent(said: Said, *names: str) -> float:
    """Return an indent by its names: in hundredths of a letter when it is told so, as Word has it."""
    letters = next((found for name in names if (found := measure(said.paragraph, "ind", f"{name}Chars"))), None)
    if letters:
        return letters / 100 * (measure(said.run, "sz", per_point=HALF) or USUAL_SIZE) * 10
    return next((found for name in names if (found := measure(said.paragraph, "ind", name)) is not None), 0)


def padding(said: Said) -> Iterator[float]:
    """Yield the white space within a cell at its left and right; 0 for what is not told."""
    for around, tag in ((said.cell, "tcMar"), (said.table, "tblCellMar")):
        element = nearest(around, tag)
        for name in ("left", "right", "start", "end"):
            yield (measure([element], name, "w") if element is not None else None) or 0


def has_far_stop(said: Said, page: Page) -> bool:
    """Tell whether a paragraph has a tab stop beside the page."""
    stops = (stop.get(f"{W}pos", "") for one in said.paragraph for stop in one.iterfind(f"{W}tabs/{W}tab"))
    return any((number_of(stop, 20) or 0) > page.width for stop in stops)


def is_off_page(said: Sequence[Any], tag: str, across: tuple[str, str], down: tuple[str, str], page: Page) -> bool:
    """Tell whether a frame or table is put beside the page."""
    for (anchor, name), edge, most in ((across, page.left, page.width), (down, page.top, page.height)):
        place = measure(said, tag, name)
        if place is not None:
            start = place + (0 if nearest_value(said, tag, anchor) == "page" else edge)
            if not -LEAST_ROOM <= start <= most - LEAST_ROOM:
                return True
    return False


def width_of(said: Said, page: Page) -> float:
    """Return the width of a cell; that of the page when the cell does not tell."""
    told = measure(said.cell[:1], "tcW", "w") if nearest_value(said.cell[:1], "tcW", "type") in ("dxa", "") else None
    return told or page.room


def needed(count: tuple[int, int], width: float, size: float) -> float:
    """Return the least height of so many paragraphs with so many letters in a width."""
    paragraphs, letters = count
    letter = size * 10
    return letter * max(paragraphs, ceil(letters * letter * NARROW / max(width, letter)))
