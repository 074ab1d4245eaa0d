"""Mutation testing of the package by mutmut, without the mutants that only change a text that people read.

`make mutants` tests the mutants that have no result yet, and prints the counts; `python -m tools.mutants PATTERN...`
does so for some modules, as in 'vacaturegen/notation/*'. Results stay in mutants/ for as long as a function does not
change. `--again` tests the survivors once more, for who wrote a test; `--report` only prints counts and survivors.

What mutmut does not know, and is added here: which mutants are texts (`mutant_texts`), which tests run the line that a
mutant changes, that all tests can be collected once, that a test which noticed one mutant is likely to notice the next
one of that function, that a cache or a fixture which one test fills hides what the next test stands on, and that a
function which is called by an import needs a fresh process. What is noted of the tests for that is in `mutant_tests`.
Who stops a run goes on where it was: notes and results are kept as they come. The settings of mutmut are in
pyproject.toml, the last results in tests/mutants/README.md.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatch
from itertools import chain, groupby, zip_longest
from pathlib import Path
from typing import Any

import pytest
from mutmut import __main__ as mutmut
from mutmut.configuration import config
from mutmut.mutation.data import MutantLineSpans, SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.trampoline import get_mutant_under_test
from mutmut.runners.harness import PytestRunner
from mutmut.state import state
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import change_cwd, walk_mutatable_files
from mutmut.workers.isolation import ForkServerRunner

from tools.mutant_tests import (
    CLEAN,
    FAILURE,
    IMPORTED,
    KILLERS,
    LINES,
    Watch,
    by_line,
    by_promise,
    caches_of_package,
    called_by_imports,
    clean_line,
    digest_by_test_file,
    forget_stats_of_other_code,
    note_failure,
    noted_in,
    tests_of_change,
)
from tools.mutant_texts import functions_in, is_text

FIRST = 10
"""The tests that promise most: of these the quickest comes first."""
WORTH, PATIENCE = (5.0, 30.0), (90, 300)
"""Seconds of tests that a mutant gets, and after which its tests are ended: the first time, and when survivors are
tested again. What only slower tests would notice counts as a survivor."""
SKIPPED = 34
"""What mutmut notes of a mutant that is not tested."""
NOTICED = "killed"
"""What mutmut says of a mutant that a test noticed; one that takes too long may only have had too little time."""
COLUMNS = ("killed", "timeout", "survived", "no tests", "skipped")
NOTHING = "none.x_none__mutmut_"
"""What the name of a mutant that there is not begins with."""
FRESH = [f"tests/test_{name}.py" for name in ("model", "notation", "dutch", "markdown", "profiles", "documents")]
"""The tests for a mutant of what is called by an import."""

original: dict[str, Callable[..., Any]] = {}
"""The functions of mutmut in whose place ours stand."""
collected: dict[pytest.Session, dict[str, pytest.Item]] = {}
"""In the process that forks one for each mutant: its session, and the tests by name."""


class Server:
    """Takes the place of the tests' own loop in the process that forks one for each mutant."""

    def __init__(self, serve: Callable[[], None]) -> None:
        self.serve = serve

    def pytest_runtestloop(self, session: pytest.Session) -> None:
        """Serve until all is done."""
        by_line.update(noted_in(LINES))
        collected[session] = {item.nodeid: item for item in session.items}
        with change_cwd(".."):
            self.digests = digest_by_test_file()
        for cache in caches_of_package():  # filled while tests were collected
            cache.cache_clear()
        gc.freeze()  # else each process would copy all of it when it first looks for garbage
        self.serve()
        os._exit(0)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what passes and what fails while nothing is changed."""
        if get_mutant_under_test().startswith(NOTHING):
            note_failure(report)
            if report.passed and report.when == "teardown":
                with CLEAN.open("a", encoding="utf-8") as file:
                    file.write(f"{clean_line(report.nodeid, self.digests)}\n")


def keep_results_apart(data: Any, *, path: Path | str) -> None:
    """Keep the results of a module out of the package, whose every byte the build cache goes by."""
    original["__init__"](data, path=path)
    data.meta_path = Path("mutants/results", f"{path}.meta").absolute()
    data.meta_path.parent.mkdir(parents=True, exist_ok=True)


def run_stats(runner: Any, *, tests: Iterable[str]) -> Any:
    """Note which functions and lines each test stands on."""
    execute, watch = runner.execute_pytest, Watch()
    runner.execute_pytest = lambda params, plugins: execute(params, plugins=[*plugins, watch])
    os.environ.pop("MUTANT_UNDER_TEST")  # a process that a test starts has nothing to note
    for module in pkgutil.walk_packages(["mutants/vacaturegen"], "vacaturegen."):
        importlib.import_module(module.name)
    IMPORTED.write_text("\n".join(sorted(state()._stats)), "utf-8")
    code = original["run_stats"](runner, tests=tests)
    known = noted_in(LINES)
    for path, lines in watch.lines().items():
        for line, names in lines.items():
            here = known.setdefault(path, {})
            here[line] = sorted({*here.get(line, ()), *names})
    LINES.write_text(json.dumps(known), "utf-8")
    return code


def collect_stats(runner: Any, tests: Iterable[str] | None = None) -> None:
    """Note it by test file, so that who stops halfway has not to begin again."""
    for _, share in groupby(sorted(tests or runner.list_all_tests().ids), key=lambda test: test.partition("::")[0]):
        try:
            original["run_stats_collection"](runner, list(share))
        except SystemExit:
            raise SystemExit(f"without a mutant fails {FAILURE.read_text('utf-8')}") from None


def serve_collected(runner: Any, work: int, results: int) -> None:
    """Be the process that forks one for each mutant, with every test collected already."""
    with change_cwd("mutants"):
        harness = PytestRunner()
        options = ["-s", "-q", "-p", "no:unraisableexception", *harness._pytest_add_cli_args_test_selection]
        server = Server(lambda: original["_forkserver_main"](runner, work, results))
        harness.execute_pytest(options, plugins=[server])


def start_and_try(runner: Any) -> None:
    """Start the process that forks one for each mutant, and see every test pass there while nothing is changed."""
    original["startup"](runner)
    digests, passed = digest_by_test_file(), set(CLEAN.read_text("utf-8").splitlines() if CLEAN.exists() else ())
    todo = [test for test in state().duration_by_test if clean_line(test, digests) not in passed]
    CLEAN.write_text("".join(f"{line}\n" for line in passed if line.partition(" ")[0] in digests.values()), "utf-8")
    FAILURE.write_text("a run that took two hours, or broke off", "utf-8")
    shares = [share for number in range(runner.max_workers) if (share := todo[number :: runner.max_workers])]
    for number, share in enumerate(shares):
        runner.submit(f"{NOTHING}{number}", share, 0, 0.0)
    if any(runner.wait_for_result().exit_code for _ in shares):
        raise SystemExit(f"without a mutant fails {FAILURE.read_text('utf-8')}")


def submit(runner: Any, mutant_name: str, tests: list[str], _limit: int, estimated: float) -> None:
    """Have a mutant tested, for as long as the tests that it gets may take, which are not all that there are."""
    enough = 7200 if mutant_name.startswith(NOTHING) else PATIENCE[asked.again] * 2  # mutmut halves it
    original["submit"](runner, mutant_name, tests, enough, estimated)


def run_tests(runner: Any, *, mutant_name: str, tests: Iterable[str]) -> Any:
    """Run the tests of a mutant, the promising ones first and then the fast ones; return 1 as soon as one fails."""
    if not collected:
        return original["run_tests"](runner, mutant_name=mutant_name, tests=tests)
    if mutant_name.partition("__mutmut_")[0] in called_by_imports():
        return run_in_fresh_process(mutant_name)
    ((session, items),) = collected.items()
    for number in (signal.SIGTERM, signal.SIGCHLD):  # else a process of a test that is ended ends other mutants
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    free = mutant_name.startswith(NOTHING)
    if not free:
        tests = with_sharers(tests_of_change(mutant_name, tests), items)
    ordered, left = by_promise(mutant_name, tests), WORTH[asked.again]
    duration, todo = state().duration_by_test, []
    for test in (*sorted(ordered[:FIRST], key=duration.__getitem__), *ordered[FIRST:]):
        if duration[test] <= left or free:
            todo.append(items[test])
            left -= duration[test]
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    streams = sys.stdout, sys.stderr
    with tempfile.TemporaryDirectory() as folder:
        vars(session.config)["_tmp_path_factory"]._basetemp = Path(folder).resolve()
        for item, following in zip_longest(todo, todo[1:]):
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            sys.stdout, sys.stderr = streams  # monkeypatch brings back the stream of capsys after that has closed it
            if session.testsfailed:
                if not free:
                    KILLERS.mkdir(exist_ok=True)
                    with (KILLERS / mutant_name.partition("__mutmut_")[0]).open("a", encoding="utf-8") as file:
                        file.write(f"{item.nodeid}\n")
                return 1
    return 0


def with_sharers(tests: set[str], items: Mapping[str, Any]) -> set[str]:
    """Add the tests that use what another one set up: a line that a fixture of several tests runs is noted of one."""

    def shared(test: str) -> set[Any]:
        fixtures = [definitions[-1] for definitions in items[test]._fixtureinfo.name2fixturedefs.values()]
        return {fixture for fixture in fixtures if fixture.scope != "function" and fixture.baseid}

    set_up = set().union(*map(shared, tests))
    return {test for test in items if test in tests or (set_up and shared(test) & set_up)}


def run_in_fresh_process(mutant_name: str) -> int:
    """Run tests with the mutant there from the first import on: in this process the modules are imported already."""
    left_out = [option for option in config().pytest_add_cli_args_test_selection if option.startswith("--deselect")]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *FRESH, *left_out]
    surroundings = os.environ | {"MUTANT_UNDER_TEST": mutant_name, "PYTHONPATH": str(Path.cwd())}
    patience = PATIENCE[asked.again]
    done = subprocess.run(command, env=surroundings, check=False, capture_output=True, timeout=patience)
    return done.returncode and 1


def create_mutants(children: int) -> Any:
    """Make the mutants, and note those that only change a text as skipped."""
    stats = original["create_mutants"](children)
    for data in results():
        fresh = [name for name, code in data.exit_code_by_key.items() if code is None]
        functions = functions_in(Path("mutants") / data.path) if fresh else {}
        for name in fresh:
            function = name.rpartition(".")[2]
            if is_text(functions[f"{function.partition('__mutmut_')[0]}__mutmut_orig"], functions[function]):
                data.exit_code_by_key[name] = SKIPPED
        data.save()
    return stats


def results() -> list[Any]:
    """Return what is known of the mutants of each module that was asked for."""
    found = [SourceFileMutationData(path=path) for path in sorted(walk_mutatable_files())]
    found = [data for data in found if any(fnmatch(str(data.path), pattern) for pattern in asked.modules)]
    for data in found:
        data.load()
    return found


def collect_asked(*, mutant_names: Iterable[str]) -> Any:
    """Return the mutants of the modules that were asked for, and all that is known."""
    mutants, data = original["collect_source_file_mutation_data"](mutant_names=list(mutant_names))
    seen, known, lines = state().tests_by_mangled_function_name, set(state().duration_by_test), noted_in(LINES)
    for module in results():
        spans, by_line = MutantLineSpans.load(module.path), lines.get(str(module.path), {})
        for function in {name.partition("__mutmut_")[0] for name in module.exit_code_by_key}:
            span = spans.span_by_function_name[f"{function.rpartition('.')[2]}__mutmut_orig"] if spans else None
            run = (by_line.get(str(line), ()) for line in (range(span.start + 1, span.end + 1) if span else ()))
            seen[function] = known.intersection(chain.from_iterable(run))
            if function in called_by_imports():
                seen[function] = known  # it runs FRESH; with these it comes last
            elif not seen[function]:  # called in another process: what tests the module, tests it
                seen[function] = known.intersection(chain.from_iterable(by_line.values()))
    modules = {module.path for module in results()}
    return [mutant for mutant in mutants if mutant[0].path in modules], data


def forget_survivors() -> None:
    """Let the mutants that no test noticed be tested once more."""
    for data in results():
        for name, code in data.exit_code_by_key.items():
            if status_by_exit_code[code] not in {NOTICED, "skipped"}:
                data.exit_code_by_key[name] = None
        data.save()


def print_report(*, survivors: bool) -> None:
    """Print a table of counts by module, then each survivor with its change."""
    print(f"| module | mutants | {' | '.join(COLUMNS)} | killed % |")
    print(f"| --- | {' | '.join('---:' for _ in range(len(COLUMNS) + 2))} |")
    total: Counter[str] = Counter()
    for data in results():
        count = Counter(status_by_exit_code[code] for code in data.exit_code_by_key.values())
        if count:
            print_counts(str(data.path), count)
        total += count
    print_counts("all", total)
    for data in results() if survivors else ():
        for name, code in data.exit_code_by_key.items():
            if code is not None and status_by_exit_code[code] not in {NOTICED, "skipped"}:
                print(f"\n{get_diff_for_mutant(name, path=data.path)}")


def print_counts(name: str, count: Counter[str]) -> None:
    """Print one row of the table."""
    tested = count.total() - count["skipped"] - count["not checked"]
    share = f"{100 * count[NOTICED] / tested:.1f}" if tested else ""
    others = {status: number for status, number in count.items() if status not in COLUMNS}
    print(f"| {name} | {count.total()} | {' | '.join(str(count[c]) for c in COLUMNS)} | {share} | {others or ''}")


REPLACED: tuple[tuple[Any, str, Callable[..., Any]], ...] = (
    (SourceFileMutationData, "__init__", keep_results_apart),
    (PytestRunner, "run_stats", run_stats),
    (PytestRunner, "run_tests", run_tests),
    (PytestRunner, "warm_up", lambda _: None),
    (ForkServerRunner, "_forkserver_main", serve_collected),
    (ForkServerRunner, "startup", start_and_try),
    (ForkServerRunner, "submit", submit),
    (ForkServerRunner, "run_clean_tests", lambda *_, **__: 0),  # start_and_try does that
    (ForkServerRunner, "run_forced_fail", lambda *_: 1),  # the mutants that are killed show that tests can fail
    (mutmut, "create_mutants", create_mutants),
    (mutmut, "run_stats_collection", collect_stats),
    (mutmut, "collect_source_file_mutation_data", collect_asked),
)

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Test the mutants of the package.")
    parser.add_argument("modules", nargs="*", default=["*"], help="paths or patterns, as vacaturegen/notation/*")
    parser.add_argument("--again", action="store_true", help="test the survivors once more")
    parser.add_argument("--report", action="store_true", help="test nothing; show the survivors")
    asked = parser.parse_args()
    for home, name, function in REPLACED:
        original[name] = getattr(home, name)
        setattr(home, name, function)
    if asked.again:
        forget_survivors()
    if not asked.report:
        forget_stats_of_other_code()
        os.environ["PYTHONPATH"] = str(Path("mutants").absolute())  # for the processes that a test starts
        mutmut._run((), os.cpu_count())
    print_report(survivors=asked.report)
