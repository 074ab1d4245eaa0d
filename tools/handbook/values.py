"""What a field can hold, in the words of the handbook: which notation, which words, or which part, and an example."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BeforeValidator, PlainValidator
from pydantic_core import PydanticCustomError

from tools.handbook.notations import NOTATIONS
from tools.handbook.page import anchor_of, code
from tools.handbook.snippets import EXAMPLES, ROOT
from vacaturegen.model import base
from vacaturegen.model.organisatie import Broker, Organisatie
from vacaturegen.model.profiel import UITGAVEN, Profiel
from vacaturegen.notation import Quoted
from vacaturegen.sources import Node, entries, read_yaml

KINDS = {
    "Kenmerk": ("regel of nummer", "Tekst"),
    "Regel": ("regel", "Tekst"),
    "RijkeTekst": ("tekst", "Tekst"),
    "Bestand": ("regel", "Tekst"),
    "Stijlnaam": ("regel of nummer", "Tekst"),
    "Lettertype": ("naam van een lettertype", "Tekst"),
    "JaNee": ("ja of nee", NOTATIONS["yes_no"].heading),
    "Aantal": ("aantal", NOTATIONS["count"].heading),
    "Plaatsen": ("aantal of bereik", NOTATIONS["places"].heading),
    "Dag": ("dag", NOTATIONS["date"].heading),
    "Ogenblik": ("dag of maand", NOTATIONS["moment"].heading),
    "Bedrag": ("bedrag", NOTATIONS["amount"].heading),
    "Maximum": ("bedrag of geen maximum", NOTATIONS["maximum"].heading),
    "Grens": ("bedrag, laagste of hoogste aanbod", NOTATIONS["bound"].heading),
    "Procent": ("percentage", NOTATIONS["percentage"].heading),
    "Punten": ("punten", NOTATIONS["points"].heading),
    "Spreiding": ("bereik", NOTATIONS["range"].heading),
    "Looptijd": ("duur", NOTATIONS["duration"].heading),
    "Termijn": ("duur of aantal dagen", NOTATIONS["term"].heading),
    "Verlengingen": ("verlenging", NOTATIONS["extension"].heading),
    "Werkdag": ("werkdagen", NOTATIONS["weekdays"].heading),
    "Schaal": ("schaal", NOTATIONS["scale"].heading),
    "Kleur": ("kleur", NOTATIONS["colour"].heading),
    "Email": ("e-mailadres", NOTATIONS["email"].heading),
    "Telefoon": ("telefoonnummer", NOTATIONS["phone"].heading),
    "Webadres": ("webadres", NOTATIONS["url"].heading),
    "Id": ("naam", NOTATIONS["id"].heading),
    "Lagen": ("sleutels van een profiel", "Profiel"),
}
"""The kinds of value of `model.base`: what the handbook calls them, and the section that tells how to write them.

All but the last, which has its section on the page of fields, are told of on the page of notations.
"""
SAMPLES = {
    "JaNee": "ja",
    "Aantal": "2",
    "Dag": "2026-07-07",
    "Ogenblik": "2026-07-07",
    "Bedrag": "75",
    "Procent": "40%",
    "Punten": "40",
    "Looptijd": "1 maand",
    "Webadres": "https://www.voorbeeldstad.nl",
}
"""What stands for an example where no profile that we have says such a thing."""
SOURCES = (EXAMPLES, ROOT / "profiles", ROOT / "tests/cases/documenten/profiles")
"""Where examples come from, the best first."""
LONGEST = 64
"""Characters of an example."""
NEEDS_QUOTES = (": ", " #", "[", "{", "#", "*", "&", "%", "!", "-", '"', "'", "<", ">", "|", "@", "`")


class Held(NamedTuple):
    """What a field can hold: its words (Markdown), its part, whether it is a list, and a sample."""

    words: str
    part: type[base.Deel] | None = None
    listed: bool = False
    sample: str = ""


def what_is_held(hint: Any) -> Held:
    """Return what a field with this type can hold. Raises LookupError for a kind of value that has no name here."""
    name = next((name for name, alias in vars(base).items() if name in KINDS and alias == hint), None)
    if name is not None:
        words, heading = KINDS[name]
        page = "" if name == "Lagen" else "notatie.md"
        return Held(f"[{words}]({page}#{anchor_of(heading)})", sample=SAMPLES.get(name, ""))
    inner, *more = get_args(hint) or (hint,)
    origin = get_origin(hint)
    if origin in (Union, UnionType) and NoneType in more:
        return what_is_held(inner)
    if origin is tuple:
        held = what_is_held(inner)
        return held._replace(words=held.words if held.part else f"lijst van {held.words}", listed=True, sample="")
    if origin is Annotated:
        return what_is_read(inner, more)
    if isinstance(hint, type) and issubclass(hint, base.Deel):
        return Held("", hint)
    raise LookupError(f"the handbook has no name for {hint}")


def what_is_read(inner: Any, validators: list[Any]) -> Held:
    """Return what a field can hold that these validators read: a value of its own kind, or another form of a part."""
    for validator in validators:
        if isinstance(validator, PlainValidator):
            return Held(words_for(validator))
        if isinstance(validator, BeforeValidator):
            return what_is_held(inner)._replace(words=short_form(validator))
    return what_is_held(inner)


def words_for(validator: PlainValidator) -> str:
    """Return how a value without a name is written, as its parser tells somebody who types something else."""
    try:
        validator.func("?")  # type: ignore[call-arg]  # those of ours take the value only
    except PydanticCustomError as error:
        hint = str((error.context or {})["hint"])
        start, colon, words = hint.rstrip(".").partition(": ")
        choice = colon and start == "Kies uit"
        return " of ".join(map(code, words.split(", "))) if choice else hint
    raise LookupError("a parser that reads anything")


def short_form(validator: BeforeValidator) -> str:
    """Return how else a part can be written: as the text of one of its fields, or as ja."""
    try:
        (key,) = validator.func("?")  # type: ignore[call-arg]
        return f"alleen de tekst van {code(key)}"
    except PydanticCustomError:
        return "`ja` of `nee`"


@cache
def examples() -> dict[tuple[type[base.Deel], str], str]:
    """Return for each field of each part an example as it is written in a profile that we have."""
    found: dict[tuple[type[base.Deel], str], str] = {}
    for folder in SOURCES:
        for path in sorted(folder.rglob("*.yaml")):
            for key, text in examples_in(path):
                found.setdefault(key, text)
    return found


def examples_in(path: Path) -> Iterator[tuple[tuple[type[base.Deel], str], str]]:
    """Yield the examples in a profile, or in a file that profiles share."""
    model: dict[str, type[base.Deel]] = {"organisaties": Organisatie, "brokers": Broker}
    node = read_yaml(path, path.name)
    yield from walk(node, model.get(path.parent.name, Profiel))
    if "standaard" in entries(node):
        yield from walk(entries(node)["standaard"], Profiel)


def walk(node: Node, model: type[base.Deel]) -> Iterator[tuple[tuple[type[base.Deel], str], str]]:
    """Yield the examples in a part."""
    hints = get_type_hints(model, include_extras=True)
    for name, value in entries(node).items():
        if name not in hints:
            continue
        held = what_is_held(hints[name])
        if name == "uitgaven":
            for edition in UITGAVEN:
                if edition in entries(value):
                    yield from walk(entries(value)[edition], Profiel)
        elif text := written(value):
            yield (model, name), f"{name}: {text}"
        if held.part and name not in ("organisatie", "broker"):
            items = value.value if isinstance(value.value, list) else [value]
            for item in items:
                if isinstance(item.value, dict):
                    yield from walk(item, held.part)


def written(node: Node) -> str:
    """Return a value as it is typed on one line; nothing when it does not fit there."""
    value = node.value
    if isinstance(value, list):
        items = [written(item) if isinstance(item.value, str) else "" for item in value[:2]]
        text = (
            f"[{', '.join(items)}]"
            if items and all(items) and not any("," in item.strip('"') and item[0] != '"' for item in items)
            else ""
        )
    elif not isinstance(value, str) or "\n" in value or "<" in value:
        return ""
    else:
        text = value.strip()
        number = isinstance(value, Quoted) and not any(map(str.isalpha, text))
        if number or text.startswith(NEEDS_QUOTES[2:]) or any(sign in text for sign in NEEDS_QUOTES[:2]):
            text = f'"{text}"'
    return text if len(text) <= LONGEST else ""
