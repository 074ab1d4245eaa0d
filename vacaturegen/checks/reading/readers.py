"""Who reads texts for the rules: each text is read once by all of them, and rules look only where one found something.

Most texts hold nothing for most rules; and one look in one memory is quicker than one in each of fifty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

Reader = Callable[[str], Sequence[Any]]
"""A function of a text alone that returns what it finds there, nothing when there is nothing."""
Found = TypeVar("Found", bound=Reader)

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
