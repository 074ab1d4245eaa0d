"""Spelling: with a dictionary, and without one, where a check is as good as ever and says what it did not look at."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from time import process_time

import pytest

from tests.checking import check
from vacaturegen.checks.language import dictionary, slips, spelling
from vacaturegen.cli import main

with_extra = pytest.mark.skipif(
    not dictionary.is_installed(), reason="needs the extra: pip install 'vacaturegen[spelling]'"
)
REMEMBERED = (dictionary.is_installed, dictionary.open_lists, dictionary.is_dutch, dictionary.is_english)
WRONG = "doel: De verantwoordlijkheid voor het wijkplan dragen.\n"


@pytest.fixture
def no_dictionary(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine on which no Dutch list is found."""
    monkeypatch.setattr(dictionary, "PACKAGE", "no_such_package")
    monkeypatch.setattr(dictionary, "SYSTEM", ())
    for remembered in REMEMBERED:
        remembered.cache_clear()
    yield
    for remembered in REMEMBERED:
        remembered.cache_clear()


def codes(folder: Path, keys: str) -> list[str]:
    """The codes about spelling and about exceptions that are found in a vacancy with these keys."""
    return [finding.code for finding in check(folder, "vacature", keys) if finding.code in ("L11", "N03")]


@with_extra
def test_finding_has_the_place_of_the_word(tmp_path: Path) -> None:
    """A finding stands at the very word, and names one that is meant."""
    [found] = [finding for finding in check(tmp_path, "vacature", WRONG) if finding.code == "L11"]
    line = (tmp_path / "profiles/proef.yaml").read_text(encoding="utf-8").splitlines()[found.place.line - 1]
    assert line[found.place.column - 1 : found.place.end_column - 1] == "verantwoordlijkheid"
    assert found.better == "verantwoordelijkheid"


@with_extra
def test_words_of_the_organisation_are_right(tmp_path: Path) -> None:
    """What an organisation lists as spelled right is not named, in capitals or not; another slip still is."""
    keys = "organisatie: {spelling: [Verantwoordlijkheid]}\ndoel: De verantwoordlijkheid voor de gemeentte dragen.\n"
    assert codes(tmp_path, keys) == ["L11"]


@pytest.mark.usefixtures("no_dictionary")
def test_without_a_dictionary_nothing_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the extra no word is wrong, an exception to the rule is not unused, and one line says why."""
    keys = WRONG + "negeren: [{code: L11, reden: Zo heet het hier.}]\n"
    assert codes(tmp_path, keys) == []
    main(["check", str(tmp_path / "profiles/proef.yaml"), "--klok", "2026-11-22"])
    assert "vacaturegen[spelling]" in capsys.readouterr().err


@with_extra
def test_with_a_dictionary_an_unused_exception_is_named(tmp_path: Path) -> None:
    """With the extra an exception that nothing needs is named as such."""
    assert codes(tmp_path, "negeren: [{code: L11, reden: Zo heet het hier.}]\n") == ["N03"]


@with_extra
@pytest.mark.parametrize("part", ["a-", "'a", "\u00ad", "x", "“", "@", "[(", "a."])
def test_hostile_texts_take_no_time(tmp_path: Path, part: str) -> None:
    """A text as long as a field can be, of one sign or two over and over, is looked at at once."""
    assert "L11" not in codes(tmp_path, f'vacature: {{opening: "Werk {part * (9_000 // len(part))}"}}')


@with_extra
@pytest.mark.parametrize("word", ["erdoğan", "łodzi", "ﬁnanciele", "cafe\u0300s", "\u0301"])
def test_letters_that_a_list_cannot_write(word: str) -> None:
    """A word with letters that the English list does not know is not English."""
    assert not dictionary.is_english(word)


class Broken:
    """A binding that was made for another machine."""

    def __getattr__(self, name: str) -> object:
        raise RuntimeError(name)


class Empty:
    """A binding that opens no list."""

    @staticmethod
    def Hunspell(*_args: object, **_options: object) -> object:  # noqa: N802 - its name
        raise RuntimeError


@pytest.mark.parametrize("made", [Broken, Empty])
def test_a_binding_that_does_not_work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, made: type) -> None:
    """A module that fails when it is asked for a list is as none: no word is wrong, and nothing stops."""
    remembered = (*REMEMBERED, dictionary.find_binding, spelling.is_known, spelling.misspelled_in)
    monkeypatch.setitem(sys.modules, "hunspell", made())
    for one in remembered:
        one.cache_clear()
    try:
        assert codes(tmp_path, WRONG) == []
    finally:
        monkeypatch.undo()
        for one in remembered:
            one.cache_clear()


@with_extra
@pytest.mark.parametrize("letters", [8, 14, 26, 38])
def test_many_unknown_words_take_little_time(tmp_path: Path, letters: int) -> None:
    """A profile of thousands of words that no list has is judged as far as there is a use for."""
    parts = [first + second for first in "bdgkmpt" for second in "aeiou"]
    words = (("".join(choices) * 5)[:letters] for choices in product(parts, repeat=4))
    plain = "de man en de vrouw lopen samen naar huis en maken een plan voor de stad met iedereen die dat wil " * 4
    texts = [f"{plain}{' '.join(islice(words, 9))}." for _ in range(500)]
    start = process_time()
    check(tmp_path, "aanvraag", {"aanvraag": {"opdracht": [{"tekst": text.replace("  ", " ")} for text in texts]}})
    assert process_time() - start < 5


@with_extra
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("medezeggenschapsprocessne", "medezeggenschapsprocessen"),
        ("praktijkonderssteuner", "praktijkondersteuner"),
        ("aanstelliegsomvang", "aanstellingsomvang"),
    ],
)
def test_slips_of_long_words_are_found(wrong: str, right: str) -> None:
    """The limits leave room for long words, and for those of which the last part is wrong."""
    assert slips.better_word(wrong).better == right


@with_extra
def test_a_name_that_comes_back_is_judged_once(tmp_path: Path) -> None:
    """A word that no list has, in each of many texts, does not use up what later texts need."""
    sections = [{"tekst": f"Deel {number} gaat over gzorpelwuxen in de stad."} for number in range(100)]
    sections.append({"tekst": "De verantwoordlijkheid voor het wijkplan dragen."})
    found = [one.text for one in check(tmp_path, "aanvraag", {"aanvraag": {"opdracht": sections}}) if one.code == "L11"]
    assert found == ["verantwoordlijkheid"]
