"""What the tables of a new file are made of: rows, and groups of rows within a part."""

from __future__ import annotations

from typing import NamedTuple

from vacaturegen.model.profiel import SOORTEN

ALL = SOORTEN
TENDER = ("aanvraag",)
JOB = ("vacature", "advertentie")
VACANCY = ("vacature",)
ADVERT = ("advertentie",)


class Row(NamedTuple):
    """One key: its dotted path, how its value is written, and the kinds for which it stands open, or as a comment.

    An example that is a list (it begins with a dash) or has keys of its own stands on the lines below the key. What is
    `apart` stays a comment when the part around it is taken in: it is rarer, or it is there instead of something else.
    """

    path: str
    example: str
    open_in: tuple[str, ...] = ()
    rare_in: tuple[str, ...] = ()
    apart: bool = False


class Group(NamedTuple):
    """A heading above the rows that follow it, within the part at a dotted path."""

    path: str
    title: str


Table = tuple[Row | Group | str, ...]
"""Rows in the order in which they are shown; a text is a heading at the left margin."""
