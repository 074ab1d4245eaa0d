"""What the texts of a tender request say of how the work is done: which texts those are, and what is found in them."""

from __future__ import annotations

import re
from typing import NamedTuple

from vacaturegen.checks.dba.signals import Signal, find_notes, find_signals, own_words
from vacaturegen.checks.subject import Subject, Text

SELF_EMPLOYED = ("zelfstandig", "open", None)
"""The arbeidsrelaties in which these signals mean something; None is one that has yet to be chosen."""
NOT_LOOKED_AT = re.compile(
    r"(?:organisatie|broker|planning|contacten|standplaats|team|afdeling|esco|titel\w*)(?:\..*)?"
    r"|aanvraag\.(?:inschaling|reden|overname|facturatie|beoordeling|klachten|uitsluitingsgronden|fee_\w+)(?:\..*)?"
    r"|aanvraag\.vragen_en_antwoorden\.\d+\.vraag|vastgesteld_door|status_toelichting"
)
"""Texts about the organisation, the scale and the procedure: they say nothing of how the work is done."""
RESULTS = re.compile(r"\b(?:resultaten|product|producten)(?:[ \t]?:|\Z)", re.I)
"""Results that come behind the word, or under it when it ends a heading."""
ABOUT_THE_CLAUSE = re.compile(r"arbeidsrelatie|\bdba\b|uitvoeringsvoorwaarde|schijnzelfstandig", re.I)


class Reading(NamedTuple):
    """What was read in a request: the texts, the signals when they mean something, and what else they say."""

    texts: tuple[Text, ...]
    signals: tuple[tuple[Text, Signal], ...]
    notes: tuple[tuple[Text, Signal], ...]


def is_looked_at(subject: Subject) -> bool:
    """Tell whether these signals mean something: a request in which somebody self-employed can do the work."""
    return subject.known("aanvraag.arbeidsrelatie") in SELF_EMPLOYED


def read(subject: Subject) -> Reading:
    """Return what the texts of a request say; it is read once, as all rules need it."""
    kept: Reading | None = subject.kept.get("dba")
    if kept is None:
        kept = subject.kept["dba"] = make_reading(subject)
    return kept


def make_reading(subject: Subject) -> Reading:
    """Return what the texts of a request say."""
    texts = texts_looked_at(subject)
    own = own_words(subject.known("titel") or "") if is_looked_at(subject) else None
    return Reading(
        texts,
        tuple(
            (text, signal) for text in texts for signal in (find_signals(text.value, own) if own is not None else ())
        ),
        tuple((text, note) for text in texts for note in find_notes(text.value)),
    )


def texts_looked_at(subject: Subject) -> tuple[Text, ...]:
    """Return the texts that tell how the work is done; those under a heading about the arbeidsrelatie are a clause."""
    clauses = tuple(
        text.field.removesuffix("titel")
        for text in subject.texts
        if text.field.endswith(".titel") and ABOUT_THE_CLAUSE.search(text.value)
    )
    return tuple(
        text
        for text in subject.texts
        if not NOT_LOOKED_AT.fullmatch(text.field) and not (clauses and text.field.startswith(clauses))
    )


def is_said(subject: Subject, group: str) -> bool:
    """Tell whether a text of a request holds words of one of the other lists."""
    return any(note.group == group for _text, note in read(subject).notes)


def lists_results(subject: Subject) -> bool:
    """Tell whether results follow upon the word: behind a colon, or under a heading."""
    return any(
        (found := RESULTS.search(text.value)) and (text.is_heading or found[0].endswith(":"))
        for text in read(subject).texts
    )
