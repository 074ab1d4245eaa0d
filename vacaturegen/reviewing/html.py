"""The whole page of a review, around the texts that `page` prints: what it is about, where to find what, the facts."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from vacaturegen.files import read_text, shown
from vacaturegen.i18n import _
from vacaturegen.library import library_files
from vacaturegen.reviewing.findings import say_finding
from vacaturegen.reviewing.page import folded_away, heading, paragraph, print_table
from vacaturegen.reviewing.review import DocumentReview, ProfileReview, Review
from vacaturegen.reviewing.text import SAID, cells_of, counts_of, document_head, head_of
from vacaturegen.writers import HouseStyle
from vacaturegen.writers.html import print_page

SHEET, OWN_SHEET, PAGE = "web/stijl.css", "web/verschil.css", "web/pagina.html"


def print_review(review: Review, folder: Path) -> bytes:
    """Return the page of a review; its shell and sheets are those of a folder of profiles. Raises InputError."""
    files = library_files(folder)
    shell, sheet, own = (read_text(files[name], shown(files[name])) for name in (PAGE, SHEET, OWN_SHEET))
    title = _("What changes")
    organisations = sorted({profile.organisation for profile in review.profiles})
    places = {
        "language": "nl",
        "title": title,
        "organisation": organisations[0] if len(organisations) == 1 else _("Review"),
        "kind": title,
        "description": from_to(review),
    }
    content = "".join(print_content(review, title))
    return print_page(shell, f"{sheet}\n{own}", HouseStyle(), places, content, listed=False)


def print_content(review: Review, title: str) -> Iterator[str]:
    """Yield what stands on the page."""
    yield heading(1, title)
    yield paragraph(from_to(review), "lead")
    yield paragraph(counts_of(review) if review.profiles else _("Nothing differs."))
    if review.documents > 1:
        yield "".join(print_contents(review))
    for number, profile in enumerate(review.profiles, 1):
        yield from print_profile(profile, number)
    if review.findings:
        yield heading(2, _("New findings"))
        items = "".join(
            f'<li class="utrecht-unordered-list__item">{escape(say_finding(finding))}</li>\n'
            for finding in review.findings
        )
        yield f'<ul class="utrecht-unordered-list">\n{items}</ul>\n'


def from_to(review: Review) -> str:
    """Return which versions are compared."""
    return _("From {old} to {new}").format(old=review.old, new=review.new)


def print_contents(review: Review) -> Iterator[str]:
    """Yield the list of documents, with links."""
    name = escape(_("Documents"))
    yield f'<nav aria-label="{name}">\n<ul class="utrecht-unordered-list">\n'
    for number, profile in enumerate(review.profiles, 1):
        for index, document in enumerate(profile.documents, 1):
            link = f'<a class="utrecht-link vg-address" href="#{ident_of(number, index)}">'
            yield f'<li class="utrecht-unordered-list__item">{link}{escape(document_head(document))}</a></li>\n'
    yield "</ul>\n</nav>\n"


def ident_of(profile: int, document: int) -> str:
    """Return the id of a document on the page."""
    return f"document-{profile}-{document}"


def print_profile(profile: ProfileReview, number: int) -> Iterator[str]:
    """Yield a profile: its facts, and its documents."""
    yield heading(2, profile.title + (f" ({_(SAID[profile.state])})" if profile.state in SAID else ""))
    yield paragraph(head_of(profile), "small")
    if profile.facts:
        yield print_facts(profile)
    for index, document in enumerate(profile.documents, 1):
        yield from print_one(document, ident_of(number, index))


def print_facts(profile: ProfileReview) -> str:
    """Return the table of the facts of a profile."""
    if profile.is_whole:
        return print_table(
            _("Facts"), (_("Fact"), _("Value")), ((one.name, one.old or one.new) for one in profile.facts)
        )
    return print_table(_("Facts that change"), (_("Fact"), _("Was"), _("Becomes")), map(cells_of, profile.facts))


def print_one(document: DocumentReview, ident: str) -> Iterator[str]:
    """Yield a document that differs."""
    yield heading(3, document.kind, ident)
    yield paragraph(document_head(document), "small")
    text = document.shown.decode()
    whole = document.state in ("added", "removed")
    yield folded_away(_("The whole text"), text) if whole and text else text
