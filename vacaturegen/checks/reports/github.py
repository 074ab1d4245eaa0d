"""Findings as workflow commands of GitHub Actions, which become annotations at their lines.

See the documentation of GitHub, "Workflow commands for GitHub Actions" (looked up 2026-11-22). A command is a line;
what would end a part of it is escaped as its toolkit does. Few annotations of each step are shown, so the worst come
first.
"""

from __future__ import annotations

from vacaturegen.checks import Finding
from vacaturegen.checks.reports import Report, path_of
from vacaturegen.checks.rule import Ernst

COMMANDS = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.INFORMATIE: "notice"}
IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
IN_PROPERTY = IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})
"""What is written otherwise."""


def print_report(report: Report) -> str:
    """Return a command for each finding, each on a line of its own."""
    return "\n".join(print_command(finding) for finding in sorted(report.shown, key=lambda one: -one.ernst))


def print_command(finding: Finding) -> str:
    """Return the command of a finding; columns can only be told of words within one line."""
    place = finding.place
    told: dict[str, str | int] = {"file": path_of(finding)}
    if place.line:
        told |= {"line": place.line, "endLine": place.end_line}
        if place.line == place.end_line:
            told |= {"col": place.column, "endColumn": max(place.column, place.end_column - 1)}
    told["title"] = finding.code
    properties = ",".join(f"{name}={str(value).translate(IN_PROPERTY)}" for name, value in told.items())
    better = f" → {finding.better}" if finding.better and finding.text else ""
    message = f"{finding.message}{better}".translate(IN_MESSAGE)
    return f"::{COMMANDS[finding.ernst]} {properties}::{message}"
