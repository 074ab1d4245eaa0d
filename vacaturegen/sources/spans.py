"""Where each key and value of a YAML text begins and ends, for who changes a text without writing it anew.

The text is one that `read_yaml` has read: a plain mapping, with nothing in it that is refused there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yaml import CBaseLoader, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

LINE_END = re.compile(r"\r\n|\r|\n")
TO_COLON = re.compile(r"(?:\s|#[^\r\n]*)*:")


@dataclass(frozen=True, slots=True)
class Span:
    """A value and its place in the text: `start` up to `end`, which are the same for what was left empty.

    `key` is where its key begins and `colon` the place behind the colon (both `start` for what has no key); `flow`
    tells whether it stands between brackets.
    """

    value: str | list[Span] | dict[str, Span]
    start: int
    end: int
    key: int
    colon: int
    flow: bool


def spans_of(text: str) -> Span:
    """Return the mapping that a text holds, each value with its place."""
    return SpanBuilder(text).root()


class SpanBuilder:
    """Builds the spans of one text from parser events."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *(found.end() for found in LINE_END.finditer(text))]
        self.next: Callable[[], Any] = CBaseLoader(text).get_event

    def at(self, mark: Any) -> int:
        """Return the place in the text of a parser's mark; the parser counts lines and columns as we do."""
        return min(self.lines[mark.line] + int(mark.column), len(self.text)) if mark.line < len(self.lines) else -1

    def root(self) -> Span:
        """Return the mapping of the file."""
        self.next()
        self.next()
        return self.span(self.next(), None, False)

    def span(self, event: Any, key: Any, flow: bool) -> Span:
        """Return the value that begins with `event`, reading on to its end; `key` is the event of its key."""
        start = self.at(event.start_mark)
        begin = colon = start
        if key is not None:
            begin, behind = self.at(key.start_mark), TO_COLON.match(self.text, self.at(key.end_mark))
            colon = behind.end() if behind else start
        value: str | list[Span] | dict[str, Span]
        if event.__class__ is ScalarEvent:
            end = self.at(event.end_mark)
            if not event.style and not event.value:  # its mark may lie behind a comment
                start = end = colon if key is not None else start
            value = event.value
            return Span(value, start, start + len(self.text[start:end].rstrip()), begin, colon, flow)
        inside = bool(event.flow_style)
        value, last = self.mapping(inside) if event.__class__ is MappingStartEvent else self.items(inside)
        children = value.values() if isinstance(value, dict) else value
        end = self.at(last.end_mark) if inside else max(child.end for child in children)
        return Span(value, start, end, begin, colon, flow)

    def mapping(self, flow: bool) -> tuple[dict[str, Span], Any]:
        """Return the values of a mapping by their keys, and the event of its end."""
        found: dict[str, Span] = {}
        while (key := self.next()).__class__ is not MappingEndEvent:
            found[key.value] = self.span(self.next(), key, flow)
        return found, key

    def items(self, flow: bool) -> tuple[list[Span], Any]:
        """Return the items of a list, and the event of its end."""
        found: list[Span] = []
        while (event := self.next()).__class__ is not SequenceEndEvent:
            found.append(self.span(event, None, flow))
        return found, event
