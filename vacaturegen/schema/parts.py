"""The schemas of parts of the model, and of the files that hold them: keys, lists, and what may be left out.

A field has the description and the kind that the model gives it. How one value is told belongs to `values`.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import unwrap
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BeforeValidator, PlainValidator
from pydantic_core import PydanticCustomError

from vacaturegen.i18n import _
from vacaturegen.layout import SHARED
from vacaturegen.model import base
from vacaturegen.model.profiel import Profiel
from vacaturegen.notation import parse_yes_no
from vacaturegen.profiles.messages import WRONG_SHAPE, list_known
from vacaturegen.profiles.shared import DEFAULTS, OWN
from vacaturegen.schema.values import MISTAKE, OPEN, Parse, Schema, schema_of_value

NAMES = {
    unwrap(validator.func): name.lower()
    for name, alias in vars(base).items()
    for validator in getattr(alias, "__metadata__", ())
    if isinstance(validator, PlainValidator) and alias is not base.Lagen
}
"""What a kind of value is called, by the function that reads it."""
LAYERS = "profielsleutels"
"""What the keys of a whole profile are called, where they are laid over it."""
ADDED = "Wat er bij de lijst van de functie, organisatie of broker komt."
TAKEN_OUT = "Wat er van die lijst af gaat, precies zoals het er staat."
SAID_OF_DEFAULTS = "Wat geldt in elk profiel dat er niets anders over zegt."


class Maker:
    """Makes the schemas of parts, and gathers the definitions of the kinds of value in them.

    `home` is the key under which a schema holds its definitions. What is `merged` is laid over what is below it, so
    that nothing in it is needed.
    """

    def __init__(self, home: str) -> None:
        self.home = home
        self.definitions: dict[str, Schema] = {}

    def part(self, model: type[base.Deel], merged: bool) -> Schema:
        """Return the schema of a part."""
        hints = get_type_hints(model, include_extras=True)
        fields = {}
        for name, info in model.model_fields.items():
            examples = {"examples": info.examples} if info.examples else {}
            fields[name] = self.value(hints[name], merged) | {"description": info.description} | examples
        needed = [] if merged else [name for name, info in model.model_fields.items() if info.is_required()]
        return mapping(fields, needed)

    def value(self, hint: Any, merged: bool) -> Schema:
        """Return the schema of what a field can hold, by its type."""
        inner, *more = get_args(hint) or (hint,)
        if get_origin(hint) is Annotated:
            for validator in more:
                if isinstance(validator, PlainValidator):
                    return self.layers() if inner is Any else self.kind(unwrap(validator.func))
                if isinstance(validator, BeforeValidator):
                    return self.part_or_text(inner, validator.func, merged)
            return self.value(inner, merged)
        if get_origin(hint) in (Union, UnionType) and NoneType in more:
            return self.value(inner, merged)
        if get_origin(hint) is tuple:
            return listing(self.value(inner, False), merged)
        return self.part(hint, merged)

    def kind(self, parse: Parse) -> Schema:
        """Return the schema of a value: a reference to the definition of its kind, if that has a name."""
        if parse not in NAMES:
            return schema_of_value(parse)
        self.definitions.setdefault(NAMES[parse], schema_of_value(parse))
        return {"$ref": f"#/{self.home}/{NAMES[parse]}"}

    def part_or_text(self, hint: Any, read: Callable[..., Any], merged: bool) -> Schema:
        """Return the schema of a part that may be written as one text, which `read` makes the part of.

        Either it is the text of one field, or it is `ja` or `nee`.
        """
        part = self.value(hint, merged)
        try:
            (field,) = (part["properties"][key] for key in read(MISTAKE))
            told = self.definitions[field["$ref"].rpartition("/")[2]] if "$ref" in field else field
        except PydanticCustomError:
            read("ja")
            told = schema_of_value(parse_yes_no)
        text, *numbers = told.get("anyOf", [told])
        types = [*text["type"], *(number["type"] for number in numbers), *part["type"]]
        said = {"errorMessage": f"{text['errorMessage']} {part['errorMessage']}"}
        examples = {"examples": told["examples"]} if "examples" in told else {}
        return part | {"pattern": text["pattern"], "type": list(dict.fromkeys(types))} | said | examples

    def layers(self) -> Schema:
        """Return the schema of keys of a whole profile that are laid over it (`Lagen`)."""
        if LAYERS not in self.definitions:
            self.definitions[LAYERS] = {}  # it can hold itself
            self.definitions[LAYERS] = self.part(Profiel, merged=True)
        return {"$ref": f"#/{self.home}/{LAYERS}"}

    def contents(self) -> Schema:
        """Return the schema of what a functie, and the defaults of an organisatie or broker, say about a profile."""
        whole = self.part(Profiel, merged=True)
        return mapping({name: field for name, field in whole["properties"].items() if name not in OWN}, [])

    def profile(self) -> Schema:
        """Return the schema of a profile: it names shared files, and what can come from those may be left out."""
        fields: Schema = self.part(Profiel, merged=True)["properties"]
        for key in SHARED:
            said = {"errorMessage": _("The name of a file belongs here."), "description": fields[key]["description"]}
            fields[key] = {"type": ["string", "number"], **said}
        own = OWN - {"id"}  # for which the name of the file stands
        return mapping(fields, [name for name in fields if name in own and Profiel.model_fields[name].is_required()])

    def sharer(self, model: type[base.Deel]) -> Schema:
        """Return the schema of an organisatie or broker: the part itself, and its defaults for every profile."""
        part = self.part(model, merged=False)
        defaults = self.contents() | {"description": SAID_OF_DEFAULTS}
        return mapping(part["properties"] | {DEFAULTS: defaults}, part.get("required", []))


def mapping(fields: Schema, needed: list[str]) -> Schema:
    """Return the schema of keys with values: these fields and no other, of which some are needed."""
    message, _hint = WRONG_SHAPE["model_type"]
    said = [_(message), list_known(fields)]
    if needed:
        said.append(_("Needed: {keys}.").format(keys=", ".join(needed)))
    required = {"required": needed} if needed else {}
    closed = {"properties": fields, "additionalProperties": False, **required}
    return {"type": ["object", "string", "null"], "pattern": OPEN, **closed, "errorMessage": " ".join(said)}


def listing(item: Schema, merged: bool) -> Schema:
    """Return the schema of a list; when it is merged, it may also say how it extends the list below it."""
    said = " ".join(map(_, WRONG_SHAPE["tuple_type"]))
    types = ["array", "string", "null"]
    schema = {"type": types, "pattern": OPEN, "items": item, "errorMessage": said}
    if not merged:
        return schema
    added = {"type": "array", "items": item, "description": ADDED, "errorMessage": said}
    taken_out = {"type": "array", "description": TAKEN_OUT, "errorMessage": said}  # by its name, or by all of it
    extending = {"properties": {"erbij": added, "zonder": taken_out}, "additionalProperties": False}
    more = _("Or extend the list that comes from elsewhere, with “erbij” and “zonder”.")
    return schema | {"type": [types[0], "object", *types[1:]], **extending, "errorMessage": f"{said} {more}"}
