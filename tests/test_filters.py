"""The filters of the templates: what they print of a value."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from vacaturegen.markdown import Markdown
from vacaturegen.model.base import Rijk
from vacaturegen.model.organisatie import Adres
from vacaturegen.notation import Bijzonder, Datum, parse_date
from vacaturegen.templating.filters import dated, day, on, until, with_stop
from vacaturegen.templating.links import contact_links, postal
from vacaturegen.templating.printing import boxed, paragraphs, rich

TIMED = re.compile(r"\x01time:([0-9a-f]+)\x02(.+)\x03")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1. een", "1\\. een"),
        ("12) een", "12\\) een"),
        ("## een", "\\## een"),
        ("- een", "\\- een"),
        ("> een", "\\> een"),
        ("een 1. twee", "een 1. twee"),
        ("een | twee \\| drie", "een \\| twee \\| drie"),
        ("een\ntwee\n\ndrie", "een twee drie"),
    ],
)
def test_rich_text_is_one_line_that_begins_no_block(typed: str, printed: str) -> None:
    """Rich text is printed on one line; only what would begin a block, or a cell of a table, is escaped."""
    assert rich(typed) == printed


@pytest.mark.parametrize(
    ("word", "typed", "printed"),
    [
        (on, "2026-07-07", "op dinsdag 7 juli 2026 <2026-07-07>"),
        (on, "uiterlijk 2026-07-07 09:00", "uiterlijk op dinsdag 7 juli 2026 om 09:00 uur <2026-07-07T09:00>"),
        (on, "z.s.m.", "zo snel mogelijk"),
        (dated, "2026-07-07", "dinsdag 7 juli 2026 <2026-07-07>"),
        (dated, "z.s.m.", "z.s.m."),
        (day, "2026-07-07 09:00", "7 juli 2026, 09:00 uur <2026-07-07T09:00>"),
        (until, "uiterlijk 2026-07-07 09:00", "tot dinsdag 7 juli 2026, 09:00 uur <2026-07-07T09:00>"),
        (until, "2026-07-07", "tot en met dinsdag 7 juli 2026 <2026-07-07>"),
    ],
)
def test_a_date_is_printed_for_people_and_machines(
    word: Callable[[Datum | Bijzonder], Markdown], typed: str, printed: str
) -> None:
    """A date is printed in words, with its time when it has one, and carries the same moment for machines."""
    said = TIMED.sub(lambda found: f"{found[2]} <{bytes.fromhex(found[1]).decode()}>", word(parse_date(typed)))
    assert said.replace("\\", "") == printed


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        (Adres(straat="Plein 1", postcode="1234 AB", plaats="Dorp"), "Plein 1, 1234 AB Dorp"),
        (Adres(straat="Plein 1", postbus="12", plaats="Dorp"), "Postbus 12, Dorp"),
        (Adres(postcode="1234 AB"), "1234 AB"),
        (Adres(straat="Plein 1"), "Plein 1"),
        (Adres(), ""),
    ],
)
def test_an_address_is_what_is_known_of_it(address: Adres, printed: str) -> None:
    """A box goes before a street; what is not known leaves no trace."""
    assert postal(address) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("een", "een."),
        ("een.", "een."),
        ("een?", "een?"),
        ("een!", "een!"),
        ("een…", "een…"),
        ("“een.”", "“een.”"),
        ("(een?)", "(een?)"),
        ("‘een!’", "‘een!’"),
        ("'een.'", "'een.'"),
        ('"een."', '"een."'),
        ("(een)", "(een)."),
        ("een. X", "een. X."),
        ("versie 1.X", "versie 1.X."),
    ],
)
def test_a_sentence_has_one_stop(typed: str, printed: str) -> None:
    """A text that ends no sentence gets a full stop; one that does so, be it within quotation marks, keeps its own."""
    assert with_stop(typed) == printed
    assert with_stop(Markdown(typed)).__class__ is Markdown


def test_a_fourth_contact_is_not_left_out() -> None:
    """Of more than an address and two numbers nobody knows what it is, so it is refused."""
    with pytest.raises(ValueError, match="longer"):
        contact_links(["werk@voorbeeldstad.nl", "0123456789", "0987654321", "0987654322"])


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("een *twee*\n\n- drie", "een \\*twee\\*\n\n\\- drie"),
        (Rijk("een *twee*\n\n- drie"), "een *twee*\n\n\\- drie"),
        (Markdown("een *twee*\n\n- drie"), "een *twee*\n\n- drie"),
    ],
)
def test_paragraphs_are_as_rich_as_their_text(text: str, printed: str) -> None:
    """Each paragraph of a text is printed as the text is: of a plain one every sign is text."""
    assert paragraphs(text) == printed


def test_a_box_has_no_spaces_at_the_ends_of_its_lines() -> None:
    """Every line of a box begins with its mark, and an empty one is nothing else."""
    assert boxed("een\n\ntwee") == "> een\n>\n> twee"
