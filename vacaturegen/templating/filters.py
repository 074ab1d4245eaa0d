"""The words of the template language: filters and constants, each a small function from a value to Markdown.

Filters have Dutch names, as the fields that they are used on. A value that is open passes every filter unchanged and
becomes a place to fill in when it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from vacaturegen import dutch, words
from vacaturegen.markdown import Markdown, escape, mark, role
from vacaturegen.model.places import Open
from vacaturegen.notation import Bijzonder, Datum, Maand, Trede
from vacaturegen.templating.links import contact_links, mail, phone, postal, web
from vacaturegen.templating.printing import boxed, paragraphs, printed

UNITS = {
    **dict.fromkeys(["afdeling", "dienst", "directie", "divisie", "eenheid", "hoofdafdeling", "sector", "unit"], "de"),
    **dict.fromkeys(["bureau", "cluster", "domein", "expertisecentrum", "programma", "team"], "het"),
}
"""Words that say what a part of an organisation is, with their article."""
SYSTEM = re.compile(r"[A-Z]{2,4} ")
"""How a scale begins that is named after its system, such as FWG 45."""
SOON = {
    Bijzonder.ZSM: "zo snel mogelijk",
    Bijzonder.NTB: "op een nader te bepalen moment",
    Bijzonder.IN_OVERLEG: "in overleg",
}


def dated(value: Datum | Maand | Bijzonder, last: Datum | Bijzonder | None = None) -> Markdown:
    """Return a date with its weekday, marked for machines; with the end of it on the same day, from which time."""
    text = dutch.date_text(value)
    if last is not None and within_a_day(value, last):
        text = text.replace(", ", ", van ").removesuffix(" uur")
    return timed(value, text)


def within_a_day(first: Any, last: Any) -> bool:
    """Tell whether two moments are times of one day."""
    both = isinstance(first, Datum) and isinstance(last, Datum)
    return bool(both and first.dag == last.dag and first.tijd and last.tijd)


def timed(value: Datum | Maand | Bijzonder, text: str) -> Markdown:
    """Return the text for a date, with the date itself for machines where there is one."""
    return Markdown(mark("time", dutch.iso_text(value), escape(text)) if isinstance(value, Datum) else escape(text))


def day(value: Datum | Maand | Bijzonder) -> Markdown:
    """Return a date without its weekday, for a day on which nobody has to do anything."""
    return timed(value, dutch.date_text(value, weekday=False))


def until(value: Datum | Bijzonder) -> Markdown:
    """Return until when something can be done: up to a time, or up to and including a day."""
    if isinstance(value, Bijzonder):
        return Markdown(escape(value.value))
    word = "tot en met " if value.tijd is None else "tot "
    return Markdown(f"{word}{timed(value, dutch.date_text(Datum(value.dag, value.tijd)))}")


def on(value: Datum | Maand | Bijzonder) -> Markdown:
    """Return on which day something happens, and at what time: "op vrijdag 24 april om 14:00 uur", "in mei 2026"."""
    if isinstance(value, Maand):
        return Markdown(f"in {dutch.date_text(value)}")
    if isinstance(value, Bijzonder):
        return Markdown(escape(SOON[value]))
    word = "uiterlijk op " if value.uiterlijk else "op "
    return Markdown(f"{word}{timed(value, dutch.date_text(Datum(value.dag, value.tijd)).replace(', ', ' om '))}")


def through(last: Datum | Bijzonder, first: Datum | Bijzonder) -> Markdown:
    """Return until when something goes on that began: the last day, or on the day that it began on the time."""
    if not isinstance(last, Datum):
        return Markdown(f" tot en met {dated(last)}")
    text = dutch.date_text(last)
    if within_a_day(first, last):
        return Markdown(f" tot {timed(last, text.rpartition(', ')[2])}")
    return Markdown(f" tot en met {timed(last, text)}")


def pay(amount: Decimal, *others: Any) -> str:
    """Return an amount of pay; without cents when neither it nor the others beside it have any."""
    return dutch.money(amount, cents=any(isinstance(one, Decimal) and one % 1 for one in (amount, *others)))


def part_of(name: str, usual: str) -> str:
    """Return a part of an organisation with its article and the word that says what it is: "de afdeling Groen".

    `usual` is that word when the name has none itself.
    """
    first, _space, rest = name.partition(" ")
    if first.lower() in ("de", "het"):
        return lower_first(name)
    if article := UNITS.get(first.lower()):
        return f"{article} {lower_first(first)} {rest}".rstrip()
    return f"{UNITS[usual]} {usual} {name}"


def begins_with(text: str, *firsts: str) -> bool:
    """Tell whether the first word of a text is one of these."""
    return text.split(" ", 1)[0].lower() in firsts


def lower_first(text: str) -> str:
    """Return a text with a small letter in front where a sentence asks for it, as rich as it was."""
    return text.__class__(words.uncapitalised(text))


def with_stop(text: str) -> str:
    """Return a text with a full stop, unless it ends a sentence already."""
    return text if text.rstrip(")”’\"'").endswith((".", "?", "!", "…")) else text.__class__(f"{text}.")


def with_word(text: str, word: str) -> str:
    """Return a name with the word that says what it is in front, once."""
    return text if text.lower().startswith(f"{word} ") else f"{word} {text}"


def without_word(text: str, word: str) -> str:
    """Return a name without the word that says what it is in front."""
    return text[len(word) + 1 :] if text.lower().startswith(f"{word} ") else text


def upper_first(text: str) -> str:
    """Return a text with a capital in front, as rich as it was."""
    return text.__class__(words.capitalised(text))


def enumerated(items: Iterable[Any]) -> Markdown:
    """Return items as "a, b en c"."""
    return Markdown(dutch.list_text([printed(item) for item in items]))


def working_days(days: Iterable[Any]) -> Markdown:
    """Return working days in the order of the week, and behind them what is still to be filled in."""
    opened = [part for part in days if part.__class__ is Open]
    there = sorted({day for part in days if part.__class__ is not Open for day in part})
    return enumerated([*dutch.weekday_runs(there), *opened])


def with_fee(items: Iterable[str], broker: Any) -> list[str]:
    """Return what a rate includes, with the fee as the broker's."""
    fee = Markdown(f"de fee van {printed(broker)}")
    return [fee if str(item).lower() == "fee" else item for item in items]


def numbered(one: str, many: str, first: int, last: int) -> str:
    """Return a reference to numbered criteria: "knock-outcriteria 1 tot en met 6"."""
    return f"{one} {first}" if first == last else f"{many} {first} {'en' if last == first + 1 else 'tot en met'} {last}"


def numbered_when_known(one: str, many: str, first: int, last: int, known: bool) -> str:
    """Return a reference to numbered criteria, or while the numbers are not known to all of them: "de wensen"."""
    return numbered(one, many, first, last) if known else f"de {many}"


FILTERS: dict[str, Callable[..., Any]] = {
    "alineas": paragraphs,
    "bedrag": dutch.money,
    "bereik": dutch.range_text,
    "contactlinks": contact_links,
    "dag": day,
    "datum": dated,
    "duur": dutch.duration,
    "email": mail,
    "getal": dutch.number,
    "hoofdletter": upper_first,
    "ja_nee": lambda value: "ja" if value else "nee",
    "kader": boxed,
    "keuze": lambda value, choices: choices[value],
    "kleine_letter": lower_first,
    "kleine_letters": lambda items: [item if isinstance(item, Open) else lower_first(item) for item in items],
    "length": len,
    "score": dutch.decimals,
    "loon": pay,
    "meervoud": dutch.plural,
    "meervoud_woord": lambda count, one, many: one if count == 1 else many,
    "met": with_word,
    "met_fee": with_fee,
    "met_punt": with_stop,
    "nummers": numbered_when_known,
    "op": on,
    "op_een_regel": lambda text: text.replace(" ", "\xa0"),
    "onderdeel": part_of,
    "opsomming": enumerated,
    "postadres": postal,
    "procent": dutch.percent,
    "taal": lambda text, code: Markdown(mark("lang", code, escape(text))),
    "telefoon": phone,
    "trede": lambda value: dutch.step(value) if isinstance(value, Trede) else value,
    "tot": until,
    "tot_en_met": through,
    "verlenging": dutch.extension,
    "webadres": web,
    "zonder": without_word,
    "werkdagen": working_days,
}

TESTS: dict[str, Callable[..., bool]] = {
    "bedrag": lambda value: isinstance(value, Decimal | Open),
    "begint_met": lambda value, *firsts: isinstance(value, str) and begins_with(value, *firsts),
    "dag": lambda value: isinstance(value, Datum | Maand | Open),
    "eindigt_op": lambda value, *ends: isinstance(value, str) and value.lower().endswith(ends),
    "ja": lambda value: value is True,
    "nee": lambda value: value is False,
    "open": lambda value: isinstance(value, Open),
    "stelsel": lambda value: isinstance(value, str) and SYSTEM.match(value) is not None,
}

CONSTANTS = {
    "lead": Markdown(role("lead")),
    "bijschrift": Markdown(role("caption")),
    "noot": Markdown(role("note")),
}
