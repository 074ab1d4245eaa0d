"""Reads files: shipped ones and the user's, as bytes or as text, with a Problem that names the file when that fails."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from vacaturegen.errors import InputError, Problem
from vacaturegen.i18n import _

MAX_BYTES = 1 << 20
MAX_WORD_BYTES = 8 << 20
"""A Word file of an organisation's own can hold pictures, a text cannot."""
SHOWN = 110
"""How many characters of a line a message shows."""


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


def read_bytes(path: Path, shown: str, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of an input. Raises InputError, naming it as `shown`, when it cannot be read or is too large."""
    try:
        found = path.stat()
        if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):  # a pipe could wait for ever
            raise InputError([Problem(shown, 0, 0, _("This is not a file."), _("Name a file."))])
        with path.open("rb") as file:
            # with a limit, room is made for all of it, which takes longer than reading a profile
            data = file.read() if found.st_size <= limit else file.read(limit + 1)
    except (OSError, ValueError) as error:  # ValueError: no path can have such characters
        raise InputError([unreadable(shown, error)]) from error
    if len(data) > limit:
        hint = _("Keep it to {limit} kB at most, or split it.").format(limit=limit // 1024)
        raise InputError([Problem(shown, 0, 0, _("This file is too large."), hint)])
    return data


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
        with os.scandir(folder) as found:
            return [folder / name for name in sorted(entry.name for entry in found if not is_folder(entry))]
    except OSError as error:
        raise InputError([unreadable(shown(folder), error)]) from error


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry of a folder is one itself; a link that leads round in a circle is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def shown(path: Path) -> str:
    """Return the path as a person would write it: relative when it lies in the current folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


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
