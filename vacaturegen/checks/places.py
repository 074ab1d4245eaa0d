"""Where in a file the words of a finding stand: the very words where they can be followed, else the value they are in.

A value in a file has the signs of the text that rules see, in the same order; only white space differs, as lines are
joined. So signs are counted, white space aside, from the first one of the value on. What is written otherwise than it
reads counts as one: an escape, a doubled quotation mark, a place to fill in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from vacaturegen.checks.rule import Hit
from vacaturegen.checks.subject import PLACE
from vacaturegen.model.places import BEGIN, PLACES
from vacaturegen.profiles import Loaded
from vacaturegen.profiles.validation import locate, steps
from vacaturegen.sources import Node

BLOCK = ("|", ">")
"""How a value begins whose words stand below it."""
INK = re.compile(r"\S+")
"""Signs that are no white space."""
QUOTED = {
    "'": re.compile(r"''|\S"),
    '"': re.compile(r"\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)|[^\s\\]"),
}
"""How a sign is written in a value, by the mark that quotes it."""
KEPT = 64
"""How many values are remembered: rules look at one after the other, and a value can have many findings."""


class Row(NamedTuple):
    """A line of a value: its number in the file and where it begins, from 0; which sign is its first, and its signs."""

    number: int
    column: int
    begin: int
    signs: str


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
    said, rows, spans = rows_of(node)
    words = inked(hit.text)
    first = len(inked(value[: hit.at]))
    if not said.startswith(words, first):  # the model reads this value otherwise than it is written
        first = said.find(words)
    if not words or first < 0:
        return None
    last = written_at(node, rows, counted(first + len(words) - 1, spans)[1])
    if first and hit.text[0].isspace():
        before = written_at(node, rows, counted(first - 1, spans)[1])
        return before[0] + 1, before[2] + 1, last[0] + 1, last[2] + 1
    begin = written_at(node, rows, counted(first, spans)[0])
    return begin[0] + 1, begin[1] + 1, last[0] + 1, last[2] + 1


def inked(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


@lru_cache(maxsize=KEPT)
def rows_of(node: Node) -> tuple[str, Sequence[Row], Sequence[tuple[int, int]]]:
    """Return a value's signs as rules see them, its lines, and which signs are places to fill in: one each to rules.

    Of a value that cannot be followed there are none.
    """
    raw, lines, number, column = str(node.value), node.source.lines, node.line - 1, node.column - 1
    mark = mark_of(node)
    number, column = (number + 1, 0) if mark in BLOCK else (number, column + (mark in QUOTED))
    said, rows, begin = inked(raw), list[Row](), 0
    while begin < len(said) and number < len(lines):
        line = lines[number]
        signs = "".join(sign for sign, *_at in signs_in(line, column, mark)) if mark in QUOTED else inked(line[column:])
        rows.append(Row(number, column, begin, signs))
        begin, number, column = begin + len(signs), number + 1, 0
    if not "".join(row.signs for row in rows).startswith(said):
        return "", (), ()
    found = PLACES.finditer(raw) if BEGIN in raw else ()
    spans = [(len(inked(raw[: one.start()])), len(inked(raw[: one.end()]))) for one in found]
    for first, behind in reversed(spans):
        said = f"{said[:first]}{PLACE}{said[behind:]}"
    return said, rows, spans


def counted(index: int, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return which signs of the file, from the first to the last, are one sign as rules count them."""
    for first, behind in spans:
        if index == first:
            return first, behind - 1
        if index < first:
            break
        index += behind - first - 1
    return index, index


def written_at(node: Node, rows: Sequence[Row], index: int) -> tuple[int, int, int]:
    """Return the row of a sign in the file, and the columns where it begins and ends, from 0."""
    row = rows[bisect_right(rows, index, key=attrgetter("begin")) - 1]
    line, left = node.source.lines[row.number], index - row.begin
    if (mark := mark_of(node)) in QUOTED:
        _sign, start, end = next(islice(signs_in(line, row.column, mark), left, None))
        return row.number, start, end
    words = INK.finditer(line, row.column)
    word = next(words)
    while left >= len(word[0]):
        left, word = left - len(word[0]), next(words)
    return row.number, word.start() + left, word.start() + left + 1


def mark_of(node: Node) -> str:
    """Return the first sign of a value, which tells how it is written."""
    return node.source.lines[node.line - 1][node.column - 1 : node.column]


def signs_in(line: str, column: int, mark: str) -> Iterator[tuple[str, int, int]]:
    """Yield the signs that are written in a line of a quoted value from a column on: where each begins and ends."""
    for found in QUOTED[mark].finditer(line, column):
        if sign := read(found[0]).strip():
            yield sign, found.start(), found.end()


def read(written: str) -> str:
    """Return how a sign reads that is written like this; nothing for an escape of white space or of no sign."""
    if len(written) == 1 or written == "''":
        return written[0]
    if written[1] in "xuU":
        return chr(int(written[2:], 16))
    return "" if written[1].isalnum() or written[1] == "_" else written[1]
