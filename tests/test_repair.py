"""Repairs: what is certain is put right in its own words, and not a byte of anything else changes."""

from __future__ import annotations

import json
import stat
import time as clock
from dataclasses import replace
from pathlib import Path

import pytest

from tests.checking import TODAY
from tests.support import run, write
from vacaturegen.build.rewrite import rewrite
from vacaturegen.checks import Finding
from vacaturegen.checks import run as checks_run
from vacaturegen.checks.places import Place
from vacaturegen.checks.repair import repair
from vacaturegen.checks.reports import sarif
from vacaturegen.checks.rule import ALL, Ernst, Hit, rule
from vacaturegen.checks.run import Options
from vacaturegen.errors import OutputError


def mend(source: str, words: str, better: str, at: str = "") -> str:
    """A file with the first place of some words repaired, as far as that can be done; it is found at these words."""
    text = source.removeprefix("\ufeff").replace("\r\n", "\n")
    start = text.index(at or words)
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    place = Place("x.yaml", line, column, line, column + len(at or words))
    finding = Finding(place, "S13", Ernst.WAARSCHUWING, "", "doel", words, better, True)
    made, done = repair(source.encode(), [finding])
    assert bool(done) == (made != source.encode())
    return made.decode()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("doel: De risicos zien.  # geen risicos hier\n", "doel: De risico's zien.  # geen risicos hier\n"),
        ("\ufeffa: b\r\ndoel: De risicos zien.\r\nc: d\r\n", "\ufeffa: b\r\ndoel: De risico's zien.\r\nc: d\r\n"),
        ('doel: "De risicos zien."', 'doel: "De risico\'s zien."'),
        ("doel: |\n  De risicos\n  zien.\n", "doel: |\n  De risico's\n  zien.\n"),
        ("doel: >-\n\n  De risicos\n  zien.   \n", "doel: >-\n\n  De risico's\n  zien.   \n"),
        ("taken: [De risicos zien, De risicos melden]\n", "taken: [De risico's zien, De risicos melden]\n"),
        ("taken:\n- De risicos zien\n-   'x'\n", "taken:\n- De risico's zien\n-   'x'\n"),
    ],
)
def test_only_the_words_change(source: str, expected: str) -> None:
    """Mark, line ends, comments, indentation and quotation marks stay as they are."""
    assert mend(source, "risicos", "risico's") == expected


@pytest.mark.parametrize(
    ("source", "words", "better", "at"),
    [
        ("doel: 'De risicos zien.'\n", "risicos", "risico's", ""),  # needs two apostrophes
        ("doel: risicos zien.\n", "risicos", '"risico', ""),  # would begin a quotation
        ("doel: De risicos zien.\n", "risicos", "risico: s", ""),
        ("doel: De risicos zien.\n", "risicos", "risico #s", ""),
        ("taken: [De risicos zien]\n", "risicos", "risico, s", ""),
        ("doel: risicos\n", "risicos", "yes", ""),
        ("doel: De risicos en risicos zien.\n", "risicos", "risico's", ""),
        ("doel: De risicosfeer en risicos zien.\n", "risicos", "risico's", ""),
        ("doel: De de\n  de risicos.\n", "de de", "de", "De de"),
        ('doel: "De ris\\u0069cos zien, de risicos."\n', "risicos", "risico's", ""),
        ("doel: |  # risicos\n  De kansen.\n", "risicos", "risico's", "|"),
    ],
)
def test_what_is_not_certain_is_left_alone(source: str, words: str, better: str, at: str) -> None:
    """Words that stand there twice or otherwise, and repairs that would say something else, change nothing."""
    assert mend(source, words, better, at) == source


def test_one_repair_that_cannot_be_made_does_not_stop_the_others() -> None:
    """Of two in a file, the one that can be made is."""
    source = "doel: De risicos zien.\nteam: 'De paginas'\n"
    findings = [
        Finding(Place("x", 1, 10, 1, 17), "S13", Ernst.FOUT, "", "doel", "risicos", "risico's", True),
        Finding(Place("x", 2, 11, 2, 18), "S13", Ernst.FOUT, "", "team", "paginas", "pagina's", True),
        Finding(Place("x", 1, 10, 1, 13), "S03", Ernst.FOUT, "", "doel", "ris", "kan", True),
    ]
    made, done = repair(source.encode(), findings)
    assert made.decode() == "doel: De risico's zien.\nteam: 'De paginas'\n"
    assert [finding.code for finding in done] == ["S13"]


def test_many_repairs_that_cannot_be_made_take_no_more_time() -> None:
    """Of each value it is seen by itself whether its repair can be made; the file is not read anew for each."""
    rows = [f"- {mark}De risicos van {row}{mark}" for row in range(1_600) for mark in ("'" if row % 2 else "",)]
    findings = [
        Finding(
            Place("x", row + 2, line.index("r") + 1, row + 2, 99),
            "S13",
            Ernst.FOUT,
            "",
            "",
            "risicos",
            "risico's",
            True,
        )
        for row, line in enumerate(rows)
    ]
    start = clock.process_time()
    made, done = repair("\n".join(["taken:", *rows]).encode(), findings)
    assert clock.process_time() - start < 3
    assert done == findings[::2]
    assert made.decode().count("risico's") == 800


@pytest.mark.parametrize(
    "source",
    [
        "doel: |2\n  De risicos\n   zien.\nteam: 'De paginas'\n",
        "taken:\n  - |2\n    De risicos\n     zien.\n\n- x: 'De paginas'\n".replace("- x", "team"),
        "team: 'De paginas'\ndoel:\n  De risicos\n  zien.\n",
        "team: 'De paginas'\ntaken: [Iets, {naam: De risicos zien}]\n",
        "team: 'De paginas'\r\nrijen:\r\n- - naam: >+\r\n      De risicos zien.\r\n\r\n",
    ],
)
def test_what_can_be_made_beside_what_cannot_is_made_however_it_is_written(source: str) -> None:
    """A value that is looked at by itself reads as it does in its file."""
    findings = []
    for words, better in (("risicos", "risico's"), ("paginas", "pagina's")):
        before = source.replace("\r\n", "\n").partition(words)[0]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        place = Place("x", line, column, line, column + len(words))
        findings.append(Finding(place, "S13", Ernst.FOUT, "", "", words, better, True))
    made, done = repair(source.encode(), findings)
    assert made.decode() == source.replace("risicos", "risico's")
    assert done == findings[:1]


def test_a_file_that_changed_is_left_alone(tmp_path: Path) -> None:
    """What somebody wrote meanwhile is not lost."""
    file = tmp_path / "een.yaml"
    file.write_bytes(b"nieuw")
    with pytest.raises(OutputError, match=r"een\.yaml"):
        rewrite(file, b"beter", b"oud")
    assert (file.read_bytes(), [*tmp_path.iterdir()]) == (b"nieuw", [file])


def test_a_file_that_is_read_only_is_left_alone(tmp_path: Path) -> None:
    """Who took away the right to write meant it, though another file could be put in its place."""
    file = tmp_path / "een.yaml"
    file.write_bytes(b"oud")
    file.chmod(0o444)
    with pytest.raises(OutputError, match=r"een\.yaml"):
        rewrite(file, b"beter", b"oud")
    assert (file.read_bytes(), [*tmp_path.iterdir()]) == (b"oud", [file])


def test_rights_and_links_stay(tmp_path: Path) -> None:
    """A file keeps its rights, and a link to it stays a link."""
    file, link = tmp_path / "een.yaml", tmp_path / "twee.yaml"
    file.write_bytes(b"oud")
    file.chmod(0o640)
    link.symlink_to(file)
    rewrite(link, b"beter", b"oud")
    assert (link.is_symlink(), file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (True, b"beter", 0o640)


def test_a_failure_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the new file cannot be put in its place, the old one is whole and nothing lies beside it."""
    file = tmp_path / "een.yaml"
    file.write_bytes(b"oud")

    def fail(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError, match=r"een\.yaml"):
        rewrite(file, b"beter", b"oud")
    assert (file.read_bytes(), [*tmp_path.iterdir()]) == (b"oud", [file])


@rule("Z01", "Proef", Ernst.FOUT, ALL, source="proef", why="proef", bad="", good="")
def plural(subject):  # type: ignore[no-untyped-def]  # a rule of the test alone
    """Find a plural without its apostrophe."""
    for text in subject.texts:
        if (at := text.value.find("risicos")) >= 0:
            yield Hit(text.field, "“risicos” is “risico's”.", "risicos", at, "risico's", True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two profiles that share an organisation, and a rule that is certain."""
    monkeypatch.setattr(checks_run, "RULES", (plural,))
    monkeypatch.chdir(tmp_path)
    profile = "titel: Adviseur\norganisatie: stad\nvacature:\n  opening: Werk je mee?\n"
    write(
        tmp_path,
        {
            "profiles/organisaties/stad.yaml": "naam: Stad\nsoort: gemeente\nbeschrijving: Wij zien risicos.\n",
            "profiles/een.yaml": f"{profile}doel: De risicos zien.\nteam: 'risicos'\n",
            "profiles/twee.yaml": profile,
        },
    )
    return tmp_path / "profiles"


def test_fix_repairs_files_once_and_tells_what_is_left(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A shared file is repaired once; what cannot be repaired is found, and decides the exit code."""
    assert run("check", folder, "--fix", "--klok", TODAY.isoformat()) == 1
    assert (folder / "organisaties/stad.yaml").read_text(encoding="utf-8").endswith("Wij zien risico's.\n")
    assert (folder / "een.yaml").read_text(encoding="utf-8").endswith("doel: De risico's zien.\nteam: 'risicos'\n")
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == [
        "profiles/een.yaml:5:10: Z01 hersteld: “risicos” is nu “risico's”",
        "profiles/organisaties/stad.yaml:3:24: Z01 hersteld: “risicos” is nu “risico's”",
    ]
    assert said[3].startswith("profiles/een.yaml:6:8: fout Z01:")
    assert "2 plekken hersteld." in said
    assert run("check", folder / "twee.yaml", "--fix") == 0


def test_without_fix_nothing_is_written(folder: Path) -> None:
    """Who only asks changes nothing."""
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.yaml")}
    assert run("check", folder) == 1
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.yaml")} == before


def test_repairs_are_told_apart_from_a_report_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report that has no word for repairs stays whole; people read of them on standard error."""
    assert run("check", folder, "--fix", "--format", "gitlab") == 1
    told = capsys.readouterr()
    assert (told.out[0], told.err) == ("[", "2 plekken hersteld.\n")


def test_a_check_of_one_file_repairs_what_it_shares(folder: Path) -> None:
    """The shared file of a profile that is checked is repaired too, and no other profile."""
    assert checks_run.check_files([str(folder / "twee.yaml")], Options(TODAY)) != []
    assert run("check", folder / "twee.yaml", "--fix") == 0
    assert "risico's" in (folder / "organisaties/stad.yaml").read_text(encoding="utf-8")
    assert "risico's" not in (folder / "een.yaml").read_text(encoding="utf-8")


def test_a_file_that_is_read_only_does_not_stop_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others are repaired; the one that was refused is named, its finding stays, and the command fails."""
    (folder / "organisaties/stad.yaml").chmod(0o444)
    assert run("check", folder, "--fix", "--fail-on", "fout") == 1
    assert "zien risicos" in (folder / "organisaties/stad.yaml").read_text(encoding="utf-8")
    assert "De risico's" in (folder / "een.yaml").read_text(encoding="utf-8")
    told = capsys.readouterr()
    assert "profiles/organisaties/stad.yaml:3:24: fout Z01" in told.out
    assert told.out.count("hersteld:") == 1
    assert told.err.startswith("profiles/organisaties/stad.yaml: ")
    assert told.err.count("\n") == 1


def test_what_was_refused_fails_the_command(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was asked for was not done, however light the finding is."""
    monkeypatch.setattr(checks_run, "RULES", (replace(plural, ernst=Ernst.INFORMATIE),))
    (folder / "organisaties/stad.yaml").chmod(0o444)
    assert run("check", folder / "twee.yaml") == 0
    assert run("check", folder / "twee.yaml", "--fix") == 1
    assert "stad.yaml" in capsys.readouterr().err


def test_only_what_can_be_repaired_is_called_certain(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program that takes over a better text does no more than --fix would."""
    monkeypatch.setitem(sarif.INDEXES, "Z01", 0)
    write(folder, {"een.yaml": (folder / "een.yaml").read_text(encoding="utf-8") + "afdeling: Wij zien risicos\n"})
    assert run("check", folder / "een.yaml", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)["bevindingen"]
    assert {(finding["veld"], finding["zeker"]) for finding in found} == {
        ("doel", True),
        ("team", False),  # between single quotation marks an apostrophe is written twice
        ("afdeling", True),
        ("organisatie.beschrijving", True),
    }
    assert run("check", folder / "een.yaml", "--format", "sarif") == 1
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert sorted("fixes" in result for result in results) == [False, True, True, True]
