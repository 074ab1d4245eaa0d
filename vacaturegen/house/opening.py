"""Open a Word file of another's making, behind limits.

What is refused here can never become a document: no Word file, one that is damaged, encrypted or far too large, and
one with macros.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree

from vacaturegen.errors import InputError
from vacaturegen.house.order import W
from vacaturegen.house.word_file import (
    DOCUMENT_TYPE,
    MAIN,
    NAMES,
    RELATIONSHIP,
    TYPES,
    WordFile,
    content_type,
    move_part,
    parse_part,
    refuse,
    refuse_damaged,
    related,
    rels_of,
    set_content_type,
)
from vacaturegen.i18n import _

MAX_PARTS = 1000
MAX_PART = 16 << 20
MAX_TOTAL = 48 << 20
"""What a file may unpack to, in bytes: a thousandfold of it fits in a small zip file."""

PREFIXES: dict[str, str | None] = {rels_of(MAIN): None, "word/numbering.xml": "w"}
"""Parts in which a document adds text of its own -> the prefix that this text and their end have."""
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MACRO_NAMES = (".docm", ".dotm")


def open_word_file(data: bytes, shown: str, named: Mapping[str, str] | None = None) -> WordFile:
    """Return the file that these bytes are. Raises InputError, with place and cure, for what cannot be used."""
    if shown.lower().endswith(MACRO_NAMES):
        raise refuse_macros(shown)
    file = WordFile(shown, unpack(data, shown), named or {})
    if any("vbaproject" in name.lower() or "vbadata" in name.lower() for name in file.parts):
        raise refuse_macros(shown)
    for name in file.parts:
        if name.endswith((".xml", ".rels")):
            file.trees[name] = parse_part(file, name)
            for element in file.trees[name].iter(RELATIONSHIP):
                if not {"Id", "Type", "Target"} <= set(element.keys()):
                    raise refuse_damaged(shown, name)
    if TYPES not in file.trees or "_rels/.rels" not in file.trees:
        raise refuse_other(shown)
    types = [element.get("ContentType", "") for element in file.trees[TYPES]]
    if any("macroenabled" in kind.lower() or "vbaproject" in kind.lower() for kind in types):
        raise refuse_macros(shown)
    settle_main(file)
    for part, prefix in PREFIXES.items():
        if part in file.trees:
            file.trees[part] = with_prefix(file.trees[part], prefix)
    return file


def settle_main(file: WordFile) -> None:
    """Put the text, styles and settings of a file at the places where ours are, as a document."""
    mains = related(file, "", "officeDocument")
    kind = content_type(file, mains[0]) if mains and mains[0] in file.trees else ""
    if "wordprocessingml" not in kind:
        raise refuse_other(file.shown)
    file.template = ".template." in kind
    set_content_type(file, mains[0], DOCUMENT_TYPE)
    if posixpath.dirname(mains[0]) != "word":
        raise refuse_other(file.shown)
    move_part(file, mains[0], MAIN)
    root = file.trees[MAIN]
    if root.tag != f"{W}document" or root.find(f"{W}body") is None or root.prefix != "w":
        message = _("This Word file is of a kind that cannot be used, such as Strict Open XML.")
        raise refuse(file.shown, message, _("Open it in Word, and save it as an ordinary Word document (.docx)."))
    if root.nsmap.get("r") != NAMES["r"]:  # our text names relationships
        wider = etree.Element(root.tag, dict(root.attrib), nsmap={**root.nsmap, "r": NAMES["r"]})
        wider.extend(list(root))
        file.trees[MAIN] = wider
    for word in ("styles", "numbering", "settings"):
        for part in related(file, MAIN, word)[:1]:
            if part not in file.trees:
                raise refuse_damaged(file.shown, part)
            move_part(file, part, f"word/{word}.xml")
    for word in ("theme", "header", "footer"):
        for part in related(file, MAIN, word):
            if part not in file.trees:
                raise refuse_damaged(file.shown, part)
    if "word/styles.xml" not in file.trees:
        raise refuse_damaged(file.shown, "word/styles.xml")


def with_prefix(root: Any, prefix: str | None) -> Any:
    """Return a part with this prefix for the namespace of its root, which other programs call as they like."""
    if root.prefix == prefix:
        return root
    own = etree.QName(root).namespace
    others = {name: address for name, address in root.nsmap.items() if address != own and name != prefix}
    usual = etree.Element(root.tag, dict(root.attrib), nsmap={**others, prefix: own})
    usual.extend(list(root))
    return usual


def refuse_macros(shown: str) -> InputError:
    """Return the error of a file with macros."""
    hint = _("Open it in Word, and save it as a template or document without macros (.dotx or .docx).")
    return refuse(shown, _("This Word file holds macros, or is of a kind that can."), hint)


def refuse_other(shown: str) -> InputError:
    """Return the error of what is no Word file."""
    return refuse(shown, _("This is not a Word file."), _("Name a .docx or .dotx file."))


def unpack(data: bytes, shown: str) -> dict[str, bytes]:
    """Return the parts of a package by name. Raises InputError for what is none, is damaged, encrypted or too large."""
    if data.startswith(OLD_OFFICE):
        message = _("This Word file is encrypted, or of before 2007 (.doc).")
        raise refuse(shown, message, _("Take its password off, and save it as .docx or .dotx."))
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise refuse_damaged(shown, _("the package")) if data.startswith(b"PK") else refuse_other(shown) from error
    parts: dict[str, bytes] = {}
    entries = [entry for entry in package.infolist() if not entry.is_dir()]
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_TOTAL:
        hint = _("Use a file of ordinary size: at most {n} MB when it is unpacked.").format(n=MAX_TOTAL >> 20)
        raise refuse(shown, _("This Word file unpacks to far more than a document holds."), hint)
    for entry in entries:
        if entry.flag_bits & 1:
            raise refuse(shown, _("This Word file is encrypted."), _("Take its password off, and save it again."))
        try:
            with package.open(entry) as part:
                content = part.read(min(entry.file_size, MAX_PART) + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError) as error:
            raise refuse_damaged(shown, entry.filename) from error
        if len(content) != entry.file_size or entry.filename in parts:
            raise refuse_damaged(shown, entry.filename)
        parts[entry.filename] = content
    return parts
