"""The numbering of a Word file: which definitions its list styles have, and ours for where they have none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from vacaturegen.house.order import W
from vacaturegen.house.roles import BY_KEY, HEADINGS, LIST_ROLES, PARAGRAPH, Role
from vacaturegen.house.styles import VALUE, Found, effective, find_role, style_id, styles_of, value_of
from vacaturegen.house.word_file import MAIN, NAMES, OFFICE, WORD_TYPE, WordFile, add_part

NUMBERING = "word/numbering.xml"
LEVELS = 3
HANGING = 460
"""How far the text of a list stands from its marker, in twentieths of a point."""
MARKERS = {
    "Bullet": (("bullet", "•"), ("bullet", "–"), ("bullet", "•")),
    "Number": (("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3.")),
}
"""Kind of list -> form and text of the marker at each level, as in the shipped base."""

Lists = dict[tuple[str, int], tuple[int, int]]
"""Kind and level of a list -> its definition, and the level in that."""


def definition_of(file: WordFile, style: Any) -> tuple[Any, int] | None:
    """Return the definition that a paragraph style numbers by, and the level in it; None when it has none."""
    root = file.trees.get(NUMBERING)
    number = effective(file, style, "w:pPr/w:numPr/w:numId") if style is not None else None
    if root is None or number is None:
        return None
    wanted = number.get(VALUE)
    for num in root.findall(f"{W}num"):
        if num.get(f"{W}numId") == wanted:
            for abstract in root.findall(f"{W}abstractNum"):
                if abstract.get(f"{W}abstractNumId") == value_of(num, "w:abstractNumId"):
                    level = effective(file, style, "w:pPr/w:numPr/w:ilvl")
                    said = level.get(VALUE, "0") if level is not None else "0"
                    return abstract, int(said) if said.isdigit() else 0
    return None


def form_of(file: WordFile, style: Any) -> str:
    """Return the form of the markers that a paragraph style sets, such as bullet or decimal; empty for none."""
    found = definition_of(file, style)
    levels = found[0].findall(f"{W}lvl") if found else []
    forms = [value_of(lvl, "w:numFmt") or "decimal" for lvl in levels if lvl.get(f"{W}ilvl") == str(found and found[1])]
    return forms[0] if forms and forms[0] != "none" else ""


def suggest(file: WordFile, role: Role, found: Mapping[str, Found]) -> Any:
    """Return the one style that by its form looks like it plays a role that none has; None for none or several."""
    taken = {style_id(one.style) for one in found.values() if one.style is not None}
    styles = [one for one in styles_of(file) if one.get(f"{W}type") == PARAGRAPH and style_id(one) not in taken]
    if role.key in file.named:
        return None
    if role.key in HEADINGS:
        level = str(HEADINGS.index(role.key))
        fits = [style for style in styles if value_of(style, "w:pPr/w:outlineLvl") == level]
    elif role.key in LIST_ROLES.values():
        plain = [style for style in styles if effective(file, style, "w:pPr/w:outlineLvl") is None]
        forms = [(style, form_of(file, style)) for style in plain]
        bullets = role.key == LIST_ROLES["Bullet"]
        fits = [style for style, form in forms if form and (form == "bullet") == bullets]
    else:
        fits = []
    return fits[0] if len(fits) == 1 else None


def role_of_list(kind: str, level: int) -> str:
    """Return the role of the paragraphs of a list."""
    return LIST_ROLES[kind] + (f"_{level + 1}" if level else "")


def own_definition(file: WordFile, kind: str, level: int) -> tuple[int, int] | None:
    """Return the definition (its number, and the level in it) of the file's own for a list; None without a usable one.

    A style that numbers as another one does, and a list without a style of its own, go by the level of the list.
    """
    style = find_role(file, BY_KEY[role_of_list(kind, level)]).style
    numbers_itself = style is not None and style.find("w:pPr/w:numPr/w:numId", NAMES) is not None
    if style is None:
        style = find_role(file, BY_KEY[LIST_ROLES[kind]]).style
    found = definition_of(file, style)
    if found is None:
        return None
    abstract, place = found[0], found[1] if numbers_itself else level
    if abstract.find(f"{W}numStyleLink") is not None or not (abstract.get(f"{W}abstractNumId") or "").isdigit():
        return None
    for lvl in abstract.findall(f"{W}lvl"):
        if lvl.get(f"{W}ilvl") == str(place):
            form = value_of(lvl, "w:numFmt") or "decimal"
            fits = form == "bullet" if kind == "Bullet" else form not in ("bullet", "none")
            return (int(abstract.get(f"{W}abstractNumId")), place) if fits else None
    return None


def find_lists(file: WordFile) -> Lists:
    """Return the definitions of the file's own that lists can have."""
    wanted = ((kind, level) for kind in LIST_ROLES for level in range(LEVELS))
    found = {key: own_definition(file, *key) for key in wanted}
    return {key: place for key, place in found.items() if place}


def complete_lists(file: WordFile) -> tuple[Lists, int]:
    """Add our definitions for the lists that have none; return all of them, and the first number that is free."""
    if NUMBERING not in file.trees:
        empty = f'<w:numbering xmlns:w="{NAMES["w"]}"/>'.encode()
        add_part(file, NUMBERING, WORD_TYPE.format("numbering"), empty, (MAIN, f"{OFFICE}/relationships/numbering"))
    root, lists = file.trees[NUMBERING], find_lists(file)
    for kind in LIST_ROLES:
        missing = [level for level in range(LEVELS) if (kind, level) not in lists]
        if missing:
            number = 1 + highest(root, "abstractNum", "abstractNumId")
            place = len(root.findall(f"{W}abstractNum"))
            root.insert(place + len(root.findall(f"{W}numPicBullet")), print_definition(kind, number))
            lists |= {(kind, level): (number, level) for level in missing}
    return lists, 1 + highest(root, "num", "numId")


def highest(root: Any, tag: str, attribute: str) -> int:
    """Return the highest number that elements have; 0 without any."""
    said = [element.get(f"{W}{attribute}", "") for element in root.findall(f"{W}{tag}")]
    return max((int(number) for number in said if number.isdigit()), default=0)


def print_definition(kind: str, number: int) -> Any:
    """Return our definition of a kind of list, under a number."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{HANGING * (level + 1)}" w:hanging="{HANGING}"/></w:pPr></w:lvl>'
        for level, (form, text) in enumerate(MARKERS[kind])
    )
    return etree.fromstring(
        f'<w:abstractNum xmlns:w="{NAMES["w"]}" w:abstractNumId="{number}"><w:nsid w:val="1A2B{number:04X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
