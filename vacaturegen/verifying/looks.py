"""Words that stand in a Word file and that a reader of it does not see, or sees struck through.

The text that `reading` gives leaves out what is hidden, and does not tell of colours, sizes and lines. What is told
here is only compared with what another file has: a house style may have white letters where they can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

from vacaturegen.colours import contrast
from vacaturegen.house.order import W
from vacaturegen.house.styles import STYLES, VALUE, is_on, value_of
from vacaturegen.house.word_file import MAIN, NAMES, WordFile, related
from vacaturegen.reading.styles import Styles

HIDDEN, STRUCK, FAINT = "hidden", "struck", "faint"
STORIES = ("header", "footer", "footnotes", "endnotes")
"""The parts beside the text itself that hold words people read."""
LEAST_CONTRAST = 1.5
LEAST_SIZE, LEAST_WIDTH, LEAST_LINE = 8, 20, 80
"""The half points of a letter, the percentage of its width, and the twips of a line, below which nobody reads it."""
COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
MARKERS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
"""What Word calls the colours of a marker."""
PAPER = "FFFFFF"


def story_trees(file: WordFile) -> Iterator[tuple[str, Any]]:
    """Yield the name and tree of each part with words that people read: the text first."""
    yield MAIN, file.trees[MAIN]
    for kind in STORIES:
        for name in dict.fromkeys(related(file, MAIN, kind)):
            if name in file.trees:
                yield name, file.trees[name]


def find_looks(file: WordFile) -> Iterator[tuple[str, str]]:
    """Yield what cannot be seen as it is, by paragraph: why (hidden, struck, faint), and the words."""
    judge = Judge(file)
    for _name, tree in story_trees(file):
        runs = ((run, next(run.iterancestors(f"{W}p"), None)) for run in tree.iter(f"{W}r"))
        for paragraph, group in groupby(runs, key=lambda pair: pair[1]):
            found: dict[str, list[str]] = {}
            for run, _paragraph in group:
                if text := "".join(one.text or "" for one in run.iterchildren(f"{W}t")):
                    for kind in judge.kinds(run, paragraph):
                        found.setdefault(kind, []).append(text)
            for kind, texts in found.items():
                if words := " ".join("".join(texts).split()):
                    yield kind, words


class Judge:
    """Tells what can be seen of runs, by their own properties and by the styles of one file."""

    def __init__(self, file: WordFile) -> None:
        """Take the styles of a file."""
        self.styles = Styles(file)
        self.defaults = file.trees[STYLES].find("w:docDefaults/w:rPrDefault/w:rPr", NAMES)

    def kinds(self, run: Any, paragraph: Any) -> Iterator[str]:
        """Yield why a run cannot be seen as it is."""
        properties = paragraph.find(f"{W}pPr") if paragraph is not None else None
        own = run.find(f"{W}rPr")
        chain = [
            *self.styles.chain(value_of(own, "w:rStyle")),
            *self.styles.chain(value_of(properties, "w:pStyle") or self.styles.default),
        ]
        said = [own, *(style.find(f"{W}rPr") for style in chain), self.defaults]
        looks = [one for one in said if one is not None]
        around = [one for one in (properties, *(style.find(f"{W}pPr") for style in chain)) if one is not None]
        row = next(run.iterancestors(f"{W}tr"), None)
        if is_on(nearest(looks, "vanish")) or (row is not None and is_on(row.find("w:trPr/w:hidden", NAMES))):
            yield HIDDEN
        if is_on(nearest(looks, "strike")) or is_on(nearest(looks, "dstrike")):
            yield STRUCK
        if is_too_small(looks, around) or has_no_contrast(looks, around, run):
            yield FAINT


def nearest(said: list[Any], tag: str) -> Any:
    """Return the nearest element that says something of a property; None when none does."""
    return next((found for one in said if (found := one.find(f"{W}{tag}")) is not None), None)


def number_of(element: Any, name: str = VALUE) -> int | None:
    """Return the number that an element tells."""
    said = element.get(name, "") if element is not None else ""
    return int(said) if re.fullmatch(r"\d{1,6}", said) else None


def is_too_small(looks: list[Any], around: list[Any]) -> bool:
    """Tell whether letters are too small or too narrow to be read, or cut off by a line that is too low."""
    measures = ((number_of(nearest(looks, "sz")), LEAST_SIZE), (number_of(nearest(looks, "w")), LEAST_WIDTH))
    if any(found is not None and found < least for found, least in measures):
        return True
    spacing = nearest(around, "spacing")
    if spacing is None or spacing.get(f"{W}lineRule") != "exact":
        return False
    line = number_of(spacing, f"{W}line")
    return line is not None and line < LEAST_LINE


def has_no_contrast(looks: list[Any], around: list[Any], run: Any) -> bool:
    """Tell whether letters have about the colour of what is behind them."""
    colour = nearest(looks, "color")
    said = colour.get(VALUE, "") if colour is not None else ""
    if not COLOUR.fullmatch(said):  # automatic: Word takes one that can be read
        return False
    marker = nearest(looks, "highlight")
    cell = next(run.iterancestors(f"{W}tc"), None)
    shades = [
        nearest(looks, "shd"),
        nearest(around, "shd"),
        cell.find("w:tcPr/w:shd", NAMES) if cell is not None else None,
    ]
    grounds = [MARKERS.get(marker.get(VALUE, ""), "") if marker is not None else ""]
    grounds += [shade.get(f"{W}fill", "") for shade in shades if shade is not None]
    ground = next((one for one in grounds if COLOUR.fullmatch(one)), PAPER)
    return measure(said.lower(), ground.lower()) < LEAST_CONTRAST


@lru_cache(maxsize=256)
def measure(colour: str, ground: str) -> float:
    """Return the contrast of two colours."""
    return contrast(f"#{colour}", f"#{ground}")
