"""Exceptions, words and severities of an organisation's own: what they change in a check, and that no document does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.checking import TODAY, check
from tests.support import contents, run, write
from vacaturegen.checks import RULES
from vacaturegen.checks.exceptions import covers
from vacaturegen.checks.rule import Ernst
from vacaturegen.checks.run import Options, check_files
from vacaturegen.checks.severity import read_severities, severity_on

ORGANISATION = "naam: Gemeente Voorbeeldstad\nsoort: gemeente\n"
PROFILE = "titel: Adviseur\norganisatie: stad\nvacature:\n  opening: Werk je mee?\nplanning:\n  sluiting: 2027-01-11\n"
IGNORED = "negeren:\n  - code: L03\n    reden: Dit is een vakterm.\n"


def test_a_shared_exception_is_unused_when_no_profile_of_the_folder_uses_it(tmp_path: Path) -> None:
    """One of an organisation is of use when one profile needs it, and judged only when the whole folder is checked."""
    folder = tmp_path / "profiles"
    write(folder, {"organisaties/stad.yaml": ORGANISATION + IGNORED, "een.yaml": PROFILE, "twee.yaml": PROFILE})
    files = [str(folder / "een.yaml"), str(folder / "twee.yaml")]

    def found(*, whole: bool) -> list[tuple[str, str, int]]:
        findings = check_files(files, Options(TODAY, whole=whole))
        return [(f.code, Path(f.place.path).name, f.place.line) for f in findings if f.code in ("L03", "N03")]

    assert found(whole=True) == [("N03", "stad.yaml", 4)]
    assert found(whole=False) == []
    write(folder, {"twee.yaml": PROFILE + "doel: Conform de norm werken.\n"})
    assert found(whole=True) == []
    write(folder, {"een.yaml": "titel: [\n"})  # perhaps that one needs it
    write(folder, {"twee.yaml": PROFILE})
    assert found(whole=True) == []


def test_the_exception_of_a_profile_stands_in_its_own_file(tmp_path: Path) -> None:
    """What is wrong with an exception has the place of that exception."""
    findings = check(tmp_path, "vacature", {"negeren": [{"code": "L03", "reden": "Vakterm."}]})
    (finding,) = [finding for finding in findings if finding.code == "N03"]
    line = Path(finding.place.path).read_text(encoding="utf-8").splitlines()[finding.place.line - 1]
    assert line[finding.place.column - 1 :].startswith("code: L03")


def test_nothing_for_the_checks_is_in_a_document(tmp_path: Path) -> None:
    """Documents stay the same to the byte, their digests too, whatever is said to the checks; in a concept as well."""
    said = IGNORED + "spelling: [plusregio]\nwoorden: [klant*]\nernst: [{code: L01, ernst: fout}]\n"
    editions = "uitgaven:\n  extern: {}\n  anoniem: {reageren: {email: x@voorbeeld.nl}}\n"
    made = []
    for name, more, left in (
        ("zonder", "", ""),
        ("met", said, "negeren:\n  - code: L03\n    reden: <vul in waarom>\n"),
    ):
        folder = tmp_path / name / "profiles"
        files = {"organisaties/stad.yaml": ORGANISATION + more, "een.yaml": PROFILE + editions + left}
        files["een.yaml"] += "status: concept\nafdeling:\n"
        write(folder, files)
        assert run("build", folder, "--output", tmp_path / name / "output") == 0
        made.append(contents(tmp_path / name / "output"))
    assert made[0] == made[1]
    assert len(made[0]) > 6


def test_the_anonymous_edition_knows_the_exceptions_of_the_organisation(tmp_path: Path) -> None:
    """What an organisation says to the checks holds for the edition that does not name it too."""
    keys = {
        "doel": "Conform de norm werken.",
        "uitgaven": {"anoniem": {"reageren": {"email": "x@voorbeeld.nl"}}},
        "organisatie": {"negeren": [{"code": "L03", "reden": "Vakterm."}]},
    }
    assert [finding for finding in check(tmp_path, "vacature", keys) if finding.code in ("L03", "F00")] == []


@pytest.mark.parametrize(
    ("wanted", "field", "is_covered"),
    [
        ("", "doel", True),
        ("doel", "doel", True),
        ("taken", "taken.3", True),
        ("taken.3", "taken.3", True),
        ("taken.3", "taken.30", False),
        ("taken[]", "taken.3", True),
        ("taken.*", "taken.3", True),
        ("aanvraag.knockouts.*.eis", "aanvraag.knockouts.0.eis", True),
        ("aanvraag.*.eis", "aanvraag.knockouts.0.eis", False),
        ("taak", "taken.3", False),
        ("aanvraag.knockouts", "aanvraag.knockouts.0.eis", True),
        ("aanvraag.knockouts.eis", "aanvraag.knockouts.0.eis", True),
        ("aanvraag.eis", "aanvraag.knockouts.0.eis", False),
        ("aanvraag.knockouts.0.eis.meer", "aanvraag.knockouts.0.eis", False),
        ("eis", "aanvraag.knockouts.0.eis", False),
    ],
)
def test_fields_that_an_exception_is_for(wanted: str, field: str, is_covered: bool) -> None:
    """A field stands for all below it; the numbers of items may be left out."""
    assert covers(wanted, field) is is_covered


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("taken.*", []),
        ("taken[]", []),
        ("taken.0", []),
        ("taken.1", ["N03", "L03"]),
        ("taken[0]", ["N06 taken.0", "L03"]),
        ("organisatie.taken[0]", ["N06", "L03"]),
        ("*.*", ["N06", "L03"]),
    ],
)
def test_numbers_of_items_in_an_exception(tmp_path: Path, field: str, expected: list[str]) -> None:
    """They can be left out, or be any; how one is written is told to who writes it otherwise."""
    keys = {"taken": ["Conform de norm werken."], "negeren": [{"code": "L03", "veld": field, "reden": "Vakterm."}]}
    found = [finding for finding in check(tmp_path, "vacature", keys) if finding.code in ("L03", "N03", "N06")]
    told = [f"{one.code} taken.0" if ": taken.0." in one.message else one.code for one in found]
    assert sorted(told) == sorted(expected)


@pytest.mark.parametrize(
    ("day", "ernst"), [(date(2026, 11, 22), None), (date(2027, 12, 31), None), (date(2028, 1, 1), Ernst.FOUT)]
)
def test_a_severity_changes_by_date(day: date, ernst: Ernst | None) -> None:
    """From the day on which the law is enforced, what was a warning is an error; before it the rule itself speaks."""
    assert severity_on("B12", day, ()) is ernst


def test_shipped_severities_have_a_source_and_leave_pay_alone() -> None:
    """Every row says where it stands and when that was looked up; the pay band is no error by law that is not there."""
    rows = read_severities()
    assert [code for code, found in rows.items() for row in found if not row.bron or row.gecontroleerd_op > TODAY] == []
    assert "P01" not in rows


@pytest.mark.parametrize(
    ("since", "day", "expected"),
    [
        (None, TODAY, Ernst.FOUT),
        ("2027-01-01", TODAY, Ernst.INFORMATIE),
        ("nader te bepalen", TODAY, Ernst.INFORMATIE),
        ("2027-01-01", date(2027, 1, 1), Ernst.FOUT),
    ],
)
def test_an_organisation_has_its_own_severities(tmp_path: Path, since: str | None, day: date, expected: Ernst) -> None:
    """A row of an organisation goes before what a rule says, from its day on."""
    row = {"code": "l03", "ernst": "fout"} | ({"geldig_vanaf": since} if since else {})
    keys = {"doel": "Conform de norm werken.", "organisatie": {"ernst": [row]}}
    found = {finding.code: finding.ernst for finding in check(tmp_path, "vacature", keys, today=day)}
    assert found["L03"] is expected


def test_a_mistake_stays_an_error(tmp_path: Path) -> None:
    """What always counts, counts as heavily as ever."""
    keys = {"organisatie": {"ernst": [{"code": "N02", "ernst": "informatie"}]}, "negeren": ["L03"]}
    assert Ernst.FOUT in {finding.ernst for finding in check(tmp_path, "vacature", keys) if finding.code == "N02"}


def test_dated_severities_are_of_rules() -> None:
    """A code with a slip in the dated data would change nothing, and nobody would see it."""
    assert set(read_severities()) <= {rule.code for rule in RULES}
