"""Which keys a new functie, organisatie or broker shows, as tables: see `rows`."""

from __future__ import annotations

from vacaturegen.starter.row import ALL, Row, Table

RESULTS = "- naam: Planning\n  omschrijving: Afspraken plannen en zorgen dat iedereen zich kan voorbereiden."
TASKS = "- Vergaderingen voorbereiden en vastleggen\n- De agenda van het team beheren"
TASK_GROUPS = "[{naam: Communicatie, taken: [Nieuwsberichten schrijven]}]"
DEMANDS = "- minimaal 2 jaar ervaring in een vergelijkbare functie"
WISHES = "[ervaring bij een gemeente]"
COMPETENCES = "- nauwkeurig\n- naam: communicatief vaardig\n  doel: om met iedereen te overleggen"
PURPOSE = "Het management ondersteunen."

FUNCTIE: Table = (
    Row("titel", "Managementondersteuner", ALL),
    Row("titel_meervoud", "managementondersteuners", (), ALL),
    Row("niveau", "senior", (), ALL),
    Row("opleidingsniveau", "hbo", (), ALL),
    Row("esco", '{code: "3343.4", label: managementassistent}', (), ALL),
    Row("doel", PURPOSE, (), ALL),
    Row("resultaatgebieden", RESULTS, (), ALL),
    Row("taken", TASKS, ALL),
    Row("taakgroepen", TASK_GROUPS, (), ALL),
    Row("eisen", DEMANDS, (), ALL),
    Row("wensen", WISHES, (), ALL),
    Row("competenties", COMPETENCES, ALL),
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
    Row("website", "https://www.voorbeeld.nl", (), ALL),
    Row("adres.straat", "Marktplein 1", (), ALL),
    Row("adres.postbus", "100", (), ALL),
    Row("adres.postcode", "1234 AB", (), ALL),
    Row("adres.plaats", "Voorbeeldstad", (), ALL),
    Row("postadres", '{postbus: "100", postcode: 1234 AB, plaats: Voorbeeldstad}', (), ALL, apart=True),
    Row("huisstijl.accentkleur", '"#1b4f8a"', (), ALL),
    Row("huisstijl.lettertype", "Source Sans 3", (), ALL),
    Row("huisstijl.koplettertype", "Source Sans 3", (), ALL),
    Row("huisstijl.logo", "{bestand: logo.png, beschrijving: Het wapen van Voorbeeldstad}", (), ALL, apart=True),
    Row("huisstijl.thema", "thema.css", (), ALL, apart=True),
    Row("huisstijl.basis", "sjabloon.docx", (), ALL, apart=True),
    Row("huisstijl.stijlen", "kop_1: Kop 1\nopsomming: Lijst opsom.teken", (), ALL, apart=True),
    Row("kalender.basis", "cao-gemeenten", (), ALL),
    Row("kalender.gesloten", "[{dag: 24-12, reden: kerstsluiting}]", (), ALL),
    Row("protocol.naam", "protocol Werving en selectie 2026", (), ALL, apart=True),
    Row("protocol.reactietermijn", "{intern: 5 werkdagen, extern: 10 werkdagen}", (), ALL, apart=True),
    Row("protocol.briefselectie_na", "3 dagen", (), ALL, apart=True),
    Row("protocol.commissie", "5", (), ALL, apart=True),
    Row("protocol.assessment_melden", "ja", (), ALL, apart=True),
    Row("protocol.bewaartermijn", "4 weken", (), ALL, apart=True),
    Row("standaard.salaris.cao", "Cao Gemeenten", (), ALL),
    Row("standaard.salaris.voltijd_uren", "36", (), ALL),
    Row("standaard.arbeidsvoorwaarden", "- een laptop en een telefoon van de organisatie", (), ALL),
    Row("standaard.selectie.sollicitatiecode", "de NVP Sollicitatiecode", (), ALL),
    Row("standaard.aanvraag.voorwaarden", "[de algemene inkoopvoorwaarden van de gemeente]", (), ALL),
)

BROKER: Table = (
    Row("naam", "Voorbeeldbroker", ALL),
    Row("aanduiding", "de inhuurdesk", (), ALL),
    Row("anoniem", "ja", (), ALL),
    Row("email", "naam@voorbeeld.nl", (), ALL),
    Row("telefoon", "14 0123", (), ALL),
    Row("vragen_via", "de knop bij deze aanvraag", ALL),
    Row("antwoorden_op", "de website", ALL),
    Row("standaard.aanvraag.fee_per_uur", "1.90", (), ALL),
    Row("standaard.aanvraag.cv.max_paginas", "5", (), ALL),
    Row("standaard.aanvraag.facturatie.via", "broker", (), ALL),
)
