"""To whom a tender request says that the assignment goes: what decides must be what the rounds and the points say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import make, write
from tests.test_requests import check, rounds

POINTS = "gunningscriteria: [{criterium: Het plan., punten: 60}, {criterium: Het cv., punten: 40}]\n"
WEIGHTS = "gunningscriteria: [{criterium: Het plan., weging: 60%}, {criterium: Het cv., weging: 40%}]\n"
KNOCKOUTS = "knockouts: [De kandidaat heeft een diploma.]\n"
ASKS = "{toets: knockoutcriteria, beoordelaar: organisatie}"
SCORE = "{toets: gunningscriteria, beoordelaar: organisatie}"
BEST = "{toets: gunningscriteria, beoordelaar: organisatie, beste: 3}"
CV = "{toets: cv, beoordelaar: organisatie, beste: 2}"
TALK = "{toets: gesprek, beoordelaar: organisatie}"
NEXT = "{toets: gesprek, beoordelaar: organisatie, bij_onvoldoende: volgende}"
OUT = "{toets: gesprek, beoordelaar: organisatie, bij_onvoldoende: afvallen}"
GRADED = "{toets: gesprek, beoordelaar: organisatie, punten: 20}"
CHOICE = "De opdracht gaat naar de kandidaat die volgens de opdrachtgever het beste past bij"
TIE = "bij_gelijke_score: loting"


@pytest.mark.parametrize(
    ("request_", "award"),
    [
        pytest.param(
            POINTS + "beoordeling: {niet_gunnen: ja}", "naar de kandidaat met de hoogste score.", id="no rounds"
        ),
        pytest.param(
            KNOCKOUTS + POINTS + rounds(ASKS, SCORE), "naar de kandidaat met de hoogste score in stap 2.", id="last"
        ),
        pytest.param(
            KNOCKOUTS + POINTS + rounds(ASKS, SCORE, TALK),
            "naar de kandidaat met de hoogste score in stap 2.",
            id="an interview that decides nothing",
        ),
        pytest.param(
            KNOCKOUTS + POINTS + rounds(SCORE, ASKS),
            "naar de kandidaat met de hoogste score in stap 1.",
            id="demands last",
        ),
        pytest.param(WEIGHTS + rounds(SCORE, TALK), "naar de kandidaat met de hoogste score in stap 1.", id="weights"),
        pytest.param(
            POINTS + rounds(BEST, NEXT),
            "gaat, van de kandidaten die in stap 2 voldoen, naar de kandidaat met de hoogste score in stap 1.",
            id="the ranking",
        ),
        pytest.param(
            POINTS + rounds(BEST, OUT),
            "gaat, van de kandidaten die in stap 2 voldoen, naar de kandidaat met de hoogste score in stap 1.",
            id="who fails is out",
        ),
        pytest.param(
            rounds(CV, GRADED), "naar de kandidaat met de hoogste score in stap 2.", id="an interview with points"
        ),
        pytest.param(
            POINTS + rounds(SCORE, GRADED), "naar de kandidaat met de hoogste totaalscore.", id="all points together"
        ),
        pytest.param(POINTS + rounds(BEST, TALK), CHOICE, id="points choose who is interviewed"),
        pytest.param(POINTS + rounds(BEST, CV, TALK), CHOICE, id="points choose whose CV is read"),
        pytest.param(rounds(CV, TALK), CHOICE, id="no points at all"),
    ],
)
def test_the_award_follows_the_score(request_: str, award: str, tmp_path: Path) -> None:
    """Where points are given, the highest score decides, unless it only chose whom a later round compares again."""
    check(tmp_path, request_, (award,), () if award == CHOICE else (CHOICE,))


@pytest.mark.parametrize(
    ("request_", "said", "unsaid"),
    [
        (POINTS + rounds(BEST, TALK, more=TIE), "Bij een gelijke score geeft loting", CHOICE),
        (POINTS + rounds(SCORE, GRADED, more=TIE), "Bij een gelijke totaalscore geeft loting", CHOICE),
        (rounds(CV, TALK, more=TIE), "Bij een gelijk oordeel geeft loting", "gelijke score"),
    ],
)
def test_what_is_equal_is_what_decides(request_: str, said: str, unsaid: str, tmp_path: Path) -> None:
    """What settles an equal score speaks of what decides, and a score that is settled decides."""
    check(tmp_path, request_, (said,), (unsaid,))


def test_an_interview_that_decides_tests(tmp_path: Path) -> None:
    """Where no score decides, the interview does, and says nothing of points."""
    check(
        tmp_path, POINTS + rounds(BEST, TALK), ("In het gesprek toetst de opdrachtgever",), ("levert geen punten op",)
    )


def test_percentages_of_criteria_alone_are_told(tmp_path: Path) -> None:
    """Criteria with percentages need no weights of the request, and speak of no total score then."""
    check(tmp_path, WEIGHTS + rounds(SCORE), ("hoe zwaar een criterium meetelt. Het plan. 60%",), ("totaalscore",))


@pytest.mark.parametrize(
    "lines",
    [
        "gunningscriteria: [{criterium: Ervaring, punten: 60}, <vul in tweede criterium>]\n"
        "  prijs: {formule: lineair, punten: 40}",
        "punten_totaal: 100\n  gunningscriteria: [{criterium: Ervaring, punten: 60}]\n  prijs:",
        "punten_totaal: 100\n  gunningscriteria: [{criterium: Ervaring, punten: 60}]\n  wensen: [<vul in wens>]",
    ],
)
def test_what_is_still_open_is_not_added_up(lines: str, tmp_path: Path) -> None:
    """While a part of the score is open, nothing is said of the sum of the others."""
    text = f"organisatie: o\ntitel: A\nstatus: concept\naanvraag:\n  arbeidsrelatie: open\n  {lines}\n"
    text = text.replace("open\n", "open\n  tarief: {btw: exclusief, maximum: 90}\n", 1)
    write(tmp_path / "profiles", {"organisaties/o.yaml": "naam: Gemeente O\nsoort: gemeente\n", "p.yaml": text})
    assert make(tmp_path / "profiles" / "p.yaml", formats=("md",))
