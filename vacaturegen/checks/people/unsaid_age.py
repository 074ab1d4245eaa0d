"""Ages that a text asks for without a limit: like those of a team, in their thirties, or far from a pension."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.people.rows import matched
from vacaturegen.checks.reading.said import WORK, Finder, Said
from vacaturegen.checks.subject import Subject

WITHIN = r"[^.;?!]"
FITS = r"(?:aansluit\w*|sluit\w*|past?|passen)"
PENSION = r"(?:pensioen|pensioenleeftijd|pensioendatum|pensioengerechtigd\w*|AOW|AOW-leeftijd)"
NOT_YOU = (
    r"niet (?:meer )?(?:te )?(?:reageren|solliciteren)"
    r"|niet in aanmerking(?= voor (?:deze|de) (?:functie|vacature|baan)|[.,]|\Z)"
)
NOT_IF = r"(?:reageer|reageren|solliciteer|solliciteren) (?:[\w-]+ ){0,2}?niet (?:als|wanneer|indien)"
PATTERNS = (
    (re.compile(rf"\bqua leeftijd\b{WITHIN}{{0,60}}?\b(?:aan|{FITS})\b", re.I), "qua leeftijd"),
    (re.compile(rf"\b{FITS}\b{WITHIN}{{0,60}}?\bqua leeftijd\b", re.I), "qua leeftijd"),
    (re.compile(rf"\b{PENSION}\b{WITHIN}{{0,80}}?\b(?:{NOT_YOU})", re.I), "pensioen|aow"),
    (re.compile(rf"\b{NOT_IF}\b{WITHIN}{{0,80}}?\b{PENSION}\b", re.I), "pensioen|aow"),
    (
        re.compile(
            r"\b(?:(?:we|wij|\w*team|ploeg|wacht|afdeling) (?:zoeken|zoekt)|zoeken (?:we|wij)|gezocht:)"
            r" (?:(?!(?:naar|met|voor|naast)\b)[\w-]+ ){0,3}(?:twintig|dertig|veertig|vijftig|zestig)ers?\b(?! jaren)",
            re.I,
        ),
        "tiger",
    ),
)
"""Ways to ask for an age that no number tells, each with words of which it has one."""
find_unsaid = Finder(*PATTERNS, needs=("qua leeftijd|pensioen|aow|tiger",))
CANDIDATE = re.compile(
    r"\b(?:je|jij|jou|kandida(?:at|ten)|sollicitant\w*|professional|zoeken|zoekt|iemand|ons|collega)\b", re.I
)
OTHERS = re.compile(
    r"\b(?:inwoner|bewoner|cli[ëe]nt|klant|doelgroep|leerling|deelnemer|jongere|burger|activiteit|aanbod|woning"
    r"|voorziening|programma|panel|inspraak|participatie)\w*",
    re.I,
)
"""Who or what else can be of an age."""
WELCOME = re.compile(
    r"\b(?:gerust|welkom|ook als|bang|zorgen|aarzel\w*|schroom\w*|reden|bezwaar|probleem|belemmering|betekent)\b", re.I
)
"""How a sentence says that who is near a pension can react all the same."""


def unsaid_ages(subject: Subject) -> Iterator[Said]:
    """Yield each way in which a text asks the candidate for an age without naming one."""
    for said in matched(subject, find_unsaid, WORK):
        words = said.words.lower()
        of_team = "qua leeftijd" in words and not (CANDIDATE.search(said.sentence) and not said.negated)
        welcomed = ("pensioen" in words or "aow" in words) and WELCOME.search(said.sentence)
        if not (of_team or welcomed or OTHERS.search(said.sentence)):
            yield said
