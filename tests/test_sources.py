"""Reading YAML: every value a text with its place, and what a plain tree of values may hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vacaturegen.errors import InputError
from vacaturegen.sources import Node, read_yaml


def read(folder: Path, data: str | bytes) -> Node:
    """Read a file that holds these bytes."""
    path = folder / "proef.yaml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_yaml(path, "proef.yaml")


def tree(node: Node) -> Any:
    """The bare values of a tree."""
    if isinstance(node.value, dict):
        return {key: tree(child) for key, child in node.value.items()}
    if isinstance(node.value, list):
        return [tree(child) for child in node.value]
    return node.value


PLAIN = (
    ("a: 1.90", "1.90"),
    ("a: 030826", "030826"),
    ("a: 0x1F", "0x1F"),
    ("a: 1_000", "1_000"),
    ("a: 12:30", "12:30"),
    ("a: 2026-07-07", "2026-07-07"),
    ("a: ja", "ja"),
    ("a: 'yes'", "yes"),
    ('a: "~"', "~"),
    ("a: ''", ""),
    ("a:", None),
    ("a: ~", None),
    ("a: null", None),
    ("a: nulmeting", "nulmeting"),
    ("a: # opmerking", None),
    ("a: één  twee", "één  twee"),
    ("a: |\n  een\n  twee\n", "een\ntwee\n"),
    ("a: >-\n  een\n  twee\n", "een twee"),
    ("a: 'het '' teken'", "het ' teken"),
    ('a: "\\u20ac"', "€"),
    ("\ufeffa: 1", "1"),
    ("---\na: 1\n", "1"),
    ("a: 1\r\n", "1"),
    ("%YAML 1.1\n---\na: 1", "1"),
)


@pytest.mark.parametrize(("text", "value"), PLAIN)
def test_scalars_keep_their_text(text: str, value: str | None, tmp_path: Path) -> None:
    """A value is the text that was typed: YAML makes no numbers, dates or truth values of it."""
    assert tree(read(tmp_path, text)) == {"a": value}


def test_places_are_of_key_and_value(tmp_path: Path) -> None:
    """Every value has its own place and that of its key, both counted from 1, also after a byte order mark and CRLF."""
    node = read(tmp_path, "\ufeffa:\r\n  - b: één\r\n    c: [x,  y]\r\n")
    item = items(child(node, "a"))[0]
    b, c = child(item, "b"), child(item, "c")
    assert (b.key_line, b.key_column, b.line, b.column) == (2, 5, 2, 8)
    assert (c.key_line, c.key_column, c.line, c.column) == (3, 5, 3, 8)
    assert [(leaf.line, leaf.column) for leaf in items(c)] == [(3, 9), (3, 13)]


def child(node: Node, key: str) -> Node:
    assert isinstance(node.value, dict)
    return node.value[key]


def items(node: Node) -> list[Node]:
    assert isinstance(node.value, list)
    return node.value


def test_place_behind_an_astral_character(tmp_path: Path) -> None:
    """A character beyond the basic plane is one column, as it is in an editor that counts characters."""
    node = read(tmp_path, "a: [🌳, b]\n")
    assert items(child(node, "a"))[1].column == 8


def test_depth_and_size_have_a_limit(tmp_path: Path) -> None:
    """Twenty levels are read, and so are texts and files up to their limits; more is refused."""
    assert tree(read(tmp_path, "a: " + "[" * 19 + "x" + "]" * 19))
    with pytest.raises(InputError, match="nested too deeply"):
        read(tmp_path, "a: " + "[" * 20 + "x" + "]" * 20)
    assert tree(read(tmp_path, "a: " + "x" * 20_000))
    with pytest.raises(InputError, match="too long"):
        read(tmp_path, "a: " + "x" * 20_001)
    assert tree(read(tmp_path, "a: 1\n#" + "x" * ((1 << 20) - 6)))
    with pytest.raises(InputError, match="too large"):
        read(tmp_path, "a: 1\n#" + "x" * ((1 << 20) - 5))


yaml_like = st.text(alphabet="ab:-[]{}\"'|>&*!%@#?,~ \t\n\r\0\ufeff\u202e€", max_size=60)


@given(st.binary(max_size=60) | yaml_like.map(str.encode))
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    """Any bytes at all are a tree or one problem that lies within the file, with a cure."""
    try:
        node = read(tmp_path, data)
    except InputError as error:
        (problem,) = error.problems
        lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 0 <= problem.line <= len(lines)
        assert problem.message
        assert problem.hint
    else:
        assert isinstance(node.value, dict)


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    """A file that is not there, or is a folder, is told as a problem."""
    with pytest.raises(InputError, match="does not exist"):
        read_yaml(tmp_path / "weg.yaml", "weg.yaml")
    with pytest.raises(InputError, match="folder, not a file"):
        read_yaml(tmp_path, "map")
