"""The page of rules: all that the checks look at, from the rules themselves."""

from __future__ import annotations

from tools.handbook.page import print_block, print_page, print_table
from vacaturegen.checks import RULES
from vacaturegen.checks.explanation import GROUPS, by_group, holds_for, is_prevented, severity_of, shown
from vacaturegen.checks.rule import Rule

INTRODUCTION = """# Regels: waar de controle naar kijkt

Wat `vacaturegen check` vindt, heeft een code. Hier staat bij elke code wat de regel zoekt, waarom dat ertoe doet, waar
dat vandaan komt, en een voorbeeld van fout en goed. Hetzelfde staat op het scherm met `vacaturegen explain` en de code.

Een bevinding is een signaal, geen oordeel. Hoe je haar leest, herstelt of overslaat, staat in
[Controleren](controleren.md)."""
PREVENTED = "Niemand hoeft dit te zoeken: in een profiel kan het niet misgaan."


def make_page() -> str:
    """Return the page."""
    groups = by_group(RULES)
    rows = [
        (f"[{rule.code}](#{anchor(rule)})", rule.title, "" if is_prevented(rule) else rule.ernst.naam)
        for group in groups.values()
        for rule in group
    ]
    sections = ["\n\n".join([f"## {GROUPS[letter]}", *map(print_rule, group)]) for letter, group in groups.items()]
    return print_page(INTRODUCTION, print_table(["Code", "Regel", "Ernst"], rows), *sections)


def anchor(rule: Rule) -> str:
    """Return where the section of a rule begins: its heading is its code alone."""
    return rule.code.lower()


def print_rule(rule: Rule) -> str:
    """Return the section of a rule."""
    facts = [f"- **Geldt voor:** {holds_for(rule)}", f"- **Bron:** {rule.source}"]
    if is_prevented(rule):
        facts.append(f"- **Staat vast:** {PREVENTED}")
    else:
        facts.insert(0, f"- **Ernst:** {severity_of(rule)}")
    if rule.off:
        facts.append(f"- **Staat uit:** vraag erom met `--also {rule.code}`")
    parts = [f"### {rule.code}", f"**{rule.title}**", "\n".join(facts), rule.why]
    if rule.bad:
        parts += ["Fout:", print_block("yaml", shown(rule.bad)), "Goed:", print_block("yaml", shown(rule.good))]
    return "\n\n".join(parts)
