"""Values read as a Dutch text has them, and Dutch sentences end where a reader would say they do."""

from __future__ import annotations

import subprocess
import sys
import time as clock
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vacaturegen import dutch, words
from vacaturegen.notation import Bereik, Bijzonder, Datum, Duur, Eenheid, Verlenging, Weekdag

CASES = Path(__file__).parent / "cases" / "zinnen"
MA, DI, WO, DO, VR, ZA, ZO = Weekdag


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Datum(date(2026, 7, 7)), "dinsdag 7 juli 2026"),
        (Datum(date(2026, 7, 7), time(9)), "dinsdag 7 juli 2026, 09:00 uur"),
        (Datum(date(2026, 7, 7), uiterlijk=True), "uiterlijk dinsdag 7 juli 2026"),
        (Datum(date(2027, 3, 1), time(17, 5), uiterlijk=True), "uiterlijk maandag 1 maart 2027, 17:05 uur"),
        (Datum(date(2026, 7, 7), time(0)), "dinsdag 7 juli 2026, 00:00 uur"),
        (Bijzonder.ZSM, "z.s.m."),
        (Bijzonder.NTB, "nader te bepalen"),
    ],
)
def test_date(value: Datum | Bijzonder, text: str) -> None:
    """A date has its weekday, and its time when it has one; what is not a date yet is said in words."""
    assert dutch.date_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Datum(date(2026, 7, 7)), "2026-07-07"),
        (Datum(date(2026, 7, 7), time(9), uiterlijk=True), "2026-07-07T09:00"),
        (Datum(date(2026, 7, 7), time(0)), "2026-07-07T00:00"),
    ],
)
def test_date_for_machines(value: Datum, text: str) -> None:
    """A machine reads the day and the time, not how sure they are."""
    assert dutch.iso_text(value) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Decimal("3735.55"), "€\u00a03.735,55"),
        (Decimal(90), "€\u00a090,00"),
        (Decimal("1.9"), "€\u00a01,90"),
        (Decimal("0.23"), "€\u00a00,23"),
        (Decimal("1234567.89"), "€\u00a01.234.567,89"),
        (Bijzonder.GEEN_MAXIMUM, "geen maximum"),
        (Bijzonder.NTB, "nader te bepalen"),
    ],
)
def test_money(amount: Decimal | Bijzonder, text: str) -> None:
    """An amount has two decimals and never loses its euro sign at the end of a line."""
    assert dutch.money(amount) == text


@pytest.mark.parametrize(
    ("value", "text"), [("22.37", "22,37%"), ("17.05", "17,05%"), ("8", "8%"), ("0.125", "0,125%")]
)
def test_percent(value: str, text: str) -> None:
    """A percentage keeps the decimals that it has."""
    assert dutch.percent(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "text"), [(19500, "19.500"), (4, "4"), (Decimal("4.5"), "4,5"), (Decimal("4.00"), "4"), (0, "0")]
)
def test_number(value: Decimal | int, text: str) -> None:
    """A number has points between its thousands and no decimals that say nothing."""
    assert dutch.number(value) == text


@pytest.mark.parametrize(("count", "text"), [(1, "1 punt"), (35, "35 punten"), (0, "0 punten"), (1500, "1.500 punten")])
def test_plural(count: int, text: str) -> None:
    """The word fits the number."""
    assert dutch.plural(count, "punt", "punten") == text


@pytest.mark.parametrize(
    ("van", "tot", "hours", "points"),
    [
        (4, 6, "4 tot 6 uur", "4 tot 6 punten"),
        (36, 36, "36 uur", "36 punten"),
        (1, 1, "1 uur", "1 punt"),
        (0, 1, "0 tot 1 uur", "0 tot 1 punt"),
        (4, None, "minimaal 4 uur", "minimaal 4 punten"),
        (1, None, "minimaal 1 uur", "minimaal 1 punt"),
        (None, 6, "maximaal 6 uur", "maximaal 6 punten"),
        (None, 0, "maximaal 0 uur", "maximaal 0 punten"),
    ],
)
def test_range(van: int | None, tot: int | None, hours: str, points: str) -> None:
    """A range says which bounds it has; an hour has no plural, a point has."""
    bounds = Bereik(None if van is None else Decimal(van), None if tot is None else Decimal(tot))
    assert dutch.range_text(bounds, "uur") == hours
    assert dutch.range_text(bounds, "punt", "punten") == points


@pytest.mark.parametrize(
    ("count", "unit", "text"),
    [
        (6, Eenheid.MAAND, "6 maanden"),
        (1, Eenheid.MAAND, "1 maand"),
        (1, Eenheid.JAAR, "1 jaar"),
        (2, Eenheid.JAAR, "2 jaar"),
        (3, Eenheid.WEEK, "3 weken"),
        (20, Eenheid.DAG, "20 dagen"),
        (1, Eenheid.WERKDAG, "1 werkdag"),
        (48, Eenheid.UUR, "48 uur"),
    ],
)
def test_duration_and_extension(count: int, unit: Eenheid, text: str) -> None:
    """A length of time has the right plural, also when it says how far an assignment can be extended."""
    assert dutch.duration(Duur(count, unit)) == text
    assert dutch.extension(Verlenging(1, Duur(count, unit))) == f"1 keer {text}"
    assert dutch.extension(Verlenging(2, Duur(count, unit))) == f"2 keer {text}"


@pytest.mark.parametrize(
    ("items", "conjunction", "alternative"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a en b", "a of b"),
        (["a", "b", "c"], "a, b en c", "a, b of c"),
        (["a", "b", "c", "d"], "a, b, c en d", "a, b, c of d"),
        (["{0}", "{1}", "%s"], "{0}, {1} en %s", "{0}, {1} of %s"),
    ],
)
def test_list(items: list[str], conjunction: str, alternative: str) -> None:
    """A list has commas and one word before its last item; items are never read as a pattern."""
    assert dutch.list_text(items) == conjunction
    assert dutch.list_text(iter(items), "of") == alternative


def test_list_knows_two_words() -> None:
    """A word that a list cannot be joined with is a mistake of the caller."""
    with pytest.raises(KeyError):
        dutch.list_text(["a", "b"], "noch")


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ((DO,), "donderdag"),
        ((MA, DI), "maandag en dinsdag"),
        ((MA, DI, DO), "maandag, dinsdag en donderdag"),
        ((MA, DI, WO), "maandag tot en met woensdag"),
        ((MA, DI, WO, DO, VR), "maandag tot en met vrijdag"),
        ((MA, DI, WO, VR), "maandag tot en met woensdag en vrijdag"),
        ((MA, WO, DO, VR, ZO), "maandag, woensdag tot en met vrijdag en zondag"),
    ],
)
def test_weekdays(days: tuple[Weekdag, ...], text: str) -> None:
    """Three days or more in a row are named by the first and the last."""
    assert dutch.weekdays(days) == text


@pytest.mark.parametrize(
    ("text", "with_capital"),
    [
        ("ambtelijk secretaris", "Ambtelijk secretaris"),
        ("ijsbaan", "IJsbaan"),
        ("IJsbaan", "IJsbaan"),
        ("écht", "Écht"),
        ("één kandidaat", "Eén kandidaat"),
        ("i", "I"),
        ("36 uur", "36 uur"),
        ("", ""),
        ("OR-leden", "OR-leden"),
    ],
)
def test_capital(text: str, with_capital: str) -> None:
    """The first letter gets a capital, and nothing else changes; ij is one letter, and één loses one accent."""
    assert words.capitalised(text) == with_capital


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Ambtelijk secretaris", "ambtelijk secretaris"),
        ("IJsbaan", "ijsbaan"),
        ("Ijsbaan", "ijsbaan"),
        ("IJ", "ij"),
        ("Écht", "écht"),
        ("I", "I"),
        ("U kunt", "u kunt"),
        ("OR-leden", "OR-leden"),
        ("HBO", "HBO"),
        ("36 uur", "36 uur"),
        ("al klein", "al klein"),
        ("E-mail", "e-mail"),
        ("A4-formaat", "A4-formaat"),
        ("Woo-jurist", "Woo-jurist"),
        ("Zaak-id", "zaak-id"),
        ("Europees subsidieadviseur", "Europees subsidieadviseur"),
        ("Noord-Hollands archivaris", "Noord-Hollands archivaris"),
        ("Noordelijk archivaris", "noordelijk archivaris"),
        ("Duitslandkenner", "duitslandkenner"),
        ("LinkedIn-profiel", "LinkedIn-profiel"),
        ("", ""),
    ],
)
def test_small_letter(text: str, without: str) -> None:
    """The first letter gets small, except of an abbreviation or a place, and nothing else changes; ij is one letter."""
    assert words.uncapitalised(text) == without


@pytest.mark.parametrize(
    "line",
    [
        line
        for path in sorted(CASES.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if not line.startswith("# ")
    ],
)
def test_sentences(line: str) -> None:
    """A case is one paragraph; a bar stands where a sentence ends and the next begins."""
    assert dutch.sentences(line.replace(" | ", " ")) == line.split(" | ")


@pytest.mark.parametrize(
    "text",
    [
        "Zie art.\u00a05.\u00a0De rest niet",
        "Dat is €\u00a090.\u00a0Meer niet",
    ],
)
def test_no_sentence_ends_at_a_no_break_space(text: str) -> None:
    """A no-break space holds together what stands around it."""
    assert dutch.sentences(text) == [text]


def test_word_after_a_no_break_space_is_a_word() -> None:
    """What a no-break space is in front of is judged as a word of its own."""
    assert dutch.sentences("Vanaf\u00a0z.s.m. Daarna niet.") == ["Vanaf\u00a0z.s.m.", "Daarna niet."]
    assert dutch.sentences("Zie\u00a0nr. Vijf.") == ["Zie\u00a0nr. Vijf."]


def test_space_in_front_is_no_part_of_a_word() -> None:
    """A text that begins with a space begins with the word behind it."""
    assert dutch.sentences(" Bijv. Word. Of Excel.") == [" Bijv. Word.", "Of Excel."]


@given(st.text(st.sampled_from("aAbZ. ?!…()\"'’1€:;\u00a0-é"), max_size=60) | st.text())
def test_sentences_are_the_text_again(text: str) -> None:
    """Joined with single spaces, the sentences are the text, character for character."""
    assert " ".join(dutch.sentences(text)) == text


@pytest.mark.parametrize(
    "piece", ["a", ".", ". ", "a. ", "A. ", "( ", ".) ", "' ", ".\u00a0", "1. ", "é.", "z.s.m. De "]
)
def test_sentences_take_time_by_length_only(piece: str) -> None:
    """A text of 200,000 characters is split at once, however it is made."""
    start = clock.process_time()
    dutch.sentences(piece * (200_000 // len(piece)))
    assert clock.process_time() - start < 1


def test_import_is_cheap() -> None:
    """Babel is not loaded before something is formatted, so that `--help` does not wait for it."""
    code = "import sys, vacaturegen.dutch; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("environment", [{"TZ": "Pacific/Kiritimati", "LC_ALL": "en_US"}, {"TZ": "x", "LC_ALL": "x"}])
def test_environment_changes_nothing(environment: dict[str, str]) -> None:
    """Zone and locale of the machine have no part in what is written."""
    code = (
        "from datetime import date, time; from decimal import Decimal\n"
        "from vacaturegen import dutch; from vacaturegen.notation import Datum\n"
        "print(ascii(dutch.date_text(Datum(date(2026, 7, 7), time(9))) + dutch.money(Decimal('1234.5'))))"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment)
    assert run.stdout.strip() == r"'dinsdag 7 juli 2026, 09:00 uur\u20ac\xa01.234,50'"
