"""Where did this come from: the tokens of a document, and of each stretch of its text the values and templates behind.

The text is printed once more by an environment that keeps of every character where it came from; it is the very text
that `templating` prints. Only who asks for origins pays for them: no document is built this way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from markdown_it.token import Token

from vacaturegen.library import Library
from vacaturegen.model.base import PARAGRAPH_END, fold
from vacaturegen.model.places import IN_TEXT, place_of
from vacaturegen.profiles import Loaded
from vacaturegen.profiles.validation import locate, steps
from vacaturegen.sources import Node
from vacaturegen.templating import (
    DOCUMENT,
    add_open,
    blaming_templates,
    set_up,
    without_bare_headings,
)
from vacaturegen.templating.printing import place
from vacaturegen.templating.view import view
from vacaturegen.tracing.derived import hold_derived, hold_open, open_fields
from vacaturegen.tracing.environment import TracingEnvironment
from vacaturegen.tracing.fields import hold_fields
from vacaturegen.tracing.points import Stretch, read
from vacaturegen.tracing.shades import Cause, Palette

__all__ = ["Origin", "Span", "Traced", "trace"]


class Origin(NamedTuple):
    """Where a stretch of text came from: a value of the profile, of a clause, or a place in a template.

    The `kind` says so: "value", "clause", "template", or "condition" for a value that a template's own words hang on.

    `path`, `line` and `column` (from 1) are of the value in the file that holds it: the profile, or what it shares.
    `field` is dotted, as in the merged profile or in the clause; `written` is the value as it was typed: "" when it is
    no text, None when it was not typed at all and the place is that of the part it belongs to. `verbatim`: what is
    printed is that very text, or a whole paragraph of it, white space aside.
    """

    kind: str
    field: str
    path: str
    line: int
    column: int
    written: str | None
    verbatim: bool


class Span(NamedTuple):
    """A stretch of the visible text of an inline token, from `start` up to `end`, and where it came from."""

    start: int
    end: int
    origins: tuple[Origin, ...]


class Traced(NamedTuple):
    """The tokens of a document as `render` gives them, and beside each its spans; only inline tokens have any."""

    tokens: Sequence[Token]
    spans: Sequence[tuple[Span, ...]]


def trace(edition: Loaded, kind: str, library: Library) -> Traced:
    """Return the tokens of one document with where each stretch of their text came from.

    Raises InputError when a template is at fault.
    """
    palette = Palette()
    profiel, fields = hold_fields(edition.profiel, palette, "value")
    clauses = {name: hold_fields(clause, palette, "clause", name)[0] for name, clause in library.clauses.items()}
    environment = environment_of(library)
    environment.begin(palette, fields)
    with blaming_templates(library):
        values = view(profiel, kind, replace(library, clauses=clauses), edition.edition)
        hold_derived(values, palette, fields)
        found = read_document(environment, values)
        if values["concept"]:
            tokens = [token for token, _stretches in found]
            names = open_fields(values["open_velden"], tokens)
            add_open(values, tokens)
            hold_open(values, palette, heads_of(found, palette), names)
            found = read_document(environment, values)
    spans = [
        tuple(span_of(one, token.content, palette, edition, library) for one in stretches) for token, stretches in found
    ]
    return Traced([token for token, _stretches in found], spans)


@lru_cache(maxsize=1)
def environment_of(library: Library) -> TracingEnvironment:
    """Return the tracing environment of a library: compiling its templates is most of the work for one document."""
    return set_up(TracingEnvironment, library)


def read_document(environment: TracingEnvironment, values: dict[str, Any]) -> list[tuple[Token, tuple[Stretch, ...]]]:
    """Return the tokens of a document with these variables, and the stretches of each."""
    text, shades = with_places(*environment.print_document(DOCUMENT, values), environment.palette)
    found = {id(token): (token, stretches) for token, stretches in read(text, shades)}
    tokens = without_bare_headings([token for token, _stretches in found.values()])
    return [found[id(token)] for token in tokens]


def heads_of(found: list[tuple[Token, tuple[Stretch, ...]]], palette: Palette) -> dict[str, str]:
    """Return the shades of each heading by its text."""
    return {
        token.content: "".join(palette.blend(one.shades) * (one.end - one.start) for one in stretches)
        for (before, _none), (token, stretches) in pairwise(found)
        if before.type == "heading_open"
    }


def with_places(text: str, shades: str, palette: Palette) -> tuple[str, str]:
    """Return a printed text with its places to fill in as they are printed, and its shades."""
    texts, codes, at = [], [], 0
    for found in IN_TEXT.finditer(text):
        there = place_of(found)
        printed = place(there)
        texts += [text[at : found.start()], printed]
        codes += [shades[at : found.start()], palette.shade(Cause("value", "", there.veld)) * len(printed)]
        at = found.end()
    return "".join([*texts, text[at:]]), "".join([*codes, shades[at:]])


def span_of(stretch: Stretch, text: str, palette: Palette, edition: Loaded, library: Library) -> Span:
    """Return the span that a stretch of a text is."""
    visible = fold(text[stretch.start : stretch.end])
    causes = palette.causes[palette.blend(stretch.shades)]
    return Span(stretch.start, stretch.end, tuple(origin_of(cause, visible, edition, library) for cause in causes))


def place_of_field(tree: Node, field: str) -> tuple[Node, bool]:
    """Return the node of a dotted field, or the nearest one above it, and whether it is of the field itself."""
    node = tree
    path = steps(field) if field else ()
    for length in range(1, len(path) + 1):
        below = locate(tree, path[:length])
        if below is node:
            return node, isinstance(node.value, str)  # one text can stand for the part that it belongs to
        node = below
    return node, True


def origin_of(cause: Cause, visible: str, edition: Loaded, library: Library) -> Origin:
    """Return the origin that a cause is of a visible text."""
    if cause.kind == "template":
        return Origin("template", "", library.shown.get(cause.name, cause.name), cause.line, cause.column, None, False)
    node, own = place_of_field(library.trees[cause.name] if cause.name else edition.node, cause.field)
    written = (node.value if isinstance(node.value, str) else "") if own else None
    verbatim = (
        cause.kind != "condition"
        and bool(visible)
        and visible in (fold(part) for part in PARAGRAPH_END.split(written or ""))
    )
    return Origin(cause.kind, cause.field, node.source.path, node.line, node.column, written, verbatim)
