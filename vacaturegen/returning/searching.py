"""Looks for the values with which a document says what a Word file says: each is tried by making the document with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.errors import InputError
from vacaturegen.returning.candidates import candidates
from vacaturegen.returning.holding import Held, Key, added, hold, is_nearer
from vacaturegen.returning.items import items_for
from vacaturegen.returning.touched import Touched, Values, touched_in
from vacaturegen.returning.workbench import Made, Texts, Workbench, make
from vacaturegen.sources.editing import Path, add_item, drop_item, set_value
from vacaturegen.tracing import Traced, trace

LAY = {"set": set_value, "add": add_item}
TRIED = 24
"""How many candidates of one value are tried: each takes the time of making the document."""
ROUNDS = 40


class Edit(NamedTuple):
    """What is proposed for a file: to set a value, or to add or drop an item of a list.

    `was` is what stood there, or what the item says that goes; `texts` are the texts of the Word file that it is about.
    """

    kind: str
    file: str
    path: Path
    field: str
    was: str
    value: str
    texts: tuple[Key, ...] = ()


@dataclass(slots=True)
class Search:
    """How far the search is: the texts with what was found laid in them, and the document that they give."""

    bench: Workbench
    word: Sequence[Token]
    texts: Texts
    made: Made
    held: Held
    edits: list[Edit] = field(default_factory=list)
    clashes: dict[tuple[str, Path], set[Key]] = field(default_factory=dict)
    """Of a value that was right in one place, the texts of the Word file that say it otherwise."""
    tried: set[tuple[str, Path, str, str]] = field(default_factory=set)

    def attempt(self, edit: Edit) -> bool:
        """Lay an edit when the document then comes nearer to the Word file, and tell whether it did."""
        text = lay(edit, self.texts[edit.file])
        if text is None:
            return False
        texts = {**self.texts, edit.file: text}
        try:
            made = make(self.bench, texts)
        except InputError:
            return False
        held = hold(made.tokens, self.word)
        if not is_nearer(held, self.held):
            if added(self.held, held):  # somewhere it was right
                self.clashes.setdefault((edit.file, edit.path), set()).update(added(held, self.held))
            return False
        done = tuple(key for key, was in self.held.differences.items() if held.differences.get(key, None) != was)
        self.edits.append(edit._replace(texts=done))
        self.texts, self.made, self.held = texts, made, held
        return True


def lay(edit: Edit, text: str) -> str | None:
    """Return a YAML text with an edit in it, or None when that cannot be done."""
    if edit.kind == "drop":
        return drop_item(text, edit.path)
    return LAY[edit.kind](text, edit.path, edit.value)


def search(bench: Workbench, word: Sequence[Token]) -> Search:
    """Return what was found of the values with which a document says what the text of a Word file says.

    Raises InputError when the document cannot be made.
    """
    made = make(bench, bench.texts)
    found = Search(bench, word, bench.texts, made, hold(made.tokens, word))
    for _round in range(ROUNDS):
        if not found.held.size or not (set_values(found) or change_items(found)):
            break
    return found


def set_values(found: Search) -> bool:
    """Try the values behind what differs, and tell whether any was right."""
    traced = trace(found.made.edition, found.bench.kind, found.bench.library)
    values = Values(found.made)
    before = len(found.edits)
    for touched in touched_values(hold(traced.tokens, found.word), traced, values):
        set_value_of(found, touched)
    return len(found.edits) > before


def touched_values(held: Held, traced: Traced, values: Values) -> Iterator[Touched]:
    """Yield the values behind what differs."""
    for pair in held.pairs:
        if pair.differs and pair.old is not None:
            yield from touched_in(pair, traced.tokens[pair.old].content, traced.spans[pair.old], values)


def set_value_of(found: Search, touched: Touched) -> None:
    """Try what a value can have become."""
    value = touched.value
    number = 0
    for said in candidates(value.written, value.field, touched.was, touched.ways):
        key = value.file, value.path, value.written, said
        if key in found.tried:
            continue
        found.tried.add(key)
        if found.attempt(Edit("set", value.file, value.path, value.field, value.written, said)):
            return
        number += 1
        if number == TRIED:
            return


def change_items(found: Search) -> bool:
    """Try the items of lists that came or went, and tell whether one was right; paths are others then."""
    traced = trace(found.made.edition, found.bench.kind, found.bench.library)
    values = Values(found.made)
    for kind, value, path, said in items_for(hold(traced.tokens, found.word), traced, values, found.word):
        key = value.file, path, kind, said
        if key in found.tried:
            continue
        found.tried.add(key)
        if found.attempt(Edit(kind, value.file, path, value.field, value.written, said)):
            found.tried.clear()
            return True
    return False


def texts_of(found: Search) -> Mapping[str, str]:
    """Return the texts with all that was found laid in them."""
    return found.texts
