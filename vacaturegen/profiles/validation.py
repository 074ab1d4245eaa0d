"""Turns a tree of written values into a frozen model, and what does not fit into Problems with their place.

What is said of each is told in `messages`. After a mistake the faulty value is set open and the rest is
validated again, so that the rules across fields still see everything that is right (design decision 6).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from vacaturegen.errors import Problem
from vacaturegen.i18n import _
from vacaturegen.model.base import Deel, fold
from vacaturegen.model.places import BEGIN, BEGUN, PLACES, Open
from vacaturegen.profiles.messages import FieldPath, explain, meant_path
from vacaturegen.sources import Node

M = TypeVar("M", bound=Deel)


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
                    problems.append(explain(model, locate(node, error["loc"]), error, node))
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


Finding = tuple[str, str, str]
"""The dotted path of a field, what is wrong with it, and the cure."""


def run_rules(rules: tuple[Callable[[Any], Iterator[Finding]], ...], part: Deel, node: Node) -> Iterator[Problem]:
    """Yield the Problem of every rule that does not hold, at the place of the field that it names."""
    for rule in rules:
        for field, message, hint in rule(part):
            yield locate(node, steps(field)).problem(message, hint, field)
