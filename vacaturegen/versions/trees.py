"""From a tree that git keeps to a folder in memory: of all its files those that profiles can be made with.

Those are the profiles, what they share, the templates beside them, and whatever links among these lead to.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import partial

from vacaturegen.errors import ComparisonError
from vacaturegen.i18n import _
from vacaturegen.layout import SHARED
from vacaturegen.snapshots import MOST_LINKS, Entry, Snapshot, make_snapshot, target_of
from vacaturegen.versions.git import LINK, MODULE, Listed, Repository, list_tree, read_objects

AT_ONCE = 512 << 10
"""How many bytes are asked for at a time, when one of the files in them is read."""
FOLDER = "040000"


class Contents:
    """What is in the files of a tree; when one is read, those that are listed beside it come along."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self.groups: dict[str, list[str]] = {}
        self.known: dict[str, bytes] = {}

    def add(self, listed: Mapping[str, Listed]) -> None:
        """Tell which files there are, so that they can be read."""
        group: list[str] = []
        room = AT_ONCE
        for _mode, digest, size in listed.values():
            if digest in self.groups:
                continue
            if size > room:
                group, room = [], AT_ONCE
            group.append(digest)
            room -= size
            self.groups[digest] = group

    def read(self, digest: str) -> bytes:
        """Return the bytes of a file by its digest. Raises ComparisonError."""
        if digest not in self.known:
            group = self.groups[digest]
            self.known.update(zip(group, read_objects(self.repository, group), strict=True))
        return self.known[digest]


def read_tree(repository: Repository, tree: str, name: str) -> Snapshot:
    """Return the files of a tree that profiles in the current folder are made with, called as git calls them.

    Raises ComparisonError.
    """
    contents = Contents(repository)
    prefix = repository.prefix
    homes = ("profiles", "templates", *SHARED.values())
    asked = [f"{prefix}{home}" for home in homes]
    if prefix:  # this may be the folder of profiles itself
        asked.append(posixpath.join(posixpath.dirname(prefix.rstrip("/")), "templates"))
    entries, folders = {}, {prefix.rstrip("/")}
    listed = list_tree(repository, tree, [prefix] if prefix else [], deep=False)
    wanted = asked
    for _round in range(MOST_LINKS):
        listed |= list_tree(repository, tree, wanted, deep=True)
        files = {path: found for path, found in listed.items() if is_plain(path) and path not in entries}
        contents.add({path: found for path, found in files.items() if found.mode not in (FOLDER, MODULE)})
        leads = set()
        for path, (mode, digest, size) in files.items():
            if mode == MODULE and path in asked:  # another repository, of which nothing is here
                message = _(
                    "“{path}” is a submodule: {name} holds none of its files. Go into that folder, and compare there."
                )
                raise ComparisonError(message.format(path=path, name=name))
            if mode in (FOLDER, MODULE):
                folders.add(path)
                continue
            link = mode == LINK
            entry = Entry(f"{name}:{path}", size, partial(contents.read, digest), "" if link else digest, link)
            entries[path] = entry
            if link:
                leads.add(posixpath.normpath(posixpath.join(posixpath.dirname(path), target_of(entry))))
        wanted = sorted(lead for lead in leads if is_plain(lead) and not is_listed(lead, asked))
        if not wanted:
            break
        asked = [*asked, *wanted]
    return make_snapshot(name, entries, folders - {""})


def is_plain(path: str) -> bool:
    """Tell whether a path says just where something lies: a tree that was forged can say more."""
    return not {"", ".", ".."}.intersection(path.split("/")) and "\0" not in path


def is_listed(path: str, asked: list[str]) -> bool:
    """Tell whether a path was asked for, or lies below one that was."""
    return any(path == place or path.startswith(f"{place}/") for place in asked)
