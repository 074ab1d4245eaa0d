"""How often three words stand one behind the other in a document: by that it shows what an edit brings and takes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from markdown_it.token import Token

WORD = re.compile(r"\w+")
RUN = 3


def runs_that_differ(one: Sequence[Token], other: Sequence[Token]) -> frozenset[str]:
    """Return the runs of words that one document has more often than another."""
    before, after = runs_in(one), runs_in(other)
    return frozenset(run for run in before.keys() | after.keys() if before[run] != after[run])


def runs_in(tokens: Sequence[Token]) -> Counter[str]:
    """Return how often each run of words stands in a document; a shorter text is a run of its own."""
    found: Counter[str] = Counter()
    for token in tokens:
        if token.type == "inline":
            words = WORD.findall(token.content.casefold())
            found.update(" ".join(words[at : at + RUN]) for at in range(max(len(words) - RUN + 1, 1)) if words)
    return found
