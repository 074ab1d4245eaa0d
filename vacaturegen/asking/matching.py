"""Where in the blocks of a document words stand that somebody typed, copied or read out.

Looked for is first what was typed, then its words alone: so a mark of Markdown, a bullet, a quotation mark of another
shape or the end of a cell keeps nobody from finding a text. What comes closest is told when nothing is found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches
from itertools import accumulate
from typing import NamedTuple

from vacaturegen.dutch import sentences

SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′´`", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\xa0\u2007\u202f\t\n", " "),
        **dict.fromkeys("\xad\u200b\u200c\u200d\ufeff", None),
        "…": "...",
    }
)
"""Signs that people type otherwise than they are printed."""
WORD = re.compile(r"\w+")
LINE_SIGNS = re.compile(r"^[ \t]*(?:[-+*•·–>|][ \t]+|\d{1,3}[.)][ \t]+|#{1,6}[ \t]+)+", re.MULTILINE)
ADDRESS = re.compile(r"\]\([^)\n]*\)")
CLOSE, CLOSE_WORD = 0.5, 0.75
"""Which share of the words a sentence has that comes close, and how much alike a word is to one that is there."""
READ = 500
"""The characters of a text that are held against the sentences: comparing takes its length times theirs."""
NEAR, SHOWN = 0.8, 3
"""How close to the closest one others come that are told too, and how many at most."""


class Passage(NamedTuple):
    """A stretch of one block: the number of the block, and from which character up to which."""

    block: int
    start: int
    end: int


def find_passages(blocks: Sequence[str], wanted: str) -> list[tuple[Passage, ...]]:
    """Return each place where a text stands: the stretches of one block, or of several side by side."""
    whole = "\n".join(blocks)
    starts = [0, *accumulate(len(block) + 1 for block in blocks)]
    for search in (find_text, find_words, find_words_as_typed, find_part):
        if found := list(search(whole, wanted)):
            return [tuple(split(span, blocks, starts)) for span in found]
    return []


def split(span: tuple[int, int], blocks: Sequence[str], starts: Sequence[int]) -> Iterator[Passage]:
    """Yield the stretches of blocks that a stretch of the whole text is."""
    for block in range(bisect_right(starts, span[0]) - 1, len(blocks)):
        start, end = max(span[0] - starts[block], 0), min(span[1] - starts[block], len(blocks[block]))
        if start >= end:
            break
        yield Passage(block, start, end)


def find_text(whole: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Yield where a text stands as it was typed, from the beginning of a word to the end of one."""
    yield from find_folded(whole, wanted, edge=True)


def find_part(whole: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Yield where a text stands within words too, in whatever case."""
    yield from find_folded(whole, wanted, edge=False)


def find_folded(whole: str, wanted: str, *, edge: bool) -> Iterator[tuple[int, int]]:
    """Yield where a text stands when signs that are the same to people are the same; without edges in any case."""
    said, places = folded(whole)
    searched, _places = folded(wanted.strip())
    if not searched.strip():
        return
    begin = r"(?<!\w)" if edge and WORD.match(searched) else ""
    end = r"(?!\w)" if edge and WORD.match(searched[-1]) else ""
    for found in re.finditer(f"{begin}{re.escape(searched)}{end}", said, 0 if edge else re.IGNORECASE):
        yield places[found.start()], places[found.end() - 1] + 1


def folded(text: str) -> tuple[str, list[int]]:
    """Return a text with one sign for those that people type alike, and which character each of them was."""
    signs: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        for sign in character.translate(SAME):
            if sign != " " or signs[-1:] != [" "]:
                signs.append(sign)
                places.append(at)
    return "".join(signs), places


def find_words(whole: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of a text stand one after the other, whatever stands between them; first in their case."""
    found = list(find_row(whole, wanted, exact=True))
    yield from found or find_row(whole, wanted, exact=False)


def find_words_as_typed(whole: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Yield likewise for what is copied from a reading copy: without what begins lines and the addresses of links."""
    yield from find_row(whole, LINE_SIGNS.sub("", ADDRESS.sub("", wanted)), exact=False)


def find_row(whole: str, wanted: str, *, exact: bool) -> Iterator[tuple[int, int]]:
    """Yield where words stand one after the other."""
    there = list(WORD.finditer(whole))
    said = [found[0] if exact else found[0].casefold() for found in there]
    row = [word if exact else word.casefold() for word in WORD.findall(wanted)]
    at = 0
    while row and at + len(row) <= len(said):
        if said[at : at + len(row)] == row:
            yield there[at].start(), there[at + len(row) - 1].end()
            at += len(row)
        else:
            at += 1


def closest_sentences(blocks: Sequence[str], wanted: str) -> list[str]:
    """Return the sentences that come closest to a text that is not there, the closest first."""
    said = dict.fromkeys(sentence for block in blocks for sentence in sentences(block) if sentence.strip())
    words = {sentence: {word.casefold() for word in WORD.findall(sentence)} for sentence in said}
    known = sorted(set().union(*words.values()))
    wanted = wanted[:READ]
    row = [word.casefold() for word in WORD.findall(wanted)]
    meant = {near for word in row for near in [word] * (word in known) or get_close_matches(word, known, 1, CLOSE_WORD)}
    if not meant:
        return []
    ranked = []
    for number, sentence in enumerate(said):
        share = len(meant & words[sentence]) / len(set(row))
        if share >= CLOSE:
            alike = SequenceMatcher(None, wanted.casefold(), sentence.casefold(), autojunk=False).ratio()
            ranked.append((-share, -alike, number, sentence))
    ranked.sort()
    return [sentence for share, *_rank, sentence in ranked[:SHOWN] if share <= ranked[0][0] * NEAR]


def sentences_around(block: str, start: int, end: int) -> str:
    """Return the whole sentences of a block in which a stretch of it stands."""
    found, at = [], 0
    for sentence in sentences(block):
        if at < end and at + len(sentence) > start:
            found.append(sentence)
        at += len(sentence) + 1
    return " ".join(found)
