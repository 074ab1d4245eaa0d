"""A calendar file (iCalendar, RFC 5545) of schedules: every day an event, the same bytes for the same profiles.

DTSTAMP, which RFC 5545 asks of every event, is here when it was last revised (section 3.8.7.2). No clock may tell
that, so it is the later of the days on which the profile says that it was changed or adopted, at midnight UTC. A
profile that says neither has the same moment always, before all others: it would be wrong to take a day of the
schedule, which can move back. SEQUENCE, by which programs tell the newest of two revisions first (RFC 5546, section
2.1.5), is the `versie` of the profile where that is a whole number. A UID is made of the profile's id, the edition, the
key of the day and the organisation, so that an event moves when its day does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import icalendar

from vacaturegen.agenda.reasons import reason_text
from vacaturegen.agenda.rows import Row, Schedule, slug
from vacaturegen.model.base import known
from vacaturegen.model.places import label_of
from vacaturegen.notation import Datum

PRODUCT = "-//vacaturegen//planning//NL"
ZONE = "Europe/Amsterdam"
WHOLE = re.compile(r"[0-9]{1,9}")
NOT_SAID = date(2000, 1, 1)
"""The DTSTAMP of a schedule that does not say when it was revised: no day of ours lies before it."""
DAY = timedelta(days=1)
SUMMER_TIME = (
    ("STANDARD", "CET", date(1996, 10, 27), 3, 2, 1, {"freq": "yearly", "bymonth": 10, "byday": "-1su"}),
    ("DAYLIGHT", "CEST", date(1981, 3, 29), 2, 1, 2, {"freq": "yearly", "bymonth": 3, "byday": "-1su"}),
)
"""The halves of a year: since which day and hour each holds, hours from UTC before and after, and its Sundays.

The rule is that of Directive 2000/84/EC, which holds for all years that a date of ours can have.
"""


def calendar_file(profiles: Iterable[Sequence[Schedule]]) -> bytes:
    """Return the calendar file of profiles, each given as its schedules.

    A day that is the same in more editions of a profile is one event; a day that is not known is none.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(time_zone())
    for schedules in profiles:
        for found in events_of(schedules):
            calendar.add_component(found)
    return bytes(calendar.to_ical())


def events_of(schedules: Sequence[Schedule]) -> Iterator[icalendar.Event]:
    """Yield the events of the schedules of one profile."""
    everywhere = {edition for schedule in schedules for edition in schedule.of}
    editions: dict[tuple[Any, ...], list[str]] = {}
    for schedule in schedules:
        for row in schedule.rows:
            editions.setdefault(fact(row), []).extend(schedule.of)
    for schedule in schedules:
        for row in schedule.rows:
            of = editions.pop(fact(row), None)
            if of is not None and isinstance(row.day, Datum):
                only = "" if everywhere.issubset(of) else f" ({', '.join(of)})"
                yield event(row, schedule, only, uid_of(schedule, row, schedules[0]))


def fact(row: Row) -> tuple[Any, ...]:
    """Return what an event tells of a row; why it is so can differ between editions."""
    return row.key, row.name, row.day, row.last, row.about


def event(row: Row, schedule: Schedule, only: str, uid: str) -> icalendar.Event:
    """Return the event of a row: of whole days, unless it has a time."""
    profiel = schedule.loaded.profiel
    late = ", uiterlijk" if row.day.uiterlijk else ""
    first, last = row.day, row.last if isinstance(row.last, Datum) else None
    timed = first.tijd is not None and (last is None or last.tijd is not None)
    told = [organisation, row.about] if (organisation := known(profiel, "organisatie.naam")) else [row.about]
    told = [label_of(text) for text in told if text]
    why = reason_text(row.day, row.reason, row.free)
    if row.last is not None:
        told.append(f"Begin: {'' if timed else clock(first)}{why}")
        told.append(f"Einde: {'' if timed else clock(last)}{reason_text(row.last, row.last_reason, row.last_free)}")
    else:
        told.append(why)
    found = icalendar.Event()
    found.add("uid", uid)
    found.add("dtstamp", revised(schedule))
    if (version := known(profiel, "versie")) and WHOLE.fullmatch(version):
        found.add("sequence", int(version))
    found.add("summary", f"{row.name}{late}: {label_of(profiel.titel)}{only}")
    found.add("description", "\n".join(told))
    found.add("transp", "TRANSPARENT")  # a schedule tells when something is, and keeps nobody occupied
    if timed:
        add_time(found, "dtstart", first)
        if last is not None:
            add_time(found, "dtend", last)
    else:
        found.add("dtstart", first.dag)
        found.add("dtend", (last or first).dag + DAY)  # the first day that is not part of it
    return found


def add_time(found: icalendar.Event, name: str, moment: Datum) -> None:
    """Add a moment in our time zone; it is written as it is on the clock, whatever zones this computer knows."""
    local = datetime.combine(moment.dag, moment.tijd or time.min)
    found.add(name, local, parameters={"TZID": ZONE})


def clock(day: Datum | None) -> str:
    """Return the time of a day, for an event of whole days, which has no place for it."""
    return f"{day.tijd:%H:%M} uur. " if day and day.tijd else ""


def uid_of(schedule: Schedule, row: Row, whose: Schedule) -> str:
    """Return the name of an event in the whole world, which stays the same when its day changes.

    It has the organisation of the profile's first schedule in it: an anonymous edition has no name of its own.
    """
    profiel = schedule.loaded.profiel
    organisation = known(whose.loaded.profiel, "organisatie.naam")
    domain = f"{slug(label_of(organisation))}.vacaturegen" if organisation else "vacaturegen"
    return f"{profiel.id}.{schedule.loaded.edition}.{row.key}@{domain}"


def revised(schedule: Schedule) -> datetime:
    """Return when a schedule was last revised, as far as its profile says so; else a moment before all revisions."""
    profiel = schedule.loaded.profiel
    said = [day.dag for name in ("status_op", "vastgesteld_op") if isinstance(day := known(profiel, name), Datum)]
    return datetime.combine(max(said, default=NOT_SAID), time.min, UTC)


def time_zone() -> icalendar.Timezone:
    """Return the time zone of the Netherlands, by the rule that holds for all years of ours."""
    zone = icalendar.Timezone()
    zone.add("tzid", ZONE)
    for half, name, since, hour, before, after, rule in SUMMER_TIME:
        part = icalendar.TimezoneStandard() if half == "STANDARD" else icalendar.TimezoneDaylight()
        part.add("tzname", name)
        part.add("dtstart", datetime.combine(since, time(hour)))
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("rrule", rule)
        zone.add_component(part)
    return zone
