"""Rules about years of experience: with an upper bound they keep older people out, with a lower one they say little."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.people.age import SOURCE
from vacaturegen.checks.people.rows import matched
from vacaturegen.checks.reading.said import WORK, Finder, Said, gives_reason
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _

COUNT = (
    r"(?:\d{1,2}(?:[.,]\d)?|anderhalf|een half|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|vijftien"
    r"|twintig)"
)
YEAR = r"(?:jaar|years?)"
EXPERIENCE = r"\w*(?:ervaring|experience)"
OF_EXPERIENCE = rf"(?:\s+(?!(?:om|waar\w*|en|met|voor|die)\b)[\w-]+){{0,3}}?\s+{EXPERIENCE}\b"
HIGHEST = r"(?:maximaal|max\.?|hoogstens|hooguit|ten hoogste|niet meer dan|minder dan)"
MAXIMUM = (
    re.compile(rf"\b{HIGHEST} {COUNT} (?:jaar|maanden?)(?!\s+(?:geleden|oude?|terug)){OF_EXPERIENCE}", re.I),
    re.compile(
        rf"\b{EXPERIENCE}(?: [\w-]+){{0,2}}?:? \(?{HIGHEST} {COUNT} (?:{YEAR}|maanden)\b"
        r"(?!\s+(?:geleden|oude?|terug|per))",
        re.I,
    ),
    re.compile(rf"\btot(?: en met)? {COUNT} jaar(?: aan)?(?: \w+e){{0,2}} {EXPERIENCE}\b", re.I),
)
TO = r"(?: tot | to | à | t/m | ?[-–] ?)"
RANGE = (
    re.compile(rf"\b(?:tussen (?:de )?{COUNT} en {COUNT}|{COUNT}{TO}{COUNT}) {YEAR}{OF_EXPERIENCE}", re.I),
    re.compile(rf"\b{EXPERIENCE}(?: van)?:? \(?{COUNT}{TO}{COUNT} {YEAR}\b(?!\s+(?:geleden|oude?|terug|per))", re.I),
)
find_maximum = Finder(*MAXIMUM, needs=("ervaring|experience", "jaar|maand|year", "max|hoog|meer dan|minder dan|tot"))
find_range = Finder(*RANGE, needs=("ervaring|experience", "jaar|year", "tussen|tot|to|à|t/m|-|–"))
POINTS = re.compile(r"punt(?:en)?\b|\bscor\w*|\bweging\b|\btel(?:t|len)\b|meegewogen|meegeteld|\binwerk", re.I)
PAY = re.compile(r"\bschaal\b|salaris|inschal\w*", re.I)
"""Years that give points or pay keep nobody out."""
DEMAND = re.compile(r"(?:eisen|wensen)\.\*|aanvraag\.(?:knockouts|wensen)\..*")
FOR_PAY = re.compile(
    r"\b(?:in verband met|i\.v\.m\.|ivm|vanwege|wegens|gezien|gelet op|omdat)(?=\s)[^.;]{0,60}?"
    r"(?:schaal|salaris|inschal)",
    re.I,
)
"""Where years are asked for, and how a demand says that it is there to pay less."""
LEAST = re.compile(r"\b(?:minimaal|minstens|ten ?minste|min\.|vanaf|liefst)\s*$", re.I)
FROM = re.compile(rf"\b{COUNT}(?: (?:jaar|maanden))?\s*$", re.I)
"""What stands before the second number of a range."""
SCORED = re.compile(r"aanvraag\.(gunningscriteria|wensen|beoordeling)\..*")


@rule(
    "G04",
    "Hoogstens zoveel jaar ervaring",
    Ernst.FOUT,
    ALL,
    source=SOURCE,
    why=(
        "Wie hoogstens zoveel jaar ervaring mag hebben, is meestal jong: dat is onderscheid naar leeftijd,"
        " ook als het om"
        " een frisse blik of een gemengd team gaat. Noem alleen wat iemand minstens moet kunnen. Een"
        " bandbreedte, zoals 2"
        " tot 5 jaar, heeft ook een bovengrens en is een waarschuwing."
    ),
    bad="eisen: [maximaal 5 jaar werkervaring]",
    good="eisen: [minimaal 2 jaar werkervaring]",
)
def most_experience(subject: Subject) -> Iterator[Hit]:
    """Yield each upper bound to years of experience; one that is part of a range is a warning."""
    message = _("“{words}” keeps out who has worked longer: name only what somebody must at least be able to do.")
    for said in matched(subject, find_maximum, WORK):
        loose = said.words.lower().startswith("tot")
        ranged = loose and (FROM.search(said.before) or SCORED.fullmatch(said.text.pattern))
        if not ranged and not is_no_limit(said) and not said.sentence.endswith("?"):
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)
    for said in matched(subject, find_range, WORK):
        free = is_no_limit(said) or LEAST.search(said.before) or SCORED.fullmatch(said.text.pattern)
        if not free:
            yield Hit(
                said.text.field,
                message.format(words=said.words),
                said.words,
                said.at,
                ernst=Ernst.WAARSCHUWING,
            )


def is_no_limit(said: Said) -> bool:
    """Tell whether years of experience give points or pay; a demand that is there for the pay does keep people out."""
    if POINTS.search(said.sentence):
        return True
    for_pay = DEMAND.fullmatch(said.text.pattern) and FOR_PAY.search(said.after)
    return bool(PAY.search(said.sentence) and not for_pay)


MINIMUM = re.compile(
    rf"\b(?:(?:minimaal|minstens|ten ?minste|min\.|vanaf|ruim|meer dan) )?{COUNT}\+? jaar"
    rf"(?!\s+(?:geleden|oude?|terug)){OF_EXPERIENCE}",
    re.I,
)
find_minimum = Finder(MINIMUM, needs=("ervaring", "jaar"))


@rule(
    "G05",
    "Minstens zoveel jaar ervaring, zonder reden",
    Ernst.INFORMATIE,
    ALL,
    source=SOURCE,
    why=(
        "Een minimum mag als het werk het vraagt, maar jaren zeggen weinig over wat iemand kan. Een vaardigheid of een"
        " soort werk die iemand heeft gedaan, zegt meer en sluit minder mensen uit."
    ),
    bad="eisen: [minimaal 4 jaar werkervaring]",
    good="eisen: [ervaring met drie bestemmingsplannen of meer]",
    off=True,
)
def least_experience(subject: Subject) -> Iterator[Hit]:
    """Yield each lower bound to years of experience that does not say why."""
    limits = {(said.text.field, said.at + len(said.words)) for said in matched(subject, find_maximum, WORK)}
    for said in matched(subject, find_minimum, WORK):
        if (said.text.field, said.at + len(said.words)) not in limits and not gives_reason(said):
            message = _("“{words}” says little about what somebody can: name what they must have done, or say why.")
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)


EXPERIENCE_RULES: tuple[Rule, ...] = (most_experience, least_experience)
