"""What differs in the words of two Word files, and what somebody did to those of the second one in a program.

The words are those of the reading copies: what is filled in, tracked or remarked is told beside them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import unified_diff

from markdown_it.token import Token

from vacaturegen.comparing.changes import list_changes
from vacaturegen.comparing.merging import merge
from vacaturegen.comparing.nodes import texts_in
from vacaturegen.house.order import W
from vacaturegen.house.word_file import WordFile
from vacaturegen.reading import Control, WordText, read_word
from vacaturegen.reading.reader import KINDS
from vacaturegen.verifying.stories import story_trees
from vacaturegen.verifying.verdict import Filled, Tracking, Wording
from vacaturegen.writers.md import print_copy

SPACES = str.maketrans("\xa0\u2007\u202f", "   ")
"""Spaces at which no line ends: whether a program keeps them is no matter of words."""
TRACKED = [
    *KINDS,
    *(f"{W}{tag}" for tag in ("cellMerge", "numberingChange", "sectPrChange")),
    *(f"{W}tbl{tag}Change" for tag in ("Pr", "PrEx", "Grid")),
    *(f"{W}{tag}PrChange" for tag in ("tr", "tc")),
]


def compare_words(old: WordText, new: WordText, data: bytes, file: WordFile) -> Wording:
    """Return what differs in the words of two texts; of the new one the bytes and parts are needed too."""
    before, after = copy_of(old), copy_of(new)
    is_same = before.translate(SPACES) == after.translate(SPACES)
    same_words = words_of(old.tokens) == words_of(new.tokens)
    return Wording(
        changes=() if is_same or same_words else tuple(list_changes(merge(old.tokens, new.tokens))),
        lines=tuple(differing_lines(before, after)) if same_words and not is_same else (),
        filled=() if is_same else tuple(find_filled(old.controls, new.controls)),
        tracking=find_tracking(before, new, data, file),
        comments=new.comments,
        spaces=is_same and before != after,
        only_list=not same_words and words_beside_list(old.tokens) == words_beside_list(new.tokens),
    )


def copy_of(text: WordText) -> str:
    """Return the reading copy of a text."""
    return print_copy(text.tokens).decode()


def words_of(tokens: Sequence[Token]) -> list[str]:
    """Return all words of a text, in order."""
    return [word for inline in texts_in(tokens) for word in inline.content.split()]


def words_beside_list(tokens: Sequence[Token]) -> list[str]:
    """Return all words of a text but the list of what is still to be filled in, in a box above the title."""
    said: list[str] = []
    boxes = lists = 0
    for token in tokens:
        if token.type == "heading_open":
            boxes = -len(tokens)  # what comes below is no box above the title
        boxes += token.nesting if token.tag == "blockquote" else 0
        lists += token.nesting if token.tag == "ul" else 0
        if boxes > 0 and token.type == "bullet_list_open" and said[-1:] and said[-1].endswith(":"):
            said[-1] = f"{said[-1].rpartition('. ')[0]}."
        elif token.type == "inline" and not (boxes > 0 and lists):
            said.append(token.content)
    return [word for text in said for word in text.split()]


def differing_lines(old: str, new: str) -> list[str]:
    """Return the lines of two reading copies that differ, each with - or + in front; blank ones only if all are."""
    lines = unified_diff(old.translate(SPACES).splitlines(), new.translate(SPACES).splitlines(), lineterm="", n=0)
    found = [line for line in list(lines)[2:] if line[0] in "+-"]
    return [line for line in found if line[1:].strip()] or found


def find_filled(old: Sequence[Control], new: Sequence[Control]) -> Iterator[Filled]:
    """Yield the places to fill in whose text is another one; they are known by their tag, or else by their order."""
    waiting: dict[str, list[Control]] = defaultdict(list)
    for control in reversed(old):
        waiting[control.tag].append(control)
    in_order = len(old) == len(new)
    for index, control in enumerate(new):
        same_tag = waiting.get(control.tag)
        was = same_tag.pop() if same_tag else old[index] if in_order else None
        if was is not None and control.text and control.text != was.text:
            yield Filled(control.alias or was.alias or was.tag, control.text)


def find_tracking(before: str, new: WordText, data: bytes, file: WordFile) -> Tracking | None:
    """Return the tracked changes of a file, if it has any; `before` is the reading copy that it ought to have."""
    total = sum(1 for _name, tree in story_trees(file) for _element in tree.iter(*TRACKED))
    if not total:
        return None
    original = copy_of(read_word(data, file.shown, original=True))
    is_same = original.translate(SPACES) == before.translate(SPACES)
    return Tracking(new.changes, max(total - len(new.changes), 0), is_same)
