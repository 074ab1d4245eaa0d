"""Shared files: what a person can choose from when a name is not among them."""

from __future__ import annotations

import pytest

from vacaturegen.profiles.shared import choose_from


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["b", "a"], "Choose from: b, a."),
        ([f"n{number}" for number in range(13)], "Choose from: n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11."),
        ([], "Put it in a file in the folder functies."),
    ],
)
def test_the_cure_names_what_there_is(names: list[str], said: str) -> None:
    """The names that there are stand in the cure, up to twelve; without any, the folder for them."""
    assert choose_from(names, "functie") == said
