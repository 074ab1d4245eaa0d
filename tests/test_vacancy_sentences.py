"""Sentences of a vacancy and an advertisement that an adviser asked for: the lines of a profile, and what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.vacancies import texts

BOTH = "vacature:\nadvertentie:\n"
FIGURES = "kerncijfers: [3 kantoren]"
NAMES = (
    ("the article of a water board", "naam: Waterschap Oost, soort: waterschap", "Het waterschap Oost zoekt een:"),
    ("the article of a body", "naam: Openbaar lichaam Bos, soort: openbaar lichaam", "Het openbaar lichaam Bos zoekt"),
    ("the article that the file gives", "naam: Team Bos, soort: team, lidwoord: de", "De team Bos zoekt een:"),
    ("a community", "naam: Gemeenschap Bos, soort: gemeenschap", "De gemeenschap Bos zoekt een:"),
    ("a kind with a capital", f"naam: Gemeente Bos, soort: Gemeente, {FIGURES}", "## De gemeente in cijfers"),
    (
        "a kind of two words",
        f"naam: De Zuidrand, soort: gemeenschappelijke regeling, {FIGURES}",
        "## De Zuidrand in cijfers",
    ),
    ("a kind that is an abbreviation", f"naam: GGD Merendal, soort: GGD, {FIGURES}", "## De GGD Merendal in cijfers"),
)


@pytest.mark.parametrize(("home", "there"), [pytest.param(*row[1:], id=row[0]) for row in NAMES])
def test_how_an_organisation_is_called(home: str, there: str, tmp_path: Path) -> None:
    """The kind of an organisation gives its article, and its short name where readers know the kind."""
    assert there in texts(f"organisatie: {{{home}}}\nadvertentie:\n", tmp_path)["advertentie"]


def test_without_a_name_the_kind_is_told(tmp_path: Path) -> None:
    """In the anonymous edition a kind of two words stands where the name would."""
    lines = (
        "organisatie: {naam: De Zuidrand, soort: gemeenschappelijke regeling}\nplanning: {sluiting: 2026-03-02}\n"
        "uitgaven: {anoniem: {organisatie: {beschrijving: Wij werken samen.}, reageren: {email: a@example.nl}}}\n"
        "advertentie:\n"
    )
    for kind in ("gemeenschappelijke regeling", "Gemeenschappelijke regeling"):
        (text,) = texts(lines.replace("gemeenschappelijke regeling", kind), tmp_path).values()
        assert "\n## Over de gemeenschappelijke regeling\n" in text
        assert text.startswith("Een gemeenschappelijke regeling zoekt een:")


REQUEST = "aanvraag: {arbeidsrelatie: open}\n"
TITLES = (
    (
        "an adjective of a place",
        "titel: Europees subsidieadviseur\nadvertentie: {bijvoeglijk: ervaren}\n",
        "# Ervaren Europees subsidieadviseur (v/m/x)",
        "zoekt een Europees subsidieadviseur.",
    ),
    (
        "a language",
        "titel: Friese taaladviseur\nadvertentie: {bijvoeglijk: ervaren}\n",
        "# Ervaren Friese taaladviseur (v/m/x)",
        "zoekt een Friese taaladviseur.",
    ),
    (
        "words of one's own",
        "titel: Java-ontwikkelaar\ntitel_in_zin: Java-ontwikkelaar\nadvertentie: {bijvoeglijk: ervaren}\n",
        "# Ervaren Java-ontwikkelaar (v/m/x)",
        "zoekt een Java-ontwikkelaar.",
    ),
    (
        "more of them",
        "titel: Jeugdconsulent\ntitel_meervoud: Jeugdconsulenten\ninzet: {aantal: 4}\nadvertentie:\n",
        "De gemeente Voorbeeldstad zoekt 4 jeugdconsulenten.\n\n# Jeugdconsulent (v/m/x)",
        "zoekt 4 jeugdconsulenten.",
    ),
    (
        "more of them, with a capital",
        "titel: Java-ontwikkelaar\ntitel_in_zin: Java-ontwikkelaar\ntitel_meervoud: Java-ontwikkelaars\n"
        "inzet: {aantal: 4 tot 6}\nadvertentie:\n",
        "zoekt 4 tot 6 Java-ontwikkelaars.\n\n# Java-ontwikkelaar (v/m/x)",
        "zoekt 4 tot 6 Java-ontwikkelaars.",
    ),
    (
        "how many of them",
        "titel: Jeugdconsulent\ninzet: {aantal: 4 tot 6}\nadvertentie:\n",
        "zoekt voor 4 tot 6 plaatsen een:\n\n# Jeugdconsulent (v/m/x)",
        "| Aantal plaatsen | 4 tot 6 |",
    ),
    (
        "one of them",
        "titel: Jeugdconsulent\ntitel_meervoud: jeugdconsulenten\ninzet: {aantal: 1}\nadvertentie:\n",
        "zoekt een:\n\n# Jeugdconsulent (v/m/x)",
        "zoekt een jeugdconsulent.",
    ),
)


@pytest.mark.parametrize(("lines", "advert", "request_"), [pytest.param(*row[1:], id=row[0]) for row in TITLES])
def test_how_a_sentence_calls_the_role(lines: str, advert: str, request_: str, tmp_path: Path) -> None:
    """The title of the role reads well within a sentence, for one place and for more."""
    made = texts(lines + REQUEST, tmp_path)
    assert advert in made["advertentie"]
    assert request_ in made["aanvraag"]


POST = "naam: Gemeente Bos, soort: gemeente, adres: {straat: Bosweg 1, postcode: 1234 AB, plaats: Bos}"
BOX = f"organisatie: {{{POST}, postadres: {{postbus: '5', postcode: 1234 ZZ, plaats: Dorp}}}}"
SAID = (
    (
        "a code with its article",
        "selectie: {sollicitatiecode: de NVP Sollicitatiecode}",
        "Voor deze procedure geldt de NVP Sollicitatiecode.",
        "de de",
    ),
    (
        "a code without its article",
        "selectie: {sollicitatiecode: NVP Sollicitatiecode}",
        "Voor deze procedure geldt de NVP Sollicitatiecode.",
        "geldt NVP",
    ),
    (
        "a code that is neuter",
        "selectie: {sollicitatiecode: het Protocol Werving}",
        "Voor deze procedure geldt het Protocol Werving.",
        "de het",
    ),
    (
        "an agreement with its article",
        "salaris: {schaal: 10, cao: de cao Gemeenten}",
        "Je salaris valt in schaal 10 van de cao Gemeenten.",
        "cao de",
    ),
    ("an agreement alone", "salaris: {cao: De Cao SGO}", "Je salaris volgt uit de Cao SGO.", "cao De"),
    ("wishes alone", "wensen: [rijbewijs B]", "Bij voorkeur heb je:\n\n- Rijbewijs B", "ook"),
    (
        "wishes beside demands",
        "eisen: [rijbewijs A]\nwensen: [rijbewijs B]",
        "Bij voorkeur heb je ook:\n\n- Rijbewijs B",
        "heb je:",
    ),
    (
        "who always goes first",
        "voorrang: [Herplaatsingskandidaten]\nvoorrang_altijd: ja",
        "Geschikte herplaatsingskandidaten gaan altijd voor.",
        "Zijn zij",
    ),
    (
        "somebody who always goes first",
        "voorrang: [een collega die een andere baan nodig heeft]\nvoorrang_altijd: ja",
        "Is een collega die een andere baan nodig heeft geschikt, dan gaat die altijd voor.",
        "Geschikte een",
    ),
    (
        "groups that always go first",
        "voorrang: [eigen mensen, inhuur]\nvoorrang_altijd: ja",
        "Geschikte kandidaten uit deze groepen gaan altijd voor, in deze volgorde:\n\n1. Eigen mensen\n2. Inhuur\n",
        "Zijn zij",
    ),
    (
        "how long papers are kept",
        "selectie: {bewaartermijn: 4 weken}",
        "Je gegevens verwijderen we uiterlijk 4 weken na het einde van de procedure.",
        "brief",
    ),
    (
        "a maximum that is to be decided",
        "salaris: {schaal: 8, minimum: 3000, maximum: nader te bepalen}",
        "Je bruto maandsalaris is minimaal €\u00a03.000. Het maximum is nog niet bekend.",
        "minimum is",
    ),
    (
        "a minimum that is to be decided",
        "salaris: {minimum: nader te bepalen, maximum: 4000}",
        "Je bruto maandsalaris is maximaal €\u00a04.000. Het minimum is nog niet bekend.",
        "maximum is",
    ),
    (
        "work before reactions close",
        "inzet: {start: 2026-05-01, einde: 2026-09-15}\nplanning: {sluiting: 2026-07-15}",
        "1 mei 2026",
        "!",
    ),
    (
        "an address for the post",
        f"{BOX}\nreageren: {{per_post: ja}}",
        "Stuur je reactie met de post naar Postbus 5, 1234 ZZ Dorp.",
        "Bosweg",
    ),
    (
        "no address for the post",
        f"organisatie: {{{POST}}}\nreageren: {{per_post: ja}}",
        "Stuur je reactie met de post naar Bosweg 1, 1234 AB Bos.",
        "Postbus",
    ),
    (
        "an address for the post alone",
        "organisatie: {naam: Gemeente Bos, soort: gemeente, postadres: {postbus: '5', postcode: 1234 ZZ}}\n"
        "reageren: {per_post: ja}",
        "Stuur je reactie met de post naar Postbus 5, 1234 ZZ.",
        "None",
    ),
    (
        "no street for a mail",
        f"organisatie: {{{POST}, bestuursorgaan: het college}}\nreageren: {{email: a@example.nl}}",
        "Richt je reactie aan het college van de gemeente Bos.",
        "Bosweg",
    ),
    (
        "a street for a letter",
        f"organisatie: {{{POST}, bestuursorgaan: het college}}\nreageren: {{email: a@example.nl, per_post: ja}}",
        "Richt je reactie aan het college van de gemeente Bos, Bosweg 1, 1234 AB Bos.",
        "post kan ook:",
    ),
    (
        "where one works, with the street",
        "standplaats: {naam: het raadhuis, plaats: Bos, adres: Bosweg 1}",
        "het raadhuis in Bos, Bosweg 1",
        "Bos Bosweg",
    ),
    ("a place and a street", "standplaats: {plaats: Bos, adres: Bosweg 1}", "Bos, Bosweg 1", "in het"),
    ("a street alone", "standplaats: {adres: Bosweg 1}", "Bosweg 1", "in Bosweg"),
    ("a street and a team", "team: Groen\nstandplaats: {adres: Bosweg 1}", "Bosweg 1", "Groen, Bosweg"),
    (
        "small letters within a sentence",
        "contacten: [{naam: Jan Bos, rol: De teamleider}, {rol: De HR-adviseur}]\n"
        "reageren: {meesturen: [Een CV, Motivatiebrief, VOG-verklaring], ter_attentie_van: De heer Jansen}",
        "Richt je reactie aan de heer Jansen.\nStuur dit mee: een CV, motivatiebrief en VOG-verklaring.",
        "De HR",
    ),
    (
        "the role of a contact",
        "contacten: [{naam: Jan Bos, rol: De teamleider}, {rol: De HR-adviseur}]",
        "Neem dan contact op met Jan Bos, de teamleider.\n\nJe kunt ook terecht bij de HR-adviseur.",
        "De teamleider",
    ),
    (
        "a purpose with verbs",
        "doel: Het college adviseren over beleid.",
        "Het doel van je functie: het college adviseren over beleid.",
        "Waar je werk",
    ),
    (
        "a contract of one's own",
        "contract: {soort: Seizoenscontract, duur: 5 maanden}",
        "Je krijgt een seizoenscontract voor 5 maanden.",
        "Soort contract",
    ),
    (
        "a contract that begins with a description",
        "contract: {soort: tijdelijke aanstelling}",
        "Je krijgt een tijdelijke aanstelling.",
        "Soort contract",
    ),
    ("an internship", "contract: {soort: stage}", "Dit is een stage.", "Soort contract"),
    (
        "a place to learn, for a time",
        "contract: {soort: Leerwerkplek, duur: 6 maanden}",
        "Dit is een leerwerkplek voor 6 maanden.",
        "Soort contract",
    ),
    ("another form", "contract: {soort: detachering}", "Soort contract: detachering.", "Dit is een"),
    (
        "an invitation without a talk",
        "planning: {uitnodiging: 2026-03-06}",
        "Of je een uitnodiging krijgt, hoor je op vrijdag 6 maart 2026.",
        "gesprek",
    ),
    (
        "a selection by letter",
        "planning: {briefselectie: 2026-03-05, uitnodiging: 2026-03-06}",
        "De briefselectie is op donderdag 5 maart 2026.",
        "gesprek",
    ),
    (
        "a selection by letter among moments of one's own",
        "planning: {briefselectie: 2026-03-05, momenten: [{naam: Rondleiding, dag: 2026-03-11}]}",
        "- Briefselectie: donderdag 5 maart 2026\n",
        "De briefselectie is",
    ),
    (
        "an invitation for a talk",
        "planning: {uitnodiging: 2026-03-06, gesprekken: 2026-03-11}",
        "Of je een uitnodiging krijgt voor een gesprek, hoor je op vrijdag 6 maart 2026.",
        "krijgt, hoor",
    ),
    (
        "an invitation for a talk of one's own",
        "planning: {uitnodiging: 2026-03-06, momenten: [{naam: Eerste gesprek, dag: 2026-03-11}]}",
        "Of je een uitnodiging krijgt voor een gesprek, hoor je op vrijdag 6 maart 2026.",
        "krijgt, hoor",
    ),
    (
        "a moment within a day",
        "planning: {momenten: [{naam: zwemtest, dag: 2026-03-14 10:00, tot: 2026-03-14 13:00, toelichting: Bad}]}",
        "- Zwemtest: zaterdag 14 maart 2026, van 10:00 tot 13:00 uur, bad\n",
        "10:00 uur",
    ),
    (
        "a moment of some days with times",
        "planning: {momenten: [{naam: training, dag: 2026-03-14 10:00, tot: 2026-03-15 13:00}]}",
        "- Training: zaterdag 14 maart 2026, 10:00 uur tot en met zondag 15 maart 2026, 13:00 uur\n",
        "van 10:00",
    ),
    (
        "pay in the lower scale",
        "salaris: {schaal: 10, aanloopschaal: 9, minimum: 3846, aanloop_minimum: 3458}",
        "dan kun je beginnen in schaal 9. Je salaris is dan minimaal €\u00a03.458.",
        "dan lager",
    ),
    (
        "pay in the lower scale alone",
        "salaris: {schaal: 10, aanloopschaal: 9, aanloop_minimum: 3458.5}",
        "dan kun je beginnen in schaal 9. Je salaris is dan minimaal €\u00a03.458,50.",
        "dan lager",
    ),
    (
        "an agency",
        "wervingsbureau: Bureau Talent\nselectie: {acquisitie: nee}",
        "Bureau Talent verzorgt de werving van deze vacature.",
        "is niet bedoeld voor bureaus",
    ),
    (
        "an agency, and no others",
        "wervingsbureau: het bureau Talent\nselectie: {acquisitie: nee}",
        "Andere bureaus vragen we niet te reageren: acquisitie stellen we niet op prijs.",
        "het bureau Talent verz",
    ),
    (
        "an agency, and others as well",
        "wervingsbureau: Bureau Talent\nselectie: {acquisitie: ja}",
        "Ook andere bureaus mogen op deze vacature reageren.",
        "Ook bureaus",
    ),
    (
        "an agency alone",
        "wervingsbureau: Bureau Talent",
        "Bureau Talent verzorgt de werving van deze vacature.",
        "Andere bureaus",
    ),
    (
        "what a telephone also does",
        "contacten: [{naam: Jan Bos, rol: de teamleider, telefoon: 06-12345678, whatsapp: 06-12345678}]",
        "([06-12345678](tel:0612345678), WhatsApp [06-12345678](https://wa.me/31612345678))",
        "None",
    ),
    (
        "a number of another country",
        "contacten: [{rol: de teamleider, whatsapp: +32 470 12 34 56, bereikbaar: Altijd}]",
        "(WhatsApp [+32 470 12 34 56](https://wa.me/32470123456), altijd)",
        "None",
    ),
    (
        "who is in the committee",
        "selectie: {commissie: De wethouder en een collega}",
        "In de selectiecommissie zitten de wethouder en een collega.",
        "None",
    ),
    ("an oath", "selectie: {eed: ja}", "Voor deze functie leg je de eed of belofte af.", "geen eed"),
    ("no oath", "selectie: {eed: nee}", "Voor deze functie leg je geen eed of belofte af.", "je de eed"),
    (
        "an examination",
        "selectie: {keuring: ja}",
        "Er is een keuring.",
        "geneeskundig",
    ),
    ("no examination", "selectie: {keuring: nee}", "Er is geen keuring.", " een keuring"),
    (
        "what kind of examination",
        "selectie: {keuring: Een duikkeuring bij de arbodienst}",
        "Er is een keuring: een duikkeuring bij de arbodienst.",
        "medische",
    ),
    (
        "what is kept secret",
        "selectie: {vertrouwelijk: ja}",
        "We behandelen je reactie vertrouwelijk.",
        "niet vertr",
    ),
)
"""What is said of the lines of a profile, in a vacancy and in an advertisement, and what is not."""


@pytest.mark.parametrize(("lines", "there", "absent"), [pytest.param(*row[1:], id=row[0]) for row in SAID])
def test_both_kinds_say_it(lines: str, there: str, absent: str, tmp_path: Path) -> None:
    """A vacancy and an advertisement say what follows from the lines of a profile."""
    for kind, text in texts(f"{lines}\n{BOTH}", tmp_path).items():
        assert there in (text if "\n" in there else text.replace("\n", " ")), kind
        assert absent not in text, kind


def test_a_start_to_agree_on(tmp_path: Path) -> None:
    """An advertisement says who settles the first day."""
    text = texts("inzet: {start: in overleg}\nadvertentie:\n", tmp_path)["advertentie"]
    assert "Wanneer je begint, spreken we samen af.\n" in text
    assert "Je begint" not in text


def test_the_agency_is_a_key_fact(tmp_path: Path) -> None:
    """The table of a vacancy names the agency that recruits, without its article."""
    text = texts("wervingsbureau: het bureau Talent\nvacature:\n", tmp_path)["vacature"]
    assert "| Werving door | bureau Talent |\n" in text


def test_inside_nobody_thinks_of_bureaus(tmp_path: Path) -> None:
    """The internal edition says nothing about agencies that react."""
    lines = (
        "planning: {sluiting: 2026-03-02}\nselectie: {acquisitie: nee, vog: ja}\nuitgaven: {intern: {}, extern: {}}\n"
    )
    made = texts(lines + BOTH, tmp_path)
    for kind in ("vacature", "advertentie"):
        assert "acquisitie" in made[kind]
        assert "acquisitie" not in made[f"{kind}-intern"]


OVER = """planning: {sluiting: 2026-03-09, gesprekken: 2026-03-12, momenten: [{naam: assessment, dag: 2026-03-13}]}
contacten: [{naam: Jan Bos, rol: de teamleider}]
reageren: {email: a@example.nl}
selectie: {vog: ja, acquisitie: nee}
vacature: {opening: Doe je mee?}
advertentie: {teaser: Doe je mee?, oproep: Ben jij het?}
"""


@pytest.mark.parametrize("state", ["ingetrokken", "gesloten"])
def test_what_is_over_recruits_nobody(state: str, tmp_path: Path) -> None:
    """A vacancy that is closed or withdrawn asks nobody anything; closed, it still tells the days of the talks."""
    made = texts(f"status: {state}\n{OVER}", tmp_path)
    assert made["advertentie"].count("Doe je mee?") == 0
    assert "zoekt" not in made["advertentie"]
    assert "Gemeente Voorbeeldstad\n\n# Adviseur groen (v/m/x)" in made["advertentie"]
    for text in made.values():
        assert "meer weten" not in text
        assert "Jan Bos" not in text
        assert "acquisitie" not in text
        assert "Verklaring Omtrent het Gedrag" in text
        assert ("13 maart 2026" in text) == (state == "gesloten")
        assert ("12 maart 2026" in text) == (state == "gesloten")
