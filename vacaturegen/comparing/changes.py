"""The sentences of two versions of a document that differ, by the heading below which they stand.

A row of a table counts as one, and so does an item that came or went; what was moved is told once for each place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from markdown_it.token import Token

from vacaturegen.comparing.looks import Look, Run, find_blocks, runs_of
from vacaturegen.comparing.merging import CHANGE, DEL, INS, SENTENCES, Part, Sentence
from vacaturegen.comparing.words import Atom, text_of

CELL = Part("", (Atom(" | "),))
"""What stands between the cells of a row."""


class Piece(NamedTuple):
    """A run of a sentence, and how it changed: "", ins or del; `looks` tell what differs but for the words.

    Words that only look otherwise are a piece that went, and behind it one that came which says the same.
    """

    change: str
    text: str
    looks: tuple[Look, ...] = ()


Told = TypeVar("Told", Piece, Run)


class Change(NamedTuple):
    """A sentence that differs: the headings above it, how it changed, and its pieces.

    `kind` is changed, added, removed, or moved (here from elsewhere) and moved away. One that only stands in another
    block now has a single piece, which tells that.
    """

    headings: tuple[str, ...]
    kind: str
    pieces: tuple[Piece, ...]


def list_changes(tokens: Sequence[Token]) -> list[Change]:
    """Return the sentences that differ in merged tokens, in the order of the document."""
    blocks, gone = find_blocks(tokens)
    found = []
    for index, headings, sentence in sentences_of(tokens):
        if index in blocks:
            text = "".join(text_of(part.atoms) for part in sentence)
            found.append(Change(headings, "changed", (Piece("", text, (blocks[index],)),)))
        elif index not in gone and is_told(sentence):
            pieces = tuple(Piece(run.change, run.text, run.looks) for run in runs_of(sentence))
            if any(piece.change for piece in pieces):  # spaces around the same words can be all that differs
                found.append(Change(headings, kind_of(sentence), pieces))
    return tell_moves(found)


def count_changes(changes: Sequence[Change]) -> int:
    """Return how many sentences differ: one that was moved is told at two places, and is one."""
    return sum(change.kind != "moved away" for change in changes)


def told_once(runs: Sequence[Told]) -> list[Told]:
    """Return the runs of a sentence as they are read: words that only look otherwise once, as if they had stayed."""
    told: list[Told] = []
    for run in runs:
        last = told[-1] if told else run
        if run.change == INS and run.looks and last.change == DEL and last.text.split() == run.text.split():
            told[-1] = run._replace(change="")
        elif run.text or run.looks:
            told.append(run)
    return told


def is_told(sentence: Sentence) -> bool:
    """Tell whether more of a sentence differs than its white space."""
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


def sentences_of(tokens: Sequence[Token]) -> Iterator[tuple[int, tuple[str, ...], Sentence]]:
    """Yield each sentence that may differ, behind the number of its token and the headings above it.

    Of a table they are whole rows.
    """
    headings: dict[int, str] = {}
    row: list[Sentence] | None = None
    for index, token in enumerate(tokens):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            if any(part.change for cell in row for part in cell):
                yield index, above(headings), joined(row)
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
                    yield index, above(kept), merged(sentences)
                if opening.meta.get(CHANGE) != DEL:
                    headings = {**kept, level: text_now(token)}
            elif sentences:
                yield from ((index, above(headings), sentence) for sentence in sentences)


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
