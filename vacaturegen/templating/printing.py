"""Any value -> the Markdown that a template prints for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jinja2 import Undefined

from vacaturegen.markdown import Markdown, escape, mark
from vacaturegen.model.base import PARAGRAPH_END, Rijk
from vacaturegen.model.places import Open
from vacaturegen.notation import Quoted

BLOCK_START = re.compile(r"#{1,6}(?= |$)|[-+*](?= |$)|\d{1,9}[.)](?= |$)|>")
"""What would begin a block, at the start of a line."""
BARE_PIPE = re.compile(r"(\\.)|\|")


def printed(value: Any) -> str:
    """Return any value as Markdown in running text. Raises TypeError for one that a filter has to word first."""
    if printer := PRINTERS.get(value.__class__):
        return printer(value)
    if isinstance(value, Undefined):
        str(value)  # raises, and says which name does not exist
    raise TypeError(f"{value.__class__.__name__} cannot be printed as it is")


def place(value: Open) -> str:
    """Return an open value as a place to fill in."""
    return mark("open", f"{value.veld}|{value.label}", escape(f"[{value.label}]"))


def rich(text: str) -> str:
    """Return a rich text as inline Markdown on one line; what would begin a block stays text."""
    line = " ".join(PARAGRAPH_END.sub(" ", text).split("\n")) if "\n" in text else str(text)
    if "|" in line:
        line = BARE_PIPE.sub(lambda found: found[1] or r"\|", line)
    found = BLOCK_START.match(line)
    return escape_start(found[0]) + line[found.end() :] if found else line


def escape_start(start: str) -> str:
    """Return the beginning of a line so that it begins no block."""
    return f"{start[:-1]}\\{start[-1]}" if start[0].isdigit() else f"\\{start}"


PRINTERS: dict[type, Callable[[Any], str]] = {
    str: escape,
    Quoted: escape,
    int: str,
    Rijk: rich,
    Markdown: str,
    Open: place,
}


def paragraphs(text: Any) -> Markdown:
    """Return a text of several paragraphs, with a blank line between them."""
    return Markdown("\n\n".join(printed(text.__class__(part)) for part in PARAGRAPH_END.split(text)))


def boxed(text: Any) -> Markdown:
    """Return the paragraphs of a text as a block quotation: the box in which a clause stands."""
    return Markdown("\n".join(f"> {line}".rstrip() for line in paragraphs(text).split("\n")))
