"""Where in a file the words of a finding stand: the very words where they can be followed, else the value they are in.

A value is followed from its first word in the file on: between two words a file may end a line, and quotation marks
double some signs. Of a value with other escapes the words are not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vacaturegen.checks.rule import Hit
from vacaturegen.profiles import Loaded
from vacaturegen.profiles.validation import locate, steps
from vacaturegen.sources import Node

SPACE = re.compile(r"\s*")
BLOCK = ("|", ">")
"""How a value begins whose words stand below it."""
ESCAPES = {"'": {"'": "''"}, '"': {'"': '\\"', "\\": "\\\\"}}
"""How a value can be quoted, and what then is written otherwise than it reads."""


class Place(NamedTuple):
    """Words in a file: where they begin and end, lines and columns from 1; line 0 stands for the file as a whole."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


def place_of(loaded: Loaded, hit: Hit, value: str = "") -> Place:
    """Return where the words of a hit stand; `value` is the text that they were found in, as rules see it."""
    node = locate(loaded.node, steps(hit.field)) if hit.field else loaded.node
    line, column = (node.key_line, node.key_column) if hit.at_key else (node.line, node.column)
    path = node.source.path
    if not line or not node.source.lines:
        return Place(path, 0, 0, 0, 0)
    if hit.text and not hit.at_key and isinstance(node.value, str) and (found := find_words(node, hit, value)):
        return Place(path, *found)
    return Place(path, line, column, line, column)


def find_words(node: Node, hit: Hit, value: str) -> tuple[int, int, int, int] | None:
    """Return where the words of a hit begin and end in the file: the same time after time as in the value."""
    raw = str(node.value)
    at = hit.at if raw == value else nth_of(raw, hit.text, value.count(hit.text, 0, hit.at))
    lines, row, column = node.source.lines, node.line - 1, node.column - 1
    first = lines[row][column : column + 1]
    if first in BLOCK:
        row, column = row + 1, 0
    elif first in ESCAPES:
        column += 1
    written = str.maketrans(ESCAPES.get(first, {}))
    before = follow(lines, row, column, raw[:at].translate(written).split()) if at >= 0 else None
    if before is None:
        return None
    begin = follow(lines, *before, ("",)) if at == 0 or raw[at - 1].isspace() else before
    end = begin and follow(lines, *begin, hit.text.translate(written).split())
    return (begin[0] + 1, begin[1] + 1, end[0] + 1, end[1] + 1) if begin and end else None


def follow(lines: Sequence[str], row: int, column: int, words: Iterable[str]) -> tuple[int, int] | None:
    """Return the row and column (from 0) behind words that follow each other from a place on, or None if they do not.

    An empty word is what leads to the next one.
    """
    for word in words:
        column = skip(lines[row], column)
        while column == len(lines[row]):
            row += 1
            if row == len(lines):
                return None
            column = skip(lines[row], 0)
        if not lines[row].startswith(word, column):
            return None
        column += len(word)
    return row, column


def skip(line: str, column: int) -> int:
    """Return the column of what comes behind the white space at a column."""
    space = SPACE.match(line, column)
    return space.end() if space else column


def nth_of(text: str, words: str, nth: int) -> int:
    """Return where words stand in a text for the nth time (from 0), or -1."""
    at = text.find(words)
    while nth > 0 <= at:
        at, nth = text.find(words, at + len(words)), nth - 1
    return at
