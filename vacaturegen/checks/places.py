"""Where in a file the words of a finding stand: the very words where they can be found, else the value they are in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from vacaturegen.checks.rule import Hit
from vacaturegen.profiles import Loaded
from vacaturegen.profiles.validation import locate, steps
from vacaturegen.sources import Node, Source
from vacaturegen.sources.spans import LINE_END, Span, spans_of


class Place(NamedTuple):
    """Words in a file: where they begin and end, lines and columns from 1; line 0 stands for the file as a whole."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class FileSpans:
    """The values of one file by where they begin."""

    def __init__(self, source: Source) -> None:
        self.text = "\n".join(source.lines)
        self.starts = [0, *(found.end() for found in LINE_END.finditer(self.text))]
        self.ends = {span.start: span.end for span in all_spans(spans_of(self.text))}

    def offset(self, line: int, column: int) -> int:
        """Return the place in the text of a line and column."""
        return self.starts[line - 1] + column - 1

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of a place in the text."""
        line = self.text.count("\n", 0, offset)
        return line + 1, offset - self.starts[line] + 1


@lru_cache(maxsize=64)
def spans_in(source: Source) -> FileSpans:
    """Return the spans of a file; of what checks find there is often more in the same one."""
    return FileSpans(source)


def all_spans(span: Span) -> Iterator[Span]:
    """Yield a value and all within it."""
    yield span
    below = span.value.values() if isinstance(span.value, dict) else span.value if isinstance(span.value, list) else ()
    for child in below:
        yield from all_spans(child)


def place_of(loaded: Loaded, hit: Hit, value: str = "") -> Place:
    """Return where the words of a hit stand; `value` is the text that they were found in."""
    node = locate(loaded.node, steps(hit.field)) if hit.field else loaded.node
    return place_in(node, hit, value)


def place_in(node: Node, hit: Hit, value: str) -> Place:
    """Return where the words of a hit stand, whose value this is."""
    line, column = (node.key_line, node.key_column) if hit.at_key else (node.line, node.column)
    path = node.source.path
    if not line or not node.source.lines:
        return Place(path, 0, 0, 0, 0)
    if hit.text and not hit.at_key and isinstance(node.value, str) and (found := find_words(node, hit, value)):
        return Place(path, *found)
    return Place(path, line, column, line, column)


def find_words(node: Node, hit: Hit, value: str) -> tuple[int, int, int, int] | None:
    """Return where the words begin and end: in the source the same time after time as in the value."""
    spans = spans_in(node.source)
    start = spans.offset(node.line, node.column)
    end = spans.ends.get(start)
    if end is None:
        return None
    nth = value.count(hit.text, 0, hit.at)
    cut = " " in hit.text and "\n" in spans.text[start:end]  # then a line can end between two of the words
    found = (nth_over_lines if cut else nth_of)(spans.text, hit.text, start, end, nth)
    return None if found is None else (*spans.place(found[0]), *spans.place(found[1]))


def nth_of(text: str, words: str, start: int, end: int, nth: int) -> tuple[int, int] | None:
    """Return where words stand in a part of a text for the nth time (from 0), when no line cuts any of them."""
    at = text.find(words, start, end)
    for _time in range(nth):
        if at < 0:
            return None
        at = text.find(words, at + len(words), end)
    return None if at < 0 else (at, at + len(words))


def nth_over_lines(text: str, words: str, start: int, end: int, nth: int) -> tuple[int, int] | None:
    """Return the same for words that the lines of a file cut."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    found = next(islice(pattern.finditer(text, start, end), nth, None), None)
    return None if found is None else found.span()
