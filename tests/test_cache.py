"""The build cache: what it saves, and that nothing wrong in it, or around it, ever gives a wrong output."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.support import CASES, contents, run
from vacaturegen import workshop
from vacaturegen.build import cache as cache_module
from vacaturegen.build import fingerprint
from vacaturegen.workshop import Product

CACHE = Path("output/.cache/uitvoer")
on_posix = pytest.mark.skipif(os.name != "posix", reason="links, special files and modes as POSIX has them")


class Asked(list[str]):
    """The names of the profile files whose documents were made, in a list that grows."""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with profiles that share a functie and an organisatie with a logo."""
    shutil.copytree(CASES / "documenten" / "profiles", tmp_path / "profiles")
    for path in (tmp_path / "profiles").glob("*.yaml"):
        if path.stem not in ("enkel", "sober"):
            path.unlink()
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    names = Asked()
    real = workshop.make_products

    def make_products(files: Sequence[str], formats: Sequence[str]) -> Iterator[Product]:
        names.extend(Path(file).name for file in files)
        return real(files, formats)

    monkeypatch.setattr(workshop, "make_products", make_products)
    return names


def build(*args: str) -> dict[str, bytes | None]:
    """Build, and return what lies in the output folder."""
    assert run("build", "profiles", *args) == 0
    return contents(Path("output"))


def fresh() -> dict[str, bytes | None]:
    """What a build in an empty folder gives."""
    assert run("build", "profiles", "--output", "fresh") == 0
    made = contents(Path("fresh"))
    shutil.rmtree("fresh")
    return made


def test_what_is_current_is_not_made_again(asked: Asked) -> None:
    """A second build asks for no document; after one profile changed, for that one's only."""
    before = build()
    assert asked == ["enkel.yaml", "sober.yaml"]
    asked.clear()
    assert build() == before
    assert asked == []
    change(Path("profiles/sober.yaml"))
    build()
    assert asked == ["sober.yaml"]


def change(path: Path) -> None:
    """Write a line of comment more in a text; the documents that follow from it stay as they are."""
    path.write_bytes(path.read_bytes() + b"\n# a word more\n")


def add_own_template() -> None:
    Path("templates/onderdelen").mkdir(parents=True)
    Path("templates/onderdelen/team.md.j2").write_text("## Eigen team\n\nAltijd hetzelfde.\n")


CHANGES: dict[str, Callable[[], object]] = {
    "functie": lambda: change(next(Path("profiles/functies").glob("*.yaml"))),
    "organisatie": lambda: change(Path("profiles/organisaties/voorbeeldstad.yaml")),
    "broker": lambda: change(Path("profiles/brokers/tussenpersoon.yaml")),
    "a new file beside the organisation": lambda: Path("profiles/organisaties/new.txt").write_text("x"),
    "a shared file gone": lambda: next(Path("profiles/functies").glob("*.yaml")).rename("profiles/functies/x.yaml"),
    "own templates": add_own_template,
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_input_counts(name: str, asked: Asked) -> None:
    """A change in any file that documents are made with makes them anew, for every profile."""
    build()
    asked.clear()
    CHANGES[name]()
    run("build", "profiles")
    assert asked[:2] == ["enkel.yaml", "sober.yaml"]


def test_name_of_the_file_counts(asked: Asked) -> None:
    """The name of a file is an input too: it is the id of a profile that states none."""
    build()
    asked.clear()
    Path("profiles/sober.yaml").rename("profiles/nuchter.yaml")
    assert build() == fresh()
    assert asked[0] == "nuchter.yaml"


def test_other_formats_are_made(asked: Asked) -> None:
    """What is current in one format need not be so in another; each choice of formats is remembered."""
    build("--format", "md")
    asked.clear()
    assert build("--format", "html,docx") == fresh()
    assert asked[:2] == ["enkel.yaml", "sober.yaml"]


@pytest.mark.parametrize("change", ["code", "python"])
def test_other_code_makes_anew(change: str, asked: Asked, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Other code of ours, or another Python, remembers nothing."""
    build()
    asked.clear()
    if change == "code":
        shutil.copytree(fingerprint.PACKAGE / "build", tmp_path / "package")
        monkeypatch.setattr(fingerprint, "PACKAGE", tmp_path / "package")
    else:
        monkeypatch.setattr(sys, "version", "4.0")
    build()
    assert asked == ["enkel.yaml", "sober.yaml"]


@pytest.mark.parametrize("suffix", ["md", "html", "docx"])
def test_output_changed_by_hand_is_made_again(suffix: str) -> None:
    """An output with other bytes is put right, also when its length and its times are as they were."""
    right = build()
    target = next(Path("output/sober").glob(f"*.{suffix}"))
    times = target.stat()
    data = bytearray(target.read_bytes())
    data[len(data) // 2] ^= 1
    target.write_bytes(data)
    os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert build() == right


def test_output_that_is_gone_is_made_again() -> None:
    """An output that somebody removed comes back."""
    right = build()
    shutil.rmtree("output/sober")
    assert build() == right


@on_posix
def test_output_behind_a_link_is_made_again(tmp_path: Path) -> None:
    """A link in the place of an output, or of its folder, is not believed even if the bytes are right."""
    right = build()
    target = next(Path("output/sober").glob("*.md"))
    target.rename(tmp_path / "elsewhere.md")
    target.symlink_to(tmp_path / "elsewhere.md")
    assert build() == right
    assert not target.is_symlink()


DAMAGES: dict[str, Callable[[bytes, int], bytes]] = {
    "cut off": lambda good, at: good[:at],
    "beheaded": lambda good, at: good[at:],
    "doubled": lambda good, at: good + good[at:],
    "one byte wrong": lambda good, at: good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :],
    "something else": lambda _good, at: b"\xff" * at,
}


@pytest.mark.parametrize("share", [0.0, 0.05, 0.5, 0.99])
@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_cache_costs_time_only(damage: str, share: float, asked: Asked) -> None:
    """A cache that is cut off, doubled, or has wrong bytes gives the right outputs all the same."""
    right = build("--format", "md")
    good = CACHE.read_bytes()
    CACHE.write_bytes(bad := DAMAGES[damage](good, int(share * len(good))))
    asked.clear()
    assert build("--format", "md") == right
    assert bool(asked) == (bad != good)
    assert CACHE.read_bytes() == good


def test_mixed_up_cache_is_not_believed() -> None:
    """Lines whose outputs were exchanged do not make an output current that is not there, or is another's."""
    right = build()
    shutil.rmtree("output/sober")
    head, one, other = CACHE.read_text().splitlines()
    CACHE.write_text("\n".join([head, one[:64] + other[64:], other[:64] + one[64:], ""]))
    assert build() == right


@pytest.mark.parametrize(
    "line", [b"f\n", b"F x\n", b"\xff\n", b"F sober/\0.md F =\n", b"F sober/a.md F =", b"F a F =\n"]
)
def test_line_that_no_build_wrote_is_not_believed(line: bytes) -> None:
    """A cache with lines of another form is none, even when its checksum agrees."""
    right = build()
    text = line.replace(b"F =", b"sha256:F =").replace(b"F", b"0" * 64)
    head = f"{cache_module.KIND} {hashlib.sha256(text).hexdigest()}\n".encode()
    CACHE.write_bytes(head + text)
    assert build() == right


def test_cache_file_counts_when_it_is_whole() -> None:
    """Nothing is known of a file with another checksum, nor of one with other lines."""
    text = b"F a/a.md sha256:F =\n".replace(b"F", b"0" * 64)

    def known(text: bytes, kind: str = cache_module.KIND) -> tuple[bytes, dict[str, str]]:
        return cache_module.read_lines(f"{kind} {hashlib.sha256(text).hexdigest()}\n".encode() + text)

    head, lines = known(text)
    assert (head.count(b"\n"), lines) == (1, {"0" * 64: text.decode().rstrip()})
    assert cache_module.read_lines(head + text + text) == (b"", {})
    assert known(b"F" + text) == known(text, "vacaturegen-0") == (b"", {})


def test_removed_cache_is_fine(asked: Asked) -> None:
    """Removing the cache costs one build."""
    right = build()
    shutil.rmtree(CACHE.parent)
    asked.clear()
    assert build() == right
    assert asked == ["enkel.yaml", "sober.yaml"]
    assert CACHE.exists()


def test_cache_is_not_for_git() -> None:
    """The folder tells git to leave it alone, in whatever repository it lies; it is told so once."""
    build()
    ignored, cached = CACHE.with_name(".gitignore"), CACHE.stat().st_ino
    assert ignored.read_text() == "*\n"
    before = ignored.stat().st_ino
    change(Path("profiles/sober.yaml"))
    build()
    assert (ignored.stat().st_ino == before, CACHE.stat().st_ino == cached) == (True, False)
    next(Path("output/sober").glob("*.md")).write_text("by hand")
    cached = CACHE.stat().st_ino
    build()
    assert CACHE.stat().st_ino == cached


def test_build_of_some_profiles_keeps_what_is_known(asked: Asked) -> None:
    """A build of one file adds to what is known of the others; a build of all forgets those that are gone."""
    build()
    change(Path("profiles/sober.yaml"))
    assert run("build", "profiles/sober.yaml") == 0
    assert len(cache_module.read_lines(CACHE.read_bytes())[1]) == 2  # and not what was known of the old text
    asked.clear()
    build()
    assert asked == []
    assert len(cache_module.read_lines(CACHE.read_bytes())[1]) == 2
    Path("profiles/sober.yaml").unlink()
    build()
    assert len(cache_module.read_lines(CACHE.read_bytes())[1]) == 1


def test_profile_written_to_during_a_build_is_not_remembered(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    """A profile that is saved while its documents are made is made again by the next build."""
    real = workshop.make_products

    def make_products(files: Sequence[str], formats: Sequence[str]) -> Iterator[Product]:
        yield from real(files, formats)
        change(Path("profiles/sober.yaml"))

    with monkeypatch.context() as patch:
        patch.setattr(workshop, "make_products", make_products)
        build()
    asked.clear()
    build()
    assert asked == ["sober.yaml"]


def test_id_that_is_taken_is_told_of_current_profiles_too(capsys: pytest.CaptureFixture[str]) -> None:
    """Two profiles with one id are refused, whichever of them was current already."""
    build()
    before = contents(Path("output"))
    for name in ("aa", "zz"):
        copy = Path(f"profiles/{name}.yaml")
        copy.write_text("id: sober\n" + Path("profiles/sober.yaml").read_text())
        capsys.readouterr()
        assert run("build", "profiles") == 1
        assert "sober" in capsys.readouterr().err
        assert contents(Path("output")) == before
        copy.unlink()


@on_posix
def test_cache_that_leads_elsewhere_is_left(tmp_path: Path) -> None:
    """A link in the place of the cache is not written through, and the outputs are right."""
    (tmp_path / "elsewhere").mkdir()
    theirs = tmp_path / "elsewhere/uitvoer"
    theirs.write_text("theirs")
    before = theirs.stat().st_ctime_ns
    Path("output").mkdir()
    Path("output/.cache").symlink_to(tmp_path / "elsewhere")
    made = build()
    assert list((tmp_path / "elsewhere").iterdir()) == [theirs]
    assert theirs.stat().st_ctime_ns == before
    Path("output/.cache").unlink()
    assert made == fresh()


def test_cache_that_cannot_be_written_is_done_without() -> None:
    """Something in the way of the cache does not stop a build."""
    Path("output").mkdir()
    Path("output/.cache").write_text("mine")
    build()
    assert Path("output/.cache").read_text() == "mine"


def test_only_an_output_is_worth_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes nothing more is told of when an output is to be made, and not for the cache alone."""
    right = build()
    change(Path("profiles/sober.yaml"))

    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", refuse)
    assert build() == right
    next(Path("output/sober").glob("*.md")).write_text("by hand")
    assert run("build", "profiles") != 0


@on_posix
def test_what_cannot_be_known_is_made_each_time(tmp_path: Path, asked: Asked) -> None:
    """With a folder behind a link among the shared files, nobody can say what was read: nothing is remembered."""
    (tmp_path / "elsewhere").mkdir()
    Path("profiles/organisaties/logos").symlink_to(tmp_path / "elsewhere")
    build()
    asked.clear()
    build()
    assert asked == ["enkel.yaml", "sober.yaml"]
