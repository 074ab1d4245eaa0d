"""A new file: every key is shown, and every example can be used as it stands."""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import ROOT, load, write
from vacaturegen.model.base import Deel
from vacaturegen.model.organisatie import Broker, Organisatie
from vacaturegen.model.profiel import SOORTEN, Profiel
from vacaturegen.profiles.messages import part_in
from vacaturegen.starter import rows, shared_rows, skeleton
from vacaturegen.starter.row import Row, Table
from vacaturegen.starter.rows import LEFT_OUT

KINDS = [kinds for size in (1, 2, 3) for kinds in itertools.combinations(SOORTEN, size)]
USABLE = re.compile(r"(?m)^( *)# (?=[a-z_]+:(?: |$)|- | )")
OPEN = re.compile(r"(?m)^( *# .+ Zo: (.+)\n *[a-z_]+:)$")
OPEN_ABOVE = re.compile(r"(?m)^( *# Zo: (.+)\n *[a-z_]+:)$")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h9v9z"/></svg>'
GIVEN = {"organisatie": "voorbeeldstad", "broker": "voorbeeldbroker"}
ALONE = {"organisatie": "voorbeeldstad"}
SHARED = {
    "organisaties/voorbeeldstad.yaml": "naam: Gemeente Voorbeeldstad\nsoort: gemeente\nadres: {postcode: 1234 AB}\n",
    "brokers/voorbeeldbroker.yaml": "naam: Een\n",
    "functies/ambtelijk-secretaris.yaml": "titel: F\n",
}


def fields(model: type[Deel], prefix: str = "") -> Iterator[str]:
    """The dotted path of every field of a model, and of the parts in it that are no items of a list."""
    for name, info in model.model_fields.items():
        yield f"{prefix}{name}"
        part = part_in(info.annotation)
        if part is not None and "tuple" not in str(info.annotation) and name not in ("organisatie", "broker"):
            yield from fields(part, f"{prefix}{name}.")


def table_paths(table: Table) -> list[str]:
    return [row.path for row in table if isinstance(row, Row)]


TABLES = [
    (rows.PROFILE, Profiel),
    (shared_rows.FUNCTIE, Profiel),
    (shared_rows.ORGANISATIE, Organisatie),
    (shared_rows.BROKER, Broker),
]


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
    text = skeleton.make_profile(SOORTEN, GIVEN, {}) + skeleton.make_profile(SOORTEN, ALONE, {})
    also = {name for line in re.findall(r"Ook mogelijk[^:]*: ([^.]*)\.", text) for name in re.findall(r"\w+", line)}
    for path in fields(Profiel):
        name = path.rpartition(".")[2]
        assert path in LEFT_OUT or name in also or re.search(rf"(?m)(?:^[ #]*|[{{ ]){name}:", text), path


@pytest.mark.parametrize("given", [GIVEN, ALONE])
@pytest.mark.parametrize("kinds", KINDS, ids="+".join)
def test_every_key_has_its_place(kinds: tuple[str, ...], given: dict[str, str]) -> None:
    """No key is left to the line for those that no table knows, and a file for one kind can be overseen."""
    text = skeleton.make_profile(kinds, given, {})
    assert "Verder kan hier" not in text
    assert max(map(len, text.split("\n"))) <= 120
    assert text.count("\n") < (355 if "aanvraag" in kinds else 240) + 100 * (len(kinds) - 1)
    for key in ("organisatie", "broker"):
        assert "Verder kan hier" not in skeleton.make_shared(key, {})


def test_a_key_that_no_table_knows_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field that is new in the model is named at the end of its part, and of the file, without anybody's doing."""
    without = tuple(row for row in rows.PROFILE if getattr(row, "path", "") not in ("team", "inzet.hybride"))
    monkeypatch.setattr(skeleton, "PROFILE", without)
    text = skeleton.make_profile(["vacature"], GIVEN, {})
    assert text.endswith("\n# Verder kan hier “team”: Team.\n")
    assert "\n  # Verder kan hier “hybride”: Ja als een deel van het werk op afstand kan.\n" in text
    assert text.count("Verder kan hier") == 2


@pytest.mark.parametrize("kinds", KINDS, ids="+".join)
@pytest.mark.parametrize("known", [GIVEN, ALONE])
def test_new_profile_is_a_valid_concept(kinds: tuple[str, ...], known: dict[str, str], tmp_path: Path) -> None:
    """For every choice of kinds a new profile can be read at once, asks for these documents, and is a concept."""
    write(tmp_path / "profiles", {**SHARED, "p.yaml": skeleton.make_profile(kinds, known, {})})
    profiel = load(tmp_path / "profiles/p.yaml")[0].profiel
    assert (profiel.status, profiel.soorten()) == ("concept", kinds)


INSTEAD = {"inzet.einde", "aanvraag.inschrijving.gestand_tot"}
"""What stands instead of something else that is in the file."""
IN_POINTS, IN_PERCENT = {"aanvraag.weging"}, {"aanvraag.wensen"}
"""Points of wishes and a total score of percentages: the example of the latter knows no wishes."""


@pytest.mark.parametrize("kinds", KINDS, ids="+".join)
@pytest.mark.parametrize("without", [IN_POINTS, IN_PERCENT], ids=["points", "percent"])
def test_every_example_can_be_used_as_it_stands(
    kinds: tuple[str, ...], without: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the # of every example taken away, and every open key filled in as its comment says, nothing is open."""
    left = tuple(row for row in rows.PROFILE if not isinstance(row, Row) or row.path not in INSTEAD | without)
    monkeypatch.setattr(skeleton, "PROFILE", left)
    text = skeleton.make_profile(kinds, {**GIVEN, "functie": "ambtelijk-secretaris"}, {})
    text = re.sub(r"(?m)^ *# Verder kan hier .*\n", "", text)
    full = fill_in(text).replace("status: concept", "status: vastgesteld")
    write(tmp_path / "profiles", {**SHARED, "p.yaml": full})
    assert load(tmp_path / "profiles/p.yaml")[0].profiel.soorten() == kinds


CLOSED = re.compile(r"(?m)^( *)# ([a-z]\w*):.*\n(?:\1#   .*\n)*")
COMPANIONS = {
    "weging": "prijs",
    "prijs": "weging",
    "eigen_middelen": "byod",
    "indicatie_tot": "indicatie",
    "aanloop_minimum": "aanloopschaal",
}
"""What a key cannot do without, as the file or the name of the key says."""
NOT_YET = {"vastgesteld_door", "vastgesteld_op"}
"""What a concept cannot have."""


def take_in(text: str, block: re.Match[str]) -> tuple[str, int, int]:
    """A text with one block in use that is a comment, as an editor does it, and where that block begins and ends."""
    taken = re.sub(r"(?m)^( *)# ", r"\1", block[0])
    return text[: block.start()] + taken + text[block.end() :], block.start(), block.start() + len(taken)


@pytest.mark.parametrize("known", [GIVEN, ALONE])
@pytest.mark.parametrize("kind", SOORTEN)
def test_every_block_can_be_taken_in(kind: str, known: dict[str, str], tmp_path: Path) -> None:
    """In a new file each block that is a comment works by itself, and so does each comment within it."""
    whole = skeleton.make_profile([kind], known, {})
    texts = []
    for block in CLOSED.finditer(whole):
        if block[2] in NOT_YET:
            continue
        text, start, end = take_in(whole, block)
        within = [take_in(text, inner)[0] for inner in CLOSED.finditer(text, start, end)]
        if companion := COMPANIONS.get(block[2]):
            within = [take_in(each, next(m for m in CLOSED.finditer(each) if m[2] == companion))[0] for each in within]
            text, _, _ = take_in(text, next(m for m in CLOSED.finditer(text) if m[2] == companion))
        texts += [text, *within]
    write(tmp_path / "profiles", SHARED)
    for text in texts:
        write(tmp_path / "profiles", {"p.yaml": text})
        assert load(tmp_path / "profiles/p.yaml"), text
    assert len(texts) > 40


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
    shutil.copy(ROOT / "templates/word/basis.docx", tmp_path / "profiles/organisaties/sjabloon.docx")
    assert load(tmp_path / "profiles/p.yaml")[0].profiel.organisatie.naam == "Gemeente: 'A' #1"
    full = fill_in(shared[key]).replace("logo.png", "logo.svg")
    write(tmp_path / "profiles", {f"{home[key]}/een.yaml": full, "organisaties/logo.svg": SVG})
    loaded = load(tmp_path / "profiles/p.yaml")[0]
    assert loaded.profiel.functie == "een"
    part = loaded.profiel if key == "functie" else getattr(loaded.profiel, key)
    assert {"functie": "taken", "organisatie": "beschrijving", "broker": "naam"}[key] in part.model_fields_set
