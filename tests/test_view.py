"""What follows from the facts of a profile, before a template words it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace as Facts
from typing import Any

import pytest

from tests.support import make, write
from vacaturegen.model.places import Open
from vacaturegen.notation import Bereik, parse_range
from vacaturegen.templating.request_view import broker_name, clause_for, view_of_rounds
from vacaturegen.templating.score_view import total_of
from vacaturegen.templating.view import names_of, part_time, sections


def job(norm: int | None, hours: object = None, size: str | None = None) -> Any:
    return Facts(salaris=Facts(voltijd_uren=norm), inzet=Facts(uren_per_week=hours, omvang=size))


def hours(text: str) -> Bereik:
    found = parse_range(text)
    assert isinstance(found, Bereik)
    return found


@pytest.mark.parametrize(
    ("profiel", "can", "always"),
    [
        (job(36, hours("24 tot 32")), True, True),
        (job(36, hours("24 tot 36")), True, False),
        (job(36, hours("36")), False, False),
        (job(36, hours("32")), True, True),
        (job(36, hours("minimaal 24")), True, False),
        (job(36, hours("maximaal 32")), True, True),
        (job(36, hours("maximaal 36")), True, False),
        (job(None, hours("24 tot 32"), "deeltijd"), True, True),
        (job(None, hours("24 tot 32")), False, False),
        (job(36, None, "voltijd of deeltijd"), True, False),
        (job(36, Open("inzet.uren_per_week"), "voltijd"), False, False),
        (job(36), False, False),
    ],
)
def test_part_time(profiel: Any, can: bool, always: bool) -> None:
    """Part-time is what lies below the full-time norm; without hours or norm, what the profile calls it."""
    assert part_time(profiel) == (can, always)


OPEN = Open("aanvraag.gunningscriteria.0.punten")


@pytest.mark.parametrize(
    ("points", "stated", "total"),
    [
        ([10, 20], None, 30),
        ([10, 20], 30, 30),
        ([10, OPEN], 30, 30),
        ([10, OPEN], None, None),
        ([10, 20], Open("aanvraag.punten_totaal"), Open("aanvraag.punten_totaal")),
        ([], None, 0),
    ],
)
def test_total(points: list[Any], stated: Any, total: Any) -> None:
    """The points make the total; while one of them is open, the total that is stated does, if any."""
    assert total_of(points, stated) == total


class Round(Facts):
    """A round of the assessment, with the fields that the view looks at."""

    model_fields = ("toets", "beoordelaar", "terugval")


def rounds(*asked: tuple[str, str, str | None]) -> list[tuple[Any, ...]]:
    """What the view makes of rounds, by test, assessor and the test that one falls back on."""
    made = [Round(toets=toets, beoordelaar=who, terugval=back, criteria=()) for toets, who, back in asked]
    found = view_of_rounds(Facts(broker=None), Facts(beoordeling=Facts(rondes=made)))  # type: ignore[arg-type]
    names = ("toets", "nummer", "vorige", "volgende", "beoordelaar", "terugval")
    return [tuple(one[name] for name in names) for one in found]


def test_rounds_know_each_other() -> None:
    """Each round has its number and those around it, says who assesses, and which round it falls back on."""
    assert rounds(
        ("knockoutcriteria", "broker", None),
        ("gunningscriteria", "organisatie", None),
        ("gesprek", "een commissie", "gunningscriteria"),
    ) == [
        ("knockoutcriteria", 1, None, 2, "de opdrachtgever", None),
        ("gunningscriteria", 2, 1, 3, "de opdrachtgever", None),
        ("gesprek", 3, 2, None, "een commissie", 2),
    ]
    assert rounds() == []


@pytest.mark.parametrize(
    ("broker", "name"),
    [
        (None, "de opdrachtgever"),
        (Facts(anoniem=True, naam="Broker BV", aanduiding=None), "de externe administratieve broker"),
        (Facts(anoniem=False, naam=None, aanduiding=None), "de externe administratieve broker"),
        (Facts(anoniem=True, naam="Broker BV", aanduiding="de inhuurdesk"), "de inhuurdesk"),
        (Facts(anoniem=False, naam="Broker BV"), "Broker BV"),
    ],
)
def test_broker(broker: Any, name: str) -> None:
    """An unnamed broker has a name too; without one the client does the work."""
    assert broker_name(Facts(broker=broker)) == name  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("naam", "soort", "lidwoord", "in_zin", "names"),
    [
        ("Gemeente Dorp", "gemeente", None, None, {"in_zin": "de gemeente Dorp", "kort": "de gemeente"}),
        ("Waterschap Oost", "waterschap", "het", None, {"in_zin": "het waterschap Oost", "kort": "het waterschap"}),
        ("ODX", "omgevingsdienst", "de", None, {"in_zin": "ODX", "kort": "de omgevingsdienst"}),
        ("Gemeentewerken", "gemeente", "de", None, {"in_zin": "Gemeentewerken", "kort": "de gemeente"}),
        ("Gemeente Dorp", "gemeente", "de", "ons dorp", {"in_zin": "ons dorp", "kort": "de gemeente"}),
        ("Dorp", None, None, None, {"in_zin": "Dorp", "kort": None}),
        ("Dorp", Open("soort"), None, None, {"in_zin": "Dorp", "kort": Open("soort")}),
    ],
)
def test_name_in_a_sentence(naam: str, soort: Any, lidwoord: Any, in_zin: Any, names: dict[str, Any]) -> None:
    """An organisation is spoken of with its article; its own wording goes before."""
    organisatie = Facts(naam=naam, soort=soort, lidwoord=lidwoord, naam_in_zin=in_zin)
    assert names_of(organisatie) == names  # type: ignore[arg-type]


def test_clause_follows_the_relation() -> None:
    """The clause is the organisation's own for this relation, which can be open, else the shipped example."""
    library = Facts(clauses={"zelfstandig": "ours", "inleen": "theirs"})

    def clause(relation: str | None, **own: Any) -> Any:
        organisatie = Facts(clausules=Facts(dba=Facts(zelfstandig=None, **own)))
        aanvraag = Facts(arbeidsrelatie=relation)
        return clause_for(Facts(aanvraag=aanvraag, organisatie=organisatie), library)  # type: ignore[arg-type]

    assert clause(None) is None
    assert clause("zelfstandig") == "ours"
    assert clause("inleen", inleen="own") == "own"
    assert clause("inleen", inleen=Open("x")) == Open("x")


def test_sections_find_their_place() -> None:
    """An own section stands behind its part, one without a place at the end; another kind's is left out."""
    first, last, other = Facts(na="kop"), Facts(na=None), Facts(na="elders")
    profiel = Facts(secties=(last, other), vacature=Facts(secties=(first,)))
    assert sections(profiel, "vacature", ("kop", "slot")) == {"kop": [first], "slot": [last]}  # type: ignore[arg-type]


def test_the_highest_score_is_rounded_as_the_scores_are(tmp_path: Path) -> None:
    """A weight of three decimals gives a highest score of two, as the table of worked amounts has them."""
    text = (
        "organisatie: eigen\ntitel: Adviseur\naanvraag:\n"
        "  arbeidsrelatie: open\n  tarief: {maximum: 100, btw: exclusief}\n"
        "  prijs: {formule: lineair, vanaf: 50}\n  gunningscriteria: [{criterium: Ervaring, weging: 100%}]\n"
        "  weging: {prijs: '33,333%', kwaliteit: '66,667%'}\n"
    )
    files = {"organisaties/eigen.yaml": "naam: Gemeente Zo\nsoort: gemeente\n", "proef.yaml": text}
    write(tmp_path / "profiles", files)
    made = make(tmp_path / "profiles" / "proef.yaml", formats=("md",))["proef/proef-aanvraag.md"].decode()
    assert "De hoogste score is 33,33 punten." in made
    assert "33,333 ×" not in made
    assert "| 33,33 |" in made
