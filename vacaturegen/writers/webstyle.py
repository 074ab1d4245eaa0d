"""A house style -> what it adds to a web page: style elements with their hashes in the security policy, logo, accents.

Everything here depends on the style alone, and is made once for each. Colours and sizes that every organisation shares
are in the shipped style sheet.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape

from vacaturegen.colours import readable_accent
from vacaturegen.profiles.house_files import THEME_FAULT, Logo
from vacaturegen.writers import HouseStyle

LIGHT_SURFACE, DARK_SURFACE = "#f3f5f8", "#20262d"
"""The grounds of the style sheet on which an accent is hardest to read."""

POLICY = "default-src 'none'; style-src {}; img-src data:; base-uri 'none'; form-action 'none'"

_THEME_CLASS = re.compile(r"\.([A-Za-z][\w-]*-theme)(?![\w-])")


@cache
def places(stylesheet: str, style: HouseStyle) -> dict[str, str]:
    """What the style fills in: root_class, policy, styles and logo. Raises ValueError for a theme with a fault."""
    if fault := THEME_FAULT.search(style.theme):
        raise ValueError(f"theme sheet holds {fault[0]!r}")
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
