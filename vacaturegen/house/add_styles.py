"""Styles that a Word file lacks: found, and added in the look of the file, on the nearest style that it has."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from vacaturegen.house.base import kind_name, shipped_file
from vacaturegen.house.findings import Finding, at_style
from vacaturegen.house.lists import suggest
from vacaturegen.house.order import W
from vacaturegen.house.roles import BY_KEY, HEADINGS, PARAGRAPH, ROLES, TABLE, Role, fold
from vacaturegen.house.styles import (
    STYLES,
    VALUE,
    Found,
    default_style,
    effective,
    find_role,
    find_roles,
    is_on,
    make_child,
    names_of,
    points,
    shown_name,
    style_id,
    styles_of,
    value_of,
)
from vacaturegen.house.word_file import NAMES, WordFile
from vacaturegen.i18n import _

OUR_TEXT = 22
"""The size of the text of the shipped base, in half points: sizes of added styles are in proportion to the file's."""
PALE = "F2F2F2"
"""The ground of a table's header, in any house style."""


def find_missing_styles(file: WordFile) -> Iterator[Finding]:
    """Yield each role that no style plays, and each for which the style is of another kind."""
    found = find_roles(file)
    optional = []
    for role, style, wrong in found.values():
        if style is not None:
            continue
        said = file.named.get(role.key)
        kind = kind_name(role.kind)
        if not role.needed and said is None and wrong is None and suggest(file, role, found) is None:
            optional.append(role.key)
            continue
        if wrong is not None:
            cause = _("This is a {wrong}; “{role}” needs a {kind}.")
            cause = cause.format(wrong=kind_name(wrong.get(f"{W}type", "")), role=role.key, kind=kind)
            cure = _("Name another style under “stijlen”.") if said else _("Let --repair add one of the right kind.")
            yield Finding(at_style(wrong), cause, cure, mendable=not said)
            continue
        cause = _("There is no style for “{role}”: a {kind} with a name such as {names}.")
        names = said or ", ".join(dict.fromkeys((role.style, *role.names[:2])))
        cure = _("Say under “stijlen” which style it is, or let --repair add one.")
        if (near := suggest(file, role, found)) is not None:
            cure = _("If that is “{name}”, write “{role}: {name}” under “stijlen”; or let --repair add one like it.")
            cure = cure.format(name=shown_name(near), role=role.key)
        yield Finding(STYLES, cause.format(role=role.key, kind=kind, names=names), cure, mendable=True)
    if optional:
        cause = _("There are no styles of their own for: {roles}. These parts look like those around them.")
        cure = _("Name styles under “stijlen”, or let --repair add them.")
        yield Finding(STYLES, cause.format(roles=", ".join(optional)), cure, mendable=True)


def add_missing_styles(file: WordFile) -> Iterator[str]:
    """Add a style for each role that none plays; yield what was added."""
    found = find_roles(file)
    shipped = {style_id(style): style for style in styles_of(shipped_file())}
    for role in ROLES:
        if found[role.key].style is not None or (found[role.key].wrong is not None and role.key in file.named):
            continue
        near = suggest(file, role, found)
        parent = near if near is not None else found[role.parent].style if role.parent else None
        style = adapt(file, role, copy.deepcopy(shipped[role.style]), parent, found)
        if near is not None:
            take_look(style)
        file.trees[STYLES].append(style)
        found[role.key] = Found(role, style)
        said = _("style “{name}” added for “{role}”").format(name=shown_name(style), role=role.key)
        if parent is not None:
            said += _(", based on “{name}”").format(name=shown_name(parent))
        yield said


def adapt(file: WordFile, role: Role, style: Any, parent: Any, found: dict[str, Found]) -> Any:
    """Return a style of ours as one of the file: with a name and id that are free, and in its fonts and sizes."""
    taken = {name for one in styles_of(file) for name in names_of(one)}
    names = [file.named[role.key]] if role.key in file.named else [shown_name(style), *role.names, f"{role.key} (HR)"]
    name = next((name for name in names if fold(name) not in taken), names[-1])
    style.find(f"{W}name").set(VALUE, name)
    style.set(
        f"{W}styleId", next(i for i in (role.style, f"{role.style}HR", f"{role.style}HR2") if fold(i) not in taken)
    )
    if fold(role.style) in taken:
        style.set(f"{W}customStyle", "1")
    for tag in ("basedOn", "next"):
        for element in style.findall(f"{W}{tag}"):
            style.remove(element)
    if parent is not None:
        make_child(style, "basedOn").set(VALUE, style_id(parent))
    if role.kind == PARAGRAPH:
        text = found["tekst"].style
        if text is not None and (role.key in HEADINGS or role.key in ("inleiding", "noot", "bijschrift")):
            make_child(style, "next").set(VALUE, style_id(text))
        scale(file, role, style, parent, text)
        for numbering in style.findall("w:pPr/w:numPr", NAMES):  # that of the file comes from `mend_lists`
            numbering.getparent().remove(numbering)
    if role.kind == TABLE:
        for shading in style.iter(f"{W}shd"):
            shading.set(f"{W}fill", PALE)
            shading.attrib.pop(f"{W}themeFill", None)
    return style


def scale(file: WordFile, role: Role, style: Any, parent: Any, text: Any) -> None:
    """Give a style of ours letters in proportion to those of the file, in its own font and colour."""
    letters = style.find(f"{W}rPr")
    if letters is None:
        return
    for tag in ("rFonts", "color"):
        for element in letters.findall(f"{W}{tag}"):
            letters.remove(element)
    ours = value_of(letters, "w:sz")
    if ours:
        size = round(int(ours) * points(file, text) / OUR_TEXT)
        if role.key in HEADINGS[1:] and parent is not None:  # lower headings are never larger than those above
            size = max(min(size, points(file, parent) - 2), points(file, text))
        for tag in ("sz", "szCs"):
            make_child(letters, tag).set(VALUE, str(size))


def take_look(style: Any) -> None:
    """Leave nothing in a style but what makes it a heading or list: its look is that of the style it builds on."""
    for letters in style.findall(f"{W}rPr"):
        style.remove(letters)
    for spacing in style.findall("w:pPr/w:spacing", NAMES):
        spacing.getparent().remove(spacing)


def find_default(file: WordFile) -> Iterator[Finding]:
    """Yield that no style is that of a text which names none: LibreOffice does not say so."""
    style = find_role(file, BY_KEY["tekst"]).style
    if style is not None and default_style(file) is None:
        cause = _("No style is marked as that of a paragraph which names none.")
        yield Finding(at_style(style), cause, _("Let --repair mark this one."), mendable=True)


def set_default(file: WordFile) -> Iterator[str]:
    """Mark the style of ordinary text as that of a paragraph which names none; yield that it was."""
    style = find_role(file, BY_KEY["tekst"]).style
    if style is not None and default_style(file) is None:
        style.set(f"{W}default", "1")
        yield _("style “{name}” marked as that of ordinary text").format(name=shown_name(style))


def weak_headings(file: WordFile) -> Iterator[tuple[Any, str, str]]:
    """Yield each heading style with a property that it lacks, and the value that it is to have."""
    for level, key in enumerate(HEADINGS):
        style = find_role(file, BY_KEY[key]).style
        if style is None:
            continue
        outline = effective(file, style, "w:pPr/w:outlineLvl")
        if outline is None or outline.get(VALUE) != str(level):
            yield style, "outlineLvl", str(level)
        if not is_on(effective(file, style, "w:pPr/w:keepNext")):
            yield style, "keepNext", "1"


def find_weak_headings(file: WordFile) -> Iterator[Finding]:
    """Yield each heading without its level in the outline, or that can stand alone at the end of a page."""
    for style, tag, value in weak_headings(file):
        cause = _("This heading can stand alone at the end of a page.")
        if tag == "outlineLvl":
            cause = _("This heading has not level {n} in the outline.").format(n=int(value) + 1)
        yield Finding(at_style(style), cause, _("Let --repair set it."), mendable=True)


def mend_headings(file: WordFile) -> Iterator[str]:
    """Set levels in the outline, and keep headings with what follows; yield what was set."""
    for style, tag, value in list(weak_headings(file)):
        element = make_child(style, "pPr", tag)
        element.set(VALUE, value)
        said = _("heading “{name}” kept with what follows")
        if tag == "outlineLvl":
            said = _("heading “{name}” set to level {n} of the outline")
        yield said.format(name=shown_name(style), n=int(value) + 1)
