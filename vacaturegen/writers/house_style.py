"""The parts of a Word file that do not change from one document to the next, in the style of one organisation.

python-docx opens the base document and sets colours, the logo and the text of the header; the result is cut into
finished, compressed parts and kept. Everything that depends on the text of a document is made in `docx`. What the base
looks like is decided by tools/make_word_base.py, on whose style ids and part names this module relies.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from vacaturegen.colours import readable_accent
from vacaturegen.writers.own_base import StyleNames
from vacaturegen.writers.package import Member, compress
from vacaturegen.writers.word_blocks import LISTS, Lists

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from vacaturegen.house.base import WordBase
    from vacaturegen.profiles.house_files import Logo
    from vacaturegen.writers import HouseStyle

# Parts to which a document adds its own text, and where: before this mark. Its properties are made from nothing.
OPEN_PARTS = {
    "word/document.xml": "<w:sectPr",
    "word/_rels/document.xml.rels": "</Relationships>",
    "word/numbering.xml": "</w:numbering>",
}
PROPERTY_PARTS = frozenset({"docProps/core.xml", "docProps/custom.xml"})
MARK = "\ufdd0{}\ufdd1"
"""What stands in a header for a number by its name, until a document fills it in; no profile can hold such a sign."""
THEME_PART = "word/theme/theme1.xml"
THEME_NAMESPACE = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}

# What the theme calls a colour -> what styles call it.
SLOTS = {"accent1": "accent1", "hlink": "hyperlink", "lt2": "background2"}

TINT = 0.08
"""How much of the accent is in the background of a table's header."""

LOGO_TYPES = ("image/png", "image/jpeg")
LOGO_HEIGHT, LOGO_WIDTH = 1.4, 6.0
"""The room for a logo, in centimetres."""

EMU_PER_TWIP = 635


@dataclass(frozen=True, slots=True)
class StyledBase:
    """Finished parts, the open ones as the text before and after a document's own, and the text width in twips."""

    members: tuple[Member, ...]
    open_parts: dict[str, tuple[str, str]]
    text_width: int
    lists: Lists = LISTS
    headers: Mapping[str, str] = field(default_factory=dict)
    """Parts in which the numbers of a document stand, each as MARK."""
    names: StyleNames | None = None
    """What our styles are called, where that is not what we call them."""


@lru_cache(maxsize=64)
def make_styled_base(
    base: bytes, style: HouseStyle, organisation: str, kind_label: str, numbers: tuple[str, ...] = ()
) -> StyledBase:
    """Return the base document in the organisation's style, with organisation and kind in its header.

    `numbers` are the names of what the header shows beside these. A logo that is neither PNG nor JPEG is left out: Word
    shows no SVG without a bitmap beside it. In an organisation's own file nothing of its header is replaced.
    """
    if style.base is not None:
        return style_own_base(style.base, style, numbers)
    import docx

    document = docx.Document(BytesIO(base))
    colours = derive_colours(style.accent)
    set_colours((document.styles.element, document.part.numbering_part.element), colours)
    section = document.sections[-1]  # the text comes before its mark
    line = section.header.paragraphs[0] if section.header.paragraphs else section.header.add_paragraph()
    line.text = f"{organisation} · {kind_label}"
    if numbers:
        line.add_run().add_break()
        line.add_run(" · ".join(f"{name.capitalize()}: {MARK.format(name)}" for name in numbers))
    if style.logo and style.logo.media_type in LOGO_TYPES:
        add_logo(line.insert_paragraph_before(style="Logo"), style.logo)
    parts = list_parts(document)
    parts[THEME_PART] = print_theme(parts[THEME_PART], colours, {"major": style.heading_font, "minor": style.body_font})
    headers = {str(section.header.part.partname.membername)} if numbers else set()
    width = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]  # the base has all three
    return StyledBase(
        members=finish(parts, headers),
        open_parts={name: cut(parts[name].decode(), mark) for name, mark in OPEN_PARTS.items()},
        text_width=width // EMU_PER_TWIP,
        headers={name: parts[name].decode() for name in headers},
    )


def style_own_base(base: WordBase, style: HouseStyle, numbers: tuple[str, ...]) -> StyledBase:
    """Return an organisation's own file with the colours and fonts that its house style states, and its numbers."""
    from lxml import etree

    if numbers:
        from vacaturegen.house.header import with_numbers

        base = with_numbers(base, {name: MARK.format(name) for name in numbers})
    parts = dict(base.parts)
    colours = derive_colours(style.accent) if "accentkleur" in style.stated else {}
    fonts = {"minor": style.body_font} if "lettertype" in style.stated else {}
    if style.stated & {"lettertype", "koplettertype"}:
        fonts["major"] = style.heading_font
    if colours or fonts:
        theme = next(name for name in parts if name.startswith("word/theme/theme"))
        parts[theme] = print_theme(parts[theme], colours, fonts)
        trees = {name: etree.fromstring(parts[name]) for name in ("word/styles.xml", "word/numbering.xml")}
        set_colours(tuple(trees.values()), colours)
        parts |= {name: etree.tostring(tree, encoding="UTF-8", standalone=True) for name, tree in trees.items()}
    return StyledBase(
        members=finish(parts, base.headers),
        open_parts={name: cut(parts[name].decode(), mark) for name, mark in OPEN_PARTS.items()},
        text_width=base.text_width,
        lists=Lists(base.lists, base.first_number),
        headers={name: parts[name].decode() for name in base.headers},
        names=StyleNames(base.styles, base.plain) if base.styles or base.plain else None,
    )


def finish(parts: Mapping[str, bytes], headers: Collection[str]) -> tuple[Member, ...]:
    """Return the parts to which a document adds nothing, compressed."""
    others = OPEN_PARTS.keys() | PROPERTY_PARTS | set(headers)
    return tuple(compress(*part) for part in parts.items() if part[0] not in others)


def list_parts(document: Document) -> dict[str, bytes]:
    """Return the parts of a document by name, in the order of a package.

    What `document.save` writes, without its zip: that takes the time from the clock, and fails where a zip has no such
    time (before 1980, after 2107).
    """
    from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
    from docx.opc.pkgwriter import _ContentTypesItem

    package = document.part.package
    assert package is not None
    parts = {CONTENT_TYPES_URI.membername: _ContentTypesItem.from_parts(package.parts).blob}  # type: ignore[no-untyped-call]
    parts[PACKAGE_URI.rels_uri.membername] = package.rels.xml
    for part in package.parts:
        parts[part.partname.membername] = part.blob
        if len(part.rels):
            parts[part.partname.rels_uri.membername] = part.rels.xml
    return parts


def derive_colours(accent: str) -> dict[str, str]:
    """Return the colours (RRGGBB) of the theme that follow from an accent (#rrggbb), each readable where it is used."""
    channels = bytes.fromhex(accent.removeprefix("#"))
    tint = bytes(round(255 - TINT * (255 - channel)) for channel in channels).hex()
    # a link may stand in a table's header, whose background takes some of the contrast that the accent has on white
    link = readable_accent(accent, tint, 0)
    colours = {"accent1": accent, "hlink": link, "lt2": tint}
    return {name: colour.removeprefix("#").upper() for name, colour in colours.items()}


def set_colours(roots: tuple[Any, ...], colours: dict[str, str]) -> None:
    """Repeat the theme's colours wherever styles and list levels refer to them, for readers that skip the theme."""
    from docx.oxml.ns import qn

    theme_color, theme_fill, color, fill, value = map(qn, ("w:themeColor", "w:themeFill", "w:color", "w:fill", "w:val"))
    by_slot = {SLOTS[name]: colour for name, colour in colours.items()}
    for root in roots:
        for element in root.iter():
            if (slot := element.get(theme_color)) in by_slot:
                # of a border w:color is the colour and w:val the kind of line; of a text w:val is the colour
                element.set(color if color in element.attrib else value, by_slot[slot])
            if (slot := element.get(theme_fill)) in by_slot:
                element.set(fill, by_slot[slot])


def add_logo(paragraph: Paragraph, logo: Logo) -> None:
    """Put the logo into the paragraph as large as its room allows, with what is seen as its alternative text."""
    from docx.shared import Cm

    height = min(LOGO_HEIGHT, LOGO_WIDTH * logo.height / logo.width)
    picture = paragraph.add_run().add_picture(BytesIO(logo.data), height=Cm(height))
    inline = picture._inline  # python-docx has no public way to an alternative text
    inline.docPr.set("descr", logo.description)
    inline.docPr.set("name", "Logo")
    for side in "TBLR":
        inline.set(f"dist{side}", "0")


def print_theme(theme: bytes, colours: dict[str, str], fonts: dict[str, str]) -> bytes:
    """Return the theme part with other colours and other heading (major) and body (minor) fonts."""
    from lxml import etree

    root = etree.fromstring(theme)
    for name, colour in colours.items():
        for element in root.iterfind(f".//a:{name}/a:srgbClr", THEME_NAMESPACE):
            element.set("val", colour)
    for name, font in fonts.items():
        for element in root.iterfind(f".//a:{name}Font/a:latin", THEME_NAMESPACE):
            element.set("typeface", font)
    printed: bytes = etree.tostring(root, encoding="UTF-8", standalone=True)
    return printed


def cut(text: str, mark: str) -> tuple[str, str]:
    """Return the text before `mark`, and from there on. The properties of an earlier section stand in a paragraph."""
    at = text.index(mark, max(0, text.rfind("</w:p>")))
    return text[:at], text[at:]
