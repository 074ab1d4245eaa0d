"""What a tender request says, or leaves unsaid, where facts meet: sentences that would otherwise contradict."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest

from tests.support import BLOCKS, make, write

ORGANISATION = "naam: Gemeente Voorbeeldstad\nsoort: gemeente\n"
BROKER = "naam: Voorbeeldbroker\ntelefoon: 14 0123\nvragen_via: de knop bij deze aanvraag\nantwoorden_op: de website\n"
KNOCKOUT = "{toets: knockoutcriteria, beoordelaar: organisatie}"


def told(tmp_path: Path, request: str, profile: str = "") -> str:
    """Return the words of the request of a profile: keys of the block `aanvraag`, and keys beside it."""
    block = (
        indent(f"arbeidsrelatie: open\n{request}", "  ") if "arbeidsrelatie" not in request else indent(request, "  ")
    )
    files = {"organisaties/voorbeeldstad.yaml": ORGANISATION, "brokers/makelaar.yaml": BROKER}
    lines = f"organisatie: voorbeeldstad\ntitel: Adviseur\n{profile}\naanvraag:\n{block}\n"
    write(tmp_path / "profiles", {**files, "los.yaml": lines})
    (data,) = make(tmp_path / "profiles/los.yaml", formats=("md",)).values()
    return " ".join(BLOCKS["md"](data)).replace("\xa0", " ")


def check(tmp_path: Path, request: str, said: tuple[str, ...], unsaid: tuple[str, ...] = (), profile: str = "") -> None:
    """Hold that a request says some sentences and not others."""
    text = told(tmp_path, request, profile)
    assert {words: words in text for words in said} == dict.fromkeys(said, True), text
    assert {words: words in text for words in unsaid} == dict.fromkeys(unsaid, False), text


def rounds(*lines: str, more: str = "") -> str:
    """Return the key `beoordeling` with these rounds."""
    return "beoordeling:\n  rondes:\n" + "".join(f"    - {line}\n" for line in lines) + indent(more, "  ")


CRITERIA = "knockouts: [De kandidaat heeft een diploma.]\ngunningscriteria: [{criterium: Het plan., punten: 60}]\n"
PRICE = "prijs: {formule: lineair, punten: 40}\n"
SCORE = "{toets: gunningscriteria, beoordelaar: organisatie}"


@pytest.mark.parametrize(
    ("least", "said"),
    [
        ("minimum_punten: 30", "Wie minder dan 30 van de 60 punten haalt, valt af."),
        ("minimum_procent: 60%", "Wie minder dan 60% van de 60 punten haalt, valt af."),
    ],
)
def test_a_least_score_says_of_how_many(least: str, said: str, tmp_path: Path) -> None:
    """The least score of a round is told with the points that can be had."""
    check(tmp_path, CRITERIA + rounds(f"{{toets: gunningscriteria, beoordelaar: organisatie, {least}}}"), (said,))


def test_an_interview_without_weight_verifies(tmp_path: Path) -> None:
    """Where a total score decides, an interview outside it gives no points, and says what follows when it fails."""
    interview = "{toets: gesprek, beoordelaar: organisatie, bij_onvoldoende: volgende}"
    check(
        tmp_path,
        CRITERIA + PRICE + rounds(SCORE, "{toets: prijs, beoordelaar: organisatie}", interview),
        (
            "In het gesprek gaat de opdrachtgever na of de kandidaat bij deze opdracht past.",
            "Het gesprek levert geen punten op.",
            "Voldoet een kandidaat in het gesprek niet, dan is de volgende kandidaat in de rangorde aan de beurt.",
            "De opdracht gaat, van de kandidaten die in stap 3 voldoen, naar de kandidaat met de hoogste totaalscore.",
        ),
        ("toetst de opdrachtgever",),
    )


def test_a_later_score_adds_to_the_earlier(tmp_path: Path) -> None:
    """The best of a later round are those with the highest total score so far; of the first, with its score."""
    best = "{toets: gunningscriteria, beoordelaar: organisatie, beste: 5}"
    later = "{toets: prijs, beoordelaar: organisatie, beste: 3, bij_gelijke_score: loting}"
    check(
        tmp_path,
        CRITERIA + PRICE + rounds(best, later, "{toets: gesprek, beoordelaar: organisatie}"),
        (
            "De 5 kandidaten met de hoogste score gaan door naar stap 2.",
            "De 3 kandidaten met de hoogste totaalscore tot en met deze stap gaan door naar stap 3.",
            "Bij een gelijke totaalscore geeft loting de doorslag.",
        ),
    )


@pytest.mark.parametrize(
    ("first", "said", "unsaid"),
    [
        ("broker", "niet aan de opdrachtgever voorgelegd", "niet verder beoordeeld. Stap 3"),
        ("organisatie", "worden niet verder beoordeeld", "voorgelegd"),
    ],
)
def test_who_has_seen_a_candidate(first: str, said: str, unsaid: str, tmp_path: Path) -> None:
    """Whom the client has assessed before is not kept from the client any more."""
    made = rounds(
        f"{{toets: cv, beoordelaar: {first}}}",
        "{toets: gunningscriteria, beoordelaar: broker, beste: 2}",
        "{toets: gesprek, beoordelaar: organisatie}",
    )
    check(tmp_path, CRITERIA + made, (said,), (unsaid,), "broker: makelaar")


def test_a_round_that_is_repeated_comes_before_no_award(tmp_path: Path) -> None:
    """A fallback and what happens when nobody fits are told one after the other."""
    made = rounds(
        "{toets: cv, beoordelaar: organisatie}",
        "{toets: gesprek, beoordelaar: organisatie, terugval: cv}",
        more="niemand_voldoet: Voldoet niemand, dan stopt de procedure.",
    )
    check(
        tmp_path,
        made,
        ("stap 1 herhaald. Levert dat ook geen kandidaat op, dan geldt wat daarover onder Gunning staat.",),
    )


CONTACT = "contacten: [{{rol: de inkoopafdeling, waarover: {about}, email: inkoop@voorbeeldstad.nl}}]\n"


@pytest.mark.parametrize(
    ("about", "said"),
    [("inhoud", "vragen over de inhoud"), ("procedure", "vragen over de procedure"), ("alles", "vragen")],
)
def test_every_contact_is_there(about: str, said: str, tmp_path: Path) -> None:
    """A contact stands beside the broker's own ways to ask, and says that it comes on top of them."""
    both = f"broker: makelaar\n{CONTACT.format(about=about)}"
    check(tmp_path, "", (f"Met {said} kunt u ook terecht bij de inkoopafdeling",), (), both)
    check(tmp_path, "", (f"Met {said} kunt u terecht bij de inkoopafdeling",), (), CONTACT.format(about=about))


PLACES = "reageren: {email: inhuur@voorbeeldstad.nl, webadres: https://voorbeeldstad.nl/inhuur}"


def test_a_bid_is_handed_in_in_one_sentence(tmp_path: Path) -> None:
    """Where a platform and addresses are given, one sentence names them all."""
    platform = "U dient uw inschrijving in via het inkoopplatform (voorbeeldstad.nl/inhuur) of per e-mail ("
    alone = "Mail uw inschrijving naar"
    check(tmp_path, "inschrijving: {via: het inkoopplatform}", (platform,), (alone, "Inschrijven kan"), PLACES)
    check(tmp_path, "", (alone, "Inschrijven kan ook via voorbeeldstad.nl/inhuur"), ("U dient",), PLACES)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("de website", "op de website van Voorbeeldbroker."),
        ("de website van de makelaars", "op de website van de makelaars."),
        ("het platform Voorbeeldbroker", "op het platform Voorbeeldbroker."),
    ],
)
def test_answers_have_one_owner(place: str, said: str, tmp_path: Path) -> None:
    """The place of the answers is the broker's, unless it says itself whose it is."""
    lines = f"broker: makelaar\nuitgaven: {{extern: {{broker: {{antwoorden_op: {place}}}}}}}\n"
    check(tmp_path, "", (said,), (), f"{lines}planning: {{antwoorden: 2026-02-03, sluiting: 2026-02-10}}")


def test_the_broker_is_introduced(tmp_path: Path) -> None:
    """The key facts name the broker; in an anonymous edition they say what it is."""
    check(tmp_path, "", ("Broker Voorbeeldbroker",), (), "broker: makelaar")
    check(
        tmp_path,
        "",
        ("Broker externe administratieve broker",),
        ("Voorbeeldbroker",),
        "broker: makelaar\nplanning: {sluiting: 2026-02-10}\nuitgaven: {anoniem: {reageren: {email: a@elders.nl}}}",
    )
    check(tmp_path, "", (), ("Broker",))


def test_a_bid_lists_all_that_is_asked(tmp_path: Path) -> None:
    """The list of what a bid is made of has the documents, the CV, the motivation and the grounds, each once."""
    asked = "cv: {max_paginas: 4}\ninschrijving:\n  kandidaten: 1\n  documenten: [%s]\n  motivatie: {max_paginas: 1}\n"
    said = (
        "Uw inschrijving bestaat uit: Een prijsblad Het cv van de kandidaat Een motivatie"
        " De onderbouwing waar de uitvoeringsvoorwaarde om vraagt De motivatie telt hoogstens 1 pagina."
    )
    check(tmp_path, asked % "een prijsblad", (said,), ("U voegt bij uw inschrijving",))
    once = ("bestaat uit: Het cv met de motivatie De onderbouwing",)
    check(tmp_path, asked % "het cv met de motivatie", once, ("Een motivatie", "Het cv van"))


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        ("arbeidsrelatie: open\n", "Laat in het cv duidelijk zien in hoeverre u, of de kandidaat die u aanbiedt, aan"),
        ("arbeidsrelatie: detachering\n", "Laat in het cv duidelijk zien in hoeverre de kandidaat die u aanbiedt aan"),
        (
            "arbeidsrelatie: open\ninschrijving: {motivatie: ja}\n",
            "Laat in uw inschrijving duidelijk zien in hoeverre u",
        ),
    ],
)
def test_who_does_the_work_and_what_shows_it(relation: str, said: str, tmp_path: Path) -> None:
    """Who can only offer somebody is not spoken to as the candidate, and a bid of more than a CV shows it all."""
    check(tmp_path, relation + CRITERIA, (said,))


@pytest.mark.parametrize(
    ("formal", "said"),
    [
        (CRITERIA, "Het zijn zelf geen knock-outcriteria of gunningscriteria. De opdracht vraagt om:"),
        ("wensen: [{wens: Een plus., punten: 10}]", "Het zijn zelf geen wensen die meetellen. De opdracht vraagt om:"),
        (
            CRITERIA + "wensen: [{wens: Een plus., punten: 10}]",
            "geen knock-outcriteria, gunningscriteria of wensen die meetellen.",
        ),
        ("knockouts: [Een diploma.]", "Het zijn zelf geen knock-outcriteria."),
    ],
)
def test_the_profile_says_first_that_it_decides_nothing(formal: str, said: str, tmp_path: Path) -> None:
    """What only describes says so before its lists, with whatever it could be taken for."""
    profile = "eisen: [ervaring]\nwensen: [rust]\n"
    check(tmp_path, formal, (said,), (), profile)
    check(tmp_path, "", (), ("Het zijn zelf",), profile)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("byod: nee", "De opdrachtgever zorgt voor de apparatuur."),
        (
            "byod: nee\neigen_middelen: [een telefoon]",
            "De kandidaat zorgt zelf voor een telefoon. De opdrachtgever zorgt voor de andere apparatuur.",
        ),
    ],
)
def test_some_equipment_is_the_candidates(lines: str, said: str, tmp_path: Path) -> None:
    """What a candidate brings beside the client's equipment is told, and knocks nobody out."""
    check(tmp_path, lines, (said,), ("Knock-outcriteria",))


SCALE = "beoordeling: {schaal: [{oordeel: goed, deel: 100%}, {oordeel: slecht, deel: 0%}]}\n"


@pytest.mark.parametrize(
    ("lists", "said"),
    [
        (CRITERIA, "Elk criterium krijgt een van deze oordelen. Het oordeel bepaalt welk deel van de punten"),
        (
            "wensen: [{wens: Een., weging: 60%}, {wens: Twee., weging: 40%}]\n",
            "Elke wens krijgt een van deze oordelen. Het oordeel bepaalt welk deel van de score",
        ),
        (
            "gunningscriteria:\n  - {criterium: Een., punten: 20}\n  - criterium: Twee.\n    punten: 20\n"
            "    treden: [{trede: 1 jaar of meer, punten: 20}]\nwensen: [{wens: Drie., punten: 10}]\n",
            "Elk criterium en elke wens zonder eigen treden krijgt een van deze oordelen.",
        ),
    ],
)
def test_a_scale_is_for_what_there_is(lists: str, said: str, tmp_path: Path) -> None:
    """A scale of judgements speaks of criteria, wishes, steps and points only where they are."""
    check(tmp_path, lists + SCALE, (said,))


def test_explanations_follow_what_they_explain(tmp_path: Path) -> None:
    """A round says first what happens, an award what comes after it, and the work whether it can be hybrid."""
    made = rounds(
        "{toets: gesprek, beoordelaar: organisatie, toelichting: Het gesprek is online.}",
        more="gunning_toelichting: De nummer 2 blijft een maand beschikbaar.",
    )
    said = (
        "past. Het gesprek is online.",
        "niet aan hen is gegund. De nummer 2 blijft een maand beschikbaar.",
        "Waar en wanneer Hybride werken is mogelijk. Op dinsdag op kantoor.",
    )
    check(tmp_path, f"{made}\nwerkwijze: Op dinsdag op kantoor.\n", said, (), "inzet: {hybride: ja}")


@pytest.mark.parametrize(
    ("work", "said"),
    [
        ("inzet: {werkdagen: [maandag]}", "Werkdagen De opdracht"),
        ("inzet: {werkdagen: [maandag], hybride: nee}", "Werkdagen en werkplek De opdracht"),
        ("inzet: {werktijden: van 9 tot 5}", "Waar en wanneer Werktijden:"),
        ("standplaats: {plaats: Dorp, adres: Markt 1, bereikbaarheid: De bus stopt ervoor}", "Dorp, Markt 1"),
        ("standplaats: {plaats: Dorp, bereikbaarheid: De bus stopt ervoor}", "Waar en wanneer De bus stopt ervoor."),
    ],
)
def test_where_and_when_has_a_heading_that_fits(work: str, said: str, tmp_path: Path) -> None:
    """Over days stands that they are days; the place of work is told with its street and how to get there."""
    check(tmp_path, "", (said,), (), work)


def test_a_way_to_the_work_that_says_je_is_of_the_vacancy(tmp_path: Path) -> None:
    """A request says u, so what speaks to a reader as je is left to the vacancy."""
    check(tmp_path, "", (), ("fietst",), "standplaats: {plaats: Dorp, bereikbaarheid: Je fietst er zo heen}")


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ("start: 2026-05-11, einde: 2026-12-31", "een adviseur van 11 mei 2026 tot en met 31 december 2026"),
        ("start: uiterlijk 2026-05-11, einde: 2026-12-31", "een adviseur tot en met 31 december 2026"),
        ("start: z.s.m., einde: 2026-12-31", "een adviseur tot en met 31 december 2026"),
    ],
)
def test_a_term_has_a_beginning_and_an_end(dates: str, said: str, tmp_path: Path) -> None:
    """The opening names the first day where there is one."""
    check(tmp_path, "", (said,), (), f"inzet: {{{dates}}}")


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("dag: 2026-02-03 09:00, tot: 2026-02-03 12:00", "dinsdag 3 februari 2026, van 09:00 tot 12:00 uur"),
        ("dag: 2026-02-03, tot: 2026-02-05", "dinsdag 3 februari 2026 tot en met donderdag 5 februari 2026"),
    ],
)
def test_a_moment_of_one_day_says_the_day_once(moment: str, said: str, tmp_path: Path) -> None:
    """Hours of one day stand behind that day."""
    check(tmp_path, "", (said,), (), f"planning: {{momenten: [{{naam: gesprekken, {moment}}}]}}")


def test_the_client_has_a_website(tmp_path: Path) -> None:
    """A request says where more is to be read about the client."""
    site = (
        "uitgaven: {extern: {organisatie: {website: https://www.voorbeeldstad.nl}}}\nplanning: {sluiting: 2026-02-10}"
    )
    check(tmp_path, "", ("Meer over de gemeente leest u op voorbeeldstad.nl.",), (), site)


RATES = "tarief: {minimum: 80, maximum: 100, btw: exclusief}\n"


@pytest.mark.parametrize(
    ("price", "said", "unsaid"),
    [
        (
            "vanaf: laagste aanbod, tot: hoogste aanbod",
            (
                "aangeboden uurtarief krijgt alle punten. Het hoogste aangeboden uurtarief krijgt 0 punten.",
                "tellen mee voor het laagste en het hoogste aangeboden uurtarief. Zijn alle bedragen gelijk,",
            ),
            ("Bij €", "Voorbeelden van de score"),
        ),
        (
            "vanaf: 80, tot: hoogste aanbod",
            ("Bij € 80,00, het minimum, krijgt u alle punten.", "tellen mee voor het hoogste aangeboden uurtarief."),
            ("of lager", "het maximum"),
        ),
        (
            "vanaf: 85",
            ("Bij € 85,00 of lager krijgt u alle punten. Bij € 100,00, het maximum, krijgt u 0 punten.",),
            ("tellen mee voor",),
        ),
    ],
)
def test_bounds_of_a_price(price: str, said: tuple[str, ...], unsaid: tuple[str, ...], tmp_path: Path) -> None:
    """The bounds of a price are amounts or offers, and nobody is told of a rate that cannot be offered."""
    check(tmp_path, f"{RATES}prijs: {{formule: lineair, punten: 40, {price}}}\n", said, unsaid)


@pytest.mark.parametrize(
    ("formula", "told_twice"),
    [("De laagste prijs krijgt 40 punten.", 1), ("De score is 40 min het verschil, afgerond op hele punten.", 0)],
)
def test_a_formula_in_words_is_rounded_too(formula: str, told_twice: int, tmp_path: Path) -> None:
    """A formula of one's own is rounded as every score, unless it says itself how."""
    text = told(tmp_path, f'{RATES}prijs: {{formule: "{formula}", punten: 40}}\n')
    assert text.count("De score wordt afgerond op twee decimalen") == told_twice


@pytest.mark.parametrize(
    ("days", "said"), [("20", "20 kalenderdagen"), ("15 werkdagen", "15 werkdagen"), ("1", "1 kalenderdag")]
)
def test_a_standstill_is_a_length_of_time(days: str, said: str, tmp_path: Path) -> None:
    """The time for objections is in calendar days, or in the days that it names."""
    lines = rounds("{toets: cv, beoordelaar: organisatie}", more=f"opschortende_termijn: {{dagen: {days}}}")
    check(tmp_path, lines, (f"een opschortende termijn van {said}. Wie het",))


HOW = """inschrijving: {via: het inkoopplatform, kandidaten: 2, motivatie: {max_paginas: 1}}
cv: {max_paginas: 4, bestand: een pdf-bestand}
vragen_via: het inkoopplatform
"""


@pytest.mark.parametrize("over", ["ingetrokken", "gesloten"])
def test_a_request_that_is_over_tells_nobody_how_to_react(over: str, tmp_path: Path) -> None:
    """What to hand in, where and until when is said while one can react; afterwards the days are facts."""
    invites: tuple[str, ...] = (
        "U dient uw inschrijving in",
        "Inschrijven tot en met",
        "Laat in ",
        "Het cv telt",
        "Uw vragen stelt u",
    )
    more = (
        "Uw vragen stelt u",
        "Uw inschrijving bestaat uit",
        "De motivatie telt",
        "U voegt bij uw inschrijving",
        "Vragen stellen tot",
    )
    days = "planning: {vragen: 2026-02-03, sluiting: 2026-02-10, uitnodiging: 2026-02-12, gesprekken: 2026-02-14}"
    invites += more
    open_now = tuple(words for words in invites if "U voegt" not in words)
    check(tmp_path / "nu", CRITERIA + HOW, open_now, (), days)
    facts = ("Laatste moment voor vragen dinsdag 3 februari 2026", "Einde inschrijving dinsdag 10 februari 2026")
    check(tmp_path / "straks", CRITERIA + HOW, facts, invites, f"status: {over}\n{days}")
    check(tmp_path / "kort", CRITERIA, ("Het plan.",), invites, f"status: {over}\n{days}")
    invited = "Wie een uitnodiging voor een gesprek krijgt"
    said, unsaid = ((), (invited,)) if over == "ingetrokken" else ((invited,), ())
    check(tmp_path / "daarna", CRITERIA, said, unsaid, f"status: {over}\n{days}")


RATE = "tarief: {{maximum: 90, btw: exclusief, {more}}}"


@pytest.mark.parametrize(
    ("request_", "said", "unsaid"),
    [
        (RATE.format(more="indexering: geen"), "Het tarief wordt niet geïndexeerd.", "Indexering van"),
        (RATE.format(more="indexering: Nee"), "Het tarief wordt niet geïndexeerd.", "Indexering van"),
        (
            RATE.format(more="indexering: Elk jaar met de CPI"),
            "Indexering van het tarief: elk jaar met de CPI.",
            "niet geïndexeerd",
        ),
        (RATE.format(more="all_in: ja, exclusief: [dienstreizen]"), "btw, all-in, behalve dienstreizen", "zonder"),
        (RATE.format(more="exclusief: [dienstreizen]"), "exclusief btw, zonder dienstreizen", "behalve"),
        ("overname: ja", "De opdrachtgever mag de professional in dienst nemen.", "kosteloos"),
        (
            "overname: {toelichting: Daarvoor geldt een vergoeding.}",
            "De opdrachtgever mag de professional in dienst nemen. Daarvoor geldt een vergoeding.",
            "kosteloos",
        ),
        ("overname: {na_uren: 1040}", "na 1.040 gewerkte uren kosteloos in dienst nemen.", "mag de professional in"),
        ('perceel: "perceel 2: ICT"', "Perceel 2, ICT", "2: ICT"),
        ('perceel: "Perceel 2"', "Perceel 2 ", "Perceel Perceel"),
        ("vog: gevraagd", "De opdrachtgever vraagt om een Verklaring Omtrent het Gedrag (VOG).", "zal"),
        ("byod: ja\neigen_middelen: [een laptop]", "BYOD): een laptop.", "zorgt zelf voor"),
        (
            "facturatie: {via: organisatie, systeem: het portaal, per: maand}",
            "U factureert per maand via het portaal.",
            "facturatiemodule",
        ),
        ("facturatie: {via: organisatie}", "U factureert via de facturatiemodule van de opdrachtgever.", "Dat is"),
    ],
)
def test_terms_are_told_as_they_are(request_: str, said: str, unsaid: str, tmp_path: Path) -> None:
    """A term is told once, in a sentence, and nothing is promised that the profile does not say."""
    check(tmp_path, request_, (said,), (unsaid,))


@pytest.mark.parametrize(
    ("term", "said", "unsaid"),
    [
        (
            "{dagen: 20, vanaf: 2026-07-01}",
            "Die termijn gaat in op woensdag 1 juli 2026 en loopt tot en met maandag 20 juli 2026. Wie het met dit"
            " besluit niet eens is, kan in die termijn bezwaar maken.",
            "behandeld",
        ),
        ("{dagen: 15 werkdagen, vanaf: 2026-07-01}", "gaat in op woensdag 1 juli 2026. Wie het", "en loopt"),
        (
            "{dagen: 20, toelichting: Bezwaar maakt u bij de rechter.}",
            "van 20 kalenderdagen. Bezwaar maakt u bij de rechter.",
            "Wie het met dit besluit",
        ),
    ],
)
def test_one_can_object_in_the_standstill(term: str, said: str, unsaid: str, tmp_path: Path) -> None:
    """The term for objections says that one can object in it, until when, and how if that is said."""
    check(tmp_path, f"beoordeling: {{opschortende_termijn: {term}}}", (said,), (unsaid,))


@pytest.mark.parametrize(
    ("procedure", "end"), [("Europees openbaar", "maandag 2 november 2020"), ("onderhands", "zondag 1 november 2020")]
)
def test_a_standstill_of_the_law_ends_on_no_sunday(procedure: str, end: str, tmp_path: Path) -> None:
    """The end that a document states is that of the law where the law asks for the standstill."""
    request = f"procedure: {procedure}\nbeoordeling: {{opschortende_termijn: {{dagen: 20, vanaf: 2020-10-13}}}}"
    check(tmp_path, request, (f"en loopt tot en met {end}.",))


@pytest.mark.parametrize(
    ("profile", "said", "unsaid"),
    [
        (
            "eisen: [ervaring]",
            ("bij het gevraagde profiel past", "aan het gevraagde profiel voldoet"),
            "deze opdracht past",
        ),
        ("", ("bij deze opdracht past", "aan dit criterium voldoet"), "gevraagde profiel"),
    ],
)
def test_a_profile_is_spoken_of_where_it_stands(
    profile: str, said: tuple[str, ...], unsaid: str, tmp_path: Path
) -> None:
    """Without demands and wishes there is no section about a profile to refer to."""
    best = "{toets: gunningscriteria, beoordelaar: organisatie, beste: 2}"
    made = CRITERIA + rounds(best, "{toets: gesprek, beoordelaar: organisatie, terugval: gunningscriteria}")
    check(tmp_path, made, said, (unsaid,), profile)


@pytest.mark.parametrize(
    ("lines", "said", "unsaid"),
    [
        (
            "{toets: gesprek, beoordelaar: de teamleider, minimaal: 2}",
            ("In het gesprek toetst de teamleider hoe goed", "Minstens 2 kandidaten komen in aanmerking"),
            ("verder hoe", "gaan door", "levert geen punten"),
        ),
        (
            "{toets: gesprek, beoordelaar: organisatie, panel: 2, panelleden: [de teamleider, een collega]}",
            ("mee: de teamleider en een collega.",),
            ("minstens 2",),
        ),
        (
            "{toets: gesprek, beoordelaar: organisatie, panel: 1, panelleden: [de teamleider, een collega]}",
            ("mee: de teamleider en een collega (minstens 1).",),
            (),
        ),
        (
            "{toets: anders, naam: Praktijkopdracht, beoordelaar: de commissie, toelichting: De kandidaat schrijft een"
            " advies., duur: 2 uur, waar: op het stadskantoor, panel: 2}",
            (
                "De kandidaat schrijft een advies. De commissie beoordeelt deze stap. Aan de stap doen minstens 2"
                " vertegenwoordigers van de opdrachtgever mee. De stap duurt 2 uur en is op het stadskantoor.",
            ),
            ("Deze stap",),
        ),
    ],
)
def test_a_round_reads_as_a_whole(lines: str, said: tuple[str, ...], unsaid: tuple[str, ...], tmp_path: Path) -> None:
    """A round says who is there, how long and where in sentences, and refers to nothing that is not there."""
    check(tmp_path, rounds(lines), said, unsaid)


def test_the_others_are_told_before_what_happens_without_an_award(tmp_path: Path) -> None:
    """Who gets no award is told of right behind who does; what happens when nobody fits comes last."""
    more = "niemand_voldoet: Voldoet niemand, dan stopt de procedure.\nniet_gunnen: ja\nopschortende_termijn: ja"
    said = (
        "bij deze opdracht. Alle andere kandidaten krijgen bericht dat de opdracht niet aan hen is gegund. Daarna geldt"
        " een opschortende termijn. Wie het met dit besluit niet eens is, kan in die termijn bezwaar maken."
        " De opdrachtgever mag ook besluiten de opdracht niet te gunnen. Voldoet niemand, dan stopt de procedure."
    )
    check(tmp_path, rounds("{toets: gesprek, beoordelaar: organisatie}", more=more), (said,))


def test_a_total_that_is_computed_is_no_field_to_fill_in(tmp_path: Path) -> None:
    """While points are open, the total that they make is not spoken of, and in no list of what is to be filled in."""
    criteria = "gunningscriteria: [{criterium: Het plan., punten: }, {criterium: Het cv., punten: 40}]\n"
    unsaid = ("punten totaal", "Samen zijn ze", "hoogstens [")
    check(tmp_path / "a", criteria, ("punten",), unsaid, "status: concept")
    said = ("gunningscriterium 2: punten", "Het plan. [gunningscriterium 2: punten]")
    check(tmp_path / "n", f"knockouts: [Een diploma.]\n{criteria}", said, ("gunningscriteria 1",), "status: concept")
    more = "wensen: [{wens: Een wens., punten: }]\n"
    check(tmp_path / "b", criteria + more + rounds(SCORE), ("is de som van de punten.",), unsaid, "status: concept")
    check(tmp_path / "c", f"{criteria}punten_totaal:\n", ("Samen zijn ze [punten totaal]",), (), "status: concept")


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (
            RATE.format(more="toeslagen: [{naam: avonddienst, procent: 25%}, {naam: piket, bedrag: 4.5, per: uur}]"),
            "Boven op het tarief gelden deze toeslagen: Avonddienst: 25% Piket: € 4,50 per uur",
        ),
        (
            RATE.format(more="toeslagen: [{naam: piket, bedrag: 250, per: week, toelichting: Alleen in de zomer}]"),
            "Boven op het tarief geldt deze toeslag: Piket: € 250,00 per week. Alleen in de zomer.",
        ),
        ("payroll_toegestaan: nee", "Payrolling toegestaan nee"),
        ("payroll_toegestaan: ja", "Payrolling toegestaan ja"),
        ("g_rekening: nee", "U hoeft geen geblokkeerde rekening (G-rekening) te hebben."),
        ("g_rekening: ja", "Stelt u personeel ter beschikking? Dan hebt u een geblokkeerde rekening (G-rekening)."),
        (
            "g_rekening: ja\ng_rekening_procent: 25%",
            "(G-rekening). Van elke factuur betaalt de opdrachtgever 25% op die rekening.",
        ),
        (
            "klachten: Een klacht stuurt u naar het meldpunt.",
            "Klachten Een klacht stuurt u naar het meldpunt.",
        ),
        ("uitsluitingsgronden: [Artikel 2.86 geldt.]", "Uitsluitingsgronden Artikel 2.86 geldt."),
        (
            "uitsluitingsgronden: [faillissement, belastingschuld]",
            "Een inschrijver wordt uitgesloten op deze gronden: Faillissement Belastingschuld",
        ),
        ("certificaten: [ISO 27001, NEN 7510]", "Vereiste certificaten: ISO 27001 en NEN 7510."),
        (
            "overname: {na_uren: 1040, vergoeding: € 5 voor elk uur dat nog niet gewerkt is}",
            "kosteloos in dienst nemen. Gebeurt dat eerder, dan geldt deze vergoeding: € 5 voor elk uur dat nog niet",
        ),
        ("overname: {vergoeding: € 5.000}", "in dienst nemen. Daarvoor geldt deze vergoeding: € 5.000."),
    ],
)
def test_terms_have_their_place(request_: str, said: str, tmp_path: Path) -> None:
    """Each term of a request is told in the part that it belongs to."""
    check(tmp_path, request_, (said,))


def test_nothing_is_said_of_what_is_not_there(tmp_path: Path) -> None:
    """Without these facts nothing is told about them."""
    unsaid = ("Klachten", "Uitsluitingsgronden", "certificaten", "G-rekening", "toeslag", "Payrolling", "tweede ronde")
    check(tmp_path, RATE.format(more="per: uur"), (), (*unsaid, "Andere locaties"))


SECOND = (
    "planning: {vragen: 2026-02-02, antwoorden: 2026-02-04, vragen_tweede_ronde: 2026-02-06, antwoorden_tweede_ronde:"
    " 2026-02-09, sluiting: 2026-02-16, voorlopige_gunning: 2026-03-02, gunning: 2026-03-24}"
)


def test_questions_have_a_second_round(tmp_path: Path) -> None:
    """A second round of questions and a provisional award are rows of the schedule; the round is told of too."""
    said = (
        "Vragen stellen, tweede ronde tot en met vrijdag 6 februari 2026 Antwoorden, tweede ronde maandag 9 februari"
        " 2026 Inschrijven",
        "Voorlopige gunning maandag 2 maart 2026 Gunning dinsdag 24 maart 2026",
        "Na deze antwoorden kunt u nog een keer vragen stellen, tot en met vrijdag 6 februari 2026. De antwoorden"
        " daarop verschijnen op maandag 9 februari 2026.",
    )
    check(tmp_path / "a", "", said, (), SECOND)
    over = ("Laatste moment voor vragen, tweede ronde vrijdag 6 februari 2026",)
    check(tmp_path / "b", "", over, ("Vragen stellen, tweede", "kunt u nog"), f"status: gesloten\n{SECOND}")
    objection = "beoordeling: {opschortende_termijn: {dagen: 20, vanaf: 2026-03-03}}"
    check(tmp_path / "c", objection, ("loopt tot en met zondag 22 maart 2026",), (), SECOND)


NAMED = (
    "planning: {publicatie: 2026-02-02, sluiting: 2026-02-16, gesprekken: 2026-02-20, gunning: 2026-02-27, benamingen:"
    " {publicatie: op TenderNed, sluiting: einde, gesprekken: eerste gesprekken, gunning: benoeming}}"
)


def test_rows_of_the_schedule_have_names_of_their_own(tmp_path: Path) -> None:
    """A name of one's own stands in the place of the usual one, in every table, and the day stays as it was."""
    said = (
        "Op TenderNed maandag 2 februari 2026 Einde maandag 16 februari 2026",
        "Einde tot en met maandag 16 februari 2026 Eerste gesprekken vrijdag 20 februari 2026 Benoeming vrijdag 27",
    )
    check(tmp_path / "a", "", said, ("Inschrijven", "Gunning", "Gepubliceerd"), NAMED)
    check(tmp_path / "b", "", ("Wat Wanneer Op TenderNed",), ("tot en met",), f"status: gesloten\n{NAMED}")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("vacature", ("Eerste gesprekken vrijdag 20 februari 2026", "Einde tot en met maandag 16")),
        ("advertentie", ("De gesprekken vinden op vrijdag 20 februari 2026 plaats.",)),
    ],
)
def test_other_kinds_share_names_places_and_allowances(kind: str, said: tuple[str, ...], tmp_path: Path) -> None:
    """Names of the schedule, other places of work and allowances are told in a vacancy and an advertisement too."""
    more = "standplaats: {plaats: Dorp, andere_locaties: [de werf, Hoek]}\nsalaris: {schaal: 8, toeslagen: [{naam:"
    files = {
        "organisaties/voorbeeldstad.yaml": ORGANISATION,
        "los.yaml": f"organisatie: voorbeeldstad\ntitel: Adviseur\n{NAMED}\n{more} avond, procent: 25%}}]}}\n{kind}:\n",
    }
    write(tmp_path, files)
    (data,) = make(tmp_path / "los.yaml", formats=("md",)).values()
    text = " ".join(BLOCKS["md"](data)).replace("\xa0", " ")
    always = ("de werf en Hoek", "Boven op je salaris krijg je deze toeslag: Avond: 25%")
    assert {words: words in text for words in (*said, *always)} == dict.fromkeys((*said, *always), True), text
    check(tmp_path / "aanvraag", "", ("Andere locaties de werf en Hoek",), (), more.partition("\n")[0])


@pytest.mark.parametrize(
    ("fees", "said"),
    [
        ("fee_per_uur: 1", "een fee van € 1,00 voor elk gewerkt uur."),
        ("fee_percentage: 3%", "een fee van 3% van het uurtarief."),
        ("fee_eenmalig: 75", "betaalt aan het bureau één keer een fee van € 75,00."),
        ("fee_per_uur: 1\nfee_percentage: 3%", "een fee van € 1,00 voor elk gewerkt uur en 3% van het uurtarief."),
        ("fee_percentage: 3%\nfee_eenmalig: 75", "een fee van 3% van het uurtarief en één keer € 75,00."),
        (
            "fee_per_uur: 1\nfee_percentage: 3%\nfee_eenmalig: 75",
            "een fee van € 1,00 voor elk gewerkt uur, 3% van het uurtarief en één keer € 75,00.",
        ),
        (
            "fee_per_uur: nader te bepalen\nfee_percentage: 3%",
            "een fee van 3% van het uurtarief. Voor elk gewerkt uur betaalt de winnende leverancier een fee aan het",
        ),
    ],
)
def test_fees_are_told_in_one_sentence(fees: str, said: str, tmp_path: Path) -> None:
    """Who pays whom is told once, with every fee behind it that has an amount."""
    text = told(tmp_path, f"fee_ontvanger: het bureau\n{fees}\n")
    assert said in text
    assert text.count("aan het bureau") == 1 + ("nader" in fees)
