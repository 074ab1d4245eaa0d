"""How far the search for values is: the texts with what was found in them, and what kept others from being right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from markdown_it.token import Token

from vacaturegen.comparing.merging import INS
from vacaturegen.comparing.pairs import Pair
from vacaturegen.comparing.words import text_of
from vacaturegen.errors import InputError
from vacaturegen.files import as_named
from vacaturegen.model.base import fold
from vacaturegen.model.places import BEGUN, PLACES, Open
from vacaturegen.returning.holding import Held, Key, added, hold, is_nearer, key_of
from vacaturegen.returning.runs import runs_that_differ
from vacaturegen.returning.touched import Value
from vacaturegen.returning.workbench import Made, Texts, Workbench, make
from vacaturegen.sources.editing import Path, add_item, drop_item, find_text, set_value

LAY = {"set": set_value, "add": add_item}


class Clash(NamedTuple):
    """What keeps a value from being proposed: what the document would say with it, there or elsewhere.

    `others` are texts that nobody changed, and `instead` is what would stand in each text that was changed.
    """

    value: str
    others: tuple[str, ...]
    instead: Mapping[Key, str]


class Refused(NamedTuple):
    """What was typed in the places of an open field that does not take it, and why not, as far as that can be said."""

    value: Value
    texts: tuple[str, ...]
    reason: str


class Edit(NamedTuple):
    """What is proposed for a file: to set a value, or to add or drop an item of a list.

    `was` is what stood there, or what the item says that goes. Of one that was right `texts` are the texts of the Word
    file that it is about, and `effect` the runs of words that stand in the document more or less often with it.
    """

    kind: str
    file: str
    path: Path
    field: str
    was: str
    value: str
    texts: tuple[Key, ...] = ()
    effect: frozenset[str] = frozenset()


Bar = tuple[str, str, str, str]
"""What an edit is known by when it is not to be made: its kind, its file, what it changes, and to what."""


@dataclass(slots=True)
class Draft:
    """The texts with what was found laid in them, the document that they give, and that held against the Word file."""

    bench: Workbench
    word: Sequence[Token]
    texts: Texts
    made: Made
    held: Held
    begun: Made
    """The document as it was before anything was laid."""
    edits: list[Edit] = field(default_factory=list)
    clashes: dict[tuple[str, Path], Clash] = field(default_factory=dict)
    """Of a value that was right in one place, why it was not in another."""
    filled: dict[str, set[str]] = field(default_factory=dict)
    """The open fields that were filled in, each with what was typed."""
    refused: list[Refused] = field(default_factory=list)
    """Those that do not take what was typed."""
    barred: set[Bar] = field(default_factory=set)
    """What would be half of a change, and is not to be tried."""
    tried: set[tuple[Any, ...]] = field(default_factory=set)
    """What was tried already, whatever its path: that becomes another one when items come and go."""

    @property
    def own(self) -> str:
        """Return the name of the profile's own file."""
        return as_named(self.bench.file)

    def attempt(self, edit: Edit, nearer: Callable[[Held, Held], bool] = is_nearer) -> bool:
        """Lay an edit when the document then comes nearer to the Word file, and tell whether it did."""
        places = len(BEGUN.findall(edit.value)) - len(BEGUN.findall(edit.was if edit.kind == "set" else ""))
        if bar_of(edit) in self.barred or places > 0 or closes_place(edit):  # nobody means to leave one more place open
            return False
        text = lay(edit, self.texts[edit.file])
        if text is None:
            return False
        texts = {**self.texts, edit.file: text}
        try:
            made = make(self.bench, texts)
        except InputError:
            return False
        held = hold(made.tokens, self.word)
        if not nearer(held, self.held):
            if added(self.held, held) and 2 * len(edit.value) >= len(edit.was):  # somewhere it was right, and no guess
                self.clashes.setdefault((edit.file, edit.path), clash_of(edit, held, self.held))
            return False
        done = tuple(key for key, was in self.held.differences.items() if held.differences.get(key, None) != was)
        self.edits.append(edit._replace(texts=done, effect=runs_that_differ(self.made.tokens, made.tokens)))
        self.texts, self.made, self.held = texts, made, held
        return True


def closes_place(edit: Edit) -> bool:
    """Tell whether a place to fill in would become words: as documents show it, between brackets."""
    labels = (Open(edit.field, fold(found[1] or "")).label for found in PLACES.finditer(edit.was))
    return any(f"[{label}]" in edit.value for label in labels)


def bar_of(edit: Edit) -> Bar:
    """Return what an edit is known by, whatever its path."""
    return edit.kind, edit.file, edit.was, edit.value


def clash_of(edit: Edit, held: Held, before: Held) -> Clash:
    """Return what keeps an edit from being right, by what differs with it and what did before."""
    more = added(held, before)
    said = {key_of(pair): old_text(pair) for pair in held.pairs}
    others = tuple(said[key] for key in sorted(more - before.differences.keys(), key=str))
    partly = [key for key, was in before.differences.items() if was != held.differences.get(key, was)]
    return Clash(edit.value, others, {key: said.get(key, "") for key in partly})


def old_text(pair: Pair) -> str:
    """Return what a text said before; of one that came, what it says."""
    gone = INS if pair.old is not None else ""
    return "".join(text_of(part.atoms) for part in pair.parts if not part.change or part.change != gone)


def lay(edit: Edit, text: str) -> str | None:
    """Return a YAML text with an edit in it, or None when that cannot be done: its value says something else, too."""
    if edit.kind == "drop":
        return drop_item(text, edit.path)
    if edit.kind == "set" and find_text(text, edit.path) != edit.was.rstrip("\n"):
        return None
    return LAY[edit.kind](text, edit.path, edit.value)
