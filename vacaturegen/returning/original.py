"""Where a value stood before items of lists came and went: its path and its field, and so its line and its column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vacaturegen.returning.draft import Edit
from vacaturegen.returning.places import Place
from vacaturegen.sources import Node
from vacaturegen.sources.editing import Path, texts_in


def as_begun(edit: Edit, before: Sequence[Edit]) -> tuple[Path | None, str]:
    """Return the path and the field that an edit's value had before others were made.

    The path is None for an item that one of them added. The field ends with the steps of the path.
    """
    path, field = list(edit.path), edit.field.split(".")
    for other in reversed([one for one in before if one.file == edit.file and one.kind != "set"]):
        *home, index = other.path
        depth = len(home)
        if path[:depth] != home or len(path) <= depth:
            continue
        here = path[depth]
        assert isinstance(here, int)
        assert isinstance(index, int)
        comes = edit.kind == "add" and len(path) == depth + 1
        if other.kind == "add" and here == index and not comes:
            return None, ".".join(field)
        step = {"add": -(here > index), "drop": int(here >= index)}[other.kind]
        path[depth] = here + step
        name = depth - len(path)  # counted from the end: the field can begin elsewhere
        if -len(field) <= name and field[name].isdigit():
            field[name] = str(int(field[name]) + step)
    return tuple(path), ".".join(field)


def place_of(file: str, path: Path, field: str, trees: Mapping[str, Node]) -> Place:
    """Return where the value at a path stands, or the item beside which one would come."""
    places = dict(texts_in(trees[file]))
    last = path[-1]
    for wanted in (path, (*path[:-1], last - 1 if isinstance(last, int) else last)):
        for at, node in places.items():
            if at[: len(wanted)] == wanted:
                return Place(file, node.line, node.column, field)
    return Place(file, 0, 0, field)
