"""The rule about a reason for an assignment or a vacancy that tells of somebody's health."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.reading.said import WORK, Finder, Said, matched
from vacaturegen.checks.reading.wordlists import find_in
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject, seen
from vacaturegen.i18n import _
from vacaturegen.model.base import known

CAUSE = re.compile(
    r"\b(?:wegens|vanwege|door|in verband met|i\.v\.m\.|ivm)\s+(?:[\w-]+\s+){0,3}?(?:ziekte\w*|burn-?out"
    r"|overspannenheid"
    r"|arbeidsongeschiktheid|zwangerschap\w*|bevalling\w*)\b",
    re.I,
)
REPLACED = re.compile(
    r"\bvervang\w*\b[^.?!]{0,60}?\b(?:zieke (?:collega|medewerker)\b(?!['’]s)|(?:collega"
    r"|medewerker)\b[^.?!]{0,20}?\bziek\b"
    r"|burn-?out|ziekteverlof|zwangerschapsverlof)"
    r"|\b(?:collega|medewerker|functionaris|adviseur|secretaris|griffier) (?:is|was|zit) (?:\w+ ){0,2}?(?:ziek"
    r"|overspannen|uitgevallen|ziektewet)\b"
    r"|\b(?:collega|medewerker|functionaris) (?:langdurig ziek is|ziek thuis zit|in de ziektewet zit)\b"
    r"|\bziektevervang\w*",
    re.I,
)
find_cause = Finder(CAUSE, REPLACED, needs=("ziek|burn|overspannen|arbeidsongeschikt|zwanger|bevalling|uitgevallen",))
ONE_PERSON = re.compile(
    r"vervang(?:t|en|ing|er|ende?)?\b|waarne\w+|\bzoek\w*|vacant|\bvrij\b|vrijgekomen|tijdelijk|huidige|collega|medewerker|vacature",
    re.I,
)
IN_GENERAL = re.compile(
    r"\b(?:als|indien|wanneer|mocht|bij ziekte|professional|kandidaat|opdrachtnemer|leverancier|inwoner\w*"
    r"|cli[ëe]nt\w*|collega['’]s|medewerkers|uitkering|\w{4,}(?:en|s) die)\b",
    re.I,
)
REASONS = {"aanvraag": ("aanvraag.reden",), "vacature": ("contract.reden",), "advertentie": ("contract.reden",)}


@rule(
    "G18",
    "Reden die iets zegt over iemands gezondheid",
    Ernst.WAARSCHUWING,
    ALL,
    source="AVG artikel 9; Autoriteit Persoonsgegevens over zieke werknemers (2026-11-22)",
    why=(
        "Wie weet wie er werkt, weet dan ook wie er ziek is. Gezondheid is een bijzonder persoonsgegeven: tijdelijke"
        " vervanging zegt genoeg. Zwangerschapsverlof is om die reden informatie; verlof volstaat."
    ),
    bad="inzet: {toelichting: Het gaat om vervanging wegens ziekte van een collega.}",
    good="inzet: {toelichting: Het gaat om tijdelijke vervanging.}",
)
def health_of_somebody(subject: Subject) -> Iterator[Hit]:
    """Yield each reason for an assignment or a vacancy that tells of somebody's health."""
    for field in REASONS[subject.kind]:
        value = seen(known(subject.profiel, field) or "")
        for found in find_in("gegevens", value):
            if found.entry.signaal in HEALTH:
                yield health_hit(field, value, 0, found.entry.signaal == "zwangerschap", found.entry.voorstel)
                break
    for said in matched(subject, find_cause, WORK):
        if tells_of_one(said) and not said.text.pattern.startswith("aanvraag.vervanging"):
            yield health_hit(said.text.field, said.words, said.at, "zwanger" in said.words.lower())


HEALTH = ("ziekte", "zwangerschap")


def tells_of_one(said: Said) -> bool:
    """Tell whether a sentence is about one person whose place is taken, not about what happens when anybody is ill."""
    return bool(ONE_PERSON.search(said.sentence)) and not IN_GENERAL.search(said.sentence)


def health_hit(field: str, words: str, at: int, pregnant: bool, better: str = "") -> Hit:
    """Return the finding that words about somebody's health are; a leave for a birth is information."""
    message = _("“{words}” tells of somebody's health: “tijdelijke vervanging” says enough.")
    if pregnant:
        message = _("“{words}” tells of somebody's pregnancy: “vervanging tijdens verlof” says enough.")
    return Hit(
        field, message.format(words=words), words, at, better=better, ernst=Ernst.INFORMATIE if pregnant else None
    )


HEALTH_RULES: tuple[Rule, ...] = (health_of_somebody,)
