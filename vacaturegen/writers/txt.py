"""Tokens -> plain text to paste into a portal or a mail: real bullets and numbers, no markup, nothing wrapped.

A heading, paragraph, item or fact is one line, for portals and mail wrap by themselves. What is on a line tells what it
is without indentation, which portals drop: the level of an item by its bullet, that of a heading by the blank lines
around it. Two blank lines stand before each section (h2), and nowhere else; a deeper heading stands right on its text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from vacaturegen.writers import Assets, Metadata

NEXT_LINE, BLANK_LINE, NEW_SECTION = "\n", "\n\n", "\n\n\n"
"""What stands between a line and the one before it."""

BULLETS = ("•", "–", "·")
"""By level, deeper ones like the last. All three are in Windows-1252, the least that a portal stores."""

FACT_COLUMNS = 2
"""A table of so many columns has facts: what, and what it is. Its heads say nothing that is not seen."""

CLINGING = {"caption": ("table_open",), ":": ("bullet_list_open", "ordered_list_open")}
"""Role of a paragraph, or its last character -> what then stands right below it."""

PASTED = str.maketrans({"\u2011": "-", "\xad": None})
"""What only a line breaker reads -> what is pasted of it (a space of a no-break space): portals show code or a box."""

_TO_FOLD = re.compile("[\xa0\u2007\u202f\u2011\xad\n]")
_NUMBER_DIGITS = 9
"""Of a Dutch telephone number, without the 0 or the +31 in front."""
_NO_DIGIT = re.compile(r"\D")
_BROWSERS_OWN = re.compile(r"https?://(?:www\.)?|/\Z")
"""What a person leaves out of an address: a browser adds it, but where there are no links it tells what is one."""


@dataclass(slots=True)
class _Sheet:
    """The text so far, and what holds for the line that comes next."""

    parts: list[str] = field(default_factory=list)
    gap: str = ""
    marker: str = ""
    """Of the item that begins."""
    lists: list[tuple[bool, str]] = field(default_factory=list)
    """Of each open list whether it is tight, and the marker of its item."""
    heads: list[str] = field(default_factory=list)
    """Of the columns of the table that is open."""


def write(tokens: Sequence[Token], meta: Metadata, assets: Assets) -> bytes:  # noqa: ARG001  the writers have one signature
    """Return the plain text of a document: UTF-8, lines end in LF, the last one too.

    There is no byte order mark: Notepad needs none, and pasted with the text it becomes a character in a portal.
    """
    sheet = _Sheet()
    for index, token in enumerate(tokens):
        if rule := RULES.get(token.type):
            rule(sheet, tokens, index)
    return ("".join(sheet.parts) + "\n").encode()


def split_sections(text: bytes) -> list[tuple[str, str]]:
    """Return the sections of a plain text as heading and text, as one would copy each: with the heading, no last LF.

    The first one, with the title and what stands around it, goes without heading: "".
    """
    first, *others = text.decode().removesuffix("\n").split(NEW_SECTION)
    return [("", first), *((other.partition("\n")[0], other) for other in others)]


def _add(sheet: _Sheet, text: str, gap: str) -> None:
    """Add a line (or more of them, where a line is broken by hand), and note what comes behind it."""
    if line := f"{sheet.marker}{text}".rstrip():
        sheet.parts += sheet.gap, line
        sheet.marker, sheet.gap = "", gap


def _add_heading(sheet: _Sheet, tokens: Sequence[Token], index: int) -> None:
    level = tokens[index].tag
    if sheet.parts:
        sheet.gap = NEW_SECTION if level == "h2" else BLANK_LINE
    _add(sheet, _print_inline(tokens[index + 1]), BLANK_LINE if level in ("h1", "h2") else NEXT_LINE)


def _add_paragraph(sheet: _Sheet, tokens: Sequence[Token], index: int) -> None:
    text = _print_inline(tokens[index + 1])
    behind = tokens[index + 3].type if index + 3 < len(tokens) else ""
    clings = tokens[index].hidden or any(
        behind in CLINGING.get(sign, ()) for sign in (tokens[index].meta.get("role", ""), text[-1:])
    )
    _add(sheet, text, NEXT_LINE if clings else BLANK_LINE)


def _open_list(sheet: _Sheet, tokens: Sequence[Token], index: int) -> None:
    sheet.lists.append((tokens[index + 2].hidden, ""))


def _close_list(sheet: _Sheet, *_: object) -> None:
    sheet.lists.pop()
    sheet.gap = BLANK_LINE


def _open_item(sheet: _Sheet, tokens: Sequence[Token], index: int) -> None:
    tight, _ = sheet.lists.pop()
    if number := tokens[index].info:  # within an item that has a number, it goes on from that: 2.1.
        around = sheet.lists[-1][1] if sheet.lists else ""
        marker = f"{around if around.endswith('.') else ''}{number}."
    else:
        marker = BULLETS[min(len(sheet.lists), len(BULLETS) - 1)]
    sheet.lists.append((tight, marker))
    sheet.marker += f"{marker} "


def _close_item(sheet: _Sheet, *_: object) -> None:
    if sheet.lists[-1][0]:
        sheet.gap = NEXT_LINE


def _add_row(sheet: _Sheet, tokens: Sequence[Token], index: int) -> None:
    cells: list[str] = []
    for cell in range(index + 1, len(tokens), 3):
        if tokens[cell].type == "tr_close":
            break
        cells.append(_print_inline(tokens[cell + 1]))
    if tokens[index + 1].type == "th_open":
        sheet.heads = cells
    elif len(cells) == FACT_COLUMNS:
        _add(sheet, _label(*cells), NEXT_LINE)
    else:
        said = [_label(head, cell) for head, cell in zip(sheet.heads, cells, strict=True) if cell]
        _add(sheet, "; ".join(said), NEXT_LINE)


def _close_head(sheet: _Sheet, tokens: Sequence[Token], index: int) -> None:
    if tokens[index + 1].type == "table_close":  # no row would tell them
        _add(sheet, "; ".join(filter(None, sheet.heads)), NEXT_LINE)


def _close_table(sheet: _Sheet, *_: object) -> None:
    sheet.gap = BLANK_LINE


RULES: dict[str, Callable[[_Sheet, Sequence[Token], int], None]] = {
    "heading_open": _add_heading,
    "paragraph_open": _add_paragraph,
    "bullet_list_open": _open_list,
    "bullet_list_close": _close_list,
    "ordered_list_open": _open_list,
    "ordered_list_close": _close_list,
    "list_item_open": _open_item,
    "list_item_close": _close_item,
    "tr_open": _add_row,
    "thead_close": _close_head,
    "table_close": _close_table,
}
"""Type of a token -> what it does. A clause box is paragraphs like others, so it has no rule."""


def _label(name: str, value: str) -> str:
    colon = "" if not name or name.endswith((":", "?")) else ":"
    return f"{name}{colon} {value}".strip()


def _print_inline(inline: Token) -> str:
    """Return the text of one inline token; behind the text of a link its address, unless that is in the text."""
    children = inline.children or ()
    if len(children) == 1:  # a text, as most are
        return _fold(inline.content)
    printed: list[str] = []
    start, target = 0, ""
    for child in children:
        if child.type == "link_open":
            start, target = len(printed), str(child.attrs["href"])
        elif child.type == "link_close":
            printed[start:] = [_print_link(target, "".join(printed[start:]))]
        else:
            printed.append("\n" if child.type == "hardbreak" else child.content)
    return _fold("".join(printed))


def _fold(text: str) -> str:
    if not _TO_FOLD.search(text):
        return text
    lines = [" ".join(line.split()) for line in text.translate(PASTED).split("\n")]  # at no-break spaces too
    return "\n".join(filter(None, lines))


def _print_link(target: str, text: str) -> str:
    """Return the text of a link with its address in full: in the place where the text has it, or between brackets."""
    scheme, _, address = target.partition(":")
    if scheme.lower() == "tel":
        told = _digits(address) == _digits(text)
    elif scheme.lower() == "mailto":
        address = address.partition("?")[0]
        told = address.lower() in text.lower()
    else:
        short = _BROWSERS_OWN.sub("", target)
        if _BROWSERS_OWN.sub("", text).lower() in (short.lower(), short.partition("/")[0].lower()):
            return target
        whole = rf"(?i)(?<![\w@.])(?:https?://)?(?:www\.)?{re.escape(short)}(?!\w)"
        full, times = re.subn(whole, lambda _: target, text, count=1)
        text, address, told = full, target, times > 0
    return text if told else f"{text} ({address})"


def _digits(number: str) -> str:
    return _NO_DIGIT.sub("", number)[-_NUMBER_DIGITS:]
