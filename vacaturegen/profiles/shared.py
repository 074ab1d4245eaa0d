"""Finds the functie, organisatie and broker that a profile names, and lays the profile over them.

The order is: functie, the defaults (`standaard`) of the organisatie and of the broker, then the profile itself. How two
trees merge is told in `merging`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from vacaturegen.errors import InputError, Problem
from vacaturegen.i18n import _
from vacaturegen.layout import SHARED, named_files
from vacaturegen.model.profiel import SOORTEN
from vacaturegen.profiles.merging import EDITIONS, merge
from vacaturegen.profiles.messages import closest
from vacaturegen.sources import Node, Source, entries, read_yaml, shown

DEFAULTS = "standaard"
NOT_TAKEN = "niet_overnemen"
OWN = frozenset(
    {
        "id",
        "niet_overnemen",
        "status",
        "versie",
        "vastgesteld_door",
        "vastgesteld_op",
        "voorbeeld",
        "zaaknummer",
        *SHARED,
    }
)
"""What only a profile can say."""


def shared_part(
    key: str, own: Node, folder: Path, read: dict[Path | tuple[Path, str], Any], problems: list[Problem]
) -> Node | None:
    """Return the tree of the functie, organisatie or broker that a profile names, if it names one.

    `read` keeps what was read before: of a shared folder its files by name, of a shared file its tree. So each is read
    once, and its mistakes are reported once.
    """
    named = entries(own).get(key)
    if named is None:
        return None
    if (folder, key) not in read:
        read[folder, key] = named_files(folder / SHARED[key])
    names: dict[str, Path] = read[folder, key]
    if not isinstance(named.value, str):
        problems.append(named.problem(_("The name of a file belongs here."), choose_from(names, key), key))
        return None
    found = names.get(named.value)
    if found is None:
        message = _("There is no {kind} “{name}”.").format(kind=key, name=named.value[:60])
        close = closest(named.value, names)
        hint = _("Did you mean “{key}”?").format(key=close) if close else choose_from(names, key)
        problems.append(named.problem(message, hint, key))
        return None
    if found not in read:
        read[found] = None
        try:
            read[found] = read_yaml(found, shown(found))
        except InputError as error:
            problems.extend(error.problems)
    tree: Node | None = read[found]
    return tree


def choose_from(names: Iterable[str], key: str) -> str:
    """Return the cure for a name of a functie, organisatie or broker that is not among these."""
    if words := ", ".join(list(names)[:12]):
        return _("Choose from: {words}.").format(words=words)
    return _("Put it in a file in the folder {folder}.").format(folder=SHARED[key])


def assemble(own: Node, name: str, parts: dict[str, Node | None], problems: list[Problem]) -> Node:
    """Return a profile laid over its functie and the defaults of its organisatie and broker.

    `name` is its id when it says no other. What is named but could not be read has no value.
    """
    mine = entries(own)
    for kind in SOORTEN:  # an empty block still asks for the document
        if kind in mine and mine[kind].value is None:
            mine[kind] = mine[kind].holding({})
    if EDITIONS in mine and isinstance(mine[EDITIONS].value, dict):  # as an empty edition does for itself
        asked = entries(mine[EDITIONS]).items()
        filled = {name: node.holding({}) if node.value is None else node for name, node in asked}
        mine[EDITIONS] = mine[EDITIONS].holding(filled)
    under: Node | None = None
    for layer in (parts["functie"], defaults(parts["organisatie"]), defaults(parts["broker"])):
        if layer is not None:
            problems.extend(misplaced_keys(layer))
            wanted = {key: node for key, node in entries(layer).items() if key not in SOORTEN or key in mine}
            if EDITIONS in wanted:
                wanted[EDITIONS] = of_asked(wanted[EDITIONS], mine.get(EDITIONS))
            under = merge(under, layer.holding(wanted), problems)
    if NOT_TAKEN in mine and under is not None:
        under = without_named(under, mine[NOT_TAKEN], problems)
    merged = entries(merge(under, own.holding(mine), problems))
    for key, part in parts.items():
        if part is not None and key != "functie":
            merged[key] = part.holding({name: node for name, node in entries(part).items() if name != DEFAULTS})
        elif part is None and key in merged:
            merged[key] = merged[key].holding(None)
    if "id" not in merged or merged["id"].value is None:
        merged["id"] = Node(name, Source(own.source.path), 0, 0, 0, 0)
    return own.holding(merged)


def without_named(under: Node, named: Node, problems: list[Problem], *, field: str = NOT_TAKEN) -> Node:
    """Return what lies below without the keys that are not taken over from it; a key of nothing is a Problem.

    Below a profile lies what is shared; below an edition, whose list is another `field`, the whole profile.
    """
    for item in named.value if isinstance(named.value, list) else ():
        path = item.value.split(".") if isinstance(item.value, str) else []
        taken = without_path(under, path)
        if taken is None:
            message = _("“{key}” is not in what this profile takes over.")
            hint = _("Write a key of the functie, the organisatie or the broker, such as “doel” or “aanvraag.cv”.")
            if field != NOT_TAKEN:
                message = _("“{key}” is not in the profile that this edition is laid over.")
                hint = _("Write a key that the profile has, such as “doel” or “salaris.toelichting”.")
            problems.append(item.problem(message.format(key=".".join(path)[:60]), hint, field))
        else:
            under = taken
    return under


def without_path(node: Node, path: list[str]) -> Node | None:
    """Return a tree without what stands at a path of keys, or None when nothing does."""
    own = entries(node)
    if not path or path[0] not in own:
        return None
    if len(path) == 1:
        del own[path[0]]
        return node.holding(own)
    below = without_path(own[path[0]], path[1:])
    return None if below is None else node.holding({**own, path[0]: below})


def of_asked(editions: Node, asked: Node | None) -> Node:
    """Return what a shared file says about the editions that a profile asks for."""
    names = entries(asked) if asked is not None else {}
    return editions.holding({name: node for name, node in entries(editions).items() if name in names})


def misplaced_keys(layer: Node) -> Iterator[Problem]:
    """Yield what a functie or `standaard` says that is a profile's own, or that it is no mapping at all."""
    if not isinstance(layer.value, dict):
        yield layer.problem(_("Keys with values belong here."), _("Write “key: value”, indented, on the lines below."))
    for key in sorted(OWN.intersection(entries(layer))):
        message = _("The key “{key}” belongs in a profile.").format(key=key)
        yield entries(layer)[key].problem(message, _("Leave it out here."), key, at_key=True)


def defaults(part: Node | None) -> Node | None:
    """Return what an organisatie or broker says about every profile that names it."""
    return None if part is None else entries(part).get(DEFAULTS)
