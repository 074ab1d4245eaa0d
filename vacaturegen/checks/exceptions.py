"""Exceptions to rules: what a profile or an organisatie wants not to be told, and what is wrong with that itself.

Which findings are left out is decided here; whether an exception was of any use is only known when all profiles are
checked, and told by `run`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from vacaturegen.checks.places import Place, place_of
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _
from vacaturegen.model.base import known
from vacaturegen.model.controle import Uitzondering
from vacaturegen.model.places import Open
from vacaturegen.model.profiel import Profiel
from vacaturegen.notation import Datum
from vacaturegen.profiles import Loaded
from vacaturegen.profiles.messages import closest, homes, part_at

LISTS = ("negeren", "organisatie.negeren")
"""Where exceptions stand."""
SEVERITIES = "organisatie.ernst"
NEVER = ("F", "N")
"""The groups of rules that nobody can make an exception to: mistakes, and what is wrong with exceptions."""
SOURCE = "Eigen afspraak: een uitzondering zegt waarom, en blijft niet staan als zij niet meer nodig is"

NO_REASON = re.compile(r"(?:n\.?v\.?t\.?|niet van toepassing|geen(?: reden)?|x+|todo)[.]?", re.I)
"""What stands where a reason should stand, and is none."""
BRACKETS = re.compile(r"\[(\d+)\]")
"""How programmers write the number of an item."""


class Ignored(NamedTuple):
    """An exception as it works: where it stands, its code, and the field that it is for (none: all)."""

    place: Place
    code: str
    field: str


def exceptions_of(loaded: Loaded) -> list[Ignored]:
    """Return the exceptions of an edition of a profile that work: those to a rule that can be ignored."""
    return [
        Ignored(place_of(loaded, Hit(path, "")), code, item.veld or "")
        for path, item in items_of(loaded, LISTS)
        if isinstance(item, Uitzondering) and not isinstance(item.veld, Open)
        if (code := code_of(item)) and not code.startswith(NEVER) and (item.veld is None or is_field(item.veld))
    ]


def items_of(loaded: Loaded, lists: Iterable[str]) -> Iterator[tuple[str, object]]:
    """Yield each item of some lists of a profile, with its dotted path."""
    for path in lists:
        for index, item in enumerate(known(loaded.profiel, path) or ()):
            yield f"{path}.{index}", item


def code_of(item: object) -> str:
    """Return the code that an exception or a severity is about; nothing for one that is open."""
    return (known(item, "code") or "").strip().upper()


def steps_of(path: str) -> list[str]:
    """Return the steps of a field as people write it: an item of a list without its number can be `[]` or `*`."""
    return [step for step in path.replace("[]", "").strip().split(".") if step and step != "*"]


def is_field(path: str) -> bool:
    """Tell whether a profile can have a field; numbers of items may be left out."""
    steps = [step for step in steps_of(path) if not step.isdigit()]
    home = part_at(Profiel, tuple(steps[:-1]))
    return bool(steps) and home is not None and steps[-1] in home.model_fields


def no_rule(code: str, codes: Iterable[str]) -> str:
    """Return that no rule has a code, and the one that seems to be meant or where they all stand."""
    letter, number = code[:1].upper(), code[1:]
    known = {one.lower(): one for one in sorted(codes)}
    padded = f"{letter}{number.zfill(2)}" if number.isdigit() else ""
    meant = padded if padded in known.values() else (closest(code, known) or "").upper()
    hint = _("Did you mean “{key}”?").format(key=meant) if meant else _("All codes: vacaturegen explain.")
    message = _("There is no rule “{code}”.").format(code=code[:20])
    return f"{message} {hint}"


def covers(wanted: str, field: str) -> bool:
    """Tell whether a field is the wanted one or a part of it; numbers of items may be left out of what is wanted."""
    left = steps_of(wanted)
    for step in field.split("."):
        if left and step == left[0]:
            del left[0]
        elif left and not step.isdigit():
            return False
    return not left


@rule(
    "N01",
    "Uitzondering op een regel die er niet is",
    Ernst.WAARSCHUWING,
    ALL,
    source=SOURCE,
    why="Een code met een tikfout doet niets: de bevinding blijft komen, en niemand ziet waarom.",
    bad="negeren:\n  - code: L99\n    reden: Dit is bij ons een vakterm.",
    good="doel: Conform de norm werken.\nnegeren:\n  - code: L03\n    reden: Dit is bij ons een vakterm.",
)
def unknown_codes(subject: Subject) -> Iterator[Hit]:
    """Yield each code that no rule has."""
    for path, item in items_of(subject.loaded, (*LISTS, SEVERITIES)):
        code = code_of(item)
        if code and code not in subject.codes:
            yield Hit(f"{path}.code", no_rule(code, subject.codes))


@rule(
    "N02",
    "Uitzondering zonder reden",
    Ernst.FOUT,
    ALL,
    source=SOURCE,
    why="Wie de tekst later beoordeelt, moet kunnen zien waarom een regel hier niet telt.",
    bad="doel: Conform de norm werken.\nnegeren:\n  - code: L03",
    good="doel: Conform de norm werken.\nnegeren:\n  - code: L03\n    reden: Zo staat het in de norm zelf.",
)
def no_reason(subject: Subject) -> Iterator[Hit]:
    """Yield each exception that does not say why."""
    for path, item in items_of(subject.loaded, LISTS):
        if isinstance(item, Uitzondering) and (item.reden is None or NO_REASON.fullmatch(str(item.reden))):
            message = _("This exception to {code} gives no reason. Write “reden: ...” below it, in a few words.")
            yield Hit(path, message.format(code=code_of(item)[:20] or "?"))


UNUSED = Rule(
    "N03",
    "Uitzondering die nergens meer voor nodig is",
    Ernst.WAARSCHUWING,
    ALL,
    source=SOURCE,
    why="Een uitzondering die blijft staan, verbergt later een bevinding die niemand verwacht. Een uitzondering van een"
    " organisatie wordt pas gemeld als een hele map is gecontroleerd en geen enkel profiel haar nodig had.",
    bad="negeren:\n  - code: L03\n    reden: Dit is bij ons een vakterm.",
    good="doel: Conform de norm werken.\nnegeren:\n  - code: L03\n    reden: Dit is bij ons een vakterm.",
)
"""No function looks for it: it is seen when all has been looked at."""


@rule(
    "N04",
    "Uitzondering die niet kan",
    Ernst.WAARSCHUWING,
    ALL,
    source=SOURCE,
    why="Een profiel dat niet klopt, wordt geen document; en een fout in een uitzondering verberg je niet met een"
    " tweede. Deze regels (F en N) tellen dus altijd.",
    bad="negeren:\n  - code: F00\n    reden: Dit komt later.",
    good="doel: Conform de norm werken.\nnegeren:\n  - code: L03\n    reden: Dit is bij ons een vakterm.",
)
def impossible(subject: Subject) -> Iterator[Hit]:
    """Yield each exception to a rule that always counts, and each other severity of one."""
    for path, item in items_of(subject.loaded, (*LISTS, SEVERITIES)):
        code = code_of(item)
        if code in subject.codes and code.startswith(NEVER):
            message = _("{code} always counts, and always as heavily. Leave it out here, and mend what it finds.")
            yield Hit(f"{path}.code", message.format(code=code))


@rule(
    "N06",
    "Uitzondering voor een veld dat er niet is",
    Ernst.WAARSCHUWING,
    ALL,
    source=SOURCE,
    why="Een veld met een tikfout dekt niets af: de bevinding blijft komen. Schrijf het veld zoals het in het profiel"
    " staat, met een punt tussen de delen.",
    bad="doel: Conform de norm werken.\nnegeren:\n  - {code: L03, veld: deol, reden: Zo noemt de norm het.}",
    good="doel: Conform de norm werken.\nnegeren:\n  - {code: L03, veld: doel, reden: Zo noemt de norm het.}",
)
def unknown_fields(subject: Subject) -> Iterator[Hit]:
    """Yield each field of an exception that no profile has."""
    for path, item in items_of(subject.loaded, LISTS):
        field = known(item, "veld")
        if isinstance(field, str) and not is_field(field):
            close = closest(field.rpartition(".")[2], field_names())
            hint = _("Did you mean “{key}”?").format(key=close) if close else ""
            if is_field(meant := BRACKETS.sub(r".\1", field)):
                hint = _("The number of an item stands behind a stop and counts from 0: {field}.").format(field=meant)
            message = _("There is no field “{field}”, so this exception covers nothing.").format(field=field[:60])
            yield Hit(f"{path}.veld", f"{message} {hint}".rstrip())


@cache
def field_names() -> tuple[str, ...]:
    """Return the names that fields of a profile have, in order."""
    return tuple(sorted({name for _path, names in homes(Profiel) for name in names}))


@rule(
    "N07",
    "Eigen ernst die niets verandert",
    Ernst.WAARSCHUWING,
    ALL,
    source=SOURCE,
    why="Een ernst zonder dag als 2027-01-01, of een tweede voor dezelfde regel vanaf dezelfde dag, doet niet wat er"
    " staat. Een regel die niet wordt gezocht, vindt ook nooit iets.",
    bad="organisatie: {ernst: [{code: L01, ernst: fout, geldig_vanaf: z.s.m.}]}",
    good="organisatie: {ernst: [{code: L01, ernst: fout, geldig_vanaf: '2027-01-01'}]}",
)
def idle_severities(subject: Subject) -> Iterator[Hit]:
    """Yield each severity of an organisation that starts on no day, or says otherwise than one before it."""
    seen: set[tuple[str, object]] = set()
    for path, item in items_of(subject.loaded, (SEVERITIES,)):
        since = getattr(item, "geldig_vanaf", None)
        if since is not None and not isinstance(since, Datum | Open):
            yield Hit(f"{path}.geldig_vanaf", _("This severity never starts. Write a day such as 2027-01-01."))
        elif (code_of(item), since) in seen:
            message = _("{code} has a severity from the same day above. Leave one of the two out.")
            yield Hit(path, message.format(code=code_of(item)))
        seen.add((code_of(item), since))


EXCEPTION_RULES: tuple[Rule, ...] = (*(unknown_codes, no_reason, UNUSED, impossible, unknown_fields, idle_severities),)
