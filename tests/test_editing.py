"""One value, or an item of a list, changed in the text of a YAML file: what else it says stays, to the sign."""

from __future__ import annotations

from difflib import ndiff
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vacaturegen.sources.editing import Path, add_item, drop_item, said_by, set_value

TEXT = """\
# een profiel
a: een twee drie  # met een opmerking
b: >-
  Dit is een lange tekst
  op twee regels.
c: |
  Zin een.
  Zin twee.

  Alinea twee.
d: 'it''s'
e:
  - punt een
  - naam: x
    doel: y
  - >-
    punt drie
    verder
f: [a, b]
g:
h: "q \\" r"
i: {k: v, l: w}
"""
SCALARS: list[Path] = [
    ("a",),
    ("b",),
    ("c",),
    ("d",),
    ("e", 0),
    ("e", 1, "doel"),
    ("e", 2),
    ("f", 1),
    ("h",),
    ("i", "l"),
]


def lines(old: str, new: str | None) -> list[str]:
    """The lines that differ."""
    assert new is not None
    return [line for line in ndiff(old.splitlines(), new.splitlines()) if line[0] in "+-"]


@pytest.mark.parametrize(
    ("path", "value", "changed"),
    [
        (("a",), "een 2 drie", ["- a: een twee drie  # met een opmerking", "+ a: een 2 drie  # met een opmerking"]),
        (("a",), "een: twee", ["- a: een twee drie  # met een opmerking", "+ a: 'een: twee'  # met een opmerking"]),
        (
            ("b",),
            "Dit is een korte tekst op twee regels.",
            ["-   Dit is een lange tekst", "+   Dit is een korte tekst"],
        ),
        (("b",), "Dit is een lange tekst op twee regels. Ja.", ["-   op twee regels.", "+   op twee regels. Ja."]),
        (("c",), "Zin een.\nZin anderhalf.\nZin twee.\n\nAlinea twee.", ["+   Zin anderhalf."]),
        (("c",), "Zin een.\n\nAlinea twee.", ["-   Zin twee."]),
        (("c",), "Zin een.\nZin twee.\n\nAlinea twee.\n\nDrie.", ["+ ", "+   Drie."]),
        (("d",), "that's", ["- d: 'it''s'", "+ d: 'that''s'"]),
        (("e", 0), "punt 1: a", ["-   - punt een", "+   - 'punt 1: a'"]),
        (("e", 1, "doel"), "z # k", ["-     doel: y", "+     doel: 'z # k'"]),
        (("f", 1), "b, c", ["- f: [a, b]", "+ f: [a, 'b, c']"]),
        (("g",), "nieuw", ["- g:", "+ g: nieuw"]),
        (("h",), 'q "" r', ['- h: "q \\" r"', '+ h: "q \\"\\" r"']),
    ],
)
def test_only_the_words_of_a_value_change(path: Path, value: str, changed: list[str]) -> None:
    """Lines that say the same are the same, comments and the way of writing included."""
    made = set_value(TEXT, path, value)
    assert sorted(lines(TEXT, made)) == sorted(changed)
    windows = set_value(TEXT.replace("\n", "\r\n"), path, value)
    assert windows is not None
    assert windows.replace("\r\n", "\n") == made
    assert "\n" not in windows.replace("\r\n", "")


@pytest.mark.parametrize(
    ("path", "value", "changed"),
    [
        (("e", 0), "eerst", ["+   - eerst"]),
        (("e", 1), "tussen: x", ["+   - 'tussen: x'"]),
        (("e", 3), "laatst", ["+   - laatst"]),
        (("f", 0), "z", ["- f: [a, b]", "+ f: [z, a, b]"]),
        (("f", 2), "c", ["- f: [a, b]", "+ f: [a, b, c]"]),
    ],
)
def test_an_item_comes_on_a_line_of_its_own(path: Path, value: str, changed: list[str]) -> None:
    """A list gets an item where it is asked for, written as the others are."""
    assert lines(TEXT, add_item(TEXT, path, value)) == changed


@pytest.mark.parametrize(
    ("path", "changed"),
    [
        (("e", 0), ["-   - punt een"]),
        (("e", 1), ["-   - naam: x", "-     doel: y"]),
        (("e", 2), ["-   - >-", "-     punt drie", "-     verder"]),
        (("f", 0), ["- f: [a, b]", "+ f: [b]"]),
        (("f", 1), ["- f: [a, b]", "+ f: [a]"]),
    ],
)
def test_an_item_goes_with_all_its_lines(path: Path, changed: list[str]) -> None:
    """A list loses an item, and nothing else."""
    assert lines(TEXT, drop_item(TEXT, path)) == changed


def test_the_end_of_a_file_needs_no_line_end() -> None:
    """A file whose last line does not end can be added to."""
    assert add_item("a:\n  - b", ("a", 1), "c") == "a:\n  - b\n  - c"
    assert set_value("a:", ("a",), "b") == "a: b"
    assert drop_item("a:\n  - b\n  - c", ("a", 1)) == "a:\n  - b\n"


def test_what_cannot_be_done_is_not_done() -> None:
    """A list keeps its last item, a list is no value, and no item comes beyond the end."""
    assert drop_item("a: [b]\n", ("a", 0)) is None
    assert set_value(TEXT, ("e",), "x") is None
    assert add_item(TEXT, ("e", 9), "x") is None


@given(
    st.sampled_from(SCALARS), st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=60)
)
@settings(max_examples=300, deadline=None)
def test_any_text_reads_back_or_is_refused(path: Path, value: str) -> None:
    """Whatever is typed, the file then says that and nothing else; or it is left alone."""
    made = set_value(TEXT, path, value)
    if made is not None:
        meant: Any = said_by(TEXT)
        found = meant
        for step in path[:-1]:
            found = found[step]
        found[path[-1]] = value
        assert said_by(made) == meant
    else:
        assert not value.strip() or any(not sign.isprintable() for sign in value)
