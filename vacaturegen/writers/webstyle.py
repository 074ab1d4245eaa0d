"""A house style -> what it adds to a web page: style elements with their hashes in the security policy, logo, accents.

Everything here depends on the style alone, and is made once for each. Colours and sizes that every organisation shares
are in the shipped style sheet.
"""

from __future__ import annotations

import re
from base64 import b64encode
from colorsys import hls_to_rgb, rgb_to_hls
from functools import cache
from hashlib import sha256
from html import escape

from vacaturegen.writers import HouseStyle, Logo

LIGHT_SURFACE, DARK_SURFACE = "#f3f5f8", "#20262d"
"""The grounds of the style sheet on which an accent is hardest to read."""

CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text with its ground."""

POLICY = "default-src 'none'; style-src {}; img-src data:; base-uri 'none'; form-action 'none'"

_THEME_CLASS = re.compile(r"\.([A-Za-z][\w-]*-theme)(?![\w-])")
# A backslash could spell any of the others; some functions fetch a plain string.
_FAULT = re.compile(r"</|<!--|[\\\x00]|@import|@font-face|(?:url|src|image|image-set)\s*\(", re.IGNORECASE)


def theme_fault(theme: str) -> str | None:
    """The first text in a theme sheet that could end its style element or fetch something, or None."""
    found = _FAULT.search(theme)
    return found[0] if found else None


@cache
def places(stylesheet: str, style: HouseStyle) -> dict[str, str]:
    """What the style fills in: root_class, policy, styles and logo. Raises ValueError for a theme with a fault."""
    if fault := theme_fault(style.theme):
        raise ValueError(f"theme sheet holds {fault!r}")
    # Browsers hash what the HTML parser made of the text, which has no carriage returns.
    sheets = ["\n".join(sheet.splitlines()) for sheet in (stylesheet, _custom_properties(style), style.theme) if sheet]
    classes = ["utrecht-root", *dict.fromkeys(_THEME_CLASS.findall(style.theme))]
    if style.theme and "prefers-color-scheme" not in style.theme:
        classes.append("vg-light-only")
    return {
        "root_class": " ".join(classes),
        "policy": POLICY.format(" ".join(_hash_source(sheet) for sheet in sheets)),
        "styles": "\n".join(f"<style>{sheet}</style>" for sheet in sheets),
        "logo": _logo(style.logo) if style.logo else "",
    }


def _hash_source(sheet: str) -> str:
    return f"'sha256-{b64encode(sha256(sheet.encode()).digest()).decode()}'"


def _logo(logo: Logo) -> str:
    # In an svg, because Nu Html Checker reports any <img> with a data: address beside a security policy.
    size = f'width="{logo.width}" height="{logo.height}"'
    source = f"data:{logo.media_type};base64,{b64encode(logo.data).decode()}"
    label = f'role="img" aria-label="{escape(logo.description)}"'
    box = f'viewBox="0 0 {logo.width} {logo.height}"'
    return f'<svg class="utrecht-logo" {label} {size} {box}><image href="{source}" {size}/></svg>\n'


def _custom_properties(style: HouseStyle) -> str:
    return (
        ":root {\n"
        f"  --vg-accent-light: {readable_accent(style.accent, LIGHT_SURFACE, 0)};\n"
        f"  --vg-accent-dark: {readable_accent(style.accent, DARK_SURFACE, 1)};\n"
        f"  --vg-heading-font: {_font_stack(style.heading_font)};\n"
        f"  --vg-body-font: {_font_stack(style.body_font)};\n"
        "}\n"
    )


def _font_stack(name: str) -> str:
    safe = re.sub(r"[^\w -]", lambda m: f"\\{ord(m[0]):x} ", name)
    return f'"{safe}", Carlito, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'


def readable_accent(accent: str, ground: str, target: float) -> str:
    """The accent (#rrggbb) in its own hue, just so far toward black (0) or white (1) as `ground` asks."""
    hue, lightness, saturation = rgb_to_hls(*(c / 255 for c in _channels(accent)))
    for step in range(101):
        moved = lightness + (target - lightness) * step / 100
        colour = "#" + "".join(f"{round(c * 255):02x}" for c in hls_to_rgb(hue, moved, saturation))
        if contrast(colour, ground) >= CONTRAST:
            break
    return colour


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two #rrggbb colours, 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (c / 255 for c in _channels(colour))
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
