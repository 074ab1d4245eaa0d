"""What is shown of one document that differs, for each form that shows documents rather than sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.reviewing.page import print_document
from vacaturegen.writers import Assets, Metadata, redline


class Asked(NamedTuple):
    """The form that is asked for, and who made the changes and when (ISO 8601, if that is known)."""

    form: str
    author: str = ""
    day: str = ""


Show = Callable[[Sequence[Token], Metadata, Assets, Asked], bytes]


def show_in_word(tokens: Sequence[Token], meta: Metadata, assets: Assets, asked: Asked) -> bytes:
    """Return the Word file with tracked changes."""
    return redline.write(tokens, meta, assets, asked.author, asked.day)


def show_in_page(tokens: Sequence[Token], meta: Metadata, _assets: Assets, _asked: Asked) -> bytes:
    """Return the part of a page."""
    return print_document(tokens, f"{meta.profile}-{meta.kind}-{meta.edition}").encode()


SHOWN: Mapping[str, Show] = {"docx": show_in_word, "html": show_in_page}
"""The forms that are files -> what they show of a document."""
