"""The command `git-setup`, in real repositories: what git then shows, and that nothing else changes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.house import change
from tests.support import contents, run
from tests.test_reading import MAIN, p, word
from vacaturegen.gitsetup.attributes import LINE, add_lines, remove_lines

OLD = word(p("Kop", "Heading1") + p("Het uurtarief is € 90,00 op 7 juli 2026 voor één dag, mail a.b@example.nl."))
NEW = change(OLD, MAIN, "90,00 op 7 juli", "95,50 op 8 juli")
Said = pytest.CaptureFixture[str]
may_not_write = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="an administrator may write everywhere"
)


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty repository, with no settings of whoever runs the tests."""
    for name, value in {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@example.nl",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example.nl",
        "GIT_CEILING_DIRECTORIES": str(tmp_path.parent),
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("GIT_DIR", raising=False)
    home = tmp_path / "mijn map"
    home.mkdir()
    monkeypatch.chdir(home)
    git("init", "--quiet")
    return home


def git(*words: str, **environment: str) -> str:
    """What a git command prints."""
    done = subprocess.run(["git", *words], capture_output=True, check=True, env=os.environ | environment)
    return done.stdout.decode()


def commit(**files: bytes) -> None:
    """Commit Word files by their name."""
    for name, data in files.items():
        Path(f"{name}.docx").write_bytes(data)
    git("add", "--all")
    git("commit", "--quiet", "--message", "x")


def test_git_shows_word_files_as_text() -> None:
    """A diff shows what changed in the text under its heading, and a word diff amounts, dates and words as a whole."""
    commit(tekst=OLD)
    assert run("git-setup") == 0
    Path("tekst.docx").write_bytes(NEW)
    assert "\n+Het uurtarief is € 95,50 op 8 juli 2026 voor één dag" in git("diff")
    for locale in ("C", "C.UTF-8"):
        words = git("diff", "--word-diff", LC_ALL=locale)
        assert "Het uurtarief is [-€ 90,00-]{+€ 95,50+} op [-7 juli 2026-]{+8 juli 2026+} voor één dag, mail" in words
    commit(tekst=NEW)
    assert "+Het uurtarief is € 95,50" in git("log", "--patch")


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("een café", "een cafè", "een [-café-]{+cafè+}"),
        ("naar a.b@example.nl toe", "naar a.c@example.nl toe", "naar [-a.b@example.nl-]{+a.c@example.nl+} toe"),
        ("woon-werkverkeer is", "woon-zorgverkeer is", "[-woon-werkverkeer-]{+woon-zorgverkeer+} is"),
        ("om 09:00 uur", "om 10:00 uur", "om [-09:00-]{+10:00+} uur"),
        ("de tekst, en", "de tekst; en", "de tekst[-,-]{+;+} en"),
        (
            "zie https://example.nl/a nu",
            "zie https://example.nl/b nu",
            "[-https://example.nl/a-]{+https://example.nl/b+}",
        ),
    ],
)
def test_word_diff_keeps_together_what_is_one(old: str, new: str, shown: str) -> None:
    """A word with an accent or a hyphen, an address and a time are one piece, and a comma is one by itself."""
    commit(tekst=word(p(old)))
    assert run("git-setup") == 0
    Path("tekst.docx").write_bytes(word(p(new)))
    assert shown in git("diff", "--word-diff")
    assert "\ufffd" not in git("diff", "--word-diff", LC_ALL="C")


def test_a_change_is_shown_under_its_heading() -> None:
    """The line above a changed piece is the heading that it comes under."""
    many = "".join(p(f"Regel {number}") for number in range(9))
    commit(tekst=word(p("Eerste", "Heading1") + p("Taken", "Heading2") + many + p("oud")))
    assert run("git-setup") == 0
    Path("tekst.docx").write_bytes(word(p("Eerste", "Heading1") + p("Taken", "Heading2") + many + p("nieuw")))
    assert "@@ ## Taken\n" in git("diff")


def test_a_file_that_cannot_be_read_stops_nothing() -> None:
    """Of a damaged file the reason is shown, and the log goes on."""
    commit(a=OLD, b=b"rommel")
    assert run("git-setup") == 0
    commit(a=NEW, c=OLD[:3000])
    log = git("log", "--patch")
    assert "Dit is geen Word-bestand." in log
    assert "+Het uurtarief is € 95,50" in log


def test_nothing_in_the_repository_is_run() -> None:
    """A module that lies in the repository under the name of one of ours, or of Python's, is not imported."""
    Path("vacaturegen.py").write_text("raise SystemExit('kwaad')", encoding="utf-8")
    Path("click.py").write_text("raise SystemExit('kwaad')", encoding="utf-8")
    commit(tekst=OLD)
    assert run("git-setup") == 0
    assert "Het uurtarief" in git("show", "--textconv", "HEAD:tekst.docx")


def test_twice_and_back(repository: Path, capsys: Said) -> None:
    """It says what it does; the second time changes nothing and says so; taking it away leaves all as it was."""
    commit(tekst=OLD)
    before = contents(repository)
    assert run("git-setup") == 0
    said = capsys.readouterr().out
    for key in ("textconv", "wordRegex", "xfuncname"):
        assert f"git config diff.vacaturegen.{key}: ingesteld\n" in said
    assert f".gitattributes: toegevoegd: {LINE}\n" in said
    assert "git diff --word-diff" in said
    changed = {path for path, data in contents(repository).items() if before.get(path) != data}
    assert changed == {".gitattributes", ".git/config"}
    once = contents(repository)
    assert run("git-setup") == 0
    assert "Er is niets veranderd." in capsys.readouterr().out
    assert contents(repository) == once
    assert run("git-setup", "--remove") == 0
    assert capsys.readouterr().out.count("weggehaald") == 4
    assert contents(repository) == before
    assert run("git-setup", "--remove") == 0
    assert "Er is niets veranderd." in capsys.readouterr().out


def test_own_settings_and_lines_stay(repository: Path) -> None:
    """Other keys and lines are left byte for byte, and a folder below the top will do."""
    (repository / ".gitattributes").write_bytes(b"\xef\xbb\xbf*.png binary\r\n*.md text")
    git("config", "diff.vacaturegen.eigen", "1")
    git("config", "diff.anders.textconv", "cat")
    before = contents(repository)
    (repository / "onder").mkdir()
    os.chdir("onder")
    assert run("git-setup") == 0
    attributes = (repository / ".gitattributes").read_bytes()
    assert attributes.startswith(b"\xef\xbb\xbf*.png binary\r\n*.md text\r\n")
    assert f"\r\n{LINE}\r\n".encode() in attributes
    assert git("check-attr", "diff", "a.docx") == "a.docx: diff: vacaturegen\n"
    assert run("git-setup", "--remove") == 0
    assert {path: data for path, data in contents(repository).items() if path != "onder"} == before


def test_a_converter_of_somebody_else_stays(repository: Path) -> None:
    """A converter with our name that is not ours is not taken away."""
    git("config", "diff.vacaturegen.textconv", "mijn")
    before = contents(repository)
    assert run("git-setup", "--remove") == 0
    assert contents(repository) == before


def test_an_own_line_with_our_name_will_do(repository: Path) -> None:
    """Who wrote the line already keeps it, where it is and as it is."""
    (repository / ".gitattributes").write_bytes(b"*.docx diff=vacaturegen\n")
    assert run("git-setup") == 0
    assert run("git-setup", "--remove") == 0
    assert (repository / ".gitattributes").read_bytes() == b"*.docx diff=vacaturegen\n"


@pytest.mark.parametrize("line", ["*.docx diff=pandoc", "*.docx binary", "* -diff"])
@pytest.mark.parametrize("file", [".gitattributes", ".git/info/attributes"])
def test_lines_of_somebody_else_are_respected(line: str, file: str, repository: Path, capsys: Said) -> None:
    """When a line says already how a .docx is shown, it says so and changes nothing."""
    (repository / file).parent.mkdir(exist_ok=True)
    (repository / file).write_text(f"{line}\n", encoding="utf-8")
    before = contents(repository)
    assert run("git-setup") == 2
    assert ("pandoc" if "pandoc" in line else "unset") in capsys.readouterr().err
    assert contents(repository) == before


def test_a_command_that_has_moved_is_put_right(capsys: Said) -> None:
    """An older path of the command is replaced by the one of now."""
    assert run("git-setup") == 0
    git("config", "diff.vacaturegen.textconv", "/weg/python -m vacaturegen.cli text")
    capsys.readouterr()
    assert run("git-setup") == 0
    assert "git config diff.vacaturegen.textconv: ingesteld" in capsys.readouterr().out
    assert "/weg/" not in git("config", "--get", "diff.vacaturegen.textconv")


def test_worktrees_and_submodules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a further work tree the lines go into that one; a repository within another has settings of its own."""
    commit(tekst=OLD)
    git("worktree", "add", "--quiet", str(tmp_path / "tweede"))
    monkeypatch.chdir(tmp_path / "tweede")
    assert run("git-setup") == 0
    assert LINE in (tmp_path / "tweede" / ".gitattributes").read_text("utf-8")
    assert not (tmp_path / "mijn map" / ".gitattributes").exists()
    assert "Het uurtarief" in git("show", "--textconv", "HEAD:tekst.docx")
    assert run("git-setup", "--remove") == 0


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """No repository, one without files, and its inner folder give one message and exit code 2."""
    git("init", "--quiet", "--bare", str(tmp_path / "kaal"))
    for folder in (tmp_path, tmp_path / "kaal", tmp_path / "mijn map" / ".git"):
        monkeypatch.chdir(folder)
        before = contents(folder)
        for options in ([], ["--remove"]):
            assert run("git-setup", *options) == 2
            assert "geen map van een git-repository" in capsys.readouterr().err
        assert contents(folder) == before


def test_without_git(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """Where git is not installed, that is said."""
    monkeypatch.setenv("PATH", "")
    assert run("git-setup") == 2
    assert "Git kan niet worden gestart." in capsys.readouterr().err


@pytest.mark.parametrize("place", [".git/config.lock", ".gitattributes"])
def test_what_cannot_be_written_leaves_all_as_it_was(place: str, repository: Path, capsys: Said) -> None:
    """When git cannot write its settings, or the file is in the way, nothing is changed."""
    if place == ".gitattributes":
        (repository / place).symlink_to(repository / "weg")
    else:
        (repository / place).touch()
    config = (repository / ".git" / "config").read_bytes()
    assert run("git-setup") == 2
    said = capsys.readouterr().err
    assert "Deze symbolische koppeling leidt naar niets dat hier is." in said or place != ".gitattributes"
    assert said
    assert (repository / ".git" / "config").read_bytes() == config
    assert not (repository / "weg").exists()


@may_not_write
def test_a_read_only_file_stays(repository: Path, capsys: Said) -> None:
    """A file that may not be written is left alone, and the settings with it."""
    (repository / ".gitattributes").write_bytes(b"*.png binary\n")
    (repository / ".gitattributes").chmod(0o400)
    before = contents(repository)
    assert run("git-setup") == 2
    assert ".gitattributes" in capsys.readouterr().err
    assert contents(repository) == before


lines = st.lists(st.sampled_from([b"*.png binary", b"# x", b"", b"*.docx text", b"# einde", b"\xff"]), max_size=4)


@given(lines, st.sampled_from([b"\n", b"\r\n"]), st.booleans(), st.sampled_from([b"", b"\xef\xbb\xbf"]))
def test_lines_come_and_go(some: list[bytes], end: bytes, ended: bool, mark: bytes) -> None:
    """Whatever the file holds, putting the lines in and taking them out gives its bytes; putting in twice is once."""
    text = mark + end.join(some) + (end if ended else b"")
    added = add_lines(text)
    assert added.startswith(text)
    assert LINE.encode() in added
    assert add_lines(added) == added
    assert remove_lines(added) == text
    assert remove_lines(text) == text


@pytest.mark.parametrize("line", [LINE, "*.docx diff=vacaturegen -text"])
def test_lines_that_somebody_changed_are_theirs(line: str) -> None:
    """What was put in between our lines, or changed in them, is left where it is."""
    begin, _line, end = add_lines(b"").decode().splitlines()
    text = f"{begin}\n{line}\n*.png binary\n{end}\n".encode()
    assert remove_lines(text) == text
    assert remove_lines(add_lines(text)) == text


def test_a_file_that_we_made_goes_again() -> None:
    """Without a file one is made, and it goes when nothing of anybody else is in it."""
    made = add_lines(None)
    assert remove_lines(made) is None
    assert remove_lines(made + b"*.png binary\n") == b"*.png binary\n"
    assert add_lines(made) == made
