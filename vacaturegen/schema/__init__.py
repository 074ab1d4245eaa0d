"""The JSON Schemas by which an editor knows the files that people write.

They are made from the models, and what is said in them is Dutch. A schema takes what the program takes, as it is
written in YAML; it lets more pass than the program does, where JSON Schema cannot tell.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

from vacaturegen.i18n import in_dutch
from vacaturegen.library import Soorten
from vacaturegen.model.organisatie import Broker, Clausule, Organisatie
from vacaturegen.schema.parts import Maker
from vacaturegen.schema.values import Schema

DRAFTS = {
    "7": ("http://json-schema.org/draft-07/schema#", "definitions"),
    "2020-12": ("https://json-schema.org/draft/2020-12/schema", "$defs"),
}
"""The drafts by the name that they go by: their address, and the key under which a schema holds its definitions."""
KINDS: dict[str, tuple[str, str, Callable[[Maker], Schema]]] = {
    "profiel": ("Profiel", "Eén vacature of opdracht.", Maker.profile),
    "functie": ("Functie", "De functie zelf, los van de werkgever.", Maker.contents),
    "organisatie": ("Organisatie", "De werkgever of opdrachtgever.", partial(Maker.sharer, model=Organisatie)),
    "broker": ("Broker", "De partij die een aanvraag uitvoert.", partial(Maker.sharer, model=Broker)),
    "clausule": ("Clausule", "Eén clausule uit de bibliotheek.", partial(Maker.part, model=Clausule, merged=False)),
    "soorten": ("Soorten", "De soorten documenten.", partial(Maker.part, model=Soorten, merged=False)),
}
"""The kinds of file: title, description, and what makes the schema."""


def print_schema(kind: str, draft: str) -> str:
    """Return the text of the schema for a kind of file (one of KINDS), by a draft (one of DRAFTS)."""
    address, home = DRAFTS[draft]
    title, description, body = KINDS[kind]
    maker = Maker(home)
    with in_dutch():
        schema = {"$schema": address, "title": title, "description": description, **body(maker)}
    schema["type"] = "object"
    del schema["pattern"]
    schema[home] = dict(sorted(maker.definitions.items()))
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def file_name(kind: str) -> str:
    """Return the name of the file for the schema of a kind of file."""
    return f"{kind}.schema.json"


def is_ours(text: str) -> bool:
    """Tell whether a text is a JSON Schema that an edition of ours can have made."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return False
    titles = [title for title, *_rest in KINDS.values()]
    return isinstance(found, dict) and "$schema" in found and found.get("title") in titles
