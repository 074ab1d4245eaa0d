"""Dutch words as data, and what follows from them: which article a kind has, and which word keeps its capital.

Which words stand where belongs to the templates; how a value reads belongs to `dutch`.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEUTER = (
    *("agentschap", "archief", "bedrijf", "bureau", "centrum", "college", "fonds", "gebouw", "genootschap", "hof"),
    *("huis", "instituut", "kabinet", "kantoor", "lichaam", "ministerie", "museum", "orgaan"),
    *("parket", "platform", "schap", "team", "theater", "verband", "verbond", "ziekenhuis"),
)
"""How kinds of organisations end that have "het": waterschap, hoogheemraadschap, adviesbureau, openbaar lichaam."""
COMMON = ("gemeenschap", "maatschap", "vennootschap")
"""How kinds end that have "de" all the same."""
OF_PLACES = _words(
    "Achterhoeks Achterhoekse Afrikaans Afrikaanse Amerikaans Amerikaanse Amsterdams Amsterdamse Antilliaans"
    " Antilliaanse Arabisch Arabische Arubaans Arubaanse Aziatisch Aziatische Belgisch Belgische Brabants Brabantse"
    " Brits Britse Caribisch Caribische Chinees Chinese Curaçaos Curaçaose Deens Deense Drents Drentse Duits Duitse"
    " Engels Engelse Europees Europese Fins Finse Flevolands Flevolandse Frans Franse Fries Friese Gelders Gelderse"
    " Grieks Griekse Gronings Groningse Haags Haagse Hollands Hollandse Iers Ierse Indonesisch Indonesische Italiaans"
    " Italiaanse Japans Japanse Latijn Latijns Latijnse Limburgs Limburgse Marokkaans Marokkaanse Nederlands"
    " Nederlandse Nedersaksisch Nedersaksische Noors Noorse Oekraïens Oekraïense Oostenrijks Oostenrijkse Overijssels"
    " Overijsselse Papiaments Papiamentse Pools Poolse Portugees Portugese Rotterdams Rotterdamse Russisch Russische"
    " Spaans Spaanse Surinaams Surinaamse Tsjechisch Tsjechische Turks Turkse Twents Twentse Utrechts Utrechtse"
    " Veluws Veluwse Vlaams Vlaamse Zeeuws Zeeuwse Zweeds Zweedse Zwitsers Zwitserse"
)
"""Languages, and adjectives of places: Dutch writes them with a capital wherever they stand."""
FIRST_WORD = re.compile(r"(?:(?:Noord|Zuid|Oost|West|Midden)-(?=[A-Z]))?([^\W\d_]+)")
"""The first word of a text, without the part of the world in front of it: Noord-Hollands."""
SHORT_NAME = re.compile(r"[A-Z][a-z]{1,2}-")
"""The short name of a law in front of a word: Wmo-consulent, Woo-jurist."""
NO_ABBREVIATION = {"IJ", "U ", "E-"}
"""With what a text begins that looks like an abbreviation and is none: IJsbaan, U kunt, E-mail."""


def article_of(kind: str) -> str:
    """Return the article of a kind of organisation: "de", or "het" for what ends as NEUTER says."""
    word = kind.lower()
    return "het" if word.endswith(NEUTER) and not word.endswith(COMMON) else "de"


def capitalised(text: str) -> str:
    """Return the text with a capital in front; the Dutch ij is one letter, and a capital of één has no accent."""
    if text.startswith("één"):
        return f"Eén{text[3:]}"
    length = 2 if text.startswith("ij") else 1
    return text[:length].upper() + text[length:]


def uncapitalised(text: str) -> str:
    """Return the text with a small letter in front.

    An abbreviation, the name of a law, a name as LinkedIn, a language and an adjective of a place keep their capital.
    """
    head = text[:2]
    if (head.isupper() and head not in NO_ABBREVIATION) or not head[:1].isupper() or SHORT_NAME.match(text):
        return text
    first = FIRST_WORD.match(text)
    if first and (first[1] in OF_PLACES or first[1][2:] != first[1][2:].lower()):
        return text
    return head.lower() + text[2:]  # the second letter is a small one already, but in IJ
