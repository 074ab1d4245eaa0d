"""A document in pieces that can be read one by one; the plain ones are read without trying markdown-it's rules on them.

A piece ends where nothing of it can go on below: behind a plain heading, paragraph or table with a blank line below,
and behind all else where, below a blank line, something begins at the margin that is no item of a list. A plain piece
is read to the normal form at once; what that is, is told in `normal_form`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from markdown_it.common.utils import mdTrim
from markdown_it.token import Token

from vacaturegen.markdown.normal_form import number_item, plain, role_of, settle, settle_inline
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


def split_pieces(markdown: str) -> list[tuple[str, str]]:
    """Return the kind and the text of each piece of a document."""
    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    return [(str(piece.lastgroup), piece[0]) for piece in _PIECE.finditer(_BLANK_LINE.sub("\n", lines))]


def read_piece(kind: str, text: str) -> list[Token]:
    """Return the tokens of a piece in normal form."""
    return _READERS[kind](text) or settle(make_parser().parse(text))


def _read_paragraph(text: str, level: int = 0) -> list[Token]:
    inline, role = _read_inline(text, level + 1)
    return _wrap("p", [inline], level, "role", role) if inline.content else []


def _read_heading(text: str) -> list[Token]:
    marker, _, content = text.partition(" ")
    inline, _role = _read_inline(content, 1)
    return _wrap(f"h{min(len(marker), 4)}", [inline]) if inline.content else []


def _read_list(text: str) -> list[Token]:
    markers, contents = zip(*(line.split(" ", 1) for line in text.split("\n")), strict=True)
    paragraphs = [_read_paragraph(content, 2) for content in contents]
    if not all(paragraphs):
        return []
    if markers[0] == "-":
        items = [token for paragraph in paragraphs for token in _wrap("li", paragraph, 1)]
        return _wrap("ul", items)
    start = int(markers[0][:-1])
    items = [
        token
        for number, paragraph in enumerate(paragraphs, start)
        for token in _wrap("li", paragraph, 1, "info", number_item(number))
    ]
    return _wrap("ol", items, 0, "start", None if start == 1 else start)


def _read_table(text: str) -> list[Token]:
    head, below, *rows = ([mdTrim(cell) for cell in line[1:-1].split("|")] for line in text.split("\n"))
    if any(len(row) != len(below) for row in (head, *rows)):
        return []
    alignments = [_ALIGNMENTS.get(column[0] + column[-1]) for column in below]
    tokens = _wrap("thead", _make_row("th", head, alignments), 1)
    if rows:
        tokens += _wrap("tbody", [token for row in rows for token in _make_row("td", row, alignments)], 1)
    return _wrap("table", tokens)


def _make_row(tag: str, cells: list[str], alignments: list[str | None]) -> list[Token]:
    tokens: list[Token] = []
    for content, alignment in zip(cells, alignments, strict=True):
        style = f"text-align:{alignment}" if alignment else None
        tokens += _wrap(tag, [_read_inline(content, 4)[0]], 3, "style", style)
    return _wrap("tr", tokens, 2)


@lru_cache(maxsize=1024)  # most cells and headings come again in the next document
def _read_inline(content: str, level: int) -> tuple[Token, str | None]:
    """Return the token of the text of a block, and the role that the text gives it."""
    children = read_inline(content)
    role = role_of(children)
    inline = Token("inline", "", 0, level=level, children=settle_inline(children), block=True)
    inline.content = plain(inline)
    return inline, role


def _wrap(tag: str, tokens: list[Token], level: int = 0, fact: str = "", value: Any = None) -> list[Token]:
    opening, closing = _make_edges(tag, level, fact, value)
    return [opening, *tokens, closing]


@lru_cache(maxsize=1024)  # nobody changes a token, so one stands for all that are alike
def _make_edges(tag: str, level: int, fact: str, value: Any) -> tuple[Token, Token]:
    """Return the tokens around those of a block; a fact about it whose value is None is not told."""
    name = _NAMES.get(tag, tag)
    hidden = tag == "p" and level > 0  # a plain list is tight
    opening = Token(f"{name}_open", tag, 1, level=level, block=True, hidden=hidden)
    if fact == "info":
        opening.info = value
    elif value is not None:
        (opening.meta if fact == "role" else opening.attrs)[fact] = value
    return opening, Token(f"{name}_close", tag, -1, level=level, block=True, hidden=hidden)


_NAMES = {
    "p": "paragraph",
    "li": "list_item",
    "ul": "bullet_list",
    "ol": "ordered_list",
    **dict.fromkeys(("h1", "h2", "h3", "h4"), "heading"),
}
"""What markdown-it calls the tokens of a tag, when not by its own name."""

_READERS: dict[str, Callable[[str], list[Token]]] = {
    "paragraph": _read_paragraph,
    "heading": _read_heading,
    "list": _read_list,
    "table": _read_table,
    "other": lambda _text: [],
}
"""Readers of plain pieces; one returns no tokens when all rules are needed, as when something in it is empty."""
