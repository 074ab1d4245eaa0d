"""The facts of two versions of a profile -> those that differ: amounts, days, numbers, choices and short names.

What is prose is no fact here: that is compared as text, and so are words that go on for as long as a sentence. A fact
is known by its field; an item of a list by its name, so that one that is put in front makes no other of those behind
it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from inspect import unwrap
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import PlainValidator

from vacaturegen import dutch, notation
from vacaturegen.calendars.calendar import calendar_of
from vacaturegen.comparing.naming import ITEM, LONGEST, Path, name_field, name_of, name_of_item
from vacaturegen.i18n import _, ngettext
from vacaturegen.model import base, werk
from vacaturegen.model.controle import is_for_checks
from vacaturegen.model.places import Open, label_of
from vacaturegen.model.profiel import Profiel
from vacaturegen.notation import Datum, notation_of

LEFT_OUT = (
    "organisatie.huisstijl",
    "organisatie.kalender",
    "planning.benamingen",
    "bestandsnaam",
    "uitgaven",
    "geen_naam",
)
"""What no reader of a document takes for a fact of it."""
PROSE = (
    "beschrijving",
    "bereikbaarheid",
    "doel",
    "ikb_gebruik",
    "omschrijving",
    "oproep",
    "screening",
    "teaser",
    "toelichting",
    "verzekering",
)
"""The fields of one line that hold a sentence, or most of one."""
MAIN = (
    ("organisatie", "naam"),
    ("planning", "sluiting"),
    ("salaris", "schaal"),
    ("aanvraag", "tarief", "maximum"),
    ("aanvraag", "fee_per_uur"),
)
"""What is told of a profile that came or went, besides its title."""

PRINTERS: dict[Callable[[str], Any], Callable[[Any], str]] = {
    notation.parse_amount: dutch.money,
    notation.parse_maximum: dutch.money,
    notation.parse_bound: dutch.money,
    notation.parse_percentage: dutch.percent,
    notation.parse_points: dutch.number,
    notation.parse_yes_no: lambda value: "ja" if value else "nee",
    notation.parse_count: dutch.number,
    notation.parse_places: str,
    notation.parse_date: dutch.date_text,
    notation.parse_moment: dutch.date_text,
    notation.parse_planned_date: dutch.date_text,
    notation.parse_planned_moment: dutch.date_text,
    notation.parse_period: notation_of,
    notation.parse_range: notation_of,
    notation.parse_duration: dutch.duration,
    notation.parse_term: dutch.duration,
    notation.parse_extension: dutch.extension,
    notation.parse_weekdays: dutch.weekdays,
    notation.parse_scale: str,
    notation.parse_email: str,
    notation.parse_phone: str,
    notation.parse_url: str,
    base.parse_line: str,
    base.parse_words: str,
    werk.parse_contract: str,
}
"""The function that reads a value -> how that value is told."""


class Fact(NamedTuple):
    """A fact that differs: its name for people, what it was and is ("" where it is not), and how far a day moved."""

    name: str
    old: str
    new: str
    moved: str = ""


class Told(NamedTuple):
    """A fact of one version: how it is told, and the value."""

    text: str
    value: Any


def compare_facts(old: Profiel | None, new: Profiel | None) -> list[Fact]:
    """Return the facts that differ, in the order of the new profile; what is no longer told stands at the end."""
    before, after = (dict(facts_of(side, ())) if side else {} for side in (old, new))
    before = with_new_names(before, after)
    found = []
    for path in (*after, *(path for path in before if path not in after)):
        one, other = before.get(path), after.get(path)
        if (one and one.text) != (other and other.text) and not is_prose(path, one, other):
            moved = days_moved(one, other, new or old)
            found.append(Fact(name_of(path), one.text if one else "", other.text if other else "", moved))
    return found


def is_prose(path: Path, *sides: Told | None) -> bool:
    """Tell whether a fact is words to be read as text, in either version."""
    return path[-1] in PROSE or any(side and len(side.text) > LONGEST and " " in side.text for side in sides)


def main_facts(old: Profiel | None, new: Profiel | None) -> list[Fact]:
    """Return the facts that people want first of a profile that came or went."""
    found = {fact.name: fact for fact in compare_facts(old, new)}
    return [found[name] for name in map(name_of, MAIN) if name in found]


def with_new_names(before: Mapping[Path, Told], after: Mapping[Path, Told]) -> dict[Path, Told]:
    """Return old facts in which items of a list that only have another name now are called by it.

    That is so where as many names went from a list as came: they are taken in their order.
    """
    renamed: dict[Path, Path] = {}
    for depth in range(1, max(map(len, before), default=0)):
        went, came = (items_at(depth, side) for side in (before, after))
        lists: dict[Path, tuple[list[Path], list[Path]]] = {}
        for side, (own, other) in enumerate(((went, came), (came, went))):
            for path in own:
                if path not in other:
                    lists.setdefault(path[:-1], ([], []))[side].append(path)
        for gone, fresh in lists.values():
            if len(gone) == len(fresh):
                renamed.update(zip(gone, fresh, strict=True))
        before = {renamed.get(path[:depth], path[:depth]) + path[depth:]: told for path, told in before.items()}
    return dict(before)


def items_at(depth: int, facts: Mapping[Path, Told]) -> list[Path]:
    """Return the paths, so many steps long, that lead to an item of a list, each once and in order."""
    found = (path[:depth] for path in facts if len(path) >= depth and path[depth - 1][0] == ITEM)
    return list(dict.fromkeys(found))


def facts_of(part: base.Deel, path: Path) -> Iterator[tuple[Path, Told]]:
    """Yield the facts of a part of a profile by their path, of which an item of a list is a step by its name.

    That name is no fact of the item: it shows as text.
    """
    known_by = name_field(part) if path and path[-1][0] == ITEM else ""
    for name, hint in hints_of(type(part)).items():
        here = (*path, name)
        if name == known_by:
            continue
        if ".".join(here) not in LEFT_OUT and not is_for_checks(".".join(here)):
            yield from facts_in(getattr(part, name), hint, here)


def facts_in(value: Any, hint: Any, path: Path) -> Iterator[tuple[Path, Told]]:
    """Yield the facts of a value of a kind."""
    if value is None or value == ():
        return
    if isinstance(value, Open):
        yield path, Told(_("still open"), None)
    elif isinstance(value, base.Deel):
        yield from facts_of(value, path)
    elif isinstance(value, tuple) and (item := item_of(hint)) is not None:
        seen: dict[str, int] = {}
        for part in value:
            if isinstance(part, base.Deel):  # a list of texts is prose
                name = name_of_item(part)
                seen[name] = seen.get(name, 0) + 1
                step = f"{ITEM}{name}”" if seen[name] == 1 else f"{ITEM}{name}” ({seen[name]})"
                yield from facts_in(part, item, (*path, step))
    elif (printer := printer_of(hint)) is not None:
        yield path, Told(label_of(printer(value)), value)


@cache
def hints_of(model: type[base.Deel]) -> Mapping[str, Any]:
    """Return the kinds of the fields of a part."""
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def item_of(hint: Any) -> Any:
    """Return the kind of the items of a list, or None for what is none."""
    inner = get_args(hint)
    if get_origin(hint) is tuple:
        return inner[0]
    wrapped = get_origin(hint) is Annotated and reader_of(hint) is None
    return item_of(inner[0]) if wrapped or (is_union(hint) and NoneType in inner) else None


def is_union(hint: Any) -> bool:
    """Tell whether a kind is one of several."""
    return get_origin(hint) in (Union, UnionType)


def reader_of(hint: Any) -> Any:
    """Return the function that reads values of a kind, or None for parts and lists."""
    inner = get_args(hint)
    if get_origin(hint) is Annotated:
        reader = next((unwrap(one.func) for one in inner[1:] if isinstance(one, PlainValidator)), None)
        return reader or reader_of(inner[0])
    return reader_of(inner[0]) if is_union(hint) and NoneType in inner else None


def printer_of(hint: Any) -> Callable[[Any], str] | None:
    """Return how values of a kind are told, or None when they are no facts."""
    reader = reader_of(hint)
    return str if isinstance(reader, partial) else PRINTERS.get(reader)


def days_moved(old: Told | None, new: Told | None, profiel: Profiel | None) -> str:
    """Return how far a day moved, in the working days of the organisation: "+5 werkdagen"; "" for anything else."""
    if not (old and new and isinstance(old.value, Datum) and isinstance(new.value, Datum)):
        return ""
    first, last = sorted((old.value.dag, new.value.dag))
    count = calendar_of(profiel.organisatie if profiel else None).working_days_between(first, last)
    if first == last:
        return ""
    sign = "+" if old.value.dag == first else "−"
    return ngettext("{sign}{n} working day", "{sign}{n} working days", count).format(sign=sign, n=count)
