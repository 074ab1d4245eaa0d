"""Rules about gender: names of one, and pairs that leave people out. Preference for a group: see `groups`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.people.he import names_of, others, said_of_candidate
from vacaturegen.checks.people.rows import matched
from vacaturegen.checks.reading.said import WORK, Finder, listed
from vacaturegen.checks.rule import ALL, VACANCY, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _

GENDERS = re.compile(r"\b[mvx](?:/[mvx])+\b", re.I)
BOTH = re.compile(r"(?:man|vrouw|heer)\s?[(/]\s?-?(?:man|vrouw|heer)\b", re.I)
SOUGHT = re.compile(
    r"\b(?:(?:zoek|zoekt|zoeken)(?: (?:we|wij|jij|je))?(?: (?:per direct|nu|nog))?|op zoek naar|ben (?:je|jij)"
    r"|word (?:je|jij))"
    r" (?:een|de|die|onze)(?: [\w-]+en?){0,3} \Z",
    re.I,
)
"""What stands right before whom a vacancy seeks."""
AS = re.compile(r"\A\W*Als (?:(?!(?:de|onze|een|deze|je)\b)[\w-]+en? )?\Z", re.I)
READER_BEHIND = re.compile(r"(?: [\w-]+){1,7}? (?:je|jij)\b")
FORMER = re.compile(r"\b(?:begon\w*|gestart|startte|werkte|was|deed|ooit|vroeger|eerder)\b", re.I)
"""What stands around the reader who is called by a name: “Als secretaresse plan je”; not what somebody was once."""
FEMALE = re.compile(r"(?<=werk|leid)ster\Z", re.I)
"""The end of a name that one with -er can stand for, whatever is before it."""
WORDS = re.compile(r"[^\W\d_]+")
STEM = 3
"""So many letters two forms of one name begin with at least: gastheer and gastvrouw."""


@rule(
    "G08",
    "Functienaam die één geslacht noemt",
    Ernst.WAARSCHUWING,
    VACANCY,
    source="Taaladvies.net, functietitels in personeelsadvertenties (2026-11-22); Wgb artikel 3",
    why=(
        "Een naam als secretaresse of vakman noemt één geslacht, ook met v/m/x erachter. Een naam voor"
        " iedereen of beide"
        " vormen nodigt iedereen uit. De documenten zetten zelf v/m/x achter de titel, als die er niet staat."
    ),
    bad="titel: Secretaresse",
    good="titel: Secretarieel medewerker",
)
def gendered_title(subject: Subject) -> Iterator[Hit]:
    """Yield a title, or whom a sentence seeks, that names one gender without its other form or v/m/x beside it."""
    message = _("“{words}” names one gender; “{better}” is for everybody.")
    for said in listed(subject, "gelijkheid", "titel", leave=WORK):
        to_reader = said.text.is_heading or READER_BEHIND.match(said.after)
        called = AS.search(said.before) and to_reader and not FORMER.search(said.sentence)
        sought = said.text.field == "titel" or SOUGHT.search(said.before) or called
        around = said.sentence if said.text.field == "titel" else said.words + said.after
        if sought and not (GENDERS.search(around) or has_both(around, said.words)):
            better = as_begun(FEMALE.sub("er", said.words) if FEMALE.search(said.words) else said.better, said.words)
            told = message.format(words=said.words, better=better)
            yield Hit(said.text.field, told, said.words, said.at, better=better)


def has_both(title: str, name: str) -> bool:
    """Tell whether a title has another form of a name as well, as in gastvrouw of gastheer."""
    alike = [word for word in WORDS.findall(title.lower()) if word[:STEM] == name.lower()[:STEM]]
    return len(alike) > len(name.split()) or bool(BOTH.search(title))


CREW = r"(?:wacht|ploeg|[\w-]*team|balie|buitendienst|werf|brigade|kazerne|werkplaats|[\w-]*dienst)"
"""Where colleagues work together."""
PAIRS = (
    (re.compile(r"(?<![\w/])(?:m\s?/\s?v|v\s?/\s?m)(?!\s?/\s?\w|\w)", re.I), "m/|m /|v/|v /", "v/m/x"),
    (
        re.compile(r"\b(?:man|vrouw)(?: of |\s?/\s?)(?:vrouw|man)\b(?!\s?(?:/|of |-|verhouding|verdeling))", re.I),
        "man of|man/|man /|vrouw of|vrouw/|vrouw /",
        "persoon",
    ),
    (re.compile(r"\bjuiste man\b(?! of )", re.I), "juiste man", "juiste persoon"),
    (
        re.compile(r"\been (tweede|derde|vierde|vijfde) man\b(?! (?:of|op)\b|\s?/)", re.I),
        "tweede man|derde man|vierde man|vijfde man",
        r"een \1 collega",
    ),
    (
        re.compile(rf"\b(de|onze) (?:mannen|heren|meiden|dames) (van|in|op|bij) (de|het|onze|ons) ({CREW})\b", re.I),
        "mannen|heren|meiden|dames",
        r"\1 collega's \2 \3 \4",
    ),
    (re.compile(r"\b(?:hij\s?/\s?(?:zij|ze)|(?:zij|ze)\s?/\s?hij)\b(?!\s?/)", re.I), "hij/|hij /|/hij|/ hij", "die"),
    (re.compile(r"\b(?:hij (?:of|dan wel) (?:zij|ze)|(?:zij|ze) of hij)\b", re.I), "hij of|hij dan|of hij", "die"),
    (
        re.compile(r"\b(?:zijn\s?/\s?haar|haar\s?/\s?zijn|zijn of haar|haar of zijn)\b(?!\s?/)", re.I),
        "zijn/|zijn /|haar/|haar /|of haar|haar of",
        "diens",
    ),
    (
        re.compile(r"\b(?:hem\s?/\s?haar|haar\s?/\s?hem|hem of haar|haar of hem)\b(?!\s?/)", re.I),
        "hem/|hem /|haar/|haar /|of haar|haar of",
        "die persoon",
    ),
)
"""Two genders where there are more, each with what is in it, and with words for everybody."""
find_pairs = Finder(
    *((pattern, words) for pattern, words, _better in PAIRS),
    needs=("/| of |dan wel|juiste man|de man|heren|meiden|dames|mannen",),
)
CLIENTS = re.compile(
    r"\b(?:inwoner|cli[ëe]nt|burger|leerling|klant|kind|bewoner|pati[ëe]nt|slachtoffer|student|opdrachtgever|wethouder"
    r"|burgemeester|raadslid|bestuurder|directeur)\b",
    re.I,
)
"""Others than candidates of whom a sentence can say he or she: before it, or right behind it."""
BEHIND = 2
"""So many words behind a pair say whose it is, as in zijn/haar kind; the director to whom he/she reports does not."""


@rule(
    "G09",
    "Twee geslachten, of één, waar iedereen bedoeld is",
    Ernst.WAARSCHUWING,
    ALL,
    source="Taaladvies.net en Taalkompas genderbewust (communicatierijk.nl), 2026-11-22",
    why=(
        "M/v, hij/zij en de juiste man laten mensen weg. Gebruik v/m/x, die en diens, het meervoud, of spreek de lezer"
        " aan."
    ),
    bad="eisen: [een adviseur die vindt dat hij/zij veel kan leren]",
    good="eisen: [een adviseur die graag leert]",
)
def two_genders(subject: Subject) -> Iterator[Hit]:
    """Yield each pair of two genders, and he where the candidate is meant."""
    message = _("“{words}” leaves people out; “{better}” is for everybody.")
    names = names_of(subject)
    for said in matched(subject, find_pairs, WORK):
        if not others(CLIENTS, said.before + " ".join(said.after.split()[:BEHIND]), names):
            better = as_begun(for_everybody(said.words), said.words)
            yield Hit(
                said.text.field, message.format(words=said.words, better=better), said.words, said.at, better=better
            )
    for field, value, (at, word) in said_of_candidate(subject):
        if not any(at < end and begin <= at for begin, end in spans(value)):
            better = as_begun("die" if word.lower() in ("hij", "zij") else "diens", word)
            yield Hit(field, message.format(words=word, better=better), word, at, better=better)


def for_everybody(words: str) -> str:
    """Return what can stand for two genders, or for one, and be about anybody."""
    found = ((pattern.fullmatch(words), better) for pattern, _words, better in PAIRS)
    return next(match.expand(better) for match, better in found if match)


def spans(value: str) -> Iterator[tuple[int, int]]:
    """Yield where pairs of two genders begin and end in a text."""
    yield from ((at, at + len(words)) for at, words in find_pairs(value))


def as_begun(better: str, words: str) -> str:
    """Return better words with a capital where the words have one that it takes the place of."""
    return better[:1].upper() + better[1:] if words[:1].isupper() and words not in ABBREVIATED else better


ABBREVIATED = ("M/V", "V/M")


GENDER_RULES: tuple[Rule, ...] = (gendered_title, two_genders)
