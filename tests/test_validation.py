"""Validation: what a mistake leaves of the data, so that all mistakes are found at once."""

from __future__ import annotations

from typing import Any

import pytest

from vacaturegen.model.places import Open
from vacaturegen.profiles.messages import closest
from vacaturegen.profiles.validation import locate, set_open, steps
from vacaturegen.sources import Node, Source


@pytest.mark.parametrize(
    ("data", "place", "kind", "left"),
    [
        ({"a": {"b": "x"}}, ("a", "b"), "missing", {"a": {"b": Open("a.b")}}),
        ({"a": [{"b": "x"}]}, ("a", 0, "b"), "notation", {"a": [{"b": Open("a.0.b")}]}),
        ({"a": ["x"]}, ("a", 0), "notation", {"a": Open("a.0")}),
        ({"a": ["x"]}, ("a", 1), "notation", {"a": Open("a.1")}),
        ({"a": ["x"]}, ("a", 5, "b"), "missing", {"a": Open("a.5.b")}),
        ({"a": "x"}, ("a", "b"), "missing", {"a": Open("a.b")}),
        ({"a": {"b": "x"}}, ("a", 0), "notation", {"a": Open("a.0")}),
        ({"a": ["x"], "c": "x"}, ("a", "c"), "notation", {"a": Open("a.c"), "c": "x"}),
        ({"a": "x", "b": "y"}, ("b",), "extra_forbidden", {"a": "x"}),
        ({"a": "x"}, ("b",), "extra_forbidden", {"a": "x"}),
        ("x", ("a",), "missing", "x"),
    ],
)
def test_what_is_wrong_becomes_open(data: Any, place: tuple[str | int, ...], kind: str, left: Any) -> None:
    """The nearest field above a mistake becomes open, under the name of the mistake; an unknown key goes."""
    set_open(data, {"loc": place, "type": kind})
    assert data == left


def test_place_of_a_field() -> None:
    """A field is found by its dotted name; what was not written is told of where it belongs."""
    source = Source("f", ())
    leaf = Node("x", source, 3, 5, 3, 5)
    listed = Node([leaf], source, 2, 4, 2, 1)
    root = Node({"a": listed}, source, 1, 1, 1, 1)
    assert steps("a.0.b") == ("a", 0, "b")
    found = {name: locate(root, steps(name)) for name in ("a", "a.0", "a.0.b", "a.1", "b")}
    assert found == {"a": listed, "a.0": leaf, "a.0.b": leaf, "a.1": listed, "b": root}


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("titell", ["titel", "tabel"], "titel"),
        ("Titel", ["titel"], "titel"),
        ("uren per week", ["uren_per_week", "uren"], "uren_per_week"),
        ("geheel anders", ["titel"], None),
        ("x", [], None),
    ],
)
def test_closest_word(word: str, known: list[str], found: str | None) -> None:
    """The nearest word that is known, whatever its capitals and spaces; none for a word that is like no other."""
    assert closest(word, known) == found
