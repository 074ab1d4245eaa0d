"""What was found laid in the profile as it is now: each value where it still says what it did, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from vacaturegen.build.rewrite import rewrite
from vacaturegen.documents import refuse_unprintable
from vacaturegen.files import as_named, read_bytes, read_text, unix
from vacaturegen.i18n import _
from vacaturegen.library import read_library
from vacaturegen.profiles import Shelf, load_tree
from vacaturegen.returning.draft import Edit, lay
from vacaturegen.returning.findings import Finding
from vacaturegen.returning.places import Place
from vacaturegen.returning.threeway import merge_words
from vacaturegen.returning.touched import texts_in
from vacaturegen.sources import parse_yaml
from vacaturegen.sources.editing import Path as Steps
from vacaturegen.templating import make_environment

BOM = "\ufeff"


def put(file: Path, edits: Sequence[Edit]) -> list[Edit]:
    """Write edits in a profile, as far as its values are still what they were, and return those that were left.

    Raises InputError for what would be no valid profile, and OutputError; then nothing is written.
    """
    shown = as_named(file)
    was = read_bytes(file, shown)
    text = was.decode()
    mark = BOM if text.startswith(BOM) else ""
    text, left = laid(text.removeprefix(BOM), edits)
    data = f"{mark}{text}".encode()
    if data != was:
        loaded = load_tree(parse_yaml(unix(text), shown), file, Shelf())
        library = read_library(loaded.folder)
        refuse_unprintable(loaded, library, make_environment(library))
        rewrite(file, data, was)
    return left


def laid(text: str, edits: Sequence[Edit]) -> tuple[str, list[Edit]]:
    """Return a YAML text with edits made, and those that cannot be: their values say something else."""
    left = []
    for edit in edits:
        here = resolve(edit, text)
        made = lay(here, text) if here else None
        if made is None:
            left.append(edit)
        else:
            text = made
    return text, left


def settle(findings: Iterable[Finding], edits: Sequence[Edit], file: Path) -> Iterator[Finding]:
    """Yield findings in an older version with their places as they are now; what says something else now is left."""
    shown = as_named(file)
    text = read_text(file, shown)
    left = {(edit.kind, edit.path, edit.value) for edit in laid(text, edits)[1]}
    values = dict(texts_in(parse_yaml(text, shown), ()))
    for finding in findings:
        edit = finding.edit
        if edit is None or finding.shared or finding.place is None:
            yield finding
        elif (edit.kind, edit.path, edit.value) in left:
            yield finding._replace(edit=None, reason=_("This value says something else by now."))
        else:
            here = resolve(edit, text)
            node = next((node for path, node in values.items() if here and path[: len(here.path)] == here.path), None)
            line, column = (node.line, node.column) if node else (0, 0)
            yield finding._replace(place=Place(shown, line, column, finding.place.field))


def resolve(edit: Edit, text: str) -> Edit | None:
    """Return an edit at the place where its value stands now, with what else was changed in that since.

    None when the value is not there, or says something else where the edit changes it.
    """
    values = dict(texts_in(parse_yaml(unix(text), edit.file), ()))
    there = [path for path, node in values.items() if str(node.value or "").rstrip("\n") == edit.was.rstrip("\n")]
    for anchor in anchors(edit):
        below = [path for path in there if path[: len(anchor)] == anchor]
        if below:
            return edit
    for anchor in anchors(edit):
        alike = {path[: len(anchor)] for path in there if shape(path[: len(anchor)]) == shape(anchor)}
        if len(alike) == 1:
            found = alike.pop()
            return edit._replace(path=moved(edit.path, anchor, found))
    if edit.kind == "set" and (node := values.get(edit.path)) and isinstance(node.value, str):
        both = merge_words(edit.was, edit.value, node.value)
        return edit._replace(was=node.value, value=both) if both is not None else None
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
