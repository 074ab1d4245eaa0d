"""From a Word file back to the profile: with what is proposed, the document says what the Word file says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import wordedits
from tests.support import ROOT
from vacaturegen.asking.naming import Named, documents_of
from vacaturegen.profiles import Shelf, load
from vacaturegen.reading import read_word
from vacaturegen.returning.draft import Draft, lay
from vacaturegen.returning.findings import find_changes
from vacaturegen.returning.holding import added, hold
from vacaturegen.returning.putting import edits_of, put
from vacaturegen.returning.remarks import find_remarks
from vacaturegen.returning.searching import search
from vacaturegen.returning.threeway import merge_words
from vacaturegen.returning.workbench import open_workbench

PROFILES = sorted((ROOT / "profiles").glob("*.yaml"))
DOCUMENTS = [(file, one) for file in PROFILES for one in documents_of(load(file, Shelf()))]
SEEDS = range(14)


def word_file(path: str) -> bytes:
    """One of the Word files that we ship."""
    return (ROOT / "output" / f"{path}.docx").read_bytes()


def searched(file: Path, edition: str, kind: str, data: bytes) -> Draft:
    """What was found of a Word file."""
    word = read_word(data, "een.docx")
    return search(open_workbench(file, edition, kind), word.tokens, word.controls)


@pytest.mark.parametrize(("file", "document"), DOCUMENTS, ids=lambda one: getattr(one, "path", ""))
def test_nothing_is_found_where_nobody_did_anything(file: Path, document: Named) -> None:
    """A Word file as it was made has nothing to tell; an anonymous and an internal one neither."""
    data = word_file(document.path)
    found = searched(file, document.edition.edition, document.kind, data)
    assert found.held.size == 0
    assert list(find_changes(found, read_word(data, ""))) == []


@pytest.mark.parametrize("tracked", [False, True], ids=["as it is", "tracked"])
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_proposed_is_what_was_typed(seed: int, tracked: bool, tmp_path: Path) -> None:
    """After one to three changes at random: with the values that are proposed less differs, and nothing that did not.

    What is written in the profile is what was tried, and what is neither proposed nor equal is told.
    """
    shutil.copytree(ROOT / "profiles", tmp_path / "profiles")
    file, document = DOCUMENTS[seed % len(DOCUMENTS)]
    here = tmp_path / "profiles" / file.name
    data = wordedits.edit(word_file(document.path), seed, tracked=tracked, count=1 + seed % 3)
    word = read_word(data, "een.docx")
    bench = open_workbench(here, document.edition.edition, document.kind)
    found = search(bench, word.tokens, word.controls)
    told = list(find_changes(found, word))
    begun = hold(found.begun.tokens, found.word)
    assert added(found.held, begun) <= {key for edit in found.edits for key in edit.texts}
    assert found.held.size < begun.size or not found.edits
    assert bool(told) == bool(begun.size)
    if begun.size and tracked:
        assert any(one.tracked for one in told)
    texts = dict(bench.texts)
    for edit in found.edits:
        made = lay(edit, texts[edit.file])
        assert made is not None
        texts[edit.file] = made
    assert texts == found.texts
    own = [edit for edit in found.edits if edit.file == found.own]
    assert put(here, edits_of(found)) == []
    assert here.read_text(encoding="utf-8") == texts[found.own]
    assert put(here, edits_of(found)) == []  # what is there already is not written again
    assert here.read_text(encoding="utf-8") == texts[found.own]
    if not found.held.size and len(own) == len(found.edits):
        again = search(open_workbench(here, document.edition.edition, document.kind), word.tokens)
        assert again.held.size == 0
    assert list(find_remarks(found, word)) == []


@pytest.mark.parametrize(
    ("was", "value", "now", "both"),
    [
        ("een twee drie vier", "een 2 drie vier", "een twee drie 4", "een 2 drie 4"),
        ("een twee drie vier", "een drie vier", "nul een twee drie vier", "nul een drie vier"),
        ("een twee drie vier", "een twee en drie vier", "1 twee drie vier", "1 twee en drie vier"),
        ("een\n\ntwee drie\n", "een\n\ntwee drie vier", "nul\n\ntwee drie\n", "nul\n\ntwee drie vier"),
        ("een twee drie vier", "een 2 drie vier", "een ii drie vier", None),
        ("een twee drie vier", "een 2 drie vier", "een twee en drie vier", "een 2 en drie vier"),
        ("een twee drie vier", "een 2 drie vier", "iets heel anders", None),
    ],
)
def test_words_of_two_people_come_together(was: str, value: str, now: str, both: str | None) -> None:
    """What one changed is made in what another one changed, where they did not touch the same words."""
    assert merge_words(was, value, now) == both
