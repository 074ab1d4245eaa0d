"""Which style of a Word file plays which role, and what a style comes to with all that it builds on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from vacaturegen.house.order import W
from vacaturegen.house.roles import BUILT_IN, PARAGRAPH, ROLES, Role, fold
from vacaturegen.house.word_file import NAMES, WordFile

STYLES = "word/styles.xml"
VALUE = f"{W}val"
OFF = ("0", "false", "off")
DEEP = 20
"""How many styles may build on each other; Word allows about as many."""


class Found(NamedTuple):
    """The style that plays a role (None: there is none), and one that would, were it of the right kind."""

    role: Role
    style: Any
    wrong: Any = None


def styles_of(file: WordFile) -> list[Any]:
    """Return the styles of a file."""
    found: list[Any] = file.trees[STYLES].findall(f"{W}style")
    return found


def style_id(style: Any) -> str:
    """Return the id of a style."""
    return str(style.get(f"{W}styleId", ""))


def value_of(element: Any, path: str) -> str:
    """Return the w:val of what stands at a path in an element; empty when nothing does."""
    found = element.find(path, NAMES) if element is not None else None
    return "" if found is None else str(found.get(VALUE, ""))


def shown_name(style: Any) -> str:
    """Return the name of a style as a message tells it."""
    return value_of(style, "w:name") or style_id(style)


def names_of(style: Any) -> set[str]:
    """Return every name of a style, folded: its own, other ones, and its id."""
    names = {value_of(style, "w:name"), style_id(style), *value_of(style, "w:aliases").split(",")}
    return {fold(name) for name in names if name}


def default_style(file: WordFile) -> Any:
    """Return the paragraph style of a text that names none; None when the file has no such style."""
    for style in styles_of(file):
        if style.get(f"{W}type") == PARAGRAPH and style.get(f"{W}default", "0") not in OFF:
            return style
    return None


def find_role(file: WordFile, role: Role) -> Found:
    """Return the style that plays a role: the one that the map names, else one that is found by its name."""
    styles = [(style, names_of(style)) for style in styles_of(file)]
    said = file.named.get(role.key)
    if said:
        wanted = [fold(said)]
        if wanted[0] in BUILT_IN:
            wanted.append(fold(BUILT_IN[wanted[0]]))
    else:
        wanted = [fold(name) for name in (role.style, *role.names)]
    wrong = None
    for name in wanted:
        for style, names in styles:
            if name in names:
                if style.get(f"{W}type", PARAGRAPH) == role.kind:
                    return Found(role, style)
                wrong = style if wrong is None else wrong
    if role.key == "tekst" and not said and (style := default_style(file)) is not None:
        return Found(role, style)
    return Found(role, None, wrong)


def find_roles(file: WordFile) -> dict[str, Found]:
    """Return what plays each role, by its key."""
    return {role.key: find_role(file, role) for role in ROLES}


def lineage(file: WordFile, style: Any) -> Iterator[Any]:
    """Yield a style and what it builds on, the nearest first."""
    by_id = {style_id(one): one for one in styles_of(file)}
    for _depth in range(DEEP):
        if style is None:
            return
        yield style
        style = by_id.get(value_of(style, "w:basedOn"))


def effective(file: WordFile, style: Any, path: str) -> Any:
    """Return the element at a path (w:rPr/w:sz) of a style, or of the nearest that it builds on, or of the defaults."""
    for one in lineage(file, style):
        if (found := one.find(path, NAMES)) is not None:
            return found
    kind, _slash, rest = path.partition("/")
    return file.trees[STYLES].find(f"w:docDefaults/{kind}Default/{kind}/{rest}", NAMES)


def is_on(element: Any) -> bool:
    """Tell whether a property that is on or off is on."""
    return element is not None and element.get(VALUE, "1") not in OFF


def make_child(parent: Any, *tags: str) -> Any:
    """Return the element at a path below another; what is missing of it is made, to be put in order later."""
    for tag in tags:
        child = parent.find(f"{W}{tag}")
        if child is None:
            child = parent.makeelement(f"{W}{tag}", nsmap=parent.nsmap)
            parent.append(child)
        parent = child
    return parent


def points(file: WordFile, style: Any) -> int:
    """Return the size of the letters of a style, in half points."""
    size = effective(file, style, "w:rPr/w:sz")
    said = size.get(VALUE, "") if size is not None else ""
    return int(said) if said.isdigit() else 20  # what Word takes when nobody says
