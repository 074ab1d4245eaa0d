"""Findings as a Code Quality report of GitLab: one JSON array, of which a merge request shows what is new.

See the documentation of GitLab, "Code Quality", "Code Quality report format" (looked up 2026-11-22).
"""

from __future__ import annotations

from vacaturegen.checks.reports import Report, path_of, print_json
from vacaturegen.checks.reports.fingerprint import fingerprints
from vacaturegen.checks.rule import Ernst

SEVERITIES = {Ernst.FOUT: "critical", Ernst.WAARSCHUWING: "minor", Ernst.INFORMATIE: "info"}


def print_report(report: Report) -> str:
    """Return the report; what is about a file as a whole is told at its first line."""
    findings = report.shown
    told = [
        {
            "description": finding.message,
            "check_name": finding.code,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[finding.ernst],
            "location": {"path": path_of(finding), "lines": {"begin": max(1, finding.place.line)}},
        }
        for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
    ]
    return print_json(told)
