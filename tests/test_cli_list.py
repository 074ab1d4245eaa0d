"""`vacaturegen list`: one line for each profile, whatever is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import run, write

Said = pytest.CaptureFixture[str]
FILES = {
    "organisaties/o.yaml": "naam: Gemeente Voorbeeldstad\nsoort: gemeente\n",
    "organisaties/fout.yaml": "naam: [\n",
    "b.yaml": "organisatie: o\ntitel: Twee\nstatus: concept\nvacature:\nplanning: {sluiting: 2026-07-07 09:00}\n",
    "a-a.yml": "organisatie: o\ntitel: Eén\naanvraag: {arbeidsrelatie: open}\nvacature:\n"
    "planning: {sluiting: uiterlijk 2026-08-01}\n",
    "a.yaml": "organisatie: o\ntitel:\nstatus: concept\nadvertentie:\nplanning: {sluiting: }\n",
}


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with some profiles."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VACATUREGEN_LANG", "nl")
    write(tmp_path / "profiles", FILES)


@pytest.mark.parametrize("folder", [[], ["profiles"]])
def test_a_line_for_each_profile(folder: list[str], capsys: Said) -> None:
    """Each profile has a line, by its name, with what it makes, how far it is and when it closes; aligned."""
    assert run("list", *folder) == 0
    said = capsys.readouterr()
    lines = [line.split("  ") for line in said.out.splitlines()]
    cells = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    assert said.err == ""
    assert cells[0] == ["naam", "soorten", "status", "sluiting", "titel", "organisatie"]
    status = cells[2][2]  # what is said of a profile without a status is the model's business
    assert cells[1:] == [
        ["a", "advertentie", "concept", "-", "-", "Gemeente Voorbeeldstad"],
        ["a-a", "aanvraag, vacature", status, "uiterlijk 1 augustus 2026", "Eén", "Gemeente Voorbeeldstad"],
        ["b", "vacature", "concept", "7 juli 2026, 09:00 uur", "Twee", "Gemeente Voorbeeldstad"],
    ]
    assert len({line.index("Gemeente") for line in said.out.splitlines()[1:]}) == 1


def test_a_closing_day_that_follows_is_computed(capsys: Said) -> None:
    """A closing day that follows from the publication is listed as the day that it is."""
    planning = "planning: {publicatie: 2026-04-30, sluiting: '5 werkdagen na publicatie, 09:00'}\nvacature:\n"
    write(Path("profiles"), {"v.yaml": f"organisatie: o\ntitel: Twee\nstatus: concept\n{planning}"})
    assert run("list") == 0
    assert "8 mei 2026, 09:00 uur" in capsys.readouterr().out


def test_a_profile_with_editions_has_one_line(capsys: Said) -> None:
    """Of a profile with editions the list shows the one for everybody, wherever it stands, and all closing dates."""
    editions = (
        "uitgaven:\n  anoniem: {reageren: {telefoon: 14 0123}}\n"
        "  intern: {planning: {sluiting: 2026-06-01}}\n  extern: {titel: Iedereen}\n"
    )
    write(Path("profiles"), {"u.yaml": f"{FILES['b.yaml']}{editions}"})
    assert run("list") == 0
    lines = capsys.readouterr().out.splitlines()
    found = [" ".join(line.split()) for line in lines if line.startswith("u ")]
    assert found == [
        "u vacature concept anoniem 7 juli 2026, 09:00 uur; intern 1 juni 2026; extern 7 juli 2026, 09:00 uur "
        "Iedereen Gemeente Voorbeeldstad"
    ]


def test_invalid_profiles_are_listed_too(capsys: Said) -> None:
    """A profile with a mistake has a line as well, with the first cause and its place; the exit code says so."""
    write(Path("profiles"), {"c.yaml": "titel: [\n", "d.yaml": "organisatie: fout\ntitel: D\nvacature:\n"})
    write(Path("profiles"), {"e.yaml": "organisatie: fout\ntitel: \x1b[31m\nvacature:\n", "f.yaml": "x: 1\ny: 2\n"})
    write(Path("profiles"), {"g.yaml": "organisatie: fout\ntitel: G\nvacature:\n"})
    assert run("list") == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 9
    found = {line.split()[0]: " ".join(line.split()[1:]) for line in lines[4:]}
    assert found["c"].startswith("- ongeldig - profiles/c.yaml:1:9: Een haakje is niet gesloten.")
    assert found["d"].startswith("- ongeldig - profiles/organisaties/fout.yaml:1:8: ")
    assert found["e"].startswith("- ongeldig - profiles/e.yaml:2:8: Hier staat een onzichtbaar teken")
    assert found["f"].startswith("- ongeldig - profiles/f.yaml:1:1: ")
    assert found["g"].startswith("- ongeldig - In een bestand dat dit profiel deelt, staat een fout: zie hierboven.")
    assert all(line.isprintable() for line in lines)


def test_no_profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """A folder without profiles, or no folder at all, is told of."""
    (tmp_path / "leeg").mkdir()
    assert run("list", "leeg") == 1
    assert "In deze map staan geen profielen." in capsys.readouterr().err
    monkeypatch.chdir(tmp_path / "leeg")
    assert run("list") == 2
    assert "Er is hier geen map “profiles”. Noem een map, of begin een profiel met “new”." in capsys.readouterr().err
    assert run("list", "niets") == 2


@pytest.mark.parametrize(
    ("more", "cause"),
    [
        ("secties: [{titel: Meer, tekst: Tekst., na: nergens}]\n", "nergens"),
        (
            "vacature: {opening: Kom naar Voorbeeldstad!}\nuitgaven: {anoniem: {reageren: {telefoon: 14 0}}}\n",
            "anoniem",
        ),
    ],
)
def test_what_only_the_text_shows_is_listed_too(more: str, cause: str, capsys: Said) -> None:
    """A profile that does not build is no valid one, also when only its text tells."""
    kinds = "" if "vacature:" in more else "vacature:\n"
    profile = f"organisatie: o\ntitel: Een\nplanning: {{sluiting: 2026-07-07}}\n{kinds}{more}"
    write(Path("profiles"), {"c.yaml": profile})
    assert run("list") == 1
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("c ")]
    assert "ongeldig" in line
    assert cause in line
