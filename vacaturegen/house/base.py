"""A Word file of an organisation's own, made ready for the writer: its parts, and how our roles are called in it.

Nothing that is seen changes: the style map and the numbering are worked out, a template becomes a document, and what
tells of its maker or would fetch something goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from vacaturegen.errors import InputError, Problem
from vacaturegen.files import read_bytes
from vacaturegen.house import word_file
from vacaturegen.house.fields import fill_named, find_fields
from vacaturegen.house.lists import Lists, complete_lists
from vacaturegen.house.opening import open_word_file
from vacaturegen.house.order import W, put_in_order
from vacaturegen.house.references import drop_dangling
from vacaturegen.house.roles import BY_KEY, ROLES, Role
from vacaturegen.house.styles import Found, default_style, find_roles, shown_name, style_id
from vacaturegen.house.word_file import MAIN, NAMES, OFFICE, PACKAGE, WORD_TYPE, WordFile
from vacaturegen.i18n import _
from vacaturegen.layout import shipped_folder

NUMBERS = ("zaaknummer", "kenmerk")
"""What a header can show of a profile; the names of the document properties as well."""
SHIPPED = "word/basis.docx"
SETTINGS, THEME = "word/settings.xml", "word/theme/theme1.xml"
OLD_PARTS = ("stylesWithEffects", "thumbnail", "attachedTemplate")
FETCHED = ("attachedTemplate", "image", "oleObject", "subDocument", "frame", "video", "audio", "control", "package")
"""Kinds of relationship that fetch something from elsewhere when a document is opened."""
EMBEDDED = ("oleObject", "package", "control", "aFChunk", "subDocument")
"""Kinds of relationship to what another program reads, and no reader of a document sees."""
FETCHING_FIELDS = frozenset({"INCLUDEPICTURE", "INCLUDETEXT", "DDE", "DDEAUTO", "LINK", "IMPORT", "RD"})
CORE_TYPE = f"{PACKAGE}/relationships/metadata/core-properties"
PROPERTY_PARTS = {
    "docProps/core.xml": ("application/vnd.openxmlformats-package.core-properties+xml", CORE_TYPE),
    "docProps/app.xml": (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        f"{OFFICE}/relationships/extended-properties",
    ),
    "docProps/custom.xml": (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        f"{OFFICE}/relationships/custom-properties",
    ),
}


@dataclass(frozen=True, slots=True, eq=False)
class WordBase:
    """What the writer needs of an organisation's own file; two of these are the same only when they are one.

    `styles` tells the id of each style of ours in this file, `plain` that of a text without a style (empty when the
    file has it by itself), `lists` the definitions of lists, and `first_number` the first that is free for one.
    """

    parts: Mapping[str, bytes]
    styles: Mapping[str, str]
    plain: str
    lists: Lists
    first_number: int
    text_width: int
    headers: tuple[str, ...] = ()


def make_word_base(data: bytes, shown: str, named: Mapping[str, str]) -> WordBase:
    """Return the base that a file makes with a style map. Raises InputError with all that keeps it from being one."""
    file = open_word_file(data, shown, named)
    found = find_roles(file)
    problems = [Problem(shown, 0, 0, *missing) for missing in missing_roles(file, found)]
    problems += [Problem(shown, 0, 0, *unsafe) for unsafe in unsafe_parts(file)]
    if problems:
        raise InputError(problems)
    lists, first_number = complete_lists(file)
    clean(file)
    section = last_section(file)
    styles = {role.style: played_by(role, found) for role in ROLES}
    default = default_style(file)
    plain = styles.pop("Normal")
    return WordBase(
        parts=word_file.print_parts(file),
        styles={ours: theirs for ours, theirs in styles.items() if ours != theirs},
        plain="" if default is not None and style_id(default) == plain else plain,
        lists=lists,
        first_number=first_number,
        text_width=width_of(section),
    )


def played_by(role: Role, found: Mapping[str, Found]) -> str:
    """Return the id of the style that plays a role, or of the one that stands in for it."""
    while found[role.key].style is None:
        role = BY_KEY[role.stand_in]
    return style_id(found[role.key].style)


def missing_roles(file: WordFile, found: Mapping[str, Found]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong, and the cure, for each needed style that is not there, and each that the map has wrong."""
    for role, style, wrong in found.values():
        said = file.named.get(role.key)
        if style is not None or not (role.needed or said):
            continue
        if wrong is not None:
            message = _("The style “{name}” for “{role}” is of another kind: {kind}.")
            message = message.format(name=shown_name(wrong), role=role.key, kind=kind_name(wrong.get(f"{W}type", "")))
        elif said:
            message = _("There is no style “{name}” for “{role}” in this file.").format(name=said, role=role.key)
        else:
            message = _("There is no style for “{role}” ({names}) in this file.")
            message = message.format(role=role.key, names=", ".join((role.style, *role.names[:2])))
        hint = _("Name it under “stijlen”, or make a repaired copy: vacaturegen huisstijl {file} --repair")
        yield message, hint.format(file=file.shown)


def kind_name(kind: str) -> str:
    """Return what a kind of style is called."""
    names = {"paragraph": _("paragraph style"), "character": _("character style"), "table": _("table style")}
    return names.get(kind, _("list style"))


def unsafe_parts(file: WordFile) -> Iterator[tuple[str, str]]:
    """Yield what is wrong, and the cure, for each part that fetches something when it is opened, or holds an object."""
    parts = [
        part
        for part in file.parts
        for found in word_file.relations(file, part)
        if found.external and found.kind in FETCHED and found.kind != "attachedTemplate"
    ]
    for part, story in word_file.stories(file, "main", "header", "footer"):
        parts += [part for field in find_fields(story)[0] if field.name in FETCHING_FIELDS]
    for part in file.parts:
        if any(found.kind in EMBEDDED for found in word_file.relations(file, part)):
            message = _("{part} holds an object of another program.").format(part=part)
            yield message, _("Put a picture in its place, with alternative text.")
    for part in dict.fromkeys(parts):
        message = _("{part} fetches something from elsewhere when it is opened.").format(part=part)
        yield message, _("Put what it fetches in the file itself (in Word: Edit Links to Files, Break Link).")


def clean(file: WordFile) -> None:
    """Take out what tells of the maker or the past of a file, and what is empty at its end; add what must be there."""
    drop_old(file)
    drop_dangling(file)
    shipped = shipped_file()
    if not word_file.related(file, MAIN, "theme"):
        add_theme(file, shipped)
    for part, (kind, relation) in PROPERTY_PARTS.items():
        for old in word_file.related(file, "", relation.rpartition("/")[2]):
            word_file.drop_part(file, old)
        word_file.add_part(file, part, kind, shipped.parts[part], ("", relation))
    add_placeholder(file, shipped)
    for _name, story in word_file.stories(file, "header", "footer"):
        for number in NUMBERS:  # what the file shows as yet is that of another document
            fill_named(story, number, "")
    drop_empty_end(file.trees[MAIN].find(f"{W}body"))
    for tree in file.trees.values():
        if tree.tag.startswith(W):
            drop_revision_marks(tree)
            put_in_order(tree)


def drop_old(file: WordFile) -> list[str]:
    """Take out what Word no longer reads, and the address of a template; return the kinds of what went."""
    gone = []
    for source in ["", *file.parts]:
        for found in word_file.relations(file, source):
            if found.kind in OLD_PARTS:
                gone.append(found.kind)
                if found.external:
                    word_file.drop_relation(file, source, found.name)
                else:
                    word_file.drop_part(file, found.target)
    settings = file.trees.get(SETTINGS)
    for tag in ("attachedTemplate", "rsids", "updateFields"):
        for element in list(settings.iter(f"{W}{tag}")) if settings is not None else ():
            element.getparent().remove(element)
    return gone


def add_theme(file: WordFile, shipped: WordFile) -> None:
    """Add the theme of the shipped base: Word's rules ask for one."""
    relation = (MAIN, f"{OFFICE}/relationships/theme")
    word_file.add_part(file, THEME, word_file.content_type(shipped, THEME), shipped.parts[THEME], relation)


def drop_revision_marks(tree: Any) -> None:
    """Take out the numbers by which Word tells sessions of editing apart."""
    for element in tree.iter(etree.Element):
        for name in [name for name in element.attrib if name.startswith(f"{W}rsid")]:
            del element.attrib[name]
    for element in list(tree.iter(f"{W}rsid")):
        element.getparent().remove(element)


def shipped_file() -> WordFile:
    """Return the base document that we ship."""
    return open_word_file(read_bytes(shipped_folder() / SHIPPED, SHIPPED), SHIPPED)


def add_placeholder(file: WordFile, shipped: WordFile) -> None:
    """Add what a place to fill in shows once it was emptied, unless the file has such texts of its own."""
    if word_file.related(file, MAIN, "glossaryDocument"):
        return
    part = "word/glossary/document.xml"
    relation = (MAIN, f"{OFFICE}/relationships/glossaryDocument")
    word_file.add_part(file, part, word_file.content_type(shipped, part), shipped.parts[part], relation)
    styles = "word/glossary/styles.xml"
    of_part = (part, f"{OFFICE}/relationships/styles")
    word_file.add_part(file, styles, WORD_TYPE.format("styles"), shipped.parts[styles], of_part)


def drop_empty_end(body: Any) -> None:
    """Take out the empty paragraphs at the end of a text: in an empty file Word leaves one."""
    for element in reversed(list(body)):
        if element.tag == f"{W}sectPr":
            continue
        content = (
            "w:r/w:t | w:r/w:drawing | .//w:sectPr | .//w:fldChar | .//w:pict | .//w:br | .//w:sdt | .//w:fldSimple"
        )
        if element.tag != f"{W}p" or element.xpath(content, namespaces=NAMES):
            return
        body.remove(element)


def last_section(file: WordFile) -> Any:
    """Return the properties of the section in which our text comes: A4 with our margins where it says nothing."""
    body = file.trees[MAIN].find(f"{W}body")
    section = body.find(f"{W}sectPr")
    ours = shipped_file().trees[MAIN].find(f"{W}body/{W}sectPr")
    if section is None:
        section = etree.SubElement(body, f"{W}sectPr")
    for tag in ("pgSz", "pgMar"):
        if section.find(f"{W}{tag}") is None:
            section.append(ours.find(f"{W}{tag}"))
    put_in_order(section)
    return section


def width_of(section: Any) -> int:
    """Return the width of the text of a section, in twentieths of a point."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    across = [size.get(f"{W}w", ""), margins.get(f"{W}left", ""), margins.get(f"{W}right", "")]
    page, left, right = (int(said) if said.isdigit() else 0 for said in across)
    return max(2000, page - left - right)
