"""Which keys of a tender request a new profile shows, as a table: see `rows`."""

from __future__ import annotations

from vacaturegen.starter.row import TENDER, Group, Row, Table


def rare(path: str, example: str, *, apart: bool = False) -> Row:
    """Return the row of a key that stands as a comment in a request."""
    return Row(f"aanvraag.{path}", example, (), TENDER, apart)


def usual(path: str, example: str) -> Row:
    """Return the row of a key that stands open in a request."""
    return Row(f"aanvraag.{path}", example, TENDER)


REQUEST: Table = (
    "Alleen voor de aanvraag",
    Group("aanvraag", "De procedure"),
    usual("nummer", "30826"),
    rare("das", "ja"),
    rare("procedure", "raamovereenkomst"),
    rare("perceel", '"perceel 3: juridisch"'),
    rare("cpv", '["79621000-3"]'),
    rare("reden", "tijdelijk meer werk"),
    Group("aanvraag", "De opdracht"),
    usual(
        "opdracht",
        "- tekst: De afdeling zoekt tijdelijk versterking bij de invoering van een nieuw zaaksysteem.\n"
        "- titel: De afdeling\n  tekst: De afdeling bestaat uit 12 mensen.\n  punten:\n    - Zij werken in drie teams.",
    ),
    rare("inschaling", "schaal 8"),
    rare("uren_totaal", "maximaal 200"),
    rare("werkwijze", "De professional werkt op dinsdag en donderdag op het stadskantoor."),
    Group("aanvraag", "De arbeidsrelatie"),
    usual("arbeidsrelatie", "open"),
    rare("zzp_toegestaan", "ja"),
    rare("doorleen_toegestaan", "nee"),
    Group("aanvraag", "Tarief en fee"),
    rare("payroll_toegestaan", "nee"),
    usual("tarief.maximum", "90"),
    usual("tarief.btw", "exclusief"),
    rare("tarief.per", "uur"),
    rare("tarief.minimum", "60"),
    rare("tarief.indicatie", "80"),
    rare("tarief.indicatie_tot", "85", apart=True),
    rare("tarief.all_in", "ja"),
    rare("tarief.inclusief", "[parkeerkosten, reiskosten]"),
    rare("tarief.exclusief", "[reiskosten van dienstreizen]"),
    rare("tarief.apart_vergoed", '["dienstreizen: € 0,23 per kilometer"]'),
    rare("tarief.toeslagen", "[{naam: avonddienst, bedrag: 4.50, per: uur}]"),
    rare("tarief.indexering", "Het tarief blijft gelijk."),
    rare("tarief.toelichting", "Het maximumtarief is gebaseerd op een professional met 5 jaar ervaring."),
    usual("fee_per_uur", "1.90"),
    rare("fee_percentage", "2,5%"),
    rare("fee_eenmalig", "250"),
    rare("fee_betaler", "de winnende leverancier"),
    rare("fee_ontvanger", "het inkoopbureau"),
    rare("fee_toelichting", "De fee is voor de administratie van de inhuur."),
    Group("aanvraag", "Eisen, criteria en wensen"),
    usual("knockouts", "- De kandidaat heeft een afgeronde opleiding op minimaal mbo-niveau 4."),
    rare("uitsluitingsgronden", "[een faillissement van de inschrijver]"),
    usual(
        "gunningscriteria",
        "- criterium: De kandidaat heeft ervaring bij een gemeente. Licht dit in het cv toe.\n  punten: 60\n"
        "- criterium: De kandidaat heeft ervaring met een zaaksysteem. Licht dit in het cv toe.\n  punten: 40\n"
        "  treden: [{trede: 2 tot 5 jaar, punten: 20}, {trede: 5 jaar of meer, punten: 40}]",
    ),
    rare("punten_totaal", "100"),
    rare(
        "wensen",
        "- wens: De kandidaat kan werken met Power BI. Licht dit in het cv toe.\n  punten: 10",
    ),
    Group("aanvraag", "Prijs en kwaliteit (weging en prijs horen bij elkaar)"),
    rare("weging", "prijs: 30%\nkwaliteit: 70%"),
    rare("prijs.formule", "lineair"),
    rare("prijs.vanaf", "70", apart=True),
    rare("prijs.tot", "90", apart=True),
    rare("prijs.punten", "30", apart=True),
    rare("prijs.toelichting", "De score op de prijs wordt afgerond op twee decimalen.", apart=True),
    Group("aanvraag", "De rondes"),
    rare(
        "beoordeling.rondes",
        "- {toets: knockoutcriteria, beoordelaar: organisatie}\n"
        "- {toets: gunningscriteria, beoordelaar: organisatie, beste: 5}\n"
        "- toets: gesprek\n  beoordelaar: de selectiecommissie\n"
        "  panelleden: [de teamleider, een collega van het team]\n  duur: 45 minuten\n  waar: op het stadskantoor",
    ),
    rare("beoordeling.toelichting", "Drie mensen beoordelen elke inschrijving.", apart=True),
    rare(
        "beoordeling.schaal",
        "[{oordeel: goed, deel: 100%}, {oordeel: voldoende, deel: 60%}, {oordeel: onvoldoende, deel: 0%}]",
        apart=True,
    ),
    rare("beoordeling.bij_gelijke_score", "de laagste prijs", apart=True),
    rare("beoordeling.niemand_voldoet", "Voldoet niemand, dan stopt de procedure.", apart=True),
    rare("beoordeling.gunning_toelichting", "De nummer 2 blijft een maand beschikbaar.", apart=True),
    rare("beoordeling.niet_gunnen", "ja", apart=True),
    rare("beoordeling.anderen_na_gesprekken", "ja", apart=True),
    rare("beoordeling.opschortende_termijn", "{dagen: 20, vanaf: 2026-07-17}", apart=True),
    Group("aanvraag", "Inschrijven"),
    rare("cv.max_paginas", "5"),
    rare("cv.taal", "Nederlands"),
    rare("cv.bestand", "een pdf-bestand", apart=True),
    rare("cv.sjabloon", "het cv-model van de gemeente", apart=True),
    rare("cv.anoniem", "ja", apart=True),
    rare("cv.min_referenties", "2", apart=True),
    rare("cv.referenties", "[De referenties zijn van de afgelopen 5 jaar.]", apart=True),
    rare("cv.eisen", "[In het cv staat de beschikbaarheid van de kandidaat.]", apart=True),
    rare("inschrijving.via", "het inkoopplatform"),
    rare("inschrijving.kandidaten", "2"),
    rare("inschrijving.documenten", "[het cv van de kandidaat, de eigen verklaring]", apart=True),
    rare("inschrijving.motivatie", "{max_paginas: 1}", apart=True),
    rare("inschrijving.gestanddoening", "60 dagen", apart=True),
    rare("inschrijving.gestand_tot", "2026-09-07", apart=True),
    rare("inschrijving.aanvullen", "nee", apart=True),
    rare("inschrijving.toelichting", "De inschrijving is in het Nederlands.", apart=True),
    rare("vragen_via", "het inkoopplatform"),
    rare("antwoorden_op", "het inkoopplatform"),
    rare("vragen_en_antwoorden", '[{vraag: "Kan de kandidaat later beginnen?", antwoord: "Ja, in overleg."}]'),
    Group("aanvraag", "Voorwaarden"),
    rare("byod", "ja"),
    rare("eigen_middelen", "[een laptop, een telefoon]"),
    rare("vog", "gevraagd"),
    rare("screening", "een veiligheidsonderzoek"),
    rare("integriteitsverklaring", "ja"),
    rare("geheimhouding", "ja"),
    rare("waadi", "ja"),
    rare("wtta", "ja"),
    rare("ketentoets", "ja"),
    rare("g_rekening", "ja"),
    rare("g_rekening_procent", "25%", apart=True),
    rare("certificaten", "[ISO 27001]"),
    rare("verzekering", "een beroepsaansprakelijkheidsverzekering"),
    rare("voorwaarden", "[de algemene inkoopvoorwaarden van de gemeente]"),
    rare("opzegtermijn", "1 maand"),
    rare("vervanging", "{binnen: 5 werkdagen}"),
    rare("overname", "{na_uren: 1040}"),
    rare("facturatie.via", "organisatie"),
    rare("facturatie.per", "maand"),
    rare("facturatie.betaaltermijn", "30 dagen"),
    rare("facturatie.systeem", "het facturatieportaal", apart=True),
    rare("facturatie.urenregistratie", "het urensysteem", apart=True),
    rare("facturatie.handleiding", "ja", apart=True),
    rare("facturatie.toelichting", "Op de factuur staat het nummer van de opdracht.", apart=True),
    Group("aanvraag", "Wat er nog bij komt"),
    rare("klachten", "Een klacht over deze aanvraag stuurt u naar het klachtenmeldpunt van de gemeente."),
    rare("overig", "[De gesprekken zijn op locatie.]"),
    rare("secties", "[{titel: Geheimhouding, tekst: De professional houdt geheim wat u vertelt.}]"),
)

NEEDS_BROKER = frozenset(
    f"aanvraag.fee_{name}" for name in ("per_uur", "percentage", "eenmalig", "betaler", "ontvanger", "toelichting")
)
"""What is said only in a profile that has a broker."""
WITHOUT_BROKER = frozenset({"aanvraag.vragen_via", "aanvraag.antwoorden_op"})
"""What is said only in a profile that has none: otherwise the broker's own file says it."""
