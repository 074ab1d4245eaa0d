"""A review in the terminal: the facts that differ, then the sentences by heading, with the words that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from vacaturegen.comparing.changes import told_once
from vacaturegen.comparing.merging import DEL, INS
from vacaturegen.i18n import N_, _, ngettext
from vacaturegen.reviewing.looks import say_behind
from vacaturegen.reviewing.review import DocumentReview, ProfileReview, Review

if TYPE_CHECKING:
    from vacaturegen.comparing.changes import Change
    from vacaturegen.comparing.facts import Fact

Paint = Callable[[str, str], str]
"""From a kind of change (ins, del, or head) and a text to what the terminal shows."""

SIGNS = {"changed": "~", "added": "+", "removed": "-", "moved": ">", "moved away": "<"}
SAID = {"added": N_("new"), "removed": N_("gone"), "renamed": N_("renamed")}
PLAIN = {INS: ("{+", "+}"), DEL: ("[-", "-]")}
"""What stands around words that came and went where there are no colours, as `git diff --word-diff` has it."""


def in_plain(kind: str, text: str) -> str:
    """Return a text with its change shown in signs."""
    before, behind = PLAIN.get(kind, ("", ""))
    return f"{before}{text}{behind}"


def print_review(review: Review, paint: Paint) -> Iterator[str]:
    """Yield the lines of a review; it always ends with how much differs."""
    if not review.profiles:
        yield _("No differences between {old} and {new}.").format(old=review.old, new=review.new)
        return
    yield _("From {old} to {new}").format(old=review.old, new=review.new)
    for profile in review.profiles:
        yield ""
        yield from print_profile(profile, paint)
    yield ""
    yield counts_of(review)


def counts_of(review: Review) -> str:
    """Return how much differs: profiles, documents and sentences."""
    profiles, documents, sentences = len(review.profiles), review.documents, review.sentences
    parts = (
        ngettext("{n} profile", "{n} profiles", profiles).format(n=profiles),
        ngettext("{n} document", "{n} documents", documents).format(n=documents),
        ngettext("{n} sentence", "{n} sentences", sentences).format(n=sentences),
    )
    return _("Different: {profiles}, {documents}, {sentences}.").format(
        profiles=parts[0], documents=parts[1], sentences=parts[2]
    )


def print_profile(profile: ProfileReview, paint: Paint) -> Iterator[str]:
    """Yield the lines of a profile."""
    yield paint("head", head_of(profile))
    for fact in profile.facts:
        yield f"  {fact.name}: {fact.old or fact.new if profile.is_whole else told(fact)}"
    for document in profile.documents:
        yield ""
        yield f"  {paint('head', document_head(document))}"
        if not profile.is_whole:
            yield from print_changes(document, paint)


def head_of(profile: ProfileReview) -> str:
    """Return the name and title of a profile, and how it changed as a whole."""
    said = f" ({_(SAID[profile.state])})" if profile.state in SAID else ""
    was = f"{profile.old_name} → " if profile.state == "renamed" else ""
    return f"{was}{profile.name}: {profile.title}{said}"


def document_head(document: DocumentReview) -> str:
    """Return the name of a document, and how much differs in it."""
    count = document.sentences
    said = [ngettext("{n} sentence", "{n} sentences", count).format(n=count)]
    said += [_(SAID[document.state])] if document.state in SAID else []
    said += [_("looks different")] if document.look else []
    return f"{name_of(document)} ({', '.join(said)})"


def name_of(document: DocumentReview) -> str:
    """Return the name of a document."""
    return document.path.rpartition("/")[2]


def told(fact: Fact) -> str:
    """Return what a fact was and is."""
    return " → ".join(cells_of(fact)[1:])


def cells_of(fact: Fact) -> tuple[str, str, str]:
    """Return the name of a fact, what it was, and what it is with how far it moved."""
    nothing = _("nothing")
    moved = f" ({fact.moved})" if fact.moved else ""
    return fact.name, fact.old or nothing, (fact.new or nothing) + moved


def print_changes(document: DocumentReview, paint: Paint) -> Iterator[str]:
    """Yield the sentences of a document that differ, below their headings."""
    for headings, changes in groupby(document.changes, key=lambda change: change.headings):
        yield f"    {place_of(headings)}"
        for change in changes:
            yield f"      {SIGNS[change.kind]} {print_sentence(change, paint)}"


def place_of(headings: Sequence[str]) -> str:
    """Return the headings below which a sentence stands."""
    return " › ".join(headings) or _("At the top")


def print_sentence(change: Change, paint: Paint) -> str:
    """Return a sentence with the words that differ, and behind them what else does."""
    if change.kind not in ("changed", "added", "removed"):
        said = _("moved here: {text}") if change.kind == "moved" else _("moved away: {text}")
        return said.format(text="".join(piece.text for piece in change.pieces).strip())
    return "".join(
        paint(piece.change, piece.text) + paint("", say_behind(piece.text, piece.looks))
        for piece in told_once(change.pieces)
    ).strip()
