"""Looks for the values with which a document says what a Word file says: each is tried by making the document."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from vacaturegen.reading import Control
from vacaturegen.returning.candidates import candidates
from vacaturegen.returning.draft import Draft, Edit
from vacaturegen.returning.filling import fill_in
from vacaturegen.returning.holding import hold
from vacaturegen.returning.items import items_for
from vacaturegen.returning.touched import Touched, Values, touched_values
from vacaturegen.returning.workbench import Workbench, make
from vacaturegen.tracing import trace

TRIED = 24
"""How many candidates of one value are tried: each takes the time of making the document."""
ROUNDS = 40


def search(bench: Workbench, word: Sequence[Token], controls: Sequence[Control] = ()) -> Draft:
    """Return what was found of the values with which a document says what the text of a Word file says.

    Raises InputError when the document cannot be made.
    """
    made = make(bench, bench.texts)
    found = Draft(bench, word, bench.texts, made, hold(made.tokens, word), made)
    if found.held.size:
        fill_in(found, controls)
    for _round in range(ROUNDS):
        if not found.held.size or not (set_values(found) or change_items(found)):
            break
    return found


def set_values(found: Draft) -> bool:
    """Try the values behind what differs, and tell whether any was right."""
    traced = trace(found.made.edition, found.bench.kind, found.bench.library)
    values = Values(found.made)
    before = len(found.edits)
    for touched in touched_values(hold(traced.tokens, found.word), traced, values):
        set_value_of(found, touched)
    return len(found.edits) > before


def set_value_of(found: Draft, touched: Touched) -> None:
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


def change_items(found: Draft) -> bool:
    """Try the items of lists that came or went, and tell whether one was right; paths are others then."""
    traced = trace(found.made.edition, found.bench.kind, found.bench.library)
    values = Values(found.made)
    for kind, value, path, said in items_for(hold(traced.tokens, found.word), traced, values):
        key = value.file, path, kind, said
        if key in found.tried:
            continue
        found.tried.add(key)
        if found.attempt(Edit(kind, value.file, path, value.field, value.written, said)):
            found.tried.clear()
            return True
    return False
