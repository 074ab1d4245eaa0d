"""On which fields the words of a template hang: those that the nearest `if` around them looks at.

So a sentence that a template has in store, such as that a VOG is needed, leads to the value that calls for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import nodes

from vacaturegen.templating.metering import passed
from vacaturegen.tracing.shades import Cause

LOOK, LOOKED, ENTER, LEAVE = "to look", "to have looked", "to enter", "to leave"
"""The filters of a test and of what hangs on it. No template can write such a name: there is a space in it."""


def tell_conditions(tree: nodes.Template, template: str) -> None:
    """Let every `if` of a template tell which names it looks at, and when what hangs on it begins and ends."""
    for number, node in enumerate(list(tree.find_all(nodes.If))):
        names = tuple(dict.fromkeys(name.name for name in node.test.find_all(nodes.Name)))
        if isinstance(node.test, nodes.Name):
            names = (node.test.name,)
        test: Any = node.test
        key = nodes.Const(((template, number), names), lineno=node.lineno)
        node.test = passed(passed(key, LOOK), LOOKED, test)
        for body in (node.body, node.else_):
            if body:
                body.insert(0, nodes.ExprStmt(passed(key, ENTER), lineno=node.lineno))
                body.append(nodes.ExprStmt(passed(key, LEAVE), lineno=node.lineno))


Key = tuple[tuple[str, int], tuple[str, ...]]
"""Of a test: its template, its number in there, and the names that it looks at."""


class Conditions:
    """Which fields were looked at: by each test when it was last run, and by those that one is within now."""

    def __init__(self) -> None:
        self.begin(())

    def begin(self, fields: Iterable[str]) -> None:
        """Begin a document of a profile that has these fields."""
        self.fields = frozenset(fields)
        self.looking: list[list[Cause]] = []
        self.seen: dict[tuple[str, int], tuple[Cause, ...]] = {}
        self.within: list[tuple[Cause, ...]] = []

    def read(self, causes: Iterable[Cause]) -> None:
        """Note what is read, when a test is being run."""
        for looking in self.looking[-1:]:
            looking += [Cause("condition", cause.name, cause.field) for cause in causes if cause.field]

    def look(self, key: Key) -> Key:
        """Begin a test."""
        self.looking.append([Cause("condition", "", name) for name in key[1] if name in self.fields])
        return key

    def looked(self, key: Key, outcome: object) -> object:
        """End a test and return its outcome. Of a field and a part of it, it looked at the part."""
        causes = tuple(dict.fromkeys(self.looking.pop()))
        self.seen[key[0]] = tuple(one for one in causes if not any(is_part(other, one) for other in causes))
        return outcome

    def enter(self, key: Key) -> None:
        """Begin what hangs on a test."""
        self.within.append(self.seen[key[0]])

    def leave(self, _key: Key) -> None:
        """End it."""
        self.within.pop()

    def nearest(self) -> tuple[Cause, ...]:
        """Return the fields of the nearest test that looks at any."""
        return next((causes for causes in reversed(self.within) if causes), ())


def is_part(one: Cause, other: Cause) -> bool:
    """Tell whether a field is a part of another one."""
    return one.name == other.name and one.field.startswith(f"{other.field}.")
