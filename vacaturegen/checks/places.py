"""Where in a file the words of a finding stand: the very words where they can be followed, else the value they are in.

A value in a file has the signs of the text that rules see, in the same order; only white space differs, as lines are
joined. So signs are counted, white space aside, from the first one of the value on. What is written otherwise than it
reads counts as one: an escape, a doubled quotation mark, a place to fill in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from vacaturegen.checks.rule import Hit
from vacaturegen.checks.subject import PLACE
from vacaturegen.model.places import BEGIN, PLACES
from vacaturegen.profiles import Loaded
from vacaturegen.profiles.validation import locate, steps
from vacaturegen.sources import Node

BLOCK = ("|", ">")
"""How a value begins whose words stand below it."""
INK = re.compile(r"\S")
"""A sign that is no white space."""
QUOTED = {
    "'": re.compile(r"''|\S"),
    '"': re.compile(r"\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)|[^\s\\]"),
}
"""How a sign is written in a value, by the mark that quotes it."""
KEPT = 64
"""How many values are remembered: rules look at one after the other, and a value can have many findings."""


class Sign(NamedTuple):
    """A sign of a value, and where in the file it begins and ends: rows and columns from 0."""

    sign: str
    row: int
    column: int
    end_row: int
    end_column: int


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
    """Return where the words of a hit begin and end in the file; `value` is the text that they were found in."""
    said, signs = signs_of(node)
    words = "".join(hit.text.split())
    first = bisect_left(ink_of(value), hit.at)
    if not said.startswith(words, first):  # the model reads this value otherwise than it is written
        first = said.find(words)
    last = first + len(words) - 1
    if not 0 <= first <= last < len(signs):
        return None
    begin, end = signs[first], signs[last]
    row, column = begin.row, begin.column
    if first and hit.text[0].isspace():
        row, column = signs[first - 1].end_row, signs[first - 1].end_column
    return row + 1, column + 1, end.end_row + 1, end.end_column + 1


@lru_cache(maxsize=KEPT)
def signs_of(node: Node) -> tuple[str, Sequence[Sign]]:
    """Return the signs of a value as rules see them, each with its place; none of a value that cannot be followed."""
    raw, lines, row, column = str(node.value), node.source.lines, node.line - 1, node.column - 1
    mark = lines[row][column : column + 1]
    start = (row + 1, 0) if mark in BLOCK else (row, column + (mark in QUOTED))
    ink = ink_of(raw)
    signs = list(islice(signs_from(lines, *start, mark), len(ink)))
    if "".join(sign.sign for sign in signs) != "".join(raw.split()):
        return "", ()
    for found in reversed([*PLACES.finditer(raw)] if BEGIN in raw else []):
        first, behind = (bisect_left(ink, at) for at in found.span())
        signs[first:behind] = [Sign(PLACE, *signs[first][1:3], *signs[behind - 1][3:])]
    return "".join(sign.sign for sign in signs), signs


def signs_from(lines: Sequence[str], row: int, column: int, mark: str) -> Iterator[Sign]:
    """Yield the signs that are written from a place in a file on, as they read between such quotation marks, if any."""
    for number in range(row, len(lines)):
        for found in QUOTED.get(mark, INK).finditer(lines[number], column):
            if sign := read(found[0]).strip():
                yield Sign(sign, number, found.start(), number, found.end())
        column = 0


def read(written: str) -> str:
    """Return how a sign reads that is written like this; nothing for an escape of white space or of no sign."""
    if len(written) == 1 or written == "''":
        return written[0]
    if written[1] in "xuU":
        return chr(int(written[2:], 16))
    return "" if written[1].isalnum() or written[1] == "_" else written[1]


@lru_cache(maxsize=KEPT)
def ink_of(text: str) -> Sequence[int]:
    """Return where the signs of a text stand that are no white space."""
    return [found.start() for found in INK.finditer(text)]
