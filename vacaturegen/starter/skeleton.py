"""A new file as text: every key that matters with what it means and an example, open or as a comment.

Which keys there are is told by the tables in `rows`, and how each is printed by `printing`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from vacaturegen.dutch import list_text
from vacaturegen.model.base import Deel
from vacaturegen.model.organisatie import Broker, Organisatie
from vacaturegen.model.profiel import SOORTEN, Profiel
from vacaturegen.starter.printing import Wanted, print_table, tell_more
from vacaturegen.starter.request_rows import NEEDS_BROKER, WITHOUT_BROKER
from vacaturegen.starter.row import Row, Table
from vacaturegen.starter.rows import LEFT_OUT, PROFILE
from vacaturegen.starter.shared_rows import BROKER, FUNCTIE, ORGANISATIE

SCHEMA = "# yaml-language-server: $schema={}.schema.json"
"""The line by which an editor knows what a file is, with the path of the schema as it is seen from there."""
INTRODUCTION = (
    "# Vul in wat achter een dubbele punt leeg is, of haal de sleutel weg als die niet van toepassing is.",
    "# Wat leeg blijft, staat in het document als plek om in te vullen.",
    "# Wat achter een # staat, wordt niet gelezen: het is uitleg, of een sleutel die meedoet als het # weg is.",
    "# Een dag: 2026-07-07, 2026-07-07 09:00, uiterlijk 2026-07-07, 2 werkdagen na sluiting, z.s.m., nader te bepalen.",
    "# Een lijst: elk onderdeel op een eigen regel, ingesprongen, met een streepje en een spatie ervoor.",
    "# Een lange tekst: zet | achter de dubbele punt en schrijf op de regels eronder, ingesprongen.",
    "# Een korte tekst met een dubbele punt of een # erin: tussen aanhalingstekens.",
    "# Iets in een tekst dat nog niet bekend is: <vul in het aantal collega's>.",
)
SHARED_FILE: Mapping[str, tuple[str, type[Deel], Table]] = {
    "functie": ("De functie zoals die overal is. Een profiel kan ervan afwijken.", Profiel, FUNCTIE),
    "organisatie": (
        "De werkgever of opdrachtgever. Dit geldt in elk profiel dat deze organisatie noemt.",
        Organisatie,
        ORGANISATIE,
    ),
    "broker": ("De partij die aanvragen uitvoert. Dit geldt in elk profiel dat deze broker noemt.", Broker, BROKER),
}
"""Of each shared file what it is, the model of its keys, and which of them a new one shows."""


def make_profile(kinds: Collection[str], given: Mapping[str, str], supplied: Mapping[str, Collection[str]]) -> str:
    """Return the text of a new profile for these kinds of document.

    `given` has the values that are known (functie, organisatie, broker); `supplied` tells which dotted paths each of
    them says already: they are named in a comment, and not shown again.
    """
    kinds = [kind for kind in SOORTEN if kind in kinds]
    said = {path for paths in supplied.values() for path in paths}
    hidden = said | (WITHOUT_BROKER if "broker" in given else NEEDS_BROKER)
    table = [row for row in PROFILE if not isinstance(row, Row) or not is_below(row.path, hidden)]
    wanted = Wanted(kinds, {"status": "concept", **given}, paths_in(PROFILE) | with_parents(said))
    lines = [SCHEMA.format("profiel"), f"# Profiel voor {list_text(f'een {kind}' for kind in kinds)}.", *INTRODUCTION]
    for line in [*print_table(Profiel, table, wanted), *tell_more(Profiel, wanted)]:
        lines.append(line)
        key = line.partition(":")[0]
        if key in supplied:
            lines += tell_supplied(f"{key} {given[key]}", supplied[key])
    return "\n".join(lines) + "\n"


def make_shared(key: str, given: Mapping[str, str]) -> str:
    """Return the text of a new functie, organisatie or broker; `given` has the values that are known."""
    about, model, table = SHARED_FILE[key]
    wanted = Wanted(SOORTEN, given, None if model is Profiel else paths_in(table))
    body = [*print_table(model, table, wanted), *tell_more(model, wanted)]
    lines = [SCHEMA.format(f"../{key}"), f"# {about}", *INTRODUCTION, *body]
    return "\n".join(lines) + "\n"


def is_below(path: str, others: Iterable[str]) -> bool:
    """Tell whether a path, or one above it, is among others."""
    return any(path == other or path.startswith(f"{other}.") for other in others)


def paths_in(table: Table) -> set[str]:
    """Return every path that a table tells of, and those that are left out."""
    return with_parents(row.path for row in table if isinstance(row, Row)) | set(LEFT_OUT)


def with_parents(paths: Iterable[str]) -> set[str]:
    """Return paths with every path above them."""
    return {
        ".".join(steps[: index + 1]) for path in paths for steps in [path.split(".")] for index in range(len(steps))
    }


def tell_supplied(source: str, paths: Iterable[str]) -> Iterator[str]:
    """Yield the comment that names what comes from a functie, organisatie or broker, if anything does."""
    if names := list(dict.fromkeys(".".join(path.split(".")[:2]) for path in paths)):
        yield f"# Uit {source}: {list_text(names)}."
        yield "# Zet dat hier alleen als het afwijkt."
