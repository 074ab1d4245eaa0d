"""The one configured parser: which of markdown-it's rules the dialect has, and our rules for text and marks.

What is done to its tokens afterwards is told in `normal_form`.
"""

from __future__ import annotations

import re
from functools import cache
from operator import itemgetter

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token

_RULES = ["table", "blockquote", "list", "heading", "newline", "escape", "emphasis", "link"]
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TEXT = re.compile(r"(?:[^\n*_\[\]\\\x01-\x03]++|\\[!-/:-@\[-`{-~]|\\(?!\n))++")  # possessive: no backtracking
_MARK = re.compile(r"\x01([a-z]+):((?:[0-9a-f]{2})*)\x02|[\x01-\x03]")
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


class _InlineState(StateInline):
    """Decides as if there were no marks whether `*` and `_` open or close, so that a mark never changes the reading."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803  markdown-it names them
        scanned = super().scanDelims(start, canSplitWord)
        end = start + scanned.length
        if self.src[start - 1 : start] not in "\x02\x03" and self.src[end : end + 1] not in "\x01\x03":
            return scanned
        before, after = _MARK.sub("", self.src[:start]), _MARK.sub("", self.src[end : self.posMax])
        return scan(before[-1:], self.src[start:end], after[:1], canSplitWord)


def scan(before: str, run: str, after: str, can_split_word: bool) -> Scanned:
    """Return whether a run of delimiters between two characters, or none, opens or closes emphasis."""
    return StateInline(before + run + after, make_parser(), {}, []).scanDelims(len(before), can_split_word)


def _read_inlines(state: StateCore) -> None:
    inline = state.md.inline
    for token in [token for token in state.tokens if token.type == "inline"]:
        token.children = children = []
        if _TEXT.fullmatch(token.content):
            children.append(Token("text", "", 0, content=_ESCAPED.sub(itemgetter(1), token.content)))
        else:
            run = _InlineState(token.content, state.md, state.env, children)
            inline.tokenize(run)
            for rule in inline.ruler2.getRules(""):
                rule(run)


def _read_text(state: StateInline, silent: bool) -> bool:
    found = _TEXT.match(state.src, state.pos, state.posMax)
    if found:
        if not silent:
            state.append_pending(_ESCAPED.sub(itemgetter(1), found[0]))
        state.pos = found.end()
    return found is not None


def _read_mark(state: StateInline, silent: bool) -> bool:
    found = _MARK.match(state.src, state.pos, state.posMax)
    if found:
        if not silent and (found[1] or found[0] == "\x03"):
            # Pushed without nesting: markdown-it matches no emphasis across a token that nests.
            token = state.push("mark_open" if found[1] else "mark_close", "mark", 0)
            if found[1]:
                token.meta = {"kind": found[1], "value": bytes.fromhex(found[2]).decode(errors="replace")}
        state.pos = found.end()
    return found is not None
