"""Which mutants of a function only change a text that people read: those are no work for a test."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

MARKERS = {"_", "N_", "ngettext"}
"""The functions whose text a person reads."""
TEXTS = {"description", "help"}
"""The arguments whose text a person reads."""


def functions_in(path: Path) -> dict[str, list[ast.AST]]:
    """Return what each function and method of a file holds, by its name."""
    return {
        node.name: [node.args, *node.body]
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    }


def is_text(one: list[ast.AST], other: list[ast.AST]) -> bool:
    """Tell whether the first difference of two functions is in a text that people read."""
    return next(differences(one, other, read=False), False)


def differences(one: object, other: object, *, read: bool) -> Iterator[bool]:
    """Yield for each difference whether it is in a text that people read; `read` says that this is such a place."""
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for here, there in zip(one, other, strict=True):
            yield from differences(here, there, read=read)
    elif isinstance(one, ast.AST) and type(one) is type(other):
        marker = isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in MARKERS
        named = isinstance(one, ast.keyword) and one.arg in TEXTS
        inside = read or marker or named or isinstance(one, ast.Raise)  # what an exception says
        for field in one._fields:
            yield from differences(getattr(one, field), getattr(other, field), read=inside)
    elif (type(one), one) != (type(other), other):
        yield read and isinstance(one, str) and isinstance(other, str)
