"""The blocks of a Word file -> tokens in normal form: boxes, lists in lists, tables; and where places came to lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from vacaturegen.markdown import without_marks
from vacaturegen.markdown.normal_form import settle
from vacaturegen.reading.content import Block, Content, ListMark, Paragraph, Piece, Shape, Table
from vacaturegen.reading.inline import PLACE, make_children

NAMES = {"p": "paragraph", "li": "list_item", "ul": "bullet_list", "ol": "ordered_list"}
LAST_STYLED = 2
"""The deepest list that has a style of its own; deeper ones look like it."""


@dataclass(slots=True)
class Body:
    """The tokens so far, and what is open; `last` tells where each list is met for the last time."""

    links: Sequence[str]
    last: dict[object, int]
    tokens: list[Token] = field(default_factory=list)
    boxed: bool = False
    box: list[bool] = field(default_factory=list)
    """Of each block in the open box, whether it is a note."""
    lists: list[ListMark] = field(default_factory=list)
    level: int = 0


def make_tokens(blocks: Sequence[Block], links: Sequence[str]) -> tuple[list[Token], dict[int, tuple[int, int]]]:
    """Return the tokens of the blocks, and for each place the number of its token and the offset in its content."""
    shown = [block for block in blocks if isinstance(block, Table) or block.content]
    items = [(block.shape.item, index) for index, block in enumerate(shown) if isinstance(block, Paragraph)]
    body = Body(links, {item.key: index for item, index in items if item})
    for index, block in enumerate(shown):
        if isinstance(block, Table):
            add_table(body, block)
        elif block.shape.heading:
            close_all(body)
            add_block(body, f"h{min(block.shape.heading, 4)}", plain_if_bold([block.content])[0], one_line=True)
        else:
            add_paragraph(body, block, index)
    close_all(body)
    return find_places(settle(body.tokens))


def add_paragraph(body: Body, block: Paragraph, index: int) -> None:
    """Add a paragraph where it belongs: in a list, in a box, or by itself."""
    shape = block.shape
    blank = block.is_blank()
    if blank and (body.lists or body.boxed):
        pass  # what nobody sees ends nothing
    elif shape.item:
        go_to_item(
            body, shape.item, index, boxed=shape.box or (body.boxed and bool(body.lists) and shape.item.level > 0)
        )
    elif shape.further is not None and body.lists:
        if 0 <= shape.further < LAST_STYLED:
            close_lists(body, shape.further + 1)
    elif not (body.boxed and shape.box and any(body.last[one.key] > index for one in body.lists)):
        close_lists(body, 0)
        set_boxed(body, shape.box and not is_new_box(body, shape))
        set_boxed(body, shape.box)
    if not blank:
        body.box.append(shape.role == "note")
    add_block(body, "p", block.content, role=shape.role, one_line=False)


def is_new_box(body: Body, shape: Shape) -> bool:
    """Tell whether a paragraph in a box begins another: notes begin our boxes of one kind, and end those of the other.

    Nothing else tells boxes apart that stand one below the other.
    """
    if not body.box or not body.boxed:
        return False
    return body.box[0] if shape.role == "note" else body.box[-1] and not body.box[0]


def go_to_item(body: Body, item: ListMark, index: int, *, boxed: bool) -> None:
    """Open the item of a list, and the list when it begins here."""
    if boxed != body.boxed:
        close_lists(body, 0)
        set_boxed(body, boxed)
    here = next((depth for depth, one in enumerate(body.lists) if one.key == item.key), None)
    if here is None:
        while body.lists and body.lists[-1].level > item.level:
            close_lists(body, len(body.lists) - 1)
        if body.lists and body.lists[-1].level == item.level:
            # a list that goes on later, and cannot lie deeper by its style, holds this one
            holds = item.level >= LAST_STYLED and body.last[body.lists[-1].key] > index
            if not holds:
                close_lists(body, len(body.lists) - 1)
    else:
        close_lists(body, here + 1)
        add_edge(body, "li", -1)
    if here is None:
        add_edge(body, item.kind, 1, attrs={} if item.kind == "ul" or item.number == 1 else {"start": item.number})
        body.lists.append(item)
    add_edge(body, "li", 1, info=str(item.number) if item.kind == "ol" else "")


def close_lists(body: Body, depth: int) -> None:
    """Close lists until so many are open."""
    while len(body.lists) > depth:
        add_edge(body, "li", -1)
        add_edge(body, body.lists.pop().kind, -1)


def set_boxed(body: Body, boxed: bool) -> None:
    """Open or close the box."""
    if boxed != body.boxed:
        add_edge(body, "blockquote", 1 if boxed else -1)
        body.boxed = boxed
        body.box = []


def close_all(body: Body) -> None:
    """Close whatever is open."""
    close_lists(body, 0)
    set_boxed(body, False)


def add_edge(body: Body, tag: str, nesting: Any, **facts: Any) -> None:
    """Add the token with which something begins or ends."""
    body.level -= nesting < 0
    name = "heading" if tag in ("h1", "h2", "h3", "h4") else NAMES.get(tag, tag)
    kind = f"{name}_open" if nesting > 0 else f"{name}_close"
    body.tokens.append(Token(kind, tag, nesting, level=body.level, block=True, **facts))
    body.level += nesting > 0


def add_block(body: Body, tag: str, content: Content, *, role: str = "", one_line: bool, **facts: Any) -> None:
    """Add something with text in it."""
    children = make_children(content, body.links, one_line=one_line)
    if role:
        children.insert(0, Token("mark_open", "mark", 0, meta={"kind": "role", "value": role}))
    add_edge(body, tag, 1, **facts)
    body.tokens.append(Token("inline", "", 0, level=body.level, children=children, block=True))
    add_edge(body, tag, -1)


def add_table(body: Body, table: Table) -> None:
    """Add a table; its first row is the head."""
    close_all(body)
    head, *rows = ([cell.content for cell in row] for row in table.rows)
    firsts = plain_if_bold([row[0] for row in rows])
    contents = [plain_if_bold(head), *([first, *row[1:]] for first, row in zip(firsts, rows, strict=True))]
    alignments = [find_alignment([row[column].align for row in table.rows]) for column in range(len(table.rows[0]))]
    add_edge(body, "table", 1)
    for number, row in enumerate(contents):
        if number < 2:
            add_edge(body, "tbody" if number else "thead", 1)
        add_edge(body, "tr", 1)
        for content, align in zip(row, alignments, strict=True):
            attrs = {"style": f"text-align:{align}"} if align else {}
            add_block(body, "td" if number else "th", content, one_line=True, attrs=attrs)
        add_edge(body, "tr", -1)
        if number in (0, len(contents) - 1):
            add_edge(body, "tbody" if number else "thead", -1)
    add_edge(body, "table", -1)


def plain_if_bold(contents: list[Content]) -> list[Content]:
    """Return headings, or cells that are one head together, without bold if all of them is: so it only looks."""
    shown = [piece for one in contents for piece in one if isinstance(piece, Piece) and piece.text.strip()]
    if not shown or not all(piece.strong and piece.direct for piece in shown):
        return contents
    return [[piece._replace(strong=False) if isinstance(piece, Piece) else piece for piece in one] for one in contents]


def find_alignment(column: list[str]) -> str:
    """Return how a column is aligned: as all its cells are below the head, or the head when there are none."""
    said = set(column[1:] or column)
    return said.pop() if len(said) == 1 else ""


def find_places(tokens: list[Token]) -> tuple[list[Token], dict[int, tuple[int, int]]]:
    """Return the tokens without marks, and for each place its token and the offset in the content of that."""
    places: dict[int, tuple[int, int]] = {}
    for index, token in enumerate(tokens):
        if token.type != "inline":
            continue
        offset = 0
        marked = False
        for child in token.children or ():
            if child.type == "mark_open" and child.meta["kind"] == PLACE:
                places[int(child.meta["value"])] = index, offset
            marked |= child.tag == "mark"
            offset += 1 if child.type == "hardbreak" else len(child.content)
        if marked:
            token.children = without_marks(token.children or [])
    return tokens, places
