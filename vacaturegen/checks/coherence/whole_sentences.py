"""The rule about sentences: that they end, have a subject, and do not run into each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vacaturegen.checks.reading.joints import joints_in
from vacaturegen.checks.reading.patterns import word_set
from vacaturegen.checks.reading.readers import reader
from vacaturegen.checks.reading.sentences import sentences_of
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import PLACE, Subject, Text
from vacaturegen.i18n import _

LAST = re.compile(r"(?<![\w’'-])([^\W\d_]+(?:/of)?)[.\s]*\Z")
CANNOT_END = frozenset(
    {"de", "een", "en", "of", "en/of", "te", "tot", "met", "per", "via", "tijdens", "volgens", "namens", "onze", "uw"}
    | {"jouw", "hun", "elke", "diverse", "zowel", "zoals", "omdat", "zodat", "waarbij", "indien", "als", "ten", "ter"}
    | {"gedurende", "eigen"}
)
"""Words that no sentence ends with; one that ends with a particle (bereidt voor, denkt mee) is whole."""
BEHIND = ("van", "voor", "op", "uit", "aan", "over")
"""Words that a sentence can end with, unless its words before them ask for what is not there."""
CUT = (*CANNOT_END, "het", *BEHIND)
GOES_ON = ("en", "of", "en/of")
"""With these a list that is one sentence runs on into its next item."""
MAKES_OWN = re.compile(r"(?i)\b(?:ge)?maa?k\w*\b.* (?!(?:van|met|de|een|uw|op|in|uit|onze|hun) )\w+ eigen\W*\Z")
"""Of "maakt zich iets eigen" the last word can be eigen; of "gebruik van eigen" not."""
LOST = word_set(
    "beoordeelt selecteert toetst vergelijkt controleert ontvangt stelt neemt verzorgt brengt nodigt publiceert"
    " kiest zorgt voert maakt geeft biedt vraagt krijgt heeft is kan wil zal moet gunt bepaalt informeert"
    " beantwoordt stuurt plant organiseert ondersteunt adviseert coördineert werkt draagt levert bewaakt"
    " signaleert rapporteert fungeert zoekt doet houdt laat meldt legt begeleidt beheert treedt bestaat beschikt"
    " verwacht vormt richt"
)
"""Verbs of a sentence about one party, in small letters as they stand when the party was taken out before them."""
PROCEDURE = re.compile(
    r"(?:Beoordeelt|Selecteert|Toetst|Vergelijkt|Controleert|Publiceert|Gunt|Informeert) (?:de|het|alle|elk) "
)
OF_PROCEDURE = re.compile(r"aanvraag\.(beoordeling|inschrijving|overig|prijs|facturatie)\b.*")
END_SIGNS = tuple(".?!:;…)]”\"’'»>*,-–" + PLACE)
ADDRESS = frozenset("@/")
HANGING = re.compile(r"\b(?:voor|van|met|in|op|aan|bij|uit|naar|over|door|binnen) het\W*\Z")
"""A preposition with het, behind which its noun is missing."""
ASKS_MORE = re.compile(
    r"(?i)\b(?:verantwoordelijk voor|(?:belangen|gebied|basis|hand|grond|kader|behoeve|opdracht|aanleiding|hulp|behulp"
    r"|aanzien|gevolg) van"
    r"|afgestemd op|gericht op|gebaseerd op|bestaat uit|bestaande uit|behoefte aan|bijdrage aan|beschikt over)\.?\s*\Z"
)
HAS_ALREADY = re.compile(r"(?i)\b(?:waar|daar|er|hier|wie|wat|die)\w*\b")
"""Words for what belongs to such an end, which stand before it: "waar je verantwoordelijk voor bent"."""
LONGEST = 60
"""Characters at the end of a sentence that its last word is looked for in."""
WORD = 20
"""So long no word is that a sentence begins with in RUN_ON of `joints`."""
LONG = 8
"""A paragraph of fewer words can be a line of its own."""


@reader
def broken_in(value: str) -> tuple[tuple[int, str, str], ...]:
    """Return the sentences of a text that lack a part: where, the words, and which ("cut", "lost" or "run-on")."""
    found: list[tuple[int, str, str]] = []
    for start, sentence in sentences_of(value):
        cut = sentence.rstrip(". \n").endswith(CUT)
        last = LAST.search(sentence, max(0, len(sentence) - LONGEST)) if cut else None
        if last and cannot_end(last[1], sentence):
            found.append((start + last.start(1), last[1], "cut"))
        first, space, _rest = sentence.partition(" ")
        if space and first in LOST and "?" not in sentence:
            found.append((start, first, "lost"))
    found += [
        (joint.begin, value[joint.begin : joint.begin + WORD].split(" ")[0], "run-on")
        for joint in joints_in(value)
        if joint.kind == "run-on"
    ]
    return tuple(sorted(found))


def cannot_end(word: str, sentence: str) -> bool:
    """Tell whether a sentence cannot end with a word."""
    if word == "het":
        return bool(HANGING.search(sentence))
    if word in BEHIND:
        return bool(ASKS_MORE.search(sentence)) and not HAS_ALREADY.search(sentence)
    return word in CANNOT_END and not (word == "eigen" and MAKES_OWN.search(sentence))


def runs_on(subject: Subject, text: Text, at: int) -> bool:
    """Tell whether what is cut off goes on behind it: in the points below it, or in the next item of its list."""
    if text.value.endswith(".") or "\n" in text.value[at:] or " " in text.value[at:]:
        return False
    home, _dot, name = text.field.rpartition(".")
    if name == "tekst":
        return any(other.field.startswith(f"{home}.punten.") for other in subject.texts)
    if not name.isdigit() or text.value[at:] not in GOES_ON:
        return False
    siblings = [
        other for other in subject.texts if other.pattern == text.pattern and other.field.startswith(f"{home}.")
    ]
    later = any(int(other.field.rpartition(".")[2]) > int(name) for other in siblings)
    joined = text.value[:at].rstrip().endswith((",", ";")) or any(
        other.value.rstrip().endswith((",", ";")) for other in siblings if other is not text
    )
    return later and joined


@rule(
    "S02",
    "Een zin is niet af",
    Ernst.WAARSCHUWING,
    ALL,
    source="Veldkennis: afgebroken punten en zinnen zonder onderwerp in gepubliceerde aanvragen",
    why="Van een afgebroken zin weet de lezer niet wat er had moeten staan; dat kan een eis zijn.",
    bad="doel: Een plan opleveren met gebruik van eigen",
    good="doel: Een plan opleveren met eigen middelen, en je het vak eigen maken.",
)
def broken_sentences(subject: Subject) -> Iterator[Hit]:
    """Yield sentences that break off, that lost their subject, or that run into the next one."""
    for text, broken in subject.read(broken_in):
        for at, words, kind in broken:
            if kind == "cut" and not runs_on(subject, text, at):
                message = _("This sentence breaks off after “{word}”. Complete it.").format(word=words)
                yield Hit(text.field, message, words, at)
            elif kind == "lost" and text.is_running and not subject_before(text, at):
                message = _("This sentence has no subject: who “{word}”? Begin with the one who does it.")
                yield Hit(text.field, message.format(word=words), words, at)
            elif kind == "run-on" and text.is_running:
                yield Hit(
                    text.field, _("Before “{word}” a full stop seems to be missing.").format(word=words), words, at
                )
    for text, steps in subject.read(steps_in):
        for at, word in steps if OF_PROCEDURE.fullmatch(text.field) else ():
            message = _("This sentence has no subject: who “{word}”? Begin with the one who does it.")
            yield Hit(text.field, message.format(word=word.lower()), word, at)
    for text, ends in subject.read(unended_in):
        yield from unended(text, ends)


@reader
def steps_in(value: str) -> tuple[tuple[int, str], ...]:
    """Return the sentences of a text that tell of a step and begin with its verb: where, and the verb."""
    return tuple(
        (start, sentence.split(" ")[0])
        for start, sentence in sentences_of(value)
        if PROCEDURE.match(sentence) and "," not in sentence and not sentence.endswith("?")
    )


def subject_before(text: Text, at: int) -> bool:
    """Tell whether a place to fill in or a word in small letters could be what does it."""
    return at > 0 and text.value[at - 1] == PLACE


def unended(text: Text, ends: Iterable[tuple[int, str]]) -> Iterator[Hit]:
    """Yield a paragraph of running text after which no full stop comes."""
    if text.is_running and not text.field.endswith("doel") and not text.pattern.startswith("aanvraag.overig"):
        for at, last in ends:
            message = _("After “{word}” a full stop seems to be missing.").format(word=last[:40])
            yield Hit(text.field, message, last, at, better=f"{last}.", ernst=Ernst.INFORMATIE)


@reader
def unended_in(value: str) -> tuple[tuple[int, str], ...]:
    """Return the last words of the paragraphs of several sentences that have no end, with their places."""
    found, begin = [], 0
    for paragraph in value.split("\n\n"):
        if not paragraph.endswith(END_SIGNS) and ". " in paragraph and len(words := paragraph.split()) >= LONG:
            last = words[-1]
            if ADDRESS.isdisjoint(last) and not cannot_end(last, paragraph):
                found.append((begin + len(paragraph) - len(last), last))
        begin += len(paragraph) + 2
    return tuple(found)


SENTENCE_RULES: tuple[Rule, ...] = (broken_sentences,)
