"""Which values stand behind what somebody changed in a document, and how each of them reads there now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.comparing.aligning import steps as steps_between
from vacaturegen.comparing.merging import DEL, INS, Part
from vacaturegen.comparing.pairs import Pair
from vacaturegen.comparing.words import Atom, text_of
from vacaturegen.profiles.validation import locate, steps
from vacaturegen.returning.candidates import Change
from vacaturegen.returning.holding import HARD, Held, hold
from vacaturegen.returning.workbench import Made
from vacaturegen.sources import Node
from vacaturegen.sources.editing import Path, texts_in
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
            (name, *place_of(node)): path for name, tree in made.trees.items() for path, node in texts_in(tree)
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


class Reading(NamedTuple):
    """A document held against a Word file, with where all of it came from, and its values."""

    held: Held
    traced: Traced
    values: Values


def read(made: Made, word: Sequence[Token]) -> Reading:
    """Return a document held against the text of a Word file. Raises InputError when a template is at fault."""
    return Reading(hold(made.traced.tokens, word), made.traced, Values(made))


def touched_values(reading: Reading) -> Iterator[Touched]:
    """Yield the values behind what differs, but in the texts that only tell what is open."""
    held, traced, values = reading
    told = values.made.bench.told_open
    for pair in held.pairs:
        if pair.differs and pair.old is not None and traced.tokens[pair.old].content not in told:
            text = HARD.sub(" ", traced.tokens[pair.old].content)
            yield from touched_in(pair, text, traced.spans[pair.old], values)


def touched_in(pair: Pair, text: str, spans: Sequence[Span], values: Values) -> Iterator[Touched]:
    """Yield the values of a text of which the words were changed."""
    changes = list(changes_in(pair.parts))
    now = "".join(text_of(part.atoms) for part in pair.parts if part.change != DEL)
    for value, start, end in stretches_in(spans, values):
        near = [change for change in changes if change.start <= end and change.end >= start]
        if near:
            ways = dict.fromkeys(tuple(way) for way in ways_to_see(near, start, end, text, now))
            whole = is_within([change for change in near if change.start < change.end], start, end)
            yield Touched(value, text[start:end], tuple(way for way in ways if way), pair.new, whole)


def changes_in(parts: Sequence[Part]) -> Iterator[Change]:
    """Yield what changed in a text, each as small as it can be, with where it stood in the old one."""
    old, new = ([atom for part in parts if part.change != gone for atom in part.atoms] for gone in (INS, DEL))
    at = [0, *accumulate(len(atom.text) for atom in old)]
    for same, (a, b, c, d) in steps_between([atom.key for atom in old], [atom.key for atom in new]):
        if not same:
            yield Change(at[a], at[b], tuple(new[c:d]))


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
    """Yield the ways to see what changed in a stretch of a text: what came at its edges can belong to it or not.

    With a change that goes on outside the stretch there is only one way: when all around it stayed.
    """
    left = [change for change in changes if change.end <= start and change.start == change.end]
    right = [change for change in changes if change.start >= end and change.start == change.end]
    inside = [change for change in changes if change not in left and change not in right]
    own = [change for change in inside if change.start < end and change.end > start]
    if is_within(own, start, end):
        for some in ([*left, *own, *right], [*own, *right], [*left, *own], own):
            yield [move(change, start) for change in some]
    before, behind = text[:start], text[end:]
    if now.startswith(before) and now.endswith(behind) and len(now) >= len(before) + len(behind):
        said = now[len(before) : len(now) - len(behind)]
        yield [Change(0, end - start, (Atom(said),))]


def is_within(changes: Sequence[Change], start: int, end: int) -> bool:
    """Tell whether changes do not go on outside a stretch."""
    return all(start <= change.start and change.end <= end for change in changes)


def move(change: Change, start: int) -> Change:
    """Return a change with its place from the beginning of a stretch."""
    return change._replace(start=max(change.start - start, 0), end=max(change.end - start, 0))
