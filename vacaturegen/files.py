"""Reads files: shipped ones and the user's, as bytes or as text, with a Problem that names the file when that fails.

A path can lie in a folder that is kept in memory, once that was mounted; everything else is on the disk. Who reads
inputs asks here, and need not know which it is.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vacaturegen.errors import InputError, Problem
from vacaturegen.i18n import _
from vacaturegen.snapshots import Entry, Snapshot

MAX_BYTES = 1 << 20
MAX_WORD_BYTES = 8 << 20
"""A Word file of an organisation's own can hold pictures, a text cannot."""
SHOWN = 110
"""How many characters of a line a message shows."""
POINTER = b"version https://git-lfs.github.com/spec/"
"""What Git LFS leaves in the place of a large file begins so."""
IN_MEMORY = os.fspath(Path(os.sep).absolute() / "\0") + os.sep
"""Below this the mounted folders lie: no disk can have such a path, and no link can lead to it."""
MOUNTED: dict[str, Snapshot] = {}
"""The folders in memory by their name below IN_MEMORY."""
NOTHING = Snapshot("", {}, {})
"""What stands for a folder that was not mounted: not even a folder itself."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: the path as the user knows it, and its lines for messages."""

    path: str
    lines: tuple[str, ...] = ()

    def problem(self, line: int, column: int, message: str, hint: str, field: str = "") -> Problem:
        """Return a Problem at a place (1-based; 0 for the whole file) with what stands there in the file.

        Of a long line it holds a piece: a file can be one line, and have thousands of problems.
        """
        if line > len(self.lines) > 0:
            line, column = len(self.lines), len(self.lines[-1]) + 1
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        start = max(0, column - SHOWN // 2) if len(text) > SHOWN else 0
        shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in text[start : start + SHOWN])
        return Problem(self.path, line, column, message, hint, field, shown.strip())


def mount(key: str, snapshot: Snapshot) -> Path:
    """Make a folder readable by its path from now on, in this process, and return that; the key is a single name."""
    MOUNTED[key] = snapshot
    return Path(IN_MEMORY + key)


def is_mounted(path: Path) -> bool:
    """Tell whether a path lies in a folder in memory that this process has."""
    return (there := in_memory(path)) is not None and there[0] is not NOTHING


def in_memory(path: Path) -> tuple[Snapshot, str] | None:
    """Return the folder in memory that a path lies in, and its name there; None for a path on the disk."""
    if not MOUNTED:
        return None
    text = os.fspath(path)
    if not text.startswith(IN_MEMORY):
        return None
    key, _sep, name = text[len(IN_MEMORY) :].partition(os.sep)
    return MOUNTED.get(key, NOTHING), name.replace(os.sep, "/")


def file_in_memory(path: Path) -> Entry | None:
    """Return the file that a path in memory leads to, if it does; None for a path on the disk."""
    there = in_memory(path)
    return there[0].file(there[1]) if there else None


def is_folder(path: Path) -> bool:
    """Tell whether a path leads to a folder."""
    if (there := in_memory(path)) is not None:
        return there[0].folder(there[1]) is not None
    return path.is_dir()


def is_link(path: Path) -> bool:
    """Tell whether a path is a link itself."""
    if (there := in_memory(path)) is not None:
        entry = there[0].entries.get(there[1])
        return entry is not None and entry.is_link
    return path.is_symlink()


def exists(path: Path) -> bool:
    """Tell whether a path leads to anything."""
    if (there := in_memory(path)) is not None:
        return there[0].real(there[1]) is not None
    return path.exists()


def real(path: Path) -> Path:
    """Return a path without links; in memory one that leads nowhere as it is. Raises what Path.resolve does."""
    if (there := in_memory(path)) is not None:
        name = there[0].real(there[1])
        return path if name is None else root_of(path) / name
    return path.resolve()


def real_name(path: Path) -> str:
    """Return what tells a file from all others, by whatever path it was named; it need not be there."""
    return os.path.realpath(path) if in_memory(path) is None else os.fspath(real(path))


def root_of(path: Path) -> Path:
    """Return the folder in memory that a path lies in."""
    return Path(IN_MEMORY + os.fspath(path)[len(IN_MEMORY) :].partition(os.sep)[0])


def folders_above(path: Path) -> Sequence[Path]:
    """Return the folders that a path lies in, the nearest first; one in memory has none above the one mounted."""
    above = path.absolute().parents
    return above if in_memory(path) is None else [folder for folder in above if in_memory(folder) is not None]


def walk(folder: Path) -> list[Path]:
    """Return all that lies in a folder and in the folders in it, in order; of what cannot be read nothing."""
    if (there := in_memory(folder)) is not None:
        found = there[0].folder(there[1])
        return [] if found is None else [folder / name for name in there[0].below(found)]
    return sorted(folder.rglob("*"))


def read_bytes(path: Path, shown: str, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of an input. Raises InputError, naming it as `shown`, when it cannot be read or is too large."""
    try:
        data = read_from_disk(path, shown, limit) if in_memory(path) is None else read_from_memory(path, limit)
    except (OSError, ValueError) as error:  # ValueError: no path can have such characters
        gone = isinstance(error, FileNotFoundError) and is_link(path)
        raise InputError([leads_nowhere(shown) if gone else unreadable(shown, error)]) from error
    if data is None or len(data) > limit:
        hint = _("Keep it to {limit} kB at most, or split it.").format(limit=limit // 1024)
        raise InputError([Problem(shown, 0, 0, _("This file is too large."), hint)])
    if data.startswith(POINTER):
        hint = _("Fetch it with “git lfs pull” in a folder that has this version, and name that folder.")
        raise InputError([Problem(shown, 0, 0, _("This is a pointer of Git LFS, not the file itself."), hint)])
    return data


def read_from_disk(path: Path, shown: str, limit: int) -> bytes:
    """Return the bytes of a file, and no more than one above the limit. Raises InputError for what is no file."""
    found = path.stat()
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):  # a pipe could wait for ever
        raise InputError([Problem(shown, 0, 0, _("This is not a file."), _("Name a file."))])
    with path.open("rb") as file:
        # with a limit, room is made for all of it, which takes longer than reading a profile
        return file.read() if found.st_size <= limit else file.read(limit + 1)


def read_from_memory(path: Path, limit: int) -> bytes | None:
    """Return the bytes of a file in memory, or None when there are more than the limit. Raises OSError."""
    entry = file_in_memory(path)
    if entry is None:
        raise IsADirectoryError if is_folder(path) else FileNotFoundError
    return entry.read() if entry.size <= limit else None


def leads_nowhere(shown: str) -> Problem:
    """Return the Problem of a link to something that is not there, or that may not be read."""
    hint = _("Put the file itself in its place, or let the link lead to something beside it.")
    return Problem(shown, 0, 0, _("This link leads to nothing that is here."), hint)


def unreadable(shown: str, error: Exception) -> Problem:
    """Return the Problem of a file that is not there or may not be read."""
    if isinstance(error, FileNotFoundError):
        return Problem(shown, 0, 0, _("This file does not exist."), _("Check the name and the folder."))
    if isinstance(error, IsADirectoryError):
        return Problem(shown, 0, 0, _("This is a folder, not a file."), _("Name a file."))
    return Problem(shown, 0, 0, _("This cannot be read."), _("Check whether you may open it."))


def list_files(folder: Path) -> list[Path]:
    """Return the files in a folder, in order; a link to nothing counts, so that somebody is told of it.

    Raises InputError when the folder cannot be read.
    """
    try:
        if in_memory(folder) is not None:
            return list_in_memory(folder)
        with os.scandir(folder) as found:
            return [folder / name for name in sorted(entry.name for entry in found if not leads_to_folder(entry))]
    except OSError as error:
        raise InputError([unreadable(shown(folder), error)]) from error


def list_in_memory(folder: Path) -> list[Path]:
    """Return the files in a folder in memory. Raises OSError when it is none."""
    there = in_memory(folder)
    found = there[0].folder(there[1]) if there else None
    if there is None or found is None:
        raise FileNotFoundError
    return [path for name in sorted(there[0].folders[found]) if not is_folder(path := folder / name)]


def leads_to_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry of a folder is one itself; a link that leads round in a circle is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def shown(path: Path) -> str:
    """Return the path as a person would write it: relative when it lies in the current folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else as_named(path)


def as_named(path: Path) -> str:
    """Return the path as it was named; one in memory as whoever mounted it calls it."""
    there = in_memory(path)
    if there is None:
        return str(path)
    snapshot, name = there
    return entry.shown if (entry := snapshot.entries.get(name)) else f"{snapshot.name}:{name}"


def read_text(path: Path, shown: str) -> str:
    """Return an input as text with LF line ends and no byte order mark. Raises InputError when it is not UTF-8."""
    data = read_bytes(path, shown)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = unix(error.object[: error.start].decode())
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        lines = unix(error.object.decode("utf-8", "replace")).split("\n")
        message = _("This file is not UTF-8 text.")
        hint = _("Open it in your editor and save it again as UTF-8.")
        raise InputError([Source(shown, tuple(lines)).problem(line, column, message, hint)]) from error
    return unix(text)


def unix(text: str) -> str:
    """Return a text with LF line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
