"""What checks find in the new version of profiles that they did not find in the old one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import PurePath

from vacaturegen.checks import Finding
from vacaturegen.checks.run import Checked, Options
from vacaturegen.checks.run import prepare as prepare_checks
from vacaturegen.layout import SHARED
from vacaturegen.processes import spread
from vacaturegen.versions import Pair, Version, mount_again


def new_findings(old: Version, new: Version, both: Sequence[Pair], day: date) -> tuple[Finding, ...]:
    """Return the findings in these profiles that only the new version has, both as they are on one day.

    A finding is known by its file, rule, field and words: that its line moved makes it no other.
    """
    before = {pair.old: pair.stem for pair in both if pair.old}
    after = {pair.new: pair.stem for pair in both if pair.new}
    left = Counter(known(finding, before) for finding in find_all(old, before, day))
    fresh = []
    for finding in find_all(new, after, day):
        key = known(finding, after)
        if left[key]:
            left[key] -= 1
        else:
            fresh.append(finding)
    return tuple(fresh)


def find_all(version: Version, files: Mapping[str, str], day: date) -> list[Finding]:
    """Return what is found in files of a version; in a file that they share each finding once."""
    found = spread(partial(prepare, version, Options(day)), list(files))
    return sorted({finding for checked in found for finding in checked.findings})


def prepare(version: Version, options: Options) -> Callable[[str], Checked]:
    """Return the function that checks a file of a version, in the process that calls it."""
    mount_again(version)
    return prepare_checks(options)


def known(finding: Finding, stems: Mapping[str, str]) -> tuple[str, ...]:
    """Return what makes two findings the same one."""
    path = PurePath(finding.place.path)
    shared = path.parent.name in SHARED.values()
    names = {PurePath(file).name: stem for file, stem in stems.items()}
    name = f"{path.parent.name}/{path.name}" if shared else names.get(path.name, path.name)
    return name, finding.code, finding.field, finding.text


def say_finding(finding: Finding) -> str:
    """Return a finding as one line: its place, code and message."""
    place = finding.place
    where = f"{place.path}:{place.line}" if place.line else place.path
    return f"{where}: {finding.code} {' '.join(finding.message.split())}"
