"""What a sentence says of words in it: about whom it is, whether it denies them, and who comes behind them.

It knows no grammar, only lists of words and where they stand; when in doubt a sentence is about somebody else.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vacaturegen.checks.figures import read_data
from vacaturegen.checks.reading.patterns import NEGATION, WORDS, compiled
from vacaturegen.checks.reading.sentences import Sentence, sentence_at

PART = re.compile(
    r"[;:()–—]|, |\s(?:en|maar|of|want|dus|waarbij|zodat|terwijl|dat|omdat|wanneer)(?=\s)"
    r"|\s(?:waarin|waarbinnen|waarop|waarvoor|waarmee|hoe|doordat|opdat|indien)(?=\s)"
)
"""Where a new part of a sentence may begin, with a subject of its own."""
CLAUSE = re.compile(
    r"[;:()–—]|,\s+(?=(?:en |maar |want |dus )?(?:je|jij|u|de|het|hij|zij|wij|we|deze|er|maar|wel)\b)|\smaar\s"
)
"""Where a negation ends: a list goes on behind a comma, another statement does not."""
NEXT_VERB = re.compile(
    r"\sen\s+(?=(?:is|zijn|ben|bent|wordt|worden|heeft|hebben|werkt|werk|valt|staat|krijgt|rapporteert|maakt|neemt|legt)\b)",
    re.I,
)
"""Where a negation ends too: behind en another statement of the same subject begins with its verb."""
RELATIVE = re.compile(r"([\w'’-]+),?\s+(?:die|welke|wie)\b([^,;:()]{0,120})\Z", re.I)
NEUTER = re.compile(r"([\w-]+)\s+dat\s[^,;:()]{0,120}\Z", re.I)
WANTED = re.compile(r"\b(?:zoek\w*|vraagt|vragen)\b(?:\s+[\w-]+){0,4}\s+een\s+(?:[\w-]+\s+){0,4}\Z", re.I)
PLURALS = ("en", "s")
PREPOSITIONS = frozenset(
    {"aan", "als", "bij", "binnen", "door", "in", "langs", "met", "naar", "namens", "naast", "om", "onder", "op"}
    | {"over", "per", "richting", "rond", "samen", "sinds", "tegen", "tijdens", "tot", "tussen", "uit", "van"}
    | {"vanaf", "vanuit", "via", "volgens", "voor", "wegens"}
)
NEAR_PREPOSITION = 3
"""How many words before a noun a preposition may stand that makes it no subject: in the whole new team."""
NEGATED_LATER = re.compile(
    r"\bgeen\s+sprake\b|\bniet\s+(?:aan\s+de\s+orde|de\s+bedoeling|nodig|van\s+toepassing)\b", re.I
)
FEW_WORDS = r"(?:\s+(?!(?:en|of|maar|die|dat|want|als)\b)[\w'’-]+){0,4}?\s+"
DENIED_NEXT = re.compile(
    rf"{FEW_WORDS}(?:"
    rf"(?:geldt|gelden|bestaat|bestaan|komt|komen|is\s+er|zijn\s+er){FEW_WORDS}niet"
    r"(?!\s+(?:alleen|enkel|slechts|uitsluitend|als|langer|na|pas|meer\s+dan)\b)"
    r"|(?:is|zijn|vormt|vormen)\s+geen\s+(?:onderdeel|deel|eis|voorwaarde|verplichting|vereiste)"
    r")\b",
    re.I,
)
"""Words that are the subject of a denial right behind them: een beding geldt niet."""
PASSIVE = re.compile(r"\b(?:wordt|worden)\s(?:[\w-]+\s){0,2}gewerkt\b", re.I)
"""What looks like experience, and tells how the work is done."""
NOT_ONLY = re.compile(r"\bniet\s+(?:alleen|enkel|slechts|uitsluitend)\b", re.I)
BACK, AHEAD = 70, 90
"""How many characters before words a negation counts, and how many behind them it is looked for."""
LONGEST = 600
"""How many characters of a sentence count on either side of words."""
REACH = 7
"""Within how many words behind a verb the one must come to whom it points."""


def sentence_around(value: str, at: int) -> Sentence:
    """Return the sentence in which a character of a text stands; of one without end only what is near."""
    start, text = sentence_at(value, at)
    begin = max(0, at - start - LONGEST)
    return Sentence(start + begin, text[begin : begin + 2 * LONGEST])


@cache
def words_for(name: str) -> re.Pattern[str]:
    """Return the expression of a list of words that `dba-zinnen` holds."""
    return re.compile("|".join(compiled(pattern).pattern for pattern in read_data("dba-zinnen")[name]), re.I)


def is_denied(sentence: str, start: int, end: int) -> bool:
    """Tell whether a sentence says that words in it do not hold: niet before, between or behind them."""
    window = sentence[max(0, start - BACK) : start]
    before = CLAUSE.split(window)[-1]
    said = before + sentence[start:end]
    if " dat " not in before:
        said = said[max((one.end() for one in NEXT_VERB.finditer(said) if one.end() <= len(before)), default=0) :]
    if NEGATION.search(NOT_ONLY.sub("", said)):
        return True
    if DENIED_NEXT.match(sentence, end):
        return True
    return bool(NEGATED_LATER.search(sentence, end, min(len(sentence), end + AHEAD)))


def is_about_law(sentence: str) -> bool:
    """Tell whether a sentence is about the law: it names an employment contract to deny, prevent or judge it."""
    return bool(words_for("recht").search(sentence) and words_for("uitsluitend").search(sentence))


def is_about_route(sentence: str) -> bool:
    """Tell whether a sentence is about work as an employee of somebody else: secondment, temporary work."""
    return bool(words_for("route").search(sentence))


def is_about_topic(sentence: str) -> bool:
    """Tell whether a sentence makes of such words the subject of the work: it advises on them, or writes about them."""
    return bool(words_for("vak").search(sentence))


def is_about_past(sentence: str, start: int) -> bool:
    """Tell whether words belong to experience that somebody must have."""
    parts = [part for part in PART.split(sentence[:start]) if part.strip()]
    return bool(parts and words_for("verleden").search(PASSIVE.sub("", parts[-1])))


def is_about_other(sentence: str, start: int, end: int, own: frozenset[str]) -> bool:
    """Tell whether the subject of words is somebody else than the professional; `own` are words of the title."""
    inside = subject_in(sentence[start:end], own)
    if inside is not None:
        return inside
    before = sentence[:start]
    if (relative := RELATIVE.search(before)) and not subject_in(relative[2], own):
        return antecedent_is_other(before[: relative.start()], relative[1].lower(), own)
    if (neuter := NEUTER.search(before)) and words_for("ander").fullmatch(neuter[1]):
        return True
    parts = [part for part in PART.split(before) if part.strip()]
    for part in reversed(parts):
        other = subject_in(part, own)
        if other is not None:
            return other
    return False


def antecedent_is_other(before: str, word: str, own: frozenset[str]) -> bool:
    """Tell whether the word before die is somebody else: one of the list that nobody asks for, or more than one."""
    if word in own or words_for("professional").fullmatch(word) or WANTED.search(before):
        return False
    return bool(words_for("ander").fullmatch(word)) or word.endswith(PLURALS)


def subject_in(part: str, own: frozenset[str]) -> bool | None:
    """Return whether the subject of a part of a sentence is somebody else, or None when it names nobody."""
    words = [match[0].lower() for match in WORDS.finditer(part)]
    if {"je", "jij"}.intersection(words):
        return False
    for index, word in enumerate(words):
        near = words[max(0, index - NEAR_PREPOSITION) : index]
        if PREPOSITIONS.isdisjoint(near):
            if word in own or words_for("professional").fullmatch(word):
                return False
            if words_for("ander").fullmatch(word):
                return True
    return None


class Target(NamedTuple):
    """Whom words point at: which list knows the word, the words themselves, and where they end."""

    kind: str
    words: str
    end: int


def target_of(sentence: str, start: int, end: int, kinds: tuple[str, ...], reach: int = REACH) -> Target | None:
    """Return whom words point at: the first of these kinds behind them, or else within them."""
    limit = min((match.start() for match in re.finditer(r"[.;:()]|, ", sentence[end:])), default=len(sentence) - end)
    behind = list(WORDS.finditer(sentence, end, end + limit))[:reach]
    for match in behind:
        for kind in kinds:
            if words_for(kind).fullmatch(match[0]):
                return Target(kind, sentence[end : match.end()].strip(), match.end())
    for match in WORDS.finditer(sentence, start, end):
        for kind in kinds:
            if words_for(kind).fullmatch(match[0]):
                return Target(kind, "", end)
    return None
