"""What there is to say of a Word file that was held against what a version gives: data, and nothing else."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from vacaturegen.comparing.changes import Change
    from vacaturegen.reading import Change as Tracked
    from vacaturegen.reading import Comment
    from vacaturegen.verifying.beneath import Difference
    from vacaturegen.verifying.told import Saved


class Sameness(IntEnum):
    """How far a file is what a version gives, the most exact first."""

    BYTES = 1
    PARTS = 2
    """The same parts, packed another way."""
    WORDS = 3
    """The same words and all that people see, with another look or made by another program."""
    NONE = 4


class Filled(NamedTuple):
    """A place to fill in with what somebody filled in."""

    name: str
    text: str


class Tracking(NamedTuple):
    """The tracked changes of a file; `others` are those of rows, pages and headers, which have no place in the text.

    `is_original_same` tells whether the file says what the version gives when all of them are rejected.
    """

    changes: tuple[Tracked, ...]
    others: int
    is_original_same: bool

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.changes) + self.others


class Wording(NamedTuple):
    """What differs in the words, told from the version to the file.

    `changes` are sentences; `lines` are those of the reading copies, when all words are the same but not what they
    stand in. `spaces` tells that nothing differs but spaces at which no line ends; `only_list` that nothing does but
    the list of what is still to be filled in.
    """

    changes: tuple[Change, ...] = ()
    lines: tuple[str, ...] = ()
    filled: tuple[Filled, ...] = ()
    tracking: Tracking | None = None
    comments: tuple[Comment, ...] = ()
    spaces: bool = False
    only_list: bool = False

    @property
    def differs(self) -> bool:
        """Whether there is anything but spaces."""
        return bool(self.changes or self.lines or self.filled or self.tracking or self.comments)


class Making(NamedTuple):
    """How a file came to be: what it was made as and from, and who saved it last.

    `is_same` tells whether it was made from the same sources (None: it does not tell); `profile` is the name of the
    profile in it, empty when it tells none or the one that it was held against.
    """

    is_told: bool
    profile: str
    is_same: bool | None
    saved: Saved | None
    lost: tuple[str, ...]


class Verdict(NamedTuple):
    """What came of it: of which document, by its name, and against which version, by its name for people.

    What is not the same in words is told in `wording` and `beneath`; `parts` are the names of the parts that differ.
    """

    document: str
    version: str
    sameness: Sameness
    wording: Wording = Wording()
    beneath: tuple[Difference, ...] = ()
    parts: tuple[str, ...] = ()
    making: Making | None = None
