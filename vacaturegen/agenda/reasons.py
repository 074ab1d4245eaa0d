"""Why a day is what it is, in one Dutch sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from vacaturegen.calendars import FreeDay, decree_can_come
from vacaturegen.dutch import date_text, duration, list_text
from vacaturegen.model.places import Open
from vacaturegen.notation import Datum, notation_of
from vacaturegen.planning.counting import Reason
from vacaturegen.words import capitalised

WRITTEN = "Zo staat het in het profiel."
OPEN = "Nog in te vullen."
YEAR = timedelta(days=365)


def reason_text(day: Any, reason: Reason | None, free: str = "") -> str:
    """Return the sentence that tells why a day is what it is; of a day that was written, that it was.

    `free` is what it is when it is no working day: whoever typed that day may not have seen it.
    """
    if reason is None:
        text = OPEN if isinstance(day, Open) else WRITTEN
    elif reason.start is None or reason.found is None or reason.day is None:
        still = "in te vullen" if isinstance(day, Open) else "te bepalen"
        at = f" om {reason.rule.tijd:%H:%M}" if reason.rule.tijd else ""
        rule = notation_of(replace(reason.rule, tijd=None))
        return f"{capitalised(rule)}{at}, maar “{reason.anchor}” is nog {still}."
    else:
        side = "voor" if reason.rule.voor else "na"
        length = " ".join(filter(None, (reason.rule.woord, duration(reason.rule.duur))))
        text = f"{capitalised(length)} {side} {in_full(reason.start)} is {in_full(reason.found)}"
        text += f"{told_skipped(reason.skipped)}{told_moved(reason)}."
    return f"{text[:-1]}; dat is geen werkdag ({free})." if free else text


def told_skipped(skipped: Iterable[tuple[date, FreeDay]]) -> str:
    """Return which days did not count, if there were any; with their year where the same day can come twice."""
    days = sorted(skipped)
    years = bool(days) and days[-1][0] - days[0][0] >= YEAR
    names = [name_of(day, free, years=years) for day, free in days]
    if not names:
        return ""
    return f"; {list_text(dict.fromkeys(names))} {'telt' if len(names) == 1 else 'tellen'} niet mee"


def told_moved(reason: Reason) -> str:
    """Return why the day is another one than the rule came to, if it is."""
    if not reason.passed or reason.day is None:
        return ""
    (_first, free), *rest = reason.passed
    why = "dat is geen werkdag" if free.kind == "weekend" else f"dat is {name_of(None, free)}"
    others = [name_of(day, other) for day, other in rest if other.kind != "weekend"]
    also = f" en {list_text(others)} {'is' if len(others) == 1 else 'zijn'} ook geen werkdag" if others else ""
    return f"; {why}{also}{'en' if len(others) > 1 else ''}, dus het wordt {in_full(reason.day)}"


def doubt_text(reasons: Iterable[Reason | None]) -> str:
    """Return of which days it is not known whether they count, or nothing when there are none.

    A decree for years to come may still have to be made; that for years behind those of our data was, but is not in it.
    """
    days = sorted({day for reason in reasons if reason for day in reason.doubtful})
    behind, coming = ([day for day in days if decree_can_come(day.year) is can] for can in (False, True))
    said = []
    for some, unknown in (
        (behind, "staat niet in onze gegevens welke dagen met een feestdag gelijkgesteld waren"),
        (coming, "is nog niet bekend welke dagen met een feestdag gelijkgesteld zijn"),
    ):
        if some:
            years, days_of = list_text(dict.fromkeys(str(day.year) for day in some)), list_text(map(in_full, some))
            one, many = ("wordt", "worden") if some is coming else ("was", "waren")
            such = f"zo'n dag {one}" if len(some) == 1 else f"zulke dagen {many}"
            said.append(f"Van {years} {unknown}. Als {days_of} {such}, verschuift deze planning.")
    return " ".join(said)


def name_of(day: date | None, free: FreeDay, *, years: bool = False) -> str:
    """Return how a sentence calls a free day: a holiday by its name, any other with the day itself where it is told."""
    if free.kind == "holiday":
        return free.name
    told = day and (in_full(day) if years else short(day))
    if free.kind == "equated":
        return f"{told} (met een feestdag gelijkgesteld)" if told else "een dag die met een feestdag gelijkgesteld is"
    return f"{told} ({free.name})" if told else f"een eigen vrije dag ({free.name})"


def in_full(day: date) -> str:
    """Return a day with its weekday and year: "vrijdag 8 mei 2026"."""
    return date_text(Datum(day))


def short(day: date) -> str:
    """Return a day with its weekday: "vrijdag 8 mei"."""
    return in_full(day).rpartition(" ")[0]
