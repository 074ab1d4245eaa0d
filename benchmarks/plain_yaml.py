"""Prints plain data as YAML in the way people write it: block style, one key a line, long lines folded.

Only texts, lists and mappings go in, every value as text; what comes out reads back as the same data.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Any

WIDTH = 118
"""Where a line is folded."""
SHORT = 100
"""Up to how many characters a list of words stands on one line."""
WORD = re.compile(r"[A-Za-zÀ-ÿ][\wÀ-ÿ -]*\Z")
NOT_PLAIN = re.compile(r"""\A[\s"'#&*!|>%@`{}\[\],?:-]|: |:\Z| #|[ \n]\Z""")


def print_yaml(data: dict[str, Any]) -> str:
    """Return a file: the keys of `data` in their order, with a blank line around what takes several lines."""
    blocks = ["\n".join(entry(key, value, "")) + "\n" for key, value in data.items()]
    text, before = "", False
    for block in blocks:
        long = block.count("\n") > 1
        text += "\n" if text and (long or before) else ""
        text, before = text + block, long
    return text


def entry(key: str, value: Any, margin: str) -> Iterator[str]:
    """Yield the lines of one key and its value."""
    if isinstance(value, dict):
        yield f"{margin}{key}:"
        for name, child in value.items():
            yield from entry(name, child, f"{margin}  ")
    elif isinstance(value, list) and not on_one_line(value):
        yield f"{margin}{key}:"
        for child in value:
            yield from item(child, f"{margin}  ")
    else:
        yield from leaf(f"{margin}{key}:", value, f"{margin}  ")


def item(value: Any, margin: str) -> Iterator[str]:
    """Yield the lines of one item of a list."""
    if isinstance(value, dict):
        lines = [line for name, child in value.items() for line in entry(name, child, f"{margin}  ")]
        yield f"{margin}- {lines[0].lstrip()}"
        yield from lines[1:]
    else:
        yield from leaf(f"{margin}-", value, f"{margin}  ")


def leaf(start: str, value: Any, margin: str) -> Iterator[str]:
    """Yield the lines of a text, or of a short list, behind its key or dash."""
    if isinstance(value, list):
        yield f"{start} [{', '.join(value)}]"
    elif "\n" in value:
        yield f"{start} |"
        yield from (f"{margin}{line}" if line else "" for line in value.rstrip("\n").split("\n"))
    elif len(start) + len(value) < WIDTH:
        yield f"{start} {quoted(value) if NOT_PLAIN.search(value) else value}"
    else:
        yield f"{start} >-"
        yield from textwrap.wrap(
            value,
            WIDTH,
            initial_indent=margin,
            subsequent_indent=margin,
            break_long_words=False,
            break_on_hyphens=False,
        )


def on_one_line(values: list[Any]) -> bool:
    """Tell whether a list is one of single words, which people write between brackets."""
    words = all(isinstance(value, str) and WORD.match(value) for value in values)
    return words and sum(map(len, values)) < SHORT


def quoted(text: str) -> str:
    """Return a text between double quotation marks."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
