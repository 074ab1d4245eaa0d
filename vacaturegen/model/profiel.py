"""The profile: everything that is said once about one vacancy or assignment, and from which every document is made."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from vacaturegen.model.aanvraag import Aanvraag
from vacaturegen.model.base import (
    Dag,
    Deel,
    Id,
    JaNee,
    Kenmerk,
    Lagen,
    Lijst,
    Looptijd,
    Regel,
    RijkeTekst,
    from_text,
    one_of,
)
from vacaturegen.model.controle import Uitzonderingen
from vacaturegen.model.organisatie import Broker, Contact, Organisatie
from vacaturegen.model.planning import Planning
from vacaturegen.model.werk import (
    Competentie,
    Contract,
    Esco,
    Gegeven,
    Inzet,
    Reageren,
    Resultaatgebied,
    Salaris,
    Sectie,
    Selectie,
    Standplaats,
    Taakgroep,
)

SOORTEN = ("aanvraag", "vacature", "advertentie")
"""The kinds of document, and the keys of a profile whose presence asks for one."""
STATUSSEN = ("concept", "vastgesteld", "gepubliceerd", "gewijzigd", "ingetrokken", "gesloten")
CLOSED = ("ingetrokken", "gesloten")
"""The states in which nobody can react any more."""


UITGAVEN = ("extern", "intern", "anoniem")
"""The editions of a document: for everybody, for who works there already, and without the name of who asks."""


class Uitgaven(Deel):
    """What an edition says otherwise than the profile: keys of a profile, laid over it as it is over a functie."""

    extern: Lagen = Field(None, description="Voor iedereen.")
    intern: Lagen = Field(None, description="Voor wie er al werkt: eigen data, eigen manier van reageren, voorrang.")
    anoniem: Lagen = Field(
        None,
        description="Zonder de naam van opdrachtgever en broker; over hen iets anders: broker: {antwoorden_op: ...}.",
    )


class Vacature(Deel):
    """The texts that only a vacancy has; they say je."""

    opening: RijkeTekst | None = Field(None, description="Eerste alinea: waarom deze baan.")
    werk: RijkeTekst | None = Field(None, description="Wat je gaat doen, in lopende tekst boven de taken.")
    team: RijkeTekst | None = Field(None, description="Je team en je plek.")
    kandidaat: RijkeTekst | None = Field(None, description="Wie we zoeken, in lopende tekst boven de eisen.")
    aanbod: RijkeTekst | None = Field(None, description="Wat we bieden, in lopende tekst boven de voorwaarden.")
    secties: Lijst[Sectie] = Field((), description="Eigen secties, alleen in de vacature.")


class Advertentie(Deel):
    """The texts that only an advertisement has; they say je."""

    teaser: Regel | None = Field(None, description="Openingsvraag.")
    bijvoeglijk: Regel | None = Field(None, description="Bijvoeglijk naamwoord voor de functie in de kop.")
    oproep: Regel | None = Field(None, description="Vraag boven de oproep om te reageren.")
    secties: Lijst[Sectie] = Field((), description="Eigen secties, alleen in de advertentie.")


class Profiel(Deel):
    """One vacancy or assignment, with its functie, organisatie and broker merged in."""

    id: Id = Field(description="Naam van het profiel in paden; zonder deze sleutel de bestandsnaam.")
    status: Annotated[str, one_of(*STATUSSEN)] | None = Field(
        None, description="Hoever het is; in een concept mogen velden leeg zijn, daarna niet meer."
    )
    status_op: Dag | None = Field(None, description="Dag waarop het gewijzigd, ingetrokken of gesloten is.")
    status_toelichting: RijkeTekst | None = Field(
        None, description="Wat er gewijzigd is, of waarom het is ingetrokken of gesloten; in hele zinnen."
    )
    versie: Kenmerk | None = Field(None, description="Versie, zoals 2 of 1.1.")
    vastgesteld_door: Regel | None = Field(None, description="Wie de tekst heeft vastgesteld; met lidwoord.")
    vastgesteld_op: Dag | None = Field(None, description="Dag waarop de tekst is vastgesteld.")
    voorbeeld: JaNee = Field(False, description="Ja als het een voorbeeld is, waarop niemand kan reageren.")
    bestandsnaam: Lijst[Annotated[str, one_of("versie", "status")]] = Field(
        (), description="Wat er in de naam van de bestanden bij komt: versie, status."
    )
    zaaknummer: Kenmerk | None = Field(
        None, description="Nummer in het zaaksysteem; staat ook boven aan het Word-bestand."
    )
    kenmerk: Kenmerk | None = Field(
        None, description="Eigen kenmerk, zoals een vacaturenummer; staat ook boven aan het Word-bestand."
    )
    functie: Id | None = Field(
        None, description="Functie waarvan taken en competenties komen: de naam van een bestand in functies/."
    )
    niet_overnemen: Lijst[Regel] = Field(
        (),
        description="Sleutels die niet uit functie, organisatie of broker komen, zoals doel of aanvraag.cv;"
        " in een uitgave: die niet uit het profiel komen.",
    )
    organisatie: Organisatie = Field(
        description="Werkgever of opdrachtgever: de naam van een bestand in organisaties/."
    )
    broker: Broker | None = Field(
        None, description="Partij die de aanvraag uitvoert: de naam van een bestand in brokers/."
    )
    titel: Regel = Field(description="Naam van de functie of opdracht.")
    titel_in_zin: Regel | None = Field(
        None, description="Naam van de functie midden in een zin, als die anders is, zoals Java-ontwikkelaar."
    )
    titel_meervoud: Regel | None = Field(None, description="Naam van de functie in het meervoud, bij meer plaatsen.")
    esco: Esco | None = Field(None, description="Beroep in ESCO, de Europese indeling van beroepen.")
    niveau: Regel | None = Field(
        None, description="Niveau van ervaring, zoals junior, medior of senior.", examples=["senior"]
    )
    opleidingsniveau: Regel | None = Field(
        None, description="Opleidingsniveau, zoals mbo, hbo of wo.", examples=["hbo", "wo"]
    )
    afdeling: Regel | None = Field(None, description="Afdeling, cluster of directie.")
    team: Regel | None = Field(None, description="Team.")
    standplaats: Standplaats | None = Field(None, description="Waar het werk is.")
    inzet: Inzet = Field(default_factory=Inzet, description="Hoeveel, vanaf wanneer en hoelang.")
    planning: Planning = Field(default_factory=Planning, description="De dagen van de procedure.")
    doel: RijkeTekst | None = Field(None, description="Waar de functie voor dient, met werkwoorden in de hele vorm.")
    minimale_reactietermijn: Looptijd | None = Field(
        None, description="Hoelang er minstens zit tussen publicatie en sluiting, zoals 5 werkdagen."
    )
    resultaatgebieden: Lijst[Resultaatgebied] = Field((), description="Waarop de functie resultaat laat zien.")
    taken: Lijst[Regel] = Field((), description="Taken, met werkwoorden in de hele vorm.")
    taakgroepen: Lijst[Taakgroep] = Field((), description="Taken die bij elkaar horen, onder een kopje.")
    eisen: Lijst[Regel] = Field((), description="Wat een kandidaat heeft of kan.")
    wensen: Lijst[Regel] = Field((), description="Wat een voordeel is.")
    competenties: Lijst[Annotated[Competentie, from_text("naam")]] = Field((), description="Competenties.")
    voorrang: Lijst[Regel] = Field((), description="Wie voorgaat bij gelijke geschiktheid, in volgorde.")
    voorrang_altijd: JaNee = Field(
        False, description="Ja als wie voorgaat, ook voorgaat boven kandidaten die geschikter zijn."
    )
    kerngegevens_extra: Lijst[Gegeven] = Field((), description="Eigen regels onder aan de tabel met kerngegevens.")
    salaris: Salaris | None = Field(None, description="Salaris bij een dienstverband.")
    contract: Contract | None = Field(None, description="Soort dienstverband.")
    arbeidsvoorwaarden: Lijst[RijkeTekst] = Field((), description="Wat er naast het salaris geboden wordt.")
    contacten: Lijst[Contact] = Field((), description="Bij wie informatie te krijgen is.")
    reageren: Reageren | None = Field(None, description="Waar een reactie heen gaat.")
    wervingsbureau: Regel | None = Field(None, description="Bureau dat de werving verzorgt, zoals het in een zin heet.")
    selectie: Selectie | None = Field(None, description="Wat een kandidaat van de procedure moet weten.")
    secties: Lijst[Sectie] = Field((), description="Eigen secties, in elk document dat de genoemde plaats heeft.")
    uitgaven: Uitgaven | None = Field(
        None, description="Uitgaven met eigen data en teksten; zonder deze sleutel is er één, voor iedereen."
    )
    geen_naam: Lijst[Regel] = Field(
        (), description="Woorden die in de anonieme uitgave mogen staan, al lijken ze op een naam, zoals OR."
    )
    negeren: Uitzonderingen = Field((), description="Regels van de controle die hier niet tellen, met de reden.")
    aanvraag: Aanvraag | None = Field(None, description="Maakt een aanvraag aan leveranciers.")
    vacature: Vacature | None = Field(None, description="Maakt een vacaturetekst.")
    advertentie: Advertentie | None = Field(None, description="Maakt een advertentie.")

    def soorten(self) -> tuple[str, ...]:
        """Return the kinds of document that this profile asks for."""
        return tuple(soort for soort in SOORTEN if getattr(self, soort) is not None)
