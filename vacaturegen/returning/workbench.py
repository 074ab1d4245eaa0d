"""A document that can be made again with other values: the texts of its files in memory, laid as if they were saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from markdown_it.token import Token

from vacaturegen.documents import Printed, print_documents
from vacaturegen.dutch import list_text
from vacaturegen.files import as_named, read_text
from vacaturegen.library import Library, read_library
from vacaturegen.profiles import Loaded, Shelf, load, load_tree
from vacaturegen.sources import Node, parse_yaml
from vacaturegen.templating import (
    Environment,
    add_open,
    blaming_templates,
    make_environment,
    print_tokens,
)
from vacaturegen.templating.view import view
from vacaturegen.tracing import Traced, trace

Texts = Mapping[str, str]
"""The text of each YAML file that a document is made of, by its path as people know it, with LF line ends."""


@dataclass(frozen=True, eq=False)
class Made:
    """A document as it is with certain texts: what it is made with, its edition, the tree of each file, its tokens."""

    bench: Workbench
    edition: Loaded
    trees: Mapping[str, Node]
    tokens: Sequence[Token]

    @cached_property
    def traced(self) -> Traced:
        """The document with where all of it came from; a concept tells here what is open by now."""
        return trace(self.edition, self.bench.kind, self.bench.library)


@dataclass(frozen=True, slots=True)
class Workbench:
    """What one document is made of: its file, edition and kind, the texts of its files, and what prints it."""

    file: Path
    edition: str
    kind: str
    texts: Texts
    library: Library
    environment: Environment
    shared: Mapping[str, Path]
    shelf: Shelf
    still_open: Sequence[Any]
    """What a concept told to be open: that list stays as it was when somebody fills something in."""

    @property
    def told_open(self) -> frozenset[str]:
        """Return the texts that only tell what is open: in these nobody fills anything in."""
        return frozenset(f"{title}: {list_text(labels)}" for title, labels in self.still_open)


def open_workbench(file: Path, edition: str, kind: str) -> Workbench:
    """Return the workbench of a document of a profile. Raises InputError."""
    shelf = Shelf()
    loaded = load(file, shelf)
    shared = {tree.source.path: path for path, tree in shelf.trees.items() if isinstance(tree, Node)}
    paths = {as_named(file): file, **{name: path for name, path in shared.items() if isinstance(path, Path)}}
    library = read_library(loaded.folder)
    environment = make_environment(library)
    texts = {name: read_text(path, name) for name, path in paths.items()}
    with blaming_templates(library):
        values = view(edition_of(loaded, edition).profiel, kind, library, edition)
        if values["concept"]:
            add_open(values, print_tokens(environment, values))
    return Workbench(file, edition, kind, texts, library, environment, paths, shelf, values["nog_open"])


def edition_of(loaded: Loaded, name: str) -> Loaded:
    """Return the edition of a profile that has a name."""
    return next(one for one in (loaded, *loaded.others) if one.edition == name)


def load_texts(bench: Workbench, trees: Mapping[str, Node]) -> Loaded:
    """Return the profile that the trees of its files give. Raises InputError when they give none."""
    own = as_named(bench.file)
    shelf = Shelf(dict(bench.shelf.trees), bench.shelf.houses)
    shelf.trees.update((path, trees[name]) for name, path in bench.shared.items() if name != own)
    return load_tree(trees[own], bench.file, shelf)


def make(bench: Workbench, texts: Texts) -> Made:
    """Return the document that these texts give. Raises InputError for texts that give none."""
    trees = {name: parse_yaml(text, name) for name, text in texts.items()}
    loaded = edition_of(load_texts(bench, trees), bench.edition)
    with blaming_templates(bench.library):
        values = view(loaded.profiel, bench.kind, bench.library, bench.edition)
        if values["concept"]:
            del values["open_velden"]
            values["nog_open"] = bench.still_open
        return Made(bench, loaded, trees, print_tokens(bench.environment, values))


def other_documents(bench: Workbench, texts: Texts) -> Mapping[tuple[str, str], Printed]:
    """Return all documents of the profile but this one, by edition and kind. Raises InputError as `make` does."""
    loaded = load_texts(bench, {name: parse_yaml(text, name) for name, text in texts.items()})
    printed = print_documents(loaded, bench.library, bench.environment)
    found = {(one.edition.edition, one.kind): one for one in printed}
    return {key: one for key, one in found.items() if key != (bench.edition, bench.kind)}
