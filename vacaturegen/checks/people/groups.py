"""Rules about groups of people: a preference for one, and words that speak to one most of all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.people.rows import matched
from vacaturegen.checks.reading.said import REASON, WORK, Finder, listed
from vacaturegen.checks.rule import VACANCY, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _

GROUP = (
    r"(?:vrouw|vrouwen|vrouwelijke?|man|mannen|mannelijke?|migratieachtergrond|biculture\w+|niet-westerse?|allochto\w+"
    r"|autochto\w+|culturele achtergrond|(?:buitenlandse|nederlandse|andere) (?:afkomst|herkomst|komaf)"
    r"|etnische \w+|50-plussers?|55-plussers?|lhbti\w*)"
)
GROUP_WORDS = "vrouw|man|achtergrond|bicultur|westers|allocht|autocht|afkomst|herkomst|komaf|etnisch|plus|lhbti"
"""One of these is in every name of such a group."""
NOT_ONE = r"(?! van\b|,? (?:of|en|én)\b|\s?/)"
"""What does not stand behind a group that is preferred: it is somebody of the practice, or one of both."""
COUNTED = r"(?:tweede|derde|vierde|vijfde)"
"""How one more of a crew is counted, whatever it is called."""
PREFERENCE = (
    re.compile(rf"\bvoorkeur\b[^.?!]{{0,80}}?\b{GROUP}\b", re.I),
    re.compile(rf"\b{GROUP}\b[^.?!]{{0,60}}?\b(?:voorkeur|voorrang)\b", re.I),
    re.compile(rf"\bvoorrang\b[^.?!]{{0,60}}?\b{GROUP}\b", re.I),
    re.compile(
        rf"\b(?:zoeken|zoekt|alleen|uitsluitend|enkel) (?:(?!{COUNTED}\b)\w+ ){{0,2}}?"
        rf"(?:(?:vrouw|vrouwen|man|mannen)\b{NOT_ONE}"
        r"|(?:vrouwelijke|mannelijke) (?:\w+ )?(?:collega\S*|kandida\w+|sollicitant\w*|professional|medewerkers?)\b)",
        re.I,
    ),
    re.compile(rf"\bhet liefst (?:een )?(?:\w+e )?{GROUP}\b{NOT_ONE}", re.I),
    re.compile(
        r"\b(?:zie|zien|ziet|zoekt|zoeken|willen|wil|hebben|heeft)(?: (?:we|wij|\w*team))?"
        r"(?: (?:ook|daarom|dan|nu|weer))? (?:graag|liefst) (?:(?:ook|weer|nog) )?(?:een |meer )?(?:\w+e )?"
        rf"(?:vrouw|vrouwen|man|mannen|vrouwelijke|mannelijke)\b{NOT_ONE}",
        re.I,
    ),
    re.compile(rf"\b{GROUP}\b[^.?!]{{0,60}}?\bstreepje voor\b", re.I),
    re.compile(
        r"\b(?:kiezen|benoemen|nemen) (?:we|wij) (?:\w+ ){0,2}?(?:vrouw|vrouwelijke|man|mannelijke)\b(?! van\b)", re.I
    ),
)
find_preference = Finder(
    *PREFERENCE,
    needs=("voorkeur|voorrang|zoek|alleen|uitsluitend|enkel|liefst|graag|streepje|kiezen|benoemen|nemen", GROUP_WORDS),
)
find_group = Finder(re.compile(rf"\b{GROUP}\b", re.I), needs=(GROUP_WORDS,))
GROUND = re.compile(
    r"ondervertegenwoordig|voorkeursbeleid|evenwicht|balans|diversiteit|streven|streefcijfer|quotum|verhouding"
    r"|(?:meer|weinig) (?:vrouwen|mannen)",
    re.I,
)
LIKED = re.compile(r"\b(?:liefst|graag)\b", re.I)
"""A weaker word for a preference: a reason that is no ground does not excuse it, but it is a warning."""
COMPOSED = re.compile(r"\A(?:alleen|uitsluitend|enkel)\b", re.I)
IS_COMPOSED = re.compile(
    r"\b(?:bestaat|bestaan|bestond|samengesteld|werken er|zitten er|zijn er)\b|\ber werken\b", re.I
)
"""How a sentence says who is in a team, not who is wanted."""
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
        told_who = COMPOSED.match(said.words) and IS_COMPOSED.search(said.sentence)
        liked, reason = LIKED.search(said.words), REASON.search(said.sentence)
        excused = told_who or GROUND.search(said.text.value) or NO_CANDIDATE.search(said.sentence)
        if not (excused or (reason and not liked)):
            ernst = Ernst.WAARSCHUWING if liked else None
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at, ernst=ernst)
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


GROUP_RULES: tuple[Rule, ...] = (group_preference, word_balance)
