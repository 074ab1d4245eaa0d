"""Everything that can go wrong, as data: one root exception, a Problem with its place, and the exit codes.

Nothing here prints. Messages are finished sentences in the reader's language; how they look on the screen is the
command's business.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple


class ExitCode(IntEnum):
    """What the command tells the shell (design decision 15)."""

    OK = 0
    FINDINGS = 1
    USAGE = 2


class Problem(NamedTuple):
    """One mistake in one input: where it is, what is wrong in a plain sentence, and the cure.

    `line` and `column` count from 1; 0 means that the file as a whole is meant. `field` is the dotted path of the
    value; `source` is the line as it stands in the file.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    field: str = ""
    source: str = ""


class VacaturegenError(Exception):
    """The root of all errors that a person can cause or cure."""

    exit_code = ExitCode.FINDINGS


class InputError(VacaturegenError):
    """One or more problems in profiles, shared files or templates; sorted by place, each problem once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)  # what another process needs to make the same error

    def __str__(self) -> str:
        return "; ".join(f"{p.path}:{p.line}: {p.message}" for p in self.problems)


class ComparisonError(VacaturegenError):
    """A comparison that could not be made; the message says why, and what to do."""

    exit_code = ExitCode.USAGE


class UncomparableError(InputError):
    """The problems of profiles, shared files or templates that keep a version from being compared with another."""

    exit_code = ExitCode.USAGE


class OutputError(VacaturegenError):
    """Writing (or reading back) an output failed; the message names the path and the cause."""
