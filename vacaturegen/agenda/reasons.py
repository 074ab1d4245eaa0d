"""Why a day is what it is, in one Dutch sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from vacaturegen.calendars import FreeDay
from vacaturegen.dutch import date_text, duration, list_text
from vacaturegen.model.places import Open
from vacaturegen.notation import Datum, notation_of
from vacaturegen.planning.counting import Reason
from vacaturegen.words import capitalised

WRITTEN = "Zo staat het in het profiel."
OPEN = "Nog in te vullen."


def reason_text(day: Any, reason: Reason | None) -> str:
    """Return the sentence that tells why a day is what it is; of a day that was written, that it was."""
    if reason is None:
        return OPEN if isinstance(day, Open) else WRITTEN
    if reason.start is None or reason.found is None or reason.day is None:
        still = "in te vullen" if isinstance(day, Open) else "te bepalen"
        return f"{capitalised(notation_of(reason.rule))}, en die dag is nog {still}."
    side = "voor" if reason.rule.voor else "na"
    length = " ".join(filter(None, (reason.rule.woord, duration(reason.rule.duur))))
    text = f"{capitalised(length)} {side} {in_full(reason.start)} is {in_full(reason.found)}"
    return f"{text}{told_skipped(reason.skipped)}{told_moved(reason)}."


def told_skipped(skipped: Iterable[tuple[date, FreeDay]]) -> str:
    """Return which days did not count, if there were any."""
    names = [name_of(day, free) for day, free in sorted(skipped)]
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
    """Return of which days it is not known yet whether they count, or nothing when there are none."""
    days = sorted({day for reason in reasons if reason for day in reason.doubtful})
    if not days:
        return ""
    years = list_text(dict.fromkeys(str(day.year) for day in days))
    such, becomes = ("zo'n dag", "wordt") if len(days) == 1 else ("zulke dagen", "worden")
    return (
        f"Van {years} is nog niet bekend welke dagen met een feestdag gelijkgesteld zijn."
        f" Als {list_text(map(in_full, days))} {such} {becomes}, verschuift deze planning."
    )


def name_of(day: date | None, free: FreeDay) -> str:
    """Return how a sentence calls a free day: a holiday by its name, any other with the day itself where it is told."""
    if free.kind == "holiday":
        return free.name
    if free.kind == "equated":
        return (
            f"{short(day)} (met een feestdag gelijkgesteld)" if day else "een dag die met een feestdag gelijkgesteld is"
        )
    return f"{short(day)} ({free.name})" if day else f"een eigen vrije dag ({free.name})"


def in_full(day: date) -> str:
    """Return a day with its weekday and year: "vrijdag 8 mei 2026"."""
    return date_text(Datum(day))


def short(day: date) -> str:
    """Return a day with its weekday: "vrijdag 8 mei"."""
    return in_full(day).rpartition(" ")[0]
