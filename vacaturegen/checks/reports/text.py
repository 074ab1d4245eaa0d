"""Findings for people: where, how bad, which rule, what is the matter, the words in their line, and what is better.

What a line can hold on a narrow screen is what is shown. Information takes one paragraph each, so that what must be
mended stands out among it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from textwrap import TextWrapper

from vacaturegen.checks import Finding
from vacaturegen.checks.reports import Report, path_of
from vacaturegen.checks.rule import Ernst
from vacaturegen.errors import InputError
from vacaturegen.files import read_text
from vacaturegen.i18n import N_, _, ngettext

WIDTH = 80
INDENT = "    "
BEFORE = 24
"""How many characters of a long line are shown before the words."""
MANY = 20
"""From how many times information on it is said how to see less."""
NAMES = {Ernst.FOUT: N_("error"), Ernst.WAARSCHUWING: N_("warning"), Ernst.INFORMATIE: N_("information")}

wrapper = partial(TextWrapper, width=WIDTH, break_long_words=False, break_on_hyphens=False)


def print_report(report: Report) -> str:
    """Return the report in lines; it always ends with how much was found."""
    shown, lines = report.shown, list[str]()
    sources: dict[str, Sequence[str]] = {}
    for finding in report.repaired:
        lines += print_repair(finding)
    if report.repaired:
        lines.append("")
    for finding in shown:
        lines += print_finding(finding, sources)
    if shown:
        lines.append("")
    return "\n".join([*lines, *print_summary(report)])


def print_finding(finding: Finding, sources: dict[str, Sequence[str]]) -> Iterator[str]:
    """Yield the lines of one finding; `sources` keeps the lines of files that were read."""
    head = f"{place_of(finding)}: {_(NAMES[finding.ernst])} {finding.code}: {one_line(finding.message)}"
    yield from wrapper(subsequent_indent="  ").wrap(head)
    if finding.ernst is not Ernst.INFORMATIE:
        yield from print_excerpt(finding, sources)
    if finding.better and finding.text:
        better = _("Better: {text}").format(text=one_line(finding.better))
        yield from wrapper(initial_indent=INDENT, subsequent_indent=INDENT).wrap(better)


def print_excerpt(finding: Finding, sources: dict[str, Sequence[str]]) -> Iterator[str]:
    """Yield the line that a finding is about, cut to what fits, with a mark below its words."""
    place = finding.place
    lines = lines_of(place.path, sources)
    if not 0 < place.line <= len(lines):
        return
    line, room = lines[place.line - 1], WIDTH - len(INDENT)
    start = len(line) - len(line.lstrip())
    if len(line) - start > room:
        start = max(start, min(place.column - 1 - BEFORE, len(line) - room))
    shown = line[start : start + room]
    if start and line[:start].strip():
        shown = f"…{shown[1:]}"
    if len(line) > start + room:
        shown = f"{shown[:-1]}…"
    first = max(0, place.column - 1 - start)
    last = place.end_column - 1 - start if place.end_line == place.line else len(shown)
    yield INDENT + shown
    yield INDENT + " " * first + "^" * max(1, min(last, len(shown)) - first)


def lines_of(path: str, sources: dict[str, Sequence[str]]) -> Sequence[str]:
    """Return the lines of a file as they stand there; of what cannot be read none."""
    if path not in sources:
        try:
            sources[path] = read_text(Path(path), path).split("\n")
        except InputError:
            sources[path] = ()
    return sources[path]


def print_repair(finding: Finding) -> Iterator[str]:
    """Yield that something was repaired."""
    said = _("repaired: “{words}” is now “{better}”").format(words=finding.text, better=finding.better)
    yield from wrapper(subsequent_indent="  ").wrap(f"{place_of(finding)}: {finding.code} {one_line(said)}")


def print_summary(report: Report) -> Iterator[str]:
    """Yield how much was found, and what helps who wants to know more or see less."""
    within = ngettext("in {n} profile", "in {n} profiles", report.profiles).format(n=report.profiles)
    if report.repaired:
        count = len(report.repaired)
        yield ngettext("{n} place repaired.", "{n} places repaired.", count).format(n=count)
    if not report.found:
        yield _("Nothing found {within}.").format(within=within)
        return
    errors, warnings, rest = map(report.count, reversed(Ernst))
    counts = [
        ngettext("{n} error", "{n} errors", errors).format(n=errors) if errors else "",
        ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings) if warnings else "",
        ngettext("{n} time information", "{n} times information", rest).format(n=rest) if rest else "",
    ]
    yield f"{', '.join(filter(None, counts))} {within}."
    if report.shown:
        yield _("More about a rule: vacaturegen explain {code}").format(code=report.shown[0].code)
    if rest >= MANY and report.least is Ernst.INFORMATIE:
        yield _("Without the information: --toon waarschuwing")


def place_of(finding: Finding) -> str:
    """Return where a finding stands, as editors and terminals know it."""
    place = finding.place
    return f"{path_of(finding)}:{place.line}:{place.column}" if place.line else path_of(finding)


def one_line(text: str) -> str:
    """Return a text without line ends."""
    return " ".join(text.split())
