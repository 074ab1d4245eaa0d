"""Rules about forms that are never right, whatever comes next: verbs, set phrases, and words that belong together.

Only forms that need no judgement are in the lists; a dictionary is not needed for them. See `spelling` for the words
of a text one by one.
"""

from __future__ import annotations

from collections.abc import Iterator

from vacaturegen.checks.language.style import is_prose
from vacaturegen.checks.reading.texts import words_in
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _

LIST = "taalfouten"
VERB, TURNED, TOGETHER, JOINED, CHANGED = "werkwoord", "omkering", "aaneen", "streepje", "vervanging"
"""What an entry tells: its better word takes the place of the last word, the first word has a t too many, the words are
one, they are one with a hyphen before the last, or one word in them becomes another, as in "als > dan"."""


@rule(
    "L12",
    "Werkwoordsvorm of vaste uitdrukking die niet klopt",
    Ernst.WAARSCHUWING,
    ALL,
    source="Leidraad van de spelling (Taalunie); eigen lijst (2026-11-22)",
    why=(
        "Fouten met d en t vallen veel lezers meteen op. Deze regel noemt alleen vormen die nooit goed zijn; wat van de"
        " rest van de zin afhangt, laat hij aan de schrijver."
    ),
    bad="doel: Zorgen dat men ten alle tijden een antwoord krijgt.",
    good="doel: Zorgen dat men te allen tijde een antwoord krijgt.",
)
def wrong_forms(subject: Subject) -> Iterator[Hit]:
    """Yield each verb with the wrong ending, and each set phrase that is written otherwise."""
    for text, found in words_in(subject, LIST):
        if found.entry.signaal in (TOGETHER, JOINED):
            continue
        words, better = text.value[found.start : found.end], found.entry.voorstel
        if found.entry.signaal == VERB:
            better = f"{words.rsplit(maxsplit=1)[0]} {better}"
        elif found.entry.signaal == TURNED:
            verb, rest = words.split(maxsplit=1)
            better = f"{verb.removesuffix('t')} {rest}"
        elif found.entry.signaal == CHANGED:
            wrong, right = better.split(" > ")
            better = " ".join(right if word.lower() == wrong else word for word in words.split())
        better = better[0].upper() + better[1:] if words[:2].istitle() else better
        message = _("“{words}” is not written like this: it is “{better}”.").format(words=words, better=better)
        yield Hit(text.field, message, words, found.start, better=better)


@rule(
    "L13",
    "Woorden los die aan elkaar horen",
    Ernst.INFORMATIE,
    ALL,
    source="Leidraad van de spelling (Taalunie): samenstellingen; eigen lijst (2026-11-22)",
    why="Een samenstelling is in het Nederlands één woord. Los leest zij als twee dingen, en zoeken vindt haar niet.",
    bad="doel: De project ondersteuner inwerken.",
    good="doel: De projectondersteuner inwerken.",
)
def words_apart(subject: Subject) -> Iterator[Hit]:
    """Yield words that belong together; without a hyphen and with capitals they are somebody's name."""
    for text, found in words_in(subject, LIST):
        words = text.value[found.start : found.end]
        joined = found.entry.signaal == JOINED
        better = "-".join(words.rsplit(maxsplit=1)) if joined else "".join(words.split())
        sure = joined or (found.entry.signaal == TOGETHER and better[1:].islower())
        if sure and is_prose(text):
            message = _("“{words}” needs a hyphen: “{better}”.") if joined else _("“{words}” is one word: “{better}”.")
            yield Hit(text.field, message.format(words=words, better=better), words, found.start, better=better)


MISTAKE_RULES: tuple[Rule, ...] = (wrong_forms, words_apart)
