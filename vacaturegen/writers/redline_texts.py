"""The text of a paragraph with changes in it, so that LibreOffice too gives back either version.

Word takes every change by itself. LibreOffice (7.4) joins a change at the end of a paragraph with one of its kind at
the start of the next, and lets a link that goes run on over what stands behind it. So a piece of what stayed beside
such a change is shown as taken out and put in again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from vacaturegen.comparing.merging import CHANGE, DEL, INS, SENTENCES
from vacaturegen.comparing.words import Atom, is_word, join, text_of
from vacaturegen.writers.redline_moves import Piece, number_moves

SPACE = Atom(" ")
RANGE = "range"
"""The kind of mark around all of a piece that was moved; its value is how it changed, and the number."""
MOVED = "moved"
"""The key of a block's `meta` for the number of its move."""


@dataclass(slots=True)
class Spot:
    """A place in a text where something changed: what went, what came, and what stays behind it."""

    went: list[Atom] = field(default_factory=list)
    came: list[Atom] = field(default_factory=list)
    stays: list[Atom] = field(default_factory=list)
    turned: bool = False
    """Whether what came stands before what went."""

    def changes(self) -> Iterator[tuple[str, list[Atom]]]:
        """Yield how the pieces of this place changed, in order, with those pieces."""
        both = [(DEL, self.went), (INS, self.came)]
        yield from (one for one in (reversed(both) if self.turned else both) if one[1])


def settle_texts(tokens: Sequence[Token]) -> list[Token]:
    """Return merged tokens with their texts so, and with the number of the move (0 for none) in marks and blocks."""
    texts = dict(spots_of(tokens))
    pieces: list[Piece] = []
    for index, spots in texts.items():
        if change := tokens[index - 1].meta.get(CHANGE):
            linked = any(child.type == "link_open" for child in tokens[index].children or ())
            pieces.append(Piece(change, "" if linked else tokens[index].content))  # see `hand_on`
        else:
            pieces += (Piece(kind, text_of(atoms)) for spot in spots for kind, atoms in spot.changes())
    numbers = iter(number_moves(pieces))
    settled = list(tokens)
    for index, spots in texts.items():
        if tokens[index - 1].meta.get(CHANGE):
            settled[index - 1] = tokens[index - 1].copy(meta={**tokens[index - 1].meta, MOVED: next(numbers)})
        else:
            atoms = [atom for spot in spots for atom in marked(spot, numbers)]
            settled[index] = tokens[index].copy(children=join(atoms))
    return settled


def spots_of(tokens: Sequence[Token]) -> Iterator[tuple[int, list[Spot]]]:
    """Yield the index of each text that changed, with the places where it did."""
    before = ""
    """The kind of change that the last paragraph ended in."""
    for index, token in enumerate(tokens):
        if token.type != "inline":
            continue
        opening = tokens[index - 1]
        in_cell, whole = opening.tag in ("th", "td"), opening.meta.get(CHANGE, "")
        spots = read_spots(token) if whole else list(apart_from_links(read_spots(token)))
        if not whole and len(spots) > 1 and not spots[0].stays:
            keep_apart(spots[1], "" if in_cell else before)
        ends = "" if spots[-1].stays else next((kind for kind, _ in reversed(list(spots[-1].changes()))), "")
        before = "" if in_cell else whole or ends
        if SENTENCES in token.meta:
            yield index, spots


def read_spots(inline: Token) -> list[Spot]:
    """Return the places of a text where something changed; the first holds only what stays at its beginning."""
    spots = [Spot()]
    for part in (part for sentence in inline.meta.get(SENTENCES, ()) for part in sentence):
        if not part.change:
            spots[-1].stays += part.atoms
            continue
        if spots[-1].stays or len(spots) == 1:
            spots.append(Spot())
        (spots[-1].went if part.change == DEL else spots[-1].came).extend(part.atoms)
    return spots


def apart_from_links(spots: Iterable[Spot]) -> Iterator[Spot]:
    """Yield places of which no change ends in a link: a piece behind it goes with it, or a space at the very end."""
    held: Spot | None = None
    for spot in spots:
        if held is not None:  # all that stood between went with it
            spot.went, spot.came, held = held.went + spot.went, held.came + spot.came, None
        while spot.stays and (in_link(spot.went) or in_link(spot.came)):
            piece = spot.stays.pop(0)
            spot.went.append(piece)
            spot.came.append(piece)
        if not spot.stays and (spot.went or spot.came):
            held = spot
        else:
            yield spot
    if held is not None:
        for atoms in (held.went, held.came):
            if in_link(atoms):
                atoms.append(SPACE)
        yield held


def in_link(atoms: list[Atom]) -> bool:
    """Tell whether pieces end in a link."""
    return bool(atoms) and any(kind == "a" for kind, _ in atoms[-1].around)


def keep_apart(spot: Spot, before: str) -> None:
    """Let the change that a text begins with begin with another kind than the paragraph before it ends in."""
    if before == INS and not spot.went:
        spot.went = take_word(spot.stays)
        spot.came += spot.went
    elif before == DEL and spot.went:
        spot.turned = True
        if not spot.came:
            spot.came = take_word(spot.stays)
            spot.went = spot.went + spot.came


def take_word(atoms: list[Atom]) -> list[Atom]:
    """Take the pieces up to and including the first word, and return them."""
    count = next((number for number, atom in enumerate(atoms, 1) if is_word(atom)), len(atoms))
    taken = atoms[:count]
    del atoms[:count]
    return taken


def marked(spot: Spot, numbers: Iterator[int]) -> Iterator[Atom]:
    """Yield the pieces of a place with their marks, whose value is the number of the move."""
    for kind, atoms in spot.changes():
        number = str(next(numbers))
        around = ((RANGE, f"{kind} {number}"),) if number != "0" else ()
        yield from (Atom(atom.text, (*around, *atom.around, (kind, number))) for atom in atoms)
    yield from spot.stays
