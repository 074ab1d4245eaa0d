"""The page of notations: each way of writing a value, tried on its own parser with the cases that its tests have.

What is accepted, what it is taken for, how it reads in a document and what is said about anything else are computed;
only the heading and the sentence below it are told here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from tools.handbook.page import code, print_page, print_table
from tools.handbook.snippets import ROOT
from vacaturegen import dutch, notation
from vacaturegen.model.base import MAX_LINE, MAX_TEXT

CASES = ROOT / "tests/cases/notation"
REFUSED = 5
"""How many refusals a page shows of one notation."""


class Notation(NamedTuple):
    """A way of writing a value: the heading of its section, what it is for, and how a document prints it."""

    heading: str
    about: str
    printed: Callable[[Any], str] | None = None


def day_or_rule(value: Any) -> str:
    """Return how a document prints a day; that of one which follows from another depends on that other."""
    return "(hangt van de andere dag af)" if isinstance(value, notation.Afgeleid) else dutch.date_text(value)


NOTATIONS = {
    "date": Notation(
        "Dag", "Een dag, met of zonder tijd. De weekdag wordt uitgerekend: die hoef je niet te typen.", dutch.date_text
    ),
    "moment": Notation(
        "Dag of maand", "Een dag, zoals hierboven, of een maand als de dag nog niet vaststaat.", dutch.date_text
    ),
    "planned_date": Notation(
        "Dag van de planning",
        "Een dag, zoals hierboven, of een dag die uit een andere volgt. Die rekent het programma uit:"
        " zie [Planning](planning.md).",
        day_or_rule,
    ),
    "planned_moment": Notation(
        "Begin van het werk",
        "Een dag of maand, zoals hierboven, of een dag die uit een dag van de planning volgt.",
        day_or_rule,
    ),
    "period": Notation("Dag of dagen", "Een dag of een rij dagen, van één jaar of van elk jaar."),
    "yes_no": Notation(
        "Ja of nee", "Een vraag met twee antwoorden. Zonder de sleutel zegt het document er niets over."
    ),
    "range": Notation(
        "Bereik",
        "Een aantal, of een laagste en een hoogste aantal, zoals uren per week.",
        lambda value: dutch.range_text(value, "uur"),
    ),
    "duration": Notation("Duur", "Hoelang iets duurt: een heel getal en een eenheid.", dutch.duration),
    "term": Notation(
        "Termijn", "Een duur, zoals hierboven; een getal alleen staat voor kalenderdagen.", dutch.duration
    ),
    "extension": Notation("Verlenging", "Hoe vaak iets verlengd kan worden, en hoelang elke keer.", dutch.extension),
    "amount": Notation(
        "Bedrag",
        "Een bedrag in euro. Een punt of een komma staat voor de centen; het euroteken mag weg.",
        dutch.money,
    ),
    "maximum": Notation("Hoogste bedrag", "Een bedrag, zoals hierboven, of `geen maximum`.", dutch.money),
    "bound": Notation(
        "Grens van de prijs",
        "Een bedrag, zoals hierboven, of het laagste of het hoogste bedrag dat iemand biedt.",
        dutch.money,
    ),
    "percentage": Notation("Percentage", "Een percentage, met een komma of een punt.", dutch.percent),
    "points": Notation("Punten", "Een aantal punten, met hoogstens twee cijfers achter de komma; 0 mag."),
    "step": Notation(
        "Trede",
        "Een trede van een schaal met punten: een hoeveelheid met een eenheid. De treden sluiten op elkaar aan."
        ' Ook woorden mogen (`hbo`); staat er een cijfer in, dan tussen aanhalingstekens (`"mbo 4"`).',
    ),
    "count": Notation("Aantal", "Een heel getal boven 0."),
    "places": Notation("Plaatsen", "Een heel getal boven 0, of van hoeveel tot hoeveel."),
    "weekdays": Notation("Werkdagen", "Dagen van de week, in een lijst of op één regel.", dutch.weekdays),
    "scale": Notation("Schaal", "Een salarisschaal. Zet een schaal van alleen cijfers liefst tussen aanhalingstekens."),
    "phone": Notation("Telefoonnummer", "Een telefoonnummer, gedrukt zoals je het typt."),
    "email": Notation("E-mailadres", "Een e-mailadres."),
    "url": Notation("Webadres", "Het adres van een webpagina, met `https://` ervoor."),
    "colour": Notation(
        "Kleur", "Een kleur als # met zes tekens. Altijd tussen aanhalingstekens: anders is # commentaar."
    ),
    "id": Notation("Naam van een bestand", "De naam van een profiel, functie, organisatie of broker, zonder `.yaml`."),
}
"""The notations by the names of their parsers, in the order of the page."""

TEXT = f"""## Tekst

Een **regel** is één regel tekst van hoogstens {MAX_LINE} tekens. Een getal alleen is geen regel: schrijf het in
woorden, of tussen aanhalingstekens. In een nummer of kenmerk mag een getal wel alleen staan.

Een **tekst** mag alinea's hebben, met een witregel ertussen, en is hoogstens {MAX_TEXT} tekens lang. Er mag `**vet**`
in staan, `*cursief*` en een link: `[de inkoopvoorwaarden](https://www.voorbeeldstad.nl/inkoop)`. Een opsomming mag er
niet in: die hoort onder een sleutel voor een lijst, zoals `taken`, of onder `punten` van een eigen sectie. In een
**regel** is geen opmaak mogelijk: wat je typt, staat er precies zo.

Hoe je een lange tekst of een tekst met een dubbele punt schrijft, staat in
[Een profiel schrijven](profiel-schrijven.md#yaml-in-tien-regels).

In een concept mag elke waarde leeg zijn. In een tekst mag ook een deel nog open zijn: schrijf `<vul in wat>` op die
plek."""

INTRODUCTION = """# Notatie: zo schrijf je een waarde

Elke waarde heeft één gewone manier om te schrijven. Die staat bovenaan in elk onderdeel. Andere manieren die ook
begrepen worden, staan in de tabel. De rest wordt geweigerd, met uitleg.

Deze pagina is gemaakt door elke schrijfwijze echt te lezen."""


def make_page() -> str:
    """Return the page. Raises LookupError for a parser of which the page says nothing."""
    parsers = {name.removeprefix("parse_"): parse for name, parse in vars(notation).items() if name[:6] == "parse_"}
    if unknown := sorted(parsers.keys() - NOTATIONS.keys()):
        raise LookupError(f"no heading for {unknown} in {__name__}")
    return print_page(
        INTRODUCTION, TEXT, *(print_notation(name, parsers[name]) for name in NOTATIONS if name in parsers)
    )


def hint_of(parse: Callable[[str], Any]) -> str:
    """Return the right form in the words of a parser: what it says to somebody who types what it cannot be."""
    try:
        parse("?")
    except notation.NotationError as error:
        return error.hint
    raise LookupError(f"{parse.__name__} reads anything")


def print_notation(name: str, parse: Callable[[str], Any]) -> str:
    """Return the section of one notation."""
    told = NOTATIONS[name]
    cases = (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    read = [(text, parse(text)) for case in cases for text, arrow, _value in [case.partition(" -> ")] if arrow]
    refused = [refusal(text, parse) for case in cases for text, mark, _said in [case.partition(" -! ")] if mark]
    rows = [
        [code(text), code(notation.notation_of(value)), *([told.printed(value)] if told.printed else [])]
        for text, value in read
    ]
    parts = [
        f"## {told.heading}",
        told.about,
        hint_of(parse),
        print_table(["Je typt", "Het wordt gelezen als", *(["In het document"] if told.printed else [])], rows),
        "Dit wordt geweigerd, bijvoorbeeld:" if refused else "",
        print_table(["Je typt", "Wat er mis is", "Wat je doet"], of_each_kind(refused)[:REFUSED]),
    ]
    return "\n\n".join(filter(None, parts))


def of_each_kind(refused: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return refusals so that the first ones differ in what is said: one of each message, then the others."""
    kinds: dict[str, tuple[str, str, str]] = {}
    for said in refused:
        kinds.setdefault(re.sub(r"“[^”]*”|[0-9]+", "", said[1]), said)
    first = list(kinds.values())
    return first + [said for said in refused if said not in first]


def refusal(text: str, parse: Callable[[str], Any]) -> tuple[str, str, str]:
    """Return a text that is refused, with what is said about it."""
    try:
        parse(text)
    except notation.NotationError as error:
        return code(text), error.message, error.hint
    raise LookupError(f"{text} is read by {parse.__name__}")
