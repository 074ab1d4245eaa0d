"""Rules about words for young people, and for those who begin to work.

Who is young and no colleague, and who meets in a club of their own, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.people.age import AGE, SOURCE
from vacaturegen.checks.people.rows import matched
from vacaturegen.checks.reading.said import WORK, Finder, listed
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _

LINK = r"(?:,\s*|\s+en\s+|\s+)"
NO_QUALITY = (
    r"(?!(?:met|van|voor|een|de|het|in|die|dat|over|bij|op|is|zijn|en"
    r"|gemeente|organisatie|provincie|stad|dienst|gezin)\b)"
)
QUALITIES = rf"{LINK}{NO_QUALITY}[\w-]+"
PEOPLE = (
    r"(?:\w*team|\w*teams|ploeg|club|collega(?:['’]s)?|\w*medewerkers?|professionals?|hond|honden|talent|talenten"
    r"|kandidaat|kandidaten|sollicitant|sollicitanten|\w*ambtena(?:ar|ren)|\w*adviseurs?|\w*jurist(?:en)?|vakmensen"
    r"|\w*(?:leider|manager|consulent|ondersteuner|regisseur|coördinator|inspecteur|beheerder|specialist|ontwikkelaar"
    r"|controller|directeur|griffier|planner)s?|\w*(?:coach|secretaris|analist|planoloog)|trainees?)"
)
TEAM = r"(?:[\w&-]*team|ploeg|club)"
HUMAN = (
    r"(?:hecht|enthousiast|dynamisch|gezellig|gedreven|energiek|ambitieus|fris|vrolijk|betrokken|collegiaal|informeel)"
)
"""What people are and a department that was just set up is not."""
YOUNG = (
    re.compile(
        rf"\b(?:(?:jong|jeugdig)(?:{QUALITIES}){{0,3}}?|(?:jonge|jeugdige|oudere)(?:{QUALITIES}e){{0,3}}?)\s+{PEOPLE}\b",
        re.I,
    ),
    re.compile(r"\bzoe\w+ (?:\w+ ){0,2}?jonge mensen\b", re.I),
    re.compile(
        rf"\b(?:je bent|ben je|ben jij|jij bent|we zijn|wij zijn|{TEAM} is) (?:\w+ )?jong\b"
        r"(?! (?:van geest|of oud|en oud))",
        re.I,
    ),
    re.compile(
        r"\b(?:afdeling|onze groep) is (?:\w+ )?"
        rf"(?:jong(?: en|,) (?:\w+ en )?{HUMAN}|{HUMAN}(?: en|,) (?:\w+ en )?jong)\b",
        re.I,
    ),
    re.compile(rf"\bgemiddelde leeftijd\b[^.;]{{0,40}}?\b{AGE}\b", re.I),
)
find_young = Finder(*YOUNG, needs=("jong|jeugdig|oudere|leeftijd",))
CLUB = r"(?:\w*netwerk|\w*vereniging|platform|jongerenraad|inwoners|\w*wijk(?:en)?|doelgroep\w*|begeleid\w*|coach\w*)"
OF_CLUB = re.compile(rf"\b(?:{CLUB}|Jong(?:[A-Z]\w*| [A-Z]\w+))(?:\s+[\w-]+){{0,4}}\s*\Z")
CLUB_BEHIND = re.compile(rf"[\s,(]+(?:Jong[A-Z\s-]|(?:van|uit|in|binnen|bij)\s+(?:[\w-]+\s+){{0,2}}{CLUB}\b)")
"""What stands right before or behind young people who are no colleagues, or who meet in a club of their own."""

FOR_OTHERS = re.compile(r"\b(?:voor|over|aan|naar|onder|rond)\s+(?:\w+\s+){0,4}$", re.I)
GROUP = re.compile(r"team|ploeg|club", re.I)
NEW = re.compile(r"\b(?:bestaa(?:t|n)|sinds|opgericht|opbouw\w*|gestart|begonnen|gevormd|net nieuw)\b", re.I)
"""How a sentence says that it is the team that is young, not its people."""
WANTED = re.compile(r"geschikt|\bfunctie\b|\bbaan\b|vacature|\bzoek|\bplek\b", re.I)
"""Young colleagues can be whom the work is for; not when the sentence is about the job itself."""


@rule(
    "G02",
    "Jong of oud, over mensen",
    Ernst.FOUT,
    ALL,
    source=SOURCE,
    why=(
        "Een jong team of een jonge collega zegt wie er niet bij hoort. Beschrijf wat het team doet of wat"
        " je van iemand"
        " vraagt. Een jonge gemeente of organisatie is geen leeftijd van mensen."
    ),
    bad="eisen: [past in een jong en dynamisch team]",
    good="eisen: [past in een team dat graag nieuwe dingen probeert]",
)
def young_or_old(subject: Subject) -> Iterator[Hit]:
    """Yield each word for young or old that is said of candidates or colleagues."""
    for said in (*matched(subject, find_young, ("werk",)), *listed(subject, "leeftijd", "jong", leave=("werk",))):
        told_of = FOR_OTHERS.search(said.before) and not (WANTED.search(said.sentence) or GROUP.search(said.words))
        of_club = OF_CLUB.search(said.before) or (CLUB_BEHIND.match(said.after) and not GROUP.search(said.words))
        is_new = " is " in said.words and NEW.search(said.sentence)
        if not (of_club or told_of or is_new):
            message = _("“{words}” is about the age of people: say what they do or what the work asks instead.")
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)


INVITED = re.compile(
    r"\b(?:ook|zowel|ongeacht|of juist|ervaren|begeleid\w*|stagiair\w*|onderwijs|woning\w*|onderneme\w*|hypothe\w*"
    r"|lening\w*|leerplicht\w*|school\w* bezoek\w*|of je nu)\b",
    re.I,
)
"""Starters are one group of many, or they are no candidates."""
INTERNSHIP = re.compile(r"\bstag\w*|\bafstudeer\w*", re.I)


@rule(
    "G03",
    "Woord dat vooral jonge mensen uitnodigt",
    Ernst.WAARSCHUWING,
    ALL,
    source=SOURCE,
    why=(
        "Een starter, een student of iemand die net is afgestudeerd, is meestal jong: wie ouder is, voelt zich niet"
        " gevraagd. Zeg welke ervaring het werk vraagt. Junior en senior mogen, als het om de zwaarte van"
        " het werk gaat."
        " Een stage mag om een student vragen."
    ),
    bad="eisen: [pas afgestudeerd]",
    good="eisen: [kennis op hbo-niveau; werkervaring is niet nodig]",
)
def first_job_words(subject: Subject) -> Iterator[Hit]:
    """Yield each word for who begins to work, where no internship is offered and others are not asked as well."""
    if is_internship(subject):
        return
    for said in listed(subject, "leeftijd", "begin", leave=WORK):
        if not INVITED.search(said.sentence):
            message = _("“{words}” asks for young people most of all: say what experience the work asks.")
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)


def is_internship(subject: Subject) -> bool:
    """Tell whether an internship is offered, by its title, its pay or its contract."""
    told = (subject.known(path) or "" for path in ("titel", "salaris.benaming", "contract.soort"))
    return bool(INTERNSHIP.search(" ".join(told)))


YOUNG_RULES: tuple[Rule, ...] = (young_or_old, first_job_words)
