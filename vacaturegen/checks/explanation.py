"""What there is to say of a rule, in Dutch: for `explain` and for the chapter of the handbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill, indent

from vacaturegen.checks.rule import Rule
from vacaturegen.checks.severity import read_severities
from vacaturegen.dutch import date_text
from vacaturegen.model.profiel import SOORTEN
from vacaturegen.notation import Datum

WIDTH = 80
GROUPS = {
    "F": "Het profiel zelf",
    "S": "Structuur en samenhang",
    "D": "Data en termijnen",
    "B": "Wet DBA en inhuur",
    "G": "Gelijke behandeling en privacy",
    "P": "Salaris",
    "L": "Taal",
    "X": "Niveaus en codes",
    "N": "Uitzonderingen en eigen lijsten",
}
"""The groups of rules by the first letter of their codes, in the order of the handbook."""


def explain(rule: Rule) -> str:
    """Return all that a rule says about itself, for a screen."""
    said = [f"{rule.code}: {rule.title}", "\n".join(facts_of(rule)), fill(rule.why, WIDTH)]
    if rule.bad:
        said.append(example_of(rule))
    return "\n\n".join(said)


def facts_of(rule: Rule) -> Iterator[str]:
    """Yield how bad it is, for which documents it holds, and where it comes from, each in a line or more."""
    if is_prevented(rule):
        facts = ["Wordt niet gezocht: dit kan in een profiel niet misgaan", f"Geldt voor: {holds_for(rule)}"]
    else:
        facts = [f"Ernst: {severity_of(rule)}", f"Geldt voor: {holds_for(rule)}"]
    if rule.off:
        facts.append(f"Staat uit: vraag erom met --also {rule.code}")
    for fact in (*facts, f"Bron: {rule.source}"):
        yield fill(fact, WIDTH, subsequent_indent="  ", break_on_hyphens=False)


def example_of(rule: Rule) -> str:
    """Return the wrong and the right example of a rule, each below its name."""
    return "\n\n".join(
        f"{name}:\n\n{indent(text.rstrip(), '    ')}"
        for name, text in (("Fout", shown(rule.bad)), ("Goed", shown(rule.good)))
    )


def shown(example: str) -> str:
    """Return an example as people read it: a key that is taken away says so."""
    return example.replace("WEG", "(weglaten)")


def severity_of(rule: Rule) -> str:
    """Return how bad a finding of a rule is, with the days from which that is otherwise."""
    later = (
        f"; vanaf {date_text(Datum(row.geldig_vanaf), weekday=False)} {row.ernst.naam} ({row.bron})"
        for row in read_severities().get(rule.code, ())
    )
    return rule.ernst.naam + "".join(later)


def holds_for(rule: Rule) -> str:
    """Return the kinds of document that a rule holds for, in words."""
    return "alle documenten" if rule.kinds == SOORTEN else " en ".join(rule.kinds)


def is_prevented(rule: Rule) -> bool:
    """Tell whether a rule is one that nobody can break: it has no function, and no example of what would be wrong."""
    return rule.find is None and not rule.bad and rule.code != "F00"


def by_group(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """Return rules by the letter of their group, groups and rules in the order of the handbook."""
    found: dict[str, list[Rule]] = {letter: [] for letter in GROUPS}
    for rule in rules:
        found.setdefault(rule.code[0], []).append(rule)
    return {letter: sorted(group, key=lambda rule: rule.code) for letter, group in found.items() if group}


def list_rules(rules: Iterable[Rule]) -> str:
    """Return all rules, a line each below the name of their group."""
    parts = []
    for letter, group in by_group(rules).items():
        lines = [GROUPS.get(letter, letter)]
        for rule in group:
            note = " (staat uit)" if rule.off else ""
            severity = "-" if is_prevented(rule) else rule.ernst.naam
            line = f"  {rule.code}  {severity:<13}{rule.title}{note}"
            lines.append(fill(line, WIDTH, subsequent_indent=" " * 20))
        parts.append("\n".join(lines))
    return "\n\n".join(parts)
