"""Rules about how easily a text reads: long sentences, many passives, lists that mix their forms.

They inform and warn; the score of a whole document is never a gate. Fixed clauses and our own templates are not looked
at: nobody who writes a profile can change them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from vacaturegen.checks.language.own_texts import own_texts
from vacaturegen.checks.reading.patterns import WORD, words_of
from vacaturegen.checks.reading.readers import reader
from vacaturegen.checks.reading.sentences import sentences_of
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _
from vacaturegen.model.base import known
from vacaturegen.model.places import Open

LONG, VERY_LONG = 25, 35
"""Words after which a sentence is long, and after which it is better cut in two."""
AVERAGE = 15
ENOUGH = 5
"""Sentences that a text has before an average says something."""
MOST = 8
"""Demands that a reader keeps apart."""
ADDRESS = re.compile(r"\]\([^)\s]*\)")
WORDS = re.compile(WORD)
NAME = re.compile(
    r"(?<=[\w,;:] )[A-ZÀ-Þ][a-zß-ÿ][\w’'-]*+"
    r"(?:(?: (?:aan|op|van|de|den|der|het|in|bij)){0,2}+ [A-ZÀ-Þ][a-zß-ÿ][\w’'-]*+){0,4}+"
)
"""A name of one or more words, not at the beginning of a sentence: there any word has a capital."""
SEVERAL = re.compile(r"\bN(?:, N\b){4,}+(?:,? (?:en|of) N\b)?")
"""So many names beside each other that they are read as one list, once each is N."""
AUXILIARIES = frozenset({"wordt", "worden", "werd", "werden", "geworden"})
PASSIVE = re.compile(rf"\b(?:{'|'.join(AUXILIARIES)})\b", re.I)
PARTICIPLE = re.compile(r"\b(?:\w{0,6}ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her|er)\w{2,}(?:d|t|en))\b", re.I)
NOUN_STYLE = re.compile(r"\bhet (?:\w+ ){0,2}\w{3,}en van\b", re.I)
MANY = 3
"""Verbs that are nouns in one text, from which on it is a style."""
SPEAKS = re.compile(r"(?:je|jij|u|we|wij|de kandidaat|de professional|hij|zij|het|dit|er) \w", re.I)
"""How an item of a list begins that is a sentence of its own."""
TOLD = re.compile(r"(?:je|jij|u) (?:\w+t|ga|doe|zie)\b|(?:we|wij) \w+en\b", re.I)
"""How a task begins that is one; most begin with what it is about: het college adviseren, je agenda bewaken."""
ADDRESSES = re.compile(r"\b(?:je|jij|jou|jouw|u|uw|we|wij)\b", re.I)
"""Words of an item that may be a sentence, however it begins: als trainee ben je, Nederlands is je moedertaal."""
LISTS = {"eisen": SPEAKS, "wensen": SPEAKS, "taken": TOLD}


@lru_cache(maxsize=65536)
def count_words(sentence: str) -> int:
    """Return how many words a sentence has; the address of a link is no part of them, and names are one."""
    plain = SEVERAL.sub("N", NAME.sub("N", ADDRESS.sub("]", sentence)))
    return len(WORDS.findall(plain))


@rule(
    "L01",
    "Zin van meer dan 25 woorden",
    Ernst.WAARSCHUWING,
    ALL,
    source="Schrijfwijzers: een zin van 26 tot 34 woorden is moeilijk, een van 35 of meer zeer moeilijk (2026-11-22)",
    why="Een lange zin vraagt veel van wie leest. Na 35 woorden is knippen bijna altijd beter.",
    bad=(
        "doel: Een plan maken dat past bij de wensen van inwoners, ondernemers en verenigingen in de wijk, en dat plan"
        " daarna samen met de collega's van andere afdelingen uitwerken, bespreken en vaststellen."
    ),
    good="doel: Een plan maken dat past bij de wensen van inwoners. Dat plan daarna samen uitwerken.",
)
def long_sentences(subject: Subject) -> Iterator[Hit]:
    """Yield each sentence that is long or very long."""
    for text, found in subject.read(long_in):
        for start, sentence, count in found if text in own_texts(subject) else ():
            message = _("This sentence has {n} words; keep it to {most}, or make two of it.")
            if count >= VERY_LONG:
                message = _("This sentence has {n} words: make two or three of it.")
            yield Hit(text.field, message.format(n=count, most=LONG), sentence, start)


@reader
def long_in(value: str) -> tuple[tuple[int, str, int], ...]:
    """Return the long sentences of a text: where, the sentence, and how many words it has."""
    if value.count(" ") < LONG:
        return ()
    counted = ((start, sentence, count_words(sentence)) for start, sentence in sentences_of(value))
    return tuple(one for one in counted if one[2] > LONG)


@rule(
    "L10",
    "Zinnen van gemiddeld meer dan 15 woorden",
    Ernst.INFORMATIE,
    ALL,
    source="Schrijfwijzers: 1 tot 13 woorden zeer makkelijk, 14 tot 19 makkelijk (2026-11-22)",
    why="Wisselende lengte leest prettig. Een tekst met vooral lange zinnen kost moeite, ook als geen zin te lang is.",
    bad=(
        "secties: [{titel: De wijk, tekst: "
        "Je werkt in een wijk waar heel veel gebeurt en waar ook nog veel te doen is in de straten."
        " Je spreekt bijna elke week met verenigingen die iets willen veranderen aan de straat of het park."
        " Je schrijft daarna een plan dat door de raad en door het college besproken en vastgesteld kan worden."
        " Je legt aan iedereen uit wat er met hun eigen ideeën is gedaan en waarom dat zo is."
        " Je zorgt samen met anderen dat het werk op tijd begint en dat de buurt ervan weet.}]"
    ),
    good="secties: [{titel: De wijk, tekst: In deze wijk gebeurt veel. Inwoners denken graag mee.}]",
)
def long_on_average(subject: Subject) -> Iterator[Hit]:
    """Yield each text whose sentences are long on average."""
    message = _("The sentences of this text have {n} words on average; {most} reads easily.")
    for text, (average,) in subject.read(high_average_in):
        if text in own_texts(subject):
            yield Hit(text.field, message.format(n=average, most=AVERAGE))


@reader
def high_average_in(value: str) -> tuple[int, ...]:
    """Return the average length of a text's sentences in words, when there are enough and it is high."""
    if value.count(" ") < ENOUGH * AVERAGE:  # then so many sentences are no longer than they should be
        return ()
    found = [count for _start, sentence in sentences_of(value) if (count := count_words(sentence)) > 2]
    average = round(sum(found) / len(found)) if len(found) >= ENOUGH else 0
    return (average,) if average > AVERAGE else ()


@rule(
    "L04",
    "Veel lijdende vorm of naamwoordstijl",
    Ernst.INFORMATIE,
    ALL,
    source="Stijlwijzers van gemeenten; directduidelijk.nl (2026-11-22)",
    why="Wie iets doet, hoort in de zin te staan. Dan weet de lezer wie hij kan aanspreken en is de zin korter.",
    bad=(
        "doel: Het plan wordt gemaakt. De wijk wordt daarbij betrokken. Daarna wordt het besluit genomen."
        " Het werk wordt uitgevoerd."
    ),
    good="doel: Een plan maken met de wijk. Het college besluit. Daarna voert de aannemer het uit.",
)
def passive_and_noun_style(subject: Subject) -> Iterator[Hit]:
    """Yield each text in which most sentences have a passive, or that hides its verbs in nouns."""
    own = own_texts(subject)
    message = _("{n} of {all} sentences are in the passive: tell who does it.")
    for text, (passive, count) in subject.read(passives_in):
        if text in own:
            yield Hit(text.field, message.format(n=passive, all=count))
    message = _("Verbs are hidden in nouns here {n} times, such as “{example}”: write the verb.")
    for text, nouns in subject.read(hidden_verbs_in):
        if text in own:
            yield Hit(text.field, message.format(n=len(nouns), example=nouns[0]))


@reader
def passives_in(value: str) -> tuple[int, ...]:
    """Return how many sentences of a text are in the passive, and how many it has, when most are."""
    found = () if AUXILIARIES.isdisjoint(words_of(value)) else sentences_of(value)
    passive = sum(bool(PASSIVE.search(one.text) and PARTICIPLE.search(one.text)) for one in found)
    return (passive, len(found)) if len(found) >= 3 and passive * 2 > len(found) else ()


@reader
def hidden_verbs_in(value: str) -> tuple[str, ...]:
    """Return the verbs of a text that are made nouns, when there are many."""
    nouns: list[str] = NOUN_STYLE.findall(value) if value.count("en van") >= MANY else []
    return tuple(nouns) if len(nouns) >= MANY else ()


@rule(
    "L07",
    "Lijst van eisen mengt vormen, of is lang",
    Ernst.INFORMATIE,
    ALL,
    source="Gebruik in vacatureteksten; eigen regel (2026-11-22)",
    why=(
        "Punten van dezelfde vorm lezen als een lijst. Van meer dan 8 eisen weet niemand welke ertoe doen, en wie niet"
        " aan alle voldoet reageert niet."
    ),
    bad="eisen: [een hbo-diploma, Je hebt ervaring met plannen., kennis van het park]",
    good="eisen: [een hbo-diploma, ervaring met plannen, kennis van het park]",
)
def lists_of_one_form(subject: Subject) -> Iterator[Hit]:
    """Yield each list of demands or tasks that mixes sentences with words, and each long list of demands."""
    for name, speaks in LISTS.items():
        items = [str(item) for item in known(subject.profiel, name) or () if not isinstance(item, Open)]
        spoken = any(map(speaks.match, items))
        if spoken and not all(speaks.match(item) or ADDRESSES.search(item) for item in items):
            message = _("This list mixes sentences with words: give all items the same form.")
            yield Hit(name, message, at_key=True)
        if len(items) > MOST and name != "taken":
            message = _("This list has {n} items; which {most} matter most?")
            yield Hit(name, message.format(n=len(items), most=MOST), at_key=True)


READABILITY_RULES: tuple[Rule, ...] = (long_sentences, long_on_average, passive_and_noun_style, lists_of_one_form)
