"""Items and paragraphs that came or went: in which list of which file they would have to come or go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from vacaturegen.comparing.merging import DEL, INS
from vacaturegen.comparing.pairs import Pair
from vacaturegen.comparing.words import Atom, text_of
from vacaturegen.dutch import sentences
from vacaturegen.model.base import PARAGRAPH_END
from vacaturegen.returning.candidates import SENTENCE_LINE, as_marked, as_others, as_typed
from vacaturegen.returning.holding import Held
from vacaturegen.returning.touched import Reading, Value, Values
from vacaturegen.sources.editing import Path
from vacaturegen.tracing import Traced

ROW = re.compile(r",\s+|\s+(?:en|of)\s+|(?<!\w)(?:en|of)\s+")
"""What stands between the items of a row in a sentence."""
Proposal = tuple[str, Value, Path, str]
"""What to do (set, add or drop), beside or at which value, at which path, and the text."""


def items_for(reading: Reading) -> Iterator[Proposal]:
    """Yield what can be proposed for texts that came or went as a whole.

    First those that can have come in the place of others, then the paragraphs of a text, then what went and what came.
    """
    held, traced, values = reading
    for one, other in pairwise(held.pairs):
        if one.new is None and other.old is None:
            for value in values_at(one, traced, values)[:1]:
                for text in texts_of(other):
                    yield "set", value, value.path, as_others(text, value.written)
    yield from paragraphs_for(held, traced, values)
    for pair in held.pairs:
        if pair.differs and pair.old is not None and pair.new is not None:
            yield from in_row(pair, traced, values)
    for pair in held.pairs:
        if pair.new is None and pair.old is not None:
            for value in values_at(pair, traced, values):
                yield from dropped(value)
    for index, pair in enumerate(held.pairs):
        if pair.old is None and pair.new is not None:
            yield from come(held.pairs, index, traced, values)


def in_row(pair: Pair, traced: Traced, values: Values) -> Iterator[Proposal]:
    """Yield the words of a row in a sentence that came or went, as items of the list that the row is."""
    here = [value for value in values_at(pair, traced, values) if isinstance(value.path[-1], int)]
    for change in (DEL, INS):
        for part in pair.parts:
            for words in ROW.split(text_of(part.atoms)) if part.change == change else ():
                for value in here if words.strip() else ():
                    if change == INS:
                        home = value._replace(field=shortened(value, len(value.path) - 1))
                        *list_, index = value.path
                        assert isinstance(index, int)
                        yield from (("add", home, (*list_, number), words.strip()) for number in (index + 1, index))
                    elif value.written.strip() == words.strip():
                        yield "drop", value, value.path, ""


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
            yield "drop", value._replace(field=shortened(value, length)), value.path[:length], ""


def shortened(value: Value, length: int) -> str:
    """Return the field of the part that so many steps of a value's path lead to."""
    steps = value.field.split(".")
    return ".".join(steps[: len(steps) - len(value.path) + length])


def come(pairs: Sequence[Pair], index: int, traced: Traced, values: Values) -> Iterator[Proposal]:
    """Yield where a text that came can stand: behind what stands before it, or before what stands behind it."""
    pair = pairs[index]
    texts = texts_of(pair)
    before = next((one for one in reversed(pairs[:index]) if one.old is not None), None)
    behind = next((one for one in pairs[index + 1 :] if one.old is not None), None)
    for neighbour, step in ((before, 1), (behind, 0)):
        for value in values_at(neighbour, traced, values):
            for text in texts:
                yield from beside(value, text, step)


def texts_of(pair: Pair) -> list[str]:
    """Return what can be typed for a text that came, or for what it says now."""
    return list(dict.fromkeys(form(atoms_of(pair)).strip() for form in (as_typed, as_marked)))


def paragraphs_for(held: Held, traced: Traced, values: Values) -> Iterator[Proposal]:
    """Yield texts of several paragraphs as the Word file has them: split, joined, come, gone or in another order.

    What came just before or behind such a text can belong to it or not.
    """
    homes = [values_at(pair, traced, values)[:1] for pair in held.pairs]
    for value in dict.fromkeys(value for home in homes for value in home):
        own = [index for index, home in enumerate(homes) if home == [value]]
        first, last = own[0], own[-1]
        while first and held.pairs[first - 1].old is None:
            first -= 1
        while last + 1 < len(homes) and held.pairs[last + 1].old is None:
            last += 1
        for begin, end in dict.fromkeys(product((first, own[0]), (last, own[-1]))):
            region = held.pairs[begin : end + 1]
            if any(pair.old is None or pair.new is None for pair in region):
                for form in (0, -1):
                    said = dict.fromkeys(as_paragraphs(region, value, form))
                    yield "set", value, value.path, "\n\n".join(said)


def as_paragraphs(region: Sequence[Pair], value: Value, form: int) -> Iterator[str]:
    """Yield the paragraphs of a value as they can be typed: what stayed as it was."""
    written = [part.strip("\n") for part in PARAGRAPH_END.split(value.written.strip())]
    own = [pair for pair in region if pair.old is not None]
    as_they_were = dict(zip(map(id, own), written, strict=True)) if len(own) == len(written) else {}
    for pair in region:
        if pair.new is not None:
            text = as_they_were.get(id(pair), "") if not pair.differs else ""
            yield text or on_lines(pair, value, form)


def on_lines(pair: Pair, value: Value, form: int) -> str:
    """Return a paragraph as it can be typed: where each sentence of the text has a line of its own, likewise."""
    text = texts_of(pair)[form]
    return "\n".join(filter(None, sentences(text))) if SENTENCE_LINE.search(value.written) else text


def atoms_of(pair: Pair) -> tuple[Atom, ...]:
    """Return the pieces that a text has now."""
    return tuple(atom for part in pair.parts if part.change != DEL for atom in part.atoms)


def beside(value: Value, text: str, step: int) -> Iterator[Proposal]:
    """Yield a text as an item beside the one that a value is, and as a paragraph of its own within the value."""
    for length in range(len(value.path), 0, -1):
        number = value.path[length - 1]
        if isinstance(number, int):
            home = value._replace(field=shortened(value, length - 1))
            for said in dict.fromkeys((as_others(text, value.written), text, text.rstrip(".;,"))):
                yield "add", home, (*value.path[: length - 1], number + step), said
    if value.written:
        parts = (value.written.rstrip("\n"), text) if step else (text, value.written)
        yield "set", value, value.path, "\n\n".join(parts)
