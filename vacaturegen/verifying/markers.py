"""What stands in front of the paragraphs of a Word file: how its lists are numbered, and bullets that are words.

A bullet may look as it likes, and programs have bullets of their own; one that holds letters or digits is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from vacaturegen.house.order import W
from vacaturegen.house.styles import is_on, value_of
from vacaturegen.house.word_file import NAMES, WordFile
from vacaturegen.i18n import _
from vacaturegen.reading.numbering import Level, Numbering
from vacaturegen.reading.styles import Styles, outline
from vacaturegen.verifying.fonts import is_sign_font
from vacaturegen.verifying.ink import Palette
from vacaturegen.verifying.nearest import Said, measure, nearest
from vacaturegen.verifying.room import HALF, LEAST_SIZE
from vacaturegen.verifying.stories import story_trees

CIRCLE = "o"
"""The open circle that Word has for a bullet: a letter in a font in which it is a circle."""
NUMBER = re.compile(r"%\d")


def find_markers(file: WordFile) -> Iterator[str]:
    """Yield how the markers of paragraphs are written: those of headings apart, and bullets only when they are read."""
    styles = Styles(file)
    numbering, palette = Numbering(file, styles), Palette(file)
    for _name, tree in story_trees(file):
        for paragraph in tree.iter(f"{W}p"):
            properties = paragraph.find(f"{W}pPr")
            style = value_of(properties, "w:pStyle") or styles.default
            look = styles.paragraph(style)
            number, place = numbering.place_of(properties, style, look)
            level = numbering.level(number, place) if number not in ("", "0") else None
            if level is None:
                continue
            said = outline(properties)
            heading = look.heading if said is None else said
            lvl = numbering.lvl_of(number, place)
            marker = say_marker(level, lvl, is_heading=bool(heading))
            if marker and is_seen(lvl, properties, palette):
                yield f"{'#' * heading} {marker}".strip()


def say_marker(level: Level, lvl: Any, *, is_heading: bool) -> str:
    """Return how the marker of a level is written; nothing for none, or for a bullet that is only a sign."""
    form = value_of(lvl, "w:numFmt") or "decimal"
    if lvl is not None and lvl.find(f"{W}lvlPicBulletId") is not None:
        return _("a picture")
    if form not in ("bullet", "none"):
        return f"{level.form} {level.text}" if level.form != "none" else ""
    shown = (NUMBER.sub("", level.text) if form == "none" else level.text).strip()
    seen = is_read(shown, lvl) or (is_heading and form == "bullet")
    return shown if seen else ""


def is_read(shown: str, lvl: Any) -> bool:
    """Tell whether a bullet is read as text."""
    if shown == CIRCLE or not any(sign.isalnum() for sign in shown):
        return False
    fonts = lvl.find("w:rPr/w:rFonts", NAMES)
    return not is_sign_font(fonts.get(f"{W}ascii", "") if fonts is not None else "")


def is_seen(lvl: Any, properties: Any, palette: Palette) -> bool:
    """Tell whether a marker can be read, by what its level and the end of the paragraph say of its letters."""
    told = (one.find(f"{W}rPr") for one in (lvl, properties) if one is not None)
    said = Said([one for one in told if one is not None], ())
    size = measure(said.run, "sz", per_point=HALF)
    is_small = size is not None and size < LEAST_SIZE
    return not (is_small or is_on(nearest(said.run, "vanish"))) and palette.is_seen(said)
