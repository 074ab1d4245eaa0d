"""A review as a comment on a merge request, in the Markdown of GitHub and GitLab, of a bounded size.

First it tells which documents differ, then the facts, what checks find anew, and the sentences. What profiles or
documents have in common is told once, and what does not fit is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from vacaturegen.comparing.changes import Change, told_once
from vacaturegen.comparing.looks import Look
from vacaturegen.comparing.merging import DEL, INS
from vacaturegen.i18n import _, ngettext
from vacaturegen.markdown import escape
from vacaturegen.reviewing.findings import say_finding
from vacaturegen.reviewing.looks import say_looks
from vacaturegen.reviewing.review import Review
from vacaturegen.reviewing.room import Item, fill, size_of
from vacaturegen.reviewing.text import cells_of, counts_of, document_head, head_of, name_of, place_of

MOST = 60_000
"""The bytes of a comment; GitHub takes 65,536 characters."""
NAMED = 3
"""How many profiles or documents are named that have something in common; more are counted."""
TAGS = {INS: "ins", DEL: "del"}
MENTION = re.compile(r"(?<![\w.+-])(?<![\w.+-]\\)([@#!~%&$^])(?=\w)")
"""What a host would make a link of: @somebody, #12, !3."""
JOINER = "&#8288;"
"""Stands behind the first sign of such a word, and is not seen."""


def print_review(review: Review) -> str:
    """Return the comment. It is no longer than MOST bytes."""
    title, versions = _("What changes"), _("From {old} to {new}").format(old=review.old, new=review.new)
    lines = [f"## {title}", "", plain(versions), ""]
    lines += [plain(counts_of(review)) if review.profiles else plain(_("Nothing differs."))]
    sections = [list(section(review)) for section in SECTIONS]
    most = print_left([len(section) for section in sections], review.again)
    found, left = fill(sections, MOST - sum(map(size_of, [*lines, *most, ""])))
    return "\n".join([*lines, *found, *(print_left(left, review.again) if any(left) else []), ""])


def print_left(left: Sequence[int], again: str) -> list[str]:
    """Return what is said of what does not fit: how much of each section, and how to see it."""
    counted = [
        ngettext("{n} profile", "{n} profiles", left[0]).format(n=left[0]),
        ngettext("{n} fact", "{n} facts", left[1]).format(n=left[1]),
        ngettext("{n} finding", "{n} findings", left[2]).format(n=left[2]),
        ngettext("{n} sentence", "{n} sentences", left[3]).format(n=left[3]),
    ]
    parts = ", ".join(text for text, count in zip(counted, left, strict=True) if count)
    said = _("Left out, as it does not fit here: {parts}.").format(parts=parts)
    look = _("See all of it with:")
    return ["", plain(said), "", f"{plain(look)} {as_code(again)}"]


def list_documents(review: Review) -> Iterator[Item]:
    """Yield each profile, with its documents that differ."""
    above = (("", head(3, _("Documents")), ""),)
    for profile in review.profiles:
        documents = ", ".join(document_head(one).removeprefix(f"{profile.name}-") for one in profile.documents)
        yield Item(above, (f"- {plain(f'{head_of(profile)} – {documents}' if documents else head_of(profile))}",))


def list_facts(review: Review) -> Iterator[Item]:
    """Yield the rows of the facts that differ, each with the profiles that have it in common."""
    found: dict[tuple[str, ...], list[str]] = {}
    for profile in review.profiles:
        for fact in profile.facts:
            found.setdefault(cells_of(fact), []).append(profile.name)
    alone = len(review.profiles) == 1
    heads = [_("Fact"), _("Was"), _("Becomes"), *([] if alone else [_("Profile")])]
    above = (("", head(3, _("Facts that change")), "", row_of(heads), row_of(["---"] * len(heads))),)
    for cells, names in found.items():
        said = ngettext("{n} profile", "{n} profiles", len(names)).format(n=len(names))
        last = [] if alone else [", ".join(names) if len(names) <= NAMED else said]
        yield Item(above, (row_of(map(plain, [*cells, *last])),))


def list_findings(review: Review) -> Iterator[Item]:
    """Yield what checks find anew."""
    above = (("", head(3, _("New findings")), ""),)
    return (Item(above, (f"- {plain(say_finding(finding))}",)) for finding in review.findings)


def list_sentences(review: Review) -> Iterator[Item]:
    """Yield the sentences that differ by the documents that have them in common, first those of the most documents."""
    documents = [one for profile in review.profiles if not profile.is_whole for one in profile.documents]
    having: dict[Change, list[str]] = {}
    for document in documents:
        for change in dict.fromkeys(document.changes):
            having.setdefault(change, []).append(name_of(document))
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change, names in having.items():
        groups.setdefault(tuple(names), []).append(change)
    for common, changes in sorted(groups.items(), key=lambda group: -len(group[0])):
        said = ngettext("In {n} document", "In {n} documents", len(common)).format(n=len(common))
        title = ", ".join(common) if len(common) <= NAMED else said
        above = ("", head(3, _("Sentences that change"))), ("", head(4, title))
        for headings, below in by_heading(changes).items():
            for change in below:
                yield Item((*above, heads_of(headings)), (f"- {print_change(change)}",))


def by_heading(changes: Iterable[Change]) -> dict[tuple[str, ...], list[Change]]:
    """Return sentences by the headings below which they stand."""
    found: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        found.setdefault(change.headings, []).append(change)
    return found


SECTIONS = (list_documents, list_facts, list_findings, list_sentences)
"""What a comment tells, in its order."""


def head(level: int, text: str) -> str:
    """Return a heading."""
    return f"{'#' * level} {plain(text)}"


def heads_of(headings: Sequence[str]) -> tuple[str, ...]:
    """Return the lines above the sentences below headings."""
    return "", f"**{plain(place_of(headings))}**", ""


def row_of(cells: Iterable[str]) -> str:
    """Return the row of a table."""
    return f"| {' | '.join(cells)} |"


def as_code(text: str) -> str:
    """Return a text as code, in which a host makes no links."""
    return plain(text) if "`" in text else f"`{text}`"


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
