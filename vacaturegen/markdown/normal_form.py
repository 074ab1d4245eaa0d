"""The normal form of tokens: what can be printed as Markdown and read back, and nothing that says nothing.

Works on the tokens of one document, block by block; which Markdown they came from does not matter here.
"""

from __future__ import annotations

import re
from itertools import count, pairwise

from markdown_it.token import Token

from vacaturegen.markdown.parser import scan

# White space that folds to one space: no-break spaces stay as they are.
_SPACE = r"[^\S\xa0\u2007\u202f]"
_FOLDABLE = re.compile(rf"{_SPACE}(?:(?<! )|{_SPACE}){_SPACE}*")

_LISTS = ("ul", "ol")
_CELLS = ("th", "td")
_CONTAINERS = (*_LISTS, "li", "blockquote")
_PRINTED = {"em", "strong", "a"}
# The kind of character that a neighbour sees of a token that is no text: before it, and after it.
_EDGES = {"em": "__", "strong": "**", "a": "[)", "br": "\\\n"}


def fold(text: str) -> str:
    """Return `text` without white space at its ends, and with single spaces within; no-break spaces stay there."""
    printable = text.isprintable()  # then a space is all the white space there is
    if printable and "  " not in text:
        return text.strip()
    # These have no white space that has to stay, and are split in a fifth of the time.
    return " ".join(text.split()) if printable or text.isascii() else _FOLDABLE.sub(" ", text).strip()


def plain(inline: Token) -> str:
    """Return the visible text of one inline token; a hard break is a space."""
    return "".join([" " if child.type == "hardbreak" else child.content for child in inline.children or ()])


def settle(tokens: list[Token]) -> list[Token]:
    """Return the tokens of markdown-it in normal form; they are changed."""
    return _settle_lists(_drop_empty_blocks(tokens))


def role_of(children: list[Token]) -> str | None:
    """Return the role that the tokens within a paragraph begin with, or None."""
    return children[0].meta["value"] if children and children[0].meta.get("kind") == "role" else None


def number_item(number: int) -> str:
    """Return the number of a list item as it is printed: CommonMark reads no longer one."""
    return str(min(number, 999_999_999))


def _drop_empty_blocks(tokens: list[Token]) -> list[Token]:
    """Return the tokens without empty blocks, each inline settled and each role on its paragraph."""
    kept: list[Token] = []
    for token in tokens:
        token.map, token.markup = None, ""
        if token.tag in ("h5", "h6"):
            token.tag = "h4"
        if token.nesting > 0:
            kept.append(token)
        elif token.type == "inline":
            children = token.children or []
            if kept[-1].type == "paragraph_open" and (role := role_of(children)) is not None:
                kept[-1].meta = {"role": role}
            token.children = settle_inline(children)
            token.content = plain(token)
            kept.append(token)
        elif kept[-1].nesting > 0 and token.tag in _CONTAINERS:
            kept.pop()
        elif kept[-1].type == "inline" and not kept[-1].content and token.tag not in _CELLS:
            del kept[-2:]
        else:
            kept.append(token)
    return kept


def _settle_lists(tokens: list[Token]) -> list[Token]:
    """Return the same tokens, list items numbered on from the start and each list tight or loose as a whole."""
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
            token.info = number_item(next(opened[-1][1]))
        if token.tag in _LISTS and token.nesting > 0:
            opened.append((token.level, count(int(token.attrs.get("start", 1))), [], []))
        elif token.tag in _LISTS:
            _, _, paragraphs, loosening = opened.pop()
            for paragraph in paragraphs:
                paragraph.hidden = not loosening
    return tokens


def settle_inline(children: list[Token]) -> list[Token]:
    """Return the tokens within a block without what cannot be printed or says nothing; they are changed."""
    if len(children) == 1 and children[0].type == "text":  # most are, and need no more
        children[0].content = fold(children[0].content)
        return children if children[0].content else []
    tokens = _fold_spaces(children)
    tags = {token.tag for token in tokens}
    if tags <= {""}:
        return join_texts(tokens)
    while tags & _PRINTED and (dropped := _find_unprintable([token for token in tokens if token.tag != "mark"])):
        tokens = [token for token in tokens if id(token) not in dropped]
    if "mark" in tags:
        tokens = _nest_marks(tokens)
    level = 0
    for token in tokens:
        token.level = level + min(token.nesting, 0)
        level += token.nesting
        if token.tag == "mark":
            token.nesting = 1 if token.type == "mark_open" else -1
    return join_texts(tokens)


def _fold_spaces(children: list[Token]) -> list[Token]:
    folded: list[Token] = []
    last = "\n"  # the last visible character; a line begins after "\n"
    for token in children:
        if token.type in ("text", "softbreak"):
            content = " " if token.type == "softbreak" else token.content
            if "  " in content or not content.isprintable():  # else there is nothing to fold
                content = _FOLDABLE.sub(" ", content)
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
            empty = all(inner.type != "text" for inner in tokens[start:end]) or tokens[start].attrs.get("href") == ""
            nested = any(tokens[outer].tag == token.tag for outer in opened)
            # The reading copy has ** for strong and _ for em; beside tokens[i] are shown[i] and shown[i + 2].
            splits = token.tag == "strong"
            opens = scan(shown[start][-1], shown[start + 2][0], splits).can_open
            closes = scan(shown[end][-1], shown[end + 2][0], splits).can_close
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


def join_texts(tokens: list[Token]) -> list[Token]:
    """Return the tokens with neighbouring texts as one."""
    joined: list[Token] = []
    for token in tokens:
        if joined and token.type == "text" == joined[-1].type:
            joined[-1] = Token("text", "", 0, level=joined[-1].level, content=joined[-1].content + token.content)
        else:
            joined.append(token)
    return joined
