"""What a rule is: one small function with its data beside it, and what it yields.

A rule's title, why it matters and its examples are Dutch, as the handbook is that they make. What a finding says goes
through gettext like all that people see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from vacaturegen.model.profiel import SOORTEN

if TYPE_CHECKING:
    from vacaturegen.checks.subject import Subject

TENDER = ("aanvraag",)
VACANCY = ("vacature", "advertentie")
ALL = SOORTEN
"""The kinds of document that rules hold for."""


class Ernst(IntEnum):
    """How bad it is, from information to error; the names are Dutch, as in data and on the screen."""

    INFORMATIE = 0
    WAARSCHUWING = 1
    FOUT = 2

    @property
    def naam(self) -> str:
        """The name in small letters."""
        return self.name.lower()


class Hit(NamedTuple):
    """What a rule found: the dotted path of a value, one plain sentence, and the words that it is about.

    `text` are the words as they stand in the value, from character `at` on; without it the whole value is meant. A
    `better` text can take their place; `certain` says that it always can, so that `--fix` may do it. `at_key` points at
    the key rather than the value; `ernst` is another one than the rule's own.
    """

    field: str
    message: str
    text: str = ""
    at: int = 0
    better: str = ""
    certain: bool = False
    at_key: bool = False
    ernst: Ernst | None = None


Find = Callable[["Subject"], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, what it says to people, and the function that looks.

    `bad` and `good` are keys of a profile, laid over a sound one in the tests: there the rule must speak, here it must
    be silent. Without `find` the rule cannot be broken (or is held by the build itself), and `why` says how.
    """

    code: str
    title: str
    ernst: Ernst
    kinds: tuple[str, ...]
    source: str
    why: str
    bad: str = ""
    good: str = ""
    find: Find | None = None
    off: bool = False
    """Only looked at when somebody asks for it."""


def rule(  # noqa: PLR0913 - so much there is to say of a rule
    code: str,
    title: str,
    ernst: Ernst,
    kinds: tuple[str, ...],
    *,
    source: str,
    why: str,
    bad: str,
    good: str,
    off: bool = False,
) -> Callable[[Find], Rule]:
    """Return what makes a rule of the function that finds what is wrong."""
    return lambda find: Rule(code, title, ernst, kinds, source, why, bad, good, find, off)


def prevented(code: str, title: str, kinds: tuple[str, ...], *, source: str, why: str) -> Rule:
    """Return a rule that nobody can break, with the reason why it cannot: the model or the build sees to it."""
    return Rule(code, title, Ernst.FOUT, kinds, source, why)
