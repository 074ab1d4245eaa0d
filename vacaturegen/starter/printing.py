"""How the keys of a new file are printed: open or as a comment, each with what it means and an example.

What a key means comes from the model. Two promises make the file easy to work with: no explanation looks like a
key or an item of a list, and what does becomes one by taking its # away. What is rare takes one line where it can: its
key, an example, and what it means.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple, get_args

from pydantic import PlainValidator
from pydantic.fields import FieldInfo

from vacaturegen.dutch import list_text
from vacaturegen.model.base import Deel
from vacaturegen.model.profiel import Profiel
from vacaturegen.profiles.messages import part_in
from vacaturegen.sources.tree import EMPTY_WORDS, ENGLISH_WORDS
from vacaturegen.starter.row import Group, Row

WIDTH = 112
SMALL = 2
"""How many lines a key can have that needs no blank line around it."""
PLAIN = re.compile(r"[^\W_][\w ,.()/&'’-]*")
BELOW = re.compile(r"- |[a-z]\w*:[ \n]")
"""How an example begins that stands on the lines below its key: a list, or keys of its own."""
HAS_KEYS = re.compile(r"[\[{]|" + BELOW.pattern)
"""How an example begins that is no single text: there may be keys in it that can be told from those that are not."""
KEY = re.compile(r"(?:^|[ {])([a-z]\w*):(?=[ \n]|$)", re.M)
"""A key in an example."""
DEFAULTS_MEAN = "Wat in al die profielen hetzelfde is, met de sleutels van een profiel. Een profiel kan ervan afwijken."
Tree = dict[str, Any]
"""Keys with a Row, or with a Tree below them; and Groups, each under its title."""


class Wanted(NamedTuple):
    """What a file is to show: for which kinds of document, which values are known, and which keys are told of.

    And of which part: its `prefix` ("", "inzet."), and whether it is `bare`: a comment as a whole, in which only what
    is apart is one itself.
    """

    kinds: Collection[str]
    given: Mapping[str, str]
    told: Collection[str] | None
    """Dotted paths; None for a file or part that shows a choice only, and does not name what else there is."""
    prefix: str = ""
    bare: bool = False


def tell_more(model: type[Deel], wanted: Wanted) -> Iterator[str]:
    """Yield a comment for each key of a part that is not told of."""
    for name, info in model.model_fields.items():
        if wanted.told is not None and f"{wanted.prefix}{name}" not in wanted.told:
            yield f"# Verder kan hier “{name}”: {info.description}"


def print_table(model: type[Deel], table: Iterable[Row | Group | str], wanted: Wanted) -> Iterator[str]:
    """Yield the lines of a table, with a heading above each of its sections that has any."""
    tree: Tree = {}
    heading, group = "", None
    for row in [*table, ""]:
        if isinstance(row, Group):
            group = row
        elif isinstance(row, Row):
            if row.path in wanted.given or not set(wanted.kinds).isdisjoint(row.open_in + row.rare_in):
                if group:
                    tree.setdefault(group.path, {})[group.title] = group
                    group = None
                plant(tree, row)
        else:
            if tree:
                yield from ["", f"# ===== {heading} ====="] if heading else [""]
                yield from print_keys(model, tree, wanted)
            tree, heading, group = {}, row, None


def plant(tree: Tree, row: Row) -> None:
    """Put a row in a tree at its path."""
    *above, name = row.path.split(".")
    for step in above:
        tree = tree.setdefault(step, {})
    tree[name] = row


def print_keys(model: type[Deel], tree: Tree, wanted: Wanted) -> Iterator[str]:
    """Yield the lines of the keys of one part.

    In a file or a block of a kind, a blank line stands between two keys of which one is long.
    """
    airy = not wanted.prefix or wanted.prefix.removesuffix(".") in wanted.kinds
    before = 0
    for name, below in tree.items():
        if isinstance(below, Group):
            yield from ["", f"# ----- {name} -----"]
            before = 0
            continue
        lines = list(print_entry(model, name, below, wanted))
        if airy and before and max(before, len(lines)) > SMALL:
            yield ""
        yield from lines
        before = len(lines)


def print_entry(model: type[Deel], name: str, below: Row | Tree, wanted: Wanted) -> Iterator[str]:
    """Yield the lines of one key and of all that stands below it."""
    path, info = f"{wanted.prefix}{name}", model.model_fields.get(name)
    means = str(info.description) if info else DEFAULTS_MEAN
    if isinstance(below, Row):
        assert info is not None  # a test holds that every row is a key of the model
        yield from print_key(name, [means, *choice_of(info), *tell_others(info, below.example)], below, wanted)
        return
    part = part_in(info.annotation) if info else Profiel
    assert part is not None  # as above: keys stand in a part
    closed = not (wanted.bare or path in wanted.kinds or has_open(below, wanted.kinds))
    within = wanted._replace(told=wanted.told if info else None, prefix=f"{path}.", bare=wanted.bare or closed)
    inner = [*print_keys(part, below, within), *tell_more(part, within)]
    yield f"# {means}"
    yield from commented([f"{name}:", *indented(inner)], closed)


def print_key(name: str, told: list[str], row: Row, wanted: Wanted) -> Iterator[str]:
    """Yield the lines of one key: what is told of it, and its value, an open place with an example, or the example."""
    below = BELOW.match(row.example) is not None
    lines = [f"{name}:", *indented(row.example.split("\n"))] if below else [f"{name}: {row.example}"]
    if row.path in wanted.given:
        yield from [*joined(told), f"{name}: {quoted(wanted.given[row.path])}"]
    elif wanted.bare or set(wanted.kinds).isdisjoint(row.open_in):
        aside = f"{lines[0]}  # {' '.join(told)}"
        is_small = not below and len(aside) <= WIDTH
        if not is_small:
            yield from joined(told)
        yield from commented([aside] if is_small else lines, row.apart or not wanted.bare)
    else:
        is_told = below or row.example in told[0]
        yield from joined(told if is_told else [*told, f"Zo: {row.example}"])
        yield f"{name}:"
        yield from indented(commented(row.example.split("\n") if below else [], True))


def joined(told: Iterable[str]) -> list[str]:
    """Return what is told of a key as comments: as many sentences on a line as fit."""
    lines: list[str] = []
    for sentence in told:
        if lines and len(lines[-1]) + len(sentence) < WIDTH - 2:
            lines[-1] += f" {sentence}"
        else:
            lines += textwrap.wrap(sentence, WIDTH - 2)
    return commented(lines, True)


def choice_of(info: FieldInfo) -> list[str]:
    """Return which words a field knows, when it knows only some and its description does not say them."""
    words = next(words_of(info), ())
    told = str(info.description).lower()
    return [] if all(word in told for word in words) else [f"Kies uit: {', '.join(words)}."]


def words_of(annotation: Any) -> Iterator[tuple[str, ...]]:
    """Yield the words of each choice that an annotation, or a field with its metadata, holds."""
    if isinstance(annotation, FieldInfo):
        for part in (annotation.annotation, *annotation.metadata):
            yield from words_of(part)
    elif isinstance(annotation, PlainValidator):
        parse = inspect.unwrap(annotation.func)
        yield from parse.args if isinstance(parse, partial) else ()
    else:
        for part in get_args(annotation):
            yield from words_of(part)


def tell_others(info: FieldInfo, example: str) -> list[str]:
    """Return which keys a part, or each item of a list, can have that its example does not show; and which words."""
    part = part_in(info.annotation)
    if part is None or not HAS_KEYS.match(example):
        return []
    shown = set(KEY.findall(example))
    others = [name for name in part.model_fields if name not in shown]
    each = " in elk onderdeel" if example.startswith(("- ", "[")) else ""
    choices = [(name, next(words_of(part.model_fields[name]), ())) for name in part.model_fields if name in shown]
    told = [f"Ook mogelijk{each}: {list_text(others)}."] if others else []
    return told + [f"Bij “{name}” kiest u uit: {', '.join(words)}." for name, words in choices if words]


def has_open(tree: Tree, kinds: Collection[str]) -> bool:
    """Tell whether a key stands open anywhere in a tree."""
    return any(
        not set(kinds).isdisjoint(below.open_in) if isinstance(below, Row) else has_open(below, kinds)
        for below in tree.values()
        if not isinstance(below, Group)
    )


def indented(lines: Iterable[str]) -> list[str]:
    """Return lines two places further on."""
    return [f"  {line}" if line else line for line in lines]


def commented(lines: Iterable[str], is_comment: bool) -> list[str]:
    """Return lines as comments, or as they are."""
    return [f"# {line}" for line in lines] if is_comment else list(lines)


def quoted(text: str) -> str:
    """Return a text as YAML: as it is, or between quotation marks where it would be read as something else."""
    if PLAIN.fullmatch(text) and text not in EMPTY_WORDS and not ENGLISH_WORDS.match(text):
        return text
    return "'" + text.replace("'", "''") + "'"
