"""Words that stand in a Word file and that a reader of it does not see, or sees as something else than they are.

The text that `reading` gives leaves out what is hidden, and does not tell of colours, sizes and lines. What is told
here is only compared with what another file has: a house style may have white letters where they can be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from vacaturegen.house.order import W
from vacaturegen.house.styles import STYLES, VALUE, is_on, value_of
from vacaturegen.house.word_file import NAMES, WordFile
from vacaturegen.reading.numbering import Numbering
from vacaturegen.reading.styles import Styles
from vacaturegen.verifying.cells import Tables
from vacaturegen.verifying.fonts import is_in_signs, theme_fonts
from vacaturegen.verifying.ink import Palette
from vacaturegen.verifying.nearest import Said, is_switched_on, nearest, nearest_value
from vacaturegen.verifying.room import Room
from vacaturegen.verifying.stories import story_trees

HIDDEN, STRUCK, FAINT = "hidden", "struck", "faint"
RAISED, TURNED, ABOVE = "raised", "turned", "above"
NOT_IN_LINE = ("superscript", "subscript")


def find_looks(file: WordFile) -> Iterator[tuple[str, str]]:
    """Yield what is not seen as it is, by paragraph: why (hidden, struck, faint and so on), and the words."""
    judge = Judge(file)
    for _name, tree in story_trees(file):
        runs = ((run, next(run.iterancestors(f"{W}p"), None)) for run in tree.iter(f"{W}r"))
        for paragraph, group in groupby(runs, key=lambda pair: pair[1]):
            found: dict[str, list[str]] = {}
            around = judge.ask_around(paragraph)
            for run, _paragraph in group:
                if text := "".join(one.text or "" for one in run.iterchildren(f"{W}t")):
                    for kind in judge.kinds(run, around, text):
                        found.setdefault(kind, []).append(text)
            for kind, texts in found.items():
                if words := " ".join("".join(texts).split()):
                    yield kind, words


class Judge:
    """Tells what can be seen of runs, by their own properties, the styles of one file and the tables around them."""

    def __init__(self, file: WordFile) -> None:
        """Take what a file says of looks."""
        self.styles = Styles(file)
        self.numbering = Numbering(file, self.styles)
        self.tables = Tables(self.styles)
        self.palette = Palette(file)
        self.room = Room(file)
        self.fonts = theme_fonts(file)
        defaults = file.trees[STYLES].find("w:docDefaults", NAMES)
        self.defaults = [
            [found for one in [defaults] if one is not None and (found := one.find(path, NAMES)) is not None]
            for path in ("w:rPrDefault/w:rPr", "w:pPrDefault/w:pPr")
        ]

    def ask_around(self, paragraph: Any) -> Said:
        """Return what is said of a paragraph, and of the runs in it that say nothing themselves."""
        if paragraph is None:
            return Said(self.defaults[0], self.defaults[1])
        own = paragraph.find(f"{W}pPr")
        style = value_of(own, "w:pStyle") or self.styles.default
        chain = list(self.styles.chain(style))
        looks = list(parts_of(chain, "rPr"))
        table = self.tables.said(paragraph)
        levels = [found for found in [self.level_of(own, style)] if found is not None]
        by_itself = levels if value_of(own, "w:numPr/w:numId") else []
        return table._replace(
            run=[*looks, *table.run, *self.defaults[0]],
            levels=[looks, table.run],
            paragraph=[
                *([own] if own is not None else []), *by_itself, *parts_of(chain, "pPr"), *levels, *table.paragraph,
                *self.defaults[1],
            ],
        )  # fmt: skip

    def level_of(self, own: Any, style: str) -> Any:
        """Return what the level of a list says of its paragraphs; None for no list."""
        number, place = self.numbering.place_of(own, style, self.styles.paragraph(style))
        level = self.numbering.lvl_of(number, place) if number not in ("", "0") else None
        return level.find(f"{W}pPr") if level is not None else None

    def kinds(self, run: Any, around: Said, text: str) -> Iterator[str]:
        """Yield why a run is not seen as it is."""
        own = run.find(f"{W}rPr")
        looks = list(parts_of(self.styles.chain(value_of(own, "w:rStyle")), "rPr"))
        said = around._replace(
            run=[*([own] if own is not None else []), *looks, *around.run], levels=[looks, *around.levels]
        )
        if is_switched_on(said, own, "vanish") or is_on(nearest(said.row, "hidden")):
            yield HIDDEN
        if is_switched_on(said, own, "strike") or is_switched_on(said, own, "dstrike"):
            yield STRUCK
        in_signs = is_in_signs(said.run, self.fonts) and any(sign.isalnum() for sign in text)
        if in_signs or not self.palette.is_seen(said) or not self.room.is_enough(said, run):
            yield FAINT
        if nearest_value(said.run, "vertAlign") in NOT_IN_LINE:
            yield RAISED
        if is_turned(said, run):
            yield TURNED
        if next(run.iterancestors(f"{W}rt"), None) is not None:
            yield ABOVE


def parts_of(styles: Iterator[Any] | Sequence[Any], tag: str) -> Iterator[Any]:
    """Yield what styles say of one kind of thing."""
    return (found for style in styles if (found := style.find(f"{W}{tag}")) is not None)


def is_turned(said: Said, run: Any) -> bool:
    """Tell whether a text runs from right to left."""
    told = (nearest(said.run, "rtl"), nearest(said.paragraph, "bidi"), nearest(said.table, "bidiVisual"))
    if any(map(is_on, told)):
        return True
    return any(one.get(VALUE) == "rtl" for one in run.iterancestors(f"{W}bdo", f"{W}dir"))
