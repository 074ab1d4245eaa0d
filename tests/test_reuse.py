"""A copy of last year's profile: what was of last year is cleared, and nothing else is lost."""

from __future__ import annotations

import json
import re
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.chain import Chain, RuledOutError, settle_rules
from tests.support import write
from vacaturegen.sources import Node, entries, read_yaml
from vacaturegen.starter import clear_for_reuse

KEPT = [
    "titel: Adviseur, de 2e",
    'niveau: "senior" #vast',
    "# een opmerking: met 2026-01-01 erin",
    "",
    "   ",
    "inzet:\n  duur: 6 maanden\n  start: z.s.m.   # liefst",
    "taken: [een, 'twee # drie',\n   vier]  # kort",
    "secties:\n- titel: A\n  tekst: |\n    Op 1 mei 2026.\n\n    contacten: nee\n\n  na: opdracht",
    "eisen:\n  - >-\n    lang\n    verhaal\n# tussen\n  - kort",
    "\"afdeling\": 'it''s'",
    'standplaats: {plaats: "A, B", naam: het huis}',
    "team: twee\n  regels lang",
]
"""Pieces of a profile that a copy keeps to the letter; each has keys of its own."""

CLEARED: list[tuple[str, str]] = [
    (
        "planning:\n  vragen: 2026-07-02 09:00\n  sluiting: uiterlijk 2026-07-07  # hard\n",
        "planning:\n  vragen:\n  sluiting:   # hard\n",
    ),
    ("contacten:\n  - rol: A\n    naam: B\n\n  - rol: C\n", "contacten:\n"),
    ("contacten:\n- rol: A\n# x\n- rol: |\n    C\n\n", "contacten:\n\n"),
    ("contacten: {erbij: [{rol: A}], zonder: [B]}   # c\n", "contacten:    # c\n"),
    ('kenmerk: "12" #z\n', "kenmerk:  # z\n"),
    ("kenmerk:\n  # boven\n  'een\n   twee'\n", "kenmerk:\n  # boven\n"),
    ("? zaaknummer\n: Z-1\n", "? zaaknummer\n:\n"),
    ("zaaknummer:\n", "zaaknummer:\n"),
    ("versie: 3\n", ""),
    ("versie: 3  # na overleg\n", "  # na overleg\n"),
    ("voorbeeld:\n", ""),
    ("vastgesteld_door: het\n  college\n", ""),
    ("id: oud\n", ""),
    (
        "aanvraag:\n  nummer: 30826\n  tarief: {maximum: 90, btw: exclusief}\n"
        "  vragen_en_antwoorden:\n  - vraag: a\n    antwoord: b\n",
        "aanvraag:\n  nummer:\n  tarief: {maximum: 90, btw: exclusief}\n  vragen_en_antwoorden: []\n",
    ),
    ("status_op: 2026-01-01\nstatus_toelichting: Anders.\n", ""),
    (
        "reageren: {ter_attentie_van: A. Bakker, email: a@example.nl}\n",
        "reageren: {ter_attentie_van: , email: a@example.nl}\n",
    ),
    ("bestandsnaam: [versie]  # zo\n", "  # zo\n"),
    ("bestandsnaam:\n  - versie\n  - status\n", "bestandsnaam: [status]\n"),
    ("bestandsnaam: {erbij: [versie], zonder: [status]}\n", ""),
    ("bestandsnaam: [status]\n", "bestandsnaam: [status]\n"),
    (
        "planning:\n  momenten:\n  - naam: Schouw, in 2025\n    dag: 2026-01-02  # kort\n    tot: 2026-01-03\n"
        "  - {naam: start, dag: z.s.m.}\n",
        "planning:\n  momenten:\n  - naam: Schouw, in 2025\n    dag:   # kort\n    tot:\n"
        "  - {naam: start, dag: z.s.m.}\n",
    ),
    (
        "aanvraag:\n  inschrijving: {gestand_tot: 2026-05-01, via: het platform}\n",
        "aanvraag:\n  inschrijving: {gestand_tot: , via: het platform}\n",
    ),
    (
        "uitgaven:\n  intern:\n    versie: 2\n"
        "  extern: {versie: 2, planning: {sluiting: 2026-01-01, vragen: 1 dag na sluiting}}\n",
        "uitgaven:\n  intern:\n    {}\n  extern: { planning: {sluiting: , vragen: 1 dag na sluiting}}\n",
    ),
]
"""What a copy clears, and what is left of it; of the same key only one can be in a file."""


def key_of(piece: str) -> str:
    """The key of a piece, by which it can be in a file once; a comment or blank line has none."""
    found = re.match(r"\?? ?\"?(\w+)", piece)
    return found[1] if found and not piece.startswith("#") else ""


@st.composite
def profiles(draw: Any) -> tuple[str, str]:
    """A profile in pieces, in any order, and what a copy of it must be."""
    kept = [(f"{piece}\n", f"{piece}\n") for piece in draw(st.lists(st.sampled_from(KEPT), max_size=8))]
    cleared = draw(st.lists(st.sampled_from(CLEARED), max_size=6))
    pieces = {key_of(pair[0]) or f"#{number}": pair for number, pair in enumerate([*kept, *cleared])}
    chosen = draw(st.permutations(sorted(pieces.values())))
    status = draw(
        st.sampled_from(
            [
                ("status: definitief\n", "status: concept\n"),
                ("status: 'x' #y\n", "status: 'concept' #y\n"),
                ("status:\n", "status: concept\n"),
            ]
        )
    )
    chosen = [*chosen, status]
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return tuple("".join(pair[side] for pair in chosen).replace("\n", end) for side in (0, 1))  # type: ignore[return-value]


@given(profiles())
def test_a_copy_loses_nothing_else(pair: tuple[str, str]) -> None:
    """Whatever stands around it, only what is cleared is gone: the rest is the same to the byte, and can be read."""
    text, expected = pair
    assert clear_for_reuse(text).text == expected
    assert clear_for_reuse(expected).text == expected
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "kopie.yaml"
        file.write_bytes(expected.encode())
        assert entries(read_yaml(file, "kopie.yaml"))["status"].value == "concept"


ODD = {
    "a term for objections": (
        "aanvraag:\n  beoordeling:\n    opschortende_termijn:\n      dagen: 20\n      vanaf: 2026-07-17\n",
        "status: concept\naanvraag:\n  beoordeling:\n    opschortende_termijn:\n      dagen: 20\n      vanaf:\n",
    ),
    "between brackets": (
        '{titel: x, versie: 2, \'planning\': {"sluiting":"2026-01-01" #c\n , gesprekken: z.s.m.}, voorbeeld: ja}',
        "{status: concept, titel: x,  'planning': {\"sluiting\":  #c\n , gesprekken: z.s.m.}, }",
    ),
    "nothing but what goes": ("uitgaven: {intern: {versie: 2}}", "status: concept\nuitgaven: {intern: {}}"),
    "a file of what goes": ("{versie: 2}", "{status: concept, }"),
    "indented": ("# a\n\n  titel: x\n  id: y", "# a\n\n  status: concept\n  titel: x\n"),
    "a second line": ("---\ntitel: x\nkenmerk: een\n  twee\n", "---\nstatus: concept\ntitel: x\nkenmerk:\n"),
    "dates of a list": (
        "planning: {gesprekken: [2026-01-01,\n 2026-01-02]}",
        "status: concept\nplanning: {gesprekken: }",
    ),
    "days that follow from another": (
        "planning: {publicatie: 2026-01-05, vragen: '1 werkdag na publicatie, 09:00'}\n"
        "uitgaven: {intern: {planning: {sluiting: uiterlijk 2 weken na publicatie}}}\n",
        "status: concept\nplanning: {publicatie: , vragen: '1 werkdag na publicatie, 09:00'}\n"
        "uitgaven: {intern: {planning: {sluiting: uiterlijk 2 weken na publicatie}}}\n",
    ),
    "a relative date": ("planning:\n  vragen: 1 werkdag na 2026\n", "status: concept\nplanning:\n  vragen:\n"),
}


@pytest.mark.parametrize(("text", "expected"), ODD.values(), ids=list(ODD))
def test_odd_ways_of_writing(text: str, expected: str, tmp_path: Path) -> None:
    """A profile that nobody would write so is copied as well, and can be read."""
    assert clear_for_reuse(text).text == expected
    (tmp_path / "kopie.yaml").write_text(expected, encoding="utf-8")
    assert entries(read_yaml(tmp_path / "kopie.yaml", "kopie.yaml"))


def cleared(data: dict[str, Any]) -> dict[str, Any]:
    """The data of a profile without what a copy clears: the same as the code, said in another way."""
    left = {key: value for key, value in data.items() if key not in ("id", "versie", "voorbeeld")}
    left = {
        key: None if key == "contacten" else value
        for key, value in left.items()
        if not re.match("vastgesteld|status_", key)
    }
    left = {key: None if key in ("kenmerk", "zaaknummer") else value for key, value in left.items()}
    if "versie" in (left.get("bestandsnaam") or ()):
        left["bestandsnaam"] = [word for word in left["bestandsnaam"] if word != "versie"]
        left = {key: value for key, value in left.items() if value or key != "bestandsnaam"}
    if "ter_attentie_van" in (left.get("reageren") or {}):
        left["reageren"] = left["reageren"] | {"ter_attentie_van": None}
    left |= {"status": "concept"} if "status" in left else {}
    if isinstance(left.get("uitgaven"), dict):
        left["uitgaven"] = {name: laid and cleared(laid) for name, laid in left["uitgaven"].items()}
    if left.get("planning"):
        days = {key: undated(value) for key, value in left["planning"].items() if key != "momenten"}
        if isinstance(moments := left["planning"].get("momenten"), list):
            days["momenten"] = [
                item and {key: undated(value) if key in ("dag", "tot") else value for key, value in item.items()}
                for item in moments
            ]
        left["planning"] = days | {key: None for key in left["planning"] if key not in days}
    if left.get("inzet"):
        dated = ("start", "einde")
        left["inzet"] = {key: undated(value) if key in dated else value for key, value in left["inzet"].items()}
    request = dict(left.get("aanvraag") or {})
    if request:
        left["aanvraag"] = request
        request |= dict.fromkeys({"nummer", "kenmerk", "zaaknummer"} & set(request))
        if request.get("vragen_en_antwoorden"):
            request["vragen_en_antwoorden"] = []
        offer = request.get("inschrijving")
        if offer and "gestand_tot" in offer:
            request["inschrijving"] = offer | {"gestand_tot": undated(offer["gestand_tot"])}
        term = (request.get("beoordeling") or {}).get("opschortende_termijn")
        if isinstance(term, dict) and "vanaf" in term:
            term = term | {"vanaf": undated(term["vanaf"])}
            request["beoordeling"] = request["beoordeling"] | {"opschortende_termijn": term}
    return left


def undated(value: Any) -> Any:
    """A value, or nothing when it is a date or has one in it."""
    if isinstance(value, dict):
        return {key: undated(inner) for key, inner in value.items()}
    return None if re.search(r"20\d\d", str(value)) else value


def values(node: Node) -> Any:
    """What a tree says, without places."""
    if isinstance(node.value, dict):
        return {key: values(child) for key, child in node.value.items()}
    return [values(child) for child in node.value] if isinstance(node.value, list) else node.value


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    """A folder for one profile at a time."""
    folder = tmp_path_factory.mktemp("kopie") / "profiles"
    write(folder, strategies.FILES)
    return Chain(folder)


@given(strategies.profiles(), st.booleans())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_copy_of_any_profile_builds(chain: Chain, files: dict[str, Any], brackets: bool) -> None:
    """Whatever a valid profile says, on lines or between brackets, its copy says it too, but for what is cleared."""
    with suppress(RuledOutError):
        settle_rules(chain, files)
        file = chain.folder / "proef.yaml"
        data = values(read_yaml(file, "proef.yaml"))
        text = json.dumps(data, ensure_ascii=False) if brackets else file.read_text(encoding="utf-8")
        file.write_text(clear_for_reuse(text).text, encoding="utf-8", newline="\n")
        assert values(read_yaml(file, "proef.yaml")) == {"status": "concept"} | cleared(data)
        assert all(made for _kind, _tokens, made in chain.made())


def test_texts_that_may_not_hold_any_more_are_told() -> None:
    """A text about pay, contract, hours, reacting or the procedure is kept, and its path is told, in editions too."""
    text = (
        "titel: A\nreageren: {toelichting: Bel Jan., email: a@example.nl}\n"
        "contract: {reden: Jan vertrekt, toelichting: }\n"
        "uitgaven:\n  intern:\n    selectie: {toelichting: Twee gesprekken.}\n"
    )
    reused = clear_for_reuse(text)
    assert reused.tied == ("reageren.toelichting", "contract.reden", "uitgaven.intern.selectie.toelichting")
    assert "Bel Jan." in reused.text
