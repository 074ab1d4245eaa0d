"""The rule about amounts of money in texts: each with its currency, and with what it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.reading.patterns import at_numbers
from vacaturegen.checks.reading.readers import holds, reader
from vacaturegen.checks.reading.sentences import sentences_of
from vacaturegen.checks.reading.written import has_digit
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _

PER = r"(?:(?:bruto|netto|all-in|excl\w*\.? btw|incl\w*\.? btw) )?(?:per|/) ?(?:gewerkte?|gefactureerde?)? ?"
BARE = re.compile(
    rf"(?i)(?<![\w.,€/-])(?:(?P<unit>\d{{1,4}},\d{{2}}|\d{{1,4}},-+) {PER}(?:uur|dag|week|maand|jaar|km|kilometer)\b"
    r"|(?P<more>\d{1,4},\d{2}) extra\b(?! (?:uur|uren|fte|dagen|punten))"
    r"|(?:(?<=vergoeding van )|(?<=toelage van )|(?<=toeslag van ))(?P<extra>\d{1,4})"
    r" (?:bruto |netto )?per (?:uur|dag|maand|jaar|km|kilometer|dienst)\b"
    r"|(?P<dash>(?:\d{1,3}(?:\.\d{3}){1,2}|\d{1,6}),-+)(?![\w-])"
    r"|(?P<gross>(?:\d{1,3}\.\d{3}|\d{4,5})(?:,\d{2}|,-+)?) (?:bruto|netto)\b"
    r"|(?:(?<=tarief )|(?<=tarief van )|(?<=tarief is )|(?<=tarief maximaal )|(?<=tarief is maximaal )"
    r"|(?<=tarief van maximaal )|(?<=tarief bedraagt )|(?<=tarief bedraagt maximaal ))"
    r"(?P<rate>\d{2,3}(?:[.,]\d{2})?)(?= (?:excl|incl|per uur|all-in)|[.;]?$)"
    r"|(?:(?<=bedrag van )|(?<=budget van )|(?<=budget is )|(?<=budget bedraagt )|(?<=bedrag van maximaal )"
    r"|(?<=budget van maximaal ))(?P<sum>\d{1,3}(?:\.\d{3})++(?:,\d{2})?)(?! (?:\w*uur|uren|punten|credits)))"
)
"""Numbers that are money for certain: per hour, gross, with a dash for the cents, or behind "tarief"."""
INSURED = re.compile(
    r"(?i)(?:verzekerd bedrag|dekking|verzekering) van (?:minimaal |minstens |ten minste )?"
    r"(?P<sum>\d{1,3}(?:\.\d{3})++|\d++(?:,\d)? miljoen)\b"
)
"""What somebody has to be insured for."""
COMMA = re.compile(r"\d,[\d-]")
WORDS = (
    "bruto",
    "netto",
    "tarief",
    "bedrag van",
    "budget",
    "vergoeding van",
    "toelage van",
    "toeslag van",
    "dekking van",
    "verzeker",
)
"""What is in a text with such a number."""
CURRENCY = re.compile(r"(?i)(?:€|eur|euro)[ \u00a0]?\Z")
RANGE = re.compile(
    r"(?i)(?:€|eur|euro)[ \u00a0]?[\d.,-]+ ?(?:en|tot|tot en met|t/m|-|–|à|of)[ \u00a0]?(?:maximaal )?\Z"
)
FOLLOWED = re.compile(r"(?i),?-* ?(?:euro|eur|€)\b")
EUR = re.compile("(?:[eE]ur|EUR)[ \u00a0]?0,")
SMALL = re.compile(r"(?i)(?:€|eur)[ \u00a0]?(0,\d{2})(?!\d)")
FEE = re.compile(
    r"(?i)\b(?:fee|opslag|bemiddelingskosten|vergoeding aan de broker)\b[^€\n]{0,60}€[ \u00a0]?(\d{1,3}(?:,\d{2}"
    r"|,-+)?)(?!\d)"
)
FOR = re.compile(
    r"(?i)\bper\b|/ ?(?:uur|km|dag)|kilometer|\bkm\b|uur|eenmalig|één keer|een keer|in totaal|vast|%|procent"
    r"|maand|\bdag\b"
)
"""Words that say what an amount is for."""
NEAR = 80
"""Within how many characters of the amount they stand."""


@reader
def unclear_amounts(value: str) -> tuple[tuple[int, str, str], ...]:
    """Return the amounts of a text that lack something: where, the words, and which ("currency" or "unit")."""
    if not has_digit(value):
        return ()
    found: list[tuple[int, str, str]] = []
    clear = COMMA.search(value) or holds(value.lower(), WORDS)
    for match in (*at_numbers(BARE, value), *INSURED.finditer(value)) if clear else ():
        start, number = next((match.start(name), said) for name, said in match.groupdict().items() if said)
        before = value[max(0, start - 30) : start]
        after = value[start + len(number) : start + len(number) + 8]
        if not (CURRENCY.search(before) or RANGE.search(before) or FOLLOWED.match(after)):
            found.append((start, number, "currency"))
    for start, sentence in sentences_of(value) if "€" in value or EUR.search(value) else ():
        found += [
            (start + match.start(), match[0], "unit")
            for match in (*SMALL.finditer(sentence), *FEE.finditer(sentence))
            if not FOR.search(sentence[max(0, match.start() - NEAR) : match.end(1) + NEAR])
        ]
    return tuple(sorted(set(found)))


@rule(
    "S09",
    "Een bedrag zonder munt of eenheid",
    Ernst.WAARSCHUWING,
    ALL,
    source="Veldkennis: “2,25 per gewerkt uur” zonder euroteken in een gepubliceerde aanvraag",
    why="Een getal is pas een bedrag als erbij staat in welke munt, en waarvoor het geldt: per uur, per maand of"
    " eenmalig.",
    bad="doel: Werk opleveren voor een budget van 2.500,- en een opslag van 2,25 per gewerkt uur.",
    good="doel: Werk opleveren voor een budget van € 2.500,- en een opslag van € 2,25 per gewerkt uur.",
)
def amounts_in_full(subject: Subject) -> Iterator[Hit]:
    """Yield each amount in a text that lacks its currency, or what it is for."""
    for text, found in subject.read(unclear_amounts):
        for at, words, lacks in found:
            if lacks == "currency":
                message = _("“{words}” seems to be an amount, but the euro sign is missing.").format(words=words)
                yield Hit(text.field, message, words, at, better=f"€ {words}")
            else:
                message = _("“{words}” does not say what it is for. Add for instance per uur or eenmalig.")
                yield Hit(text.field, message.format(words=words[-20:]), words, at)


AMOUNT_RULES: tuple[Rule, ...] = (amounts_in_full,)
