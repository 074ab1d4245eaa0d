"""Our Markdown dialect: printing plain text and marks in it, and parsing it to the tokens that every writer reads.

The dialect is CommonMark plus tables, minus raw HTML, entities, images, code, rules, setext headings and reference
definitions. Marks are control characters that carry what Markdown cannot say (a time, an open field, a paragraph's
role). `parse` returns a normal form, of which a reading copy can always be written that gives the same tokens again.
How a token looks in a format belongs to the writers.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import Any, Self

from markdown_it.token import Token
from markupsafe import Markup

from vacaturegen.markdown.normal_form import fold, join_texts, plain
from vacaturegen.markdown.pieces import read_piece, split_pieces

__all__ = ["Markdown", "escape", "mark", "parse", "plain", "role", "strip_marks", "without_marks", "words"]

SHORT = 4_000
"""The characters of a piece that is remembered: with longer ones, memory would be without a bound to speak of."""
_SIGNS = re.compile(r"[-+#>*_|.()&\"'\\\[\]<`~]")
"""What can mean something somewhere, be it in the address of a link; other punctuation never does in the dialect."""


@lru_cache(maxsize=1024)  # a document says many things twice, and the next one says them again
def escape(text: str) -> str:
    """Return Markdown that prints exactly `text`; white space folds to single spaces, no-break spaces stay."""
    return _SIGNS.sub(lambda found: f"\\{found[0]}", fold(text))


class Markdown(Markup):
    """Text that is Markdown already; what `+`, `%`, `join` and `format` put into it is escaped the Markdown way."""

    @classmethod
    def escape(cls, value: Any, /) -> Self:
        """Return `value` as Markdown: as it is when it is markup (as what a template macro returns), else escaped."""
        return cls(value if hasattr(value, "__html__") else escape(str(value)))


def mark(kind: str, value: str, text_md: str) -> str:
    """Return the Markdown `text_md` with a mark around it; `kind` is of lower case letters, `value` is any text."""
    return f"\x01{kind}:{value.encode().hex()}\x02{text_md}\x03"


def role(name: str) -> str:
    """Return the mark that gives the paragraph that it begins a role: lead, caption or note."""
    return mark("role", name, "").removesuffix("\x03")


def parse(markdown: str) -> list[Token]:
    """Return the tokens of a document in normal form.

    `map` and `markup` are empty, `inline.content` is the visible text. Texts are neither empty nor side by side, and
    hold no white space at the ends of a line or twice in a row. Only a table cell can be empty. List items are numbered
    on from the start (`info`). A list is tight unless an item holds more than one block and the lists after it. Marks
    nest, but not in `level`. Emphasis is not in its own kind, nor where no Markdown prints it (em within a word).
    Documents share the tokens of the pieces that they share, so nobody changes a token.
    """
    pieces = split_pieces(markdown)
    return list(
        chain.from_iterable([(_remembered if len(text) <= SHORT else read_piece)(kind, text) for kind, text in pieces])
    )


_remembered = lru_cache(maxsize=1024)(read_piece)
"""Reads a piece: headings, clauses and the texts of shared files come again in the next document."""


def strip_marks(tokens: list[Token]) -> list[Token]:
    """Return the same tokens without marks and roles; `tokens` itself is left alone."""
    return [token.copy(children=token.children and without_marks(token.children), meta={}) for token in tokens]


def without_marks(children: list[Token]) -> list[Token]:
    """Return the tokens within a block without marks, texts joined where one stood between them."""
    return join_texts([child for child in children if child.tag != "mark"])


def words(tokens: list[Token]) -> list[str]:
    """Return the visible words of a document, in order."""
    return [word for token in tokens if token.type == "inline" for word in plain(token).split()]
