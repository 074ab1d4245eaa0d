"""A version of all profiles: the files as they lie in a folder, or as git keeps them in a revision, to be built."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from vacaturegen.errors import ComparisonError, InputError, UncomparableError
from vacaturegen.files import is_folder, list_files, mount
from vacaturegen.i18n import _
from vacaturegen.layout import SUFFIXES, find, usual_folder
from vacaturegen.versions.git import (
    COMMIT,
    Repository,
    find_repository,
    find_revision,
    is_revision,
    list_commits,
    read_objects,
)
from vacaturegen.versions.trees import read_tree

SHORT = 7
"""How many characters of a commit's id people read."""
AUTHOR = re.compile(rb"^author (.*?) ?<[^<>\n]*> (-?\d{1,12}) ([+-])(\d\d)(\d\d)$", re.M)
ENCODING = re.compile(rb"^encoding (\S+)$", re.M)


@dataclass(frozen=True, slots=True)
class Revision:
    """Where git keeps a version: its repository, and the tree."""

    repository: Repository
    tree: str


@dataclass(frozen=True, slots=True)
class Version:
    """All profiles as they are, or once were: a name for people, a short one, their folder, and the file of each.

    Paths of a revision lie in memory: a process that did not open it needs `mount_again`. Of a revision the commit, who
    made it and when are told too. `source` is where its files come from, when they are not on the disk.
    """

    name: str
    label: str
    folder: Path
    files: tuple[str, ...]
    author: str = ""
    day: datetime | None = None
    commit: str = ""
    source: Revision | None = None
    base: tuple[Version, Version, str] | None = None
    """For a version with one file of another: the two, and the name of the file."""


def open_version(name: str | None, here: Path) -> Version:
    """Return the version that a name means in the current folder: a folder, a revision, or without one what lies here.

    A revision without profiles is an empty version. Raises ComparisonError when there is no such version, and
    UncomparableError with the problems of a folder.
    """
    if name is None:
        return open_folder(here, _("the working folder"))
    if not name.strip() or "\0" in name:
        raise ComparisonError(_("This is no name of a version. Name a revision such as HEAD~1, or a folder."))
    folder = here / name
    if not folder.is_dir():
        return open_revision(name, here)
    if not (name.startswith((".", "/")) or name.endswith("/") or "\\" in name) and is_revision(here, name):
        message = _(
            "“{name}” is a folder and a revision. Write “./{name}” for the folder, "
            "“refs/heads/{name}” for the branch, or “refs/tags/{name}” for the tag."
        )
        raise ComparisonError(message.format(name=name))
    return open_folder(folder, name)


def recent_commits(here: Path, limit: int) -> list[str]:
    """Return the ids of the last commits that changed the profiles or the templates of a folder, the last first.

    Raises ComparisonError where there is no repository, or no commit yet.
    """
    repository = find_repository(here)
    inside = usual_folder(here) == here
    places = [".", "../templates"] if inside and repository.prefix else ["."] if inside else ["profiles", "templates"]
    return list_commits(repository, places, limit)


def open_folder(folder: Path, name: str) -> Version:
    """Return the profiles that lie in a folder, or in `profiles` in it. Raises UncomparableError for none."""
    home = usual_folder(folder)
    try:
        # a folder that is called otherwise can hold profiles too
        files = find([str(home if home.is_dir() else folder)])
    except InputError as error:
        raise UncomparableError(error.problems) from error
    return Version(name, name, home if home.is_dir() else folder, tuple(files))


def open_revision(name: str, here: Path) -> Version:
    """Return the profiles of a revision, where those of the current folder are. Raises ComparisonError."""
    repository = find_repository(here)
    kind, digest = find_revision(repository, name)
    label = digest[:SHORT] if re.fullmatch("[0-9a-f]{8,}", name) and digest.startswith(name) else name
    if kind == COMMIT:
        said = next(read_objects(repository, [digest]))
        version = version_of(label, Revision(repository, said[5 : said.index(b"\n")].decode()))
        author, day = authored(said)
        full = label if digest.startswith(label) else f"{label} ({digest[:SHORT]})"
        return replace(version, name=full, author=author, day=day, commit=digest)
    return version_of(label, Revision(repository, digest))


def version_of(label: str, revision: Revision) -> Version:
    """Return the profiles of a tree, mounted in this process."""
    key = hashlib.sha256(repr((label, revision)).encode(errors="surrogateescape")).hexdigest()[:16]
    root = mount(key, read_tree(revision.repository, revision.tree, label))
    place = root / revision.repository.prefix
    folder = usual_folder(place)
    if not is_folder(folder) and usual_folder(here := Path(revision.repository.here)) == here:
        folder = place  # called `profiles` on this disk, or holding now what profiles share
    there = is_folder(folder) and any(file.suffix in SUFFIXES for file in list_files(folder))
    return Version(label, label, folder, tuple(find([str(folder)])) if there else (), source=revision)


def authored(commit: bytes) -> tuple[str, datetime | None]:
    """Return who made a commit and when, on the clock of who made it; nothing for what it does not say."""
    head = commit.partition(b"\n\n")[0]
    found, coded = AUTHOR.search(head), ENCODING.search(head)
    if found is None:
        return "", None
    try:
        author = found[1].decode(coded[1].decode() if coded else "utf-8", "replace")
    except (LookupError, UnicodeDecodeError):
        author = found[1].decode("utf-8", "replace")
    away = timedelta(hours=int(found[4]), minutes=int(found[5])) * (-1 if found[3] == b"-" else 1)
    try:
        return author, datetime.fromtimestamp(int(found[2]), timezone(away))
    except (OverflowError, OSError, ValueError):  # no day that a calendar has
        return author, None
