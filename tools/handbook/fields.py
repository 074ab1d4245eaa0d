"""The page of fields: every key of every kind of file, from the models themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any, get_type_hints

from pydantic.fields import FieldInfo

from tools.handbook.page import anchor_of, code, print_page, print_table
from tools.handbook.values import Held, examples, what_is_held
from vacaturegen.layout import SHARED, shipped_folder
from vacaturegen.library import Soorten, read_library
from vacaturegen.model.base import Deel
from vacaturegen.model.controle import is_for_checks
from vacaturegen.model.organisatie import Broker, Clausule, Organisatie
from vacaturegen.model.profiel import SOORTEN, Profiel
from vacaturegen.profiles.shared import OWN

INTRODUCTION = """# Velden: elke sleutel van elk bestand

Zoek de sleutel met Ctrl+F, of begin bij je eigen regel in
[Regel in jouw document → sleutel](profiel-schrijven.md#regel-in-jouw-document--sleutel).

- **Zo schrijf je het** verwijst naar [Notatie](notatie.md). Een voorbeeld staat ernaast.
- **Nodig** is wat niet mag ontbreken in het onderdeel waar het staat. Al het andere mag weg: dan zegt het document er
  niets over.
- **Anders** is wat er geldt als je de sleutel weglaat.
- Een tabel van een onderdeel heeft als kop het pad: `inzet.start` staat in een profiel als `inzet:` met op de regel
  eronder, ingesprongen, `start:`. Een pad met `[]` is een lijst: elk onderdeel begint met een streepje. Begint een pad
  met `organisatie`, `clausule` of `soorten`, dan is dat het bestand."""

FILES: tuple[tuple[str, type[Deel], str], ...] = (
    (
        "Profiel",
        Profiel,
        "Eén vacature of opdracht: een bestand in `profiles/`. **Te zien in** zegt in welke documenten de sleutel iets"
        " doet; de andere slaan hem over. **Erft**: `ja` als de sleutel ook in een functie mag staan, en onder"
        " `standaard:` van een organisatie of broker.",
    ),
    (
        "Organisatie",
        Organisatie,
        "De werkgever of opdrachtgever: een bestand in `profiles/organisaties/`. Ook mag hier `standaard:` staan, met"
        " sleutels van een profiel die gelden in elk profiel van deze organisatie.",
    ),
    (
        "Broker",
        Broker,
        "De partij die een aanvraag uitvoert: een bestand in `profiles/brokers/`. Ook mag hier `standaard:` staan, net"
        " als bij een organisatie.",
    ),
    ("Clausule", Clausule, "Een tekst over de arbeidsrelatie: een bestand in `templates/clausules/dba/`."),
    ("Soorten", Soorten, "Welke onderdelen een document heeft: het bestand `templates/soorten.yaml`."),
)
"""The kinds of file: heading, model, and what such a file is."""
BEYOND_TEMPLATES = frozenset({"id", "status", "bestandsnaam", "functie", "secties", "uitgaven"})
"""Keys that do something for every document, though no template names them."""
FUNCTIE = """## Functie

De functie zoals die overal is: een bestand in `profiles/functies/`. Er mag alles in wat in een profiel mag, behalve
{own}. Gewoon is: `titel`, `doel`, `esco`, `resultaatgebieden`, `taken`, `taakgroepen`, `eisen`, `wensen` en
`competenties`."""

PLACES = """## Plaatsen voor een eigen sectie

De sleutel `na` van een eigen sectie noemt een onderdeel van het document. De sectie komt daarachter."""


class Walk:
    """Goes through a file's parts and prints a section for each, once; later paths to the same part lead there."""

    def __init__(self) -> None:
        self.homes: dict[type[Deel], str] = {}
        self.sections: list[str] = []

    def file(self, heading: str, model: type[Deel], about: str) -> None:
        """Print a kind of file with all parts that are met on the way."""
        self.sections.append(f"## {heading}\n\n{about}")
        self.table(model, "" if model is Profiel else heading.lower())

    def part(self, model: type[Deel], path: str, about: str) -> None:
        """Print a part, where it is met first."""
        self.homes[model] = path
        self.sections.append(f"### {path}\n\n{about}")
        self.table(model, path)

    def table(self, model: type[Deel], path: str) -> None:
        """Print the table of a part, and then the parts in it."""
        at = len(self.sections)
        self.sections.append("")
        hints = get_type_hints(model, include_extras=True)
        rows = []
        for name, info in model.model_fields.items():
            held = what_is_held(hints[name])
            words = self.words(held, f"{path}.{name}" if path else name, str(info.description))
            sample = info.examples[0] if info.examples else held.sample
            example = examples().get((model, name), f"{name}: {sample}" if sample else "")
            written = f"{words}<br>{code(example)}" if example else words
            rows.append(
                [code(name), str(info.description), written, needed(info), otherwise(info), *seen_in(model, name)]
            )
        head = ["Sleutel", "Betekenis", "Zo schrijf je het", "Nodig", "Anders"]
        head += {6: ["Te zien in"], 7: ["Te zien in", "Erft"]}.get(len(rows[0]), [])
        self.sections[at] = print_table(head, rows)

    def words(self, held: Held, path: str, about: str) -> str:
        """Return how a field is written, with the section of its part, which is printed where it is met first."""
        if held.part is None:
            return held.words
        if path in SHARED:
            return f"naam van een bestand in `{SHARED[path]}/`"
        if held.part not in self.homes:
            self.part(held.part, f"{path}[]" if held.listed else path, about)
        home = self.homes[held.part]
        link = f"{'lijst van ' if held.listed else ''}[{home}](#{anchor_of(home)})"
        either = "; een onderdeel mag ook zijn: " if held.listed else ", of "
        return f"{link}{either}{held.words}" if held.words else link


def make_page() -> str:
    """Return the page."""
    walk = Walk()
    for heading, model, about in FILES:
        walk.file(heading, model, about)
        if model is Profiel:
            own = ", ".join(code(key) for key in Profiel.model_fields if key in OWN)
            walk.sections.append(FUNCTIE.format(own=own))
    return print_page(INTRODUCTION, *walk.sections, PLACES, print_table(["Document", "Namen, in volgorde"], places()))


def places() -> Iterable[tuple[str, str]]:
    """Yield each kind of document with the parts behind which a section of one's own can stand."""
    for kind, told in read_library(shipped_folder()).kinds.items():
        yield kind, ", ".join(map(code, told.onderdelen))


def needed(info: FieldInfo) -> str:
    """Return whether a field cannot be left out."""
    return "ja" if info.is_required() else ""


def otherwise(info: FieldInfo) -> str:
    """Return what holds when a field is left out, if that is anything."""
    default: Any = info.default
    if isinstance(default, bool):
        return code("ja" if default else "nee")
    return code(str(default)) if isinstance(default, str | int | Decimal) and not info.is_required() else ""


def seen_in(model: type[Deel], name: str) -> Iterable[str]:
    """Return in which documents a field of a profile is seen, and whether it is inherited; of a part the first."""
    if model is Profiel:
        inherits = "" if name in OWN else "ja"
        kinds = ", ".join(kind for kind in SOORTEN if mentions(kind, name))
        if is_for_checks(name):
            kinds = "geen document: alleen de controle kijkt ernaar"
        return [kinds or "eigenschappen van het Word-bestand", inherits]
    hints = get_type_hints(Profiel, include_extras=True)
    block = next((key for key, hint in hints.items() if what_is_held(hint)[1:3] == (model, False)), None)
    if block is None or block in (*SOORTEN, "organisatie", "broker", "uitgaven"):
        return []
    kinds = ", ".join(kind for kind in SOORTEN if mentions(kind, f"{block}.{name}"))
    return [kinds or "eigenschappen van het Word-bestand"]


def mentions(kind: str, field: str) -> bool:
    """Tell whether the templates of a kind of document name a field; the planning is printed as a whole there too."""
    block, _, _name = field.partition(".")
    if field in SOORTEN:
        return kind == field
    if field in BEYOND_TEMPLATES:
        return True
    text = expressions(kind)
    whole = block == "planning" and bool(re.search(r"\bschema\b", text))
    named = re.search(rf"\b{re.escape(field)}\b", text)
    return whole or bool(named)


@cache
def expressions(kind: str) -> str:
    """Return all that the templates of a kind compute, with those that they include."""
    library = read_library(shipped_folder())
    todo, seen = [f"onderdelen/{part}.md.j2" for part in library.kinds[kind].onderdelen], set[str]()
    found = []
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        text = library.templates[name]
        found += re.findall(r"\{[{%](.*?)[%}]\}", text, re.DOTALL)
        for include in re.findall(r'include "([^"]+)"', text):
            todo += [other for other in library.templates if other.startswith(include)]  # or begins with it: a round
    return "\n".join(found)
