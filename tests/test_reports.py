"""Reports of a check: each form says all there is to say, in the way that its reader asks for."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.checking import TODAY
from tests.support import run, write
from vacaturegen.checks import RULES, Finding
from vacaturegen.checks.language import dictionary
from vacaturegen.checks.places import Place
from vacaturegen.checks.reports import Report, print_report
from vacaturegen.checks.reports.fingerprint import fingerprints
from vacaturegen.checks.rule import Ernst
from vacaturegen.cli.check import FORMS
from vacaturegen.i18n import in_dutch

LONG = "woord " * 30
PROFILE = f"titel: Adviseur\ndoel: {LONG}De risicos zien.\nteam: 'Wij  zien\n  kansen'\n"
ONE = "profiles/een.yaml"
FOUND = [
    Finding(Place(ONE, 2, 190, 2, 197), "L03", Ernst.FOUT, "Dat is “risicos”.", "doel", "risicos", "risico's", True),
    Finding(Place(ONE, 3, 8, 4, 9), "L03", Ernst.WAARSCHUWING, "100% fout: a, b.\nc", "team", "Wij zien", "Beter"),
    Finding(Place(ONE, 3, 7, 3, 7), "L03", Ernst.INFORMATIE, "Ter informatie.", "team"),
    Finding(Place("profiles/weg: a,b%c é.yaml", 0, 0, 0, 0), "F00", Ernst.FOUT, "Dit is geen bestand."),
]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with the file that findings are about."""
    write(tmp_path, {"profiles/een.yaml": PROFILE})
    monkeypatch.chdir(tmp_path)


def report(form: str, found: list[Finding] = FOUND, least: Ernst = Ernst.INFORMATIE) -> str:
    """A report of findings in a form."""
    with in_dutch():
        return print_report(form, Report(found, least, 5, TODAY))


def test_text_is_for_people() -> None:
    """A finding has its place, how bad it is, its rule, its line with a mark below the words, and what is better."""
    assert report("text").splitlines() == [
        "profiles/een.yaml:2:190: fout L03: Dat is “risicos”.",
        f"    …oord {'woord ' * 9}De risicos zien.",
        f"{' ' * 67}^^^^^^^",
        "    Beter: risico's",
        "profiles/een.yaml:3:8: waarschuwing L03: 100% fout: a, b. c",
        "    team: 'Wij  zien",
        "           ^^^^^^^^^",
        "    Beter: Beter",
        "profiles/een.yaml:3:7: informatie L03: Ter informatie.",
        "profiles/weg: a,b%c é.yaml: fout F00: Dit is geen bestand.",
        "",
        "2 fouten, 1 waarschuwing, 1 keer informatie in 5 profielen.",
        "Meer over een regel: vacaturegen explain L03",
    ]


def test_text_fits_a_screen() -> None:
    """No line is wider than 80 characters but for a word that is, and the mark stays below its words."""
    line = "x" * 50 + " woorden " + "y" * 400
    write(Path(), {"profiles/een.yaml": line})
    found = [
        Finding(Place("profiles/een.yaml", 1, at, 1, at + 7), "L03", Ernst.FOUT, LONG, "doel")
        for at in (1, 52, 200, 452)
    ]
    lines = report("text", found).splitlines()
    assert max(map(len, lines)) <= 80
    marked = [above[below.index("^") : below.index("^") + 7] for above, below in pairwise(lines) if "^" in below]
    assert marked == ["xxxxxxx", "woorden", "yyyyyyy", "yyyyyyy"]


def test_text_says_when_nothing_is_found() -> None:
    """Quiet, and clear."""
    assert report("text", []) == "Niets gevonden in 5 profielen."


def test_what_is_not_shown_is_counted() -> None:
    """Who asks for errors alone still learns how much there is; with much information it is said how to ask."""
    lines = report("text", FOUND[1:3] * 20, Ernst.FOUT).splitlines()
    assert lines == ["20 waarschuwingen, 20 keer informatie in 5 profielen."]
    assert report("text", FOUND[1:3] * 20).endswith("\nZonder de informatie: --toon waarschuwing")


def test_json_has_all_there_is() -> None:
    """Every key of every finding is there, and counts are of all findings."""
    told = json.loads(report("json", least=Ernst.FOUT))
    assert {key: told[key] for key in ("versie", "dag", "profielen", "aantallen", "hersteld")} == {
        "versie": 1,
        "dag": "2026-11-22",
        "profielen": 5,
        "aantallen": {"fout": 2, "waarschuwing": 1, "informatie": 1},
        "hersteld": [],
    }
    assert told["bevindingen"][0] == {
        "pad": "profiles/een.yaml",
        "regel": 2,
        "kolom": 190,
        "eindregel": 2,
        "eindkolom": 197,
        "code": "L03",
        "ernst": "fout",
        "melding": "Dat is “risicos”.",
        "veld": "doel",
        "tekst": "risicos",
        "beter": "risico's",
        "zeker": True,
    }
    assert [finding["code"] for finding in told["bevindingen"]] == ["L03", "F00"]


def test_github_gets_a_command_a_line() -> None:
    """What would end a command or a property is escaped, columns are within one line, and the worst come first."""
    assert report("github").splitlines() == [
        "::error file=profiles/een.yaml,line=2,endLine=2,col=190,endColumn=196,title=L03::Dat is “risicos”. → risico's",
        "::error file=profiles/weg%3A a%2Cb%25c é.yaml,title=F00::Dit is geen bestand.",
        "::warning file=profiles/een.yaml,line=3,endLine=4,title=L03::100%25 fout: a, b.%0Ac → Beter",
        "::notice file=profiles/een.yaml,line=3,endLine=3,col=7,endColumn=7,title=L03::Ter informatie.",
    ]
    assert report("github", []) == ""


def test_gitlab_knows_findings_again() -> None:
    """A fingerprint stays when lines move and whatever the language is; it differs for findings that are alike."""
    told = json.loads(report("gitlab"))
    assert told[3] == {
        "description": "Dit is geen bestand.",
        "check_name": "F00",
        "fingerprint": told[3]["fingerprint"],
        "severity": "critical",
        "location": {"path": "profiles/weg: a,b%c é.yaml", "lines": {"begin": 1}},
    }
    moved = [
        finding._replace(place=finding.place._replace(line=40, end_line=41), message=f"In English {number}")
        for number, finding in enumerate([*FOUND, FOUND[0]])
    ]
    again = [finding["fingerprint"] for finding in json.loads(report("gitlab", moved))]
    assert again[:4] == [finding["fingerprint"] for finding in told]
    assert len(set(again)) == 5
    assert report("gitlab", []) == "[]"


@pytest.mark.parametrize(("changed", "is_same"), [("taken.1", True), ("taken", False), ("eisen.0", False)])
def test_an_item_above_changes_no_fingerprint(changed: str, is_same: bool) -> None:
    """The number of an item is no part of it, its field is."""
    one, other = ([FOUND[0]._replace(field=field)] for field in ("taken.0", changed))
    assert (fingerprints(one) == fingerprints(other)) is is_same


@pytest.mark.parametrize("form", ["json", "gitlab", "sarif"])
def test_a_file_name_that_is_no_text_is_told_in_text(form: str) -> None:
    """What is printed can be decoded and encoded; characters of two halves and what looks like one stay as they are."""
    place = FOUND[0].place._replace(path="profiles/caf\udce9.yaml")
    told = report(form, [FOUND[0]._replace(place=place, message="“caf\udce9”, 😀 \\udce9", text="\\\\")])
    said = json.dumps(json.loads(told), ensure_ascii=False).encode().decode()
    assert "“caf\ufffd”, 😀 \\\\udce9" in said
    assert ("profiles/caf%E9.yaml" if form == "sarif" else "profiles/caf\ufffd.yaml") in said
    assert told.isascii()


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_that_spelling_was_not_looked_at(
    form: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where there is no dictionary it is said, on standard error, also to who asks for that very rule."""
    monkeypatch.setattr(dictionary, "is_installed", lambda: False)
    run("check", "profiles/een.yaml", "--format", form, "--also", "L11")
    told = capsys.readouterr()
    assert "vacaturegen[spelling]" in told.err
    assert "was not looked at" not in told.out


def test_sarif_has_rules_and_regions() -> None:
    """One run with all rules; a result leads to its rule, to the words in the file, and to a repair that is certain."""
    (told,) = json.loads(report("sarif"))["runs"]
    rules = told["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert all(
        rule["help"]["text"] and rule["defaultConfiguration"]["level"] in ("note", "warning", "error") for rule in rules
    )
    assert told["columnKind"] == "unicodeCodePoints"
    assert [rules[result["ruleIndex"]]["id"] for result in told["results"]] == ["L03", "L03", "L03", "F00"]
    region = {"startLine": 2, "startColumn": 190, "endLine": 2, "endColumn": 197}
    artifact = {"uri": "profiles/een.yaml"}
    replacement = {"deletedRegion": region, "insertedContent": {"text": "risico's"}}
    assert told["results"][0] == {
        "ruleId": "L03",
        "ruleIndex": told["results"][0]["ruleIndex"],
        "level": "error",
        "message": {"text": "Dat is “risicos”."},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": told["results"][0]["partialFingerprints"],
        "fixes": [
            {
                "description": {"text": "risico's"},
                "artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}],
            }
        ],
    }
    places = [result["locations"][0]["physicalLocation"] for result in told["results"]]
    assert places[2]["region"] == {"startLine": 3, "startColumn": 7}
    assert places[3] == {"artifactLocation": {"uri": "profiles/weg%3A%20a%2Cb%25c%20%C3%A9.yaml"}}


def test_a_whole_path_is_an_address(tmp_path: Path) -> None:
    """A file outside the working folder is told with its whole path, one inside it from that folder on."""
    findings = [
        FOUND[0]._replace(place=FOUND[0].place._replace(path=str(path)))
        for path in (tmp_path.parent / "a b", tmp_path / "a b")
    ]
    (told,) = json.loads(report("sarif", findings))["runs"]
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in told["results"]]
    assert uris == [(tmp_path.parent / "a b").as_uri(), "a%20b"]


@pytest.mark.parametrize("form", FORMS)
def test_the_command_prints_every_form(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every form that can be asked for is printed, without anything that a terminal would act on."""
    write(tmp_path, {"profiles/twee.yaml": 'titel: "a\\u001b[31m"\n'})
    assert run("check", "profiles/twee.yaml", "--format", form) == 1
    told = capsys.readouterr()
    assert "F00" in told.out
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", told.out)
    assert told.err == ""
    if form not in ("text", "github"):
        json.loads(told.out)


def test_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing as bad as asked for: 0; something: 1; a command that cannot be: 2."""
    stad = {"profiles/organisaties/stad.yaml": "naam: Stad\nsoort: gemeente\nwoorden: [klanten]\n"}
    profile = "titel: Adviseur\norganisatie: stad\nvacature:\n  opening: De klanten helpen?\n"
    write(tmp_path, stad | {"profiles/een.yaml": profile})

    def codes(*asked: Any) -> int:
        return run("check", "profiles/een.yaml", *asked)

    assert [codes(), codes("--fail-on", "waarschuwing"), codes("--fail-on", "waarschuwing", "--toon", "fout")] == [
        0,
        1,
        1,
    ]
    assert [codes("--format", "xml"), codes("--klok", "morgen"), codes("--also", "Z99"), run("check", "nergens")] == [
        2
    ] * 4
    assert [run("explain"), run("explain", "l09"), run("explain", "Z99")] == [0, 0, 2]
    assert "L09" in capsys.readouterr().out
