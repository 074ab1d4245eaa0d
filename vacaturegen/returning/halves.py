"""What would be half of a change, such as words taken out that stand elsewhere now.

It brings the document nearer to the Word file, and yet loses or doubles what somebody wrote. So it is not proposed; all
of it is told as what is left. Measured are runs of three words. With a whole change made each stands in the document as
often as before, as often as in the Word file, or as often as lies between; with half of one too often, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from vacaturegen.errors import InputError
from vacaturegen.returning.draft import Bar, Draft, bar_of
from vacaturegen.returning.holding import Held, Key, key_of
from vacaturegen.returning.runs import runs_in, runs_that_differ
from vacaturegen.returning.workbench import make


def half_changes(found: Draft, begun: Held) -> Iterator[Bar]:
    """Yield what was found and is half of a change; `begun` is what differed before anything was found."""
    left = found.held.differences
    for group in replaced_in(begun):
        if any(key in left for key in group):
            yield from (bar_of(edit) for edit in found.edits if group.intersection(edit.texts))
    for edit in found.edits:
        if edit.kind != "set" and any(key in left for key in edit.texts):
            yield bar_of(edit)
    wrong = misplaced(found)
    yield from (bar_of(edit) for edit in found.edits if wrong & edit.effect)


def replaced_in(begun: Held) -> Iterator[set[Key]]:
    """Yield the texts of each place where some went and others came, one behind the other."""
    for whole, run in groupby(begun.pairs, key=lambda pair: pair.differs and (pair.old is None or pair.new is None)):
        pairs = list(run)
        if whole and len({pair.old is None for pair in pairs}) > 1:
            yield {key_of(pair) for pair in pairs}


def misplaced(found: Draft) -> frozenset[str]:
    """Return the runs of words that the document would have too often or too seldom with what the profile itself takes.

    Files that profiles share are not written, so what is in these stays as it was.
    """
    try:
        own = make(found.bench, {**found.bench.texts, found.own: found.texts[found.own]})
    except InputError:  # the profile needs what is in another file
        return runs_that_differ(found.begun.tokens, found.made.tokens)
    before, now, word = (runs_in(tokens) for tokens in (found.begun.tokens, own.tokens, found.word))
    return frozenset(
        run
        for run in before.keys() | word.keys()
        if not min(before[run], word[run]) <= now[run] <= max(before[run], word[run])
    )
