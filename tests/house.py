"""What the tests of house styles share: Word files of somebody else's making, as bytes, and a look into their parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has types, but does not say so

from tests.support import CASES, ROOT

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {"w": W, "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
FILES = CASES / "huisstijl"
GEMEENTE = (FILES / "gemeente.dotx").read_bytes()
"""Made by LibreOffice from gemeente.fodt: a template with styles of its own name, in English, without a theme."""
WATERSCHAP = (FILES / "waterschap.docx").read_bytes()
"""Made by LibreOffice from waterschap.fodt: usual styles, in German, on Letter, with sample text and a picture."""
SHIPPED = (ROOT / "templates" / "word" / "basis.docx").read_bytes()


def bare() -> bytes:
    """The document that python-docx begins with: English, in Letter, in compatibility mode, with most styles."""
    docx.Document().save(file := io.BytesIO())
    return file.getvalue()


def read_parts(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A Word file of parts."""
    with zipfile.ZipFile(file := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file.getvalue()


def change(data: bytes, part: str, old: str, new: str) -> bytes:
    """A Word file with another text in one of its parts."""
    parts = read_parts(data)
    assert old in parts[part].decode(), old
    return pack(parts | {part: parts[part].replace(old.encode(), new.encode())})


def ask(data: bytes, part: str, query: str) -> list[str]:
    """The attributes or texts that an XPath query finds in a part."""
    found = etree.fromstring(read_parts(data)[part]).xpath(query, namespaces=NAMES)
    return [str(one) for one in found]


def audit(data: bytes, folder: Path) -> list[str]:
    """What the rules of the Open XML SDK find in a file."""
    path = folder / "gecontroleerd.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator(max_errors=0).validate(path).errors]
