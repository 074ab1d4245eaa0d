"""A version with one shared file of another: what comes out otherwise then is what that file reaches.

Like a revision it lies in memory; here such versions are also made readable in another process.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from pathlib import Path

from vacaturegen.files import MAX_WORD_BYTES, as_named, file_in_memory, is_mounted, mount, read_bytes, root_of
from vacaturegen.snapshots import Entry, make_snapshot
from vacaturegen.versions.changes import shared_files
from vacaturegen.versions.trees import read_tree
from vacaturegen.versions.version import Version

HOME = "profiles"


def with_only(old: Version, new: Version, name: str) -> Version:
    """Return the old version with one of the shared files as in the new one, or without it when it is gone there.

    The name is one of `shared_changes`. Raises what that raises.
    """
    key = hashlib.sha256(repr((old, new, name)).encode(errors="surrogateescape")).hexdigest()[:16]
    files = {HOME + "/" + Path(file).name: Path(file) for file in old.files}
    before, after = shared_files(old), shared_files(new)
    shared = {path: file for path, file in before.items() if path != name}
    if name in after:
        shared[name] = after[name]
    for path, file in shared.items():
        files[path if path.startswith("templates/") else f"{HOME}/{path}"] = file
    root = mount(key, make_snapshot(old.label, {path: entry_of(file) for path, file in files.items()}, [HOME]))
    there = tuple(str(root / HOME / Path(file).name) for file in old.files)
    return replace(old, folder=root / HOME, files=there, base=(old, new, name))


def entry_of(path: Path) -> Entry:
    """Return a file, wherever it lies, as one of a folder in memory."""
    if (entry := file_in_memory(path)) is not None:
        return replace(entry, shown=as_named(path))
    shown = as_named(path)
    return Entry(shown, 0, partial(read_bytes, path, shown, MAX_WORD_BYTES))


def mount_again(version: Version) -> None:
    """Make the paths of a version readable in this process, if they are not. Raises what opening it raises."""
    if is_mounted(version.folder):
        return
    if version.base is not None:
        old, new, name = version.base
        mount_again(old)
        mount_again(new)
        with_only(old, new, name)
    elif version.source is not None:
        found = read_tree(version.source.repository, version.source.tree, version.label)
        mount(root_of(version.folder).name, found)
