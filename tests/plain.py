"""What plain text has of a document, told by the reading copy beside it."""

from __future__ import annotations

import re

from markdown_it.token import Token

from vacaturegen import markdown

BULLETS = "•–·"
MARKER = re.compile(rf"\A(?:(?:[{BULLETS}]|\d+(?:\.\d+)*\.) )+")
"""What stands in front of the text of an item, or of a line that looks like one."""


def pasted(text: str) -> str:
    """A text without what only a line breaker sees, and with single spaces."""
    return " ".join(text.replace("\u00ad", "").replace("\u2011", "-").split())


def blocks_of_txt(data: bytes) -> list[str]:
    """Return the text of each line that is not blank, without what stands in front of an item."""
    return [MARKER.sub("", line) for line in data.decode().splitlines() if line]


def words_by_copy(copy: bytes) -> list[str]:
    """Return the words that plain text must have: with bullets, numbers, addresses, and heads as a table needs them."""
    told: list[str] = []
    lists: list[str] = []
    rows: list[list[str]] = []
    cells = False
    for token in markdown.parse(copy.decode()):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append("")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            outer = lists[-2] if len(lists) > 1 and token.info and lists[-2][-1] == "." else ""
            lists[-1] = f"{outer}{token.info}." if token.info else (BULLETS + BULLETS[-1] * 100)[len(lists) - 1]
            told.append(lists[-1])
        elif token.type == "table_open":
            rows, cells = [], True
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            (rows[-1] if cells else told).append(text_of(token))
        elif token.type == "table_close":
            cells = False
            told += lines_of_table(*rows)
    return " ".join(told).split()


def lines_of_table(heads: list[str], *rows: list[str]) -> list[str]:
    """Return what is told of a table: of two columns each fact, of others each row with its heads."""
    if not rows:
        return ["; ".join(head for head in heads if head)]
    if len(heads) == 2:
        return [labelled(*row) for row in rows]
    return ["; ".join(labelled(head, cell) for head, cell in zip(heads, row, strict=True) if cell) for row in rows]


def labelled(name: str, value: str) -> str:
    """Return a value with its name in front of it."""
    return f"{name if name == '' or name[-1] in ':?' else name + ':'} {value}".strip()


def text_of(inline: Token) -> str:
    """Return the text of a block, with the address behind each link whose text does not hold it."""
    text = "".join(shown(inline.children or []))
    return pasted(text)


def shown(children: list[Token]) -> list[str]:
    """Return the texts within a block, and the addresses of its links."""
    found: list[str] = []
    begin, href = 0, ""
    for child in children:
        found.append(" " if child.type == "hardbreak" else child.content)
        if child.type == "link_open":
            begin, href = len(found), str(child.attrs["href"])
        elif child.type == "link_close":
            address = re.sub(r"(?i)\A(?:mailto:([^?]*).*|tel:)", r"\1", href)
            compared, text = without_usual(address), "".join(found[begin:])
            if href[:4].lower() == "http":
                found[begin:] = [with_address(text, href)]
                continue
            if href[:4].lower() == "tel:":
                compared, text = (re.sub(r"\D", "", number)[-9:] for number in (address, text))
                compared, text = f"<{compared}>", f"<{text}>"
            if compared.lower() not in text.lower():
                found.append(f" ({address})")
    return found


def with_address(text: str, href: str) -> str:
    """Return the text of a link with its whole address where it has a shorter one, or behind it."""
    short = without_usual(href).lower()
    if without_usual(text.lower()) in (short, short.split("/")[0]):
        return href
    there = []
    for usual in ("", "www.", "http://", "https://", "http://www.", "https://www."):
        at = text.lower().find(usual + short)
        while at >= 0:
            before, behind = text[:at][-1:], text[at + len(usual + short) :][:1]
            if not (before.isalnum() or before in ("_", "@", ".") or behind.isalnum() or behind == "_"):
                there.append((at, -len(usual)))
            at = text.lower().find(usual + short, at + 1)
    if not there:
        return f"{text} ({href})"
    at, length = min(there)
    return text[:at] + href + text[at - length + len(short) :]


def without_usual(address: str) -> str:
    """Return an address without what a browser adds to it."""
    for usual in ("https://", "http://"):
        if address.startswith(usual):
            address = address.removeprefix(usual).removeprefix("www.").removesuffix("/")
    return address
