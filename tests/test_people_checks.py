"""Rules about people and pay: how bad a finding is when that depends, its better text, and hostile texts."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from tests.checking import check
from vacaturegen.checks import Finding
from vacaturegen.checks.rule import Ernst

ASSESSMENT = {"planning": {"momenten": [{"naam": "Assessment", "dag": "2027-01-13"}]}}


def only(findings: list[Finding], code: str) -> Finding:
    """The one finding of a rule."""
    (found,) = (finding for finding in findings if finding.code == code)
    return found


@pytest.mark.parametrize(("obliged", "ernst"), [("ja", Ernst.FOUT), ("nee", Ernst.WAARSCHUWING)])
def test_a_protocol_makes_an_unannounced_assessment_an_error(tmp_path: Path, obliged: str, ernst: Ernst) -> None:
    """What the organisation promised to announce is an error; else it is a warning."""
    keys = ASSESSMENT | {"organisatie": {"protocol": {"assessment_melden": obliged}}}
    assert only(check(tmp_path, "vacature", keys), "G12").ernst is ernst


@pytest.mark.parametrize(
    ("reason", "ernst", "better"),
    [
        ("vervanging wegens ziekte", Ernst.WAARSCHUWING, "tijdelijke vervanging"),
        ("vervanging wegens zwangerschapsverlof", Ernst.INFORMATIE, "vervanging tijdens verlof"),
    ],
)
def test_a_leave_for_a_birth_is_information(tmp_path: Path, reason: str, ernst: Ernst, better: str) -> None:
    """An illness is a warning and a pregnancy information; both have a better text for the whole reason."""
    finding = only(check(tmp_path, "aanvraag", {"aanvraag": {"reden": reason}}), "G18")
    assert (finding.ernst, finding.text, finding.better) == (ernst, reason, better)


@pytest.mark.parametrize(
    ("demand", "ernst"), [("2 tot 5 jaar ervaring", Ernst.WAARSCHUWING), ("maximaal 5 jaar ervaring", Ernst.FOUT)]
)
def test_a_range_of_experience_is_a_warning(tmp_path: Path, demand: str, ernst: Ernst) -> None:
    """An upper bound alone is an error; as part of a range it is a warning."""
    assert only(check(tmp_path, "vacature", {"eisen": [demand]}), "G04").ernst is ernst


@pytest.mark.parametrize(
    ("keys", "code", "text", "better"),
    [
        ({"titel": "Secretaresse"}, "G08", "Secretaresse", "Secretarieel medewerker"),
        ({"vacature": {"team": "Een collega. Hij/zij weet veel."}}, "G09", "Hij/zij", "Die"),
        ({"contract": {"toelichting": "Daarna een vaste aanstelling."}}, "P10", "vaste aanstelling", "vast contract"),
        ({"contract": {"toelichting": "De aanstelling is vast."}}, "P10", "De aanstelling", "Het contract"),
        ({"arbeidsvoorwaarden": ["17,5% IKB"]}, "P07", "17,5%", "17,05%"),
    ],
)
def test_a_better_text(tmp_path: Path, keys: dict[str, object], code: str, text: str, better: str) -> None:
    """A finding names the words, and what could stand there instead, with a capital where these have one."""
    finding = only(check(tmp_path, "vacature", keys), code)
    assert (finding.text, finding.better) == (text, better)


@pytest.mark.parametrize(
    "words",
    ["foto ", "vervang zieke ", "je bent ", "om ", "jonge ", "voorkeur ", "kandidaat ", "(", "1", "maximaal 35 "],
)
def test_hostile_texts_take_no_time(tmp_path: Path, words: str) -> None:
    """A text of 10,000 characters of the same words is checked in a moment."""
    text = (words * 10_000)[:9_900].strip() + " einde"
    begin = process_time()
    check(tmp_path, "vacature", {"vacature": {"opening": text}, "reageren": {"toelichting": text}})
    assert process_time() - begin < 5
