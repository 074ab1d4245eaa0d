"""Which text of the old document became which of the new one, in merged tokens; each by its number in its document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.comparing.changes import merged
from vacaturegen.comparing.merging import CHANGE, DEL, INS, SENTENCES, Part, Sentence
from vacaturegen.comparing.words import Atom


class Pair(NamedTuple):
    """A text of the old document and what it became: the number of each among the tokens of its document.

    A text that came has no `old`, one that went no `new`. Of one that stayed the whole is one sentence.
    """

    old: int | None
    new: int | None
    sentences: tuple[Sentence, ...]

    @property
    def parts(self) -> Sentence:
        """Return all its runs."""
        return merged(self.sentences)

    @property
    def differs(self) -> bool:
        """Tell whether anything in it changed."""
        return any(part.change for part in self.parts)


def pair_texts(old: Sequence[Token], new: Sequence[Token], tokens: Sequence[Token]) -> Iterator[Pair]:
    """Yield every text of two documents in order; `tokens` are what `merge` made of them."""
    before, after = ((number for number, token in enumerate(side) if token.type == "inline") for side in (old, new))
    for opening, token in pairwise(tokens):
        if token.type == "inline":
            change = opening.meta.get(CHANGE)
            sentences = token.meta.get(SENTENCES) or ((Part(change or "", (Atom(token.content),)),),)
            yield Pair(next(before) if change != INS else None, next(after) if change != DEL else None, sentences)
