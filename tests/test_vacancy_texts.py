"""What a vacancy and an advertisement say: sentences that follow from a few keys of a profile."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import make
from tests.test_profiles import lay

HEAD = "organisatie: voorbeeldstad\ntitel: Adviseur groen\n"


def texts(lines: str, folder: Path) -> dict[str, str]:
    """Return the reading copy of each kind of document of one profile, its sentences on one line."""
    lay(f"@@ profiles/derde.yaml\n{HEAD}{lines}", folder)
    made = make(folder / "profiles/derde.yaml", formats=("md",))
    return {path.removeprefix("derde/derde-").removesuffix(".md"): data.decode() for path, data in made.items()}


CALL = """planning: {sluiting: 2026-03-09, gesprekken: 2026-03-12}
reageren: {email: intern@voorbeeldstad.nl, meesturen: [een cv]}
selectie: {vog: ja}
advertentie: {oproep: Kom je?}
vacature:
aanvraag: {arbeidsrelatie: open, vragen_en_antwoorden: [{vraag: Wat?, antwoord: Dat.}]}
"""


@pytest.mark.parametrize("state", ["ingetrokken", "gesloten"])
def test_nobody_is_invited_when_it_is_over(state: str, tmp_path: Path) -> None:
    """When reacting is not possible any more, no section, row or sentence invites to it; the procedure stays."""
    before, after = (texts(f"status: {word}\n{CALL}", tmp_path / word) for word in ("gepubliceerd", state))
    for kind, text in before.items():
        assert "9 maart 2026" in text, kind
        assert "intern@" in text, kind
        assert "9 maart 2026" not in after[kind].replace("| Inschrijven | ", "").partition("## Planning")[0], kind
        assert "intern@" not in after[kind], kind
    for kind in ("vacature", "advertentie"):
        assert "### De procedure" in before[kind]
        assert "## Reageren" not in after[kind]
        assert "\n## De procedure\n\nVoor deze functie heb je een Verklaring" in after[kind]
    assert "reactietermijn\n" not in after["aanvraag"]
    assert "\n## Gestelde vragen en antwoorden\n" in after["aanvraag"]


@pytest.mark.parametrize(
    ("state", "more", "box"),
    [
        ("gewijzigd", "", "Deze vacature is op maandag 2 maart 2026 gewijzigd.\n"),
        ("gewijzigd", "versie: 2\n", "Dit is versie 2 van deze vacature, gewijzigd op maandag 2 maart 2026.\n"),
        ("ingetrokken", "", "Deze vacature is op maandag 2 maart 2026 ingetrokken.\n> Reageren is niet meer moge"),
        ("gesloten", "", "Deze vacature is op maandag 2 maart 2026 gesloten.\n"),
    ],
)
def test_the_box_tells_when_and_why(state: str, more: str, box: str, tmp_path: Path) -> None:
    """The box says on which day the state came, and what has changed or why."""
    lines = f"status: {state}\n{more}status_op: 2026-03-02\nstatus_toelichting: Het budget is er niet.\nvacature:\n"
    text = texts(lines, tmp_path)["vacature"]
    assert box in text
    assert "\n>\n> Het budget is er niet.\n\n# Adviseur groen" in text


def test_a_section_does_not_take_what_has_no_heading(tmp_path: Path) -> None:
    """An own section behind the title stands behind the table and the opening, which would seem to be its own."""
    section = "secties: [{titel: Eigen kop, tekst: Eigen tekst., na: kop-vacature}]\n"
    text = texts(f"{section}doel: Groen.\nvacature: {{opening: Kom je?}}\n", tmp_path)["vacature"]
    assert "| Organisatie | Gemeente Voorbeeldstad |\n\nKom je?\n\n## Eigen kop\n\nEigen tekst.\n\n## Dit ga" in text
