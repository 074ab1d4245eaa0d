"""What texts say of the days of a procedure: which event a day in a sentence is of, by the words around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from vacaturegen.checks.reading.readers import reader
from vacaturegen.checks.reading.sentences import sentences_of
from vacaturegen.checks.reading.written import Day, days_in

WORK = "opdracht|werkzaamheden|dienstverband|inzet|contract|inhuur|overeenkomst|aanstelling"
EVENTS = {
    "other": r"intern\w*|verleng\w*|(?:tweede|2e|volgende?|laatste|derde) (?:\w*gesprek\w*|ronde)|\w*vervolggesprek\w*"
    r"|arbeidsvoorwaardengesprek\w*|(?:ook|dan|eventueel|mogelijk|desgewenst) op|reserve\w*|uitwijk\w*|alternatie\w*"
    rf"|(?:huidige|lopende|vorige|bestaande) (?:{WORK})"
    r"|opschortende|standstill\w*|bezwaar\w*|kennismak\w*|\w*bijeenkomst\w*"
    r"|open dag|proeftijd"
    r"|concept\w*|status|cao\b|schouw|assessment\w*|gestand\w*|geldig\w*|\w*register\w*"
    r"|kamer van koophandel"
    r"|(?:we|wij|broker|opdrachtgever|gemeente|provincie) (?:zal |zullen )?reage\w*|krijg\w*|ontvangt? (?:je"
    r"|u)\b|vakantie\w*",
    "briefselectie": r"briefselectie|brieven",
    "antwoorden": r"(?:be)?antwoord(?:en|t|ing|d)?|nota van inlichtingen",
    "vragen": r"vragen (?:stel\w*|kun\w*|kan|indienen|worden|uiterlijk|tot)|vragenronde"
    r"|(?:stel\w*|indienen van|dien\w*) (?:\w+ ){0,4}vragen",
    "uitnodiging": r"uitnodig\w*|uitgenodigd\w*|bericht\w*|hoor je|hoort u|laten (?:we|wij) (?:je )?weten",
    "gesprekken": r"\w*gesprek(?:ken|s\w*)?\b|interviews?|gespreksronde",
    "gunning": r"gunning(?!scri)\w*|gegund|benoeming\w*",
    "einde": rf"(?:{WORK}) (?:\w+ )?(?:loopt|eindigt|stopt)|einddatum\b(?! van)"
    rf"|(?:einddatum|einde) van (?:de |het )?(?:{WORK})\b",
    "start": r"(?:opdracht|werkzaamheden|dienstverband|inzet|functie|baan|contract|inhuur) (?:start|begint|gaat in)"
    r"|(?:start|begin|ingangs|aanvangs)datum|(?:start|begin|aanvang) (?:van )?(?:de |het )?(?:opdracht|werkzaamheden"
    r"|dienstverband|inzet|contract)|je (?:start|begint)|aan de slag|in dienst tred\w*|treed\w* in dienst",
    "sluiting": r"reage(?:er|ren)\w*|reactietermijn\w*|(?:je|jouw|uw) reactie|sollicit\w+|sluitingsdatum"
    r"|sluitdatum|inschrijf\w+"
    r"|(?:stuur|stuurt|mail|mailt)(?: (?:dan|ons|je|jouw|uw|een|korte)){0,4} (?:brief|cv)\b(?=[^.;]{0,40} "
    r"(?:voor|vóór|uiterlijk|uiterlijk op|tot|tot en met|t/m) \Z)"
    r"|inschrijven|inschrijvings?\w*|vacature (?:sluit|staat open)|offertes?|motivatie(?:brief)?",
}
"""The events of a procedure by the words that speak of them; a word that several could be of is of the first."""
EVENT = re.compile("(?i)" + "|".join(rf"(?P<{name}>\b(?:{words}))" for name, words in EVENTS.items()))
ELSEWHERE = re.compile(r"(?i)\b(?:verhinderd|niet kunt|niet kan|niet kunnen|reserve\w*|uitwijk\w*|alternatie\w*)\b")
"""Words of a sentence about who cannot come on the day itself: all days in it can be other ones."""
OTHERS = re.compile(
    r"(?i)\b(?:bewoners\w*|bewoner|inwoners?|omwonenden?|buurt\w*|(?:gemeente|wijk|dorps)?raad|raadsleden|statenleden|aannemers?|leveranciers?"
    r"|ouders?|leerlingen|huishoudens?|ondernemers?|eigena(?:ar|ren)|huurders?|belanghebbenden?|ter inzage|ontwerp\w*"
    r"|\w*kavels?|\w*verordening\w*|\w*subsidies?|\w*vergunning\w*|vog|opzegtermijn|afgegeven|offertes? op)\b"
)
"""Words of a sentence about what others hand in, ask or decide: its days are of the work, not of this procedure."""
LATE = re.compile(r"(?i)\b(?:niet (?:meer|in behandeling|meegenomen)|buiten behandeling|te laat|terzijde)\b")
"""Words of a sentence that tells what comes of a letter that is too late."""
LETTERS = ("sluiting", "briefselectie")
AFTER = re.compile(r"(?i)\bna \Z")
SKIPS = re.compile(r"(?i)\b(?:vanaf|na|sinds|van|ingaande|tussen|per) (?:\w+dag )?\Z")
"""Words before a day that is not the last one to react, but the first."""
JUST = re.compile(r"(?i)\b(?:tot en met|t/m|tot uiterlijk|uiterlijk op|uiterlijk|vóór|voor|tot|op) \Z")


NEAR = 40
"""How many characters before a day are looked at for such a word."""


class Told(NamedTuple):
    """A day that a text tells of an event, with its place in the text and the word before it: tot, vóór, uiterlijk."""

    event: str
    day: Day
    start: int
    words: str
    bound: str


@reader
def told_in(value: str) -> tuple[Told, ...]:
    """Return the days that a text tells of events; a day of which that is not certain is left out."""
    if not days_in(value):
        return ()
    found: list[Told] = []
    for start, sentence in sentences_of(value):
        days = days_in(sentence)
        edges = [0, *(day.end for day in days)]
        for index, day in enumerate(days):
            before = sentence[edges[index] : day.start]
            after = sentence[day.end : days[index + 1].start if index + 1 < len(days) else len(sentence)]
            near = sentence[max(0, day.start - NEAR) : day.start]
            event = event_of(before) or ("" if index + 1 < len(days) else event_of(after))
            if event in LETTERS and AFTER.search(near) and LATE.search(sentence):
                event = "sluiting"
            elif event != "start" and SKIPS.search(near):
                continue
            if event in ("", "other") or OTHERS.search(sentence):
                continue
            if event == "gesprekken" and ELSEWHERE.search(sentence):
                continue
            just = JUST.search(near)
            word = just[0].split()[0].lower() if just else ""
            if just and just[0].lower().startswith(("tot en met", "tot uiterlijk")):
                word = "tot en met"
            words = sentence[day.start : day.end]
            found.append(Told(event, day, start + day.start, words, word))
    return tuple(found)


def event_of(words: str) -> str:
    """Return the event that words are about: the only one, or "" for none and "other" for several."""
    names = {found.lastgroup for found in EVENT.finditer(words)}
    for wide, narrow in (("vragen", "antwoorden"), ("gesprekken", "uitnodiging"), ("sluiting", "gesprekken")):
        if {wide, narrow} <= names and wide != "sluiting":
            names.discard(wide)
    if not names:
        return ""
    return str(names.pop()) if len(names) == 1 else "other"
