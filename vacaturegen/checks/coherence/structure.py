"""Rules about how a text is put together: pairs that close, and numbers that run on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vacaturegen.checks.reading.quoted import NEAR, shortened
from vacaturegen.checks.reading.readers import reader
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject, Text
from vacaturegen.i18n import _
from vacaturegen.model.base import known

CLOSES = {")": "(", "]": "["}
SIGNS = re.compile(r'[()\[\]"“”„«»]')
ITEM_MARK = re.compile(r"(?:^|[\s(])[a-z\d]{1,3}\Z", re.I)
SMILEY = re.compile(r"[:;]-?\Z")
INCH = re.compile(r"\d\Z")


QUOTED = frozenset("”`")
WRONG = re.compile(r"(?<![\w”“\"`])(?:”(?=\w)(?P<words>[^“”\"\n]{1,200})”|`(?=\w)(?P<ticked>[^`\n]{1,200})`)(?!\w)")
"""Words between two closing marks, or between two accents."""


@reader
def unpaired_in(value: str) -> tuple[tuple[int, str], ...]:
    """Return the brackets and quotation marks of a text that have no other half."""
    opened: list[int] = []
    quotes: list[int] = []
    lone: list[int] = []
    for found in SIGNS.finditer(value):
        at, sign = found.start(), found[0]
        if sign in "([":
            if not (sign == "(" and SMILEY.search(value, max(0, at - 2), at)):
                opened.append(at)
        elif sign in CLOSES:
            if opened and value[opened[-1]] == CLOSES[sign]:
                opened.pop()
            elif not (ITEM_MARK.search(value, max(0, at - 4), at) or SMILEY.search(value, max(0, at - 2), at)):
                lone.append(at)
        elif not (sign in '"”' and INCH.search(value, max(0, at - 1), at) and not quotes):
            quotes.append(at)
    odd = quotes[-1:] if len(quotes) % 2 else []
    return tuple((at, value[at]) for at in sorted([*opened, *lone, *odd]))


@reader
def wrong_quotes_in(value: str) -> tuple[re.Match[str], ...]:
    """Return what stands between signs that are no quotation marks of ours."""
    return () if QUOTED.isdisjoint(value) else tuple(WRONG.finditer(value))


@rule(
    "S04",
    "Een haakje of aanhalingsteken zonder tegenhanger",
    Ernst.INFORMATIE,
    ALL,
    source="Veldkennis: een sluitend aanhalingsteken zonder begin in een gepubliceerde aanvraag",
    why="Zonder tegenhanger is niet te zien waar een aanhaling of toevoeging begint of ophoudt.",
    bad="doel: Een plan opleveren (met kaarten.",
    good="doel: Een plan opleveren (met kaarten) voor de wijk die “de Kom” heet.",
)
def unpaired_signs(subject: Subject) -> Iterator[Hit]:
    """Yield each bracket and quotation mark that has no other half; apostrophes are none."""
    for text, lone in subject.read(unpaired_in):
        for at, sign in lone[:3]:
            message = _("The {sign} at “{words}” has no other half. Add it, or take this one out.")
            yield Hit(text.field, message.format(sign=named(sign), words=words_at(text.value, at)), sign, at)
    for text, wrong in subject.read(wrong_quotes_in):
        for match in wrong:
            words = match["words"] or match["ticked"]
            message = _("“{words}” is not between quotation marks as they are in Dutch.").format(words=shortened(words))
            yield Hit(text.field, message, match[0], match.start(), better=f"“{words}”")


def named(sign: str) -> str:
    """Return what people call a sign, which by itself is hard to see in a sentence."""
    return _("bracket") if sign in "()[]" else _("quotation mark")


def words_at(value: str, at: int) -> str:
    """Return the words that a sign stands at: those behind it when it opens, and else those before it."""
    if value[at] in "([“„«" or value[at - 1 : at].isspace() or at == 0:
        return shortened(" ".join(value[at + 1 : at + NEAR].split()[:3])).rstrip(".,;:")
    return " ".join(value[max(0, at - NEAR) : at].split()[-3:])


NUMBERED = re.compile(r"\(?(\d{1,2}|[a-z])(?:[.)]|\.\))\s+(?=[^\W\d_])")
BARE = re.compile(r"(\d{1,2})\s+(?=[A-ZÀ-Þ])")
LISTS = re.compile(
    r"(aanvraag\.(knockouts|gunningscriteria|wensen)\.\*\.\w+|(.*\.)?taken\.\*|eisen\.\*|wensen\.\*|competenties\.\*\.naam"
    r"|arbeidsvoorwaarden\.\*|.*\.punten\.\*)"
)
"""Lists that get a number or a bullet in the document by themselves."""
REFERENCE = re.compile(
    r"(?i)\b(knock-?out(?:criterium|eis)?|gunningscriterium|stap) (?:nr\.? |nummer )?(\d{1,2})(?![\w%]|[.,]\d)"
)


@rule(
    "S07",
    "De nummering klopt niet",
    Ernst.INFORMATIE,
    ALL,
    source="Veldkennis: kopjes “1.”, “2.” en “3” onder elkaar in een gepubliceerde aanvraag",
    why="De documenten nummeren zelf, zodat een verwijzing altijd klopt. Een getypt nummer staat er dan dubbel, of"
    " klopt niet meer na een wijziging.",
    bad='taken: ["1. Inwoners spreken", "2. Het college adviseren"]',
    good='taken: ["2 plannen voor het park opstellen", "3D-kaarten van het park maken"]',
)
def typed_numbers(subject: Subject) -> Iterator[Hit]:
    """Yield numbers typed in lists that number themselves, a break in numbered headings, and references to nothing."""
    groups: dict[str, list[Text]] = {}
    for text in subject.texts if subject.read(typed_in) else ():
        if text.is_heading or is_list(text.pattern):
            groups.setdefault(home_of(text), []).append(text)
    for texts in groups.values():
        yield from (odd_headings if texts[0].is_heading else first_number)(texts)
    yield from references(subject)


@reader
def typed_in(value: str) -> tuple[str, ...]:
    """Return the number that a text begins with, if it does."""
    match = NUMBERED.match(value)
    return (match[0],) if match else ()


@cache
def is_list(pattern: str) -> bool:
    """Tell whether fields with this pattern are items of a list that numbers itself."""
    return LISTS.fullmatch(pattern) is not None


def home_of(text: Text) -> str:
    """Return what texts of one list have in common; of headings that is the list that they stand in."""
    return text.pattern if text.is_heading else text.field.rpartition(".")[0].rstrip("0123456789.")


def first_number(texts: list[Text]) -> Iterator[Hit]:
    """Yield the first number that is typed in a list."""
    found = [(text, match) for text in texts if (match := NUMBERED.match(text.value))]
    if len(found) > 1 or (found and len(texts) == 1):
        text, match = found[0]
        message = _("The number “{number}” is typed here, but this list gets its marks by itself. Leave it out.")
        yield Hit(text.field, message.format(number=match[0].strip()), match[0].strip())


def odd_headings(texts: list[Text]) -> Iterator[Hit]:
    """Yield each heading whose number is written otherwise than the others, or does not follow the one before it."""
    if sum(NUMBERED.match(text.value) is not None for text in texts) < 2:
        return
    before = 0
    for text in texts:
        match, bare = NUMBERED.match(text.value), BARE.match(text.value)
        if bare and not match:
            message = _("The number “{number}” is written otherwise than those of the other headings.")
            yield Hit(text.field, message.format(number=bare[1]), bare[1], better=f"{bare[1]}.")
        found = match or bare
        if found and found[1].isdigit():
            if before and int(found[1]) != before + 1:
                message = _("The number {number} does not follow {before}.").format(number=found[1], before=before)
                yield Hit(text.field, message, found[1], found.start(1))
            before = int(found[1])


def references(subject: Subject) -> Iterator[Hit]:
    """Yield a reference by number to a criterion or a step that is not there."""
    aanvraag = known(subject.profiel, "aanvraag") if subject.kind == "aanvraag" else None
    if aanvraag is None:
        return
    criteria, rounds = known(aanvraag, "gunningscriteria"), known(aanvraag, "beoordeling.rondes")
    if not criteria or not rounds or known(aanvraag, "knockouts") is None:
        return
    most = {"stap": len(rounds)}
    last = aanvraag.aantal_knockouts() + len(criteria) + len(known(aanvraag, "wensen") or ())
    for text in subject.texts:
        if text.field.startswith("aanvraag."):
            for found in REFERENCE.finditer(text.value):
                if int(found[2]) > most.get(found[1].lower(), last):
                    message = _("“{words}” is not there: the highest number is {most}.")
                    told = {"words": found[0], "most": most.get(found[1].lower(), last)}
                    yield Hit(text.field, message.format(**told), found[0], found.start())


STRUCTURE_RULES: tuple[Rule, ...] = (unpaired_signs, typed_numbers)
