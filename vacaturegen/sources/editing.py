"""Changes one value of a YAML text, or an item of a list, in the text itself: what else it says stays, to the sign.

A value is tried first in the way it was written, word by word, and then in the other ways; the first with which the
text reads back as is meant counts. So a text that cannot be changed safely is not changed at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from vacaturegen.errors import InputError
from vacaturegen.files import unix
from vacaturegen.sources.spans import LINE_END, Span, spans_of
from vacaturegen.sources.tree import Node, parse_yaml

Path = tuple[str | int, ...]
"""The keys and numbers that lead to a value in a file."""
WORD = re.compile(r"\S+")
HEADER = re.compile(r"[|>][-+0-9]*[^\r\n]*(?:\r\n|\r|\n)")
"""The first line of a text that stands below its key."""
STEP = "  "


def set_value(text: str, path: Path, value: str) -> str | None:
    """Return a YAML text in which one value, which may be empty, says something else; None when that cannot be done."""
    span = find_span(spans_of(text), path)
    if not isinstance(span.value, str):
        return None
    return first_as_meant(text, with_value(text, span, value), lambda tree: put(tree, path, value))


def find_text(text: str, path: Path) -> str | None:
    """Return the value at a path of a YAML text, without the line ends behind it; None when there is no text."""
    try:
        found = found_in(said_by(text), path)
    except (KeyError, IndexError, TypeError):
        return None
    return found if isinstance(found, str) else None


def add_item(text: str, path: Path, value: str) -> str | None:
    """Return a YAML text in which a list has one more item, at the number that its path ends with; None likewise."""
    *home, index = path
    assert isinstance(index, int)
    items = find_span(spans_of(text), tuple(home)).value
    if not isinstance(items, list) or not 0 <= index <= len(items) or not items:
        return None
    made = with_item(text, items, index, value)
    return first_as_meant(text, made, lambda tree: found_in(tree, home).insert(index, value))


def drop_item(text: str, path: Path) -> str | None:
    """Return a YAML text in which an item of a list is gone; None when it is the last one, or cannot be done."""
    *home, index = path
    assert isinstance(index, int)
    items = find_span(spans_of(text), tuple(home)).value
    if not isinstance(items, list) or not 0 <= index < len(items) or len(items) == 1:
        return None
    return first_as_meant(text, without_item(text, items, index), lambda tree: found_in(tree, home).pop(index))


def find_span(span: Span, path: Sequence[str | int]) -> Span:
    """Return the value at a path, with its place. Raises KeyError and IndexError when there is none."""
    for step in path:
        children: Any = span.value
        span = children[step]
    return span


def first_as_meant(text: str, ways: Iterator[str], change: Any) -> str | None:
    """Return the first of several texts that says what the old one says with a change made to it."""
    meant = said_by(text)
    change(meant)
    return next((made for made in ways if said_by(made) == meant), None)


def said_by(text: str) -> Any:
    """Return what a YAML text says, without places; None for one that cannot be read."""
    try:
        return bare(parse_yaml(unix(text), ""))
    except InputError:
        return None


def bare(node: Node) -> Any:
    """Return a tree without places, and its texts without the line ends behind them."""
    if isinstance(node.value, dict):
        return {key: bare(child) for key, child in node.value.items()}
    if isinstance(node.value, list):
        return [bare(child) for child in node.value]
    return "" if node.value is None else str(node.value).rstrip("\n")


def texts_in(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yield every text of a tree, and what was left empty, with its path."""
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from texts_in(child, (*path, key))
    elif isinstance(node.value, list):
        for index, child in enumerate(node.value):
            yield from texts_in(child, (*path, index))
    else:
        yield path, node


def found_in(tree: Any, path: Sequence[str | int]) -> Any:
    """Return what stands at a path in a tree without places."""
    for step in path:
        tree = tree[step]
    return tree


def put(tree: Any, path: Path, value: str) -> None:
    """Set what stands at a path in a tree without places."""
    found_in(tree, path[:-1])[path[-1]] = value.rstrip("\n")


def with_value(text: str, span: Span, value: str) -> Iterator[str]:
    """Yield a text with another value in the place of one, in every way in which it can be written."""
    yield from word_by_word(text, span, value)
    source = text[span.start : span.end]
    space = "" if source else " "  # what was left empty has none in front of it
    for way in written(value, indent_of(text, span), end_of_line(text), flow=span.flow, like=source):
        yield f"{text[: span.start]}{space}{way}{text[span.end :]}"


def written(value: str, indent: str, end: str, *, flow: bool, like: str = "") -> list[str]:
    """Return the ways in which a value can be written; first those that are like what stands there."""
    single, double = "'" + value.replace("'", "''") + "'", json.dumps(value, ensure_ascii=False)
    lines = [f"{indent}{STEP}{line}" if line else "" for line in value.rstrip("\n").split("\n")]
    block = [] if flow else [end.join(["|" if like[:2] != "|-" else "|-", *lines])]
    folded = [end.join([">-", f"{indent}{STEP}{value}"])] if not flow and "\n" not in value else []
    plain = [] if "\n" in value else [value]
    quoted = [] if "\n" in value else [single]
    if like[:1] == "|":
        return [*block, *plain, *quoted, double]
    if like[:1] == ">":
        return [*folded, *block, *plain, *quoted, double]
    if like[:1] == '"':
        return [double, *quoted, *block]
    if like[:1] == "'":
        return [*quoted, double, *block]
    return [*plain, *quoted, *block, double]


def word_by_word(text: str, span: Span, value: str) -> Iterator[str]:
    """Yield a text in which only the words of a value that differ are others, where its words stand so in the text."""
    header = HEADER.match(text, span.start, span.end)
    quoted = text[span.start : span.start + 1] in ("'", '"')
    begin = header.end() if header else span.start + quoted
    there = list(WORD.finditer(text, begin, span.end - quoted))
    old, new = str(span.value).split(), list(WORD.finditer(value))
    if not old or not new or [found[0] for found in there] != old:
        return
    indent = text[: there[0].start()].rpartition("\n")[2] if header else ""
    parts, at = [], 0
    for tag, a, b, c, d in SequenceMatcher(None, old, [found[0] for found in new], autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        # what came or went takes the space in front of it along, or at the beginning the space behind it
        inside = b > a and d > c
        start = there[a].start() if inside or not a else there[a - 1].end()
        stop = (there[b - 1].end() if a or inside else there[b].start()) if b > a else start
        first = new[c].start() if inside or not c else new[c - 1].end()
        last = (new[d - 1].end() if c or inside else new[d].start()) if d > c else first
        said = re.sub(r"\n(?=[^\n])", f"\n{indent}", value[first:last]).replace("\n", end_of_line(text))
        parts += [text[at:start], said]
        at = stop
    yield "".join([*parts, text[at:]])


def with_item(text: str, items: Sequence[Span], index: int, value: str) -> Iterator[str]:
    """Yield a text with one more item in a list, in every way in which it can be written."""
    before = items[index - 1] if index else items[0]
    if before.flow:
        at = before.end if index else before.start
        for way in written(value, "", "", flow=True):
            yield text[:at] + (f", {way}" if index else f"{way}, ") + text[at:]
        return
    line, indent = line_of(text, before.start)
    end = end_of_line(text)
    at = line_end(text, before.end) if index else line
    open_end = "" if not index or text[:at].endswith(("\n", "\r")) else end
    for way in written(value, indent, end, flow=False):
        yield f"{text[:at]}{open_end}{indent}- {way}{end if not open_end else ''}{text[at:]}"


def without_item(text: str, items: Sequence[Span], index: int) -> Iterator[str]:
    """Yield a text with one item of a list less."""
    item = items[index]
    if item.flow:
        start, stop = (items[index - 1].end, item.end) if index else (item.start, items[1].start)
    else:
        start, stop = line_of(text, item.start)[0], line_end(text, item.end)
    yield text[:start] + text[stop:]


def line_of(text: str, at: int) -> tuple[int, str]:
    """Return where the line of an item begins, and what stands before its dash; the dash may stand on a line above."""
    dash = text.rfind("-", 0, at)
    start = max(text.rfind("\n", 0, dash), text.rfind("\r", 0, dash)) + 1
    return start, text[start:dash]


def line_end(text: str, at: int) -> int:
    """Return where the next line begins."""
    found = LINE_END.search(text, at)
    return found.end() if found else len(text)


def indent_of(text: str, span: Span) -> str:
    """Return the space that stands before the key of a value, dashes counted; of an item before its dash."""
    start = max(text.rfind("\n", 0, span.key), text.rfind("\r", 0, span.key)) + 1
    before = text[start : span.key]
    has_key = span.colon != span.key
    return " " * len(before) if has_key else before[: len(before) - len(before.lstrip(" "))]


def end_of_line(text: str) -> str:
    """Return how the lines of a text end."""
    found = LINE_END.search(text)
    return found[0] if found else "\n"
