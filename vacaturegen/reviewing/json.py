"""A review as JSON of our own: what is told by each key, the handbook says; a key keeps its name and its meaning."""

from __future__ import annotations

from typing import Any

from vacaturegen.checks.reports import print_json
from vacaturegen.checks.reports.json import told_of as told_of_finding
from vacaturegen.comparing.changes import Change
from vacaturegen.comparing.looks import BLOCK, LINK, Look
from vacaturegen.comparing.merging import DEL, INS
from vacaturegen.reviewing.review import DocumentReview, ProfileReview, Review

VERSION = 1
"""Goes up when a key gets another meaning or goes; a new key changes nothing for who reads the others."""
STATES = {"changed": "gewijzigd", "added": "toegevoegd", "removed": "vervallen", "renamed": "hernoemd"}
KINDS = STATES | {"moved": "hierheen verplaatst", "moved away": "verplaatst"}
LOOKS = {LINK: "koppeling", "strong": "vet", "em": "cursief", BLOCK: "blok"}
YES_NO = {"strong": "ja", "em": "ja", "": "nee"}
BLOCKS = {
    "heading": "kop",
    "paragraph": "alinea",
    "lead": "inleiding",
    "caption": "bijschrift",
    "note": "noot",
    "clause": "clausule",
    "item": "lijstpunt",
    "number": "genummerd punt",
}
PIECES = {"": "gelijk", INS: "erbij", DEL: "weg"}


def print_review(review: Review) -> str:
    """Return the review as a JSON object."""
    told = {
        "versie": VERSION,
        "van": review.old,
        "naar": review.new,
        "profielen": [told_of_profile(profile) for profile in review.profiles],
        "bevindingen": [told_of_finding(finding) for finding in review.findings],
    }
    return print_json(told)


def told_of_profile(profile: ProfileReview) -> dict[str, Any]:
    """Return what is told of a profile."""
    return {
        "profiel": profile.name,
        "was": profile.old_name,
        "titel": profile.title,
        "toestand": STATES[profile.state],
        "gegevens": [
            {"gegeven": fact.name, "was": fact.old, "wordt": fact.new, "verschuiving": fact.moved}
            for fact in profile.facts
        ],
        "documenten": [told_of_document(document) for document in profile.documents],
    }


def told_of_document(document: DocumentReview) -> dict[str, Any]:
    """Return what is told of a document."""
    return {
        "pad": document.path,
        "was": document.old_path,
        "soort": document.kind,
        "toestand": STATES[document.state],
        "opmaak": document.look,
        "zinnen": [told_of_change(change) for change in document.changes],
    }


def told_of_change(change: Change) -> dict[str, Any]:
    """Return what is told of a sentence."""
    return {
        "koppen": list(change.headings),
        "soort": KINDS[change.kind],
        "stukken": [{PIECES[piece.change]: piece.text} for piece in change.pieces if piece.text],
        "anders": [told_of_look(look, piece.text) for piece in change.pieces for look in piece.looks],
    }


def told_of_look(look: Look, text: str) -> dict[str, str]:
    """Return what differs but for the words, with these words."""
    values = [told_of_value(look.kind, value) for value in (look.old, look.new)]
    return {"tekst": text.strip(), "wat": LOOKS[look.kind], "was": values[0], "wordt": values[1]}


def told_of_value(kind: str, value: str) -> str:
    """Return what something was or is: the address of a link, the name and level of a block, or ja or nee."""
    if kind == BLOCK:
        name, space, level = value.partition(" ")
        return f"{BLOCKS[name]}{space}{level}"
    return value if kind == LINK else YES_NO[value]
