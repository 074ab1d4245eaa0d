"""Varies texts, so that no two say the same: words replaced, numbers changed, sentences and list items recombined.

What comes out is Dutch that reads well enough and is as long as what went in; it has to be true of nobody. The same
`random` gives the same texts.
"""

from __future__ import annotations

import re
from random import Random

WORDS = (
    ("vergaderingen", "overleggen", "bijeenkomsten", "besprekingen", "werkoverleggen"),
    ("verslagen", "notulen", "samenvattingen", "besluitenlijsten"),
    ("medewerkers", "collega's", "werknemers", "inwoners", "ondernemers"),
    ("belangen", "wensen", "doelen", "opvattingen", "standpunten"),
    ("risico's", "kansen", "gevoeligheden", "knelpunten", "gevolgen"),
    ("documenten", "stukken", "dossiers", "nota's", "overzichten"),
    ("informatie", "documentatie", "uitleg", "achtergrond"),
    ("procedures", "processen", "werkwijzen", "afspraken", "regels"),
    ("adviezen", "voorstellen", "rapportages", "conceptnotities", "besluiten"),
    ("commissies", "werkgroepen", "vertegenwoordigers", "adviesraden"),
    ("management", "bestuur", "directieteam", "managementteam"),
    ("samenwerking", "afstemming", "wisselwerking", "verbinding"),
    ("ontwikkeling", "vernieuwing", "verbetering", "versterking"),
    ("bewaken", "volgen", "bijhouden", "vastleggen", "beheren"),
    ("adviseren", "begeleiden", "ondersteunen", "informeren"),
    ("verzamelen", "ordenen", "uitzoeken", "bundelen"),
    ("opstellen", "schrijven", "uitwerken", "redigeren"),
    ("coördineren", "organiseren", "voorbereiden", "inrichten", "plannen"),
    ("verbeteren", "versterken", "vernieuwen", "vereenvoudigen"),
    ("signaleren", "herkennen", "opmerken", "beschrijven"),
    ("duidelijk", "uitvoerig", "helder", "kort", "precies"),
    ("aantoonbare", "ruime", "recente", "actuele", "brede"),
    ("enthousiaste", "betrokken", "ervaren", "gedreven", "deskundige"),
    ("goede", "nauwe", "open", "zorgvuldige", "prettige"),
    ("minimaal", "minstens", "ten minste"),
    ("donderdag", "maandag", "dinsdag", "woensdag", "vrijdag"),
    ("gemeenten", "provincies", "waterschappen", "veiligheidsregio's", "woningcorporaties"),
    ("vergunningen", "subsidies", "ontheffingen", "beschikkingen"),
    ("professionele", "toegankelijke", "doelmatige", "betrouwbare"),
    ("brieven", "memo's", "berichten", "nieuwsbrieven"),
    ("jaarverslag", "jaarplan", "werkplan", "scholingsplan"),
    ("strategie", "planning", "begroting", "koers", "scholing"),
)
"""Words that can stand in each other's place."""

SLOTS = {
    "soort": (
        "gemeente", "provincie", "omgevingsdienst", "veiligheidsregio", "GGD", "uitvoeringsorganisatie", "universiteit"
    ),
    "rol": (
        "ambtelijk secretaris", "ondersteuner van de OR", "bestuurssecretaris", "notulist", "beleidsmedewerker",
        "griffiemedewerker", "projectondersteuner",
    ),
    "middel": ("Microsoft Teams", "Excel", "Word", "Adobe InDesign", "SharePoint", "Power BI", "een zaaksysteem"),
    "thema": (
        "medezeggenschap", "arbeidsrecht", "veilig werken", "reorganisaties", "privacy", "de Omgevingswet",
        "duurzaamheid", "verzuim", "functiewaardering", "hybride werken",
    ),
    "maand": (
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november"
    ),
    "jaar": ("2021", "2022", "2023", "2024", "2025", "2026"),
    "n": tuple(map(str, range(2, 10))),
    "nn": tuple(map(str, range(11, 100))),
    "nnn": tuple(map(str, range(101, 999))),
}  # fmt: skip
"""What the patterns of sentences and items are filled with."""

SENTENCES = (
    "Sinds {maand} {jaar} gaat het daarbij ook om {thema} en {thema}.",
    "In {jaar} waren er {nn} overleggen over {thema}.",
    "Per jaar gaat het om ongeveer {nnn} stukken, vooral over {thema}.",
    "Eén op de {n} vragen gaat over {thema}; in {jaar} waren dat er {nnn}.",
    "Daarvoor is tot {maand} {jaar} een budget van {nn} uur per kwartaal.",
    "Van de {nnn} medewerkers hebben er {nn} in {jaar} gereageerd op een vraag over {thema}.",
)
TASKS = (
    "Elk kwartaal {n} bijeenkomsten over {thema} voorbereiden en vastleggen",
    "De agenda voor {thema} bijhouden en daarbij werken met {middel}",
    "Overzichten van {nn} tot {nnn} dossiers over {thema} bijhouden in {middel}",
    "Nieuwe leden binnen {n} weken wegwijs maken in {thema}",
    "Met de {rol} van een andere {soort} ervaringen over {thema} uitwisselen",
)
REQUIREMENTS = (
    "minimaal {n} jaar ervaring als {rol} bij een {soort}",
    "ervaring met {middel} en kennis van {thema}",
    "kennis van {thema}, opgedaan bij een organisatie met meer dan {nnn} medewerkers",
    "de bereidheid om {n} keer per jaar een training over {thema} te volgen",
)
CRITERIA = (
    "De kandidaat heeft minimaal {n} jaar aantoonbare werkervaring als {rol} bij een {soort}. Licht dit in het cv toe.",
    "De kandidaat heeft in de afgelopen {n} jaar aantoonbaar gewerkt met {middel} en {middel}. Noem waar dat was.",
    "De kandidaat heeft aantoonbaar {n} of meer adviezen over {thema} geschreven. Noem in het cv een voorbeeld.",
    "De kandidaat heeft sinds {jaar} een opleiding over {thema} aantoonbaar afgerond.",
    "De kandidaat heeft aantoonbare kennis van {thema} en van {thema} bij een {soort} met {nnn} medewerkers.",
)
TAILS = (
    ", ook bij {thema} en {thema}",
    ", net als in {maand} {jaar}",
    ", bijvoorbeeld over {thema} bij een {soort}",
    ", met {middel} en {nnn} formulieren",
    " (sinds {maand} {jaar} {n} keer)",
    " (zie ook bijlage {nn} over {thema})",
)
"""What a sentence or an item can end with."""

CHANGE = 0.7
"""How likely a word or number is to change, and a sentence to get another end."""
MOVE = 0.16
"""How likely a sentence or item is to change places, or to get company."""
DROP = 0.25
"""How likely it is to go; the ends that others get make up for that."""

_GROUP = {word: group for group in WORDS for word in group}
_WORD = re.compile(r"(?<![\w-])(" + "|".join(sorted(_GROUP, key=len, reverse=True)) + r")(?![\w-])", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,€%-])(?<!€ )\d{1,4}(?![\w%-]|[.,]\d)")
_SLOT = re.compile(r"\{(\w+)\}")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


def fill(pattern: str, random: Random) -> str:
    """Return a pattern with something in each of its slots."""
    return _SLOT.sub(lambda slot: random.choice(SLOTS[slot[1]]), pattern)


def reword(text: str, random: Random) -> str:
    """Return one sentence or item with other words, other numbers and often another end."""
    words = _WORD.sub(lambda found: _word(found[0], random), text)
    numbers = _NUMBER.sub(lambda found: _number(found[0], random), words)
    end = numbers[-1] if numbers[-1] in ".?:" else ""
    tail = fill(random.choice(TAILS), random) if random.random() < CHANGE else ""
    return f"{numbers.removesuffix(end)}{tail}{end}"


def _word(word: str, random: Random) -> str:
    other = random.choice(_GROUP[word.lower()]) if random.random() < CHANGE else word
    return other[0].upper() + other[1:] if word[0].isupper() else other


def _number(number: str, random: Random) -> str:
    if random.random() > CHANGE:
        return number
    value = int(number)
    return str(random.randint(2019, 2027) if value > 1900 else random.randint(max(1, value // 2), value * 2))


def retell(text: str, random: Random) -> str:
    """Return running text with its sentences recombined and reworded, one sentence a line, paragraphs kept."""
    paragraphs = []
    for paragraph in text.strip().split("\n\n"):
        sentences = shuffled(_SENTENCE_END.split(paragraph.replace("\n", " ")), SENTENCES, random)
        paragraphs.append("\n".join(reword(sentence, random) for sentence in sentences))
    return "\n\n".join(paragraphs) + "\n"


def relist(items: list[str], patterns: tuple[str, ...], random: Random) -> list[str]:
    """Return a list with items dropped, moved, added and reworded."""
    return [reword(item, random) for item in shuffled(items, patterns, random)]


def shuffled(texts: list[str], patterns: tuple[str, ...], random: Random) -> list[str]:
    """Return texts without some, in another order here and there, and with others made from the patterns."""
    kept = [text for text in texts if random.random() > DROP] or texts[:1]
    for index in range(len(kept) - 1):
        if random.random() < MOVE:
            kept[index], kept[index + 1] = kept[index + 1], kept[index]
    for _ in range(sum(random.random() < MOVE for _ in texts)):
        kept.insert(random.randint(1, len(kept)), fill(random.choice(patterns), random))
    return kept
