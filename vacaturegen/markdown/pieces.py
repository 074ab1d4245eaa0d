"""A document in pieces that can be read one by one; the plain ones are read without trying markdown-it's rules on them.

A piece ends where nothing of it can go on below: behind a plain heading, paragraph or table with a blank line below,
and behind all else where, below a blank line, something begins at the margin that is no item of a list. What becomes of
the tokens is told in `normal_form`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markdown_it.common.utils import mdTrim
from markdown_it.token import Token

from vacaturegen.markdown.parser import make_parser, read_inline

_BLANK_LINE = re.compile(r"\n[ \t]+(?=\n|\Z)")
# A line that begins no block but a paragraph, and is no row of a table below its heads.
_LINE = r"(?:[^\s0-9#>|:*+-]|\*\*).*(?<=\S)"
_HEADING = r"#{1,6} \S.*(?<![\s#])"
_ROW = r"\|(?:[^\\\n]++|\\(?!\|))++(?<=\|)"
_TABLE = rf"{_ROW}\n\|(?: *:?-+:? *\|)++(?:\n{_ROW})*+"
_NUMBER = r"[0-9]{1,9}\."
_LIST = rf"- {_LINE}(?:\n- {_LINE})*+|{_NUMBER} {_LINE}(?:\n{_NUMBER} {_LINE})*+"
# What goes on, below a blank line, with what stands above it.
_GOES_ON = r"\s|[-+*](?:\s|\Z)|[0-9]+[.)]"
_PIECE = re.compile(
    rf"(?:(?P<paragraph>{_LINE}(?:\n{_LINE})*+)|(?P<heading>{_HEADING})|(?P<table>{_TABLE}))(?=\n\n|\n?\Z)"
    rf"|(?P<list>{_LIST})(?=\n\n++(?!{_GOES_ON})|\n*\Z)"
    rf"|(?P<other>.+(?:\n(?:\n++(?={_GOES_ON}))?+.+)*+)"
)
_ALIGNMENTS = {":-": "left", "-:": "right", "::": "center"}
"""First and last character of what stands below the head of a column -> how its cells are aligned."""


def split_pieces(markdown: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of each piece of a document."""
    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    for piece in _PIECE.finditer(_BLANK_LINE.sub("\n", lines)):
        yield str(piece.lastgroup), piece[0]


def read_piece(kind: str, text: str) -> list[Token]:
    """Return the tokens of a piece as markdown-it has them, but for what the normal form does without."""
    return _READERS[kind](text)


def _read_other(text: str) -> list[Token]:
    return make_parser().parse(text)


def _read_paragraph(text: str, level: int = 0) -> list[Token]:
    return _wrap("paragraph", "p", _make_inline(text, level + 1), level)


def _read_heading(text: str) -> list[Token]:
    marker, _, content = text.partition(" ")
    return _wrap("heading", f"h{len(marker)}", _make_inline(content, 1))


def _read_list(text: str) -> list[Token]:
    items: list[Token] = []
    for line in text.split("\n"):
        marker, _, content = line.partition(" ")
        item = _wrap("list_item", "li", _read_paragraph(content, 2), 1)
        item[0].info = marker.rstrip("-.")
        items += item
    if not items[0].info:
        return _wrap("bullet_list", "ul", items)
    tokens = _wrap("ordered_list", "ol", items)
    if (start := int(items[0].info)) != 1:
        tokens[0].attrs["start"] = start
    return tokens


def _read_table(text: str) -> list[Token]:
    head, below, *rows = ([mdTrim(cell) for cell in line[1:-1].split("|")] for line in text.split("\n"))
    if any(len(row) != len(below) for row in (head, *rows)):
        return _read_other(text)
    alignments = [_ALIGNMENTS.get(column[0] + column[-1]) for column in below]
    tokens = _wrap("thead", "thead", _make_row("th", head, alignments), 1)
    if rows:
        tokens += _wrap("tbody", "tbody", [token for row in rows for token in _make_row("td", row, alignments)], 1)
    return _wrap("table", "table", tokens)


def _make_row(tag: str, cells: list[str], alignments: list[str | None]) -> list[Token]:
    tokens: list[Token] = []
    for content, alignment in zip(cells, alignments, strict=True):
        cell = _wrap(tag, tag, _make_inline(content, 4), 3)
        if alignment:
            cell[0].attrs["style"] = f"text-align:{alignment}"
        tokens += cell
    return _wrap("tr", "tr", tokens, 2)


def _make_inline(content: str, level: int) -> list[Token]:
    return [Token("inline", "", 0, level=level, children=read_inline(content), block=True)]


def _wrap(name: str, tag: str, tokens: list[Token], level: int = 0) -> list[Token]:
    opening = Token(f"{name}_open", tag, 1, level=level, block=True)
    return [opening, *tokens, Token(f"{name}_close", tag, -1, level=level, block=True)]


_READERS: dict[str, Callable[[str], list[Token]]] = {
    "paragraph": _read_paragraph,
    "heading": _read_heading,
    "list": _read_list,
    "table": _read_table,
    "other": _read_other,
}
