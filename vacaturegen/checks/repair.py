"""Repairs what is certain, in the very words of a file: nothing but them changes, to the byte.

A repair is made only where the words stand verbatim once in the source of their value, and only when the file then
says what was meant and nothing else. So one that would need other quotation marks is not made.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from vacaturegen.build.rewrite import rewrite
from vacaturegen.checks import Finding
from vacaturegen.errors import InputError, OutputError
from vacaturegen.files import read_bytes, unix
from vacaturegen.sources.editing import Path as Steps
from vacaturegen.sources.editing import texts_in
from vacaturegen.sources.spans import LINE_END, Span, spans_of
from vacaturegen.sources.tree import parse_yaml

BOM = "\ufeff"


class Edit(NamedTuple):
    """Words to replace: where they begin and end in the text, their value with its number, and the finding."""

    start: int
    end: int
    number: int
    value: Span
    finding: Finding


def repair_files(findings: Sequence[Finding]) -> tuple[list[Finding], list[str]]:
    """Repair what is certain among findings, in their files. Raises InputError.

    Return those that were repaired, and of each file that could not be written a message; the others are still done.
    """
    repaired: list[Finding] = []
    refused: list[str] = []
    for name, group in certain_in_files(findings):
        data = read_bytes(Path(name), name)
        made, done = repair(data, group)
        if done:
            try:
                rewrite(Path(name), made, data)
            except OutputError as error:
                refused.append(str(error))
            else:
                repaired += done
    return repaired, refused


def certain_in_files(findings: Iterable[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """Yield the path of each file with the findings in it that are certain."""
    certain = sorted(finding for finding in findings if finding.certain and finding.better and finding.text)
    for name, group in groupby(certain, key=lambda finding: finding.place.path):
        yield name, list(group)


def tell_certain(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings of which only those are certain that a repair would put right. Raises InputError."""
    sure: set[Finding] = set()
    for name, group in certain_in_files(findings):
        sure.update(repair(read_bytes(Path(name), name), group)[1])
    return [finding._replace(certain=finding in sure) if finding.certain else finding for finding in findings]


def repair(data: bytes, findings: Sequence[Finding]) -> tuple[bytes, list[Finding]]:
    """Return the bytes of a file with repairs made, and the findings that they are about."""
    text = data.decode()
    mark = BOM if text.startswith(BOM) else ""
    text = text.removeprefix(BOM)
    edits = list(edits_for(text, findings))
    made = replaced(text, edits)
    if not says_what_is_meant(text, made, edits):  # one of them cannot be made: which one?
        values = groupby(edits, key=lambda edit: edit.number)
        edits = [edit for _number, group in values for edit in those_that_fit(text, list(group))]
        made = replaced(text, edits)
        if not says_what_is_meant(text, made, edits):
            edits, made = [], text
    return f"{mark}{made}".encode(), [edit.finding for edit in edits]


def edits_for(text: str, findings: Sequence[Finding]) -> Iterator[Edit]:
    """Yield the edits that findings ask for, in order; of two that touch the same words only the first."""
    lines = [0, *(found.end() for found in LINE_END.finditer(text))]
    values = texts_of(spans_of(text))
    order = sorted(range(len(values)), key=lambda index: values[index].start)
    starts = [values[index].start for index in order]
    edits = []
    for finding in findings:
        if not 0 < finding.place.line <= len(lines):
            continue
        at = lines[finding.place.line - 1] + finding.place.column - 1
        index = order[max(0, bisect_right(starts, at) - 1)]
        span = values[index]
        source = text[span.start : span.end]
        if span.start <= at < span.end and source.count(finding.text) == 1 == str(span.value).count(finding.text):
            start = span.start + source.index(finding.text)
            edits.append(Edit(start, start + len(finding.text), index, span, finding))
    end = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start >= end:
            end = edit.end
            yield edit


def texts_of(root: Span) -> list[Span]:
    """Return the texts of a file, each with its place, in the order in which they are read."""
    if isinstance(root.value, str):
        return [root]
    children = root.value.values() if isinstance(root.value, dict) else root.value
    return [text for child in children for text in texts_of(child)]


def replaced(text: str, edits: Sequence[Edit], start: int = 0, end: int | None = None) -> str:
    """Return a text, or a piece of it, with the edits made; they are in order and do not touch."""
    parts = []
    for edit in edits:
        parts += [text[start : edit.start], edit.finding.better]
        start = edit.end
    return "".join([*parts, text[start:end]])


def those_that_fit(text: str, edits: list[Edit]) -> list[Edit]:
    """Return the edits of one value that can be made: all of them, else each that can be made with those before it."""
    if fit(text, edits):
        return edits
    kept: list[Edit] = []
    for edit in edits:
        if fit(text, [*kept, edit]):
            kept.append(edit)
    return kept


def fit(text: str, edits: Sequence[Edit]) -> bool:
    """Tell whether one value says what is meant with these edits made, as far as its own lines can tell."""
    value = edits[0].value
    begin = value.start if value.flow else max(text.rfind(end, 0, value.start) for end in "\r\n") + 1
    made = replaced(text, edits, begin, value.end)
    try:
        _key, said = told_by(f"_: [{made}]" if value.flow else f"_:\n{made}")[-1]
    except InputError:
        return False
    return str(said).rstrip("\n") == meant_by(str(value.value), edits).rstrip("\n")  # what ends lines stands behind it


def meant_by(said: str, edits: Sequence[Edit]) -> str:
    """Return what a value says when these edits in it are made."""
    for edit in edits:
        said = said.replace(edit.finding.text, edit.finding.better, 1)
    return said


def says_what_is_meant(text: str, made: str, edits: Sequence[Edit]) -> bool:
    """Tell whether the new text of a file says what the old one did, but for the edits in their values."""
    try:
        new = told_by(made)
    except InputError:
        return False
    meant = told_by(text)
    for number, group in groupby(edits, key=lambda edit: edit.number):
        key, value = meant[number]
        meant[number] = key, meant_by(str(value), list(group))
    return new == meant


def told_by(text: str) -> list[tuple[Steps, Any]]:
    """Return every value of a YAML text with its path, as it is read. Raises InputError."""
    return [(path, node.value) for path, node in texts_in(parse_yaml(unix(text), ""))]
