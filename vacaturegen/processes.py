"""Spread work over as many processes as the machine has processors for it, and gather what comes of it.

What the work is, is no concern of this module. A process that loses the one that started it ends by itself.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from vacaturegen.errors import VacaturegenError
from vacaturegen.i18n import _

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Result = TypeVar("Result")
WORTH_A_PROCESS = 16
"""With fewer items for each process, starting it takes longer than it saves."""
AHEAD = 2
"""How many items a process is given at a time, so that it never waits for the next one."""


def spread(
    prepare: Callable[[], Callable[[Item], Result]], items: Sequence[Item], most: int | None = None
) -> Iterator[Result]:
    """Yield what the function that `prepare` gives makes of each item, in the order in which they get ready.

    `prepare` is called once in each process; there are at most `most` (default: as many as there are processors). What
    the function raises passes through. Raises VacaturegenError when a process was ended from outside.
    """
    wanted = min(most or processors(), len(items) // WORTH_A_PROCESS)
    if wanted < 2:
        yield from map(prepare(), items) if items else ()
    else:
        yield from _spread(prepare, items, wanted)


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _spread(prepare: Callable[[], Callable[[Item], Result]], items: Sequence[Item], wanted: int) -> Iterator[Result]:
    from multiprocessing import Pipe, Process
    from multiprocessing.connection import wait

    workers: dict[Any, Process] = {}
    left = iter(items)
    try:
        for _number in range(wanted):
            ours, theirs = Pipe()
            worker = Process(target=_serve, args=(prepare, theirs, ours), daemon=True)
            worker.start()
            theirs.close()
            workers[ours] = worker
            _hand_out(ours, islice(left, AHEAD))
        done = 0
        while done < len(items):
            for ready in wait(list(workers)):
                succeeded, result = _gather(ready)
                if not succeeded:
                    raise result
                _hand_out(ready, islice(left, 1))
                yield result
                done += 1
    finally:
        for connection, worker in workers.items():
            worker.terminate()
            worker.join()
            connection.close()


def _hand_out(worker: Any, items: Iterator[Any]) -> None:
    with _told_when_gone():
        for item in items:
            worker.send(item)


def _gather(worker: Any) -> Any:
    with _told_when_gone():
        return worker.recv()


@contextmanager
def _told_when_gone() -> Iterator[None]:
    try:
        yield
    except (EOFError, ConnectionError) as error:
        message = _("The build was stopped halfway, for want of memory perhaps. Build fewer profiles at once.")
        raise VacaturegenError(message) from error


def _serve(prepare: Callable[[], Callable[[Any], Any]], given: Connection, other: Connection) -> None:
    """Answer every item that comes in, until the process that sends them is done or gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    other.close()  # while any process holds that end, this one would not notice that the sender is gone
    work = prepare()
    with suppress(EOFError, OSError):  # nobody asks for more, or wants to know
        while True:
            given.send(_attempt(work, given.recv()))


def _attempt(work: Callable[[Any], Any], item: Any) -> tuple[bool, Any]:
    try:
        return True, work(item)
    except Exception as error:  # whatever it is, it belongs to who asked for the work
        return False, error
