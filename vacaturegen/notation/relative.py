"""A day of the planning, absolute or following from another: "10 werkdagen na publicatie, 09:00".

Which day that is, is computed by `planning`: here it is only known how it is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from vacaturegen.i18n import N_
from vacaturegen.notation.months import _MOMENT, parse_moment
from vacaturegen.notation.parsing import (
    _DATE,
    _TIME,
    LONGEST,
    NotationError,
    _time_in,
    make_error,
    match_whole,
    parse_date,
)
from vacaturegen.notation.values import Afgeleid, Bijzonder, Datum, Duur, Eenheid, Maand

T = TypeVar("T")

_UNITS = {
    name: unit
    for unit in (Eenheid.WERKDAG, Eenheid.DAG, Eenheid.KALENDERDAG, Eenheid.WEEK, Eenheid.MAAND, Eenheid.JAAR)
    for name in unit.value
} | {"jaren": Eenheid.JAAR}
_WORDS = {**dict.fromkeys(("minstens", "ten minste", "minimaal", "min."), "minstens"), "uiterlijk": "uiterlijk"}
SIDES = {"na": "na", "ná": "na", "nà": "na", "voor": "voor", "vóór": "vóór"}
"""The words for a direction, and how each is written."""
_COUNTS = {"een": 1, "één": 1}
_WORD, _COUNT, _UNIT = ("|".join(word.replace(".", r"\.") for word in words) for words in (_WORDS, _COUNTS, _UNITS))
_RELATIVE = re.compile(
    rf"(?ai)(?:(?P<word>{_WORD}) )?(?P<count>[0-9]{{1,3}}|{_COUNT}) ?(?P<unit>{_UNIT})"
    rf" (?P<side>na|voor|vóór) (?:(?:de|het) )?(?P<anchor>[^\s,][\s\S]*?){_TIME}"
)
_NAMED = re.compile(r"\?P<\w+>")
_PLANNED_DATE, _PLANNED_MOMENT = (
    re.compile(
        "(?ai)" + "|".join(_NAMED.sub("?:", form.pattern).replace("(?ai)", "") for form in (absolute, _RELATIVE))
    )
    for absolute in (_DATE, _MOMENT)
)


def parse_planned_date(text: str) -> Datum | Bijzonder | Afgeleid:
    """Return what `parse_date` returns, or how a day follows from another one of the planning."""
    hint = N_(
        "Write a date as 2026-07-07, 2026-07-07 09:00 or uiterlijk 2026-07-07; or 10 werkdagen na publicatie, 09:00; "
        "or z.s.m., in overleg, nader te bepalen."
    )
    return _absolute_or_relative(text, parse_date, _PLANNED_DATE, hint)


def parse_planned_moment(text: str) -> Datum | Maand | Bijzonder | Afgeleid:
    """Return what `parse_moment` returns, or how a day follows from one of the planning."""
    hint = N_(
        "Write a date as 2026-07-07 or uiterlijk 2026-07-07, or 2 weken na gunning, mei 2026, z.s.m., in overleg, "
        "nader te bepalen."
    )
    return _absolute_or_relative(text, parse_moment, _PLANNED_MOMENT, hint)


def _absolute_or_relative(text: str, parse: Callable[[str], T], form: re.Pattern[str], hint: str) -> T | Afgeleid:
    """Return the value of a text; of what is no day at all the error shows both ways of writing one."""
    try:
        return parse(text)
    except NotationError:
        message = N_("“{text}” is not a date.")
        if almost := meant(text):
            raise make_error(message, almost[0], text=text, key=almost[1]) from None
        match_whole(form, text, message, hint)
        if not (found := _RELATIVE.fullmatch(" ".join(text.split()))):
            raise
    count = _COUNTS.get(found["count"].lower()) or int(found["count"])
    unit = _UNITS[found["unit"].lower()]
    if not count:
        hint = N_("Write 1 or more, or the day itself.")
        raise make_error(N_("“{text}” is the same day."), hint, text=found[0])
    word = _WORDS[found["word"].lower()] if found["word"] else ""
    return Afgeleid(Duur(count, unit), found["anchor"], found["side"].lower() != "na", word, _time_in(found))


def meant(text: str) -> tuple[str, str] | None:
    """Return the cure for what is nearly a day that follows from another, and the word that was meant.

    Its number, its unit or its direction can be wrong; None when more is, or nothing.
    """
    words = text.lower().split(maxsplit=5)
    start = next((size for size in (2, 1) if " ".join(words[:size]) in _WORDS), 0)
    if len(words) < start + 4 or words[start + 2] not in SIDES:
        return None
    count, unit, side = words[start : start + 3]
    if unit not in _UNITS:
        import difflib  # only a mistake needs it

        close = difflib.get_close_matches(unit[:LONGEST], _UNITS, 1, 0.6)
        if close:
            return N_("Did you mean “{key}”?"), close[0]
        return N_("Count in werkdagen, dagen, weken, maanden or jaren."), ""
    if not count.isdecimal() and count not in _COUNTS:
        return N_("Write the number in digits, as in 10 werkdagen na publicatie."), ""
    return (N_("Did you mean “{key}”?"), "na") if SIDES[side] != side else None
