"""What checks find in the new version of profiles that they did not find in the old one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from vacaturegen.checks import Finding
from vacaturegen.checks.run import Options, check_files
from vacaturegen.versions import Pair, Version


def new_findings(old: Version, new: Version, both: Sequence[Pair], day: date) -> tuple[Finding, ...]:
    """Return the findings in these profiles that only the new version has, as they are on one day.

    A finding is known by its file, rule, field and words: that its line moved makes it no other.
    """
    options = Options(day)
    before = Counter(
        known(finding, old, {pair.old: pair.stem for pair in both})
        for finding in check_files([pair.old for pair in both if pair.old], options)
    )
    fresh = []
    for finding in check_files([pair.new for pair in both if pair.new], options):
        key = known(finding, new, {pair.new: pair.stem for pair in both})
        if before[key]:
            before[key] -= 1
        else:
            fresh.append(finding)
    return tuple(fresh)


def known(finding: Finding, version: Version, stems: dict[str | None, str]) -> tuple[str, ...]:
    """Return what makes two findings the same one."""
    path = Path(finding.place.path)
    name = stems.get(finding.place.path) or (
        path.relative_to(version.folder).as_posix() if path.is_relative_to(version.folder) else path.name
    )
    return name, finding.code, finding.field, finding.text


def say_finding(finding: Finding) -> str:
    """Return a finding as one line: its place, code and message."""
    place = finding.place
    where = f"{place.path}:{place.line}" if place.line else place.path
    return f"{where}: {finding.code} {' '.join(finding.message.split())}"
