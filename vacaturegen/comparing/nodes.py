"""The tokens of a document as a tree of blocks, each with what makes it the same as another, or like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from markdown_it.token import Token

from vacaturegen.comparing.aligning import share
from vacaturegen.comparing.words import Atom, bag, split

WITH_TEXT = frozenset({"heading_open", "paragraph_open", "th_open", "td_open"})
"""Blocks that hold one text and no other block."""


@dataclass(eq=False)
class Node:
    """A block with the blocks in it; of one that holds text, its inline token."""

    tokens: Sequence[Token]
    """All of them, from the one that opens it to the one that closes it."""
    children: tuple[Node, ...] = ()

    @property
    def opening(self) -> Token:
        """The token that opens it."""
        return self.tokens[0]

    @property
    def inline(self) -> Token:
        """The token of its text."""
        return self.tokens[1]

    @cached_property
    def shape(self) -> tuple[Hashable, ...]:
        """What two blocks have to share for one to be a changed form of the other."""
        token = self.opening
        shape = (token.tag, token.meta.get("role"), token.attrs.get("start"), token.attrs.get("style"))
        return (*shape, *(cell.shape for cell in head_of(self).children)) if token.tag == "table" else shape

    @cached_property
    def atoms(self) -> list[Atom]:
        """The pieces of its text."""
        return split(self.inline)

    @cached_property
    def key(self) -> Hashable:
        """What makes it the same as another for a reader."""
        if self.opening.type in WITH_TEXT:
            return self.shape, tuple(atom.key for atom in self.atoms)
        return self.shape, tuple(child.key for child in self.children)

    @cached_property
    def bag(self) -> Counter[str]:
        """The words in it."""
        if self.opening.type in WITH_TEXT:
            return Counter(bag(self.atoms))
        return sum((child.bag for child in self.children), Counter())


def grow(tokens: Sequence[Token]) -> tuple[Node, ...]:
    """Return the blocks of a document."""
    return tuple(_grow(tokens, 0, len(tokens)))


def _grow(tokens: Sequence[Token], start: int, end: int) -> Iterator[Node]:
    while start < end:
        if tokens[start].nesting <= 0:  # the text of the block around it
            start += 1
            continue
        close = _end_of(tokens, start)
        within = () if tokens[start].type in WITH_TEXT else tuple(_grow(tokens, start + 1, close))
        yield Node(tokens[start : close + 1], within)
        start = close + 1


def _end_of(tokens: Sequence[Token], start: int) -> int:
    depth = 0
    for index in range(start, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    raise ValueError("a block without an end")


def head_of(table: Node) -> Node:
    """Return the row of the heads of a table."""
    return table.children[0].children[0]


def rows_of(table: Node) -> tuple[Node, ...]:
    """Return the rows of a table below its heads."""
    return table.children[1].children if len(table.children) > 1 else ()


def likeness(old: Node, new: Node) -> float:
    """Return how alike two blocks are, from 0.0 (or where one cannot become the other) to 1.0.

    A row with the same first cell is the same fact.
    """
    if old.shape != new.shape:
        return 0.0
    tag = old.opening.tag
    if tag == "tr" and (first := old.children[0]).key == new.children[0].key and first.bag:
        return 1.0
    if tag == "li" and not (_begins_with_text(old) and _begins_with_text(new)):
        return 0.0
    return share(old.bag, new.bag)


def _begins_with_text(item: Node) -> bool:
    return bool(item.children) and item.children[0].opening.type == "paragraph_open"


def texts_in(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens that hold text."""
    return (token for token in tokens if token.type == "inline")
