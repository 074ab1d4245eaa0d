"""Looks for the values with which a document says what a Word file says: each is tried by making the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from markdown_it.token import Token

from vacaturegen.model.base import fold
from vacaturegen.reading import Control
from vacaturegen.returning.candidates import candidates
from vacaturegen.returning.draft import Bar, Draft, Edit, old_text
from vacaturegen.returning.filling import fill_in
from vacaturegen.returning.halves import half_changes
from vacaturegen.returning.holding import Held, hold, is_nearer, with_plain_spaces
from vacaturegen.returning.items import items_for
from vacaturegen.returning.touched import Touched, Value, read, touched_values
from vacaturegen.returning.workbench import Workbench, make

TRIED = 24
"""How many candidates of one value are tried: each takes the time of making the document."""
FEW = 3
"""The words of an item that is one of a row in a sentence, such as “ervaring, opleiding en leeftijd”."""
ROUNDS = 100
"""How often the search goes on after something was right; each time it takes the time of tracing the document."""


def search(bench: Workbench, word: Sequence[Token], controls: Sequence[Control] = ()) -> Draft:
    """Return what was found of the values with which a document says what the text of a Word file says.

    Raises InputError when the document cannot be made.
    """
    made, word = make(bench, bench.texts), with_plain_spaces(word)
    begun = hold(made.tokens, word)
    barred: set[Bar] = set()
    while True:
        found = Draft(bench, word, bench.texts, made, begun, made, barred=barred)
        look(found, controls)
        halves = set(half_changes(found, begun))
        if halves <= barred:
            return found
        barred = barred | halves


def look(found: Draft, controls: Sequence[Control]) -> None:
    """Try values, fields that were filled in, and items of lists, until nothing helps any more."""
    if found.held.size:
        fill_in(found, controls)
    ways: tuple[Callable[[Draft], bool], ...] = (set_values, change_items)
    for _round in range(ROUNDS):
        done = bool(found.held.size) and next((way for way in ways if way(found)), None)
        if not done:
            break
        ways = (done, *(way for way in ways if way is not done))  # what helped may help once more


def set_values(found: Draft) -> bool:
    """Try the values behind what differs, and tell whether any was right."""
    before = len(found.edits)
    for touched in touched_values(read(found.made, found.word)):
        set_value_of(found, touched)
    return len(found.edits) > before


def set_value_of(found: Draft, touched: Touched) -> None:
    """Try what a value can have become."""
    value = touched.value
    number = 0
    for said, reads in candidates(value.written, value.field, touched.was, touched.ways):
        key = value.file, value.written, touched.new, said, reads
        if key in found.tried or is_list_in_item(value, said):
            continue
        found.tried.add(key)
        edit = Edit("set", value.file, value.path, value.field, value.written, said)
        if found.attempt(edit, partial(is_right, touched.new, reads)):
            return
        number += 1
        if number == TRIED:
            return


def is_list_in_item(value: Value, said: str) -> bool:
    """Tell whether an item of a few words would become a list of its own: then it is an item that came."""
    few = isinstance(value.path[-1], int) and len(value.written.split()) <= FEW
    return few and said.count(",") > value.written.count(",")


def is_right(new: int | None, reads: str, held: Held, before: Held) -> bool:
    """Tell whether less differs than before, and a text of the Word file is now one in which a value reads so."""
    text = next((old_text(pair) for pair in held.pairs if pair.new == new is not None), "")
    return is_nearer(held, before) and (new is None or fold(reads).casefold() in fold(text).casefold())


def change_items(found: Draft) -> bool:
    """Try the items of lists that came or went, and tell whether one was right; paths are others then."""
    for kind, value, path, said in items_for(read(found.made, found.word)):
        key = value.file, value.written, path[:-1], kind, said
        if key in found.tried:
            continue
        found.tried.add(key)
        if found.attempt(Edit(kind, value.file, path, value.field, value.written, said)):
            return True
    return False
