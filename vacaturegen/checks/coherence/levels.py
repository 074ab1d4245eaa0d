"""Levels of education: that the Dutch framework (NLQF) knows them, and what texts say against the profile's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.reading.patterns import small
from vacaturegen.checks.reading.readers import holds, reader
from vacaturegen.checks.reading.sentences import Sentence, sentences_of
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _

PLUS = re.compile(r"(?i)(?<![\w-])((?:mbo|hbo)(?:[- ]?niveau)?(?: ?\+\+?|[- ]plus\b))(?! ?\d)")
NEAREST = {
    "mbo": "mbo-4 (NLQF 4) of associate degree (NLQF 5)",
    "hbo": "hbo-bachelor (NLQF 6) of master (NLQF 7)",
}
"""Between which levels one lies that is called plus. Source: NLQF, domain.md section 8, looked up on 2026-11-22."""
KNOWN = re.compile(
    r"(?i)\b(?:mbo|hbo|wo|havo|vwo|vmbo|mavo|ad|associate degree|bachelor|master|doctor|phd|propedeuse"
    r"|universitair|academisch"
    r"|gepromoveerd|hogeschool|universiteit|middelbaar beroepsonderwijs|hoger beroepsonderwijs"
    r"|wetenschappelijk onderwijs"
    r"|basisonderwijs|praktijkonderwijs|geen|nvt|n\.v\.t\.|nlqf|startkwalificatie)(?:\b|[-\d])|n\.v\.t|nader te bepalen"
)
"""Levels that the framework has a place for, and what says that none is asked."""


@rule(
    "X05",
    "Een opleidingsniveau dat het NLQF niet kent",
    Ernst.WAARSCHUWING,
    ALL,
    source="Nederlands kwalificatieraamwerk (NLQF, nuffic.nl), nagegaan 2026-11-22",
    why="Van “mbo+” weet niemand welk diploma genoeg is: mbo-4 of een associate degree. Vacaturesites en"
    " systemen kennen"
    " het niet. “Hbo-werk- en -denkniveau” is geen diploma en is wel duidelijk.",
    bad="opleidingsniveau: mbo+",
    good="opleidingsniveau: mbo-4",
)
def unclear_levels(subject: Subject) -> Iterator[Hit]:
    """Yield each level of education that is none of the framework."""
    for text, plus in subject.read(plus_in):
        for found in plus:
            message = _("“{level}” is no level that people know. Do you mean {better}?")
            yield Hit(
                text.field,
                message.format(level=found[1], better=NEAREST[small(found[1][:3])]),
                found[1],
                found.start(),
            )
    level = subject.known("opleidingsniveau")
    if level and not KNOWN.search(level) and not PLUS.search(level):
        message = _("“{level}” is no level that people know. Write for instance mbo-4, associate degree, hbo or wo.")
        yield Hit("opleidingsniveau", message.format(level=level[:40]))


@reader
def plus_in(value: str) -> tuple[re.Match[str], ...]:
    """Return the levels called plus that a text names."""
    return tuple(PLUS.finditer(value)) if "bo" in value or "BO" in value else ()


NAMED = re.compile(
    r"(?i)\b(?:(?P<mbo>mbo)(?:[- ]?(?:niveau )?(?P<number>[1-4])\b)?|(?P<hbo>hbo)|(?P<wo>wo|universitaire?"
    r"|academische?)"
    r"|(?P<ad>associate degree)|(?P<both>bachelor|master))(?![\w+])"
)
DEMAND = re.compile(r"eisen\.\*|aanvraag\.knockouts\.\*\.eis")
ABOUT = re.compile(r"(?i)\b(?:opleiding|diploma|denk-?niveau|niveau|werk- en denk\w*)")
WORKS = re.compile(
    r"(?i)\b(?:werkt|werk je|werken|werkzaam|functioneert)\b.*\bop \w+[- ]?niveau|\bop \w+[- ]?niveau (?:werk"
    r"|functioneer)"
)
HAS = re.compile(
    r"(?i)\b(?:je|jij) (?:hebt|bezit|beschikt over)(?: (?:minimaal|minstens|ook))?(?: een)?"
    r"(?: (?:relevante|afgeronde|voltooide))* (?:mbo|hbo|wo|universitaire|academische)[- ]?(?:opleiding|diploma)\b"
)
"""How a sentence says which education the candidate has."""
PERHAPS = re.compile(r"(?i)\b(?:als|indien|wanneer|wie|nog|of)\b|\?")
OTHERS = re.compile(r"(?i)cursus|student|stagiair|docent|onderwijs|scholen|leerling|collega")
"""Words of a sentence that is about something else than what is asked."""
WISHED = re.compile(r"(?i)\bwens|\bpr[eé]\b|voorkeur|\bmag ook\b|\bliever\b|\bpluspunt")
"""Words of a clause, or of one before it, that says what is not needed."""


LEVELS = ("mbo", "hbo", "universitair", "academisch", "associate", "bachelor", "master")
WO = re.compile(r"wo(?!\w)")


@reader
def levels_in(value: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text that name a level."""
    lowered = value.lower()
    there = sentences_of(value) if holds(lowered, LEVELS) or WO.search(lowered) else ()
    return tuple(one for one in there if NAMED.search(without_plus(one.text)))


def named(text: str) -> set[tuple[str, str]]:
    """Return the levels that a text names: each with its number, "" without one."""
    found: set[tuple[str, str]] = set()
    for match in NAMED.finditer(text):
        if match["both"]:
            found |= {("hbo", ""), ("wo", "")}
        else:
            found.add((next(name for name in ("mbo", "hbo", "wo", "ad") if match[name]), match["number"] or ""))
    return found


def other_levels(subject: Subject) -> Iterator[Hit]:
    """Yield each demand, and each sentence on the level of the work, that names another level than the profile."""
    level = subject.known("opleidingsniveau")
    mine = named(without_plus(level)) if level else set()
    for text, sentences in subject.read(levels_in) if mine else ():
        demand = DEMAND.fullmatch(text.pattern) is not None
        if not (demand or text.is_running):
            continue
        for start, sentence in sentences:
            if not (ABOUT.search(sentence) if demand else tells_level(sentence)) or OTHERS.search(sentence):
                continue
            asked = without_plus(asked_in(sentence))
            theirs = named(asked)
            if theirs and not any(fits(one, other) for one in mine for other in theirs):
                found = NAMED.search(asked)
                words = level_at(sentence, found) if found else ""
                message = _("Here the level is “{words}”, but “opleidingsniveau” is {level}. Change one of the two.")
                told = message.format(words=words, level=level)
                at = start + (found.start() if found else 0)
                yield Hit(text.field, told, words, at, ernst=Ernst.WAARSCHUWING)


def tells_level(sentence: str) -> bool:
    """Tell whether a sentence says on which level the work is, or which education the candidate has."""
    return bool(WORKS.search(sentence) or (HAS.search(sentence) and not PERHAPS.search(sentence)))


def asked_in(sentence: str) -> str:
    """Return the part of a sentence that says what is asked: what comes before the clause that only wishes."""
    wish = WISHED.search(sentence)
    return sentence[: sentence.rfind(",", 0, wish.start()) + 1] if wish else sentence


def level_at(sentence: str, found: re.Match[str]) -> str:
    """Return the level that was found in a sentence without its plus, as it stands there."""
    plus = PLUS.match(sentence, found.start())
    return plus[1] if plus else found[0]


def without_plus(words: str) -> str:
    """Return words with mbo for mbo+, in its place."""
    return PLUS.sub(lambda found: found[1][:3].ljust(len(found[0])), words)


def fits(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two levels can be the same."""
    return one[0] == other[0] and (one[1] == other[1] or not one[1] or not other[1])


LEVEL_RULES: tuple[Rule, ...] = (unclear_levels,)
