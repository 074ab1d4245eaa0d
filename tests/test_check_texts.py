"""What checks read in texts: it takes time by the length only, and what is certain can be repaired."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from tests.checking import check
from vacaturegen.checks.coherence import (
    amounts,
    claims,
    consistency,
    doubles,
    leftovers,
    levels,
    pay_told,
    points,
    spacing,
    structure,
)
from vacaturegen.checks.coherence import whole_sentences as whole
from vacaturegen.checks.dates import stale
from vacaturegen.checks.dba import signals
from vacaturegen.checks.language import marks, signs, style
from vacaturegen.checks.people import he
from vacaturegen.checks.reading import joints, told_days, wordlists

READERS: list[Callable[[str], Any]] = [
    amounts.unclear_amounts,
    claims.claimed_in,
    consistency.members_in,
    consistency.subject_of,
    doubles.doubles_in,
    lambda value: he.he_in(value, frozenset({"adviseur"})),
    leftovers.leftovers_in,
    levels.named,
    lambda value: signals.find_signals(value, frozenset()),
    signals.find_notes,
    marks.lost_in,
    style.addresses_in,
    wordlists.found_in,
    signs.stand_ins_in,
    stale.events_in,
    structure.unpaired_in,
    told_days.told_in,
    whole.broken_in,
    joints.joints_in,
    pay_told.TOLD,
    points.COUNTS,
    lambda text: list(points.ALL.finditer(text)),
    lambda text: list(structure.WRONG.finditer(text)),
    spacing.spots_in,
    whole.unended_in,
]
PIECES = (
    *("a", "1", "(", "[", ".", "... ", "…", "x", "- ", "\n\n", "{", "<a", "(naam ", "a. B ", "a.B", "1.000 ", "mbo "),
    *(
        "de ",
        "De de ",
        "je je ",
        "stel vragen stel ",
        "1 juli 2026 ",
        "zal 1 mei 2026 ",
        "2026-",
        "maandag ",
        "ma 1-1-",
    ),
    *("€ 0,23 ", "fee ", "fee € ", "tarief ", "opdracht voor ", "1,00 per ", "maak eigen ", "en de ", " is ge"),
    *("de kandidaat zijn ", "de adviseur hij ", "Hij kandidaat. "),
    *("u ‘", "u ‘‘‘‘", "themas a. ", "themas ](", "treedt in dienst ", "conform ", "12,1 ", "www.a.", "`de de "),
    *("worden a a a a 1 mei 2026 ", "gesprek", "één ", ",,a", '"a b ', "`a", "''", "„a ", "aa - "),
    *(
        "maximaal € 1.000 bruto ",
        "in totaal kunnen ",
        "prijs telt % ",
        " abcde. wij ",
        "”a",
        "`a",
        " a.",
        "a ,",
        "2026A",
    ),
)
LENGTH = 50_000


@pytest.mark.parametrize("piece", PIECES)
def test_reading_takes_time_by_length_only(piece: str) -> None:
    """A text five times as long as a field can be is read at once by every rule, however it is made."""
    text = piece * (LENGTH // len(piece))
    for read in READERS:
        start = process_time()
        read(text)
        assert process_time() - start < 3, read


@pytest.mark.parametrize(
    ("words", "better", "certain"),
    [
        ("van de de", "de", True),
        ("6 maanden maanden", "6 maanden", True),
        ("1 maand maanden", "1 maand", True),
        ("zoals bijv. kaarten", "zoals", True),
        ("Zoals bijvoorbeeld kaarten", "Zoals", True),
        ("het team team", "team", False),
        ("aan de De Ruijterkade", "de", False),
        ("12,1 maanden maand", "12,1 maanden", True),
        ("zoals o.a. kaarten", "zoals", False),
    ],
)
def test_only_what_is_certain_is_said_to_be(tmp_path: Path, words: str, better: str, certain: bool) -> None:
    """A doubled word has a better text, and is repaired by itself only where nothing else can be meant."""
    found = [one for one in check(tmp_path, "vacature", {"doel": f"Plannen maken, {words}."}) if one.code == "S03"]
    assert [(one.better, one.certain) for one in found] == [(better, certain)]


def test_a_finding_points_at_the_words(tmp_path: Path) -> None:
    """Of a contradiction in a text the very words are shown, in the file where they stand."""
    keys = "vacature: {aanbod: De gesprekken zijn fijn. De gesprekken zijn op 13 januari 2027.}"
    (found,) = [one for one in check(tmp_path, "vacature", keys) if one.code == "S06"]
    line = (tmp_path / "profiles/proef.yaml").read_text(encoding="utf-8").splitlines()[found.place.line - 1]
    assert line[found.place.column - 1 : found.place.end_column - 1] == found.text == "13 januari 2027"


@pytest.mark.parametrize(
    ("kind", "keys", "code", "said"),
    [
        ("aanvraag", "aanvraag: {overig: ['Het uurtarief is maximaal € 90,-.']}", "S06", "€\u00a095,00"),
        ("aanvraag", "aanvraag: {fee_per_uur: '2.25', overig: ['De fee is € 1,50 per gewerkt uur.']}", "S06", "2,25"),
        (
            "aanvraag",
            "planning: {publicatie: 2026-11-02, vragen: WEG, antwoorden: WEG, sluiting: 2026-11-20 09:00}",
            "D09",
            "vrijdag 20 november 2026, 09:00 uur",
        ),
        ("vacature", "vacature: {aanbod: Reageren kan tot 16 december.}", "D06", "“tot 16 december”"),
        ("vacature", "doel: Plannen maken (ook voor de wijk.", "S04", "“ook voor de”"),
    ],
)
def test_a_message_tells_values_as_people_write_them(
    tmp_path: Path, kind: str, keys: str, code: str, said: str
) -> None:
    """Amounts have a euro sign and a comma, days their time, and words end where a word ends."""
    (found,) = [one for one in check(tmp_path, kind, keys) if one.code == code]
    assert said in found.message


def test_a_quoted_demand_ends_with_a_word(tmp_path: Path) -> None:
    """A long demand is cut between two words, with an ellipsis."""
    demand = "De kandidaat heeft minimaal 2 jaar ervaring met plannen voor stadsparken en begraafplaatsen."
    keys = {"aanvraag": {"knockouts": [demand], "gunningscriteria": [{"criterium": demand, "punten": "100"}]}}
    (found,) = [one for one in check(tmp_path, "aanvraag", keys) if one.code == "S12"]
    assert "met plannen…”" in found.message


@pytest.mark.parametrize(
    ("words", "better", "certain"),
    [
        ("de themas van nu", "thema's", True),
        ("DE THEMAS VAN NU", "THEMA'S", True),
        ("de paginas's van nu", "pagina's", True),
        ("bij Financien in de stad", "Financiën", False),
        ("Financien in de stad", "Financiën", True),
        ("de zorg. Financien ook", "Financiën", True),
    ],
)
def test_a_word_that_may_be_a_name_is_not_repaired(tmp_path: Path, words: str, better: str, certain: bool) -> None:
    """A mark is put back by itself but in a word with a capital within a sentence."""
    found = [one for one in check(tmp_path, "vacature", {"doel": f"{words}."}) if one.code == "S13"]
    assert [(one.better, one.certain) for one in found] == [(better, certain)]


@pytest.mark.parametrize("letter", ["\u0130", "\u0131", "\u017f", "\u212a"])
def test_odd_letters_are_read_as_those_they_look_like(tmp_path: Path, letter: str) -> None:
    """Letters that an expression takes for i, s or k do not stop a check."""
    plain = "Op woensdag 3 juli 2026, in een half jaar, met zes leden, in oktober 2026. Wij bewaren cv's vier weken."
    for sign in "isk":
        for kind in ("vacature", "aanvraag"):
            check(tmp_path, kind, {"doel": plain.replace(sign, letter)})


def test_a_place_to_fill_in_is_shown_as_it_was_typed(tmp_path: Path) -> None:
    """A word of an organisation's own list that is not finished yet is shown without what stands for the place."""
    (found,) = [
        one
        for one in check(
            tmp_path, "vacature", {"status": "concept", "organisatie": {"woorden": ["conform <vul in wat>"]}}
        )
        if one.code == "N05"
    ]
    assert "“conform <vul in>”" in found.message


@pytest.mark.parametrize(
    ("kind", "words", "code"),
    [
        ("vacature", "themas a. ", "S13"),
        ("vacature", "de de a. ", "S03"),
        ("vacature", "zoals bijv. a. ", "S03"),
        ("vacature", "ten alle tijden a. ", "L12"),
        ("aanvraag", "Hij treedt in dienst. ", "B04"),
    ],
)
def test_what_is_everywhere_is_not_told_everywhere(tmp_path: Path, kind: str, words: str, code: str) -> None:
    """Of one text so many findings of a kind are told as there is a use for."""
    keys = {"aanvraag": {"opdracht": [{"tekst": words * 200}]}} if kind == "aanvraag" else {"doel": words * 200}
    assert 0 < sum(one.code == code for one in check(tmp_path, kind, keys)) <= 20
