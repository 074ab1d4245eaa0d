"""Reads YAML into a tree of texts, lists and mappings, each with its place.

What a text means is decided by the model. A file is refused here when it is no plain tree: anchors, aliases, merge
keys, tags, duplicate keys, control and bidi characters, and anything too large or too deep (design decision 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import yaml

from vacaturegen.errors import InputError, Problem
from vacaturegen.i18n import N_, _
from vacaturegen.notation import Quoted
from vacaturegen.sources.files import Source, read_text

MAX_DEPTH = 20
MAX_SCALAR = 20_000

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U000e0000-\U000e007f]"
)
"""Characters that nobody sees: controls, direction marks, lone surrogates, noncharacters, tags."""

ENGLISH_WORDS = re.compile(r"(true|false|yes|no|on|off|[-+]?\.inf|\.nan)\Z", re.I)
EMPTY_WORDS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Node:
    """A value as it was written, with its place: a text, nothing at all (None), a list or a mapping.

    `line` and `column` are of the value, `key_line` and `key_column` of its key (or of the value, where it has none).
    """

    value: str | list[Node] | dict[str, Node] | None
    source: Source
    line: int
    column: int
    key_line: int
    key_column: int

    def problem(self, message: str, hint: str = "", field: str = "", *, at_key: bool = False) -> Problem:
        """Return a Problem at this value, or at its key."""
        line, column = (self.key_line, self.key_column) if at_key else (self.line, self.column)
        return self.source.problem(line, column, message, hint, field)


def entries(node: Node) -> dict[str, Node]:
    """Return the keys and values of a mapping, in a dictionary of one's own; of anything else none."""
    return dict(node.value) if isinstance(node.value, dict) else {}


def read_yaml(path: Path, shown: str) -> Node:
    """Return the mapping that a YAML file holds, every value a text with its place. Raises InputError."""
    text = read_text(path, shown)
    source = Source(shown, tuple(text.split("\n")))
    if found := FORBIDDEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        refuse(source, line, found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1, *hidden_character(found[0]))
    try:
        return TreeBuilder(source, text).root()
    except yaml.YAMLError as error:
        line, column, message, hint = explain_syntax(error, source.lines)
        raise InputError([source.problem(line, column, message, hint)]) from error


def refuse(source: Source, line: int, column: int, message: str, hint: str) -> NoReturn:
    """Raise InputError for one problem at a place."""
    raise InputError([source.problem(line, column, message, hint)])


def hidden_character(character: str) -> tuple[str, str]:
    """Return message and hint for a character that nobody sees."""
    message = _("An invisible character stands here: U+{code}.").format(code=f"{ord(character):04X}")
    return message, _("Remove it; type the text again instead of pasting it.")


BEHIND_QUOTE = re.compile(r"""(?:: +|- +|\[ *|, *)("[^"]*"|'[^']*') *[^\s#,\]}:]""")
TEXT_HASH = re.compile(r" #|[ \t]+#[^\s#]")
VALUE_HASH = re.compile(r"[ \t]*#[^\s#]")
BEFORE_KEY = re.compile(r"\s+[\w-]+\Z")
BRACKET = N_("A bracket is not closed."), N_("Close it with ] or }.")
COLON = N_("A colon is missing here."), N_("Write “key: value”, with a space after the colon.")
INDENT = N_("The indentation does not fit."), N_("Align this line with the lines it belongs to.")
LIST_END = N_("The list stops here."), N_("Begin each item with a dash, all aligned.")
QUOTE = N_("A quotation mark is not closed."), N_("Close it on the line where the text ends.")
QUOTE_COLON = N_("A colon stands where none can."), N_("Put the text between quotation marks.")
QUOTE_REST = (
    N_("Text stands behind the closing quotation mark."),
    N_("Put the whole text between single quotation marks."),
)
QUOTE_SIGN = N_("This character cannot stand here."), N_("Put the text between quotation marks.")
TAB = N_("A tab stands here."), N_("Indent with spaces.")
UNKNOWN = N_("This is not valid YAML."), N_("Check indentation, colons and quotation marks on this line.")
SYNTAX = (
    ("mapping values are not allowed", QUOTE_COLON, False),
    ("could not find expected ':'", COLON, True),
    ("did not find expected key", INDENT, False),
    ("did not find expected '-' indicator", LIST_END, False),
    ("did not find expected ',' or", BRACKET, True),
    ("did not find expected node content", BRACKET, True),
    ("unexpected end of stream", QUOTE, True),
    ("cannot start any token", QUOTE_SIGN, False),
    ("did not find expected alphabetic or numeric character", QUOTE_SIGN, True),
    ("did not find expected comment or line break", QUOTE_SIGN, True),
)
"""What libyaml says (part of it), what we say and the cure, and whether the place is where it all began."""


def explain_syntax(error: yaml.YAMLError, lines: tuple[str, ...]) -> tuple[int, int, str, str]:
    """Return line, column, message and hint for what the YAML parser refused in a file of these lines."""
    said = str(getattr(error, "problem", None) or error)
    words, at_start = next(((words, start) for part, words, start in SYNTAX if part in said), (UNKNOWN, False))
    marks = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark = next((mark for mark in (reversed(marks) if at_start else marks) if mark), None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    filled = max(number for number, text in enumerate(("", *lines)) if text.strip() or not number)
    if line > filled:  # the end of the file, which is behind its last line
        line, column = max(filled, 1), len(lines[max(filled, 1) - 1]) + 1
    shown = lines[line - 1]
    if shown[column - 1 : column] == "\t":
        words = TAB
    elif words is QUOTE_COLON and BEFORE_KEY.match(shown[: column - 1]):
        words = INDENT
    elif words in (INDENT, LIST_END, BRACKET) and BEHIND_QUOTE.search(shown):
        words = QUOTE_REST
    return line, column, _(words[0]), _(words[1])


class TreeBuilder:
    """Builds the tree of one document from parser events: libyaml's composer overflows its stack on deep nesting."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)

    def root(self) -> Node:
        """Return the one mapping of the file."""
        next(self.events)
        event = next(self.events)
        hint = _("Begin with a line such as “titel: ...”.")
        if isinstance(event, yaml.StreamEndEvent):
            refuse(self.source, 0, 0, _("This file is empty."), hint)
        first = next(self.events)
        node = self.node(first, None, 0)
        next(self.events)
        if node.value is None:
            refuse(self.source, 0, 0, _("This file is empty."), hint)
        if not isinstance(node.value, dict):
            self.fail(first, _("Keys with values belong here."), hint)
        if not isinstance(extra := next(self.events), yaml.StreamEndEvent):
            self.fail(extra, _("A second document begins here."), _("Remove the line with “---”; one profile a file."))
        return node

    def fail(self, event: Any, message: str, hint: str) -> NoReturn:
        """Raise InputError for one problem where an event begins."""
        refuse(self.source, event.start_mark.line + 1, event.start_mark.column + 1, message, hint)

    def node(self, event: Any, key: Any, depth: int) -> Node:
        """Return the value that begins with `event`, reading on to its end; `key` is the event of its key."""
        if depth > MAX_DEPTH:
            self.fail(event, _("This is nested too deeply."), _("Use fewer levels of indentation or brackets."))
        if getattr(event, "anchor", None) is not None:
            message = _("References with & and * are not supported.")
            self.fail(event, message, _("Write the text again, or between quotation marks."))
        if event.__class__ is yaml.ScalarEvent:
            value: Any = self.scalar(event)
        elif getattr(event, "tag", None) is not None:
            self.fail_tag(event)
        elif event.__class__ is yaml.SequenceStartEvent:
            value = self.items(depth)
        else:
            value = self.mapping(depth)
        mark, named = event.start_mark, (key or event).start_mark
        return Node(value, self.source, mark.line + 1, mark.column + 1, named.line + 1, named.column + 1)

    def fail_tag(self, event: Any) -> NoReturn:
        """Raise InputError for a value with a tag."""
        message = _("Tags with ! are not supported.")
        self.fail(event, message, _("Remove the tag, or put the text between quotation marks."))

    def scalar(self, event: Any) -> str | None:
        """Return the text of a scalar; None for one that was left empty (quoted emptiness is an empty text)."""
        if event.tag is not None:
            self.fail_tag(event)
        value: str = event.value
        plain = not event.style
        if plain:
            self.check_comment(event)
        if plain and value in EMPTY_WORDS:
            return None
        if len(value) > MAX_SCALAR:
            self.fail(event, _("This text is too long."), _("Keep it under {n} characters.").format(n=MAX_SCALAR))
        if plain and ENGLISH_WORDS.match(value):
            self.fail(
                event, _("Write “ja” or “nee” here."), _("If the word itself is meant, put it in quotation marks.")
            )
        if event.style == '"' and (found := FORBIDDEN.search(value)):
            self.fail(event, *hidden_character(found[0]))
        return value if plain else Quoted(value)

    def check_comment(self, event: Any) -> None:
        """Refuse a # behind a value that was probably meant as text: a comment stands two spaces away."""
        line = self.source.lines[event.end_mark.line] if event.end_mark.line < len(self.source.lines) else ""
        rest = line[event.end_mark.column :]
        if (event.value and TEXT_HASH.match(rest)) or (not event.value and VALUE_HASH.match(rest)):
            hint = _("Put the whole value between quotation marks; a comment stands two spaces behind it.")
            self.fail(event, _("What stands behind # is not read."), hint)

    def items(self, depth: int) -> list[Node]:
        """Return the items of a list, none of which may be empty."""
        items = []
        while (event := next(self.events)).__class__ is not yaml.SequenceEndEvent:
            item = self.node(event, None, depth + 1)
            if item.value is None:
                self.fail(event, _("This list item is empty."), _("Fill it in, or remove the dash."))
            items.append(item)
        return items

    def mapping(self, depth: int) -> dict[str, Node]:
        """Return the keys and values of a mapping; keys are short texts, each there once."""
        entries: dict[str, Node] = {}
        twice: list[tuple[Any, str]] = []
        while (key := next(self.events)).__class__ is not yaml.MappingEndEvent:
            if key.__class__ is not yaml.ScalarEvent or key.anchor is not None or key.tag is not None:
                hint = _("Write “key: value”; a text that begins with { or [ goes between quotation marks.")
                self.fail(key, _("A key is a single word."), hint)
            name: str = key.value
            if name == "<<" and not key.style:
                self.fail(key, _("The merge key << is not supported."), _("Write the keys themselves."))
            if not name.strip() or FORBIDDEN.search(name) or len(name) > 60:
                self.fail(key, _("This is not a usable key."), _("A key is a short word, such as “titel”."))
            node = self.node(next(self.events), key, depth + 1)
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
