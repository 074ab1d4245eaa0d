"""What `vacaturegen new` asks on a terminal, and how an answer, or the option in its place, is read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from vacaturegen.cli.screen import printable
from vacaturegen.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

    from vacaturegen.starter import Named

SOORTEN = ("aanvraag", "vacature", "advertentie")  # the model has them too, and takes long to import
CHOICES = 12
"""How many files a question names."""

YES, NO = ("ja", "j", "yes", "y"), ("nee", "n", "no")

T = TypeVar("T")


def is_terminal() -> bool:
    """Tell whether somebody is there to be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def refuse_missing(options: Mapping[str, object]) -> None:
    """Raise UsageError for options that were not given where nobody can be asked."""
    if missing := [option for option, value in options.items() if not value]:
        message = _("Not given: {options}. On a terminal these are asked for.")
        raise click.UsageError(message.format(options=", ".join(missing)))


def refuse_no_text(values: Sequence[str | None]) -> None:
    """Raise UsageError for a value with bytes that are no text."""
    for value in values:
        if value and any("\ud800" <= character <= "\udfff" for character in value):
            raise click.UsageError(_("“{text}” holds bytes that are no text.").format(text=printable(value)))


def ask(question: str, default: str | None, read: Callable[[str], T]) -> T:
    """Ask until what is typed can be read, and return what was read; Enter takes the default."""
    answer: T = click.prompt(
        question, default=default, show_default=bool(default), value_proc=read, prompt_suffix="\n> ", err=True
    )
    return answer


def read_kinds(text: str) -> tuple[str, ...]:
    """Return the kinds of document that a text names, in our order. Raises BadParameter."""
    asked = {word.strip().lower() for word in text.split(",")}
    if unknown := sorted(asked.difference(SOORTEN)):
        message = _("“{word}” is not a kind of document. Choose from: {words}.")
        raise click.BadParameter(message.format(word=printable(unknown[0]), words=", ".join(SOORTEN)))
    return tuple(kind for kind in SOORTEN if kind in asked)


def ask_kinds() -> tuple[str, ...]:
    """Return the kinds of document that somebody wants."""
    question = _("Which documents? Choose from {words}; more than one may be, with commas.").format(
        words=", ".join(SOORTEN)
    )
    return ask(question, "vacature", read_kinds)


def choose(key: str, typed: str | None, kinds: Collection[str], home: Path, asking: bool) -> Named | None:
    """Return the functie, organisatie or broker that was typed or is asked for, or None for a profile without one."""
    from vacaturegen.profiles.messages import closest
    from vacaturegen.starter import choices

    there = choices(key, home)
    if typed is not None:
        return read_choice(typed)
    if not asking or (key == "broker" and "aanvraag" not in kinds):
        return None
    found = ask(
        describe_choice(key, list(there)[:CHOICES]),
        None if key == "organisatie" else "",
        lambda value: read_choice(value) if value.strip() else None,
    )
    if found and found.id not in there and (close := closest(found.id, there)):
        question = _("“{name}” is not there yet. Did you mean “{close}”?").format(name=found.id, close=close)
        if ask(question, _("yes"), read_yes_no):
            return read_choice(close)
    return found


def describe_choice(key: str, names: Sequence[str]) -> str:
    """Return the question for a functie, organisatie or broker of which there are these."""
    which = {"organisatie": _("Which organisatie?"), "functie": _("Which functie?"), "broker": _("Which broker?")}
    new = _("Choose from {words}, or type the name of a new one.") if names else _("Type its name.")
    none = "" if key == "organisatie" else _("Enter for none.")
    return " ".join(filter(None, (which[key], new.format(words=", ".join(names)), none)))


def read_yes_no(text: str) -> bool:
    """Return what an answer says. Raises UsageError for neither."""
    word = text.strip().lower()
    if word in YES or word in NO:
        return word in YES
    raise click.UsageError(_("Type yes or no."))


def read_choice(typed: str) -> Named:
    """Return what was typed for a functie, organisatie or broker. Raises UsageError."""
    from vacaturegen.notation import NotationError
    from vacaturegen.starter import read_name

    try:
        return read_name(typed)
    except NotationError as error:
        raise click.UsageError(f"{error.message} {error.hint}") from error


def ask_id(home: Path, suggested: str | None) -> str:
    """Return the name that somebody wants for a new profile."""
    return ask(_("What is the profile to be called?"), suggested, lambda value: free_place(value, home).stem)


def free_place(name: str, home: Path) -> Path:
    """Return the path of a new profile. Raises UsageError when it can have no such name, or it is there already."""
    from vacaturegen.layout import named_files
    from vacaturegen.model.base import parse_exact_id
    from vacaturegen.notation import NotationError

    try:
        known = parse_exact_id(name.removesuffix(".yaml"))
    except NotationError as error:
        raise click.UsageError(f"{error.message} {error.hint}") from error
    if there := named_files(home).get(known):
        message = _("{path}: this is there already, and was left as it is. Choose another name.")
        raise click.UsageError(message.format(path=printable(str(there))))
    return home / f"{known}.yaml"
