"""Which values stand behind what somebody changed in a document, and how each of them reads there now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vacaturegen.comparing.merging import DEL, INS, Part
from vacaturegen.comparing.pairs import Pair
from vacaturegen.comparing.words import Atom, text_of
from vacaturegen.profiles.validation import locate, steps
from vacaturegen.returning.candidates import Change
from vacaturegen.returning.holding import Held
from vacaturegen.returning.workbench import Made
from vacaturegen.sources import Node
from vacaturegen.sources.editing import Path
from vacaturegen.tracing import Origin, Span, Traced


class Value(NamedTuple):
    """A value that was typed in a file, or left empty: the file, its path in there, the field, and what was typed."""

    file: str
    path: Path
    field: str
    written: str
    line: int
    column: int


class Touched(NamedTuple):
    """A value whose text in one place was changed: how it read, and the ways to see what changed in it.

    `new` is the text of the Word file in which it stands, if it does; `is_whole`: no change goes on into what stands
    beside the value.
    """

    value: Value
    was: str
    ways: tuple[tuple[Change, ...], ...]
    new: int | None
    is_whole: bool


class Values:
    """The values of a document by where they are."""

    def __init__(self, made: Made) -> None:
        self.made = made
        self.paths = {
            (name, *place_of(node)): path for name, tree in made.trees.items() for path, node in texts_in(tree, ())
        }

    def of(self, origin: Origin) -> Value | None:
        """Return the value that an origin is, if it was typed in one of the files or left empty there."""
        if origin.kind not in ("value", "condition") or not origin.field:
            return None
        node = locate(self.made.edition.node, steps(origin.field))
        path = self.paths.get((node.source.path, *place_of(node)))
        if path is None or isinstance(node.value, (dict, list)):
            return None
        return Value(node.source.path, path, origin.field, node.value or "", node.line, node.column)


def place_of(node: Node) -> tuple[int, int, int, int]:
    """Return what tells a value from all others in its file."""
    return node.key_line, node.key_column, node.line, node.column


def texts_in(node: Node, path: Path) -> Iterator[tuple[Path, Node]]:
    """Yield every text of a tree, and what was left empty, with its path."""
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from texts_in(child, (*path, key))
    elif isinstance(node.value, list):
        for index, child in enumerate(node.value):
            yield from texts_in(child, (*path, index))
    else:
        yield path, node


def touched_values(held: Held, traced: Traced, values: Values) -> Iterator[Touched]:
    """Yield the values behind what differs."""
    for pair in held.pairs:
        if pair.differs and pair.old is not None:
            yield from touched_in(pair, traced.tokens[pair.old].content, traced.spans[pair.old], values)


def touched_in(pair: Pair, text: str, spans: Sequence[Span], values: Values) -> Iterator[Touched]:
    """Yield the values of a text of which the words were changed."""
    changes = list(changes_in(pair.parts))
    now = "".join(text_of(part.atoms) for part in pair.parts if part.change != DEL)
    for value, start, end in stretches_in(spans, values):
        near = [change for change in changes if change.start <= end and change.end >= start]
        if near:
            ways = dict.fromkeys(tuple(way) for way in ways_to_see(near, start, end, text, now))
            whole = all(start <= change.start and change.end <= end for change in near if change.start < change.end)
            yield Touched(value, text[start:end], tuple(way for way in ways if way), pair.new, whole)


def changes_in(parts: Sequence[Part]) -> Iterator[Change]:
    """Yield what changed in a text, with where it stood in the old one."""
    at = 0
    index = 0
    while index < len(parts):
        part = parts[index]
        size = len(text_of(part.atoms))
        if part.change == DEL:
            come = parts[index + 1] if index + 1 < len(parts) and parts[index + 1].change == INS else None
            yield Change(at, at + size, come.atoms if come else ())
            index += come is not None
            at += size
        elif part.change == INS:
            yield Change(at, at, part.atoms)
        else:
            at += size
        index += 1


def stretches_in(spans: Sequence[Span], values: Values) -> Iterator[tuple[Value, int, int]]:
    """Yield each value in a text, and from where to where it stands there; once for each time."""
    running: dict[Value, tuple[int, int]] = {}
    for span in spans:
        here = {value for origin in span.origins if origin.kind == "value" and (value := values.of(origin))}
        for value in [one for one in running if one not in here]:
            yield value, *running.pop(value)
        for value in here:
            running[value] = running.get(value, (span.start, 0))[0], span.end
    for value, (start, end) in running.items():
        yield value, start, end


def ways_to_see(changes: Sequence[Change], start: int, end: int, text: str, now: str) -> Iterator[list[Change]]:
    """Yield the ways to see what changed in a stretch of a text: what came at its edges can belong to it or not."""
    left = [change for change in changes if change.end <= start and change.start == change.end]
    right = [change for change in changes if change.start >= end and change.start == change.end]
    inside = [change for change in changes if change not in left and change not in right]
    inside = [change for change in inside if change.start < end and change.end > start]
    own = [clipped(change, start, end) for change in inside]
    for some in ([*left, *own, *right], [*own, *right], [*left, *own], own):
        yield [move(change, start) for change in some]
    before, behind = text[:start], text[end:]
    if now.startswith(before) and now.endswith(behind) and len(now) >= len(before) + len(behind):
        said = now[len(before) : len(now) - len(behind)]
        yield [Change(0, end - start, (Atom(said),))]


def clipped(change: Change, start: int, end: int) -> Change:
    """Return the piece of a change that lies in a stretch; what came is told with all of it."""
    return change._replace(start=max(change.start, start), end=min(change.end, end))


def move(change: Change, start: int) -> Change:
    """Return a change with its place from the beginning of a stretch."""
    return change._replace(start=max(change.start - start, 0), end=max(change.end - start, 0))
