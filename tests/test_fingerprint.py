"""The fingerprint of a profile: every byte that counts is in it, and what cannot be known has none."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from vacaturegen.build import fingerprint
from vacaturegen.build.fingerprint import Fingerprints, add_tree, read_whole
from vacaturegen.files import MAX_WORD_BYTES


def write(folder: Path, name: str, data: bytes = b"x") -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


@pytest.mark.parametrize("data", [b"", b"a", b"line\r\nline\x1a\n" * 5_000, b"x" * MAX_WORD_BYTES])
def test_whole_file_is_read(data: bytes, tmp_path: Path) -> None:
    """Every byte of a file is read as it is, up to the size that an input can have."""
    write(tmp_path, "file", data)
    assert read_whole(str(tmp_path / "file")) == data


def test_file_is_read_where_nobody_can_say_not_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no way to open a file without waiting, and needs none."""
    monkeypatch.delattr(os, "O_NONBLOCK", raising=False)
    write(tmp_path, "file")
    assert read_whole(str(tmp_path / "file")) == b"x"


IN_THE_WAY: dict[str, Callable[[Path], object]] = {
    "nothing": lambda path: path,
    "a folder": Path.mkdir,
    "a file that is too large": lambda path: path.write_bytes(b"x" * (MAX_WORD_BYTES + 1)),
    **({"a pipe": os.mkfifo} if hasattr(os, "mkfifo") else {}),
}


@pytest.fixture
def _without_waiting() -> Iterator[None]:
    """Fail a test that waits for what may never come."""
    if not hasattr(signal, "alarm"):
        yield
        return
    before = signal.signal(signal.SIGALRM, lambda *_: pytest.fail("it waits"))
    signal.alarm(10)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("_without_waiting")
@pytest.mark.parametrize("name", IN_THE_WAY)
def test_no_input_is_refused_at_once(name: str, tmp_path: Path) -> None:
    """What is no file of an input's size is refused, and never waited for."""
    IN_THE_WAY[name](tmp_path / "it")
    with pytest.raises(OSError):  # noqa: PT011  whichever it is, nothing is known
        read_whole(str(tmp_path / "it"))


@pytest.mark.parametrize("more", [-1, 1])
def test_file_that_is_written_to_is_refused(more: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that has another size when it is read than when it was looked at is not known."""
    write(tmp_path, "file", b"four")
    monkeypatch.setattr(os, "read", lambda _handle, _size: b"x" * (4 + more))
    with pytest.raises(OSError, match="meanwhile"):
        read_whole(str(tmp_path / "file"))


def tree(folder: Path) -> str:
    digest = hashlib.sha256()
    add_tree(digest, os.fspath(folder), "")
    return digest.hexdigest()


@pytest.mark.parametrize(
    "other",
    [
        {"a": b"1", "b/c": b"3"},
        {"a": b"1", "b/d": b"2"},
        {"a": b"1", "c": b"2"},
        {"a": b"1", "b/c": b"2", "b/e/f": b""},
        {"a": b"", "b/c": b"12"},
        {"ab": b"", "c": b"12"},
    ],
)
def test_tree_is_every_name_and_byte(other: dict[str, bytes], tmp_path: Path) -> None:
    """Another name, another place or another byte is another tree; where the tree lies is not part of it."""
    for files, home in (({"a": b"1", "b/c": b"2"}, "one"), ({"b/c": b"2", "a": b"1"}, "same"), (other, "other")):
        for name, data in files.items():
            write(tmp_path / home, name, data)
    assert tree(tmp_path / "one") == tree(tmp_path / "same") != tree(tmp_path / "other")


def test_what_python_makes_of_our_code_is_no_input(tmp_path: Path) -> None:
    """Compiled modules come and go with each run."""
    write(tmp_path, "a.py")
    before = tree(tmp_path)
    write(tmp_path, "__pycache__/a.pyc")
    assert tree(tmp_path) == before


@pytest.mark.skipif(os.name != "posix", reason="links and names as POSIX has them")
def test_odd_entries(tmp_path: Path) -> None:
    """A name of any bytes is a name; a folder behind a link is not known."""
    (tmp_path / "links").mkdir()
    try:
        write(tmp_path, os.fsdecode(b"caf\xe9"))
    except OSError:
        pytest.skip("a file system for names in UTF-8 only")
    assert tree(tmp_path)
    (tmp_path / "linked").symlink_to(tmp_path / "links")
    with pytest.raises(OSError):  # noqa: PT011  the same as for any folder that is read as a file
        tree(tmp_path)


def test_formats_count(tmp_path: Path) -> None:
    """Another choice of formats is another fingerprint."""
    write(tmp_path, "profiles/a.yaml")
    file = str(tmp_path / "profiles/a.yaml")
    assert Fingerprints(["md", "html"]).of(file) == Fingerprints(["md", "html"]).of(file)
    assert Fingerprints(["md", "html"]).of(file) != Fingerprints(["mdhtml"]).of(file)


def test_python_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another Python is another fingerprint, though it has the same packages."""
    write(tmp_path, "profiles/a.yaml")
    file = str(tmp_path / "profiles/a.yaml")
    before = Fingerprints(["md"]).of(file)
    monkeypatch.setattr(sys, "version", "4.0")
    assert Fingerprints(["md"]).of(file) != before


@pytest.mark.parametrize(("failures", "known"), [(0, True), (1, True), (2, False)])
def test_second_look(failures: int, known: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be read once is read again; where that fails too, nothing is known of any profile there."""
    write(tmp_path, "profiles/a.yaml")
    write(tmp_path, "profiles/functies/b.yaml")
    real, file = fingerprint.read_whole, str(tmp_path / "profiles/a.yaml")
    right = Fingerprints(["md"]).of(file)
    assert right
    for failing in ("a.yaml", "b.yaml"):
        attempts = count()

        def read_whole(path: str, failing: str = failing, attempts: Iterator[int] = attempts) -> bytes:
            if path.endswith(failing) and next(attempts) < failures:
                raise OSError
            return real(path)

        monkeypatch.setattr(fingerprint, "read_whole", read_whole)
        found = Fingerprints(["md"])
        assert found.of(file) == (right if known else None)
        assert next(attempts) == min(failures + 1, 2)
