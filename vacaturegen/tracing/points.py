"""Markdown whose every character has a shade -> the tokens of it, and of each inline token which stretch has which.

Marks that say "from here on" are put into the text where no Markdown is broken by them, and are taken out of the tokens
again. A piece that reads otherwise with them all the same is read without, and has the shades of the whole piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.markdown import mark, plain
from vacaturegen.markdown.normal_form import join_texts
from vacaturegen.markdown.pieces import read_piece, split_pieces

POINT = "src"
"""The kind of mark from which on a text has a shade."""
CLOSED = (
    # what begins a block at the start of a line
    re.compile(r"^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t])|\|))++", re.MULTILINE),
    re.compile(r"^[ \t>]*\|[ \t:|-]*$", re.MULTILINE),  # the line of a table below its heads
    re.compile(r"(?<=\])\((?:<[^<>\n]*>|[^()\s]*)\)"),  # the address of a link
    re.compile("\x01[a-z]+:[0-9a-f]*\x02|\x03"),  # another mark: a role has to stand in front
    re.compile(r"(?<=\\)(?<!\\\\)."),  # what is escaped
    re.compile(r"(?<=\*)\*|(?<=_)_"),  # the rest of a delimiter
    re.compile(r"\s"),  # what is folded away, with the point's own place
)
"""Before which characters no point can stand."""


class Stretch(NamedTuple):
    """A stretch of visible text, from `start` up to `end`, and the shades that it has."""

    start: int
    end: int
    shades: str


def read(text: str, shades: str) -> Iterator[tuple[Token, tuple[Stretch, ...]]]:
    """Yield the tokens that `parse` returns of a text, each an object of its own, with the stretches of inline ones."""
    at = 0
    for kind, piece in split_pieces(text):
        own = []
        for sign in piece:
            while text[at] != sign:  # white space on a blank line is no part of a piece
                at += 1
            own.append(shades[at])
            at += 1
        yield from read_shaded(kind, piece, "".join(own))


def read_shaded(kind: str, text: str, shades: str) -> Iterator[tuple[Token, tuple[Stretch, ...]]]:
    """Yield the tokens of a piece as `read` does."""
    expected = read_piece(kind, text)
    pointed = read_piece("other", with_points(text, shades))
    code = ""
    found = []
    for token in pointed:
        stretches, code = stretches_of(token, code) if token.children else ((), code)
        children = token.children and join_texts([child for child in token.children if not is_point(child)])
        found.append((token.copy(children=children), stretches))
    if [token for token, _stretches in found] == expected:
        yield from found
        return
    whole = "".join(dict.fromkeys(shades))
    for token in expected:
        ends = (Stretch(0, len(token.content), whole),) if token.type == "inline" else ()
        yield token.copy(), ends


def with_points(text: str, shades: str) -> str:
    """Return a piece with a point at each line's beginning and where its shade becomes another one."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    changes = [index for index, (before, after) in enumerate(pairwise(shades), 1) if before != after]
    closed = {at for pattern in CLOSED for found in pattern.finditer(text) for at in range(*found.span())}
    points = sorted({put(index, closed) for index in (*starts, *changes)} - {len(text)})
    parts = [0, *points, len(text)]
    return "".join(
        (mark(POINT, f"{ord(shades[first]):x}", "") if first in points else "") + text[first:last]
        for first, last in pairwise(parts)
    )


def put(at: int, closed: set[int]) -> int:
    """Return the first place from one on where a point breaks nothing."""
    while at in closed:
        at += 1
    return at


def is_point(token: Token) -> bool:
    """Tell whether a token opens or closes a point."""
    return token.tag == "mark" and token.meta.get("kind") == POINT


def stretches_of(inline: Token, code: str) -> tuple[tuple[Stretch, ...], str]:
    """Return the stretches of an inline token that begins with the last shade of the one before, and its own last."""
    found: list[Stretch] = []
    at = 0
    for child in inline.children or ():
        if is_point(child) and child.nesting > 0:
            code = chr(int(child.meta["value"], 16))
        elif text := (" " if child.type == "hardbreak" else child.content):
            if found and found[-1].shades == code:
                found[-1] = found[-1]._replace(end=at + len(text))
            else:
                found.append(Stretch(at, at + len(text), code))
            at += len(text)
    assert at == len(plain(inline))
    return tuple(found), code
