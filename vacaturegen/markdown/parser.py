"""The one configured parser: which of markdown-it's rules the dialect has, and our rules for text and marks.

What is done to its tokens afterwards is told in `normal_form`.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from itertools import cycle
from operator import itemgetter
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token

_RULES = ["table", "blockquote", "list", "heading", "newline", "escape", "emphasis", "link"]
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TEXT = re.compile(r"(?:[^\n*_\[\]\\\x01-\x03]++|\\[!-/:-@\[-`{-~]|\\(?!\n))++")  # possessive: no backtracking
_LINES = re.compile(rf"(?:{_TEXT.pattern}|\n(?<!  \n))++")  # no line ends in a hard break
_MARK = r"\x01[a-z]+:(?:[0-9a-f]{2})*\x02|\x03"
_MARK_OR_REMAINS = re.compile(rf"{_MARK}|[\x01\x02]")
_MARKS = re.compile(rf"(?:{_MARK_OR_REMAINS.pattern})++")
# The asterisks open and close whatever stands around them.
_STRONG = rf"\*\*(?=[^\W_])(?:{_MARK}|{_LINES.pattern})++(?:(?<=[^\W_])\*\*(?!\*)|(?<=[^\s\x02\x03])\*\*(?=[ \n]|\Z))"
_ADDRESS = r"(?:https?://|mailto:|tel:)[a-z0-9@/._+-]+"  # nothing in it is written another way
_LINKED = rf"\[{_LINES.pattern}\]\(<{_ADDRESS}>\)"
_PLAIN = re.compile(rf"(?:{_MARK}|{_LINES.pattern}|{_STRONG}|{_LINKED})++")
_PART = re.compile(rf"{_MARK}|{_LINES.pattern}|\*\*|{_LINKED}")
_STRONG_PAIR: list[tuple[str, str, Literal[-1, 1]]] = [("strong_open", "strong", 1), ("strong_close", "strong", -1)]
_LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s\\<>|]+", re.IGNORECASE)


@cache
def make_parser() -> MarkdownIt:
    """Return the parser of the dialect, the same one for the whole process."""
    parser = MarkdownIt("zero", {"maxNesting": 100}).enable(_RULES).disable("text_join")
    parser.inline.ruler.at("text", _read_text)
    parser.inline.ruler.after("text", "mark", _read_mark)
    parser.core.ruler.at("inline", _read_inlines)
    parser.validateLink = lambda url: _LINK.fullmatch(url) is not None  # type: ignore[method-assign]
    return parser


def read_inline(content: str) -> list[Token]:
    """Return the tokens of the text of one block; most texts are plain, and need none of markdown-it's rules."""
    if _LINES.fullmatch(content):
        return [_make_text(content)]
    if _PLAIN.fullmatch(content):
        return _read_parts(_PART.findall(content))
    return apply_rules(content)


def _read_parts(parts: list[str]) -> list[Token]:
    strong = cycle(_STRONG_PAIR)
    tokens: list[Token] = []
    for part in parts:
        if part == "**":
            tokens.append(Token(*next(strong)))
        elif part[0] == "[":
            text, _, address = part[1:-2].rpartition("](<")
            tokens += Token("link_open", "a", 1, {"href": address}), _make_text(text), Token("link_close", "a", -1)
        else:
            tokens.append(_make_token(part))
    return tokens


def apply_rules(content: str) -> list[Token]:
    """Return the tokens of the text of one block, by markdown-it's rules and ours."""
    parser = make_parser()
    state = _InlineState(content, parser, {}, [])
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens


class _InlineState(StateInline):
    """Decides as if there were no marks whether `*` and `_` open or close, so that a mark never changes the reading."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803  markdown-it names them
        end = start + 1
        while end < self.posMax and self.src[end] == self.src[start]:
            end += 1
        first, last = self._across_marks.get(start, start), self._across_marks.get(end, end)
        before, after = self.src[first - 1 : first], self.src[last : min(last + 1, self.posMax)]
        return scan(before, after, canSplitWord)._replace(length=end - start)

    @cached_property
    def _across_marks(self) -> dict[int, int]:
        """Where marks that stand side by side begin -> where they end, and the other way round."""
        spans = [found.span() for found in _MARKS.finditer(self.src)]
        return dict(spans) | {end: start for start, end in spans}


@lru_cache(maxsize=1024)
def scan(before: str, after: str, can_split_word: bool) -> Scanned:
    """Return whether a delimiter between two characters, or none, opens or closes emphasis."""
    return StateInline(f"{before}\x01{after}", make_parser(), {}, []).scanDelims(len(before), can_split_word)


def _read_inlines(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline":
            token.children = read_inline(token.content)


def _read_text(state: StateInline, silent: bool) -> bool:
    found = _TEXT.match(state.src, state.pos, state.posMax)
    if found:
        if not silent:
            state.append_pending(_unescape(found[0]))
        state.pos = found.end()
    return found is not None


def _read_mark(state: StateInline, silent: bool) -> bool:
    found = _MARK_OR_REMAINS.match(state.src, state.pos, state.posMax)
    if found:
        if not silent and found[0] not in "\x01\x02":
            token = _make_token(found[0])
            # Pushed without nesting: markdown-it matches no emphasis across a token that nests.
            state.push(token.type, token.tag, 0).meta = token.meta
        state.pos = found.end()
    return found is not None


def _make_token(part: str) -> Token:
    """Return the token of a mark or a text."""
    if part == "\x03":
        return Token("mark_close", "mark", 0)
    if part[0] != "\x01":
        return _make_text(part)
    kind, _, value = part[1:-1].partition(":")
    return Token("mark_open", "mark", 0, meta={"kind": kind, "value": bytes.fromhex(value).decode(errors="replace")})


def _make_text(part: str) -> Token:
    return Token("text", "", 0, content=_unescape(part))


def _unescape(text: str) -> str:
    return _ESCAPED.sub(itemgetter(1), text)
