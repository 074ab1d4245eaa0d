"""What all parts of the model share: the frozen base, and the kinds of value that a field can hold.

A field's kind says how its text is read (`notation` does the reading) and what it refuses. Which fields there are is
told by the other modules of this package.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, partial, wraps
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, WrapValidator, model_validator
from pydantic_core import PydanticCustomError

from vacaturegen import notation
from vacaturegen.i18n import _
from vacaturegen.model.places import MARK, Open, label_of
from vacaturegen.notation import (
    Afgeleid,
    Bereik,
    Bijzonder,
    Datum,
    Duur,
    Maand,
    NotationError,
    Periode,
    Quoted,
    Verlenging,
    Weekdag,
)

MAX_LINE = 300
MAX_TEXT = 10_000
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
LIST_ITEM = re.compile(r"\n[ \t]*([-*+•–]|\d{1,3}[.)]) ")
ADDRESS_OPEN = re.compile(r"(?:\]\([^)]*|<[a-z]+:[^\s<>]*)\x04")
PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")

T = TypeVar("T")


def leave_open(value: Any, check: Callable[[Any], Any]) -> Any:
    """Return what is open as it is, and what a validator makes of anything else."""
    return value if value.__class__ is Open else check(value)


class Deel(BaseModel):
    """A part of a profile: frozen, and with no keys that it does not know. A whole part can be open."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="wrap")
    @classmethod
    def _leave_open(cls, value: Any, check: Callable[[Any], Any]) -> Any:
        return leave_open(value, check)


Lijst = Annotated[tuple[T, ...], WrapValidator(leave_open)]
"""A list of values of one kind. The whole list can be open, and an item that is a place to fill in."""


def known(part: Any, path: str) -> Any:
    """Return the value at a dotted path, or None when it is absent, open, or behind something that is."""
    for name in path.split("."):
        part = getattr(part, name, None)
        if part is None or part.__class__ is Open:
            return None
    return part


class Rijk(str):
    """Text that may hold inline Markdown: **strong**, *emphasis* and [links](https://...)."""

    __slots__ = ()


def refuse_places(parse: Callable[[str], T]) -> Callable[[str], T]:
    """Return a parser that raises NotationError for a text with a place to fill in within it."""

    @wraps(parse)
    def read(text: str) -> T:
        if MARK in text:
            hint = _("Write the whole value, or leave it empty in a concept.")
            raise NotationError(_("A place to fill in cannot stand within this value."), hint)
        return parse(text)

    return read


def read_as(parse: Callable[[str], T], *, prose: bool = False) -> PlainValidator:
    """Return a validator that reads a text with a notation, and explains in its words what does not fit.

    What is open stays open; only prose can have a place to fill in within it. The parser can be had back from the
    validator's function, by `inspect.unwrap`.
    """
    parse = parse if prose else refuse_places(parse)
    parse = lru_cache(maxsize=256, typed=True)(parse)  # what profiles share comes again in each of them

    @wraps(parse)
    def check(value: Any) -> T | Open:
        if value.__class__ is Open:
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("text_expected", "text expected")
        try:
            return parse(value)
        except NotationError as error:
            raise PydanticCustomError("notation", "{message}", {"message": error.message, "hint": error.hint}) from None

    return PlainValidator(check)


def fold(text: str) -> str:
    """Return a text with single spaces; no-break spaces are left alone."""
    if "\n" in text or "\t" in text or "  " in text:
        text = " ".join(filter(None, text.replace("\n", " ").replace("\t", " ").split(" ")))
    return text.strip(" ")


def parse_words(text: str) -> str:
    """Return one line of words. Raises NotationError for a bare number: it is not what the field is for."""
    line = parse_line(text)
    if not isinstance(text, Quoted) and not any(map(str.isalpha, line)):
        raise NotationError(
            _("A text belongs here, not “{text}”.").format(text=line[:40]),
            _("Write it in words, or between quotation marks when it is meant like this."),
        )
    return line


def parse_line(text: str) -> str:
    """Return one line of text. Raises NotationError when it is empty, too long, or has paragraphs."""
    if PARAGRAPH_END.search(text.strip()):
        raise NotationError(_("One line of text belongs here, without blank lines."), _("Join the lines into one."))
    return readable(fold(text), MAX_LINE)


def parse_text(text: str) -> str:
    """Return paragraphs of text with one blank line between them. Raises NotationError when empty or too long."""
    return readable("\n\n".join(fold(part) for part in PARAGRAPH_END.split(text.strip())), MAX_TEXT)


def readable(text: str, limit: int) -> str:
    """Return the text. Raises NotationError when there is nothing to read, or more than the limit."""
    if not text.strip():
        hint = _("Fill in a text, or leave the key out.")
        raise NotationError(_("This text is empty."), hint)
    if len(text) < 2 and not LETTER_OR_DIGIT.search(text):
        raise NotationError(_("There is nothing to read here."), _("Write at least one word."))
    if len(text) > limit and (length := len(label_of(text))) > limit:
        message = _("This text is too long: {n} characters.").format(n=length)
        raise NotationError(message, _("Keep it to {n} characters at most.").format(n=limit))
    return text


def parse_rich(text: str) -> Rijk:
    """Return a text with inline Markdown. Raises NotationError for a list in it: that is a list of the profile."""
    if MARK in text and ADDRESS_OPEN.search(text):
        hint = _("Leave the link out, or write its whole address.")
        raise NotationError(_("A place to fill in cannot stand within the address of a link."), hint)
    if LIST_ITEM.search(f"\n{text}"):
        hint = _("Write the items under a key for a list, as “taken”, or “punten” of a section, each behind a dash.")
        raise NotationError(_("A list cannot stand within this text."), hint)
    return Rijk(parse_text(text))


FONT_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]{0,60}\Z")


def parse_font(text: str) -> str:
    """Return the name of a typeface. Raises NotationError for anything that is more than a name."""
    name = fold(text)
    if not FONT_NAME.match(name):
        raise NotationError(_("This is not the name of a typeface."), _("Write one name, such as “Source Sans 3”."))
    return name


def parse_exact_id(text: str) -> str:
    """Return an id. Raises NotationError for spaces around it too: they would be lost in the name of a file."""
    if text != text.strip():
        raise NotationError(_("Spaces stand around this id."), _("Remove them."))
    return notation.parse_id(text)


def parse_choice(words: tuple[str, ...], text: str) -> str:
    """Return the one of these words that a text is. Raises NotationError when it is none of them."""
    word = fold(text).lower()
    if word not in words:
        raise NotationError(
            _("“{word}” is not one of the words for this field.").format(word=text[:40]),
            _("Choose from: {words}.").format(words=", ".join(words)),
        )
    return word


def one_of(*words: str) -> PlainValidator:
    """Return a validator for a field that knows these words only."""
    return read_as(partial(parse_choice, words))


def from_yes(message: str, hint: str) -> BeforeValidator:
    """Return a validator that lets `ja` stand for a part of which nothing more is said, and `nee` for none."""

    def check(value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return {} if notation.parse_yes_no(value) else None
        except NotationError:
            said = {"message": _(message), "hint": _(hint)}
            raise PydanticCustomError("notation", "{message}", said) from None

    return BeforeValidator(check)


def from_text(key: str) -> BeforeValidator:
    """Return a validator that lets a part be written as one text: the value of its field `key`.

    So does a place to fill in that says what belongs there; a part that is left empty is open as a whole.
    """

    def lift(value: Any) -> Any:
        written = isinstance(value, str) or (value.__class__ is Open and value.naam)
        return {key: value} if written else value

    return BeforeValidator(lift)


Lettertype = Annotated[str, read_as(parse_font)]
Bestand = Annotated[str, read_as(parse_words)]
Stijlnaam = Annotated[str, read_as(parse_line)]
Kenmerk = Annotated[str, read_as(parse_line, prose=True)]
Regel = Annotated[str, read_as(parse_words, prose=True)]
RijkeTekst = Annotated[Rijk, read_as(parse_rich, prose=True)]
JaNee = Annotated[bool, read_as(notation.parse_yes_no)]
Aantal = Annotated[int, read_as(notation.parse_count)]
Plaatsen = Annotated[int | str, read_as(notation.parse_places)]
Dag = Annotated[Datum | Bijzonder, read_as(notation.parse_date)]
Ogenblik = Annotated[Datum | Maand | Bijzonder, read_as(notation.parse_moment)]
Plandag = Annotated[Datum | Bijzonder | Afgeleid, read_as(notation.parse_planned_date)]
"""A day that can follow from another one of the planning: when a profile is loaded, that day takes its place."""
Planmoment = Annotated[Datum | Maand | Bijzonder | Afgeleid, read_as(notation.parse_planned_moment)]
"""Likewise, or a month."""
Dagen = Annotated[Periode, read_as(notation.parse_period)]
Bedrag = Annotated[Decimal | Bijzonder, read_as(notation.parse_amount)]
Maximum = Annotated[Decimal | Bijzonder, read_as(notation.parse_maximum)]
Grens = Annotated[Decimal | Bijzonder, read_as(notation.parse_bound)]
Procent = Annotated[Decimal, read_as(notation.parse_percentage)]
Punten = Annotated[Decimal, read_as(notation.parse_points)]
Spreiding = Annotated[Bereik, read_as(notation.parse_range)]
Looptijd = Annotated[Duur, read_as(notation.parse_duration)]
Termijn = Annotated[Duur, read_as(notation.parse_term)]
Verlengingen = Annotated[Verlenging | Bijzonder, read_as(notation.parse_extension)]
Werkdag = Annotated[tuple[Weekdag, ...], read_as(notation.parse_weekdays)]
Schaal = Annotated[str, read_as(notation.parse_scale)]
Kleur = Annotated[str, read_as(notation.parse_colour)]
Email = Annotated[str, read_as(notation.parse_email)]
Telefoon = Annotated[str, read_as(notation.parse_phone)]
Webadres = Annotated[str, read_as(notation.parse_url)]
Id = Annotated[str, read_as(parse_exact_id)]


def check_layer(value: Any) -> Any:
    """Return keys with values as they are; they are validated with the profile that they are laid over."""
    if isinstance(value, dict | Open):
        return value
    raise PydanticCustomError("model_type", "keys with values expected")


Lagen = Annotated[Any, PlainValidator(check_layer)]
"""Keys of a whole profile that are laid over it."""
