"""Reading YAML: every value a text with its place, and what a plain tree of values may hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from yaml import YAMLError

from vacaturegen.errors import InputError
from vacaturegen.files import Source
from vacaturegen.sources import Node, entries, read_yaml
from vacaturegen.sources.syntax import explain_syntax
from vacaturegen.sources.tree import find_hidden


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
    ("a: 1e999999", "1e999999"),
    ("a: 0x", "0x"),
    ("a: 2026-13-45", "2026-13-45"),
    ("a: 190:20:30", "190:20:30"),
    ("a: =", "="),
    ("a: <<", "<<"),
    ("? a\n: b", "b"),
    ("a: |2\n    b\n   c\n", "  b\n c\n"),
    ("a: >1-\n  b\n", " b"),
    ("a:\t1", "1"),
    ("a: 1\r", "1"),
    ('a: "\\t\\_"', "\t\xa0"),
    ("a: b  # c", "b"),
    ("a: b#c", "b#c"),
)


@pytest.mark.parametrize(("text", "value"), PLAIN)
def test_scalars_keep_their_text(text: str, value: str | None, tmp_path: Path) -> None:
    """A value is the text that was typed: YAML makes no numbers, dates or truth values of it."""
    assert tree(read(tmp_path, text)) == {"a": value}


def test_a_quoted_merge_key_is_a_key(tmp_path: Path) -> None:
    """Between quotation marks, << is a key as any other; what it says is for the model to refuse."""
    assert tree(read(tmp_path, '"<<": {b: c}')) == {"<<": {"b": "c"}}


def test_places_are_of_key_and_value(tmp_path: Path) -> None:
    """Every value has its own place and that of its key, both counted from 1, also after a byte order mark and CRLF."""
    node = read(tmp_path, "\ufeffa:\r\n  - b: één\r\n    c: [x,  y]\r\n")
    item = items(child(node, "a"))[0]
    b, c = child(item, "b"), child(item, "c")
    assert (b.key_line, b.key_column, b.line, b.column) == (2, 5, 2, 8)
    assert (c.key_line, c.key_column, c.line, c.column) == (3, 5, 3, 8)
    assert [(leaf.line, leaf.column) for leaf in items(c)] == [(3, 9), (3, 13)]
    for keyless in (node, item, *items(c)):
        assert (keyless.key_line, keyless.key_column) == (keyless.line, keyless.column)


def test_what_is_no_mapping_has_no_entries() -> None:
    """A text, a list and nothing at all have no keys; those of a mapping come in a dictionary of one's own."""
    one = Node("ja", Source("a.yaml"), 1, 1, 1, 1)
    for value in ("ja", [one], None):
        assert entries(Node(value, one.source, 1, 1, 1, 1)) == {}
    mapping = {"a": one}
    own = entries(Node(mapping, one.source, 1, 1, 1, 1))
    assert own == mapping
    assert own is not mapping


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
    """Twenty levels are read, and so are keys, texts and files up to their limits; more is refused."""
    assert tree(read(tmp_path, "a: " + "[" * 19 + "x" + "]" * 19))
    with pytest.raises(InputError, match="nested too deeply"):
        read(tmp_path, "a: " + "[" * 20 + "x" + "]" * 20)
    assert tree(read(tmp_path, "k" * 60 + ": x"))
    assert tree(read(tmp_path, "a: " + "x" * 20_000))
    with pytest.raises(InputError, match="too long"):
        read(tmp_path, "a: " + "x" * 20_001)
    assert tree(read(tmp_path, "a: 1\n#" + "x" * ((1 << 20) - 6)))
    with pytest.raises(InputError, match="too large"):
        read(tmp_path, "a: 1\n#" + "x" * ((1 << 20) - 5))


def staircase(size: int) -> str:
    """Mappings within mappings, each a column further to the right, as many as fit in this size."""
    return "".join(f"{' ' * depth}a:\n" for depth in range(int((2 * size) ** 0.5) - 4))


def filled(part: str, size: int, before: str = "", behind: str = "") -> str:
    """A text of this size: a part, again and again, between a beginning and an end."""
    return before + part * ((size - len((before + behind).encode())) // len(part.encode())) + behind


MILLION = 1 << 20
HUGE = {
    "brackets": (filled("[", MILLION), "1:22 This is nested too deeply."),
    "brackets on lines": (filled("[\n", MILLION), "22:1 This is nested too deeply."),
    "braces": (filled("{", MILLION), "1:2 A key is a single word."),
    "braces with keys": (filled("{a: ", MILLION), "1:85 This is nested too deeply."),
    "dashes": (filled("- ", MILLION), "1:43 This is nested too deeply."),
    "question marks": (filled("? ", MILLION), "1:3 A key is a single word."),
    "question marks on lines": (filled("?\n", MILLION), "1:2 This is not a usable key."),
    "a staircase": (staircase(MILLION), "22:22 This is nested too deeply."),
    "tags": (filled("!!", MILLION), "1:1 Tags with ! are not supported."),
    "a tag": (filled("x", MILLION, "a: !<", ">"), "1:4 Tags with ! are not supported."),
    "anchors": (filled("&a ", MILLION), "1:1 References with & and * are not supported."),
    "aliases": (filled("*a ", MILLION), "1:1 References with & and * are not supported."),
    "tag directives": ("".join(f"%TAG !{n}! x:\n" for n in range(60_000)), "1:1 Tags with ! are not supported."),
    "a tag directive after all": (
        filled("a: 1\n", MILLION, "", "%TAG ! x\n"),
        "209714:1 Tags with ! are not supported.",
    ),
    "documents": (filled("---\n", MILLION), "0:0 This file is empty."),
    "documents on a line": (filled("--- ", MILLION), "1:5 This text is too long."),
    "keys": ("".join(f"k{n}: 1\n" for n in range(90_000)), "5000:8 This file holds too much."),
    "keys on a line": ("{" + ", ".join(f"k{n}: 1" for n in range(90_000)) + "}", "1:48889 This file holds too much."),
    "keys without a value": ("".join(f"? k{n}\n" for n in range(90_000)), "5001:1 This file holds too much."),
    "the same key": (filled("a: 1\n", MILLION), "5000:4 This file holds too much."),
    "items": (filled("- a\n", MILLION, "a:\n"), "5000:3 This file holds too much."),
    "items on a line": (filled("b,", MILLION, "a: [", "]"), "1:10001 This file holds too much."),
    "items and a hash": (filled("b, ", MILLION, "a: [", "] #"), "1:14999 This file holds too much."),
    "lists of one": (filled("- - a\n", MILLION, "a:\n"), "2501:3 This file holds too much."),
    "a line": (filled("x", MILLION, "a: "), "1:4 This text is too long."),
    "a quoted line": (filled("x ", MILLION, 'a: "', '"'), "1:4 This text is too long."),
    "a quoted line without an end": (filled("x ", MILLION, 'a: "'), "1:4 A quotation mark is not closed."),
    "quotation marks": (filled('" "', MILLION, 'a: "'), "1:7 Text stands behind the closing quotation mark."),
    "a block": (filled("  x\n", MILLION, "a: |\n"), "1:4 This text is too long."),
    "a key": (filled("k", MILLION, behind=": 1"), "1:1 This text is too long."),
    "a quoted key": (filled("k", MILLION, '"', '": 1'), "1:1 This text is too long."),
    "colons": (filled(": ", MILLION), "1:1 The indentation does not fit."),
    "commas": (filled(",", MILLION), "1:1 A bracket is not closed."),
    "tabs": (filled("\t", MILLION), "1:1048577 This character cannot stand here."),
    "comments": (filled("#\n", MILLION), "0:0 This file is empty."),
    "lines, and a wrong last one": (
        filled("\n", MILLION, "a: 1", "\0"),
        "1048572:1 An invisible character stands here: U+0000.",
    ),
    "escapes, and a wrong last one": (
        filled("\\x41", MILLION, 'a: "', '\\ud800"'),
        "1:1048571 This backslash stands for no character.",
    ),
    "no UTF-8 at the end": (filled("a: 1\n", MILLION - 2).encode() + b"\xff", "209715:1 This file is not UTF-8 text."),
}
"""Files of about a megabyte with one thing too much, and the one problem that each is."""


@pytest.mark.parametrize(("data", "expected"), HUGE.values(), ids=HUGE)
def test_too_much_is_one_problem(data: str | bytes, expected: str, tmp_path: Path) -> None:
    """However much there is of anything, the file is refused where it is too much, with a cure."""
    assert refused(tmp_path, data) == expected


def refused(folder: Path, data: str | bytes) -> str:
    """The place and the message of the one problem of a file that is refused."""
    with pytest.raises(InputError) as error:
        read(folder, data)
    (problem,) = error.value.problems
    assert problem.path == "proef.yaml"
    assert problem.hint.endswith(".")
    assert f"{problem.message}{problem.hint}".isprintable()
    return f"{problem.line}:{problem.column} {problem.message}"


REFUSED = (
    ('a: "\\ud800"', "1:7 This backslash stands for no character."),
    ('a: "b\\ud83c\\udf33"', "1:8 This backslash stands for no character."),
    ('a: "\\U00110000"', "1:7 This backslash stands for no character."),
    ('a: "C:\\pad"', "1:7 This backslash stands for no character."),
    ('a: "\\x4"', "1:7 This backslash stands for no character."),
    ('a: "\\r"', "1:4 An invisible character stands here: U+000D."),
    ('a: "\\e[31m"', "1:4 An invisible character stands here: U+001B."),
    ('a: "\\N"', "1:4 An invisible character stands here: U+0085."),
    ('a: "\\L"', "1:4 An invisible character stands here: U+2028."),
    ("a\x85b: 1", "1:2 An invisible character stands here: U+0085."),
    ("a: 1\u2028b: 2", "1:5 An invisible character stands here: U+2028."),
    ("a: 1\u2029b: 2", "1:5 An invisible character stands here: U+2029."),
    ("\ufeff\ufeffa: 1", "1:1 An invisible character stands here: U+FEFF."),
    ("a: 1\nb: \ufeff2", "2:4 An invisible character stands here: U+FEFF."),
    ("a: 1\r\rb: \0", "3:4 An invisible character stands here: U+0000."),
    ("\n\0", "2:1 An invisible character stands here: U+0000."),
    ("a: 1".encode("utf-16"), "1:1 This file is not UTF-8 text."),
    ("a: 1".encode("utf-16-le"), "1:2 An invisible character stands here: U+0000."),
    ("a: 1".encode("utf-16-be"), "1:1 An invisible character stands here: U+0000."),
    ("a: 1".encode("utf-32"), "1:1 This file is not UTF-8 text."),
    ("\ufeffa: 1".encode("utf-32-be"), "1:3 This file is not UTF-8 text."),
    ("a: \ud800".encode("utf-8", "surrogatepass"), "1:4 This file is not UTF-8 text."),
    (b"a: \xc0\x80", "1:4 This file is not UTF-8 text."),
    ('"a\\u202eb": 1', "1:1 This is not a usable key."),
    ('"a\\nb": 1', "1:1 This is not a usable key."),
    ("? |\n  a\n: 1", "1:3 This is not a usable key."),
    ("'  ': 1", "1:1 This is not a usable key."),
    (f"{'k' * 61}: 1", "1:1 This is not a usable key."),
    (f"{'k' * 1025}: 1", "1:1026 A colon stands where none can."),
    ("? {a: b}\n: c", "1:3 A key is a single word."),
    ("? - a\n: c", "1:3 A key is a single word."),
    ("&a b: c", "1:1 A key is a single word."),
    ("!a b: c", "1:1 A key is a single word."),
    ("*a : c", "1:1 A key is a single word."),
    ("a: {<<: b}", "1:5 The merge key << is not supported."),
    ("a: &b [c]", "1:4 References with & and * are not supported."),
    ("a: &b {c: d}", "1:4 References with & and * are not supported."),
    ("a: &b", "1:4 References with & and * are not supported."),
    ("a: !!binary eA==", "1:4 Tags with ! are not supported."),
    ("a: !!set {b}", "1:4 Tags with ! are not supported."),
    ("a: !<b>", "1:4 Tags with ! are not supported."),
    ("a: !<b", "1:4 Tags with ! are not supported."),
    ("a: !b!c d", "1:4 Tags with ! are not supported."),
    ("a: !", "1:4 Tags with ! are not supported."),
    ("%TAG ! b:\n---\na: 1", "1:1 Tags with ! are not supported."),
    ("%FOO b\n---\na: 1", "1:1 This character cannot stand here."),
    ("% a: 1", "1:1 This character cannot stand here."),
    ("a: |0\n b", "1:4 This character cannot stand here."),
    ("a: - b", "1:4 This character cannot stand here."),
    ("a: ? b", "1:4 This character cannot stand here."),
    ("a: |\n\tb", "2:1 A tab stands here."),
    ("- \t- b", "1:3 A tab stands here."),
    ("a: 1\n...\nb", "3:1 This is not valid YAML."),
    ("a: b\n c: d", "2:3 The indentation does not fit."),
    ("\n[", "2:2 A bracket is not closed."),
    ("%YAML 1.2\n", "1:10 This is not valid YAML."),
    ("a: 1\n--- b", "2:1 A second document begins here."),
    ("a: .NaN", "1:4 Write “ja” or “nee” here."),
    ("a: #b", "1:3 What stands behind # is not read."),
    ("a: [b #c\n]", "1:5 What stands behind # is not read."),
)


@pytest.mark.parametrize(("data", "expected"), REFUSED, ids=[repr(data)[:40] for data, _ in REFUSED])
def test_what_is_no_plain_tree_is_refused(data: str | bytes, expected: str, tmp_path: Path) -> None:
    """What YAML could make of a file beside texts, lists and mappings is refused with its place."""
    assert refused(tmp_path, data) == expected


def test_a_fault_without_a_place() -> None:
    """What the parser refuses without saying why and where is told of at the beginning of the file."""
    line, column, message, hint = explain_syntax(YAMLError("whatever it is"), ["a: 1", "b: 2", ""])
    assert (line, column, message) == (1, 1, "This is not valid YAML.")
    assert hint.endswith(".")


def test_the_number_of_values_has_a_limit(tmp_path: Path) -> None:
    """Five thousand texts, lists and mappings are read, wherever they stand; one more is refused."""
    lines = "".join(f"k{n}: [a, {{b: c}}]\n" for n in range(1249))
    assert tree(read(tmp_path, f"{lines}x: 1\ny: 1\nz: 1\n"))
    assert refused(tmp_path, f"{lines}x: 1\ny: 1\nz: [1]\n") == "1252:5 This file holds too much."
    with pytest.raises(InputError) as error:
        read(tmp_path, f"{lines}x: 1\ny: 1\nz: [1]\n")
    assert error.value.problems[0].hint == "Keep it to 5000 texts, lists and groups of keys at most."


@pytest.mark.parametrize(
    ("keys", "also"),
    [
        ("aa", ""),
        ("aaa", " Also twice: “a”."),
        ("abab", " Also twice: “b”."),
        ("abcabc", " Also twice: “b”, “c”."),
        ("abcdefgabcdefg", " Also twice: “b”, “c”, “d”, “e”, “f”."),
    ],
)
def test_keys_that_stand_twice_are_told_of_at_once(keys: str, also: str, tmp_path: Path) -> None:
    """The first key that stands twice is told of where it returns, and in its cure a few more that do."""
    with pytest.raises(InputError) as error:
        read(tmp_path, "".join(f"{key}: 1\n" for key in keys))
    (problem,) = error.value.problems
    assert problem.message == "The key “a” stands here twice; the first is on line 1."
    assert problem.hint == f"Keep one of the two.{also}"


def unseen() -> set[int]:
    """Every character that nobody sees, by the kinds that there are."""
    code = range(0x110000)
    return {
        *range(0x20),
        *range(0x7F, 0xA0),
        *(0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),  # they turn the direction of a text
        *(0x180E, 0x200B, 0x2028, 0x2029, *range(0x2060, 0x2070), 0xFEFF),  # no width, or ends of lines
        *range(0xFFF9, 0xFFFD),
        *range(0xD800, 0xE000),
        *range(0xFDD0, 0xFDF0),
        *(point for point in code if point & 0xFFFE == 0xFFFE),
        *range(0xE0000, 0xE0080),
    } - set(map(ord, "\t\n"))


def test_characters_that_nobody_sees() -> None:
    """Controls, marks of direction, lone surrogates and noncharacters are forbidden, each of them, and nothing else."""
    assert {point for point in range(0x110000) if find_hidden(chr(point))} == unseen()


@pytest.mark.parametrize("point", sorted(point for point in unseen() if point < 0xD800 and point != 0xD))
def test_a_character_that_nobody_sees_is_refused(point: int, tmp_path: Path) -> None:
    """Raw it is refused where it stands, spelled out where its text begins, and never repeated in the message."""
    said = f"An invisible character stands here: U+{point:04X}."
    assert refused(tmp_path, f"a: 1\nb: x{chr(point)}y\n") == f"2:5 {said}"
    assert refused(tmp_path, f'a: 1\nb: "x\\u{point:04x}y"\n') == f"2:4 {said}"


def test_what_is_seen_is_carried(tmp_path: Path) -> None:
    """Letters of any script, marks on letters, no-break spaces, soft hyphens and joined emoji are texts."""
    text = "Súdwest-Fryslân e\u0301 \u00a0\u202f\u00ad\u2011 ʼs €—’ \U0001f468\u200d\U0001f469 مرحبا 葛 \U00020000"
    assert tree(read(tmp_path, f"a: {text}")) == {"a": text}


FRAGMENTS = (
    *(
        "a",
        "b: ",
        "- ",
        "? ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "\n",
        "\n  ",
        "  ",
        "\t",
        "\r",
        "\r\n",
        '"',
        "'",
        "|",
        ">",
    ),
    *(
        "|2-\n",
        "&a ",
        "*a ",
        "!b ",
        "!!",
        "<<: ",
        "%TAG",
        "%YAML 1.2\n",
        "---\n",
        "...\n",
        "# c",
        " #",
        "\\",
        "\\u0000",
    ),
    *("\ufeff", "\u202e", "\0", "\x85", "€", "🌳", "@", "`", "%", "=", "~", "yes", ".inf", "0x1", "[" * 25, "- " * 25),
)
yaml_like = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)


@given(st.binary(max_size=60) | yaml_like.map(str.encode))
@settings(max_examples=1000, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    """Any bytes at all are a tree or one problem that lies within the file, with a cure."""
    try:
        node = read(tmp_path, data)
    except InputError as error:
        (problem,) = error.problems
        lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 0 <= problem.line <= len(lines)
        assert "UTF-8" in problem.message or 0 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.message.isprintable()
        assert problem.hint
    else:
        assert isinstance(node.value, dict)


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    """A file that is not there, or is a folder, is told as a problem."""
    with pytest.raises(InputError, match=r"\Aweg\.yaml:0: This file does not exist"):
        read_yaml(tmp_path / "weg.yaml", "weg.yaml")
    with pytest.raises(InputError, match=r"\Amap:0: This is a folder, not a file"):
        read_yaml(tmp_path, "map")
