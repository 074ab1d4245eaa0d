"""What is open while the text of a Word file is read: where text goes, what surrounds it, and what to remember of it.

Which element means what is told in `blocks` and `runs`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from vacaturegen.house.order import W
from vacaturegen.house.word_file import WordFile
from vacaturegen.reading.content import Anchor, Block, Content, Paragraph, Piece, Shape
from vacaturegen.reading.inline import find_address
from vacaturegen.reading.numbering import Numbering
from vacaturegen.reading.styles import Styles, TextLook

KINDS = {
    f"{W}ins": "inserted",
    f"{W}del": "deleted",
    f"{W}moveTo": "moved to",
    f"{W}moveFrom": "moved from",
    f"{W}cellIns": "inserted",
    f"{W}cellDel": "deleted",
    f"{W}rPrChange": "formatted",
    f"{W}pPrChange": "formatted",
}
GONE = {
    False: frozenset({"deleted", "moved from"}),
    True: frozenset({"inserted", "moved to"}),
}
"""Whether the original is read -> the changes whose text is not there then."""


PLAIN = TextLook()
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""What a terminal would act on, and XML allows in part; white space folds later."""


class Mark(NamedTuple):
    """Something that begins and ends in the text: the element that tells of it, its anchors, and its text in pieces."""

    element: Any
    start: int
    end: int
    texts: list[str]
    is_gone: bool = False


@dataclass(slots=True)
class WordField:
    """A field that has begun: its instruction so far, whether its result has begun, and the link around it."""

    code: list[str] = field(default_factory=list)
    shown: bool = False
    link: int = 0


@dataclass(slots=True, eq=False)
class Reader:
    """A Word file that is being read, as changed or as it was; `blocks` is what has been read."""

    file: WordFile
    original: bool
    styles: Styles
    numbering: Numbering
    targets: Mapping[str, str]
    """Id of a relationship of the part that is read -> the address outside that it leads to."""
    blocks: list[Block] = field(default_factory=list)
    content: Content = field(default_factory=list)
    """Of the paragraph that is open."""
    inside: bool = False
    """Whether a paragraph is open."""
    boxes: list[Any] = field(default_factory=list)
    """The text boxes that hang on the open paragraph: what stands in them comes behind it."""
    joined: Paragraph | None = None
    """A paragraph without an end of its own: the next one goes on in it."""
    pending: list[Anchor] = field(default_factory=list)
    """Places between paragraphs where something begins."""

    look: TextLook = PLAIN
    """Of the run that is open."""
    typed: TextLook = PLAIN
    """Of what is typed in the control that is open and shows its placeholder: that says no more of itself."""
    direct: bool = False
    """Whether the run that is open is bold by formatting of its own."""
    hidden: bool = False
    """Whether the paragraph that is open is hidden by its style."""
    gone: int = 0
    """How many changes are open whose text is not there."""
    link: int = 0
    links: list[str] = field(default_factory=list)
    """The address of each link, in order, empty for one that no document may have; they are numbered from 1."""
    fields: list[WordField] = field(default_factory=list)

    anchors: int = 0
    open_marks: list[Mark] = field(default_factory=list)
    controls: list[Mark] = field(default_factory=list)
    changes: list[Mark] = field(default_factory=list)
    comments: dict[str, list[int]] = field(default_factory=dict)
    """Id of a comment -> the anchors of its begin, end and number."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind and id of the footnotes and endnotes that were met, in order."""

    def add(self, text: str) -> None:
        """Add a text to the open paragraph, unless it is hidden; remember it for what is open around it."""
        if not text or any(not one.shown for one in self.fields) or self.hidden or self.look.hidden:
            return
        if not text.isprintable():
            text = CONTROLS.sub("\ufffd", text)
        for mark in self.open_marks:
            if mark.is_gone or not self.gone:
                mark.texts.append(text)
        if not self.gone:
            self.content.append(Piece(text, bool(self.look.strong), bool(self.look.em), self.link, self.direct))

    def anchor(self, *, before: bool) -> int:
        """Return the number of a new place here: between paragraphs, `before` the next one or behind the last."""
        self.anchors += 1
        place = Anchor(self.anchors)
        if self.inside:
            self.content.append(place)
        elif before or not self.blocks or not isinstance(self.blocks[-1], Paragraph):
            self.pending.append(place)
        else:
            self.blocks[-1].content.append(place)
        return self.anchors

    def open_mark(self, element: Any, into: list[Mark], *, is_gone: bool = False) -> None:
        """Begin something that ends with `close_mark`."""
        start = self.anchor(before=True)
        self.anchors += 1
        mark = Mark(element, start, self.anchors, [], is_gone)
        into.append(mark)
        self.open_marks.append(mark)
        self.gone += is_gone

    def close_mark(self) -> None:
        """End what was begun last."""
        mark = self.open_marks.pop()
        self.gone -= mark.is_gone
        place = Anchor(mark.end)
        if self.inside:
            self.content.append(place)
        elif self.blocks and isinstance(self.blocks[-1], Paragraph):
            self.blocks[-1].content.append(place)
        else:
            self.pending.append(place)

    def is_gone(self, element: Any) -> bool:
        """Tell whether a change is one whose text is not there in this way of reading."""
        return KINDS[element.tag] in GONE[self.original]

    def note_change(self, element: Any) -> None:
        """Remember a change that has no text of its own."""
        number = self.anchor(before=True)
        self.changes.append(Mark(element, number, number, []))

    def begin_link(self, address: str) -> int:
        """Begin a link to an address; return the one around it, to go back to."""
        around = self.link
        self.links.append(find_address(address))
        self.link = len(self.links)
        return around

    def begin_paragraph(self) -> None:
        """Open a paragraph."""
        self.content, self.inside = [*self.pending], True
        self.link = 0  # one that has no end would go on to the last page
        self.pending.clear()

    def end_paragraph(self, shape: Shape, *, goes_on: bool) -> None:
        """Close the open paragraph; with `goes_on` the next one is part of it."""
        self.inside = False
        self.fields = [one for one in self.fields if one.shown]  # one that is never shown would hide all behind it
        paragraph = Paragraph(shape, self.content)
        if self.joined is not None:
            before = self.joined
            paragraph = Paragraph(shape if before.is_blank() else before.shape, before.content + paragraph.content)
            self.joined = None
        if goes_on:
            self.joined = paragraph
        else:
            self.blocks.append(paragraph)

    def flush(self) -> None:
        """Close a paragraph that should have gone on, for there is none behind it."""
        if self.joined is not None:
            self.blocks.append(self.joined)
            self.joined = None
