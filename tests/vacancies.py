"""Documents from a few lines of a profile, for tests about what a vacancy and an advertisement say."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support import make, write

HOMES = {
    "voorbeeldstad": "",
    "college": "bestuursorgaan: het college\n",
    "postbus": "adres: {postbus: '10', postcode: 1234 AB, plaats: Dorp}\n",
}
HOMES["postcollege"] = HOMES["college"] + HOMES["postbus"]
"""What organisations say of themselves beside their name, by the name of their file."""


def texts(lines: str, folder: Path) -> dict[str, str]:
    """Return the reading copy of each kind of document of one profile; its organisation can stand in its first line."""
    own = re.match(r"organisatie: (\{.*\})\n", lines)
    if own:
        lines = f"organisatie: eigen\n{lines[own.end() :]}"
    home = "" if lines.startswith("organisatie:") else "organisatie: voorbeeldstad\n"
    title = "" if "\ntitel:" in f"\n{lines}" else "titel: Adviseur groen\n"
    files = {
        f"profiles/organisaties/{name}.yaml": f"naam: Gemeente Voorbeeldstad\nsoort: gemeente\n{more}"
        for name, more in HOMES.items()
    }
    if own:
        files["profiles/organisaties/eigen.yaml"] = f"{own[1]}\n"
    write(folder, {**files, "profiles/derde.yaml": f"{home}{title}{lines}"})
    made = make(folder / "profiles/derde.yaml", formats=("md",))
    return {path.removeprefix("derde/derde-").removesuffix(".md"): data.decode() for path, data in made.items()}
