"""Items and paragraphs that came or went: in which list of which file they would have to come or go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from vacaturegen.comparing.merging import INS
from vacaturegen.comparing.pairs import Pair
from vacaturegen.returning.candidates import as_marked, as_typed
from vacaturegen.returning.holding import Held
from vacaturegen.returning.touched import Value, Values
from vacaturegen.sources.editing import Path
from vacaturegen.tracing import Traced

Proposal = tuple[str, Value, Path, str]
"""What to do (set, add or drop), beside or at which value, at which path, and the text."""


def items_for(held: Held, traced: Traced, values: Values, word: Sequence[Token]) -> Iterator[Proposal]:
    """Yield what can be proposed for texts that came or went as a whole, those that went first."""
    for pair in held.pairs:
        if pair.new is None and pair.old is not None:
            for value in values_at(pair, traced, values):
                yield from dropped(value)
    for index, pair in enumerate(held.pairs):
        if pair.old is None and pair.new is not None:
            yield from come(held.pairs, index, traced, values)


def values_at(pair: Pair | None, traced: Traced, values: Values) -> list[Value]:
    """Return the values behind a text, the one with most of it first."""
    if pair is None or pair.old is None:
        return []
    sizes: dict[Value, int] = {}
    for span in traced.spans[pair.old]:
        for origin in span.origins:
            if origin.kind == "value" and (value := values.of(origin)):
                sizes[value] = sizes.get(value, 0) + span.end - span.start
    return sorted(sizes, key=lambda value: -sizes[value])


def dropped(value: Value) -> Iterator[Proposal]:
    """Yield the item of a list that a value is, or belongs to, as one to drop."""
    for length in range(len(value.path), 0, -1):
        if isinstance(value.path[length - 1], int):
            yield "drop", value, value.path[:length], ""


def come(pairs: Sequence[Pair], index: int, traced: Traced, values: Values) -> Iterator[Proposal]:
    """Yield where a text that came can stand: behind what stands before it, or before what stands behind it."""
    pair = pairs[index]
    texts = list(dict.fromkeys(form(atoms_of(pair)).strip() for form in (as_typed, as_marked)))
    before = next((one for one in reversed(pairs[:index]) if one.old is not None), None)
    behind = next((one for one in pairs[index + 1 :] if one.old is not None), None)
    for neighbour, step in ((before, 1), (behind, 0)):
        for value in values_at(neighbour, traced, values):
            for text in texts:
                yield from beside(value, text, step)


def atoms_of(pair: Pair) -> tuple:
    """Return the pieces of a text that came, without the mark that says so."""
    return tuple(atom for part in pair.parts for atom in part.atoms)


def beside(value: Value, text: str, step: int) -> Iterator[Proposal]:
    """Yield a text as an item beside the one that a value is, and as a paragraph of its own within the value."""
    for length in range(len(value.path), 0, -1):
        number = value.path[length - 1]
        if isinstance(number, int):
            for said in dict.fromkeys((text, text.rstrip(".;,"), text[:1].lower() + text[1:])):
                yield "add", value, (*value.path[: length - 1], number + step), said
    if value.written:
        parts = (value.written.rstrip("\n"), text) if step else (text, value.written)
        yield "set", value, value.path, "\n\n".join(parts)
