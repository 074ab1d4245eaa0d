"""The text of a document in the names that an organisation's own file has for our styles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

STYLE = re.compile(r'(?<=<w:[prt])(Style|blStyle) w:val="([^"]+)"')
UNSTYLED = re.compile(r"<w:p>(?:<w:pPr>(?=<w:(?:rPr|pPrChange)\b))?(?!<w:pPr>)")
"""The beginning of a paragraph without a style; its properties can tell how its end changed."""
WAS_UNSTYLED = "<w:pPr></w:pPr></w:pPrChange>"
"""The same of what a paragraph was before a change."""


class StyleNames(NamedTuple):
    """The id of each style of ours in another file, and of a text that has no style by us (empty: none there too)."""

    ids: Mapping[str, str]
    plain: str


def rename_styles(blocks: Sequence[str], names: StyleNames) -> list[str]:
    """Return the blocks of a document with the styles of another file. No text looks like an element: it is escaped."""
    text = "".join(blocks)
    if names.ids:
        text = STYLE.sub(lambda found: f'{found[1]} w:val="{names.ids.get(found[2], found[2])}"', text)
    if names.plain:
        style = f'<w:pStyle w:val="{names.plain}"/>'
        text = UNSTYLED.sub(lambda found: in_style(found[0], style), text)
        text = text.replace(WAS_UNSTYLED, f"<w:pPr>{style}</w:pPr></w:pPrChange>")
    return [text]


def in_style(start: str, style: str) -> str:
    """Return the beginning of a paragraph with a style."""
    return f"{start}{style}" if start.endswith("<w:pPr>") else f"{start}<w:pPr>{style}</w:pPr>"
