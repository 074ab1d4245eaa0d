"""Put files in the output folder whole or not at all: the only place that changes the disk.

Everything that changes is first written to a staging folder inside the output folder and flushed, then renamed in
place. A failure before the first rename leaves the folder as it was; after it each file is the old one or the new
one. Nothing is ever written through a link. One build at a time works in a folder; the next one waits, and sweeps up
what a killed one left. Every OSError becomes one sentence with the path, the cause and the cure. Which files are
written is decided elsewhere.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from vacaturegen.errors import OutputError
from vacaturegen.i18n import _

if sys.platform != "win32":
    import fcntl

STAGING = ".staging-"
HELD_OPEN = (5, 32)  # what Windows says of a file that another program has open


@contextmanager
def new_folders() -> Iterator[Callable[[Path], None]]:
    """Give a function that makes a folder and what is missing above it; after a failure the empty ones are gone."""
    made: list[Path] = []

    def make_folder(folder: Path) -> None:
        with _explained(folder):
            for path in reversed([path for path in (folder, *folder.parents) if not path.is_dir()]):
                path.mkdir(exist_ok=True)
                made.append(path)

    try:
        yield make_folder
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Wait until no other build works in `output`. Windows, and file systems without locks, go without."""
    if sys.platform == "win32":
        yield
        return
    with _explained(output):
        handle = os.open(output, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def staging(output: Path) -> Iterator[Callable[[str, bytes], Path]]:
    """Give a function that stores the bytes meant for a path in a new file and returns where; in the end all are gone.

    The staging folder is made when the first file needs it, so that a build with nothing to do touches nothing.
    """
    with _explained(output):
        for leftover in list(output.glob(f"{STAGING}*")):
            shutil.rmtree(leftover, ignore_errors=True)
    folders: list[Path] = []
    numbers = count()

    def stage(path: str, data: bytes) -> Path:
        with _explained(output / path):
            if not folders:
                folders.append(Path(tempfile.mkdtemp(prefix=STAGING, dir=output)))
            staged = folders[0] / f".{next(numbers)}"
            with staged.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        return staged

    try:
        yield stage
    finally:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)


def inside(output: Path, path: str) -> Path:
    """Return the place of `path` in `output`; OutputError when a link or `..` leads out of it."""
    target = output / path
    with _explained(target):
        if target.parent.resolve().is_relative_to(output.resolve()):
            return target
    raise OutputError(
        _("{path}: this lies outside the output folder, by a link perhaps. Remove the link.").format(path=target)
    )


def read_file(target: Path) -> bytes | None:
    """Return the bytes of a regular file; None for nothing, or a link that a rename will replace; else OutputError."""
    with _explained(target):
        try:
            mode = target.lstat().st_mode
        except FileNotFoundError:
            return None
        if stat.S_ISREG(mode):
            return target.read_bytes()
        if stat.S_ISLNK(mode):
            return None
    raise OutputError(
        _("{path}: something that is not a file is in the way. Move or remove it, and build again.").format(path=target)
    )


def rename(staged: Path, target: Path) -> None:
    """Put a staged file in its place, over whatever file or link lies there."""
    with _explained(target):
        staged.replace(target)


def remove(target: Path) -> None:
    """Remove a file, and its folder when that was the last one in it."""
    with _explained(target):
        target.unlink(missing_ok=True)
    with suppress(OSError):
        target.parent.rmdir()


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path}: {_explain(error, path)}") from error


def _explain(error: OSError, path: Path) -> str:
    """Return the cause of an OSError and, where there is one, the cure."""
    if getattr(error, "winerror", None) in HELD_OPEN and path.suffix == ".docx":
        return _("the file is open in Word or another program. Close it and build again.")
    full = _("the disk is full. Make room and build again.")
    denied = _("you may not read or write here. Ask for access, or choose another folder with --output.")
    no_folder = _("a file stands where a folder must come. Move or remove it, or choose another folder with --output.")
    causes = {
        errno.ENOSPC: full,
        errno.EDQUOT: full,
        errno.EACCES: denied,
        errno.EPERM: denied,
        errno.EROFS: _("this disk cannot be written to. Choose another folder with --output."),
        errno.ENOTDIR: no_folder,
        errno.EEXIST: no_folder,
        errno.EISDIR: _("a folder stands where a file must come. Move or remove it, and build again."),
        errno.ENOENT: _("the folder is gone. Choose another folder with --output, or build again."),
        errno.ELOOP: _("the links here lead round in a circle. Remove them."),
        errno.ENAMETOOLONG: _("this name is too long for the disk. Choose a shorter one."),
        errno.EMFILE: _("too many files are open. Raise the limit (ulimit -n) and build again."),
        errno.EFBIG: _("the file is larger than this disk or the limit (ulimit -f) allows."),
        errno.EIO: _("the disk reports an error. See whether it is sound before you build again."),
        errno.EXDEV: _("this folder is on another disk than the output folder. Put them on one disk."),
        errno.EBUSY: _("another program uses this file. Close that program and build again."),
    }
    return causes.get(error.errno or 0) or _("the system says: {reason}.").format(reason=error.strerror or error)
