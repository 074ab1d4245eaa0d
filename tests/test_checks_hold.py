"""Checks hold: whatever builds can be checked, every place is there, and hostile text takes no more time."""

from __future__ import annotations

import copy
import time as clock
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.chain import Chain, RuledOutError, settle_rules
from tests.checking import TODAY, check, sound
from tests.support import load, write
from vacaturegen import library
from vacaturegen.checks import RULES, Finding
from vacaturegen.checks.reading.readers import READERS
from vacaturegen.checks.run import Options, prepare, subjects_of
from vacaturegen.checks.subject import Text, read_prose

EVERY_RULE = Options(TODAY, frozenset(rule.code for rule in RULES))
LENGTH = 100_000
PIECES = [
    "a",
    "a ",
    "Aa. ",
    "Hij doet. ",
    "Op 3 mei 2026, 9.00. ",
    "(",
    "[(",
    "“",
    "1",
    "12-",
    "1 januari ",
    "€ 1,00 ",
    "de de ",
    "-",
    "a/",
    "x@",
    "é",
    "\ufffc ",
    "\n\n",
]


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    """A folder for one profile, with its templates compiled once."""
    folder = tmp_path_factory.mktemp("controle") / "profiles"
    write(folder, strategies.FILES)
    return Chain(folder)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(files=strategies.profiles())
def test_what_builds_can_be_checked(chain: Chain, files: dict[str, Any]) -> None:
    """Every rule looks at every profile that builds without failing, and its findings have a place in a file."""
    with suppress(RuledOutError):
        settle_rules(chain, files)
        for finding in prepare(EVERY_RULE)(str(chain.folder / "proef.yaml")).findings:
            check_finding(finding)


WRONG = [
    "",
    "???",
    [],
    {},
    "-1",
    "0",
    "nee",
    "2026-02-30",
    "5 werkdagen na sluiting",
    [["a"]],
    {"a": "b"},
    "<vul in x>",
]
"""Values that are wrong in most fields, each in another way."""


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), kind=st.sampled_from(["aanvraag", "vacature", "advertentie"]))
def test_what_does_not_build_can_be_checked(tmp_path: Path, data: Any, kind: str) -> None:
    """With wrong values anywhere, the mistakes are found, and the rules look at all the rest without failing."""
    profile = copy.deepcopy(sound(kind))
    for _time in range(3):
        part, key = data.draw(st.sampled_from(list(places(profile))))
        part[key] = copy.deepcopy(data.draw(st.sampled_from(WRONG)))
    check(tmp_path, kind, profile | {"doel": "De risicos van de wijk beschrijven."}, " ".join(EVERY_RULE.also))


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each place within a value that something else can be put in."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield value, key
        yield from places(inner)


@pytest.mark.parametrize("wrong", ["inzet: {uren: '3'}", "planning: {sluiting: 3 werkdagen na lunch}"])
def test_a_mistake_hides_nothing(tmp_path: Path, wrong: str) -> None:
    """Beside the mistake that makes a profile invalid stands what the rules find in all that is right."""
    found = [finding.code for finding in check(tmp_path, "vacature", f"doel: De risicos beschrijven.\n{wrong}")]
    assert {"F00", "S13"} <= set(found)


def test_a_mistake_leaves_exceptions_alone(tmp_path: Path) -> None:
    """Whether an exception is of use cannot be known while a profile is at fault."""
    unused = "negeren: [{code: S03, reden: Zo heet de wijk.}]"
    assert "N03" in {finding.code for finding in check(tmp_path, "vacature", unused)}
    assert "N03" not in {finding.code for finding in check(tmp_path, "vacature", f"{unused}\ninzet: {{uren: '3'}}")}


def check_finding(finding: Finding) -> None:
    """Hold that a finding says something, at words that are there."""
    place = finding.place
    assert finding.code != "F00", finding
    assert finding.message
    if place.line:
        lines = Path(place.path).read_text(encoding="utf-8").split("\n")
        assert (1, 1) <= (place.line, place.column) <= (place.end_line, place.end_column)
        assert place.column <= len(lines[place.line - 1]) + 1
        assert place.end_column <= len(lines[place.end_line - 1]) + 1


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_text_takes_no_more_time(tmp_path: Path, piece: str) -> None:
    """Each reader and each rule reads a text of 100,000 characters, whatever it is made of, in seconds, not hours."""
    check(tmp_path, "aanvraag")
    (loaded,) = load(tmp_path / "profiles/proef.yaml")
    shipped = library.read_library(tmp_path / "profiles")
    (subject,) = subjects_of(loaded, TODAY, shipped)
    text = piece * (LENGTH // len(piece))
    texts = (
        Text("doel", "doel", text),
        Text("taken.0", "taken.*", f"Een zin {text}"),
        Text("aanvraag.overig.0", "aanvraag.overig.*", f"De kandidaat begint. {text}"),
        Text("aanvraag.knockouts.0.eis", "aanvraag.knockouts.*.eis", text),
    )
    taken: dict[str, float] = {}
    for read in READERS:
        start = clock.process_time()
        for one in texts:
            read(one.value)
        taken[str(read)] = clock.process_time() - start
    subject = replace(subject, all_texts=texts, all_read=read_prose(texts))
    for rule in RULES:
        start = clock.process_time()
        for _hit in rule.find(subject) if rule.find else ():
            pass
        taken[rule.code] = clock.process_time() - start
    slowest = max(taken, key=lambda code: taken[code])
    assert taken[slowest] < 5, slowest


def test_ten_thousand_brackets(tmp_path: Path) -> None:
    """A profile whose texts are as long as they can be, and nothing but brackets, is checked at once."""
    keys = {"doel": "([" * 4_990 + " x", "taken": ["(" * 290 + "x"] * 60}
    start = clock.process_time()
    assert [finding.code for finding in check(tmp_path, "vacature", keys) if finding.code == "F00"] == []
    assert clock.process_time() - start < 10


@pytest.mark.parametrize(
    ("keys", "files"),
    [
        ({"secties": [{"titel": "Eigen", "tekst": "Een tekst.", "na": "nergens"}]}, {}),
        ({}, {"templates/onderdelen/opening.md.j2": "{{ bestaat_niet.x }}"}),
        ({}, {"templates/soorten.yaml": "x: ["}),
        ({"uitgaven": {"anoniem": {"reageren": {"email": "x@voorbeeld.nl"}}}, "doel": "Voorbeeldstad helpen."}, {}),
    ],
)
def test_what_only_documents_show_is_found(tmp_path: Path, keys: dict[str, Any], files: dict[str, str]) -> None:
    """A section without a place, a template at fault and a leak are findings, as they are mistakes of a build."""
    write(tmp_path, files)
    assert "F00" in {finding.code for finding in check(tmp_path, "vacature", keys)}
