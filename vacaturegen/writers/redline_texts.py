"""The text of a paragraph with changes in it, so that LibreOffice too gives back either version.

Word takes every change by itself. LibreOffice (7.4) joins a change at the end of a paragraph with one of its kind at the
start of the next, and lets a link that goes run on over what stands behind it. So a piece of what stayed beside such a
change is shown as taken out and put in again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from vacaturegen.comparing.merging import DEL, INS, SENTENCES
from vacaturegen.comparing.words import Atom, is_word, join

SPACE = Atom(" ")


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


def settle_text(inline: Token, before: str) -> tuple[Token, str]:
    """Return a text with changes in it, and the kind of change that it ends in ("" for none).

    `before` is the kind that the paragraph before it ends in.
    """
    if SENTENCES not in inline.meta:
        return inline, ""
    spots = list(apart_from_links(read_spots(inline)))
    if not spots[0].stays and len(spots) > 1:
        keep_apart(spots[1], before)
    atoms = [atom for spot in spots for atom in marked(spot)]
    last = spots[-1]
    ends = "" if last.stays else next((kind for kind, _ in reversed(list(last.changes()))), "")
    return inline.copy(children=join(atoms)), ends


def read_spots(inline: Token) -> list[Spot]:
    """Return the places of a text where something changed; the first holds only what stays at its beginning."""
    spots = [Spot()]
    for part in (part for sentence in inline.meta[SENTENCES] for part in sentence):
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
            atoms += [SPACE] if in_link(atoms) else []
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


def marked(spot: Spot) -> Iterator[Atom]:
    """Yield the pieces of a place with their marks."""
    for kind, atoms in spot.changes():
        yield from (Atom(atom.text, (*atom.around, (kind, ""))) for atom in atoms)
    yield from spot.stays
