"""What a change of a file that profiles share reaches: for each such file, the documents and how many sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vacaturegen.errors import UncomparableError
from vacaturegen.i18n import _, ngettext
from vacaturegen.reviewing.forms import Asked
from vacaturegen.reviewing.making import review_profiles
from vacaturegen.reviewing.review import ProfileReview
from vacaturegen.reviewing.text import name_of
from vacaturegen.versions import Version, pairs, reached_by, shared_changes, with_only


class Impact(NamedTuple):
    """A shared file that differs, by its name, and what it reaches; without `alone` it cannot change by itself."""

    name: str
    reached: tuple[ProfileReview, ...]
    alone: bool = True


def impact_of(old: Version, new: Version) -> list[Impact]:
    """Return what each shared file that differs reaches, when nothing else changes. Raises UncomparableError."""
    found = []
    for name in shared_changes(old, new):
        other = with_only(old, new, name)
        both = reached_by(name, (old, other), pairs(old, other))
        try:
            found.append(Impact(name, review_profiles(old, other, both, Asked("impact"))))
        except UncomparableError:  # it goes with a change of another file: then that is what it is compared with
            fuller = reached_by(name, (old, new), pairs(old, new))
            found.append(Impact(name, review_profiles(old, new, fuller, Asked("impact")), alone=False))
    return found


def print_impact(found: list[Impact]) -> Iterator[str]:
    """Yield the lines of the list."""
    if not found:
        yield _("No shared file differs.")
    for impact in found:
        documents = sum(len(profile.documents) for profile in impact.reached)
        said = ngettext("reaches {n} document", "reaches {n} documents", documents).format(n=documents)
        together = "" if impact.alone else " " + _("(together with the other changes: it does not go alone)")
        yield f"{impact.name}: {said}{together}"
        for profile in impact.reached:
            for document in profile.documents:
                count = document.sentences
                sentences = ngettext("{n} sentence", "{n} sentences", count).format(n=count)
                look = ", " + _("looks different") if document.look else ""
                yield f"  {name_of(document)}: {sentences}{look}"
