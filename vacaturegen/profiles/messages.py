"""What is said of a value that does not fit its field: what is wrong, and the cure that this place asks for.

pydantic's errors are matched by type, never by their text.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from functools import cache
from typing import Any, get_args

from vacaturegen.errors import Problem
from vacaturegen.i18n import N_, _
from vacaturegen.layout import SHARED
from vacaturegen.model.base import Deel
from vacaturegen.model.profiel import SOORTEN
from vacaturegen.sources import Node, entries

FieldPath = tuple[str | int, ...]
LISTED = 12
"""How many keys a message names."""
NAMED = 3
"""How many of them it chooses from."""
BEGUN = 5
"""From how many letters on the beginning of a key tells which key is meant."""


WRONG_SHAPE: dict[str, tuple[str, str]] = {
    "text_expected": (
        N_("One text belongs here."),
        N_("Write it on one line; a text with a colon in it goes between quotation marks."),
    ),
    "tuple_type": (
        N_("A list belongs here."),
        N_("Write each item on a line of its own that begins with a dash and a space."),
    ),
    "model_type": (N_("Keys with values belong here."), N_("Write “key: value”, indented, on the lines below.")),
}


PERIOD = re.compile(r"(?i)\bwe(?:ek|ken)\b.*\d|\d.*(?: en | of | tot | ?t/m |–| - |, ?\d).*\d")
"""What is more than one day."""
TIME = re.compile(r"\d[:.]\d\d")


def explain(model: type[Deel], place: Node, error: Any, whole: Node) -> Problem:
    """Return the Problem of one pydantic error at its place; `whole` is the tree that it was found in."""
    path: FieldPath = error["loc"]
    field = ".".join(map(str, path))
    if error["type"] in ("notation", "text_expected") and path[0] == "planning" and names_days(place):
        return place.problem(_("One day belongs here."), days_elsewhere(str(path[-1])), field)
    match error["type"]:
        case "notation":
            hint = error["ctx"]["hint"]
            if not place.line:  # the one value that nobody wrote: the id, which is the name of the file
                hint = _("The name of the file serves as id: rename the file.") + " " + hint
            return place.problem(error["ctx"]["message"], hint, field)
        case "extra_forbidden":
            message = _("The key “{key}” is not known here.").format(key=str(path[-1]))
            return place.problem(message, suggest_key(model, path, whole), field, at_key=True)
        case "missing":
            message = _("The key “{key}” is missing.").format(key=str(path[-1]))
            part = part_at(model, path[:-1]) or model
            hint = _("Add “{key}: ...”. {description}").format(
                key=path[-1], description=part.model_fields[str(path[-1])].description
            )
            return place.problem(message, hint, field, at_key=True)
        case "text_expected" if isinstance(place.value, list):
            hint = _("Write one of them, without a dash or square brackets.")
            return place.problem(_("One value belongs here, not a list."), hint, field)
        case kind:
            message, hint = WRONG_SHAPE.get(kind, WRONG_SHAPE["model_type"])
            keys = meant.model_fields if kind == "model_type" and (meant := part_at(model, path)) else {}
            few = f" {list_known(keys)}" if 0 < len(keys) <= NAMED else ""
            return place.problem(_(message), _(hint) + few, field)


def names_days(place: Node) -> bool:
    """Tell whether a value is a week, or more days than one."""
    if isinstance(place.value, str):
        return PERIOD.search(place.value) is not None and not TIME.search(place.value)
    return isinstance(place.value, list)


def days_elsewhere(name: str) -> str:
    """Return the cure for more days where one belongs: a moment of one's own, which can have a first and a last day."""
    example = f"- {{naam: {name.capitalize()}, dag: 2026-05-18, tot: 2026-05-22}}"
    return _("Write one day here; more days stand below “momenten”, as in “{example}”.").format(example=example)


def meant_path(model: type[Deel], path: FieldPath) -> FieldPath:
    """Return the path of the field that an unknown key was probably meant for: that field is not missing as well."""
    part = part_at(model, path[:-1]) or model
    return (*path[:-1], closest(str(path[-1]), part.model_fields) or "")


def suggest_key(model: type[Deel], path: FieldPath, whole: Node) -> str:
    """Return the cure for an unknown key: a key that looks like it, the part that it belongs to, or the known keys.

    What a profile has, is sooner meant than what it has not; and a kind of document that it does not make, never.
    """
    key, part = str(path[-1]), part_at(model, path[:-1]) or model
    name = key.lower().replace(" ", "_")
    if name in part.model_fields:
        return _("Did you mean “{key}”?").format(key=name)
    there = [
        (home, names)
        for home, names in homes(model)
        if home.split(".")[0] not in SOORTEN or has(whole, home.split(".")[0])
    ]
    found = [home for home, names in there if name in names]
    close = closest(key, part.model_fields)
    if begun := [field for field in part.model_fields if field.startswith(f"{name}_")][:NAMED]:
        return _("Did you mean “{key}”?").format(key=any_of(begun))
    if close and not found:
        return _("Did you mean “{key}”?").format(key=close)
    near = [home for home in found if has(whole, home)]
    if not near and len(name) >= BEGUN and (begun := begun_in(there, name)):
        return _("Did you mean “{key}”?").format(key=any_of(begun))
    if found:
        at = _("“{key}” belongs under “{home}”.") if found[0] else _("“{key}” belongs at the left margin.")
        return at.format(key=name, home=_("” or “").join([*near, *(home for home in found if home not in near)][:4]))
    return list_known(part.model_fields)


def has(whole: Node, home: str) -> bool:
    """Tell whether a part, by its dotted path, is written in a profile; the profile itself is."""
    for step in home.split(".") if home else ():
        below = entries(whole)
        if step not in below:
            return False
        whole = below[step]
    return True


def begun_in(there: list[tuple[str, frozenset[str]]], name: str) -> list[str]:
    """Return the first keys, with their paths, that begin with what was written."""
    return [f"{home}.{field}" for home, names in there for field in sorted(names) if home and field.startswith(name)][
        :NAMED
    ]


def any_of(words: list[str]) -> str:
    """Return words to choose from, for within quotation marks: a”, “b” or “c."""
    return _("” or “").join(filter(None, ("”, “".join(words[:-1]), words[-1])))


def list_known(keys: Iterable[str]) -> str:
    """Return which keys are known in a part, or the first of them."""
    known = list(keys)
    said = _("Known here: {keys}.") if len(known) <= LISTED else _("Known here, among others: {keys}.")
    return said.format(keys=", ".join(known[:LISTED]))


def closest(word: str, known: Any) -> str | None:
    """Return the known word that looks most like this one, if any does."""
    return next(iter(difflib.get_close_matches(word.lower().replace(" ", "_"), list(known), 1, 0.6)), None)


@cache
def homes(model: type[Deel], path: str = "") -> tuple[tuple[str, frozenset[str]], ...]:
    """Return each part of a model with its dotted path and the names of its fields.

    A part whose fields are called as those beside it says something of these, and is nobody's first thought.
    """
    own = frozenset(model.model_fields)
    found = [(path, own)]
    for name, info in model.model_fields.items():
        part = part_in(info.annotation)
        if part and name not in SHARED and not own.issuperset(part.model_fields):
            found += homes(part, f"{path}.{name}" if path else name)
    return tuple(found)


def part_at(model: type[Deel], path: FieldPath) -> type[Deel] | None:
    """Return the part of the model that lies at a path."""
    part: type[Deel] | None = model
    for step in path:
        if isinstance(step, str) and part is not None:
            part = part_in(part.model_fields[step].annotation) if step in part.model_fields else None
    return part


def part_in(annotation: Any) -> type[Deel] | None:
    """Return the part that a field's annotation holds, be it optional, in a tuple or annotated."""
    if isinstance(annotation, type) and issubclass(annotation, Deel):
        return annotation
    return next((part for arg in get_args(annotation) if (part := part_in(arg))), None)
