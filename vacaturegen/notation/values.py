"""The values that people write, and the one documented way of writing each: classes and `notation_of`.

How the many ways of writing are understood belongs to `parsing`; how a value reads in a document belongs to `dutch`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any


class Quoted(str):
    """A text that was written between quotation marks: whoever does that means these very characters."""

    __slots__ = ()


class Bijzonder(Enum):
    """What stands where a value is not, and is not the same as leaving it out; the value is the way to write it."""

    ZSM = "z.s.m."
    NTB = "nader te bepalen"
    GEEN_MAXIMUM = "geen maximum"
    MOGELIJK = "mogelijk"
    IN_OVERLEG = "in overleg"
    NIET_MOGELIJK = "niet mogelijk"
    LAAGSTE_AANBOD = "laagste aanbod"
    HOOGSTE_AANBOD = "hoogste aanbod"


class Weekdag(IntEnum):
    """A day of the week, numbered as `date.weekday()` numbers them."""

    MAANDAG, DINSDAG, WOENSDAG, DONDERDAG, VRIJDAG, ZATERDAG, ZONDAG = range(7)

    @property
    def naam(self) -> str:
        """The Dutch name, without a capital."""
        return self.name.lower()


class Eenheid(Enum):
    """A unit of time with its two names; Dutch keeps "uur" and "jaar" singular after a number."""

    MINUUT = ("minuut", "minuten")
    UUR = ("uur", "uur")
    DAG = ("dag", "dagen")
    WERKDAG = ("werkdag", "werkdagen")
    KALENDERDAG = ("kalenderdag", "kalenderdagen")
    WEEK = ("week", "weken")
    MAAND = ("maand", "maanden")
    JAAR = ("jaar", "jaar")

    def __init__(self, enkelvoud: str, meervoud: str) -> None:
        self.enkelvoud = enkelvoud
        self.meervoud = meervoud


@dataclass(frozen=True, slots=True)
class Datum:
    """A day, with a time when one is given; `uiterlijk`: that day at the latest."""

    dag: date
    tijd: time | None = None
    uiterlijk: bool = False


@dataclass(frozen=True, slots=True)
class Maand:
    """A month of a year as a whole, by its first day."""

    begin: date


@dataclass(frozen=True, slots=True)
class Periode:
    """From a day up to and including another; `elk_jaar`: of every year, and both are noted in the year 2000.

    Of every year the last one can come before the first: the run then goes on into the next year.
    """

    van: date
    tot: date
    elk_jaar: bool = False


@dataclass(frozen=True, slots=True)
class Bereik:
    """From and up to and including; a missing bound is open, and equal bounds are one number."""

    van: Decimal | None
    tot: Decimal | None


@dataclass(frozen=True, slots=True)
class Duur:
    """A length of time: how many of which unit, at least one; `tot`: up to how many, when that is not certain.

    `woord` stands before it where there is one: ongeveer, minimaal, maximaal.
    """

    aantal: int
    eenheid: Eenheid
    tot: int | None = None
    woord: str = ""


@dataclass(frozen=True, slots=True)
class Afgeleid:
    """A day that follows from another one of the planning: so long after it, or before it; with its own time.

    `anker` is the name of that other day, as it was written. A word stands before the length where there is one:
    minstens (at least so far away) or uiterlijk (that day at the latest).
    """

    duur: Duur
    anker: str
    voor: bool = False
    woord: str = ""
    tijd: time | None = None


@dataclass(frozen=True, slots=True)
class Verlenging:
    """An option to extend: how many times, and for how long each time; without a number for how long in all."""

    keer: int | None
    duur: Duur


@dataclass(frozen=True, slots=True)
class Trede:
    """A step of a scale: from and up to and including, unless a bound stays outside; a missing bound is open."""

    van: Decimal | None
    tot: Decimal | None
    eenheid: str
    zonder_van: bool = False
    zonder_tot: bool = False


Waarde = (
    Bijzonder
    | Datum
    | Maand
    | Periode
    | Bereik
    | Duur
    | Afgeleid
    | Verlenging
    | Trede
    | Decimal
    | bool
    | int
    | str
    | tuple[Weekdag, ...]
)


def notation_of(value: Waarde) -> str:
    """Return the one documented way to write a value; the parser of its kind reads it back as the same value."""
    return _WRITTEN[type(value)](value)


def comma(number: Decimal) -> str:
    """Return a number as a message shows it: with a decimal comma."""
    return f"{number:f}".replace(".", ",")


def _write_date(value: Datum) -> str:
    day = f"{'uiterlijk ' if value.uiterlijk else ''}{value.dag.isoformat()}"
    return f"{day} {value.tijd:%H:%M}" if value.tijd else day


def _write_period(value: Periode) -> str:
    first, last = (f"{day:%d-%m}" if value.elk_jaar else day.isoformat() for day in (value.van, value.tot))
    return first if first == last else f"{first} t/m {last}"


def _write_range(value: Bereik) -> str:
    if value.van is None:
        return f"maximaal {value.tot:f}"
    if value.tot is None:
        return f"minimaal {value.van:f}"
    return f"{value.van:f}" if value.van == value.tot else f"{value.van:f} tot {value.tot:f}"


def _write_duration(value: Duur) -> str:
    word, last = value.woord and f"{value.woord} ", "" if value.tot is None else f" tot {value.tot}"
    unit = value.eenheid.enkelvoud if value.aantal == 1 and not last else value.eenheid.meervoud
    return f"{word}{value.aantal}{last} {unit}"


def _write_relative(value: Afgeleid) -> str:
    word, side = value.woord and f"{value.woord} ", "voor" if value.voor else "na"
    day = f"{word}{_write_duration(value.duur)} {side} {value.anker}"
    return f"{day}, {value.tijd:%H:%M}" if value.tijd else day


def _write_extension(value: Verlenging) -> str:
    return f"{f'{value.keer} x' if value.keer else 'maximaal'} {_write_duration(value.duur)}"


def _write_step(value: Trede) -> str:
    unit = value.eenheid if value.eenheid == "%" else f" {value.eenheid}"
    if value.tot is None:
        return f"meer dan {value.van:f}{unit}" if value.zonder_van else f"{value.van:f}{unit} of meer"
    if value.van is None:
        return f"minder dan {value.tot:f}{unit}" if value.zonder_tot else f"{value.tot:f}{unit} of minder"
    if value.van == value.tot:
        return f"{value.van:f}{unit}"
    start = "meer dan " if value.zonder_van else ""
    return f"{start}{value.van:f} {'tot' if value.zonder_tot else 't/m'} {value.tot:f}{unit}"


_WRITTEN: dict[type, Callable[[Any], str]] = {
    Bijzonder: lambda value: value.value,
    Datum: _write_date,
    Maand: lambda value: f"{value.begin:%Y-%m}",
    Periode: _write_period,
    Bereik: _write_range,
    Duur: _write_duration,
    Afgeleid: _write_relative,
    Verlenging: _write_extension,
    Trede: _write_step,
    Decimal: lambda value: f"{value:f}",
    bool: lambda value: "ja" if value else "nee",
    int: str,
    str: str,
    tuple: lambda days: ", ".join(day.naam for day in days),
}
