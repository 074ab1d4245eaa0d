"""Turns a tree of written values into a frozen model, and what does not fit into Problems with their place.

pydantic's errors are matched by type, never by their text. After a mistake the faulty value is set open and the rest is
validated again, so that the rules across fields still see everything that is right (design decision 6).
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from vacaturegen.errors import Problem
from vacaturegen.i18n import N_, _
from vacaturegen.layout import SHARED
from vacaturegen.model.base import Deel, fold
from vacaturegen.model.places import BEGIN, BEGUN, PLACES, Open
from vacaturegen.sources import Node

M = TypeVar("M", bound=Deel)
FieldPath = tuple[str | int, ...]
LISTED = 12
"""How many keys a message names."""


def validate(
    model: type[M], node: Node, *, concept: bool | None = None, whole: bool = True, problems: list[Problem]
) -> M | None:
    """Return the model of a tree, or None when there is none. Mistakes are added to `problems`.

    Whether a field can be left open is told by `concept`; None stands for what is no profile, and cannot become one.
    With a mistake the result holds Open in its place; it serves the rules, not a document. Of a tree that is not
    `whole` (a shared file was told of already) it is no mistake that something is missing.
    """
    data = plain(node, (), concept if whole else True, problems)
    for _attempt in range(2):
        try:
            return model.model_validate(data)
        except ValidationError as invalid:
            errors = invalid.errors(include_url=False, include_input=False)
            meant = {meant_path(model, error["loc"]) for error in errors if error["type"] == "extra_forbidden"}
            for error in errors:
                if error["type"] != "missing" or (whole and error["loc"] not in meant):
                    problems.append(explain(model, node, error))
                set_open(data, error)
    return None


def plain(node: Node, path: FieldPath, concept: bool | None, problems: list[Problem]) -> Any:
    """Return the bare values of a tree; what was left empty becomes Open, and outside a concept a Problem.

    What `concept` stands for is told at `validate`.
    """
    value = node.value
    if isinstance(value, str):
        return with_places(node, value, path, concept, problems) if BEGIN in value else value
    if isinstance(value, dict):
        return {  # most values are texts, and need no call
            key: text
            if isinstance(text := child.value, str) and BEGIN not in text
            else plain(child, (*path, key), concept, problems)
            for key, child in value.items()
        }
    if isinstance(value, list):
        return [plain(child, (*path, index), concept, problems) for index, child in enumerate(value)]
    field = ".".join(map(str, path))
    if not concept:
        cure = _("Fill it in, leave the key out, or write “status: concept” to leave it open.")
        hint = _("Fill it in, or leave the key out.") if concept is None else cure
        problems.append(node.problem(_("Nothing is filled in here."), hint, field, at_key=True))
    return Open(field)


def with_places(node: Node, text: str, path: FieldPath, concept: bool | None, problems: list[Problem]) -> str | Open:
    """Return a text with its places to fill in as `Open.in_text` gives them, or Open when it is nothing but one.

    Outside a concept each of them is a Problem, and one that does not end as it should is so everywhere.
    """
    if not BEGUN.search(text):
        return text
    field = ".".join(map(str, path))
    if BEGUN.search(PLACES.sub("", text)):
        hint = _("Write <vul in wat>: between the two signs no other < or > can stand.")
        problems.append(node.problem(_("This place to fill in is not complete."), hint, field))
    elif not concept:
        message = _("Something is still to be filled in here.")
        hint = _("Write what belongs there, or “status: concept” to leave it open.")
        problems.append(node.problem(message, hint, field))
    if whole := PLACES.fullmatch(text.strip()):
        return Open(field, fold(whole[1] or ""))
    return PLACES.sub(lambda found: Open(field, fold(found[1] or "")).in_text(), text)


def set_open(data: Any, error: Any) -> None:
    """Set the field that an error is about to Open, or remove it when it is a key that nobody knows."""
    found: list[tuple[dict[str, Any], str]] = []
    current = data
    for step in error["loc"]:
        if isinstance(current, dict) and isinstance(step, str):
            found.append((current, step))
            current = current.get(step)
        elif isinstance(current, list) and isinstance(step, int) and step < len(current):
            current = current[step]
        else:
            break
    if found:
        mapping, key = found[-1]
        if error["type"] == "extra_forbidden":
            mapping.pop(key, None)
        else:
            mapping[key] = Open(".".join(map(str, error["loc"])))


def steps(field: str) -> FieldPath:
    """Return the steps of a dotted path."""
    return tuple(int(step) if step.isdigit() else step for step in field.split("."))


def locate(node: Node, path: FieldPath) -> Node:
    """Return the node at a path, or the nearest one above it that was written."""
    for step in path:
        children: Any = node.value
        try:
            node = children[step]
        except (KeyError, IndexError, TypeError):
            return node
    return node


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


def explain(model: type[Deel], node: Node, error: Any) -> Problem:
    """Return the Problem of one pydantic error."""
    path: FieldPath = error["loc"]
    field = ".".join(map(str, path))
    place = locate(node, path)
    match error["type"]:
        case "notation":
            hint = error["ctx"]["hint"]
            if not place.line:  # the one value that nobody wrote: the id, which is the name of the file
                hint = _("The name of the file serves as id: rename the file.") + " " + hint
            return place.problem(error["ctx"]["message"], hint, field)
        case "extra_forbidden":
            message = _("The key “{key}” is not known here.").format(key=str(path[-1]))
            return place.problem(message, suggest_key(model, path), field, at_key=True)
        case "missing":
            message = _("The key “{key}” is missing.").format(key=str(path[-1]))
            part = part_at(model, path[:-1]) or model
            hint = _("Add “{key}: ...”. {description}").format(
                key=path[-1], description=part.model_fields[str(path[-1])].description
            )
            return place.problem(message, hint, field, at_key=True)
        case kind:
            message, hint = WRONG_SHAPE.get(kind, WRONG_SHAPE["model_type"])
            return place.problem(_(message), _(hint), field)


def meant_path(model: type[Deel], path: FieldPath) -> FieldPath:
    """Return the path of the field that an unknown key was probably meant for: that field is not missing as well."""
    part = part_at(model, path[:-1]) or model
    return (*path[:-1], closest(str(path[-1]), part.model_fields) or "")


def suggest_key(model: type[Deel], path: FieldPath) -> str:
    """Return the cure for an unknown key: a key that looks like it, the part that it belongs to, or the known keys."""
    key, part = str(path[-1]), part_at(model, path[:-1]) or model
    name = key.lower().replace(" ", "_")
    if name in part.model_fields:
        return _("Did you mean “{key}”?").format(key=name)
    found = [home for home, names in homes(model) if name in names]
    close = closest(key, part.model_fields)
    if close and not found:
        return _("Did you mean “{key}”?").format(key=close)
    if found:
        at = _("“{key}” belongs under “{home}”.") if found[0] else _("“{key}” belongs at the left margin.")
        return at.format(key=name, home=_("” or “").join(found[:4]))
    return list_known(part.model_fields)


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
    """Return each part of a model with its dotted path and the names of its fields."""
    found = [(path, frozenset(model.model_fields))]
    for name, info in model.model_fields.items():
        if (part := part_in(info.annotation)) and name not in SHARED:
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


Finding = tuple[str, str, str]
"""The dotted path of a field, what is wrong with it, and the cure."""


def run_rules(rules: tuple[Callable[[Any], Iterator[Finding]], ...], part: Deel, node: Node) -> Iterator[Problem]:
    """Yield the Problem of every rule that does not hold, at the place of the field that it names."""
    for rule in rules:
        for field, message, hint in rule(part):
            yield locate(node, steps(field)).problem(message, hint, field)
