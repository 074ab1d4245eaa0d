"""The tender request: procurement facts, and which parts it has. How it is decided: see `beoordeling`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from vacaturegen.model.base import (
    Bedrag,
    Deel,
    JaNee,
    Kenmerk,
    Lijst,
    Looptijd,
    Procent,
    Punten,
    Regel,
    RijkeTekst,
    Spreiding,
    from_text,
    known,
    one_of,
)
from vacaturegen.model.beoordeling import Beoordeling, Gunningscriterium, Knockout, Prijs, Weging, Wens
from vacaturegen.model.inschrijving import (
    CvEisen,
    Facturatie,
    Inschrijving,
    Overname,
    Tarief,
    Vervanging,
)
from vacaturegen.model.organisatie import Arbeidsrelatie
from vacaturegen.model.werk import Sectie, Tekstblok, Vraag
from vacaturegen.notation import Bijzonder


class Aanvraag(Deel):
    """The facts and texts that only a tender request has."""

    nummer: Kenmerk | None = Field(None, description="Nummer van de aanvraag.")
    das: JaNee | None = Field(None, description="Ja als de opdracht binnen een dynamisch aankoopsysteem valt.")
    procedure: Regel | None = Field(None, description="Andere inkoopprocedure, zoals raamovereenkomst.")
    perceel: Regel | None = Field(None, description="Perceel, zoals perceel 3: juridisch.")
    cpv: Lijst[Kenmerk] = Field((), description="CPV-codes van de opdracht.")
    reden: Regel | None = Field(None, description="Reden van de aanvraag, zoals tijdelijk meer werk.")
    inschaling: Regel | None = Field(None, description="Waarmee de opdracht te vergelijken is, zoals schaal 8.")
    arbeidsrelatie: Arbeidsrelatie = Field(
        description="Vorm van de arbeidsrelatie: zelfstandig, tussenkomst, detachering of open. Kiest de DBA-clausule."
    )
    uren_totaal: Spreiding | None = Field(
        None, description="Uren voor de hele opdracht, als er geen uren per week zijn, zoals 200 of maximaal 200."
    )
    werkwijze: RijkeTekst | None = Field(
        None, description="Hoe en waar het werk gebeurt, zoals welke dagen op kantoor; komt bij de werkdagen."
    )
    zzp_toegestaan: JaNee | None = Field(None, description="Ja als een zzp'er de opdracht mag uitvoeren.")
    doorleen_toegestaan: JaNee | None = Field(None, description="Ja als doorlenen mag.")
    payroll_toegestaan: JaNee | None = Field(None, description="Ja als payrolling mag.")
    tarief: Tarief | None = Field(None, description="Wat het werk mag kosten.")
    fee_per_uur: Bedrag | None = Field(None, description="Fee van de broker per gewerkt uur, in euro.")
    fee_percentage: Procent | None = Field(None, description="Fee van de broker als percentage van het tarief.")
    fee_eenmalig: Bedrag | None = Field(None, description="Fee van de broker die één keer betaald wordt, in euro.")
    fee_betaler: Regel = Field("de winnende leverancier", description="Wie de fee betaalt.")
    fee_ontvanger: Regel | None = Field(None, description="Wie de fee krijgt, als dat niet de broker is.")
    fee_toelichting: RijkeTekst | None = Field(None, description="Uitleg bij de fee.")
    opdracht: Lijst[Tekstblok] = Field((), description="De opdracht in tekst: aanleiding, doel, rol.")
    knockouts: Lijst[Annotated[Knockout, from_text("eis")]] = Field(
        (), description="Eisen waaraan elke kandidaat voldoet. Eigen apparatuur en tarief komen er vanzelf bij."
    )
    uitsluitingsgronden: Lijst[RijkeTekst] = Field(
        (), description="Gronden waarop een inschrijver wordt uitgesloten; één grond wordt een alinea."
    )
    gunningscriteria: Lijst[Gunningscriterium] = Field((), description="Criteria met punten of met een weging.")
    wensen: Lijst[Annotated[Wens, from_text("wens")]] = Field((), description="Wensen met punten of met een weging.")
    prijs: Prijs | None = Field(None, description="Hoe het aangeboden tarief punten geeft.")
    weging: Weging | None = Field(None, description="Waaruit de totaalscore bestaat; samen 100%.")
    punten_totaal: Punten | None = Field(None, description="Som van de punten, ter controle.")
    beoordeling: Beoordeling | None = Field(None, description="De rondes van de beoordeling.")
    cv: CvEisen | None = Field(None, description="Eisen aan het cv.")
    inschrijving: Inschrijving | None = Field(None, description="Wat een inschrijver indient, waar en hoe.")
    vragen_via: Regel | None = Field(
        None, description="Waar vragen binnenkomen als er geen broker is, met lidwoord, zoals het inkoopplatform."
    )
    antwoorden_op: Regel | None = Field(
        None, description="Waar de antwoorden verschijnen als er geen broker is, met lidwoord."
    )
    byod: JaNee | None = Field(
        None, description="Ja als de professional met eigen apparatuur werkt (bring your own device)."
    )
    eigen_middelen: Lijst[Regel] = Field(
        (), description="Welke eigen apparatuur nodig is, met lidwoord, zoals een laptop."
    )
    vog: Annotated[str, one_of("vereist", "gevraagd")] | None = Field(
        None, description="Of een Verklaring Omtrent het Gedrag (VOG) vereist is of gevraagd zal worden."
    )
    screening: Regel | None = Field(None, description="Andere screening, zoals een veiligheidsonderzoek.")
    integriteitsverklaring: JaNee | None = Field(
        None, description="Ja als de professional een integriteitsverklaring ondertekent."
    )
    geheimhouding: JaNee | None = Field(
        None, description="Ja als de professional een geheimhoudingsverklaring ondertekent."
    )
    waadi: JaNee | None = Field(
        None, description="Ja als registratie volgens de Waadi nodig is bij terbeschikkingstelling."
    )
    wtta: JaNee | None = Field(
        None, description="Ja als toelating volgens de Wtta nodig is, zodra de wet die voorschrijft."
    )
    ketentoets: JaNee | None = Field(
        None, description="Ja als de leverancier nagaat of eerdere contracten passen binnen de ketenregeling."
    )
    g_rekening: JaNee | None = Field(
        None, description="Ja als wie personeel ter beschikking stelt, een G-rekening nodig heeft."
    )
    g_rekening_procent: Procent | None = Field(
        None, description="Welk deel van de factuur op de G-rekening betaald wordt, als percentage."
    )
    certificaten: Lijst[Regel] = Field((), description="Vereiste certificaten, zoals ISO 27001.")
    verzekering: Regel | None = Field(None, description="Vereiste verzekering.")
    voorwaarden: Lijst[RijkeTekst] = Field((), description="Inkoopvoorwaarden en contracten die gelden.")
    opzegtermijn: Looptijd | None = Field(None, description="Termijn waarmee de opdracht op te zeggen is.")
    vervanging: Vervanging | None = Field(None, description="Wat er gebeurt als de professional uitvalt.")
    overname: Annotated[Overname, from_text("toegestaan")] | None = Field(
        None, description="Overname van de professional: ja, nee, of wanneer die kosteloos is."
    )
    facturatie: Facturatie | None = Field(None, description="Hoe de facturatie loopt.")
    klachten: RijkeTekst | None = Field(
        None, description="Waar een inschrijver een klacht over de aanvraag indient; in hele zinnen."
    )
    overig: Lijst[RijkeTekst] = Field((), description="Andere mededelingen.")
    vragen_en_antwoorden: Lijst[Vraag] = Field((), description="Gestelde vragen met hun antwoord.")
    secties: Lijst[Sectie] = Field((), description="Eigen secties, alleen in de aanvraag.")

    def tarief_is_eis(self) -> bool:
        """Tell whether the rate is a knock-out: it has a highest amount, or a lowest."""
        tarief = known(self, "tarief")
        if tarief is None:
            return False
        highest = tarief.maximum is not None and not isinstance(tarief.maximum, Bijzonder)
        return highest or (tarief.minimum is not None and not isinstance(tarief.minimum, Bijzonder))

    def aantal_knockouts(self) -> int:
        """Return how many knock-outs there are, with those that follow from facts: own equipment and the rate."""
        return len(list(self.knockouts)) + bool(known(self, "byod")) + self.tarief_is_eis()
