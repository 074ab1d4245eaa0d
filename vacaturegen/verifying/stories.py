"""The parts of a Word file that hold words people read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vacaturegen.house.word_file import MAIN, WordFile, related

STORIES = ("header", "footer", "footnotes", "endnotes")
"""The parts beside the text itself that hold words people read."""


def story_trees(file: WordFile) -> Iterator[tuple[str, Any]]:
    """Yield the name and tree of each part with words that people read: the text first."""
    yield MAIN, file.trees[MAIN]
    for kind in STORIES:
        for name in dict.fromkeys(related(file, MAIN, kind)):
            if name in file.trees:
                yield name, file.trees[name]
