"""Two versions of a document as one: what stayed, went and came, and what a reader takes as one piece."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token

from tests import edits
from tests.support import GOLDEN, ROOT
from vacaturegen.comparing.changes import Change, count_changes, list_changes, told_once
from vacaturegen.comparing.looks import Look, runs_of
from vacaturegen.comparing.merging import CHANGE, DEL, INS, SENTENCES, merge
from vacaturegen.comparing.pairs import pair_texts
from vacaturegen.comparing.words import Atom, split, text_of
from vacaturegen.markdown import parse, plain
from vacaturegen.markdown.normal_form import settle_inline
from vacaturegen.writers.md import print_copy

COPIES = sorted([*GOLDEN.glob("*.md"), *(ROOT / "output").glob("*/*.md")])
EXAMPLES = int(os.environ.get("VACATUREGEN_EXAMPLES", "150"))


def side(tokens: list[Token], gone: str) -> bytes:
    """The reading copy of merged tokens without what came (or went)."""
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        if depth or token.meta.get(CHANGE) == gone:
            depth += token.nesting
            continue
        kept.append(without(token, gone) if token.type == "inline" else token)
    tables = [token for token in kept if token.type not in {"tbody_open", "tbody_close"}]
    return print_copy(parse(print_copy(tables).decode()))


def without(inline: Token, gone: str) -> Token:
    """A text without what came (or went), and without marks of what stays."""
    children: list[Token] = []
    inside = False
    for child in inline.children or ():
        kind = child.meta.get("kind")
        if kind == gone:
            inside = child.type == "mark_open"
        elif not inside and kind not in (INS, DEL):
            children.append(child.copy())
    settled = settle_inline(children)
    return inline.copy(children=settled, content="".join(child.content or " " for child in settled if not child.tag))


def changes(old: str, new: str) -> list[Change]:
    """The sentences that differ between two reading copies."""
    return list_changes(merge(parse(old), parse(new)))


def shown(change: Change) -> str:
    """A sentence with what went and came in it."""
    signs = {INS: "{+%s+}", DEL: "[-%s-]", "": "%s"}
    return "".join(signs[piece.change] % piece.text for piece in change.pieces)


@given(st.sampled_from(COPIES), st.integers(0, 10**9))
@settings(max_examples=EXAMPLES, deadline=None)
def test_both_versions_are_in_what_is_merged(copy: Path, seed: int) -> None:
    """Without what came it is the old document, without what went the new one; whatever was changed at random."""
    old = copy.read_text(encoding="utf-8")
    new = edits.edit(old, seed)
    merged = merge(parse(old), parse(new))
    assert side(merged, DEL) == print_copy(parse(new))
    assert side(merged, INS) == print_copy(parse(old))


@pytest.mark.parametrize("copy", COPIES, ids=lambda path: path.stem)
def test_a_document_does_not_differ_from_itself(copy: Path) -> None:
    """The same document twice is that document, with nothing that differs."""
    tokens = parse(copy.read_text(encoding="utf-8"))
    assert merge(tokens, tokens) == tokens
    assert list_changes(merge(tokens, parse(copy.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Maximaal € 3.735,55 per uur", ["Maximaal", "€ 3.735,55", "per", "uur"]),
        ("op 7 juli 2026, 09:00 uur", ["op", "7 juli 2026", ",", "09:00", "uur"]),
        ("mail hr.team@example.nl.", ["mail", "hr.team@example.nl", "."]),
        ("zie https://example.nl/a?b=1, dus", ["zie", "https://example.nl/a?b=1", ",", "dus"]),
        ("een zzp'er (v/m/x)", ["een", "zzp'er", "(", "v/m/x", ")"]),
        ("22,37% van z.s.m.", ["22,37%", "van", "z.s.m", "."]),
        ("1.095 uur in 2026-07-07", ["1.095", "uur", "in", "2026-07-07"]),
        ("HR-adviseur: € 2.400,-", ["HR-adviseur", ":", "€ 2.400,-"]),
    ],
)
def test_what_a_reader_takes_as_one_is_one_piece(text: str, pieces: list[str]) -> None:
    """Amounts, dates, addresses and words are never cut through."""
    (token,) = (token for token in parse(text.replace("€ ", "€\u00a0")) if token.type == "inline")
    atoms = [atom.text for atom in split(token) if not atom.text.isspace()]
    assert atoms == [piece.replace("€ ", "€\u00a0") for piece in pieces]


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("De fee is € 1,90 per uur.", "De fee is € 2,10 per uur.", ["De fee is [-€ 1,90-]{+€ 2,10+} per uur."]),
        ("Eén. Twee. Drie.", "Eén. Drie.", ["[-Twee. -]"]),
        ("Eén. Drie.", "Eén. Twee is er nu bij. Drie.", ["{+Twee is er nu bij. +}"]),
        ("- a b c\n- d e f\n", "- d e f\n", ["[-a b c-]"]),
        ("| A | B |\n| --- | --- |\n| Duur | 6 |\n", "| A | B |\n| --- | --- |\n| Duur | 8 |\n", ["Duur | [-6-]{+8+}"]),
        ("Lees [dit](https://a.nl) nu.", "Lees [dit](https://b.nl) nu.", ["Lees [-dit-]{+dit+} nu."]),
        ("Hij werkt hier.", "Hij werkt **hier**.", ["Hij werkt [-hier-]{+hier+}."]),
        ("Kom je ook", "Kom je ook?", ["Kom je ook{+?+}"]),
        ("Een  zin  hier.", "Een zin hier.", []),
    ],
)
def test_a_change_shows_as_the_sentence_that_changed(old: str, new: str, seen: list[str]) -> None:
    """Only sentences that differ are told, each with the words that went and came."""
    assert [shown(change) for change in changes(old, new)] == seen


LINKED = "Lees [dit](https://a.nl) nu."


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        (LINKED, "Lees [dit](https://b.nl) nu.", [("dit", Look("a", "https://a.nl", "https://b.nl"))]),
        (LINKED, "Lees dit nu.", [("dit", Look("a", "https://a.nl", ""))]),
        (LINKED, "Lees [dat](https://b.nl) nu.", [("dat", Look("a", "https://a.nl", "https://b.nl"))]),
        (LINKED, "Lees [dat](https://a.nl) nu.", []),
        ("Eén.", "Eén. Zie [dit](https://b.nl) nu.", [("Zie dit nu.", Look("a", "", "https://b.nl"))]),
        ("Zie nu.", "Zie [www.b.nl](https://www.b.nl) nu.", []),  # the words tell it
        ("Eén. Zie [dit](https://b.nl) nu.", "Eén.", []),  # it went with the words
        ("Hij werkt hier.", "Hij *werkt* hier.", [("werkt", Look("em", "", "em"))]),
        ("Hij **werkt** hier.", "Hij werkt hier.", [("werkt", Look("strong", "strong", ""))]),
        ("Wel **een en twee** nu.", "Wel **een** en **twee** nu.", [("en", Look("strong", "strong", ""))]),
        ("Minstens 3 jaar.", "**Minstens 4 jaar.**", [("Minstens 4 jaar.", Look("strong", "", "strong"))]),
        ("## Taken\n\nNu.", "### Taken\n\nNu.", [("Taken", Look("block", "heading 2", "heading 3"))]),
        ("- een\n- twee drie\n", "- een\n\ntwee drie\n", [("twee drie", Look("block", "item 1", "paragraph"))]),
        ("- een\n- twee\n", "- een\n  - twee\n", [("twee", Look("block", "item 1", "item 2"))]),
        (
            "1. Eén.\n2. Twee.\n",
            "3. Eén.\n4. Twee.\n",
            [(f"{one}.", Look("block", "number 1", "number 1")) for one in ("Eén", "Twee")],
        ),
        ("- een\n- twee\n- drie\n", "- een\n\nNieuw.\n\n- twee\n- drie\n", []),  # two lists are no other items
        ("> Eén.\n", "1. Eén.\n", [("Eén.", Look("block", "clause", "number 1"))]),
    ],
)
def test_what_differs_but_for_the_words_is_told(old: str, new: str, seen: list[tuple[str, Look]]) -> None:
    """Where a link leads, bold and italic, and what block the words stand in; a block is no move."""
    found = changes(old, new)
    assert [(piece.text.strip(), look) for one in found for piece in one.pieces for look in piece.looks] == seen
    assert not {"moved", "moved away"} & {change.kind for change in found}


FORMS = ("{}", "{}", "{}", "**{}**", "*{}*", "[{}](https://a.nl)", "[{}](https://b.nl)")
DRESSED = st.lists(st.builds(str.format, st.sampled_from(FORMS), st.sampled_from("abcdef")), min_size=1, max_size=7)
"""Words, of which some are bold or italic or lead somewhere."""


@given(DRESSED, DRESSED)
@settings(max_examples=EXAMPLES * 2, deadline=None)
def test_no_word_is_lost_between_looks(one: list[str], other: list[str]) -> None:
    """Without what came the runs of a sentence are the old words, without what went the new; what differs is told."""
    before, after = (parse(" ".join(words)) for words in (one, other))
    tokens = merge(before, after)
    sentences = [sentence for token in tokens for sentence in token.meta.get(SENTENCES, ())]
    runs = [run for sentence in sentences for run in runs_of(sentence)]
    for side, gone in ((before, INS), (after, DEL)):
        words = [word for run in runs if run.change != gone for word in run.text.split()]
        assert words == (plain(side[1]).split() if runs else [])
    keys = [[atom.key for atom in split(side[1]) if not atom.text.isspace()] for side in (before, after)]
    assert bool(list_changes(tokens)) == (keys[0] != keys[1])


def test_the_same_words_are_read_once() -> None:
    """Words that only look otherwise are no text that went and text that came to who reads them."""
    (change,) = changes("Hij werkt **vaak** en [hier](https://a.nl) nu.", "Hij werkt vaak en [hier](https://b.nl) nu.")
    assert [piece.text for piece in change.pieces if piece.change == DEL] == ["vaak", "hier"]
    told = told_once(change.pieces)
    assert "".join(piece.text for piece in told) == "Hij werkt vaak en hier nu."
    assert {piece.change for piece in told} == {""}


def test_a_move_is_one_sentence() -> None:
    """What is told at two places counts once."""
    found = changes("- een twee drie\n- vier vijf\n- zes\n", "- zes\n- een twee drie\n- vier vijf\n")
    assert (len(found), count_changes(found)) == (2, 1)


def test_what_was_moved_is_told_as_moved() -> None:
    """An item that stands elsewhere now is told at both places, and not as gone and new."""
    found = changes(
        "- een twee drie\n- vier vijf zes\n- zeven acht\n", "- zeven acht\n- een twee drie\n- vier vijf zes\n"
    )
    assert sorted(change.kind for change in found) == ["moved", "moved away"]


def test_sentences_are_told_below_their_headings() -> None:
    """The headings above a sentence are those of the new version, the title left out."""
    old = "# Titel\n\n## Werk\n\n### Taken\n\nWat je doet.\n\n## Geld\n\nVeel geld.\n"
    new = old.replace("Taken", "Alle taken").replace("Wat je doet", "Wat je gaat doen").replace("Veel", "Weinig")
    assert [(change.headings, shown(change)) for change in changes(old, new)] == [
        (("Werk",), "[-Taken-]{+Alle taken+}"),
        (("Werk", "Alle taken"), "Wat je [-doet-]{+gaat doen+}."),
        (("Geld",), "[-Veel-]{+Weinig+} geld."),
    ]


def test_a_table_with_other_columns_is_another_table() -> None:
    """It goes as a whole, and comes as a whole."""
    old = "| A | B |\n| --- | --- |\n| c | d |\n"
    new = "| A | B | E |\n| --- | --- | --- |\n| c | d | f |\n"
    kinds = [token.meta.get(CHANGE) for token in merge(parse(old), parse(new)) if token.type == "table_open"]
    assert kinds == [DEL, INS]


def test_time_has_a_bound() -> None:
    """Thousands of equal words on both sides are compared in a moment, and still give both versions."""
    old, new = " ".join(["a b"] * 20_000), " ".join(["b c a"] * 15_000)
    merged = merge(parse(old), parse(new))
    assert side(merged, DEL) == print_copy(parse(new))


def test_pieces_that_print_the_same_are_the_same() -> None:
    """A mark that no reader sees makes no difference; emphasis and the target of a link do."""
    assert Atom("7", (("time", "2026"),)).key == Atom("7").key
    assert Atom("7", (("strong", ""),)).key != Atom("7").key
    assert all(one.key != other.key for one, other in pairwise([Atom("x", (("a", href),)) for href in "abc"]))


@given(st.sampled_from(COPIES), st.integers(0, 10**9))
@settings(max_examples=EXAMPLES, deadline=None)
def test_each_text_of_both_documents_is_in_one_pair(copy: Path, seed: int) -> None:
    """What became of each text is told once, in order, and its runs are the words of both."""
    text = copy.read_text(encoding="utf-8")
    old, new = parse(text), parse(edits.edit(text, seed))
    pairs = list(pair_texts(old, new, merge(old, new)))
    for side, tokens, gone in (("old", old, INS), ("new", new, DEL)):
        told = [pair for pair in pairs if getattr(pair, side) is not None]
        assert [getattr(pair, side) for pair in told] == [i for i, token in enumerate(tokens) if token.type == "inline"]
        for pair in told:
            said = "".join(text_of(part.atoms) for part in pair.parts if part.change != gone)
            assert said == plain(tokens[getattr(pair, side)])
