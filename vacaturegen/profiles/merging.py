"""Lays one tree of values over another: the functie, the organisatie's and broker's defaults, then the profile.

Mappings merge; texts and lists replace; `{erbij: [...], zonder: [...]}` extends a list (design decision 5), that of an
edition when the edition is laid. A value keeps the place where it was written, so that every later message can point
at it.
"""

from __future__ import annotations

from vacaturegen.errors import Problem
from vacaturegen.i18n import _
from vacaturegen.sources import Node, entries

EXTEND = frozenset({"erbij", "zonder"})
EDITIONS = "uitgaven"
"""What stands below this key is laid over a profile later: a list that it extends is not here yet."""
NAMES = ("naam", "titel", "criterium", "feit", "rol")
"""The keys by which `zonder` knows an item that is itself a mapping."""


def merge(under: Node | None, over: Node, problems: list[Problem], *, later: bool = False) -> Node:
    """Return `over` laid over `under`. What cannot be laid is added to `problems` and left out.

    When the result is to be laid over something `later`, what extends a list stays so until its list is there.
    """
    if not isinstance(over.value, dict):
        return over
    if extends(over):
        if later and (under is None or extends(under)):
            return over if under is None else join(under, over)
        return extend(under, over, over.value, problems)
    below = under.value if under is not None and isinstance(under.value, dict) else {}
    laid = {
        key: merge(below.get(key), node, problems, later=later or key == EDITIONS) for key, node in over.value.items()
    }
    return over.holding({**below, **laid})


def extends(node: Node) -> bool:
    """Tell whether a value extends a list."""
    return isinstance(node.value, dict) and bool(node.value) and EXTEND.issuperset(node.value)


def join(under: Node, over: Node) -> Node:
    """Return what extends a list as these two do, one after the other."""
    first, then = entries(under), entries(over)
    added, dropped = (list_in(first, key) for key in ("erbij", "zonder"))
    unwanted = {name_of(item) for item in list_in(then, "zonder")}
    here = {name_of(item) for item in added}
    kept = [item for item in added if name_of(item) not in unwanted]
    missing = [item for item in list_in(then, "zonder") if name_of(item) not in here]
    parts = {"erbij": [*kept, *list_in(then, "erbij")], "zonder": [*dropped, *missing]}
    wrong = {key: node for key, node in (first | then).items() if not isinstance(node.value, list)}
    return over.holding({key: over.holding(items) for key, items in parts.items()} | wrong)


def list_in(parts: dict[str, Node], key: str) -> list[Node]:
    """Return the items of a list below a key, or none."""
    found = parts[key].value if key in parts else None
    return found if isinstance(found, list) else []


def extend(under: Node | None, over: Node, parts: dict[str, Node], problems: list[Problem]) -> Node:
    """Return the list below without the items of `zonder` and with those of `erbij`."""
    if under is not None and under.value is None:  # what is open cannot be extended: it stays open
        return under
    below = under.value if under is not None and isinstance(under.value, list) else []
    lists: dict[str, list[Node]] = {}
    for key, node in parts.items():
        if isinstance(node.value, list):
            lists[key] = node.value
        else:
            problems.append(node.problem(_("A list belongs here."), _("Begin each item with a dash.")))
    names = {name_of(item) for item in below}
    for unwanted in lists.get("zonder", []):
        name = name_of(unwanted)
        if name not in names:
            message = _("“{item}” is not in the list that this one extends.").format(item=name[:60])
            problems.append(unwanted.problem(message, _("Copy the item exactly as it stands there.")))
        names.discard(name)
    return over.holding([item for item in below if name_of(item) in names] + lists.get("erbij", []))


def name_of(item: Node) -> str:
    """Return the text by which an item of a list is known: its name, or without one all that it says."""
    value = item.value
    if isinstance(value, dict):
        named = next((value[key] for key in NAMES if key in value), None)
        return name_of(named) if named else ", ".join(f"{key}: {name_of(value[key])}" for key in sorted(value))
    if isinstance(value, list):
        return ", ".join(map(name_of, value))
    return " ".join((value or "").split())
