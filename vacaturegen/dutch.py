"""A value -> how it reads in a Dutch document, by way of Babel; and where the sentences of a Dutch text end.

Everything here is a pure function of its arguments. How people type a value belongs to `notation`; which words stand
around it belongs to the templates. Babel is imported where it is needed, so that importing this module is cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from decimal import Decimal
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from vacaturegen.notation import CONTINUOUS, Bereik, Bijzonder, Datum, Duur, Maand, Trede, Verlenging, Weekdag

if TYPE_CHECKING:
    from babel import Locale

LOCALE = "nl_NL"
remembered = lru_cache(maxsize=1024)
"""For what Babel writes: the same numbers and days come back in many documents."""
LIST_STYLES: dict[str, Literal["standard", "or"]] = {"en": "standard", "of": "or"}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The sentence goes on after these, and after lower-case letters with points (d.w.z., m.b.t.), which need no list.
GOES_ON = _words(
    "aanh afd alg apr art aug bc bijl bijv blz bv ca cf dec dhr div dr drs ds evt ex excl fam feb febr fig gebr gem"
    " hfst hr incl ing inl ir max mej mevr min mld mln mr mw nl nov nr nrs okt ong pag par plm plv prof red resp secr"
    " sept st tel toel vgl vlg vnl vs wnd zgn"
)
# These can be the last word: the sentence ends there when the next word has a capital.
CAN_END = _words(
    "a.s a.u.b c.s e.a e.d e.e.a e.o e.v enz etc i.o jl jr n.n.b n.o.t.k n.t.b n.v.t o.g o.i.d p.j p.m p.p p.u p.w"
    " s.v.p sr t.z.t v.v z.o.z z.s.m"
)
# A capital after an initial begins a name ("J. Vries"); only these words show that a sentence begins there.
STARTERS = _words(
    "Aan Als Alle Bij Daarbij Daarna Daarnaast Dan Dat De Deze Die Dit Door Een Er Geen Heb Heeft Het Hier Hierbij"
    " Hiervoor Hij Hoe Ik In Is Je Jij Jouw Kun Kunt Met Na Naast Om Ook Onze Op Per Tijdens Tot U Uw Uit Van Vanaf"
    " Vanuit Verder Via Volgens Voor Waar Wanneer Wat We Wie Wij Wil Ze Zij Zo Zoals"
)
SHORT_MONTHS = _words("jan feb febr mrt apr jun jul aug sep sept okt nov dec")
OPENING = "([{“„‘”\"'«"
_STOP = re.compile(r"[.?!…][)\]}”’\"'»]* (?=\S)")
_NEXT_WORD = re.compile(rf"(?:['’][snt][ -]|[{re.escape(OPENING)}]*)([^\W\d_]+)")
_LETTERS = re.compile(r"[A-Za-z](?:\.[A-Za-z])*")


@remembered
def date_text(value: Datum | Maand | Bijzonder, *, weekday: bool = True) -> str:
    """Return what is known of a date, as "uiterlijk dinsdag 7 juli 2026, 09:00 uur"; the weekday is computed.

    Of a month as a whole that is its name and its year.
    """
    from babel.dates import format_date

    if isinstance(value, Bijzonder):
        return value.value
    if isinstance(value, Maand):
        return str(format_date(value.begin, "MMMM y", locale=locale()))
    day = format_date(value.dag, "EEEE d MMMM y" if weekday else "d MMMM y", locale=locale())
    at = f", {time_text(value.tijd)}" if value.tijd else ""
    return f"{'uiterlijk ' if value.uiterlijk else ''}{day}{at}"


def time_text(value: time) -> str:
    """Return a time of day: "09:00 uur"."""
    from babel.dates import format_time

    return f"{format_time(value, 'HH:mm', locale=locale())} uur"


def iso_text(value: Datum) -> str:
    """Return a date for machines: "2026-07-07", or "2026-07-07T09:00" when it has a time."""
    if value.tijd is None:
        return value.dag.isoformat()
    return datetime.combine(value.dag, value.tijd).isoformat(timespec="minutes")


@remembered
def money(amount: Decimal | Bijzonder, *, cents: bool = True) -> str:
    """Return an amount as "€ 3.735,55" with a no-break space, "€ 3.735" without cents, or "geen maximum" and such."""
    from babel.numbers import format_currency

    if isinstance(amount, Bijzonder):
        return amount.value
    form = None if cents else "¤\u00a0#,##0"
    return format_currency(amount, "EUR", form, locale=locale(), currency_digits=cents)


@remembered
def percent(value: Decimal) -> str:
    """Return a percentage, given as people say it: 22.37 is "22,37%"."""
    from babel.numbers import format_percent

    return format_percent(value.scaleb(-2), "#,##0.###%", locale=locale())


@remembered
def number(value: Decimal | int) -> str:
    """Return a number with a point between thousands and a decimal comma: "19.500", "4,5"."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale())


@remembered
def decimals(value: Decimal) -> str:
    """Return a number with exactly two decimals, as scores in a table have them: "7,50"."""
    from babel.numbers import format_decimal

    return format_decimal(value, "#,##0.00", locale=locale())


def plural(count: Decimal | int, one: str, many: str) -> str:
    """Return the number with the word that fits it: "1 punt", "35 punten"."""
    return f"{number(count)} {one if count == 1 else many}"


def range_text(value: Bereik, one: str, many: str = "") -> str:
    """Return "4 tot 6 uur", "36 uur", "minimaal 4 uur" or "maximaal 6 uur"; without `many` the unit has no plural."""
    if value.van is None or value.tot is None:
        bound, word = (value.tot, "maximaal") if value.van is None else (value.van, "minimaal")
        return f"{word} {plural(bound or 0, one, many or one)}"
    start = "" if value.van == value.tot else f"{number(value.van)} tot "
    return start + plural(value.tot, one, many or one)


def duration(value: Duur) -> str:
    """Return a length of time: "6 maanden", "1 maand", "ongeveer 2 jaar", "3 tot 6 maanden"."""
    word = f"{value.woord} " if value.woord else ""
    if value.tot is not None:
        return f"{word}{number(value.aantal)} tot {number(value.tot)} {value.eenheid.meervoud}"
    return word + plural(value.aantal, value.eenheid.enkelvoud, value.eenheid.meervoud)


def extension(value: Verlenging | Bijzonder) -> str:
    """Return the options to extend: "2 keer 6 maanden", "verlengingen van samen hoogstens 1 jaar", "in overleg"."""
    if isinstance(value, Bijzonder):
        return value.value
    times = "verlengingen van samen hoogstens" if value.keer is None else f"{number(value.keer)} keer"
    return f"{times} {duration(value.duur)}"


def step(value: Trede) -> str:
    """Return a step of a scale: "minder dan 2 jaar", "2 tot 5 jaar", "2 tot en met 4 referenties", "5 jaar of meer"."""
    unit = value.eenheid if value.eenheid == "%" else f" {value.eenheid}"
    if value.van is None or value.tot is None:
        outside = value.zonder_van if value.tot is None else value.zonder_tot
        low, amount = value.tot is None, f"{number(value.tot if value.van is None else value.van)}{unit}"
        if outside:
            return f"{'meer' if low else 'minder'} dan {amount}"
        return f"{amount} of {'meer' if low else 'minder'}"
    if value.van == value.tot:
        return f"{number(value.van)}{unit}" if value.van or value.eenheid in CONTINUOUS else f"geen{unit}"
    word = "tot" if value.zonder_tot else "tot en met"
    return f"{'meer dan ' if value.zonder_van else ''}{number(value.van)} {word} {number(value.tot)}{unit}"


def list_text(items: Iterable[str], word: str = "en") -> str:
    """Return "a, b en c", or with the word "of" "a, b of c"; KeyError for any other word."""
    from babel.lists import format_list

    return format_list(list(items), LIST_STYLES[word], locale=locale())


@cache
def locale() -> Locale:
    """Return Babel's locale, which takes longer to look up by its name than a list to print."""
    from babel import Locale

    return Locale.parse(LOCALE)


def weekdays(days: Sequence[Weekdag]) -> str:
    """Return days, given in their order, as "maandag, dinsdag en donderdag"; three or more in a row are joined."""
    return list_text(weekday_runs(days))


def weekday_runs(days: Sequence[Weekdag]) -> list[str]:
    """Return the names of days, given in their order; three or more in a row are one: "maandag tot en met vrijdag"."""
    parts: list[str] = []
    for _, run in groupby(enumerate(days), lambda numbered: numbered[1] - numbered[0]):
        names = [day.naam for _, day in run]
        parts += [f"{names[0]} tot en met {names[-1]}"] if len(names) > 2 else names
    return parts


def sentences(text: str) -> list[str]:
    """Return the sentences of one paragraph of plain text; joined with single spaces they are the text again.

    Colons and semicolons end nothing, nor does a stop before a no-break space. Time grows with the length only.
    """
    found: list[str] = []
    begin = 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, begin, stop):
            found.append(text[begin : stop.end() - 1])
            begin = stop.end()
    found.append(text[begin:])
    return found


def _ends_sentence(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Tell whether the sentence that began at `begin` ends at this stop, from the words on both sides of it."""
    following = _NEXT_WORD.match(text, stop.end())
    next_word = following[1] if following else ""
    if next_word[:1].islower():
        return False
    if text[stop.start()] in "?!":
        return True
    word_begin = text.rfind(" ", 0, stop.start()) + 1
    word = text[word_begin : stop.start()].rpartition("\u00a0")[2].lstrip(OPENING)
    in_front = word_begin == begin and (len(word) == 1 or word.replace(".", "").isdigit())
    in_date = word in SHORT_MONTHS and text[stop.end() : stop.end() + 1].isdigit()
    if in_front or in_date or not word.strip("."):  # the number of an item ("1. De ..."), or dots for words left out
        return False
    abbreviation = "" if word.isupper() else word.lower()  # HR is no "hr."
    if abbreviation in CAN_END:
        return bool(next_word) and stop[0][1] not in ")]}"
    if _LETTERS.fullmatch(word):
        return next_word in STARTERS and (len(word) == 1 or word.isupper())
    return abbreviation not in GOES_ON
