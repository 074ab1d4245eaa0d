"""Pieces of text -> the tokens within a block, with places as empty marks that stay where they are.

Emphasis begins and ends at a word here: people make a space bold as well, which Markdown cannot say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from vacaturegen.markdown.parser import make_parser
from vacaturegen.reading.content import BREAK, Anchor, Content, Piece

PLACE = "plaats"
"""The kind of the marks that stand for places."""
LEVELS = ("a", "em", "strong")
"""What goes around what when they are equally long."""
TYPES = {"a": "link", "em": "em", "strong": "strong"}


def make_children(content: Content, links: Sequence[str], *, one_line: bool) -> list[Token]:
    """Return the tokens of the pieces; on `one_line` a break is a space."""
    pieces = trim(split_ends(content, one_line=one_line))
    ends = find_ends(pieces, links)
    tokens: list[Token] = []
    opened: list[tuple[str, int]] = []
    for place, piece in enumerate(pieces):
        if isinstance(piece, Anchor):
            meta = {"kind": PLACE, "value": str(piece.number)}
            tokens += Token("mark_open", "mark", 0, meta=meta), Token("mark_close", "mark", 0)
            continue
        wanted = {tag: ends[tag][place] for tag in LEVELS if ends[tag][place] > place}
        stay = count_staying(opened, wanted, place)
        close(tokens, [tag for tag, _end in reversed(opened[stay:])])
        del opened[stay:]
        around = {tag for tag, _end in opened}
        for tag in sorted(wanted.keys() - around, key=lambda tag: (-wanted[tag], LEVELS.index(tag))):
            attrs: dict[str, str | int | float] = {"href": links[piece.link - 1]} if tag == "a" else {}
            tokens.append(Token(f"{TYPES[tag]}_open", tag, 1, attrs=attrs))
            opened.append((tag, wanted[tag]))
        tokens.append(Token("hardbreak", "br", 0) if piece.text == BREAK else Token("text", "", 0, content=piece.text))
    close(tokens, [tag for tag, _end in reversed(opened)])
    return tokens


def close(tokens: list[Token], tags: list[str]) -> None:
    """Close what is open, the innermost first; emphasis ends before a space that it was to go on behind."""
    space = [tokens.pop()] if tags and "a" not in tags and tokens[-1].content.isspace() else []
    tokens += [Token(f"{TYPES[tag]}_close", tag, -1) for tag in tags]
    tokens += space


def count_staying(opened: list[tuple[str, int]], wanted: dict[str, int], place: int) -> int:
    """Return how many of what is open goes on: up to what ends here, or ends within a link that begins here."""
    link_end = wanted.get("a", 0) if all(tag != "a" for tag, _end in opened) else 0
    for number, (tag, end) in enumerate(opened):
        if end <= place or tag not in wanted or end < link_end:
            return number
    return len(opened)


def split_ends(content: Content, *, one_line: bool) -> Content:
    """Return the pieces with breaks apart, and apart too the white space at the ends of those with emphasis."""
    split: Content = []
    for piece in content:
        if isinstance(piece, Anchor):
            split.append(piece)
            continue
        text = piece.text if piece.text == BREAK and not one_line else piece.text.replace(BREAK, " ")
        bare = text.strip()
        if not bare or bare == text or not (piece.strong or piece.em):
            split.append(piece._replace(text=text))
        else:
            start = text.index(bare[0])
            parts = text[:start], bare, text[start + len(bare) :]
            split += [piece._replace(text=part) for part in parts if part]
    return split


def trim(pieces: Content) -> Content:
    """Return the pieces without emphasis on the white space at its ends."""
    for _direction in ("forward", "backward"):
        strong = em = False
        for place, piece in enumerate(pieces):
            if isinstance(piece, Piece):
                blank = piece.text.isspace()
                strong, em = piece.strong and (strong or not blank), piece.em and (em or not blank)
                pieces[place] = piece._replace(strong=strong, em=em)
        pieces.reverse()
    return pieces


def find_ends(pieces: Content, links: Sequence[str]) -> dict[str, list[int]]:
    """Return for each tag where it ends that is around a piece; 0 where it is not around it."""
    asked: dict[str, Callable[[Piece], int]] = {
        "a": lambda piece: piece.link if piece.link and links[piece.link - 1] else 0,
        "em": lambda piece: int(piece.em),
        "strong": lambda piece: int(piece.strong),
    }
    ends: dict[str, list[int]] = {}
    for tag, ask in asked.items():
        found = [0] * len(pieces)
        end, last = len(pieces), 0
        for place in range(len(pieces) - 1, -1, -1):
            piece = pieces[place]
            if isinstance(piece, Anchor):
                continue
            now = ask(piece)
            if now != last:
                end = place + 1
            last = now
            found[place] = end if now else 0
        ends[tag] = found
    return ends


def find_address(said: str) -> str:
    """Return an address as a link has it; empty when a document may not lead there."""
    parser = make_parser()
    found = parser.normalizeLink(said.strip())
    return found if found == parser.normalizeLink(found) and parser.validateLink(found) else ""
