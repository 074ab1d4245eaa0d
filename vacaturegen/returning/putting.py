"""What was found laid in the profile as it is now: each value where it still says what it did, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

from vacaturegen.build.rewrite import rewrite
from vacaturegen.documents import refuse_unprintable
from vacaturegen.files import as_named, read_bytes, read_text, unix
from vacaturegen.i18n import _
from vacaturegen.library import read_library
from vacaturegen.profiles import Shelf, load_tree
from vacaturegen.returning.draft import Draft, Edit, lay
from vacaturegen.returning.findings import Finding
from vacaturegen.returning.places import Place
from vacaturegen.returning.threeway import merge_words
from vacaturegen.returning.workbench import other_documents
from vacaturegen.sources import parse_yaml
from vacaturegen.sources.editing import Path as Steps
from vacaturegen.sources.editing import found_in, texts_in
from vacaturegen.sources.editing import said_by as said_by_text
from vacaturegen.templating import make_environment

BOM = "\ufeff"


class Edits(NamedTuple):
    """What was found for a file: its text as it was, its text with all of it, and each edit."""

    before: str
    after: str
    each: Sequence[Edit]


def edits_of(found: Draft) -> Edits:
    """Return what was found for the profile's own file."""
    own = [edit for edit in found.edits if edit.file == found.own]
    return Edits(found.bench.texts[found.own], found.texts[found.own], own)


def put(file: Path, edits: Edits) -> list[Edit]:
    """Write edits in a profile, as far as its values are still what they were, and return those that were left.

    Raises InputError for what would be no valid profile, and OutputError; then nothing is written.
    """
    shown = as_named(file)
    was = read_bytes(file, shown)
    text = was.decode()
    mark = BOM if text.startswith(BOM) else ""
    laid = lay_all(text.removeprefix(BOM), edits)
    data = f"{mark}{laid.text}".encode()
    if data != was:
        loaded = load_tree(parse_yaml(unix(laid.text), shown), file, Shelf())
        library = read_library(loaded.folder)
        refuse_unprintable(loaded, library, make_environment(library))
        rewrite(file, data, was)
    return laid.left


class Laid(NamedTuple):
    """A YAML text with edits made, those that it says already, and those that cannot be made in it."""

    text: str
    there: list[Edit]
    left: list[Edit]


def lay_all(text: str, edits: Edits) -> Laid:
    """Return a YAML text with edits made, as far as its values are what they were."""
    there, left = list[Edit](), list[Edit]()
    begun = text
    for edit in edits.each:
        if is_there(edit, begun, edits):
            there.append(edit)
            continue
        here = resolve(edit, text)
        made = lay(here, text) if here else None
        if made is None:
            left.append(edit)
        else:
            text = made
    return Laid(text, there, left)


def is_there(edit: Edit, text: str, edits: Edits) -> bool:
    """Tell whether a text says already what an edit would make it say.

    Of a list all its items are held against each other, for an item is known by its place.
    """
    home = tuple(takewhile(lambda step: isinstance(step, str), edit.path))
    before, after, now = (value_at(one, home) for one in (edits.before, edits.after, text))
    came = edit.kind == "add" and edit.value in texts_below(now) and edit.value not in texts_below(before)
    return bool(now == after or came)


def texts_below(tree: Any) -> list[str]:
    """Return the texts in a list without places."""
    if isinstance(tree, str):
        return [tree]
    children = tree.values() if isinstance(tree, dict) else tree or ()
    return [text for child in children for text in texts_below(child)]


def value_at(text: str, path: Steps) -> Any:
    """Return what stands at a path in a YAML text, without places; None when there is nothing."""
    try:
        return found_in(said_by_text(unix(text)), path)
    except (KeyError, IndexError, TypeError):
        return None


def texts_by_path(name: str, text: str) -> dict[Steps, str]:
    """Return every text in a YAML text by its path, without the line ends behind it."""
    return {path: str(node.value or "").rstrip("\n") for path, node in texts_in(parse_yaml(unix(text), name), ())}


def also_changed(found: Draft) -> list[str]:
    """Return the names of the other documents of the profile that say something else with what is written in it.

    Raises InputError when one of these cannot be made so.
    """
    texts = {**found.bench.texts, found.own: found.texts[found.own]}
    before, after = (other_documents(found.bench, side) for side in (found.bench.texts, texts))
    names = (
        one.path.rpartition("/")[2] for key, one in after.items() if key in before and one.tokens != before[key].tokens
    )
    return sorted(names)


def settle(findings: Iterable[Finding], edits: Edits, file: Path) -> Iterator[Finding]:
    """Yield findings in an older version with their places as they are now.

    What the profile says already is not told again; what says something else now is left.
    """
    shown = as_named(file)
    text = read_text(file, shown)
    laid = lay_all(text, edits)
    there, left = ({(edit.kind, edit.path, edit.value) for edit in some} for some in (laid.there, laid.left))
    values = dict(texts_in(parse_yaml(text, shown)))
    for finding in findings:
        edit = finding.edit
        if edit is None or finding.shared or finding.place is None:
            yield finding
        elif (edit.kind, edit.path, edit.value) in left:
            yield finding._replace(edit=None, reason=_("This value says something else by now."))
        elif (edit.kind, edit.path, edit.value) not in there:
            here = resolve(edit, text)
            node = next((node for path, node in values.items() if here and path[: len(here.path)] == here.path), None)
            line, column = (node.line, node.column) if node else (0, 0)
            yield finding._replace(place=Place(shown, line, column, finding.place.field))


def resolve(edit: Edit, text: str) -> Edit | None:
    """Return an edit at the place where its value stands now, with what else was changed in that since.

    None when the value is not there, or says something else where the edit changes it.
    """
    values = texts_by_path(edit.file, text)
    there = [path for path, said in values.items() if said == edit.was.rstrip("\n")]
    for anchor in anchors(edit):
        below = [path for path in there if path[: len(anchor)] == anchor]
        if below:
            return edit
    for anchor in anchors(edit):
        alike = {path[: len(anchor)] for path in there if shape(path[: len(anchor)]) == shape(anchor)}
        if len(alike) == 1:
            found = alike.pop()
            return edit._replace(path=moved(edit.path, anchor, found))
    alone = all(isinstance(step, str) for step in edit.path)  # an item at the same place can be another one
    if edit.kind == "set" and alone and (now := values.get(edit.path)):
        both = merge_words(edit.was, edit.value, now)
        return edit._replace(was=now, value=both) if both is not None else None
    return None


def anchors(edit: Edit) -> Iterator[Steps]:
    """Yield the path of the value that has to say what it did: of an item that comes, the one beside it."""
    *home, last = edit.path
    if edit.kind != "add":
        yield edit.path
    elif isinstance(last, int):
        yield (*home, max(last - 1, 0))
        yield edit.path


def shape(path: Steps) -> tuple[str, ...]:
    """Return a path in which an item of a list can be any."""
    return tuple("" if isinstance(step, int) else step for step in path)


def moved(path: Steps, was: Steps, now: Steps) -> Steps:
    """Return a path that begins or ends in another item now."""
    last = path[-1]
    if len(now) == len(path) and isinstance(last, int):
        before, after = was[-1], now[-1]
        assert isinstance(before, int)
        assert isinstance(after, int)
        return (*now[:-1], last - before + after)
    return (*now, *path[len(now) :])
