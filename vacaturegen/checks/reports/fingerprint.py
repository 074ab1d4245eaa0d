"""By what a finding is known again when the lines of its file have moved: its file, rule, sentence and words."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from vacaturegen.checks import Finding
from vacaturegen.checks.reports import path_of


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """Return the fingerprint of each finding; of those that are alike, the first one in the file keeps the same one."""
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        known_by = "\0".join((path_of(finding), finding.code, finding.message, finding.text))
        made.append(hashlib.sha256(f"{known_by}\0{seen[known_by]}".encode(errors="surrogateescape")).hexdigest()[:32])
        seen[known_by] += 1
    return made
