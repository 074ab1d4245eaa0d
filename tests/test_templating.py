"""The templates: every field may stay open, every part may be left out, and own templates replace ours one by one."""

from __future__ import annotations

import copy
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment as Jinja
from jinja2 import nodes
from markdown_it.token import Token

from tests.support import CASES, ROOT, load
from vacaturegen import library
from vacaturegen.templating import make_environment, render

DOCUMENTS = CASES / "documenten" / "profiles"
PREFIX = {"organisaties": ("organisatie",), "brokers": ("broker",)}
UNSEEN = re.compile(
    r"organisatie\.(soort|huisstijl|clausules|bestuursorgaan|kerncijfers|adres)|broker\.(naam|anoniem)$"
    r"|eisen|punten_totaal|secties(\.\d\.na)?$|vacature$|advertentie$|planning\.(uitnodiging|gunning)|bereikbaarheid|^team"
    r"|contacten\.\d"  # a broker that runs the request takes the questions
)
"""Fields that these documents have no use for, so that nothing is missing when they are open."""

MADE_OF = ("erbij", "aanvraag")
"""Keys that choose what is merged or made; with nothing behind them they say nothing."""

Path_ = tuple[str | int, ...]


def without_note(tokens: list[Token]) -> list[Token]:
    """The tokens of a concept without the box at its head, which lists what is open."""
    return tokens[[token.type for token in tokens].index("blockquote_close") :]


def keys(tree: Any, path: Path_ = ()) -> Iterator[Path_]:
    """The path of every key in a tree."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield (*path, key)
            yield from keys(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from keys(value, (*path, index))


def opened(tree: dict[str, Any], path: Path_) -> dict[str, Any]:
    """The tree, with nothing behind one of its keys."""
    tree = copy.deepcopy(tree)
    part: Any = tree
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = None
    return tree


def read(name: str) -> dict[str, Any]:
    """A file of the example profiles, every value a text."""
    tree: dict[str, Any] = yaml.load((DOCUMENTS / name).read_text(encoding="utf-8"), yaml.CBaseLoader)
    return tree


@pytest.mark.parametrize(
    ("profile", "name"),
    [
        ("volledig", "volledig.yaml"),
        ("volledig", "organisaties/voorbeeldstad.yaml"),
        ("volledig", "brokers/tussenpersoon.yaml"),
        ("volledig", "functies/adviseur-openbare-ruimte.yaml"),
        ("team", "team.yaml"),
        ("team", "organisaties/voorbeeldstad.yaml"),
    ],
)
def test_every_field_can_stay_open(profile: str, name: str, tmp_path: Path) -> None:
    """In a concept any one field may be left empty: the documents are made, name it, and have a place for it."""
    shutil.copytree(DOCUMENTS, tmp_path / "profiles")
    main = tmp_path / "profiles" / f"{profile}.yaml"
    main.write_text("status: concept\n" + main.read_text(encoding="utf-8"), encoding="utf-8")
    shared = library.read_library(tmp_path / "profiles")
    environment = make_environment(shared)
    tree = {"status": "concept"} | read(name) if name == main.name else read(name)
    failed = []
    for path in keys(tree):
        if path[0] in ("status", "functie", "organisatie", "broker", "standaard") or path[-1] in MADE_OF:
            continue
        (tmp_path / "profiles" / name).write_text(
            yaml.dump(opened(tree, path), Dumper=yaml.CSafeDumper), encoding="utf-8"
        )
        try:
            profiel = load(main)[0].profiel
            marked = {
                child.meta["value"].partition("|")[0]
                for kind in profiel.soorten()
                for token in without_note(render(environment, profiel, kind, shared))
                for child in token.children or []
                if child.type == "mark_open"
            }
            field = ".".join(map(str, (*PREFIX.get(name.partition("/")[0], ()), *path)))
            if not UNSEEN.search(field) and not any(f"{value}.".startswith(f"{field}.") for value in marked):
                failed.append(f"{field}: has no place")
        except Exception as error:
            failed.append(f"{path}: {type(error).__name__} {error}")
    assert not failed, "\n".join(failed)


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.md.j2")), ids=lambda path: path.name)
def test_templates_join_no_texts(path: Path) -> None:
    """A template joins texts by writing them side by side: `~` would escape what is Markdown already for HTML."""
    tree = Jinja().parse(path.read_text(encoding="utf-8"))
    included = {id(node) for include in tree.find_all(nodes.Include) for node in include.find_all(nodes.Concat)}
    assert [node.lineno for node in tree.find_all((nodes.Concat, nodes.Add)) if id(node) not in included] == []
