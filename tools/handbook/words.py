"""The page of the template language: every filter, test and constant, with what it makes of a value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tools.handbook.page import code, print_page, print_table
from tools.handbook.snippets import EXAMPLES, ROOT
from vacaturegen.layout import shipped_folder
from vacaturegen.library import Library, read_library
from vacaturegen.markdown import parse, plain
from vacaturegen.model.profiel import Profiel
from vacaturegen.profiles import Shelf, load
from vacaturegen.profiles.editions import DEFAULT
from vacaturegen.templating import make_environment
from vacaturegen.templating.filters import CONSTANTS, FILTERS, TESTS
from vacaturegen.templating.view import view

FILTER_WORDS = {
    "alineas": ("Een tekst met zijn alinea's.", "organisatie.beschrijving | alineas"),
    "bedrag": ("Een bedrag in euro.", "aanvraag.tarief.maximum | bedrag"),
    "bereik": ("Een bereik met een eenheid.", 'inzet.uren_per_week | bereik("uur")'),
    "contactlinks": (
        "E-mailadres, telefoonnummer en nummer van WhatsApp als links.",
        '["naam@voorbeeld.nl", "14 0123"] | contactlinks',
    ),
    "dag": ("Een dag zonder weekdag.", "planning.sluiting | dag"),
    "datum": ("Een dag met weekdag; met de laatste dag erbij ook vanaf welke tijd.", "planning.sluiting | datum"),
    "duur": ("Een duur.", "inzet.duur | duur"),
    "email": ("Een e-mailadres als link.", '"naam@voorbeeld.nl" | email'),
    "getal": ("Een getal, met een komma en zonder nullen die niets zeggen.", "aanvraag.fee_per_uur | getal"),
    "hoofdletter": ("Met een hoofdletter vooraan.", '"de titel" | hoofdletter'),
    "ja_nee": ("Ja of nee, in kleine letters.", "voorbeeld | ja_nee"),
    "kader": ("Alinea's in een kader.", "organisatie.waarden | kader"),
    "keuze": ("De tekst die bij een woord hoort.", '"maand" | keuze({"uur": "uurloon", "maand": "maandsalaris"})'),
    "kleine_letters": (
        "Elk onderdeel van een lijst met een kleine letter vooraan.",
        '["Een cv"] | kleine_letters | opsomming',
    ),
    "kleine_letter": ("Met een kleine letter vooraan, waar dat kan.", "titel | kleine_letter"),
    "length": ("Hoeveel er in een lijst staat.", "taken | length"),
    "loon": ("Een bedrag aan loon; zonder centen als het bedrag ernaast er ook geen heeft.", None),
    "meervoud": ("Een aantal met enkelvoud of meervoud.", '2 | meervoud("pagina", "pagina\'s")'),
    "meervoud_woord": ("Enkelvoud of meervoud, zonder het aantal.", '1 | meervoud_woord("dit punt", "deze punten")'),
    "met": ("Met een woord ervoor, als het er nog niet staat.", '"Provincies" | met("cao")'),
    "met_fee": (
        "Wat in het tarief zit, met de fee voluit.",
        "aanvraag.tarief.inclusief | met_fee(broker_naam) | opsomming",
    ),
    "met_punt": ("Met een punt aan het einde, als die ontbreekt.", '"een zin" | met_punt'),
    "nummers": ("Een verwijzing naar genummerde punten.", '"punt" | nummers("punten", 1, 3, true)'),
    "onderdeel": ("Een afdeling of team, met lidwoord.", '"dienst Beheer" | onderdeel("afdeling")'),
    "op": ("Op welke dag iets gebeurt.", "planning.gesprekken | op"),
    "op_een_regel": ("Met vaste spaties, zodat het niet over twee regels breekt.", '"60 punten" | op_een_regel'),
    "opsomming": ("Een lijst als opsomming in een zin.", '["a", "b", "c"] | opsomming'),
    "postadres": ("Een adres op één regel.", "organisatie.adres | postadres"),
    "procent": ("Een percentage.", None),
    "score": ("Een aantal punten.", "criteria[0].punten | score"),
    "taal": ("Een stukje in een andere taal, voor wie het laat voorlezen.", '"bring your own device" | taal("en")'),
    "telefoon": ("Een telefoonnummer als link.", '"14 0123" | telefoon'),
    "tot": ("Tot wanneer iets kan.", "planning.sluiting | tot"),
    "tot_en_met": ("Tot en met welke dag iets duurt dat begon.", "planning.sluiting | tot_en_met(planning.vragen)"),
    "trede": ("Een trede van een schaal.", None),
    "verlenging": ("Opties voor verlenging.", "inzet.verlenging | verlenging"),
    "webadres": ("Een webadres als link.", "organisatie.website | webadres"),
    "werkdagen": ("Werkdagen als opsomming.", None),
    "zonder": ("Zonder een woord vooraan.", '"afdeling Ruimte" | zonder("afdeling")'),
}
"""Each filter: what it makes, and an expression of the example request that shows it (None: it has no such value)."""
TEST_WORDS = {
    "bedrag": "Het is een bedrag, en niet `nader te bepalen` of `geen maximum`.",
    "begint_met": 'Het eerste woord is een van deze: `is begint_met("de", "het")`.',
    "dag": "Het is een dag, en niet `z.s.m.` of `nader te bepalen`.",
    "eindigt_op": 'De tekst eindigt op een van deze: `is eindigt_op("contract")`.',
    "ja": "Er staat `ja`.",
    "nee": "Er staat `nee`.",
    "open": "Het is in een concept nog niet ingevuld.",
    "stelsel": "Het is een schaal met een eigen naam, zoals FWG 45.",
}
CONSTANT_WORDS = {
    "lead": "Voor de eerste alinea: zij wordt een inleiding in grotere letters.",
    "bijschrift": "Voor een alinea boven een tabel: zij wordt het bijschrift.",
    "noot": "Voor een alinea: zij wordt een opmerking in kleinere letters.",
}
VIEW_WORDS = {
    "soort": "De soort: `aanvraag`, `vacature` of `advertentie`.",
    "uitgave": "De uitgave: `extern`, `intern` of `anoniem`.",
    "stukken": "De stukken van het document, in volgorde: van elk het `sjabloon`, en bij een eigen sectie de `sectie`.",
    "concept": "Of het profiel een concept is.",
    "toestand": "Of er bovenaan iets over de status te zeggen is.",
    "reageren_kan": "Of reageren nog mogelijk is: niet als de status `ingetrokken` of `gesloten` is.",
    "eigen_gegevens": "Of er onder aan de tabel eigen regels zijn.",
    "nog_open": "Wat er nog open is, per sectie.",
    "na_sluiting": "Of er na de sluiting nog dagen zijn om te vertellen.",
    "gesprek_gepland": "Of er een gesprek gepland is na de uitnodiging.",
    "rol": "Hoe een zin de functie noemt: `rol.in_zin`, en `rol.meervoud` als dat bekend is.",
    "werkgever": "Hoe de tekst de organisatie noemt: `werkgever.in_zin` en `werkgever.kort`.",
    "aanduiding": "`v/m/x`, als de titel dat niet zelf al zegt.",
    "deeltijd": "Of iemand minder kan werken dan de voltijdnorm.",
    "altijd_deeltijd": "Of iedereen minder werkt dan de voltijdnorm.",
    "broker_naam": "Hoe de tekst de broker noemt; zonder broker: de opdrachtgever.",
    "peildatum": "De dag waarop alle kerncijfers klopten, als dat één dag is.",
    "schema": "De dagen van de planning, met `naam` en `dag`.",
    "clausule": "De clausule over de arbeidsrelatie.",
    "onderbouwing_gevraagd": "Of de clausule om een onderbouwing vraagt.",
    "knockouts_tot": "Het nummer van de laatste knock-out.",
    "criteria_van": "Het nummer van het eerste gunningscriterium.",
    "criteria_tot": "Het nummer van het laatste gunningscriterium.",
    "punten_totaal": "De punten van alle criteria samen.",
    "rondes": "De rondes, elk met nummer, vorige, volgende en beoordelaar.",
    "beoordelaar_gunning": "Wie de gunningscriteria beoordeelt.",
    "tarief_is_eis": "Of het tarief een knock-out is.",
    "tarief_woord": "Hoe het tarief heet: uurtarief, dagtarief, prijs.",
    "tarief_zin": "Hetzelfde met lidwoord.",
    "inschrijving_telt": "Of de inschrijving uit meer bestaat dan het cv.",
    "bestaat_uit": "Of de inschrijving stukken noemt, of een motivatie vraagt.",
    "genoemd": "Of die stukken zelf het cv, de motivatie en de onderbouwing noemen.",
    "alleen_kandidaat": "Of de inschrijver altijd iemand anders aanbiedt.",
    "antwoorden_noemt_broker": "Of de plaats van de antwoorden zelf zegt van wie zij is.",
    "bereikbaarheid": "Hoe de werkplek te bereiken is, als dat er niet met je staat.",
    "vaste_start": "Of de eerste dag vaststaat.",
    "schaal_woorden": "Waarvoor de oordelen gelden, en waarvan zij een deel geven.",
    "fee_ontvanger": "Wie de fee krijgt.",
    "beoordelaar_wensen": "Wie de wensen beoordeelt.",
    "criteria": "De gunningscriteria, elk met `tekst`, `punten`, `weging`, `toelichting` en `treden`.",
    "wensenlijst": "De wensen, net zo.",
    "punten_wensen": "De punten van alle wensen samen.",
    "punten_alles": "De punten van alle delen van de totaalscore samen.",
    "delen": "De delen van de totaalscore, met naam, weging, punten en ronde.",
    "beslist": "Wat over de gunning beslist: totaalscore, score of keuze.",
    "score_stap": "In welke stap die score gegeven wordt.",
    "einde_termijn": "De laatste dag van de opschortende termijn, als die uit te rekenen is.",
    "perceel": "Het perceel, zonder dat woord ervoor.",
    "past_bij": "Waarbij een kandidaat past: het gevraagde profiel, of deze opdracht.",
    "gewogen": "Of de delen een weging hebben.",
    "binnen_deel": "Of de percentages van een lijst gelden binnen dat deel.",
    "prijsscore": "Hoe de prijs een score geeft, met rekenvoorbeelden.",
    "knockouts_genummerd": "Of de nummers van de knock-outs vaststaan.",
    "criteria_genummerd": "Of de nummers van de gunningscriteria vaststaan.",
    "wensen_van": "Het nummer van de eerste wens.",
    "wensen_tot": "Het nummer van de laatste wens.",
    "wensen_genummerd": "Of de nummers van de wensen vaststaan.",
}
"""What a template sees beside the fields of a profile."""
WEIGHED = ROOT / "tests/cases/documenten/profiles/prijs-kwaliteit.yaml"
"""A request of which the parts are weighed, where a template sees more."""
INTRODUCTION = """# De taal van sjablonen

Een sjabloon is Markdown met plaatsen voor waarden, in de taal Jinja. `{{ titel }}` drukt een waarde af;
`{% if wensen %}` ... `{% endif %}` drukt iets alleen af als er iets is; `{% for taak in taken %}` ... `{% endfor %}`
herhaalt. Een filter staat achter een streep: `{{ planning.sluiting | datum }}`.

Alle [velden](velden.md) van het profiel zijn er, met dezelfde namen. Wat hieronder staat, komt daarbij. Wat een
sjabloon wel en niet kan, staat in [Sjablonen](sjablonen.md)."""

QUESTIONS = """## Vragen

Zo: `{% if planning.sluiting is dag %}`. `is not` draait de vraag om, en `is none` vraagt of iets er niet is."""


def make_page() -> str:
    """Return the page. Raises LookupError for a word of which the page says nothing, or that is there no more."""
    for told, there in ((FILTER_WORDS, FILTERS), (TEST_WORDS, TESTS), (CONSTANT_WORDS, CONSTANTS)):
        if differing := sorted(set(told) ^ set(there)):
            raise LookupError(f"told of in {__name__}, or in the template language, but not in both: {differing}")
    library = read_library(shipped_folder())
    environment = make_environment(library)
    values = values_of(EXAMPLES / "adviseur-wonen-inhuur.yaml", library)
    derived = [*derived_in(values), *derived_in(values_of(WEIGHED, library))]
    if differing := sorted(set(derived) ^ VIEW_WORDS.keys()):
        raise LookupError(f"told of in {__name__}, or seen by a template, but not both: {differing}")

    def shown(expression: str | None) -> str:
        if expression is None:
            return ""
        text = environment.from_string(f"{{{{ {expression} }}}}").render(values)
        return " / ".join(plain(token) for token in parse(text) if token.type == "inline")

    filters = (
        [code(name), about, code(said) if said else "", shown(said)] for name, (about, said) in FILTER_WORDS.items()
    )
    return print_page(
        INTRODUCTION,
        "## Filters",
        print_table(["Filter", "Wat hij maakt", "Voorbeeld", "Uitkomst"], filters),
        QUESTIONS,
        print_table(["Vraag", "Ja als"], ([code(f"is {name}"), about] for name, about in TEST_WORDS.items())),
        "## Plaatsen voor opmaak\n\nZo, aan het begin van een alinea: `{{ lead }}Wie helpt ons?`",
        print_table(["Woord", "Wat het doet"], ([code(name), about] for name, about in CONSTANT_WORDS.items())),
        "## Wat er naast de velden is",
        print_table(["Naam", "Wat het is"], ([code(name), about] for name, about in VIEW_WORDS.items())),
    )


def values_of(file: Path, library: Library) -> dict[str, Any]:
    """Return what the template of a tender request sees of a profile."""
    return view(load(file, Shelf()).profiel, "aanvraag", library, DEFAULT)


def derived_in(values: dict[str, Any]) -> list[str]:
    """Return the names that a template sees beside the fields of the profile."""
    return [name for name in values if name not in Profiel.model_fields and name != "open_velden"]
