"""Which items of two sequences belong together: the same ones, and between these what is alike.

Knows nothing of what the items are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher

MOST = 4_000_000
"""The product of two lengths above which only the beginning and the end are looked at: time has to have a bound."""
MOST_ALIKE = 20_000
"""Likewise above which what is alike is looked for in the same place only."""

Pair = tuple[int | None, int | None]
Step = tuple[int, int, int, int]


def steps(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[bool, Step]]:
    """Return how the new sequence follows from the old: whether a run stayed, and where it begins and ends in each."""
    start, (end, new_end) = 0, (len(old), len(new))
    while start < min(end, new_end) and old[start] == new[start]:
        start += 1
    while start < min(end, new_end) and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    found: list[tuple[bool, Step]] = [(True, (0, start, 0, start))]
    if (end - start) * (new_end - start) <= MOST:
        between = SequenceMatcher(None, old[start:end], new[start:new_end], autojunk=False).get_opcodes()
        found += [(tag == "equal", (a + start, b + start, c + start, d + start)) for tag, a, b, c, d in between]
    else:
        found.append((False, (start, end, start, new_end)))
    found.append((True, (end, len(old), new_end, len(new))))
    return [(same, step) for same, step in found if step[1] > step[0] or step[3] > step[2]]


def align(
    old: Sequence[Hashable], new: Sequence[Hashable], likeness: Callable[[int, int], float], least: float
) -> list[Pair]:
    """Return which item of the old sequence belongs to which of the new; None for one that has no other.

    Equal items belong together, and between these the pairs that are most alike together, when they are so at `least`.
    What was taken out stands before what was put in at the same place.
    """
    pairs: list[Pair] = []
    for same, (a, b, c, d) in steps(old, new):
        if same:
            pairs += zip(range(a, b), range(c, d), strict=True)
        else:
            pairs += _pair_alike(range(a, b), range(c, d), likeness, least)
    return pairs


def _pair_alike(old: range, new: range, likeness: Callable[[int, int], float], least: float) -> list[Pair]:
    matched = (_best if len(old) * len(new) <= MOST_ALIKE else _in_place)(old, new, likeness, least)
    pairs: list[Pair] = []
    a, c = old.start, new.start
    for one, other in [*matched, (old.stop, new.stop)]:
        pairs += [(index, None) for index in range(a, one)]
        pairs += [(None, index) for index in range(c, other)]
        if one < old.stop:
            pairs.append((one, other))
        a, c = one + 1, other + 1
    return pairs


def _in_place(old: range, new: range, likeness: Callable[[int, int], float], least: float) -> list[tuple[int, int]]:
    return [(a, c) for a, c in zip(old, new, strict=False) if likeness(a, c) >= least]


def _best(old: range, new: range, likeness: Callable[[int, int], float], least: float) -> list[tuple[int, int]]:
    """Return the pairs, in order, of which the likeness is the most together."""
    rows = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike: dict[tuple[int, int], float] = {}
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best = max(rows[i + 1][j], rows[i][j + 1])
            value = likeness(old[i], new[j])
            if value >= least:
                alike[i, j] = value
                best = max(best, value + rows[i + 1][j + 1])
            rows[i][j] = best
    found, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if (i, j) in alike and rows[i][j] == alike[i, j] + rows[i + 1][j + 1]:
            found.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif rows[i][j] == rows[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def share(one: Counter[str], other: Counter[str]) -> float:
    """Return how much two bags of words have in common: 1.0 for all, 0.0 for nothing."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0
