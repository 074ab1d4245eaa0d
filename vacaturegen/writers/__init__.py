"""What every writer gets beside the tokens: facts about the document, the house style, and the shipped assets.

The writers themselves (md, html, docx) are one module each, named after their format. Nothing here formats a value or
reads a file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vacaturegen.house.base import WordBase
    from vacaturegen.profiles.house_files import Logo

__all__ = ["Assets", "HouseStyle", "Metadata"]


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How the organisation looks. The accent is a checked #rrggbb colour (at least 4.5:1 on white)."""

    accent: str = "#154273"
    heading_font: str = "Calibri"
    body_font: str = "Calibri"
    logo: Logo | None = None
    theme: str = ""
    """The text of the organisation's own theme sheet (CSS custom properties), inlined in the web page."""
    base: WordBase | None = None
    """The organisation's own Word file, in the place of the one that is the same for all."""
    stated: frozenset[str] = frozenset()
    """What of accentkleur, lettertype and koplettertype changes the look of such a file: what the profile says."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Facts about one document that are not in its text.

    `digest` gives that of the resolved profile and the template texts, for the formats that tell it.
    """

    title: str
    subject: str
    keywords: tuple[str, ...]
    organisation: str
    kind: str
    kind_label: str
    profile: str
    digest: Callable[[], str]
    edition: str = "extern"
    status: str = ""
    version: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    """Further properties: the name of each, and its text."""
    listed: bool = True
    """Whether search engines may list the page."""
    language: str = "nl-NL"
    style: HouseStyle = HouseStyle()
    numbers: tuple[tuple[str, str], ...] = ()
    """Name (zaaknummer, kenmerk) and value of what the header of a Word file shows, and its properties tell."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The files that writers build on, shipped or the user's own; `library` reads them once."""

    word_base: bytes
    page: str
    stylesheet: str
