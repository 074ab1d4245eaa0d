"""The days of a procedure: the fixed ones in their order, moments of one's own, and how each is called.

A day can follow from another one: what is loaded has the day itself in its place (`planning.resolving`).
"""

from __future__ import annotations

from pydantic import Field

from vacaturegen.model.base import Deel, Lijst, Plandag, Regel


class Moment(Deel):
    """A moment of one's own in the planning."""

    naam: Regel = Field(description="Wat er dan gebeurt, zoals schouw of startgesprek.")
    dag: Plandag = Field(description="Wanneer.")
    tot: Plandag | None = Field(None, description="Laatste dag, als het er meer zijn.")
    toelichting: Regel | None = Field(None, description="Waar of hoe, in een paar woorden, zoals in het gemeentehuis.")


class Benamingen(Deel):
    """Names of one's own for rows of the planning."""

    publicatie: Regel | None = Field(None, description="Eigen naam voor de regel publicatie.")
    vragen: Regel | None = Field(None, description="Eigen naam voor de regel vragen.")
    antwoorden: Regel | None = Field(None, description="Eigen naam voor de regel antwoorden.")
    vragen_tweede_ronde: Regel | None = Field(None, description="Eigen naam voor de regel vragen_tweede_ronde.")
    antwoorden_tweede_ronde: Regel | None = Field(None, description="Eigen naam voor de regel antwoorden_tweede_ronde.")
    sluiting: Regel | None = Field(None, description="Eigen naam voor de regel sluiting.")
    briefselectie: Regel | None = Field(None, description="Eigen naam voor de regel briefselectie.")
    uitnodiging: Regel | None = Field(None, description="Eigen naam voor de regel uitnodiging.")
    gesprekken: Regel | None = Field(None, description="Eigen naam voor de regel gesprekken.")
    voorlopige_gunning: Regel | None = Field(None, description="Eigen naam voor de regel voorlopige_gunning.")
    gunning: Regel | None = Field(None, description="Eigen naam voor de regel gunning.")


class Planning(Deel):
    """The days of the procedure, in the order in which they come."""

    publicatie: Plandag | None = Field(None, description="Dag van publicatie.")
    vragen: Plandag | None = Field(None, description="Tot wanneer vragen gesteld kunnen worden.")
    antwoorden: Plandag | None = Field(None, description="Wanneer de antwoorden verschijnen.")
    vragen_tweede_ronde: Plandag | None = Field(
        None, description="Tot wanneer er na de antwoorden nog een keer vragen gesteld kunnen worden."
    )
    antwoorden_tweede_ronde: Plandag | None = Field(
        None, description="Wanneer de antwoorden op die tweede ronde verschijnen."
    )
    sluiting: Plandag | None = Field(None, description="Einde van de inschrijving of laatste dag om te reageren.")
    briefselectie: Plandag | None = Field(
        None, description="Wanneer uit de brieven gekozen wordt wie er op gesprek komt."
    )
    uitnodiging: Plandag | None = Field(None, description="Wanneer bekend is wie er op gesprek komt.")
    gesprekken: Plandag | None = Field(None, description="Dag van de gesprekken; meer dagen horen in momenten.")
    voorlopige_gunning: Plandag | None = Field(
        None, description="Dag van de voorlopige gunning, waarna iemand bezwaar kan maken."
    )
    gunning: Plandag | None = Field(None, description="Dag van de gunning of benoeming.")
    momenten: Lijst[Moment] = Field((), description="Eigen momenten, zoals een tweede dag voor gesprekken.")
    benamingen: Benamingen | None = Field(
        None, description="Eigen namen voor regels van de planning, zoals gunning: Benoeming."
    )
