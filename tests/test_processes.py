"""Work in several processes: all of it is done, mistakes come back, and nobody is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tests.support import ROOT
from vacaturegen import processes
from vacaturegen.errors import InputError, Problem, VacaturegenError
from vacaturegen.processes import AHEAD, WORTH_A_PROCESS, spread

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


@pytest.mark.parametrize(("most", "used"), [(1, 1), (2, 2), (3, 3), (8, 3)])
def test_everything_is_done_once(most: int, used: int, capfd: pytest.CaptureFixture[str]) -> None:
    """Each item gives one result, in as many processes as are asked for and worth it, and none of them says a word."""
    found = list(spread(squares, MANY, most))
    assert sorted(result for _process, result in found) == [number * number for number in MANY]
    assert len({process for process, _result in found}) == used
    assert (os.getpid() in {process for process, _result in found}) == (most == 1)
    assert capfd.readouterr().err == ""


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


@on_linux
def test_process_that_ends_before_it_begins_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the system ends a process at its very start, that is the same sentence."""
    monkeypatch.setattr(os, "setpgid", lambda *_: os._exit(1))
    with pytest.raises(VacaturegenError, match="stopped halfway"):
        list(spread(squares, MANY, 2))


@on_linux
def test_system_that_waits_itself_is_let_be() -> None:
    """Where whoever started this does not want to hear of processes that end, all is done as everywhere."""
    code = (
        "import signal; from tests.test_processes import squares, MANY; from vacaturegen.processes import spread\n"
        "signal.signal(signal.SIGCHLD, signal.SIG_IGN)\n"
        "print(sum(result for _process, result in spread(squares, MANY, 2)))"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (said.stdout.strip(), said.stderr) == (str(sum(number * number for number in MANY)), "")


def waiting(folder: Path) -> Callable[[int], int]:
    """Return a function that keeps one process waiting until all is done that it was not given."""

    def work(number: int) -> int:
        deadline = time.monotonic() + 20
        while number == 1 and len(list(folder.iterdir())) < len(MANY) - AHEAD:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        (folder / str(number)).touch()
        return number

    return work


def test_what_takes_long_holds_up_little(tmp_path: Path) -> None:
    """While one process is at a long item, the others do all the rest but the one item that it has ready."""
    assert sorted(spread(partial(waiting, tmp_path), MANY, 2)) == list(MANY)


def sleeping() -> Callable[[int], int]:
    """Return a function that tells in which process it works, and soon works for long."""

    def work(number: int) -> int:
        if number > 4:
            time.sleep(60)
        return os.getpid()

    return work


def test_nobody_waits_for_what_is_not_wanted() -> None:
    """When the results are not wanted any more, what is being made is left, in every process."""
    results = spread(sleeping, MANY, 2)
    began = time.monotonic()
    ids = {next(results) for _ in range(5)}
    assert len(ids) == 2
    results.close()  # type: ignore[attr-defined]  # it is a generator
    assert time.monotonic() - began < 30
    wait_for_end(ids)


def lingering() -> Callable[[int], int]:
    """Return a function that tells in which process it works, and keeps the second one there for a moment more."""

    def work(number: int) -> int:
        if number == AHEAD:
            threading.Thread(target=time.sleep, args=(1,)).start()
        return os.getpid()

    return work


@on_linux
def test_nobody_is_left_when_all_is_done() -> None:
    """When the last result is there, every process has ended, also one that takes longer for it than the others."""
    ids = set(spread(lingering, MANY, 2))
    assert len(ids) == 2
    assert not any(map(is_working, ids))


@on_linux
def test_who_stops_early_leaves_nobody_behind() -> None:
    """When the results are not wanted any more, the processes end."""
    results = spread(squares, MANY, 2)
    ids = {next(results)[0] for _ in range(4)}
    results.close()  # type: ignore[attr-defined]  # it is a generator
    wait_for_end(ids)


@on_linux
def test_processes_end_when_the_first_one_is_killed() -> None:
    """Killing the process that asked for the work ends those that do it, without a word."""
    code = (
        "from tests.test_processes import squares, MANY; from vacaturegen.processes import spread; import time\n"
        "results = spread(squares, MANY, 2); print(*{next(results)[0] for _ in range(6)}, flush=True); time.sleep(60)"
    )
    command, pipe = [sys.executable, "-c", code], subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True) as asking:
        assert asking.stdout
        assert asking.stderr
        working = [int(word) for word in asking.stdout.readline().split()]
        asking.kill()
        assert working
        wait_for_end(working)
        assert asking.stderr.read() == ""


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


@pytest.mark.parametrize(("counted", "used"), [(6, 6), (None, 1)])
def test_processors_where_the_system_does_not_tell_whose(
    counted: int | None, used: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing tells which processors may be used, it is all that there are, or one when nobody knows."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: counted)
    assert processes.processors() == used
