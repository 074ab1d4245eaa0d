"""Editions, states and places to fill in: what becomes of them in the documents."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.support import FORMATS, make, write
from tests.test_profiles import lay
from vacaturegen.errors import InputError
from vacaturegen.profiles.names import find_name, names_of

HEAD = "organisatie: voorbeeldstad\ntitel: Adviseur groen\n"
BOTH = """vacature:
uitgaven:
  intern:
    planning: {publicatie: 2026-03-02, sluiting: 2026-03-09}
    reageren: {email: intern@voorbeeldstad.nl}
    voorrang: [medewerkers in vaste dienst, ingehuurde medewerkers]
  extern:
    planning: {publicatie: 2026-03-10, sluiting: 2026-03-24}
    reageren: {webadres: https://www.voorbeeldstad.nl/vacatures}
"""


def built(text: str, folder: Path) -> dict[str, str]:
    """Return the reading copy of each document of one profile, by the name of its file."""
    lay(f"@@ profiles/derde.yaml\n{text}", folder)
    made = make(folder / "profiles/derde.yaml", formats=("md",))
    return {path.removeprefix("derde/"): data.decode() for path, data in made.items()}


def test_an_anonymous_edition_of_an_unknown_kind(tmp_path: Path) -> None:
    """While the kind of client is still to be filled in, so is what stands in the place of its name."""
    files = {
        "organisaties/o.yaml": "naam: Gemeente Proefdorp\nsoort:\n",
        "p.yaml": "status: concept\norganisatie: o\ntitel: Een\nplanning: {sluiting: }\n"
        "uitgaven: {anoniem: {reageren: {telefoon: 14 0123}}}\nvacature:\n  opening: Kom je?\n",
    }
    write(tmp_path / "profiles", files)
    (text,) = make(tmp_path / "profiles", formats=["md"]).values()
    assert "Proefdorp" not in text.decode()


def test_each_edition_says_its_own(tmp_path: Path) -> None:
    """An edition has its own dates, route and priority, and is told by the name of its file."""
    made = built(HEAD + BOTH, tmp_path)
    assert sorted(made) == ["derde-vacature-intern.md", "derde-vacature.md"]
    internal, external = made["derde-vacature-intern.md"], made["derde-vacature.md"]
    assert "Deze vacature staat alleen open voor interne kandidaten." in internal
    assert "Reageren kan tot en met maandag 9 maart 2026." in internal
    assert "gaan zij voor in deze volgorde:\n\n1. Medewerkers in vaste dienst\n2. Ingehuurde medewerkers" in internal
    assert "intern@voorbeeldstad.nl" in internal
    assert "Reageren kan tot en met dinsdag 24 maart 2026." in external
    assert "voorbeeldstad.nl/vacatures" in external
    assert not re.search("intern|volgorde|9 maart", external)


def test_shared_files_speak_of_editions_that_are_asked_for(tmp_path: Path) -> None:
    """What an organisation says about an edition holds where a profile asks for it, and asks for none itself."""
    says = "standaard:\n  uitgaven:\n    intern:\n      voorrang: [eigen mensen]\n"
    own = f"naam: Gemeente Voorbeeldstad\nsoort: gemeente\n{says}"
    files = {
        "profiles/organisaties/voorbeeldstad.yaml": own,
        "profiles/een.yaml": f"{HEAD}vacature:\nplanning: {{sluiting: 2026-03-09}}\n",
        "profiles/twee.yaml": f"{HEAD}vacature:\nplanning: {{sluiting: 2026-03-09}}\nuitgaven:\n  intern:\n  extern:\n",
    }
    write(tmp_path, files)
    made = make(tmp_path / "profiles", formats=("md",))
    assert sorted(made) == ["een/een-vacature.md", "twee/twee-vacature-intern.md", "twee/twee-vacature.md"]
    assert "dan gaan eigen mensen voor." in made["twee/twee-vacature-intern.md"].decode()
    assert "igen mensen" not in (made["een/een-vacature.md"] + made["twee/twee-vacature.md"]).decode()


def test_internal_edition_has_no_request(tmp_path: Path) -> None:
    """Beside a vacancy, a tender request is made for everybody only."""
    made = built(HEAD + BOTH + "aanvraag: {arbeidsrelatie: open}\n", tmp_path)
    assert sorted(made) == ["derde-aanvraag.md", "derde-vacature-intern.md", "derde-vacature.md"]


LISTS = """functie: adviseur
organisatie: voorbeeldstad
titel: Adviseur groen
planning: {sluiting: 2026-03-09}
taken: {erbij: [Bomen tellen]}
eisen: [een rijbewijs, geduld]
vacature:
uitgaven:
  intern:
    taken: {zonder: [Bomen tellen, Adviezen schrijven], erbij: [Collega's helpen]}
    eisen: {erbij: [ervaring bij ons]}
  extern:
    eisen: {zonder: [geduld]}
"""


def points(text: str, heading: str) -> list[str]:
    """Return the points of the first list below a heading."""
    return re.findall(r"^- (.+)$", re.split(r"\n#+ ", text.partition(f"## {heading}\n")[2])[0], re.MULTILINE)


def test_an_edition_extends_the_lists_of_the_profile(tmp_path: Path) -> None:
    """`erbij` and `zonder` in an edition start from the list of the profile, itself an extension or not."""
    made = built(LISTS, tmp_path)
    internal, external = made["derde-vacature-intern.md"], made["derde-vacature.md"]
    assert points(internal, "Dit ga je doen") == ["Vragen van inwoners beantwoorden", "Collega's helpen"]
    assert points(internal, "Dit breng je mee")[:3] == ["Een rijbewijs", "Geduld", "Ervaring bij ons"]
    assert "Bomen tellen" in external
    assert "een rijbewijs" in external.lower()
    assert "geduld" not in external.lower()


def test_an_edition_extends_what_the_organisation_says_of_it(tmp_path: Path) -> None:
    """What organisation and profile both add to a list in an edition, is added one after the other."""
    lay(f"@@ profiles/derde.yaml\n{LISTS}", tmp_path)
    path = tmp_path / "profiles/organisaties/voorbeeldstad.yaml"
    own = "standaard: {uitgaven: {intern: {eisen: {erbij: [van hier, van daar], zonder: [een rijbewijs]}}}}\n"
    path.write_text(path.read_text() + own)
    profile = tmp_path / "profiles/derde.yaml"
    profile.write_text(LISTS.replace("{erbij: [ervaring bij ons]}", "{zonder: [van hier, geduld], erbij: [ervaring]}"))
    made = make(profile, formats=("md",))
    assert points(made["derde/derde-vacature-intern.md"].decode(), "Dit breng je mee")[:2] == ["Van daar", "Ervaring"]


def test_an_edition_leaves_out_what_the_profile_says(tmp_path: Path) -> None:
    """`niet_overnemen` in an edition drops keys of the profile in that edition only."""
    text = LISTS.replace("  intern:\n", "  intern:\n    niet_overnemen: [eisen, salaris.toelichting]\n")
    text = text.replace("    eisen: {erbij: [ervaring bij ons]}\n", "")
    made = built(f"{text}salaris: {{schaal: 10, toelichting: Je groeit door.}}\n", tmp_path)
    internal, external = made["derde-vacature-intern.md"], made["derde-vacature.md"]
    assert "rijbewijs" not in internal
    assert "Je groeit door" not in internal
    assert "schaal 10" in internal
    assert "rijbewijs" in external
    assert "Je groeit door" in external


ANONYMOUS = """organisatie: voorbeeldstad
broker: makelaar
titel: Adviseur groen
zaaknummer: Z-1
kenmerk: VBS-1
wervingsbureau: Inhuurbalie Voorbeeld
standplaats: {naam: het stadhuis, plaats: Voorbeeldstad, regio: Midden-Nederland, bereikbaarheid: Naast het station.}
planning: {sluiting: 2026-03-09}
contacten: [{rol: het stadhuis, telefoon: 14 0123}]
reageren: {email: werken@voorbeeldstad.nl}
aanvraag: {arbeidsrelatie: open, fee_per_uur: 1.50}
vacature:
uitgaven:
  extern:
  anoniem:
    organisatie: {beschrijving: Deze gemeente zorgt voor een groene omgeving.}
    reageren: {webadres: https://portaal.example.nl}
"""


def test_anonymous_edition_tells_nobody(tmp_path: Path) -> None:
    """No text, link, property, picture or file name of an anonymous edition tells the client or the broker."""
    lay(f"@@ profiles/derde.yaml\n{ANONYMOUS}", tmp_path)
    made = make(tmp_path / "profiles/derde.yaml")
    anonymous = {path: data for path, data in made.items() if "anoniem" in path}
    assert {path.rpartition("/")[2] for path in anonymous} == {
        f"adviseur-groen-{kind}-anoniem.{name}" for kind in ("aanvraag", "vacature") for name in FORMATS
    }
    for path, data in anonymous.items():
        parts = [data]
        if path.endswith("docx"):
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                parts = [package.read(name) for name in package.namelist()]
        for part in parts:
            assert not re.search(rb"(?i)voorbeeldstad|inhuurbalie|derde|stadhuis|0123|Z-1|VBS|station", part)
    copy = anonymous["derde/adviseur-groen-aanvraag-anoniem.md"].decode()
    assert "Een gemeente zoekt een adviseur groen" in copy
    assert "betaalt aan de externe administratieve broker een fee van" in copy
    assert "## Over de gemeente\n\nDeze gemeente zorgt" in copy
    assert "Midden-Nederland" in copy
    told = made["derde/derde-aanvraag.md"].decode()
    assert "Voorbeeldstad" in told
    assert "Inhuurbalie Voorbeeld" in told


@pytest.mark.parametrize(
    ("broker", "called"),
    [
        ("aanduiding: de inhuurdesk", "de inhuurdesk"),
        ("naam: Makelaarshuis\nanoniem: ja\naanduiding: de inhuurdesk", "de inhuurdesk"),
        ("naam: Makelaarshuis\naanduiding: de desk van de balie", "de externe administratieve broker"),
    ],
)
def test_a_broker_without_a_name_keeps_its_words(broker: str, called: str, tmp_path: Path) -> None:
    """What a broker that has no name is called anyway, the anonymous edition says too."""
    text = ANONYMOUS.replace("    reageren:", "    aanvraag: {fee_toelichting: Dat is alles.}\n    reageren:")
    lay(f"@@ profiles/derde.yaml\n{text}@@ profiles/brokers/makelaar.yaml\n{broker}\n", tmp_path)
    made = make(tmp_path / "profiles/derde.yaml", formats=("md",))
    assert f"betaalt aan {called} een fee" in made["derde/adviseur-groen-aanvraag-anoniem.md"].decode()


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Gemeente Zoetermeer", "de Zoetermeerse raad", True),
        ("Gemeente Zoetermeer", "ZOETERMEER", True),
        ("Gemeente Zoetermeer", "Zoeter-meer", True),
        ("Gemeente Zoetermeer", "info@gemeentezoetermeer.nl", True),
        ("Gemeente Zoetermeer", "https://www.%5aoetermeer.nl", True),
        ("Gemeente Zoetermeer", "Zoetermeerbreed en Zoetermeer2040", True),
        ("Gemeente Zoetermeer", "de gemeente en het gemeentehuis", False),
        ("Gemeente Súdwest-Fryslân", "de gemeente Su\u0301dwest Fryslan", True),
        ("Gemeente Súdwest-Fryslân", "werk@sudwestfryslan.nl", True),
        ("Gemeente IJsselstein", "\u0132sselstein", True),
        ("Gemeente Amsterdam", "\uff21msterdam", True),
        ("Gemeente Amsterdam", "alle Amsterdammers", True),
        ("Gemeente Leiden", "de Leidse raad", True),
        ("Gemeente Bergen (NH)", "werken in Bergen aan zee", True),
        ("Gemeente Hengelo (O)", "de Hengelose raad", True),
        ("Flextender B.V.", "het portaal van Flextender", True),
        ("Hoogheemraadschap van Rijnland", "voor Rijnland en de Rijnlanders", True),
        ("ZorgPalet Twente", "de financiën van ZorgPalet", True),
        ("ZorgPalet Twente", "heet Zorg Palet", True),
        ("Gemeente Ede", "de edele kunst, de mede-eigenaar, Categorie E. De kandidaat", False),
        ("Gemeente Ede", "het werk in Ede.", True),
        ("Gemeente Best", "Best passende kandidaten: de best passende.", False),
        ("Gemeente Best", "de gemeente Best", True),
        ("Omgevingsdienst Groene Metropool", "groene plannen voor de stad", False),
        ("Omgevingsdienst Groene Metropool", "de Groene\u00a0Metropool", True),
    ],
)
def test_names_are_found(name: str, text: str, found: bool) -> None:
    """A name is found in any spelling, in part and with an ending; one that can be a word only with its capital."""
    assert bool(find_name(tuple(names_of(name)), text)) is found


@pytest.mark.parametrize(
    "text",
    [
        "Bel 14 0123 voor meer.",
        "Mail info@flx.nl.",
        "Zie https://www.hhrl.nl/inkoop.",
        "Zaak Z-2026-0042.",
        "Vraag naar Robin Zoet.",
        "Aan de Engelandlaan.",
        "In Elderstad werk je.",
        "Vergeet aanvraag 30826.",
        "De VBSD vraagt.",
        "App 06-87654321.",
        "Aan de Postlaan.",
        "In Posterdam haal je post.",
        "Stuur het naar 4321 ZZ.",
        "Schrijf aan Postbus 77.",
        "Bel met Kwist.",
        "Soms werk je in Kortgene.",
        "Vraag het aan Marieke.",
        "Wie bij VBS werkt, weet het.",
    ],
)
def test_what_leads_to_a_name_is_found(text: str, tmp_path: Path) -> None:
    """Telephone numbers, addresses, sites, numbers, people and places of the client lead to it as well."""
    own = (
        "naam: Gemeente Voorbeeldstad\nsoort: gemeente\nafkorting: VBSD\nwebsite: https://www.hhrl.nl\n"
        "adres: {straat: Engelandlaan 502, plaats: Elderstad, postcode: 1234 AB}\n"
        "postadres: {straat: Postlaan 3, postbus: '77', plaats: Posterdam, postcode: 4321 ZZ}\n"
    )
    own = own.replace("VBSD", "VBS") if "VBS " in text else own
    own += (
        "standaard: {wervingsbureau: Bureau Kwist, reageren: {ter_attentie_van: Marieke Dol},"
        " standplaats: {andere_locaties: [de buitendienst in Kortgene]}}\n"
    )
    profile = (
        f"{HEAD}zaaknummer: Z-2026-0042\nplanning: {{sluiting: 2026-03-09}}\nvacature:\n  opening: {text}\n"
        "contacten:\n  - {rol: het stadhuis, naam: Robin Zoet, telefoon: 14 0123, whatsapp: 06-87654321,"
        " email: info@flx.nl}\n"
        "aanvraag: {arbeidsrelatie: open, nummer: 30826}\n"
        "uitgaven:\n  anoniem:\n    reageren: {webadres: https://portaal.example.nl}\n"
    )
    write(tmp_path, {"profiles/organisaties/voorbeeldstad.yaml": own, "profiles/een.yaml": profile})
    with pytest.raises(InputError) as raised:
        make(tmp_path / "profiles/een.yaml")
    assert {problem.source for problem in raised.value.problems} == {f"opening: {text}"}
    (tmp_path / "profiles/een.yaml").write_text(profile.replace(text, "Welkom."))
    assert make(tmp_path / "profiles/een.yaml")


def test_what_is_no_name_may_stand(tmp_path: Path) -> None:
    """A word that looks like a name and is none may stand in the anonymous edition when the profile says so."""
    own = "naam: Gemeente Voorbeeldstad\nsoort: gemeente\nafkorting: DEOR\n"
    profile = (
        f"{HEAD}planning: {{sluiting: 2026-03-09}}\nvacature:\n  opening: De DEOR vraagt.\n"
        "uitgaven:\n  anoniem:\n    reageren: {webadres: https://portaal.example.nl}\n"
    )
    write(tmp_path, {"profiles/organisaties/voorbeeldstad.yaml": own, "profiles/een.yaml": profile})
    with pytest.raises(InputError):
        make(tmp_path / "profiles/een.yaml")
    (tmp_path / "profiles/een.yaml").write_text(f"{profile}geen_naam: [DEOR]\n")
    assert any(b"De DEOR vraagt." in data for data in make(tmp_path / "profiles/een.yaml").values())


TELLING = (
    "taken:\n  - Bomen in {} tellen\n",
    "eisen:\n  - Je kent {}\n",
    "afdeling: Groen {}\n",
    "vacature:\n  opening: Kom naar {}!\n",
    "secties:\n  - titel: Over {}\n    tekst: Groen.\n",
    "kerngegevens_extra:\n  - naam: Plaats\n    waarde: {}\n",
)


@pytest.mark.parametrize("at", range(len(TELLING)))
def test_a_name_anywhere_is_a_leak(at: int, tmp_path: Path) -> None:
    """Wherever the name stands in a text that is printed, the anonymous edition is refused, at that text."""
    head = HEAD + "planning: {sluiting: 2026-03-09}\nuitgaven:\n  anoniem: {reageren: {telefoon: 14 0123}}\n"
    body = "".join(line.format("Voorbeeldstad" if index == at else "elders") for index, line in enumerate(TELLING))
    with pytest.raises(InputError) as raised:
        built(head + body, tmp_path)
    (problem,) = raised.value.problems
    assert "Voorbeeldstad" in problem.source


ORDINARY = """organisatie: best
titel: Adviseur groen
standplaats: {plaats: Bergen, regio: Oostland}
planning: {sluiting: 2026-03-09}
taken: [Groene daken aanleggen, Bergen werk verzetten, Het Best doen wat je kunt in Oostland, In Goeree werken]
vacature:
uitgaven:
  anoniem: {reageren: {telefoon: 14 0123}, standplaats: {plaats: Goeree}}
"""


def test_ordinary_words_are_no_leak(tmp_path: Path) -> None:
    """A word that begins a sentence, a short one, and a place or region that the edition names itself, stay."""
    own = "naam: Omgevingsdienst Groene Best Oostland\nsoort: omgevingsdienst\nadres: {plaats: Goeree}\n"
    write(tmp_path, {"profiles/organisaties/best.yaml": own, "profiles/derde.yaml": ORDINARY})
    (text,) = make(tmp_path / "profiles", formats=("md",)).values()
    for words in ("Groene daken", "Bergen werk", "Het Best doen wat je kunt in Oostland", "In Goeree"):
        assert words in text.decode()


def test_a_page_for_colleagues_is_nothing_to_find(tmp_path: Path) -> None:
    """Of the two editions only the one for everybody may be listed by a search engine."""
    lay(f"@@ profiles/derde.yaml\n{HEAD}{BOTH}", tmp_path)
    made = make(tmp_path / "profiles/derde.yaml", formats=("html",))
    assert [path for path, data in made.items() if b"noindex" in data] == ["derde/derde-vacature-intern.html"]


STATES = (
    ("concept", "versie: 1\n", "> **Concept.**\n> Deze tekst is nog niet vastgesteld.\n> Dit is versie 1.\n"),
    ("gewijzigd", "", "> **Gewijzigd.**\n> Deze vacature is gewijzigd.\n"),
    (
        "gewijzigd",
        "versie: 2\nvastgesteld_op: 2026-03-02\n",
        "> **Gewijzigd.**\n> Dit is versie 2 van deze vacature, vastgesteld op maandag 2 maart 2026.\n",
    ),
    ("ingetrokken", "", "> **Ingetrokken.**\n> Deze vacature is ingetrokken.\n> Reageren is niet meer mogelijk.\n"),
    ("gesloten", "", "> **Gesloten.**\n> Deze vacature is gesloten.\n> Reageren is niet meer mogelijk.\n"),
)


@pytest.mark.parametrize(("state", "more", "box"), STATES)
def test_a_state_is_told_where_it_helps(state: str, more: str, box: str, tmp_path: Path) -> None:
    """What a reader must know stands in a box above the text."""
    (made,) = built(f"{HEAD}status: {state}\n{more}vacature:\n", tmp_path).values()
    assert made.startswith(f"{box}\n# Adviseur")


@pytest.mark.parametrize("state", ["vastgesteld", "gepubliceerd"])
def test_the_usual_state_takes_no_room(state: str, tmp_path: Path) -> None:
    """An adopted or published text has no box; when it was adopted stands among the facts."""
    lines = (
        f"{HEAD}status: {state}\nversie: 1.1\nvastgesteld_door: het college\nvastgesteld_op: 2026-03-02\nvacature:\n"
    )
    (made,) = built(lines, tmp_path).values()
    assert made.startswith("# Adviseur")
    assert "| Versie | 1.1 |\n| Vastgesteld | door het college op maandag 2 maart 2026 |" in made


def test_properties_and_names_of_files_tell_the_state(tmp_path: Path) -> None:
    """The properties of a Word file tell state, version and adoption; a page that is nothing to find says so."""
    lines = (
        "status: ingetrokken\nversie: 1.1 b\nvastgesteld_op: 2026-03-02\nbestandsnaam: [versie, status]\nvacature:\n"
    )
    lay(f"@@ profiles/derde.yaml\n{HEAD}{lines}esco: {{code: 3343.4, label: managementassistent}}\n", tmp_path)
    made = make(tmp_path / "profiles/derde.yaml")
    stem = "derde/derde-vacature-v1.1-b-ingetrokken"
    assert set(made) == {f"{stem}.{name}" for name in FORMATS}
    with zipfile.ZipFile(io.BytesIO(made[f"{stem}.docx"])) as package:
        core, custom = (package.read(f"docProps/{name}.xml").decode() for name in ("core", "custom"))
    assert "<cp:contentStatus>ingetrokken</cp:contentStatus><cp:version>1.1 b</cp:version>" in core
    for fact in ('"vastgesteld op"><vt:lpwstr>2026-03-02<', '"esco code"><vt:lpwstr>3343.4<'):
        assert fact in custom
    assert b'<meta name="robots" content="noindex">' in made[f"{stem}.html"]


def test_an_example_says_so_everywhere(tmp_path: Path) -> None:
    """An example is told in every format, in the properties, and to search engines."""
    lay(f"@@ profiles/derde.yaml\n{HEAD}voorbeeld: ja\nvacature:\n", tmp_path)
    made = make(tmp_path / "profiles/derde.yaml")
    with zipfile.ZipFile(io.BytesIO(made["derde/derde-vacature.docx"])) as package:
        assert "Reageren is niet mogelijk." in package.read("word/document.xml").decode()
        assert '"voorbeeld"><vt:lpwstr>ja<' in package.read("docProps/custom.xml").decode()
    page = made["derde/derde-vacature.html"].decode()
    assert "Reageren is niet mogelijk." in page
    assert 'content="noindex"' in page
    assert made["derde/derde-vacature.md"].startswith(b"> **Voorbeeld.**\n> Deze vacature is een voorbeeld.")


def test_what_is_published_can_be_found(tmp_path: Path) -> None:
    """A page of a published vacancy may be listed."""
    lay(f"@@ profiles/derde.yaml\n{HEAD}status: gepubliceerd\nvacature:\n", tmp_path)
    made = make(tmp_path / "profiles/derde.yaml", formats=("html",))
    assert b"robots" not in made["derde/derde-vacature.html"]


PLACES = """status: concept
organisatie: voorbeeldstad
titel: Adviseur <vul in vakgebied>
inzet:
  uren_per_week:
taken:
  - <vul in eerste taak>
  - Iets doen met <vul in wat>
eisen:
  - Hbo, bijvoorbeeld <vul in *opleiding* | niveau>
competenties:
  - <vul in competentie>
arbeidsvoorwaarden:
  - een **vergoeding** van <vul in bedrag>
salaris:
  schaal: "10"
  cao: <vul in naam van de cao>
advertentie:
  teaser: Werk jij graag met <vul in onderwerp>?
aanvraag:
  arbeidsrelatie:
"""


def test_places_within_texts(tmp_path: Path) -> None:
    """A place to fill in can stand within any text; the concept lists it under its section, in its own words."""
    made = built(PLACES, tmp_path)["derde-advertentie.md"]
    assert "# Adviseur [vakgebied] (v/m/x), [uren per week] per week" in made
    assert "- [eerste taak]\n- Iets doen met [wat]" in made
    assert "- Hbo, bijvoorbeeld [\\*opleiding\\* | niveau]" in made
    assert "- [competentie]\n" in made
    assert "- Een **vergoeding** van [bedrag]" in made
    assert "van de cao [naam van de cao]." in made or "van de [naam van de cao]." in made
    assert (
        "> Nog in te vullen:\n>\n> - Bovenaan: onderwerp, vakgebied en uren per week\n"
        "> - Wat je gaat doen: eerste taak en wat\n" in made
    )
    assert "arbeidsrelatie" not in made


def test_a_place_without_words_is_named_by_its_field(tmp_path: Path) -> None:
    """`<vul in>` alone leaves a value of any kind open, and within a text stands for what the field is."""
    lines = "reageren: {email: <vul in>}\nafdeling: Groen <vul in>\ninzet: {start: <vul in >}\nvacature:\n"
    made = built(f"{HEAD}status: concept\n{lines}", tmp_path)["derde-vacature.md"]
    assert "Mail je reactie naar [reageren: email]." in made
    assert "| Afdeling | Groen [afdeling] |" in made
    assert "| Start | [start] |" in made


def test_each_place_is_a_control_in_word(tmp_path: Path) -> None:
    """In the Word file each place is a content control with the path of its field and what belongs there; once."""
    lay(f"@@ profiles/derde.yaml\n{PLACES}", tmp_path)
    data = make(tmp_path / "profiles/derde.yaml", formats=("docx",))["derde/derde-advertentie.docx"]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()
    found = re.findall(r'<w:alias w:val="([^"]*)"/><w:tag w:val="([^"]*)"/>', body)
    assert found == [
        ("onderwerp", "advertentie.teaser"),
        ("vakgebied", "titel"),
        ("uren per week", "inzet.uren_per_week"),
        ("eerste taak", "taken.0"),
        ("wat", "taken.1"),
        ("*opleiding* | niveau", "eisen.0"),
        ("competentie", "competenties.0"),
        ("naam van de cao", "salaris.cao"),
        ("bedrag", "arbeidsvoorwaarden.0"),
    ]


def test_what_is_open_and_not_in_the_text_is_listed(tmp_path: Path) -> None:
    """An open field that this document does not show is listed apart from the sections."""
    (made,) = built(
        "status: concept\norganisatie: voorbeeldstad\ntitel: A\nzaaknummer:\nadvertentie:\n", tmp_path
    ).values()
    assert "> - Buiten de tekst: zaaknummer\n" in made


def test_other_words_at_a_place_are_another_document(tmp_path: Path) -> None:
    """The digest in the properties of a Word file follows from the words of a place that is a whole value."""
    digests = set()
    for words in ("", " a", " b"):
        lay(f"@@ profiles/derde.yaml\n{HEAD}status: concept\nniveau: <vul in{words}>\nvacature:\n", tmp_path / words)
        (data,) = make(tmp_path / words / "profiles/derde.yaml", formats=("docx",)).values()
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            digests.update(re.findall(r"[0-9a-f]{64}", package.read("docProps/custom.xml").decode()))
    assert len(digests) == 3
