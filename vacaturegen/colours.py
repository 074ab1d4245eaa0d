"""How well colours can be told apart, and an accent moved until it can be read. Colours are #rrggbb.

Which colours a document has is told by its organisation and by the writers.
"""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

CONTRAST = 4.5
"""The least contrast of text with its ground: WCAG 2.2, success criterion 1.4.3 (AA). Checked 2026-11-22."""


def readable_accent(accent: str, ground: str, target: float) -> str:
    """Return the accent (#rrggbb) in its own hue, just so far toward black (0) or white (1) as `ground` asks."""
    hue, lightness, saturation = rgb_to_hls(*(c / 255 for c in _channels(accent)))
    for step in range(101):
        moved = lightness + (target - lightness) * step / 100
        colour = "#" + "".join(f"{round(c * 255):02x}" for c in hls_to_rgb(hue, moved, saturation))
        if contrast(colour, ground) >= CONTRAST:
            break
    return colour


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two #rrggbb colours, 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (c / 255 for c in _channels(colour))
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
