"""The rule about limits to age. Words for young people: see `young`; years of experience: see `experience`.

The ages of inhabitants, of buildings and of files are the subject of the work: they are no demands. A rule speaks when
the candidate is meant, and is silent when that is not clear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.people.rows import matched
from vacaturegen.checks.people.unsaid_age import unsaid_ages
from vacaturegen.checks.reading.said import REASON, WORK, Finder, Said, listed
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject, about
from vacaturegen.i18n import _

SOURCE = (
    "Wet gelijke behandeling op grond van leeftijd bij de arbeid, artikel 9; gids Werving en selectie van het College"
    " voor de Rechten van de Mens (wervingenselectiegids.nl, 2026-11-22)"
)
AGE = (
    r"(?:1[4-9]|[2-6]\d|7[0-5]|(?:veer|vijf|zes|zeven|acht|negen)tien"
    r"|[a-zë]{0,12}(?:twintig|dertig|veertig|vijftig|zestig|zeventig))"
)
"""A number that can be the age of who works, in digits or in words."""
COMPARED = r"(?:niet )?(?:ouder|jonger) (?:(?:te )?zijn )?dan|onder de|boven de"
DIGITS = "0|1|2|3|4|5|6|7|8|9"
YEARS_AFTER = "[ -]jaar(?:(?<=[1-7][0-9].jaar)|(?<=tig.jaar)|(?<=tien.jaar))"
"""How a number in years can end."""
BOUND = (
    rf"(?:maximaal|max\.?|hoogstens|hooguit|ten hoogste|minimaal|min\.?|minstens|ten ?minste|vanaf|tot(?: en met)?"
    rf"|rond de|{COMPARED})"
)
AGES = (
    (re.compile(rf"\btussen (?:de )?{AGE}(?: jaar)? en (?:de )?{AGE}(?:[ -]jaar)?(?: oud)?\b", re.I), "tussen"),
    (
        re.compile(rf"\b(?:van )?{AGE}(?: jaar)?(?: tot(?: en met)? | t/m | ?[-–] ?){AGE}[ -]jaar(?: oud)?\b", re.I),
        YEARS_AFTER,
    ),
    (re.compile(rf"\b{BOUND} (?:de )?{AGE}[ -]jaar(?: oud| of ouder| of jonger)?\b", re.I), YEARS_AFTER),
    (re.compile(rf"\b(?:{COMPARED}) (?:de )?{AGE}\b(?![.,]\d)", re.I), "ouder|jonger|onder de|boven de"),
    (re.compile(rf"\b{AGE} jaar (?:oud|of ouder|of jonger|en ouder|en jonger)\b", re.I), "jaar o|jaar en"),
    (re.compile(rf"\b{AGE}(?:-minner|-plusser|-plus)s?\b", re.I), "-minner|-plus"),
    (re.compile(r"\b(?:twintig|dertig|veertig|vijftig|zestig)ers?\b", re.I), "igers|iger"),
    (
        re.compile(
            r"\b(?:(?:minimum|maximum)leeftijd(?: (?:voor|van) (?:deze|de|het) \w+)?|leeftijd)(?: is|:| van)?"
            rf"(?: {BOUND}(?: de)?)? {AGE}(?: ?[-–] ?{AGE}| tot {AGE})?(?: jaar)?\b",
            re.I,
        ),
        "leeftijd",
    ),
)
"""Ways to name an age, each with words of which it has one."""
find_ages = Finder(
    *AGES, needs=("jaar|leeftijd|ouder|jonger|minner|plus|tussen|onder de|boven de|iger", f"{DIGITS}|tig|tien")
)
NOT_A_PERSON = re.compile(
    r"\b(?:jongeren\w*|jeugd\w*|kind\w*|inwoner\w*|cli[ëe]nt\w*|ouder(?:en|e)|leerling\w*|student\w*|scholier\w*"
    r"|bewoner\w*|pati[ëe]nt\w*|statushouder\w*|doelgroep\w*|klant\w*|deelnemer\w*|burger\w*|gezin\w*|peuter\w*"
    r"|mensen|vrouwen|mannen|volwassenen|meisjes|jongens|vergunning\w*|gebouw\w*|woning\w*|pand\w*|dossier\w*"
    r"|archie\w*|bo(?:om|men)|auto\w*|voertuig\w*|document\w*|diploma\w*|referentie\w*|contract\w*|looptijd|periode"
    r"|termijn|garantie|erfpacht|levensduur|besta\w*|dienst\w*|\w*ervaring\w*|geleden|afgelopen|laatste|bewa\w+"
    r"|certifica\w*|riool|riolering|leiding\w*|brug\w*|tarief|korting|regeling|uitkering)\b",
    re.I,
)
"""Who or what else can have an age, and what else lasts for years."""
IS_CANDIDATE = re.compile(
    r"\b(?:bent|ben je|ben jij|(?:zoeken|zoekt) (?:is|zijn)|(?:kandidaat|kandidaten|professional"
    r"|sollicitant|collega|iemand) (?:is|zijn|van|tussen)"
    r"|(?:kandidaat|kandidaten|professional|sollicitant|collega|iemand|talent|talenten|trainee|trainees)|leeftijd)"
    r"(?:\s+[\w-]+){0,4}?\s*$",
    re.I,
)
"""What stands right before the age of a candidate."""
CANDIDATE = re.compile(r"\b(?:je|jij|kandida(?:at|ten)|sollicitant\w*|professional|zoeken|zoekt|iemand)\b", re.I)
NAMED = re.compile(r"(?:minimum|maximum)?leeftijd", re.I)
AVERAGE = re.compile(r"\bgemiddelde leeftijd\b", re.I)
"""An age that a team has by chance; G02 tells of it."""
OLD = re.compile(r"\bjaar oud\b|\b(?:ouder|jonger)\b|\bjaar (?:of|en) |-(?:plus|minner)", re.I)
"""An age that says itself that it is one."""
EXPERIENCE_AFTER = re.compile(r"^(?:\s+[\w-]+){0,4}?\s+\(?\w*ervaring", re.I)
YEARS = re.compile(r"jaar|leeftijd|minner|plus|(?:ouder|jonger) dan", re.I)
COUNTED = re.compile(
    r"\s*(?:uur|dag|dagen|week|weken|maanden|%|procent|km|kilometer|euro|collega|leden|personen|[a-z]+en\b)"
)
"""What a number counts that is no age, though it has no unit of its own."""
LAW = re.compile(
    r"\b(?:\w*wet|wettelijk\w*|atw|\w*verordening|cao|rijbewijs|\w*vergunning|\w*besluit|artikel|richtlijn|voorschrif\w+"
    r"|voorgeschreven|voorschrijft|verplicht\w*)\b",
    re.I,
)
"""How a reason for an age names a law."""
ITEM_WORDS = 3
"""So many words stand at most before an age that is a demand by itself: "een leeftijd van"."""


@rule(
    "G01",
    "Leeftijdsgrens, of loon naar leeftijd",
    Ernst.FOUT,
    ALL,
    source=SOURCE,
    why=(
        "Een grens aan de leeftijd sluit mensen uit. Dat mag alleen met een reden die de wet toestaat, en"
        " die reden staat"
        " dan in de tekst. Leeftijden van inwoners, gebouwen en stukken gaan over het werk: daar zwijgt deze regel."
    ),
    bad="eisen: [maximaal 35 jaar]",
    good="eisen: [ervaring in het werken met jongeren van 0 tot 18 jaar]",
)
def age_limits(subject: Subject) -> Iterator[Hit]:
    """Yield each age that a candidate must or must not have, and pay by age, unless the sentence says why."""
    for said in matched(subject, find_ages, WORK):
        reason = REASON.search(said.sentence)
        if is_demand(said) and not (reason and LAW.search(said.sentence)):
            message, ernst = (
                _("“{words}” is a limit to age: leave it out, or say which ground the law gives for it."),
                None,
            )
            if reason:
                message = _("“{words}” is a limit to age, and its reason names no law: say which law sets it.")
                ernst = Ernst.WAARSCHUWING
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at, ernst=ernst)
    for said in unsaid_ages(subject):
        message = _("“{words}” asks for people of an age: say what the work asks instead.")
        yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)
    for said in listed(subject, "leeftijd", "loon", leave=WORK):
        of_pay = said.text.field.startswith("salaris") or PAY.search(said.sentence)
        if of_pay and not (OTHER_PAY.search(said.sentence) or REASON.search(said.sentence)):
            message = _("“{words}” makes pay depend on age: let it follow from the work and from experience.")
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)


PAY = re.compile(r"salar|inschal|inschaling|\bloon\b|\bschaal\b|belon|verdien", re.I)
OTHER_PAY = re.compile(r"verlof|vakantie|uitkering|pensioen|jeugd|minimumloon|inwoner|cli[ëe]nt", re.I)
"""What may depend on age by law or by a cao, and pay that is not the candidate's."""


def is_demand(said: Said) -> bool:
    """Tell whether an age is one that the candidate must have or be near."""
    demanded = about(said.text.pattern) == "eis"
    if AVERAGE.search(said.clause + said.words):
        return False
    if EXPERIENCE_AFTER.search(said.after) or NOT_A_PERSON.search(said.clause) or not_a_person_after(said):
        return False
    if NAMED.match(said.words):
        return True
    if IS_CANDIDATE.search(said.clause):
        return bool(YEARS.search(said.words)) or not COUNTED.match(said.after)
    if OLD.search(said.words) and CANDIDATE.search(said.clause):
        return True
    return demanded and bool(YEARS.search(said.words)) and len(said.before.split()) <= ITEM_WORDS


def not_a_person_after(said: Said) -> bool:
    """Tell whether the words right behind an age say that it is not the candidate's."""
    return bool(NOT_A_PERSON.search(" ".join(said.after.split()[:4])))


AGE_RULES: tuple[Rule, ...] = (age_limits,)
