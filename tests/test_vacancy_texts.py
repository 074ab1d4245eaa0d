"""What a vacancy and an advertisement say: sentences that follow from a few keys of a profile."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import make, write

HOMES = {
    "voorbeeldstad": "",
    "college": "bestuursorgaan: het college\n",
    "postbus": "adres: {postbus: '10', postcode: 1234 AB, plaats: Dorp}\n",
}
HOMES["postcollege"] = HOMES["college"] + HOMES["postbus"]
"""What organisations say of themselves beside their name, by the name of their file."""


def texts(lines: str, folder: Path) -> dict[str, str]:
    """Return the reading copy of each kind of document of one profile, its sentences on one line."""
    home = "" if lines.startswith("organisatie:") else "organisatie: voorbeeldstad\n"
    files = {
        f"profiles/organisaties/{name}.yaml": f"naam: Gemeente Voorbeeldstad\nsoort: gemeente\n{more}"
        for name, more in HOMES.items()
    }
    write(folder, {**files, "profiles/derde.yaml": f"{home}titel: Adviseur groen\n{lines}"})
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


SAID = (
    ("a name as written", "reageren: {ter_attentie_van: Ellen Bakker}", "Richt je reactie aan Ellen Bakker.", "ellen"),
    ("a telephone alone", "reageren: {telefoon: 14 0123}", "Reageer per telefoon: [14 0123](tel:140123).", "ook"),
    (
        "a telephone as well",
        "reageren: {telefoon: 14 0123, email: a@example.nl}",
        "Bellen kan ook: [14 0123](tel:140123).",
        "Reageer per",
    ),
    (
        "no addressee without a letter",
        "organisatie: college\nreageren: {telefoon: 14 0123}",
        "Reageer per telefoon",
        "Richt je reactie",
    ),
    (
        "an addressee",
        "organisatie: college\nreageren: {email: a@example.nl}",
        "Richt je reactie aan het college van de gemeente Voorbeeldstad.",
        "post",
    ),
    (
        "the post alone",
        "organisatie: postbus\nreageren: {per_post: ja}",
        "Stuur je reactie met de post naar Postbus 10, 1234 AB Dorp.",
        "kan ook",
    ),
    (
        "the post as well, with an addressee",
        "organisatie: postcollege\nreageren: {email: a@example.nl, per_post: ja}",
        "Met de post kan ook.\nRicht je reactie aan het college van de gemeente Voorbeeldstad, Postbus 10, 1234 AB",
        "ook:",
    ),
    (
        "one group that goes first",
        "voorrang: [Medewerkers in vaste dienst]",
        "Zijn kandidaten even geschikt, dan gaan medewerkers in vaste dienst voor.",
        "volgorde",
    ),
    (
        "one colleague who goes first",
        "voorrang: [een collega die een andere baan nodig heeft]\nvoorrang_altijd: ja",
        "Zijn zij geschikt, dan gaat een collega die een andere baan nodig heeft altijd voor.",
        "even geschikt",
    ),
    (
        "groups that always go first",
        "voorrang: [eigen mensen, inhuur]\nvoorrang_altijd: ja",
        "Zijn zij geschikt, dan gaan deze kandidaten altijd voor, in deze volgorde:\n\n1. Eigen mensen\n2. Inhuur\n",
        "even geschikt",
    ),
    (
        "a day with a time",
        "planning: {gesprekken: 2026-04-24 14:00, gunning: uiterlijk 2026-05-01}",
        "vinden op vrijdag 24 april 2026 om 14:00 uur plaats.\nWie de baan krijgt, hoor je uiterlijk op vrijdag 1 mei",
        "2026, 14:00 uur plaats",
    ),
    (
        "more days, in their order",
        "planning: {gesprekken: 2026-04-24, gunning: 2026-05-05, momenten: [{naam: meeloopdag, dag: 2026-04-30 09:00,"
        " tot: 2026-04-30 12:00, toelichting: In het gemeentehuis}, {naam: speeddates, dag: 2026-04-20,"
        " tot: 2026-04-21}]}",
        "Dit zijn de dagen:\n\n- Speeddates: maandag 20 april 2026 tot en met dinsdag 21 april 2026\n"
        "- Gesprekken: vrijdag 24 april 2026\n"
        "- Meeloopdag: donderdag 30 april 2026, 09:00 uur tot 12:00 uur, in het gemeentehuis\n"
        "- Besluit wie de baan krijgt: dinsdag 5 mei 2026\n",
        "vinden",
    ),
    (
        "two people to ask",
        "contacten: [{rol: de teamleider}, {rol: de adviseur}]",
        "Wil je eerst meer weten?\nNeem dan contact op met de teamleider.\n\nJe kunt ook terecht bij de adviseur.\n",
        "Wil je eerst meer weten?\nNeem dan contact op met de adviseur",
    ),
    ("bureaus may react", "selectie: {acquisitie: ja}", "Ook bureaus mogen op deze vacature reageren.", "acquisitie"),
    ("no assessment", "selectie: {assessment: nee}", "Een assessment is geen deel van de procedure.", "is een deel"),
)
"""What is said of the lines of a profile, in a vacancy and in an advertisement, and what is not."""


@pytest.mark.parametrize(("lines", "there", "absent"), [pytest.param(*row[1:], id=row[0]) for row in SAID])
def test_both_kinds_say_it(lines: str, there: str, absent: str, tmp_path: Path) -> None:
    """A vacancy and an advertisement say what follows from the lines of a profile."""
    for kind, text in texts(f"{lines}\nvacature:\nadvertentie:\n", tmp_path).items():
        assert there in text, kind
        assert absent not in text, kind
