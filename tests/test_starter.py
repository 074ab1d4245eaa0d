"""A new file: every key is shown, and every example can be used as it stands."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import load, write
from vacaturegen.model.base import Deel
from vacaturegen.model.organisatie import Broker, Organisatie
from vacaturegen.model.profiel import SOORTEN, Profiel
from vacaturegen.profiles.validation import part_in
from vacaturegen.starter import rows, skeleton
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
    known = GIVEN if broker else {"organisatie": "voorbeeldstad"}
    files = {"organisaties/voorbeeldstad.yaml": ORGANISATIE, "brokers/voorbeeldbroker.yaml": "naam: Een\n"}
    write(tmp_path / "profiles", {**files, "p.yaml": skeleton.make_profile(kinds, known, {})})
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
