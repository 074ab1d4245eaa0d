"""The work itself and its terms: what is done, where, when, how much, for what pay. Shared by all kinds of document."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from vacaturegen.model.base import (
    Aantal,
    Bedrag,
    Dag,
    Deel,
    Email,
    Id,
    JaNee,
    Kenmerk,
    Lijst,
    Looptijd,
    Ogenblik,
    Plaatsen,
    Planmoment,
    Procent,
    Regel,
    RijkeTekst,
    Schaal,
    Spreiding,
    Telefoon,
    Verlengingen,
    Webadres,
    Werkdag,
    one_of,
    parse_words,
    read_as,
)

CONTRACTS = ("vast", "tijdelijk")
"""Kinds of contract of which a text and a rule know more."""


def parse_contract(text: str) -> str:
    """Return the kind of a contract: a known one in small letters, or one of one's own."""
    line = parse_words(text)
    return line.lower() if line.lower() in CONTRACTS else line


class Standplaats(Deel):
    """Where the work is done."""

    naam: Regel | None = Field(
        None, description="Gebouw met lidwoord, zoals het provinciehuis.", examples=["het provinciehuis"]
    )
    plaats: Regel | None = Field(None, description="Plaatsnaam.")
    adres: Regel | None = Field(None, description="Straat en huisnummer van de werkplek.")
    andere_locaties: Lijst[Regel] = Field(
        (),
        description="Waar er nog meer gewerkt wordt, zoals de buitendienst in Hoek.",
    )
    regio: Regel | None = Field(None, description="Regio of provincie.")
    bereikbaarheid: Regel | None = Field(None, description="Hoe de werkplek te bereiken is, in één zin.")


class Inzet(Deel):
    """How much, from when, for how long."""

    start: Planmoment | None = Field(
        None, description="Startdatum: een datum, een maand, z.s.m., in overleg, uiterlijk ... of nader te bepalen."
    )
    einde: Ogenblik | None = Field(None, description="Einddatum, als de duur niet is opgegeven.")
    duur: Looptijd | None = Field(None, description="Duur, zoals 6 maanden.")
    verlenging: Verlengingen | None = Field(None, description="Opties voor verlenging, zoals 2 x 6 maanden.")
    uren_per_week: Spreiding | None = Field(None, description="Uren per week, zoals 36 of 4 tot 6.")
    omvang: Annotated[str, one_of("voltijd", "deeltijd", "voltijd of deeltijd")] | None = Field(
        None, description="Voltijd of deeltijd, als het aantal uren niet bekend is."
    )
    werkdagen: Lijst[Werkdag] = Field((), description="Vaste werkdagen, zoals [donderdag].")
    werktijden: Regel | None = Field(None, description="Werktijden, als die vastliggen.")
    hybride: JaNee | None = Field(None, description="Ja als een deel van het werk op afstand kan.")
    aantal: Plaatsen | None = Field(
        None, description="Aantal plaatsen, als het er meer dan één zijn, zoals 4 of 4 tot 6."
    )
    toelichting: RijkeTekst | None = Field(
        None, description="Wat er verder over uren, dagen en duur te zeggen is, zoals dagen in overleg."
    )


class Esco(Deel):
    """An occupation in ESCO, the European classification: https://esco.ec.europa.eu."""

    code: Kenmerk = Field(description="Code, zoals 3343.4.")
    label: Regel = Field(description="Naam van het beroep in ESCO.")
    uri: Webadres | None = Field(None, description="Adres van het beroep in ESCO.")


class Gegeven(Deel):
    """A fact of one's own in the table of key facts."""

    naam: Regel = Field(description="Wat het is.")
    waarde: Kenmerk = Field(description="De waarde, zoals die in de tabel komt.")


class Resultaatgebied(Deel):
    """An area in which the work has to show results."""

    naam: Regel = Field(description="Naam van het resultaatgebied.")
    omschrijving: Regel = Field(description="Wat er bereikt wordt, met werkwoorden in de hele vorm.")


class Taakgroep(Deel):
    """Tasks that belong together."""

    naam: Regel = Field(description="Kopje boven de taken.")
    taken: Lijst[Regel] = Field(description="Taken, met werkwoorden in de hele vorm.")


class Competentie(Deel):
    """A competence, alone or with what it is for."""

    naam: Regel = Field(description="De competentie, in een of een paar woorden.")
    doel: Regel | None = Field(
        None, description="Waarvoor zij nodig is: om ... te ...", examples=["om veranderingen goed te begeleiden"]
    )


class Toeslag(Deel):
    """What is paid on top of a rate or a salary, for some hours or some work."""

    naam: Regel = Field(description="Waarvoor de toeslag is, zoals avonddienst.")
    procent: Procent | None = Field(None, description="Hoogte als percentage.")
    bedrag: Bedrag | None = Field(None, description="Hoogte in euro, in plaats van een percentage.")
    per: Regel | None = Field(None, description="Waarvoor het bedrag geldt, zoals uur of dienst.")
    toelichting: RijkeTekst | None = Field(None, description="Uitleg bij de toeslag.")


class Salaris(Deel):
    """Pay for employment, for the full-time norm."""

    schaal: Schaal | None = Field(None, description="Salarisschaal, zoals 10, 10A of FWG 45.")
    benaming: Regel | None = Field(
        None,
        description="Ander woord voor het salaris, zonder lidwoord, zoals stagevergoeding.",
        examples=["stagevergoeding"],
    )
    aanloopschaal: Schaal | None = Field(None, description="Schaal voor wie nog niet aan alle eisen voldoet.")
    aanloop_minimum: Bedrag | None = Field(
        None, description="Bedrag waarmee de aanloopschaal begint, bij de voltijdnorm."
    )
    cao: Regel | None = Field(None, description="Cao die geldt, zoals cao Gemeenten.")
    tabel_vanaf: Dag | None = Field(None, description="Ingangsdatum van de salaristabel.")
    periode: Annotated[str, one_of("uur", "maand", "jaar")] = Field(
        "maand", description="Waarvoor de bedragen gelden: uur, maand of jaar."
    )
    minimum: Bedrag | None = Field(None, description="Laagste brutobedrag in euro bij de voltijdnorm.")
    maximum: Bedrag | None = Field(None, description="Hoogste brutobedrag in euro bij de voltijdnorm.")
    voltijd_uren: Aantal | None = Field(None, description="Voltijdnorm in uren per week.")
    ikb: Procent | None = Field(None, description="Individueel keuzebudget als percentage van het salaris.")
    ikb_gebruik: Regel | None = Field(None, description="Waar het keuzebudget voor te gebruiken is, in één zin.")
    vakantiegeld: Procent | None = Field(None, description="Vakantiegeld als percentage van het salaris.")
    eindejaarsuitkering: Procent | None = Field(None, description="Eindejaarsuitkering als percentage van het salaris.")
    toeslagen: Lijst[Toeslag] = Field((), description="Toeslagen boven op het salaris.")
    afhankelijk_van: Lijst[Regel] = Field((), description="Wat de hoogte bepaalt, zoals ervaring en opleiding.")
    toelichting: RijkeTekst | None = Field(None, description="Wat er verder over het salaris te zeggen is.")


class Contract(Deel):
    """The employment contract."""

    soort: Annotated[str, read_as(parse_contract, prose=True)] = Field(
        description="Tijdelijk, vast, of een andere vorm, zoals detachering."
    )
    duur: Looptijd | None = Field(None, description="Duur van een tijdelijk contract.")
    uitzicht_op_vast: JaNee = Field(False, description="Ja als een vast contract daarna mogelijk is.")
    proeftijd: Looptijd | None = Field(None, description="Proeftijd, zoals 1 maand.")
    reden: Regel | None = Field(None, description="Waarom de plaats vrij is, zoals vervanging tijdens verlof.")
    toelichting: RijkeTekst | None = Field(None, description="Wat er verder over het contract te zeggen is.")


class Reageren(Deel):
    """Where a reaction goes to."""

    email: Email | None = Field(None, description="E-mailadres voor reacties.")
    webadres: Webadres | None = Field(None, description="Webadres van het reactieformulier.")
    telefoon: Telefoon | None = Field(None, description="Telefoonnummer, als reageren ook per telefoon kan.")
    per_post: JaNee = Field(
        False, description="Ja als een reactie ook met de post kan; het adres is dat van de organisatie."
    )
    ter_attentie_van: Regel | None = Field(None, description="Aan wie een reactie gericht is, met lidwoord.")
    meesturen: Lijst[Regel] = Field((), description="Wat er bij een reactie hoort, zoals een cv.")
    toelichting: RijkeTekst | None = Field(None, description="Wat er verder over reageren te zeggen is.")


class Selectie(Deel):
    """What a candidate has to know of the procedure before reacting: what happens, and with whose papers how long."""

    assessment: JaNee | None = Field(None, description="Ja als een assessment deel is van de procedure.")
    geneeskundig_onderzoek: JaNee | None = Field(
        None, description="Ja als een geneeskundig onderzoek deel is van de procedure."
    )
    keuring: Regel | None = Field(None, description="Welke keuring er is, of alleen ja of nee.")
    referenties: JaNee | None = Field(None, description="Ja als er referenties worden gevraagd.")
    vog: JaNee | None = Field(None, description="Ja als een Verklaring Omtrent het Gedrag (VOG) nodig is.")
    eed: JaNee | None = Field(None, description="Ja als de eed of belofte wordt afgelegd.")
    commissie: Regel | None = Field(None, description="Wie er in de selectiecommissie zitten, naar rol, met lidwoord.")
    vertrouwelijk: JaNee = Field(False, description="Ja als een reactie vertrouwelijk wordt behandeld.")
    screening: Regel | None = Field(None, description="Wat er wordt nagegaan, zoals diploma's; in één zin.")
    sollicitatiecode: Regel | None = Field(
        None, description="Code die geldt, met of zonder lidwoord, zoals de NVP Sollicitatiecode."
    )
    bewaartermijn: Looptijd | None = Field(
        None, description="Hoelang brieven en cv's na de procedure bewaard worden, zoals 2 weken."
    )
    acquisitie: JaNee | None = Field(None, description="Nee als bureaus niet op de vacature moeten reageren.")
    toelichting: RijkeTekst | None = Field(None, description="Wat er verder over de procedure te zeggen is.")


class Tekstblok(Deel):
    """A piece of running text, with an own heading and points where there are any."""

    titel: Regel | None = Field(None, description="Kopje boven de tekst.")
    tekst: RijkeTekst | None = Field(None, description="Lopende tekst; een witregel begint een nieuwe alinea.")
    punten: Lijst[RijkeTekst] = Field((), description="Opsomming na de tekst.")


class Sectie(Tekstblok):
    """A section of one's own, behind a section of the template."""

    titel: Regel = Field(description="Kop van de sectie.")
    na: Id | None = Field(
        None, description="Sectie waarna deze komt, zoals opdracht; zonder deze sleutel aan het einde."
    )


class Vraag(Deel):
    """A question that was asked, and its answer to everybody."""

    vraag: Regel = Field(description="De vraag.")
    antwoord: RijkeTekst = Field(description="Het antwoord.")
