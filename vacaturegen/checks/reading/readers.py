"""Who reads texts for the rules: each text is read once by all of them, and rules look only where one found something.

Most texts hold nothing for most rules; and one look in one memory is quicker than one in each of fifty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

Reader = Callable[[str], Sequence[Any]]
"""A function of a text alone that returns what it finds there, nothing when there is nothing."""
Found = TypeVar("Found", bound=Reader)


def holds(text: str, words: Iterable[str]) -> bool:
    """Tell whether one of some words or signs is in a text; a plain loop, as it is asked of every text many times."""
    for word in words:  # noqa: SIM110 - any() takes three times as long
        if word in text:
            return True
    return False


READERS: list[Reader] = []
"""All of them, as modules define them."""


def reader(read: Found) -> Found:
    """Add a function to those that read every text, and return it."""
    READERS.append(read)
    return read


@lru_cache(maxsize=65536)
def all_found(value: str) -> tuple[tuple[Reader, Sequence[Any]], ...]:
    """Return what is found in a text, by who found something."""
    return tuple((read, found) for read in READERS if (found := read(value)))
