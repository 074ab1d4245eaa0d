"""Tokens -> the reading copy: Markdown that people review in git, one sentence a line, escaped only where it must be.

A git host reads it as CommonMark with GitHub's extensions; `markdown.parse` gives the same tokens back (marks aside); a
changed word changes one line. Which tokens there are is told in `markdown`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate

from markdown_it.token import Token

from vacaturegen.dutch import sentences
from vacaturegen.markdown import without_marks
from vacaturegen.writers import Assets, Metadata

_DELIMITERS = {
    "strong_open": "**",
    "strong_close": "**",
    "em_open": "_",
    "em_close": "_",
    "hardbreak": "\\\n",
}
_ALIGNMENTS = {"text-align:left": ":---", "text-align:center": ":---:", "text-align:right": "---:"}
# The second marker is for a list that follows another of its kind directly: it keeps them two.
_LIST_MARKERS = {"bullet_list_open": ("-", "*"), "ordered_list_open": (".", ")")}

# What a git host would act on, wherever it stands in a line. Between spaces an asterisk is only that, and so is an
# underscore within a word; a tilde may begin a struck text, for every tilde that could end one is escaped. The one
# class of characters in front makes the search quick.
_ACTIVE = re.compile(
    r"""[`*_~\\<&\]](?:
      (?<=`)
    | (?<=\*)(?!(?<=[ \n]\*)[ \n])
    | (?<=_)(?!(?<=[^\W_]_)[^\W_])
    | (?<=~)(?!(?<=[ \n]~)[^\W_])
    | (?<=\\)(?![^\W_])
    | (?<=<)(?=[A-Za-z/!?])
    | (?<=&)(?=\#?\w+;)
    | (?<=\])(?=[(\[:]) )""",
    re.VERBOSE,
)
_ACTIVE_IN_LINK = re.compile(rf"{_ACTIVE.pattern} | [\[\]]", re.VERBOSE)
_DEEP = 10
"""With more brackets open at once in a text, all are escaped beside a link: readers give up on those that nest deep."""
# What it would act on at the start of a line; the backslash comes behind a number, and before all else.
_ACTIVE_AT_START = re.compile(
    r"""[0-9]{1,9}(?=[.)](?:[ ]|$))
    | (?= \#{1,6}(?:[ ]|$) | [-+*](?:[ ]|$) | -[-|:] | :- | [>|] | =+$ | \[(?:[ xX]|!\w+)\](?:[ ]|$) )""",
    re.VERBOSE,
)
_ACTIVE_AT_HEADING_END = re.compile(r"#(?<![^ ]#)#*$")
_BRACKET = re.compile(r"[\[\]]")
_ACTIVE_IN_TARGET = re.compile(r"[()]|&(?=#?\w+;)")


@dataclass(slots=True)
class _Page:
    """The lines so far, and how the next one begins: `lead` before the first line of an item, `rest` before others."""

    lines: list[str] = field(default_factory=list)
    lead: str = ""
    rest: str = ""
    outer: list[str] = field(default_factory=list)
    gap: str | None = None
    """The blank line that stands before the next block, if there is one."""
    lists: list[tuple[str, bool]] = field(default_factory=list)
    """The marker of each open list, and whether it is tight."""
    closed: str = ""
    """The marker of the list that was closed last."""


def write(tokens: list[Token], meta: Metadata, assets: Assets) -> bytes:  # noqa: ARG001  the writers have one signature
    """Return the reading copy of a document, of which its tokens are all that it shows."""
    return print_copy(tokens)


def print_copy(tokens: list[Token]) -> bytes:
    """Return the reading copy of tokens: UTF-8, lines end in LF, the last one too; marks and roles are left out."""
    page = _Page()
    for index, token in enumerate(tokens):
        if add := _BLOCKS.get(token.type):
            add(page, tokens, index)
    return ("\n".join(page.lines) + "\n").encode()


def _add(page: _Page, text: str) -> None:
    if page.gap is not None:
        page.lines.append(page.gap)
    page.lines.append(page.lead + text.replace("\n", f"\n{page.rest}"))
    page.lead = page.rest
    page.gap = page.rest.rstrip()


def _add_heading(page: _Page, tokens: list[Token], index: int) -> None:
    text = _escape(_print_inline(tokens[index + 1]), _ACTIVE_AT_HEADING_END)
    _add(page, f"{'#' * int(tokens[index].tag[1])} {text}")


def _add_paragraph(page: _Page, tokens: list[Token], index: int) -> None:
    lines = _print_inline(tokens[index + 1], sentences).split("\n")
    _add(page, "\n".join(map(_escape_start, lines)))
    if tokens[index].hidden:
        page.gap = None


def _indent(page: _Page, lead: str, rest: str) -> None:
    page.outer.append(page.rest)
    page.lead += lead
    page.rest += rest


def _outdent(page: _Page, *_: object) -> None:
    page.lead = page.rest = page.outer.pop()
    page.gap = page.rest.rstrip()


def _open_quote(page: _Page, *_: object) -> None:
    _indent(page, "> ", "> ")


def _open_list(page: _Page, tokens: list[Token], index: int) -> None:
    marker, other = _LIST_MARKERS[tokens[index].type]
    if index and tokens[index - 1].type == tokens[index].type.replace("open", "close") and page.closed == marker:
        marker = other
    page.lists.append((marker, tokens[index + 2].hidden))


def _close_list(page: _Page, *_: object) -> None:
    page.closed = page.lists.pop()[0]
    page.gap = page.rest.rstrip()


def _open_item(page: _Page, tokens: list[Token], index: int) -> None:
    marker = f"{tokens[index].info}{page.lists[-1][0]} "
    _indent(page, marker, " " * len(marker))


def _close_item(page: _Page, *_: object) -> None:
    _outdent(page)
    if page.lists[-1][1]:
        page.gap = None


def _add_row(page: _Page, tokens: list[Token], index: int) -> None:
    cells = []
    for cell in range(index + 1, len(tokens), 3):
        if tokens[cell].type == "tr_close":
            break
        cells.append(_print_inline(tokens[cell + 1]).replace("|", "\\|"))
    _add(page, _row(cells))
    page.gap = None


def _close_head(page: _Page, tokens: list[Token], index: int) -> None:
    start = index - 1
    while tokens[start].type != "tr_open":
        start -= 1
    styles = [str(token.attrs.get("style")) for token in tokens[start:index] if token.type == "th_open"]
    _add(page, _row([_ALIGNMENTS.get(style, "---") for style in styles]))
    page.gap = None


def _row(cells: list[str]) -> str:
    return "".join(f"| {cell} " if cell else "| " for cell in cells) + "|"


def _close_table(page: _Page, *_: object) -> None:
    page.gap = page.rest.rstrip()


_BLOCKS: dict[str, Callable[[_Page, list[Token], int], None]] = {
    "heading_open": _add_heading,
    "paragraph_open": _add_paragraph,
    "blockquote_open": _open_quote,
    "blockquote_close": _outdent,
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


def _escape_start(line: str) -> str:
    start = _ACTIVE_AT_START.match(line)
    return f"{start[0]}\\{line[start.end() :]}" if start else line


def _escape(text: str, active: re.Pattern[str] = _ACTIVE) -> str:
    return active.sub(_put_backslash, text)


def _put_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _print_inline(inline: Token, split: Callable[[str], list[str]] | None = None) -> str:
    """Return the Markdown of one inline token; with `split` a line ends where a sentence ends outside a link."""
    children = inline.children or []
    if len(children) > 1:
        children = without_marks(children)
    if len(children) == 1:  # a text, as most are
        return _escape("\n".join(split(inline.content)) if split else inline.content)
    breaks = _find_breaks(inline.content, split) if split else []
    active = _ACTIVE_IN_LINK if _nests_deep(inline.content) else _ACTIVE
    printed: list[str] = []
    target = ""
    position = 0
    for child in children:
        if child.type == "text":
            end = position + len(child.content)
            text = child.content
            if not target and (ends := breaks[bisect_left(breaks, position) : bisect_left(breaks, end)]):
                starts = [0, *(place + 1 - position for place in ends)]
                text = "\n".join(
                    text[start:stop]
                    for start, stop in zip(starts, [*(place - position for place in ends), None], strict=True)
                )
            printed.append(_escape(text, _ACTIVE_IN_LINK if target else active))
            position = end
        elif child.type == "link_open":
            if printed and printed[-1].endswith("!"):  # an exclamation mark before a link makes an image of it
                printed[-1] = f"{printed[-1][:-1]}\\!"
            target = _escape(str(child.attrs["href"]), _ACTIVE_IN_TARGET)
            printed.append("[")
        elif child.type == "link_close":
            printed.append(f"]({target})")
            target = ""
        else:
            printed.append(_DELIMITERS[child.type])
            position += child.type == "hardbreak"
    return "".join(printed)


def _nests_deep(text: str) -> bool:
    depth = 0
    for found in _BRACKET.findall(text):
        depth = depth + 1 if found == "[" else max(depth - 1, 0)
        if depth > _DEEP:
            return True
    return False


def _find_breaks(text: str, split: Callable[[str], list[str]]) -> list[int]:
    """Return the offsets of the spaces between the sentences of `text`."""
    return [end - 1 for end in accumulate(len(sentence) + 1 for sentence in split(text))][:-1]
