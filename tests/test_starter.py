"""Where a profile begins: every key is shown, every example can be used as it stands, and a copy loses nothing else."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import load, write
from vacaturegen.model.base import Deel
from vacaturegen.model.organisatie import Broker, Organisatie
from vacaturegen.model.profiel import SOORTEN, Profiel
from vacaturegen.profiles.validation import part_in
from vacaturegen.starter import clear_for_reuse, rows, skeleton
from vacaturegen.starter.rows import LEFT_OUT, Row, Table

KINDS = [kinds for size in (1, 2, 3) for kinds in itertools.combinations(SOORTEN, size)]
USABLE = re.compile(r"(?m)^( *)# (?=[a-z_]+:(?: |$)|- | )")
OPEN = re.compile(r"(?m)^( *# .+ Zo: (.+)\n *[a-z_]+:)$")
OPEN_ABOVE = re.compile(r"(?m)^( *# Zo: (.+)\n *[a-z_]+:)$")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h9v9z"/></svg>'
ORGANISATIE = "naam: Gemeente Voorbeeldstad\nsoort: gemeente\n"
GIVEN = {"organisatie": "voorbeeldstad", "broker": "voorbeeldbroker"}


def fields(model: type[Deel], prefix: str = "") -> Iterator[str]:
    """The dotted path of every field of a model, and of the parts in it that are no items of a list."""
    for name, info in model.model_fields.items():
        yield f"{prefix}{name}"
        part = part_in(info.annotation)
        if part is not None and "tuple" not in str(info.annotation) and name not in ("organisatie", "broker"):
            yield from fields(part, f"{prefix}{name}.")


def table_paths(table: Table) -> list[str]:
    return [row.path for row in table if isinstance(row, Row)]


TABLES = [(rows.PROFILE, Profiel), (rows.FUNCTIE, Profiel), (rows.ORGANISATIE, Organisatie), (rows.BROKER, Broker)]


@pytest.mark.parametrize(("table", "model"), TABLES)
def test_rows_are_keys_of_the_model(table: Table, model: type[Deel]) -> None:
    """Every row is a key of the model, there once; what is shared by all profiles is a key of a profile."""
    paths = table_paths(table)
    assert len(paths) == len(set(paths))
    own = [path for path in paths if not path.startswith("standaard.")]
    assert set(own) - set(fields(model)) == set()
    assert {path.removeprefix("standaard.") for path in paths if path not in own} - set(fields(Profiel)) == set()


def test_every_key_is_shown_or_left_out() -> None:
    """A new profile names every key that a profile can have, for one kind or another, unless the table says why not."""
    text = skeleton.make_profile(SOORTEN, GIVEN, {})
    for path in fields(Profiel):
        name = path.rpartition(".")[2]
        assert path in LEFT_OUT or re.search(rf"(?m)^[ #]*(?:{name}:|Verder kan hier “{name}”)", text), path


def test_a_key_that_no_table_knows_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field that is new in the model is named at the end of its part, and of the file, without anybody's doing."""
    without = tuple(row for row in rows.PROFILE if isinstance(row, str) or row.path not in ("team", "inzet.hybride"))
    monkeypatch.setattr(skeleton, "PROFILE", without)
    text = skeleton.make_profile(["vacature"], GIVEN, {})
    assert text.endswith("\n# Verder kan hier “team”: Team.\n")
    assert "\n  # Verder kan hier “hybride”: Ja als een deel van het werk op afstand kan.\n" in text
    assert text.count("Verder kan hier") == 2


@pytest.mark.parametrize("kinds", KINDS, ids="+".join)
@pytest.mark.parametrize("broker", [True, False])
def test_new_profile_is_a_valid_concept(kinds: tuple[str, ...], broker: bool, tmp_path: Path) -> None:
    """For every choice of kinds a new profile can be read at once, asks for these documents, and is a concept."""
    given = GIVEN if broker else {"organisatie": "voorbeeldstad"}
    files = {"organisaties/voorbeeldstad.yaml": ORGANISATIE, "brokers/voorbeeldbroker.yaml": "naam: Een\n"}
    write(tmp_path / "profiles", {**files, "p.yaml": skeleton.make_profile(kinds, given, {})})
    profiel = load(tmp_path / "profiles/p.yaml")[0].profiel
    assert (profiel.status, profiel.soorten()) == ("concept", kinds)


@pytest.mark.parametrize("kinds", KINDS, ids="+".join)
def test_every_example_can_be_used_as_it_stands(kinds: tuple[str, ...], tmp_path: Path) -> None:
    """With the # of every example taken away, and every open key filled in as its comment says, nothing is open."""
    text = skeleton.make_profile(kinds, {**GIVEN, "functie": "f"}, {})
    text = re.sub(r"(?m)^ *# einde: .*\n", "", text)  # the one example that cannot stand beside another: duur
    full = fill_in(text).replace("status: concept", "")
    files = {"organisaties/voorbeeldstad.yaml": ORGANISATIE, "brokers/voorbeeldbroker.yaml": "naam: Een\n"}
    write(tmp_path / "profiles", {**files, "functies/f.yaml": "titel: F\n", "p.yaml": full})
    assert load(tmp_path / "profiles/p.yaml")[0].profiel.soorten() == kinds


def fill_in(text: str) -> str:
    """A new file with every example in use."""
    text = OPEN_ABOVE.sub(r"\1 \2", OPEN.sub(r"\1 \2", text))
    text = re.sub(r"(?m)^( *# .*?zoals (\S.*?)(?: of .*)?\.\n *[a-z_]+:)$", r"\1 \2", text)
    text = re.sub(r"(?m)^( *# Startdatum.*\n *start:)$", r"\1 z.s.m.", text)
    text = re.sub(r"(?m)^( *# Vorm van de arbeidsrelatie.*\n *arbeidsrelatie:)$", r"\1 open", text)
    while USABLE.search(text):
        text = USABLE.sub(r"\1", text)
    return text


@pytest.mark.parametrize("key", ["functie", "organisatie", "broker"])
def test_new_shared_file_is_usable(key: str, tmp_path: Path) -> None:
    """A new functie, organisatie or broker can be read at once by a concept, and in full with its examples."""
    home = {"functie": "functies", "organisatie": "organisaties", "broker": "brokers"}
    shared = {
        name: skeleton.make_shared(name, {"naam": "Gemeente: 'A' #1"} if name == "organisatie" else {}) for name in home
    }
    others = "".join(f"{name}: een\n" for name in home)
    files: dict[str, str] = {f"{home[name]}/een.yaml": text for name, text in shared.items()}
    profile = f"status: concept\n{others}aanvraag:\n  arbeidsrelatie:\n"
    write(tmp_path / "profiles", {**files, "p.yaml": profile, "organisaties/thema.css": ":root {}"})
    assert load(tmp_path / "profiles/p.yaml")[0].profiel.organisatie.naam == "Gemeente: 'A' #1"
    full = fill_in(shared[key]).replace("logo.png", "logo.svg")
    write(tmp_path / "profiles", {f"{home[key]}/een.yaml": full, "organisaties/logo.svg": SVG})
    loaded = load(tmp_path / "profiles/p.yaml")[0]
    assert loaded.profiel.functie == "een"
    part = loaded.profiel if key == "functie" else getattr(loaded.profiel, key)
    assert {"functie": "taken", "organisatie": "beschrijving", "broker": "naam"}[key] in part.model_fields_set


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
        "aanvraag:\n  nummer: 30826\n  tarief: {maximum: 90, btw: exclusief}\n  vragen_en_antwoorden:\n  - vraag: a\n    antwoord: b\n",
        "aanvraag:\n  nummer:\n  tarief: {maximum: 90, btw: exclusief}\n  vragen_en_antwoorden: []\n",
    ),
    (
        "uitgaven:\n  intern:\n    versie: 2\n  extern: {versie: 2, planning: {sluiting: 2026-01-01, vragen: 1 dag na sluiting}}\n",
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
    """Whatever stands around it and in whatever order, only what is cleared is gone; the rest is the same to the byte."""
    text, expected = pair
    assert clear_for_reuse(text).text == expected
    assert clear_for_reuse(expected).text == expected
