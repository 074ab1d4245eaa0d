"""What HR sends out: the documents of small profiles, word for word, and the facts of the shipped ones."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.plain import pasted
from tests.support import BLOCKS, CASES, FORMATS, GOLDEN, ROOT, load, make
from vacaturegen.documents import house_style
from vacaturegen.model.places import Open, label_of
from vacaturegen.profiles.house_files import HouseFiles, Logo
from vacaturegen.writers import HouseStyle

DOCUMENTS = CASES / "documenten" / "profiles"
PROFILES = sorted(path.stem for path in DOCUMENTS.glob("*.yaml"))
AS_PLAIN_TEXT = ("volledig", "klad-vacature", "westerveld")
"""One of each kind of document."""


@pytest.mark.parametrize("profile", PROFILES)
def test_documents_read_as_agreed(profile: str, golden: Callable[[Path, str], None]) -> None:
    """The reading copy of each example profile, and of some the plain text, is in golden/, which people have read."""
    made = make(DOCUMENTS / f"{profile}.yaml", formats=("md", "txt") if profile in AS_PLAIN_TEXT else ("md",))
    assert made
    for path, data in made.items():
        golden(GOLDEN / Path(path).name, data.decode())


def test_golden_holds_nothing_else() -> None:
    """A golden file whose profile is gone is noticed."""
    assert [
        path.name for path in GOLDEN.iterdir() if not path.name.startswith(tuple(f"{name}-" for name in PROFILES))
    ] == []


@pytest.mark.parametrize(
    ("value", "label"),
    [
        *(
            ("Adviseur", "Adviseur"),
            ("", ""),
            (Open("inzet.duur"), "[duur]"),
            (Open("team", "naam"), "[naam]"),
        ),
        (Open("contacten.1.naam"), "[naam van contact 2]"),
        (f"Adviseur {Open('titel', 'vakgebied').in_text()} en meer", "Adviseur [vakgebied] en meer"),
    ],
)
def test_label(value: str | Open, label: str) -> None:
    """Outside the document a field that is still open is named between brackets."""
    assert label_of(value) == label


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ({}, HouseStyle()),
        ({"lettertype": "Arial"}, HouseStyle(body_font="Arial", heading_font="Arial")),
        ({"koplettertype": "Georgia"}, HouseStyle(heading_font="Georgia")),
        (
            {"lettertype": "Arial", "koplettertype": "Georgia", "accentkleur": "#123456"},
            HouseStyle(accent="#123456", body_font="Arial", heading_font="Georgia"),
        ),
        ({"lettertype": Open("lettertype"), "accentkleur": Open("accentkleur")}, HouseStyle()),
    ],
)
def test_house_style(stated: dict[str, Any], found: HouseStyle) -> None:
    """What the organisation does not say of its style is as we ship it; headings follow the text."""
    logo = Logo(b"", "image/png", "Logo", 1, 1)
    profiel = SimpleNamespace(organisatie=SimpleNamespace(huisstijl=SimpleNamespace(**stated)))
    style = house_style(SimpleNamespace(profiel=profiel, files=HouseFiles(logo, "sheet")))  # type: ignore[arg-type]
    assert style == replace(found, logo=logo, theme="sheet")


def test_input_of_a_document_is_all_that_it_says() -> None:
    """The input is canonical JSON: what is open by its name, other kinds left out, letters as they are."""
    ((klad,), (kaal,), (volledig,)) = (load(DOCUMENTS / f"{name}.yaml") for name in ("klad", "kaal", "volledig"))
    said = json.loads(klad.resolved("aanvraag"))
    assert (said["titel"], said["inzet"]["duur"]) == ({"open": "titel"}, {"open": "inzet.duur"})
    assert "vacature" in json.loads(kaal.resolved("vacature"))
    assert "advertentie" not in json.loads(kaal.resolved("vacature"))
    text = volledig.resolved("aanvraag")
    assert text == json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False)
    assert not text.isascii()


SHIPPED = make(ROOT / "profiles")
ODGM, FLEVOLAND = "odgm-ambtelijk-secretaris-or", "flevoland-ambtelijk-secretaris"
ZOETERMEER = "zoetermeer-managementondersteuner-po"
PROJECT = "zoetermeer-projectondersteuner-organisatieontwikkeling"
WESTERVELD = "westerveld-managementondersteuner"
FORM = """
        Concept.
        managementondersteuner (v/m/x)
        De gemeente Westerveld zoekt
        zuidwesten van Drenthe
        Havelte, Diever, Dwingeloo en Vledder
        Dwingelderveld
        Drents-Friese Wold
        recreatie
        bestuur, bedrijven, burgers en bezoekers
        prettig en informeel
        19.500 inwoners
        28.300 hectare
        450 kilometer wegen, zonder verkeerslichten en zonder betaald parkeren
        Ongeveer 155 medewerkers
        Ondersteuning en Dienstverlening
        Faciliteiten, Financiën & Belastingen en Bestuurs- en Management Ondersteuning
        Maatschappelijk Welzijn, Openbare Werken, Leefomgeving en Frontoffice
        Peildatum: 1 juni 2011.
        hbo-niveau, bijvoorbeeld
        Enkele jaren ervaring
        ervaring bij een overheid
        bruto maandsalaris
        je opleiding en ervaring
        woon-werkverkeer
        Studiefaciliteiten
        teamleider
        Personeel & Organisatie (P&O)
        14 0521
        Ben jij degene die in de gemeente Westerveld
        info@gemeentewesterveld.nl
        college van burgemeester en wethouders van de gemeente Westerveld, Postbus 50, 7970 AB Havelte"""
FACTS = {
    f"{ODGM}/{ODGM}-aanvraag": """
        Ambtelijk secretaris OR
        Aanvraagnummer | 30826
        Start | z.s.m.
        Duur | 6 maanden
        Opties voor verlenging | 2 keer 6 maanden
        Uren per week | 4 tot 6 uur
        Niveau | senior
        Opleidingsniveau | mbo+
        Regio | Gelderland
        (DAS) | ja
        Einde inschrijving | dinsdag 7 juli 2026, 09:00 uur
        Opdrachtgever | Omgevingsdienst Groene Metropool
        (ODGM)
        Wet deregulering beoordeling arbeidsrelaties (Wet DBA)
        (fictieve) dienstbetrekking
        niet-conform
        VTH
        circulair ondernemen
        gevaarlijke stoffen
        gemeenten en provincies
        1 januari 2026
        Omgevingsdienst Regio Nijmegen
        Omgevingsdienst Regio Arnhem
        in 2025
        bijzondere ondernemingsraad
        11 gekozen
        elke week
        eens in de 3 weken
        overlegvergadering (OV)
        donderdag(middag)
        eind mei
        (eind van het jaar)
        Eprom organisatieadvies en OR-ondersteuning
        november 2024
        WOR-bestuurder
        hbo-niveau
        Inzicht:
        Processen en procedures:
        Overleg en participatie:
        Scholing:
        Informatie en beheer:
        archiveren
        notuleren
        jaarverslag
        intranet
        (eind)redactie
        begroting
        bring your own device, BYOD
        een laptop, een telefoon en bijbehorende accessoires
        mbo-niveau 4
        Wet op de ondernemingsraden (WOR)
        maximaal €\u00a090,00 exclusief btw
        woon-werkverkeer
        werk-werkverkeer
        parkeerkosten
        de fee van Flextender
        100 punten
        leergang 1, 2 en 3
        35 punten
        minimaal 1 jaar
        40 punten
        afgelopen 5 jaar
        Microsoft Teams, Excel, Word en Adobe InDesign
        10 punten
        hbo-bachelor
        15 punten
        Nauwkeurig
        Integer
        Proactief
        Stap 1
        knock-outcriteria 1 tot en met 6
        gunningscriteria 7 tot en met 10
        De 10 kandidaten
        het uurtarief
        soortgelijke opdrachten
        soortgelijke organisaties
        (stap 4)
        minstens 2 vertegenwoordigers
        elke competentie minstens een voldoende
        stap 3 herhaald
        opschortende termijn
        €\u00a01,90
        5 pagina's
        Nederlands
        2 referenties
        op donderdag
        Hybride werken is mogelijk
        Gesprekken | nader te bepalen
        Verklaring Omtrent het Gedrag (VOG)
        (Waadi)
        facturatiemodule van Flextender
        handleiding
        tot donderdag 2 juli 2026, 09:00 uur
        op vrijdag 3 juli 2026
        035-7510777
        reageren tot dinsdag 7 juli 2026, 09:00 uur
    """,
    f"{FLEVOLAND}/{FLEVOLAND}-vacature": """
        Ambtelijk secretaris medezeggenschapsorgaan (v/m/x)
        Organisatie | Provincie Flevoland
        Omvang | deeltijd
        Opleidingsniveau | hbo
        donderdag 31 juli 2025
        tot en met zondag 24 augustus 2025
        provinciehuis
        Lelystad
        2 minuten lopen van station Lelystad
        700 medewerkers
        (OR)
        Wet op de ondernemingsraden (WOR)
        (Arbowet)
        OR-reglement
        juridisch adviseurs
        Hbo-werk- en -denkniveau
        Minimaal 4 jaar
        drie leergangen
        Vloeiend Nederlands
        Klantgericht en dienstverlenend
        €\u00a03.735,55
        €\u00a05.261,64
        bruto per maand
        36 uur
        schaal 10
        cao Provincies
        ervaring en opleiding
        22,37%
        (IKB)
        extra vakantiedagen
        voor 1 jaar
        uitzicht op een vast contract
        € 6.000
        5 jaar
        NS-Business Card
        € 0,23
        laptop
        iPhone
        thuiswerken
        internet
        ABP
        recruitmentteam
        sollicitaties@flevoland.nl
    """,
    f"{FLEVOLAND}/{FLEVOLAND}-advertentie": """
        Ambtelijk secretaris medezeggenschapsorgaan (v/m/x)
        De provincie Flevoland zoekt
        deeltijd
        700 medewerkers
        2 minuten lopen van station Lelystad
        Minimaal 4 jaar
        drie leergangen
        €\u00a03.735,55
        €\u00a05.261,64
        36 uur
        schaal 10
        cao Provincies
        22,37%
        voor 1 jaar
        € 6.000
        € 0,23
        sollicitaties@flevoland.nl
        tot en met zondag 24 augustus 2025
    """,
    f"{ZOETERMEER}/{ZOETERMEER}-aanvraag": """
        Concept.
        Managementondersteuner P&O
        Opdrachtgever | Gemeente Zoetermeer
        Start | z.s.m.
        Einde | vrijdag 1 mei 2026
        Afdeling | Personeel & Organisatie (P&O)
        nieuwe structuur
        Gepubliceerd | vrijdag 24 oktober 2025
        Einde inschrijving | maandag 3 november 2025, 09:00 uur
        mooier en beter
        Samen, open, flexibel en lerend
        maatschappelijke vraagstukken, groot en klein
        ideeën en initiatief
        hart voor de stad
        afdelingshoofd
        andere betrokkenen
        ruim 35 enthousiaste mensen
        vier teams: Beleid, Advies, Recruitment en de HR Servicedesk
        directie, het management en de medewerkers
        vertrouwelijke overleggen
        als er veel tegelijk speelt
        agenda van het afdelingshoofd
        Vergaderingen van bestuur en directie voorbereiden
        notuleren
        besluitenlijst en de actielijst
        actiepunten
        beleidsvoorstellen, rapportages en adviesstukken
        intranet
        Knelpunten
        verbeteringen
        Leeractiviteiten en projecten van het management
        college van burgemeester en wethouders (B&W)
        een locatie en een lunch
        Nauwkeurig werken
        Vooruitdenken
        Samenwerken
        Zelfstandig werken
        De 10 kandidaten
        het uurtarief
        soortgelijke opdrachten
        soortgelijke organisaties
        minstens 2
        minstens 2 vertegenwoordigers
        elke competentie minstens een voldoende
        stap 3 herhaald
        opschortende termijn
        fee van €\u00a02,25 voor elk gewerkt uur
        winnende leverancier
        5 pagina's
        Nederlands
        2 referenties
        maandag tot en met vrijdag
        Verklaring Omtrent het Gedrag (VOG) is verplicht
        facturatiemodule van de externe administratieve broker
        handleiding
        tot woensdag 29 oktober 2025, 09:00 uur
        uiterlijk donderdag 30 oktober 2025
        uiterlijk dinsdag 4 november 2025
        Gesprekken | woensdag 5 november 2025
        De andere kandidaten horen na de gesprekken
        telefonisch
        op de website van de externe administratieve broker
        reageren tot maandag 3 november 2025, 09:00 uur
    """,
    f"{PROJECT}/{PROJECT}-aanvraag": """
        Concept.
        Projectondersteuner organisatieontwikkeling
        Begin 2025
        leiderschap
        strategisch vermogen
        professionele cultuur
        ervaren en enthousiaste
        gemeentesecretaris
        regie over de verandering
        leren en ontwikkelen, belonen en beoordelen, het functiehuis, en werven en selecteren
        organisatieadviseur
        projectleider organisatieontwikkeling
        teammanager Beleid van de afdeling P&O
        Projectondersteuning
        Projectmatig Werken Zoetermeer
        knelpunten
        duurzame oplossingen
        agenda, notulen en actielijst
        praktische en logistieke zaken
        coördineren
        Communicatie en documentatie
        leeropbrengsten
        Monitoring en rapportage
        voortgang en de effecten
        management, directie of bestuur
        Vasthouden en leren
        afspraken, structuur en leerpunten
        samenhang en de continuïteit
        hoe iets wel kan
        complexe omgeving met verschillende afdelingen
    """,
    f"{WESTERVELD}/{WESTERVELD}-advertentie": f"""{FORM}
        zitten minstens 7 werkdagen
    """,
    f"{WESTERVELD}/{WESTERVELD}-advertentie-intern": f"""{FORM}
        Intern.
        zitten minstens 5 werkdagen
        even geschikt
        Medewerkers in vaste of tijdelijke dienst van de gemeente Westerveld
        Wisselwerk
        langer dan een half jaar ingehuurd
    """,
}
"""What the documents that were our examples say; a | stands between two cells beside each other."""

MISTAKES = ("maanden maanden", "Opleidingniveau", "MBO", "HBO", "zoals bijv.", "[", "None", "Undefined", "\ufffd")
"""What was wrong in the examples, or would be in ours; between brackets a concept says what is open."""


@pytest.mark.parametrize("stem", FACTS)
@pytest.mark.parametrize("name", FORMATS)
def test_shipped_documents_carry_the_facts(stem: str, name: str) -> None:
    """Every name, number, date and amount of the examples is in ours, in each format, and their mistakes are not."""
    text = " | ".join(BLOCKS[name](SHIPPED[f"{stem}.{name}"]))
    between = ": " if name == "txt" else " | "
    facts = [fact.strip(" ").replace(" | ", between) for fact in FACTS[stem].strip("\n ").split("\n")]
    loose = text.replace("\u00a0", " ")
    if name == "txt":
        facts = [pasted(fact) for fact in facts]
    assert [fact for fact in facts if fact not in text and fact not in loose] == []
    mistakes = [mistake for mistake in MISTAKES if mistake in text]
    assert mistakes == (["["] if "Concept." in facts else [])


def test_a_document_depends_on_its_own_kind(tmp_path: Path) -> None:
    """A change in the text of one kind leaves the documents of the others as they are, to the byte."""
    name = "flevoland-ambtelijk-secretaris"
    shutil.copytree(ROOT / "profiles", tmp_path / "profiles")
    path = tmp_path / "profiles" / f"{name}.yaml"
    before = make(path, formats=("docx",))
    path.write_text(path.read_text(encoding="utf-8").replace("  oproep: Ben jij", "  oproep: Ben of word jij"))
    after = make(path, formats=("docx",))
    assert after[f"{name}/{name}-vacature.docx"] == before[f"{name}/{name}-vacature.docx"]
    assert after[f"{name}/{name}-advertentie.docx"] != before[f"{name}/{name}-advertentie.docx"]


def test_own_section_stands_in_the_kind_that_has_its_place(tmp_path: Path) -> None:
    """A section behind a part that only one of the kinds has, stands in that one, and the other is built as well."""
    shutil.copytree(ROOT / "profiles", tmp_path / "profiles")
    profile = tmp_path / "profiles/flevoland-ambtelijk-secretaris.yaml"
    section = "{titel: Eigen kop, tekst: Eigen tekst., na: werk}"
    profile.write_text(f"{profile.read_text('utf-8')}\nsecties: [{section}]\n", "utf-8")
    texts = {path.rpartition("-")[2]: data.decode() for path, data in make(profile, formats=("md",)).items()}
    assert texts.keys() == {"vacature.md", "advertentie.md"}
    assert [name for name, text in texts.items() if "## Eigen kop\n\nEigen tekst." in text] == ["vacature.md"]


def test_english_words_say_so() -> None:
    """Words in English in a Dutch text carry their language, in the page and in the Word file."""
    made = make(ROOT / "profiles" / "odgm-ambtelijk-secretaris-or.yaml")
    page, word = (next(data for path, data in made.items() if path.endswith(end)) for end in ("html", "docx"))
    assert '<span lang="en">bring your own device</span>' in page.decode()
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        assert re.search(
            rb'<w:lang w:val="en"/></w:rPr><w:t[^>]*>bring your own device<', package.read("word/document.xml")
        )


def test_readme_shows_a_profile_that_builds(tmp_path: Path) -> None:
    """The profile in the README, put among the shipped ones, makes a tender request."""
    (example,) = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    shutil.copytree(ROOT / "profiles", tmp_path / "profiles")
    (tmp_path / "profiles" / "voorbeeld.yaml").write_text(example, encoding="utf-8")
    assert "voorbeeld/voorbeeld-aanvraag.md" in make(tmp_path / "profiles" / "voorbeeld.yaml", formats=("md",))
