"""`vacaturegen waarom`: what is said of a piece of a document, and of what is typed wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import contents, run, write

Said = pytest.CaptureFixture[str]
FILES = {
    "organisaties/dorp.yaml": "naam: Gemeente Dorp\nsoort: gemeente\n",
    "functies/adviseur.yaml": "taken:\n  - plannen maken\n  - rapporten schrijven\n",
    "dorp.yaml": """\
organisatie: dorp
functie: adviseur
titel: Adviseur water
inzet: {uren_per_week: 24 tot 32}
planning: {sluiting: 2026-07-07 09:00}
vacature:
  werk: |
    Je werkt aan dijken. Je werkt ook aan duinen.
    Dat doe je elke dag.
aanvraag:
  arbeidsrelatie: open
  vog: gevraagd
  tarief: {maximum: 90, btw: exclusief}
reageren: {email: naam@voorbeeld.nl}
""",
}


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with a profile."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VACATUREGEN_LANG", "nl")
    write(tmp_path / "profiles", FILES)


@pytest.mark.parametrize(
    ("document", "text", "told"),
    [
        (
            "output/dorp/dorp-vacature.docx",
            ["ook aan duinen"],
            ["Je werkt ook aan duinen.", "profiles/dorp.yaml:8:35  vacature.werk  (deze tekst)"],
        ),
        (
            "dorp-vacature",
            ["duinen.", "Dat", "doe"],
            ["Je werkt ook aan duinen. Dat doe je elke dag.", "profiles/dorp.yaml:8:43  vacature.werk  (deze tekst)"],
        ),
        (
            "dorp-vacature.md",
            ["- Plannen maken"],
            ["Plannen maken", "profiles/functies/adviseur.yaml:2:5  taken.0: plannen maken"],
        ),
        (
            "dorp-aanvraag",
            ["90,00 exclusief"],
            [
                "profiles/dorp.yaml:13:21  aanvraag.tarief.maximum: 90",
                "profiles/dorp.yaml:13:30  aanvraag.tarief.btw: exclusief",
            ],
        ),
        (
            "dorp-aanvraag",
            ["Verklaring Omtrent het Gedrag"],
            [
                "profiles/dorp.yaml:12:8  aanvraag.vog: gevraagd  (hier kijkt het sjabloon naar)",
                "overig.md.j2:11:1  (woorden van het sjabloon)",
            ],
        ),
        (
            "dorp-aanvraag",
            ["U bepaalt in welke vorm"],
            ["clausules/dba/open.yaml:14:3  clausule: tekst  (deze tekst)"],
        ),
        ("profiles/dorp.yaml", ["Adviseur water"], ["dorp-vacature:", "dorp-aanvraag:", "dorp.yaml:3:8  titel"]),
        (
            "dorp-vacature",
            ["werkt"],
            ["profiles/dorp.yaml:8:8  vacature.werk", "profiles/dorp.yaml:8:29  vacature.werk"],
        ),
        ("dorp-aanvraag", ["Uurtarief"], ["aanvraag.tarief.per  (niet ingevuld: dit is de standaard)"]),
    ],
)
def test_origin_is_told(document: str, text: list[str], told: list[str], capsys: Said) -> None:
    """The whole sentence is told, with the file, line and column of what the words came from; nothing is written."""
    before = contents(Path())
    assert run("waarom", document, *text) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert [part for part in told if part not in said.out] == []
    assert contents(Path()) == before


def test_many_places_are_counted(capsys: Said) -> None:
    """Of words that stand in many sentences the first ones are told, and the others counted."""
    taken = "".join(f"  - bericht {number} lezen\n" for number in range(8))
    write(Path("profiles"), {"functies/adviseur.yaml": f"taken:\n{taken}"})
    assert run("waarom", "dorp-vacature", "bericht") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Deze woorden staan in 8 zinnen."
    assert lines[-1] == "en nog 3"
    assert len([line for line in lines if line.startswith("  ")]) == 5


def test_text_that_is_not_there(capsys: Said) -> None:
    """What does not stand in the document is no answer: the closest sentence is told, with the code of a finding."""
    assert run("waarom", "dorp-vacature", "Je wekrt ook aan duinen") == 1
    said = capsys.readouterr().out
    assert said == (
        "“Je wekrt ook aan duinen” staat niet in dit document.\nBedoelt u deze zin?\n  Je werkt ook aan duinen.\n"
    )


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["dorp-vakature", "dijken"], "dorp-vacature"),
        (["dorp-vacature", "..."], "woorden"),
        (["dorp-vacature"], "TEKST"),
        ([], "DOCUMENT"),
        (["profiles/functies/adviseur.yaml", "plannen"], "geen profiel"),
        (["profiles/organisaties", "plannen"], "Er is geen document"),
    ],
)
def test_what_is_typed_wrong(args: list[str], told: str, capsys: Said) -> None:
    """A document that is not known, and words that are none, are told in one message with the cure."""
    assert run("waarom", *args) == 2
    said = capsys.readouterr()
    assert told in said.err
    assert said.out == ""
    assert "Traceback" not in said.err


def test_folder_without_profiles(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    """Where no profiles are it is told that they are not there; a path leads to those that it lies among."""
    monkeypatch.chdir(tmp_path_factory.mktemp("leeg"))
    assert run("waarom", "dorp-vacature", "dijken") == 2
    assert "Hier is geen map “profiles” met profielen." in capsys.readouterr().err
    for document in ("profiles/dorp.yaml", "output/dorp/dorp-vacature.docx"):
        assert run("waarom", tmp_path / document, "aan dijken") == 0
        assert "dorp.yaml:8:14" in capsys.readouterr().out


def test_invalid_profile_is_told_as_everywhere(capsys: Said) -> None:
    """The mistakes of the profile that is asked about are told, with their place."""
    write(Path("profiles"), {"dorp.yaml": FILES["dorp.yaml"].replace("titel:", "tittel:")})
    assert run("waarom", "dorp-vacature", "dijken") == 1
    assert "profiles/dorp.yaml:3:1" in capsys.readouterr().err
