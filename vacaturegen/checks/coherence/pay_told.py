"""What texts say the pay is, beside the band of the profile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from vacaturegen.checks.coherence.claims import contradicted
from vacaturegen.checks.reading.said import Finder
from vacaturegen.checks.reading.sentences import sentence_at
from vacaturegen.checks.rule import Hit
from vacaturegen.checks.subject import Subject

AMOUNT = r"€[ \u00a0]?(\d{1,2}[.]?\d{3}(?:,\d\d)?)(?:,-+)?(?!\.?\d)"
MOST = re.compile(rf"(?i)\b(?:maximaal|max\.?|hoogstens|ten hoogste|maximum(?: is| van)?|tot) {AMOUNT}")
LEAST = re.compile(rf"(?i)\b(?:minimaal|min\.?|minstens|ten minste|minimum(?: is| van)?) {AMOUNT}")
BAND = re.compile(rf"(?i)\b(?:tussen|van) (?:de )?{AMOUNT} (?:en|tot|tot en met|t/m) (?:maximaal |de )?{AMOUNT}")
TOLD = Finder(MOST, LEAST, BAND, needs=("€", "bruto|salaris|verdien"))
OF_PAY = re.compile(r"(?i)\b(?:bruto|salaris|verdient?|verdien je)\b")
OTHER = re.compile(
    r"(?i)aanloop|instap|uitloop|doorgroei|toeslag|vergoeding|uitkering|budget|netto|per jaar|jaarsalaris|per uur|stage"
    r"|inclusief|incl\.|\bnu\b|vorige?\b|na (?:een|één|twee|\d)|circa|ongeveer|ruim|bijna|trainee|bij een \w*salaris"
    r"|zonder ervaring|starter"
)
"""Words of a sentence about other pay than that of the band."""
HOURS = re.compile(r"(?i)\b(\d\d)(?:[ -]?(?:uur|uren|urige)|u)\b")
SCALE = re.compile(r"(?i)\bschaal (\d{1,2}\w?)\b")
NEARLY = Decimal(1)
"""Amounts that differ less are the same, the one rounded."""


def pay_against(subject: Subject) -> Iterator[Hit]:
    """Yield each amount that a text gives as the least or the most pay and that is not so in the band."""
    pay = subject.known("salaris") if subject.kind != "aanvraag" else None
    if pay is None or pay.periode != "maand":
        return
    for text, found in subject.read(TOLD):
        for at, words in found:
            sentence = sentence_at(text.value, at).text
            if not OF_PAY.search(sentence) or is_of_other(subject, sentence):
                continue
            for field, amount in amounts_in(words):
                fact = subject.known(field)
                if isinstance(fact, Decimal) and abs(fact - amount) >= NEARLY:
                    yield contradicted(text, field, fact, words, at)
                    break


def is_of_other(subject: Subject, sentence: str) -> bool:
    """Tell whether a sentence is about other pay than that of the band: of other hours, or another scale."""
    if OTHER.search(sentence):
        return True
    full = subject.known("salaris.voltijd_uren")
    usual = {str(full)} if full else {"36", "38", "40"}
    scale = str(subject.known("salaris.schaal") or "").lower()
    scales = {found.lower() for found in SCALE.findall(sentence)}
    return not set(HOURS.findall(sentence)) <= usual or (bool(scale) and not scales <= {scale})


def amounts_in(words: str) -> Iterator[tuple[str, Decimal]]:
    """Yield the amounts of such words, each with the field that tells it."""
    for pattern, fields in (
        (BAND, ("salaris.minimum", "salaris.maximum")),
        (MOST, ("salaris.maximum",)),
        (LEAST, ("salaris.minimum",)),
    ):
        if found := pattern.fullmatch(words):
            yield from zip(fields, map(amount_of, found.groups()), strict=True)
            return


def amount_of(digits: str) -> Decimal:
    """Return the amount that is written with a point between thousands."""
    return Decimal(digits.replace(".", "").replace(",", "."))
