"""Reading files: what cannot be read is told of, and a message shows the line that it is about."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest

from vacaturegen import files
from vacaturegen.errors import InputError, Problem
from vacaturegen.files import MAX_BYTES, Source, list_files, read_bytes, read_text
from vacaturegen.snapshots import Entry, make_snapshot

LINE = "".join(f"{number:3}" for number in range(3, 300, 3))
"""A text that says at each number how far one has come."""


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        pytest.param(LINE[:110], 110, LINE[:110], id="a line that fits"),
        pytest.param(LINE[:111], 110, LINE[55:111], id="one that does not"),
        pytest.param(LINE[:111], 55, LINE[:110], id="its beginning"),
        pytest.param(LINE, 57, LINE[2:112], id="around the place"),
        pytest.param(LINE, 200, LINE[145:255], id="further on"),
        pytest.param("\x1b[31m\tx\u202e", 1, "\ufffd[31m\ufffdx\ufffd", id="what a terminal would act on"),
    ],
)
def test_a_line_is_shown_around_the_place(line: str, column: int, shown: str) -> None:
    """A line is shown whole as far as a message has room for it, else the part around the place."""
    source = Source("a.yaml", ("first", line))
    assert source.problem(2, column, "This is wrong.", "Mend it.").source == shown.strip()


@pytest.mark.parametrize(
    ("lines", "line", "place"),
    [
        (("first", "last"), 0, (0, 1, "")),
        (("first", "last"), 2, (2, 1, "last")),
        (("first", "last"), 3, (2, 5, "last")),
        (("only",), 2, (1, 5, "only")),
        ((), 1, (1, 1, "")),
    ],
)
def test_a_problem_behind_the_end_is_at_the_end(lines: tuple[str, ...], line: int, place: tuple[int, int, str]) -> None:
    """A problem of the whole file has no line to show; one behind the last line stands at its end."""
    problem = Source("a.yaml", lines).problem(line, 1, "This is wrong.", "Mend it.")
    assert (problem.line, problem.column, problem.source) == place


def test_a_file_is_read_up_to_a_limit(tmp_path: Path) -> None:
    """A file of just the largest size is read; one byte more is told of, with the limit."""
    path = tmp_path / "groot"
    path.write_bytes(b"x" * MAX_BYTES)
    assert read_bytes(path, "groot") == b"x" * MAX_BYTES
    path.write_bytes(b"x" * (MAX_BYTES + 1))
    with pytest.raises(InputError) as refused:
        read_bytes(path, "groot")
    too_large = Problem("groot", 0, 0, "This file is too large.", "Keep it to 1024 kB at most, or split it.")
    assert refused.value.problems == (too_large,)


def test_no_more_is_read_than_the_limit(tmp_path: Path) -> None:
    """A file that is far too large is refused without taking memory for all of it."""
    path = tmp_path / "groot"
    with path.open("wb") as file:
        file.truncate(32 * MAX_BYTES)
    tracemalloc.start()
    try:
        with pytest.raises(InputError):
            read_bytes(path, "groot")
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4 * MAX_BYTES


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("weg", "This file does not exist.", "Check the name and the folder."),
        (".", "This is a folder, not a file.", "Name a file."),
        ("a\0b", "This cannot be read.", "Check whether you may open it."),
    ],
)
def test_what_cannot_be_read_is_told_of(name: str, message: str, hint: str, tmp_path: Path) -> None:
    """A file that is not there, is none, or cannot be opened is one problem of the whole file, with its cure."""
    with pytest.raises(InputError) as refused:
        read_bytes(tmp_path / name, "wens")
    assert refused.value.problems == (Problem("wens", 0, 0, message, hint),)


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="no devices with a name here")  # noqa: PTH110
def test_a_device_is_no_file() -> None:
    """A device or a pipe is told of, and not opened: reading it could take for ever."""
    with pytest.raises(InputError) as refused:
        read_bytes(Path("/dev/null"), "wens")
    assert refused.value.problems == (Problem("wens", 0, 0, "This is not a file.", "Name a file."),)


def test_files_of_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are listed in order, with links to nothing and without folders; a folder that is not there is told of."""
    for name in ("b.yaml", "a.yaml", "c"):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    named = ["a.yaml", "b.yaml", "c"]
    if os.name == "posix":
        (tmp_path / "weg").symlink_to("nothing")
        (tmp_path / "rond").symlink_to("rond")
        (tmp_path / "links").symlink_to("folder")
        named += ["rond", "weg"]
    assert list_files(tmp_path) == [tmp_path / name for name in named]
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as refused:
        list_files(tmp_path / "niets")
    gone = Problem("niets", 0, 0, "This file does not exist.", "Check the name and the folder.")
    assert refused.value.problems == (gone,)


def test_text_is_utf_8_with_one_kind_of_line_end(tmp_path: Path) -> None:
    """A text is read without its mark in front, lines end in LF; another encoding is told of at its place."""
    path = tmp_path / "tekst"
    path.write_bytes("\ufeffeen\r\ntwee\rdrie é\n".encode())
    assert read_text(path, "wens") == "een\ntwee\ndrie é\n"
    path.write_bytes("één\r\n".encode() + b"twee caf\xe9 \xff\r\ndrie")
    with pytest.raises(InputError) as refused:
        read_text(path, "wens")
    message, hint = "This file is not UTF-8 text.", "Open it in your editor and save it again as UTF-8."
    assert refused.value.problems == (Problem("wens", 2, 9, message, hint, source="twee caf\ufffd \ufffd"),)
    with pytest.raises(InputError) as refused:
        read_text(tmp_path / "weg", "wens")
    assert refused.value.problems[0].path == "wens"


def entry(text: bytes, *, link: bool = False) -> Entry:
    """A file or link in memory."""
    return Entry("v1:hier", len(text), lambda: text, is_link=link)


MEMORY = {
    "profiles/een.yaml": entry(b"titel: Een"),
    "profiles/twee.yaml": entry(b"een.yaml", link=True),
    "profiles/weg.yaml": entry(b"niets.yaml", link=True),
    "profiles/map.yaml": entry(b"../templates", link=True),
    "templates/web/stijl.css": entry(b"h1 {}"),
    "uit": entry(b"../../../etc", link=True),
    "vast": entry(b"/etc", link=True),
    "rond": entry(b"./rond", link=True),
}


@pytest.fixture
def root() -> Path:
    """A folder in memory."""
    return files.mount("proef", make_snapshot("v1", MEMORY, ["leeg/hol"]))


@pytest.mark.parametrize(
    ("name", "leads_to", "is_folder"),
    [
        ("profiles", "profiles", True),
        ("profiles/een.yaml", "profiles/een.yaml", False),
        ("profiles/../profiles/twee.yaml", "profiles/een.yaml", False),
        ("profiles/map.yaml/web", "templates/web", True),
        ("profiles/een.yaml/x", None, False),
        ("profiles/weg.yaml", None, False),
        ("leeg/hol", "leeg/hol", True),
        ("uit", None, False),
        ("uit/passwd", None, False),
        ("vast", None, False),
        ("rond", None, False),
        ("..", None, False),
        ("../../etc", None, False),
        ("../proef/profiles", None, False),
        ("niets", None, False),
    ],
)
def test_paths_in_memory(name: str, leads_to: str | None, is_folder: bool, root: Path) -> None:
    """A path in memory leads where it would on a disk, but never out of the folder that was mounted."""
    path = root / name
    assert files.exists(path) == (leads_to is not None)
    assert files.is_folder(path) == is_folder
    assert files.real(path) == (path if leads_to is None else root / leads_to)
    if is_folder or leads_to is None:
        with pytest.raises(InputError):
            read_bytes(path, name)


def test_a_folder_in_memory(root: Path) -> None:
    """Files are listed, walked through and read as on a disk; a link to nothing is listed, so that it is told of."""
    assert [path.name for path in list_files(root / "profiles")] == ["een.yaml", "twee.yaml", "weg.yaml"]
    assert files.walk(root / "profiles/map.yaml") == [
        root / "profiles/map.yaml" / name for name in ("web", "web/stijl.css")
    ]
    assert read_bytes(root / "profiles/twee.yaml", "x") == b"titel: Een"
    assert files.shown(root / "profiles/een.yaml") == "v1:hier"
    assert files.shown(root / "profiles/niets.yaml") == "v1:profiles/niets.yaml"
    with pytest.raises(InputError):
        list_files(root / "niets")


def test_nothing_in_memory_lies_on_the_disk(root: Path) -> None:
    """Above a folder in memory there is none of the disk, and beside it there is nothing."""
    above = files.folders_above(root / "profiles/een.yaml")
    assert above[:2] == [root / "profiles", root]
    assert all(files.in_memory(folder) is not None for folder in above)
    for beside in (root.parent, root.parent / "templates", root.parent / "profiles"):
        assert not files.exists(beside)
        assert not files.is_mounted(beside)


def test_no_more_is_asked_of_memory_than_the_limit() -> None:
    """The bytes of a file in memory that is too large are never asked for."""

    def read() -> bytes:
        raise AssertionError

    root = files.mount("groot", make_snapshot("v1", {"groot": Entry("groot", MAX_BYTES + 1, read)}))
    with pytest.raises(InputError, match="This file is too large"):
        read_bytes(root / "groot", "groot")
