"""`vacaturegen planning`: each day of a profile with its reason, as a table and as a calendar file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import CASES, make, run, write
from vacaturegen.calendars import Calendar
from vacaturegen.notation import Afgeleid, Duur, Eenheid
from vacaturegen.planning.counting import Miss, count

Said = pytest.CaptureFixture[str]
FILE = CASES / "planning/schemas.txt"
CONTACT = "reageren: {email: naam@voorbeeld.nl}\n"
HERE = "gemeente-voorbeeldstad.vacaturegen"
ORGANISATION = "naam: Gemeente Voorbeeldstad\nsoort: gemeente\n"
REQUEST = re.compile(r"(?m)^inzet:")
RELATIVE = """\
planning:
  publicatie: 2026-05-06
  vragen: 2 werkdagen na publicatie, 09:00
  antwoorden: 1 werkdag na vragen
  sluiting: 5 werkdagen na publicatie, 09:00
  briefselectie: minstens 3 dagen na sluiting
  uitnodiging: uiterlijk 1 werkdag voor gesprekken
  gesprekken: 2 werkdagen na briefselectie
  voorlopige_gunning: 1 week na gesprekken
  gunning: minstens 21 dagen na voorlopige gunning
  momenten: [{naam: Startgesprek, dag: "2 weken na gunning, 10:00", tot: "2 weken na gunning, 12:00"}]
inzet: {start: 1 maand na gunning}
aanvraag:
  arbeidsrelatie: open
  inschrijving: {gestand_tot: 3 maanden na sluiting}
  beoordeling:
    opschortende_termijn: {dagen: 20 dagen, vanaf: 1 dag na voorlopige gunning}
"""
ABSOLUTE = """\
planning:
  publicatie: 2026-05-06
  vragen: 2026-05-08 09:00
  antwoorden: 2026-05-11
  sluiting: 2026-05-13 09:00
  briefselectie: 2026-05-18
  uitnodiging: uiterlijk 2026-05-19
  gesprekken: 2026-05-20
  voorlopige_gunning: 2026-05-27
  gunning: 2026-06-17
  momenten: [{naam: Startgesprek, dag: 2026-07-01 10:00, tot: 2026-07-01 12:00}]
inzet: {start: 2026-07-17}
aanvraag:
  arbeidsrelatie: open
  inschrijving: {gestand_tot: 2026-08-13}
  beoordeling:
    opschortende_termijn: {dagen: 20 dagen, vanaf: 2026-05-28}
"""
"""The same days, counted by hand."""


class Case(NamedTuple):
    """A profile without its title and kind, what the organisation says more, and the table that is expected."""

    title: str
    profile: str
    organisation: str
    expected: str


def cases() -> list[Case]:
    """Every case of the file."""
    found = []
    for text in FILE.read_text(encoding="utf-8").split("\n=== ")[1:]:
        title, _, rest = text.partition("\n")
        typed, _, expected = rest.partition(">>>\n")
        profile, _, organisation = typed.partition("---\n")
        found.append(Case(title, profile, organisation, expected.strip("\n")))
    return found


def lay(profile: str, organisation: str = "", *, kind: str = "vacature:\n") -> None:
    """Write a profile and its organisation in the current folder."""
    more = "aanvraag: {arbeidsrelatie: open}\n" if REQUEST.search(profile) and "aanvraag:" not in profile else kind
    texts = {
        "organisaties/v.yaml": ORGANISATION + organisation,
        "p.yaml": f"organisatie: v\ntitel: Adviseur\n{CONTACT}{profile}{more}",
    }
    write(Path("profiles"), texts)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, in Dutch."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VACATUREGEN_LANG", "nl")


def shown(capsys: Said) -> str:
    """What the command prints of the profile that is there."""
    assert run("planning", "profiles") == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_tells_each_day_and_why(case: Case, capsys: Said, request: pytest.FixtureRequest) -> None:
    """Every day has its weekday, its date and one sentence why; with --renew the case file is written anew."""
    lay(case.profile, case.organisation)
    table = shown(capsys).rstrip("\n")
    if request.config.getoption("--renew"):
        text = FILE.read_text(encoding="utf-8")
        start = text.index(f"=== {case.title}\n")
        answer = text.index(">>>\n", start) + 4
        end = text.find("\n=== ", answer)
        FILE.write_text(f"{text[:answer]}{table}\n{text[end:] if end > 0 else ''}", encoding="utf-8")
    else:
        assert table == case.expected


def test_documents_are_those_of_the_days_themselves() -> None:
    """A profile whose days follow from each other makes the very texts of one in which they are typed."""
    made = []
    for planning in (RELATIVE, ABSOLUTE):
        lay(planning, kind="vacature:\n")
        made.append(make(Path("profiles"), formats=("md", "html", "txt")))
    assert len(made[0]) == 6
    assert made[0] == made[1]


LENGTHS = st.builds(
    Duur, st.integers(1, 60), st.sampled_from([Eenheid.WERKDAG, Eenheid.DAG, Eenheid.WEEK, Eenheid.MAAND])
)
RULES = st.builds(
    Afgeleid, LENGTHS, st.just("publicatie"), st.booleans(), st.sampled_from(["", "minstens", "uiterlijk"])
)
DAYS = st.dates(date(2010, 1, 1), date(2090, 1, 1))
CALENDARS = st.builds(Calendar, st.sampled_from(["atw", "cao-gemeenten"]))


@given(RULES, DAYS, st.integers(0, 40), CALENDARS)
def test_moving_a_day_moves_what_follows(rule: Afgeleid, day: date, later: int, calendar: Calendar) -> None:
    """From a later day no rule comes to an earlier one; and what a rule asks for holds of what it comes to."""
    first, second = (count(rule, "publicatie", start, calendar) for start in (day, day + timedelta(days=later)))
    if isinstance(first, Miss) or isinstance(second, Miss):  # nobody works between that day and the latest one
        assert (rule.woord, rule.voor) == ("uiterlijk", False)
        return
    assert first.day is not None
    assert second.day is not None
    assert first.found is not None
    assert first.day <= second.day
    assert (first.day < day) if rule.voor else (first.day > day)
    if rule.woord:
        assert calendar.is_working_day(first.day)
    if rule.woord == "minstens":
        assert (first.day <= first.found) if rule.voor else (first.day >= first.found)
    elif rule.woord == "uiterlijk":
        assert first.day <= first.found
    else:
        assert first.day == first.found
    assert (first.day == first.found) is (not first.passed)


def lines_of(data: bytes) -> Iterator[str]:
    """The lines of a calendar file as RFC 5545 has them: ended by CR LF, folded to at most 75 octets."""
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    yield from data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def calendar(*args: str) -> bytes:
    """The calendar file of the profile that is there."""
    assert run("planning", "profiles", "--format", "ics", "--output", "uit/planning.ics", *args) == 0
    return Path("uit/planning.ics").read_bytes()


def events_in(data: bytes) -> dict[str, Any]:
    """The events of a calendar file by their UID, as the package icalendar reads them."""
    found: list[Any] = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert len({str(event["uid"]) for event in found}) == len(found)
    return {str(event["uid"]): event for event in found}


def test_a_calendar_program_can_read_it(capsys: Said) -> None:
    """Each day is an event: of whole days without a time, at its time in our zone, over more days to the day after."""
    long = (
        "het gemeentehuis aan de Markt, ingang aan de achterzijde, met ruimte voor iedereen; neem een légitimatie mee"
    )
    lay(RELATIVE.replace('tot: "2 weken na gunning, 12:00"', f'toelichting: "{long}"') + "kenmerk: A, b; c\\d\n")
    data = calendar()
    assert "uit/planning.ics: gemaakt" in capsys.readouterr().out
    lines = [*lines_of(data)]
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines.count("BEGIN:VTIMEZONE") == 1
    assert any("légitimatie" in line for line in lines)
    events = events_in(data)
    assert len(events) == 13
    closing, start = events[f"p.extern.sluiting@{HERE}"], events[f"p.extern.publicatie@{HERE}"]
    assert closing["dtstart"].dt == datetime(2026, 5, 13, 7, tzinfo=UTC)
    assert closing["dtstart"].params["TZID"] == "Europe/Amsterdam"
    assert (start["dtstart"].dt, start["dtend"].dt) == (date(2026, 5, 6), date(2026, 5, 7))
    assert {str(event["summary"]).partition(":")[0] for event in events.values()} >= {
        "Publicatie",
        "Uitnodiging voor een gesprek, uiterlijk",
        "Startgesprek",
        "Start van het werk",
    }
    assert "dat is geen werkdag" in str(events[f"p.extern.briefselectie@{HERE}"]["description"])


def test_moments_of_more_days_and_hours() -> None:
    """A moment of more days ends on the day after its last one, one of hours at its end; no day is no event."""
    lay(
        "planning:\n  sluiting: 2026-10-23\n  gesprekken: z.s.m.\n  momenten:\n"
        "    - {naam: Gesprek, dag: 2026-10-24, tot: 2026-10-26}\n"
        "    - {naam: Gesprek, dag: 2026-10-26 09:00, tot: 2026-10-26 12:30}\n"
        "    - {naam: Beurs, dag: 2026-10-27 09:00, tot: 2026-10-28}\n"
    )
    found = {uid: (event["dtstart"].dt, event["dtend"].dt) for uid, event in events_in(calendar()).items()}
    assert found == {
        f"p.extern.sluiting@{HERE}": (date(2026, 10, 23), date(2026, 10, 24)),
        f"p.extern.momenten.gesprek@{HERE}": (date(2026, 10, 24), date(2026, 10, 27)),
        f"p.extern.momenten.gesprek.2@{HERE}": (  # after the night in which the clock goes back
            datetime(2026, 10, 26, 8, tzinfo=UTC),
            datetime(2026, 10, 26, 11, 30, tzinfo=UTC),
        ),
        f"p.extern.momenten.beurs@{HERE}": (date(2026, 10, 27), date(2026, 10, 29)),
    }


def test_uids_stay_and_bytes_too() -> None:
    """The same profile gives the same bytes; a moved publication the same events on other days."""
    lay(RELATIVE)
    first = calendar()
    assert calendar() == first
    lay(RELATIVE.replace("2026-05-06", "2026-05-07"))
    second = calendar()
    before, after = ({uid: event["dtstart"].dt for uid, event in events_in(data).items()} for data in (first, second))
    assert before.keys() == after.keys()
    assert all(str(before[uid]) <= str(after[uid]) for uid in before)
    assert before[f"p.extern.sluiting@{HERE}"] != after[f"p.extern.sluiting@{HERE}"]


def test_uids_are_of_the_profile() -> None:
    """A UID is of the order of the profile, not of the days; of any alphabet; apart from fixed days; of one house."""
    moments = "planning:\n  sluiting: 2026-05-04\n  gesprekken: 2026-05-20\n  momenten:\n"
    days = [("Gesprek", 12), ("gesprek", 11), ("Gesprekken", 20), ("Встреча", 21), ("会議", 22)]
    lay(moments + "".join(f'    - {{naam: "{name}", dag: 2026-05-{day}}}\n' for name, day in days))
    first = {uid: str(event["summary"]) for uid, event in events_in(calendar()).items()}
    assert {uid: name for uid, name in first.items() if "gesprek" in uid} == {
        f"p.extern.gesprekken@{HERE}": "Gesprekken: Adviseur",
        f"p.extern.momenten.gesprek@{HERE}": "Gesprek: Adviseur",
        f"p.extern.momenten.gesprek.2@{HERE}": "Gesprek: Adviseur",
        f"p.extern.momenten.gesprekken@{HERE}": "Gesprekken: Adviseur",
    }
    assert len(first) == len(days) + 2
    assert all(uid.isascii() for uid in first)
    moved = [("Gesprek", 11), ("gesprek", 13), ("Встреча", 29), ("会議", 28), ("Gesprekken", 26)]
    lay(moments + "".join(f'    - {{naam: "{name}", dag: 2026-05-{day}}}\n' for name, day in moved))
    assert {uid: str(event["summary"]) for uid, event in events_in(calendar()).items()} == first
    write(Path("profiles"), {"organisaties/v.yaml": "naam: Provincie Elders\nsoort: provincie\n"})
    assert not first.keys() & events_in(calendar()).keys()


def test_one_id_is_of_one_profile(capsys: Said) -> None:
    """Two profiles with one id are refused in the words of a build: their events could not be told apart."""
    lay("planning: {sluiting: 2026-04-24}\n")
    text = Path("profiles/p.yaml").read_text(encoding="utf-8")
    write(Path("profiles"), {"q.yaml": f"id: p\n{text}"})
    assert run("planning", "profiles", "--format", "ics") == 1
    assert "profiles/q.yaml:1:5: De id “p” is al in gebruik: profiles/p.yaml heeft hem ook." in capsys.readouterr().err


def test_an_empty_calendar_file_is_told(capsys: Said) -> None:
    """A file without a day is made, and it is said that nothing is in it."""
    lay("planning: {sluiting: nader te bepalen}\n")
    assert b"VEVENT" not in calendar()
    assert capsys.readouterr().err


def test_a_time_of_one_end_is_told() -> None:
    """An event of whole days has no place for a time: it stands in its description."""
    lay(
        "planning:\n  sluiting: 2026-05-04\n  momenten:\n"
        "    - {naam: Beurs, dag: 2026-05-11 09:00, tot: 2026-05-13}\n"
        "    - {naam: Kamp, dag: 2026-05-18, tot: 2026-05-20 16:30}\n"
    )
    events = events_in(calendar())
    told = {key: str(events[f"p.extern.momenten.{key}@{HERE}"]["description"]) for key in ("beurs", "kamp")}
    assert "Begin: 09:00 uur. Zo staat" in told["beurs"]
    assert "Einde: Zo staat" in told["beurs"]
    assert "Einde: 16:30 uur. Zo staat" in told["kamp"]


@pytest.mark.parametrize(("version", "sequence"), [("", None), ("2", 2), ("1.1", None), ("concept", None)])
def test_a_newer_version_is_newer(version: str, sequence: int | None) -> None:
    """SEQUENCE is the version of the profile, where that is a whole number."""
    lay(f"{version and 'versie: ' + version}\nplanning: {{sluiting: 2026-05-04}}\n")
    assert [event.get("sequence") for event in events_in(calendar()).values()] == [sequence]


def test_stamp_is_what_the_profile_says() -> None:
    """DTSTAMP is the day of the last change that the profile tells of, or one before all others: no clock has a say."""
    stamps = []
    for said in ("", "status: vastgesteld\nvastgesteld_op: 2026-02-20\n", "status: gewijzigd\nstatus_op: 2026-03-01\n"):
        lay(f"{said}planning: {{publicatie: 2026-02-25, sluiting: 2026-03-10}}\n")
        stamps.append({line for line in lines_of(calendar()) if line.startswith("DTSTAMP")})
    assert stamps == [{"DTSTAMP:20000101T000000Z"}, {"DTSTAMP:20260220T000000Z"}, {"DTSTAMP:20260301T000000Z"}]


def test_editions_share_what_is_the_same() -> None:
    """A day that all editions have is one event; of one that differs it is told for which editions it holds."""
    lay(
        "planning: {publicatie: 2026-04-24, sluiting: 7 werkdagen na publicatie, gesprekken: 2026-05-20}\n"
        "uitgaven:\n  intern: {planning: {sluiting: 5 werkdagen na publicatie}}\n  extern:\n"
    )
    assert {uid: str(event["summary"]) for uid, event in events_in(calendar()).items()} == {
        f"p.extern.publicatie@{HERE}": "Publicatie: Adviseur",
        f"p.extern.sluiting@{HERE}": "Sluiting: Adviseur (extern)",
        f"p.extern.gesprekken@{HERE}": "Gesprekken: Adviseur",
        f"p.intern.sluiting@{HERE}": "Sluiting: Adviseur (intern)",
    }


def test_wrong_usage_and_mistakes(capsys: Said) -> None:
    """A file for a table, a file that is not ours and a wrong profile are told; nothing is written over."""
    lay("planning: {sluiting: 2026-04-24}\n")
    assert run("planning", "profiles", "--output", "x") == 2
    assert run("planning", "profiles", "--format", "pdf") == 2
    assert run("planning") == 2
    write(Path(), {"mijn.ics": "BEGIN:VCALENDAR\nEND:VCALENDAR\n"})
    assert run("planning", "profiles", "--format", "ics", "--output", "mijn.ics") == 1
    assert Path("mijn.ics").read_text(encoding="utf-8") == "BEGIN:VCALENDAR\nEND:VCALENDAR\n"
    lay("planning: {sluiting: 2 dagen na publicatie}\n")
    capsys.readouterr()
    assert run("planning", "profiles") == 1
    assert "profiles/p.yaml:4:" in capsys.readouterr().err


def test_printed_calendar_file(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without a file to put it in, the calendar file is printed, byte for byte."""
    lay("planning: {sluiting: 2026-04-24}\n")
    assert run("planning", "profiles", "--format", "ics") == 0
    assert capsysbinary.readouterr().out == calendar()
