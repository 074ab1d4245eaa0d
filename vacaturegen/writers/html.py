"""Tokens -> one self-contained, accessible web page.

Here are the elements with their NL Design System classes, and the filling of the shipped page, whose places are written
`{{ name }}`. What a house style adds is in `webstyle`; the look is the style sheet's. No word of the text is made here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from html import escape
from itertools import islice, takewhile

from markdown_it.token import Token

from vacaturegen.writers import Assets, HouseStyle, Metadata, webstyle

Rule = str | Callable[[Sequence[Token], int], str]
"""What is printed for a token: a text, or a function of the tokens and the token's index."""

SCROLLING_COLUMNS = 3
"""From this many columns on, a table may be too wide for a phone, so its container can be scrolled by keyboard."""

PARAGRAPH_CLASSES = {"lead": " utrecht-paragraph--lead", "note": " utrecht-paragraph--small"}
"""Role of a paragraph -> what it adds to the class. A caption without a table behind it is a plain paragraph."""

MARKS = {
    "time": ('<time datetime="%s">', "</time>"),
    "lang": ('<span lang="%s">', "</span>"),
    "open": ('<mark class="utrecht-mark" title="%s">', "</mark>"),
    "ins": ("<ins%s>", "</ins>"),  # these have no value
    "del": ("<del%s>", "</del>"),
    "look": ('<small class="vg-look"%s>', "</small>"),
}
"""Kind of mark -> tags around its text. Other kinds leave no trace in the page."""

_PLACE = re.compile(r"\{\{ (\w+) \}\}")
_HREF = re.compile(r"(?:https?://|mailto:|tel:)[^\s\\\x00-\x1f]+", re.IGNORECASE)


def write(tokens: Sequence[Token], meta: Metadata, assets: Assets) -> bytes:
    """The page of one document, in UTF-8.

    Raises ValueError for a theme sheet with a fault (`profiles` refuses it earlier, and reports it with its
    place), and for a link to anything but http, https, mailto or tel (the parser makes none).
    """
    told = {
        "language": meta.language.partition("-")[0],
        "title": meta.title,
        "organisation": meta.organisation,
        "kind": meta.kind_label,
        "description": meta.subject,
    }
    return print_page(assets.page, assets.stylesheet, meta.style, told, print_tokens(tokens), listed=meta.listed)


def print_page(  # noqa: PLR0913 - a page has so many parts
    shell: str, stylesheet: str, style: HouseStyle, told: Mapping[str, str], content: str, *, listed: bool
) -> bytes:
    """The page around a text: the shell with what is told of it filled in. Raises ValueError as `write` does."""
    places = {**webstyle.places(stylesheet, style), **{name: escape(text) for name, text in told.items()}}
    places["robots"] = "" if listed else '<meta name="robots" content="noindex">\n'
    places["content"] = content
    parts = list(_split_page(shell))
    parts[1::2] = [places[name] for name in parts[1::2]]
    return b"".join([part.encode() for part in parts])  # most of it is ASCII, which takes no time


@cache
def _split_page(page: str) -> tuple[str, ...]:
    """The page as text, name of a place, text, name, ... text."""
    return tuple(_PLACE.split(page))


def print_tokens(tokens: Sequence[Token]) -> str:
    """The elements of a text: a document's own, or one that shows two versions."""
    return "".join(
        [
            rule if isinstance(rule := RULES[token.type], str) else rule(tokens, index)
            for index, token in enumerate(tokens)
        ]
    )


def _text(tokens: Sequence[Token], i: int) -> str:
    return escape(tokens[i].content, quote=False)


def _inline(tokens: Sequence[Token], i: int) -> str:
    children = tokens[i].children or ()
    # Most texts are one piece, and need no second walk.
    return _text(children, 0) if len(children) == 1 else print_tokens(children)


def _heading_open(tokens: Sequence[Token], i: int) -> str:
    tag = tokens[i].tag
    return f'<{tag} class="utrecht-heading-{tag[1]}">'


def _heading_close(tokens: Sequence[Token], i: int) -> str:
    return f"</{tokens[i].tag}>\n"


def _paragraph_open(tokens: Sequence[Token], i: int) -> str:
    if tokens[i].hidden:
        return ""
    if _is_caption(tokens, i):
        return _table_start(tokens, i + 3, caption_id=tokens[i].meta.get("id", f"tabel-{i}"))
    return f'<p class="utrecht-paragraph{PARAGRAPH_CLASSES.get(tokens[i].meta.get("role", ""), "")}">'


def _paragraph_close(tokens: Sequence[Token], i: int) -> str:
    if tokens[i].hidden:
        return ""
    return "</caption>\n" if _is_caption(tokens, i - 2) else "</p>\n"


def _is_caption(tokens: Sequence[Token], i: int) -> bool:
    """Whether the paragraph that opens at `i` is printed as the caption of the table behind it."""
    return tokens[i].meta.get("role") == "caption" and i + 3 < len(tokens) and tokens[i + 3].type == "table_open"


def _ordered_list_open(tokens: Sequence[Token], i: int) -> str:
    start = tokens[i].attrs.get("start", 1)
    numbered = "" if start == 1 else f' start="{start}"'
    return f'<ol class="utrecht-ordered-list"{numbered}>\n'


def _item_open(tokens: Sequence[Token], i: int) -> str:
    # Only an item of an ordered list carries its number.
    kind = "ordered" if tokens[i].info else "unordered"
    return f'<li class="utrecht-{kind}-list__item">'


def _table_open(tokens: Sequence[Token], i: int) -> str:
    return "" if i >= 3 and _is_caption(tokens, i - 3) else _table_start(tokens, i)


def _table_start(tokens: Sequence[Token], i: int, caption_id: str = "") -> str:
    """The tags of the table that opens at `i`, with its caption when it has one."""
    headings = [tokens[j + 1].content for j in range(i, _end_of_row(tokens, i)) if tokens[j].type == "th_open"]
    wide = len(headings) >= SCROLLING_COLUMNS
    container, name = "utrecht-table-container", ""
    if wide:
        # What scrolls must be reached with the keyboard, and then say what it is. A region would make a landmark of it.
        container += " utrecht-table-container--overflow-inline"
        named = f'aria-labelledby="{caption_id}"' if caption_id else f'aria-label="{escape(", ".join(headings))}"'
        name = f' role="group" tabindex="0" {named}'
    start = f'<div class="{container}"{name}>\n<table class="utrecht-table">\n'
    if not caption_id:
        return start
    anchor = f' id="{caption_id}"' if wide else ""
    return f'{start}<caption class="utrecht-table__caption"{anchor}>'


def _end_of_row(tokens: Sequence[Token], i: int) -> int:
    return next(j for j in range(i, len(tokens)) if tokens[j].type == "tr_close")


def _cell_tag(tokens: Sequence[Token], i: int) -> str:
    """The element and scope of the cell that opens at `i`. A cell without text heads nothing."""
    if not tokens[i + 1].content:
        return "td"
    if tokens[i].type == "th_open":
        return 'th scope="col"'
    return 'th scope="row"' if tokens[i - 1].type == "tr_open" else "td"


def _cell_open(tokens: Sequence[Token], i: int) -> str:
    tag = _cell_tag(tokens, i)
    kind = "cell" if tag == "td" else "header-cell"
    right = " utrecht-table__cell--numeric-column" if tokens[i].attrs.get("style") == "text-align:right" else ""
    return f'<{tag} class="utrecht-table__{kind}{right}">'


def _cell_close(tokens: Sequence[Token], i: int) -> str:
    return f"</{_cell_tag(tokens, i - 2)[:2]}>\n"


def _link_open(tokens: Sequence[Token], i: int) -> str:
    href = str(tokens[i].attrs["href"])
    if not _HREF.fullmatch(href):
        raise ValueError(f"a link to {href!r}")
    # In print the address is added to a link that does not show it.
    within = takewhile(lambda token: token.type != "link_close", islice(tokens, i, None))
    text = "".join([token.content for token in within]).replace(" ", "")
    shown = " vg-address" if text and text in href else ""
    return f'<a class="utrecht-link{shown}" href="{escape(href)}">'


def _mark_open(tokens: Sequence[Token], i: int) -> str:
    kind, value = tokens[i].meta["kind"], tokens[i].meta["value"]
    if kind == "open":
        value = value.partition("|")[2]
    return MARKS[kind][0] % escape(value) if kind in MARKS else ""


def _mark_close(tokens: Sequence[Token], i: int) -> str:
    kind = tokens[i].meta["kind"]
    return MARKS[kind][1] if kind in MARKS else ""


RULES: dict[str, Rule] = {
    "text": _text,
    "inline": _inline,
    "heading_open": _heading_open,
    "heading_close": _heading_close,
    "paragraph_open": _paragraph_open,
    "paragraph_close": _paragraph_close,
    "bullet_list_open": '<ul class="utrecht-unordered-list">\n',
    "bullet_list_close": "</ul>\n",
    "ordered_list_open": _ordered_list_open,
    "ordered_list_close": "</ol>\n",
    "list_item_open": _item_open,
    "list_item_close": "</li>\n",
    # A clause is the document's own text, so it is no quotation.
    "blockquote_open": '<div class="utrecht-spotlight-section">\n',
    "blockquote_close": "</div>\n",
    "table_open": _table_open,
    "table_close": "</table>\n</div>\n",
    "thead_open": '<thead class="utrecht-table__header">\n',
    "thead_close": "</thead>\n",
    "tbody_open": '<tbody class="utrecht-table__body">\n',
    "tbody_close": "</tbody>\n",
    "tr_open": '<tr class="utrecht-table__row">\n',
    "tr_close": "</tr>\n",
    "th_open": _cell_open,
    "th_close": _cell_close,
    "td_open": _cell_open,
    "td_close": _cell_close,
    "strong_open": '<strong class="utrecht-emphasis--strong">',
    "strong_close": "</strong>",
    "em_open": '<em class="utrecht-emphasis--stressed">',
    "em_close": "</em>",
    "link_open": _link_open,
    "link_close": "</a>",
    "hardbreak": "<br>\n",
    "mark_open": _mark_open,
    "mark_close": _mark_close,
}
