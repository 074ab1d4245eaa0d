"""What is read of a Word file, as data: its text in normal form, and what stands beside the text.

How it is read belongs to the other modules of this package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it.token import Token


class Span(NamedTuple):
    """A piece of text: from `start` in the content of `tokens[inline]` to `end` in that of `tokens[last]`."""

    inline: int
    start: int
    last: int
    end: int


class Control(NamedTuple):
    """A content control: its names, its text, whether that is still the placeholder, and where it stands.

    `place` is None when nothing of it is in the text: it is empty, and so is all around it.
    """

    tag: str
    alias: str
    text: str
    placeholder: bool
    place: Span | None


class Comment(NamedTuple):
    """A comment in the margin. `parent` is the id of the comment that it answers (or empty); `place` as of a control.

    A reply has the place of what it answers when it names none itself.
    """

    id: str
    author: str
    date: str
    text: str
    place: Span | None
    parent: str = ""
    done: bool = False


class Change(NamedTuple):
    """A tracked change: what was done, by whom, when (as the file says it), to which text, and where.

    `kind` is inserted, deleted, moved from, moved to or formatted. A change of the mark at the end of a paragraph, of
    formatting or of a row has no text, and one outside the text that was read (headers, comments) is not told.
    """

    kind: str
    author: str
    date: str
    text: str
    place: Span | None


@dataclass(frozen=True, slots=True)
class WordText:
    """The text of a Word file: `writers.md.write` makes the reading copy of `tokens`, which hold no marks.

    `properties` are the custom properties of the file: those of ours tell profiel, soort, uitgave and digest.
    """

    tokens: list[Token]
    properties: Mapping[str, str]
    controls: tuple[Control, ...]
    comments: tuple[Comment, ...]
    changes: tuple[Change, ...]
