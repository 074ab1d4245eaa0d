"""Errors as data: each problem once, in the order of the files, also in another process."""

from __future__ import annotations

import pickle

from vacaturegen.errors import InputError, Problem

LATER, FIRST = Problem("b.yaml", 1, 3, "Later.", "Mend it."), Problem("a.yaml", 10, 1, "First.", field="titel")


def test_problems_are_told_once_and_in_order() -> None:
    """Problems are sorted by place, each once; as a text they are short."""
    error = InputError([LATER, FIRST, LATER])
    assert error.problems == (FIRST, LATER)
    assert str(error) == "a.yaml:10: First.; b.yaml:1: Later."


def test_an_error_reaches_another_process_whole() -> None:
    """What one process raises, another one can raise again."""
    error = pickle.loads(pickle.dumps(InputError([LATER, FIRST])))
    assert (type(error), error.problems) == (InputError, (FIRST, LATER))
