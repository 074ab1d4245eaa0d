"""What people read on the screen, in Dutch: complete, true to its fields, and compiled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from tools import catalogue
from vacaturegen import i18n

FIELD = re.compile(r"{[^{}]*}|%\(\w+\)\w")
RENEW = "run `make catalogue` and fill in vacaturegen/locale/nl/LC_MESSAGES/vacaturegen.po"


def strings(text: object) -> list[str]:
    """What a message or its translation says: one string, or one for each plural."""
    return [str(string) for string in text] if isinstance(text, (list, tuple)) else [str(text or "")]


def translations() -> Iterator[tuple[list[str], list[str]]]:
    for message in catalogue.read_translations():
        if message.id:
            yield strings(message.id), strings(message.string)


def test_every_text_has_a_translation() -> None:
    """The Dutch catalogue has every text of ours and of click, each translated, and no other."""
    present = {tuple(texts) for texts, dutch in translations() if all(dutch)}
    wanted = {tuple(strings(message.id)) for message in catalogue.gather_texts() if message.id}
    assert (wanted - present, present - wanted) == (set(), set()), RENEW
    assert ("Show this message and exit.",) in wanted


def test_translations_have_the_same_fields() -> None:
    """A translation fills in the same fields as the text; of plurals each has those of one of the originals."""
    for texts, dutch in translations():
        fields = [Counter(FIELD.findall(text)) for text in texts]
        assert all(Counter(FIELD.findall(text)) in fields for text in dutch if text), texts[0]


def test_nothing_is_fuzzy() -> None:
    """No translation is a guess that gettext would pass over."""
    assert [message.id for message in catalogue.read_translations() if message.fuzzy] == []


def test_files_are_current() -> None:
    """Both files of the catalogue are byte for byte what `make catalogue` makes of them."""
    po, mo = catalogue.print_catalogues(catalogue.gather_texts(), catalogue.read_translations())
    assert catalogue.PO.read_bytes() == po, RENEW
    assert catalogue.PO.with_suffix(".mo").read_bytes() == mo, RENEW


@pytest.mark.parametrize(
    ("variable", "value", "heading"),
    [
        ("VACATUREGEN_LANG", "nl", "Gebruik:"),
        ("VACATUREGEN_LANG", "en", "Usage:"),
        ("LANG", "en_GB.UTF-8", "Usage:"),
        ("LANG", "de_DE.UTF-8", "Gebruik:"),
        ("LC_ALL", "C", "Gebruik:"),
    ],
)
def test_click_speaks_the_chosen_language(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, heading: str
) -> None:
    """Click's own words follow the language that was chosen: Dutch unless English is asked for."""
    monkeypatch.setenv(variable, value)
    i18n.activate()
    assert CliRunner().invoke(click.Command("x"), ["--help"]).output.startswith(heading)
