"""The rule about a trial period in a sentence: in its own field the profile sees to it itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.reading.said import WORK, Finder, matched
from vacaturegen.checks.reading.written import HALVES, NUMBERS, length_of
from vacaturegen.checks.rule import VACANCY, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.profiles.job_rules import LONGEST, is_longer, longest_trial, too_long

LENGTH = rf"(\d{{1,2}}|{'|'.join((*HALVES, *NUMBERS))}) (dagen|week|weken|maand(?:en)?|jaar)\b"
READ = re.compile(LENGTH, re.I)
OF_TRIAL = (
    re.compile(rf"\bproeftijd\b:?(?: (?:van|is|bedraagt|duurt|maximaal|hoogstens|ten hoogste)){{0,2}} {LENGTH}", re.I),
    re.compile(rf"\b{LENGTH} proeftijd\b", re.I),
    re.compile(rf"\beerste {LENGTH} (?:\w+ ){{0,3}}proeftijd\b", re.I),
)
find_trials = Finder(*OF_TRIAL, needs=("proeftijd", "dag|week|weken|maand|jaar"))
OTHER_CONTRACT = re.compile(
    r"\b(?:als|indien|wanneer|langer|korter|meer dan|bij een|vaste?|onbepaalde|jaarcontract|verleng\w*)\b", re.I
)
"""How a sentence speaks of another contract than the one of the profile, perhaps: of that only LONGEST is known."""
CAO = re.compile(r"\bcao\b", re.I)
"""A cao can allow the longest period where the law has a shorter one, but not where it has none."""


@rule(
    "P11",
    "Proeftijd langer dan de wet toestaat",
    Ernst.FOUT,
    VACANCY,
    source="Artikel 7:652 BW, leden 3, 4, 5 en 7 (2026-11-22); in het veld voor de proeftijd ziet het profiel dit zelf",
    why=(
        "Een proeftijd duurt hoogstens twee maanden. Bij een tijdelijk contract van minder dan twee jaar is dat één"
        " maand, als de cao niet meer toestaat, en een contract van hoogstens een half jaar heeft er geen. Een langere"
        " proeftijd geldt niet."
    ),
    bad="contract: {soort: vast, toelichting: De proeftijd is drie maanden.}",
    good="contract: {soort: vast, toelichting: De proeftijd is twee maanden.}",
)
def long_trial(subject: Subject) -> Iterator[Hit]:
    """Yield each trial period in a text that is longer than the law allows in the contract of the profile."""
    lawful = longest_trial(subject.profiel)
    for said in matched(subject, find_trials, (*WORK, "eis")):
        found = None if said.negated else READ.search(said.words)
        if found is None:
            continue
        most = LONGEST if lawful is None or OTHER_CONTRACT.search(said.sentence) else lawful
        if most == 1 and CAO.search(said.text.value):
            most = LONGEST
        if is_longer(length_of(found[1], found[2]), most):
            yield Hit(said.text.field, too_long(most), said.words, said.at)


TRIAL_RULES: tuple[Rule, ...] = (long_trial,)
