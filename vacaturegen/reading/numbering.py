"""The numbering of a Word file: which paragraphs are items of a list, of which one, and with which number."""

from __future__ import annotations

from typing import Any, NamedTuple

from vacaturegen.house.lists import NUMBERING
from vacaturegen.house.order import W
from vacaturegen.house.styles import VALUE, value_of
from vacaturegen.house.word_file import NAMES, WordFile
from vacaturegen.reading.content import ListMark
from vacaturegen.reading.styles import ParagraphLook, Styles

DEEPEST = 8
"""The last level that numbering has."""
HIGHEST = 999_999_999


class Level(NamedTuple):
    """A level of a numbering: the form of its markers, the first number, and whether this list begins there anew."""

    form: str
    start: int
    restarts: bool
    text: str = ""
    """Its markers, with %1 for the number of the first level."""


class Numbering:
    """The numbering of one file, and how far each list in it has come."""

    def __init__(self, file: WordFile, styles: Styles) -> None:
        """Take the numbering of a file."""
        root = file.trees.get(NUMBERING)
        self.styles = styles
        self.nums: dict[str, Any] = {}
        self.abstracts: dict[str, Any] = {}
        for tag, name, found in (("num", "numId", self.nums), ("abstractNum", "abstractNumId", self.abstracts)):
            for element in root.iter(f"{W}{tag}") if root is not None else ():
                found.setdefault(element.get(f"{W}{name}", ""), element)
        self.levels: dict[tuple[str, int], Level | None] = {}
        self.counts: dict[object, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()
        self.keys: dict[tuple[str, int], object] = {}
        self.current: dict[tuple[str, int], object] = {}

    def mark(self, properties: Any, style: str, look: ParagraphLook) -> tuple[ListMark | None, int | None]:
        """Return what the next paragraph is in a list, by its own properties and those of its style.

        The second value is the depth of the list to which the paragraph belongs without having a marker.
        """
        number, place = self.place_of(properties, style, look)
        level = self.level(number, place) if number not in ("", "0") else None
        if level is None:
            return None, None
        if level.form == "none":
            return None, place
        counted = self.count(number, place, level)
        kind = "ul" if level.form == "bullet" else "ol"
        form = f"{level.form} {level.text}"
        return ListMark(kind, max(place, look.depth), counted, self.keys[number, place], form), None

    def place_of(self, properties: Any, style: str, look: ParagraphLook) -> tuple[str, int]:
        """Return the numbering and the level that a paragraph asks for, by its own properties and those of its style.

        The numbering is empty, or 0, for none.
        """
        number = value_of(properties, "w:numPr/w:numId") or look.number
        said = value_of(properties, "w:numPr/w:ilvl") or look.level or self.linked(number, style)
        return number, min(int(said), DEEPEST) if said.isdecimal() and len(said) < 4 else 0

    def count(self, number: str, place: int, level: Level) -> int:
        """Return the number of the next item of a list, and note which list that is."""
        abstract = value_of(self.nums[number], "w:abstractNumId")
        counts = self.counts.setdefault(abstract, {})
        if (number, place) not in self.begun:
            self.begun.add((number, place))
            if level.restarts:
                counts.pop(place, None)
        # a list that does not begin anew goes on in the last one of its definition
        if level.restarts:
            self.current[abstract, place] = number, place
        self.keys[number, place] = self.current.setdefault((abstract, place), (number, place))
        counts[place] = min(counts[place] + 1 if place in counts else level.start, HIGHEST)
        for deeper in [deeper for deeper in counts if deeper > place]:
            del counts[deeper]
        return counts[place]

    def level(self, number: str, place: int) -> Level | None:
        """Return a level of a numbering; None when there is no such numbering."""
        key = number, place
        if key not in self.levels:
            self.levels[key] = self.find_level(number, place)
        return self.levels[key]

    def find_level(self, number: str, place: int) -> Level | None:
        """Return what the file says of a level, a change of it by the list before its definition."""
        num = self.nums.get(number)
        if num is None or self.definition(num) is None:
            return None
        lvl = self.lvl_of(number, place)
        start = value_of(num, f"w:lvlOverride[@w:ilvl='{place}']/w:startOverride")
        first = start or value_of(lvl, "w:start") or "1"
        text = lvl.find(f"{W}lvlText") if lvl is not None else None
        blank = text is not None and not text.get(VALUE, "").strip() and lvl.find(f"{W}lvlPicBulletId") is None
        form = "none" if blank else value_of(lvl, "w:numFmt") or "decimal"
        shown = text.get(VALUE, "") if text is not None else ""
        return Level(form, int(first) if first.isdecimal() and len(first) < 10 else 1, bool(start), shown)

    def lvl_of(self, number: str, place: int) -> Any:
        """Return the element that tells of a level of a numbering; None when there is none."""
        num = self.nums.get(number)
        lvl = num.find(f"w:lvlOverride[@w:ilvl='{place}']/w:lvl", NAMES) if num is not None else None
        abstract = self.definition(num)
        if lvl is None and abstract is not None:
            lvl = abstract.find(f"w:lvl[@w:ilvl='{place}']", NAMES)
        return lvl

    def definition(self, num: Any) -> Any:
        """Return the definition of a numbering, also when that lies in a style."""
        abstract = self.abstracts.get(value_of(num, "w:abstractNumId"))
        linked = value_of(abstract, "w:numStyleLink")
        if not linked:
            return abstract
        further = self.nums.get(value_of(self.styles.by_id.get(linked), "w:pPr/w:numPr/w:numId"))
        return self.abstracts.get(value_of(further, "w:abstractNumId"))

    def linked(self, number: str, style: str) -> str:
        """Return the level that a numbering keeps for a paragraph style."""
        abstract = self.definition(self.nums.get(number))
        for lvl in abstract.findall(f"{W}lvl") if abstract is not None else ():
            if value_of(lvl, "w:pStyle") == style:
                return str(lvl.get(f"{W}ilvl", ""))
        return ""
