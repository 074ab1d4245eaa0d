"""Two versions -> what differs: both sides of each profile that can differ are made and compared, in several processes.

Nothing is written, and of what cannot differ nothing is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from vacaturegen.comparing.changes import list_changes
from vacaturegen.comparing.facts import Fact, compare_facts, main_facts
from vacaturegen.comparing.merging import merge
from vacaturegen.documents import Printed, print_documents
from vacaturegen.errors import InputError, Problem, UncomparableError
from vacaturegen.library import Library, read_library
from vacaturegen.model.places import label_of
from vacaturegen.model.profiel import Profiel
from vacaturegen.processes import spread
from vacaturegen.profiles import Loaded, Shelf, load
from vacaturegen.reviewing.forms import SHOWN, Asked, Show
from vacaturegen.reviewing.review import DocumentReview, ProfileReview
from vacaturegen.templating import Environment, make_environment
from vacaturegen.versions import Pair, Version, mount_again
from vacaturegen.writers import Assets


class Side(NamedTuple):
    """One version of a profile: the profile, its documents by edition and kind, and what they are made with."""

    loaded: Loaded
    documents: Mapping[tuple[str, str], Printed]
    assets: Assets


class Compared(NamedTuple):
    """What came of one profile: what differs, if anything does, or the problems that keep it from being compared."""

    pair: Pair
    review: ProfileReview | None = None
    problems: tuple[Problem, ...] = ()


def review_profiles(old: Version, new: Version, both: Sequence[Pair], asked: Asked) -> tuple[ProfileReview, ...]:
    """Return what differs in these profiles. Raises UncomparableError with all that is wrong in them."""
    found = list(spread(partial(prepare, old, new, asked), both))
    if any(compared.problems for compared in found):
        raise UncomparableError(problem for compared in found for problem in compared.problems)
    found.sort(key=lambda compared: both.index(compared.pair))
    return tuple(compared.review for compared in found if compared.review)


def prepare(old: Version, new: Version, asked: Asked) -> Callable[[Pair], Compared]:
    """Return the function that compares the two sides of a profile; it keeps what it read for those that follow."""
    for version in (old, new):
        mount_again(version)
    environments: dict[str, Environment] = {}
    sides = Maker(environments), Maker(environments)
    show = SHOWN.get(asked.form)

    def compare(pair: Pair) -> Compared:
        problems: list[Problem] = []
        made: list[Side | None] = []
        for maker, file in zip(sides, pair, strict=True):
            try:
                made.append(maker.make(file) if file else None)
            except InputError as error:
                problems += error.problems
        if problems or len(made) < len(sides):
            return Compared(pair, problems=tuple(problems))
        return Compared(pair, compare_sides(pair, made[0], made[1], asked, show))

    return compare


class Maker:
    """Makes profiles of one version; what they share is read once, and templates are compiled once for all versions.

    `environments` are those of libraries by their digest.
    """

    def __init__(self, environments: dict[str, Environment]) -> None:
        self.shelf = Shelf()
        self.environments = environments
        self.tools: dict[Path, tuple[Library, Environment]] = {}

    def make(self, file: str) -> Side:
        """Return a profile with its documents. Raises InputError."""
        loaded = load(Path(file), self.shelf)
        if loaded.folder not in self.tools:
            library = read_library(loaded.folder)
            if library.digest not in self.environments:
                self.environments[library.digest] = make_environment(library)
            self.tools[loaded.folder] = library, self.environments[library.digest]
        library, environment = self.tools[loaded.folder]
        printed = print_documents(loaded, library, environment)
        assets = Assets(library.word_base, library.page, library.stylesheet)
        return Side(loaded, {(one.edition.edition, one.kind): one for one in printed}, assets)


def compare_sides(
    pair: Pair, old: Side | None, new: Side | None, asked: Asked, show: Show | None
) -> ProfileReview | None:
    """Return what differs between two sides of a profile, of which at least one is there; None when nothing does."""
    side = new or old
    assert side is not None
    documents = tuple(compare_documents(old, new, asked, show))
    facts = tuple(compare_editions(old, new) if old and new else main_facts(profiel_of(old), profiel_of(new)))
    state = "added" if old is None else "removed" if new is None else "renamed" if pair.is_renamed else "changed"
    if state == "changed" and not documents and not facts:
        return None
    profiel = side.loaded.profiel
    return ProfileReview(
        name=pair.stem,
        old_name=Path(pair.old).stem if pair.old else "",
        title=label_of(profiel.titel),
        organisation=label_of(profiel.organisatie.naam),
        state=state,
        facts=facts,
        documents=documents,
    )


def profiel_of(side: Side | None) -> Profiel | None:
    """Return the profile of a side."""
    return side.loaded.profiel if side else None


def compare_editions(old: Side, new: Side) -> Iterator[Fact]:
    """Yield the facts that differ; what differs in one more edition is told with its name."""
    told: set[Fact] = set()
    sides = [{one.edition: one.profiel for one in (side.loaded, *side.loaded.others)} for side in (old, new)]
    for edition in {**sides[1], **sides[0]}:
        before, after = (side.get(edition) for side in sides)
        if before and after:
            fresh = [fact for fact in compare_facts(before, after) if fact not in told]
            yield from (fact._replace(name=f"{edition}: {fact.name}") if told else fact for fact in fresh)
            told.update(fresh)


def compare_documents(old: Side | None, new: Side | None, asked: Asked, show: Show | None) -> Iterator[DocumentReview]:
    """Yield the documents that differ, in the order of the new side."""
    before, after = (side.documents if side else {} for side in (old, new))
    for key in {**after, **before}:
        one, other = before.get(key), after.get(key)
        look = bool(one and other and old and new and (one.meta.style, old.assets) != (other.meta.style, new.assets))
        if one and other and not look and one.path == other.path and one.tokens == other.tokens:
            continue
        tokens = merge(one.tokens if one else (), other.tokens if other else ())
        changes = tuple(list_changes(tokens))
        there = other or one
        side = new if other else old
        assert there is not None
        assert side is not None
        if changes or look or one is None or other is None:
            state = "added" if one is None else "removed" if other is None else "changed"
            shown = show(tokens, there.meta, side.assets, asked) if show and changes else b""
            old_path = one.path if one else ""
            yield DocumentReview(there.path, old_path, there.meta.kind_label, state, changes, look, shown)
