"""Findings as SARIF 2.1.0 (OASIS, 2020), which GitHub's code scanning and many editors read.

Columns count characters (`columnKind`), and what has no end is about the line from there on. A repair is told where it
is certain and stands verbatim on one line.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from vacaturegen import __version__
from vacaturegen.checks import RULES, Finding
from vacaturegen.checks.explanation import example_of, holds_for
from vacaturegen.checks.reports import Report, path_of, print_json
from vacaturegen.checks.reports.fingerprint import fingerprints
from vacaturegen.checks.rule import Ernst, Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.INFORMATIE: "note"}
INDEXES = {rule.code: index for index, rule in enumerate(RULES)}


def print_report(report: Report) -> str:
    """Return the report as one run of the tool, with all rules that there are."""
    findings = report.shown
    results = [result_of(*pair) for pair in zip(findings, fingerprints(findings), strict=True)]
    driver = {"name": "vacaturegen", "version": __version__, "language": "nl", "rules": list(map(descriptor, RULES))}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return print_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def descriptor(rule: Rule) -> dict[str, Any]:
    """Return what is told of a rule."""
    told = [rule.why, f"Geldt voor: {holds_for(rule)}.", f"Bron: {rule.source}."]
    examples = [example_of(rule)] if rule.bad else []
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": "\n\n".join([*told, *examples])},
        "defaultConfiguration": {"enabled": not rule.off, "level": LEVELS[rule.ernst]},
    }


def result_of(finding: Finding, fingerprint: str) -> dict[str, Any]:
    """Return what is told of a finding."""
    artifact = {"uri": uri_of(finding)}
    place: dict[str, Any] = {"artifactLocation": artifact}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": INDEXES[finding.code],
        "level": LEVELS[finding.ernst],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"vacaturegen/v1": fingerprint},
    }
    if finding.place.line:
        place["region"] = region = region_of(finding)
        if finding.certain and finding.better and stands_verbatim(finding):
            replacement = {"deletedRegion": region, "insertedContent": {"text": finding.better}}
            change = {"artifactLocation": artifact, "replacements": [replacement]}
            result["fixes"] = [{"description": {"text": finding.better}, "artifactChanges": [change]}]
    return result


def uri_of(finding: Finding) -> str:
    """Return the address of a file: a relative reference within the working folder, else the whole path."""
    path = path_of(finding)
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path, errors="surrogateescape")


def region_of(finding: Finding) -> dict[str, int]:
    """Return where words stand; the end column is the one behind them."""
    place = finding.place
    region = {"startLine": place.line, "startColumn": place.column}
    if (place.line, place.column) == (place.end_line, place.end_column):
        return region
    return region | {"endLine": place.end_line, "endColumn": place.end_column}


def stands_verbatim(finding: Finding) -> bool:
    """Tell whether the place of a finding holds just its words, on one line."""
    place = finding.place
    return place.line == place.end_line and place.end_column - place.column == len(finding.text)
