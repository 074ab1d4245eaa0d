"""A new file as text: every key that matters with what it means and an example, open or as a comment.

What a key means comes from the model, and which keys there are from the tables in `rows`. Two promises make the file
easy to work with: an explanation begins with a capital or a sign, and what is left between becomes a key, a list or
more explanation by taking its # away.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from vacaturegen.dutch import list_text
from vacaturegen.model.base import Deel
from vacaturegen.model.organisatie import Broker, Organisatie
from vacaturegen.model.profiel import SOORTEN, Profiel
from vacaturegen.profiles.validation import part_in
from vacaturegen.sources.tree import EMPTY_WORDS, ENGLISH_WORDS
from vacaturegen.starter.rows import BROKER, FUNCTIE, LEFT_OUT, NEEDS_BROKER, ORGANISATIE, PROFILE, Row, Table

WIDTH = 116
PLAIN = re.compile(r"[^\W_][\w ,.()/&'’-]*")
SCHEMA = "# yaml-language-server: $schema=profiel.schema.json"
INTRODUCTION = (
    "# Vul in wat achter een dubbele punt leeg is, of haal de sleutel weg als die niet van toepassing is.",
    "# Wat leeg blijft, staat in het document als plek om in te vullen.",
    "# Een regel die met # begint, wordt niet gelezen: het is uitleg, of een sleutel die meedoet als het # weg is.",
    "# Een dag: 2026-07-07, 2026-07-07 09:00, uiterlijk 2026-07-07, z.s.m. of nader te bepalen.",
    "# Een lijst: elk onderdeel op een eigen regel, ingesprongen, met een streepje en een spatie ervoor.",
    "# Een lange tekst: zet | achter de dubbele punt en schrijf op de regels eronder, ingesprongen.",
    "# Een korte tekst met een dubbele punt of een # erin: tussen aanhalingstekens.",
)
SHARED_FILE: Mapping[str, tuple[str, type[Deel], Table]] = {
    "functie": ("De functie zoals die overal is. Een profiel kan ervan afwijken.", Profiel, FUNCTIE),
    "organisatie": (
        "De werkgever of opdrachtgever. Dit geldt in elk profiel dat deze organisatie noemt.",
        Organisatie,
        ORGANISATIE,
    ),
    "broker": ("De partij die aanvragen uitvoert. Dit geldt in elk profiel dat deze broker noemt.", Broker, BROKER),
}
"""Of each shared file what it is, the model of its keys, and which of them a new one shows."""
DEFAULTS_MEAN = "Wat in al die profielen hetzelfde is, met de sleutels van een profiel. Een profiel kan ervan afwijken."
Tree = dict[str, Any]
"""Keys with a Row, or with a Tree below them."""


class Wanted(NamedTuple):
    """What a file is to show: for which kinds of document, which values are known, and which keys are told of."""

    kinds: Collection[str]
    given: Mapping[str, str]
    told: Collection[str] | None
    """Dotted paths; None for a file or part that shows a choice only, and does not name what else there is."""


def make_profile(kinds: Collection[str], given: Mapping[str, str], supplied: Mapping[str, Collection[str]]) -> str:
    """Return the text of a new profile for these kinds of document.

    `given` has the values that are known (functie, organisatie, broker); `supplied` tells which dotted paths each of
    them says already: they are named in a comment, and not shown again.
    """
    kinds = [kind for kind in SOORTEN if kind in kinds]
    said = {path for paths in supplied.values() for path in paths}
    hidden = said if "broker" in given else said | NEEDS_BROKER
    table = [row for row in PROFILE if isinstance(row, str) or not is_below(row.path, hidden)]
    wanted = Wanted(kinds, {"status": "concept", **given}, paths_in(PROFILE) | with_parents(said))
    lines = [SCHEMA, f"# Profiel voor {list_text(f'een {kind}' for kind in kinds)}.", *INTRODUCTION]
    for line in [*print_table(Profiel, table, wanted), *tell_more(Profiel, wanted, "")]:
        lines.append(line)
        key = line.partition(":")[0]
        if key in supplied:
            lines += tell_supplied(f"{key} {given[key]}", supplied[key])
    return "\n".join(lines) + "\n"


def make_shared(key: str, given: Mapping[str, str]) -> str:
    """Return the text of a new functie, organisatie or broker; `given` has the values that are known."""
    about, model, table = SHARED_FILE[key]
    wanted = Wanted(SOORTEN, given, None if model is Profiel else paths_in(table))
    lines = [f"# {about}", *INTRODUCTION, *print_table(model, table, wanted), *tell_more(model, wanted, "")]
    return "\n".join(lines) + "\n"


def is_below(path: str, others: Iterable[str]) -> bool:
    """Tell whether a path, or one above it, is among others."""
    return any(path == other or path.startswith(f"{other}.") for other in others)


def paths_in(table: Table) -> set[str]:
    """Return every path that a table tells of, and those that are left out."""
    return with_parents(row.path for row in table if isinstance(row, Row)) | set(LEFT_OUT)


def with_parents(paths: Iterable[str]) -> set[str]:
    """Return paths with every path above them."""
    return {
        ".".join(steps[: index + 1]) for path in paths for steps in [path.split(".")] for index in range(len(steps))
    }


def tell_supplied(source: str, paths: Iterable[str]) -> Iterator[str]:
    """Yield the comment that names what comes from a functie, organisatie or broker, if anything does."""
    if names := list(dict.fromkeys(".".join(path.split(".")[:2]) for path in paths)):
        yield f"# Uit {source}: {list_text(names)}."
        yield "# Zet dat hier alleen als het afwijkt."


def tell_more(model: type[Deel], wanted: Wanted, prefix: str) -> Iterator[str]:
    """Yield a comment for each key of the part at a prefix ("", "inzet.") that is not told of."""
    for name, info in model.model_fields.items():
        if wanted.told is not None and f"{prefix}{name}" not in wanted.told:
            yield f"# Verder kan hier “{name}”: {info.description}"


def print_table(model: type[Deel], table: Iterable[Row | str], wanted: Wanted) -> Iterator[str]:
    """Yield the lines of a table, with a heading above each of its sections that has any."""
    tree: Tree = {}
    heading = ""
    for row in [*table, ""]:
        if isinstance(row, Row):
            if row.path in wanted.given or not set(wanted.kinds).isdisjoint(row.open_in + row.rare_in):
                plant(tree, row)
            continue
        if tree:
            yield from ["", "", f"# ===== {heading} ====="] if heading else []
            yield from print_keys(model, tree, wanted, "")
        tree, heading = {}, row


def plant(tree: Tree, row: Row) -> None:
    """Put a row in a tree at its path."""
    *above, name = row.path.split(".")
    for step in above:
        tree = tree.setdefault(step, {})
    tree[name] = row


def print_keys(model: type[Deel], tree: Tree, wanted: Wanted, prefix: str, bare: bool = False) -> Iterator[str]:
    """Yield the lines of the keys of one part; `bare` when the part is a comment as a whole, so that none is itself."""
    airy = not prefix or prefix.removesuffix(".") in wanted.kinds
    for index, (name, below) in enumerate(tree.items()):
        path, info = f"{prefix}{name}", model.model_fields.get(name)
        if airy and (index or not prefix):
            yield ""
        means = str(info.description) if info else DEFAULTS_MEAN
        if isinstance(below, Row):
            assert info is not None  # a test holds that every row is a key of the model
            yield from print_key(name, means, below, wanted, bare)
            if more := other_keys(part_in(info.annotation), below.example):
                yield f"# Ook mogelijk in elk onderdeel: {list_text(more)}."
            continue
        part = part_in(info.annotation) if info else Profiel
        assert part is not None  # as above: keys stand in a part
        closed = not (bare or path in wanted.kinds or has_open(below, wanted.kinds))
        within = wanted if info else wanted._replace(told=None)
        inner = [*print_keys(part, below, within, f"{path}.", bare or closed), *tell_more(part, within, f"{path}.")]
        yield f"# {means}"
        yield from commented([f"{name}:", *indented(inner)], closed)


def print_key(name: str, means: str, row: Row, wanted: Wanted, bare: bool) -> Iterator[str]:
    """Yield the lines of one key: what it means, and its value, an open place with an example, or the example."""
    if row.path in wanted.given:
        yield from [f"# {means}", f"{name}: {quoted(wanted.given[row.path])}"]
        return
    items = indented(row.example.split("\n")) if is_list(row.example) else []
    if bare or set(wanted.kinds).isdisjoint(row.open_in):
        yield f"# {means}"
        yield from commented([f"{name}:", *items] if is_list(row.example) else [f"{name}: {row.example}"], not bare)
        return
    example = "" if is_list(row.example) or row.example in means else f"Zo: {row.example}"
    if len(f"# {means} {example}") > WIDTH:
        yield f"# {means}"
        means, example = example, ""
    yield f"# {means} {example}".rstrip()
    yield f"{name}:"
    yield from indented(commented(row.example.split("\n") if is_list(row.example) else [], True))


def other_keys(part: type[Deel] | None, example: str) -> list[str]:
    """Return the keys of the items of a list that its example does not show."""
    return [name for name in part.model_fields if f"{name}:" not in example] if part and is_list(example) else []


def is_list(example: str) -> bool:
    """Tell whether an example is a list, which stands on the lines below its key."""
    return example.startswith("- ")


def has_open(tree: Tree, kinds: Collection[str]) -> bool:
    """Tell whether a key stands open anywhere in a tree."""
    return any(
        not set(kinds).isdisjoint(below.open_in) if isinstance(below, Row) else has_open(below, kinds)
        for below in tree.values()
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
