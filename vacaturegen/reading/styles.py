"""What the styles of a Word file say of paragraphs and texts: heading, role, box, alignment, list, bold and italic.

Styles go by their name, by which every program knows them, and then by their id and what they build on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from vacaturegen.house.order import W
from vacaturegen.house.roles import CHARACTER, HEADINGS, PARAGRAPH, ROLES, fold
from vacaturegen.house.styles import DEEP, OFF, STYLES, VALUE, style_id, value_of
from vacaturegen.house.word_file import NAMES, WordFile

AMBIGUOUS = frozenset({"listparagraph", "lijstalinea"})
"""Styles that Word gives to every item, bulleted or numbered, and to what goes on in one."""
TITLES = frozenset({"title", "titel"})
QUOTES = frozenset(map(fold, ("Quote", "Citaat", "Intense Quote", "Duidelijk citaat", "Block Text", "Quotations")))
ROLE_TOKENS = {"inleiding": "lead", "bijschrift": "caption", "noot": "note", "clausule_noot": "note"}
"""Role of a style -> role of a paragraph."""
BOXES = frozenset({"clausule", "clausule_noot", "opsomming_clausule", "nummering_clausule"})
FURTHER = {"vervolg": 0, "vervolg_2": 1, "vervolg_3": 2}
LEVELS = {"opsomming_2": 1, "opsomming_3": 2, "nummering_2": 1, "nummering_3": 2}
UNEMPHATIC = frozenset({"link", "invulplaats"})
"""Roles whose look says nothing of the weight of the words."""
EMPHASIS = {"vet": (True, False), "cursief": (False, True), "vet_cursief": (True, True)}
ALIGNMENTS = {"right": "right", "end": "right", "center": "center"}


class ParagraphLook(NamedTuple):
    """What a paragraph style says; `number` and `level` are of its numbering, empty when it has none."""

    heading: int = 0
    role: str = ""
    box: bool = False
    further: int | None = None
    depth: int = 0
    align: str = ""
    number: str = ""
    level: str = ""
    hidden: bool = False


class TextLook(NamedTuple):
    """What a character style, or a text itself, says of bold, italic and hidden; None is nothing."""

    strong: bool | None = None
    em: bool | None = None
    hidden: bool | None = None


def names_by_role(kind: str) -> dict[str, str]:
    """Return the role that each name of a style has, folded; the first that has it."""
    found: dict[str, str] = {}
    for role in ROLES:
        for name in (role.style, *role.names) if role.kind == kind else ():
            if fold(name) not in AMBIGUOUS:
                found.setdefault(fold(name), role.key)
    return found


PARAGRAPH_ROLES, CHARACTER_ROLES = names_by_role(PARAGRAPH), names_by_role(CHARACTER)


class Styles:
    """The styles of one file, each looked at once."""

    def __init__(self, file: WordFile) -> None:
        """Take the styles of a file."""
        root = file.trees[STYLES]
        self.by_id: dict[str, Any] = {}
        self.default = ""
        for style in root.iter(f"{W}style"):
            self.by_id.setdefault(style_id(style), style)
            if style.get(f"{W}type") == PARAGRAPH and style.get(f"{W}default", "0") not in OFF:
                self.default = self.default or style_id(style)
        self.paragraphs: dict[str, ParagraphLook] = {}
        self.texts: dict[str, TextLook] = {}

    def paragraph(self, name: str) -> ParagraphLook:
        """Return what the paragraph style with this id says, or the default one when there is none such."""
        known = name if name in self.by_id else self.default
        if known not in self.paragraphs:
            self.paragraphs[known] = look_at_paragraph(list(self.chain(known)))
        return self.paragraphs[known]

    def text(self, name: str) -> TextLook:
        """Return what the character style with this id says."""
        if name not in self.texts:
            self.texts[name] = look_at_text(list(self.chain(name)))
        return self.texts[name]

    def chain(self, name: str) -> Iterator[Any]:
        """Yield the style with this id and what it builds on, the nearest first."""
        for _depth in range(DEEP):
            style = self.by_id.get(name)
            if style is None:
                return
            yield style
            name = value_of(style, "w:basedOn")


def names_of(style: Any) -> list[str]:
    """Return the names of a style, folded: its name first."""
    names = [value_of(style, "w:name"), style_id(style), *value_of(style, "w:aliases").split(",")]
    return [fold(name) for name in names if name.strip()]


def role_of(style: Any, roles: dict[str, str]) -> str:
    """Return the role that a style has by its names, or nothing."""
    return next((roles[name] for name in names_of(style) if name in roles), "")


def look_at_paragraph(chain: list[Any]) -> ParagraphLook:
    """Return what a paragraph style says, with what it builds on."""
    roles = [role_of(style, PARAGRAPH_ROLES) for style in chain]
    role = next((role for role in roles if role), "tekst")
    names = [name for style in chain for name in names_of(style)]
    known = role in ROLE_TOKENS or role in BOXES
    number, level = first(chain, "w:pPr/w:numPr/w:numId"), first(chain, "w:pPr/w:numPr/w:ilvl")
    return ParagraphLook(
        heading=heading_of(chain),
        role=ROLE_TOKENS.get(role, ""),
        box=role in BOXES
        or (not known and (not QUOTES.isdisjoint(names) or any(has_border(style) for style in chain))),
        further=FURTHER.get(role, -1 if not AMBIGUOUS.isdisjoint(names) else None),
        depth=LEVELS.get(role, 0),
        align=ALIGNMENTS.get(first(chain, "w:pPr/w:jc"), ""),
        number=number,
        level=level,
        hidden=bool(look_at_text(chain).hidden),
    )


def first(chain: list[Any], path: str) -> str:
    """Return the w:val at a path in the nearest style that has one."""
    return next((found for style in chain if (found := value_of(style, path))), "")


def heading_of(chain: list[Any]) -> int:
    """Return the level of the headings that a style makes, by its outline or its name; 0 when it makes none."""
    for style in chain:
        level = outline(style.find("w:pPr", NAMES))
        if level is not None:
            return level
        role = role_of(style, PARAGRAPH_ROLES)
        if role in HEADINGS:
            return HEADINGS.index(role) + 1
        if not TITLES.isdisjoint(names_of(style)):
            return 1
    return 0


def outline(properties: Any) -> int | None:
    """Return the level of heading that properties give a paragraph; 0 is none, None is not said."""
    said = value_of(properties, "w:outlineLvl")
    return (int(said) + 1) % 10 if len(said) == 1 and said in "0123456789" else None


def has_border(element: Any) -> bool:
    """Tell whether a style, or a paragraph, has a line at its left: what makes a box of it."""
    line = element.find("w:pPr/w:pBdr/w:left", NAMES)
    return line is not None and line.get(VALUE, "none") not in ("none", "nil")


def look_at_text(chain: list[Any]) -> TextLook:
    """Return what a character style says, with what it builds on."""
    strong, em, hidden = None, None, None
    for style in chain:
        role = role_of(style, CHARACTER_ROLES) if style.get(f"{W}type") == CHARACTER else ""
        own = read_text_look(style.find("w:rPr", NAMES))
        by_role = EMPHASIS.get(role, (None, None) if role in UNEMPHATIC else (own.strong, own.em))
        strong = by_role[0] if strong is None else strong
        em = by_role[1] if em is None else em
        hidden = own.hidden if hidden is None else hidden
    return TextLook(strong, em, hidden)


def read_text_look(properties: Any) -> TextLook:
    """Return what the properties of a text say themselves."""
    if properties is None:
        return TextLook()
    said = {tag: properties.find(f"{W}{tag}") for tag in ("b", "i", "vanish")}
    return TextLook(*(None if found is None else found.get(VALUE, "1") not in OFF for found in said.values()))
