"""From profile files to what checks find in them: each finding once, in the order of the files.

A profile that is not valid gives its mistakes as findings of one code, so that one list tells all there is to mend; so
does one of which only the documents show what is wrong. What is right in it is looked at all the same.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from vacaturegen.checks import INVALID, RULES, Finding, find
from vacaturegen.checks.exceptions import UNUSED, Ignored, covers, exceptions_of
from vacaturegen.checks.figures import read_figures
from vacaturegen.checks.language.dictionary import is_installed
from vacaturegen.checks.language.spelling import SPELLING_RULES
from vacaturegen.checks.places import Place
from vacaturegen.checks.rule import Ernst, Hit, Rule
from vacaturegen.checks.subject import Subject, prose_of, read_prose
from vacaturegen.errors import InputError, Problem
from vacaturegen.i18n import _
from vacaturegen.processes import spread

if TYPE_CHECKING:
    from vacaturegen.library import Library
    from vacaturegen.profiles import Loaded
    from vacaturegen.templating import Environment

    Tools = tuple[Library, Environment]

Found = TypeVar("Found", Finding, Ignored)


class Options(NamedTuple):
    """What is asked of a check: the day that it is, the codes of rules that are off unless asked for, and how much.

    `whole` says that the files are all the profiles there are: only then is an exception that they share unused.
    """

    day: date
    also: frozenset[str] = frozenset()
    whole: bool = False


class Checked(NamedTuple):
    """What came of one profile: its findings, and its exceptions, of which some were of use."""

    findings: list[Finding]
    exceptions: set[Ignored]
    used: set[Ignored]


def check_files(files: Sequence[str], options: Options) -> list[Finding]:
    """Return what is found in profiles; in a file that they share each finding once. Ordered by file and place."""
    findings: set[Finding] = set()
    exceptions: set[Ignored] = set()
    used: set[Ignored] = set()
    for checked in spread(partial(prepare, options), files):
        findings.update(checked.findings)
        exceptions |= checked.exceptions
        used |= checked.used
    paths = one_path_each(files, {one.place.path for one in findings} | {one.place.path for one in exceptions})
    findings, exceptions, used = at(paths, findings), at(paths, exceptions), at(paths, used)
    invalid = any(finding.code == INVALID.code for finding in findings)
    findings.update(unused(exceptions - used, files, asked(options), shared=options.whole and not invalid))
    unique = {(finding.place, finding.code, finding.message): finding for finding in sorted(findings)}
    return sorted(unique.values())


def one_path_each(files: Sequence[str], paths: set[str]) -> dict[str, str]:
    """Return for each path the one by which its file is told of, so that each file has one.

    That is how somebody named it, else the path that leads to it with the fewest steps back.
    """
    first: dict[Path, str] = {}
    others = sorted(paths, key=lambda path: (Path(path).parts.count(".."), path))
    return {path: first.setdefault(Path(path).resolve(), path) for path in (*files, *others)}


def at(paths: Mapping[str, str], found: Iterable[Found]) -> set[Found]:
    """Return findings or exceptions with the paths by which their files are told of."""
    return {one._replace(place=one.place._replace(path=paths[one.place.path])) for one in found}


def asked(options: Options) -> list[Rule]:
    """Return the rules that are looked at; those about spelling only where there is a dictionary."""
    absent = () if is_installed() else SPELLING_RULES
    return [rule for rule in RULES if rule not in absent and (not rule.off or rule.code in options.also)]


def unused(left: Iterable[Ignored], files: Sequence[str], rules: Iterable[Rule], *, shared: bool) -> Iterator[Finding]:
    """Yield the exceptions that were of no use: those of a profile, and if it is known of them those that are shared.

    Of a rule that nobody looked at there is nothing to say.
    """
    codes, own = {rule.code for rule in rules}, set(files)
    for place, code, _field in left:
        if code in codes and (shared or place.path in own):
            message = _("Nothing is found here of what {code} looks at. Leave this exception out.")
            yield Finding(place, UNUSED.code, UNUSED.ernst, message.format(code=code))


def prepare(options: Options) -> Callable[[str], Checked]:
    """Return the function that checks a file; it keeps what it read for the files that follow."""
    # what is remembered of texts holds no circles, and grows: looking for those took a seventh of the time
    gc.set_threshold(50_000, 50, 1_000)
    from vacaturegen import library, profiles, templating

    shelf = profiles.Shelf()
    rules = asked(options)
    tools: dict[Path, Tools] = {}

    def tools_for(folder: Path) -> Tools:
        if folder not in tools:
            found = library.read_library(folder)
            tools[folder] = found, templating.make_environment(found)
        return tools[folder]

    def check(file: str) -> Checked:
        checked = Checked([], set(), set())
        told: dict[str, set[tuple[str, Hit]]] = {}
        problems: list[Problem] = []
        loaded = profiles.attempt(Path(file), shelf, problems)
        if loaded:
            try:
                library, environment = tools_for(loaded.folder)
            except InputError as error:
                problems.extend(error.problems)
            else:
                problems = problems or unprintable(loaded, library, environment)
                for subject in subjects_of(loaded, options.day, library):
                    add_findings(checked, subject, rules, told.setdefault(subject.loaded.edition, set()))
        if problems:
            checked.findings.extend(map(from_problem, problems))
            checked.exceptions.clear()  # what is wrong cannot be looked at: who knows what an exception is for
        return checked

    return check


def unprintable(loaded: Loaded, library: Library, environment: Environment) -> list[Problem]:
    """Return what is wrong with a valid profile that only its documents show."""
    from vacaturegen.documents import refuse_unprintable

    try:
        refuse_unprintable(loaded, library, environment)
    except InputError as error:
        return list(error.problems)
    return []


def subjects_of(loaded: Loaded, day: date, library: Library) -> Iterator[Subject]:
    """Yield each document of a profile as rules look at it."""
    from vacaturegen.profiles.editions import kinds_of

    codes, figures = frozenset(rule.code for rule in RULES), read_figures()
    for edition in (loaded, *loaded.others):
        prose = prose_of(edition.profiel)
        found = read_prose(prose)
        for kind in kinds_of(edition.edition, edition.profiel):
            yield Subject(edition, kind, day, figures, library.clauses, codes, prose, found)


def add_findings(checked: Checked, subject: Subject, rules: Iterable[Rule], told: set[tuple[str, Hit]]) -> None:
    """Add what rules find in a document, but what an exception is for.

    What other kinds of document of the same edition have `told` is not told again.
    """
    ignored = exceptions_of(subject.loaded)
    checked.exceptions.update(ignored)
    for finding in find(subject, rules, told):
        for_this = [one for one in ignored if one.code == finding.code and covers(one.field, finding.field)]
        checked.used.update(for_this)
        if not for_this:
            checked.findings.append(finding)


def from_problem(problem: Problem) -> Finding:
    """Return the finding that a mistake in a profile is."""
    place = Place(problem.path, problem.line, problem.column, problem.line, problem.column)
    return Finding(place, INVALID.code, INVALID.ernst, f"{problem.message} {problem.hint}".strip(), problem.field)


def worst(findings: Iterable[Finding]) -> Ernst | None:
    """Return how bad the worst of these findings is, or None when there are none."""
    return max((finding.ernst for finding in findings), default=None)
