"""What a tender request says, or leaves unsaid, where facts meet: sentences that would otherwise contradict."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest

from tests.support import BLOCKS, make, write

ORGANISATION = "naam: Gemeente Voorbeeldstad\nsoort: gemeente\n"
BROKER = "naam: Voorbeeldbroker\ntelefoon: 14 0123\nvragen_via: de knop bij deze aanvraag\nantwoorden_op: de website\n"
KNOCKOUT = "{toets: knockoutcriteria, beoordelaar: organisatie}"


def told(tmp_path: Path, request: str, profile: str = "") -> str:
    """Return the words of the request of a profile: keys of the block `aanvraag`, and keys beside it."""
    block = (
        indent(f"arbeidsrelatie: open\n{request}", "  ") if "arbeidsrelatie" not in request else indent(request, "  ")
    )
    files = {"organisaties/voorbeeldstad.yaml": ORGANISATION, "brokers/makelaar.yaml": BROKER}
    lines = f"organisatie: voorbeeldstad\ntitel: Adviseur\n{profile}\naanvraag:\n{block}\n"
    write(tmp_path / "profiles", {**files, "los.yaml": lines})
    (data,) = make(tmp_path / "profiles/los.yaml", formats=("md",)).values()
    return " ".join(BLOCKS["md"](data))


def check(tmp_path: Path, request: str, said: tuple[str, ...], unsaid: tuple[str, ...] = (), profile: str = "") -> None:
    """Hold that a request says some sentences and not others."""
    text = told(tmp_path, request, profile)
    assert {words: words in text for words in said} == dict.fromkeys(said, True), text
    assert {words: words in text for words in unsaid} == dict.fromkeys(unsaid, False), text


def rounds(*lines: str, more: str = "") -> str:
    """Return the key `beoordeling` with these rounds."""
    return "beoordeling:\n  rondes:\n" + "".join(f"    - {line}\n" for line in lines) + indent(more, "  ")


CRITERIA = "knockouts: [De kandidaat heeft een diploma.]\ngunningscriteria: [{criterium: Het plan., punten: 60}]\n"
PRICE = "prijs: {formule: lineair, punten: 40}\n"
SCORE = "{toets: gunningscriteria, beoordelaar: organisatie}"


@pytest.mark.parametrize(
    ("least", "said"),
    [
        ("minimum_punten: 30", "Wie minder dan 30 van de 60 punten haalt, valt af."),
        ("minimum_procent: 60%", "Wie minder dan 60% van de 60 punten haalt, valt af."),
    ],
)
def test_a_least_score_says_of_how_many(least: str, said: str, tmp_path: Path) -> None:
    """The least score of a round is told with the points that can be had."""
    check(tmp_path, CRITERIA + rounds(f"{{toets: gunningscriteria, beoordelaar: organisatie, {least}}}"), (said,))


def test_an_interview_without_weight_verifies(tmp_path: Path) -> None:
    """Where a total score decides, an interview outside it gives no points, and says what follows when it fails."""
    interview = "{toets: gesprek, beoordelaar: organisatie, bij_onvoldoende: volgende}"
    check(
        tmp_path,
        CRITERIA + PRICE + rounds(SCORE, "{toets: prijs, beoordelaar: organisatie}", interview),
        (
            "In het gesprek gaat de opdrachtgever na of de kandidaat bij het gevraagde profiel past.",
            "Het gesprek levert geen punten op.",
            "Voldoet een kandidaat in het gesprek niet, dan is de volgende kandidaat in de rangorde aan de beurt.",
            "De opdracht gaat, van de kandidaten die in stap 3 voldoen, naar de kandidaat met de hoogste totaalscore.",
        ),
        ("toetst de opdrachtgever",),
    )


def test_an_interview_that_decides_tests(tmp_path: Path) -> None:
    """Where no total score decides, the interview does; one that knocks out says so."""
    interview = "{toets: gesprek, beoordelaar: organisatie, bij_onvoldoende: afvallen}"
    said = ("In het gesprek toetst de opdrachtgever verder", "Wie in het gesprek niet voldoet, valt af.")
    check(tmp_path, CRITERIA + rounds(SCORE, interview), said, ("levert geen punten op",))


def test_a_later_score_adds_to_the_earlier(tmp_path: Path) -> None:
    """The best of a later round are those with the highest total score so far; of the first, with its score."""
    best = "{toets: gunningscriteria, beoordelaar: organisatie, beste: 5}"
    later = "{toets: prijs, beoordelaar: organisatie, beste: 3, bij_gelijke_score: loting}"
    check(
        tmp_path,
        CRITERIA + PRICE + rounds(best, later, "{toets: gesprek, beoordelaar: organisatie}"),
        (
            "De 5 kandidaten met de hoogste score gaan door naar stap 2.",
            "De 3 kandidaten met de hoogste totaalscore tot en met deze stap gaan door naar stap 3.",
            "Bij een gelijke totaalscore geeft loting de doorslag.",
        ),
    )


@pytest.mark.parametrize(
    ("first", "said", "unsaid"),
    [
        ("broker", "niet aan de opdrachtgever voorgelegd", "niet verder beoordeeld. Stap 3"),
        ("organisatie", "worden niet verder beoordeeld", "voorgelegd"),
    ],
)
def test_who_has_seen_a_candidate(first: str, said: str, unsaid: str, tmp_path: Path) -> None:
    """Whom the client has assessed before is not kept from the client any more."""
    made = rounds(
        f"{{toets: cv, beoordelaar: {first}}}",
        "{toets: gunningscriteria, beoordelaar: broker, beste: 2}",
        "{toets: gesprek, beoordelaar: organisatie}",
    )
    check(tmp_path, CRITERIA + made, (said,), (unsaid,), "broker: makelaar")


def test_a_round_that_is_repeated_comes_before_no_award(tmp_path: Path) -> None:
    """A fallback and what happens when nobody fits are told one after the other."""
    made = rounds(
        "{toets: cv, beoordelaar: organisatie}",
        "{toets: gesprek, beoordelaar: organisatie, terugval: cv}",
        more="niemand_voldoet: Voldoet niemand, dan stopt de procedure.",
    )
    check(
        tmp_path,
        made,
        ("stap 1 herhaald. Levert dat ook geen kandidaat op, dan geldt wat daarover onder Gunning staat.",),
    )
