"""The seal of the build cache: outputs are not read again while it holds, and it holds for nothing that was changed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.support import CASES, contents, run
from vacaturegen.build import disk
from vacaturegen.build import seal as seal_module
from vacaturegen.build.cache import groups, read_lines
from vacaturegen.build.seal import ATTRIBUTE, SEALED, Seal, break_seal, read_attribute, write_attribute

CACHE = Path("output/.cache/uitvoer")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with one profile."""
    (tmp_path / "profiles").mkdir()
    shutil.copy(CASES / "documenten/profiles/sober.yaml", tmp_path / "profiles")
    shutil.copytree(CASES / "documenten/profiles/functies", tmp_path / "profiles/functies")
    shutil.copytree(CASES / "documenten/profiles/organisaties", tmp_path / "profiles/organisaties")
    monkeypatch.chdir(tmp_path)


def build() -> dict[str, bytes | None]:
    assert run("build", "profiles") == 0
    return contents(Path("output"))


def need_attributes() -> None:
    """Skip the test on a file system without attributes."""
    try:
        os.setxattr("profiles", ATTRIBUTE, b"")
    except (AttributeError, OSError):
        pytest.skip("a file system without attributes")


def build_sealed() -> dict[str, bytes | None]:
    """Build, and have the outputs sealed, however short ago they were written."""
    need_attributes()
    right = build()
    assert len(read_attribute(str(CACHE))) == SEALED
    return right


def an_output() -> Path:
    return next(Path("output/sober").glob("*.md"))


def edit_unseen() -> None:
    """Change a byte, and put back the times that can be put back."""
    target, times = an_output(), an_output().stat()
    target.write_bytes(target.read_bytes()[:-2] + b"!\n")
    os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))


def replace_unseen() -> None:
    """Put another file in the place, with the size and the times of the first."""
    target, times = an_output(), an_output().stat()
    other = Path("other")
    other.write_bytes(b"x" * times.st_size)
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    other.replace(target)


def exchange() -> None:
    """Let two outputs change places."""
    one, two = sorted(Path("output/sober").glob("*"))[:2]
    one.rename("one")
    two.rename(one)
    Path("one").rename(two)


def copy_folder() -> None:
    """Put a copy in the place of the folder, attributes and all, with one output changed."""
    shutil.copytree("output", "copy")
    shutil.rmtree("output")
    Path("copy").rename("output")
    edit_unseen()


def put_link() -> None:
    """Put a link in the place of an output, to the very bytes."""
    target = an_output()
    elsewhere = target.rename("elsewhere")
    target.symlink_to(elsewhere.absolute())


CHANGES: dict[str, Callable[[], object]] = {
    "edited": edit_unseen,
    "replaced": replace_unseen,
    "exchanged": exchange,
    "gone": lambda: an_output().unlink(),
    "copied": copy_folder,
    "a link": put_link,
}


@pytest.mark.parametrize("change", CHANGES)
def test_seal_holds_for_nothing_that_was_changed(change: str) -> None:
    """Whatever was done to an output, the next build puts it right, and seals it again."""
    right = build_sealed()
    CHANGES[change]()
    assert build() == right
    assert build_sealed() == right


def test_seal_does_not_hold_behind_a_link() -> None:
    """A link in the place of a folder of outputs is told of, though each file in it is the same."""
    build_sealed()
    folder = Path("output/sober")
    folder.rename("elsewhere")
    folder.symlink_to(Path("elsewhere").absolute())
    assert run("build", "profiles") != 0


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give a list to which the path of each file that is read in the output folder is added."""
    paths: list[str] = []
    real = disk.read_plain

    def read_plain(output: str, path: str) -> bytes | None:
        paths.append(path)
        return real(output, path)

    monkeypatch.setattr(disk, "read_plain", read_plain)
    return paths


def cache_and_outputs() -> list[str]:
    """The path of the cache file, and of each output."""
    return sorted([".cache/uitvoer", *(f"sober/{path.name}" for path in Path("output/sober").iterdir())])


def test_sealed_outputs_are_not_read(read: list[str]) -> None:
    """While the seal holds a build reads no output and writes nothing; without it each is read once, and sealed."""
    build_sealed()
    read.clear()
    before = CACHE.stat().st_ctime_ns
    build()
    assert read == [".cache/uitvoer"]
    assert CACHE.stat().st_ctime_ns == before
    break_seal(str(CACHE))
    read.clear()
    build_sealed()
    assert sorted(read) == cache_and_outputs()


def test_seal_is_of_this_cache_file() -> None:
    """A seal holds for the list of outputs that it was laid for, and for no other."""
    build_sealed()
    head, lines = read_lines(CACHE.read_bytes())
    assert Seal("output", ".cache/uitvoer").holds(head, groups(lines))
    assert not Seal("output", ".cache/uitvoer").holds(head.replace(b"vacaturegen", b"another"), groups(lines))


def test_clock_that_knows_only_writing_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the time of change is that of the last writing, which a program can set, there is no seal."""
    build_sealed()
    real = os.lstat

    def lstat(path: str) -> SimpleNamespace:
        found = real(path)
        same = found.st_mtime_ns
        return SimpleNamespace(st_mode=found.st_mode, st_nlink=1, st_mtime_ns=same, st_ctime_ns=same)

    assert break_seal(str(CACHE)) > 0
    monkeypatch.setattr(os, "lstat", lstat)
    assert break_seal(str(CACHE)) == 0


def test_what_changed_while_the_clock_stood_still_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was changed in the same step of the clock in which it is read could change in it again."""
    build_sealed()
    groups = [("a", [f"sober/{an_output().name}"])]
    seal = Seal("output", ".cache/uitvoer")
    monkeypatch.setattr(seal_module, "break_seal", lambda _file: an_output().stat().st_ctime_ns)
    assert seal.begin(groups)
    seal.confirm("a")
    assert seal.known == {}
    monkeypatch.setattr(seal_module, "break_seal", lambda _file: an_output().stat().st_ctime_ns + 1)
    assert seal.begin(groups)
    seal.confirm("a")
    assert seal.known.keys() == {"a"}


def test_next_step_of_the_clock_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was changed in this very step of the clock is known after the next one, which comes soon."""
    build_sealed()
    changed = an_output().stat().st_ctime_ns
    steps = iter((changed, changed, changed + 1))
    monkeypatch.setattr(seal_module, "break_seal", lambda _file: next(steps))
    seal = Seal("output", ".cache/uitvoer")
    assert seal.begin([("a", [f"sober/{an_output().name}"])])
    seal.confirm("a")
    assert seal.known.keys() == {"a"}
    assert next(steps, None) is None


def test_seal_is_not_laid_on_a_file_with_another_name_elsewhere() -> None:
    """A cache file that is also a file outside the output folder gets no attribute."""
    build()
    Path("elsewhere").write_bytes(CACHE.read_bytes())
    CACHE.unlink()
    CACHE.hardlink_to("elsewhere")
    before = Path("elsewhere").stat().st_ctime_ns
    build()
    assert Path("elsewhere").stat().st_ctime_ns == before


@pytest.mark.parametrize("linked", ["folder", "folder/file", "folder/file, later"])
def test_seal_is_laid_through_no_link(linked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file behind a link gets no attribute, nor behind one that is put there after a first look."""
    need_attributes()
    (tmp_path / "folder").mkdir()
    file, link = tmp_path / "folder/file", tmp_path / linked.removesuffix(", later")
    file.write_text("x")
    assert write_attribute(str(file), b"one")
    link.rename(tmp_path / "elsewhere")
    link.symlink_to(tmp_path / "elsewhere")
    if linked.endswith("later"):
        monkeypatch.setattr(os, "lstat", os.stat)  # what was seen before the link came
    assert not write_attribute(str(file), b"another")


def test_file_that_goes_meanwhile_has_no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the cache file goes just after its seal was broken, there is no seal."""
    monkeypatch.setattr(seal_module, "write_attribute", lambda *_: True)
    assert break_seal(str(CACHE)) == 0


@pytest.mark.parametrize("missing", ["platform", "attributes"])
def test_without_attributes_every_output_is_read(
    missing: str, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where files have no attributes, what was changed is seen by its bytes, which are read once in a build."""
    if missing == "platform":
        monkeypatch.setattr(sys, "platform", "darwin")
    else:
        monkeypatch.setattr(seal_module, "write_attribute", lambda *_: False)
    right = build()
    assert read == [".cache/uitvoer", ".cache/.gitignore"]
    read.clear()
    build()
    assert sorted(read) == cache_and_outputs()
    edit_unseen()
    assert build() == right
