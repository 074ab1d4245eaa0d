"""The files that an organisation's house style names: its logo, measured, its theme sheet and Word base, checked.

All lie beside the organisation's own file. How they look in a document is told by the writers.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from vacaturegen.errors import InputError, Problem
from vacaturegen.files import real
from vacaturegen.i18n import _
from vacaturegen.layout import SUFFIXES
from vacaturegen.model.base import known
from vacaturegen.model.organisatie import Huisstijl
from vacaturegen.model.places import label_of
from vacaturegen.profiles.validation import Finding
from vacaturegen.sources import MAX_WORD_BYTES, entries, list_files, read_bytes, read_text, read_yaml

if TYPE_CHECKING:
    from vacaturegen.house.base import WordBase

# A backslash could spell any of the others; some functions fetch a plain string.
THEME_FAULT = re.compile(r"</|<!--|[\\\x00]|@import|@font-face|(?:url|src|image|image-set)\s*\(", re.IGNORECASE)
SVG = "{http://www.w3.org/2000/svg}"
SVG_SIZE = re.compile(r"-?\d{1,6}(?:\.\d+)?[\s,]+-?\d{1,6}(?:\.\d+)?[\s,]+(\d{1,6}(?:\.\d+)?)[\s,]+(\d{1,6}(?:\.\d+)?)")
SVG_ACTIVE = re.compile(r"(script|foreignObject|animate\w*|set|image|use|a|style)\Z")


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of the organisation: its bytes, type (image/png, image/jpeg or image/svg+xml) and size in pixels.

    `description` says what is seen, for who does not see it.
    """

    data: bytes
    media_type: str
    description: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class HouseFiles:
    """The logo, the text of the theme sheet, and the Word base, where the house style has them."""

    logo: Logo | None = None
    theme: str = ""
    base: WordBase | None = None


def read_house_files(style: Huisstijl | None, home: Path, findings: list[Finding]) -> HouseFiles:
    """Return the files of a house style that lie in the folder `home`; what is wrong is added to `findings`."""
    logo_name, theme_name, base_name = known(style, "logo.bestand"), known(style, "thema"), known(style, "basis")
    logo, theme, base = None, "", None
    try:
        if logo_name:
            field = "organisatie.huisstijl.logo.bestand"
            data = read_bytes(at_home(home, logo_name), logo_name)
            logo = measure(data, label_of(style.logo.beschrijving) if style and style.logo else "")
            if logo is None:
                message = _("This is not a picture that can be used.")
                findings.append(
                    (
                        field,
                        message,
                        _("Use a PNG or JPEG file, or an SVG file with a viewBox and nothing in it but shapes."),
                    )
                )
        if theme_name:
            field = "organisatie.huisstijl.thema"
            theme = read_text(at_home(home, theme_name), theme_name)
            if fault := THEME_FAULT.search(theme):
                message = _("This sheet holds “{text}”, which a page may not carry.").format(text=fault[0])
                findings.append((field, message, _("Leave it out: a page fetches nothing and holds no HTML.")))
        if base_name:
            field = "organisatie.huisstijl.basis"
            base = read_base(at_home(home, base_name), base_name, style)
    except InputError as error:
        findings.extend((field, problem.message, problem.hint) for problem in error.problems)
    return HouseFiles(logo, theme, base)


def read_base(file: Path, name: str, style: Huisstijl | None) -> WordBase:
    """Return the Word base that a house style names. Raises InputError with all that keeps the file from being one."""
    from vacaturegen.house.base import make_word_base

    named = known(style, "stijlen")
    roles = {role: known(named, role) for role in type(named).model_fields} if named is not None else {}
    data = read_bytes(file, name, MAX_WORD_BYTES)
    return make_word_base(data, name, {role: said for role, said in roles.items() if said})


def at_home(home: Path, name: str) -> Path:
    """Return the path of a house file. Raises InputError for a link that leads out of the folder."""
    file = home / name
    with suppress(OSError, RuntimeError):  # a link that leads to itself: reading it says so
        if not real(file).is_relative_to(real(home)):
            hint = _("Put the file beside the organisation's file and write its name.")
            raise InputError([Problem(name, 0, 0, _("This file lies in another folder."), hint)])
    return file


def measure(data: bytes, description: str) -> Logo | None:
    """Return a picture with its type and size, or None for what is no PNG, JPEG or SVG."""
    if b"<svg" in data[:1000]:
        return measure_drawing(data, description)
    from docx.image.image import Image

    try:
        image = Image.from_file(BytesIO(data))
    except Exception:  # python-docx raises a bare Exception for a picture that was cut off
        return None
    if image.content_type not in ("image/png", "image/jpeg") or not (image.px_width and image.px_height):
        return None
    return Logo(data, image.content_type, description, image.px_width, image.px_height)


def measure_drawing(data: bytes, description: str) -> Logo | None:
    """Return an SVG with its size, or None for one without a viewBox, or with anything but drawing in it."""
    from lxml import etree

    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return None
    box = SVG_SIZE.fullmatch(root.get("viewBox", "").strip())
    active = any(
        SVG_ACTIVE.match(etree.QName(element).localname)
        or any(name.lower().startswith("on") for name in element.attrib)
        for element in root.iter(etree.Element)
    )
    bare = root.getprevious() is None and not root.getroottree().docinfo.doctype
    if root.tag != f"{SVG}svg" or box is None or active or not bare:
        return None
    width, height = (max(1, round(float(number))) for number in box.groups())
    return Logo(data, "image/svg+xml", description, width, height)


def named_beside(file: Path) -> dict[str, str]:
    """Return the style map that an organisation's file has for a Word file beside it; nothing without one."""
    for path in list_files(file.absolute().parent):
        if path.suffix not in SUFFIXES:
            continue
        with suppress(InputError):  # what is wrong with it, a build tells
            style = entries(read_yaml(path, str(path))).get("huisstijl")
            said = entries(style) if style is not None else {}
            if (basis := said.get("basis")) is not None and basis.value == file.name and "stijlen" in said:
                roles = entries(said["stijlen"])
                return {role: node.value for role, node in roles.items() if isinstance(node.value, str)}
    return {}
