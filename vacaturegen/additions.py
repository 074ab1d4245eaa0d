"""Puts new files in a user's folders: all of them or none, and never over what is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from vacaturegen.errors import OutputError
from vacaturegen.files import shown
from vacaturegen.i18n import _


def add_files(files: Mapping[Path, bytes], folders: Iterable[Path]) -> None:
    """Make folders that are not there yet, and files that may not be there. Raises OutputError.

    After any failure, an interruption too, what was made is gone again.
    """
    made: list[Path] = []
    try:
        for folder in folders:
            missing = [place for place in (folder, *folder.parents) if not place.is_dir()]
            for place in reversed(missing):
                place.mkdir()
                made.append(place)
        for path, data in files.items():
            with path.open("xb") as file:  # fails when it is there, even since a moment ago
                made.append(path)
                file.write(data)
    except BaseException as error:
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        if isinstance(error, OSError):
            raise OutputError(explain(error)) from error
        raise


def explain(error: OSError) -> str:
    """Return what is wrong, and the cure."""
    path = shown(Path(error.filename or "?"))
    if isinstance(error, FileExistsError):
        return _("{path}: this is there already, and was left as it is. Choose another name.").format(path=path)
    return _("{path}: this cannot be made: {cause}.").format(path=path, cause=error.strerror)
