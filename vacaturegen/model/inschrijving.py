"""The terms of a tender request: the rate, what a bidder hands in, the CV, invoices, replacement and takeover."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from vacaturegen.i18n import N_
from vacaturegen.model.base import (
    Aantal,
    Bedrag,
    Deel,
    JaNee,
    Kenmerk,
    Lijst,
    Looptijd,
    Maximum,
    Plandag,
    Regel,
    RijkeTekst,
    from_yes,
    one_of,
)
from vacaturegen.model.werk import Toeslag

TARIEVEN = ("uur", "dag", "week", "maand", "opdracht")


class Tarief(Deel):
    """What the work may cost."""

    maximum: Maximum | None = Field(None, description="Hoogste tarief in euro, geen maximum, of nader te bepalen.")
    minimum: Bedrag | None = Field(None, description="Laagste tarief in euro dat een inschrijver mag aanbieden.")
    indicatie: Bedrag | None = Field(None, description="Richttarief in euro, waarvan een bieder mag afwijken.")
    indicatie_tot: Bedrag | None = Field(None, description="Hoogste richttarief, als de indicatie een bandbreedte is.")
    per: Annotated[str, one_of(*TARIEVEN)] = Field(
        "uur", description="Waarvoor het tarief geldt: uur, dag, week, maand, of opdracht voor een vaste prijs."
    )
    btw: Annotated[str, one_of("exclusief", "inclusief", "vrijgesteld")] = Field(
        description="Exclusief of inclusief btw, of vrijgesteld van btw."
    )
    all_in: JaNee = Field(False, description="Ja als alle kosten in het tarief zitten.")
    inclusief: Lijst[Regel] = Field((), description="Wat er in het tarief zit; fee staat voor de fee van de broker.")
    exclusief: Lijst[Regel] = Field((), description="Wat er niet in het tarief zit, zoals reiskosten.")
    apart_vergoed: Lijst[Regel] = Field(
        (), description="Wat er naast het tarief vergoed wordt, met bedrag, zoals dienstreizen: € 0,23 per kilometer."
    )
    toeslagen: Lijst[Toeslag] = Field((), description="Toeslagen boven op het tarief, zoals voor avonddiensten.")
    indexering: Regel | None = Field(
        None, description="Of en hoe het tarief tijdens de opdracht verandert, in één zin."
    )
    toelichting: RijkeTekst | None = Field(None, description="Uitleg bij het tarief.")


class Motivatie(Deel):
    """The letter that goes with a bid."""

    max_paginas: Aantal | None = Field(None, description="Hoogste aantal pagina's.")
    max_woorden: Aantal | None = Field(None, description="Hoogste aantal woorden.")
    toelichting: RijkeTekst | None = Field(None, description="Waar de motivatie op ingaat.")


class Inschrijving(Deel):
    """What a bidder hands in, where, and how long the offer stands."""

    via: Regel | None = Field(None, description="Waar de inschrijving binnenkomt, met lidwoord, zoals het platform.")
    kandidaten: Aantal | None = Field(None, description="Hoeveel kandidaten een inschrijver hoogstens aanbiedt.")
    documenten: Lijst[RijkeTekst] = Field((), description="Stukken die een inschrijver indient.")
    motivatie: Annotated[
        Motivatie | None,
        from_yes(
            N_("This does not say what is asked of the motivation."),
            N_("Write “ja”, “nee”, or “max_paginas” or “max_woorden” on the lines below."),
        ),
    ] = Field(None, description="Motivatiebrief: ja, of de hoogste lengte ervan.")
    gestanddoening: Looptijd | None = Field(
        None, description="Hoelang de inschrijving na de sluiting geldig blijft, zoals 60 dagen."
    )
    gestand_tot: Plandag | None = Field(None, description="Tot en met welke dag de inschrijving geldig blijft.")
    aanvullen: JaNee | None = Field(None, description="Ja als een onvolledige inschrijving aangevuld mag worden.")
    toelichting: RijkeTekst | None = Field(None, description="Andere eisen aan de inschrijving.")


class CvEisen(Deel):
    """What a CV must look like."""

    max_paginas: Aantal | None = Field(None, description="Hoogste aantal pagina's.")
    taal: Regel | None = Field(None, description="Taal van het cv.")
    bestand: Regel | None = Field(None, description="Soort bestand, met lidwoord, zoals een pdf-bestand.")
    sjabloon: Regel | None = Field(None, description="Verplicht model voor het cv, met lidwoord.")
    anoniem: JaNee = Field(False, description="Ja als er geen naam of andere persoonsgegevens in het cv mogen staan.")
    min_referenties: Aantal | None = Field(None, description="Laagste aantal referenties.")
    referenties: Lijst[Regel] = Field((), description="Voorwaarden aan de referenties, elk als hele zin.")
    eisen: Lijst[Regel] = Field((), description="Andere eisen aan het cv, elk als hele zin.")


class Facturatie(Deel):
    """How invoices go."""

    via: Annotated[str, one_of("broker", "organisatie")] | None = Field(
        None, description="Wiens facturatiemodule er gebruikt wordt."
    )
    systeem: Regel | None = Field(None, description="Ander systeem voor de facturen, met lidwoord.")
    per: Annotated[str, one_of("week", "4 weken", "maand", "opdracht")] | None = Field(
        None, description="Hoe vaak er gefactureerd wordt: per week, 4 weken, maand of opdracht."
    )
    betaaltermijn: Looptijd | None = Field(None, description="Binnen welke tijd de factuur betaald wordt.")
    urenregistratie: Regel | None = Field(
        None, description="Waarin de uren staan, met lidwoord, zoals het urensysteem."
    )
    handleiding: JaNee = Field(False, description="Ja als de winnaar een handleiding krijgt.")
    toelichting: RijkeTekst | None = Field(None, description="Andere afspraken over de facturen.")


class Overname(Deel):
    """When the client may employ the professional."""

    toegestaan: JaNee = Field(True, description="Nee als de opdrachtgever de professional niet mag overnemen.")
    na_uren: Aantal | None = Field(None, description="Na hoeveel gewerkte uren overname kosteloos is.")
    na: Looptijd | None = Field(None, description="Na welke tijd overname kosteloos is, zoals 1 jaar.")
    vergoeding: Kenmerk | None = Field(
        None, description="Vergoeding bij overname, zoals € 5 voor elk uur dat nog niet gewerkt is."
    )
    toelichting: RijkeTekst | None = Field(None, description="Andere afspraken over overname.")


class Vervanging(Deel):
    """What a supplier does when the professional drops out."""

    binnen: Looptijd | None = Field(None, description="Binnen welke tijd er een vervanger is, zoals 5 werkdagen.")
    toelichting: RijkeTekst | None = Field(None, description="Andere afspraken over vervanging.")
