"""Where a sentence begins that cannot be told from its signs: without a space, a full stop or a capital.

The rules that mend that tell of it; whoever counts or reads sentences splits them there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from vacaturegen.checks.reading.patterns import AT_HAND, word_set
from vacaturegen.checks.reading.readers import holds
from vacaturegen.dutch import GOES_ON

NEAR = 60
"""Characters around a place in which its words are looked for."""
GLUED = re.compile(r"(?<=[a-zà-ÿ]{3})[\"”’)]?[.?!][\"”’)]?(?=[A-Z][a-zà-ÿ]+ [a-zà-ÿ])")
"""The end of a sentence with the next one right behind it."""
ABBREVIATED = re.compile(
    r"(?<![\w.@/])(?:[zZ]\.[sS]\.[mM]|[nN]\.[tT]\.[bB]|[nN]\.[vV]\.[tT]|e\.[da]|o\.i\.d|a\.s|etc|enz)\.(?=[A-Z][a-zà-ÿ]{3})"
)
"""An abbreviation that can be the last word, with the next one right behind it; initials belong to a name."""
DATED = re.compile(r"(?<= (?:19|20)\d\d)(?=[A-Z][a-zà-ÿ]{3,}\b)")
"""A year with the next word right behind it."""
BEGINNINGS = tuple(f" {word} " for word in ("We", "Wij", "Je", "Jij", "Daarnaast", "Daarom", "Hierbij"))
RUN_ON = re.compile(rf"(?<=[a-zà-ÿ)])(?= )(?:{'|'.join(BEGINNINGS)})(?=[a-zà-ÿ]+ (?:[a-zà-ÿ]+ )?[a-zà-ÿ]+)")
"""A sentence that begins without the one before it having ended."""
SMALL = re.compile(
    r"(?<=[ (])(?P<last>[a-zà-ÿ]{5,})[.?!] (?P<next>wij|we|je|jij|u|ik|het|de|een|deze|dit|dat|daarnaast|daarom|hierbij"
    r"|ook|onze|samen|voor|bij|in|als|er|zo) (?=[a-zà-ÿ])"
)
"""A sentence that begins with a small letter, by a word that begins many."""
CLOSE = re.compile(r"[.?!][\"”’)]?[A-Z]")
YEAR_CLOSE = re.compile(r"\d[A-Z]")
STOP_SMALL = re.compile(r"[.?!] [a-z]")
"""What is in a text with such a joint: these are quick to look for, as they begin with one of a few signs."""
SHORTENED = word_set("afdel aanst telef gemidd tijdel bestuurl maxim minim comm admin sollic organ vacat functie betr")
"""Words that can be abbreviated so, besides those that `dutch` knows."""


class Joint(NamedTuple):
    """Where one sentence ends and the next begins, and how they are joined: glued, run-on or small."""

    end: int
    begin: int
    kind: str


@lru_cache(maxsize=AT_HAND)
def joints_in(value: str) -> tuple[Joint, ...]:
    """Return where the sentences of a text are joined, in order."""
    found: list[Joint] = []
    if CLOSE.search(value) or YEAR_CLOSE.search(value):
        found += [
            Joint(match.end(), match.end(), "glued")
            for pattern in (GLUED, ABBREVIATED, DATED)
            for match in pattern.finditer(value)
            if not is_address(value, match.start())
        ]
    if holds(value, BEGINNINGS):
        found += [Joint(match.start(), match.start() + 1, "run-on") for match in RUN_ON.finditer(value)]
    if STOP_SMALL.search(value):
        found += [
            Joint(match.end("last") + 1, match.start("next"), "small")
            for match in SMALL.finditer(value)
            if match["last"] not in GOES_ON | SHORTENED
        ]
    return tuple(sorted(found))


def is_address(value: str, at: int) -> bool:
    """Tell whether the word around a place is part of an address of mail or a web page."""
    before = value[max(0, at - NEAR) : at].split(" ")[-1]
    return any(sign in before for sign in ("@", "/", "www"))
