"""The text of a document in the names that an organisation's own file has for our styles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

STYLE = re.compile(r'(?<=<w:[prt])(Style|blStyle) w:val="([^"]+)"')
UNSTYLED = "<w:p><w:r>", "<w:p><w:hyperlink", "<w:p><w:sdt>", "<w:p></w:p>"


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
        properties = f'<w:pPr><w:pStyle w:val="{names.plain}"/></w:pPr>'
        for start in UNSTYLED:
            text = text.replace(start, f"<w:p>{properties}{start.removeprefix('<w:p>')}")
    return [text]
