"""How a tender request is decided: what knocks out, what gives points, what the price counts for, and the rounds."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from vacaturegen.i18n import N_, _
from vacaturegen.model.base import (
    Aantal,
    Deel,
    Grens,
    JaNee,
    Lijst,
    Looptijd,
    Plandag,
    Procent,
    Punten,
    Regel,
    Rijk,
    RijkeTekst,
    Termijn,
    fold,
    from_text,
    from_yes,
    one_of,
    parse_line,
    parse_rich,
    parse_words,
    read_as,
)
from vacaturegen.model.places import label_of
from vacaturegen.notation import NotationError, Quoted, Trede, parse_step

TOETSEN = ("knockoutcriteria", "gunningscriteria", "wensen", "prijs", "cv", "gesprek", "presentatie", "anders")
Toets = Annotated[str, one_of(*TOETSEN)]
ASSESSORS = ("broker", "organisatie")
ARTICLES = ("de ", "het ", "een ", "uw ")
FORMULAS = ("lineair", "verhouding")
QUANTITY = ("minder", "meer", "minimaal", "maximaal", "minstens", "hoogstens", "geen ", "tot ", "vanaf ", "<", ">")
"""How a step begins that is a quantity, though there may be no digit in it."""


def parse_rung(text: str) -> Trede | str:
    """Return a step of a scale: a quantity, or words (uitstekend, hbo); between quotation marks also with a digit."""
    line = fold(text)
    if not any(map(str.isdigit, line)) and not line.lower().startswith(QUANTITY):
        return parse_words(text)
    try:
        return parse_step(line)
    except NotationError:
        if isinstance(text, Quoted):
            return parse_line(text)
        raise


def parse_assessor(text: str) -> str:
    """Return who assesses: broker or organisatie, or anybody else with an article (de selectiecommissie)."""
    line = parse_words(text)
    if line.lower() in ASSESSORS:
        return line.lower()
    if line.lower().startswith(ARTICLES):
        return line
    raise NotationError(
        _("“{word}” does not say who assesses.").format(word=label_of(line)[:40]),
        _("Write broker or organisatie, or who it is with an article, such as “de selectiecommissie”."),
    )


def parse_formula(text: str) -> str:
    """Return the name of a formula, or a text of one's own that tells how the price gives points."""
    line = fold(text)
    if line.lower() in FORMULAS:
        return line.lower()
    if " " not in line:
        raise NotationError(
            _("“{word}” is not the name of a formula.").format(word=label_of(line)[:40]),
            _("Write lineair or verhouding, or tell in sentences how the price gives points."),
        )
    return parse_rich(text)


class Knockout(Deel):
    """A demand that every candidate meets."""

    eis: Regel = Field(description="De eis, als hele zin.")
    toelichting: RijkeTekst | None = Field(None, description="Uitleg bij de eis, of hoe de kandidaat hem aantoont.")


class Puntentrede(Deel):
    """A step of a scale, and what it gives."""

    trede: Annotated[Trede | str, read_as(parse_rung)] = Field(
        description="De trede: minder dan 2 jaar, 2 tot 5 jaar, 5 jaar of meer, 1 referentie, of woorden."
    )
    punten: Punten = Field(description="Aantal punten bij deze trede; 0 mag.")


class Gunningscriterium(Deel):
    """A criterion by which candidates are compared."""

    criterium: Regel = Field(description="Wat er beoordeeld wordt en hoe de kandidaat het aantoont.")
    punten: Punten | None = Field(None, description="Hoogste aantal punten.")
    weging: Procent | None = Field(None, description="Gewicht als percentage, in plaats van punten.")
    treden: Lijst[Puntentrede] = Field(
        (), description="Punten per trede. De treden sluiten op elkaar aan en de hoogste geeft alle punten."
    )
    toelichting: RijkeTekst | None = Field(None, description="Uitleg bij het criterium.")


class Wens(Deel):
    """Something that is not needed and counts."""

    wens: Regel = Field(description="Wat gewenst is en hoe de kandidaat het aantoont.")
    punten: Punten | None = Field(None, description="Hoogste aantal punten.")
    weging: Procent | None = Field(None, description="Gewicht als percentage, in plaats van punten.")
    treden: Lijst[Puntentrede] = Field((), description="Punten per trede, zoals bij een gunningscriterium.")
    toelichting: RijkeTekst | None = Field(None, description="Uitleg bij de wens.")


class Oordeel(Deel):
    """A judgement, and which part of the points it gives."""

    oordeel: Regel = Field(description="Het oordeel, zoals uitstekend of voldoende.")
    deel: Procent = Field(description="Welk deel van de punten dit oordeel geeft, als percentage.")
    toelichting: Regel | None = Field(None, description="Wanneer dit oordeel gegeven wordt.")


class Weging(Deel):
    """For how much each part counts in the total score; together 100%."""

    prijs: Procent | None = Field(None, description="Gewicht van de prijs.")
    kwaliteit: Procent | None = Field(None, description="Gewicht van de kwaliteit: de gunningscriteria.")
    wensen: Procent | None = Field(None, description="Gewicht van de wensen.")
    cv: Procent | None = Field(None, description="Gewicht van de beoordeling van het cv.")
    gesprek: Procent | None = Field(None, description="Gewicht van het gesprek.")
    presentatie: Procent | None = Field(None, description="Gewicht van de presentatie.")


class Prijs(Deel):
    """How the rate that is offered gives a score."""

    formule: Annotated[Rijk | str, read_as(parse_formula, prose=True)] = Field(
        description="Lineair, verhouding (laagste tarief gedeeld door aangeboden tarief), of een eigen uitleg."
    )
    vanaf: Grens | None = Field(
        None, description="Tarief dat alle punten geeft; zonder deze sleutel het laagste aanbod."
    )
    tot: Grens | None = Field(
        None,
        description="Tarief dat geen punten geeft, bij lineair: een bedrag of hoogste aanbod; zonder deze sleutel het"
        " maximumtarief en anders het hoogste aanbod.",
    )
    punten: Punten | None = Field(None, description="Hoogste aantal punten; zonder deze sleutel het gewicht.")
    toelichting: RijkeTekst | None = Field(None, description="Uitleg bij de beoordeling van de prijs.")


class Ronde(Deel):
    """One round of the assessment. Its number and the references to other rounds are generated."""

    toets: Toets = Field(
        description="Wat er getoetst wordt: knockoutcriteria, gunningscriteria, wensen, prijs, cv, gesprek, presentatie"
        " of anders."
    )
    beoordelaar: Annotated[str, read_as(parse_assessor, prose=True)] = Field(
        description="Wie er beoordeelt: broker, organisatie, of een ander in het enkelvoud, zoals de commissie."
    )
    naam: Regel | None = Field(None, description="Eigen naam van de ronde, zoals praktijkopdracht.")
    toelichting: RijkeTekst | None = Field(None, description="Hoe de ronde verloopt.")
    criteria: Lijst[Annotated[Gunningscriterium, from_text("criterium")]] = Field(
        (), description="Waarop in deze ronde beoordeeld wordt, met of zonder punten."
    )
    punten: Punten | None = Field(None, description="Hoogste aantal punten in deze ronde.")
    weging: Procent | None = Field(None, description="Gewicht van de ronde in de totaalscore.")
    minimum_punten: Punten | None = Field(None, description="Wie minder punten haalt, valt af.")
    minimum_procent: Procent | None = Field(
        None, description="Wie minder dan dit deel van de punten haalt, valt af, zoals 60%."
    )
    beste: Aantal | None = Field(None, description="Hoeveel van de beste kandidaten doorgaan.")
    minimaal: Aantal | None = Field(None, description="Hoeveel kandidaten er minstens doorgaan.")
    bij_gelijke_score: Regel | None = Field(None, description="Wat de doorslag geeft bij een gelijke score.")
    panel: Aantal | None = Field(None, description="Met hoeveel vertegenwoordigers het gesprek minstens gevoerd wordt.")
    panelleden: Lijst[Regel] = Field((), description="Wie er namens de opdrachtgever meedoen, naar rol, met lidwoord.")
    duur: Looptijd | None = Field(None, description="Hoelang een gesprek of presentatie duurt, zoals 45 minuten.")
    waar: Regel | None = Field(None, description="Waar het plaatsvindt, met voorzetsel: online, op het stadskantoor.")
    elke_competentie_voldoende: JaNee = Field(
        False, description="Ja als elke competentie minstens voldoende moet zijn."
    )
    bij_onvoldoende: Annotated[str, one_of("volgende", "afvallen")] | None = Field(
        None,
        description="Wat er gebeurt als het gesprek onvoldoende is: volgende (de volgende in de rangorde) of afvallen.",
    )
    terugval: Toets | None = Field(None, description="Welke ronde wordt overgedaan als niemand voldoet.")


class OpschortendeTermijn(Deel):
    """The time for objections before the contract becomes final."""

    dagen: Termijn | None = Field(None, description="Lengte: 20 (kalenderdagen), of zoals 5 werkdagen.")
    vanaf: Plandag | None = Field(None, description="Eerste dag van de termijn.")
    toelichting: RijkeTekst | None = Field(None, description="Hoe en waar iemand bezwaar maakt.")


class Beoordeling(Deel):
    """How the request is decided."""

    toelichting: RijkeTekst | None = Field(None, description="Wat er in het algemeen over de beoordeling te zeggen is.")
    schaal: Lijst[Oordeel] = Field((), description="Oordelen die punten geven, zoals uitstekend 100% en goed 75%.")
    rondes: Lijst[Ronde] = Field((), description="De rondes, in volgorde.")
    bij_gelijke_score: Regel | None = Field(None, description="Wat de doorslag geeft bij een gelijke totaalscore.")
    niemand_voldoet: RijkeTekst | None = Field(None, description="Wat er gebeurt als niemand voldoet, als hele zin.")
    gunning_toelichting: RijkeTekst | None = Field(
        None, description="Wat er na de gunning gebeurt, zoals hoelang de nummer 2 beschikbaar blijft."
    )
    niet_gunnen: JaNee = Field(False, description="Ja als de opdrachtgever mag besluiten de opdracht niet te gunnen.")
    anderen_na_gesprekken: JaNee = Field(
        False, description="Ja als de andere kandidaten na de gesprekken bericht krijgen over het vervolg."
    )
    opschortende_termijn: Annotated[
        OpschortendeTermijn | None,
        from_yes(
            N_("This is not a term for objections."),
            N_("Write “ja”, “nee”, or “dagen” and “vanaf” on the lines below."),
        ),
    ] = Field(None, description="Termijn voor bezwaren na de gunning; ja als de lengte niet bekend is.")
