"""Tokens that show two versions -> a Word file with real tracked changes: who accepts all has the new document.

What changed is told by `comparing`. Texts, paragraphs and rows of tables are marked as Word itself marks them, so that
it can go from change to change, and accept or reject each. A place to fill in that came or went is printed as its
words. What is done about the ends of paragraphs is told in `redline_ends`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from markdown_it.token import Token

from vacaturegen.comparing.merging import CHANGE, DEL, INS
from vacaturegen.writers import Assets, Metadata
from vacaturegen.writers.docx import base_of, print_package
from vacaturegen.writers.redline_ends import Change, Stamp, mark_end, settle_ends
from vacaturegen.writers.redline_lists import define_lists
from vacaturegen.writers.redline_texts import MOVED, RANGE, settle_texts
from vacaturegen.writers.word_blocks import BLOCKS, Body
from vacaturegen.writers.word_runs import INLINES, Runs, enter_mark, leave_mark

NOTHING = Token("text", "", 0)
"""What stands behind the last token of a text."""


@dataclass(slots=True)
class Redline(Body):
    """What has been printed, and where changes are."""

    stamp: Stamp = field(default_factory=Stamp)
    change: Change | None = None
    """Of the block that is open."""
    in_cell: bool = False
    paragraphs: dict[int, Change] = field(default_factory=dict)
    """The number of a block that is a paragraph -> how it came or went as a whole."""
    rows_changed: list[Change | None] = field(default_factory=list)
    """Of the rows of the table that is open."""


def write(tokens: Sequence[Token], meta: Metadata, assets: Assets, author: str, day: str = "") -> bytes:
    """Return the Word file of merged tokens; `author` made the changes on a `day` (ISO 8601), where that is known.

    `meta` and `assets` are those of the new document.
    """
    base = base_of(meta, assets)
    when = f' w:date="{escape(day)}"' if day else ""
    body = Redline(base.text_width, base.lists, stamp=Stamp(f'w:author="{escape(author)}"{when}'))
    for token in settle_texts(tokens):
        print_block(body, token)
    body.blocks = settle_ends(body.blocks, body.paragraphs, body.stamp)
    if body.stamp.count:
        base, body.numbers = define_lists(base, body.numbers), []
    return print_package(body, base, meta)


def print_block(body: Redline, token: Token) -> None:
    """Print a token, and note how its block changed."""
    if token.type == "inline":
        print_text(body, token)
        return
    if token.nesting > 0:
        kind = token.meta.get(CHANGE)
        body.change = Change(kind, token.meta.get(MOVED, 0)) if kind else None
        body.in_cell = token.tag in ("th", "td")
    if token.type == "table_open":
        body.rows_changed = []
    elif token.type == "tr_open":
        body.rows_changed.append(body.change)
    if rule := BLOCKS[token.type]:
        rule(body, token)
    if token.type == "table_close":
        mark_rows(body)


def print_text(body: Redline, token: Token) -> None:
    """Print the paragraph of a text, and mark it or note that it is to be marked."""
    body.text = token.content
    xml = f"<w:p>{body.properties}{print_runs(body, token.children or ())}</w:p>"
    body.blocks.append(mark_end(xml, body.change, body.stamp) if body.in_cell and body.change else xml)
    if body.change and not body.in_cell:  # later: a list behind it can still give it properties
        body.paragraphs[len(body.blocks) - 1] = body.change


def print_runs(body: Redline, children: Sequence[Token]) -> str:
    """Return what stands in a paragraph, with what went as Word keeps it."""
    printed: list[str] = []
    controls: list[bool] = []
    """Of every open mark, whether it is printed as more than its words."""
    change: Change | None = None
    for child, following in pairwise([*children, NOTHING]):
        kind = child.meta.get("kind", "")
        if kind == RANGE:
            printed.append(print_range(body, child))
        elif kind in (INS, DEL):
            move = body.change.move if body.change else int(child.meta["value"])
            change = Change(kind, move) if child.type == "mark_open" else None
            printed.append((change or Change(kind, move)).edge(body.stamp, opens=change is not None))
        elif child.type == "mark_open":
            controls.append(kind != "open" or following.meta.get("kind") not in (INS, DEL))
            printed.append((INLINES[child.type] if controls[-1] else enter_words)(body.runs, child))
        elif child.type == "mark_close":
            printed.append((INLINES[child.type] if controls.pop() else leave_words)(body.runs, child))
        else:
            xml = INLINES[child.type](body.runs, child)
            printed.append(as_deleted(xml) if change and change.element == "w:del" else xml)
    if body.change and children:
        links = children[-1].type == "link_close"
        return body.change.around("".join(printed), body.stamp, links_at_end=links)
    return "".join(printed)


def print_range(body: Redline, token: Token) -> str:
    """Return the beginning or the end of a piece that was moved."""
    kind, move = str(token.meta["value"]).split(" ")
    starts, ends = Change(kind, int(move)).range_edges(body.stamp)
    return starts if token.type == "mark_open" else ends


def as_deleted(xml: str) -> str:
    """Return a run of a text that went."""
    return xml.replace("<w:t", "<w:delText").replace("</w:t>", "</w:delText>")


def enter_words(runs: Runs, _token: Token) -> str:
    """Begin a place to fill in of which only the words are printed."""
    return enter_mark(runs, "open")


def leave_words(runs: Runs, _token: Token) -> str:
    """End such a place."""
    leave_mark(runs)
    return ""


def mark_rows(body: Redline) -> None:
    """Mark the rows of the table that was closed just now."""
    first = len(body.blocks) - 1 - len(body.rows_changed)
    for index, change in enumerate(body.rows_changed, first):
        if change:
            mark = f"<w:{change.kind} {body.stamp.next()}/></w:trPr>"
            body.blocks[index] = body.blocks[index].replace("</w:trPr>", mark, 1)
