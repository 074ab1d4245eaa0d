"""References of a section to a header or footer that is not there: a reader of documents may call the file damaged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vacaturegen.house.findings import Finding, repaired
from vacaturegen.house.order import W
from vacaturegen.house.word_file import MAIN, R, WordFile, relations
from vacaturegen.i18n import _


def dangling_references(file: WordFile) -> list[Any]:
    """Return the references of sections to headers and footers that lead to no part."""
    there = {found.name for found in relations(file, MAIN) if found.target in file.parts}
    references = file.trees[MAIN].iter(f"{W}headerReference", f"{W}footerReference")
    return [reference for reference in references if reference.get(f"{R}id") not in there]


def drop_dangling(file: WordFile) -> int:
    """Take out the references that lead to no part; return how many went."""
    gone = dangling_references(file)
    for reference in gone:
        reference.getparent().remove(reference)
    return len(gone)


def find_dangling(file: WordFile) -> Iterator[Finding]:
    """Yield how many references of sections lead to no header or footer."""
    if count := len(dangling_references(file)):
        cause = _("There are references to a header or footer that is not there: {n}.").format(n=count)
        yield Finding(MAIN, cause, repaired(), mendable=True)


def mend_dangling(file: WordFile) -> Iterator[str]:
    """Take out the references that lead to no header or footer; yield how many went."""
    if count := drop_dangling(file):
        yield _("references to what is not there taken out: {n}").format(n=count)
