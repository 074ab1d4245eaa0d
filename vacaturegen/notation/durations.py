"""Lengths of time as people write them: "6 maanden", "ongeveer 3 weken", "3 tot 6 maanden"; and extensions by them."""

from __future__ import annotations

import re

from vacaturegen.i18n import N_
from vacaturegen.notation.parsing import THROUGH, make_error, match_whole, special_in
from vacaturegen.notation.values import Bijzonder, Duur, Eenheid, Verlenging

EXTENSIONS = (Bijzonder.MOGELIJK, Bijzonder.IN_OVERLEG, Bijzonder.NIET_MOGELIJK, Bijzonder.NTB)
UNITS = {name: unit for unit in Eenheid for name in unit.value} | {"uren": Eenheid.UUR, "jaren": Eenheid.JAAR}
"""How units are written, in the singular and in the plural."""
_WORDS = {
    **dict.fromkeys(("ongeveer", "circa", "ca.", "ca"), "ongeveer"),
    **dict.fromkeys(("minimaal", "min.", "minstens"), "minimaal"),
    **dict.fromkeys(("maximaal", "max.", "hoogstens"), "maximaal"),
}
_UNIT = "|".join(UNITS)
_WORD = "|".join(map(re.escape, _WORDS))
_COUNT = "[1-9][0-9]{0,3}|een|één"
_LENGTH = rf"(?P<count>{_COUNT}) ?(?P<unit>{_UNIT})"
_DURATION = re.compile(
    rf"(?ai)(?:(?P<word>{_WORD}) )?(?P<count>{_COUNT})(?:(?:{THROUGH}| tot )(?P<last>[1-9][0-9]{{0,3}}))?"
    rf" ?(?P<unit>{_UNIT})"
)
_DAYS = re.compile("[1-9][0-9]{0,3}")
_TERM = re.compile(rf"{_DURATION.pattern}|{_DAYS.pattern}")
_EXTENSION = re.compile(
    rf"(?ai)(?:(?P<times>[1-9][0-9]?) ?(?:x|×|keer|maal) ?|(?:in totaal )?(?P<most>maximaal|max\.) ?)?{_LENGTH}"
)


def parse_duration(text: str) -> Duur:
    """Return a length of time in whole units, perhaps up to another, with a word before it where there is one."""
    hint = N_("Write a number and a unit, as in 6 maanden, 3 tot 6 maanden, ongeveer 1 jaar or 2 werkdagen.")
    found = match_whole(_DURATION, text, N_("“{text}” is not a length of time."), hint)
    length, word = _length_in(found), _WORDS[found["word"].lower()] if found["word"] else ""
    if not found["last"]:
        return Duur(length.aantal, length.eenheid, None, word)
    if length.aantal >= (last := int(found["last"])):
        hint = N_("Write the smaller number first, or one number.")
        raise make_error(N_("A range cannot run from {first} to {last}."), hint, first=length.aantal, last=last)
    return Duur(length.aantal, length.eenheid, last, word)


def parse_term(text: str) -> Duur:
    """Return a length of time, as `parse_duration` does; a number alone is one of calendar days."""
    number = text.strip()
    if _DAYS.fullmatch(number):
        return Duur(int(number), Eenheid.KALENDERDAG)
    hint = N_("Write a number of calendar days, as in 20, or a length of time, as in 5 werkdagen.")
    match_whole(_TERM, text, N_("“{text}” is not a length of time."), hint)
    return parse_duration(text)


def parse_extension(text: str) -> Verlenging | Bijzonder:
    """Return how often, and for how long each time or at most, an assignment can be extended; or what is known of it.

    MOGELIJK, IN_OVERLEG, NIET_MOGELIJK and NTB stand for an extension whose length is not told.
    """
    if special := special_in(text, *EXTENSIONS):
        return special
    hint = N_("Write 2 x 6 maanden, maximaal 12 maanden, mogelijk, in overleg or niet mogelijk.")
    found = match_whole(_EXTENSION, text, N_("“{text}” is not an extension."), hint)
    return Verlenging(None if found["most"] else int(found["times"] or 1), _length_in(found))


def _length_in(found: re.Match[str]) -> Duur:
    count = found["count"]
    return Duur(int(count) if count.isdigit() else 1, UNITS[found["unit"].lower()])
