"""Rules about gender: names of one, pairs that leave people out, preference for a group, and the balance of words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.people.he import names_of, others, said_of_candidate
from vacaturegen.checks.people.rows import matched
from vacaturegen.checks.reading.said import REASON, WORK, Finder, listed
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
        sought = said.text.field == "titel" or SOUGHT.search(said.before)
        around = said.sentence if said.text.field == "titel" else said.words + said.after
        if sought and not (GENDERS.search(around) or has_both(around, said.words)):
            better = as_begun(said.better, said.words)
            told = message.format(words=said.words, better=better)
            yield Hit(said.text.field, told, said.words, said.at, better=better)


def has_both(title: str, name: str) -> bool:
    """Tell whether a title has another form of a name as well, as in gastvrouw of gastheer."""
    alike = [word for word in WORDS.findall(title.lower()) if word[:STEM] == name.lower()[:STEM]]
    return len(alike) > len(name.split()) or bool(BOTH.search(title))


PAIRS = (
    (re.compile(r"(?<![\w/])(?:m\s?/\s?v|v\s?/\s?m)(?!\s?/\s?\w|\w)", re.I), "m/|m /|v/|v /", "v/m/x"),
    (
        re.compile(r"\b(?:man|vrouw)(?: of |\s?/\s?)(?:vrouw|man)\b(?!\s?(?:/|of |-|verhouding|verdeling))", re.I),
        "man of|man/|man /|vrouw of|vrouw/|vrouw /",
        "persoon",
    ),
    (re.compile(r"\bjuiste man\b(?! of )", re.I), "juiste man", "juiste persoon"),
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
find_pairs = Finder(*((pattern, words) for pattern, words, _better in PAIRS), needs=("/| of |dan wel|juiste man",))
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
            better = as_begun(
                next(better for pattern, _words, better in PAIRS if pattern.fullmatch(said.words)), said.words
            )
            yield Hit(
                said.text.field, message.format(words=said.words, better=better), said.words, said.at, better=better
            )
    for field, value, (at, word) in said_of_candidate(subject):
        if not any(at < end and begin <= at for begin, end in spans(value)):
            better = as_begun("die" if word.lower() == "hij" else "diens", word)
            yield Hit(field, message.format(words=word, better=better), word, at, better=better)


def spans(value: str) -> Iterator[tuple[int, int]]:
    """Yield where pairs of two genders begin and end in a text."""
    yield from ((at, at + len(words)) for at, words in find_pairs(value))


def as_begun(better: str, words: str) -> str:
    """Return better words with a capital where the words have one that it takes the place of."""
    return better[:1].upper() + better[1:] if words[:1].isupper() and words not in ABBREVIATED else better


ABBREVIATED = ("M/V", "V/M")
GROUP = (
    r"(?:vrouw|vrouwen|vrouwelijke?|man|mannen|mannelijke?|migratieachtergrond|biculture\w+|niet-westerse?|allochto\w+"
    r"|autochto\w+|culturele achtergrond|(?:buitenlandse|nederlandse|andere) (?:afkomst|herkomst|komaf)"
    r"|etnische \w+|50-plussers?|55-plussers?|lhbti\w*)"
)
GROUP_WORDS = "vrouw|man|achtergrond|bicultur|westers|allocht|autocht|afkomst|herkomst|komaf|etnisch|plus|lhbti"
"""One of these is in every name of such a group."""
PREFERENCE = (
    re.compile(rf"\bvoorkeur\b[^.?!]{{0,80}}?\b{GROUP}\b", re.I),
    re.compile(rf"\b{GROUP}\b[^.?!]{{0,60}}?\b(?:voorkeur|voorrang)\b", re.I),
    re.compile(rf"\bvoorrang\b[^.?!]{{0,60}}?\b{GROUP}\b", re.I),
    re.compile(
        r"\b(?:zoeken|zoekt|alleen|uitsluitend|enkel) (?:\w+ ){0,2}?(?:(?:vrouw|vrouwen|man|mannen)\b(?! van\b)"
        r"|(?:vrouwelijke|mannelijke) (?:\w+ )?(?:collega\S*|kandida\w+|sollicitant\w*|professional|medewerkers?)\b)",
        re.I,
    ),
    re.compile(rf"\bhet liefst (?:een )?(?:\w+e )?{GROUP}\b(?! van\b)", re.I),
    re.compile(rf"\b{GROUP}\b[^.?!]{{0,60}}?\bstreepje voor\b", re.I),
    re.compile(
        r"\b(?:kiezen|benoemen|nemen) (?:we|wij) (?:\w+ ){0,2}?(?:vrouw|vrouwelijke|man|mannelijke)\b(?! van\b)", re.I
    ),
)
find_preference = Finder(
    *PREFERENCE,
    needs=("voorkeur|voorrang|zoek|alleen|uitsluitend|enkel|liefst|streepje|kiezen|benoemen|nemen", GROUP_WORDS),
)
find_group = Finder(re.compile(rf"\b{GROUP}\b", re.I), needs=(GROUP_WORDS,))
GROUND = re.compile(
    r"ondervertegenwoordig|voorkeursbeleid|evenwicht|balans|diversiteit|streven|streefcijfer|quotum|verhouding"
    r"|(?:meer|weinig) (?:vrouwen|mannen)",
    re.I,
)
NO_CANDIDATE = re.compile(
    r"\b(?:spreekuur|opvang|ervaring|kennis|affiniteit|diploma|inwoner\w*|cli[ëe]nt\w*|slachtoffer\w*"
    r"|geen voorkeur|ongeacht)\b",
    re.I,
)


@rule(
    "G10",
    "Voorkeur voor een groep, zonder de grond",
    Ernst.FOUT,
    VACANCY,
    source=(
        "Oordeel van de Commissie gelijke behandeling (1996) over een voorkeur zonder grond; AWGB artikel 2,"
        " Wgb artikel 5"
    ),
    why=(
        "Een voorkeur voor een groep mag alleen als die groep achterstand heeft, en de grond moet erbij staan. Voorrang"
        " voor eigen medewerkers is geen voorkeur voor een groep. Voor mensen met een arbeidsbeperking mag een voorkeur"
        " wel."
    ),
    bad="selectie:\n  toelichting: Bij gelijke geschiktheid gaat onze voorkeur uit naar een vrouw.",
    good=(
        "selectie:\n  toelichting: >-\n    Vrouwen zijn ondervertegenwoordigd in dit team. Daarom gaat onze"
        " voorkeur bij"
        " gelijke geschiktheid uit naar een\n    vrouw."
    ),
)
def group_preference(subject: Subject) -> Iterator[Hit]:
    """Yield each preference for a group in a text that does not give its ground."""
    message = _("“{words}” prefers a group: add the ground, such as that it is underrepresented, or leave it out.")
    for said in matched(subject, find_preference, ("werk",)):
        if not (GROUND.search(said.text.value) or REASON.search(said.sentence) or NO_CANDIDATE.search(said.sentence)):
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)
    for text in subject.texts:
        if text.field.startswith("voorrang") and not GROUND.search(text.value):
            for at, words in find_group(text.value):
                yield Hit(text.field, message.format(words=words), words, at)


ENOUGH_WORDS, ONE_SIDED = 6, 4
"""So many words at least, and of one side so many times the other, before there is a balance to speak of."""


@rule(
    "G16",
    "Vooral woorden die één geslacht aanspreken",
    Ernst.INFORMATIE,
    VACANCY,
    source=(
        "Onderzoek van de Karel de Grote Hogeschool en de Universiteit Antwerpen (2014), volgens nrc.nl"
        " 25-9-2019; eigen lijst"
    ),
    why=(
        "Een tekst met vooral harde of vooral zachte woorden trekt minder verschillende mensen. Dit is een"
        " globale telling."
    ),
    bad="eisen: [gedreven, doelgericht, competitief, analytisch, daadkrachtig, ambitieus]",
    good="eisen: [gedreven, doelgericht, zorgvuldig, betrokken]",
    off=True,
)
def word_balance(subject: Subject) -> Iterator[Hit]:
    """Yield the first of the words that speak to one gender, when nearly all of them do."""
    sides = {side: list(listed(subject, "balans", side, leave=WORK)) for side in ("mannelijk", "vrouwelijk")}
    few, many = sorted(sides.values(), key=len)
    if len(many) >= ENOUGH_WORDS and len(many) >= ONE_SIDED * len(few):
        first = many[0]
        words = ", ".join(dict.fromkeys(said.words for said in many))
        message = _("Nearly all words of this kind speak to one gender ({words}): use others beside them.")
        yield Hit(first.text.field, message.format(words=words), first.words, first.at)


GENDER_RULES: tuple[Rule, ...] = (gendered_title, two_genders, group_preference, word_balance)
