"""Findings as JSON of our own: what is told by each key, the handbook says; a key keeps its name and its meaning."""

from __future__ import annotations

from typing import Any

from vacaturegen.checks import Finding
from vacaturegen.checks.reports import Report, path_of, print_json
from vacaturegen.checks.rule import Ernst

VERSION = 1
"""Goes up when a key gets another meaning or goes; a new key changes nothing for who reads the others."""


def print_report(report: Report) -> str:
    """Return the report as a JSON object."""
    told = {
        "versie": VERSION,
        "dag": report.day.isoformat(),
        "profielen": report.profiles,
        "aantallen": {ernst.naam: report.count(ernst) for ernst in reversed(Ernst)},
        "bevindingen": list(map(told_of, report.shown)),
        "hersteld": list(map(told_of, report.repaired)),
    }
    return print_json(told)


def told_of(finding: Finding) -> dict[str, Any]:
    """Return what is told of a finding; a line of 0 stands for the file as a whole."""
    place = finding.place
    return {
        "pad": path_of(finding),
        "regel": place.line,
        "kolom": place.column,
        "eindregel": place.end_line,
        "eindkolom": place.end_column,
        "code": finding.code,
        "ernst": finding.ernst.naam,
        "melding": finding.message,
        "veld": finding.field,
        "tekst": finding.text,
        "beter": finding.better,
        "zeker": finding.certain,
    }
