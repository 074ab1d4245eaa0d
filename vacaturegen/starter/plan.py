"""Which files a new profile needs: the profile itself, and each functie, organisatie and broker that is not there yet.

Looks at what a folder holds, and writes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from vacaturegen.files import read_text, shown
from vacaturegen.layout import SHARED, named_files, shipped_functies
from vacaturegen.model.profiel import SOORTEN
from vacaturegen.notation import NotationError, parse_id
from vacaturegen.profiles.shared import defaults
from vacaturegen.schema import KINDS, file_name, print_schema
from vacaturegen.sources import Node, entries, read_yaml
from vacaturegen.starter.row import Row
from vacaturegen.starter.shared_rows import FUNCTIE
from vacaturegen.starter.skeleton import make_profile, make_shared
from vacaturegen.words import capitalised

DRAFT = "7"
"""The draft of JSON Schema that editors know best."""
LONGEST = 63
"""Characters that an id can have: `notation.parse_id`."""


class Named(NamedTuple):
    """A functie, organisatie or broker: its id, and its name in words when that was typed instead."""

    id: str
    words: str = ""


class Planned(NamedTuple):
    """The text of a profile, and by its key each shared file to go with it: its path, its text, whether we ship it."""

    text: str
    shared: dict[str, tuple[Path, str, bool]]


def read_name(typed: str) -> Named:
    """Return what was typed as an id or, made into one, as a name. Raises NotationError when nothing is left of it."""
    words = " ".join(typed.split())
    try:
        return Named(parse_id(words))
    except NotationError:
        plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
        made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-")
        if not made:
            raise
        return Named(parse_id(made), words)


def choices(key: str, folder: Path) -> dict[str, Path]:
    """Return the functies, organisaties or brokers that a profile can name, the shipped ones included."""
    shipped = named_files(shipped_functies()) if key == "functie" else {}
    return {**shipped, **named_files(folder / SHARED[key])}


def suggest_id(named: Mapping[str, Named], kinds: Collection[str]) -> str:
    """Return a name for a profile: of its organisatie, and of its functie or else its first kind."""
    last = named["functie"].id if "functie" in named else min(kinds, key=SOORTEN.index)
    return f"{named['organisatie'].id}-{last}"[:LONGEST].strip("-")


def plan(named: Mapping[str, Named], kinds: Collection[str], folder: Path) -> Planned:
    """Return what a new profile needs. Raises InputError when something that it shares cannot be read."""
    shared: dict[str, tuple[Path, str, bool]] = {}
    supplied: dict[str, list[str]] = {}
    for key, choice in named.items():
        file = choices(key, folder).get(choice.id)
        home = folder / SHARED[key]
        if file is None:
            shared[key] = home / f"{choice.id}.yaml", make_shared(key, known(key, choice)), False
            supplied[key] = [row.path for row in FUNCTIE if isinstance(row, Row) and row.open_in] * (key == "functie")
            continue
        node = read_yaml(file, shown(file))
        layer = node if key == "functie" else defaults(node)
        supplied[key] = list(paths_of(layer, kinds)) if layer else []
        if file.parent != home:
            shared[key] = home / file.name, read_text(file, shown(file)), True
    return Planned(make_profile(kinds, {key: choice.id for key, choice in named.items()}, supplied), shared)


def missing_schemas(text: str, folder: Path) -> dict[Path, str]:
    """Return the JSON Schemas that are not in a folder yet, when the text of a profile there names one."""
    if f"$schema={file_name('profiel')}" not in text.partition("\n")[0]:
        return {}
    paths = {folder / file_name(kind): kind for kind in KINDS}
    return {path: print_schema(kind, DRAFT) for path, kind in paths.items() if not path.exists()}


def known(key: str, choice: Named) -> dict[str, str]:
    """Return what a new shared file can say at once; the id of a functie is near enough to its title."""
    if key == "functie":
        return {"titel": choice.words or capitalised(choice.id.replace("-", " "))}
    return {"naam": choice.words} if choice.words else {}


def paths_of(layer: Node, kinds: Collection[str], prefix: str = "") -> Iterator[str]:
    """Yield the dotted path of each value in what a profile is laid over, as far as it is for these kinds."""
    for name, node in entries(layer).items():
        if prefix or name not in SOORTEN or name in kinds:
            path = f"{prefix}{name}"
            yield from paths_of(node, kinds, f"{path}.") if isinstance(node.value, dict) else [path]
