"""What somebody would type in a profile for a text to read otherwise: candidates, the likeliest first.

None of them is sure. Whether one is right shows when the document is made with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import product
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.asking.spreading import spread
from vacaturegen.checks.reading.written import days_in
from vacaturegen.comparing.words import Atom, join, text_of
from vacaturegen.notation import Datum, notation_of
from vacaturegen.writers.md import print_copy

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
THOUSANDS = re.compile(r"\.(?=\d{3}(?:\D|$))")
SENTENCE_LINE = re.compile(r"[.?!…]['”’)]?\n[^\n]")
SENTENCE = re.compile(r"[.?!…]['”’)]?\s*\Z")
GAPS = re.compile(r"\n(?:[ \t]*\n){2,}")


class Change(NamedTuple):
    """What changed in a text: from which character up to which, and the pieces that stand there now."""

    start: int
    end: int
    atoms: tuple[Atom, ...]


def candidates(written: str, field: str, was: str, ways: Sequence[Sequence[Change]]) -> Iterator[tuple[str, str]]:
    """Yield what a value could be for one of its places to read otherwise, each once, and how it would read there.

    `written` is what it is now, as it was typed; `was` how it reads in that place, and `ways` the ways to see what
    changed there.
    """
    seen = {(written, was)}
    for changes in ways:
        reads = said_with(was, changes)
        for made in (*retyped(written, field, was, changes), *reworded(written, was, reads)):
            tidy = GAPS.sub("\n\n", made).strip("\n") if made.strip() else ""
            for said in (as_others(tidy, written), tidy):
                if said and (said, reads) not in seen:
                    seen.add((said, reads))
                    yield said, reads


def as_others(text: str, other: str) -> str:
    """Return a text without its capital when another one has none: templates give what begins a line its own."""
    small = other[:1].islower() and not text[1:2].isupper()
    if small and text.startswith("Eén"):
        return f"één{text[3:]}"
    return text[:1].lower() + text[1:] if small else text


def said_with(was: str, changes: Sequence[Change]) -> str:
    """Return how a text reads with changes made to it."""
    return applied(was, [(change.start, change.end, text_of(change.atoms)) for change in changes])


def applied(text: str, changes: Sequence[tuple[int, int, str]]) -> str:
    """Return a text with pieces of it replaced; they are in order and do not touch."""
    parts, at = [], 0
    for start, end, said in changes:
        parts += [text[at:start], said]
        at = end
    return "".join([*parts, text[at:]])


def retyped(written: str, field: str, was: str, changes: Sequence[Change]) -> Iterator[str]:
    """Yield a text as it was typed with the same changes made to it, where it reads there as it was typed."""
    for places, form in product(spread(written, field, was), (as_typed, as_marked)):
        edits = []
        for change in changes:
            said = form(change.atoms)
            if change.start < change.end:
                start, end = places[change.start][0], places[change.end - 1][1]
                if was[change.end - 1].isspace() and change.end < len(was):
                    end = places[change.end][0]
            else:
                start = end = places[change.start - 1][1] if change.start else places[0][0]
                said = on_lines(written, start, said)
            edits.append((start, end, said))
        yield applied(written, edits)
        if any(written[start - 2 : start] == "**" == written[end : end + 2] for start, end, _said in edits):
            yield applied(written, [(max(start - 2, 0), end + 2, said) for start, end, said in edits])


def as_typed(atoms: Sequence[Atom]) -> str:
    """Return pieces as plain text."""
    return text_of(atoms)


def as_marked(atoms: Sequence[Atom]) -> str:
    """Return pieces as Markdown, with their emphasis and links; what would be Markdown by itself stays text."""
    text = text_of(atoms)
    body = text.strip()
    if not body:
        return text
    inline = Token("inline", "", 0, content=text, children=join(atoms))
    copy = print_copy([Token("paragraph_open", "p", 1), inline, Token("paragraph_close", "p", -1)]).decode()
    before, behind = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{' '.join(copy.split())}{behind}"


def on_lines(written: str, at: int, said: str) -> str:
    """Return sentences that come into a text; where each stands on a line of its own, so do they."""
    if not SENTENCE.search(said) or not SENTENCE_LINE.search(written):
        return said
    before, behind = "\n" if said[:1].isspace() else "", "\n" if said[-1:].isspace() else ""
    return f"{before}{said.strip()}{behind if written[at - 1 : at] == chr(10) or not before else ''}"


def reworded(written: str, was: str, now: str) -> Iterator[str]:
    """Yield a value that reads otherwise than it was typed, in the notation that it was typed in."""
    for way in (with_days, with_numbers):
        if (made := way(written, was, now)) is not None:
            yield made
    for said in dict.fromkeys((now.strip(), now.strip().rstrip(".;,"))):
        yield said
        yield said[:1].lower() + said[1:]
        yield from (found[0] for found in NUMBER.finditer(said))


def with_days(written: str, _was: str, now: str) -> str | None:
    """Return a value with the day and the time of a text in the place of its own, or as its own when it has none."""
    told, typed = (next(iter(days_in(text)), None) for text in (now, written))
    day = told.on(typed.year or 0 if typed else 0) if told else None
    if told is None or day is None:
        return None
    moment = told.time or (typed.time if typed else None)
    said = notation_of(Datum(day, moment))
    return f"{written[: typed.start]}{said}{written[typed.end :]}" if typed else said


def with_numbers(written: str, was: str, now: str) -> str | None:
    """Return a value with the numbers of a text in the place of those that it had, written as they were."""
    before, after = ([found[0] for found in NUMBER.finditer(text)] for text in (was, now))
    if len(before) != len(after):
        return None
    left = [(old, new) for old, new in zip(before, after, strict=True) if old != new]

    def put(found: re.Match[str]) -> str:
        for old, new in left:
            if numbers(found[0]) & numbers(old):
                left.remove((old, new))
                return like(found[0], new)
        return found[0]

    made = NUMBER.sub(put, written)
    return made if made != written and not left else None


def numbers(text: str) -> set[Decimal]:
    """Return what a number can mean: with a point for thousands and a comma for decimals, or the other way."""
    found = set()
    for said in (text.replace(".", "").replace(",", "."), text.replace(",", "")):
        try:
            found.add(Decimal(said))
        except InvalidOperation:
            continue
    return found


def like(typed: str, read: str) -> str:
    """Return a number that was read in the notation of one that was typed."""
    if THOUSANDS.search(typed):
        return read
    plain = THOUSANDS.sub("", read)
    return plain.replace(",", ".") if "." in typed else plain
