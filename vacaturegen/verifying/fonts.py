"""The fonts of a Word file in which letters are signs that nobody can read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vacaturegen.house.order import W
from vacaturegen.house.word_file import MAIN, NAMES, WordFile, related

SIGN_FONTS = frozenset(
    {"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett", "mt extra", "zapfdingbats"}
    | {"zapf dingbats", "itc zapf dingbats", "bookshelf symbol 7", "ms outlook", "ms reference specialty"}
)
"""Fonts of Word and of printers in which an a is another sign."""


def is_sign_font(name: str) -> bool:
    """Tell whether letters in a font are signs."""
    return name.strip().lower() in SIGN_FONTS


def is_in_signs(said: Sequence[Any], theme: dict[str, str]) -> bool:
    """Tell whether a text has a font of signs; `theme` has the fonts that styles can ask of the theme."""
    for one in said:
        fonts = one.find(f"{W}rFonts")
        if fonts is not None and (fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}ascii")):
            return is_sign_font(theme.get(fonts.get(f"{W}asciiTheme", "")[:5]) or fonts.get(f"{W}ascii", ""))
    return False


def theme_fonts(file: WordFile) -> dict[str, str]:
    """Return the fonts of the theme for Latin letters, by the first five letters of what styles call them."""
    trees = [file.trees[name] for name in related(file, MAIN, "theme") if name in file.trees]
    found = {kind: tree.find(f".//a:{kind}Font/a:latin", NAMES) for tree in trees for kind in ("minor", "major")}
    return {kind: font.get("typeface", "") for kind, font in found.items() if font is not None}
