"""What is noted of tests while mutants are tested: which run a line, which noticed a mutant, which pass without one."""

from __future__ import annotations

import gc
import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from functools import _lru_cache_wrapper
from itertools import chain, takewhile
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage
from mutmut.mutation.data import MutantLineSpans
from mutmut.state import state
from mutmut.utils.file_utils import change_cwd

QUICK = 1.0
"""Of how many seconds a test is that comes early because it noticed mutants of other functions of the module."""
WHOLE = ("tests/test_documents.py::test_documents_read_as_agreed", "tests/test_cli.py::test_repository_is_current")
"""Tests of all that is printed: few mutants of what makes a document get past them."""
RARE = 20
"""A line that so few tests run, at most, is what they are about: a mistake that is told of, mostly."""
KILLERS, LINES, IMPORTED, PACKAGE, STATS, CLEAN, FAILURE = (
    Path("mutants", name).absolute()
    for name in ("killers", "lines.json", "imported", "package", "mutmut-stats.json", "clean", "failure")
)
"""Where is noted which tests noticed a mutant of a function, which run a line, what is called by an import, for which
state of the package that holds, which tests run a function, which passed without a mutant, and what failed there."""
INPUTS = ("vacaturegen", "tests", "templates", "profiles")
"""The folders that decide what a test sees."""

by_line: dict[str, dict[str, list[str]]] = {}
"""In the process that forks one for each mutant: by file and line, the tests that run it."""


def caches_of_package() -> list[Any]:
    """Return what the functions of the package remember, also of those that only another function knows."""
    found = (value for value in gc.get_objects() if isinstance(value, _lru_cache_wrapper))
    return [value for value in found if str(value.__module__).partition(".")[0] == "vacaturegen"]


class Watch:
    """Empties the package's caches before each test, and has coverage note the lines that it runs."""

    def __init__(self) -> None:
        self.coverage = Coverage(data_file=None, include=["*/mutants/vacaturegen/*"], config_file=False)
        self.caches: list[Any] = []

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Begin a test."""
        self.caches = self.caches or caches_of_package()
        for cache in self.caches:
            cache.cache_clear()
        self.coverage.start()
        self.coverage.switch_context(item.nodeid)

    def pytest_runtest_teardown(self) -> None:
        """End a test."""
        self.coverage.stop()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what fails."""
        note_failure(report)

    def lines(self) -> dict[str, dict[str, list[str]]]:
        """Return, by file and line, the tests that ran it."""
        found = self.coverage.get_data()
        by_line = {path: found.contexts_by_lineno(path) for path in found.measured_files()}
        return {
            Path(path).relative_to(Path("mutants").absolute()).as_posix(): {
                str(line): tests for line, tests in lines.items() if tests
            }
            for path, lines in by_line.items()
        }


def noted_in(path: Path) -> Any:
    """Return what a file of notes holds: nothing, when it is not there."""
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def note_failure(report: pytest.TestReport) -> None:
    """Note what fails while nothing is changed, for who is to mend it."""
    if report.failed:
        FAILURE.write_text(f"{report.nodeid}\n{report.longreprtext}", "utf-8")


def forget_stats_of_other_code() -> None:
    """Forget what was noted of the tests that run a module which is another now."""
    now = {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in Path("vacaturegen").rglob("*.py")}
    then, lines, stats = map(noted_in, (PACKAGE, LINES, STATS))
    changed = {path for path, digest in now.items() if then.get(path) != digest}
    stale = set(chain.from_iterable(chain.from_iterable(lines.pop(path, {}).values() for path in changed)))
    for test in stale:
        stats.get("duration_by_test", {}).pop(test, None)
    for path, noted in ((LINES, lines), (STATS, stats), (PACKAGE, now)):
        if noted:
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(noted), "utf-8")


def spans_of(mutant_name: str) -> tuple[str, Any]:
    """Return the path of the module of a mutant, and where its functions stand in the module with all mutants."""
    module = mutant_name.rpartition(".")[0]
    path = next((path for path in by_line if module == path[:-3].replace("/", ".").removesuffix(".__init__")), "")
    with change_cwd(".."):
        return path, MutantLineSpans.load(path)


def tests_of_change(mutant_name: str, tests: Iterable[str]) -> set[str]:
    """Return those of a function's tests that run the line that a mutant changes, or all where that is not known."""
    path, spans = spans_of(mutant_name)
    if not spans:
        return set(tests)
    changed = mutant_name.rpartition(".")[2]
    names = (f"{changed.partition('__mutmut_')[0]}__mutmut_orig", changed)
    with change_cwd(".."):
        texts = spans.read_function_sources(names)
    one, other = (text.replace(name, "").splitlines() for text, name in zip(texts, names, strict=True))
    same = sum(1 for _ in takewhile(lambda lines: lines[0] == lines[1], zip(one, other, strict=False)))
    first = spans.span_by_function_name[names[0]].start
    run = (by_line[path].get(str(line)) for line in range(first + same, first - 1, -1))
    return set(tests).intersection(next(filter(None, run), tests))


def rarest(mutant_name: str) -> dict[str, int]:
    """Return by test how many run the line of the function that the fewest run, if these are few."""
    path, spans = spans_of(mutant_name)
    name = f"{mutant_name.rpartition('.')[2].partition('__mutmut_')[0]}__mutmut_orig"
    found: dict[str, int] = {}
    span = spans.span_by_function_name[name] if spans else None
    for line in range(span.start, span.end + 1) if span else ():
        run = by_line[path].get(str(line), ())
        found.update((test, len(run)) for test in run if len(run) < found.get(test, RARE + 1))
    return found


def by_promise(mutant_name: str, tests: Iterable[str]) -> list[str]:
    """Sort tests: those that noticed mutants of this function, that run a line of it as few do, of all that is printed.

    Then come quick ones that noticed mutants of the function's module, and quick ones of all kinds.
    """
    function, duration = mutant_name.partition("__mutmut_")[0], state().duration_by_test
    noticed = {path.name: path.read_text("utf-8") for path in KILLERS.glob(f"{function.rpartition('.')[0]}.x*")}
    here, rare = Counter(noticed.get(function, "").splitlines()), rarest(mutant_name)
    near = Counter("".join(noticed.values()).splitlines())
    kinds: Counter[str] = Counter()
    ranks: dict[str, tuple[int, int, bool, int, float, str]] = {}
    for test in sorted(tests, key=lambda test: (duration[test], test)):
        kinds[kind := test.partition("[")[0]] += 1
        promise = -here[test], rare.get(test, RARE + 1), kind not in WHOLE, -near[test] * (duration[test] < QUICK)
        ranks[test] = (*promise, duration[test] * kinds[kind], test)
    return sorted(ranks, key=lambda test: ranks[test])


def called_by_imports() -> set[str]:
    """Return the names of the functions that are called while modules are imported."""
    return set(IMPORTED.read_text("utf-8").splitlines()) if IMPORTED.exists() else set()


def digest_by_test_file() -> dict[str, str]:
    """Return by test file what is another when that file is, or anything else that the tests are made of."""
    found = {path: path.read_bytes() for name in INPUTS for path in Path("mutants", name).rglob("*") if path.is_file()}
    files = {path: found.pop(path) for path in tuple(found) if path.match("tests/test_*.py")}
    others = b"".join(found[path] for path in sorted(found))
    return {f"tests/{path.name}": hashlib.sha256(others + data).hexdigest() for path, data in files.items()}


def clean_line(test: str, digests: dict[str, str]) -> str:
    """Return what is noted of a test that passed without a mutant."""
    return f"{digests[test.partition('::')[0]]} {test}"
