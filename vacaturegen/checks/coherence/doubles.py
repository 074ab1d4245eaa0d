"""The rule about words that stand there twice, or say the same twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import eq

from vacaturegen.checks.reading.apart import ADDRESSES, without
from vacaturegen.checks.reading.patterns import small, word_set, words_in_order
from vacaturegen.checks.reading.readers import reader
from vacaturegen.checks.reading.said import MOST
from vacaturegen.checks.reading.texts import words_in
from vacaturegen.checks.reading.written import NUMBERS
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _

TWICE = re.compile(r"(?i)(?<![\w’'.&/-])([^\W\d_]{2,})(?:[^\S\n]+\1)+(?![\w’'&/-])")
UNIT = "maand|maanden|jaar|jaren|week|weken|uur|uren|dag|dagen|werkdag|werkdagen|punt|punten|euro"
UNITS = frozenset(UNIT.split("|"))
UNIT_TWICE = re.compile(rf"(?i)(?<![\w.,])((?:\d++(?:[.,]\d++)*+|{'|'.join(NUMBERS)}) ({UNIT}))[^\S\n]+({UNIT})\b")
"""A number with its unit, and another word for a unit behind it."""
STEM = 3
"""With how many letters two names of a unit begin that are the same unit."""
PROPER = word_set(
    "die dat u je er het wie wat is was waren had hadden zijn haar hun ons kan kun kunnen wil willen zal zullen mag"
    " mogen moet moeten heeft hebben wordt worden gaat gaan doet doen staat heel zeer veel echt ja nee nou zo lang win"
    " half bla tik kom hup ha hoi klik fifty stap ook toe nog zij we wij dan"
)
"""Words that can rightly stand twice: "wat je je afvraagt", "of die die kennis heeft"."""
SURE = word_set("de een en te van met naar per of als tot ten der onze uw jouw deze maar")
"""Words of which one can go for certain."""
ARTICLES = word_set("de het een")
"""Words that rarely stand before a name that begins with the same: of in de De Kom one is mostly too many."""
PAIR = 2
PARTICLES = {
    "in": "vul|dien|schrijf|schrijv|schakel|voer|breng|zet|lever|stel|richt|werk|plan|roep|huur|licht|tik|log",
    "op": "neem|nem|stel|zet|lever|los|geef|gev|stuur|bouw|vraag|roep|ruim|pak|schrijf|sla|start|treed|vat|vang|volg"
    "|zoek|maak|mak|let|kom|bel|loop",
    "aan": "sluit|geef|gev|vraag|vrag|pak|trek|toon|meld|kijk|stuur|lever|vul|neem|nem|bied|spreek|sprek|pas"
    "|duid|raad|zet",
    "uit": "voer|werk|nodig|leg|reik|zet|geef|gev|spreek|oefen|breng|kom|ga|zoek|loop|wissel|bouw",
    "voor": "bereid|stel|leg|doe|kom|schrijf|zit|lees|bereid|ga",
    "over": "neem|nem|draag|drag|leg|stap|ga|blijf|dra|stuur",
    "door": "voer|geef|gev|ga|loop|stuur|verwijs|werk|spreek|groei|zet|stroom",
    "bij": "draag|drag|houd|hou|werk|woon|stuur|spring|dra|schaaf|lever|stel|sta",
    "af": "sluit|rond|stem|hand|neem|wijk|leg|spreek|lever|wikkel|was|was",
    "om": "ga|zet|bouw|vorm|keer|schrijf|gaat",
    "na": "ga|denk|kom|kijk|streef|leef|vraag|bel|zoek",
    "mee": "werk|denk|doe|neem|geef|ga|praat|help|bouw|stuur",
    "onder": "breng|teken|ga|zoek|verdeel",
    "toe": "pas|voeg|zie|ken|licht|laat|wijs|ga",
    "mede": "deel|werk",
}
"""Particles, and how verbs begin that end with one: "Vul het in in het portaal" is right."""
JOINS = re.compile(
    r"(?i)\b(?:wie|wat|die|dat|als|wanneer|waar\w*|hoe|zodra|indien|of|omdat|zodat|voordat|nadat|terwijl)\b"
)
"""Words with which a clause begins whose verb comes last, so that another verb can follow."""
MAKES_VERBS = re.compile(r"(?:t|en)\Z")
NEAR = 200
"""How many characters around a word are looked at."""
CLAUSE_END = re.compile(r"[.?!;:\n]")


@reader
def doubles_in(value: str) -> tuple[tuple[int, str, str, bool], ...]:
    """Return each word that stands twice in a text: where, the words, the one that is enough, whether that is sure."""
    words = words_in_order(value)
    if not any(map(eq, words, islice(words, 1, None))) and (UNITS.isdisjoint(words) or not has_two_units(words)):
        return ()
    value = without(ADDRESSES, value)
    found = [
        (match.start(), match[0], one_unit(match), True)
        for match in UNIT_TWICE.finditer(value)
        if match[2][:STEM].lower() == match[3][:STEM].lower()
    ]
    covered = {place for at, words, _one, _sure in found for place in range(at, at + len(words))}
    for match in TWICE.finditer(value):
        first, *others = match[0].split()
        if match.start() not in covered and not is_proper(value, match):
            sure = first.lower() in SURE and all(map(str.islower, others))
            found.append((match.start(), match[0], first, sure))
    return tuple(sorted(found)[:MOST])


def has_two_units(words: Sequence[str]) -> bool:
    """Tell whether two words for a unit follow each other."""
    return any(one in UNITS and other in UNITS for one, other in pairwise(words))


def one_unit(match: re.Match[str]) -> str:
    """Return a number with its unit once, in the singular or plural that the number asks for."""
    number, first, second = match[1].split(" ")[0], match[2], match[3]
    one = NUMBERS.get(small(number)) == 1 or number == "1"
    return f"{number} {min(first, second, key=len) if one else max(first, second, key=len)}"


def is_name(words: list[str]) -> bool:
    """Tell whether the capitals of the same words make a name or an abbreviation of one: van Van Dale, NL en EN."""
    first, *others = words
    if first[1:].isupper() and not all(map(str.isupper, others)):
        return True
    if first.islower():
        return first not in ARTICLES and any(other[0].isupper() for other in others)
    return len(words) == PAIR and not first.isupper() and others[0][0].isupper()


def is_proper(value: str, match: re.Match[str]) -> bool:
    """Tell whether a word can rightly stand there twice."""
    word = match[1].lower()
    if word in PROPER or is_name(match[0].split()):
        return True
    before = CLAUSE_END.split(value[max(0, match.start() - NEAR) : match.start()])[-1]
    if word == "van" and value[match.end() : match.end() + NEAR].lstrip().startswith(("alles", "die", "dat", "deze")):
        return True
    if word in PARTICLES:
        return re.search(rf"(?i)\b(?:ge)?(?:{PARTICLES[word]})\w{{0,4}}\b", before) is not None
    return MAKES_VERBS.search(word) is not None and word not in SURE and JOINS.search(before) is not None


@rule(
    "S03",
    "Een woord staat er twee keer",
    Ernst.WAARSCHUWING,
    ALL,
    source="Veldkennis: “maanden maanden” en “zoals bijv.” in gepubliceerde teksten",
    why="Een dubbel woord blijft na knippen en plakken vaak staan, en valt de lezer meteen op.",
    bad="doel: Een plan van de de wijk opleveren.",
    good="doel: Een plan opleveren voor de wijk waar je je thuis voelt.",
)
def double_words(subject: Subject) -> Iterator[Hit]:
    """Yield each word that stands twice, and words that say the same."""
    for text, doubles in subject.read(doubles_in):
        for at, words, one, sure in doubles:
            message = _("“{words}” stands here twice; “{better}” is enough.").format(words=words[:40], better=one[:40])
            yield Hit(text.field, message, words, at, better=one, certain=sure)
    for text, found in words_in(subject, "dubbelop"):
        words, better = text.value[found.start : found.end], found.entry.voorstel
        better = better.capitalize() if words[:1].isupper() else better
        message = _("“{words}” says the same twice; “{better}” is enough.").format(words=words, better=better)
        yield Hit(text.field, message, words, found.start, better=better, certain=found.entry.zeker)


DOUBLE_RULES: tuple[Rule, ...] = (double_words,)
