"""Numbers and levels that texts claim of the work, beside the fields that tell them; days are in `told_days`.

Each row of CLAIMS is a kind of sentence that can be about one fact only, and how what it says is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from vacaturegen.checks.reading.patterns import words_of
from vacaturegen.checks.reading.sentences import sentences_of
from vacaturegen.checks.reading.written import KEPT, NUMBERS, number_of
from vacaturegen.checks.rule import Hit
from vacaturegen.checks.subject import Subject, Text
from vacaturegen.i18n import _
from vacaturegen.lengths import in_months, is_exact
from vacaturegen.model.totaalscore import parts_of, points_of
from vacaturegen.notation import Bereik, Duur, Eenheid, notation_of

NUMBER = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
EURO = r"(?:€|eur|euro)?[ \u00a0]?(\d{1,3}(?:[.,]\d{2})?)(?:,-+)?(?![\d%]|[.,]\d)"
UNITS = {"jaar": Eenheid.JAAR, "jaren": Eenheid.JAAR, "maand": Eenheid.MAAND, "maanden": Eenheid.MAAND}


class Claim(NamedTuple):
    """A kind of sentence about one fact: the field, how to know it, what makes it another, and when it agrees.

    Every such sentence has one of `words`, in small letters: looking for these first takes no time.
    """

    field: str
    words: frozenset[str]
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
    number = 6 if found[1].lower().startswith("half") else number_of(found[1])
    unit = Eenheid.MAAND if found[1].lower().startswith("half") else UNITS[found[2].lower()]
    mine = in_months(fact)
    return mine.eenheid is not Eenheid.MAAND or mine == in_months(Duur(number, unit))


def same_amount(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether an amount is the one of a field."""
    return not isinstance(fact, Decimal) or Decimal(found[1].replace(",", ".")) == fact


def same_number(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether a number, in digits or as a word, is the one of a field."""
    return not isinstance(fact, int | Decimal) or Decimal(number_of(found[1])) == fact


def same_word(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether a word is the one of a field."""
    return not isinstance(fact, str) or found[1].lower()[:4] == fact.lower()[:4]


def same_scale(fact: Any, found: re.Match[str]) -> bool:
    """Tell whether a scale is one of those of a field."""
    return not isinstance(fact, str) or found[1].lower() in re.findall(r"\w+", fact.lower())


def _claim(
    field: str, words: str, pattern: str, unless: str, agrees: Callable[[Any, re.Match[str]], bool], **more: Any
) -> Claim:
    of_words = frozenset(words.split())
    return Claim(field, of_words, re.compile(f"(?i){pattern}"), re.compile(f"(?i){unless}"), agrees, **more)


OF_LENGTH = (
    r"(?:initieel |in eerste instantie |vooralsnog |ongeveer |circa |de periode van )?"
    rf"({NUMBER}|half) (jaar|maand|maanden)\b"
)
NO_LENGTH = (
    r"verleng|optie|ervaring|proeftijd|opzeg|minimaal|maximaal|minstens|hoogstens|na afloop|eerste|of langer|tot"
)
CLAIMS = (
    _claim(
        "inzet.uren_per_week",
        "week",
        r"(?:(?:functie|baan|vacature|opdracht|dienstverband|aanvraag|inzet|contract"
        r"|omvang)\b[^.€]{0,40}?\b(?:voor|van|is|bedraagt|:) ?"
        r"|\Avoor )(?:gemiddeld |circa |ongeveer )?(\d{1,2}(?:,\d)?)(?: ?(?:-|–|tot|à|a|t/m"
        r"|tot en met) ?(\d{1,2}(?:,\d)?))? uur"
        r" (?:per|in de) week",
        r"waarvan|collega|team van|kantoor|locatie|thuis|reis|overleg|spreekuur|studie|daarnaast|extra|voltijd"
        r"|full|norm|basis|cao"
        r"|salaris|bruto|of \d|per persoon|€|minimaal|maximaal|later|uitbreid",
        same_hours,
    ),
    _claim(
        "inzet.duur",
        "jaar maand maanden",
        rf"(?:(?:opdracht|inhuur|inzet|overeenkomst|contract) (?:duurt|loopt|geldt|heeft een (?:duur"
        rf"|looptijd) van|is voor|wordt"
        rf" gegund voor|voor)|(?:voor de duur|looptijd|duur) (?:van|is|bedraagt)(?: de opdracht)?) {OF_LENGTH}",
        NO_LENGTH,
        same_length,
        kinds=("aanvraag",),
    ),
    _claim(
        "contract.duur",
        "jaar maand maanden",
        rf"(?:contract|dienstverband|arbeidsovereenkomst|aanstelling) (?:voor|van|voor de duur van|duurt) {OF_LENGTH}",
        NO_LENGTH,
        same_length,
        kinds=("vacature", "advertentie"),
    ),
    _claim(
        "contract.soort",
        "vast vaste tijdelijk tijdelijke",
        r"(?:krijgt|krijg je|bieden|biedt|ontvangt|start met|begint met|gaat om) (?:je |we |wij )?(?:direct "
        r"|meteen )?(?:een )?"
        r"(vast|vaste|tijdelijk|tijdelijke) (?:contract|dienstverband|aanstelling|arbeidsovereenkomst|baan)\b",
        r"uitzicht|zicht op|kans|mogelijk|daarna|later|eerst|\bna\b|\bof\b|wordt",
        same_word,
        kinds=("vacature", "advertentie"),
    ),
    _claim(
        "aanvraag.tarief.maximum",
        "maximaal maximum max hoogstens hoogste hoger plafond",
        r"tarief\b[^.€\d]{0,50}?\b(?:maximaal|maximum|max\.?|hoogstens|ten hoogste|niet hoger dan|plafond)\b"
        rf"(?: van| is| bedraagt)? ?{EURO}",
        r"toeslag|kilometer|reis|fee|minimaal|per dag|per maand|per week|dagtarief|€ ?\d[^€]*€",
        same_amount,
        kinds=("aanvraag",),
        needs="aanvraag.tarief.per=uur",
    ),
    _claim(
        "aanvraag.tarief.btw",
        "btw",
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
        "cv cv's cv’s",
        rf"\bcv\b[^.]{{0,40}}?\b(?:maximaal|hoogstens|ten hoogste|max\.?) ({NUMBER}) (?:pagina|a4)",
        r"motivatie|brief|per (?:project|opdracht|referentie)",
        same_number,
        kinds=("aanvraag",),
    ),
    _claim(
        "aanvraag.cv.min_referenties",
        "referentie referenties",
        rf"\b(?:minimaal|minstens|ten minste|tenminste) ({NUMBER}) referenties?\b",
        r"punten|afgelopen|recent|per ",
        same_number,
        kinds=("aanvraag",),
    ),
    _claim(
        "aanvraag.inschrijving.kandidaten",
        "kandidaat kandidaten",
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
        r"\bschaal (\d{1,2}[a-z]?)\b",
        r"aanloop|ervaring|begin|instap|inschal|doorgroei|groei|uitloop|schaal \d+\w? (?:of|tot|en|t/m|/)|daarna"
        r"|later|eerst|\bna\b"
        r"|ervaring op|medewerkers|collega|schaal.*schaal|\d/",
        same_scale,
        kinds=("vacature", "advertentie"),
    ),
)


@lru_cache(maxsize=KEPT)
def claimed_in(value: str) -> tuple[tuple[Claim, re.Match[str], int], ...]:
    """Return what a text claims: the kind of claim, its words, and where its sentence begins."""
    words = words_of(value)
    there = [claim for claim in CLAIMS if not claim.words.isdisjoint(words) and claim.pattern.search(value)]
    return tuple(
        (claim, found, start)
        for start, sentence in (sentences_of(value) if there else ())
        for claim in there
        for found in claim.pattern.finditer(sentence)
        if not claim.unless.search(sentence)
    )


def claims_against(subject: Subject) -> Iterator[Hit]:
    """Yield each claim of a text that a field contradicts."""
    for text in subject.texts:
        if text.pattern.startswith(("salaris.", "organisatie.", "contacten.")):
            continue
        for claim, found, start in claimed_in(text.value):
            fact = subject.known(claim.field)
            path, _sign, wanted = claim.needs.partition("=")
            if subject.kind not in claim.kinds or fact is None or (path and subject.known(path) != wanted):
                continue
            if not claim.agrees(fact, found):
                yield contradicted(text, claim.field, fact, found[0].strip(), start + found.start())
    yield from points_against(subject)


def contradicted(text: Text, field: str, fact: Any, words: str, at: int) -> Hit:
    """Return the finding that a text says otherwise than a field."""
    message = _("Here it says “{words}”, but “{field}” is {value}. Change one of the two.")
    told = message.format(words=words[-60:], field=field, value=notation_of(fact))
    return Hit(text.field, told, words, at)


OWN_POINTS = re.compile(r"(?i)\((?:max\.? |maximaal |weging:? )?(\d{1,4}) ?(?:punten|pnt|pt)\.?\)")
ALL_POINTS = re.compile(r"(?i)\btotaal(?: van)?(?: maximaal)? (\d{1,4}) punten\b|\b(\d{1,4}) punten in totaal\b")
CRITERION = re.compile(r"(aanvraag\.(?:gunningscriteria|wensen)\.\d+)\.(?:criterium|wens|toelichting)")


def points_against(subject: Subject) -> Iterator[Hit]:
    """Yield points in a criterion that are not the points it has, and a total in a text that nothing makes."""
    aanvraag = subject.known("aanvraag") if subject.kind == "aanvraag" else None
    if aanvraag is None:
        return
    for text in subject.texts if subject.says("punten", "pnt", "pt)") else ():
        home = CRITERION.fullmatch(text.field)
        if home and (found := OWN_POINTS.search(text.value)):
            *_path, name, index = home[1].split(".")
            item = getattr(aanvraag, name)[int(index)]
            if isinstance(item.punten, Decimal) and item.treden == () and Decimal(found[1]) != item.punten:
                yield contradicted(text, f"{home[1]}.punten", item.punten, found[0], found.start())
        if text.field.startswith("aanvraag.") and (found := ALL_POINTS.search(text.value)):
            parts = [part.points for part in parts_of(aanvraag)]
            made = points_of(subject.known("aanvraag.gunningscriteria") or ())
            sums = [fact for fact in (aanvraag.punten_totaal, made, *parts) if isinstance(fact, Decimal)]
            sums.append(sum((part for part in parts if isinstance(part, Decimal)), Decimal(0)))
            if sums and Decimal(found[1] or found[2]) not in sums:
                yield contradicted(text, "aanvraag.punten_totaal", sums[0], found[0], found.start())
