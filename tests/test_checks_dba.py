"""Signals in tender requests: the patterns that find them, their places and their words, and hostile text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.checking import CONTROLES, check
from vacaturegen.checks import Finding
from vacaturegen.checks.dba.signals import find_notes, find_signals, phrases
from vacaturegen.checks.reading.patterns import compile_pattern

LONG = 200_000
"""How many characters the hostile texts have, about; what takes time by its square would take minutes on them."""
HOSTILE = {
    "brackets": "(" * 10_000 + ")" * 10_000,
    "one word": "a" * 1_000_000,
    "hyphens": "zzp-" * (LONG // 4),
    "a verb without an object": "rapporteert " * (LONG // 12),
    "who does not end": "team die " * (LONG // 9),
    "commas": "werkt, " * (LONG // 7),
}


def shipped_patterns() -> list[str]:
    """Every pattern of the lists of signals."""
    found = phrases()
    return sorted(
        {phrase.pattern for phrase in (*found.anywhere, *(p for some in found.by_key.values() for p in some))}
    )


def sentences_of_cases() -> list[str]:
    """Every sentence of the case files."""
    files = ("b-signalen", "b-valkuilen")
    read = (yaml.safe_load((CONTROLES / f"{name}.yaml").read_text(encoding="utf-8")) for name in files)
    return [case["titel"] for cases in read for case in cases]


def found_in(folder: Path, keys: str, code: str) -> Finding:
    """The one finding of a rule in a sound request with these keys."""
    (found,) = (finding for finding in check(folder, "aanvraag", keys) if finding.code == code)
    return found


def test_every_pattern_can_be_read() -> None:
    """No list holds a pattern that fails only when a text needs it."""
    assert len(shipped_patterns()) > 400
    for pattern in shipped_patterns():
        compile_pattern(pattern)


def test_no_pattern_is_looked_for_in_every_text() -> None:
    """Each pattern has a word of which the beginning is known, so that most texts cost nothing."""
    assert phrases().anywhere == []


def test_what_is_found_at_once_is_what_each_pattern_finds() -> None:
    """Looking only where a pattern's words can be misses nothing."""
    compiled = [compile_pattern(pattern) for pattern in shipped_patterns()]
    for sentence in sentences_of_cases():
        found = {(start, end) for _row, start, end in phrases().find(sentence)}
        assert found == {match.span() for pattern in compiled for match in pattern.finditer(sentence)}, sentence


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_time_by_its_length(text: str) -> None:
    """A text that is all beginnings and no ends is read in no more than some seconds, and holds no signal."""
    assert find_signals(text, frozenset()) == ()
    assert find_notes(text) == ()


def test_a_finding_stands_at_its_words_and_keeps_to_whom_they_point(tmp_path: Path) -> None:
    """The place is that of the very words, and the better text names whom the sentence names."""
    found = found_in(tmp_path, "taken: [Plannen maken, Iedere week rapporteren aan de teammanager Ruimte]", "B01")
    line = (tmp_path / found.place.path.removeprefix(f"{tmp_path}/")).read_text(encoding="utf-8").splitlines()
    assert line[found.place.line - 1][found.place.column - 1 :].startswith("rapporteren aan de teammanager")
    assert (found.text, found.better) == (
        "rapporteren aan de teammanager",
        "de voortgang en het resultaat afstemmen met de teammanager",
    )


def test_advice_that_is_no_text_takes_no_place(tmp_path: Path) -> None:
    """Where words are best left out, the sentence says so and no better text is offered."""
    found = found_in(tmp_path, "aanvraag: {overig: [De professional heeft recht op vakantiedagen.]}", "B04")
    assert found.better == ""
    assert "laat dit weg" in found.message


def test_what_a_clause_describes_is_found_in_its_own_file(tmp_path: Path) -> None:
    """What a clause of the organisation says is found in the file where it stands."""
    clause = (
        "id: eigen, versie: '1', status: voorbeeldtekst, elementen: [geen-dienstbetrekking],"
        " tekst: Het werk gebeurt onder leiding en toezicht van de opdrachtgever."
    )
    found = found_in(tmp_path, f"organisatie: {{clausules: {{dba: {{zelfstandig: {{{clause}}}}}}}}}", "B01")
    assert found.place.path.endswith("organisaties/voorbeeldstad.yaml")


def test_the_count_names_each_group_and_what_points_the_other_way(tmp_path: Path) -> None:
    """The count tells how many signals of each group there are, what fits self-employed work, and gives no verdict."""
    keys = "taken: [Rapporteren aan de teammanager, Deelnemen aan het teamoverleg, Rapporteren aan het afdelingshoofd]"
    message = found_in(tmp_path, keys, "B14").message
    assert "authority over the person (2), being embedded in the organisation (1)" in message
    assert "eigen materiaal (" in message
    assert "resultaat (" in message
    assert "no verdict" in message
