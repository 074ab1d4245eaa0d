"""What people type becomes the value they mean, or an error that shows the right form."""

from __future__ import annotations

import pickle
import time as clock
from collections.abc import Callable
from contextlib import suppress
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vacaturegen import notation
from vacaturegen.notation import (
    Afgeleid,
    Bereik,
    Bijzonder,
    Datum,
    Duur,
    Eenheid,
    Maand,
    NotationError,
    Periode,
    Trede,
    Verlenging,
    Waarde,
    Weekdag,
    notation_of,
)

Parser = Callable[[str], Waarde]

CASES = Path(__file__).parent / "cases" / "notation"
PARSERS: dict[str, Parser] = {
    name.removeprefix("parse_"): parser for name, parser in vars(notation).items() if name.startswith("parse_")
}

DATES = st.builds(
    Datum,
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    st.booleans(),
)
NUMBERS = st.decimals(0, 999_999, places=2)
RANGES = st.one_of(
    st.tuples(NUMBERS, NUMBERS).map(sorted).map(lambda bounds: Bereik(*bounds)),
    st.builds(Bereik, NUMBERS, st.none()),
    st.builds(Bereik, st.none(), NUMBERS),
)
DURATIONS: st.SearchStrategy[Duur] = st.builds(Duur, st.integers(1, 9999), st.sampled_from(Eenheid))
LENGTHS: st.SearchStrategy[Duur] = st.builds(
    lambda length, more, word: Duur(length.aantal, length.eenheid, more and min(length.aantal + more, 9999), word),
    DURATIONS.filter(lambda length: length.aantal < 9999),
    st.none() | st.integers(1, 500),
    st.sampled_from(["", "ongeveer", "minimaal", "maximaal"]),
)
RELATIVES: st.SearchStrategy[Waarde] = st.builds(
    Afgeleid,
    st.builds(
        Duur,
        st.integers(1, 999),
        st.sampled_from([Eenheid.WERKDAG, Eenheid.DAG, Eenheid.KALENDERDAG, Eenheid.WEEK, Eenheid.MAAND, Eenheid.JAAR]),
    ),
    st.sampled_from(["publicatie", "voorlopige gunning", "voorlopige_gunning", "Tweede gesprek", "dag 2 na de schouw"]),
    st.booleans(),
    st.sampled_from(["", "minstens", "uiterlijk"]),
    st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)),
)
DAYS_OF_2000 = st.dates(date(2000, 1, 1), date(2000, 12, 31))
UNITS = st.sampled_from(["jaar", "maanden", "referenties", "vergelijkbare opdrachten", "%"])
SPANS = st.tuples(NUMBERS, NUMBERS).map(sorted).filter(lambda bounds: bounds[0] < bounds[1])
STEPS = st.one_of(
    st.builds(lambda bounds, *rest: Trede(*bounds, *rest), SPANS, UNITS, st.booleans(), st.booleans()),
    st.builds(lambda number, unit: Trede(number, number, unit), NUMBERS, UNITS),
    st.builds(lambda number, unit, out: Trede(number, None, unit, out), NUMBERS, UNITS, st.booleans()),
    st.builds(lambda number, unit: Trede(None, number, unit), NUMBERS, UNITS),
    st.builds(lambda number, unit: Trede(None, number, unit, zonder_tot=True), NUMBERS.filter(bool), UNITS),
)
VALUES: dict[str, st.SearchStrategy[Waarde]] = {
    "date": DATES | st.sampled_from([Bijzonder.ZSM, Bijzonder.NTB]),
    "moment": DATES
    | st.builds(Maand, st.dates(date(2000, 1, 1), date(2099, 12, 1)).map(lambda day: day.replace(day=1)))
    | st.sampled_from([Bijzonder.ZSM, Bijzonder.IN_OVERLEG]),
    "planned_date": DATES | RELATIVES,
    "planned_moment": DATES | RELATIVES,
    "period": st.tuples(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
    .map(sorted)
    .map(lambda days: Periode(days[0], days[1]))
    | st.builds(Periode, DAYS_OF_2000, DAYS_OF_2000, st.just(True)),
    "range": RANGES,
    "duration": DURATIONS | LENGTHS,
    "term": DURATIONS | LENGTHS,
    "extension": st.builds(Verlenging, st.none() | st.integers(1, 99), DURATIONS)
    | st.sampled_from([Bijzonder.MOGELIJK, Bijzonder.IN_OVERLEG, Bijzonder.NIET_MOGELIJK, Bijzonder.NTB]),
    "step": STEPS,
    "points": NUMBERS,
    "amount": st.decimals(0, 999_999_999, places=2) | st.just(Bijzonder.NTB),
    "maximum": st.decimals(0, 999_999_999, places=2) | st.sampled_from([Bijzonder.NTB, Bijzonder.GEEN_MAXIMUM]),
    "bound": st.decimals(0, 999_999_999, places=2)
    | st.sampled_from([Bijzonder.NTB, Bijzonder.LAAGSTE_AANBOD, Bijzonder.HOOGSTE_AANBOD]),
    "percentage": st.decimals(0, 999, places=2),
    "yes_no": st.booleans(),
    "weekdays": st.sets(st.sampled_from(Weekdag), min_size=1).map(lambda days: tuple(sorted(days))),
    "count": st.integers(1, 999_999_999),
    "id": st.from_regex(r"[a-z0-9][a-z0-9-]{4,62}", fullmatch=True),
    "scale": st.from_regex(r"([1-9][0-9]?[A-Z]?|A|FWG [1-9][0-9])( of [1-9][0-9]?)?", fullmatch=True),
    "colour": st.from_regex(r"#[0-9a-f]{6}", fullmatch=True),
}
HOSTILE = {
    "many digits": "9" * 5_000,
    "many letters": "a" * 20_000,
    "many brackets": "[" * 100_000,
    "many spaces": " " * 100_000 + "x",
    "many labels": "a." * 10_000,
    "long address": "a" * 240 + "@a.nl",
    "many hyphens": "https://" + "a-" * 990,
    "surrogate": "\ud800",
    "terminal": "\x1b[31m7 juli\x1b[0m\x07",
    "bidi": "\u202e2026-07-07\u202c",
    "combining": "e\u0301" * 40,
    "braces": "{text} {0} %s %(x)s",
    "empty": "",
}


def cases(sign: str) -> list[tuple[str, str, str]]:
    """Return (parser, typed, expected) for each line of the case files that has this sign between the two."""
    lines = [(path.stem, line) for path in sorted(CASES.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    return [(name, *line.split(f" {sign} ")) for name, line in lines if f" {sign} " in line]  # type: ignore[misc]


def test_each_parser_has_cases() -> None:
    """Every parser has a case file with values and with errors, and no line of it is overlooked."""
    for name in PARSERS:
        lines = (CASES / f"{name}.txt").read_text("utf-8").splitlines()
        assert sum(not line.startswith("# ") for line in lines) == sum(
            case[0] == name for case in cases("->") + cases("-!")
        )
        assert {"->", "-!"} <= {sign for sign in ("->", "-!") for case in cases(sign) if case[0] == name}
    assert {path.stem for path in CASES.iterdir()} == set(PARSERS)


@pytest.mark.parametrize(("name", "typed", "written"), cases("->"))
def test_understands(name: str, typed: str, written: str) -> None:
    """A value is understood as it is typed, also with stray white space, and has one documented way of writing."""
    value = PARSERS[name](typed)
    assert notation_of(value) == written
    assert PARSERS[name](written) == value
    assert PARSERS[name](f"\n {typed.replace(' ', chr(0xA0) + ' ')} \n") == value


@pytest.mark.parametrize(("name", "typed", "message"), cases("-!"))
def test_refuses(name: str, typed: str, message: str) -> None:
    """What is not a value is refused in one plain sentence, with a cure."""
    with pytest.raises(NotationError) as refused:
        PARSERS[name](typed)
    assert refused.value.message == str(refused.value) == message
    assert refused.value.hint.endswith(".")


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("date", "2026-07-07", Datum(date(2026, 7, 7), None, uiterlijk=False)),
        ("date", "uiterlijk 7 juli 2026, 09:00 uur", Datum(date(2026, 7, 7), time(9, 0), uiterlijk=True)),
        ("date", "z.s.m.", Bijzonder.ZSM),
        ("date", "nader te bepalen", Bijzonder.NTB),
        ("range", "36", Bereik(Decimal(36), Decimal(36))),
        ("range", "4 tot 6", Bereik(Decimal(4), Decimal(6))),
        ("range", "minimaal 4", Bereik(Decimal(4), None)),
        ("range", "maximaal 6", Bereik(None, Decimal(6))),
        ("duration", "een jaar", Duur(1, Eenheid.JAAR)),
        ("duration", "2 werkdagen", Duur(2, Eenheid.WERKDAG)),
        ("extension", "2 x 6 maanden", Verlenging(2, Duur(6, Eenheid.MAAND))),
        ("amount", "€ 3.735,55", Decimal("3735.55")),
        ("amount", "€ 90,-", Decimal(90)),
        ("extension", "maximaal 12 maanden", Verlenging(None, Duur(12, Eenheid.MAAND))),
        ("extension", "in overleg", Bijzonder.IN_OVERLEG),
        ("step", "minder dan 2 jaar", Trede(None, Decimal(2), "jaar", zonder_tot=True)),
        ("step", "2 tot 5 jaren", Trede(Decimal(2), Decimal(5), "jaar", zonder_tot=True)),
        ("step", "meer dan 5 jaar", Trede(Decimal(5), None, "jaar", zonder_van=True)),
        ("step", "2 t/m 4 referenties", Trede(Decimal(2), Decimal(4), "referenties")),
        ("step", "geen referenties", Trede(Decimal(0), Decimal(0), "referenties")),
        ("points", "7,5", Decimal("7.5")),
        ("maximum", "geen maximum", Bijzonder.GEEN_MAXIMUM),
        ("percentage", "22,37%", Decimal("22.37")),
        ("yes_no", "ja", True),
        ("yes_no", "nee", False),
        ("weekdays", "ma, di en do", (Weekdag.MAANDAG, Weekdag.DINSDAG, Weekdag.DONDERDAG)),
        ("count", "19.500", 19500),
        ("scale", "schaal 10a", "10A"),
    ],
)
def test_value(name: str, typed: str, value: Waarde) -> None:
    """The value has the type and the parts that the model relies on."""
    found = PARSERS[name](typed)
    assert (type(found), found) == (type(value), value)


@pytest.mark.parametrize(
    ("name", "typed", "cures"),
    [
        (
            "date",
            "x",
            ["2026-07-07", "2026-07-07 09:00", "uiterlijk 2026-07-07", "z.s.m.", "in overleg", "nader te bepalen"],
        ),
        ("moment", "x", ["2026-07-07", "uiterlijk 2026-07-07", "mei 2026", "z.s.m.", "in overleg", "nader te bepalen"]),
        ("date", "2026-07-07 24:00", ["2026-07-07 09:00"]),
        ("range", "x", ["36", "4 tot 6", "minimaal 4", "maximaal 6"]),
        ("range", "6 tot 4", ["4 tot 6"]),
        ("duration", "x", ["6 maanden", "3 tot 6 maanden", "ongeveer 1 jaar"]),
        ("extension", "x", ["2 x 6 maanden", "maximaal 12 maanden", "mogelijk", "in overleg", "niet mogelijk"]),
        ("step", "x", ["minder dan 2 jaar", "2 tot 5 jaar", "5 jaar of meer", "1 referentie", "2 t/m 4 referenties"]),
        ("points", "x", ["40", "7,5"]),
        ("amount", "x", ["90", "1.90", "3735.55", "nader te bepalen"]),
        ("amount", "3.735", ["3735", "3,74"]),
        ("percentage", "x", ["22,37%"]),
        ("yes_no", "x", ["ja", "nee"]),
        ("weekdays", "x", ["donderdag", "maandag t/m vrijdag", "maandag, dinsdag en donderdag"]),
        ("count", "x", ["12"]),
        ("id", "X", ["ambtelijk-secretaris"]),
        ("id", "con", ["ambtelijk-secretaris"]),
        ("email", "x", ["naam@voorbeeld.nl"]),
        ("phone", "x", ["14 0521", "035-7510777", "+31 35 751 07 77"]),
        ("url", "x", ["https://www.voorbeeld.nl/vacatures"]),
        ("colour", "x", ["#154273"]),
        ("scale", "x", ["10", "10A", "8 of 9"]),
    ],
)
def test_cure_is_right(name: str, typed: str, cures: list[str]) -> None:
    """The form that an error shows is a form that is understood."""
    with pytest.raises(NotationError) as refused:
        PARSERS[name](typed)
    for cure in cures:
        assert cure in refused.value.hint
        PARSERS[name](cure)


def test_impossible_day_tells_the_length_of_the_month() -> None:
    """The error about 31 februari says how many days that month has, in the year that was typed."""
    with pytest.raises(NotationError) as refused:
        notation.parse_date("30 februari 2028")
    assert refused.value.hint == "februari 2028 has 29 days."


@pytest.mark.parametrize("name", VALUES)
def test_reading_is_the_inverse_of_writing(name: str) -> None:
    """Whatever the value, reading the way it is written gives the same value."""

    @given(VALUES[name])
    def read_back(value: Waarde) -> None:
        assert PARSERS[name](notation_of(value)) == value

    read_back()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("name", PARSERS)
def test_hostile_text_is_refused_quickly(name: str, text: str) -> None:
    """Nothing that is typed is slow, crashes, or reaches a terminal by way of the message."""
    start = clock.process_time()
    with pytest.raises(NotationError) as refused:
        PARSERS[name](text)
    assert clock.process_time() - start < 0.05
    said = refused.value.message + refused.value.hint
    assert said.isprintable()
    assert len(refused.value.message) < 100


@given(st.text(max_size=120), st.sampled_from(sorted(PARSERS)))
def test_any_text_is_a_value_or_an_error(text: str, name: str) -> None:
    """Every text gives a value that can be written, or the one error that callers expect."""
    with suppress(NotationError):
        value = PARSERS[name](text)
        assert PARSERS[name](notation_of(value)) == value


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("x" * 40, "x" * 40),
        ("x" * 41, f"{'x' * 39}…"),
        ("\x1b[31m7\x00", "\ufffd[31m7\ufffd"),
        (" x \n y ", "x y"),
        (f"x{78 * ' '}yz", "x y"),
    ],
)
def test_what_was_typed_is_repeated(typed: str, shown: str) -> None:
    """A message repeats of what was typed up to 40 characters, with a mark for what a terminal would act on."""
    with pytest.raises(NotationError) as refused:
        notation.parse_date(typed)
    assert refused.value.message == f"“{shown}” is not a date."


def test_an_error_reaches_another_process_whole() -> None:
    """What one process raises, another one can raise again."""
    error = pickle.loads(pickle.dumps(NotationError("This is wrong.", "Mend it.")))
    assert (type(error), error.message, error.hint) == (NotationError, "This is wrong.", "Mend it.")


def test_web_address_can_be_long() -> None:
    """The address of a page can have 2000 characters; every other value is short."""
    address = f"https://www.voorbeeld.nl/{'a' * 1975}"
    assert notation.parse_url(address) == address
    with pytest.raises(NotationError) as refused:
        notation.parse_url(address + "a")
    assert refused.value.message == f"“{address[:39]}…” is too long."
    assert refused.value.hint == "Write at most 2000 characters."
    with pytest.raises(NotationError) as refused:
        notation.parse_email(f"{'a' * 60}@{'a' * 60}.nl")
    assert refused.value.hint == "Write at most 100 characters."


DEVICES = ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
"""Names under which Windows knows devices: a file cannot have one, whatever its extension."""
IDS = ("a", "0", "a-", "a--b", "0-9-z", "a" * 63, "con1", "com", "com10", "lpt", "nul-l", "auxa", "com-1")
NO_IDS = (
    *(
        "",
        "-",
        "-a",
        "a" * 64,
        "A",
        "aB",
        "É",
        "é",
        "ﬁ",
        "ı",
        "ſ",
        "K",
        "٣",
        "a_b",
        "a.b",
        "a/b",
        "a\\b",
        "a:b",
        "a b",
        "a\nb",
    ),
    *(".", "..", "~", "a\0", "a\u200b", "a\u202e", "\ud800", "a\u2215b", "a‐b", "a–b", "$a", "%2e", "*", "?"),
)


@pytest.mark.parametrize("text", IDS)
def test_an_id_is_small_letters_digits_and_hyphens(text: str) -> None:
    """An id of up to 63 of these characters stays as it is."""
    assert notation.parse_id(text) == text


@pytest.mark.parametrize("text", NO_IDS, ids=ascii)
def test_no_id_leaves_its_folder_or_looks_like_another(text: str) -> None:
    """No other letter, digit, sign or length makes an id, so that two ids never differ by case or looks alone."""
    with pytest.raises(NotationError, match="is not an id"):
        notation.parse_id(text)


@pytest.mark.parametrize("text", DEVICES)
def test_no_id_is_a_device(text: str) -> None:
    """The names of devices are no ids, on any system: a profile moves from one to another."""
    with pytest.raises(NotationError, match="on Windows"):
        notation.parse_id(text)
