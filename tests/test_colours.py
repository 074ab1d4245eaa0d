"""Colours that can be read: how far an accent is moved, and what follows from it."""

from __future__ import annotations

import pytest

from vacaturegen.colours import CONTRAST, contrast, readable_accent
from vacaturegen.writers.house_style import derive_colours

WHITE, DARK = "#ffffff", "#1b1b1f"


@pytest.mark.parametrize(
    ("accent", "ground", "target", "found"),
    [
        ("#1e5aa0", WHITE, 0, "#1e5aa0"),
        ("#767676", WHITE, 0, "#767676"),
        ("#777777", WHITE, 0, "#767676"),
        ("#ffcc00", WHITE, 0, "#8f7200"),
        (WHITE, WHITE, 0, "#757575"),
        ("#1e5aa0", DARK, 1, "#3d86db"),
        ("#000000", DARK, 1, "#858585"),
        (DARK, "#808080", 0, "#17171b"),
        ("#404040", "#303030", 0, "#000000"),
    ],
)
def test_accent_moves_just_so_far(accent: str, ground: str, target: int, found: str) -> None:
    """An accent that can be read stays; any other keeps its hue and moves until it can, or to the end."""
    assert readable_accent(accent, ground, target) == found
    assert contrast(found, ground) >= CONTRAST or found == "#000000"


@pytest.mark.parametrize(
    ("accent", "link", "tint"),
    [
        ("#ffcc00", "8C7000", "FFFBEB"),
        ("#1e5aa0", "1E5AA0", "EDF2F7"),
        ("#000000", "000000", "EBEBEB"),
        ("#e0e0e0", "747474", "FDFDFD"),
        ("#ffffff", "757575", "FFFFFF"),
    ],
)
def test_theme_follows_from_the_accent(accent: str, link: str, tint: str) -> None:
    """Links are the accent as far as it can be read on its own tint, which is a twelfth of it on white."""
    assert derive_colours(accent) == {"accent1": accent[1:].upper(), "hlink": link, "lt2": tint}
