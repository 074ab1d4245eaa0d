"""Which day a relative day is counted from, by its name: a key of the planning, or a moment of one's own."""

from __future__ import annotations

import difflib
from typing import NamedTuple

from vacaturegen.i18n import _
from vacaturegen.model.base import known
from vacaturegen.model.profiel import Profiel
from vacaturegen.notation import Afgeleid
from vacaturegen.planning.days import FIXED

COMPARED = 100
"""How many names of moments are looked at for the one that was meant."""


class Anchor(NamedTuple):
    """The field of the day that another follows from, and its name for people."""

    field: str
    name: str


class Names(NamedTuple):
    """What a day of a profile can be counted from: the fixed days that have a day, and the moments by their name."""

    fixed: frozenset[str]
    moments: dict[str, list[tuple[int, str, bool]]]
    """By the name as it is compared: the number of each moment that is called so, its name, whether it has a `tot`."""


def names_in(profiel: Profiel) -> Names:
    """Return the names by which a profile's days can be told."""
    planning = known(profiel, "planning")
    moments: dict[str, list[tuple[int, str, bool]]] = {}
    for index, moment in enumerate(known(planning, "momenten") or ()):
        if name := known(moment, "naam"):
            moments.setdefault(compared(name), []).append((index, name, moment.tot is not None))
    return Names(frozenset(name for name in FIXED if getattr(planning, name, None) is not None), moments)


def compared(name: str) -> str:
    """Return a name as it is compared: capitals, underscores and an article in front do not matter."""
    plain = " ".join(name.replace("_", " ").lower().split())
    return plain.removeprefix("de ").removeprefix("het ")


def find_anchor(rule: Afgeleid, field: str, names: Names) -> Anchor | tuple[str, str]:
    """Return the day that a rule counts from, or what is wrong with its name and the cure.

    After a moment of more days is after its last one, before it is before its first. Its own last day is counted from
    its first.
    """
    name = compared(rule.anker)
    key = name.replace(" ", "_")
    if key in names.fixed:
        return Anchor(f"planning.{key}", key.replace("_", " "))
    found = names.moments.get(name, [])
    if len(found) > 1:
        message = _("More moments are called “{name}”.").format(name=found[0][1])
        return message, _("Give each moment a name of its own.")
    if found:
        index, shown, lasts = found[0]
        moment = f"planning.momenten.{index}"
        last = lasts and not rule.voor and field != f"{moment}.tot"
        return Anchor(f"{moment}.{'tot' if last else 'dag'}", shown)
    if key in FIXED:
        message = _("“{name}” has no day in this profile.").format(name=key.replace("_", " "))
        return message, _("Write “{key}: ...” under “planning”, or count from another day.").format(key=key)
    message = _("The planning has no day that is called “{name}”.").format(name=rule.anker)
    return message, meant(name, names)


def meant(name: str, names: Names) -> str:
    """Return the cure for an unknown name: the one that looks like it, or those that there are."""
    shown = {fixed.replace("_", " "): fixed.replace("_", " ") for fixed in FIXED}
    there = [fixed.replace("_", " ") for fixed in FIXED if fixed in names.fixed]
    own = {key: found[0][1] for key, found in [*names.moments.items()][:COMPARED]}
    close = difflib.get_close_matches(name, [*there, *own, *shown], 1, 0.6)
    if close:
        return _("Did you mean “{key}”?").format(key=(own | shown)[close[0]])
    return _("Choose from: {words}.").format(words=", ".join([*there, *own.values()][: COMPARED // 5]))
