"""By what a finding is known again when the lines of its file have moved: its file, rule, field and words.

What a finding says is no part of that: it is in another language for another reader, and can be put better.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from vacaturegen.checks import Finding
from vacaturegen.checks.reports import path_of
from vacaturegen.checks.subject import pattern_of


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """Return the fingerprint of each finding; those that are alike are numbered, in the order of the file.

    The number of an item in a list is no part of it either: another item above it changes nothing.
    """
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        known_by = "\0".join((path_of(finding), finding.code, pattern_of(finding.field), finding.text))
        made.append(hashlib.sha256(f"{known_by}\0{seen[known_by]}".encode(errors="surrogateescape")).hexdigest()[:32])
        seen[known_by] += 1
    return made
