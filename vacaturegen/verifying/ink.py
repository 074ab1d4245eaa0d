"""The colour of letters in a Word file and that of what is behind them, by the theme, tints and patterns too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache
from typing import Any

from vacaturegen.colours import contrast
from vacaturegen.house.base import SETTINGS
from vacaturegen.house.look import SLOTS
from vacaturegen.house.order import W
from vacaturegen.house.styles import VALUE
from vacaturegen.house.word_file import MAIN, NAMES, WordFile, related
from vacaturegen.verifying.nearest import Said, nearest

LEAST_CONTRAST = 1.5
"""Below this nobody reads letters on their ground."""
MOST_TRANSPARENT = 80_000
"""The thousandths of a percent of a letter that may be seen through."""
COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
MARKERS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
"""What Word calls the colours of a marker."""
PAPER, INK = "FFFFFF", "000000"
MAPPED = {"background1": "bg1", "text1": "t1", "background2": "bg2", "text2": "t2"} | {
    name: name for name in SLOTS if name.startswith("accent") or name.endswith("yperlink")
}
"""What texts call a colour of the theme -> what the settings call it, that can make it another one."""
EFFECTS = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SHORT = {"bg1": "background1", "tx1": "text1", "bg2": "background2", "tx2": "text2", "hlink": "hyperlink"}
"""What the effects of Word call a colour of the theme, where that is another name."""


class Palette:
    """The colours of the theme of one file, and of its paper."""

    def __init__(self, file: WordFile) -> None:
        """Take the theme and settings of a file."""
        self.theme = {"dk1": INK, "lt1": PAPER}
        for tree in (file.trees[name] for name in related(file, MAIN, "theme") if name in file.trees):
            for one in tree.iterfind(".//a:clrScheme/a:*/*", NAMES):
                slot = str(one.getparent().tag).rpartition("}")[2]
                self.theme[slot] = one.get("lastClr") or one.get("val") or ""
        settings = file.trees.get(SETTINGS)
        self.mapping = settings.find(f"{W}clrSchemeMapping") if settings is not None else None
        background = file.trees[MAIN].find(f"{W}background")
        self.paper = (self.colour(background, "color", "themeColor") if background is not None else "") or PAPER

    def of_theme(self, name: str) -> str:
        """Return a colour of the theme; empty for one that it does not have."""
        mapped = self.mapping.get(f"{W}{MAPPED[name]}") if self.mapping is not None and name in MAPPED else None
        found = self.theme.get(SLOTS.get(mapped or name, ""), "")
        return found if COLOUR.fullmatch(found) else ""

    def colour(self, element: Any, value: str, theme: str) -> str:
        """Return the colour that an element tells, that of the theme first; empty for one that Word chooses."""
        written = element.get(f"{W}{value}", "")
        found = self.of_theme(element.get(f"{W}{theme}", ""))
        for change, target in (("Shade", 0.0), ("Tint", 1.0)):
            share = element.get(f"{W}{theme.removesuffix('Color')}{change}", "")
            if found and re.fullmatch("[0-9A-Fa-f]{2}", share):
                found = move(found, int(share, 16) / 255, target)
        return found or (written if COLOUR.fullmatch(written) else "")

    def inks(self, said: Sequence[Any], effect: Any) -> list[str]:
        """Return the colours of letters: several for one that runs over, none for one that Word chooses."""
        if effect is not None:
            names = [one.get(f"{EFFECTS}val", "") for one in effect.iter(f"{EFFECTS}schemeClr")]
            found = [one.get(f"{EFFECTS}val", "") for one in effect.iter(f"{EFFECTS}srgbClr")]
            found += [self.of_theme(SHORT.get(name, name)) for name in names]
        else:
            colour = nearest(said, "color")
            found = [self.colour(colour, "val", "themeColor")] if colour is not None else []
        return [one for one in found if COLOUR.fullmatch(one)]

    def ground(self, said: Said) -> str:
        """Return the colour of what is behind letters."""
        marker = nearest(said.run, "highlight")
        if marker is not None and marker.get(VALUE) in MARKERS:
            return MARKERS[marker.get(VALUE)]
        for around in (said.run, said.paragraph, said.cell, said.table):
            shade = nearest(around, "shd")
            if shade is not None and (found := self.shade(shade)):
                return found
        return self.paper

    def shade(self, shade: Any) -> str:
        """Return the colour that a shading comes to; empty for none."""
        fill = self.colour(shade, "fill", "themeFill")
        share = share_of(shade.get(VALUE, "clear"))
        if not share:
            return fill
        over, under = (bytes.fromhex(one) for one in (self.colour(shade, "color", "themeColor") or INK, fill or PAPER))
        return bytes(round(a * share + b * (1 - share)) for a, b in zip(over, under, strict=True)).hex()

    def is_seen(self, said: Said) -> bool:
        """Tell whether letters have another colour than what is behind them."""
        effect = next((found for one in said.run if (found := one.find(f"{EFFECTS}textFill")) is not None), None)
        if effect is not None and is_clear(effect):
            return False
        inks, ground = self.inks(said.run, effect), self.ground(said)
        return not inks or any(compare(ink.lower(), ground.lower()) >= LEAST_CONTRAST for ink in inks)


def is_clear(effect: Any) -> bool:
    """Tell whether letters with an effect can be seen through."""
    shares = [alpha.get(f"{EFFECTS}val", "") for alpha in effect.iter(f"{EFFECTS}alpha")]
    return effect.find(f"{EFFECTS}noFill") is not None or any(
        share.isdecimal() and int(share[:9]) > MOST_TRANSPARENT for share in shares
    )


def share_of(pattern: str) -> float:
    """Return how much of a shading the colour of its pattern takes: all of it when solid, half of it for stripes."""
    if found := re.fullmatch(r"pct(\d{1,2})", pattern):
        return int(found[1]) / 100
    if pattern in ("clear", "nil"):
        return 0
    return 1 if pattern == "solid" else 0.25 if pattern.startswith("thin") else 0.5


def move(colour: str, share: float, target: float) -> str:
    """Return a colour whose lightness is so much its own, and for the rest that of black (0) or white (1)."""
    hue, lightness, saturation = rgb_to_hls(*(one / 255 for one in bytes.fromhex(colour)))
    moved = lightness * share + target * (1 - share)
    return bytes(round(one * 255) for one in hls_to_rgb(hue, moved, saturation)).hex()


@lru_cache(maxsize=256)
def compare(colour: str, ground: str) -> float:
    """Return the contrast of two colours."""
    return contrast(f"#{colour}", f"#{ground}")
