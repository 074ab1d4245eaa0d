"""Checks: every rule by its own examples, case files with what must be found and what must not, and the places."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.checking import CONTROLES, check
from vacaturegen.checks import RULES
from vacaturegen.checks.language.dictionary import is_installed
from vacaturegen.checks.rule import Ernst, Rule

KINDS = ("aanvraag", "vacature", "advertentie")
LOOKED_AT = [rule for rule in RULES if rule.find and rule.bad]
SCORE = "L06"
"""What every document has."""
CASE_FILES = sorted(path for path in CONTROLES.glob("*.yaml") if path.stem not in KINDS)
SPELLING = "L11", "l-spelling"
"""What the extra with the dictionary is for: the rule, and its case file."""


def needs_extra(name: str) -> None:
    """Skip what looks at spelling where there is no dictionary."""
    if name in SPELLING and not is_installed():
        pytest.skip("needs the extra: pip install 'vacaturegen[spelling]'")


def cases() -> list[Any]:
    """Every case of the case files: a title, a kind, keys laid over the sound profile, and the codes that are found."""
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case['titel']}")
        for path in CASE_FILES
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_sound_profile_has_no_findings(tmp_path: Path, kind: str) -> None:
    """Where nothing is wrong, nothing is found that asks for anything."""
    assert [finding for finding in check(tmp_path, kind) if finding.ernst > Ernst.INFORMATIE] == []


@pytest.mark.parametrize("rule", LOOKED_AT, ids=lambda rule: rule.code)
def test_examples_of_a_rule(tmp_path: Path, rule: Rule) -> None:
    """A rule speaks at its bad example and is silent at its good one, in every kind that it holds for."""
    needs_extra(rule.code)
    for kind in rule.kinds:
        bad, good = (
            check(tmp_path / name, kind, keys, rule.code) for name, keys in (("bad", rule.bad), ("good", rule.good))
        )
        assert rule.code in {finding.code for finding in bad}, kind
        assert [finding for finding in good if finding.code in (rule.code, "F00")] == [], kind


def test_codes_are_there_once() -> None:
    """Every rule has a code of its own."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(("group", "case"), cases())
def test_case(tmp_path: Path, group: str, case: dict[str, Any]) -> None:
    """Of the group of rules that a case file is about, these codes are found and no others.

    A code that is found more than once stands there as often.
    """
    needs_extra(group)
    findings = check(tmp_path, case["soort"], case["profiel"], case.get("ook", ""))
    letters = (group[0].upper(), "F")
    found = sorted(finding.code for finding in findings if finding.code.startswith(letters) and finding.code != SCORE)
    assert found == sorted(case["vindt"].split() if case["vindt"] else [])
