"""What a rule looks at: one edition of a profile as one kind of document, with the texts that this document prints.

Texts are told apart by where they come from: who wrote them, and for whom. Rules choose by that, never by the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import Any, NamedTuple, TypeVar

from vacaturegen.checks.figures import Figures
from vacaturegen.checks.reading.readers import Reader, all_found, holds
from vacaturegen.model.base import Deel, known
from vacaturegen.model.controle import is_for_checks
from vacaturegen.model.places import IN_TEXT
from vacaturegen.model.profiel import Profiel
from vacaturegen.profiles import Loaded

Found = TypeVar("Found")
PRINTED_IN = {
    "aanvraag": ("aanvraag",),
    "broker": ("aanvraag",),
    "vacature": ("vacature",),
    "advertentie": ("advertentie",),
    **dict.fromkeys(
        ("salaris", "contract", "arbeidsvoorwaarden", "reageren", "selectie", "voorrang", "wervingsbureau"),
        ("vacature", "advertentie"),
    ),
}
"""The fields of a profile that not every kind of document prints, and which ones do."""
NO_PROSE = re.compile(
    r"id|functie|status|versie|bestandsnaam|niet_overnemen|geen_naam|negeren|esco|zaaknummer|kenmerk|soort|lidwoord"
    r"|organisatie\.(huisstijl|adres|postadres|website|kalender|protocol|negeren|spelling|woorden|soort|lidwoord"
    r"|naam|naam_in_zin|afkorting)"
    r"|.*\.(email|telefoon|whatsapp|webadres|uri|code|postcode|na|toets|beoordelaar|elementen|nummer|cpv|code|reden)"
)
"""Names, numbers and choices: texts that are no prose."""
CLAUSE = re.compile(r"organisatie\.clausules(\..*)?")
"""Adopted texts, which nobody who writes a profile can change."""

SUBJECTS = {
    "werk": re.compile(r"doel|(taken|taakgroepen|resultaatgebieden|esco)(\..*)?"),
    "organisatie": re.compile(r"(organisatie|broker)\..*|afdeling|team"),
    "gevraagd": re.compile(r"reageren\.(meesturen\.\*|toelichting)|aanvraag\.(cv|inschrijving)\..*"),
    "eis": re.compile(
        r"(eisen|wensen)\.\*|competenties\..*|aanvraag\.(knockouts|gunningscriteria|wensen)\..*|vacature\.kandidaat"
    ),
    "procedure": re.compile(r"(selectie|planning|reageren)\..*"),
    "loon": re.compile(r"(salaris|contract|arbeidsvoorwaarden|vacature\.aanbod)(\..*)?"),
}
"""What a text is about, by the pattern of its field: the work, the organisation, what a candidate hands in or must
have, the procedure, the pay. Of any other text that cannot be told."""
RUNNING = re.compile(
    r".*\.(tekst|toelichting|antwoord|niemand_voldoet|gunning_toelichting|bereikbaarheid|werkwijze|fee_toelichting"
    r"|klachten)|status_toelichting|doel|organisatie\.(beschrijving|waarden)|advertentie\.(teaser|oproep)"
    r"|vacature\.(opening|werk|team|kandidaat|aanbod)|aanvraag\.(overig|voorwaarden|uitsluitingsgronden)\.\*"
)
"""Texts that are whole sentences; all others are names, items and phrases."""
HEADINGS = re.compile(
    r".*\.titel|titel(_.*)?|taakgroepen\.\*\.naam|resultaatgebieden\.\*\.naam|kerngegevens_extra\.\*\.naam"
)
"""Texts that stand above others."""


@cache
def is_running(pattern: str) -> bool:
    """Tell whether fields with this pattern are made of whole sentences; of patterns there are not many."""
    return RUNNING.fullmatch(pattern) is not None


@cache
def is_heading(pattern: str) -> bool:
    """Tell whether fields with this pattern stand above others."""
    return HEADINGS.fullmatch(pattern) is not None


class Text(NamedTuple):
    """A text of a profile: the dotted path of its field, that path with * for numbers, and what it says.

    A place to fill in stands in it as one character of its own, so that what is behind it keeps its place.
    """

    field: str
    pattern: str
    value: str

    @property
    def is_running(self) -> bool:
        """Tell whether it is made of whole sentences."""
        return is_running(self.pattern)

    @property
    def is_heading(self) -> bool:
        """Tell whether it stands above other texts."""
        return is_heading(self.pattern)


NUMBER = re.compile(r"(?<=\.)\d+(?=\.|\Z)")
PLACE = "\ufffc"
"""What stands for a place to fill in."""


@dataclass(frozen=True)
class Subject:
    """One edition of a profile as one kind of document, on a day."""

    loaded: Loaded
    kind: str
    day: date
    figures: Figures
    clauses: Mapping[str, Any] = field(default_factory=dict)
    """The clauses of the library, by arbeidsrelatie."""
    codes: frozenset[str] = frozenset()
    """The codes of all rules."""
    all_texts: tuple[Text, ...] = ()
    """The prose of the profile, whichever document prints it: see `prose_of`."""
    all_read: Mapping[Reader, Sequence[tuple[Text, Any]]] = field(default_factory=dict)
    """What readers found in that: see `read_prose`."""

    @property
    def profiel(self) -> Profiel:
        """The profile."""
        return self.loaded.profiel

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The prose that this document prints, adopted clauses aside."""
        return tuple(text for text in self.all_texts if is_printed(text.field, self.kind))

    @cached_property
    def lowered(self) -> str:
        """All of that in small letters: what is not in it need not be looked for in each text."""
        return "\n".join(text.value for text in self.texts).lower()

    def read(self, reader: Callable[[str], Sequence[Found]]) -> Sequence[tuple[Text, Sequence[Found]]]:
        """Return the texts that this document prints in which a reader found something, with what it found."""
        return [one for one in self.all_read.get(reader, ()) if is_printed(one[0].field, self.kind)]

    def says(self, *words: str) -> bool:
        """Tell whether one of these words, in small letters, is in it somewhere."""
        return holds(self.lowered, words)

    @cached_property
    def kept(self) -> dict[Any, Any]:
        """What rules found out and need again, by a key of their own."""
        return {}

    def known(self, path: str) -> Any:
        """Return the value at a dotted path, or None when it is absent or open."""
        return known(self.profiel, path)


@cache
def about(pattern: str) -> str:
    """Return what texts with this pattern of a field are about: a key of SUBJECTS, or nothing."""
    return next((name for name, fields in SUBJECTS.items() if fields.fullmatch(pattern)), "")


def is_printed(field: str, kind: str) -> bool:
    """Tell whether documents of a kind print a field."""
    home = PRINTED_IN.get(field.partition(".")[0])
    return home is None or kind in home


def prose_of(profiel: Profiel) -> tuple[Text, ...]:
    """Return all prose of a profile."""
    return tuple(Text(path, pattern_of(path), value) for path, value in texts_in(profiel, "") if is_prose(path))


def read_prose(texts: Iterable[Text]) -> dict[Reader, list[tuple[Text, Any]]]:
    """Return what readers find in texts, by who finds it: once for all documents of an edition."""
    there: dict[Reader, list[tuple[Text, Any]]] = {}
    for text in texts:
        for read, found in all_found(text.value):
            there.setdefault(read, []).append((text, found))
    return there


@lru_cache(maxsize=65536)
def pattern_of(path: str) -> str:
    """Return the path of a field with * for numbers; of paths there are not many."""
    return NUMBER.sub("*", path)


@lru_cache(maxsize=65536)
def is_prose(path: str) -> bool:
    """Tell whether a field holds prose that rules look at."""
    return not NO_PROSE.fullmatch(path) and not CLAUSE.fullmatch(path) and not is_for_checks(path)


def seen(text: str) -> str:
    """Return a text of a profile as rules see it: a place to fill in is one character."""
    return IN_TEXT.sub(PLACE, text) if "\x04" in text else text


def texts_in(part: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the words of every text in a part, in the order of the model."""
    if isinstance(part, str):
        yield path, seen(part)
    elif isinstance(part, Deel):
        for name, value in vars(part).items():
            if value.__class__ is not bool and value is not None and value != ():
                yield from texts_in(value, f"{path}.{name}" if path else name)
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from texts_in(item, f"{path}.{index}")
