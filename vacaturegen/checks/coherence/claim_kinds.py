"""Kinds of sentences that claim a number or a word about one fact of the work, and how what they say is read.

Each row of CLAIMS is a kind of sentence that can be about one fact only; days are in `told_days`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from vacaturegen.checks.reading.patterns import small, word_set
from vacaturegen.checks.reading.written import NUMBERS, number_of
from vacaturegen.lengths import in_months, is_exact
from vacaturegen.notation import Bereik, Duur, Eenheid

NUMBER = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
EURO = r"(?:€|eur|euro)?[ \u00a0]?(\d{1,3}(?:[.,]\d{2})?)(?:,-+)?(?![\d%]|[.,]\d)"
UNITS = {"jaar": Eenheid.JAAR, "jaren": Eenheid.JAAR, "maand": Eenheid.MAAND, "maanden": Eenheid.MAAND}


class Claim(NamedTuple):
    """A kind of sentence about one fact: the field, how to know it, what makes it another, and when it agrees.

    Every such sentence has a word of each group of `words`, in small letters: looking for these first takes no time.
    """

    field: str
    words: tuple[frozenset[str], ...]
    pattern: re.Pattern[str]
    unless: re.Pattern[str]
    agrees: Callable[[Any, re.Match[str]], bool]
    kinds: tuple[str, ...] = ("aanvraag", "vacature", "advertentie")
    needs: str = ""
    """What the value of another field has to be for it: path=value."""


def same_hours(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether hours are those of a range, or one number within it."""
    if not isinstance(fact, Bereik):
        return True
    low, high = (Decimal(found[1].replace(",", ".")), Decimal((found[2] or found[1]).replace(",", ".")))
    if found[2]:
        return (fact.van, fact.tot) == (low, high) or None in (fact.van, fact.tot)
    return (fact.van is None or fact.van <= low) and (fact.tot is None or high <= fact.tot)


def same_length(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether a length is the one of a field, with years counted as months."""
    if not isinstance(fact, Duur) or not is_exact(fact):
        return True
    mine = in_months(fact)
    return mine.eenheid is not Eenheid.MAAND or mine == Duur(months_of(found), Eenheid.MAAND)


def months_of(found: re.Match[str]) -> int:
    """Return how many months a length has that a text tells, as "half jaar" or "2 jaar"."""
    if small(found[1]).startswith("half"):
        return 6
    return in_months(Duur(number_of(found[1]), UNITS[small(found[2])])).aantal


def same_amount(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether an amount is the one of a field."""
    return not isinstance(fact, Decimal) or Decimal(found[1].replace(",", ".")) == fact


def same_number(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether a number, in digits or as a word, is the one of a field."""
    return not isinstance(fact, int | Decimal) or Decimal(number_of(found[1])) == fact


def same_word(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether a word is the one of a field."""
    return not isinstance(fact, str) or small(found[1])[:4] == fact.lower()[:4]


def not_for_ever(fact: Any, _found: re.Match[str]) -> bool:
    """Tell whether a contract can be one with an end."""
    return not isinstance(fact, str) or not fact.lower().startswith("vast")


def for_ever(fact: Any, _found: re.Match[str]) -> bool:
    """Tell whether a contract can be one without an end."""
    return not isinstance(fact, str) or not fact.lower().startswith("tijdelijk")


def same_scale(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether a scale is one of those of a field."""
    return not isinstance(fact, str) or small(found[1]) in re.findall(r"\w+", fact.lower())


def _claim(
    field: str, words: str, pattern: str, unless: str, agrees: Callable[[Any, re.Match[str]], bool], **more: Any
) -> Claim:
    of_words = tuple(map(word_set, words.split(" + ")))
    return Claim(field, of_words, re.compile(f"(?i){pattern}"), re.compile(f"(?i){unless}"), agrees, **more)


OF_LENGTH = (
    r"(?:initieel |in eerste instantie |vooralsnog |ongeveer |circa |de periode van )?"
    rf"({NUMBER}|half) (jaar|maand|maanden)\b"
)
NO_LENGTH = (
    r"verleng|optie|ervaring|proeftijd|opzeg|minimaal|maximaal|minstens|hoogstens|na afloop|eerste|of langer|tot"
)
OTHER_HOURS = (
    r"waarvan|collega|team van|kantoor|locatie|thuis|reis|overleg|spreekuur|studie|daarnaast|extra|voltijd"
    r"|full|norm|basis|cao"
    r"|salaris|bruto|of \d|per persoon|€|minimaal|maximaal|later|uitbreid"
)
CLAIMS = (
    _claim(
        "inzet.uren_per_week",
        "week + uur",
        r"(?:(?:functie|baan|vacature|opdracht|dienstverband|aanvraag|inzet|contract"
        r"|omvang)\b[^.€]{0,40}?\b(?:voor|van|is|bedraagt|:) ?"
        r"|\Avoor )(?:gemiddeld |circa |ongeveer )?(\d{1,2}(?:,\d)?)(?: ?(?:-|–|tot|à|a|t/m"
        r"|tot en met) ?(\d{1,2}(?:,\d)?))? uur"
        r" (?:per|in de) week",
        OTHER_HOURS,
        same_hours,
    ),
    _claim(
        "inzet.uren_per_week",
        "week + uur",
        r"\b(?:(?:je|u|jij) (?:werkt|gaat)|(?:ga|werk) (?:je|jij)|gaat u|werkweek van|dienstverband van)"
        r" (?:voor )?(?:gemiddeld |circa |ongeveer )?(\d{1,2}(?:,\d)?)(?: ?(?:-|–|tot|à|a|t/m|tot en met)"
        r" ?(\d{1,2}(?:,\d)?))? uur (?:per|in de) week(?= ?(?:[.,;!)]|\Z|en\b|verdeeld|werken(?! aan\b)|aan de slag))",
        rf"{OTHER_HOURS}|zomer|winter|seizoen|piek|soms|begin|eerste",
        same_hours,
    ),
    _claim(
        "inzet.duur",
        "jaar maand maanden + opdracht inhuur inzet overeenkomst contract looptijd duur",
        rf"(?:(?:opdracht|inhuur|inzet|overeenkomst|contract) (?:duurt|loopt|geldt|heeft een (?:duur"
        rf"|looptijd) van|is voor|wordt"
        rf" gegund voor|voor)|(?:voor de duur|looptijd|duur) (?:van|is|bedraagt)(?: de opdracht)?) {OF_LENGTH}",
        NO_LENGTH,
        same_length,
        kinds=("aanvraag",),
    ),
    _claim(
        "contract.duur",
        "jaar maand maanden + contract arbeidscontract jaarcontract dienstverband arbeidsovereenkomst aanstelling",
        rf"(?:contract|dienstverband|arbeidsovereenkomst|aanstelling) (?:voor|van|voor de duur van|duurt) {OF_LENGTH}",
        NO_LENGTH,
        same_length,
        kinds=("vacature", "advertentie"),
    ),
    _claim(
        "contract.soort",
        "vast vaste tijdelijk tijdelijke + contract dienstverband aanstelling arbeidsovereenkomst baan",
        r"(?:krijgt|krijg je|bieden|biedt|ontvangt|start met|begint met|gaat om) (?:je |we |wij )?(?:direct "
        r"|meteen )?(?:een )?"
        r"(vast|vaste|tijdelijk|tijdelijke) (?:contract|dienstverband|aanstelling|arbeidsovereenkomst|baan)\b",
        r"uitzicht|zicht op|kans|mogelijk|daarna|later|eerst|\bna\b|\bof\b|wordt",
        same_word,
        kinds=("vacature", "advertentie"),
    ),
    _claim(
        "contract.soort",
        "jaar maand maanden + contract arbeidscontract jaarcontract dienstverband arbeidsovereenkomst aanstelling",
        r"\b(?:(?:in eerste instantie|aanvankelijk|vooralsnog|start|begint|krijgt|krijg je|bieden|biedt|betreft"
        r"|gaat om) (?:\w+ ){0,4})(?:contract|dienstverband|arbeidsovereenkomst|aanstelling)"
        rf" (?:voor|van|voor de duur van) ({NUMBER}|half) (?:jaar|maanden?)\b",
        r"verleng|optie|ervaring|proeftijd|opzeg|collega|minstens|minimaal|stage|traineeship",
        not_for_ever,
        kinds=("vacature", "advertentie"),
    ),
    _claim(
        "contract.soort",
        "onbepaalde + functie baan contract dienstverband aanstelling arbeidsovereenkomst",
        r"\b(?:(?:functie|baan|contract|dienstverband|aanstelling|arbeidsovereenkomst) (?:is|geldt|loopt)"
        r"|(?:krijgt|krijg je|bieden|biedt|ontvangt) (?:je |we |wij )?(?:direct |meteen )?(?:een )?(?:contract"
        r"|dienstverband|aanstelling|arbeidsovereenkomst)) voor onbepaalde tijd\b",
        r"zicht op|stre(?:ef|ven)|doel|perspectief|intentie|kans|mogelijk|kan\b|kunnen"
        r"|daarna|later|eerst|\bna\b|\bof\b|word|volgt|als|bij goed|omgezet"
        r"|omzet|verleng|binnen|collega|geen|niet",
        for_ever,
        kinds=("vacature", "advertentie"),
    ),
    _claim(
        "aanvraag.tarief.maximum",
        "maximaal maximum max hoogstens hoogste hoger plafond + tarief uurtarief",
        r"tarief\b[^.€\d]{0,50}?\b(?:maximaal|maximum|max\.?|hoogstens|ten hoogste|niet hoger dan|plafond)\b"
        rf"(?: van| is| bedraagt)? ?{EURO}",
        r"toeslag|kilometer|reis|fee|minimaal|per dag|per maand|per week|dagtarief|€ ?\d[^€]*€",
        same_amount,
        kinds=("aanvraag",),
        needs="aanvraag.tarief.per=uur",
    ),
    _claim(
        "aanvraag.tarief.maximum",
        "maximale maximum max hoogste maximumtarief maximumuurtarief + tarief uurtarief maximumtarief maximumuurtarief",
        r"\b(?:maximale|maximum|max\.?|hoogste) ?(?:all-in )?(?:uur)?tarief\b(?: per uur| voor deze opdracht)?"
        rf"(?: is| bedraagt| van|:)? ?(?:maximaal )?{EURO}",
        r"toeslag|kilometer|reiskosten van|per dag|per maand|per week|dagtarief|€ ?\d[^€]*€",
        same_amount,
        kinds=("aanvraag",),
        needs="aanvraag.tarief.per=uur",
    ),
    _claim(
        "aanvraag.tarief.btw",
        "btw + tarief uurtarief maximumtarief",
        r"(?:uur)?tarief\b[^.]{0,60}?\b(inclusief|exclusief|incl\.|excl\.) btw",
        r"inclusief.*exclusief|exclusief.*inclusief|fee",
        same_word,
        kinds=("aanvraag",),
    ),
    _claim(
        "aanvraag.fee_per_uur",
        "fee",
        rf"\bfee\b[^.€\d]{{0,60}}{EURO}(?= ?(?:,|excl\w*\.?|incl\w*\.?|btw| )*per (?:gewerkt |gefactureerd )?uur)",
        r"toeslag|reis|tarief",
        same_amount,
        kinds=("aanvraag",),
    ),
    _claim(
        "aanvraag.cv.max_paginas",
        "cv cv's cv’s + maximaal hoogstens hoogste max",
        rf"\bcv\b[^.]{{0,40}}?\b(?:maximaal|hoogstens|ten hoogste|max\.?) ({NUMBER}) (?:pagina|a4)",
        r"motivatie|brief|per (?:project|opdracht|referentie)",
        same_number,
        kinds=("aanvraag",),
    ),
    _claim(
        "aanvraag.cv.min_referenties",
        "referentie referenties + minimaal minstens minste tenminste",
        rf"\b(?:minimaal|minstens|ten minste|tenminste) ({NUMBER}) referenties?\b",
        r"punten|afgelopen|recent|per ",
        same_number,
        kinds=("aanvraag",),
    ),
    _claim(
        "aanvraag.inschrijving.kandidaten",
        "kandidaat kandidaten + maximaal hoogstens hoogste slechts",
        rf"\b(?:maximaal|hoogstens|ten hoogste|slechts) ({NUMBER}) kandida(?:at"
        rf"|ten)\b[^.]{{0,30}}?\b(?:aanbieden|indienen"
        r"|voordragen|aan te bieden|in te dienen|voor te dragen|aan\b)",
        r"gesprek|uitgenodigd|beste",
        same_number,
        kinds=("aanvraag",),
    ),
    _claim(
        "salaris.schaal",
        "schaal",
        r"\bschaal (\d{1,2}[a-z]?)\b(?!:)",
        r"aanloop|ervaring|begin|instap|inschal|doorgroei|groei|uitloop|schaal \d+\w? (?:of|tot|en|t/m|/)|daarna"
        r"|later|eerst|\bna\b"
        r"|ervaring op|medewerkers|collega|schaal.*schaal|\d/"
        r"|\b(?:als (?:je|jij|u|iemand|de kandidaat)|wie|indien|zolang|start|nog niet|in opleiding)\b",
        same_scale,
        kinds=("vacature", "advertentie"),
    ),
)
