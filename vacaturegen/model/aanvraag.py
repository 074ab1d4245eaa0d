"""The tender request: procurement facts, rate and fee, knock-outs, award criteria, and the rounds of the assessment."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from vacaturegen.i18n import _
from vacaturegen.model.base import (
    Aantal,
    Bedrag,
    Dag,
    Deel,
    JaNee,
    Kenmerk,
    Lijst,
    Maximum,
    Regel,
    RijkeTekst,
    known,
    one_of,
)
from vacaturegen.model.organisatie import Arbeidsrelatie
from vacaturegen.model.werk import Sectie, Tekstblok, Vraag
from vacaturegen.notation import Bijzonder, NotationError, parse_yes_no

TOETSEN = ("knockoutcriteria", "gunningscriteria", "cv", "gesprek")
Toets = Annotated[str, one_of(*TOETSEN)]


class Tarief(Deel):
    """What an hour may cost."""

    maximum: Maximum = Field(description="Hoogste uurtarief in euro, geen maximum, of nader te bepalen.")
    btw: Annotated[str, one_of("exclusief", "inclusief")] = Field(description="Exclusief of inclusief btw.")
    inclusief: Lijst[Regel] = Field((), description="Wat er in het tarief zit; fee staat voor de fee van de broker.")


class Gunningscriterium(Deel):
    """A criterion that gives points."""

    criterium: Regel = Field(description="Wat er beoordeeld wordt en hoe de kandidaat het aantoont.")
    punten: Aantal = Field(description="Aantal punten.")


class Ronde(Deel):
    """One round of the assessment. Its number and the references to other rounds are generated."""

    toets: Toets = Field(description="Wat er getoetst wordt: knockoutcriteria, gunningscriteria, cv of gesprek.")
    beoordelaar: Annotated[str, one_of("broker", "organisatie")] = Field(description="Wie er beoordeelt.")
    criteria: Lijst[Regel] = Field((), description="Criteria bij een beoordeling van het cv.")
    beste: Aantal | None = Field(None, description="Hoeveel van de beste kandidaten doorgaan.")
    minimaal: Aantal | None = Field(None, description="Hoeveel kandidaten er minstens doorgaan.")
    bij_gelijke_score: Regel | None = Field(None, description="Wat de doorslag geeft bij een gelijke score.")
    panel: Aantal | None = Field(None, description="Met hoeveel vertegenwoordigers het gesprek minstens gevoerd wordt.")
    elke_competentie_voldoende: JaNee = Field(
        False, description="Ja als elke competentie minstens voldoende moet zijn."
    )
    terugval: Toets | None = Field(None, description="Welke ronde wordt overgedaan als niemand voldoet.")


class OpschortendeTermijn(Deel):
    """The time for objections before the contract becomes final."""

    dagen: Aantal | None = Field(None, description="Lengte in kalenderdagen.")
    vanaf: Dag | None = Field(None, description="Eerste dag van de termijn.")


def _promised(value: object) -> object:
    """Let `opschortende_termijn: ja` stand for a term whose length is not known (yet), and `nee` for none."""
    if not isinstance(value, str):
        return value
    try:
        return {} if parse_yes_no(value) else None
    except NotationError:
        hint = _("Write “ja”, “nee”, or “dagen” and “vanaf” on the lines below.")
        raise PydanticCustomError(
            "notation", "{message}", {"message": _("This is not a term for objections."), "hint": hint}
        ) from None


class Beoordeling(Deel):
    """How the request is decided."""

    rondes: Lijst[Ronde] = Field((), description="De rondes, in volgorde.")
    anderen_na_gesprekken: JaNee = Field(
        False, description="Ja als de andere kandidaten na de gesprekken bericht krijgen over het vervolg."
    )
    opschortende_termijn: Annotated[OpschortendeTermijn | None, BeforeValidator(_promised)] = Field(
        None, description="Termijn voor bezwaren na de gunning; ja als de lengte niet bekend is."
    )


class CvEisen(Deel):
    """What a CV must look like."""

    max_paginas: Aantal | None = Field(None, description="Hoogste aantal pagina's.")
    taal: Regel | None = Field(None, description="Taal van het cv.")
    min_referenties: Aantal | None = Field(None, description="Laagste aantal referenties.")


class Facturatie(Deel):
    """How invoices go."""

    via: Annotated[str, one_of("broker", "organisatie")] = Field(
        description="Wiens facturatiemodule er gebruikt wordt."
    )
    handleiding: JaNee = Field(False, description="Ja als de winnaar een handleiding krijgt.")


class Aanvraag(Deel):
    """The facts and texts that only a tender request has."""

    nummer: Kenmerk | None = Field(None, description="Nummer van de aanvraag.")
    das: JaNee | None = Field(None, description="Ja als de opdracht binnen een dynamisch aankoopsysteem valt.")
    procedure: Regel | None = Field(None, description="Andere inkoopprocedure, zoals raamovereenkomst.")
    arbeidsrelatie: Arbeidsrelatie = Field(
        description="Vorm van de arbeidsrelatie: zelfstandig, tussenkomst, detachering of open. Kiest de DBA-clausule."
    )
    zzp_toegestaan: JaNee | None = Field(None, description="Ja als een zzp'er de opdracht mag uitvoeren.")
    doorleen_toegestaan: JaNee | None = Field(None, description="Ja als doorlenen mag.")
    tarief: Tarief | None = Field(None, description="Uurtarief.")
    fee_per_uur: Bedrag | None = Field(None, description="Fee van de broker per gewerkt uur, in euro.")
    fee_betaler: Regel = Field("de winnende leverancier", description="Wie de fee betaalt.")
    opdracht: Lijst[Tekstblok] = Field((), description="De opdracht in tekst: aanleiding, doel, rol.")
    knockouts: Lijst[Regel] = Field(
        (), description="Eisen waaraan elke kandidaat voldoet. Eigen apparatuur en tarief komen er vanzelf bij."
    )
    gunningscriteria: Lijst[Gunningscriterium] = Field((), description="Criteria met punten.")
    punten_totaal: Aantal | None = Field(None, description="Som van de punten, ter controle.")
    beoordeling: Beoordeling | None = Field(None, description="De rondes van de beoordeling.")
    cv: CvEisen | None = Field(None, description="Eisen aan het cv.")
    byod: JaNee | None = Field(
        None, description="Ja als de professional met eigen apparatuur werkt (bring your own device)."
    )
    eigen_middelen: Lijst[Regel] = Field((), description="Welke eigen apparatuur nodig is.")
    vog: Annotated[str, one_of("vereist", "gevraagd")] | None = Field(
        None, description="Of een Verklaring Omtrent het Gedrag (VOG) vereist is of gevraagd zal worden."
    )
    waadi: JaNee | None = Field(
        None, description="Ja als registratie volgens de Waadi nodig is bij terbeschikkingstelling."
    )
    g_rekening: JaNee | None = Field(None, description="Ja als een G-rekening nodig is.")
    verzekering: Regel | None = Field(None, description="Vereiste verzekering.")
    facturatie: Facturatie | None = Field(None, description="Hoe de facturatie loopt.")
    overig: Lijst[RijkeTekst] = Field((), description="Andere mededelingen.")
    vragen_en_antwoorden: Lijst[Vraag] = Field((), description="Gestelde vragen met hun antwoord.")
    secties: Lijst[Sectie] = Field((), description="Eigen secties, alleen in de aanvraag.")

    def tarief_is_eis(self) -> bool:
        """Tell whether the rate is a knock-out: it has a highest amount."""
        return known(self, "tarief") is not None and not isinstance(known(self, "tarief.maximum"), Bijzonder)

    def aantal_knockouts(self) -> int:
        """Return how many knock-outs there are, with those that follow from facts: own equipment and the rate."""
        return len(list(self.knockouts)) + bool(known(self, "byod")) + self.tarief_is_eis()
