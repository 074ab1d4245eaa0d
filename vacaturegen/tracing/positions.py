"""Where in the source of a template its texts and what it prints stand.

Jinja's tree knows lines only. Its lexer gives every sign of the source in order, but white space that it takes away, so
a column can be counted; and the tree has texts and prints in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.templating import Environment

SPACE = re.compile(r"\s*")
PRINTED = ("data", "variable_begin")


def positions(environment: Environment, source: str) -> Iterator[tuple[int, int]]:
    """Yield line and column, from 1, of each text and each print of a template that can be parsed, in order."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    at = 0
    for _line, kind, value in environment.lex(source):
        if not source.startswith(value, at):
            at = SPACE.match(source, at).end()  # type: ignore[union-attr]
        if kind in PRINTED and value:
            yield source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at)
        at += len(value)
