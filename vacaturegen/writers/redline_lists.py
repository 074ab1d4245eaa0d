"""The lists of a Word file with tracked changes: every list with numbers has a definition of its own.

Lists that share one are told apart by where they begin anew. LibreOffice (7.4) keeps that with the first item: when
that goes, the list counts on from the one before it. A list with its own definition knows where it begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import count
from typing import Any

from lxml import etree

from vacaturegen.writers.docx import XML
from vacaturegen.writers.house_style import OPEN_PARTS, StyledBase, cut

PART = "word/numbering.xml"
NAMES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{NAMES['w']}}}"
VALUE, NUMBER = f"{W}val", f"{W}abstractNumId"
KNOWN_BY = "w:nsid | w:tmpl | w:name | w:styleLink | w:lvl/w:pStyle"
"""What no two definitions can have."""


def define_lists(base: StyledBase, numbers: Sequence[str]) -> StyledBase:
    """Return a base in which these lists stand, as `word_blocks` printed them, with definitions of their own."""
    before, after = base.open_parts[PART]
    root: Any = etree.fromstring("".join([before, *numbers, after]).encode())
    definitions = {one.get(NUMBER): one for one in root.findall("w:abstractNum", NAMES)}
    free = count(max(int(number) for number in definitions) + 1)
    lists = root.findall("w:num", NAMES)
    for one in lists[len(lists) - len(numbers) :]:
        used, change = one.find("w:abstractNumId", NAMES), one.find("w:lvlOverride", NAMES)
        start = change.find("w:startOverride", NAMES).get(VALUE)
        if (own := begin_at(start, definitions[used.get(VALUE)], change.get(f"{W}ilvl"))) is not None:
            number = str(next(free))
            own.set(NUMBER, number)
            used.set(VALUE, number)
            one.remove(change)
            lists[0].addprevious(own)
    text = XML + etree.tostring(root, encoding="unicode")
    return replace(base, open_parts={**base.open_parts, PART: cut(text, OPEN_PARTS[PART])})


def begin_at(start: str, definition: Any, place: str) -> Any:
    """Return a copy of a definition of which a level begins at a number; None for a level without numbers."""
    own = deepcopy(definition)
    first = own.find(f"w:lvl[@w:ilvl='{place}']/w:start", NAMES)
    if first is None or first.getparent().find("w:numFmt[@w:val='bullet']", NAMES) is not None:
        return None
    first.set(VALUE, start)
    for name in own.xpath(KNOWN_BY, namespaces=NAMES):
        name.getparent().remove(name)
    return own
