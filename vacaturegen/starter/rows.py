"""Which keys a new file shows, as tables: in what order, for which kinds, open or as a comment, with what example.

A text between the rows is a heading. What a key means is told by the model. A key of the model that is in no table is
still shown, in one line at the end of its part, unless LEFT_OUT says why not; so a new field is never hidden.
"""

from __future__ import annotations

from typing import NamedTuple

from vacaturegen.model.profiel import SOORTEN

ALL = SOORTEN
TENDER = ("aanvraag",)
JOB = ("vacature", "advertentie")
VACANCY = ("vacature",)
ADVERT = ("advertentie",)


class Row(NamedTuple):
    """One key: its dotted path, how its value is written, and the kinds for which it stands open, or as a comment.

    An example that begins with a dash is a list: it stands on the lines below the key.
    """

    path: str
    example: str
    open_in: tuple[str, ...] = ()
    rare_in: tuple[str, ...] = ()


Table = tuple[Row | str, ...]

PROFILE: Table = (
    "Voor wie en wat",
    Row("status", "concept", ALL),
    Row("functie", "ambtelijk-secretaris", (), ALL),
    Row("organisatie", "voorbeeldstad", ALL),
    Row("broker", "voorbeeldbroker", (), TENDER),
    Row("titel", "Managementondersteuner", ALL),
    Row("niveau", "senior", (), ALL),
    Row("opleidingsniveau", "hbo", ALL),
    Row("afdeling", "Bedrijfsvoering", (), ALL),
    Row("team", "Bestuursondersteuning", (), ALL),
    "Waar, wanneer en hoeveel",
    Row("standplaats.naam", "het gemeentehuis", (), ALL),
    Row("standplaats.plaats", "Lelystad", ALL),
    Row("standplaats.regio", "Flevoland", (), ALL),
    Row("standplaats.bereikbaarheid", "Je loopt er in vijf minuten heen vanaf het station.", (), JOB),
    Row("inzet.start", "z.s.m.", ALL),
    Row("inzet.duur", "6 maanden", TENDER),
    Row("inzet.einde", "2026-12-31", (), TENDER),
    Row("inzet.verlenging", "2 x 6 maanden", (), TENDER),
    Row("inzet.uren_per_week", "24 tot 32", ALL),
    Row("inzet.omvang", "deeltijd", (), ALL),
    Row("inzet.werkdagen", "[maandag, donderdag]", (), ALL),
    Row("inzet.werktijden", "van 08.30 tot 17.00 uur", (), ALL),
    Row("inzet.hybride", "ja", (), ALL),
    Row("inzet.aantal", "2", (), ALL),
    "Wanneer de procedure loopt",
    Row("planning.publicatie", "2026-06-22", (), ALL),
    Row("planning.vragen", "2026-07-02 09:00", TENDER),
    Row("planning.antwoorden", "2026-07-03", TENDER),
    Row("planning.sluiting", "2026-07-07 09:00", ALL),
    Row("planning.uitnodiging", "2026-07-09", (), ALL),
    Row("planning.gesprekken", "2026-07-14", ALL),
    Row("planning.gunning", "2026-07-16", (), ALL),
    "Het werk",
    Row(
        "resultaatgebieden",
        "- naam: Planning\n  omschrijving: Afspraken plannen en zorgen dat iedereen zich kan voorbereiden.",
        (),
        ALL,
    ),
    Row("taken", "- Vergaderingen voorbereiden en vastleggen\n- De agenda van het team beheren", ALL),
    Row("taakgroepen", "- naam: Communicatie\n  taken:\n    - Nieuwsberichten schrijven", (), ALL),
    "Wie er gezocht wordt",
    Row("eisen", "- minimaal 2 jaar ervaring in een vergelijkbare functie", ALL),
    Row("wensen", "- ervaring bij een gemeente", (), ALL),
    Row("competenties", "- nauwkeurig\n- naam: communicatief vaardig\n  doel: om met iedereen te overleggen", ALL),
    "Wat er geboden wordt",
    Row("salaris.schaal", "8", JOB),
    Row("salaris.cao", "Cao Gemeenten", JOB),
    Row("salaris.tabel_vanaf", "2026-01-01", (), JOB),
    Row("salaris.minimum", "2900", JOB),
    Row("salaris.maximum", "4200.50", JOB),
    Row("salaris.voltijd_uren", "36", JOB),
    Row("salaris.ikb", "17,05%", (), JOB),
    Row("salaris.ikb_gebruik", "Dat kun je laten uitbetalen of gebruiken om verlof te kopen.", (), JOB),
    Row("salaris.afhankelijk_van", "[ervaring, opleiding]", (), JOB),
    Row("contract.soort", "tijdelijk", JOB),
    Row("contract.duur", "1 jaar", (), JOB),
    Row("contract.uitzicht_op_vast", "ja", (), JOB),
    Row("arbeidsvoorwaarden", "- een laptop en een telefoon van de organisatie", JOB),
    "Met wie",
    Row("contacten", "- rol: het recruitmentteam\n  email: naam@voorbeeld.nl\n  waarover: procedure", JOB, TENDER),
    Row("reageren.email", "naam@voorbeeld.nl", (), ALL),
    Row("reageren.webadres", "https://www.voorbeeld.nl/vacatures", (), JOB),
    "Wat in elk document erbij komt",
    Row("secties", "- titel: Over de verhuizing\n  tekst: In de herfst verhuist de afdeling.", (), ALL),
    "Alleen voor de aanvraag",
    Row("aanvraag.nummer", "30826", TENDER),
    Row("aanvraag.das", "ja", (), TENDER),
    Row("aanvraag.procedure", "raamovereenkomst", (), TENDER),
    Row("aanvraag.arbeidsrelatie", "open", TENDER),
    Row("aanvraag.zzp_toegestaan", "ja", (), TENDER),
    Row("aanvraag.doorleen_toegestaan", "nee", (), TENDER),
    Row("aanvraag.tarief.maximum", "90", TENDER),
    Row("aanvraag.tarief.btw", "exclusief", TENDER),
    Row("aanvraag.tarief.inclusief", "[reiskosten woon-werkverkeer, parkeerkosten]", (), TENDER),
    Row("aanvraag.fee_per_uur", "1.90", TENDER),
    Row("aanvraag.fee_betaler", "de winnende leverancier", (), TENDER),
    Row(
        "aanvraag.opdracht",
        "- tekst: De afdeling zoekt tijdelijk versterking bij de invoering van een nieuw zaaksysteem.\n"
        "- titel: De afdeling\n  tekst: De afdeling bestaat uit 12 mensen.\n  punten:\n    - Zij werken in drie teams.",
        TENDER,
    ),
    Row("aanvraag.knockouts", "- De kandidaat heeft een afgeronde opleiding op minimaal mbo-niveau 4.", TENDER),
    Row(
        "aanvraag.gunningscriteria",
        "- criterium: De kandidaat heeft ervaring bij een gemeente. Licht dit in het cv toe.\n  punten: 60\n"
        "- criterium: De kandidaat heeft ervaring met een zaaksysteem. Licht dit in het cv toe.\n  punten: 40",
        TENDER,
    ),
    Row("aanvraag.punten_totaal", "100", (), TENDER),
    Row(
        "aanvraag.beoordeling.rondes",
        "- toets: knockoutcriteria\n  beoordelaar: organisatie\n"
        "- toets: gunningscriteria\n  beoordelaar: organisatie\n  beste: 5\n"
        "- toets: gesprek\n  beoordelaar: organisatie\n  panel: 2",
        (),
        TENDER,
    ),
    Row("aanvraag.beoordeling.anderen_na_gesprekken", "ja", (), TENDER),
    Row("aanvraag.beoordeling.opschortende_termijn.dagen", "20", (), TENDER),
    Row("aanvraag.beoordeling.opschortende_termijn.vanaf", "2026-07-17", (), TENDER),
    Row("aanvraag.cv.max_paginas", "5", (), TENDER),
    Row("aanvraag.cv.taal", "Nederlands", (), TENDER),
    Row("aanvraag.cv.min_referenties", "2", (), TENDER),
    Row("aanvraag.byod", "ja", (), TENDER),
    Row("aanvraag.eigen_middelen", "[laptop, telefoon]", (), TENDER),
    Row("aanvraag.vog", "gevraagd", (), TENDER),
    Row("aanvraag.waadi", "ja", (), TENDER),
    Row("aanvraag.g_rekening", "nee", (), TENDER),
    Row("aanvraag.verzekering", "een beroepsaansprakelijkheidsverzekering", (), TENDER),
    Row("aanvraag.facturatie.via", "organisatie", (), TENDER),
    Row("aanvraag.facturatie.handleiding", "ja", (), TENDER),
    Row("aanvraag.overig", "- De gesprekken zijn op locatie.", (), TENDER),
    Row(
        "aanvraag.vragen_en_antwoorden",
        "- vraag: Kan de kandidaat later beginnen?\n  antwoord: Ja, in overleg.",
        (),
        TENDER,
    ),
    Row("aanvraag.secties", "- titel: Geheimhouding\n  tekst: De professional houdt geheim wat u vertelt.", (), TENDER),
    "Alleen voor de vacature",
    Row("vacature.opening", "Houd jij het overzicht, ook als er veel tegelijk gebeurt?", VACANCY),
    Row("vacature.werk", "Geen dag is hetzelfde, en juist daarom houd jij het overzicht.", VACANCY),
    Row("vacature.team", "Je werkt in een team van zes mensen.", (), VACANCY),
    Row("vacature.kandidaat", "Je houdt van regelen.", (), VACANCY),
    Row("vacature.aanbod", "Je krijgt de ruimte om je eigen werk in te delen.", (), VACANCY),
    Row("vacature.secties", "- titel: Je eerste week\n  tekst: Je loopt mee met een collega.", (), VACANCY),
    "Alleen voor de advertentie",
    Row("advertentie.teaser", "Houd jij het overzicht voor ons team?", ADVERT),
    Row("advertentie.bijvoeglijk", "ervaren", (), ADVERT),
    Row("advertentie.oproep", "Ben jij de collega die wij zoeken?", ADVERT),
    Row("advertentie.secties", "- titel: Je eerste week\n  tekst: Je loopt mee met een collega.", (), ADVERT),
)

NEEDS_BROKER = frozenset({"aanvraag.fee_per_uur", "aanvraag.fee_betaler"})
"""What can only be said in a profile that has a broker."""

FUNCTIE: Table = (
    Row("titel", "Managementondersteuner", ALL),
    Row(
        "resultaatgebieden",
        "- naam: Planning\n  omschrijving: Afspraken plannen en zorgen dat iedereen zich kan voorbereiden.",
        (),
        ALL,
    ),
    Row("taken", "- Vergaderingen voorbereiden en vastleggen\n- De agenda van het team beheren", ALL),
    Row("taakgroepen", "- naam: Communicatie\n  taken:\n    - Nieuwsberichten schrijven", (), ALL),
    Row("eisen", "- minimaal 2 jaar ervaring in een vergelijkbare functie", (), ALL),
    Row("wensen", "- ervaring bij een gemeente", (), ALL),
    Row("competenties", "- nauwkeurig\n- naam: communicatief vaardig\n  doel: om met iedereen te overleggen", ALL),
)

ORGANISATIE: Table = (
    Row("naam", "Gemeente Voorbeeldstad", ALL),
    Row("naam_in_zin", "de gemeente Voorbeeldstad", (), ALL),
    Row("afkorting", "GVS", (), ALL),
    Row("soort", "gemeente", ALL),
    Row("lidwoord", "de", (), ALL),
    Row("bestuursorgaan", "het college van burgemeester en wethouders", (), ALL),
    Row("beschrijving", "De gemeente Voorbeeldstad werkt voor 30.000 inwoners.", ALL),
    Row("waarden", "De gemeente wil dichtbij, duidelijk en duurzaam zijn.", (), ALL),
    Row("kerncijfers", "- feit: 30.000 inwoners\n  peildatum: 2026-01-01", (), ALL),
    Row("adres.straat", "Marktplein 1", (), ALL),
    Row("adres.postbus", "100", (), ALL),
    Row("adres.postcode", "1234 AB", (), ALL),
    Row("adres.plaats", "Voorbeeldstad", (), ALL),
    Row("huisstijl.accentkleur", '"#1b4f8a"', (), ALL),
    Row("huisstijl.lettertype", "Source Sans 3", (), ALL),
    Row("huisstijl.koplettertype", "Source Sans 3", (), ALL),
    Row("huisstijl.logo.bestand", "logo.png", (), ALL),
    Row("huisstijl.logo.beschrijving", "Het wapen van Voorbeeldstad", (), ALL),
    Row("huisstijl.thema", "thema.css", (), ALL),
    Row("standaard.salaris.cao", "Cao Gemeenten", (), ALL),
    Row("standaard.salaris.voltijd_uren", "36", (), ALL),
    Row("standaard.arbeidsvoorwaarden", "- een laptop en een telefoon van de organisatie", (), ALL),
)

BROKER: Table = (
    Row("naam", "Voorbeeldbroker", ALL),
    Row("anoniem", "ja", (), ALL),
    Row("email", "naam@voorbeeld.nl", (), ALL),
    Row("telefoon", "14 0123", (), ALL),
    Row("vragen_via", "de knop bij deze aanvraag", (), ALL),
    Row("antwoorden_op", "de website", (), ALL),
    Row("standaard.aanvraag.fee_per_uur", "1.90", (), ALL),
    Row("standaard.aanvraag.cv.max_paginas", "5", (), ALL),
    Row("standaard.aanvraag.facturatie.via", "broker", (), ALL),
)

LEFT_OUT = {
    "id": "the name of the file serves",
    "clausules": "a text that is adopted, with a page of its own in the handbook",
    "versie": "comes with a document that was published",
    "vastgesteld_door": "comes when a document is adopted",
    "vastgesteld_op": "comes when a document is adopted",
    "voorbeeld": "marks the examples of this project",
}
"""Fields that a new file does not show, each with the reason."""
