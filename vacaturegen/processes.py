"""Spread work over as many processes as the machine has processors for it, and gather what comes of it.

What the work is, is no concern of this module. On Linux the first process prepares, and the others are copies of it. A
process that loses the one that asks for the work ends by itself.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from vacaturegen.errors import VacaturegenError
from vacaturegen.i18n import _

if TYPE_CHECKING:
    from multiprocessing import Process
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

    `prepare` is called in a process that works, if need be in each; there are at most `most` (default: as many as there
    are processors). What the function raises passes through. Raises VacaturegenError when a process was ended from
    outside.
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

    with _told_when_gone():
        ours, theirs = zip(*(Pipe() for _ in range(wanted)), strict=True)
    groups = [theirs] if sys.platform == "linux" else [(one,) for one in theirs]
    workers = [Process(target=_serve, args=(prepare, group, {*ours, *theirs}.difference(group))) for group in groups]
    left = iter(items)
    try:
        with _told_when_gone():
            for worker in workers:
                worker.start()
        _close(theirs)
        for one in ours:
            _hand_out(one, islice(left, AHEAD))
        done = 0
        while done < len(items):
            for ready in wait(ours):
                succeeded, result = _gather(ready)
                if not succeeded:
                    raise result
                _hand_out(ready, islice(left, 1))
                yield result
                done += 1
    except BaseException:  # nobody wants to know what they are making
        for worker in workers:
            _stop(worker)
        raise
    finally:
        _close((*ours, *theirs))
        for worker in workers:
            if worker.pid:
                worker.join()


def _stop(worker: Process) -> None:
    """End a process that was started, with the copies that it made of itself."""
    if worker.pid:
        if sys.platform == "linux":
            with suppress(ProcessLookupError):
                os.killpg(worker.pid, signal.SIGTERM)
        worker.terminate()


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
    except (EOFError, OSError) as error:
        message = _("The work was stopped halfway, for want of memory perhaps. Name fewer profiles at once.")
        raise VacaturegenError(message) from error


def _serve(
    prepare: Callable[[], Callable[[Any], Any]], given: Sequence[Connection], others: Iterable[Connection]
) -> None:
    """Answer every item that comes in, until the process that sends them is done or gone.

    There is a process for each connection: this one, and copies of it that begin with all that it has ready.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    if sys.platform == "linux":
        os.setpgid(0, 0)  # so that the copies can be ended together with this one
    _close(others)  # while any process holds an end, nobody notices that the one at that end is gone
    own, *rest = given
    copies = []
    with suppress(EOFError, OSError):  # nobody asks for more, or wants to know
        work = prepare()
        _answer(own, work)  # by then all is there that items share
        for connection in rest:
            if copy := os.fork():
                copies.append(copy)
            else:
                own, copies = connection, []
                break
        _close(connection for connection in given if connection is not own)
        while True:
            _answer(own, work)
    _close(given)
    for copy in copies:
        with suppress(ChildProcessError):  # the system waits for them itself when it was told to
            os.waitpid(copy, 0)


def _answer(asking: Connection, work: Callable[[Any], Any]) -> None:
    asking.send(_attempt(work, asking.recv()))


def _close(connections: Iterable[Connection]) -> None:
    for connection in connections:
        connection.close()


def _attempt(work: Callable[[Any], Any], item: Any) -> tuple[bool, Any]:
    try:
        return True, work(item)
    except Exception as error:  # whatever it is, it belongs to who asked for the work
        return False, error
