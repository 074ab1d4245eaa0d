"""A Word file of another's making as its parts: asked, added to, and printed again.

How bytes become one is told in `opening`, what a file ought to hold in the other modules beside this one.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import Any, NamedTuple

from lxml import etree

from vacaturegen.errors import InputError, Problem
from vacaturegen.house.order import W
from vacaturegen.i18n import _

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


def refuse(shown: str, message: str, hint: str) -> InputError:
    """Return the error of a file that cannot be used."""
    return InputError([Problem(shown, 0, 0, message, hint)])


def refuse_damaged(shown: str, part: str) -> InputError:
    """Return the error of a file with a part that cannot be read."""
    message = _("This Word file is damaged: {part} cannot be read.").format(part=part)
    return refuse(shown, message, _("Open it in Word, let Word mend it, and save it under another name."))


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
    ident = next(free for number in count(1) if (free := f"eigen{number}") not in taken)
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
