"""Pieces of YAML in the handbook, really built: a whole profile, or a part laid over one of the example profiles.

The words behind `yaml` say what a piece is: `profiel` (whole), `deel` (keys of a profile), `functie`, `organisatie`,
`broker`, `clausule` or `soorten` (keys of such a file), and `fout` (a whole profile with a mistake).
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection
from pathlib import Path
from textwrap import dedent, indent

from vacaturegen.layout import shipped_folder
from vacaturegen.profiles.shared import OWN
from vacaturegen.workshop import Product, prepare

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests/cases/handboek/profiles"
BASES = {
    "aanvraag": "adviseur-wonen-inhuur",
    "vacature": "adviseur-wonen-vacature",
    "advertentie": "medewerker-publiek",
}
"""The example profile of each kind of document: a part is laid over it."""
TOP_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
EXTENDS = re.compile(r"\b(?:erbij|zonder):")
TRIED = "proef"
"""The name of the files in which a piece is tried."""
SHARED_NEEDS = {
    "functie": "",
    "organisatie": "naam: Gemeente Voorbeeldstad\nsoort: gemeente\n",
    "broker": "",
    "clausule": "id: proef\nversie: '1'\nstatus: voorbeeldtekst\nelementen: []\ntekst: Een tekst.\n",
}
"""What a shared file needs beside the keys of a piece."""


def keys_of(text: str) -> list[str]:
    """Return the keys at the left margin of a piece of YAML."""
    return TOP_KEY.findall(text)


def with_missing(text: str, other: str) -> str:
    """Return a piece of YAML with those keys of another that it does not have itself."""
    mine = keys_of(text)
    return without_keys(other, mine) + text


def without_keys(text: str, keys: Collection[str]) -> str:
    """Return a piece of YAML without these keys at the left margin, and without what stands below them."""
    parts = re.split(r"(?m)^(?=[a-z_]+:)", text)
    return "".join(part for part in parts if not TOP_KEY.match(part) or part.partition(":")[0] not in keys)


def without_said(example: str, text: str) -> str:
    """Return an example without what a part says otherwise; of the block of a kind, each key by itself.

    A part that extends a list stays on top of what it extends.
    """
    if EXTENDS.search(text):
        return example
    kept = without_keys(example, [key for key in keys_of(text) if key not in BASES])
    for kind in set(BASES).intersection(keys_of(text)):
        inner = [dedent(block_of(piece, kind)) for piece in (kept, text)]
        left = indent(without_keys(inner[0], keys_of(inner[1])), "  ")
        kept = without_keys(kept, [kind]) + f"{kind}:\n{left}"
    return kept


def block_of(text: str, key: str) -> str:
    """Return what stands below a key at the left margin."""
    found = re.search(rf"(?ms)^{key}:[^\n]*\n(.*?)(?=^\S|\Z)", text)
    return found[1] if found else ""


def kind_of(text: str) -> str:
    """Return the kind of document in which a part of a profile is tried."""
    return next((kind for kind in BASES if kind in keys_of(text)), "vacature")


class Bench:
    """A folder of profiles in which pieces are tried; `folder` is empty and belongs to it."""

    def __init__(self, folder: Path) -> None:
        self.profiles = folder / "profiles"
        shutil.copytree(EXAMPLES, self.profiles)
        shutil.copy(shipped_folder() / "word/basis.docx", self.profiles / "organisaties/briefpapier.docx")

    def build(self, words: tuple[str, ...], text: str, formats: tuple[str, ...] = ("md",)) -> Product:
        """Return what comes of a piece: its documents, or what is wrong with it."""
        what, *kinds = words
        if what in ("profiel", "fout"):
            return self.build_profile(text, formats)
        if what == "deel":
            return self.build_part(text, kinds[0] if kinds else kind_of(text), formats)
        return self.build_shared(what, text, formats)

    def build_profile(self, text: str, formats: tuple[str, ...]) -> Product:
        """Return what comes of a whole profile."""
        file = self.profiles / f"{TRIED}.yaml"
        file.write_text(text, encoding="utf-8")
        return prepare(formats)(str(file))

    def build_part(self, text: str, kind: str, formats: tuple[str, ...] = ("md",)) -> Product:
        """Return what comes of a part of a profile, laid over the example of a kind of document."""
        example = (EXAMPLES / f"{BASES[kind]}.yaml").read_text(encoding="utf-8")
        theirs = without_said(without_keys(example, OWN), text)
        own = without_keys(example, [key for key in keys_of(example) if key not in OWN])
        host = (EXAMPLES / "organisaties/voorbeeldstad.yaml").read_text(encoding="utf-8")
        (self.profiles / f"organisaties/{TRIED}.yaml").write_text(
            f"{host}\nstandaard:\n{indent(theirs, '  ')}", encoding="utf-8"
        )
        mine = with_missing(text, own)
        mine = re.sub(r"(?m)^organisatie: voorbeeldstad\b", f"organisatie: {TRIED}", mine)
        return self.build_profile(mine if kind in keys_of(mine) else f"{mine}\n{kind}:\n", formats)

    def build_shared(self, what: str, text: str, formats: tuple[str, ...]) -> Product:
        """Return what comes of keys of a shared file, in a profile that uses it."""
        whole = with_missing(text, SHARED_NEEDS.get(what, ""))
        if what in ("soorten", "clausule"):
            name = "soorten.yaml" if what == "soorten" else "clausules/dba/open.yaml"
            file = self.profiles.parent / "templates" / name
        else:
            file = self.profiles / f"{what}s" / f"{TRIED}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(whole, encoding="utf-8")
        named = {"organisatie": "voorbeeldstad", "functie": "adviseur-wonen", "broker": "voorbeeldbroker"}
        if what in named:
            named[what] = TRIED
        asked = "aanvraag:\n  arbeidsrelatie: open\n" + (
            "vacature:\nsalaris: {schaal: 'A'}\n" if what == "organisatie" else ""
        )
        head = "".join(f"{key}: {value}\n" for key, value in named.items())
        title = "" if "titel" in keys_of(whole) and what == "functie" else "titel: Adviseur wonen\n"
        product = self.build_profile(f"{head}{title}{asked}", formats)
        file.unlink()
        return product
