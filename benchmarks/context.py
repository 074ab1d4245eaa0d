"""What fills docxtpl's template: a tender request in sections, as its tokens have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

SECTIONS = {
    "Uitvoeringsvoorwaarde: arbeidsrelatie en manier van werken": "arbeidsrelatie",
    "De opdracht": "opdracht",
    "Resultaatgebieden": "resultaatgebieden",
    "Verantwoordelijkheden": "verantwoordelijkheden",
    "Knock-outcriteria": "knockouts",
    "Gunningscriteria": "gunningscriteria",
    "Competenties": "competenties",
    "Beoordeling": "beoordeling",
    "Fee": "fee",
    "Eisen aan het cv": "cv",
    "Werkdagen": "werkdagen",
    "Werkdagen en werkplek": "werkdagen",
    "Planning": "planning",
    "Overige informatie": "overig",
    "Vragen en reactietermijn": "vragen",
}
"""Heading -> what the template calls the section; one that is not here is that about the organisation."""


@dataclass(slots=True)
class Section:
    """What stands under a heading: paragraphs, a list or the rows of a table, paragraphs after it, smaller sections."""

    titel: str
    alineas: list[str] = field(default_factory=list)
    punten: list[dict[str, str]] = field(default_factory=list)
    rijen: list[list[str]] = field(default_factory=list)
    slot: list[str] = field(default_factory=list)
    blokken: list[Section] = field(default_factory=list)


def make_context(tokens: Sequence[Token]) -> dict[str, object]:
    """Return what fills the template for the tokens of a tender request."""
    sections = list(read_sections(tokens))
    start = sections[0]
    found: dict[str, object] = {SECTIONS.get(section.titel, "organisatie"): section for section in sections[1:]}
    return found | {
        "titel": start.titel,
        "lead": start.alineas[0],
        "bijschrift": start.alineas[1],
        "feiten": start.rijen,
    }


def read_sections(tokens: Sequence[Token]) -> Iterator[Section]:
    """Yield the sections under headings of level 1 and 2, with those of level 3 in them."""
    outer = inner = Section("")
    place = ""
    for token in tokens:
        match token.type:
            case "heading_open":
                place = token.tag
            case "list_item_open" | "tr_open":
                place = token.type
                if place == "tr_open":
                    inner.rijen.append([])
            case "bullet_list_close" | "ordered_list_close" | "table_close":
                place = "after"
            case "inline" if place in ("h1", "h2"):
                if outer.titel:
                    yield outer
                outer = inner = Section(shown(token))
                place = ""
            case "inline" if place == "h3":
                inner = Section(shown(token))
                outer.blokken.append(inner)
                place = ""
            case "inline" if place == "list_item_open":
                inner.punten.append(read_item(token))
            case "inline" if place == "tr_open":
                inner.rijen[-1].append(shown(token))
            case "inline":
                (inner.slot if place == "after" else inner.alineas).append(shown(token))
            case "thead_close":
                inner.rijen.clear()
    yield outer


def shown(inline: Token) -> str:
    """Return what is seen of a token; a line break is a space."""
    return "".join(" " if child.type == "hardbreak" else child.content for child in inline.children or ())


def read_item(token: Token) -> dict[str, str]:
    """Return the bold text of an item, and the rest."""
    children = token.children or []
    texts = {True: "", False: ""}
    bold = False
    for child in children:
        bold = child.type == "strong_open" or (bold and child.type != "strong_close")
        texts[bold] += child.content if child.type == "text" else ""
    return {"vet": texts[True].strip(), "tekst": texts[False].strip()}
