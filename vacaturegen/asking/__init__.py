"""What somebody asks of a document: where the words in it came from. Nothing here prints or writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.asking.matching import Passage, closest_sentences, find_passages, sentences_around
from vacaturegen.asking.naming import Named
from vacaturegen.asking.spreading import spread
from vacaturegen.checks.places import find_words
from vacaturegen.checks.rule import Hit
from vacaturegen.library import Library
from vacaturegen.profiles.validation import locate, steps
from vacaturegen.tracing import Origin, Traced, trace

KINDS = ("value", "clause", "condition", "template")
"""What people look for first."""


class Answer(NamedTuple):
    """A place where the words stand: the whole sentences, and where what was asked of them came from."""

    sentence: str
    origins: tuple[Origin, ...]


class Read(NamedTuple):
    """A document that was read for answers."""

    named: Named
    traced: Traced
    library: Library


def read(named: Named, library: Library) -> Read:
    """Return a document with where all of it came from. Raises InputError when a template is at fault."""
    return Read(named, trace(named.edition, named.kind, library), library)


def answers(document: Read, wanted: str) -> list[Answer]:
    """Return every sentence of a document in which words stand, in order."""
    tokens = document.traced.tokens
    inline = [number for number, token in enumerate(tokens) if token.type == "inline"]
    blocks = [tokens[number].content for number in inline]
    rows = row_heads(tokens)
    found: dict[tuple[int, str], list[Passage]] = {}
    for place in find_passages(blocks, wanted):
        sentence = sentence_of(place, blocks, rows.get(inline[place[0].block], ""))
        found.setdefault((place[0].block, sentence), []).extend(place)
    return [
        Answer(sentence, ordered(origin for one in places for origin in origins_of(document, inline[one.block], one)))
        for (_block, sentence), places in found.items()
    ]


def row_heads(tokens: Sequence[Token]) -> dict[int, str]:
    """Return what the row of a table begins with, by the number of each cell behind it."""
    found: dict[int, str] = {}
    head = ""
    for number, (before, token) in enumerate(pairwise(tokens), 1):
        if before.type == "tr_open":
            head = ""
        elif before.type == "td_open" and head:
            found[number] = head
        elif before.type == "td_open":
            head = token.content
    return found


def sentence_of(place: Sequence[Passage], blocks: Sequence[str], head: str) -> str:
    """Return the whole sentences of a place on one line, with what its row of a table begins with in front."""
    said = " / ".join(sentences_around(blocks[one.block], one.start, one.end) for one in place)
    return " ".join((f"{head}: {said}" if head else said).split())


def closest(documents: Iterable[Read], wanted: str) -> list[str]:
    """Return the sentences of documents that come closest to words that stand in none of them."""
    blocks = [token.content for one in documents for token in one.traced.tokens if token.type == "inline"]
    return closest_sentences(blocks, wanted)


def origins_of(document: Read, number: int, passage: Passage) -> Iterator[Origin]:
    """Yield where a stretch of an inline token came from; punctuation tells nothing beside words."""
    text = document.traced.tokens[number].content
    pieces = []
    for span in document.traced.spans[number]:
        start, end = max(span.start, passage.start), min(span.end, passage.end)
        words = text[start:end]
        if words.strip():
            start += len(words) - len(words.lstrip())
            pieces.append((words, span, start - span.start, start - span.start + len(words.strip())))
    told = [piece for piece in pieces if any(map(str.isalnum, piece[0]))]
    for _words, span, begin, end in told or pieces:
        for origin in span.origins:
            yield at_words(document, origin, text[span.start : span.end], begin, end)


def at_words(document: Read, origin: Origin, said: str, begin: int, end: int) -> Origin:
    """Return the origin at the very words in its file that are read from `begin` to `end` in what it says here."""
    if not origin.written or not origin.line or origin.kind == "condition":
        return origin
    trees = [document.named.edition.node] if origin.kind != "clause" else document.library.trees.values()
    tree = next(tree for tree in trees if origin.kind != "clause" or tree.source.path == origin.path)
    node = locate(tree, steps(origin.field))
    whole = [(places[begin][0], places[end - 1][1]) for places in spread(origin.written, origin.field, said)]
    # what reads otherwise than it was typed can still have these words in it
    alone = [(places[0][0], places[-1][1]) for places in spread(origin.written, origin.field, said[begin:end])]
    for first, last in whole or alone:
        if found := find_words(node, Hit(origin.field, "", origin.written[first:last], first), origin.written):
            return origin._replace(line=found[0], column=found[1])
    return origin


def ordered(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return origins, each once: values first, then clauses and templates, otherwise in the order of the text.

    On what words of a template hang is told when they are all there is.
    """
    unique = {(origin.path, origin.line, origin.column, origin.field): origin for origin in origins}
    told = [one for one in unique.values() if one.kind != "condition"]
    if all(one.kind == "template" for one in told):
        told = [*unique.values()]
    return tuple(sorted(told, key=lambda origin: KINDS.index(origin.kind)))
