"""What the YAML parser refuses, said so that the writer of a profile knows what to do: a table and a place.

libyaml's own words never reach a reader; what it says is looked up here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from vacaturegen.i18n import N_, _

BEHIND_QUOTE = re.compile(r"""(?:: +|- +|\[ *|, *)("[^"]*"|'[^']*') *[^\s#,\]}:]""")
BEFORE_KEY = re.compile(r"\s+[\w-]+\Z")
BACKSLASH = (
    N_("This backslash stands for no character."),
    N_("Put the text between single quotation marks: there a backslash is just that."),
)
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
TAGS = N_("Tags with ! are not supported."), N_("Remove the tag, or put the text between quotation marks.")
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
    ("are not allowed in this context", QUOTE_SIGN, False),
    ("indentation indicator", QUOTE_SIGN, True),
    ("directive name", QUOTE_SIGN, True),
    ("escape character", BACKSLASH, False),
    ("character escape code", BACKSLASH, False),
    ("hexdecimal number", BACKSLASH, False),
    (" tag", TAGS, True),
)
"""What libyaml says (part of it), what we say and the cure, and whether the place is where it all began."""


def explain_syntax(error: yaml.YAMLError, lines: Sequence[str]) -> tuple[int, int, str, str]:
    """Return line, column, message and hint for what the YAML parser refused in a file of these lines."""
    said = str(error)
    words, at_start = next(((words, start) for part, words, start in SYNTAX if part in said), (UNKNOWN, False))
    marks = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark = next((mark for mark in (reversed(marks) if at_start else marks) if mark), None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    filled = max((number for number, text in enumerate(lines, 1) if text.strip()), default=0)
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
