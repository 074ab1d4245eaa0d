"""Whether a profile's documents can still be what they were: a digest of every byte that they are made of.

That is the profile with the name of its file, the files that it may share, the templates, our own code, the packages
and the Python that it runs with, and the formats. No clock and no place of a folder is part of it.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import zlib
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path

from vacaturegen.files import MAX_WORD_BYTES
from vacaturegen.layout import SHARED, own_folder, profiles_folder, shipped_folder

PACKAGE = Path(__file__).parents[1]


class Fingerprints:
    """The fingerprints of profiles for these formats; what they share is looked at once."""

    def __init__(self, formats: Sequence[str]) -> None:
        self.formats = formats
        self.folders: dict[str, bytes | None] = {}
        """The folder of a file -> the digest of its surroundings."""

    def of(self, file: str) -> str | None:
        """Return the fingerprint of a profile file, or None when there is something that cannot be known."""
        parent, name = os.path.split(file)
        if parent not in self.folders:
            read_around = partial(digest_of_surroundings, profiles_folder(Path(file)), self.formats)
            self.folders[parent] = twice(read_around)
        around, data = self.folders[parent], twice(partial(read_whole, file))
        if around is None or data is None:
            return None
        return hashlib.sha256(b"\0".join((around, os.fsencode(name), data))).hexdigest()


def twice(read: Callable[[], bytes]) -> bytes | None:
    """Return what is read, if need be the second time: somebody can be saving a file just then. None when it fails."""
    for _attempt in range(2):
        try:
            return read()
        except OSError:
            continue
    return None


def digest_of_surroundings(folder: Path, formats: Sequence[str]) -> bytes:
    """Return the digest of all that the profiles of a folder are made with. Raises OSError when it cannot be known."""
    homes = [shipped_folder(), own_folder(folder), *(folder / name for name in SHARED.values())]
    digest = hashlib.sha256(",".join(formats).encode())
    digest.update(digest_of_ourselves(PACKAGE, sys.version))
    for number, home in enumerate(homes):
        if home and home.is_dir():
            add_tree(digest, os.fspath(home), f"{number}/")
    return digest.digest()


@cache  # what runs is what was read at the start
def digest_of_ourselves(package: Path, python: str) -> bytes:
    """Return the digest of our code, and of the versions of all that it runs with. Raises OSError."""
    digest = hashlib.sha256(f"{python} {sys.platform} {zlib.ZLIB_RUNTIME_VERSION}".encode())
    add_tree(digest, os.fspath(package), "")
    for place in filter(os.path.isdir, sys.path):
        digest.update("/".join(sorted(path.name for path in Path(place).glob("*.dist-info"))).encode())
    return digest.digest()


def add_tree(digest: hashlib._Hash, folder: str, within: str) -> None:
    """Add the name and bytes of each file below a folder. Raises OSError."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        name = within + entry.name
        if not entry.is_dir(follow_symlinks=False):
            data = read_whole(entry.path)
            digest.update(f"{name}\0{len(data)}\0".encode(errors="surrogateescape"))
            digest.update(data)
        elif entry.name != "__pycache__":
            add_tree(digest, entry.path, f"{name}/")


def read_whole(path: str) -> bytes:
    """Return the bytes of a file. Raises OSError, also for what is no file, or is too large for an input."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > MAX_WORD_BYTES:
            raise OSError("no file, or too large")
        data = os.read(handle, found.st_size + 1)
    finally:
        os.close(handle)
    if len(data) != found.st_size:
        raise OSError("written to meanwhile")
    return data
