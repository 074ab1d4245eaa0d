"""The one Jinja environment: sandboxed, strict and Markdown-escaping. A profile and a kind go in, tokens come out.

Templates print Markdown, which is parsed once (design decision 1). Profile text is a value, never a template. A fault
in a template is reported with the template's own file and line.
"""

from __future__ import annotations

import traceback

from jinja2 import FunctionLoader, TemplateNotFound, TemplateSyntaxError, UndefinedError
from markdown_it.token import Token

from vacaturegen.errors import InputError, Problem
from vacaturegen.i18n import _
from vacaturegen.library import Library
from vacaturegen.markdown import parse
from vacaturegen.model.profiel import Profiel
from vacaturegen.templating.filters import CONSTANTS, FILTERS, TESTS
from vacaturegen.templating.sandbox import Environment, TooMuchError
from vacaturegen.templating.view import view

__all__ = ["Environment", "make_environment", "render"]

DOCUMENT = "document.md.j2"
MAX_SAID = 300


def make_environment(library: Library) -> Environment:
    """Return the environment for the templates of a library."""
    environment = Environment(
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


def render(environment: Environment, profiel: Profiel, kind: str, library: Library) -> list[Token]:
    """Return the tokens of one document. Raises InputError at the template's line when a template is at fault."""
    try:
        return without_bare_headings(parse(environment.get_template(DOCUMENT).render(view(profiel, kind, library))))
    except Exception as error:  # a template can do anything that raises
        raise InputError([template_problem(error, library)]) from error


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
