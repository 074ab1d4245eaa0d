"""Whether files are still what they were, by what the file system says of them: then nobody has to read their bytes.

The seal is an attribute of the cache file, where the file system has those, and no part of its bytes: equal inputs give
equal bytes. It stands for the number, the size and the times of every output that the cache file tells of. Who writes
in a file gives it another time of change, which no program sets; only who has it mapped in memory can change it for a
while without a trace. But a file system counts time in steps, and who writes twice within a step leaves none either. So
what was read of a file counts only when its time of change lay before the clock of the file system as it stood when the
reading began.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

ATTRIBUTE = "user.vacaturegen"
SEALED, BROKEN = 32, 8
"""How many bytes a seal has, and what stands in its place while it is broken."""
STEP, STEPS = 0.001, 20
"""How many seconds to wait, and how often at most, until the clock of the file system takes its next step."""
Group = tuple[str, Sequence[str]]
"""A name, and the paths of some files."""


class State(NamedTuple):
    """What the file system says of some files: a digest of it all, and their last time of change (nanoseconds)."""

    digest: bytes
    changed: int


class Seal:
    """The seal of a cache file during a build.

    Groups of outputs, each with a name, are looked at, then read, then confirmed: `known` has the states of these.
    """

    def __init__(self, output: str, file: str) -> None:
        """`file` is the path of the cache file in the folder `output`; it need not be there."""
        self.output = output
        self.file = f"{output}/{file}"
        self.looked: dict[str, State] = {}
        self.known: dict[str, State] = {}
        self.clock = 0
        """The clock of the file system when the reading began; 0 when it tells nothing."""

    def holds(self, head: bytes, groups: Iterable[Group]) -> bool:
        """Tell whether groups are as they were when they were sealed under this head; then all of them are known."""
        there = read_attribute(self.file)
        if len(there) != SEALED:
            return False
        states = {name: look(self.output, paths) for name, paths in groups}
        found = {name: state for name, state in states.items() if state}
        if len(found) == len(states) and there == seal_of(head, found.values()):
            self.known = found
        return bool(self.known)

    def begin(self, groups: Iterable[Group]) -> bool:
        """Break the seal, and look at groups that are to be read and confirmed; False where there can be no seal.

        What was written just now is waited for: only after the next step of the clock does reading it count.
        """
        self.clock = break_seal(self.file)
        if self.clock:
            states = {name: look(self.output, paths) for name, paths in groups}
            self.looked = {name: state for name, state in states.items() if state}
            newest = max((state.changed for state in self.looked.values()), default=0)
            for _step in range(STEPS):
                if newest < self.clock:
                    break
                time.sleep(STEP)
                self.clock = break_seal(self.file)
        return self.clock > 0

    def confirm(self, name: str) -> None:
        """Note that the outputs of a group were read since they were looked at, and are what they should be."""
        if name in self.looked and self.looked[name].changed < self.clock:
            self.known[name] = self.looked[name]

    def renew(self, head: bytes, names: Iterable[str]) -> None:
        """Seal the groups with these names under a head, if all of them are known."""
        states = [self.known.get(name) for name in names]
        if all(states):
            write_attribute(self.file, seal_of(head, filter(None, states)))


def look(output: str, paths: Sequence[str]) -> State | None:
    """Return the state of files in `output`; None when one of them is no plain file in a plain folder.

    Each path is "folder/name".
    """
    facts = []
    try:
        for folder in {path.rpartition("/")[0] for path in paths}:
            if not stat.S_ISDIR(os.lstat(f"{output}/{folder}").st_mode):
                return None
        for path in paths:
            found = os.lstat(f"{output}/{path}")
            if not stat.S_ISREG(found.st_mode):
                return None
            facts.append((path, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns))
    except OSError:
        return None
    return State(hashlib.sha256(repr(facts).encode()).digest(), max(fact[-1] for fact in facts))


def seal_of(head: bytes, states: Iterable[State]) -> bytes:
    """Return the seal of a cache file that begins with `head`, for outputs in these states."""
    return hashlib.sha256(b"".join((head, *sorted(state.digest for state in states)))).digest()


def read_attribute(file: str) -> bytes:
    """Return the seal that lies on a file; nothing when there is none."""
    if sys.platform == "linux":
        with suppress(OSError):
            return os.getxattr(file, ATTRIBUTE, follow_symlinks=False)
    return b""


def break_seal(file: str) -> int:
    """Take the seal off a file, and return the clock of the file system; 0 where it cannot be done."""
    # never what lies there already: writing that again does not always move the clock
    if write_attribute(file, os.urandom(BROKEN)):
        with suppress(OSError):
            found = os.lstat(file)
            if found.st_ctime_ns != found.st_mtime_ns:  # some file systems know only when a file was written to
                return found.st_ctime_ns
    return 0


def write_attribute(file: str, value: bytes) -> bool:
    """Lay a seal, or what is none, on a file with one name only, behind no link; tell whether that could be done."""
    if sys.platform == "linux":
        with suppress(OSError):
            found, folder = os.lstat(file), os.lstat(file.rpartition("/")[0])
            if stat.S_ISREG(found.st_mode) and found.st_nlink == 1 and stat.S_ISDIR(folder.st_mode):
                os.setxattr(file, ATTRIBUTE, value, follow_symlinks=False)
                return True
    return False
