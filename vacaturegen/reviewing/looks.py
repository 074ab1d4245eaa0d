"""What differs but for the words, as people read it: where a link leads, bold, italic, or what was a heading."""

from __future__ import annotations

from collections.abc import Iterable

from vacaturegen.comparing.looks import BLOCK, LINK, Look
from vacaturegen.i18n import N_, _

EMPHASIS = {"strong": (N_("bold"), N_("no longer bold")), "em": (N_("italic"), N_("no longer italic"))}
"""The emphasis -> what is said when it came, and when it went."""
BLOCKS = {
    "paragraph": N_("paragraph"),
    "lead": N_("introduction"),
    "caption": N_("caption"),
    "note": N_("note"),
    "clause": N_("clause"),
    "item 1": N_("list item"),
    "number 1": N_("numbered item"),
}
"""What a block is called."""
LEVELS = {
    "heading": N_("heading of level {n}"),
    "item": N_("list item of level {n}"),
    "number": N_("numbered item of level {n}"),
}
"""What a block with a level is called."""


def say_looks(looks: Iterable[Look]) -> str:
    """Return what differs, between brackets as it stands behind the words; "" for nothing."""
    said = ", ".join(map(say_look, looks))
    return f" ({said})" if said else ""


def say_behind(text: str, looks: Iterable[Look]) -> str:
    """Return what differs as it follows a text, which may end in a space already."""
    said = say_looks(looks)
    return f"{said.lstrip()} " if said and text[-1:].isspace() else said


def say_look(look: Look) -> str:
    """Return what differs."""
    if look.kind == BLOCK:
        return f"{say_block(look.old)} → {say_block(look.new)}" if look.old != look.new else _("looks different")
    if look.kind == LINK and look.old and look.new:
        return f"{look.old} → {look.new}"
    if look.kind == LINK:
        said = _("link: {address}") if look.new else _("link is gone: {address}")
        return said.format(address=look.new or look.old)
    came, went = EMPHASIS[look.kind]
    return _(came if look.new else went)


def say_block(block: str) -> str:
    """Return what a block is called, with its level if it has one that tells something."""
    kind, _space, level = block.partition(" ")
    return _(BLOCKS[block]) if block in BLOCKS else _(LEVELS[kind]).format(n=level)
