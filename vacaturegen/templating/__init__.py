"""The one Jinja environment: sandboxed, strict and Markdown-escaping. A profile and a kind go in, tokens come out.

Templates print Markdown, which is parsed once (design decision 1). Profile text is a value, never a template. A fault
in a template is reported with the template's own file and line.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, TypeVar

from jinja2 import FunctionLoader, TemplateNotFound, TemplateSyntaxError, UndefinedError
from markdown_it.token import Token

from vacaturegen.errors import InputError, Problem
from vacaturegen.i18n import _
from vacaturegen.library import Library
from vacaturegen.markdown import parse, plain
from vacaturegen.model.places import IN_TEXT, Open, place_of
from vacaturegen.model.profiel import Profiel
from vacaturegen.templating.filters import CONSTANTS, FILTERS, TESTS
from vacaturegen.templating.printing import place
from vacaturegen.templating.sandbox import Environment, TooMuchError
from vacaturegen.templating.view import view

__all__ = ["Environment", "make_environment", "render"]

DOCUMENT = "document.md.j2"
MAX_SAID = 300
E = TypeVar("E", bound=Environment)
TOP, ELSEWHERE = "Bovenaan", "Buiten de tekst"
"""What the list of open fields calls the part before the first section, and what stands in no section."""


def make_environment(library: Library) -> Environment:
    """Return the environment for the templates of a library."""
    return set_up(Environment, library)


def set_up(make: type[E], library: Library) -> E:
    """Return an environment of some kind for the templates of a library."""
    environment = make(
        FILTERS,
        # with its own name as the name of its file, a template is found in the traceback of a fault
        loader=FunctionLoader(
            lambda name: (library.templates[name], name, None) if name in library.templates else None
        ),
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
    )
    environment.tests = {**{name: environment.tests[name] for name in ("defined", "undefined", "none")}, **TESTS}
    environment.globals = dict(CONSTANTS)
    return environment


def render(
    environment: Environment, profiel: Profiel, kind: str, library: Library, edition: str = "extern"
) -> list[Token]:
    """Return the tokens of one document. Raises InputError at the template's line when a template is at fault."""
    with blaming_templates(library):
        values = view(profiel, kind, library, edition)
        tokens = print_tokens(environment, values)
        if values["concept"]:
            add_open(values, tokens)
            tokens = print_tokens(environment, values)
        return tokens


@contextmanager
def blaming_templates(library: Library) -> Iterator[None]:
    """Raise InputError at the line of a template for whatever goes wrong while templates print."""
    try:
        yield
    except Exception as error:  # a template can do anything that raises
        raise InputError([template_problem(error, library)]) from error


def add_open(values: dict[str, Any], tokens: list[Token]) -> None:
    """Add what is open, and in which section, to the variables of a concept: it is seen when its tokens are there."""
    values["nog_open"] = open_by_section(tokens, values.pop("open_velden"))


def print_tokens(environment: Environment, values: dict[str, Any]) -> list[Token]:
    """Return the tokens of a document with these variables."""
    text = environment.get_template(DOCUMENT).render(values)
    if "\x04" in text:
        text = IN_TEXT.sub(lambda found: place(place_of(found)), text)
    return without_bare_headings(parse(text))


def open_by_section(tokens: list[Token], fields: list[Open]) -> list[tuple[str, list[str]]]:
    """Return the title of each section that has places to fill in, with what is open there.

    What stands before the first section has no title; what is open but not in the document is told behind all else.
    """
    sections: dict[str, list[str]] = {"": []}
    title, seen = "", set[str]()
    for before, token in pairwise(tokens):
        if before.type == "heading_open" and before.tag == "h2":
            title = plain(token)
        for child in token.children or ():
            if child.type == "mark_open" and child.meta["kind"] == "open":
                field, _, label = child.meta["value"].partition("|")
                seen.add(field)
                if label not in sections.setdefault(title, []):
                    sections[title].append(label)
    told = {label for labels in sections.values() for label in labels}
    outside = [field.label for field in fields if not any(within(field.veld, there) for there in seen)]
    rest = [label for label in dict.fromkeys(outside) if label not in told]
    return [(title or TOP, labels) for title, labels in sections.items() if labels] + (
        [(ELSEWHERE, rest)] if rest else []
    )


def within(one: str, other: str) -> bool:
    """Tell whether two fields are the same, or one is a part of the other."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def without_bare_headings(tokens: list[Token]) -> list[Token]:
    """Return the tokens without sections that have nothing to say: headings of level 2 and lower with nothing below."""
    said = tokens[:]
    following, nearest = len(tokens), 1  # where the next section begins, and its level; the end is one
    for start in reversed([index for index, token in enumerate(tokens) if token.type == "heading_open"]):
        level = int(tokens[start].tag[1])
        if start + 3 == following and level > 1 and level >= nearest:
            del said[start : start + 3]
        else:
            nearest = level
        following = start
    return said


def template_problem(error: Exception, library: Library) -> Problem:
    """Return what is wrong with a template, and where: Jinja's traceback knows the template's line."""
    name, line = DOCUMENT, 0
    if isinstance(error, TemplateSyntaxError):
        name, line = error.name or DOCUMENT, error.lineno
    else:
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename in library.templates:
                name, line = frame.filename, frame.lineno or 0
    path = library.shown.get(name, name)
    source = library.templates[name].split("\n")
    shown = source[line - 1] if 0 < line <= len(source) else ""
    message, hint = explain(error)
    return Problem(path, line, 1 if line else 0, message, hint, "", shown)


def explain(error: Exception) -> tuple[str, str]:
    """Return what a template does wrong, and the cure."""
    if isinstance(error, TemplateNotFound):
        message = _("There is no template “{name}”.").format(name=shortened(error.name))
        return message, _("Put it in the folder “templates/onderdelen”, or leave the part out.")
    if isinstance(error, TooMuchError | MemoryError):
        message = _("This template prints more than a document can hold.")
        return message, _("Look for a loop, a macro or an include that repeats itself.")
    if isinstance(error, RecursionError):
        return _("This template includes itself without an end."), _("Leave the include out.")
    said = shortened(error.message if isinstance(error, TemplateSyntaxError | UndefinedError) else error)
    if isinstance(error, TemplateSyntaxError):
        return _("This template has a syntax error: {said}").format(said=said), _("Correct the template.")
    if isinstance(error, UndefinedError):
        return _("The template uses a name that does not exist: {said}").format(said=said), _("Correct the name.")
    return _("The template does something that cannot be done: {said}").format(said=said), _("Correct the template.")


def shortened(said: object) -> str:
    """Return what there is to say in a few lines at most: it can hold a value of the template."""
    text = str(said)
    return text if len(text) <= MAX_SAID else f"{text[:MAX_SAID]}…"
