"""The way people write a value -> the value: one parser for each kind, and the forms that it understands as data.

A parser takes the text of one YAML scalar as it was typed and returns the value, or raises NotationError. The values
and the way back belong to `values`; which field takes which value belongs to `model`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal

from vacaturegen.i18n import N_, _
from vacaturegen.notation.values import Bereik, Bijzonder, Datum, Weekdag

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
LONG_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""How many days a month can have."""
CENT = Decimal("0.01")
YEARS = range(2000, 2100)
LONGEST = 100
"""Characters that a value can have, unless its parser says otherwise."""
QUOTED = 40
"""Characters of what was typed that a message repeats."""


class NotationError(ValueError):
    """A text that no value is written as: one plain sentence what is wrong, and the right form with an example."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message


_SPECIAL = {
    **dict.fromkeys(("z.s.m.", "z.s.m", "zsm", "zo snel mogelijk", "zo spoedig mogelijk", "per direct"), Bijzonder.ZSM),
    **dict.fromkeys(("nader te bepalen", "n.t.b.", "n.t.b", "ntb"), Bijzonder.NTB),
    **dict.fromkeys(("geen maximum", "zonder maximum"), Bijzonder.GEEN_MAXIMUM),
    **dict.fromkeys(("mogelijk", "ja"), Bijzonder.MOGELIJK),
    **dict.fromkeys(("in overleg", "mogelijk in overleg"), Bijzonder.IN_OVERLEG),
    **dict.fromkeys(("niet mogelijk", "nee", "geen"), Bijzonder.NIET_MOGELIJK),
    **dict.fromkeys(("laagste aanbod", "laagste aangeboden tarief"), Bijzonder.LAAGSTE_AANBOD),
    **dict.fromkeys(("hoogste aanbod", "hoogste aangeboden tarief"), Bijzonder.HOOGSTE_AANBOD),
}
_MONTHS = {
    **{written: number for number, name in enumerate(MONTHS, 1) for written in (name, name[:3])},
    **{written: number for number in range(1, 13) for written in (str(number), f"{number:02}")},
    "mrt": 3,
    "sept": 9,
}
_WEEKDAYS = {written: day for day in Weekdag for written in (day.naam, day.naam[:2])}
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}

_MONTH, _WEEKDAY = ("|".join(names) for names in (_MONTHS, _WEEKDAYS))
THROUGH = r" ?(?:tot en met|t/m|-|–) ?"
_NUMBER = r"[0-9]{1,6}(?:[.,][0-9]{1,2})?"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_EURO = r"(?:(?:€|eur|euro) ?)?"

_TIME = r"(?:(?:, ?| |T)(?:om )?(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?: ?uur)?)?"
"""The time behind a day, where there is one."""

# (?ai): capitals do not matter, and only ASCII letters have them, so that lower() finds what was matched in a table.
_DATE = re.compile(
    rf"(?ai)(?P<uiterlijk>uiterlijk )?(?:(?P<weekday>{_WEEKDAY}),? )?"
    rf"(?:(?P<year>[0-9]{{4}})-(?P<month>{_MONTH})-(?P<day>[0-9]{{1,2}})"
    rf"|(?P<day_first>[0-9]{{1,2}})[ -](?P<month_next>{_MONTH})[ -](?P<year_last>[0-9]{{4}}))"
    rf"{_TIME}"
)
_RANGE = re.compile(
    rf"(?ai)(?:(?:minimaal|min\.) (?P<least>{_NUMBER})|(?:maximaal|max\.) (?P<most>{_NUMBER})"
    rf"|(?P<first>{_NUMBER})(?:(?:{THROUGH}| tot )(?P<last>{_NUMBER}))?)(?: (?:uur|uren)(?: per week)?)?"
)
_AMOUNT = re.compile(
    rf"(?ai){_EURO}(?:(?P<plain>[0-9]{{1,9}})(?:[.,](?P<cents>[0-9]{{1,2}})|,--?)?"
    r"|(?P<grouped>[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,2})(?:,(?P<grouped_cents>[0-9]{2})|,--?)?)(?: euro)?"
)
_AMBIGUOUS = re.compile(rf"(?ai){_EURO}(?P<whole>[1-9][0-9]{{0,2}})[.,](?P<rest>[0-9]{{3}})(?: euro)?")
_PERCENTAGE = re.compile(r"(?ai)(?P<number>[0-9]{1,3}(?:[.,][0-9]{1,3})?) ?(?:%|procent)?")
_YES_NO = re.compile(r"(?ai)(?P<yes>ja)|nee")
_RUN = re.compile(rf"(?ai)({_WEEKDAY})\.?(?:{THROUGH}({_WEEKDAY})\.?)?")
_DAYS = re.compile(rf"{_RUN.pattern}(?:(?:,? en |, ?){_RUN.pattern.removeprefix('(?ai)')})*")
_COUNT = re.compile(r"[1-9][0-9]{0,8}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,2}")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_EMAIL = re.compile(rf"(?ai)(?=.{{1,64}}@)[a-z0-9_+'-]+(?:\.[a-z0-9_+'-]+)*@(?:{_LABEL}\.)+[a-z]{{2,63}}")
_PHONE = re.compile(r"(?=(?:[^0-9]*[0-9]){3})\+?(?:[0-9]|\([0-9]{1,5}\)|[ -](?=[0-9(])){3,24}")
_URL = re.compile(
    rf"(?ai)https?://{_LABEL}(?:\.{_LABEL})*(?::[0-9]{{1,5}})?(?:[/?#][a-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*)?"
)
_COLOUR = re.compile(r"(?ai)#[0-9a-f]{6}")
_SCALE_NAME = "(?:[1-9][0-9]?[a-z]?|[a-z]{2,4} [1-9][0-9]?|l[a-e]|a)"
_SCALE = re.compile(
    rf"(?ai)(?:schaal )?(?:(?P<row>{_SCALE_NAME}(?:, {_SCALE_NAME}){{0,3}}) (?P<word>of|en) (?P<last>{_SCALE_NAME})"
    rf"|(?P<scales>{_SCALE_NAME}(?:/{_SCALE_NAME}){{0,3}}))"
)


def parse_date(text: str) -> Datum | Bijzonder:
    """Return the day (2000 to 2099) with its precision, ZSM, NTB or IN_OVERLEG; a typed weekday must be right."""
    if special := special_in(text, Bijzonder.ZSM, Bijzonder.NTB, Bijzonder.IN_OVERLEG):
        return special
    hint = N_(
        "Write a date as 2026-07-07, 2026-07-07 09:00 or uiterlijk 2026-07-07; or z.s.m., in overleg, nader te bepalen."
    )
    found = match_whole(_DATE, text, N_("“{text}” is not a date."), hint)
    year, number = int(found["year"] or found["year_last"]), int(found["day"] or found["day_first"])
    month = _MONTHS[(found["month"] or found["month_next"]).lower()]
    if year not in YEARS:
        raise make_error(N_("The year {year} is too far away."), N_("Write a year from 2000 to 2099."), year=year)
    month_year, days = f"{MONTHS[month - 1]} {year}", monthrange(year, month)[1]
    shown = f"{number} {month_year}"
    if not 1 <= number <= days:
        hint = N_("{month} has {days} days.")
        raise make_error(N_("{date} does not exist."), hint, date=shown, month=month_year, days=days)
    day = date(year, month, number)
    typed, right = _WEEKDAYS.get((found["weekday"] or "").lower()), Weekdag(day.weekday())
    if typed not in (None, right):
        hint = N_("Write {right}, or leave the weekday out: it is computed.")
        raise make_error(N_("{date} is not a {wrong}."), hint, date=shown, wrong=typed.naam, right=right.naam)
    return Datum(day, _time_in(found), bool(found["uiterlijk"]))


def _time_in(found: re.Match[str]) -> time | None:
    if not found["hour"]:
        return None
    hour, minute = int(found["hour"]), int(found["minute"])
    if hour > 23 or minute > 59:
        hint = N_("Write a time from 00:00 to 23:59, as in 2026-07-07 09:00.")
        raise make_error(N_("{time} is not a time of day."), hint, time=f"{hour}:{minute:02}")
    return time(hour, minute)


def parse_range(text: str) -> Bereik:
    """Return the bounds of a number of hours or the like; one number is both bounds, "minimaal 4" leaves one open."""
    hint = N_("Write 36, 4 tot 6, minimaal 4 or maximaal 6.")
    found = match_whole(_RANGE, text, N_("“{text}” is not a number or a range."), hint)
    if found["least"]:
        return Bereik(as_decimal(found["least"]), None)
    if found["most"]:
        return Bereik(None, as_decimal(found["most"]))
    first, last = as_decimal(found["first"]), as_decimal(found["last"] or found["first"])
    if first > last:
        hint = N_("Write the smaller number first: {last} tot {first}.")
        raise make_error(N_("A range cannot run from {first} to {last}."), hint, first=first, last=last)
    return Bereik(first, last)


def parse_maximum(text: str) -> Decimal | Bijzonder:
    """Return a highest amount in euros, as `parse_amount` does, or GEEN_MAXIMUM."""
    return special_in(text, Bijzonder.GEEN_MAXIMUM) or parse_amount(text)


def parse_amount(text: str) -> Decimal | Bijzonder:
    """Return an amount in euros with two decimals (below a thousand million), or NTB."""
    if special := special_in(text, Bijzonder.NTB):
        return special
    if unclear := _AMBIGUOUS.fullmatch(_normalise(text)):
        large, rounded = unclear["whole"] + unclear["rest"], as_decimal(f"{unclear['whole']}.{unclear['rest']}")
        small = f"{rounded.quantize(CENT, ROUND_HALF_UP)}".replace(".", ",")
        hint = N_("Write {large} for the large amount, or {small} for the small one, with two decimals.")
        raise make_error(N_("“{text}” can be read in two ways."), hint, text=text, large=large, small=small)
    hint = N_("Write an amount of 0 or more, as in 90, 1.90 or 3735.55; or nader te bepalen.")
    found = match_whole(_AMOUNT, text, N_("“{text}” is not an amount."), hint)
    whole = found["plain"] or found["grouped"].replace(".", "")
    return Decimal(f"{whole}.{found['cents'] or found['grouped_cents'] or '':0<2}")


def parse_bound(text: str) -> Decimal | Bijzonder:
    """Return an amount in euros, as `parse_amount` does, or the offer that it is: LAAGSTE_AANBOD, HOOGSTE_AANBOD."""
    return special_in(text, Bijzonder.LAAGSTE_AANBOD, Bijzonder.HOOGSTE_AANBOD) or parse_amount(text)


def parse_percentage(text: str) -> Decimal:
    """Return a percentage as people say it (22.37 for 22,37%), from 0 up, with at most three decimals."""
    found = match_whole(_PERCENTAGE, text, N_("“{text}” is not a percentage."), N_("Write a percentage as 22,37%."))
    return as_decimal(found["number"])


def parse_yes_no(text: str) -> bool:
    """Return True for ja and False for nee."""
    return bool(match_whole(_YES_NO, text, N_("“{text}” is not ja or nee."), N_("Write ja or nee."))["yes"])


def parse_weekdays(text: str) -> tuple[Weekdag, ...]:
    """Return the days of one scalar in the order of the week, each once."""
    hint = N_("Write donderdag, or maandag t/m vrijdag, or maandag, dinsdag en donderdag.")
    found = match_whole(_DAYS, text, N_("“{text}” is not a day of the week."), hint)
    days: set[Weekdag] = set()
    for run in _RUN.finditer(found[0]):
        first, last = (_WEEKDAYS[name.lower()] for name in (run[1], run[2] or run[1]))
        if first > last:
            raise make_error(N_("“{text}” runs backwards through the week."), hint, text=run[0])
        days.update(day for day in Weekdag if first <= day <= last)
    return tuple(sorted(days))


def parse_count(text: str) -> int:
    """Return a whole number above 0; as it has no decimals, points can only group its thousands."""
    hint = N_("Write a whole number from 1 to 999999999, as in 12.")
    return int(match_whole(_COUNT, text, N_("“{text}” is not a whole number above 0."), hint)[0].replace(".", ""))


def parse_id(text: str) -> str:
    """Return an id, which can name a file and a folder on every system."""
    hint = N_("Use small letters, digits and hyphens, at most 63, as in ambtelijk-secretaris.")
    plain = match_whole(_ID, text, N_("“{text}” is not an id."), hint)[0]
    if plain in _DEVICES:
        message = N_("“{text}” cannot be the name of a file on Windows.")
        raise make_error(message, N_("Choose another id, as in ambtelijk-secretaris."), text=plain)
    return plain


def parse_email(text: str) -> str:
    """Return an e-mail address as it was typed."""
    hint = N_("Write an address as naam@voorbeeld.nl.")
    return match_whole(_EMAIL, text, N_("“{text}” is not an e-mail address."), hint)[0]


def parse_phone(text: str) -> str:
    """Return a telephone number as it was typed: digits, grouped by spaces, hyphens or parentheses, + in front."""
    hint = N_("Write digits, spaces and hyphens, as in 14 0521, 035-7510777 or +31 35 751 07 77.")
    return match_whole(_PHONE, text, N_("“{text}” is not a telephone number."), hint)[0]


def parse_url(text: str) -> str:
    """Return the address of a web page as it was typed: http or https, without a user name, in plain ASCII."""
    hint = N_("Write the whole address, as in https://www.voorbeeld.nl/vacatures.")
    return match_whole(_URL, text, N_("“{text}” is not the address of a web page."), hint, longest=2000)[0]


def parse_colour(text: str) -> str:
    """Return a colour as # and six hexadecimal digits, in lower case."""
    hint = N_('Write # and six digits or letters a to f, between quotation marks: "#154273".')
    return match_whole(_COLOUR, text, N_("“{text}” is not a colour."), hint)[0].lower()


def parse_scale(text: str) -> str:
    """Return a salary scale: 10, 10A, A, LB (teachers) or FWG 45 (hospitals); or a row: 8 of 9, 10 en 11, LB/LC."""
    hint = N_("Write a scale as 10, 10A, FWG 45 or 8 of 9.")
    found = match_whole(_SCALE, text, N_("“{text}” is not a salary scale."), hint)
    row, word, last = found.group("row", "word", "last")
    if found["scales"]:
        row, word, last = (
            found["scales"].replace("/", ", ").rpartition(", ")[0],
            "of",
            found["scales"].rpartition("/")[2],
        )
    return f"{row.upper()} {word.lower()} {last.upper()}" if row else last.upper()


def _normalise(text: str, longest: int = LONGEST) -> str:
    """Return the text with single spaces; an overlong text is refused before anything costly is done with it."""
    if len(text) > longest:
        raise make_error(
            N_("“{text}” is too long."), N_("Write at most {longest} characters."), text=text, longest=longest
        )
    return " ".join(text.split())


def match_whole(form: re.Pattern[str], text: str, message: str, hint: str, *, longest: int = LONGEST) -> re.Match[str]:
    """Return what the whole text was found to be, or raise the error that is told."""
    found = form.fullmatch(_normalise(text, longest))
    if not found:
        raise make_error(message, hint, text=text)
    return found


def special_in(text: str, *allowed: Bijzonder) -> Bijzonder | None:
    """Return the special value that a text stands for, if it is one of these."""
    special = _SPECIAL.get(_normalise(text).lower())
    return special if special in allowed else None


def as_decimal(number: str) -> Decimal:
    """Return the value of digits with a decimal comma or point."""
    return Decimal(number.replace(",", "."))


def make_error(message: str, hint: str, **values: object) -> NotationError:
    """Return the error, translated and filled in; a value is shortened and loses what a terminal would act on."""
    shown = {name: _printable(str(value)) for name, value in values.items()}
    return NotationError(_(message).format(**shown), _(hint).format(**shown))


def _printable(text: str) -> str:
    start = " ".join(text[: 2 * QUOTED].split())
    short = start if len(start) <= QUOTED else start[: QUOTED - 1] + "…"
    return "".join(character if character.isprintable() else "\ufffd" for character in short)
