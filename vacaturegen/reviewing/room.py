"""How much of a review goes into a comment of a bounded size: each section gets its share of the room.

What a section does not need goes to the others, and behind what does not fit the next one is tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Item(NamedTuple):
    """Something that is there as a whole or not at all: its lines, and the headings above it, the outermost first."""

    above: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...]


def fill(sections: Sequence[Sequence[Item]], room: int) -> tuple[list[str], list[int]]:
    """Return the lines of as many items as go into so many bytes, and how many items of each section do not."""
    needs = [sum(map(size_of, printed(section))) for section in sections]
    lines: list[str] = []
    left = []
    for section, share in zip(sections, shares(needs, room), strict=True):
        taken = take(section, share)
        lines += printed(taken)
        left.append(len(section) - len(taken))
    return lines, left


def shares(needs: Sequence[int], room: int) -> list[int]:
    """Return what each gets of the room: what it needs, or as much as any other."""
    given = dict.fromkeys(range(len(needs)), 0)
    for done, index in enumerate(sorted(given, key=lambda index: needs[index])):
        given[index] = min(needs[index], room // (len(needs) - done))
        room -= given[index]
    return list(given.values())


def take(items: Iterable[Item], room: int) -> list[Item]:
    """Return the items that go into so many bytes, with the headings that they need."""
    taken: list[Item] = []
    for item in items:
        size = sum(map(size_of, printed([*taken[-1:], item]))) - sum(map(size_of, printed(taken[-1:])))
        if size <= room:
            taken.append(item)
            room -= size
    return taken


def printed(items: Iterable[Item]) -> list[str]:
    """Return the lines of items; headings that they have in common are there once."""
    lines: list[str] = []
    before: tuple[tuple[str, ...], ...] = ()
    for item in items:
        for depth, heading in enumerate(item.above):
            if before[: depth + 1] != item.above[: depth + 1]:
                lines += heading
        lines += item.lines
        before = item.above
    return lines


def size_of(line: str) -> int:
    """Return how many bytes a line takes."""
    return len(line.encode()) + 1
