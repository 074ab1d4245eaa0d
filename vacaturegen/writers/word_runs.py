"""The tokens within a paragraph -> WordprocessingML runs, links and places to fill in.

A text has one character style and perhaps a language, never formatting of its own. What a paragraph is belongs to
`word_blocks`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape

from markdown_it.token import Token

CHARACTERS = (
    ({"open"}, "PlaceholderText"),
    ({"link"}, "Hyperlink"),
    ({"strong", "em"}, "IntenseEmphasis"),
    ({"strong"}, "Strong"),
    ({"em"}, "Emphasis"),
)
"""What surrounds a text -> its character style: the first that fits, for a text can have only one."""

EMPHASIS = frozenset({"strong", "em"})
NAME_LENGTH = 64
"""Word refuses a content control with a longer tag or title."""


@dataclass(slots=True)
class Runs:
    """The links and places to fill in of a document so far, and what surrounds the next text."""

    links: dict[str, str] = field(default_factory=dict)
    """Target -> id of the relationship."""
    controls: int = 0
    marks: list[tuple[str, str]] = field(default_factory=list)
    """Kind and value, the outermost first."""
    properties: str = ""
    """Of a text within these marks."""


def print_runs(runs: Runs, children: Sequence[Token]) -> str:
    """Return what stands in a paragraph, and note its links and places to fill in."""
    if len(children) == 1:  # a text, as most are
        return _print_text(runs, children[0])
    return "".join([INLINES[child.type](runs, child) for child in children])


def _print_text(runs: Runs, token: Token) -> str:
    text = escape(token.content, quote=False)
    start = '<w:t xml:space="preserve">' if " " in (text[0], text[-1]) else "<w:t>"
    if "\u00ad" in text:
        # Word shows the character itself as a hyphen
        text = text.replace("\u00ad", f"</w:t><w:softHyphen/>{start}")
    return f"<w:r>{runs.properties}{start}{text}</w:t></w:r>"


def _break_line(runs: Runs, _token: Token) -> str:
    return f"<w:r>{runs.properties}<w:br/></w:r>"


def _open_emphasis(runs: Runs, token: Token) -> str:
    return enter_mark(runs, token.tag)


def _close_emphasis(runs: Runs, _token: Token) -> str:
    leave_mark(runs)
    return ""


def _open_link(runs: Runs, token: Token) -> str:
    name = runs.links.setdefault(str(token.attrs["href"]), f"link{len(runs.links) + 1}")
    return f'<w:hyperlink r:id="{name}" w:history="1">' + enter_mark(runs, "link")


def _close_link(runs: Runs, _token: Token) -> str:
    leave_mark(runs)
    return "</w:hyperlink>"


def _open_mark(runs: Runs, token: Token) -> str:
    kind, value = token.meta["kind"], token.meta["value"]
    return (_print_control(runs, value) if kind == "open" else "") + enter_mark(runs, kind, value)


def _close_mark(runs: Runs, _token: Token) -> str:
    return "</w:sdtContent></w:sdt>" if leave_mark(runs) == "open" else ""


def _print_control(runs: Runs, value: str) -> str:
    """Return the beginning of a place to fill in; `value` is the path of its field and what that is called."""
    runs.controls += 1
    tag, _, label = value.partition("|")
    # what is typed here gets the style that the text around has; a placeholder shows its own
    typed = _print_properties({kind: "" for kind, _value in runs.marks if kind in EMPHASIS})
    # no <w:text/>: LibreOffice would show the text without its style
    return (
        f"<w:sdt><w:sdtPr>{typed}"
        f'<w:alias w:val="{escape(label[:NAME_LENGTH])}"/><w:tag w:val="{escape(tag[:NAME_LENGTH])}"/>'
        f'<w:id w:val="{runs.controls}"/><w:placeholder><w:docPart w:val="Invulplaats"/></w:placeholder>'
        "<w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
    )


def enter_mark(runs: Runs, kind: str, value: str = "") -> str:
    """Note what surrounds the texts that follow; return what is printed for it: nothing."""
    runs.marks.append((kind, value))
    runs.properties = _print_properties(dict(runs.marks))
    return ""


def leave_mark(runs: Runs) -> str:
    """Note that what was entered last ends here, and return its kind."""
    kind, _ = runs.marks.pop()
    runs.properties = _print_properties(dict(runs.marks))
    return kind


def _print_properties(marks: dict[str, str]) -> str:
    style = _print_style(frozenset(marks))
    language = f'<w:lang w:val="{escape(marks["lang"])}"/>' if "lang" in marks else ""
    return f"<w:rPr>{style}{language}</w:rPr>" if style or language else ""


@cache
def _print_style(kinds: frozenset[str]) -> str:
    return next((f'<w:rStyle w:val="{style}"/>' for around, style in CHARACTERS if around <= kinds), "")


INLINES: dict[str, Callable[[Runs, Token], str]] = {
    "text": _print_text,
    "hardbreak": _break_line,
    "strong_open": _open_emphasis,
    "strong_close": _close_emphasis,
    "em_open": _open_emphasis,
    "em_close": _close_emphasis,
    "link_open": _open_link,
    "link_close": _close_link,
    "mark_open": _open_mark,
    "mark_close": _close_mark,
}
