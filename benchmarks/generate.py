"""Makes as many profiles as wanted from the shipped ones: other texts, other facts, no two alike, all of them valid.

`python -m benchmarks.generate FOLDER COUNT [KIND]` writes them, or call `generate`. A profile depends on its number
alone, so the first 1,000 of 10,000 are the 1,000. They share some variants of the shipped functies and organisaties.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.facts import vary_organisation, vary_request, vary_role, vary_vacancy
from benchmarks.plain_yaml import print_yaml

SHIPPED = Path(__file__).parents[1] / "profiles"
KINDS = {
    "aanvraag": ("odgm-ambtelijk-secretaris-or", vary_request),
    "vacature": ("flevoland-ambtelijk-secretaris", vary_vacancy),
}
"""Kind of profile -> the shipped one, and how it is varied. One for a vacature has an advertentie as well."""
SHARED = {"functies": vary_role, "organisaties": vary_organisation}
VARIANTS = 20
"""How many there are of each shared file."""


def generate(folder: Path, numbers: Iterable[int], kinds: tuple[str, ...] = tuple(KINDS)) -> None:
    """Write the profiles with these numbers, and what they share, to a folder that is made; the kinds take turns."""
    folder.mkdir(parents=True)
    for home, vary in SHARED.items():
        (folder / home).mkdir()
        for file in sorted((SHIPPED / home).glob("*.yaml")):
            for variant in range(VARIANTS):
                random = Random(f"{home} {file.stem} {variant}")
                write(folder / home / f"{file.stem}-{variant:02}.yaml", vary(deepcopy(read(file)), random))
    (folder / "brokers").mkdir()
    for file in sorted((SHIPPED / "brokers").glob("*.yaml")):
        write(folder / "brokers" / file.name, read(file))
    for number in numbers:
        name, profile = make_profile(number, kinds[number % len(kinds)])
        write(folder / name, profile)


def make_profile(number: int, kind: str) -> tuple[str, dict[str, Any]]:
    """Return the name of a profile's file, and what it says."""
    stem, vary = KINDS[kind]
    random = Random(f"{kind} {number}")
    profile = vary(deepcopy(read(SHIPPED / f"{stem}.yaml")), number, random)
    profile.pop("voorbeeld", None)  # only what we ship is marked as an example
    for key in ("functie", "organisatie"):
        profile[key] += f"-{random.randrange(VARIANTS):02}"
    return f"{stem}-{number:05}.yaml", profile


@cache
def read(file: Path) -> dict[str, Any]:
    """Return what a shipped file says, every value as text."""
    data: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return data


def write(path: Path, data: dict[str, Any]) -> None:
    """Write one file."""
    path.write_text(print_yaml(data), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    generate(Path(sys.argv[1]), range(int(sys.argv[2])), tuple(sys.argv[3:]) or tuple(KINDS))
