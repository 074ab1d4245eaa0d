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
