"""The rule about spaces and capitals around the signs of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vacaturegen.checks.reading.joints import is_address, joints_in
from vacaturegen.checks.reading.patterns import word_set
from vacaturegen.checks.reading.quoted import word_after, word_before
from vacaturegen.checks.reading.readers import holds, reader
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _

MISSING = re.compile(
    r"(?<=[a-zà-ÿ]{2})(?P<comma>[,;])(?=[a-zà-ÿ]{2})"
    r"|(?<=\d-)(?P<hyphen>,)(?=\d+-)"
    r"|(?<=[ (][a-f])(?P<item>\.)(?=(?P<word>[a-zà-ÿ]{4,}) )"
)
"""A sign behind which a space is missing: a comma or semicolon between words, or the letter of an item."""
CLOSE = re.compile(r"[,.;][\wà-ÿ]")
APART = (" .", " ,", " ;")
"""What is in a text with such a place: these are quick to look for."""
NO_ITEM = word_set("mail html docx xlsx pptx json yaml jpeg")
"""What a letter with a stop can belong to."""
TOO_MANY = re.compile(r"(?<=[\w)\]”])(?P<spaces> {1,3})(?P<sign>[.,;](?=\s|\Z)|,(?=[a-zà-ÿ]{2}))")
"""A space before a sign that belongs to the word before it."""


class Spot(NamedTuple):
    """A place in a text where a space or a capital is wrong: its words, those on both sides, and what is better."""

    at: int
    kind: str
    before: str
    after: str
    words: str
    better: str


@rule(
    "S17",
    "Een spatie of hoofdletter bij een leesteken klopt niet",
    Ernst.INFORMATIE,
    ALL,
    source="Veldkennis: zinnen die bij het overnemen uit een ander systeem hun spatie verloren",
    why="Zonder spatie of hoofdletter ziet de lezer, en een voorleesprogramma, niet waar een zin ophoudt.",
    bad="doel: Een plan opleveren.Het college besluit daarna.",
    good="doel: Een plan opleveren. Het college besluit daarna.",
)
def wrong_spaces(subject: Subject) -> Iterator[Hit]:
    """Yield each sign behind which a space is missing, or before which one is too many, and each small beginning."""
    for text, spots in subject.read(spots_in):
        for spot in spots:
            if spot.kind == "missing":
                message = _("Between “{before}” and “{after}” a space is missing.")
            elif spot.kind == "capital":
                message = _(
                    "With “{after}” a sentence begins, so it needs a capital; or else “{before}” ends with a comma."
                )
            else:
                message = _("After “{before}” comes a space that does not belong there.")
            told = message.format(before=spot.before[-40:], after=spot.after[:40])
            yield Hit(text.field, told, spot.words, spot.at, better=spot.better)


@reader
def spots_in(value: str) -> tuple[Spot, ...]:
    """Return where the spaces and capitals of a text are wrong, in order."""
    found = [
        capital_at(value, joint.end, joint.begin) if joint.kind == "small" else missing_at(value, joint.end)
        for joint in joints_in(value)
        if joint.kind != "run-on"
    ]
    if CLOSE.search(value):
        found += [
            missing_at(value, match.end())
            for match in MISSING.finditer(value)
            if not is_address(value, match.start()) and (match["word"] or "") not in NO_ITEM
        ]
    for match in TOO_MANY.finditer(value) if holds(value, APART) else ():
        before, sign = word_before(value, match.start()), match["sign"]
        at = match.start() - len(before)
        space = "" if value[match.end() : match.end() + 1].isspace() or match.end() == len(value) else " "
        found.append(Spot(at, "too many", before, sign, value[at : match.end()], f"{before}{sign}{space}"))
    return tuple(sorted(found))


def missing_at(value: str, at: int) -> Spot:
    """Return the place where a space is missing."""
    whole, after = word_before(value, at), word_after(value, at)
    before = whole.rstrip('.?!,)”"’')
    return Spot(at - len(whole), "missing", before, after, f"{whole}{after}", f"{whole} {after}")


def capital_at(value: str, end: int, begin: int) -> Spot:
    """Return the place where a sentence begins with a small letter."""
    before, after = word_before(value, end), word_after(value, begin)
    return Spot(begin, "capital", before.rstrip(".?!"), after, after, after.capitalize())


SPACING_RULES: tuple[Rule, ...] = (wrong_spaces,)
