"""What a template sees of a profile: its fields, and what follows from them for one kind of document.

Numbers, totals and names are computed here from the model, so that no template and no text can contradict the facts
(design decision 11). How a value reads is the filters' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import Any

from vacaturegen.library import Library
from vacaturegen.model.base import Deel, known
from vacaturegen.model.controle import is_for_checks
from vacaturegen.model.organisatie import Organisatie
from vacaturegen.model.places import Open, places_in
from vacaturegen.model.planning import Planning
from vacaturegen.model.profiel import CLOSED, SOORTEN, Profiel
from vacaturegen.model.werk import Sectie
from vacaturegen.notation import Bereik, Datum
from vacaturegen.planning.protocol import reaction_term
from vacaturegen.templating.request_view import broker_name, left_out, view_of_request
from vacaturegen.words import article_of, uncapitalised

TOLD = ("concept", "gewijzigd", "ingetrokken", "gesloten")
"""The states of which a reader is told at the head of a document."""
WITHOUT_HEADING = ("kerngegevens-aanvraag", "kerngegevens-vacature", "opening")
"""Parts that would seem to belong to an own section in front of them, as they have no heading."""
OWN_FACTS = ("zaaknummer", "kenmerk", "versie", "vastgesteld_door", "vastgesteld_op", "kerngegevens_extra")
"""What the last rows of a table of key facts are about."""
DAYS = tuple(name for name in Planning.model_fields if name not in ("momenten", "benamingen"))
"""The fixed days of the planning, in the order of the procedure."""
GENDERS = re.compile(r"\b[mvx](?:/[mvx])+\b")
"""A title that names the genders itself, which is then not done again."""


def view(profiel: Profiel, kind: str, library: Library, edition: str) -> dict[str, Any]:
    """Return the variables of a document: all fields of the profile, and what is derived from them."""
    others = set(SOORTEN) - {kind}
    concept = profiel.status == "concept"
    fields = open_fields(profiel) if concept else ()  # nowhere else can a field be open
    shown = (field for field in fields if not is_for_checks(field.veld))
    deeltijd, altijd_deeltijd = part_time(profiel)
    values: dict[str, Any] = vars(profiel) | {
        "soort": kind,
        "uitgave": edition,
        "concept": concept,
        "toestand": profiel.status in TOLD or edition == "intern" or profiel.voorbeeld,
        "reageren_kan": profiel.status not in CLOSED,
        "eigen_gegevens": any(getattr(profiel, name) for name in OWN_FACTS),
        "na_sluiting": profiel.status == "gesloten" and has_days_to_come(profiel.planning),
        "minimale_reactietermijn": reaction_term(profiel, kind, edition),
        "nog_open": [],
        "open_velden": [field for field in shown if field.veld.split(".")[0] not in others],
        "werkgever": names_of(profiel.organisatie),
        "rol": names_of_role(profiel),
        "gesprek_gepland": profiel.planning.uitnodiging is not None and has_talks(profiel.planning),
        "peildatum": shared_day(known(profiel, "organisatie.kerncijfers") or ()),
        "aanduiding": None if GENDERS.search(known(profiel, "titel") or "") else "v/m/x",
        "deeltijd": deeltijd,
        "altijd_deeltijd": altijd_deeltijd,
        "broker_naam": broker_name(profiel),
        "stukken": pieces(profiel, kind, library),
        "schema": with_moments(
            [{"naam": name, "dag": day} for name, day in dates(profiel) if day],
            profiel.planning.momenten,
            profiel.planning.benamingen,
        ),
    }
    if profiel.aanvraag is not None and kind == "aanvraag":
        values |= view_of_request(profiel, profiel.aanvraag, library)
    return values


def part_time(profiel: Profiel) -> tuple[bool, bool]:
    """Tell whether one can work less than the full-time norm in this job, and whether everybody does."""
    if known(profiel, "salaris.periode") == "uur":  # who is paid by the hour earns as much for each
        return False, False
    norm, hours = known(profiel, "salaris.voltijd_uren"), known(profiel, "inzet.uren_per_week")
    if norm and isinstance(hours, Bereik):
        return hours.van is None or hours.van < norm, hours.tot is not None and hours.tot < norm
    size = known(profiel, "inzet.omvang")
    return size in ("deeltijd", "voltijd of deeltijd"), size == "deeltijd"


def names_of(organisatie: Organisatie) -> dict[str, Any]:
    """Return how a text speaks of the organisation: in a sentence, and in short ("de provincie")."""
    name, kind = known(organisatie, "naam"), known(organisatie, "soort")
    in_sentence = organisatie.naam_in_zin or organisatie.naam
    if kind is None:
        return {"in_zin": in_sentence, "kort": organisatie.soort}
    kind = uncapitalised(kind)
    article = known(organisatie, "lidwoord") or article_of(kind)
    if organisatie.naam_in_zin is None and name and name.lower().startswith(f"{kind.lower()} "):
        in_sentence = f"{article} {uncapitalised(name)}"
    usual = kind.islower() and " " not in kind  # readers know no other kind by its word alone: its name tells more
    anonymous = in_sentence == f"een {kind}"
    return {"in_zin": in_sentence, "kort": f"{article} {kind}" if usual or anonymous else in_sentence}


def names_of_role(profiel: Profiel) -> dict[str, Any]:
    """Return how a text speaks of the role in a sentence: of one, and of more of them where the profile says so."""
    several = profiel.titel_meervoud
    if profiel.titel_in_zin is not None:  # it shows whether the role has a capital, and then more of them have it too
        return {"in_zin": profiel.titel_in_zin, "meervoud": several}
    one, more = (uncapitalised(name) if isinstance(name, str) else name for name in (profiel.titel, several))
    return {"in_zin": one, "meervoud": more}


def has_talks(planning: Planning) -> bool:
    """Tell whether talks are planned, or a moment that is called one."""
    names = (known(moment, "naam") or "" for moment in known(planning, "momenten") or ())
    return planning.gesprekken is not None or any("gesprek" in name.lower() for name in names)


def has_days_to_come(planning: Planning) -> bool:
    """Tell whether the planning has days after the one on which reactions close."""
    return any((planning.briefselectie, planning.uitnodiging, planning.gesprekken, planning.gunning, planning.momenten))


def shared_day(figures: tuple[Any, ...]) -> Any:
    """Return the day on which all figures of an organisation held, if it is one and the same."""
    days = {known(figure, "peildatum") for figure in figures}
    return days.pop() if len(figures) > 1 and len(days) == 1 else None


def dates(profiel: Profiel) -> Iterator[tuple[str, Any]]:
    """Yield the dates of the planning by name, in the order of the procedure."""
    yield from ((name, getattr(profiel.planning, name)) for name in DAYS)


def with_moments(schedule: list[dict[str, Any]], moments: Iterable[Any], names: Any) -> list[dict[str, Any]]:
    """Return the planning with moments and names of one's own in it, each moment before the first later date."""
    found: list[dict[str, Any]] = [{**row, "titel": None, "tot": None, "toelichting": None} for row in schedule]
    for fixed in found if names is not None else ():
        fixed["titel"] = getattr(names, fixed["naam"])
    for moment in moments:
        row: dict[str, Any] = {"naam": None, "titel": moment, "dag": moment, "tot": None, "toelichting": None}
        if not isinstance(moment, Open):
            row |= {"titel": moment.naam, "dag": moment.dag, "tot": moment.tot, "toelichting": moment.toelichting}
        day = row["dag"]
        later = (
            index
            for index, other in enumerate(found)
            if isinstance(day, Datum) and isinstance(other["dag"], Datum) and other["dag"].dag > day.dag
        )
        found.insert(next(later, len(found)), row)
    return found


def pieces(profiel: Profiel, kind: str, library: Library) -> list[dict[str, Any]]:
    """Return the pieces of a document in order: the template of each, and the section of one's own that it prints.

    Parts about which the profile says nothing at all are left out. Own sections follow the part that they name, or the
    last one.
    """
    parts = library.kinds[kind].onderdelen
    left = left_out(profiel, profiel.aanvraag) if kind == "aanvraag" and profiel.aanvraag is not None else ()
    own = sections(profiel, kind, parts)
    found: list[dict[str, Any]] = []
    for part in parts:
        if part not in left:
            found.append(piece(part))
        found += [{"sjabloon": "onderdelen/sectie.md.j2", "sectie": section} for section in own.get(part, ())]
    return found


@cache
def piece(part: str) -> dict[str, Any]:
    """Return the piece that a part of a kind is: its template, and no section of one's own."""
    return {"sjabloon": f"onderdelen/{part}.md.j2", "sectie": None}


def sections(profiel: Profiel, kind: str, parts: Sequence[str]) -> dict[str, list[Sectie]]:
    """Return the profile's own sections by the part of a kind that they stand behind."""
    found: dict[str, list[Sectie]] = {}
    for section in (*known_sections(profiel), *known_sections(getattr(profiel, kind))):
        place = section.na if isinstance(section.na, str) else parts[-1]
        if place in parts:  # else it belongs in another kind of document
            found.setdefault(behind(place, parts), []).append(section)
    return found


def behind(place: str, parts: Sequence[str]) -> str:
    """Return the part that an own section stands behind: the one it names, or the last one after it without a head."""
    following = takewhile(lambda part: part in WITHOUT_HEADING, parts[parts.index(place) + 1 :])
    return [place, *following][-1]


def known_sections(part: Any) -> tuple[Sectie, ...]:
    """Return the own sections of a profile or of one of its kinds."""
    return known(part, "secties") or ()


def open_fields(part: Any) -> Iterator[Open]:
    """Yield every open field of a part, in the order of the model."""
    if isinstance(part, Open):
        yield part
    elif isinstance(part, str):
        yield from places_in(part)
    elif isinstance(part, Deel):
        for name in type(part).model_fields:
            yield from open_fields(getattr(part, name))
    elif isinstance(part, tuple):
        for item in part:
            yield from open_fields(item)
