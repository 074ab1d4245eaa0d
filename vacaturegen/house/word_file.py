"""A Word file of another's making as its parts: opened behind limits, asked, added to, and printed again.

What is refused here can never become a document: no Word file, one that is damaged, encrypted or far too large, and
one with macros. What a file ought to hold is told in the modules beside this one.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree

from vacaturegen.errors import InputError, Problem
from vacaturegen.house.order import W
from vacaturegen.i18n import _

MAX_PARTS = 1000
MAX_PART = 16 << 20
MAX_TOTAL = 48 << 20
"""What a file may unpack to, in bytes: a thousandfold of it fits in a small zip file."""

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MACRO_NAMES = (".docm", ".dotm")
TYPES, MAIN = "[Content_Types].xml", "word/document.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
R = f"{{{OFFICE}/relationships}}"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONSHIP, OVERRIDE = f"{{{PACKAGE}/relationships}}Relationship", f"{{{PACKAGE}/content-types}}Override"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
NAMES = {"w": W[1:-1], "r": R[1:-1], "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


class Relation(NamedTuple):
    """A relationship: its id, the last word of its type, the part (or outside address) that it leads to."""

    name: str
    kind: str
    target: str
    external: bool


@dataclass(slots=True, eq=False)
class WordFile:
    """The parts of a Word file by name; those of XML as trees. `named` is the style map: role -> name of a style."""

    shown: str
    parts: dict[str, bytes]
    named: Mapping[str, str] = field(default_factory=dict)
    template: bool = False
    trees: dict[str, Any] = field(default_factory=dict)


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
    return settle_main(file)


def settle_main(file: WordFile) -> WordFile:
    """Return the file with its text, styles and settings at the places where ours are, as a document."""
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
    return file


def refuse(shown: str, message: str, hint: str) -> InputError:
    """Return the error of a file that cannot be used."""
    return InputError([Problem(shown, 0, 0, message, hint)])


def refuse_macros(shown: str) -> InputError:
    """Return the error of a file with macros."""
    hint = _("Open it in Word, and save it as a template or document without macros (.dotx or .docx).")
    return refuse(shown, _("This Word file holds macros, or is of a kind that can."), hint)


def refuse_other(shown: str) -> InputError:
    """Return the error of what is no Word file."""
    return refuse(shown, _("This is not a Word file."), _("Name a .docx or .dotx file."))


def refuse_damaged(shown: str, part: str) -> InputError:
    """Return the error of a file with a part that cannot be read."""
    message = _("This Word file is damaged: {part} cannot be read.").format(part=part)
    return refuse(shown, message, _("Open it in Word, let Word mend it, and save it under another name."))


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


def parse_part(file: WordFile, name: str) -> Any:
    """Return the tree of a part. Raises InputError when it is no XML, or declares a document type of its own."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(file.parts[name], parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refuse_damaged(file.shown, name) from error
    if root.getroottree().docinfo.doctype:
        raise refuse_damaged(file.shown, name)
    return root


def rels_of(part: str) -> str:
    """Return the name of the part with the relationships of a part; "" stands for the package."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(file: WordFile, part: str) -> list[Relation]:
    """Return where a part leads to; the package is "" ."""
    root = file.trees.get(rels_of(part))
    found = []
    for element in root.iter(RELATIONSHIP) if root is not None else ():
        external = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
        found.append(Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, external))
    return found


def related(file: WordFile, part: str, kind: str) -> list[str]:
    """Return the parts to which a part leads by relationships of a kind."""
    return [found.target for found in relations(file, part) if found.kind == kind and not found.external]


def content_type(file: WordFile, part: str) -> str:
    """Return what a part holds, as the package tells it."""
    return next((e.get("ContentType", "") for e in file.trees[TYPES] if e.get("PartName") == f"/{part}"), "")


def set_content_type(file: WordFile, part: str, kind: str) -> None:
    """Tell what a part holds."""
    types = file.trees[TYPES]
    for element in types.findall(OVERRIDE):
        if element.get("PartName") == f"/{part}":
            element.set("ContentType", kind)
            return
    etree.SubElement(types, OVERRIDE, PartName=f"/{part}", ContentType=kind)


def move_part(file: WordFile, old: str, new: str) -> None:
    """Give a part another name in its folder, wherever it is told of."""
    if old == new:
        return
    drop_part(file, new)
    for before, after in ((old, new), (rels_of(old), rels_of(new))):
        if before in file.parts:
            file.parts[after] = file.parts.pop(before)
        if before in file.trees:
            file.trees[after] = file.trees.pop(before)
    for element in file.trees[TYPES].findall(OVERRIDE):
        if element.get("PartName") == f"/{old}":
            element.set("PartName", f"/{new}")
    for element in file.trees[rels_of("" if new == MAIN else MAIN)].iter(RELATIONSHIP):
        if posixpath.basename(element.get("Target", "")) == posixpath.basename(old):
            element.set("Target", new if new == MAIN else posixpath.basename(new))


def add_part(file: WordFile, name: str, kind: str, data: bytes, relation: tuple[str, str]) -> str:
    """Add a part of a content type, with a relationship (from a part, of a type) to it; return the id of that."""
    file.parts[name] = data
    file.trees[name] = parse_part(file, name)
    set_content_type(file, name, kind)
    source, type_ = relation
    rels = file.trees.get(rels_of(source))
    if rels is None:
        rels = file.trees[rels_of(source)] = etree.Element(
            f"{{{PACKAGE}/relationships}}Relationships", nsmap={None: f"{PACKAGE}/relationships"}
        )
        file.parts[rels_of(source)] = b""
    taken = {element.get("Id") for element in rels}
    ident = next(free for number in range(1, MAX_PARTS * 9) if (free := f"eigen{number}") not in taken)
    target = posixpath.relpath(f"/{name}", posixpath.join("/", posixpath.dirname(source)))
    etree.SubElement(rels, RELATIONSHIP, Id=ident, Type=type_, Target=target)
    return ident


def drop_part(file: WordFile, name: str) -> None:
    """Remove a part with its relationships, and whatever tells of it."""
    for part in (name, rels_of(name)):
        file.parts.pop(part, None)
        file.trees.pop(part, None)
    for element in file.trees[TYPES].findall(OVERRIDE):
        if element.get("PartName") == f"/{name}":
            file.trees[TYPES].remove(element)
    for source in ["", *file.parts]:
        for found in relations(file, source):
            if found.target == name and not found.external:
                drop_relation(file, source, found.name)


def drop_relation(file: WordFile, source: str, ident: str) -> None:
    """Remove a relationship of a part."""
    rels = file.trees[rels_of(source)]
    for element in rels.findall(RELATIONSHIP):
        if element.get("Id") == ident:
            rels.remove(element)


def stories(file: WordFile, *kinds: str) -> Iterator[tuple[str, Any]]:
    """Yield the name and tree of each part that holds text of a kind: header, footer (or the text itself: main)."""
    if "main" in kinds:
        yield MAIN, file.trees[MAIN]
    for kind in kinds:
        for part in sorted(set(related(file, MAIN, kind))):
            if part in file.trees:
                yield part, file.trees[part]


def print_parts(file: WordFile) -> dict[str, bytes]:
    """Return the parts by name, in the order of a package."""
    first = [TYPES, "_rels/.rels"]
    names = first + sorted(file.parts.keys() - set(first))
    return {
        name: etree.tostring(file.trees[name], encoding="UTF-8", standalone=True)
        if name in file.trees
        else file.parts[name]
        for name in names
    }


def print_package(file: WordFile) -> bytes:
    """Return the bytes of the file: without a clock or a system, the same every time."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, data in print_parts(file).items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, data)
    return packed.getvalue()
