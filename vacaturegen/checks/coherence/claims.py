"""What texts claim of the work, beside the fields that tell it: the kinds of claims are in `claim_kinds`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

from vacaturegen.checks.coherence.agreement import months_of
from vacaturegen.checks.coherence.claim_kinds import CLAIMS, Claim
from vacaturegen.checks.reading.patterns import words_of
from vacaturegen.checks.reading.quoted import shortened
from vacaturegen.checks.reading.readers import reader
from vacaturegen.checks.reading.sentences import sentences_of
from vacaturegen.checks.rule import Hit
from vacaturegen.checks.subject import Subject, Text
from vacaturegen.dutch import money, number
from vacaturegen.i18n import _
from vacaturegen.notation import Bereik, Datum, notation_of


@reader
def claimed_in(value: str) -> tuple[tuple[Claim, re.Match[str], int], ...]:
    """Return what a text claims: the kind of claim, its words, and where its sentence begins."""
    words = words_of(value)
    there = [claim for claim in CLAIMS if not any(map(words.isdisjoint, claim.words)) and claim.pattern.search(value)]
    return tuple(
        (claim, found, start)
        for start, sentence in (sentences_of(value) if there else ())
        for claim in there
        for found in claim.pattern.finditer(sentence)
        if not claim.unless.search(sentence)
    )


def claims_against(subject: Subject) -> Iterator[Hit]:
    """Yield each claim of a text that a field contradicts."""
    for text, claimed in subject.read(claimed_in):
        if text.pattern.startswith(("salaris.", "organisatie.", "contacten.")):
            continue
        for claim, found, start in claimed:
            path, _sign, wanted = claim.needs.partition("=")
            if subject.kind not in claim.kinds or (path and subject.known(path) != wanted):
                continue
            fact = subject.known(claim.field)
            at, words = start + found.start(), found[0].strip()
            if fact is None and claim.field == "inzet.duur":
                yield from length_against(subject, text, found, at)
            elif fact is not None and not claim.agrees(fact, found):
                yield contradicted(text, claim.field, fact, words, at)


MONTH = Decimal(365) / 12
"""Days."""
NEARLY = Decimal("0.7")
"""So many months are the same to who rounds them."""


def length_against(subject: Subject, text: Text, found: re.Match[str], at: int) -> Iterator[Hit]:
    """Yield a length that is not the time between the start and the end, when no field tells how long it lasts."""
    inzet = subject.known("inzet")
    start, end = subject.known("inzet.start"), subject.known("inzet.einde")
    if not isinstance(start, Datum) or not isinstance(end, Datum) or start.uiterlijk or inzet.duur is not None:
        return
    months = (end.dag + timedelta(days=1) - start.dag).days / MONTH
    if abs(months_of(found) - months) > NEARLY:
        message = _(
            "Here it says “{words}”, but from “inzet.start” until “inzet.einde” there are about {n} months. Change one"
            " of them."
        )
        yield Hit(text.field, message.format(words=shortened(found[0].strip()), n=round(months)), found[0].strip(), at)


def contradicted(text: Text, field: str, fact: Any, words: str, at: int) -> Hit:
    """Return the finding that a text says otherwise than a field."""
    message = _("Here it says “{words}”, but “{field}” is {value}. Change one of the two.")
    return Hit(text.field, message.format(words=shortened(words), field=field, value=told_of(field, fact)), words, at)


AMOUNTS = ("aanvraag.tarief.maximum", "aanvraag.fee_per_uur", "salaris.minimum", "salaris.maximum")
"""The fields that are money."""


def told_of(field: str, fact: Any) -> str:
    """Return what a field says, as a document shows it."""
    if field in AMOUNTS:
        return money(fact)
    if isinstance(fact, Bereik):
        return notation_of(fact).replace(".", ",")
    return number(fact) if isinstance(fact, Decimal) else notation_of(fact)
