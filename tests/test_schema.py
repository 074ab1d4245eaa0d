"""The schemas for an editor: current, and no narrower than the program; mistakes are seen, and told in Dutch."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from inspect import unwrap
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import Field

from tests import strategies
from tests.json_schema import mistakes, read
from tests.support import CASES, ROOT
from tests.test_notation import PARSERS, cases
from vacaturegen.cli import schema as command
from vacaturegen.i18n import _, in_dutch
from vacaturegen.model import base
from vacaturegen.notation import NotationError
from vacaturegen.schema import DRAFTS, KINDS, file_name, print_schema
from vacaturegen.schema.parts import NAMES, Maker
from vacaturegen.schema.values import schema_of_value

SHIPPED = ROOT / "profiles"
OF_FOLDER = {"functies": "functie", "organisaties": "organisatie", "brokers": "broker", "dba": "clausule"}
"""The kind of the files in a folder of that name; others are profiles."""
FILES = sorted(
    path for folder in (SHIPPED, ROOT / "templates", CASES / "documenten") for path in folder.rglob("*.yaml")
)
SCHEMAS = {(kind, draft): json.loads(print_schema(kind, draft)) for kind in KINDS for draft in DRAFTS}


def kind_of(path: Path) -> str:
    """Return the kind of a file, by where it lies."""
    return "soorten" if path.name == "soorten.yaml" else OF_FOLDER.get(path.parent.name, "profiel")


def parts_of(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield a schema and all that are in it."""
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts_of(inner)


@pytest.mark.parametrize("kind", KINDS)
def test_shipped_schema_is_current(kind: str) -> None:
    """What lies in profiles/ is what the models say now; `make schema` brings it up to date."""
    assert (SHIPPED / file_name(kind)).read_text(encoding="utf-8") == print_schema(kind, "7")


def test_nothing_else_is_shipped() -> None:
    """Each kind of file has a schema, and no other schema lies there."""
    assert sorted(path.name for path in ROOT.glob("profiles/**/*.json")) == sorted(map(file_name, KINDS))


def test_command_offers_all_there_is() -> None:
    """The command names each kind and draft, though it does not load what makes them."""
    assert (tuple(KINDS), tuple(DRAFTS)) == (command.KINDS, command.DRAFTS)


@pytest.mark.parametrize("kind", KINDS)
def test_drafts_say_the_same(kind: str) -> None:
    """The two drafts differ only in their address, and in where definitions are."""
    newer = print_schema(kind, "2020-12").replace("$defs", "definitions")
    assert newer.replace(DRAFTS["2020-12"][0], DRAFTS["7"][0]) == print_schema(kind, "7")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_shipped_file_names_its_schema(path: Path) -> None:
    """The first line of each file that we ship leads an editor to the schema of its kind, and the file fits it."""
    text = path.read_text(encoding="utf-8")
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert named
    assert (path.parent / named[1]).resolve() == SHIPPED / file_name(kind_of(path))
    for draft in DRAFTS:
        assert mistakes(SCHEMAS[kind_of(path), draft], read(text)) == []


@pytest.mark.parametrize(("name", "typed", "_written"), cases("->"))
def test_takes_what_the_notation_takes(name: str, typed: str, _written: str) -> None:
    """A value that is understood is no mistake, be it between quotation marks or what YAML takes it for."""
    schema = schema_of_value(PARSERS[name])
    for data in (typed, f"\n {typed.replace(' ', chr(0xA0) + ' ')} \n", typed if typed[0] in "#>" else read(typed)):
        assert mistakes(schema, data) == []


def test_refuses_most_of_what_the_notation_refuses() -> None:
    """Of each notation what is refused is mostly a mistake to an editor as well."""
    refused = [(name, typed) for name, typed, _message in cases("-!")]
    seen = [(name, typed) for name, typed in refused if mistakes(schema_of_value(PARSERS[name]), typed)]
    assert len(seen) > 0.8 * len(refused)
    assert {name for name, _typed in seen} == set(PARSERS)


@pytest.mark.parametrize("parse", [*NAMES, *PARSERS.values()], ids=lambda parse: parse.__name__)
def test_examples_are_right(parse: Any) -> None:
    """The examples of a kind of value fit its schema, and are understood."""
    schema = schema_of_value(parse)
    for example in schema.get("examples", []):
        assert mistakes(schema, example) == []
        parse(str(example))


def test_takes_what_the_program_takes() -> None:
    """Nothing that can be written in a profile, or in what it shares, is a mistake to an editor."""

    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    @given(strategies.profiles())
    def check(files: dict[str, Any]) -> None:
        for name, data in files.items():
            text = "\n".join([*strategies.yaml_of(data), ""])
            assert mistakes(SCHEMAS[kind_of(Path(name)), "7"], read(text)) == [], text

    check()


PROFILE = "organisatie: odgm\n"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("profiel", PROFILE),
        ("profiel", f"{PROFILE}taken:\n"),
        ("profiel", f"{PROFILE}taken: <vul in de taken>"),
        ("profiel", f"{PROFILE}taken: [a, ]\neisen: {{zonder: [a, {{b: c}}], erbij: [d]}}"),
        ("profiel", f"{PROFILE}aanvraag: {{tarief: {{maximum: 1.90}}, nummer: 30826}}"),
        ("profiel", f"{PROFILE}aanvraag: {{tarief: {{maximum: '€ 1,90', inclusief: {{erbij: [fee]}}}}}}"),
        ("profiel", f"{PROFILE}aanvraag:"),
        ("profiel", f"{PROFILE}aanvraag: {{beoordeling: {{opschortende_termijn: nee}}}}"),
        ("profiel", f"{PROFILE}aanvraag: {{beoordeling: {{opschortende_termijn: {{dagen: 20}}}}}}"),
        ("profiel", f"{PROFILE}competenties: [rustig, {{naam: rustig, doel: om te blijven}}]"),
        ("profiel", f"{PROFILE}titel: 1e3\nstandplaats: {{naam: <vul in het gebouw>}}"),
        ("functie", "taken: [a]"),
        ("functie", "aanvraag: {fee_betaler: de leverancier}"),
        ("organisatie", "{naam: A, soort: gemeente, standaard: {aanvraag: {waadi: ja}}}"),
        ("broker", "{naam: A, standaard: {planning: {sluiting: z.s.m.}}}"),
    ],
)
def test_takes(kind: str, text: str) -> None:
    """What is written in a way of its own fits: empty, open, extended, by a part's name, left to what is inherited."""
    assert mistakes(SCHEMAS[kind, "7"], read(text)) == []


@pytest.mark.parametrize(
    ("kind", "text", "mistake"),
    [
        ("profiel", "titel: A", "$: organisatie is missing"),
        ("profiel", "organisatie:", "$.organisatie: None is no string or number"),
        ("profiel", f"{PROFILE}nivo: senior", "$: nivo is not known"),
        ("profiel", f"{PROFILE}standaard: {{}}", "$: standaard is not known"),
        ("profiel", f"{PROFILE}inzet: {{hybride: true}}", "$.inzet.hybride: True is no string or null"),
        ("profiel", f"{PROFILE}inzet: {{start: binnenkort}}", "$.inzet.start: 'binnenkort' does not fit"),
        ("profiel", f"{PROFILE}salaris: {{minimum: -1}}", "$.salaris.minimum: -1.0 fits nothing"),
        ("profiel", f"{PROFILE}salaris: {{minimum: '3.735'}}", "$.salaris.minimum: '3.735' fits nothing"),
        ("profiel", f"{PROFILE}taken: een taak", "$.taken: 'een taak' does not fit"),
        ("profiel", f"{PROFILE}taken: {{erbij: [a], zondr: [b]}}", "$.taken: zondr is not known"),
        ("profiel", f"{PROFILE}taakgroepen: [{{naam: A}}]", "$.taakgroepen.0: taken is missing"),
        ("profiel", f"{PROFILE}taakgroepen: [{{naam: A, taken: {{erbij: [b]}}}}]", "is no array or string or null"),
        ("profiel", f'{PROFILE}titel: "A\\n\\nB"', "$.titel: 'A\\n\\nB' does not fit"),
        ("profiel", f"{PROFILE}titel: {'a' * 301}", "does not fit"),
        ("profiel", f'{PROFILE}vacature: {{werk: "Dit:\\n- a"}}', "$.vacature.werk: 'Dit:\\n- a' does not fit"),
        ("functie", "organisatie: odgm", "$: organisatie is not known"),
        ("organisatie", "naam: A", "$: soort is missing"),
        ("organisatie", "{naam: A, soort: b, kerncijfers: {erbij: [c]}}", "is no array or string or null"),
        ("organisatie", "{naam: A, soort: b, standaard: {id: c}}", "$.standaard: id is not known"),
        ("clausule", "id: a", "$: tekst is missing"),
        ("soorten", "aanvraag: {naam: A, onderdelen: [B]}", "$.aanvraag.onderdelen.0: 'B' fits nothing"),
    ],
)
def test_sees(kind: str, text: str, mistake: str) -> None:
    """A mistake is seen where it stands."""
    assert mistake in "\n".join(mistakes(SCHEMAS[kind, "7"], read(text)))


@pytest.mark.parametrize("kind", KINDS)
def test_schema_explains_itself(kind: str) -> None:
    """Each field has a description and right examples, and whatever can be a mistake has a message of ours."""
    for part in parts_of(SCHEMAS[kind, "7"]):
        for name, field in part.get("properties", {}).items() if isinstance(part.get("properties"), dict) else ():
            assert field.get("description"), name
            whole = field | {"definitions": SCHEMAS[kind, "7"]["definitions"]}
            assert [mistake for example in field.get("examples", ()) for mistake in mistakes(whole, example)] == []
        if part.keys() & {"pattern", "minimum", "required"} and isinstance(part.get("type"), list | str):
            assert part["errorMessage"]


def test_messages_are_the_program_s_own() -> None:
    """What an editor says of a mistake is the cure that a build tells, in Dutch."""
    with in_dutch(), pytest.raises(NotationError) as refused:
        PARSERS["date"]("binnenkort")
    assert SCHEMAS["profiel", "7"]["definitions"]["dag"]["errorMessage"] == refused.value.hint
    assert refused.value.hint.startswith("Schrijf een datum als")
    assert _("Stopped.") == "Stopped."


class Stuk(base.Deel):
    """A part whose text is a number to YAML."""

    aantal: base.Aantal = Field(description="Aantal.")


class Toy(base.Deel):
    """A model that has what no model has yet."""

    lagen: base.Lagen = Field(None, description="Sleutels van een profiel.")
    soort: Annotated[str, base.one_of("een", "twee")] = Field(description="Soort.", examples=["twee"])
    stuk: Annotated[Stuk, base.from_text("aantal")] | None = Field(None, description="Stuk.")


def test_new_models_need_nothing_but_themselves() -> None:
    """Keys of a profile that are laid over it, words of a field's own and examples come from the model alone."""
    maker = Maker("definitions")
    with in_dutch():
        part = maker.part(Toy, merged=False)
    schema = part | {"definitions": maker.definitions}
    assert part["required"] == ["soort"]
    assert part["properties"]["soort"]["examples"] == ["twee"]
    assert mistakes(schema, {"soort": "Twee", "lagen": {"planning": {"sluiting": "z.s.m."}}, "stuk": 3}) == []
    assert mistakes(schema, {"soort": "een", "stuk": {"aantal": 3}}) == mistakes(schema, {"soort": "een"}) == []
    assert len(mistakes(schema, {"soort": "drie", "lagen": {"planning": {"sluiting": "ooit"}}, "stuk": "x"})) == 3


def test_new_kind_of_value_must_be_given_a_form() -> None:
    """A parser that nobody thought of stops the making of a schema, and is named."""
    with pytest.raises(KeyError, match="parse_toy"):
        schema_of_value(unwrap(base.read_as(parse_toy).func))


def parse_toy(text: str) -> str:
    """Return the text."""
    return text
