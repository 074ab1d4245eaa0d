"""Work in several processes: all of it is done, mistakes come back, and nobody is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tests.support import ROOT
from vacaturegen import processes
from vacaturegen.errors import InputError, Problem, VacaturegenError
from vacaturegen.processes import WORTH_A_PROCESS, spread

MANY = range(WORTH_A_PROCESS * 3 + 1)
on_linux = pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="what Linux knows of processes")


def squares() -> Callable[[int], tuple[int, int]]:
    """Return a function that also tells in which process it works."""
    return lambda number: (os.getpid(), number * number)


def failing(error: Exception) -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == MANY[-2]:
            raise error
        return number

    return work


def dying() -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == MANY[-2]:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    return work


@pytest.mark.parametrize("most", [1, 2, 3])
def test_everything_is_done_once(most: int) -> None:
    """Each item gives one result, in as many processes as are asked for and worth it."""
    found = list(spread(squares, MANY, most))
    assert sorted(result for _process, result in found) == [number * number for number in MANY]
    assert len({process for process, _result in found}) == most
    assert (os.getpid() in {process for process, _result in found}) == (most == 1)


def counted(path: Path) -> Callable[[int], tuple[int, int]]:
    """Note in a file that somebody prepares."""
    with path.open("a") as file:
        file.write("prepared\n")
    return squares()


@pytest.mark.parametrize(("platform", "times"), [("linux", 1), ("darwin", 3)])
def test_what_is_prepared_is_copied_where_that_can_be(
    platform: str, times: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Linux one process prepares for all of them, elsewhere each does so for itself."""
    monkeypatch.setattr(sys, "platform", platform)
    found = list(spread(partial(counted, tmp_path / "log"), MANY, 3))
    assert sorted(result for _process, result in found) == [number * number for number in MANY]
    assert len({process for process, _result in found}) == 3
    assert (tmp_path / "log").read_text() == "prepared\n" * times


def test_processes_that_begin_with_nothing() -> None:
    """Where a process cannot be copied, everything that it needs is sent to it."""
    code = (
        "import multiprocessing, sys; from tests.test_processes import squares, MANY\n"
        "from vacaturegen.processes import spread\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('spawn'); sys.platform = 'darwin'\n"
        "    print(sum(result for _process, result in spread(squares, MANY, 2)))"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (said.stdout.strip(), said.stderr) == (str(sum(number * number for number in MANY)), "")


@pytest.mark.parametrize("items", [0, 1, WORTH_A_PROCESS * 2 - 1])
def test_little_work_stays_here(items: int) -> None:
    """For a few items no process is started."""
    assert {process for process, _result in spread(squares, range(items), 8)} <= {os.getpid()}


def test_nothing_to_do_prepares_nothing() -> None:
    """Without items nothing is prepared: that can take longer than everything else."""
    assert list(spread(partial(pytest.fail, "prepared"), [])) == []


@pytest.mark.parametrize("most", [1, 2])
def test_mistake_comes_back(most: int) -> None:
    """What a function raises is raised here, with all that it holds."""
    problem = Problem("profiles/a.yaml", 3, 1, "message", "hint", "titel", "titel: x")
    with pytest.raises(InputError) as caught:
        list(spread(partial(failing, InputError([problem])), MANY, most))
    assert caught.value.problems == (problem,)


def test_process_that_is_killed_is_told() -> None:
    """When the system ends a process (for want of memory, say), that is one sentence."""
    with pytest.raises(VacaturegenError, match="stopped halfway"):
        list(spread(dying, MANY, 2))


@pytest.mark.parametrize("attempt", [1, 2, 3])
def test_process_that_cannot_be_started_is_told(attempt: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the system starts no more processes, that is one sentence too."""
    real, attempts = os.fork, count(1)

    def fork() -> int:
        if next(attempts) == attempt:
            raise BlockingIOError
        return real()

    monkeypatch.setattr(os, "fork", fork)
    with pytest.raises(VacaturegenError, match="stopped halfway"):
        list(spread(squares, MANY, 3))


def sleeping() -> Callable[[int], int]:
    def work(number: int) -> int:
        if number > 4:
            time.sleep(60)
        return number

    return work


def test_nobody_waits_for_what_is_not_wanted() -> None:
    """When the results are not wanted any more, what is being made is left."""
    results = spread(sleeping, MANY, 2)
    began = time.monotonic()
    assert next(results) in MANY
    results.close()  # type: ignore[attr-defined]  # it is a generator
    assert time.monotonic() - began < 30


@on_linux
def test_who_stops_early_leaves_nobody_behind() -> None:
    """When the results are not wanted any more, the processes end."""
    results = spread(squares, MANY, 2)
    ids = {next(results)[0] for _ in range(4)}
    results.close()  # type: ignore[attr-defined]  # it is a generator
    wait_for_end(ids)


@on_linux
def test_processes_end_when_the_first_one_is_killed() -> None:
    """Killing the process that asked for the work ends those that do it."""
    code = (
        "from tests.test_processes import squares, MANY; from vacaturegen.processes import spread; import time\n"
        "results = spread(squares, MANY, 2); print(*{next(results)[0] for _ in range(6)}, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) as asking:
        assert asking.stdout
        working = [int(word) for word in asking.stdout.readline().split()]
        asking.kill()
    assert working
    wait_for_end(working)


def wait_for_end(ids: Iterable[int]) -> None:
    deadline = time.monotonic() + 20
    while any(is_working(process) for process in ids):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_working(process: int) -> bool:
    """Tell whether a process is there, and is more than a name that nobody has asked after."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@on_linux
def test_as_many_as_there_are_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a number of one's own there are as many processes as processors that may be used."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1, 5})
    assert processes.processors() == 3
    assert len({process for process, _result in spread(squares, MANY)}) == 3
