"""Rules about what a procedure does with people: what it finds out, how long it keeps that, what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vacaturegen.checks.reading.patterns import small
from vacaturegen.checks.reading.said import WORK, Finder, gives_reason, matched
from vacaturegen.checks.reading.sentences import sentence_at
from vacaturegen.checks.reading.wordlists import find_in
from vacaturegen.checks.rule import VACANCY, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject, about
from vacaturegen.i18n import _
from vacaturegen.lengths import in_days
from vacaturegen.model.places import Open
from vacaturegen.notation import Duur, notation_of

ANNOUNCED_BY = {
    "assessment": ("assessment",),
    "keuring": ("geneeskundig_onderzoek", "keuring"),
    "screening": ("screening",),
}
"""Each kind of investigation, with the fields of `selectie` that tell candidates of it."""
BY_PROTOCOL = ("assessment", "keuring")
"""What the protocol of an organisation can oblige to announce."""
OF_PROCEDURE = re.compile(
    r"procedure|onderdeel|\bdeel\b|selectie|\bgesprek|\bvolgt\b|\bronde\b|kandidaat|kandidaten", re.I
)
NO = re.compile(r"\b(?:geen|niet|zonder)\b", re.I)


@rule(
    "G12",
    "Assessment, keuring of screening niet aangekondigd",
    Ernst.WAARSCHUWING,
    VACANCY,
    source=(
        "NVP Sollicitatiecode; Wet op de medische keuringen; protocollen zoals dat van Westerveld (2011), 2026-11-22"
    ),
    why=(
        "Wie reageert, moet weten welk onderzoek er volgt. Staat het in de planning of in een andere tekst"
        " van het profiel,"
        " zeg het dan onder selectie. Verplicht het protocol van de organisatie de melding, dan is dit een fout."
    ),
    bad="planning:\n  momenten:\n    - {naam: Assessment, dag: 2027-01-13}",
    good="planning:\n  momenten:\n    - {naam: Assessment, dag: 2027-01-13}\nselectie: {assessment: ja}",
)
def unannounced_investigation(subject: Subject) -> Iterator[Hit]:
    """Yield the first mention of each kind of investigation that this document does not announce."""
    obliged = subject.known("organisatie.protocol.assessment_melden")
    told: set[str] = set()
    for text in subject.all_texts:
        in_plan = text.pattern.startswith("planning.")
        if not in_plan and not text.pattern.startswith(VACANCY):
            continue
        for found in find_in("gegevens", text.value):
            kind = found.entry.signaal
            if kind not in ANNOUNCED_BY or kind in told or is_announced(subject, kind):
                continue
            sentence = sentence_at(text.value, found.start).text
            if NO.search(sentence) or not (in_plan or OF_PROCEDURE.search(sentence)):
                continue
            told.add(kind)
            words = text.value[found.start : found.end]
            message = _("“{words}” is part of the procedure, but “selectie” does not announce it: add “{field}”.")
            yield Hit(
                text.field,
                message.format(words=words, field=ANNOUNCED_BY[kind][0]),
                words,
                found.start,
                ernst=Ernst.FOUT if obliged and kind in BY_PROTOCOL else None,
            )


def is_announced(subject: Subject, kind: str) -> bool:
    """Tell whether a document says that there is an investigation of a kind, or leaves that open."""
    selectie = subject.profiel.selectie
    values = [getattr(selectie, field, None) for field in ANNOUNCED_BY[kind]]
    if any(isinstance(value, Open) for value in (selectie, *values)):
        return True
    if any(value is True or (isinstance(value, str) and not NO_ANSWER.match(value)) for value in values):
        return True
    return any(
        found.entry.signaal == kind and not NO.search(sentence_at(text.value, found.start).text)
        for text in subject.texts
        if text.pattern.startswith(("selectie.", "secties.", *VACANCY))
        for found in find_in("gegevens", text.value)
    )


NO_ANSWER = re.compile(r"nee\b|geen\b", re.I)
ONLINE = r"(?:social media|sociale media|socials|linkedin|facebook|instagram|internet\w*|online profiel\w*|google\w*)"
LOOKS = (
    r"(?:screen\w*|bekijk\w*|bekeken|onderzoe\w*|check\w*|controle\w*|nagaan|gaan na|raadpleg\w*|doorzoek\w*"
    r"|googel\w*|kijken (?:we|wij)|(?:we|wij) kijken|opgezocht|opzoeken)"
)
SCREENED = (
    re.compile(rf"\b{ONLINE}\b[^.?!]{{0,80}}?\b{LOOKS}\b", re.I),
    re.compile(rf"\b{LOOKS}\b[^.?!]{{0,80}}?\b{ONLINE}\b", re.I),
    re.compile(
        r"\b(?:googelen (?:we|wij)|(?:(?<=we )|(?<=wij ))googelen)\b|\b(?:social-?media|internet)(?:screening|check)\b",
        re.I,
    ),
)
find_screened = Finder(*SCREENED, needs=("social|linkedin|facebook|instagram|internet|online|google|googel",))
OURS = re.compile(rf"\bon(?:s|ze) (?:\w+ )?{ONLINE}", re.I)
"""The pages of the organisation itself, which candidates can look at."""
OF_CANDIDATE = re.compile(
    rf"\b(?:je|jouw|uw) (?:(?:openbare?|eigen|online|profiel\w*|berichten|op) ){{0,3}}{ONLINE}"
    rf"|{ONLINE}(?: \w+)? van (?:de |een )?(?:kandida\w+|sollicitant\w*)|\b\w*(?:procedure|sollicitatie)\b",
    re.I,
)
"""How a sentence says that it is a candidate who is looked up, not the people in the work."""
NEEDED = re.compile(r"vertrouw|integriteit|noodzak|relevant|\bnodig\b|geheim", re.I)


@rule(
    "G13",
    "Onderzoek op sociale media zonder noodzaak",
    Ernst.WAARSCHUWING,
    VACANCY,
    source="Autoriteit Persoonsgegevens over screening, volgens randstad.nl (2026-11-22)",
    why=(
        "Iemand opzoeken op sociale media mag alleen als dat voor deze functie nodig is, en de kandidaat moet het van"
        " tevoren weten. Zeg waarom het nodig is en waar je kijkt, of laat het weg."
    ),
    bad="selectie: {screening: We bekijken je profiel op LinkedIn en Facebook.}",
    good=(
        "selectie:\n  screening: >-\n    We bekijken je openbare profiel op LinkedIn, omdat je in deze functie"
        " vertrouwelijke gegevens beheert."
    ),
)
def social_media_screening(subject: Subject) -> Iterator[Hit]:
    """Yield each search for candidates on social media that does not say why it is needed."""
    message = _("“{words}” looks into a private life: say why this work needs it, or leave it out.")
    for said in matched(subject, find_screened, WORK):
        of_candidate = about(said.text.pattern) == "procedure" or OF_CANDIDATE.search(said.sentence)
        silent = any(found.search(said.sentence) for found in (NO, NEEDED, OURS)) or gives_reason(said)
        if of_candidate and not silent:
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)


LONGEST, LONGEST_WITH_CONSENT = 31, 372
"""Days that papers may be kept: 4 weeks, which many call a month, and with consent a year."""
CONSENT = re.compile(r"toestemming|toestemt|akkoord|instem|goedvind|mee eens", re.I)
COUNTS = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "acht": 8, "negen": 9, "twaalf": 12}
UNITS = {"d": 1, "w": 7, "m": 31, "j": 372}
"""Days of a unit, by its first letter."""
TERM = re.compile(
    rf"\b(\d{{1,3}}|half|{'|'.join(COUNTS)}) (dag|dagen|week|weken|maand|maanden|jaar)\b(?! geleden)", re.I
)
find_terms = Finder(
    TERM,
    needs=("bewa|portefeuille|vernietig|verwijder|wissen|gewist|opgeslagen|slaan|systeem|bestand|achter de hand",),
)
KEPT = re.compile(
    r"\b(?:bewa\w+|portefeuille|vernietig\w*|verwijder\w*|wissen|gewist|opgeslagen"
    r"|slaan\b(?! \w+ niet\b)[^.?!]{0,80}?\bop"
    r"|in (?:ons|het) (?:systeem|bestand)|achter de hand)\b",
    re.I,
)
PAPERS = re.compile(
    r"gegevens|brie(?:f|ven)|\bcv|sollicitatie|papieren|reactie|stukken|kandida|sollicitant"
    r"|\b(?:(?:blijf|sta) je|je (?:blijft|staat))\b[^.,;?!]{0,60}?\b(?:ons bestand|portefeuille)\b",
    re.I,
)


@rule(
    "G14",
    "Gegevens van kandidaten te lang bewaard",
    Ernst.WAARSCHUWING,
    VACANCY,
    source="Autoriteit Persoonsgegevens, gegevens van sollicitanten: 4 weken, met toestemming 1 jaar (2026-11-22)",
    why=(
        "Brieven en cv's gaan uiterlijk 4 weken na de procedure weg. Met toestemming van de kandidaat mag het een jaar"
        " zijn. Een eigen protocol kan korter beloven: dan geldt dat."
    ),
    bad="selectie: {bewaartermijn: 3 maanden}",
    good="selectie: {bewaartermijn: 4 weken}",
)
def kept_too_long(subject: Subject) -> Iterator[Hit]:
    """Yield each term for papers of candidates that is longer than what is allowed, or than the own protocol."""
    term = subject.known("selectie.bewaartermijn")
    if isinstance(term, Duur):
        consent = bool(CONSENT.search(subject.known("selectie.toelichting") or ""))
        if message := too_long(subject, in_days(term), consent=consent):
            yield Hit("selectie.bewaartermijn", message)
    for said in matched(subject, find_terms, WORK):
        if KEPT.search(said.sentence) and PAPERS.search(said.sentence):
            count, unit = small(said.words).split()
            days = UNITS[unit[0]] // 2 if count == "half" else (COUNTS.get(count) or int(count)) * UNITS[unit[0]]
            if message := too_long(subject, days, consent=bool(CONSENT.search(said.text.value))):
                yield Hit(said.text.field, message, said.words, said.at)


def too_long(subject: Subject, days: int, *, consent: bool) -> str:
    """Return what is wrong with keeping papers for so many days, with what the own protocol promises, or nothing."""
    if days > LONGEST_WITH_CONSENT:
        return _("Papers of candidates may be kept for a year at most, and only with their consent.")
    if consent:
        return ""
    wrong = []
    if days > LONGEST:
        wrong.append(_("Papers of candidates are kept too long: 4 weeks at most, or with their consent a year."))
    own = subject.known("organisatie.protocol.bewaartermijn")
    if isinstance(own, Duur) and days > in_days(own):
        who = str(subject.known("organisatie.protocol.naam") or _("the protocol of the organisation"))
        promise = _("“{who}” promises to keep papers of candidates for {term} at most.")
        wrong.append(promise.format(who=who, term=notation_of(replace(own, woord=""))))
    return " ".join(wrong)


PROCEDURE_RULES: tuple[Rule, ...] = (unannounced_investigation, social_media_screening, kept_too_long)
