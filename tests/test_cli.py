"""The command: what is typed, what is said, in which language, and the exit code."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path
from unittest.mock import Mock

import click
import pytest

from tests.support import CASES, ROOT, contents, run, write
from vacaturegen import __version__
from vacaturegen.cli import build, screen
from vacaturegen.errors import Problem

BASE = CASES / "fouten" / "basis"
on_posix = pytest.mark.skipif(os.name != "posix", reason="modes as POSIX has them")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with the two profiles of the base."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)


Said = pytest.CaptureFixture[str]


def test_errors_are_told_after_an_explanation(tmp_path: Path, capsys: Said) -> None:
    """The command `explain` takes no other name away: an error after it is told as ever."""
    assert run("explain", "F00") == 0
    assert run("build", tmp_path) == 1
    assert "F00" in capsys.readouterr().out


def test_help_is_dutch(capsys: Said) -> None:
    """Help, down to click's own words, is Dutch when nobody asks for anything."""
    assert run("--help") == 0
    assert run("build", "--help") == 0
    said = capsys.readouterr()
    assert said.err == ""
    for text in ("Gebruik: vacaturegen", "Opties:", "Maak", "Waar de documenten komen.", "[standaard: output]"):
        assert text in said.out
    assert not re.search(r"\b(Usage|Options|Commands|default|Show|and exit|the|OPTIONS|COMMAND|ARGS)\b", said.out)


HELP = {
    "--help": """
        Usage: vacaturegen [OPTIONS] COMMAND [ARGS]...
        Make vacancy texts, advertisements and tender requests from profiles.
        Options: --version Show the version and exit. -h, --help Show this message and exit.
        Commands: new Begin a profile. build Build the documents of profiles.
        check Check the texts, days and figures of profiles. explain Explain a rule of “check”, or list them all.
        list List the profiles in a folder.
        planning Show the days of profiles and why.
        diff Show what differs between two versions.
        waarom Tell where a piece of a document came from.
        verify Tell whether a Word file is what a version gives.
        terughalen List what was changed in a Word file, and put it back.
        tekens Count characters and words by section.
        huisstijl Check an organisation's own Word file, and repair it.
        text Print the text of a Word file.
        git-setup Let git show Word files as text.
        schema Make JSON Schemas for your editor.
    """,
    "new --help": """
        Usage: vacaturegen new [OPTIONS] [NAME]
        Begin a profile: for a kind, a functie and an organisatie, or from last year's with --van.
        What the options do not say is asked for on a terminal.
        Options: --soort KINDS Which documents, separated by commas: aanvraag, vacature, advertentie.
        --functie FUNCTIE The functie: an id, or the name of a new one.
        --organisatie ORGANISATIE The organisatie: likewise.
        --broker BROKER The broker that runs a request: likewise.
        --van PROFILE Start from a copy of this profile instead.
        --map FOLDER The folder of profiles. Without it: “profiles”, here.
        -h, --help Show this message and exit.
    """,
    "list --help": """
        Usage: vacaturegen list [OPTIONS] [FOLDER]
        List the profiles in a folder, with their kinds, status and closing date.
        Options: -h, --help Show this message and exit.
    """,
    "build --help": """
        Usage: vacaturegen build [OPTIONS] PATH...
        Build the documents of profiles: of every file in a folder, or of the files named.
        Options: --output FOLDER Where the documents go. [default: output]
        --format FORMATS Which formats, separated by commas: md, html, docx, txt. [default: md,html,docx]
        --check Write nothing; fail when a file is not current. -h, --help Show this message and exit.
    """,
    "planning --help": """
        Usage: vacaturegen planning [OPTIONS] PATH...
        Show the schedule of profiles: each day with the reason why it is that day. With --format ics it is a calendar
        file, which a calendar program opens.
        Options: --format [text|ics] A table, or a calendar file (iCalendar). [default: text]
        --output FILE Where the calendar file goes; without it, it is printed.
        -h, --help Show this message and exit.
    """,
    "waarom --help": """
        Usage: vacaturegen waarom [OPTIONS] DOCUMENT TEXT...
        Tell where a piece of a document came from: the file, line and column of the value, clause or template.
        DOCUMENT is a document that was made, whatever its format, or a profile; TEXT are words that stand in it.
        Options:
        -h, --help Show this message and exit.
    """,
    "verify --help": """
        Usage: vacaturegen verify [OPTIONS] FILE [REV]
        Tell whether a Word file (.docx) is, byte for byte or word for word, what a version of the profiles gives, and
        show what differs. REV is a git revision, a tag or a folder; without it, it is what was committed last (HEAD).
        Nothing is written.
        Options: -h, --help Show this message and exit.
    """,
    "terughalen --help": """
        Usage: vacaturegen terughalen [OPTIONS] FILE [REV]
        List what somebody filled in, changed or remarked in a Word file (.docx) that was made here, with the file,
        line and column of the value that it came from. REV is the version that the file was made from; without it
        that is looked for.
        Options: --apply Write in the profile what fits there in one value, and leave the rest.
        -h, --help Show this message and exit.
    """,
    "tekens --help": """
        Usage: vacaturegen tekens [OPTIONS] PATH...
        Count the characters and words of each section of the documents of profiles: of the plain text that
        “build --format txt” makes, with headings, bullets and blank lines. Characters are counted as portals do:
        code points, spaces too, and the end of a line as one. The total has the blank lines between the sections as
        well. Nothing is written.
        Options: -h, --help Show this message and exit.
    """,
    "check --help": """
        Usage: vacaturegen check [OPTIONS] PATH...
        Check the texts, days and figures of profiles. Nothing is built, and no finding stops a build.
        Options: --format [text|json|github|gitlab|sarif] For people, or for a program: our own JSON, GitHub Actions,
        GitLab Code Quality, SARIF. [default: text]
        --fail-on [informatie|waarschuwing|fout] From how bad on a finding makes the command fail. [default: fout]
        --toon [informatie|waarschuwing|fout] From how bad on findings are shown. [default: informatie]
        --also CODES Rules that are off, separated by commas.
        --fix Repair what is certain, in the files themselves.
        --klok DAY The day that it is, as 2026-11-22; without it today.
        -h, --help Show this message and exit.
    """,
    "explain --help": """
        Usage: vacaturegen explain [OPTIONS] [CODE]
        Explain a rule of “check”: what it looks at, why it matters, and where it comes from. Without a code, list all
        rules.
        Options: -h, --help Show this message and exit.
    """,
    "schema --help": """
        Usage: vacaturegen schema [OPTIONS] [KIND]
        Make the JSON Schemas by which an editor knows the files of a profiles folder: of all kinds, or of one.
        The kinds are profiel, functie, organisatie, broker, clausule, soorten.
        Options: --draft [7|2020-12] Which draft of JSON Schema. [default: 7]
        --output FOLDER Where the schemas go, each as a file; without it the one of KIND is printed.
        -h, --help Show this message and exit.
    """,
    "huisstijl --help": """
        Usage: vacaturegen huisstijl [OPTIONS] FILE
        Check an organisation's own Word file (.docx or .dotx): which styles, languages, fonts, fields and contrasts are
        missing or wrong.
        Options: --repair Write a repaired copy beside it, named FILE-hersteld.docx.
        -h, --help Show this message and exit.
    """,
    "diff --help": """
        Usage: vacaturegen diff [OPTIONS] [FROM] [TO]
        Show what differs between two versions of the profiles, in their documents. A version is a git revision, a tag
        or a folder; without TO it is what lies here, and without FROM what was committed last (HEAD).
        Options: --format [text|html|docx|markdown|json] For the terminal, as one page, as Word files with tracked
        changes, as a comment, or for a program. [default: text]
        --output FOLDER Where the page or the Word files go; without it in “verschil”.
        --impact List what each shared file that differs reaches.
        --auteur NAME Who made the changes; without it who made the revision TO.
        --datum DAY When they were made, as 2026-11-22; without it when the revision TO was made.
        -h, --help Show this message and exit.
    """,
    "text --help": """
        Usage: vacaturegen text [OPTIONS] FILE
        Print the text of a Word file (.docx) as a reading copy in Markdown; for a document that was made here it is
        the one that lies beside it. Tracked changes count as accepted. Hidden text, headers and footers are left out.
        Nothing is written.
        Options: -h, --help Show this message and exit.
    """,
    "git-setup --help": """
        Usage: vacaturegen git-setup [OPTIONS]
        Let git show Word files as their reading copy in this repository: in “git diff”, “git log -p” and “git show”.
        It sets three settings of the repository (diff.vacaturegen.*) and adds a line for *.docx to .gitattributes; it
        changes nothing else. Everyone who wants to see it runs it once in their own copy.
        Options: --remove Take away what git-setup put there, and nothing else.
        -h, --help Show this message and exit.
    """,
}


@pytest.mark.parametrize(("args", "words"), HELP.items())
def test_help_says_all_there_is(args: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """Help names every command, argument and option, what it is for, and what is taken when it is not given."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    assert run(*args.split()) == 0
    long = capsys.readouterr().out
    assert long.split() == words.split()
    assert run(*args.replace("--help", "-h").split()) == 0
    assert capsys.readouterr().out == long


@pytest.mark.parametrize(
    ("variable", "value", "usage"),
    [
        ("VACATUREGEN_LANG", "en", "Usage:"),
        ("LANG", "en_GB.UTF-8", "Usage:"),
        ("LC_ALL", "en_US.UTF-8", "Usage:"),
        ("VACATUREGEN_LANG", "nl", "Gebruik:"),
        ("LANG", "nl_NL.UTF-8", "Gebruik:"),
        ("LANG", "de_DE.UTF-8", "Gebruik:"),
        ("LANG", "C.UTF-8", "Gebruik:"),
        ("LANG", "", "Gebruik:"),
    ],
)
def test_english_is_for_who_asks(
    variable: str, value: str, usage: str, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    """Our own variable or an English locale asks for English; everybody else reads Dutch."""
    monkeypatch.setenv(variable, value)
    assert run("--help") == 0
    assert capsys.readouterr().out.startswith(usage)


def test_our_variable_wins(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """VACATUREGEN_LANG decides, whatever the locale says."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("VACATUREGEN_LANG", "nl")
    assert run("--help") == 0
    assert capsys.readouterr().out.startswith("Gebruik:")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("bui", "plain,build"),
        ("build ", "file,"),
        ("build --out", "plain,--output"),
        ("build --output ", "file,"),
        ("build profiles --output ui", "file,ui"),
    ],
)
def test_completion(typed: str, offered: str, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """A shell that asks what can be typed next hears of commands and options, and where a path belongs."""
    monkeypatch.setenv("_VACATUREGEN_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"vacaturegen {typed}")
    monkeypatch.setenv("COMP_CWORD", str(1 + typed.count(" ")))
    with pytest.raises(SystemExit) as ended:
        run()
    assert (ended.value.code, capsys.readouterr().out) == (0, f"{offered}\n")


def test_version(capsys: Said) -> None:
    """The version is the package's."""
    assert run("--version") == 0
    assert capsys.readouterr().out == f"vacaturegen {__version__}\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([], "COMMAND"),
        (["bouw"], "bouw"),
        (["build"], "PATH..."),
        (["build", "profielen"], "profielen"),
        (["build", "profiles", "--formaat", "md"], "--formaat"),
        (["build", "profiles", "--format", "md,pdf"], "“pdf” is not a format. Choose from: md, html, docx, txt."),
        (["build", "profiles", "--format", ""], "“” is not a format. Choose from: md, html, docx, txt."),
        (["build", "profiles", "--output"], "--output"),
    ],
)
def test_wrong_usage(args: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """Wrong usage is told on standard error with exit code 2, and nothing is made."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    before = contents(tmp_path)
    assert run(*args) == 2
    out, err = capsys.readouterr()
    assert said in out + err
    assert contents(tmp_path) == before


def test_errors_are_dutch(tmp_path: Path, capsys: Said) -> None:
    """A mistake is told in Dutch: place, line, sentence and cure."""
    file = tmp_path / "profiles" / "tweede.yaml"
    file.write_text(file.read_text().replace("titel: Adviseur water", "titels: Adviseur water"))
    assert run("build", "profiles") == 1
    assert capsys.readouterr().err == (
        "profiles/tweede.yaml:3:1: De sleutel “titels” is hier niet bekend.\n"
        "    titels: Adviseur water\n"
        "  Bedoelde u “titel”?\n"
        "1 fout gevonden; er is niets geschreven.\n"
    )


@pytest.mark.parametrize(("count", "more"), [(20, []), (21, ["and 1 more"]), (30, ["and 10 more"])])
def test_many_mistakes_are_counted(
    count: int, more: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    """Twenty mistakes are told in full, with more of them the rest is counted."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    with (tmp_path / "profiles/tweede.yaml").open("a") as file:
        file.writelines(f"onbekend{number}: x\n" for number in range(count))
    assert run("build", "profiles") == 1
    said = capsys.readouterr().err.splitlines()
    told = [line.partition(" ")[0] for line in said if line.endswith("is not known here.")]
    assert told == [f"profiles/tweede.yaml:{line}:1:" for line in range(5, 25)]
    assert said[60:] == [*more, f"{count} mistakes found; nothing was written."]


def test_summary(tmp_path: Path, capsys: Said) -> None:
    """A build says what it made, and a second one that all is current; an output of a profile that is gone goes."""
    assert run("build", "profiles", "--output", "uit", "--format", "md") == 0
    assert capsys.readouterr().out.splitlines() == [
        "uit/proef/proef-aanvraag.md: gemaakt",
        "uit/proef/proef-vacature.md: gemaakt",
        "uit/tweede/tweede-vacature.md: gemaakt",
        "3 bestanden: 3 gemaakt, 0 al actueel.",
    ]
    assert run("build", "profiles", "--output", "uit", "--format", "md") == 0
    assert capsys.readouterr().out.splitlines() == ["3 bestanden: 0 gemaakt, 3 al actueel."]
    (tmp_path / "profiles" / "tweede.yaml").unlink()
    assert run("build", "profiles", "--output", "uit", "--format", "md") == 0
    assert capsys.readouterr().out.splitlines() == [
        "uit/tweede/tweede-vacature.md: verwijderd, omdat geen profiel dit nog maakt",
        "2 bestanden: 0 gemaakt, 2 al actueel.",
    ]


@pytest.mark.parametrize(("count", "more"), [(20, []), (21, ["and 1 more"]), (30, ["and 10 more"])])
def test_many_documents_are_counted(
    count: int, more: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    """Twenty documents are named, with more of them the rest is counted; a check says that all are current."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    for profile in (tmp_path / "profiles").glob("*.yaml"):
        profile.unlink()
    names = [f"los{number:02}" for number in range(count)]
    text = "organisatie: voorbeeldstad\ntitel: Adviseur\nvacature:\n"
    write(tmp_path / "profiles", {f"{name}.yaml": text for name in names})
    build = ("build", "profiles", "--output", "uit", "--format", "md")
    assert run(*build) == 0
    paths = [f"uit/{name}/{name}-vacature.md" for name in names]
    said = [*(f"{path}: made" for path in paths[:20]), *more, f"{count} files: {count} made, 0 current."]
    assert capsys.readouterr().out.splitlines() == said
    assert run(*build, "--check") == 0
    assert capsys.readouterr().out == f"{count} files, all current.\n"
    for path in paths:
        Path(path).write_text("")
    assert run(*build, "--check") == 1
    said = [*(f"{path}: not current" for path in paths[:20]), *more, "Build again to bring them up to date."]
    assert capsys.readouterr().out.splitlines() == said


def test_part_of_a_folder_takes_nothing_for_gone(tmp_path: Path) -> None:
    """A folder within the profiles is not all there is: building it leaves the outputs of the others."""
    assert run("build", "profiles", "--output", "uit", "--format", "md") == 0
    before = contents(tmp_path / "uit")
    write(tmp_path / "profiles" / "later", {"derde.yaml": "organisatie: voorbeeldstad\ntitel: Adviseur\nvacature:\n"})
    assert run("build", "profiles/later", "--output", "uit", "--format", "md") == 0
    after = contents(tmp_path / "uit")
    assert {path: data for path, data in before.items() if path.endswith(".md")}.items() <= after.items()
    assert "derde/derde-vacature.md" in after


def test_own_word_base_needs_our_styles(tmp_path: Path, capsys: Said) -> None:
    """A Word document of one's own that lacks a style of ours is refused, with its name and the cure."""
    own = tmp_path / "templates" / "word" / "basis.docx"
    own.parent.mkdir(parents=True)
    with zipfile.ZipFile(ROOT / "templates" / "word" / "basis.docx") as ours, zipfile.ZipFile(own, "w") as package:
        for name in ours.namelist():
            package.writestr(name, ours.read(name).replace(b'w:styleId="Lead"', b'w:styleId="Inleiding"'))
    assert run("build", "profiles", "--output", "uit") == 1
    said = capsys.readouterr().err
    assert said.startswith("templates/word/basis.docx: ")
    assert "basis.docx en laat de stijlen" in said


@pytest.mark.parametrize(
    ("formats", "made"),
    [
        ("md", {".md"}),
        ("html,md", {".md", ".html"}),
        ("DOCX , md", {".docx", ".md"}),
        ("md,html,docx", {".md", ".html", ".docx"}),
        ("txt", {".txt"}),
        ("txt,md", {".md", ".txt"}),
    ],
)
def test_formats(formats: str, made: set[str], tmp_path: Path) -> None:
    """--format chooses which formats are made, in any order and case."""
    assert run("build", "profiles/tweede.yaml", "--format", formats, "--output", "uit") == 0
    assert {path.suffix for path in (tmp_path / "uit" / "tweede").iterdir()} == made


def test_default_output_has_the_usual_formats(tmp_path: Path) -> None:
    """Without options all but plain text goes to output/, as <profile>/<profile>-<kind>.<format>, with a manifest."""
    assert run("build", "profiles/tweede.yaml") == 0
    stem = "tweede/tweede-vacature"
    assert contents(tmp_path / "output").keys() == {
        "manifest.json", "tweede", f"{stem}.md", f"{stem}.html", f"{stem}.docx",
    }  # fmt: skip


def test_plain_text_lies_beside_the_usual_formats(tmp_path: Path, capsys: Said) -> None:
    """A usual build and check leave plain text alone that was asked for; it goes when its profile goes."""
    text = tmp_path / "output/tweede/tweede-vacature.txt"
    assert run("build", "profiles", "--format", "txt") == 0
    made = text.read_bytes()
    assert run("build", "profiles") == 0
    assert text.read_bytes() == made
    assert run("build", "profiles", "--check") == 0
    assert run("build", "profiles", "--check", "--format", "txt") == 0
    text.write_bytes(b"")
    assert run("build", "profiles", "--check") == 0
    assert run("build", "profiles", "--check", "--format", "txt") == 1
    assert run("build", "profiles", "--format", "md,html,docx,txt") == 0
    assert text.read_bytes() == made
    (tmp_path / "profiles/tweede.yaml").unlink()
    capsys.readouterr()
    assert run("build", "profiles") == 0
    assert f"{text.relative_to(tmp_path)}: verwijderd" in capsys.readouterr().out
    assert not text.parent.exists()
    assert "tweede" not in (tmp_path / "output/manifest.json").read_text()


def test_counts_by_section(tmp_path: Path, capsys: Said) -> None:
    """Each section is told with its characters and words, aligned, and so is the whole; nothing is written."""
    opening = "'Een € van 1.000 meter: 🌳 é.'"
    points = ", ".join(["Punt"] * 300)
    write(tmp_path / "profiles", {
        "tweede.yaml": "organisatie: kaal\ntitel: Adviseur\nvacature:\n  secties:\n"
        f"  - {{titel: Kort, tekst: {opening}}}\n  - {{titel: Lang, punten: [{points}]}}\n",
        "organisaties/kaal.yaml": "naam: Dorp\nsoort: gemeente\n",
    })  # fmt: skip
    before = contents(tmp_path)
    assert run("tekens", "profiles/tweede.yaml", "profiles/proef.yaml") == 0
    assert contents(tmp_path) == before
    out, err = capsys.readouterr()
    head, *lines = out.splitlines()
    assert (head.split(), err) == (["tekens", "woorden", "document", "onderdeel"], "")
    found = [line.split(maxsplit=3) for line in lines]
    assert [row[2] for row in found] == sorted(row[2] for row in found)
    assert {line.index(row[2]) for line, row in zip(lines, found, strict=True)} == {head.index("document")}
    assert {line.index(row[3], 30) for line, row in zip(lines, found, strict=True)} == {head.index("onderdeel")}
    counted = {row[3]: row[:2] for row in found if row[2] == "tweede-vacature"}
    assert next(iter(counted)) == "titel en inleiding"
    assert counted["Kort"] == [str(len("Kort\n\nEen € van 1.000 meter: 🌳 é.")), "8"]
    assert counted["Lang"] == ["2.105", "301"]
    assert run("build", "profiles/tweede.yaml", "--format", "txt", "--output", "uit") == 0
    text = (tmp_path / "uit/tweede/tweede-vacature.txt").read_bytes().decode()
    assert counted["totaal"][0] == f"{len(text) - 1:,}".replace(",", ".")
    sections = sum(int(row[0].replace(".", "")) for name, row in counted.items() if name != "totaal")
    assert sections + 3 * (len(counted) - 2) == len(text) - 1


def test_counts_speak_english_to_who_asks(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """The words around the counts are in the language of the reader."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    assert run("tekens", "profiles/tweede.yaml") == 0
    lines = [line.split(maxsplit=3) for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == ["characters", "words", "document", "section"]
    assert (lines[1][3], lines[-1][3]) == ("title and introduction", "total")


def test_counts_need_valid_profiles(tmp_path: Path, capsys: Said) -> None:
    """A mistake in one profile is told with its place, and nothing is counted."""
    with (tmp_path / "profiles/tweede.yaml").open("a") as file:
        file.write("onbekend: x\n")
    assert run("tekens", "profiles") == 1
    out, err = capsys.readouterr()
    assert (out, err.partition(" ")[0]) == ("", "profiles/tweede.yaml:5:1:")
    assert run("tekens") == 2
    assert run("tekens", "nergens") == 2


def test_check(tmp_path: Path, capsys: Said) -> None:
    """--check writes nothing, names what is not current with exit code 1, and is content with what is."""
    before = contents(tmp_path)
    assert run("build", "profiles", "--check") == 1
    assert "output/proef/proef-aanvraag.docx: niet actueel" in capsys.readouterr().out
    assert contents(tmp_path) == before
    assert run("build", "profiles") == 0
    before = contents(tmp_path)
    assert run("build", "profiles", "--check") == 0
    capsys.readouterr()
    assert run("build", "profiles/tweede.yaml", "--check") == 0
    assert capsys.readouterr().out == "3 bestanden, allemaal actueel.\n"
    assert run("build", "profiles/tweede.yaml", "--check", "--format", "md") == 0
    assert capsys.readouterr().out == "1 bestand, actueel.\n"
    (tmp_path / "output/tweede/tweede-vacature.md").write_text("# Zelf gewijzigd\n")
    capsys.readouterr()
    assert run("build", "profiles", "--check") == 1
    assert capsys.readouterr().out.startswith("output/tweede/tweede-vacature.md: niet actueel\n")
    assert contents(tmp_path).keys() == before.keys()


def test_repository_is_current(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """What lies in output/ of this repository is what its profiles make."""
    monkeypatch.chdir(ROOT)
    code = run("build", "profiles", "--check")
    assert (code, capsys.readouterr().err) == (0, "")


@pytest.mark.parametrize("place", [".", "profiles", "elders/diep"])
def test_single_file_finds_its_shared_files(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file finds its functie, organisatie and broker in the profiles/ above it, from wherever it is named."""
    folder = tmp_path / place
    folder.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(folder)
    path = os.path.relpath(tmp_path / "profiles" / "proef.yaml", folder)
    assert run("build", path, "--output", tmp_path / "uit", "--format", "md") == 0
    made = (tmp_path / "uit/proef/proef-aanvraag.md").read_text()
    assert "Inhuurbalie Voorbeeld" in made
    assert "- Adviezen schrijven" in made


def test_file_in_a_folder_below_finds_them_too(tmp_path: Path) -> None:
    """A profile in a folder of its own below profiles/, or beside profiles/, finds the same shared files."""
    for name in ("profiles/2026/los.yaml", "los.yaml"):
        write(tmp_path, {name: (BASE / "profiles/tweede.yaml").read_text()})
        assert run("build", name, "--output", "uit", "--format", "md") == 0
        assert "- Adviezen schrijven" in (tmp_path / "uit/los/los-vacature.md").read_text()


def test_one_file_twice_is_one_profile(tmp_path: Path, capsys: Said) -> None:
    """A profile that is named twice, also by its folder, is made once."""
    assert run("build", "profiles/tweede.yaml", "profiles/tweede.yaml", "profiles", "--format", "md") == 0
    assert capsys.readouterr().out.endswith("3 bestanden: 3 gemaakt, 0 al actueel.\n")
    assert run("build", "profiles/tweede.yaml", tmp_path / "profiles/tweede.yaml", "--format", "md") == 0


def test_folder_without_profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """A folder without profiles is an error with a cure, and leaves the outputs alone."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    assert run("build", "profiles") == 0
    (tmp_path / "leeg").mkdir()
    before = contents(tmp_path)
    capsys.readouterr()
    assert run("build", "leeg") == 1
    assert capsys.readouterr().err == (
        "leeg: There are no profiles in this folder.\n"
        "  Name a folder with .yaml files, or one such file.\n"
        "1 mistake found; nothing was written.\n"
    )
    assert contents(tmp_path) == before


def test_what_profiles_share_is_none(tmp_path: Path, capsys: Said) -> None:
    """An organisatie or its folder is no profile: one sentence says so, instead of all that a profile lacks."""
    for path in ("profiles/organisaties", next((tmp_path / "profiles/organisaties").iterdir())):
        assert run("build", path) == 1
        assert capsys.readouterr().err.count("Profielen delen dit met elkaar") == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["check", "leeg", "--format", "json"], "leeg: In deze map staan geen profielen."),
        (["check", "profiles/organisaties"], "Profielen delen dit met elkaar"),
        (["check", "profiles", "--also", "g5"], "Er is geen regel “G5”. Bedoelde u “G05”?"),
        (["check", "profiles", "--klok", "31 februari 2027"], "31 februari 2027 bestaat niet."),
        (["check", "profiles", "--klok", "z.s.m."], "“z.s.m.” is geen dag zoals 2026-11-22."),
        (["explain", "l3"], "Er is geen regel “l3”. Bedoelde u “L03”?"),
        (["explain", "Z99"], "Er is geen regel “Z99”. Alle codes: vacaturegen explain."),
    ],
)
def test_wrong_use_of_the_checks(args: list[str], said: str, tmp_path: Path, capsys: Said) -> None:
    """What cannot be looked at is wrong usage, in one sentence with its cure, and no report says that all is well."""
    (tmp_path / "leeg").mkdir()
    assert run(*args) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in " ".join(err.split())


def test_some_profiles_leave_the_others_alone(tmp_path: Path) -> None:
    """Building one profile leaves the outputs of the others as they are, also when their profile is gone."""
    assert run("build", "profiles") == 0
    (tmp_path / "profiles/proef.yaml").unlink()
    assert run("build", "profiles/tweede.yaml") == 0
    assert (tmp_path / "output/proef/proef-aanvraag.md").is_file()
    assert run("build", "profiles") == 0
    assert not (tmp_path / "output/proef").exists()


@pytest.mark.parametrize("output", ["uit", "uit/diep"])
def test_output_that_is_a_file(output: str, tmp_path: Path, capsys: Said) -> None:
    """An output folder that cannot be is one clear message with exit code 1."""
    write(tmp_path, {"uit": "een bestand\n"})
    before = contents(tmp_path)
    assert run("build", "profiles", "--output", output) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(r"uit(/diep)?: .+\n", err)
    assert contents(tmp_path) == before


@on_posix
def test_output_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder in which one may not write is one clear message with exit code 1, for a person who is not root."""
    folder = tmp_path / "dicht"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    command = [sys.executable, "-m", "vacaturegen.cli", "build", "profiles", "--output", "dicht/uit"]
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root may write everywhere, and cannot step down here")
        command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs", *command]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    folder.chmod(stat.S_IRWXU)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("dicht")
    assert "Traceback" not in done.stderr
    assert list(folder.iterdir()) == []


def test_own_templates_replace_ours_one_by_one(tmp_path: Path) -> None:
    """A folder templates/ beside profiles/ replaces what has the same name, adds parts, and leaves the rest."""
    assert run("build", "profiles", "--format", "md") == 0
    ours = (tmp_path / "output/proef/proef-aanvraag.md").read_text()
    write(tmp_path, {
        "templates/onderdelen/fee.md.j2": "## Vergoeding\n\n{{ broker_naam }}: {{ aanvraag.fee_per_uur | bedrag }}.\n",
        "templates/onderdelen/leesmij.txt": "geen sjabloon",
    })  # fmt: skip
    assert run("build", "profiles", "--format", "md") == 0
    own = (tmp_path / "output/proef/proef-aanvraag.md").read_text()
    section = re.compile(r"## Fee\n\n.*\n")
    assert own == section.sub("## Vergoeding\n\nInhuurbalie Voorbeeld: €\u00a01,50.\n", ours)
    write(tmp_path, {
        "templates/soorten.yaml": (
            "aanvraag: {naam: Offerteaanvraag, onderdelen: [kop-aanvraag, slot]}\n"
            "vacature: {naam: Vacature, onderdelen: [kop-vacature]}\n"
            "advertentie: {naam: Advertentie, onderdelen: [kop-advertentie]}\n"
        ),
        "templates/onderdelen/slot.md.j2": "## Tot slot\n\nVoor {{ organisatie.naam }}.\n",
    })  # fmt: skip
    assert run("build", "profiles") == 0
    made = (tmp_path / "output/proef/proef-aanvraag.md").read_text()
    assert [line for line in made.splitlines() if line.startswith("#")] == ["# Adviseur groen", "## Tot slot"]
    assert "Voor Gemeente Voorbeeldstad." in made
    assert "Offerteaanvraag" in (tmp_path / "output/proef/proef-aanvraag.html").read_text()


def test_own_clause_replaces_ours(tmp_path: Path) -> None:
    """A clause in templates/clausules/dba/ stands in the place of the shipped example, with its own status."""
    clause = (
        "id: eigen-open\nversie: '4'\nstatus: vastgesteld\nvastgesteld_door: de directie\nvastgesteld_op: 2026-01-05\n"
        "elementen: [geen-dienstbetrekking]\ntekst: Er ontstaat geen dienstbetrekking.\n"
    )
    write(tmp_path, {"templates/clausules/dba/open.yaml": clause})
    assert run("build", "profiles", "--format", "md") == 0
    assert (
        "> Tekst vastgesteld door de directie op maandag 5 januari 2026 (eigen-open, versie 4).\n>\n"
        "> Er ontstaat geen dienstbetrekking.\n"
    ) in (tmp_path / "output/proef/proef-aanvraag.md").read_text()


def test_changed_output_of_a_profile_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    """An output that somebody changed is left to them when its profile goes, and is named on standard error."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    assert run("build", "profiles", "--format", "md") == 0
    path = Path("output/tweede/tweede-vacature.md")
    path.write_text("# Zelf gewijzigd\n")
    (tmp_path / "profiles/tweede.yaml").unlink()
    capsys.readouterr()
    said = f"{path}: no profile makes this any more, but the file was changed by hand. Remove it yourself.\n"
    assert run("build", "profiles", "--format", "md", "--check") == 0
    assert capsys.readouterr().err == said
    assert run("build", "profiles", "--format", "md") == 0
    assert capsys.readouterr().err == said
    assert path.read_text() == "# Zelf gewijzigd\n"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_is_for_who_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that takes long shows on a terminal how far it is, up to the end; one that does not, shows nothing."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    monkeypatch.setattr(build, "PATIENCE", 60.0)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert run("build", "profiles", "--format", "md") == 0
    assert terminal.getvalue() == ""
    monkeypatch.setattr(build, "PATIENCE", -1.0)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    for name in ("derde", "vierde"):
        shutil.copy("profiles/tweede.yaml", f"profiles/{name}.yaml")
    assert run("build", "profiles", "--format", "md", "--output", "uit") == 0
    shown = terminal.getvalue()
    assert "Building" in shown
    assert re.findall(r"\d+%", shown) == ["25%", "50%", "75%", "100%"]
    assert shown.endswith("\n")


def test_no_terminal_no_progress(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """Nothing is shown where nobody looks, also without any standard error, and without any standard output."""
    monkeypatch.setattr(build, "PATIENCE", -1.0)
    assert run("build", "profiles", "--format", "md") == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys, "stderr", None)
    assert run("build", "profiles", "--format", "html") == 0
    monkeypatch.setattr(sys, "stdout", None)
    assert run("build", "profiles", "--format", "md") == 0


def test_a_problem_says_what_there_is_to_say() -> None:
    """A problem of a whole file has no line, and one without a cure no line for it."""
    assert screen.explain_problem(Problem("a.yaml", 0, 0, "This is wrong.")) == "a.yaml: This is wrong."
    assert screen.explain_problem(Problem("a.yaml", 2, 1, "\x1b[31m", source="x")) == "a.yaml:2:1: \ufffd[31m\n    x"


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full here")
@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "Stopped."),
        (click.Abort(), 130, "Stopped."),
        (OSError(5, "not now", "a\x1bb.yaml"), 1, "a\ufffdb.yaml: this cannot be read: not now."),
    ],
    ids=["Ctrl-C", "abort", "a file"],
)
def test_what_ends_a_build_is_told_in_a_line(
    error: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    """Ctrl-C has the exit code that a shell expects; a file that cannot be read is named, and nothing is traced."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    monkeypatch.setattr(build, "run_build", Mock(side_effect=error))
    assert run("build", "profiles") == code
    out, err = capsys.readouterr()
    assert (out, err.lstrip("\n")) == ("", f"{said}\n")  # click ends the line on which ^C stands


def test_output_that_nobody_takes(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """A standard output that is full is told of, and one for messages is let be; neither fails once more at the end."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    with FULL.open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert run("--version") == 1
        full.write("more")
    assert capsys.readouterr().err == "The result cannot be shown: No space left on device.\n"
    Path("leeg").mkdir()
    with FULL.open("w") as full:
        monkeypatch.setattr(sys, "stderr", full)
        assert run("build", "leeg") == 1
        full.write("more")


def test_schema_is_printed(capsys: Said) -> None:
    """The schema of a kind of file is printed, by draft-07 unless another draft is asked for."""
    assert run("schema", "clausule") == 0
    assert json.loads(capsys.readouterr().out)["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert run("schema", "clausule", "--draft", "2020-12") == 0
    assert json.loads(capsys.readouterr().out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_schemas_go_to_a_folder(tmp_path: Path, capsys: Said) -> None:
    """With --output each schema is a file, in a folder that is made where it is missing; or only the one asked for."""
    assert run("schema", "broker", "--output", "een") == 0
    assert run("schema", "--output", "nieuw/map") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"{Path('een/broker.schema.json')}: gemaakt"
    assert len(said) == 7
    assert list(contents(tmp_path / "een")) == ["broker.schema.json"]
    assert len(contents(tmp_path / "nieuw/map")) == 6


def test_schemas_beside_profiles_are_no_profiles(capsys: Said) -> None:
    """A build leaves the schemas in a folder of profiles alone, and goes on from where it was."""
    assert run("build", "profiles") == 0
    assert run("schema", "--output", "profiles") == 0
    capsys.readouterr()
    assert run("build", "profiles") == 0
    assert " 0 gemaakt" in capsys.readouterr().out


def test_schema_of_what_is_asked(capsys: Said) -> None:
    """Without a kind and a folder there is nothing to print; the error names the kinds."""
    assert run("schema") == 2
    assert "profiel, functie" in capsys.readouterr().err


@pytest.mark.parametrize(("typed", "meant"), [("bulid", "build"), ("LIST", "list"), ("xyz", None)])
def test_a_command_that_is_none(typed: str, meant: str | None, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that does not exist is named, with the one that was probably meant."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    assert run(typed, "profiles") == 2
    said = capsys.readouterr().err
    assert f"No such command '{typed}'." in said
    assert said.endswith(f" Did you mean “{meant}”?\n" if meant else "'.\n")


def test_schema_overwrites_no_file_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An earlier schema of ours is renewed; any other file of that name stays, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    write(tmp_path, {"profiel.schema.json": '{"title": "Profiel"}\n', "map/broker.schema.json": "{"})
    before = contents(tmp_path)
    for args in (["--output", "."], ["broker", "--output", "map"]):
        assert run("schema", *args) == 1
        assert "A file lies here that is no schema of ours." in capsys.readouterr().err
        assert contents(tmp_path) == before
    assert run("schema", "functie", "--output", ".", "--draft", "2020-12") == 0
    assert run("schema", "functie", "--output", ".") == 0
    assert "draft-07" in (tmp_path / "functie.schema.json").read_text(encoding="utf-8")
