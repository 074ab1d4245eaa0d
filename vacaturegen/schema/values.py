"""The schema of one value, by the function that reads it: what YAML may take it for, which texts fit, and what is said.

What is said to somebody who types something else is the cure that a build would tell; the parser is asked for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import isinf
from typing import Any

from vacaturegen.i18n import N_, _
from vacaturegen.model import base, beoordeling, places, werk
from vacaturegen.notation import NotationError, parse_id
from vacaturegen.notation.forms import FORMS, Form, special_words
from vacaturegen.profiles.messages import WRONG_SHAPE
from vacaturegen.schema.patterns import FLAG, choice_of, pattern_of, translated, whole

Schema = dict[str, Any]
Parse = Callable[[str], Any]

MISTAKE = "?"
"""A text that no value is written as, and of which every parser says what it takes."""
OPEN = rf"^\s*{places.PLACES.pattern}\s*$"
"""A place to fill in, which in a concept can stand for a value of any kind."""
SIGN, SPACES = r"[^ \t\n]", r"(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)"
LINE = rf"^\s*(?:{SIGN}|{SPACES}(?={SIGN})){{1,{base.MAX_LINE}}}\s*$"
"""No blank line within, and no more characters than fit; white space counts as one."""
LINE_START, END = r"\n", r"\Z"
ITEM = base.LIST_ITEM.pattern.removeprefix(LINE_START)
RICH = rf"^(?!(?:[\s\S]*\n)?{ITEM})[\s\S]*\S"
"""No line that begins an item of a list, and something to read."""
FONT = f"^{whole(translated(base.FONT_NAME.pattern.removesuffix(END)))}"
SOMEBODY = f"{FLAG}{'|'.join(beoordeling.ASSESSORS)}|(?:{'|'.join(beoordeling.ARTICLES)})" + r"[\s\S]*"
FORMULA = f"{FLAG}{'|'.join(beoordeling.FORMULAS)}" + r"|[\s\S]*\S \S[\s\S]*"
WORDS, JOIN = N_("Write at least one word."), N_("Join the lines into one.")
SHORTEN = N_("Keep it to {n} characters at most.")
ITEMS = N_("Write the items under a key for a list, as “taken”, or “punten” of a section, each behind a dash.")
TEXTS: dict[Parse, tuple[str, tuple[str, ...]]] = {
    base.parse_line: (LINE, (WORDS, JOIN, SHORTEN)),
    base.parse_words: (LINE, (WORDS, JOIN, SHORTEN)),
    werk.parse_contract: (LINE, (WORDS, JOIN, SHORTEN)),
    base.parse_rich: (RICH, (WORDS, ITEMS)),
    beoordeling.parse_rung: (
        LINE,
        (N_("Write minder dan 2 jaar, 2 tot 5 jaar, 5 jaar of meer, 1 referentie or 2 t/m 4 referenties."),),
    ),
    beoordeling.parse_assessor: (
        f"^{whole(translated(SOMEBODY))}",
        (N_("Write broker or organisatie, or who it is with an article, such as “de selectiecommissie”."),),
    ),
    beoordeling.parse_formula: (
        f"^{whole(translated(FORMULA))}",
        (N_("Write lineair or verhouding, or tell in sentences how the price gives points."),),
    ),
    base.parse_font: (FONT, (N_("Write one name, such as “Source Sans 3”."),)),
}
"""What is no notation but text: its pattern, and the cures for a text that does not fit.

YAML can take each for a number: not only where there are digits alone, which are no words, but also in 1e3.
"""
SAME_AS: dict[Parse, Parse] = {base.parse_exact_id: parse_id}
"""Parsers that take the form of another."""


def schema_of_value(parse: Parse) -> Schema:
    """Return the schema of the values that a parser takes. Raises LookupError for a parser that has no form here.

    Every value can be left open: whether the profile is a concept, a schema cannot see from here.
    """
    if parse in TEXTS:
        pattern, cures = TEXTS[parse]
        cure = " ".join(map(_, cures)).format(n=base.MAX_LINE)
        said = {"errorMessage": " ".join(map(_, WRONG_SHAPE["text_expected"])), "patternErrorMessage": cure}
        return {"type": ["string", "number", "null"], "pattern": or_open(pattern), **said}
    if isinstance(parse, partial):
        (words,) = parse.args
        return text_schema(choice_of(words), cure_told_by(parse)) | {"examples": list(words)}
    form = FORMS[SAME_AS.get(parse, parse)]
    schema = text_schema(pattern_of(form, special_words(parse)), cure_told_by(parse))
    return with_numbers(schema, form) | {"examples": list(form.examples)}


def text_schema(pattern: str, cure: str) -> Schema:
    """Return the schema of a text that fits a pattern."""
    return {"type": ["string", "null"], "pattern": or_open(pattern), "errorMessage": cure}


def or_open(pattern: str) -> str:
    """Return a pattern that a place to fill in fits as well."""
    return f"{pattern}|{OPEN}"


def with_numbers(text: Schema, form: Form) -> Schema:
    """Return the schema of a text that YAML may take for a number.

    The number is the second alternative: of two that do not fit an editor tells the first one's cure, and of a number
    alone that is too low it would say so in its own words.
    """
    if form.number is None:
        return text
    bounds = zip(("minimum", "maximum"), form.number, strict=True)
    number = {"type": "number", "errorMessage": text["errorMessage"]}
    return {"anyOf": [text, number | {name: bound for name, bound in bounds if not isinf(bound)}]}


def cure_told_by(parse: Parse) -> str:
    """Return the cure that a parser tells for what it does not take."""
    try:
        parse(MISTAKE)
    except NotationError as error:
        return error.hint
    raise AssertionError(parse)
