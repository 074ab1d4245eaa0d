"""Rules about what leaves people out: their language, and what their body must be able to do.

Words about the work and about inhabitants are left alone; a rule speaks where the candidate is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.people.rows import matched
from vacaturegen.checks.reading.said import WORK, Finder, gives_reason, listed
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject, about
from vacaturegen.i18n import _

GUIDE = "Gids Werving en selectie van het College voor de Rechten van de Mens (wervingenselectiegids.nl, 2026-11-22)"
ANY_TONGUE = re.compile(
    r"\b(?:ongeacht|welke|ook is|anderstalig\w*|(?:in|be)woner\w*|cli[ëe]nt\w*|cloud|react|app|apps)\b", re.I
)
OF_PUPILS = re.compile(r"\b(?:leerling|cursist|kind|ouder|student|les|onderwijs|NT2|NT1|doelgroep|nieuwkomer)\w*", re.I)
"""Of whom Dutch is the first language or not, where the work is to teach."""


@rule(
    "G06",
    "Moedertaal of accent gevraagd",
    Ernst.FOUT,
    ALL,
    source=GUIDE,
    why=(
        "Wie een moedertaal of spreken zonder accent vraagt, sluit mensen uit om hun afkomst. Noem een"
        " taalniveau dat het"
        " werk nodig heeft, zoals B2 of C1: dat kan iedereen halen."
    ),
    bad="eisen: [Nederlands is je moedertaal]",
    good="eisen: ['Nederlands op niveau C1, om verslagen te schrijven']",
)
def native_language(subject: Subject) -> Iterator[Hit]:
    """Yield each demand of a mother tongue or of no accent."""
    message = _("“{words}” leaves people out for where they come from: name a level such as B2 or C1 instead.")
    for said in listed(subject, "gelijkheid", "eerste taal"):
        of_others = said.negated or OF_PUPILS.search(said.sentence) or ANY_TONGUE.search(said.sentence)
        if about(said.text.pattern) == "eis" and not of_others:
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)
    for said in listed(subject, "gelijkheid", "moedertaal", leave=WORK):
        if not ANY_TONGUE.search(said.sentence):
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)


DUTCH = (
    r"(?:dutch|nederlands(?![\w-]|\s+\w*(?:recht|beleid|stelsel))|nederlandse\s+(?:taal\w*|grammatica|spelling)"
    r"|taalbeheersing|taalvaardigheid|taalgebruik)"
)
STRONG = r"(?:uitstekend|foutloos|foutloze|perfect|vlekkelo(?:os|ze)|uitmuntend|excellent|onberispelijk|feilloos)"
LINK = r"(?:(?!\b(?:redactione|communicati|advies|advis|vaardighed|maar|bent|hebt)\w*)[\w-]+\s+)"
FLUENT = r"(?:vloeiend|fluent)"
OTHER_TONGUE = r"(?!e?\s+(?:in\s+)?(?:engels|duits|frans|spaans|fries|papiaments|arabisch|english|german))"
"""What stands behind words that are about another language after all."""
PERFECT = (
    re.compile(rf"\b(?:{STRONG}|{FLUENT})e?\s+{LINK}{{0,6}}?{DUTCH}\b", re.I),
    re.compile(rf"\b{DUTCH}:?\s+{LINK}{{0,6}}?\(?(?:{STRONG}|{FLUENT}|tot in de puntjes)\b\)?{OTHER_TONGUE}", re.I),
)
find_perfect = Finder(
    *PERFECT,
    needs=(
        "nederlands|taal|dutch",
        "uitstekend|foutlo|perfect|vlekkelo|uitmuntend|excellent|onberispelijk|feilloos|vloeiend|fluent|puntjes",
    ),
)
IS_FLUENT = re.compile(FLUENT, re.I)
"""What many people can say of themselves: it keeps fewer out than excellent does, but is as vague."""
LEVEL = re.compile(r"\b[ABC][12]\b|\b[1-4]F\b")


@rule(
    "G07",
    "Uitstekend, foutloos of vloeiend Nederlands, zonder reden of niveau",
    Ernst.WAARSCHUWING,
    ALL,
    source=f"Oordeel 2022-55 van het College voor de Rechten van de Mens; {GUIDE}",
    why=(
        "Wie Nederlands niet van huis uit spreekt, valt af, ook als het werk zoveel niet vraagt. Een niveau van het"
        " Europees Referentiekader (A1 tot C2) of de reden waarom de taal nodig is, is eerlijker en duidelijker."
    ),
    bad="eisen: [uitstekende beheersing van de Nederlandse taal]",
    good="eisen: [beheersing van de Nederlandse taal op niveau B2]",
)
def perfect_dutch(subject: Subject) -> Iterator[Hit]:
    """Yield each demand of excellent Dutch without its level or its reason."""
    for said in matched(subject, find_perfect, WORK):
        if not LEVEL.search(said.sentence) and not gives_reason(said):
            message = _("“{words}” asks more than the work may need: name a level such as B2 or C1, or say why.")
            ernst = Ernst.INFORMATIE if IS_FLUENT.search(said.words) else None
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at, ernst=ernst)


DRIVES = re.compile(r"chauffeur|bestuurder|machinist|buitendienst|monteur|bezorger|koerier", re.I)
FOR = re.compile(
    r"\b(?:voor|zodat|buitendienst|locaties|onderweg|bezoek\w*|bereikbaar\w*|wisseldienst\w*)\b"
    r"|\b(?:niet|slecht|moeilijk|lastig)\b[^.]{0,60}\b(?:openbaar vervoer|bereik\w*)",
    re.I,
)
OF_CANDIDATE = re.compile(
    r"\b(?:je|jij) (?:hebt|bent|beschikt|bezit|kunt|kan|moet)\b|\b(?:heb|ben|beschik|bezit|kun|kan) (?:je|jij)\b"
    r"|\b(?:kandidaat|professional)\b|\b(?:zoeken|zoekt)\b",
    re.I,
)
"""How a sentence says that it is the candidate who must have or be able to do something."""
CLIENTS_BODY = re.compile(r"\b(?:inwoner\w*|cli[ëe]nt\w*|aanvra\w+|burgerzaken|verstrek\w*|afgifte)\b", re.I)


@rule(
    "G17",
    "Rijbewijs of lichamelijke eis, zonder reden",
    Ernst.INFORMATIE,
    ALL,
    source=f"Wgbh/cz; {GUIDE}",
    why=(
        "Een rijbewijs, een goede conditie of bestand zijn tegen stress sluit mensen met een beperking uit. Dat mag als"
        " het werk het vraagt: zeg dan waarvoor het nodig is."
    ),
    bad="eisen: [in bezit van rijbewijs B]",
    good="eisen: ['rijbewijs B, omdat je inwoners thuis bezoekt']",
)
def body_demands(subject: Subject) -> Iterator[Hit]:
    """Yield each demand of a body or a driving licence that does not say what it is for."""
    if DRIVES.search(subject.known("titel") or ""):
        return
    for said in listed(subject, "gelijkheid", "lichaam", leave=(*WORK, "loon")):
        asked = about(said.text.pattern) in ("eis", "gevraagd") or OF_CANDIDATE.search(said.sentence)
        silent = FOR.search(said.sentence) or CLIENTS_BODY.search(said.sentence) or gives_reason(said)
        if asked and not silent:
            message = _("“{words}” leaves people out who could do the work: say what it is needed for.")
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)


TREATMENT_RULES: tuple[Rule, ...] = (native_language, perfect_dutch, body_demands)
