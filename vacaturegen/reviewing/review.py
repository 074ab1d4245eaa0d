"""What there is to tell of two versions: data, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from vacaturegen.comparing.changes import count_changes

if TYPE_CHECKING:
    from vacaturegen.checks import Finding
    from vacaturegen.comparing.changes import Change
    from vacaturegen.comparing.facts import Fact

STATES = ("changed", "added", "removed", "renamed")


class DocumentReview(NamedTuple):
    """A document that differs: its path in the output folder (without a format), its kind, and how it changed.

    `look` says that it looks otherwise, whatever it says. `shown` is what a form that is a file shows of it.
    """

    path: str
    old_path: str
    kind: str
    state: str
    changes: tuple[Change, ...]
    look: bool = False
    shown: bytes = b""

    @property
    def sentences(self) -> int:
        """How many sentences differ."""
        return count_changes(self.changes)


class ProfileReview(NamedTuple):
    """A profile that differs: its name and title, how it changed, and its facts and documents that differ."""

    name: str
    old_name: str
    title: str
    organisation: str
    state: str
    facts: tuple[Fact, ...]
    documents: tuple[DocumentReview, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether it came or went as a whole: then its facts are the main ones, and its sentences are not told."""
        return self.state in ("added", "removed")


@dataclass(frozen=True, slots=True)
class Review:
    """All that differs between two versions, by their names; `findings` are those that only the new one has.

    `again` is the command that shows it.
    """

    old: str
    new: str
    profiles: tuple[ProfileReview, ...]
    findings: tuple[Finding, ...] = ()
    again: str = ""

    @property
    def documents(self) -> int:
        """How many documents differ."""
        return sum(len(profile.documents) for profile in self.profiles)

    @property
    def sentences(self) -> int:
        """How many sentences differ."""
        return sum(document.sentences for profile in self.profiles for document in profile.documents)
