"""A folder as it is kept in memory: files by their names, and links that are followed within it.

It never changes. Where it comes from, and how it is read as if it lay on the disk, is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

MOST_LINKS = 40
"""How many links lead to a file at most; with more of them they go round in a circle."""
LONGEST_LINK = 4096


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, or a link: its path as a person knows it, its size, and a way to its bytes.

    Files with the same `digest` have the same bytes; it is empty when nobody took one.
    """

    shown: str
    size: int
    read: Callable[[], bytes]
    digest: str = ""
    is_link: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A folder: its name for people, its files and links, and the names in it and in each folder below it.

    A name has slashes, and none at its begin or end; that of the folder as a whole is empty.
    """

    name: str
    entries: Mapping[str, Entry]
    folders: Mapping[str, frozenset[str]]

    def real(self, name: str) -> str | None:
        """Return the name of the file or folder that a name leads to, if it leads to any inside this folder."""
        if name in self.folders or ((entry := self.entries.get(name)) and not entry.is_link):
            return name
        at: list[str] = []
        left, links = name.split("/")[::-1], 0
        while left:
            part = left.pop()
            if part == "..":
                if not at:
                    return None
                at.pop()
            elif part not in ("", "."):
                at.append(part)
                here = "/".join(at)
                entry = self.entries.get(here)
                if entry is None and here not in self.folders:
                    return None
                if entry is not None and entry.is_link:
                    links += 1
                    target = target_of(entry)
                    if links > MOST_LINKS or not target or target.startswith("/"):
                        return None
                    at.pop()
                    left.extend(target.split("/")[::-1])
        found = "/".join(at)
        return found if found in self.entries or found in self.folders else None

    def file(self, name: str) -> Entry | None:
        """Return the file that a name leads to, if it does."""
        real = self.real(name)
        return self.entries.get(real) if real is not None else None

    def folder(self, name: str) -> str | None:
        """Return the name of the folder that a name leads to, if it does."""
        real = self.real(name)
        return real if real in self.folders else None

    def below(self, name: str) -> list[str]:
        """Return what lies in a folder and in the folders in it, by its name in that folder; links are not entered."""
        found = []
        waiting = [("", name)]
        while waiting:
            within, folder = waiting.pop()
            for child in self.folders[folder]:
                found.append(f"{within}{child}")
                if (path := joined(folder, child)) in self.folders:
                    waiting.append((f"{within}{child}/", path))
        return sorted(found)


def make_snapshot(name: str, entries: Mapping[str, Entry], folders: Iterable[str] = ()) -> Snapshot:
    """Return the folder with these files and links, and with these folders though they are empty."""
    found: dict[str, set[str]] = {"": set(), **{folder: set() for folder in folders}}
    for path in [*entries, *found]:
        while path:
            parent, _, own = path.rpartition("/")
            names = found.setdefault(parent, set())
            if own in names:
                break
            names.add(own)
            path = parent  # noqa: PLW2901 - so it climbs, until somebody was there before
    return Snapshot(name, entries, {folder: frozenset(names) for folder, names in found.items()})


def target_of(link: Entry) -> str:
    """Return where a link says that it leads; nothing for what is no path."""
    if link.size > LONGEST_LINK:
        return ""
    return link.read().decode(errors="surrogateescape")


def joined(folder: str, name: str) -> str:
    """Return the name of what lies in a folder."""
    return f"{folder}/{name}" if folder else name
