"""Where did this come from: the tokens of a document, and of each stretch of its text the values and templates behind.

The text is printed once more by an environment that keeps of every character where it came from; it is the very text
that `templating` prints. Only who asks for origins pays for them: no document is built this way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it.token import Token

from vacaturegen.library import CLAUSES, Library
from vacaturegen.model.base import PARAGRAPH_END, Deel, fold
from vacaturegen.model.places import IN_TEXT, Open, place_of
from vacaturegen.notation import Bereik, Datum, Duur, Maand, Periode, Trede, Verlenging
from vacaturegen.profiles import Loaded
from vacaturegen.profiles.validation import locate, steps
from vacaturegen.sources import Node
from vacaturegen.templating import (
    DOCUMENT,
    add_open,
    blaming_templates,
    make_environment,
    without_bare_headings,
)
from vacaturegen.templating.printing import place
from vacaturegen.templating.view import view
from vacaturegen.tracing.derived import hold_derived
from vacaturegen.tracing.environment import TracingEnvironment
from vacaturegen.tracing.fields import with_own_values
from vacaturegen.tracing.points import Stretch, read
from vacaturegen.tracing.shades import Cause, Palette

__all__ = ["Origin", "Span", "Traced", "trace"]

OF_ONE_FIELD = (str, tuple, Decimal, Deel, Datum, Maand, Periode, Bereik, Duur, Verlenging, Trede)
"""Values that are objects of their own, so that no other field has the same one."""


class Origin(NamedTuple):
    """Where a stretch of text came from: a value of the profile, of a clause, or a place in a template.

    `path`, `line` and `column` (from 1) are of the value in the file that holds it: the profile, or what it shares.
    `field` is dotted, as in the merged profile; `written` is the value as it was typed, when it is one text. `verbatim`:
    what is printed is that very text, or a whole paragraph of it, white space aside.
    """

    kind: str
    field: str
    path: str
    line: int
    column: int
    written: str
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
    fields: set[str] = set()

    def tell(value: Any, field: str) -> None:
        if value is None:
            return
        fields.add(field)
        hold(value, Cause("value", "", field))

    def hold(value: Any, cause: Cause) -> None:
        if isinstance(value, OF_ONE_FIELD) and not (isinstance(value, str | tuple) and len(value) < 1 + (type(value) is str)):
            palette.hold(value, palette.shade(cause))

    profiel = with_own_values(edition.profiel, "", tell)
    clauses = {
        name: with_own_values(clause, "", lambda value, field, name=name: hold(value, Cause("clause", name, field)))
        for name, clause in library.clauses.items()
    }
    environment = environment_of(library)
    environment.begin(palette)
    with blaming_templates(library):
        values = view(profiel, kind, replace(library, clauses=clauses), edition.edition)
        hold_derived(
            values, palette, fields, lambda *names: palette.shade(*(Cause("value", "", name) for name in names))
        )
        found = read_document(environment, values)
        if values["concept"]:
            add_open(values, [token for token, _stretches in found])
            found = read_document(environment, values)
    said = Places(edition, library)
    spans = [
        tuple(Span(one.start, one.end, said.origins(palette, one, token.content)) for one in stretches)
        for token, stretches in found
    ]
    return Traced([token for token, _stretches in found], spans)


@lru_cache(maxsize=1)
def environment_of(library: Library) -> TracingEnvironment:
    """Return the tracing environment of a library: compiling its templates is most of the work for one document."""
    return make_environment(library, TracingEnvironment)


def read_document(
    environment: TracingEnvironment, values: dict[str, Any]
) -> list[tuple[Token, tuple[Stretch, ...]]]:
    """Return the tokens of a document with these variables, and the stretches of each."""
    text, shades = with_places(*environment.print_document(DOCUMENT, values), environment.palette)
    found = {id(token): (token, stretches) for token, stretches in read(text, shades)}
    tokens = without_bare_headings([token for token, _stretches in found.values()])
    return [found[id(token)] for token in tokens]


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


class Places:
    """Where the causes of one document are in files."""

    def __init__(self, edition: Loaded, library: Library) -> None:
        self.edition = edition
        self.library = library

    def origins(self, palette: Palette, stretch: Stretch, text: str) -> tuple[Origin, ...]:
        """Return the origins of a stretch of a text."""
        causes = dict.fromkeys(cause for code in stretch.shades for cause in palette.causes[code])
        visible = fold(text[stretch.start : stretch.end])
        return tuple(self.origin(cause, visible) for cause in causes)

    def origin(self, cause: Cause, visible: str) -> Origin:
        """Return the origin that a cause is of a visible text."""
        if cause.kind == "template":
            return Origin(cause.kind, "", self.library.shown.get(cause.name, cause.name), cause.line, cause.column, "", False)
        tree = self.edition.node if cause.kind == "value" else self.library.trees[cause.name]
        node = locate(tree, steps(cause.field)) if cause.field else tree
        written = node.value if isinstance(node.value, str) else ""
        verbatim = bool(visible) and visible in (fold(part) for part in PARAGRAPH_END.split(written))
        return Origin(cause.kind, cause.field, node.source.path, node.line, node.column, written, verbatim)
