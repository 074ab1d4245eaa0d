"""Lists of words: what a pattern finds, what only looks like it, and that hostile text takes no more time."""

from __future__ import annotations

import time as clock

import pytest

from vacaturegen.checks.reading.patterns import PatternError, compile_pattern
from vacaturegen.checks.reading.phrases import Phrases
from vacaturegen.checks.reading.sentences import sentence_at
from vacaturegen.checks.reading.wordlists import Entry, Found, settle

MEGABYTE = 1_000_000


def find(pattern: str, text: str, niet: tuple[str, ...]) -> list[Found]:
    """What a list of one pattern finds in a text."""
    phrases = Phrases([(Entry((pattern,), "", niet=niet), pattern)])
    return list(settle([Found(*hit) for hit in phrases.find(text)], text))


def found(pattern: str, text: str, niet: tuple[str, ...] = ()) -> list[str]:
    """The words of a text that a pattern finds."""
    return [text[hit.start : hit.end] for hit in find(pattern, text, niet)]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("klant", "De klant en de klanten.", ["klant"]),
        ("klant*", "De klant en de klanten.", ["klant", "klanten"]),
        ("*klant", "Een vaste stamklant, geen klantje.", ["stamklant"]),
        ("*klant*", "Stamklanten en klanttevredenheid", ["Stamklanten", "klanttevredenheid"]),
        ("*ing* van", "de planning van de plannen", ["planning van"]),
        ("*ing* van", "de regeling-op-maat van de plannen", ["regeling-op-maat van"]),
        ("legt|leg ... af", "Je legt er elke week rekening over af.", ["legt er elke week rekening over af"]),
        ("legt ... af", "Je legt iets neer. Het is af.", []),
        ("VOG", "een vog of een VOG", ["VOG"]),
        ("foto's", "foto’s", ["foto’s"]),
        ("a|ab b|bc", "een ab bc", ["ab bc"]),
        ("is ... van ... aan", "Het is nu van ons aan jou.", ["is nu van ons aan"]),
    ],
)
def test_patterns(pattern: str, text: str, words: list[str]) -> None:
    """A star, a bar and dots stand for what the notation says."""
    assert found(pattern, text) == words


def test_what_only_looks_like_it() -> None:
    """Words that are part of an exception of their entry are left alone, the same words elsewhere are not."""
    text = "Een jonge gemeente zoekt een jonge adviseur in een jonge gemeente."
    assert found("jonge", text, ("jonge gemeente",)) == ["jonge"]


@pytest.mark.parametrize("pattern", ["", " ", "a  b", "... a", "a ...", "(a", "**", "a *", "a|", "a(b)", "a ... ... b"])
def test_bad_patterns(pattern: str) -> None:
    """What cannot be read is refused when the list is made."""
    with pytest.raises(PatternError):
        compile_pattern(pattern)


@pytest.mark.parametrize(("at", "sentence"), [(0, "Een zin."), (9, "Nog een."), (19, "Het eind."), (400, "Het eind.")])
def test_the_sentence_around_a_place(at: int, sentence: str) -> None:
    """The sentence that a character stands in, also in a later paragraph."""
    assert sentence_at("Een zin. Nog een.\n\nHet eind.", at).text == sentence


@pytest.mark.parametrize(
    "piece", ["a", "a ", "ing", "ing ", "conform ", "(", "[{", ". ", "-a", "a'", "\u00a0", "niet in "]
)
@pytest.mark.parametrize(
    "pattern",
    [
        *("conform", "*ing", "*ing* foo", "in*", "a ... b", "*a* *b* c", "a ... b ... c", "a ... a ... b"),
        *("*a ... *a* ... b", "a|a*|*a a|a*|*a a|a*|*a a|a*|*a a|a*|*a a|a*|*a b"),
    ],
)
def test_time_grows_with_length_only(pattern: str, piece: str) -> None:
    """A line of a megabyte, whatever it is made of, takes seconds at most; with a square it would take hours."""
    text = piece * (MEGABYTE // len(piece))
    start = clock.process_time()
    find(pattern, text, ("conform planning", "*ing* van de"))
    assert clock.process_time() - start < 10
