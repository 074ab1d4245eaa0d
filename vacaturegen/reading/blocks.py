"""What stands in the text of a Word file around its paragraphs: their shape, tables, controls and changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from vacaturegen.house.order import W
from vacaturegen.house.styles import value_of
from vacaturegen.house.word_file import NAMES
from vacaturegen.reading.content import Block, Cell, Content, Paragraph, Piece, Shape, Table
from vacaturegen.reading.reader import Reader
from vacaturegen.reading.runs import CHOICES, choose, read_comment_edge, walk_runs
from vacaturegen.reading.styles import ALIGNMENTS, has_border, outline

COLUMNS = 63
"""Word has no tables with more."""
CHANGED_MARKS = ("ins", "del", "moveTo", "moveFrom")


def walk_blocks(reader: Reader, element: Any) -> None:
    """Read the blocks in an element."""
    for child in element:
        if rule := RULES.get(child.tag):
            rule(reader, child)
        elif child.tag not in SKIPPED:
            walk_blocks(reader, child)


def read_paragraph(reader: Reader, element: Any) -> None:
    """Read a paragraph with what stands beside it."""
    properties = element.find(f"{W}pPr")
    reader.begin_paragraph()
    change = properties.find(f"{W}pPrChange") if properties is not None else None
    if change is not None:
        reader.note_change(change)
    current = change.find(f"{W}pPr") if change is not None and reader.original else properties
    shape = find_shape(reader, element, current)
    walk_runs(reader, element)
    goes_on = False
    for tag in CHANGED_MARKS:
        mark = properties.find(f"w:rPr/w:{tag}", NAMES) if properties is not None else None
        if mark is not None:
            reader.note_change(mark)
            goes_on |= reader.is_gone(mark)
    reader.end_paragraph(shape, goes_on=goes_on)
    if not goes_on:
        read_boxes(reader)


def read_boxes(reader: Reader) -> None:
    """Read the text boxes that hang on what was read."""
    boxes, reader.boxes = reader.boxes, []
    for box in boxes:
        walk_blocks(reader, box)
        end_blocks(reader)


def end_blocks(reader: Reader) -> None:
    """Close what should have gone on where there is no more."""
    reader.flush()
    if reader.boxes:
        read_boxes(reader)


def find_shape(reader: Reader, element: Any, properties: Any) -> Shape:
    """Return what a paragraph is, by its properties and its style."""
    style = value_of(properties, "w:pStyle") or reader.styles.default
    look = reader.styles.paragraph(style)
    reader.hidden = look.hidden
    said = outline(properties)
    align = value_of(properties, "w:jc")
    aligned = ALIGNMENTS.get(align, "") if align else look.align
    if heading := look.heading if said is None else said:
        return Shape(heading=heading, align=aligned)
    item, unmarked = reader.numbering.mark(properties, style, look)
    box = look.box or (not look.role and properties is not None and has_border(element))
    further = look.further if unmarked is None else unmarked
    return Shape(role=look.role, box=box, item=item, further=None if item else further, align=aligned)


def read_control(reader: Reader, element: Any) -> None:
    """Read a content control around blocks."""
    reader.open_mark(element, reader.controls)
    for content in element.iterchildren(f"{W}sdtContent"):
        walk_blocks(reader, content)
    reader.close_mark()


def read_change(reader: Reader, element: Any) -> None:
    """Read a tracked change around blocks."""
    reader.open_mark(element, reader.changes, is_gone=reader.is_gone(element))
    walk_blocks(reader, element)
    reader.close_mark()


def read_choice(reader: Reader, element: Any) -> None:
    """Read one form of blocks that are there in several."""
    if (form := choose(element)) is not None:
        walk_blocks(reader, form)


def read_table(reader: Reader, element: Any) -> None:
    """Read a table; one of a single cell is only a frame around what stands in it."""
    end_blocks(reader)
    rows = [row for row in find_parts(reader, element, f"{W}tr") if is_there(reader, row, "w:trPr")]
    if len(rows) == 1 and rows[0].find("w:trPr/w:tblHeader", NAMES) is None:
        cells = list(find_parts(reader, rows[0], f"{W}tc"))
        if len(cells) == 1:
            walk_blocks(reader, cells[0])
            return
    read = [read_row(reader, row) for row in rows]
    width = max((len(row) for row in read), default=0)
    if width:
        padded = [row + [Cell([])] * (width - len(row)) for row in read]
        reader.blocks.append(Table(padded))


def find_parts(reader: Reader, element: Any, tag: str) -> Iterator[Any]:
    """Yield the rows of a table, or the cells of a row, also those in a control or a change."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag == f"{W}sdt":
            reader.open_mark(child, reader.controls)
            yield from find_parts(reader, child, tag)
            reader.close_mark()
        elif child.tag not in SKIPPED and child.tag != f"{W}tc":
            yield from find_parts(reader, child, tag)


def is_there(reader: Reader, element: Any, properties: str) -> bool:
    """Tell whether a row or cell is there in this way of reading; a change of it is remembered."""
    there = True
    for tag in ("ins", "del", "cellIns", "cellDel"):
        change = element.find(f"{properties}/w:{tag}", NAMES)
        if change is not None:
            reader.note_change(change)
            there &= not reader.is_gone(change)
    return there


def read_row(reader: Reader, row: Any) -> list[Cell]:
    """Return the cells of a row, an empty one for each place that a merged cell covers further on."""
    cells = [Cell([])] * count_of(row, "w:trPr/w:gridBefore", 0)
    for cell in find_parts(reader, row, f"{W}tc"):
        merged = [cell.find(f"w:tcPr/w:{tag}", NAMES) for tag in ("vMerge", "hMerge")]
        covered = any(one is not None and one.get(f"{W}val", "continue") == "continue" for one in merged)
        read = read_cell(reader, cell) if is_there(reader, cell, "w:tcPr") and not covered else Cell([])
        cells += [read, *[Cell([])] * (count_of(cell, "w:tcPr/w:gridSpan", 1) - 1)]
    if len(cells) > COLUMNS:
        surplus: Content = [piece for cell in cells[COLUMNS - 1 :] for piece in [*cell.content, Piece(" ")]]
        cells = [*cells[: COLUMNS - 1], Cell(surplus)]
    return cells


def count_of(element: Any, path: str, usual: int) -> int:
    """Return how many columns something covers."""
    said = value_of(element, path)
    return min(int(said), COLUMNS) if said.isdecimal() and 0 < len(said) < 6 else usual


def read_cell(reader: Reader, element: Any) -> Cell:
    """Return a cell: its paragraphs as one line, those of tables in it too."""
    kept, reader.blocks = reader.blocks, []
    walk_blocks(reader, element)
    end_blocks(reader)
    blocks, reader.blocks = reader.blocks, kept
    shown = [block for block in blocks if isinstance(block, Paragraph) and not block.is_blank()]
    return Cell(flatten(blocks), shown[0].shape.align if shown else align_of(blocks))


def align_of(blocks: list[Block]) -> str:
    """Return how an empty cell is aligned."""
    return next((block.shape.align for block in blocks if isinstance(block, Paragraph)), "")


def flatten(blocks: list[Block]) -> Content:
    """Return blocks as one line, items with their marker."""
    line: Content = []
    for block in blocks:
        if isinstance(block, Table):
            contents = [cell.content for row in block.rows for cell in row]
        else:
            item = block.shape.item if not block.is_blank() else None
            marker = "" if item is None else "• " if item.kind == "ul" else f"{item.number}. "
            contents = [[Piece(marker), *block.content] if marker else block.content]
        for content in contents:
            line += [*content, Piece(" ")]
    return line


SKIPPED = frozenset(
    f"{W}{tag}" for tag in ("pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "tblPrEx")
)
RULES: dict[str, Callable[[Reader, Any], None]] = {
    f"{W}p": read_paragraph,
    f"{W}tbl": read_table,
    f"{W}sdt": read_control,
    f"{W}ins": read_change,
    f"{W}del": read_change,
    f"{W}moveTo": read_change,
    f"{W}moveFrom": read_change,
    f"{W}commentRangeStart": read_comment_edge,
    f"{W}commentRangeEnd": read_comment_edge,
    f"{CHOICES}AlternateContent": read_choice,
}
