"""What an organisation has laid down for its own vacancies, and what a document says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import make, write

TOLD = "Tussen publicatie en sluiting"
FILES = {
    "profiles/organisaties/v.yaml": "naam: Gemeente Voorbeeldstad\nsoort: gemeente\n"
    "protocol: {naam: het protocol, reactietermijn: {intern: 1 werkdag, extern: 7 werkdagen}}\n",
    "profiles/p.yaml": "organisatie: v\ntitel: Adviseur\nstatus: concept\nplanning: {sluiting: }\n",
}


def told(folder: Path, lines: str) -> dict[str, str]:
    """What each reading copy of a profile with these lines says about the time to react, by its edition or kind."""
    write(folder, FILES | {"profiles/p.yaml": FILES["profiles/p.yaml"] + lines})
    made = make(folder / "profiles", formats=("md",))
    texts = {
        path.rpartition("/")[2].removesuffix(".md"): " ".join(data.decode().split()) for path, data in made.items()
    }
    return {name: text[text.index(TOLD) :].partition(".")[0] if TOLD in text else "" for name, text in texts.items()}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("vacature:\n", {"p-vacature": "zitten minstens 7 werkdagen"}),
        (
            "uitgaven: {intern: , extern: , anoniem: {reageren: {email: x@y.nl}}}\nvacature:\n",
            {
                "p-vacature": "zitten minstens 7 werkdagen",
                "p-vacature-intern": "zit minstens 1 werkdag",
                "adviseur-vacature-anoniem": "zitten minstens 7 werkdagen",
            },
        ),
        ("minimale_reactietermijn: 3 weken\nvacature:\n", {"p-vacature": "zitten minstens 3 weken"}),
        (
            "vacature:\naanvraag: {arbeidsrelatie: open}\n",
            {"p-vacature": "zitten minstens 7 werkdagen", "p-aanvraag": ""},
        ),
        (
            "minimale_reactietermijn: 3 weken\naanvraag: {arbeidsrelatie: open}\n",
            {"p-aanvraag": "zitten minstens 3 weken"},
        ),
    ],
    ids=["vacancy", "editions", "the profile's own", "a request is no vacancy", "a request that says so itself"],
)
def test_a_concept_tells_the_least_time_to_react(lines: str, expected: dict[str, str], tmp_path: Path) -> None:
    """It is what the profile says, or else what the protocol says for the edition; a tender request has no protocol."""
    assert told(tmp_path, lines) == {name: said and f"{TOLD} {said}" for name, said in expected.items()}


def test_a_short_time_makes_no_profile_invalid(tmp_path: Path) -> None:
    """Less time than the protocol wants is for a check to say: the documents are made."""
    lines = "vacature:\n"
    text = FILES["profiles/p.yaml"].replace("{sluiting: }", "{publicatie: 2026-03-02, sluiting: 2026-03-03}")
    write(tmp_path, FILES | {"profiles/p.yaml": text + lines})
    assert len(make(tmp_path / "profiles", formats=("md",))) == 1
