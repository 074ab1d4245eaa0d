"""Where findings stand: at the very words in the file, however the value that holds them is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checking import TODAY
from tests.support import write
from vacaturegen.checks import run as checks_run
from vacaturegen.checks.places import rows_of
from vacaturegen.checks.rule import ALL, Ernst, Hit, rule
from vacaturegen.checks.run import Options, check_files
from vacaturegen.files import shown
from vacaturegen.layout import find

ORGANISATION = {"organisaties/stad.yaml": "naam: Stad\nsoort: gemeente\n"}
PROFILE = "titel: Adviseur\norganisatie: stad\nstatus: concept\nvacature: {opening: Werk je mee?}\n"


@rule("Z02", "Proef", Ernst.FOUT, ALL, source="proef", why="proef", bad="", good="")
def words(subject):  # type: ignore[no-untyped-def]  # a rule of the test alone
    """Find what stands between stars, wherever it stands, and each “conform”."""
    for text in subject.texts:
        for sought in ("risico's zien", "conform", "ten behoeve van", "plan, wijk\ufffc"):
            at = text.value.find(sought)
            while at >= 0:
                yield Hit(text.field, f"Dit is “{sought}”.", sought, at, sought.upper(), True)
                at = text.value.find(sought, at + 1)


def marked(folder: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> list[str]:
    """What stands in the file at the place of each finding in this value, as it is written there."""
    monkeypatch.setattr(checks_run, "RULES", (words,))
    write(folder, ORGANISATION | {"een.yaml": f"{PROFILE}doel: {value}\n"})
    found = check_files([str(folder / "een.yaml")], Options(TODAY))
    assert {finding.code for finding in found} <= {"Z02"}
    text = (folder / "een.yaml").read_text(encoding="utf-8")
    lines = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    return [
        f"{place.line}:{place.column} {text[lines[place.line - 1] + place.column - 1 : end]}"
        for place in (finding.place for finding in found)
        for end in [lines[place.end_line - 1] + place.end_column - 1]
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("De risico's zien.", ["5:10 risico's zien"]),
        ("De risico's\n   zien.", ["5:10 risico's\n   zien"]),
        ("|\n  De\n  risico's\n  zien.", ["7:3 risico's\n  zien"]),
        (">- # risico's zien\n\n  De\n  risico's\n\n\n  zien, risico's zien.", ["11:9 risico's zien"]),
        (
            "|\n  Werken ten behoeve\n  van x en ten behoeve van y.",
            ["6:10 ten behoeve\n  van", "7:12 ten behoeve van"],
        ),
        ("'De risico''s zien, ''conform'' dit.'", ["5:11 risico''s zien", "5:29 conform"]),
        ('"Een caf\\u00e9, conform.\\tEen \\"plan\\" \\x63onform."', ["5:23 conform", "5:46 \\x63onform"]),
        ('"Dit \\\n    is con\\\n  \\U00000066orm\\ de\\nnorm."', ["6:8 con\\\n  \\U00000066orm"]),
        ("De <vul in conform> werken conform dit.", ["5:34 conform"]),
        (
            "|\n  Plan, <vul in:\n  wat conform> plan, wijk<vul in>, conform.",
            ["7:16 plan, wijk<vul in>", "7:36 conform"],
        ),
        ("Het pad c:\\map is niet conform.", ["5:30 conform"]),
    ],
)
def test_places_are_of_the_very_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, expected: list[str]
) -> None:
    """Over lines, behind escapes and around places to fill in: the same time after time as rules saw them."""
    assert marked(tmp_path, monkeypatch, value) == expected


def test_a_place_to_fill_in_reads_as_an_ellipsis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sign that stands for it among rules is never shown, and such words are not repaired."""
    monkeypatch.setattr(checks_run, "RULES", (words,))
    write(tmp_path, ORGANISATION | {"een.yaml": f"{PROFILE}doel: Een plan, wijk<vul in naam> maken.\n"})
    (finding,) = check_files([str(tmp_path / "een.yaml")], Options(TODAY))
    assert finding[3:] == ("Dit is “plan, wijk…”.", "doel", "plan, wijk…", "PLAN, WIJK…", False)


def test_many_findings_in_one_value_follow_it_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long value is followed from its beginning once, however much is found in it."""
    rows_of.cache_clear()
    assert len(marked(tmp_path, monkeypatch, "|\n" + "  dit is conform\n" * 600)) == 600
    assert rows_of.cache_info().misses == 1


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (("een.yaml", "../profiles/twee.yaml"), {"een.yaml", "../profiles/twee.yaml", "organisaties/stad.yaml"}),
        (("../profiles/een.yaml", "een.yaml"), {"een.yaml", "organisaties/stad.yaml"}),
        (("een.yaml", "../ander/twee.yaml"), {"een.yaml", "../ander/twee.yaml", "organisaties/stad.yaml"}),
        (("../ander",), {"../ander/een.yaml", "../ander/twee.yaml", "../ander/organisaties/stad.yaml"}),
    ],
)
def test_a_file_has_one_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: tuple[str, ...], expected: set[str]
) -> None:
    """By whatever way a shared file is reached, what is found in it is told once, and an exception counts for all."""
    stad = "naam: Stad\nsoort: gemeente\nbeschrijving: Het is conform.\n"
    folder = tmp_path / "profiles"
    write(folder, {"organisaties/stad.yaml": stad})
    write(folder, dict.fromkeys(("een.yaml", "twee.yaml"), f"{PROFILE}doel: Conform, conform.\n"))
    (tmp_path / "ander").symlink_to(folder)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(checks_run, "RULES", (words,))
    found = check_files(find(named), Options(TODAY))
    places = [Path(shown(Path(finding.place.path))).as_posix() for finding in found]
    assert sorted(places) == sorted(set(places))
    assert set(places) == expected
