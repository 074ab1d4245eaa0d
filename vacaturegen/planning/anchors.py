"""Which day a relative day is counted from, by its name: a key of the planning, or a moment of one's own."""

from __future__ import annotations

import difflib
import re
from typing import NamedTuple

from vacaturegen.i18n import _
from vacaturegen.model.base import known
from vacaturegen.model.profiel import Profiel
from vacaturegen.notation import Afgeleid, Datum, NotationError, parse_date
from vacaturegen.planning.days import FIXED, compared

TIME_AT_END = re.compile(r"[ ,][0-9]{1,2}(?:[:.][0-9]{2} ?(?:u|uur|h)?| ?(?:u|uur|h))\.?\Z")
"""A time that is written in another way than behind a comma with two numbers."""
COMPARED = 100
"""How many names of moments are looked at for the one that was meant."""


class Anchor(NamedTuple):
    """The field of the day that another follows from, and its name for people."""

    field: str
    name: str


class Named(NamedTuple):
    """A day that can be counted from: its field without `dag` or `tot`, how it is called, whether it has a `tot`."""

    field: str
    shown: str
    lasts: bool = False


Names = dict[str, list[Named]]
"""By each name as it is compared, the days of a profile that are called so: the fixed ones by their key and by the
name that the profile gives them, and the moments."""


def names_in(profiel: Profiel) -> Names:
    """Return the names by which a profile's days can be told."""
    planning = known(profiel, "planning")
    names: Names = {}
    for key in FIXED:
        if getattr(planning, key, None) is not None:
            fixed = Named(f"planning.{key}", key.replace("_", " "))
            for name in {compared(fixed.shown), compared(known(planning, f"benamingen.{key}") or fixed.shown)}:
                names.setdefault(name, []).append(fixed)
    for index, moment in enumerate(known(planning, "momenten") or ()):
        if name := known(moment, "naam"):
            own = Named(f"planning.momenten.{index}", name, moment.tot is not None)
            names.setdefault(compared(name), []).append(own)
    return names


def find_anchor(rule: Afgeleid, field: str, names: Names) -> Anchor | tuple[str, str]:
    """Return the day that a rule counts from, or what is wrong with its name and the cure.

    After a moment of more days is after its last one, before it is before its first. Its own last day is counted from
    its first.
    """
    name = compared(rule.anker)
    found = names.get(name, [])
    if len(found) > 1:
        if all(is_moment(one) for one in found):
            message = _("More moments are called “{name}”.").format(name=found[0].shown)
            return message, _("Give each moment a name of its own.")
        message = _("More days of the planning are called “{name}”.").format(name=rule.anker)
        return message, _("Give each day and each moment a name of its own.")
    if found:
        at, shown, lasts = found[0]
        if not is_moment(found[0]):
            return Anchor(at, shown)
        last = lasts and not rule.voor and field != f"{at}.tot"
        return Anchor(f"{at}.{'tot' if last else 'dag'}", shown)
    key = name.replace(" ", "_")
    if key in FIXED:
        message = _("“{name}” has no day in this profile.").format(name=key.replace("_", " "))
        return message, _("Write “{key}: ...” under “planning”, or count from another day.").format(key=key)
    message = _("The planning has no day that is called “{name}”.").format(name=rule.anker)
    return message, meant(name, field, names)


def is_moment(named: Named) -> bool:
    """Tell whether a day is a moment of one's own."""
    return named.field.startswith("planning.momenten.")


def meant(name: str, field: str, names: Names) -> str:
    """Return the cure for an unknown name: how a time or a date is written, a name that looks like it, or all names.

    A day itself is never offered: it would wait for itself.
    """
    if TIME_AT_END.search(name):
        return _("Write a time behind a comma, as in “10 werkdagen na publicatie, 09:00”.")
    if is_date(name):
        return _("Write that date at a day of the planning, such as publicatie, and count from that day by its name.")
    there = {key: found[0] for key, found in names.items() if not is_of(field, found[0])}
    own = [*there][:COMPARED]
    missing = [compared(key) for key in FIXED if f"planning.{key}" != field]
    close = difflib.get_close_matches(name, [*own, *missing], 1, 0.6)
    if close:
        return _("Did you mean “{key}”?").format(key=there[close[0]].shown if close[0] in there else close[0])
    shown = dict.fromkeys(named.shown for named in there.values())
    if not shown:
        return _("Write a date.")
    return _("Choose from: {words}.").format(words=", ".join([*shown][: COMPARED // 5]))


def is_of(field: str, named: Named) -> bool:
    """Tell whether a field is of a day."""
    return field == named.field or field.startswith(f"{named.field}.")


def is_date(text: str) -> bool:
    """Tell whether a text is a day of the calendar, as a planning has it."""
    try:
        return isinstance(parse_date(text), Datum)
    except NotationError:
        return False
