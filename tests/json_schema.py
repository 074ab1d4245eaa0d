"""What an editor makes of a file: YAML as it reads it, held against a schema.

It knows the words that our schemas have, and stops at any other, so that none of them is passed over. `make conform`
asks a validator from outside, which this one is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

TYPES: dict[str, type | tuple[type, ...]] = {
    "array": list,
    "null": type(None),
    "number": (int, float),
    "object": dict,
    "string": str,
}
REMARKS = {"$schema", "title", "description", "examples", "errorMessage", "patternErrorMessage", "definitions", "$defs"}


class Core(yaml.SafeLoader):
    """YAML 1.2 with its core schema: only null, true and false, and numbers are no texts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way


Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|Null|NULL|)\Z"), ["~", "n", "N", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$"), list("tTfF"))
Core.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"),
    list("-+.0123456789"),
)


def read(text: str) -> Any:
    """Return the data of YAML text, as JSON has it."""
    return yaml.load(text, Core)


def mistakes(schema: dict[str, Any], data: Any) -> list[str]:
    """Return what is wrong with data by a schema, each with its place."""
    return list(_mistakes(schema, data, schema, "$"))


def _mistakes(schema: Any, data: Any, root: Any, at: str) -> Iterator[str]:
    for word in schema.keys() - REMARKS:
        yield from WORDS[word](schema, data, root, at)


def _reference(schema: Any, data: Any, root: Any, at: str) -> Iterator[str]:
    _hash, home, name = schema["$ref"].split("/")
    yield from _mistakes(root[home][name], data, root, at)


def _type(schema: Any, data: Any, _root: Any, at: str) -> Iterator[str]:
    names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    if isinstance(data, bool) or not any(isinstance(data, TYPES[name]) for name in names):
        yield f"{at}: {data!r} is no {' or '.join(names)}"


def _any_of(schema: Any, data: Any, root: Any, at: str) -> Iterator[str]:
    if all(list(_mistakes(choice, data, root, at)) for choice in schema["anyOf"]):
        yield f"{at}: {data!r} fits nothing"


def _pattern(schema: Any, data: Any, _root: Any, at: str) -> Iterator[str]:
    if isinstance(data, str) and not re.search(schema["pattern"], data):
        yield f"{at}: {data!r} does not fit"


def _bounds(schema: Any, data: Any, _root: Any, at: str) -> Iterator[str]:
    if isinstance(data, int | float) and not schema.get("minimum", data) <= data <= schema.get("maximum", data):
        yield f"{at}: {data} is out of bounds"


def _items(schema: Any, data: Any, root: Any, at: str) -> Iterator[str]:
    for index, item in enumerate(data if isinstance(data, list) else ()):
        yield from _mistakes(schema["items"], item, root, f"{at}.{index}")


def _object(schema: Any, data: Any, root: Any, at: str) -> Iterator[str]:
    if isinstance(data, dict):
        for key in data.keys() & schema["properties"].keys():
            yield from _mistakes(schema["properties"][key], data[key], root, f"{at}.{key}")
        assert schema["additionalProperties"] is False
        yield from (f"{at}: {key} is not known" for key in data.keys() - schema["properties"].keys())
        yield from (f"{at}: {key} is missing" for key in set(schema.get("required", ())) - data.keys())


def _told_elsewhere(_schema: Any, _data: Any, _root: Any, _at: str) -> Iterator[str]:
    yield from ()


WORDS: dict[str, Callable[[Any, Any, Any, str], Iterator[str]]] = {
    "$ref": _reference,
    "type": _type,
    "anyOf": _any_of,
    "pattern": _pattern,
    "minimum": _bounds,
    "maximum": _bounds,
    "items": _items,
    "properties": _object,
    "additionalProperties": _told_elsewhere,
    "required": _told_elsewhere,
}
"""What each word of a schema demands; two are read with the properties."""
