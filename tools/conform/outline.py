"""What a page of LibreOffice shows of a Word file: a line for each text, with where it stands and what it is.

Left out is what LibreOffice does of itself on the way from a file with tracked changes, and nobody sees: the paragraph
without text that it keeps beside a table and where a document that has one begins or ends, and that a link is cut in
two. The numbers of lists are left to its text: a page counts on as it likes behind a list in a list. Of styles only
headings are told: a paragraph before a list has a style of its own, which holds it to the list, and the file with both
versions can show but one of the two styles.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from tools.conform.readers import PAGE_EDGES, UNREAD

HEADINGS = frozenset({f"h{level}" for level in range(1, 7)})
LISTS = frozenset({"ol", "ul"})
PLACES = frozenset({"blockquote", "li", "td", "th", "tr", "table"}) | HEADINGS | LISTS
"""What a text can stand in; each is told on its line."""
EMPTY, EDGE = "(empty)", ""
CELLS = frozenset({"table", "td", "th", "tr"})
"""What is told even where it is empty."""
PARAGRAPHS = frozenset({"p"})
LOOKS = frozenset({"b", "em", "i", "strong"})
"""What is told of a part of a text; of a link its address."""
TWO_LINKS = re.compile(r"<([^</>][^<>]*)>([^<>]*)</a>( ?)<\1>")
"""Two links side by side to one address."""


class Outline(HTMLParser):
    """Gathers the lines of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.places: list[str] = []
        self.pieces: list[str] = []
        self.skipping: list[str] = []
        self.empty = True
        """Whether the paragraph has had no text so far."""
        self.address: str | None = None
        """Of the link that is open."""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what is skipped, or a place, or a look."""
        told = dict(attrs)
        if self.skipping:
            self.skipping += [tag] * (tag == self.skipping[0])
        elif tag in UNREAD or told.get("title") in PAGE_EDGES:
            self.skipping = [tag]
        elif tag in PLACES:
            self.end_line()
            if tag == "li":  # LibreOffice does not end the one before
                self.leave("li", within=LISTS)
            self.places.append(tag)
            self.lines += [tag] * (tag in CELLS)
        elif tag in PARAGRAPHS:
            self.end_line()
        elif tag == "a":
            self.address = told.get("href")  # an anchor without an address is no link
            if self.address:
                self.pieces.append(f"<{self.address}>")
        elif tag in LOOKS:
            self.pieces.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        if self.skipping:
            del self.skipping[-1 if tag == self.skipping[0] else len(self.skipping) :]
        elif tag in PLACES or tag in PARAGRAPHS:
            self.end_line(ended=tag in PARAGRAPHS or tag in HEADINGS)
            self.leave(tag)
            self.lines += ["/table"] * (tag == "table")
        elif tag == "a":
            self.pieces += ["</a>"] if self.address else []
        elif tag in LOOKS:
            self.pieces.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        if not self.skipping:
            self.pieces.append(data)

    def leave(self, tag: str, within: frozenset[str] = frozenset()) -> None:
        """Leave the innermost place of a kind, with all in it; none beyond an element that it must lie within."""
        for index in reversed(range(len(self.places))):
            if self.places[index] in within:
                return
            if self.places[index] == tag:
                del self.places[index:]
                return

    def end_line(self, *, ended: bool = False) -> None:
        """Keep the text so far as a line; without a text, when this is the end of a paragraph that had none at all."""
        text = TWO_LINKS.sub(r"<\1>\2\3", " ".join("".join(self.pieces).split()))
        self.pieces = []
        if re.sub(r"<[^>]*>", "", text).strip():
            self.lines.append(f"{' '.join(self.places)}: {text}")
            self.empty = False
        if ended:
            self.lines += [EMPTY] * self.empty
            self.empty = True


def shown(html: str) -> list[str]:
    """Return the lines of a page, without the empty paragraphs beside tables, at the beginning and at the end."""
    kept: list[str] = [EDGE]
    for line in [*Outline(html).lines, EDGE]:
        while line in ("table", EDGE) and kept[-1] == EMPTY:
            kept.pop()
        if line != EMPTY or kept[-1] not in ("/table", EDGE):
            kept.append(line)
    return kept[1:-1]
