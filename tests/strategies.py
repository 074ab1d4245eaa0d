"""Whole profiles for hypothesis, made by walking the model: a new field is in them without anybody thinking of it.

A kind of value that is new must be given a strategy in KINDS, or every test that stands on `profiles` fails and names
it. What comes out is data with texts in it as people type them, by the name of the file that it goes into; `yaml_of`
writes it. A rule across fields can still refuse it: `without` takes out the field that a refusal is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from inspect import getclosurevars, unwrap
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from pydantic import BeforeValidator, PlainValidator

from tests.test_notation import CASES as NOTATIONS
from tests.test_notation import PARSERS, VALUES
from vacaturegen import library
from vacaturegen.model import base
from vacaturegen.model.beoordeling import (
    Beoordeling,
    OpschortendeTermijn,
    parse_assessor,
    parse_formula,
    parse_rung,
)
from vacaturegen.model.organisatie import Broker, Huisstijl, Logo, Organisatie
from vacaturegen.model.profiel import SOORTEN, Advertentie, Profiel
from vacaturegen.model.werk import Sectie, Standplaats, parse_contract
from vacaturegen.notation import NotationError, notation_of, parse_planned_date, parse_planned_moment
from vacaturegen.profiles.shared import OWN
from vacaturegen.sources.tree import ENGLISH_WORDS

ROOT = Path(__file__).parents[1]
NASTY = (Path(__file__).parent / "cases" / "teksten.txt").read_text(encoding="utf-8").splitlines()
PLAIN = re.compile(r"[a-z0-9](?:[\w .,/€%+:-]*[\w.])?", re.IGNORECASE)
"""What can be written without quotation marks, unless a key, an English word or a comment is in it."""

Strategy = st.SearchStrategy[Any]
LEFT_OUT = OWN | {"uitgaven", "niet_overnemen"}
"""What only a profile can say, and editions: each of these is a profile of its own once more."""


class Text(str):
    """A text of somebody's own, which a document shows as `seen`."""

    __slots__ = ("seen",)

    seen: str

    def __new__(cls, written: str, seen: str) -> Text:
        """Make one of what is written and what is seen of it."""
        text = super().__new__(cls, written)
        text.seen = seen
        return text


def texts_of(parse: Callable[[str], str], *pairs: tuple[str, str]) -> Strategy:
    """Return a strategy for texts that a parser takes, from pieces as they are written and as they are seen."""

    def join(pieces: list[tuple[str, str]]) -> Text:
        return Text(*(" ".join(side) for side in zip(*pieces, strict=True)))

    def is_taken(text: Text) -> bool:
        try:
            return bool(parse(text))
        except NotationError:
            return False

    return st.lists(st.sampled_from(pairs), min_size=1, max_size=4).map(join).filter(is_taken)


def written(name: str) -> Strategy:
    """Return a strategy for a notation: the documented way of writing any value, and the other ways that it has."""
    return (
        st.sampled_from(ways(name)) | VALUES[name].map(notation_of) if name in VALUES else st.sampled_from(ways(name))
    )


def ways(name: str) -> list[str]:
    """Return the ways of writing that the cases of a notation show, the documented ones first."""
    lines = (NOTATIONS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(" -> ")[0] for line in lines if " -> " in line and "\\" not in line]


def is_understood(parse: Callable[[str], object], way: str) -> bool:
    """Tell whether a parser takes a way of writing: the cases hold some that it refuses."""
    try:
        parse(way)
    except NotationError:
        return False
    return True


WORDS = [(word, word) for word in ("woord", "Een zin.", "en", "1", "a b", "“Zo?”")]
MARKUP = [
    ("**vet**", "vet"),
    ("_schuin_", "schuin"),
    ("[hier](https://x.nl/a?b=1&c=2)", "hier"),
    ("[mail](mailto:a@x.nl)", "mail"),
    *((re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text), text) for text in NASTY),
]
LINES = texts_of(base.parse_words, *WORDS, *((text, text) for text in NASTY))
RICH = texts_of(base.parse_rich, *WORDS, *MARKUP)
KINDS: dict[Any, Strategy] = {
    **{parse: written(name) for name, parse in PARSERS.items()},
    base.parse_exact_id: written("id").filter(lambda text: is_understood(base.parse_exact_id, text)),
    base.parse_font: st.sampled_from(["Source Sans 3", "Arial"]),
    base.parse_line: LINES,
    base.parse_words: LINES,
    parse_contract: LINES,
    base.parse_rich: RICH,
    parse_assessor: st.sampled_from(["broker", "organisatie"])
    | LINES.map(lambda text: Text(f"de {text}", f"de {text.seen}")),
    parse_formula: st.sampled_from(["lineair", "verhouding", "De laagste prijs krijgt alle punten."]),
    parse_rung: written("step") | st.sampled_from(["goed", "uitstekend"]),
    parse_planned_date: written("date"),  # what follows from another day needs that one: no profile of chance has it
    parse_planned_moment: written("moment"),
}
"""What can be typed into a field, by the function that reads it."""
EXAMPLES: dict[Any, str] = {
    **{parse: ways(name)[0] for name, parse in PARSERS.items()},
    base.parse_exact_id: "deel",
    base.parse_font: "Arial",
    parse_assessor: "broker",
    parse_formula: "lineair",
    parse_rung: "2 tot 5 jaar",
}
"""One way of writing each kind of value that is no text of somebody's own."""


@cache
def of_part(part: type[base.Deel], *, opened: bool = False, leave_out: frozenset[str] = frozenset()) -> Strategy:
    """Return a strategy for the keys and values of a part, each there or not where it may be left out.

    `opened`: a value may be left open; `leave_out`: keys that are not to be there.
    """
    needed: dict[str, Strategy] = {}
    free: dict[str, Strategy] = {}
    for name, hint in get_type_hints(part, include_extras=True).items():
        field = part.model_fields.get(name)
        if field is not None and name not in leave_out:
            value = of_hint(hint, opened) if (part, name) not in FITTING else FITTING[part, name]
            (needed if field.is_required() else free)[name] = value | st.none() if opened else value
    return st.fixed_dictionaries(needed, optional=free)


def of_hint(hint: Any, opened: bool) -> Strategy:
    """Return a strategy for what a field can hold, by its type."""
    inner, *more = get_args(hint) or (hint,)
    if get_origin(hint) is Annotated:
        for validator in more:
            if isinstance(validator, PlainValidator):
                return of_kind(unwrap(validator.func))
            if isinstance(validator, BeforeValidator) and "key" in (found := getclosurevars(validator.func).nonlocals):
                return of_hint(
                    get_type_hints((get_args(inner) or (inner,))[0], include_extras=True)[found["key"]], opened
                ) | of_hint(inner, opened)
        return of_hint(inner, opened)
    if NoneType in more:
        return of_hint(inner, opened)
    if get_origin(hint) is tuple:
        return st.lists(of_hint(inner, False), min_size=1, max_size=2)
    assert isinstance(hint, type), hint
    assert issubclass(hint, base.Deel), hint
    return of_part(hint, opened=opened)


def of_kind(parse: Any) -> Strategy:
    """Return a strategy for a kind of value, by the function that reads it."""
    words = parse.args[0] if isinstance(parse, partial) else ()
    return st.sampled_from(words) if words else KINDS[parse]


PLACES = sorted({part for kind in library.read_library(ROOT / "profiles").kinds.values() for part in kind.onderdelen})
FITTING: dict[tuple[type[base.Deel], str], Strategy] = {}
FITTING |= {
    (Advertentie, "oproep"): LINES.map(lambda text: Text(f"{text}?", f"{text.seen}?")),
    (Advertentie, "teaser"): LINES.map(lambda text: Text(f"{text}?", f"{text.seen}?")),
    (Beoordeling, "opschortende_termijn"): st.sampled_from(["ja", "nee"]) | of_part(OpschortendeTermijn),
    (Huisstijl, "accentkleur"): st.sampled_from(["#154273", "#7A1F5C"]),
    (Huisstijl, "thema"): st.just("thema.css"),
    (Huisstijl, "basis"): st.just("basis.docx"),
    (Huisstijl, "stijlen"): st.just({"kop_1": "Kop 1", "tekst": "Standaard"}),
    (Logo, "bestand"): st.just("logo.svg"),
    (Sectie, "na"): st.sampled_from(PLACES),
    (Standplaats, "naam"): LINES.map(lambda text: Text(f"het {text}", f"het {text.seen}")),
}
"""Fields in which a rule takes little of what the kind takes; without these every refusal would be about them."""
FILES = {
    "organisaties/thema.css": ":root { --utrecht-document-color: #111111; }\n",
    "organisaties/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h4z"/></svg>',
}


@st.composite
def profiles(draw: st.DrawFn) -> dict[str, Any]:
    """Return the data of a profile and of what it shares, by file: nothing but a rule across fields refuses it."""
    opened = draw(st.booleans())
    below = st.none() | st.fixed_dictionaries({"standaard": of_part(Profiel, leave_out=LEFT_OUT)})
    files: dict[str, Any] = {
        "organisaties/eigen.yaml": draw(of_part(Organisatie)) | (draw(below) or {}),
        "brokers/eigen.yaml": (draw(of_part(Broker)) | (draw(below) or {})) or {"anoniem": "ja"},
        "functies/eigen.yaml": draw(of_part(Profiel, leave_out=LEFT_OUT)),
    }
    named = dict.fromkeys(draw(st.sets(st.sampled_from(["functie", "broker"]))), "eigen")
    own = draw(of_part(Profiel, opened=opened, leave_out=LEFT_OUT))
    for kind in sorted({*draw(st.sets(st.sampled_from(SOORTEN), min_size=1)), *own}.intersection(SOORTEN)):
        own[kind] = own.get(kind) or draw(of_hint(get_type_hints(Profiel)[kind], opened))  # an empty block is not open
    status = {"status": "concept" if opened else "gepubliceerd", "organisatie": "eigen"}
    files["proef.yaml"] = status | named | own
    return files


def filled(hint: Any, text: Callable[[bool], str]) -> Any:
    """Return data in which every field of a type is there once; `text` gives the texts, told whether one is rich."""
    inner, *more = get_args(hint) or (hint,)
    if get_origin(hint) is Annotated:
        for validator in more:
            if isinstance(validator, PlainValidator):
                parse = unwrap(validator.func)
                words = parse.args[0] if isinstance(parse, partial) else ()
                return words[0] if words else EXAMPLES[parse] if parse in EXAMPLES else text(parse is base.parse_rich)
        return filled(inner, text)
    if NoneType in more:
        return filled(inner, text)
    if get_origin(hint) is tuple:
        return [filled(inner, text)]
    hints = get_type_hints(hint, include_extras=True)
    return {name: filled(hints[name], text) for name in hint.model_fields if name != "uitgaven"}


def tagged(data: Any, seen: list[str]) -> Any:
    """Return the data with a word of its own in each text, and add what is seen of the text to `seen`."""
    if isinstance(data, Text):
        tag = f" tag{len(seen)}x"
        stop = "?" if data.endswith("?") and not data.endswith("\\?") else ""
        seen.append(f"{data.seen.removesuffix(stop)}{tag}{stop}")
        return f"{data.removesuffix(stop)}{tag}{stop}"
    if isinstance(data, dict):
        return {key: tagged(value, seen) for key, value in data.items()}
    return [tagged(item, seen) for item in data] if isinstance(data, list) else data


def without(data: Any, path: list[str]) -> Any:
    """Return the data without what stands at a path, or without the nearest part above it that is there."""
    if isinstance(data, dict) and path and path[0] in data:
        inner = without(data[path[0]], path[1:])
        return {key: value for key, value in data.items() if key != path[0]} | (
            {} if inner is None else {path[0]: inner}
        )
    if isinstance(data, list) and path and path[0].isdecimal() and int(path[0]) < len(data):
        inner = without(data[int(path[0])], path[1:])
        kept = [*data[: int(path[0])], *([] if inner is None else [inner]), *data[int(path[0]) + 1 :]]
        return kept or None
    return None


def quoted(text: str) -> str:
    """A text as a YAML scalar between double quotes."""
    plain = (c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)
    return f'"{"".join(plain)}"'


def yaml_of(data: Any, indent: str = "") -> Iterator[str]:
    """Yield the lines of YAML that hold the data; texts that could be taken for something else are quoted."""
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, dict | list) and value:
                yield f"{indent}{key}:"
                yield from yaml_of(value, f"{indent}  ")
            else:
                yield f"{indent}{key}: {scalar(value)}"
    else:
        for item in data:
            if isinstance(item, dict) and item:
                first, *others = yaml_of(item, f"{indent}  ")
                yield f"{indent}- {first.lstrip()}"
                yield from others
            else:
                yield f"{indent}- {scalar(item)}"


def scalar(value: Any) -> str:
    """Return the text of a value that has no keys or items."""
    if value is None or not isinstance(value, str):
        return "" if value is None else "{}" if value == {} else "[]"
    return value if PLAIN.fullmatch(value) and ": " not in value and not ENGLISH_WORDS.match(value) else quoted(value)
