"""A rule about signs that stand in for others: two hyphens for a dash, two commas or straight marks for a quotation.

An old keyboard or another program leaves them behind. What they stand for is certain, so that each can be repaired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.language.style import is_prose
from vacaturegen.checks.reading.readers import holds, reader
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _

QUOTED = r"([^\s,'`\"“”‘’]|[^\s,'`\"“”‘’][^\n'`\"“”„]{0,78}[^\s'`\"“”„])"
LETTER = r"[^\W\d_]"
FORMS = (
    (re.compile(rf"(?:,,{QUOTED}(?:''|’’|”)|(?:,,|„){QUOTED}\")(?!\w)"), r"“\1\2”"),
    (re.compile(rf"``{QUOTED}''(?!\w)"), r"“\1”"),
    (re.compile(rf"(?<![\w'])''{QUOTED}''(?![\w'])"), r"“\1”"),
    (re.compile(rf"(?<![\w\"=/])\"{QUOTED}\"(?![\w\"])"), r"“\1”"),
    (re.compile(rf"(?<![\w`])`{QUOTED}'(?!\w)"), r"‘\1’"),
    (re.compile(rf"\b({LETTER}{{2,40}}[,)]?) --?(?= [(]?{LETTER}{{2,40}})"), r"\1 –"),
    (re.compile(r"(?<!\w)[‘`´](s (?i:ochtends|morgens|middags|avonds|nachts|zomers|winters|lands))\b"), r"'\1"),
    (re.compile(rf"\b({LETTER}{{2,40}})[´`](s|ers?|tjes?)\b"), r"\1'\2"),
)
"""Each form that stands in for another, with how it becomes that; nothing in them repeats without a bound."""
TRACES = (",,", "„", "`", "''", '"', " - ", " -- ", "‘", "´")
"""What is in each of them."""


@reader
def stand_ins_in(value: str) -> tuple[tuple[int, str, str], ...]:
    """Return the stand-ins of a text: where, the words with them, and how these should be."""
    if not holds(value, TRACES):
        return ()
    found = [
        (match.start(), match[0], match.expand(better)) for form, better in FORMS for match in form.finditer(value)
    ]
    return tuple(apart(sorted(found)))


def apart(found: list[tuple[int, str, str]]) -> Iterator[tuple[int, str, str]]:
    """Yield what was found at each place, of two that touch the same words only the first."""
    end = 0
    for at, words, better in found:
        if at >= end:
            end = at + len(words)
            yield at, words, better


@rule(
    "L14",
    "Streepje of aanhalingsteken in een noodvorm",
    Ernst.INFORMATIE,
    ALL,
    source=(
        "Onze Taal, Aanhalingstekens: hoog of laag (onzetaal.nl); Het ene streepje is het andere niet"
        " (taaleidoscoop.nl), 2026-11-23"
    ),
    why=(
        "Een koppelteken verbindt woorden; tussen zinsdelen staat een gedachtestreepje. In een document horen gekrulde"
        " aanhalingstekens. Een noodvorm komt meestal mee uit een ander programma, en leest minder goed voor."
    ),
    bad="doel: Werken aan ,,de Kom'' -- de oude wijk.",
    good="doel: Werken aan “de Kom” – de oude wijk – en in- en uitgaande post, 's avonds ook.",
)
def stand_ins(subject: Subject) -> Iterator[Hit]:
    """Yield each sign that stands in for another, with the words around it."""
    for text, found in subject.read(stand_ins_in):
        for at, words, better in found if is_prose(text) else ():
            message = _("“{words}” has a stand-in for another sign; the sign itself reads better.")
            yield Hit(text.field, message.format(words=words), words, at, better=better, certain=True)


SIGN_RULES: tuple[Rule, ...] = (stand_ins,)
