"""What people write a little otherwise than the handbook does, and what becomes of it in a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import make
from tests.test_profiles import lay

HEAD = "organisatie: voorbeeldstad\ntitel: Adviseur groen\n"


def built(text: str, folder: Path, formats: tuple[str, ...] = ("md",)) -> dict[str, str]:
    """Return each document of one profile, by the name of its file."""
    lay(f"@@ profiles/derde.yaml\n{HEAD}{text}", folder)
    made = make(folder / "profiles/derde.yaml", formats=formats)
    return {path.removeprefix("derde/"): data.decode() for path, data in made.items()}


@pytest.mark.parametrize(
    ("soort", "said"),
    [
        ("Vast", "Je krijgt een vast contract."),
        ("TIJDELIJK", "Je krijgt een tijdelijk contract."),
        ("Detachering", "Soort contract: detachering."),
    ],
)
def test_a_kind_of_contract_in_capitals(soort: str, said: str, tmp_path: Path) -> None:
    """A known kind of contract is known however it is written."""
    (made,) = built(f"contract: {{soort: {soort}}}\nvacature:\n", tmp_path).values()
    assert said in made


def test_addresses_in_plain_text_are_whole(tmp_path: Path) -> None:
    """Where nobody can click, the address to react at stands in full, and once."""
    (made,) = built("reageren: {webadres: https://www.x.nl/werken}\nvacature:\n", tmp_path, ("txt",)).values()
    assert made.count("x.nl/werken") == made.count("https://www.x.nl/werken") == 1


def test_a_month_in_which_the_work_begins_and_ends(tmp_path: Path) -> None:
    """A start and an end can be a month: it reads as one, and nothing is compared with it."""
    lines = "inzet: {start: mei 2026, einde: 2026-05}\nplanning: {publicatie: 2026-05-01, sluiting: 2026-05-20}\n"
    made = built(f"{lines}vacature:\nadvertentie:\n", tmp_path)
    assert "| Start | mei 2026 |\n| Einde | mei 2026 |" in made["derde-vacature.md"]
    assert "Je begint in mei 2026.\nHet werk eindigt in mei 2026." in made["derde-advertentie.md"]


def test_a_request_to_the_end_of_a_month(tmp_path: Path) -> None:
    """A request says from which day to which month it asks somebody."""
    (made,) = built(
        "inzet: {start: 2026-05-04, einde: december 2026}\naanvraag: {arbeidsrelatie: open}\n", tmp_path
    ).values()
    assert "van 4 mei 2026 tot en met december 2026" in made
    assert "| Einde | december 2026 |" in made
