"""What a vacancy and an advertisement say: sentences that follow from a few keys of a profile."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.vacancies import texts

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
        "Is een collega die een andere baan nodig heeft geschikt, dan gaat die altijd voor.",
        "even geschikt",
    ),
    (
        "groups that always go first",
        "voorrang: [eigen mensen, inhuur]\nvoorrang_altijd: ja",
        "Geschikte kandidaten uit deze groepen gaan altijd voor, in deze volgorde:\n\n1. Eigen mensen\n2. Inhuur\n",
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
        "- Meeloopdag: donderdag 30 april 2026, van 09:00 tot 12:00 uur, in het gemeentehuis\n"
        "- Besluit wie de baan krijgt: dinsdag 5 mei 2026\n",
        "vinden",
    ),
    (
        "two people to ask",
        "contacten: [{rol: de teamleider}, {rol: de adviseur}]",
        "Wil je eerst meer weten?\nNeem dan contact op met de teamleider.\n\nJe kunt ook terecht bij de adviseur.\n",
        "Wil je eerst meer weten?\nNeem dan contact op met de adviseur",
    ),
    (
        "what pay depends on, in words of one's own",
        "salaris: {schaal: 8, afhankelijk_van: [je diploma, ervaring]}",
        "hangt af van je diploma en ervaring.",
        "je je",
    ),
    (
        "pay that is to be decided",
        "salaris: {minimum: nader te bepalen, maximum: nader te bepalen}",
        "Hoe hoog je salaris wordt, is nog niet bekend.",
        "minimaal",
    ),
    (
        "pay of which one end is to be decided",
        "salaris: {minimum: nader te bepalen, maximum: 5000}",
        "Je bruto maandsalaris is maximaal €\u00a05.000.",
        "nader te bepalen",
    ),
    (
        "pay by the hour",
        "salaris: {minimum: 18.5, periode: uur, voltijd_uren: 36, ikb: 17}\ninzet: {omvang: deeltijd}",
        "Je bruto uurloon is minimaal €\u00a018,50.\n\nDaarnaast krijg je een individueel keuzebudget (IKB) van 17%"
        " van je salaris.",
        "36 uur",
    ),
    (
        "pay with and without cents",
        "salaris: {minimum: 3846, maximum: 6246.5}",
        "minimaal €\u00a03.846,00 en maximaal €\u00a06.246,50",
        "3.846 ",
    ),
    (
        "pay in whole amounts",
        "salaris: {minimum: 3846, maximum: 6246}",
        "minimaal €\u00a03.846 en maximaal €\u00a06.246.",
        ",00",
    ),
    (
        "a lower scale to begin in",
        "salaris: {minimum: 3846, schaal: 10, aanloopschaal: 9}",
        "dan kun je beginnen in schaal 9.\nJe salaris is dan lager.",
        "begin je in",
    ),
    ("a scale with a name of its own", "salaris: {schaal: fwg 45}", "Je salaris valt in FWG 45.", "schaal"),
    ("one of three scales", "salaris: {schaal: 10/10a/11}", "Je salaris valt in schaal 10, 10A of 11.", "10/"),
    (
        "pay for an internship",
        "salaris: {benaming: stagevergoeding, minimum: 500, maximum: 500, voltijd_uren: 36}\n"
        "inzet: {uren_per_week: 24}\ncontract: {soort: stage}",
        "Je stagevergoeding is €\u00a0500 per maand bij een werkweek van 36 uur.\n"
        "Je werkt in deeltijd, dus je stagevergoeding is naar verhouding lager.\n\nDit is een stage.",
        "alaris is",
    ),
    (
        "holiday pay and a bonus",
        "salaris: {schaal: 8, vakantiegeld: 8, eindejaarsuitkering: '8,33%'}",
        "Je krijgt 8% vakantiegeld.\nJe krijgt een eindejaarsuitkering van 8,33%.\n",
        "IKB",
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


PAY = (
    ("{schaal: 12}", "| Salaris | schaal 12 |"),
    (
        "{schaal: FWG 45, minimum: 3000, maximum: 4000}",
        "| Salaris | €\u00a03.000 tot €\u00a04.000 bruto per maand (FWG 45) |",
    ),
    ("{minimum: nader te bepalen}", "| Salaris | nader te bepalen |"),
    ("{minimum: 18.50, periode: uur, voltijd_uren: 36}", "| Salaris | minimaal €\u00a018,50 bruto per uur |"),
    ("{minimum: 500, maximum: 500, benaming: stagevergoeding}", "| Stagevergoeding | €\u00a0500 per maand |"),
)


@pytest.mark.parametrize(("pay", "row"), PAY)
def test_pay_among_the_key_facts(pay: str, row: str, tmp_path: Path) -> None:
    """The table of a vacancy tells the pay, or as much as is known of it."""
    assert row in texts(f"salaris: {pay}\nvacature:\n", tmp_path)["vacature"]


WORKPLACES = (
    ("afdeling: dienst Bedrijfsvoering\nteam: Groen", "bij de dienst Bedrijfsvoering, in het team Groen."),
    ("afdeling: De directie", "bij de directie."),
    ("afdeling: Cluster Sociaal\nteam: unit Zorg", "bij het cluster Sociaal, in de unit Zorg."),
    ("afdeling: Bestuurlijke Zaken", "bij de afdeling Bestuurlijke Zaken."),
    ("standplaats: {naam: op de werf, plaats: Almelo}", "Je werkt op de werf in Almelo."),
    ("standplaats: {plaats: Almelo, regio: Overijssel}", "Je werkt in Almelo (regio Overijssel)."),
    ("standplaats: {regio: regio Twente}", "Je werkt in de regio Twente."),
    ("contract: {soort: tijdelijk}\ninzet: {duur: 6 maanden}", "Het werk duurt 6 maanden."),
    ("contract: {soort: tijdelijk, reden: Vervanging}", "Reden van de vacature: vervanging."),
)


@pytest.mark.parametrize(("lines", "there"), WORKPLACES)
def test_where_one_works(lines: str, there: str, tmp_path: Path) -> None:
    """An advertisement tells in a sentence where one works, and for how long."""
    assert there in texts(f"{lines}\nadvertentie:\n", tmp_path)["advertentie"]
