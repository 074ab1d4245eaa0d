"""Our Markdown dialect: printing plain text and marks in it, and parsing it to the tokens that every writer reads.

The dialect is CommonMark plus tables, minus raw HTML, entities, images, code, rules, setext headings and reference
definitions. Marks are control characters that carry what Markdown cannot say (a time, an open field, a paragraph's
role). `parse` returns a normal form, of which a reading copy can always be written that gives the same tokens again.
How a token looks in a format belongs to the writers.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import count, pairwise
from operator import itemgetter
from typing import Any, Self

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from markupsafe import Markup

_RULES = ["table", "blockquote", "list", "heading", "newline", "escape", "emphasis", "link"]
_LISTS = ("ul", "ol")
_CONTAINERS = (*_LISTS, "li", "blockquote")
# The kind of character that a neighbour sees of a token that is no text: before it, and after it.
_EDGES = {"em": "__", "strong": "**", "a": "[)", "br": "\\\n"}

_BEFORE_PUNCTUATION = re.compile(r"(?=[!-/:-@\[-`{-~])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_FOLDABLE = re.compile(r"(?:[^\S\xa0\u2007\u202f]{2,}|[^\S \xa0\u2007\u202f])")
_TEXT = re.compile(r"(?:[^\n*_\[\]\\\x01-\x03]++|\\[!-/:-@\[-`{-~]|\\(?!\n))++")  # possessive: no backtracking
_MARK = re.compile(r"\x01([a-z]+):((?:[0-9a-f]{2})*)\x02|[\x01-\x03]")
_LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s\\<>|]+", re.IGNORECASE)


def escape(text: str) -> str:
    """Return Markdown that prints exactly `text`; white space folds to single spaces, no-break spaces stay."""
    return _BEFORE_PUNCTUATION.sub(r"\\", _FOLDABLE.sub(" ", text).strip())


class Markdown(Markup):
    """Text that is Markdown already; what `+`, `%`, `join` and `format` put into it is escaped the Markdown way."""

    @classmethod
    def escape(cls, value: Any, /) -> Self:
        """Return `value` as Markdown: as it is when it is markup (as what a template macro returns), else escaped."""
        return cls(value if hasattr(value, "__html__") else escape(str(value)))


def mark(kind: str, value: str, text_md: str) -> str:
    """Return the Markdown `text_md` with a mark around it; `kind` is of lower case letters, `value` is any text."""
    return f"\x01{kind}:{value.encode().hex()}\x02{text_md}\x03"


def role(name: str) -> str:
    """Return the mark that gives the paragraph that it begins a role: lead, caption or note."""
    return mark("role", name, "").removesuffix("\x03")


def parse(markdown: str) -> list[Token]:
    """Return the tokens of a document in normal form.

    `map` and `markup` are empty, `inline.content` is the visible text. Texts are neither empty nor side by side, and
    hold no white space at the ends of a line or twice in a row. Only a table cell can be empty. List items are numbered
    on from the start (`info`). A list is tight unless an item holds more than one block and the lists after it. Marks
    nest, but not in `level`. Emphasis is not in its own kind, nor where no Markdown prints it (em within a word).
    """
    return _settle_lists(_drop_empty_blocks(_parser().parse(markdown)))


def strip_marks(tokens: list[Token]) -> list[Token]:
    """Return the same tokens without marks and roles; `tokens` itself is left alone."""
    stripped = []
    for token in tokens:
        if token.children and any(child.tag == "mark" for child in token.children):
            children = [child for child in token.children if child.tag != "mark"]
            stripped.append(token.copy(children=_join_texts(children)))
        else:
            stripped.append(token.copy(meta={}) if token.meta else token)
    return stripped


def plain(inline: Token) -> str:
    """Return the visible text of one inline token; a hard break is a space."""
    return "".join(" " if child.type == "hardbreak" else child.content for child in inline.children or [])


def words(tokens: list[Token]) -> list[str]:
    """Return the visible words of a document, in order."""
    return [word for token in tokens if token.type == "inline" for word in plain(token).split()]


@cache
def _parser() -> MarkdownIt:
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
        return _scan(before[-1:], self.src[start:end], after[:1], canSplitWord)


def _scan(before: str, run: str, after: str, can_split_word: bool) -> Scanned:
    """Return whether a run of delimiters between two characters, or none, opens or closes emphasis."""
    return StateInline(before + run + after, _parser(), {}, []).scanDelims(len(before), can_split_word)


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


def _drop_empty_blocks(tokens: list[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        token.map, token.markup = None, ""
        if token.type == "inline":
            first = token.children[0].meta if token.children else {}
            if kept[-1].type == "paragraph_open" and first.get("kind") == "role":
                kept[-1].meta = {"role": first["value"]}
            token.children = _settle_inline(token.children or [])
            token.content = plain(token)
        elif token.type.startswith("heading_"):
            token.tag = min(token.tag, "h4")
        if token.type in ("paragraph_close", "heading_close") and not kept[-1].content:
            del kept[-2:]
        elif token.nesting < 0 < kept[-1].nesting and token.tag in _CONTAINERS:
            kept.pop()
        else:
            kept.append(token)
    return kept


def _settle_lists(tokens: list[Token]) -> list[Token]:
    # Of every open list: its level, the numbers of its items, its own paragraphs, and what makes it loose.
    opened: list[tuple[int, count[int], list[Token], list[Token]]] = []
    for previous, token in pairwise([*tokens[:1], *tokens]):
        if opened and token.level == opened[-1][0] + 2 and token.nesting:
            _, _, paragraphs, loosening = opened[-1]
            if token.tag == "p":
                paragraphs.append(token)
            if token.nesting > 0 and previous.type != "list_item_open":
                # Only a list that starts at 1 may follow the text of its item without a blank line.
                late = previous.type == "paragraph_close" and token.attrs.get("start", 1) != 1
                if late or token.tag not in _LISTS:
                    loosening.append(token)
        elif token.type == "list_item_open" and token.info:
            token.info = str(min(next(opened[-1][1]), 999_999_999))  # CommonMark reads no longer number
        if token.tag in _LISTS and token.nesting > 0:
            opened.append((token.level, count(int(token.attrs.get("start", 1))), [], []))
        elif token.tag in _LISTS:
            _, _, paragraphs, loosening = opened.pop()
            for paragraph in paragraphs:
                paragraph.hidden = not loosening
    return tokens


def _settle_inline(children: list[Token]) -> list[Token]:
    tokens = _fold_spaces(children)
    if all(token.type == "text" for token in tokens):
        return _join_texts(tokens)
    while dropped := _find_unprintable([token for token in tokens if token.tag != "mark"]):
        tokens = [token for token in tokens if id(token) not in dropped]
    tokens = _nest_marks(tokens)
    level = 0
    for token in tokens:
        token.level = level + min(token.nesting, 0)
        level += token.nesting
        if token.tag == "mark":
            token.nesting = 1 if token.type == "mark_open" else -1
    return _join_texts(tokens)


def _fold_spaces(children: list[Token]) -> list[Token]:
    folded: list[Token] = []
    last = "\n"  # the last visible character; a line begins after "\n"
    for token in children:
        if token.type in ("text", "softbreak"):
            content = _FOLDABLE.sub(" ", token.content or " ")
            if last in " \n":
                content = content.lstrip(None if last == "\n" else " ")
            if content:
                last = content[-1]
                token.type, token.tag, token.content = "text", "", content
                folded.append(token)
        elif token.type == "hardbreak":
            if last != "\n":
                _strip_end(folded)
                last = "\n"
                folded.append(token)
        elif token.meta.get("kind") != "role":
            token.markup = ""
            token.attrs.pop("title", None)
            folded.append(token)
    _strip_end(folded)
    return folded


def _strip_end(tokens: list[Token]) -> None:
    for index in reversed(range(len(tokens))):
        tokens[index].content = tokens[index].content.rstrip()
        if tokens[index].content:
            return
        if tokens[index].type in ("text", "hardbreak"):
            del tokens[index]


def _find_unprintable(tokens: list[Token]) -> set[int]:
    """Return the ids of links and emphasis that no Markdown can say, or that say nothing; `tokens` have no marks."""
    seams = [pair for pair in pairwise(tokens) if pair[0].nesting < 0 < pair[1].nesting]
    if merged := {id(token) for pair in seams if pair[0].tag == pair[1].tag != "a" for token in pair}:
        return merged
    shown = ["\n", *(token.content or _EDGES[token.tag] for token in tokens), "\n"]
    dropped: set[int] = set()
    opened: list[int] = []
    for end, token in enumerate(tokens):
        if token.nesting > 0:
            opened.append(end)
        elif token.nesting < 0:
            start = opened.pop()
            empty = all(inner.type != "text" for inner in tokens[start:end])
            nested = any(tokens[outer].tag == token.tag for outer in opened)
            # The reading copy has ** for strong and _ for em; beside tokens[i] are shown[i] and shown[i + 2].
            splits = token.tag == "strong"
            opens = _scan(shown[start][-1], "\x01", shown[start + 2][0], splits).can_open
            closes = _scan(shown[end][-1], "\x01", shown[end + 2][0], splits).can_close
            if empty or nested or (token.tag != "a" and not (opens and closes)):
                dropped |= {id(tokens[start]), id(token)}
    return dropped


def _nest_marks(tokens: list[Token]) -> list[Token]:
    opened: list[Token] = []
    lost: set[int] = set()
    for token in tokens:
        if token.type.endswith("_open"):
            opened.append(token)
        elif token.type == "mark_close":
            if opened and opened[-1].tag == "mark":
                token.meta = opened.pop().meta
            else:
                lost.add(id(token))
        elif token.type.endswith("_close"):
            while (other := opened.pop()).tag != token.tag:
                lost.add(id(other))
    lost.update(id(token) for token in opened)
    return [token for token in tokens if id(token) not in lost]


def _join_texts(tokens: list[Token]) -> list[Token]:
    joined: list[Token] = []
    for token in tokens:
        if joined and token.type == "text" == joined[-1].type:
            joined[-1] = joined[-1].copy(content=joined[-1].content + token.content)
        else:
            joined.append(token)
    return joined
