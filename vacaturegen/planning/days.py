"""The fields of a profile whose day can follow from another one, as a table, and what stands in them.

It knows no calendar: what no profile has to pay for unless a day of it follows from another is imported elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vacaturegen.model.base import known
from vacaturegen.model.places import Open
from vacaturegen.model.planning import Planning
from vacaturegen.model.profiel import Profiel
from vacaturegen.notation import Afgeleid

FIXED = tuple(name for name in Planning.model_fields if name not in ("momenten", "benamingen"))
"""The fixed days of the planning, in the order of the procedure."""
ELSEWHERE = (
    "inzet.start",
    "aanvraag.beoordeling.opschortende_termijn.vanaf",
    "aanvraag.inschrijving.gestand_tot",
)
"""Days that follow from the planning, and stand outside it: nothing follows from them."""


def compared(name: str) -> str:
    """Return the name of a day as it is compared: capitals, underscores and an article in front do not matter."""
    plain = " ".join(name.replace("_", " ").lower().split())
    return plain.removeprefix("de ").removeprefix("het ")


def fields_of_fixed(profiel: Profiel) -> Iterator[tuple[str, str]]:
    """Yield each fixed day with its dotted field, in the order of the procedure.

    A fixed day without a day of its own is that of the one moment that is called so, where there is one.
    """
    planning = known(profiel, "planning")
    moments: dict[str, list[str]] = {}
    for index, moment in enumerate(known(planning, "momenten") or ()):
        if name := known(moment, "naam"):
            moments.setdefault(compared(name).replace(" ", "_"), []).append(f"planning.momenten.{index}.dag")
    for name in FIXED:
        if getattr(planning, name, None) is not None:
            yield name, f"planning.{name}"
        elif len(found := moments.get(name, [])) == 1:
            yield name, found[0]


def value_at(profiel: Profiel, field: str) -> Any:
    """Return the value of a dotted field, numbers of moments included; None when it is absent or open."""
    *path, name = field.split(".")
    part: Any = profiel
    for step in path:
        part = part[int(step)] if isinstance(part, tuple) else known(part, step)
    return known(part, name)


def has_relative_days(profiel: Profiel) -> bool:
    """Tell whether a day of a profile follows from another one."""
    planning = known(profiel, "planning")
    parts = [] if planning is None else [planning, *(known(planning, "momenten") or ())]
    values = [value for part in parts if part.__class__ is not Open for value in vars(part).values()]
    values += [known(profiel, field) for field in ELSEWHERE]
    return any(value.__class__ is Afgeleid for value in values)


def planned_days(profiel: Profiel) -> Iterator[tuple[str, Any]]:
    """Yield the dotted field and the value of each day that can follow from another, where there is one."""
    planning = known(profiel, "planning")
    for name in FIXED if planning is not None else ():
        if (value := getattr(planning, name)) is not None:
            yield f"planning.{name}", value
    for index, moment in enumerate(known(planning, "momenten") or ()):
        for name in ("dag", "tot"):
            if (value := known(moment, name)) is not None:
                yield f"planning.momenten.{index}.{name}", value
    for field in ELSEWHERE:
        if (value := known(profiel, field)) is not None:
            yield field, value


def with_days(part: Any, days: Mapping[str, Any]) -> Any:
    """Return a part of a profile, or a list of parts, with these values at their dotted fields."""
    here = {field: value for field, value in days.items() if "." not in field}
    below: dict[str, dict[str, Any]] = {}
    for field, value in days.items():
        name, dot, rest = field.partition(".")
        if dot:
            below.setdefault(name, {})[rest] = value
    if isinstance(part, tuple):
        changes = {int(index): rest for index, rest in below.items()}
        return tuple(with_days(item, changes[index]) if index in changes else item for index, item in enumerate(part))
    parts = {name: with_days(getattr(part, name), rest) for name, rest in below.items()}
    return part.model_copy(update={**here, **parts})
