"""The sentences of two versions of a document that differ, by the heading below which they stand.

A row of a table counts as one, and so does an item that came or went; what was moved is told once for each place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.comparing.merging import CHANGE, DEL, INS, SENTENCES, Part, Sentence
from vacaturegen.comparing.words import Atom, is_word, text_of

CELL = Part("", (Atom(" | "),))
"""What stands between the cells of a row."""


class Piece(NamedTuple):
    """A run of a sentence, and how it changed: "", ins or del."""

    change: str
    text: str


class Change(NamedTuple):
    """A sentence that differs: the headings above it, how it changed, and its pieces.

    `kind` is changed, added, removed, or moved (here from elsewhere) and moved away.
    """

    headings: tuple[str, ...]
    kind: str
    pieces: tuple[Piece, ...]


def list_changes(tokens: Sequence[Token]) -> list[Change]:
    """Return the sentences that differ in merged tokens, in the order of the document."""
    found = [
        Change(headings, kind_of(sentence), tuple(Piece(part.change, text_of(part.atoms)) for part in sentence))
        for headings, sentence in sentences_of(tokens)
        if any(part.change and any(map(is_word, part.atoms)) for part in sentence) or is_mark_only(sentence)
    ]
    return tell_moves(found)


def is_mark_only(sentence: Sentence) -> bool:
    """Tell whether a sentence differs in its punctuation only; other white space is no difference."""
    return any(part.change and any(not atom.text.isspace() for atom in part.atoms) for part in sentence)


def kind_of(sentence: Sentence) -> str:
    """Return whether a sentence was changed, added or removed."""
    kinds = {part.change for part in sentence if any(not atom.text.isspace() for atom in part.atoms)}
    return {frozenset({INS}): "added", frozenset({DEL}): "removed"}.get(frozenset(kinds), "changed")


def tell_moves(changes: list[Change]) -> list[Change]:
    """Return changes in which what went at one place and came at another is moved."""
    texts = {kind: Counter(plain_text(one) for one in changes if one.kind == kind) for kind in ("added", "removed")}
    both = texts["added"] & texts["removed"]
    left = {"added": both.copy(), "removed": both.copy()}
    told = []
    for change in changes:
        text = plain_text(change)
        if change.kind in left and left[change.kind][text] > 0:
            left[change.kind][text] -= 1
            told.append(change._replace(kind="moved" if change.kind == "added" else "moved away"))
        else:
            told.append(change)
    return told


def plain_text(change: Change) -> str:
    """Return all words of a change."""
    return "".join(piece.text for piece in change.pieces).strip()


def sentences_of(tokens: Sequence[Token]) -> Iterator[tuple[tuple[str, ...], Sentence]]:
    """Yield the headings above each sentence that may differ, and the sentence; of a table whole rows."""
    headings: dict[int, str] = {}
    row: list[Sentence] | None = None
    for index, token in enumerate(tokens):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            if any(part.change for cell in row for part in cell):
                yield above(headings), joined(row)
            row = None
        elif token.type == "inline":
            opening = tokens[index - 1]
            sentences = token.meta.get(SENTENCES)
            if row is not None:
                row.append(merged(sentences) if sentences else (Part("", (Atom(token.content),)),))
                continue
            if opening.type == "heading_open":
                level = int(opening.tag[1])
                kept = {one: text for one, text in headings.items() if one < level}
                if sentences:
                    yield above(kept), merged(sentences)
                if opening.meta.get(CHANGE) != DEL:
                    headings = {**kept, level: text_now(token)}
            elif sentences:
                yield from ((above(headings), sentence) for sentence in sentences)


def text_now(inline: Token) -> str:
    """Return what a text says in the new version."""
    parts = (part for sentence in inline.meta.get(SENTENCES, ()) for part in sentence if part.change != DEL)
    return "".join(text_of(part.atoms) for part in parts) if SENTENCES in inline.meta else inline.content


def above(headings: dict[int, str]) -> tuple[str, ...]:
    """Return the headings above a text, the title of the document left out."""
    return tuple(text for level, text in sorted(headings.items()) if level > 1)


def merged(sentences: Sequence[Sentence]) -> Sentence:
    """Return sentences as one."""
    return tuple(part for sentence in sentences for part in sentence)


def joined(cells: Sequence[Sentence]) -> Sentence:
    """Return the cells of a row as one sentence; what stands between two that came or went came or went too."""
    kinds = {part.change for cell in cells for part in cell}
    between = CELL._replace(change=kinds.pop()) if len(kinds) == 1 else CELL
    return tuple(part for cell in cells for part in (between, *cell))[1:]
