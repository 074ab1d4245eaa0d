"""A review as a comment on a merge request, in the Markdown of GitHub and GitLab, of a bounded size.

Facts come first, then the sentences, then what checks find anew. What does not fit is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from vacaturegen.comparing.changes import Change, told_once
from vacaturegen.comparing.looks import Look
from vacaturegen.comparing.merging import DEL, INS
from vacaturegen.i18n import _, ngettext
from vacaturegen.markdown import escape
from vacaturegen.reviewing.findings import say_finding
from vacaturegen.reviewing.looks import say_looks
from vacaturegen.reviewing.review import DocumentReview, ProfileReview, Review
from vacaturegen.reviewing.text import cells_of, counts_of, document_head, head_of, place_of

MOST = 60_000
"""The bytes of a comment; GitHub takes 65,536 characters."""
ROOM = 600
"""The bytes that are kept for what is said at the end."""
TAGS = {INS: "ins", DEL: "del"}
MENTION = re.compile(r"(?<![\w.+-])([@#!~%&$^])(?=\w)")
"""What a host would make a link of: @somebody, #12, !3."""
JOINER = "\u2060"
"""Stands behind the first sign of such a word, and is not seen."""


def print_review(review: Review) -> str:
    """Return the comment. It is no longer than MOST bytes."""
    title, versions = _("What changes"), _("From {old} to {new}").format(old=review.old, new=review.new)
    lines = [f"## {title}", "", plain(versions), ""]
    lines += [plain(counts_of(review)) if review.profiles else plain(_("Nothing differs."))]
    size = sum(len(line.encode()) + 1 for line in lines)
    left = 0
    for block in blocks_of(review):
        size += sum(len(line.encode()) + 1 for line in block)
        if size > MOST - ROOM or left:
            left += 1
        else:
            lines += block
    if left:
        said = ngettext("{n} more part does not fit here.", "{n} more parts do not fit here.", left).format(n=left)
        lines += ["", plain(said + " " + _("Look with: vacaturegen diff"))]
    return "\n".join([*lines, ""])


def blocks_of(review: Review) -> Iterator[list[str]]:
    """Yield the parts of the comment, each of which is there as a whole or not at all."""
    for profile in review.profiles:
        yield ["", f"### {plain(head_of(profile))}"]
        if profile.facts:
            yield list(table_of(profile))
    if review.findings:
        title = _("New findings")
        yield ["", f"### {title}", "", *(f"- {plain(say_finding(one))}" for one in review.findings)]
    for profile in review.profiles:
        for document in profile.documents:
            yield ["", f"#### {plain(document_head(document))}"]
            if profile.state not in ("added", "removed"):
                yield from sections_of(document)


def table_of(profile: ProfileReview) -> Iterator[str]:
    """Yield the table of the facts that differ."""
    yield from ("", row_of([_("Fact"), _("Was"), _("Becomes")]), row_of(["---"] * 3))
    yield from (row_of(map(plain, cells_of(fact))) for fact in profile.facts)


def row_of(cells: Iterable[str]) -> str:
    """Return the row of a table."""
    return f"| {' | '.join(cells)} |"


def sections_of(document: DocumentReview) -> Iterator[list[str]]:
    """Yield the sentences of a document that differ, by heading."""
    for headings, changes in groupby(document.changes, key=lambda change: change.headings):
        yield ["", f"**{plain(place_of(headings))}**", ""]
        yield from ([f"- {print_change(change)}"] for change in changes)


def print_change(change: Change) -> str:
    """Return a sentence with the words that differ."""
    if change.kind in ("moved", "moved away"):
        said = _("moved here: {text}") if change.kind == "moved" else _("moved away: {text}")
        return plain(said.format(text="".join(piece.text for piece in change.pieces)))
    return "".join(print_piece(*piece) for piece in told_once(change.pieces)).strip()


def print_piece(change: str, text: str, looks: Sequence[Look]) -> str:
    """Return a run of a sentence, between the tags of its change; the white space at its ends stays, outside them.

    What differs but for the words stands behind it.
    """
    body = text.strip()
    start = text.find(body) if body else len(text)
    said = plain(say_looks(looks))
    before, behind = text[:start], f" {said}" * bool(said) + text[start + len(body) :]
    if not change or not body:
        return f"{before}{plain(body)}{behind}"
    return f"{before}<{TAGS[change]}>{plain(body)}</{TAGS[change]}>{behind}"


def plain(text: str) -> str:
    """Return a text as Markdown that a host shows as it is, without white space at its ends."""
    return MENTION.sub(rf"\1{JOINER}", escape(text))
