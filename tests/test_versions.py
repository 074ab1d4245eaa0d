"""Versions of profiles: what git keeps is built as if it lay on the disk, and what cannot be compared is told of."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.house import SHIPPED
from tests.repository import commit, enter, git
from tests.support import ROOT, contents, write
from vacaturegen import profiles
from vacaturegen.errors import ComparisonError, ExitCode, InputError, UncomparableError, VacaturegenError
from vacaturegen.files import MAX_BYTES, walk
from vacaturegen.library import read_library
from vacaturegen.processes import spread
from vacaturegen.versions import (
    Pair,
    Version,
    may_differ,
    mount_again,
    open_version,
    pairs,
    reached_by,
    shared_changes,
    with_only,
)
from vacaturegen.versions.pairing import match_alike
from vacaturegen.workshop import Product, prepare

FUNCTIE = "titel: Adviseur\ntaken:\n  - Stukken voorbereiden\n"
ORGANISATIE = "naam: Gemeente {0}\nsoort: gemeente\nbeschrijving: De gemeente {0} ligt aan het water.\n"
PROFIEL = "functie: {functie}\norganisatie: {organisatie}\ntitel: {titel}\nvacature:\n"
HOUSE = (
    "huisstijl:\n  logo:\n    bestand: logo.svg\n    beschrijving: Een vlak\n  thema: thema.css\n  basis: basis.docx\n"
)
PART = "templates/onderdelen/opening.md.j2"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} 20"><rect width="{0}" height="20"/></svg>\n'


def start(folder: Path, place: str = "profiles") -> dict[str, str]:
    """Begin a repository, and return files for its first commit: two profiles of different organisaties."""
    git(folder, "init", "--quiet", "--initial-branch", "hoofdlijn")
    at = f"{place}/" if place else ""
    return {
        f"{at}functies/adviseur.yaml": FUNCTIE,
        f"{at}functies/griffier.yaml": FUNCTIE,
        f"{at}organisaties/meer.yaml": ORGANISATIE.format("Meer"),
        f"{at}organisaties/duin.yaml": ORGANISATIE.format("Duin"),
        f"{at}een.yaml": PROFIEL.format(functie="adviseur", organisatie="meer", titel="Adviseur water"),
        f"{at}twee.yaml": PROFIEL.format(functie="griffier", organisatie="duin", titel="Griffier"),
    }


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for a repository, which is the current one, and a git that knows nobody's settings."""
    return enter(tmp_path, monkeypatch)


def make(version: Version) -> dict[str, bytes]:
    """Return every document of a version by its path, or raise InputError."""
    return {document.path: document.data for product in products(version) for document in product.documents}


def products(version: Version) -> Iterator[Product]:
    """Yield what comes of each profile of a version."""
    for product in map(prepare(("md", "html", "docx", "txt")), version.files):
        if product.problems:
            raise InputError(product.problems)
        yield product


def stems(found: list[Pair]) -> list[str]:
    """Return the names of profiles in two versions."""
    return [pair.stem for pair in found]


def test_a_revision_gives_what_its_checkout_gives(home: Path, tmp_path: Path) -> None:
    """The documents of a revision, with its house style and own templates, are those of its files on a disk."""
    files = start(home)
    house = {
        "profiles/organisaties/logo.svg": LOGO.format(40),
        "profiles/organisaties/thema.css": "h1 { color: red }\n",
    }
    (home / "profiles/organisaties").mkdir(parents=True)
    (home / "profiles/organisaties/basis.docx").write_bytes(SHIPPED)
    files["profiles/organisaties/meer.yaml"] += HOUSE
    commit(home, {**files, **house, PART: "Hier werk je.\n"})
    shutil.copytree(home, tmp_path / "eerst")
    commit(home, {"profiles/organisaties/thema.css": "", "profiles/een.yaml": "weg"}, "profiles/twee.yaml")
    old = open_version("HEAD~1", Path())
    made = make(old)
    assert made == make(open_version("../eerst", Path()))
    assert b"Hier werk je." in made["twee/twee-vacature.md"]
    assert b"color: red" in made["een/een-vacature.html"]
    assert shared_changes(old, open_version(str(tmp_path / "eerst"), Path())) == []
    assert read_library(old.folder).is_own


def test_a_revision_is_told_who_made_it_and_when(home: Path) -> None:
    """A version from git has a name for people, its commit, its author, and the time on the clock of the author."""
    made = commit(home, start(home))
    git(home, "tag", "v1")
    version = open_version("v1", Path())
    told = (version.name, version.label, version.author, version.day, version.commit)
    day = datetime(2025, 6, 15, 17, 6, 40, tzinfo=timezone(timedelta(hours=2)))
    assert told == (f"v1 ({made[:7]})", "v1", "Redactie Ë", day, made)
    assert open_version(made, Path()).name == made[:7]
    here = open_version(None, Path())
    assert (here.name, here.commit, here.day, here.files[0]) == ("the working folder", "", None, "profiles/een.yaml")


@pytest.mark.parametrize("place", ["", "profiles", "team/vacatures", "team/profiles"])
def test_profiles_lie_where_they_lie_now(place: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Profiles of a revision are looked for where those of the current folder are; one without any is empty."""
    files = start(home, place)
    commit(home, {"leesmij.txt": "nog niets"})
    commit(home, files)
    where = home / place if place != "profiles" else home
    monkeypatch.chdir(where)
    assert [Path(file).name for file in open_version("HEAD", Path()).files] == ["een.yaml", "twee.yaml"]
    empty = open_version("HEAD~1", Path())
    assert empty.files == ()
    assert pairs(empty, open_version("HEAD", Path()))[0].old is None
    assert make(open_version("HEAD", Path())) == make(open_version(None, Path()))


def test_a_place_that_only_now_holds_what_profiles_share(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where profiles lie now, they lay before there was a folder with what they share."""
    files = start(home, "vacatures")
    commit(home, {"vacatures/los.yaml": "titel: Los\n"})
    commit(home, files)
    monkeypatch.chdir(home / "vacatures")
    assert [Path(file).name for file in open_version("HEAD~1", Path()).files] == ["los.yaml"]


@pytest.mark.parametrize("place", ["", "profiles"])
def test_problems_name_the_revision(place: str, home: Path) -> None:
    """A mistake in a revision is told at the path by which git knows the file, in what profiles share too."""
    files = start(home, place)
    at = f"{place}/" if place else ""
    commit(home, {**files, f"{at}een.yaml": "functie: [\n", f"{at}organisaties/duin.yaml": "naam: 1\nkleur: rood\n"})
    found = [product.problems[0].path for product in map(prepare(()), open_version("HEAD", Path()).files)]
    assert found == [f"HEAD:{at}een.yaml", f"HEAD:{at}organisaties/duin.yaml"]


def test_a_profile_at_the_top_has_the_name_of_its_file(home: Path) -> None:
    """The id of a profile is the name of its file, not what stands before it in the path that people read."""
    commit(home, start(home, ""))
    (first, _second) = open_version("HEAD", Path()).files
    assert profiles.load(Path(first), profiles.Shelf()).profiel.id == "een"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("v9", "“v9” is no revision and no folder here. Name a branch, a tag, a commit such as HEAD~1, or a folder."),
        ("hoofdlyn", "“hoofdlyn” is no revision and no folder here. Did you mean “hoofdlijn”?"),
        ("HEAD~1..HEAD", "Write the two revisions apart: “HEAD~1 HEAD”."),
        ("HEAD~1...", "Write the two revisions apart: “HEAD~1 HEAD”."),
        ("--help", "“--help” is no revision and no folder here. Name a branch,"),
        ("profiles/een.yaml", "“profiles/een.yaml” is a file. Name the folder that it lies in, or a revision."),
        ("HEAD:profiles/een.yaml", "“HEAD:profiles/een.yaml” is no revision and no folder here."),
        ("0" * 40, "is no revision and no folder here."),
        ("", "This is no name of a version."),
        ("a\0b", "This is no name of a version."),
        ("profiles", "“profiles” is a folder and a revision. Write “./profiles” for the folder, “refs/heads/profiles”"),
        ("profiles/functies", "Profiles share this; it is none itself."),
        ("leeg", "There are no profiles in this folder."),
    ],
)
def test_a_name_that_means_no_version(name: str, message: str, home: Path) -> None:
    """Of a name that is no version, or more than one, one message tells the cause and the cure."""
    commit(home, start(home))
    git(home, "branch", "profiles")
    (home / "leeg").mkdir()
    with pytest.raises(VacaturegenError) as refused:
        open_version(name, Path())
    assert message in str(refused.value)
    assert refused.value.exit_code == ExitCode.USAGE
    for written in ("./profiles", "refs/heads/profiles", "profiles/"):
        assert open_version(written, Path()).files


def test_an_id_that_is_too_short(home: Path) -> None:
    """Of the begin of an id that more than one object has, the message asks for more of it."""
    commit(home, start(home))
    for text in (b"142", b"784"):
        assert git(home, "hash-object", "-w", "--stdin", said=text).startswith("8324")
    with pytest.raises(ComparisonError, match="Write more of it"):
        open_version("8324", Path())


def test_a_folder_outside_any_repository(home: Path) -> None:
    """Without a repository, or a commit in it, a revision is told of; folders are compared all the same."""
    write(home, {"a/een.yaml": "", "b/profiles/een.yaml": ""})
    with pytest.raises(ComparisonError, match="There is no git repository here"):
        open_version("HEAD", Path())
    assert stems(pairs(open_version("a", Path()), open_version("b", Path()))) == ["een"]
    git(home, "init", "--quiet")
    for name in ("HEAD", "@", "HEAD~1"):
        with pytest.raises(ComparisonError, match="There is no commit here yet"):
            open_version(name, Path())


def test_without_git(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git is not installed, a revision is told of, and a folder is a folder."""
    commit(home, start(home))
    monkeypatch.setenv("PATH", str(home / "nergens"))
    with pytest.raises(ComparisonError, match="“git” has to be installed"):
        open_version("HEAD", Path())
    assert open_version("profiles", Path()).files


def test_a_repository_of_somebody_else(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When git does not trust who owns a repository, the message has the command that does."""
    commit(home, start(home))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(ComparisonError, match=f"safe.directory {home}”"):
        open_version("HEAD", Path())


def test_a_shallow_clone(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A revision that a shallow clone does not have is told of, with what fetches it."""
    commit(home, start(home))
    commit(home, {})
    git(tmp_path, "clone", "--quiet", "--depth", "1", home.as_uri(), "ondiep")
    monkeypatch.chdir(tmp_path / "ondiep")
    assert open_version("HEAD", Path()).files
    with pytest.raises(ComparisonError, match="shallow clone has no revision “HEAD~1”"):
        open_version("HEAD~1", Path())


def test_a_partial_clone(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a partial clone left where it was is told of; nothing is fetched for a comparison."""
    commit(home, start(home))
    commit(home, {"profiles/een.yaml": "anders"})
    for allowed in ("allowFilter", "allowAnySHA1InWant"):  # so that it could be fetched
        git(home, "config", f"uploadpack.{allowed}", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", home.as_uri(), "deels")
    monkeypatch.chdir(tmp_path / "deels")
    assert open_version("HEAD", Path()).files
    before = contents(tmp_path / "deels")
    with pytest.raises(ComparisonError, match="partial clone"):
        open_version("HEAD~1", Path())
    assert contents(tmp_path / "deels") == before


def test_a_damaged_repository(home: Path) -> None:
    """An object that is not there or cannot be read is told of when it is needed."""
    commit(home, start(home))
    version = open_version("HEAD", Path())
    lost = git(home, "rev-parse", "HEAD:profiles/een.yaml")
    (home / ".git/objects" / lost[:2] / lost[2:]).unlink()
    for damaged in (version, open_version("HEAD", Path())):
        with pytest.raises(ComparisonError, match="Git cannot read this repository"):
            make(damaged)


def test_a_bare_repository(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two revisions of a repository without a working folder are compared as others are."""
    commit(home, start(home))
    commit(home, {"profiles/een.yaml": "anders"})
    git(tmp_path, "clone", "--quiet", "--bare", str(home), "kaal")
    monkeypatch.chdir(tmp_path / "kaal")
    old, new = open_version("HEAD~1", Path()), open_version("HEAD", Path())
    assert stems(may_differ(old, new, pairs(old, new))) == ["een"]


def test_nothing_is_written(home: Path) -> None:
    """Opening, pairing and building versions leaves every file as it was, those of git too."""
    commit(home, start(home))
    commit(home, {"profiles/een.yaml": "# anders"}, "profiles/twee.yaml")
    (home / "profiles/drie.yaml").touch()
    before = contents(home)
    old, new = open_version("HEAD~1", Path()), open_version(None, Path())
    may_differ(old, new, pairs(old, new))
    assert make(old)
    assert contents(home) == before


def test_links_stay_inside(home: Path, tmp_path: Path) -> None:
    """A link is followed as far as it stays in the repository; one that goes out, or round, leads to nothing."""
    files = start(home)
    write(tmp_path, {"buiten.yaml": FUNCTIE, "werk/buiten.yaml": FUNCTIE})  # one is not the other
    write(home, {**files, "gedeeld/adviseur.yaml": FUNCTIE, "gedeeld/onderdelen/opening.md.j2": "Gelinkt.\n"})
    functies = home / "profiles/functies"
    (functies / "adviseur.yaml").unlink()
    (functies / "adviseur.yaml").symlink_to("../../gedeeld/nog.yaml")
    (home / "gedeeld/nog.yaml").symlink_to("adviseur.yaml")
    (home / "templates").symlink_to("gedeeld")
    for name, target in {
        "uit": "../../../buiten.yaml",
        "vast": str(tmp_path / "buiten.yaml"),
        "rond": "rond.yaml",
    }.items():
        (functies / f"{name}.yaml").symlink_to(target)
    for name in ("uit", "vast", "rond"):
        text = PROFIEL.format(functie=name, organisatie="meer", titel="Adviseur")
        write(home, {f"profiles/{name}.yaml": text})
    commit(home, {})
    version = open_version("HEAD", Path())
    made = {Path(file).stem: prepare(("md",))(file) for file in version.files}
    assert b"Gelinkt." in made["een"].documents[0].data
    told = {stem: [(problem.path, problem.message) for problem in product.problems] for stem, product in made.items()}
    for name in ("uit", "vast", "rond"):
        assert told[name] == [(f"HEAD:profiles/functies/{name}.yaml", "This link leads to nothing that is here.")]
    here = open_version(None, Path())
    assert stems(may_differ(version, here, pairs(version, here))) == ["rond", "uit", "vast"]


def test_a_submodule_is_an_empty_folder(home: Path) -> None:
    """Of a submodule nothing is in the repository: a profile that needs it says that the file is not there."""
    commit(home, start(home))
    other = git(home, "rev-parse", "HEAD")
    shutil.rmtree(home / "profiles/functies")
    git(home, "update-index", "--force-remove", "profiles/functies/adviseur.yaml", "profiles/functies/griffier.yaml")
    git(home, "update-index", "--add", "--cacheinfo", f"160000,{other},profiles/functies")
    git(home, "commit", "--quiet", "--message", "module")
    with pytest.raises(InputError, match="There is no functie “adviseur”"):
        make(open_version("HEAD", Path()))


def test_profiles_that_are_a_submodule(home: Path) -> None:
    """Profiles of which the repository holds nothing are no empty version: one message says where to go."""
    commit(home, start(home))
    other = git(home, "rev-parse", "HEAD")
    git(home, "rm", "-r", "--quiet", "--cached", "profiles")
    git(home, "update-index", "--add", "--cacheinfo", f"160000,{other},profiles")
    git(home, "commit", "--quiet", "--message", "module")
    with pytest.raises(ComparisonError, match="“profiles” is a submodule: HEAD holds none of its files"):
        open_version("HEAD", Path())


def test_a_name_of_a_branch_and_a_tag(home: Path) -> None:
    """Of a name that means two revisions neither is taken."""
    commit(home, start(home))
    git(home, "tag", "dubbel")
    commit(home, {})
    git(home, "branch", "dubbel")
    with pytest.raises(ComparisonError, match=r"“dubbel” is a branch and a tag\. Write"):
        open_version("dubbel", Path())
    assert open_version("refs/tags/dubbel", Path()).commit != open_version("refs/heads/dubbel", Path()).commit


@pytest.mark.parametrize("name", ["..", ".", "a/../b"])
def test_forged_names_are_nothing(name: str, home: Path) -> None:
    """A tree with names that no file can have is read without them."""
    tree = commit(home, start(home))
    blob = git(home, "rev-parse", "HEAD:profiles/een.yaml")
    row = f"100644 {name}.yaml" if "/" in name else f"100644 {name}"
    raw = f"{row}\0".encode() + bytes.fromhex(blob)
    sub = git(home, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", said=raw)
    tree = git(home, "mktree", said=f"040000 tree {sub}\tprofiles\n".encode())
    version = open_version(tree, Path())
    assert version.files == ()
    assert walk(version.folder) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a disk has no such names")
def test_names_that_are_not_utf8(home: Path) -> None:
    """A file whose name is not UTF-8 is the same profile on the disk and in git."""
    commit(home, start(home))
    text = (home / "profiles/een.yaml").read_text(encoding="utf-8")
    (home / "profiles" / os.fsdecode(b"caf\xe9.yaml")).write_text(f"id: kade\n{text}", encoding="utf-8")
    commit(home, {})
    old, new = open_version("HEAD", Path()), open_version(None, Path())
    assert stems(pairs(old, new)) == [os.fsdecode(b"caf\xe9"), "een", "twee"]
    assert may_differ(old, new, pairs(old, new)) == []
    assert make(old) == make(new)


def test_a_pointer_of_git_lfs(home: Path) -> None:
    """What Git LFS left in the place of a logo is called so, with what fetches the file."""
    files = start(home)
    files["profiles/organisaties/meer.yaml"] += HOUSE
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"
    commit(home, {**files, "profiles/organisaties/logo.svg": pointer})
    for name in ("HEAD", None):
        with pytest.raises(InputError, match="This is a pointer of Git LFS, not the file itself"):
            make(open_version(name, Path()))


def test_a_file_that_is_too_large_is_not_fetched(home: Path) -> None:
    """Of a file above the limit no more is asked than its size."""
    commit(home, {**start(home), "profiles/een.yaml": "#" * (MAX_BYTES + 1)})
    version = open_version("HEAD", Path())
    lost = git(home, "rev-parse", "HEAD:profiles/een.yaml")
    (home / ".git/objects" / lost[:2] / lost[2:]).write_bytes(b"")
    assert [problem.message for problem in prepare(())(version.files[0]).problems] == ["This file is too large."]


def test_a_large_version_is_not_read_as_a_whole(home: Path) -> None:
    """What is read beside a file has a limit: a file that is damaged far from it is not noticed."""
    many = {f"profiles/p{number}.yaml": f"# {number}\n" + "#" * (MAX_BYTES - 100) for number in range(10)}
    commit(home, {**start(home), **many})
    version = open_version("HEAD", Path())
    lost = git(home, "rev-parse", "HEAD:profiles/p9.yaml")
    (home / ".git/objects" / lost[:2] / lost[2:]).unlink()
    assert prepare(("md",))(version.files[0]).documents
    with pytest.raises(ComparisonError):
        prepare(())(next(file for file in version.files if "p9" in file))


def test_profiles_pair_by_name_and_by_what_is_in_them(home: Path) -> None:
    """A profile is the one of the same name; one with another name is found by its lines, the rest is new or gone."""
    files = start(home)
    extra = {
        f"profiles/{name}.yaml": PROFIEL.format(functie=name, organisatie="meer", titel=name) for name in ("a", "b")
    }
    commit(home, {**files, **extra, "profiles/oud.yaml": "titel: heel iets anders\n"})
    text = files["profiles/een.yaml"]
    moved = {"profiles/zes.yaml": f"{text}versie: 2\n", "profiles/twee.yml": files["profiles/twee.yaml"]}
    commit(
        home,
        {**moved, "profiles/nieuw.yaml": "zaaknummer: 12\n"},
        *(f"profiles/{one}.yaml" for one in ("een", "twee", "oud")),
    )
    old, new = open_version("HEAD~1", Path()), open_version("HEAD", Path())
    found = [(pair.old and Path(pair.old).name, pair.new and Path(pair.new).name) for pair in pairs(old, new)]
    assert found == [
        ("a.yaml", "a.yaml"),
        ("b.yaml", "b.yaml"),
        (None, "nieuw.yaml"),
        ("oud.yaml", None),
        ("twee.yaml", "twee.yml"),
        ("een.yaml", "zes.yaml"),
    ]
    assert [pair.stem for pair in pairs(old, new) if pair.is_renamed] == ["zes"]


def test_a_profile_is_the_most_alike_of_those_that_are_gone(home: Path) -> None:
    """Of files that are alike the most alike is the one; a few lines of a long text make it no other."""
    files = start(home)
    text = files["profiles/een.yaml"]
    long = "".join(f"# regel {number} van een heel lange tekst\n" for number in range(20))
    commit(home, {**files, "profiles/een.yml": text})
    commit(home, {"profiles/kort.yaml": "titel: kort\n", "profiles/lang.yaml": long})
    moved = {
        "profiles/a.yaml": f"{long}# nog een\n",
        "profiles/b.yaml": f"{long}titel: kort\n",
        "profiles/c.yaml": long,
    }
    commit(home, moved, "profiles/kort.yaml", "profiles/lang.yaml")
    old, new = open_version("HEAD~1", Path()), open_version("HEAD", Path())
    both = pairs(old, new)
    found = {pair.new and Path(pair.new).name: pair.old and Path(pair.old).name for pair in both}
    same = {name: name for name in ("een.yaml", "een.yml", "twee.yaml")}
    assert found == {"a.yaml": None, "b.yaml": None, "c.yaml": "lang.yaml", None: "kort.yaml"} | same
    assert stems(may_differ(old, new, both)) == ["a", "b", "c", "kort"]  # c is the same text by another name


LINES = st.lists(st.sampled_from(["een regel\n", "nog een\n", "derde\n", "\n", "slot"]), max_size=6)


@given(st.lists(LINES, max_size=4), st.lists(LINES, max_size=4))
def test_each_file_is_matched_once(
    tmp_path_factory: pytest.TempPathFactory, gone: list[list[str]], added: list[list[str]]
) -> None:
    """A file becomes one other at most, an equal one as long as there is one, and an empty one becomes nothing."""
    folder = tmp_path_factory.mktemp("paren")
    texts = {
        f"{side}{number}": "".join(one)
        for side, every in (("o", gone), ("n", added))
        for number, one in enumerate(every)
    }
    write(folder, texts)
    found = match_alike(*([str(folder / name) for name in texts if name.startswith(side)] for side in "on"))
    assert len(set(found.values())) == len(found)
    left = {name for name in texts if str(folder / name) not in {*found, *found.values()}}
    filled = {text for text in texts.values() if text.strip()}
    assert not any(texts[a] == texts[b] in filled for a in left for b in left if a[0] == "o" and b[0] == "n")
    assert all(Path(old).read_text().strip() for old in found)


CHANGES = [
    pytest.param({}, [], [], id="nothing"),
    pytest.param({"profiles/een.yaml": "# anders\n"}, [], ["een"], id="a profile"),
    pytest.param(
        {"profiles/organisaties/meer.yaml": "# anders\n"}, ["organisaties/meer.yaml"], ["een"], id="organisatie"
    ),
    pytest.param({"profiles/functies/griffier.yaml": "# anders\n"}, ["functies/griffier.yaml"], ["twee"], id="functie"),
    pytest.param({"profiles/functies/derde.yaml": "#\n"}, ["functies/derde.yaml"], [], id="a functie that nobody uses"),
    pytest.param({"profiles/organisaties/logo.svg": "\n"}, ["organisaties/logo.svg"], ["een"], id="a logo"),
    pytest.param({"profiles/organisaties/los.svg": "\n"}, [], [], id="a file that nobody names"),
    pytest.param({"profiles/functies/lees.txt": "\n"}, [], [], id="a file that nobody can name"),
    pytest.param({PART: "\n"}, [PART], ["een", "twee"], id="template"),
    pytest.param({"templates/leesmij.txt": "\n"}, [], [], id="no template"),
]


@pytest.mark.parametrize(("more", "shared", "built"), CHANGES)
@pytest.mark.parametrize("sides", [("HEAD~1", None), ("../eerst", "HEAD")])
def test_only_what_can_differ_is_built(
    sides: tuple[str, str | None], more: dict[str, str], shared: list[str], built: list[str], home: Path
) -> None:
    """A change reaches the profiles that name what it is in, in revisions and in folders alike."""
    files = start(home)
    files["profiles/organisaties/meer.yaml"] += HOUSE
    files |= {"profiles/organisaties/logo.svg": LOGO.format(40), "profiles/organisaties/los.svg": LOGO.format(40)}
    commit(home, files)
    shutil.copytree(home, home.parent / "eerst")
    commit(home, {name: files.get(name, "") + text for name, text in more.items()})
    old, new = (open_version(name, Path()) for name in sides)
    assert shared_changes(old, new) == shared
    assert stems(may_differ(old, new, pairs(old, new))) == built


@pytest.mark.parametrize(
    "line",
    [
        r'organisatie: "me\x65r"',
        "organisatie: 'meer'",
        "organisatie:\n  meer",
        'organisatie: "me\\\n  er"',
    ],
)
def test_a_name_is_seen_however_it_is_written(line: str, home: Path) -> None:
    """A profile that names a changed organisatie in quotes, in escapes or on the next line is built."""
    files = start(home)
    files["profiles/een.yaml"] = files["profiles/een.yaml"].replace("organisatie: meer", line)
    commit(home, files)
    commit(home, {"profiles/organisaties/meer.yaml": ORGANISATIE.format("Plas")})
    old, new = open_version("HEAD~1", Path()), open_version("HEAD", Path())
    assert stems(may_differ(old, new, pairs(old, new))) == ["een"]
    assert b"Plas" in make(new)["een/een-vacature.md"]


@pytest.mark.parametrize("name", ["bij de zee", "zee'land"])
def test_a_name_of_more_words_can_be_broken_off(name: str, home: Path) -> None:
    """A name with a space can be written over two lines, and one with a quote with two of them."""
    files = start(home)
    written = f"organisatie: '{name.replace(chr(39), chr(39) * 2)}'".replace(" de ", "\n  de\n  ")
    files["profiles/een.yaml"] = files["profiles/een.yaml"].replace("organisatie: meer", written)
    files[f"profiles/organisaties/{name}.yaml"] = files["profiles/organisaties/meer.yaml"]
    commit(home, files)
    commit(home, {f"profiles/organisaties/{name}.yaml": ORGANISATIE.format("Plas")})
    old, new = open_version("HEAD~1", Path()), open_version("HEAD", Path())
    assert stems(may_differ(old, new, pairs(old, new))) == ["een"]
    assert b"Plas" in make(new)["een/een-vacature.md"]


@pytest.mark.parametrize("sides", [("HEAD~1", "HEAD"), ("HEAD~1", None), ("../eerst", "HEAD"), ("../eerst", ".")])
def test_one_file_of_another_version(sides: tuple[str, str | None], home: Path, tmp_path: Path) -> None:
    """The old version with one new file gives what the old one gives but for what that file reaches."""
    files = start(home)
    commit(home, {**files, PART: "Oud.\n", "profiles/functies/derde.yaml": FUNCTIE})
    shutil.copytree(home, tmp_path / "eerst")
    changed = {
        "profiles/organisaties/duin.yaml": ORGANISATIE.format("Plas"),
        "profiles/functies/adviseur.yaml": FUNCTIE.replace("Stukken", "Besluiten"),
    }
    commit(home, changed, PART, "profiles/functies/derde.yaml")
    old, new = (open_version(name, Path()) for name in sides)
    names = shared_changes(old, new)
    assert names == ["functies/adviseur.yaml", "functies/derde.yaml", "organisaties/duin.yaml", PART]
    before = make(old)
    reached = []
    for name in names:
        only = with_only(old, new, name)
        after = make(only)
        both = pairs(old, only)
        reached.append(sorted({path.split("/")[0] for path in after if after[path] != before[path]}))
        assert reached[-1] == stems(reached_by(name, (old, only), both)) == stems(may_differ(old, only, both))
        assert shared_changes(old, only) == [name]
    assert reached == [["een"], [], ["twee"], ["een", "twee"]]


def test_a_problem_in_one_file_of_another_version(home: Path) -> None:
    """A mistake in a mixed version is told where it stands: in the version that the file is of."""
    commit(home, start(home))
    commit(
        home, {"profiles/organisaties/duin.yaml": "kleur: rood\n", "profiles/organisaties/meer.yaml": "naam: Meer\n"}
    )
    old, new = open_version("HEAD~1", Path()), open_version("HEAD", Path())
    only = with_only(old, new, "organisaties/duin.yaml")
    with pytest.raises(InputError) as refused:
        make(only)
    assert {problem.path for problem in refused.value.problems} == {"HEAD:profiles/organisaties/duin.yaml"}


AGAIN = """
import pickle, sys
from vacaturegen.versions import mount_again
from vacaturegen.workshop import prepare
version = pickle.loads(sys.stdin.buffer.read())
mount_again(version)
made = [document.digest for file in version.files for document in prepare(("md",))(file).documents]
print(len(made), *made)
"""


def test_a_version_is_opened_again_in_another_process(home: Path) -> None:
    """A process that did not open a version makes the same documents of it, once it is mounted there."""
    commit(home, start(home))
    (home / "profiles/organisaties/duin.yaml").write_text(ORGANISATIE.format("Plas"), encoding="utf-8")
    old, new = open_version("HEAD", Path()), open_version(None, Path())
    for version in (old, new, with_only(old, new, "organisaties/duin.yaml")):
        made = [document.digest for file in version.files for document in prepare(("md",))(file).documents]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        other = subprocess.run(
            [sys.executable, "-c", AGAIN], input=pickle.dumps(version), capture_output=True, check=True, env=environment
        )
        assert other.stdout.decode().split() == [str(len(made)), *made]


def test_many_processes_read_one_version(home: Path) -> None:
    """Processes that work on a version at the same time each read all of it."""
    files = start(home)
    text = files["profiles/een.yaml"]
    commit(home, {**files, **{f"profiles/p{number}.yaml": text + f"# {number}\n" for number in range(60)}})
    version = open_version("HEAD", Path())
    made = list(spread(partial(start_again, version), version.files, 2))
    assert sorted(product.file for product in made) == sorted(version.files)
    assert all(product.documents for product in made)


def start_again(version: Version) -> partial[Product]:
    """Return what makes the documents of a file in a process of its own."""
    mount_again(version)
    return partial(prepare(("md",)))


def test_errors_of_versions_cross_processes() -> None:
    """An error that a process hands over says the same, with the same exit code, on the other side."""
    for error in (ComparisonError("waarom"), UncomparableError([])):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), again.exit_code) == (type(error), str(error), ExitCode.USAGE)
