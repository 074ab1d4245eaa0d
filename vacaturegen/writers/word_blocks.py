"""The tokens of a document -> WordprocessingML blocks: headings, paragraphs, lists, clause boxes and tables.

Blocks name the styles of the base document (templates/word) and carry no formatting of their own. What stands within a
paragraph belongs to `word_runs`, the file around it to `docx`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.writers.word_runs import Runs, print_runs

STYLED = '<w:pPr><w:pStyle w:val="{}"/></w:pPr>'

ROLES = {
    ("", "lead"): STYLED.format("Lead"),
    ("", "caption"): STYLED.format("Caption"),
    ("", "note"): STYLED.format("Noot"),
    ("Clausule", "note"): STYLED.format("ClausuleNoot"),
}
"""What a paragraph stands in, and its role -> its properties, if these are not the usual there."""

INTRODUCTION = "<w:p>" + STYLED.format("Aanloop")
"""The beginning of a paragraph that keeps with the list behind it."""

CELLS = {
    ("th_open", False): STYLED.format("Tabelkop"),
    ("th_open", True): STYLED.format("TabelkopGetal"),
    ("td_open", False): STYLED.format("Tabeltekst"),
    ("td_open", True): STYLED.format("TabeltekstGetal"),
}
"""Kind of cell, and whether it is aligned to the right -> the properties of its paragraph."""

LIST_LEVELS = ("", "2", "3")
"""What the styles of lists in lists add to the name; deeper lists look like the last."""


class Lists(NamedTuple):
    """The lists of a base document."""

    definitions: Mapping[tuple[str, int], tuple[int, int]]
    """Kind, as styles are called, and level of a list -> the number of its definition, and the level in that."""
    first: int
    """The first number that is free for a list."""


LISTS = Lists({(kind, n): (number, n) for number, kind in enumerate(("Bullet", "Number"), 1) for n in range(3)}, 3)
"""The lists of the base document that is shipped."""

LIST_KINDS = frozenset({"Bullet", "Number"})

FACT_TABLE = (35, 65)
"""Shares of the width in a table of two columns: what, and what it is."""

COLUMN_LENGTHS = (8, 40)
"""The least and the most, in characters, that a column of another table asks for."""

TABLE = (
    '<w:tbl><w:tblPr><w:tblStyle w:val="Overzicht"/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1"'
    ' w:noVBand="1"/><w:tblCaption w:val="{caption}"/><w:tblDescription w:val="{description}"/></w:tblPr>'
    "<w:tblGrid>{grid}</w:tblGrid>"
)


class Container(NamedTuple):
    """A list or clause box: properties of its paragraphs, and of those of a list that bear its marker."""

    kind: str
    paragraph: str
    marker: str = ""


class Cell(NamedTuple):
    """A cell of a table: its printed paragraph, and its text."""

    paragraph: str
    text: str


TOP = Container("", "")
BOX = Container("Clausule", STYLED.format("Clausule"))


@dataclass(slots=True)
class Body:
    """What has been printed of a document, and what holds where the rules have come."""

    text_width: int
    """In twentieths of a point."""
    lists: Lists = LISTS
    blocks: list[str] = field(default_factory=list)
    runs: Runs = field(default_factory=Runs)
    numbers: list[str] = field(default_factory=list)
    """The definition of each list."""

    containers: list[Container] = field(default_factory=list)
    """What is open, the outermost first."""
    properties: str = ""
    """Of the paragraph that is open, or was."""
    text: str = ""
    """Of the last paragraph."""
    marker: str = ""
    """Properties of the paragraph that is to bear the marker of the list item, until there is one."""
    caption: str = ""
    rows: list[list[Cell]] = field(default_factory=list)
    """Of the table that is open."""


def print_body(tokens: Sequence[Token], text_width: int, lists: Lists = LISTS) -> Body:
    """Return the body of a document, with its lists and links, for a base with this text width and these lists."""
    body = Body(text_width, lists)
    for token in tokens:
        if rule := BLOCKS[token.type]:
            rule(body, token)
    return body


def _open_heading(body: Body, token: Token) -> None:
    body.properties = STYLED.format(f"Heading{token.tag[1]}")


def _open_paragraph(body: Body, token: Token) -> None:
    role = token.meta.get("role", "")
    container = body.containers[-1] if body.containers else TOP
    body.properties = body.marker or ROLES.get((container.kind, role), container.paragraph)
    body.marker = ""


def _print_paragraph(body: Body, token: Token) -> None:
    body.text = token.content
    body.blocks.append(f"<w:p>{body.properties}{print_runs(body.runs, token.children or ())}</w:p>")


def _open_clause(body: Body, _token: Token) -> None:
    body.containers.append(BOX)


def _close_container(body: Body, _token: Token) -> None:
    body.containers.pop()
    # an item without a paragraph leaves its marker to nobody
    body.marker = ""


def _open_list(body: Body, token: Token) -> None:
    kind = "Bullet" if token.type == "bullet_list_open" else "Number"
    if body.blocks and not body.containers and not body.properties:
        body.blocks[-1] = INTRODUCTION + body.blocks[-1].removeprefix("<w:p>")
    # a list that shares its number with another counts on from it
    number = body.lists.first + len(body.numbers)
    level = min(sum(container.kind in LIST_KINDS for container in body.containers), len(LIST_LEVELS) - 1)
    definition, place = body.lists.definitions[kind, level]
    body.numbers.append(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/><w:lvlOverride w:ilvl="{place}">'
        f'<w:startOverride w:val="{token.attrs.get("start", 1)}"/></w:lvlOverride></w:num>'
    )
    style, further = f"List{kind}{LIST_LEVELS[level]}", STYLED.format(f"ListContinue{LIST_LEVELS[level]}")
    if body.containers and body.containers[-1] is BOX:
        style, further = f"List{kind}{BOX.kind}", BOX.paragraph
    marker = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>'
    body.containers.append(Container(kind, further, f'<w:pPr><w:pStyle w:val="{style}"/>{marker}</w:pPr>'))


def _open_item(body: Body, _token: Token) -> None:
    body.marker = body.containers[-1].marker


def _open_table(body: Body, _token: Token) -> None:
    if body.blocks and body.blocks[-1] == "</w:tbl>":
        body.blocks.append("<w:p/>")  # without it both are one table
    body.caption = body.text if body.properties == ROLES["", "caption"] else ""
    body.rows = []


def _open_row(body: Body, _token: Token) -> None:
    body.rows.append([])


def _open_cell(body: Body, token: Token) -> None:
    body.properties = CELLS[token.type, token.attrs.get("style") == "text-align:right"]


def _close_cell(body: Body, _token: Token) -> None:
    body.rows[-1].append(Cell(body.blocks.pop(), body.text))


def _close_table(body: Body, _token: Token) -> None:
    widths = _share_width(body.rows, body.text_width)
    heads = ", ".join(cell.text for cell in body.rows[0] if cell.text)
    body.blocks.append(
        TABLE.format(
            width=sum(widths),
            caption=escape(body.caption or heads),
            description=escape(f"Kolommen: {heads}. Rijen: {len(body.rows) - 1}."),
            grid="".join([f'<w:gridCol w:w="{width}"/>' for width in widths]),
        )
    )
    properties = "<w:cantSplit/><w:tblHeader/>"
    for row in body.rows:
        cells = [
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell.paragraph}</w:tc>'
            for cell, width in zip(row, widths, strict=True)
        ]
        body.blocks.append(f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>")
        properties = "<w:cantSplit/>"
    body.blocks.append("</w:tbl>")


def _share_width(rows: list[list[Cell]], width: int) -> list[int]:
    """Return the width of each column: of facts as tables of facts have it, of others by their longest text."""
    if len(rows[0]) == len(FACT_TABLE):
        shares = list(FACT_TABLE)
    else:
        least, most = COLUMN_LENGTHS
        shares = [min(max(least, *(len(cell.text) for cell in column)), most) for column in zip(*rows, strict=True)]
    return [width * share // sum(shares) for share in shares]


BLOCKS: dict[str, Callable[[Body, Token], None] | None] = {
    "heading_open": _open_heading,
    "heading_close": None,
    "paragraph_open": _open_paragraph,
    "paragraph_close": None,
    "inline": _print_paragraph,
    "blockquote_open": _open_clause,
    "blockquote_close": _close_container,
    "bullet_list_open": _open_list,
    "bullet_list_close": _close_container,
    "ordered_list_open": _open_list,
    "ordered_list_close": _close_container,
    "list_item_open": _open_item,
    "list_item_close": None,
    "table_open": _open_table,
    "table_close": _close_table,
    "thead_open": None,
    "thead_close": None,
    "tbody_open": None,
    "tbody_close": None,
    "tr_open": _open_row,
    "tr_close": None,
    "th_open": _open_cell,
    "th_close": _close_cell,
    "td_open": _open_cell,
    "td_close": _close_cell,
}
