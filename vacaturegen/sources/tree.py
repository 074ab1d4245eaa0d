"""Reads YAML into a tree of texts, lists and mappings, each with its place.

What a text means is decided by the model. A file is refused here when it is no plain tree: anchors, aliases, merge
keys, tags, duplicate keys, control and bidi characters, and anything too large or too deep (design decision 4).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from yaml import (
    CBaseLoader,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)

from vacaturegen.errors import InputError, Problem
from vacaturegen.files import Source, read_text
from vacaturegen.i18n import N_, _
from vacaturegen.notation import Quoted
from vacaturegen.sources.syntax import TAGS, explain_syntax

MAX_DEPTH = 20
MAX_KEY = 60
MAX_SCALAR = 20_000
MAX_VALUES = 5_000

FORBIDDEN = (
    "[^\t\n -~\xa0-\u061b\u061d-\u180d\u180f-\u200a\u200c\u200d\u2010-\u2027\u202f-\u205f\u2070-\ud7ff"
    "\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufff8\ufffd"
    + "".join(f"{chr(plane << 16)}-{chr(plane << 16 | 0xFFFD)}" for plane in (*range(1, 14), 15, 16))
    + "\U000e0080-\U000efffd]"
)
"""Characters that nobody sees: controls, direction marks, lone surrogates, noncharacters, tags.

It lists what may stand in a text: looking for that is three times as quick as looking for what may not.
"""
PRINTABLE = "\ufffc"
"""The one of them that Python calls printable."""

ENGLISH_WORDS = re.compile(r"(true|false|yes|no|on|off|[-+]?\.inf|\.nan)\Z", re.I)
EMPTY_WORDS = frozenset({"", "~", "null", "Null", "NULL"})
BEGIN = N_("Begin with a line such as “titel: ...”.")
EMPTY = N_("This file is empty."), BEGIN
KEYS = N_("Keys with values belong here."), BEGIN
TEXT_HASH = re.compile(r" #|[ \t]+#[^\s#]")
CUT_NUMBER = re.compile(r"\d,\d")
VALUE_HASH = re.compile(r"[ \t]*#[^\s#]")


@dataclass(eq=False, slots=True)  # frozen, it would take three times as long to make
class Node:
    """A value as it was written, with its place: a text, nothing at all (None), a list or a mapping. Nobody changes it.

    `line` and `column` are of the value, `key_line` and `key_column` of its key (or of the value, where it has none).
    """

    value: str | list[Node] | dict[str, Node] | None
    source: Source
    line: int
    column: int
    key_line: int
    key_column: int

    def problem(self, message: str, hint: str, field: str = "", *, at_key: bool = False) -> Problem:
        """Return a Problem at this value, or at its key."""
        line, column = (self.key_line, self.key_column) if at_key else (self.line, self.column)
        return self.source.problem(line, column, message, hint, field)

    def holding(self, value: list[Node] | dict[str, Node] | None) -> Node:
        """Return another value in the same place."""
        return Node(value, self.source, self.line, self.column, self.key_line, self.key_column)


def entries(node: Node) -> dict[str, Node]:
    """Return the keys and values of a mapping, in a dictionary of one's own; of anything else none."""
    return dict(node.value) if isinstance(node.value, dict) else {}


def read_yaml(path: Path, shown: str) -> Node:
    """Return the mapping that a YAML file holds, every value a text with its place. Raises InputError, nothing else."""
    return parse_yaml(read_text(path, shown), shown)


def parse_yaml(text: str, shown: str) -> Node:
    """Return the mapping that a YAML text with LF line ends holds; the rest as `read_yaml`, `shown` being its name."""
    source = Source(shown, tuple(text.split("\n")))
    if found := find_hidden(text):
        refuse(source, *place(text, found.start()), *hidden_character(found[0]))
    if (start := f"\n{text}".find("\n%TAG")) >= 0:  # the time that libyaml takes grows with the square of their number
        refuse(source, *place(text, start), *map(_, TAGS))
    try:
        return TreeBuilder(source, text).root()
    except YAMLError as error:
        line, column, message, hint = explain_syntax(error, source.lines)
        raise InputError([source.problem(line, column, message, hint)]) from error


def place(text: str, at: int) -> tuple[int, int]:
    """Return line and column of a character of a text, both counted from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def refuse(source: Source, line: int, column: int, message: str, hint: str) -> NoReturn:
    """Raise InputError for one problem at a place."""
    raise InputError([source.problem(line, column, message, hint)])


def find_hidden(text: str) -> re.Match[str] | None:
    """Return the first character that nobody sees, if there is one."""
    if text.replace("\n", " ").isprintable() and PRINTABLE not in text:  # most are, and this is seen at once
        return None
    return re.search(FORBIDDEN, text)  # long to compile, so not before it is needed


def hidden_character(character: str) -> tuple[str, str]:
    """Return message and hint for a character that nobody sees."""
    message = _("An invisible character stands here: U+{code}.").format(code=f"{ord(character):04X}")
    return message, _("Remove it; type the text again instead of pasting it.")


class TreeBuilder:
    """Builds the tree of one document from parser events: libyaml's composer overflows its stack on deep nesting."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.next: Callable[[], Any] = CBaseLoader(text).get_event
        self.values = 0
        self.hashes = "#" in text

    def root(self) -> Node:
        """Return the one mapping of the file."""
        self.next()
        if self.next().__class__ is StreamEndEvent:
            refuse(self.source, 0, 0, *map(_, EMPTY))
        node = self.node(first := self.next(), None, 0)
        self.next()
        if node.value is None:
            refuse(self.source, 0, 0, *map(_, EMPTY))
        if not isinstance(node.value, dict):
            self.fail(first, *map(_, KEYS))
        if (extra := self.next()).__class__ is not StreamEndEvent:
            self.fail(extra, _("A second document begins here."), _("Remove the line with “---”; one profile a file."))
        return node

    def fail(self, event: Any, message: str, hint: str) -> NoReturn:
        """Raise InputError for one problem where an event begins."""
        refuse(self.source, event.start_mark.line + 1, event.start_mark.column + 1, message, hint)

    def node(self, event: Any, key: Any, depth: int) -> Node:
        """Return the value that begins with `event`, reading on to its end; `key` is the event of its key."""
        if depth > MAX_DEPTH:
            self.fail(event, _("This is nested too deeply."), _("Use fewer levels of indentation or brackets."))
        self.values += 1
        if self.values > MAX_VALUES:
            hint = _("Keep it to {n} texts, lists and groups of keys at most.").format(n=MAX_VALUES)
            self.fail(event, _("This file holds too much."), hint)
        if event.anchor is not None:
            message = _("References with & and * are not supported.")
            self.fail(event, message, _("Write the text again, or between quotation marks."))
        if event.tag is not None:
            self.fail(event, *map(_, TAGS))
        value: Any
        if event.__class__ is ScalarEvent:
            value = self.scalar(event)
        elif event.__class__ is SequenceStartEvent:
            value = self.items(depth)
        else:
            value = self.mapping(depth)
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if key is None:
            return Node(value, self.source, line, column, line, column)
        mark = key.start_mark
        return Node(value, self.source, line, column, mark.line + 1, mark.column + 1)

    def scalar(self, event: Any) -> str | None:
        """Return the text of a scalar; None for one that was left empty (quoted emptiness is an empty text)."""
        value: str = event.value
        if len(value) > MAX_SCALAR:
            self.fail(event, _("This text is too long."), _("Keep it to {n} characters at most.").format(n=MAX_SCALAR))
        if event.style:
            if event.style == '"' and (found := find_hidden(value)):
                self.fail(event, *hidden_character(found[0]))
            return Quoted(value)
        if self.hashes:
            self.check_comment(event)
        if value in EMPTY_WORDS:
            return None
        if ENGLISH_WORDS.match(value):
            hint = _("If the word itself is meant, put it in quotation marks.")
            self.fail(event, _("Write “ja” or “nee” here."), hint)
        return value

    def check_comment(self, event: Any) -> None:
        """Refuse a # behind a value that was probably meant as text: a comment stands two spaces away."""
        mark = event.end_mark
        hidden = TEXT_HASH if event.value else VALUE_HASH
        if mark.line < len(self.source.lines) and hidden.match(self.source.lines[mark.line], mark.column):
            hint = _("Put the whole value between quotation marks; a comment stands two spaces behind it.")
            self.fail(event, _("What stands behind # is not read."), hint)

    def items(self, depth: int) -> list[Node]:
        """Return the items of a list, none of which may be empty."""
        items = []
        while (event := self.next()).__class__ is not SequenceEndEvent:
            item = self.node(event, None, depth + 1)
            if item.value is None:
                self.fail(event, _("This list item is empty."), _("Fill it in, or remove the dash."))
            if isinstance(item.value, str) and item.value[:1].isdigit():
                self.check_comma(event)
            items.append(item)
        return items

    def check_comma(self, event: Any) -> None:
        """Refuse what a decimal comma cuts in two between brackets: [€ 0,23 per kilometer] would be two items."""
        mark = event.start_mark
        if CUT_NUMBER.match(self.source.lines[mark.line], mark.column - 2):
            hint = _("Put the text with the comma between quotation marks, or write each item on a line of its own.")
            self.fail(event, _("The comma cuts a number in two here."), hint)

    def mapping(self, depth: int) -> dict[str, Node]:
        """Return the keys and values of a mapping; keys are short texts, each there once."""
        entries: dict[str, Node] = {}
        twice: list[tuple[Any, str]] = []
        while (key := self.next()).__class__ is not MappingEndEvent:
            name = self.key(key)
            node = self.node(self.next(), key, depth + 1)
            if name in entries:
                twice.append((key, name))
            else:
                entries[name] = node
        if twice:
            event, name = twice[0]
            message = _("The key “{key}” stands here twice; the first is on line {line}.")
            names = ", ".join(dict.fromkeys(f"“{n}”" for _event, n in twice[1:6]))
            hint = _("Keep one of the two.")
            if names:
                hint += " " + _("Also twice: {names}.").format(names=names)
            self.fail(event, message.format(key=name, line=entries[name].key_line), hint)
        return entries

    def key(self, event: Any) -> str:
        """Return the name that a key is."""
        if event.__class__ is not ScalarEvent or event.anchor is not None or event.tag is not None:
            hint = _("Write “key: value”; a text that begins with { or [ goes between quotation marks.")
            self.fail(event, _("A key is a single word."), hint)
        name: str = event.value
        if name == "<<" and not event.style:
            self.fail(event, _("The merge key << is not supported."), _("Write the keys themselves."))
        hidden = event.style == '"' and find_hidden(name)  # only there an escape can stand for one
        if name[:1].isdigit():
            self.check_comma(event)
        if len(name) > MAX_KEY or not name.strip() or "\n" in name or hidden:
            self.fail(event, _("This is not a usable key."), _("A key is a short word, such as “titel”."))
        return name
