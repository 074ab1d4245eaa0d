"""A document held against a Word file: what differs, counted so that two such counts tell whether it became less."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.comparing.merging import DEL, INS, merge
from vacaturegen.comparing.pairs import Pair, pair_texts

SHOWN = {"mailto": re.compile(r"[^\s@]+@[^\s@]+"), "tel": re.compile(r"\+?[\d\s()-]+")}
"""How the words of a link look that are the address it leads to."""
HARD = re.compile("[\xa0\u2007\u202f]")
Key = tuple[str, int | str]
"""A text that differs: "new" with its number in the Word file, or "gone" with what it said."""


class Held(NamedTuple):
    """What became of each text, and of each that differs what differs in it, piece by piece."""

    pairs: tuple[Pair, ...]
    differences: dict[Key, Counter[tuple[str, str]]]

    @property
    def size(self) -> int:
        """How many pieces differ."""
        return sum(found.total() for found in self.differences.values())


def hold(made: Sequence[Token], word: Sequence[Token]) -> Held:
    """Return a document held against the text of a Word file, of which `with_plain_spaces` made the spaces plain."""
    made = with_plain_spaces(made)
    pairs = tuple(pair_texts(made, word, merge(made, word)))
    differences: dict[Key, Counter[tuple[str, str]]] = {}
    for pair in pairs:
        pieces = pieces_of(pair)
        if pieces or (pair.differs and pair.new is None):
            differences.setdefault(key_of(pair), Counter()).update(pieces)
    return Held(pairs, differences)


def with_plain_spaces(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens in which a no-break space is one like any other, and a link leads to the address that it shows.

    People type no difference between spaces, and who types another address leaves the link as it was. Places stay.
    """
    return [
        as_meant(token) if token.type == "inline" and (HARD.search(token.content) or has_link(token)) else token
        for token in tokens
    ]


def has_link(inline: Token) -> bool:
    """Tell whether a text has a link in it."""
    return any(child.type == "link_open" for child in inline.children or ())


def as_meant(inline: Token) -> Token:
    """Return one text so."""
    children = [child.copy(content=HARD.sub(" ", child.content)) for child in inline.children or ()]
    for index, (one, other) in enumerate(pairwise(children)):
        scheme = str(one.attrs.get("href", "")).partition(":")[0] if one.type == "link_open" else ""
        if scheme in SHOWN and SHOWN[scheme].fullmatch(other.content):
            children[index] = one.copy(attrs={**one.attrs, "href": f"{scheme}:{other.content}"})
    return inline.copy(content=HARD.sub(" ", inline.content), children=children)


def pieces_of(pair: Pair) -> Counter[tuple[str, str]]:
    """Return what differs in a text; not whether its first word has a capital, which templates see to."""
    pieces = Counter(
        (part.change, atom.text) for part in pair.parts if part.change for atom in part.atoms if atom.text.strip()
    )
    first = {
        gone: next((atom.text for part in pair.parts if part.change != gone for atom in part.atoms), "")
        for gone in (INS, DEL)
    }
    if first[INS].lower() == first[DEL].lower():
        pieces -= Counter([(DEL, first[INS]), (INS, first[DEL])])
    if not pieces and apart(pair, INS) != apart(pair, DEL):  # a space between two words came or went
        pieces.update((part.change, " ") for part in pair.parts if part.change)
    return pieces


def apart(pair: Pair, gone: str) -> list[str]:
    """Return the words of a text as it was, or as it is, without what came or went; in small letters."""
    return "".join(atom.text for part in pair.parts if part.change != gone for atom in part.atoms).lower().split()


def key_of(pair: Pair) -> Key:
    """Return what a text is known by."""
    if pair.new is not None:
        return "new", pair.new
    return "gone", "".join(atom.text for part in pair.parts for atom in part.atoms)


def is_nearer(held: Held, before: Held) -> bool:
    """Tell whether less differs than before, and nothing that did not."""
    return held.size < before.size and not added(held, before)


def added(held: Held, before: Held) -> set[Key]:
    """Return the texts in which something differs that did not before."""
    return {key for key, pieces in held.differences.items() if not pieces <= before.differences.get(key, Counter())}
