"""Signals in tender requests: the patterns that find them, their places and their words, and hostile text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.checking import CONTROLES, check
from vacaturegen.checks import Finding
from vacaturegen.checks.dba.signals import find_notes, find_signals, phrases
from vacaturegen.checks.reading.patterns import compile_pattern
from vacaturegen.checks.rule import Ernst

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
    assert "What fits self-employed work (3): eigen inzicht, eigen materiaal, resultaat." in message
    assert "no verdict" in message


def test_the_count_of_imposed_times_leaves_a_long_duration_out(tmp_path: Path) -> None:
    """A long duration and a full week are no imposed times; fixed days and times are."""
    keys = (
        "doel: Rapporteren aan de teammanager.\n"
        "inzet: {duur: 18 maanden, uren_per_week: '36', werkdagen: [maandag t/m vrijdag], werktijden: van 9 tot 17 uur}"
    )
    assert "imposed working times (2)" in found_in(tmp_path / "fixed", keys, "B14").message
    free = "doel: Rapporteren aan de teammanager.\ninzet: {duur: 18 maanden, uren_per_week: '36'}"
    assert "imposed working times" not in found_in(tmp_path / "free", free, "B14").message


def test_a_fact_that_is_said_more_than_once_counts_once(tmp_path: Path) -> None:
    """A field and the texts about it are one fact."""
    keys = "doel: Rapporteren aan de teammanager.\naanvraag: {overig: [Neem een eigen laptop mee., Er geldt BYOD.]}"
    assert found_in(tmp_path, keys, "B14").message.count("eigen materiaal") == 1


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("De opdrachtnemer bepaalt zelf de volgorde.", "eigen inzicht"),
        ("De gemeente bepaalt zelf haar beleid.", ""),
        ("Er wordt gefactureerd per opgeleverd deelproduct.", "vaste prijs"),
        ("Er wordt gefactureerd per maand.", ""),
        ("De opdrachtnemer mag ook voor andere opdrachtgevers werken.", "meer opdrachtgevers"),
        ("De kandidaat werkt samen met andere opdrachtgevers in de regio.", ""),
    ],
)
def test_what_fits_self_employed_work_is_said_of_the_professional(text: str, counted: str) -> None:
    """What somebody else decides, or with whom the professional works, says nothing of that."""
    assert {note.name for note in find_notes(text) if note.group == "positief"} - {"resultaat"} == {counted} - {""}


@pytest.mark.parametrize(
    ("start", "said"), [("2027-02-01", "runs in 2027"), ("2026-12-14", "can run after 31 december 2026")]
)
def test_the_law_on_admission_is_told_by_when_the_work_begins(tmp_path: Path, start: str, said: str) -> None:
    """Work that begins under the law runs in that year; other work can go on after the day before it."""
    keys = f"inzet: {{start: '{start}'}}\nplanning: WEG\naanvraag: {{arbeidsrelatie: detachering, waadi: ja}}"
    assert said in found_in(tmp_path, keys, "B12").message


def test_a_clause_for_secondment_asks_for_less(tmp_path: Path) -> None:
    """What a clause lacks is told in words; under the client's direction it is information, of two elements."""
    clause = "id: eigen, versie: '1', status: voorbeeldtekst, elementen: [inrichting-door-opdrachtgever]"
    keys = (
        "{waadi: ja, wtta: ja, arbeidsrelatie: detachering}\n"
        f"organisatie: {{clausules: {{dba: {{detachering: {{{clause}, tekst: De gemeente leidt het werk.}}}}}}}}"
    )
    found = found_in(tmp_path, f"aanvraag: {keys}", "B08")
    assert found.ernst == Ernst.INFORMATIE
    assert found.message == "The clause about the arbeidsrelatie does not say: who answers for the right qualification."


def test_support_of_one_manager_is_information(tmp_path: Path) -> None:
    """It can be what the work is about, so it does not warn."""
    assert found_in(tmp_path, "doel: Je ondersteunt het afdelingshoofd.", "B01").ernst == Ernst.INFORMATIE


def test_both_forms_in_one_sentence_have_its_place(tmp_path: Path) -> None:
    """The warning stands where the text names both forms, not at the arbeidsrelatie."""
    both = "Zowel een zzp-er als een medewerker van een detacheringsbureau kan de opdracht doen."
    keys = f"aanvraag: {{arbeidsrelatie: open, waadi: ja, wtta: ja, overig: [{both}]}}"
    found = found_in(tmp_path, keys, "B07")
    assert (found.ernst, found.text[:12]) == (Ernst.WAARSCHUWING, "Zowel een zz")
