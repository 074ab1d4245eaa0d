"""What a check found, as text for people or for a machine: each form is a module here with a function `print_report`.

Nothing is found here and nothing is left out; and no form knows of another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from importlib import import_module
from json import dumps
from pathlib import Path
from typing import Any, NamedTuple

from vacaturegen.checks import Finding
from vacaturegen.checks.rule import Ernst
from vacaturegen.files import shown


class Report(NamedTuple):
    """What there is to tell: all findings, from how bad on they are shown, how many profiles, and what was repaired."""

    found: Sequence[Finding]
    least: Ernst
    profiles: int
    day: date
    repaired: Sequence[Finding] = ()

    @property
    def shown(self) -> list[Finding]:
        """The findings that are bad enough to be shown, in order."""
        return [finding for finding in self.found if finding.ernst >= self.least]

    def count(self, ernst: Ernst) -> int:
        """Return how many findings are just as bad as this."""
        return sum(finding.ernst is ernst for finding in self.found)


def print_report(form: str, report: Report) -> str:
    """Return a report in a form, by the name of its module, without a line end behind it."""
    text: str = import_module(f"vacaturegen.checks.reports.{form}").print_report(report)
    return text


LONE = re.compile(r"(\\\\|\\ud[89ab]..\\ud[c-f]..)|\\ud[89a-f]..")
"""Half of a character in JSON, which no text can hold; the group is what looks like it."""


def print_json(told: Any) -> str:
    """Return data as JSON, in characters that every screen and pipe can take.

    Of a file name that is no text, each byte that is wrong is shown as U+FFFD.
    """
    return LONE.sub(lambda found: found[1] or r"\ufffd", dumps(told, indent=2))


def path_of(finding: Finding) -> str:
    """Return the path of a finding's file as every form tells it: from the working folder on, with forward slashes."""
    return shown_path(finding.place.path)


@lru_cache(maxsize=8)
def shown_path(path: str) -> str:
    """Return a path as `path_of` does; findings come in the order of their files."""
    return Path(shown(Path(path))).as_posix()
