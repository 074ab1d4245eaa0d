"""Who asks: the organisatie (employer or client), the broker, people to turn to, house style and adopted clauses."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from vacaturegen.model.base import (
    Aantal,
    Bestand,
    Dag,
    Dagen,
    Deel,
    Email,
    Id,
    JaNee,
    Kenmerk,
    Kleur,
    Lettertype,
    Lijst,
    Looptijd,
    Regel,
    RijkeTekst,
    Stijlnaam,
    Telefoon,
    Webadres,
    from_text,
    one_of,
)
from vacaturegen.model.controle import EigenErnst, EigenWoorden, Uitzonderingen

ARBEIDSRELATIES = ("zelfstandig", "tussenkomst", "detachering", "open")
DBA_ELEMENTEN = (
    "geen-dienstbetrekking",
    "inrichting-door-opdrachtgever",
    "organisatie-door-opdrachtnemer",
    "verantwoordelijkheid-kwalificatie",
    "onderbouwing-bij-inschrijving",
    "gevolg-niet-aannemelijk",
    "feitelijke-uitvoering-beslist",
)
"""The seven elements of a DBA clause: domain.md 1.5, drawn from real tender requests, checked 2026-11-22."""

KALENDERS = ("atw", "cao-gemeenten", "cao-provincies")
"""The calendars by which working days can be counted; their days are data of `calendars`."""

Arbeidsrelatie = Annotated[str, one_of(*ARBEIDSRELATIES)]


class Clausule(Deel):
    """One text of the clause library, or an organisation's own text in its place."""

    id: Id = Field(description="Naam van de clausule, voor verwijzing en beheer.")
    versie: Kenmerk = Field(description="Versie van de tekst.")
    status: Annotated[str, one_of("voorbeeldtekst", "vastgesteld")] = Field(
        description="Voorbeeldtekst (niet vastgesteld) of vastgesteld door de organisatie."
    )
    vastgesteld_door: Regel | None = Field(None, description="Wie de tekst heeft vastgesteld.")
    vastgesteld_op: Dag | None = Field(None, description="Datum waarop de tekst is vastgesteld.")
    elementen: Lijst[Annotated[str, one_of(*DBA_ELEMENTEN)]] = Field(
        description="Welke van de zeven elementen van een DBA-clausule in de tekst staan."
    )
    tekst: RijkeTekst = Field(description="De tekst zelf; een witregel begint een nieuwe alinea.")


class DbaClausules(Deel):
    """Texts by arbeidsrelatie."""

    zelfstandig: Clausule | None = Field(None, description="Tekst bij een zelfstandige opdrachtnemer.")
    tussenkomst: Clausule | None = Field(None, description="Tekst bij tussenkomst van een intermediair.")
    detachering: Clausule | None = Field(None, description="Tekst bij detachering onder leiding en toezicht.")
    open: Clausule | None = Field(None, description="Tekst als de inschrijver de vorm zelf kiest.")


class Clausules(Deel):
    """The organisation's own clauses."""

    dba: DbaClausules | None = Field(None, description="Eigen teksten over de arbeidsrelatie (Wet DBA).")


class Logo(Deel):
    """A picture file and what it shows."""

    bestand: Bestand = Field(description="PNG-, JPEG- of SVG-bestand, naast het bestand van de organisatie.")
    beschrijving: Regel = Field(description="Wat er te zien is, voor wie het beeld niet ziet.")


class Stijlen(Deel):
    """The names that the styles for our roles have in the organisation's own Word file, as Word shows them."""

    tekst: Stijlnaam | None = Field(None, description="Gewone tekst, zoals Standaard.")
    kop_1: Stijlnaam | None = Field(None, description="Titel van het document, zoals Kop 1.")
    kop_2: Stijlnaam | None = Field(None, description="Kop van een onderdeel, zoals Kop 2.")
    kop_3: Stijlnaam | None = Field(None, description="Kop daarbinnen, zoals Kop 3.")
    kop_4: Stijlnaam | None = Field(None, description="Kop daar weer binnen, zoals Kop 4.")
    inleiding: Stijlnaam | None = Field(None, description="Eerste alinea, in grotere letters.")
    aanloop: Stijlnaam | None = Field(None, description="Alinea die bij de lijst eronder blijft.")
    noot: Stijlnaam | None = Field(None, description="Opmerking in kleinere letters.")
    clausule: Stijlnaam | None = Field(None, description="Alinea van een clausule, in een kader.")
    clausule_noot: Stijlnaam | None = Field(None, description="Opmerking in een kader.")
    opsomming: Stijlnaam | None = Field(None, description="Punt van een opsomming, zoals Lijst opsom.teken.")
    opsomming_2: Stijlnaam | None = Field(None, description="Punt van een opsomming in een lijst.")
    opsomming_3: Stijlnaam | None = Field(None, description="Punt van een opsomming daar weer in.")
    opsomming_clausule: Stijlnaam | None = Field(None, description="Punt van een opsomming in een kader.")
    nummering: Stijlnaam | None = Field(None, description="Punt van een genummerde lijst, zoals Lijstnummering.")
    nummering_2: Stijlnaam | None = Field(None, description="Punt van een genummerde lijst in een lijst.")
    nummering_3: Stijlnaam | None = Field(None, description="Punt van een genummerde lijst daar weer in.")
    nummering_clausule: Stijlnaam | None = Field(None, description="Punt van een genummerde lijst in een kader.")
    vervolg: Stijlnaam | None = Field(None, description="Volgende alinea van een punt, zoals Lijstvoortzetting.")
    vervolg_2: Stijlnaam | None = Field(None, description="Volgende alinea van een punt in een lijst.")
    vervolg_3: Stijlnaam | None = Field(None, description="Volgende alinea van een punt daar weer in.")
    bijschrift: Stijlnaam | None = Field(None, description="Bijschrift boven een tabel.")
    tabeltekst: Stijlnaam | None = Field(None, description="Tekst in een tabel.")
    tabelgetal: Stijlnaam | None = Field(None, description="Getal in een tabel, rechts uitgelijnd.")
    tabelkop: Stijlnaam | None = Field(None, description="Kop van een kolom.")
    tabelkop_getal: Stijlnaam | None = Field(None, description="Kop van een kolom met getallen.")
    koptekst: Stijlnaam | None = Field(None, description="Regel boven aan de pagina.")
    voettekst: Stijlnaam | None = Field(None, description="Regel onder aan de pagina.")
    vet: Stijlnaam | None = Field(None, description="Tekenstijl voor vette woorden, zoals Zwaar.")
    cursief: Stijlnaam | None = Field(None, description="Tekenstijl voor cursieve woorden, zoals Nadruk.")
    vet_cursief: Stijlnaam | None = Field(None, description="Tekenstijl voor woorden die vet en cursief zijn.")
    link: Stijlnaam | None = Field(None, description="Tekenstijl voor links, zoals Hyperlink.")
    invulplaats: Stijlnaam | None = Field(None, description="Tekenstijl voor wat nog in te vullen is.")
    tabel: Stijlnaam | None = Field(None, description="Tabelstijl, zoals Tabelraster.")


class Huisstijl(Deel):
    """How the organisation's documents look."""

    accentkleur: Kleur | None = Field(None, description="Kleur van koppen en lijnen, als #rrggbb.")
    lettertype: Lettertype | None = Field(None, description="Lettertype van de tekst.")
    koplettertype: Lettertype | None = Field(None, description="Lettertype van de koppen.")
    logo: Logo | None = Field(None, description="Logo boven aan elk document.")
    thema: Bestand | None = Field(
        None, description="CSS-bestand met de thematokens van de organisatie (NL Design System)."
    )
    basis: Bestand | None = Field(
        None, description="Eigen Word-bestand (.docx of .dotx), naast het bestand van de organisatie."
    )
    stijlen: Stijlen | None = Field(None, description="Hoe stijlen in dat bestand heten, als dat niet vanzelf blijkt.")


class Kerncijfer(Deel):
    """A figure about the organisation, and the day on which it held."""

    feit: Regel = Field(description="Het cijfer in een korte zin of woordgroep.")
    peildatum: Dag | None = Field(None, description="Dag waarop het cijfer klopte.")


class Adres(Deel):
    """Where post and people go."""

    straat: Regel | None = Field(None, description="Straat en huisnummer.")
    postbus: Kenmerk | None = Field(None, description="Postbusnummer.")
    postcode: Kenmerk | None = Field(None, description="Postcode.")
    plaats: Regel | None = Field(None, description="Plaats.")


class Contact(Deel):
    """Somebody to turn to, by role; a name only when the organisation gives one."""

    rol: Regel = Field(
        description="Rol of afdeling; met lidwoord als er geen naam bij staat, zoals het recruitmentteam."
    )
    naam: Regel | None = Field(None, description="Naam van de contactpersoon.")
    waarover: Annotated[str, one_of("inhoud", "procedure", "alles")] = Field(
        "alles", description="Waarover vragen kunnen gaan: inhoud, procedure of alles."
    )
    email: Email | None = Field(None, description="E-mailadres.")
    telefoon: Telefoon | None = Field(None, description="Telefoonnummer.")
    whatsapp: Telefoon | None = Field(None, description="Nummer voor berichten via WhatsApp.")
    bereikbaar: Regel | None = Field(None, description="Wanneer de contactpersoon te bereiken is, zoals op werkdagen.")


class Gesloten(Deel):
    """A day or a run of days on which the organisation is closed."""

    dag: Dagen = Field(description="Welke dag of dagen: 24-12 is elk jaar, 2026-12-24 is één keer.")
    reden: Regel = Field(description="Waarom, in een paar woorden, zoals kerstsluiting.")


class Kalender(Deel):
    """The days on which the organisation works, by which working days are counted."""

    basis: Annotated[str, one_of(*KALENDERS)] = Field(
        "atw", description="Welke feestdagen gelden: die van de Algemene termijnenwet (atw) of die van een cao."
    )
    gesloten: Lijst[Gesloten] = Field((), description="Eigen dagen waarop de organisatie dicht is.")


class Reactietermijn(Deel):
    """The least time between publication and closing, by who can react."""

    intern: Looptijd | None = Field(None, description="Voor wie er al werkt, zoals 5 werkdagen.")
    extern: Looptijd | None = Field(None, description="Voor iedereen, zoals 7 werkdagen.")


class Protocol(Deel):
    """What the organisation has laid down for its own vacancies."""

    naam: Regel | None = Field(None, description="Naam van het protocol, met het jaar.")
    reactietermijn: Reactietermijn = Field(
        default_factory=Reactietermijn, description="Hoelang er minstens zit tussen publicatie en sluiting."
    )
    briefselectie_na: Looptijd | None = Field(
        None, description="Hoelang na de sluiting de briefselectie op zijn vroegst is, zoals 3 dagen."
    )
    commissie: Aantal | None = Field(None, description="Hoeveel leden de selectiecommissie hoogstens heeft.")
    assessment_melden: JaNee | None = Field(
        None, description="Ja als een assessment of medische keuring in de advertentie moet staan."
    )
    bewaartermijn: Looptijd | None = Field(
        None, description="Hoelang na de procedure de papieren hoogstens bewaard blijven, zoals 2 weken."
    )


class Organisatie(Deel):
    """The employer or client."""

    naam: Regel = Field(description="Officiële naam, zoals boven een brief.")
    naam_in_zin: Regel | None = Field(None, description="Naam midden in een zin, als die anders is.")
    afkorting: Regel | None = Field(None, description="Afkorting van de naam.")
    soort: Regel = Field(
        description="Soort organisatie, zoals gemeente, provincie of omgevingsdienst.",
        examples=["gemeente", "provincie", "omgevingsdienst"],
    )
    lidwoord: Annotated[str, one_of("de", "het")] | None = Field(
        None, description="Lidwoord bij de soort, de of het, als dat niet vanzelf goed staat."
    )
    bestuursorgaan: Regel | None = Field(
        None,
        description="Orgaan waaraan een reactie gericht is.",
        examples=["het college van burgemeester en wethouders"],
    )
    beschrijving: RijkeTekst | None = Field(None, description="Wat de organisatie doet, in de derde persoon.")
    waarden: RijkeTekst | None = Field(None, description="Waar de organisatie voor staat, in de derde persoon.")
    kerncijfers: Lijst[Annotated[Kerncijfer, from_text("feit")]] = Field(
        (), description="Cijfers over de organisatie, met peildatum."
    )
    adres: Adres | None = Field(None, description="Post- en bezoekadres.")
    postadres: Adres | None = Field(None, description="Postadres, als reacties met de post naar een ander adres gaan.")
    website: Webadres | None = Field(None, description="Waar meer over de organisatie te lezen is.")
    huisstijl: Huisstijl = Field(default_factory=Huisstijl, description="Kleur, lettertypen, logo en thema.")
    clausules: Clausules = Field(default_factory=Clausules, description="Eigen vastgestelde clausules.")
    kalender: Kalender = Field(
        default_factory=Kalender, description="Op welke dagen de organisatie werkt, om werkdagen mee te tellen."
    )
    protocol: Protocol | None = Field(
        None, description="Wat de organisatie voor haar eigen vacatures heeft vastgelegd, zoals termijnen."
    )
    negeren: Uitzonderingen = Field(
        (), description="Regels van de controle die in geen profiel van deze organisatie tellen, met de reden."
    )
    spelling: Lijst[Regel] = Field((), description="Eigen woorden en namen die goed gespeld zijn.")
    woorden: EigenWoorden = Field((), description="Woorden die deze organisatie vermijdt.")
    ernst: Lijst[EigenErnst] = Field((), description="Hoe zwaar regels van de controle tellen, als dat anders is.")


class Broker(Deel):
    """The party that runs a tender request for the client."""

    naam: Regel | None = Field(None, description="Naam van de broker; zonder naam blijft de broker onbekend.")
    aanduiding: Regel | None = Field(
        None, description="Hoe de tekst een broker zonder naam noemt, met lidwoord, zoals de inhuurdesk."
    )
    anoniem: JaNee = Field(False, description="Ja als de naam van de broker niet genoemd mag worden.")
    email: Email | None = Field(None, description="E-mailadres voor vragen.")
    telefoon: Telefoon | None = Field(None, description="Telefoonnummer voor vragen over de procedure.")
    vragen_via: Regel | None = Field(
        None, description="Waar inhoudelijke vragen binnenkomen, zoals een knop of portaal."
    )
    antwoorden_op: Regel | None = Field(
        None, description="Waar de antwoorden verschijnen, zoals de website.", examples=["de website"]
    )
