"""How a page of the handbook is put together and taken apart: tables, anchors, links, and blocks of code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

MADE = "<!-- Gemaakt door `make handbook`: verander niet deze pagina, maar waar zij van gemaakt is. -->"
FENCE = re.compile(r"^( *)```([^\n`]*)\n(.*?)^\1```[ \t]*$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
CODE_SPAN = re.compile(r"`[^`\n]+`")


class Block(NamedTuple):
    """A block of code in a page: the words behind its fence, its text without indentation, and where it ends."""

    words: tuple[str, ...]
    text: str
    end: int


def print_page(*parts: str) -> str:
    """Return the text of a generated page, from its parts in order."""
    return "\n\n".join([MADE, *(part.strip("\n") for part in parts if part)]) + "\n"


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table, or nothing when there are no rows. A cell is Markdown; a bar in it is escaped."""
    lines = [" | ".join(cell.replace("|", r"\|") for cell in row) for row in rows]
    rule = " | ".join("---" for _cell in head)
    return "\n".join(f"| {line} |" for line in [" | ".join(head), rule, *lines]) if lines else ""


def code(text: str) -> str:
    """Return a text as code within a line."""
    marks = "``" if "`" in text else "`"
    space = " " if "`" in text else ""
    return f"{marks}{space}{text}{space}{marks}"


def print_block(language: str, text: str) -> str:
    """Return a text as a block of code."""
    body = text.strip("\n")
    return f"```{language}\n{body}\n```"


def quoted(text: str) -> str:
    """Return a text as a quotation: what a reader sees of a document, apart from the page itself."""
    return "\n".join(f"> {line}".rstrip() for line in text.strip("\n").split("\n"))


def anchor_of(heading: str) -> str:
    """Return the anchor that GitHub and GitLab give a heading."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
    return re.sub(r"[^\w\- ]", "", plain.replace("`", "")).replace(" ", "-")


def blocks_in(page: str) -> Iterator[Block]:
    """Yield the blocks of code of a page."""
    for found in FENCE.finditer(page):
        indent = found[1]
        text = "".join(line.removeprefix(indent) for line in found[3].splitlines(keepends=True))
        yield Block(tuple(found[2].split()), text, found.end())


def without_code(page: str) -> str:
    """Return a page without its code: what is a heading or a link in it is none of the page's own."""
    return CODE_SPAN.sub("", FENCE.sub("", page))


def anchors_in(page: str) -> set[str]:
    """Return the anchors of the headings of a page."""
    return {anchor_of(heading) for heading in HEADING.findall(FENCE.sub("", page))}


def links_in(page: str) -> list[str]:
    """Return what the links and pictures of a page lead to."""
    return LINK.findall(without_code(page))
