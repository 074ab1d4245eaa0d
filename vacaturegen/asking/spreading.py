"""Where the signs of a text that is read stand in what was typed for it, which has Markdown and places to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.model.base import fold
from vacaturegen.model.places import PLACES, Open

ADDRESS = re.compile(r"\]\([^()\s]*\)")


def spread(written: str, field: str, was: str) -> Iterator[list[tuple[int, int]]]:
    """Yield for each way in which a text stands in what was typed from where to where each of its signs stands there.

    What was typed can have Markdown, other white space and places to fill in.
    """
    signs = list(signs_of(written, field))
    for first in range(len(signs)):
        found: list[tuple[int, int]] = []
        at = first
        for sign in was:
            while at < len(signs) and not same(signs[at][0], sign, first=not found) and signs[at][0] in "*_\\[":
                at += 1
            if at < len(signs) and not same(signs[at][0], sign, first=not found) and signs[at][0] == "](":
                at += 1
            if at >= len(signs) and sign.isspace() and found:  # what is read behind it is of something else
                found.append((found[-1][1], found[-1][1]))
                continue
            if at >= len(signs) or not same(signs[at][0], sign, first=not found):
                break
            start = signs[at][1]
            at += 1
            while sign.isspace() and at < len(signs) and signs[at][0].isspace():
                at += 1
            found.append((start, signs[at - 1][2]))
        else:
            if found:
                yield found


def signs_of(written: str, field: str) -> Iterator[tuple[str, int, int]]:
    """Yield each sign of what was typed as it would be read, and from where to where it stands."""
    at = 0
    while at < len(written):
        if found := PLACES.match(written, at):
            for sign in f"[{Open(field, fold(found[1] or '')).label}]":
                yield sign, found.start(), found.end()
        elif found := ADDRESS.match(written, at):
            yield "](", found.start(), found.end()
        else:
            yield written[at], at, at + 1
            at += 1
            continue
        at = found.end()


def same(typed: str, read: str, *, first: bool) -> bool:
    """Tell whether a sign that was typed can be read as another; a text can begin with a capital."""
    return typed == read or (typed.isspace() and read.isspace()) or (first and typed.casefold() == read.casefold())
