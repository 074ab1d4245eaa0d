"""The days of an edition in order, each with its name, and of which editions they are."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from vacaturegen.calendars import Calendar, calendar_of
from vacaturegen.model.base import known
from vacaturegen.model.places import label_of
from vacaturegen.model.profiel import UITGAVEN
from vacaturegen.notation import Datum
from vacaturegen.planning.counting import Reason
from vacaturegen.planning.days import ELSEWHERE, FIXED
from vacaturegen.profiles import Loaded
from vacaturegen.profiles.editions import kinds_of
from vacaturegen.words import capitalised

NAMES = {
    "publicatie": "Publicatie",
    "vragen": "Laatste moment voor vragen",
    "antwoorden": "Antwoorden op de vragen",
    "vragen_tweede_ronde": "Laatste moment voor vragen, tweede ronde",
    "antwoorden_tweede_ronde": "Antwoorden, tweede ronde",
    "sluiting": "Sluiting",
    "briefselectie": "Briefselectie",
    "uitnodiging": "Uitnodiging voor een gesprek",
    "gesprekken": "Gesprekken",
    "voorlopige_gunning": "Voorlopige gunning",
    "gunning": "Gunning",
    "inzet.start": "Start van het werk",
    "aanvraag.beoordeling.opschortende_termijn.vanaf": "Begin van de opschortende termijn",
    "aanvraag.inschrijving.gestand_tot": "Inschrijving geldig tot en met",
}
"""What each day is called that has no name of its own."""
OF_TENDER = (
    "vragen",
    "antwoorden",
    "vragen_tweede_ronde",
    "antwoorden_tweede_ronde",
    "voorlopige_gunning",
    "aanvraag.beoordeling.opschortende_termijn.vanaf",
    "aanvraag.inschrijving.gestand_tot",
)
"""The days that only a tender request tells of: an edition that leaves it out has none of them."""
NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
LETTERS = 12
"""How much of a digest tells names apart that have other letters than ours."""
DECISION = "Besluit wie de baan krijgt"
"""What the award is called where nobody tenders."""


@dataclass(frozen=True, slots=True)
class Row:
    """A day of a schedule, or more of them: its key, its name, the first day, the last one, and why they are so."""

    key: str
    """The key in the planning, the dotted path of a field elsewhere, or `momenten.` and the name of a moment; behind a
    second moment of a name stands which one it is, in the order of the profile."""
    name: str
    day: Any
    reason: Reason | None = None
    last: Any = None
    last_reason: Reason | None = None
    about: str = ""
    """Where or how, in the words of the profile."""
    free: str = ""
    """What the day is when it is no working day; nothing when the rule tells so itself."""
    last_free: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The rows of an edition; `of` names the editions that have the very same ones, none when there is only one."""

    loaded: Loaded
    of: tuple[str, ...]
    rows: tuple[Row, ...]


def schedules_of(loaded: Loaded) -> list[Schedule]:
    """Return the schedules of a profile: one for each edition, or for more of them where they are the same.

    The edition for everybody comes first, the anonymous one last.
    """
    editions = sorted((loaded, *loaded.others), key=lambda one: UITGAVEN.index(one.edition))
    found: dict[tuple[Row, ...], list[Loaded]] = {}
    for edition in editions:
        found.setdefault(tuple(rows_of(edition)), []).append(edition)
    several = len(editions) > 1
    return [Schedule(same[0], tuple(one.edition for one in same if several), rows) for rows, same in found.items()]


def rows_of(loaded: Loaded) -> Iterator[Row]:
    """Yield the days of an edition: in the order of the procedure, everything else before the first later day."""
    profiel, reasons = loaded.profiel, loaded.reasons
    own = known(profiel, "planning.benamingen")
    tender = "aanvraag" in kinds_of(loaded.edition, profiel)
    left = () if tender or profiel.aanvraag is None else OF_TENDER
    calendar = calendar_of(profiel.organisatie)
    rows = []
    for key in FIXED:
        if (day := known_or_open(profiel, f"planning.{key}")) is not None and key not in left:
            named = getattr(own, key, None)
            usual = NAMES[key] if key != "gunning" or tender else DECISION
            name = capitalised(label_of(named)) if named else usual
            rows.append(Row(key, name, day, reasons.get(f"planning.{key}"), free=free_name(day, calendar)))
    elsewhere = [
        Row(field, NAMES[field], day, reasons.get(field), free=free_name(day, calendar))
        for field in ELSEWHERE
        if field not in left and (day := known_or_open(profiel, field)) is not None
    ]
    yield from placed(rows, [*moments_of(loaded, calendar), *elsewhere])


def moments_of(loaded: Loaded, calendar: Calendar) -> Iterator[Row]:
    """Yield the rows of the moments of one's own."""
    taken: dict[str, int] = {}
    for index, moment in enumerate(known(loaded.profiel, "planning.momenten") or ()):
        if (name := getattr(moment, "naam", None)) is None:
            continue
        field, shown = f"planning.momenten.{index}", capitalised(label_of(name))
        key = f"momenten.{slug(shown)}"
        taken[key] = taken.get(key, 0) + 1
        yield Row(
            f"{key}.{taken[key]}" if taken[key] > 1 else key,
            shown,
            moment.dag,
            loaded.reasons.get(f"{field}.dag"),
            moment.tot,
            loaded.reasons.get(f"{field}.tot"),
            label_of(moment.toelichting) if moment.toelichting else "",
            free_name(moment.dag, calendar),
            free_name(moment.tot, calendar),
        )


def free_name(day: Any, calendar: Calendar) -> str:
    """Return what a day is when it is no working day (zaterdag, Tweede Pinksterdag), or nothing."""
    return calendar.free_name(day.dag) or "" if isinstance(day, Datum) else ""


def slug(name: str) -> str:
    """Return a name of small letters, digits and dashes for a name, which differs when the names do in any alphabet."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = NOT_IN_SLUG.sub("-", letters.encode("ascii", "ignore").decode()).strip("-")
    if plain and not any(letter.isalnum() and not letter.isascii() for letter in letters):
        return plain
    return f"{plain}-{hashlib.sha256(name.casefold().encode()).hexdigest()[:LETTERS]}".strip("-")


def known_or_open(part: Any, path: str) -> Any:
    """Return the value at a dotted path, be it open or not; None when it is absent or behind something open."""
    parent, _dot, name = path.rpartition(".")
    return getattr(known(part, parent), name, None)


def placed(rows: list[Row], others: Iterable[Row]) -> list[Row]:
    """Return rows with others among them, each before the first one that is later."""
    for other in others:
        moment = moment_of(other.day)
        later = (index for index, row in enumerate(rows) if moment and (at := moment_of(row.day)) and at > moment)
        rows.insert(next(later, len(rows)), other)
    return rows


def moment_of(day: Any) -> datetime | None:
    """Return the moment at which a day is over, or its own time; None for what is no day."""
    return datetime.combine(day.dag, day.tijd or time.max) if isinstance(day, Datum) else None
