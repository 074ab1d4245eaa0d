"""Kinds of sentences that claim a number or a word about one fact of the work, and how what they say is read.

Each row of CLAIMS is a kind of sentence that can be about one fact only; days are in `told_days`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from vacaturegen.checks.coherence.agreement import (
    for_ever,
    not_for_ever,
    same_amount,
    same_answer,
    same_hours,
    same_length,
    same_number,
    same_scale,
    same_word,
    told_yes,
)
from vacaturegen.checks.reading.patterns import word_set
from vacaturegen.checks.reading.written import HALVES, NUMBERS

NUMBER = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
EURO = r"(?:€|eur|euro)?[ \u00a0]?(\d{1,3}(?:[.,]\d{2})?)(?:,-+)?(?![\d%]|[.,]\d)"


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


def _claim(
    field: str, words: str, pattern: str, unless: str, agrees: Callable[[Any, re.Match[str]], bool], **more: Any
) -> Claim:
    of_words = tuple(map(word_set, words.split(" + ")))
    return Claim(field, of_words, re.compile(f"(?i){pattern}"), re.compile(f"(?i){unless}"), agrees, **more)


OF_LENGTH = (
    r"(?:initieel |in eerste instantie |vooralsnog |ongeveer |circa |de periode van )?"
    rf"({NUMBER}|{'|'.join(HALVES)}) (jaar|maand|maanden)\b"
)
NO_LENGTH = (
    r"verleng|optie|ervaring|proeftijd|opzeg|minimaal|maximaal|minstens|hoogstens|na afloop|eerste|of langer|tot"
)
OTHER_HOURS = (
    r"waarvan|collega|team van|kantoor|locatie|thuis|reis|overleg|spreekuur|studie|daarnaast|extra|voltijd"
    r"|full|norm|basis|cao"
    r"|salaris|bruto|of \d|per persoon|€|minimaal|maximaal|later|uitbreid"
)
MAYBE = r"\b(?:geen|niet|zonder|eventueel|kan|mogelijk|indien|als|tenzij)\b"
CLAIMS = (
    _claim(
        "inzet.uren_per_week",
        "week + uur",
        r"(?:(?:functies?|banen|baan|plekken|vacatures?|opdracht|dienstverband|aanvraag|inzet|contract"
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
        r"\b(?:(?:je|u|jij) (?:werkt|gaat)|(?:ga|werk) (?:je|jij)|gaat u|werkweek van|dienstverband van"
        r"|(?:opdracht|inzet) (?:vraagt|kost|omvat|beslaat)|(?:professional|opdrachtnemer|kandidaat) (?:werkt|is))"
        r" (?:voor )?(?:gemiddeld |circa |ongeveer )?(\d{1,2}(?:,\d)?)(?: ?(?:-|–|tot|à|a|t/m|tot en met)"
        r" ?(\d{1,2}(?:,\d)?))? uur (?:per|in de) week(?= ?(?:[.,;!)]|\Z|en\b|verdeeld|werken(?! aan\b)|aan de slag"
        r"|beschikbaar))",
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
        r"\b(?:(?:jaar|arbeids)?contract|dienstverband|arbeidsovereenkomst|aanstelling)"
        rf" (?:voor|van|voor de duur van|duurt|loopt|geldt|is voor) {OF_LENGTH}",
        rf"{NO_LENGTH}|aannemer|leverancier|huidige|collega",
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
        rf" (?:voor|van|voor de duur van) (?:{NUMBER}|{'|'.join(HALVES)}) (?:jaar|maanden?)\b",
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
    _claim(
        "selectie.assessment",
        "assessment",
        r"\b(?:(?:doet?|maakt?|volgt?|krijgt?) (?:\w+ ){0,3}(?:een|het) assessment"
        r"|(?:een|het) assessment (?:volgt|hoort)|assessment (?:is|maakt|vormt) (?:\w+ ){0,2}(?:deel|onderdeel))\b",
        MAYBE,
        told_yes,
        kinds=("vacature", "advertentie"),
    ),
    _claim(
        "selectie.referenties",
        "referentie referenties",
        r"\b(?:vragen|checken|bellen|nemen|trekken) (?:\w+ ){0,4}referenties?\b",
        MAYBE,
        told_yes,
        kinds=("vacature", "advertentie"),
    ),
    _claim(
        "selectie.vog",
        "vog gedrag",
        r"\b(?:vog|verklaring omtrent (?:het )?gedrag)\b[^.;:]{0,40}\b(?:nodig|vereist|verplicht|voorwaarde|aanleveren"
        r"|overleggen|inleveren)\b",
        MAYBE,
        told_yes,
        kinds=("vacature", "advertentie"),
    ),
    _claim(
        "aanvraag.doorleen_toegestaan",
        "doorlenen doorleen",
        r"\bdoorle(?:nen|en) (?:is|wordt) (?:(niet) )?(?:toegestaan|mogelijk|geaccepteerd)\b",
        r"tenzij|behalve|alleen|zonder",
        same_answer,
        kinds=("aanvraag",),
    ),
)
