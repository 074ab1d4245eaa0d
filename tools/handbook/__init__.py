"""Makes the pages of the handbook that are computed: fields, notations, examples, rules, and the words of templates."""

from __future__ import annotations

from tools.handbook import examples, fields, notations, rules, words
from tools.handbook.language import dutch_messages
from tools.handbook.snippets import ROOT

DOCS = ROOT / "docs"
PAGES = {
    "velden.md": fields.make_page,
    "notatie.md": notations.make_page,
    "voorbeelden.md": examples.make_page,
    "regels.md": rules.make_page,
    "sjabloontaal.md": words.make_page,
}


def make_pages() -> dict[str, str]:
    """Return the text of each page that is computed, by its name."""
    with dutch_messages():
        return {name: make() for name, make in PAGES.items()}
