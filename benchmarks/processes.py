"""Runs commands as processes and tells what they cost: time on the clock, processor time, and memory at its peak.

The figures come from the kernel, for a process and the children that it waited for. Whoever measures memory must be
small itself: Linux counts what a process was before it became another program.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

KIB_PER_MIB = 1024
BETWEEN_LOOKS = 0.05
"""Seconds between two looks at the memory of a family of processes."""


class NotMeasuredError(Exception):
    """What keeps a row from being measured, in words."""


class Cost(NamedTuple):
    """What a command took: seconds on the clock, of processor time and of its system part, and MiB at the peak.

    `peak` is of the largest of its processes; `together` is of all of them at one moment, what they share counted once,
    and 0 when nobody looked.
    """

    wall: float
    cpu: float
    system: float
    peak: float
    together: float = 0


def best(costs: Sequence[Cost]) -> Cost:
    """Return the least of each figure."""
    return Cost(*map(min, zip(*costs, strict=True)))


def alternate(rounds: int, *sides: Callable[[], Cost]) -> list[Cost]:
    """Return the best of so many rounds of each side; in each round all sides take their turn."""
    taken = [[side() for side in sides] for _ in range(rounds)]
    return [best(costs) for costs in zip(*taken, strict=True)]


@contextmanager
def pinned(*cores: int) -> Iterator[None]:
    """Keep what is started here to some of the processors that this process may use, counted from 0."""
    allowed = sorted(os.sched_getaffinity(0))
    if len(allowed) <= max(cores):
        raise NotMeasuredError(f"needs {max(cores) + 1} processors")
    os.sched_setaffinity(0, {allowed[core] for core in cores})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def run(
    command: Sequence[str | Path], *, look: bool = False, ends: Sequence[int] = (0,), folder: Path | None = None
) -> Cost:
    """Run a command to its end, perhaps looking at its memory meanwhile. Raises NotMeasuredError when it fails.

    `ends` are the exit codes of one that did its work; `folder` is the one it runs in, if not this one.
    """
    return finish(start(command, folder), look=look, ends=ends)


class Started(NamedTuple):
    """A command that runs, its process, when that was started, and what takes down its messages."""

    command: str
    process: subprocess.Popen[bytes]
    since: float
    messages: IO[bytes]


def start(command: Sequence[str | Path], folder: Path | None = None) -> Started:
    """Start a command whose output nobody reads, perhaps in a folder."""
    messages = tempfile.TemporaryFile()  # noqa: SIM115  finish() closes it
    since = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=messages, cwd=folder
    )
    return Started(Path(command[0]).name, process, since, messages)


def finish(started: Started, *, look: bool = False, ends: Sequence[int] = (0,)) -> Cost:
    """Wait for the end of a command. Raises NotMeasuredError with its last words if it failed."""
    command, process, since, messages = started
    looks, ended = [0], threading.Event()
    looker = threading.Thread(target=look_at_memory, args=(process.pid, looks, ended))
    if look:
        looker.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - since
    process.returncode = os.waitstatus_to_exitcode(status)
    if look:
        ended.set()
        looker.join()
    with messages:
        messages.seek(0)
        said = messages.read().decode(errors="replace").strip()
    if process.returncode not in ends:
        raise NotMeasuredError(f"{command} failed: {said[-300:] or process.returncode}")
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall, cpu, usage.ru_stime, usage.ru_maxrss / KIB_PER_MIB, max(looks) / KIB_PER_MIB)


def look_at_memory(pid: int, looks: list[int], ended: threading.Event) -> None:
    """Add what a process and its children occupy, in KiB, to `looks` until the process has ended."""
    while not ended.wait(BETWEEN_LOOKS):
        looks.append(memory_of(pid))


def memory_of(pid: int) -> int:
    """Return the KiB of a process and all below it, each shared page as the part that is its own."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        own = next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except (OSError, StopIteration):  # it ended meanwhile
        return 0
    return own + sum(memory_of(int(child)) for child in children)
