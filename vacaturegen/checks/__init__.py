"""What a good HR adviser and a buyer would say of a profile that builds: findings, each with its place and its rule.

Findings never stop a build (design decision 8): `check` is the gate. A rule is data and one small function (see
`rule`); each group of rules is a package beside this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from vacaturegen.checks.coherence import COHERENCE_GROUP
from vacaturegen.checks.dates import DATE_GROUP
from vacaturegen.checks.dba.rules import DBA_RULES
from vacaturegen.checks.exceptions import EXCEPTION_RULES, NEVER
from vacaturegen.checks.language import LANGUAGE_GROUP
from vacaturegen.checks.pay import PAY_GROUP
from vacaturegen.checks.people import PEOPLE_GROUP
from vacaturegen.checks.places import Place, place_of
from vacaturegen.checks.rule import Ernst, Hit, Rule
from vacaturegen.checks.severity import severity_on
from vacaturegen.checks.subject import PLACE, Subject, seen
from vacaturegen.model.base import known
from vacaturegen.model.profiel import SOORTEN

INVALID = Rule(
    "F00",
    "Het profiel klopt niet",
    Ernst.FOUT,
    SOORTEN,
    source="De regels waaraan elk profiel voldoet; zie het handboek, Velden en Notatie",
    why="Van een profiel dat niet klopt, kan geen document gemaakt worden. De melding zegt wat er mis is en wat helpt."
    " Wat wel klopt, is gewoon nagekeken; wat aan de fout vastzit, komt in beeld zodra die hersteld is.",
)
"""What `build` says as well; no function looks for it."""
RULES: tuple[Rule, ...] = (
    INVALID,
    *COHERENCE_GROUP,
    *DATE_GROUP,
    *DBA_RULES,
    *PEOPLE_GROUP,
    *PAY_GROUP,
    *LANGUAGE_GROUP,
    *EXCEPTION_RULES,
)
"""Every rule, in the order of the handbook."""
OMITTED = "…"
"""What people read where a place to fill in stands among the words of a finding."""


class Finding(NamedTuple):
    """A finding: where, which rule, how bad, one sentence, the words it is about, and better ones if there are any."""

    place: Place
    code: str
    ernst: Ernst
    message: str
    field: str = ""
    text: str = ""
    better: str = ""
    certain: bool = False


def find(subject: Subject, rules: Iterable[Rule], told: set[tuple[str, Hit]]) -> Iterator[Finding]:
    """Yield what these rules find in one document of a profile, but what was `told` before; it is added to that."""
    for rule in rules:
        if rule.find and subject.kind in rule.kinds:
            for hit in rule.find(subject):
                if (rule.code, hit) not in told:
                    told.add((rule.code, hit))
                    yield make_finding(subject, rule, hit)


def make_finding(subject: Subject, rule: Rule, hit: Hit) -> Finding:
    """Return the finding that a hit of a rule is."""
    place = place_of(subject.loaded, hit, text_at(subject.profiel, hit.field) if hit.text else "")
    ernst = severity_on(rule.code, subject.day, known(subject.profiel, "organisatie.ernst") or ())
    if ernst is None or rule.code.startswith(NEVER):
        ernst = rule.ernst if hit.ernst is None else hit.ernst
    message, text, better = (part.replace(PLACE, OMITTED) for part in (hit.message, hit.text, hit.better))
    return Finding(place, rule.code, ernst, message, hit.field, text, better, hit.certain and PLACE not in hit.text)


def text_at(part: Any, path: str) -> str:
    """Return the text at a dotted path, as rules see it; of what is no text, nothing."""
    for step in path.split("."):
        part = part[int(step)] if step.isdigit() else getattr(part, step)
    return seen(part) if isinstance(part, str) else ""
