"""Put files in the output folder whole or not at all: the only place that changes files on the disk.

Everything that changes is first written to a staging folder inside the output folder and flushed, then renamed in
place. A failure before the first rename leaves the folder as it was; after it each file is the old one or the new
one. Nothing is ever written through a link. One build at a time works in a folder; the next one waits, and sweeps up
what a killed one left. Every OSError becomes one sentence with the path, the cause and the cure. Which files are
written is decided elsewhere. Paths are texts here: making a Path of each was half of the work besides the disk's own.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import accumulate, chain, takewhile
from pathlib import Path

from vacaturegen.errors import OutputError
from vacaturegen.i18n import _

if sys.platform != "win32":
    import fcntl

STAGING = ".staging-"
O_BINARY, O_NOFOLLOW = getattr(os, "O_BINARY", 0), getattr(os, "O_NOFOLLOW", 0)  # each system has one of the two
HELD_OPEN = (5, 32)  # what Windows says of a file that another program has open


@contextmanager
def new_folders() -> Iterator[Callable[[str], None]]:
    """Give a function that makes a folder and what is missing above it; after a failure the empty ones are gone."""
    made: list[str] = []

    def make_folder(folder: str) -> None:
        with _explained(folder):
            missing = takewhile(lambda place: not place.is_dir(), chain((Path(folder),), Path(folder).parents))
            for place in reversed(list(missing)):
                place.mkdir(exist_ok=True)
                made.append(str(place))

    try:
        yield make_folder
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):
                os.rmdir(folder)
        raise


@contextmanager
def locked(output: str) -> Iterator[None]:
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


class Staging:
    """New files on their way to their places in `output`: first all stored and flushed, then renamed.

    The folder that they are stored in is made when the first one comes, so that a build with nothing to do touches
    nothing. In the end it is gone, with what was not put in its place. What others left is swept at the start.
    """

    def __init__(self, output: str, make_folder: Callable[[str], None]) -> None:
        self.output = output
        self.make_folder = make_folder
        self.folder = f"{output}/{STAGING}{os.getpid()}"
        self.paths: list[str] = []
        """The place of each file inside `output`, in the order in which they came."""
        self.done = 0

    def __enter__(self) -> Staging:
        with _explained(self.output):
            with os.scandir(self.output) as found:
                leftovers = [entry.path for entry in found if entry.name.startswith(STAGING)]
            for leftover in leftovers:
                _remove_folder(leftover)
        return self

    def __exit__(self, *_error: object) -> None:
        if self.paths:
            _remove_folder(self.folder)

    def add(self, path: str, chunks: Iterable[bytes]) -> None:
        """Store what is meant for a path."""
        with _explained(f"{self.output}/{path}"):
            if not self.paths:
                os.mkdir(self.folder, mode=0o700)
            self.paths.append(path)
            with open(f"{self.folder}/.{len(self.paths)}", "xb") as file:
                file.writelines(chunks)
                file.flush()
                os.fsync(file.fileno())

    def commit(self, count: int | None = None) -> None:
        """Put the first `count` files (default: all) in their places, over whatever file or link lies there."""
        paths = self.paths[self.done : count]
        for folder in sorted({path.rpartition("/")[0] for path in paths}):
            self.make_folder(f"{self.output}/{folder}")
        for path in paths:
            self.done += 1
            target = f"{self.output}/{path}"
            with _explained(target):
                os.replace(f"{self.folder}/.{self.done}", target)


def put(folder: str, files: Mapping[str, bytes]) -> None:
    """Put files in a folder, by their names: all of them whole, or when something fails none."""
    with new_folders() as make_folder:
        make_folder(folder)
        with locked(folder), Staging(folder, make_folder) as staging:
            for name, data in files.items():
                staging.add(name, [data])
            staging.commit()


def _remove_folder(folder: str) -> None:
    """Remove a folder with what is in it, as far as that can be done."""
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def is_free_folder(output: str, name: str) -> bool:
    """Tell whether a folder in `output` is there or can be made: nothing else, nor a link, has its name."""
    return is_plain_folder(output, name) or not os.path.lexists(f"{output}/{name}")


def is_plain_folder(output: str, name: str) -> bool:
    """Tell whether a folder lies in `output` itself, and not behind a link."""
    try:
        return stat.S_ISDIR(os.lstat(f"{output}/{name}").st_mode)
    except OSError:
        return False


def read_plain(output: str, path: str) -> bytes | None:
    """Return the bytes of a file in `output` that no link stands in the way of; None for anything else at all.

    `path` is "folder/name".
    """
    target = f"{output}/{path}"
    try:
        if not is_plain_folder(output, path.rpartition("/")[0]):
            return None
        if not stat.S_ISREG((found := os.lstat(target)).st_mode):
            return None
        handle = os.open(target, os.O_RDONLY | O_BINARY | O_NOFOLLOW)
        try:
            return os.read(handle, found.st_size + 1)
        finally:
            os.close(handle)
    except OSError:
        return None


def read_file(output: str, path: str) -> bytes | None:
    """Return the bytes of a regular file in `output`; None for nothing, or a link that a rename will replace.

    Raises OutputError when something else is there, or a link or `..` leads out of the folder.
    """
    target = f"{output}/{path}"
    with _explained(target):
        mode = _mode_of(target) if _lies_inside(output, path) else None
        if mode is not None and stat.S_ISREG(mode):
            with open(target, "rb") as file:
                return file.read()
    if mode is None:
        message = _("{path}: this lies outside the output folder, by a link perhaps. Remove the link.")
    elif not mode or stat.S_ISLNK(mode):
        return None
    else:
        message = _("{path}: something that is not a file is in the way. Move or remove it, and build again.")
    raise OutputError(message.format(path=Path(target)))


def _lies_inside(output: str, path: str) -> bool:
    *folders, _name = path.split("/")
    places = list(accumulate(folders, "{}/{}".format, initial=output))
    if ".." not in folders and not any(stat.S_ISLNK(_mode_of(place)) for place in places[1:]):
        return True
    return Path(places[-1]).resolve().is_relative_to(Path(output).resolve())


def _mode_of(path: str) -> int:
    """Return the mode of what lies at a path; 0 for nothing."""
    try:
        return os.lstat(path).st_mode
    except FileNotFoundError:
        return 0


def remove(output: str, path: str) -> None:
    """Remove a file in `output`, and its folder when that was the last one in it."""
    target = f"{output}/{path}"
    with _explained(target), suppress(FileNotFoundError):
        os.unlink(target)
    with suppress(OSError):
        os.rmdir(os.path.dirname(target))


@contextmanager
def _explained(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{Path(path)}: {_explain(error, path)}") from error


def _explain(error: OSError, path: str) -> str:
    """Return the cause of an OSError and, where there is one, the cure."""
    if getattr(error, "winerror", None) in HELD_OPEN and path.endswith(".docx"):
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
