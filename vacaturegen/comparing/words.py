"""The text of a block as the pieces that a reader takes as one: words, amounts, dates, addresses, and what is between.

A change never cuts through such a piece: of € 3.735 nobody wants to see that its second half became 800.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.dutch import sentences
from vacaturegen.markdown import plain

Around = tuple[tuple[str, str], ...]

_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_PIECE = re.compile(
    rf"""\s+
    | (?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\]}}”’"']   # without the mark behind it
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | €\s?-?\d+(?:[.,]\d+)*(?:,-)?
    | \d{{1,2}}\s(?:{_MONTH})(?:\s\d{{4}})?\b
    | \d+(?:[.,:/-]\d+)*\s?%
    | \d+(?:[.,:/-]\d+)*(?![^\W\d])
    | \w+(?:[.'’/&-]\w+)*                                # a letter (z.s.m, zzp'er, v/m/x, HR-adviseur)
    | .""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SILENT = frozenset({"time", "lang", "open"})
"""Kinds of mark that a reader does not see: a text that differs in these alone is the same."""


class Atom(NamedTuple):
    """A piece of text, and what stands around it, the outermost first: emphasis, a link, marks; each with its value."""

    text: str
    around: Around = ()

    @property
    def key(self) -> tuple[str, Around]:
        """What makes two pieces the same to a reader."""
        return self.text, tuple(one for one in self.around if one[0] not in _SILENT) if self.around else ()


def split(inline: Token) -> list[Atom]:
    """Return the pieces of the text of a block; a hard break is a line end."""
    found: list[Atom] = []
    around: list[tuple[str, str]] = []
    for child in inline.children or ():
        if child.type == "text":
            here = tuple(around)
            found += [Atom(piece, here) for piece in _PIECE.findall(child.content)]
        elif child.type == "hardbreak":
            found.append(Atom("\n", tuple(around)))
        elif child.type.endswith("_open"):
            around.append(_wrapper(child))
        else:
            around.pop()
    return found


def _wrapper(token: Token) -> tuple[str, str]:
    if token.tag == "mark":
        return str(token.meta["kind"]), str(token.meta["value"])
    return token.tag, str(token.attrs.get("href", ""))


def join(atoms: Iterable[Atom]) -> list[Token]:
    """Return the tokens that print these pieces; what they have in common around them is opened once."""
    tokens: list[Token] = []
    opened: Around = ()
    for text, around in atoms:
        same = _common(opened, around)
        tokens += [_edge(one, -1) for one in reversed(opened[same:])]
        tokens += [_edge(one, 1) for one in around[same:]]
        opened = around
        if text == "\n":
            tokens.append(Token("hardbreak", "br", 0))
        elif tokens and tokens[-1].type == "text":
            tokens[-1].content += text
        else:
            tokens.append(Token("text", "", 0, content=text))
    return tokens + [_edge(one, -1) for one in reversed(opened)]


def _common(one: Around, other: Around) -> int:
    return next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _edge(wrapper: tuple[str, str], nesting: int) -> Token:
    kind, value = wrapper
    side = "open" if nesting > 0 else "close"
    if kind in _NAMES:
        return Token(f"{_NAMES[kind]}_{side}", kind, nesting, {"href": value} if kind == "a" and nesting > 0 else {})  # type: ignore[arg-type]
    return Token(f"mark_{side}", "mark", nesting, meta={"kind": kind, "value": value})  # type: ignore[arg-type]


_NAMES = {"strong": "strong", "em": "em", "a": "link"}
"""What the tokens of a tag are called; all else is a mark."""


def split_sentences(inline: Token) -> list[list[Atom]]:
    """Return the pieces of a text by sentence; the space between two belongs to the first. A line ends one too."""
    breaks = set(accumulate(len(sentence) + 1 for sentence in sentences(plain(inline))))
    found: list[list[Atom]] = [[]]
    place = 0
    for atom in split(inline):
        found[-1].append(atom)
        place += len(atom.text)
        if place in breaks or atom.text == "\n":
            found.append([])
    return [sentence for sentence in found if sentence]


def is_word(atom: Atom) -> bool:
    """Tell whether a piece says something: it is no space and no mark."""
    return any(sign.isalnum() for sign in atom.text)


def bag(atoms: Iterable[Atom]) -> Iterator[str]:
    """Yield the words of pieces as they count for how alike two texts are."""
    return (atom.text.lower() for atom in atoms if is_word(atom))


def text_of(atoms: Sequence[Atom]) -> str:
    """Return pieces as plain text."""
    return "".join(" " if atom.text == "\n" else atom.text for atom in atoms)
