"""The output folder: what is written, left alone, removed, refused, and what a failure leaves behind."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import ROOT
from vacaturegen.build import Report, build, check, disk
from vacaturegen.build.manifest import MANIFEST, find_stale, print_manifest
from vacaturegen.digests import digest
from vacaturegen.errors import InputError, OutputError, Problem
from vacaturegen.workshop import Document, Product

Documents = dict[str, bytes]
on_posix = pytest.mark.skipif(os.name != "posix", reason="links, special files and modes as POSIX has them")


def docx(parts: dict[str, str], level: int = 6) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED, level)
    return packed.getvalue()


OLD: Documents = {
    "a/a-aanvraag.docx": docx({"word/document.xml": "<a/>" * 99}),
    "a/a-aanvraag.html": b"<p>a</p>",
    "a/a-aanvraag.md": b"# a\n",
    "b/b-vacature.md": b"# b\n",
}
NEW: Documents = {
    "a/a-aanvraag.docx": docx({"word/document.xml": "<b/>" * 99}),
    "a/a-aanvraag.html": b"<p>a</p>",
    "a/a-aanvraag.md": b"# a, again\n",
    "c/c-vacature.md": b"# c\n",
}


def products(documents: Iterable[tuple[str, bytes]]) -> Iterator[Product]:
    """Documents as the products of their profiles: what stands before the slash is the profile's id."""
    for profile, its in groupby(documents, key=lambda document: document[0].partition("/")[0]):
        yield Product(profile, profile, documents=tuple(Document(path, digest(data), data) for path, data in its))


def files_of(documents: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(path.partition("/")[0] for path in documents))


def run(documents: Documents, output: Path, *, whole: bool = True) -> Report:
    files = files_of(documents)
    return build(files, ["md", "html", "docx"], output, lambda _: products(documents.items()), whole=whole)


def look(documents: Documents, output: Path, *, whole: bool = True) -> tuple[str, ...]:
    report = check(files_of(documents), output, lambda _: products(documents.items()), whole=whole)
    return tuple(sorted(report.made + report.removed))


def snapshot(folder: Path) -> dict[str, bytes | str | None]:
    """Everything below a folder: file -> bytes, folder -> None, link -> where it leads."""
    return {
        path.relative_to(folder).as_posix(): str(path.readlink())
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else None
        for path in folder.rglob("*")
    }


def files(folder: Path) -> Documents:
    return {path: data for path, data in snapshot(folder).items() if isinstance(data, bytes) and path != MANIFEST}


def test_first_build_makes_everything(tmp_path: Path) -> None:
    """A build into a folder that does not exist makes it, all documents, and a sorted manifest of them."""
    output = tmp_path / "deep" / "output"
    assert run(dict(reversed(OLD.items())), output) == Report(tuple(sorted(OLD)), (), (), ())
    assert files(output) == OLD
    manifest = json.loads((output / MANIFEST).read_text())
    assert list(manifest.items()) == [(path, digest(OLD[path])) for path in sorted(OLD)]


def test_second_build_touches_nothing(tmp_path: Path) -> None:
    """A build of what is current already changes neither files, nor their times, nor the folder's."""
    run(OLD, tmp_path)
    times = {path: path.stat().st_mtime_ns for path in [tmp_path, *tmp_path.rglob("*")]}
    assert run(OLD, tmp_path) == Report((), tuple(sorted(OLD)), (), ())
    assert {path: path.stat().st_mtime_ns for path in [tmp_path, *tmp_path.rglob("*")]} == times


def test_build_writes_what_differs(tmp_path: Path) -> None:
    """The next build writes what changed, removes the outputs of a profile that is gone, and leaves the rest."""
    run(OLD, tmp_path)
    report = run(NEW, tmp_path)
    assert report == Report(
        made=("a/a-aanvraag.docx", "a/a-aanvraag.md", "c/c-vacature.md"),
        current=("a/a-aanvraag.html",),
        removed=("b/b-vacature.md",),
        kept=(),
    )
    assert files(tmp_path) == NEW
    assert not (tmp_path / "b").exists()


def test_order_and_history_leave_no_trace(tmp_path: Path) -> None:
    """A folder that was built over an older one equals a fresh one, manifest included."""
    run(OLD, tmp_path / "over")
    run(NEW, tmp_path / "over")
    run(dict(reversed(NEW.items())), tmp_path / "fresh")
    assert snapshot(tmp_path / "over") == snapshot(tmp_path / "fresh")


def test_equal_parts_make_a_docx_current(tmp_path: Path) -> None:
    """A .docx whose unzipped parts are equal is left as it lies there, in whatever order and however packed."""
    parts = {"a.xml": "x" * 999, "b.xml": "y" * 999}
    other = docx(dict(reversed(parts.items())), level=0)
    run({"a/a.docx": docx(parts)}, tmp_path)
    manifest = (tmp_path / MANIFEST).read_bytes()
    assert run({"a/a.docx": other}, tmp_path).current == ("a/a.docx",)
    assert (tmp_path / "a/a.docx").read_bytes() == docx(parts) != other
    assert (tmp_path / MANIFEST).read_bytes() == manifest
    assert look({"a/a.docx": docx({**parts, "b.xml": "z"})}, tmp_path) == ("a/a.docx", MANIFEST)


@given(st.data())
def test_damaged_docx_is_not_current(data: st.DataObject) -> None:
    """A .docx with a changed byte has another digest or equal parts, and never stops a build."""
    good = docx({"word/document.xml": "<a/>" * 99})
    place = data.draw(st.integers(0, len(good) - 1))
    bad = good[:place] + bytes([good[place] ^ data.draw(st.integers(1, 255))]) + good[place + 1 :]
    if digest(bad) == digest(good):
        with zipfile.ZipFile(io.BytesIO(bad)) as archive:
            assert archive.read("word/document.xml") == b"<a/>" * 99


def test_damaged_output_is_made_again(tmp_path: Path) -> None:
    """Outputs that were cut off or emptied by hand are written again."""
    run(OLD, tmp_path)
    for path, data in OLD.items():
        (tmp_path / path).write_bytes(data[: len(data) // 2])
    assert run(OLD, tmp_path).made == tuple(sorted(OLD))
    assert files(tmp_path) == OLD


def test_some_profiles_leave_others_alone(tmp_path: Path) -> None:
    """A build of some profiles touches no other profile's outputs and keeps their lines in the manifest."""
    run(OLD, tmp_path)
    report = run({"a/a-aanvraag.md": b"# new\n"}, tmp_path, whole=False)
    assert report == Report(made=("a/a-aanvraag.md",), current=(), removed=(), kept=())
    assert files(tmp_path) == {**OLD, "a/a-aanvraag.md": b"# new\n"}
    assert json.loads((tmp_path / MANIFEST).read_text()).keys() == OLD.keys()


def test_kind_that_is_no_longer_made_goes(tmp_path: Path) -> None:
    """Outputs of a kind that a profile no longer asks for are removed, in the formats of this build only."""
    run(
        {"a/a-aanvraag.md": b"1", "a/a-aanvraag.html": b"2", "a/a-vacature.md": b"3", "b/b-vacature.md": b"4"}, tmp_path
    )
    report = run({"a/a-vacature.md": b"3"}, tmp_path, whole=False)
    assert report == Report(made=(), current=("a/a-vacature.md",), removed=("a/a-aanvraag.md",), kept=())
    assert files(tmp_path).keys() == {"a/a-aanvraag.html", "a/a-vacature.md", "b/b-vacature.md"}


def test_changed_stale_file_is_kept_and_told(tmp_path: Path) -> None:
    """A stale output that a person changed is left, and told of at every build until that person moves it."""
    run(OLD, tmp_path)
    mine = tmp_path / "b/b-vacature.md"
    mine.write_bytes(b"# my own words\n")
    for _ in range(2):
        assert run({path: OLD[path] for path in OLD if path[0] == "a"}, tmp_path).kept == ("b/b-vacature.md",)
        assert mine.read_bytes() == b"# my own words\n"
    mine.unlink()
    assert run({path: OLD[path] for path in OLD if path[0] == "a"}, tmp_path).kept == ()
    assert "b/b-vacature.md" not in json.loads((tmp_path / MANIFEST).read_text())


def test_files_that_are_not_ours_stay(tmp_path: Path) -> None:
    """A person's own file in the output folder survives every build, also beside an output that is removed."""
    run(OLD, tmp_path)
    (tmp_path / "b/notes.md").write_bytes(b"mine")
    run(NEW, tmp_path)
    assert files(tmp_path) == {**NEW, "b/notes.md": b"mine"}


def test_check_tells_and_writes_nothing(tmp_path: Path) -> None:
    """Check tells what is missing, different or stale, and makes not even a folder."""
    output = tmp_path / "output"
    assert look(OLD, output) == tuple(sorted([*OLD, MANIFEST]))
    assert not output.exists()
    run(OLD, output)
    assert look(OLD, output) == ()
    before = snapshot(output)
    assert look(NEW, output) == (
        "a/a-aanvraag.docx",
        "a/a-aanvraag.md",
        "b/b-vacature.md",
        "c/c-vacature.md",
        MANIFEST,
    )
    assert snapshot(output) == before
    (output / MANIFEST).unlink()
    assert look(OLD, output) == (MANIFEST,)


def test_documents_are_read_one_at_a_time(tmp_path: Path) -> None:
    """The documents of a profile are on the disk before those of the next one are asked for."""

    def documents() -> Iterator[Product]:
        for n in range(3):
            assert sum(path.is_file() for path in tmp_path.rglob("*")) == n
            yield from products([(f"{n}/a.md", b"x")])

    build([str(n) for n in range(3)], ["md"], tmp_path, lambda _: documents(), whole=True)


@on_posix
def test_only_who_builds_reaches_what_is_on_its_way(tmp_path: Path) -> None:
    """Documents that are not in their places yet lie where nobody else can reach them."""

    def documents() -> Iterator[Product]:
        yield from products([("a/a.md", b"x")])
        (folder,) = tmp_path.glob(".staging-*")
        assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0

    build(["a"], ["md"], tmp_path, lambda _: documents(), whole=True)


@pytest.mark.parametrize("current", [None, "a.yaml", "b.yaml"])
@pytest.mark.parametrize("named", [("a.yaml", "b.yaml"), ("b.yaml", "a.yaml")])
def test_id_is_of_the_profile_that_was_named_first(tmp_path: Path, named: Sequence[str], current: str | None) -> None:
    """The second one with an id is told of the first, by the order in which they were named, also of a current one."""

    def produce(some: Sequence[str]) -> Iterator[Product]:
        for file in some:
            yield Product(file, "same", Problem(file, 1, 5, ""), (Document("same/same.md", digest(b"x"), b"x"),))

    for name in named:
        _lay_file(tmp_path / "profiles" / name)
    first, second = files = [str(tmp_path / "profiles" / name) for name in named]
    output = tmp_path / "output"
    if current:
        build([str(tmp_path / "profiles" / current)], ["md"], output, produce, whole=False)
    with pytest.raises(InputError) as built:
        build(files, ["md"], output, produce, whole=True)
    with pytest.raises(InputError) as checked:
        check(files, output, produce, whole=True)
    for caught in (built, checked):
        (problem,) = caught.value.problems
        assert problem.path == second
        assert f" {first} " in problem.message


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_failing_document_leaves_no_trace(tmp_path: Path, error: type[BaseException]) -> None:
    """When a document cannot be made, or a person stops it, the folder is as it was, and a new one is not there."""

    def documents() -> Iterator[Product]:
        yield from products(NEW.items())
        raise error

    old = tmp_path / "old"
    run(OLD, old)
    for output in (old, tmp_path / "new" / "deep"):
        before = snapshot(tmp_path)
        with pytest.raises(error):
            build(files_of(NEW), ["md"], output, lambda _: documents(), whole=True)
        assert snapshot(tmp_path) == before


def fail_at(monkeypatch: pytest.MonkeyPatch, name: str, nth: int) -> Callable[[], int]:
    """Make the nth call of os.<name> that has to do with an output fail as on a full disk; count the calls."""
    real, calls = getattr(os, name), 0

    def call(*args: Any, **kwargs: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == nth:
            raise OSError(errno.ENOSPC, "planted")
        return real(*args, **kwargs)

    monkeypatch.setattr(os, name, call)
    return lambda: calls


@pytest.mark.parametrize("name", ["fsync", "mkdir", "replace", "unlink", "rmdir", "open"])
def test_failure_at_every_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Whichever call fails: before the first rename all is as before, after it each file is whole; then all is well."""
    messages: list[str] = []
    nth = calls = 0
    while nth <= calls:
        nth += 1
        output = tmp_path / str(nth)
        run(OLD, output)
        before = snapshot(output)
        with monkeypatch.context() as patch:
            counted = fail_at(patch, name, nth)
            try:
                run(NEW, output)
            except OutputError as error:
                messages.append(str(error))
                untouched = name in ("fsync", "mkdir") or (name, nth) == ("replace", 1)
                assert not untouched or snapshot(output) == before
            calls = counted()
        for path, data in files(output).items():
            assert path.startswith(".staging-") or data in (OLD.get(path), NEW.get(path))
        run(NEW, output)
        assert files(output) == NEW
        assert not list(output.glob(".staging-*"))
        assert look(NEW, output) == ()
    assert len(messages) == {"fsync": 4, "mkdir": 2, "replace": 4, "unlink": 1, "rmdir": 0, "open": 1}[name]
    assert all(str(tmp_path) in message and "disk is full" in message for message in messages)


def test_output_that_cannot_be_put_right_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When an output that was changed by hand cannot be replaced, that is an error, whatever else is to be done."""
    run(OLD, tmp_path)
    (tmp_path / "a/a-aanvraag.md").write_bytes(b"by hand")
    fail_at(monkeypatch, "replace", 1)
    with pytest.raises(OutputError, match="disk is full"):
        run(OLD, tmp_path)


def test_cache_alone_is_not_worth_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When nothing but the cache is to be written, a disk that takes nothing more is not told of."""
    _lay_file(tmp_path / "profiles/a")
    monkeypatch.chdir(tmp_path / "profiles")
    documents, output = {"a/a-vacature.md": b"# a\n"}, tmp_path / "output"
    run(documents, output)
    Path("a").write_text("the same in other words")
    calls = fail_at(monkeypatch, "fsync", 1)
    assert run(documents, output) == Report((), tuple(documents), (), ())
    assert calls() == 1


def test_stale_output_that_goes_by_itself_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stale output that somebody else removes while the others are put in their places is no error."""
    run(OLD, tmp_path)
    real = os.replace

    def replace(*args: Any) -> None:
        (tmp_path / "b/b-vacature.md").unlink(missing_ok=True)
        real(*args)

    monkeypatch.setattr(os, "replace", replace)
    assert run(NEW, tmp_path).removed == ("b/b-vacature.md",)
    assert files(tmp_path) == NEW


@on_posix
def test_full_disk_leaves_everything(tmp_path: Path) -> None:
    """A real refusal by the system halfway a file (a limit on its size) leaves the folder as it was."""
    import resource

    run(OLD, tmp_path)
    before = snapshot(tmp_path)
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limit[1]))
    try:
        with pytest.raises(OutputError, match="larger than this disk or the limit"):
            run({**NEW, "c/c-vacature.md": b"x" * 1_000_000}, tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert snapshot(tmp_path) == before


def test_leftovers_of_a_killed_build_are_swept(tmp_path: Path) -> None:
    """Staging that a killed build left is gone after the next build, also when nothing else is to be done."""
    run(OLD, tmp_path)
    (tmp_path / ".staging-left").mkdir()
    (tmp_path / ".staging-left/.0").write_bytes(b"half")
    run(OLD, tmp_path)
    assert not (tmp_path / ".staging-left").exists()


@on_posix
def test_builds_at_the_same_time_wait(tmp_path: Path) -> None:
    """A build that starts while another works waits for it, and sweeps nothing of it."""
    code = (
        "import sys; from pathlib import Path; from tests import test_build as t\n"
        "t.run({'b/b.md': b'second'}, Path(sys.argv[1]), whole=False)"
    )
    waiting: list[subprocess.Popen[bytes]] = []

    def documents() -> Iterator[Product]:
        yield from products([("b/b.md", b"first")])
        waiting.append(subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT))
        with pytest.raises(subprocess.TimeoutExpired):
            waiting[0].wait(1.5)
        yield from products([("a/a.md", b"first")])

    build(files_of("ab"), ["md"], tmp_path, lambda _: documents(), whole=True)
    assert waiting[0].wait(20) == 0
    assert files(tmp_path) == {"a/a.md": b"first", "b/b.md": b"second"}
    assert json.loads((tmp_path / MANIFEST).read_text()).keys() == {"a/a.md", "b/b.md"}


@on_posix
@pytest.mark.parametrize("lay", [Path.symlink_to, Path.hardlink_to])
def test_links_are_replaced_not_followed(tmp_path: Path, lay: Callable[[Path, Path], None]) -> None:
    """A link in the place of an output or of the manifest is replaced by a file; what it led to is not changed."""
    canary, output = tmp_path / "canary", tmp_path / "output"
    canary.write_bytes(b"{}\n")
    (output / "a").mkdir(parents=True)
    for place in ("a/a-aanvraag.md", MANIFEST):
        lay(output / place, canary)
    run(OLD, output)
    assert canary.read_bytes() == b"{}\n"
    assert files(output) == OLD
    assert look(OLD, output) == ()


@on_posix
def test_link_to_equal_bytes_is_replaced_too(tmp_path: Path) -> None:
    """A symbolic link is no output of ours, even where it leads to the same bytes."""
    run(OLD, tmp_path)
    target = tmp_path / "a/a-aanvraag.md"
    target.rename(tmp_path / "elsewhere")
    target.symlink_to(tmp_path / "elsewhere")
    assert look(OLD, tmp_path) == ("a/a-aanvraag.md",)
    assert run(OLD, tmp_path).made == ("a/a-aanvraag.md",)
    assert not target.is_symlink()


@on_posix
def test_folder_that_leads_out_is_refused(tmp_path: Path) -> None:
    """A linked sub-folder that leaves the output folder is an error, and nothing is written on either side."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output").mkdir()
    (tmp_path / "output/a").symlink_to(tmp_path / "elsewhere")
    before = snapshot(tmp_path)
    with pytest.raises(OutputError, match="outside the output folder"):
        run(OLD, tmp_path / "output")
    assert snapshot(tmp_path) == before


@on_posix
@pytest.mark.parametrize("linked", ["a", "a/a.md", "a/a.md, later"])
def test_what_lies_behind_a_link_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linked: str) -> None:
    """Outputs are looked at only where no link leads to them, nor one that is put there after a first look."""
    _lay_file(tmp_path / "a/a.md")
    assert disk.read_plain(str(tmp_path), "a/a.md") == b"x"
    link = tmp_path / linked.removesuffix(", later")
    link.rename(tmp_path / "elsewhere")
    link.symlink_to(tmp_path / "elsewhere")
    if linked.endswith("later"):
        monkeypatch.setattr(os, "lstat", os.stat)  # what was seen before the link came
    assert disk.read_plain(str(tmp_path), "a/a.md") is None


def test_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An output folder in which nobody may look for what others left is told of by its name."""

    def refuse(path: str) -> None:
        raise PermissionError(errno.EACCES, "denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(OutputError, match=rf"^{re.escape(str(tmp_path))}: you may not read or write here"):
        run(OLD, tmp_path)


def test_manifest_cannot_lead_out(tmp_path: Path) -> None:
    """A manifest that lists a file outside the output folder removes nothing there."""
    outside = tmp_path / "mine.md"
    outside.write_bytes(b"mine")
    for path in ("../mine.md", "a/../../mine.md", outside.as_posix()):
        output = tmp_path / "output"
        output.mkdir(exist_ok=True)
        (output / MANIFEST).write_text(json.dumps({path: digest(b"mine")}))
        with pytest.raises(OutputError):
            run(OLD, output)
        assert outside.read_bytes() == b"mine"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<<<<<<< ours",
        "[]",
        '{"a/a.md": 1}',
        '{"": "x"}',
        '{"a.md": "x"}',
        '{"a/b/c.md": "x"}',
        '{"\\ud800": "x"}',
        "[" * 9999,
    ],
)
def test_broken_manifest_is_told(tmp_path: Path, text: str) -> None:
    """A manifest that is no list of ours (a merge conflict, say) is an error with its cure, and nothing is written."""
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(OutputError, match=rf"^{re.escape(str(tmp_path / MANIFEST))}: .* Remove the file"):
        run(OLD, tmp_path)
    with pytest.raises(OutputError):
        look(OLD, tmp_path)
    assert snapshot(tmp_path) == {MANIFEST: text.encode()}


def _lay_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")


def _lay_folder(path: Path) -> None:
    path.mkdir(parents=True)


def _lay_pipe(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


def _lay_circle(path: Path) -> None:
    path.symlink_to(path)


OBSTACLES = [
    pytest.param(_lay_file, "output", "output", "a folder must come", id="output-is-a-file"),
    pytest.param(_lay_file, "output", "output/sub", "a folder must come", id="output-below-a-file"),
    pytest.param(_lay_file, "output/b", "output", "a folder must come", id="file-for-a-folder"),
    pytest.param(_lay_folder, "output/a/a-aanvraag.md", "output", "not a file", id="folder-for-a-file"),
    pytest.param(_lay_folder, f"output/{MANIFEST}", "output", "not a file", id="folder-for-the-manifest"),
    pytest.param(_lay_pipe, "output", "output", "a folder must come", id="output-is-a-pipe", marks=on_posix),
    pytest.param(_lay_pipe, "output/b/b-vacature.md", "output", "not a file", id="pipe-for-a-file", marks=on_posix),
    pytest.param(_lay_circle, "output", "output", "circle|must come", id="links-in-a-circle", marks=on_posix),
]


@pytest.mark.parametrize(("lay", "obstacle", "output", "message"), OBSTACLES)
def test_obstacle_is_refused(
    tmp_path: Path, lay: Callable[[Path], None], obstacle: str, output: str, message: str
) -> None:
    """What stands in the way of a file or a folder is an error in one sentence before anything is written."""
    lay(tmp_path / obstacle)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OutputError, match=message) as caught:
        run(OLD, tmp_path / output)
    assert str(caught.value).startswith(str(tmp_path / obstacle))
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("lay", "free"),
    [
        pytest.param(lambda _: None, True, id="nothing"),
        pytest.param(_lay_folder, True, id="a-folder"),
        pytest.param(_lay_file, False, id="a-file"),
        pytest.param(_lay_circle, False, id="a-link", marks=on_posix),
    ],
)
def test_place_for_a_folder(tmp_path: Path, lay: Callable[[Path], None], free: bool) -> None:
    """A folder can be made, or used as it is, where nothing else has its name."""
    lay(tmp_path / "it")
    assert disk.is_free_folder(str(tmp_path), "it") == free


@on_posix
def test_new_files_have_the_usual_rights(tmp_path: Path) -> None:
    """New files and folders get the rights that the umask leaves, whatever lay there before."""
    locked = tmp_path / "output/a/a-aanvraag.md"
    locked.parent.mkdir(parents=True)
    locked.write_bytes(b"x")
    locked.chmod(0o400)
    old = os.umask(0o027)
    try:
        run(OLD, tmp_path / "output")
    finally:
        os.umask(old)
    assert stat.S_IMODE(locked.stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "output/b").stat().st_mode) == 0o750


FULL, DENIED, NO_FOLDER = "the disk is full", "you may not read or write here", "a file stands where a folder must come"
CAUSES = {
    "ENOSPC": FULL,
    "EDQUOT": FULL,
    "EACCES": DENIED,
    "EPERM": DENIED,
    "EROFS": "this disk cannot be written to",
    "ENOTDIR": NO_FOLDER,
    "EEXIST": NO_FOLDER,
    "EISDIR": "a folder stands where a file must come",
    "ENOENT": "the folder is gone",
    "ELOOP": "the links here lead round in a circle",
    "ENAMETOOLONG": "this name is too long for the disk",
    "EMFILE": "too many files are open",
    "EFBIG": "the file is larger than this disk or the limit",
    "EIO": "the disk reports an error",
    "EXDEV": "this folder is on another disk than the output folder",
    "EBUSY": "another program uses this file",
    "ENODEV": "the system says: as the system puts it.",
    "": "the system says: as the system puts it.",
}
"""What is said of each refusal of the system; the last one has no number."""


@pytest.mark.parametrize(("code", "words"), CAUSES.items())
def test_every_cause_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, words: str) -> None:
    """Each refusal of the system is one line with the path and the cause in words, none of Python's own."""

    def refuse(*_: object) -> None:
        number = [getattr(errno, code)] if code else []
        raise OSError(*number, "as the system puts it")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OutputError) as caught:
        run(OLD, tmp_path)
    message = str(caught.value)
    assert message.startswith(f"{tmp_path / 'a' / 'a-aanvraag.docx'}: {words}")
    assert message.endswith(".")
    assert "Errno" not in message
    assert ("as the system puts it" in message) == (code in {"ENODEV", ""})


def test_file_that_word_holds_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a .docx that Word holds open is told as such."""

    def refuse(*_: object) -> None:
        error = PermissionError(errno.EACCES, "denied")
        error.winerror = 32  # type: ignore[attr-defined,unused-ignore]  # only Windows gives it one
        raise error

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OutputError, match=r"a-aanvraag\.docx: the file is open in Word"):
        run(OLD, tmp_path)


LISTED = dict.fromkeys(("a.b/a.b-vacature.md", "a.b/a.b-vacature.docx", "a.b/a.b-aanvraag.md", "c/c-vacature.md"), "x")


@pytest.mark.parametrize(
    ("made", "whole", "stale"),
    [
        (["a.b/a.b-vacature.md"], True, ["a.b/a.b-aanvraag.md", "c/c-vacature.md"]),
        (["a.b/a.b-vacature.md"], False, ["a.b/a.b-aanvraag.md"]),
        (["a.b/a.b-vacature.docx"], True, ["c/c-vacature.md"]),
        (["a.b/a.b-vacature.docx"], False, []),
        (["c/c-vacature.html"], True, sorted(path for path in LISTED if path.startswith("a.b/"))),
        (["c/c-vacature.html"], False, []),
        (["c/c-aanvraag.md"], False, ["c/c-vacature.md"]),
        (LISTED, True, []),
        ([], True, sorted(LISTED)),
        ([], False, []),
    ],
)
def test_what_is_stale(made: Iterable[str], whole: bool, stale: list[str]) -> None:
    """Stale is what is listed and was not made, in the formats that were made, and all of a profile that is gone."""
    assert find_stale(LISTED, dict.fromkeys(made, "x"), whole=whole) == stale


def test_list_of_nothing() -> None:
    """A list of no outputs is a list all the same."""
    assert b"".join(print_manifest({})) == b"{}\n"
