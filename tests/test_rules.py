"""Rules across fields, at their edges: what comes close to a mistake and is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support import ROOT, load, write
from vacaturegen.profiles.key_fact_rules import ROWS

ORGANISATION = "naam: Gemeente Voorbeeldstad\nsoort: gemeente\n"
OPEN = "aanvraag: {arbeidsrelatie: open}"
BASE = "organisatie: voorbeeldstad\ntitel: Adviseur\n"


@pytest.mark.parametrize(
    "lines",
    [
        *(
            pytest.param(f"standplaats: {{naam: {name}}}\nvacature:", id=f"works in {name}")
            for name in ("de school", "het stadhuis", "een school", "ons kantoor", "onze school", "Zaal 4", "Ons huis")
        ),
        *(
            pytest.param(f'standplaats: {{naam: "{name}"}}\nvacature:', id=f"works in {name}")
            for name in ("’t Huis", "‘t stadhuis", "'t stadhuis", "het\xa0stadhuis")
        ),
        pytest.param("inzet: {start: 2026-03-02, einde: 2026-03-02}\nvacature:", id="a day of work"),
        pytest.param("planning: {vragen: 2026-03-02, sluiting: 2026-03-02}\nvacature:", id="two things on a day"),
        pytest.param("planning: {vragen: 2026-03-02 12:00, sluiting: 2026-03-02}\nvacature:", id="a day ends late"),
        pytest.param("planning: {sluiting: 2026-03-02}\ninzet: {start: 2026-03-02}\nvacature:", id="work at once"),
        pytest.param(
            "planning: {publicatie: 2026-02-02, sluiting: 2026-02-03}\nminimale_reactietermijn: 10 dagen\nvacature:",
            id="less than the least to react, which is for a check to say",
        ),
        pytest.param(
            "contract: {soort: tijdelijk, duur: 9999 jaar}\ninzet: {start: 2026-03-01, einde: 2027-02-28}\nvacature:",
            id="a contract that no calendar has room for",
        ),
        pytest.param("inzet: {start: 2026-03-02}\nplanning: {gunning: 2026-03-02}\nvacature:", id="work on the day"),
        *(
            pytest.param(f"kerngegevens_extra: [{{naam: {name}, waarde: iets}}]\nvacature:\n{OPEN}", id=f"a row {name}")
            for name in ("Start", "Andere locaties", "Werkdagen", "CPV-codes", "Uurtarief")
        ),
        pytest.param(
            "aanvraag:\n  arbeidsrelatie: open\n  weging: {kwaliteit: 100%}\n  beoordeling:\n    rondes:\n"
            "      - {toets: presentatie, beoordelaar: organisatie}\n",
            id="quality that is presented",
        ),
        pytest.param("salaris: {minimum: 3000, maximum: 3000}\nvacature:", id="one pay"),
        pytest.param("salaris: {minimum: 0.01, maximum: nader te bepalen}\nvacature:", id="pay to be decided"),
        pytest.param("salaris: {schaal: 10}\nvacature:", id="a scale alone"),
        pytest.param("salaris: {maximum: 3000}\nvacature:", id="a maximum alone"),
        pytest.param("inzet: {uren_per_week: 0 tot 8}\nvacature:", id="hours from nothing"),
        pytest.param("inzet: {uren_per_week: minimaal 8}\nvacature:", id="hours without an end"),
        pytest.param("contract: {soort: tijdelijk, duur: 1 jaar, uitzicht_op_vast: ja}\nvacature:", id="a contract"),
        pytest.param("contract: {soort: vast, uitzicht_op_vast: nee}\nvacature:", id="permanent, and nothing more"),
        pytest.param("secties: [{titel: A, tekst: B}, {titel: C, punten: [D]}]\nvacature:", id="sections"),
        pytest.param(
            "aanvraag: {arbeidsrelatie: open, beoordeling: "
            "{rondes: [{toets: cv, beoordelaar: organisatie, beste: 5, minimaal: 5}]}}",
            id="as many candidates as go on",
        ),
        pytest.param(
            "status: concept\naanvraag: {arbeidsrelatie: open, beoordeling: {rondes: "
            "[{toets: , beoordelaar: organisatie}, {toets: gesprek, beoordelaar: organisatie, terugval: cv}]}}",
            id="a fallback to what may come to stand in an open round",
        ),
        pytest.param("advertentie: {teaser: Wat wil je?, oproep: Kom maar!}", id="sentences"),
        pytest.param("planning: {sluiting: 2026-07-15}\ninzet: {start: 2026-05-01}\nvacature:", id="work in between"),
        *(
            pytest.param(
                f"contract: {{soort: {contract}}}\ninzet: {{start: 2026-05-01, einde: {end}}}\nvacature:", id=contract
            )
            for contract, end in (
                ("tijdelijk, duur: 1 jaar", "2027-04-30"),
                ("tijdelijk, duur: 12 maanden", "2027-05-01"),
                ("tijdelijk, duur: 2 weken", "2026-05-14"),
                ("tijdelijk, duur: ongeveer 1 jaar", "2026-09-30"),
                ("tijdelijk, duur: 6 tot 12 maanden", "2026-09-30"),
                ("seizoenscontract, duur: 100 werkdagen", "2026-09-30"),
            )
        ),
        *(
            pytest.param(f"contract: {{{contract}}}\nvacature:", id=contract)
            for contract in (
                "soort: vast, proeftijd: 2 maanden",
                "soort: tijdelijk, duur: 2 jaar, proeftijd: 2 maanden",
                "soort: tijdelijk, duur: 7 maanden, proeftijd: 1 maand",
                "soort: tijdelijk, duur: 7 maanden, proeftijd: 4 weken",
                "soort: tijdelijk, duur: ongeveer 6 maanden, proeftijd: 1 maand",
                "soort: tijdelijk, proeftijd: 2 maanden",
                "soort: seizoenscontract, duur: 5 maanden, proeftijd: 1 maand",
            )
        ),
        *(
            pytest.param(f"contacten: [{{rol: {role}}}]\nvacature:", id=role)
            for role in ("de teamleider", "Het team", "Bureau Werving", "onze recruiter", "teamleider, naam: Jan Bos")
        ),
        *(
            pytest.param(f"salaris: {{{pay}}}\nvacature:", id=pay)
            for pay in (
                "schaal: 10, aanloopschaal: 9",
                "schaal: 10A, aanloopschaal: 10",
                "schaal: FWG 45, aanloopschaal: FWG 45",
                "schaal: 10, aanloopschaal: 9, minimum: 3001, aanloop_minimum: 3000",
                "schaal: 10, aanloopschaal: 9, aanloop_minimum: nader te bepalen",
            )
        ),
    ],
)
def test_what_is_no_mistake_passes(lines: str, tmp_path: Path) -> None:
    """A profile at the edge of a rule is a profile."""
    write(tmp_path / "profiles", {"organisaties/voorbeeldstad.yaml": ORGANISATION, "los.yaml": f"{BASE}{lines}\n"})
    assert load(tmp_path / "profiles/los.yaml")


@pytest.mark.parametrize("kind", ["aanvraag", "vacature"])
def test_every_row_of_a_table_has_its_name_kept(kind: str) -> None:
    """What the rule about rows of one's own knows, is what the templates of the tables print."""
    parts = (f"kerngegevens-{kind}", "kerngegevens-eigen")
    text = "".join((ROOT / f"templates/onderdelen/{part}.md.j2").read_text(encoding="utf-8") for part in parts)
    printed = {name.lower() for name in re.findall(r"^\| ([A-Z][^|{]*) \|", text, re.MULTILINE)} - {"gegeven"}
    assert printed
    assert printed <= ROWS[kind].keys()
