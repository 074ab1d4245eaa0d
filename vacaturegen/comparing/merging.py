"""Two token lists -> one that shows both: blocks with a change in their `meta`, and texts with marks `ins` and `del`.

What was taken out stands before what was put in. A text that changed keeps its sentences, with what stayed, went and
came in each, in the `meta` of its token, for reports. A table with other columns is another table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.comparing.aligning import Pair, align, share, steps
from vacaturegen.comparing.nodes import WITH_TEXT, Node, grow, head_of, likeness, rows_of
from vacaturegen.comparing.words import Atom, bag, is_word, join, split_sentences

INS, DEL = "ins", "del"
CHANGE, SENTENCES = "change", "sentences"
"""Keys of a token's `meta`: how a block changed, and the sentences of a text that changed."""
LEAST = {"heading": 0.4, "paragraph": 0.3, "list_item": 0.35, "tr": 0.4}
"""How alike blocks have to be to be the same one with a change; others 0.2."""
LEAST_SENTENCE = 0.35
SHORT = 3
"""An equal word of so many letters between longer changes says nothing: it is taken with them."""


class Part(NamedTuple):
    """A run of pieces, and how it changed: "", ins or del."""

    change: str
    atoms: tuple[Atom, ...]


Sentence = tuple[Part, ...]


def merge(old: Sequence[Token], new: Sequence[Token]) -> list[Token]:
    """Return the tokens that show both documents. No token of theirs is changed."""
    return list(_merge_blocks(grow(old), grow(new)))


def _merge_blocks(old: Sequence[Node], new: Sequence[Node], least: float = 0.0) -> Iterator[Token]:
    for a, b in _pair(old, new, least):
        yield from _merge_pair(None if a is None else old[a], None if b is None else new[b])


def _pair(old: Sequence[Node], new: Sequence[Node], least: float = 0.0) -> list[Pair]:
    def alike(a: int, b: int) -> float:
        bound = least or LEAST.get(old[a].opening.type.removesuffix("_open"), 0.2)
        found = likeness(old[a], new[b])
        return found if found >= bound else -1.0

    return align([node.key for node in old], [node.key for node in new], alike, 0.0)


def _merge_pair(old: Node | None, new: Node | None) -> Iterable[Token]:
    if new is None:
        assert old is not None
        return _whole(old, DEL)
    if old is None:
        return _whole(new, INS)
    if old.key == new.key:
        return new.tokens
    kind = new.opening.type
    if kind in WITH_TEXT:
        return [new.opening, _merge_texts(old.inline, new.inline), new.tokens[-1]]
    if kind == "table_open":
        return _merge_tables(old, new)
    if kind == "list_item_open":
        first = _merge_pair(old.children[0], new.children[0])  # it bears the marker of the item
        within = [*first, *_merge_blocks(old.children[1:], new.children[1:])]
    else:
        within = [*_merge_blocks(old.children, new.children)]
    return [new.opening, *within, new.tokens[-1]]


def _merge_tables(old: Node, new: Node) -> Iterator[Token]:
    thead = new.children[0]
    yield new.opening
    yield thead.opening
    yield from _merge_rows(head_of(old), head_of(new))
    yield thead.tokens[-1]
    bodies = [table.children[1] for table in (new, old) if len(table.children) > 1]
    if bodies:
        yield bodies[0].opening
        before, after = rows_of(old), rows_of(new)
        for a, b in _pair(before, after):
            if a is None or b is None:
                yield from _whole(after[b], INS) if b is not None else _whole(before[a or 0], DEL)
            else:
                yield from _merge_rows(before[a], after[b])
        yield bodies[0].tokens[-1]
    yield new.tokens[-1]


def _merge_rows(old: Node, new: Node) -> Iterator[Token]:
    yield new.opening
    for one, other in zip(old.children, new.children, strict=True):
        yield from _merge_pair(one, other)
    yield new.tokens[-1]


def _whole(node: Node, change: str) -> Iterator[Token]:
    """Yield a block that was put in or taken out as a whole."""
    for token in node.tokens:
        if token.type == "inline":
            yield _print([(Part(change, tuple(one)),) for one in split_sentences(token)], token)
        elif token.nesting > 0:
            yield token.copy(meta={**token.meta, CHANGE: change})
        else:
            yield token


def _merge_texts(old: Token, new: Token) -> Token:
    before, after = split_sentences(old), split_sentences(new)
    bags = [[Counter(bag(sentence)) for sentence in side] for side in (before, after)]
    keys = [
        [tuple(atom.key for atom in sentence if not atom.text.isspace()) for sentence in side]
        for side in (before, after)
    ]
    sentences: list[Sentence] = []
    for a, b in align(keys[0], keys[1], lambda a, b: share(bags[0][a], bags[1][b]), LEAST_SENTENCE):
        if b is None:
            sentences.append((Part(DEL, tuple(before[a or 0])),))
        elif a is None:
            sentences.append((Part(INS, tuple(after[b])),))
        else:
            sentences.append(tuple(_merge_words(before[a], after[b])))
    return _print(sentences, new)


def _merge_words(old: Sequence[Atom], new: Sequence[Atom]) -> Iterator[Part]:
    found = steps([atom.key for atom in old], [atom.key for atom in new])
    for same, (a, b, c, d) in _readable(found, old):
        if same:
            yield Part("", tuple(new[c:d]))
            continue
        if b > a:
            yield Part(DEL, tuple(old[a:b]))
        if d > c:
            yield Part(INS, tuple(new[c:d]))


def _readable(
    found: Sequence[tuple[bool, tuple[int, int, int, int]]], old: Sequence[Atom]
) -> list[tuple[bool, tuple[int, int, int, int]]]:
    """Return the steps with no crumbs between changes: an equal space, mark or little word goes with them."""
    kept: list[tuple[bool, tuple[int, int, int, int]]] = []
    for index, (same, step) in enumerate(found):
        if kept and not kept[-1][0] and (not same or (index + 1 < len(found) and _is_crumb(old[step[0] : step[1]]))):
            start = kept.pop()[1]
            kept.append((False, (start[0], step[1], start[2], step[3])))
        else:
            kept.append((same, step))
    return kept


def _is_crumb(atoms: Sequence[Atom]) -> bool:
    words = [atom.text for atom in atoms if is_word(atom)]
    return not words or (len(words) == 1 and len(words[0]) <= SHORT)


def _print(sentences: Sequence[Sentence], inline: Token) -> Token:
    """Return the token of a text that changed."""
    atoms = [
        Atom(atom.text, (*atom.around, (part.change, ""))) if part.change else atom
        for sentence in sentences
        for part in sentence
        for atom in part.atoms
    ]
    children = join(atoms)
    content = "".join(" " if child.type == "hardbreak" else child.content for child in children)
    return inline.copy(children=children, content=content, meta={**inline.meta, SENTENCES: tuple(sentences)})
