"""What differs between the same words of two versions: where a link leads, bold, italic, or what block they are.

Without it such words would show as taken out and put in again, and nobody would see why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.comparing.merging import CHANGE, DEL, INS, Part, Sentence
from vacaturegen.comparing.words import Around, Atom, is_word, text_of
from vacaturegen.markdown import plain

LINK, BLOCK = "a", "block"
TAGS = (LINK, "strong", "em")
"""What can stand around words and is seen."""
SCHEMES = ("https://", "http://")
"""How an address begins that is told where the words differ too: other ones say what the words say."""
LISTS = {"bullet_list_open": "item", "ordered_list_open": "number"}
ROLES = ("lead", "caption", "note")
"""The roles that make another block of a paragraph."""


class Look(NamedTuple):
    """A difference: `kind` is a, strong, em or block; then what it was and what it is, "" where there was or is none.

    Of a link that is its address; of a block its name (heading, paragraph, lead, caption, note, clause, item, or number
    for an item with one) and behind a space its level, if it can have several.
    """

    kind: str
    old: str
    new: str


class Run(NamedTuple):
    """A run of a sentence and how it changed: "", ins or del; `looks` tell what differs but for the words.

    What is there twice only because it looks otherwise is a run that went, and behind it one that came.
    """

    change: str
    atoms: tuple[Atom, ...]
    looks: tuple[Look, ...] = ()

    @property
    def text(self) -> str:
        """What it says."""
        return text_of(self.atoms)


def runs_of(sentence: Sentence) -> list[Run]:
    """Return the runs of a sentence, in which words that only look otherwise stand apart."""
    found: list[Run] = []
    waiting: Part | None = None  # what went, until it is known what came there
    for part in [*sentence, Part("", ())]:
        if waiting and part.change == INS and words_in(waiting) == words_in(part):
            found += same_words(waiting, part)
            waiting = None
            continue
        if waiting:
            found.append(Run(*waiting))
        waiting = part if part.change == DEL else None
        if part.atoms and part.change != DEL:
            emphasis = found[-1].atoms if part.change == INS and found and found[-1].change == DEL else ()
            found.append(Run(*part, tuple(emphasis_of(emphasis, part.atoms))))
    return with_links(found)


def words_in(part: Part) -> list[str]:
    """Return what a run says, but for its white space."""
    return [atom.text for atom in part.atoms if not atom.text.isspace()]


def same_words(old: Part, new: Part) -> Iterator[Run]:
    """Yield the runs of words that are the same on both sides, by what differs around them."""
    before = iter([atom for atom in old.atoms if not atom.text.isspace()])
    told: list[tuple[tuple[Look, ...], Atom, Atom]] = []
    for atom in new.atoms:
        other = atom if atom.text.isspace() else next(before)
        told.append((tuple(looks_between(other.key[1], atom.key[1])), other, atom))
    for index in range(1, len(told) - 1):  # a space between words that differ alike goes with them
        if told[index][2].text.isspace() and told[index - 1][0] == told[index + 1][0]:
            told[index] = (told[index - 1][0], *told[index][1:])
    for looks, group in groupby(told, key=lambda one: one[0]):
        _looks, went, came = zip(*group, strict=True)
        if looks:
            yield Run(DEL, went)
        yield Run(INS if looks else "", came, looks)


def looks_between(old: Around, new: Around) -> Iterator[Look]:
    """Yield what differs around a word."""
    before, after = dict(old), dict(new)
    for tag in TAGS:
        values = [(side.get(tag) or tag if tag in side else "") for side in (before, after)]
        if values[0] != values[1]:
            yield Look(tag, *values)


def emphasis_of(old: Sequence[Atom], new: Sequence[Atom]) -> Iterator[Look]:
    """Yield the emphasis that only one of two runs has, which differ in words too."""
    sides = [[{kind for kind, _value in atom.around} for atom in side if is_word(atom)] for side in (old, new)]
    if all(sides):
        for tag in TAGS[1:]:
            first, second = ([tag in around for around in side] for side in sides)
            if all(second) and not any(first):
                yield Look(tag, "", tag)
            elif all(first) and not any(second):
                yield Look(tag, tag, "")


def with_links(runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a sentence, with where a link leads that only one of both versions has.

    It is told with the first run that came and bears it, or else with the last one that changed. Of a sentence that
    went as a whole nothing is told.
    """
    told = {address for run in runs for look in run.looks if look.kind == LINK for address in look[1:]}
    before, after = (addresses([run for run in runs if run.change != gone]) for gone in (INS, DEL))
    went = [one for one in before if one not in after and one not in told]
    came = [one for one in after if one not in before and one not in told]
    changed = [index for index, run in enumerate(runs) if run.change]
    if not (went or came) or all(run.change == DEL for run in runs):
        return list(runs)
    at = next((i for i in changed if runs[i].change == INS and came and came[0] in addresses([runs[i]])), changed[-1])
    count = max(len(went), len(came))
    sides = ([*side, *[""] * (count - len(side))] for side in (went, came))
    links = tuple(Look(LINK, *pair) for pair in zip(*sides, strict=True))
    return [run._replace(looks=(*run.looks, *links)) if i == at else run for i, run in enumerate(runs)]


def addresses(runs: Sequence[Run]) -> list[str]:
    """Return where the links of runs lead, each once; not those that the words tell already."""
    found: dict[str, str] = {}
    for run in runs:
        for atom in run.atoms:
            if (address := dict(atom.around).get(LINK)) and address.startswith(SCHEMES):
                found[address] = found.get(address, "") + atom.text
    return [address for address, text in found.items() if address.partition("://")[2].rstrip("/") not in text]


def find_blocks(tokens: Sequence[Token]) -> tuple[dict[int, Look], set[int]]:
    """Return the texts of merged tokens that came as another block than they went, and those that need no telling.

    Both are known by the number of their token; the second are these texts as they went, and what came just as it went.
    No other text that stayed stands between the two places: it is no move. Rows of a table are left out.
    """
    went: dict[tuple[int, str], list[tuple[int, str]]] = {}
    came: list[tuple[int, tuple[int, str], str]] = []
    gap = 0
    for index, block in blocks_in(tokens):
        change = tokens[index - 1].meta.get(CHANGE)
        if not change:
            gap += 1
        elif block:
            key = gap, plain(tokens[index])
            if change == DEL:
                went.setdefault(key, []).append((index, block))
            else:
                came.append((index, key, block))
    looks: dict[int, Look] = {}
    gone: set[int] = set()
    for index, key, block in came:
        if went.get(key):
            other, was = went[key].pop(0)
            gone.add(other)
            if was != block or block.startswith("number"):  # of items of two lists the numbers differ
                looks[index] = Look(BLOCK, was, block)
            else:  # it went with another list, say, and nobody sees a difference
                gone.add(index)
    return looks, gone


def blocks_in(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Yield the number of each text among tokens, and the name of its block; "" within a table."""
    lists: list[str] = []
    quotes = 0
    for index, token in enumerate(tokens):
        if token.type in LISTS:
            lists.append(LISTS[token.type])
        elif token.type.endswith("_list_close"):
            lists.pop()
        elif token.tag == "blockquote":
            quotes += token.nesting
        elif token.type == "inline":
            opening = tokens[index - 1]
            name = NAMES[opening.type](opening)
            if name == "paragraph" and lists:
                name = f"{lists[-1]} {len(lists)}"
            yield index, "clause" if name == "paragraph" and quotes else name


NAMES: Mapping[str, Callable[[Token], str]] = {
    "heading_open": lambda token: f"heading {token.tag[1]}",
    "paragraph_open": lambda token: role if (role := token.meta.get("role")) in ROLES else "paragraph",
    "th_open": lambda _token: "",
    "td_open": lambda _token: "",
}
"""The token that opens a block -> the name of the block."""
