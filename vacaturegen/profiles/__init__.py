"""From a file to a merged, valid profile, or every Problem in it at once.

Laying the shared files under a profile, and reading what the house style names. How trees merge, how they become a
model and which rules hold across fields: see the modules beside this one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vacaturegen.errors import InputError, Problem
from vacaturegen.files import as_named
from vacaturegen.i18n import N_, _
from vacaturegen.layout import SHARED, profiles_folder
from vacaturegen.model import controle
from vacaturegen.model.base import known
from vacaturegen.model.organisatie import Huisstijl
from vacaturegen.model.places import PLACES, Open
from vacaturegen.model.profiel import SOORTEN, Profiel
from vacaturegen.planning.days import has_relative_days
from vacaturegen.profiles.editions import (
    ANONYMOUS,
    DEFAULT,
    edition_problems,
    lay_edition,
    name_editions,
    split_editions,
)
from vacaturegen.profiles.house_files import HouseFiles, read_house_files
from vacaturegen.profiles.messages import WRONG_SHAPE
from vacaturegen.profiles.names import Name, names_of_parties
from vacaturegen.profiles.rules import RULES
from vacaturegen.profiles.shared import assemble, shared_part
from vacaturegen.profiles.validation import Finding, locate, plain, run_rules, steps, validate
from vacaturegen.sources import Node, entries, read_yaml

if TYPE_CHECKING:
    from vacaturegen.planning.counting import Reason

NEVER_OPEN = {
    "id": (N_("This cannot be left open."), N_("Leave the key out: the name of the file serves as id.")),
    **dict.fromkeys(SOORTEN, WRONG_SHAPE["model_type"]),
}
"""Keys whose value cannot be a place to fill in: what is wrong, and the cure."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An edition of a valid profile with its merged tree (for places), its folder, and the files of the house style."""

    profiel: Profiel
    node: Node
    folder: Path
    files: HouseFiles = field(default_factory=HouseFiles)
    edition: str = DEFAULT
    others: tuple[Loaded, ...] = ()
    """The other editions; the first one asked for holds them."""
    reasons: Mapping[str, Reason] = field(default_factory=dict)
    """Why each day that follows from another is what it is, by its dotted field."""
    hidden: tuple[Name, ...] = ()
    """What no text, link, property or file name of this edition may tell."""

    def resolved(self, kind: str) -> str:
        """Return what the profile says that a document of a kind can be of, as canonical JSON."""
        data = {
            key: value
            for key, value in plain(self.node, (), True, []).items()
            if key == kind or key not in (*SOORTEN, *controle.OF_PROFILE)
        }
        if isinstance(client := data.get("organisatie"), dict):
            data["organisatie"] = {key: value for key, value in client.items() if key not in controle.OF_CLIENT}
        return json.dumps(data, sort_keys=True, ensure_ascii=False, default=told_of_open)

    def problem(self, at: str, message: str, hint: str) -> Problem:
        """Return a Problem at the place of a dotted field."""
        return locate(self.node, steps(at)).problem(message, hint, at)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What profiles share, kept as it was read: trees of shared files, and the files of house styles."""

    trees: dict[Path | tuple[Path, str], Any] = field(default_factory=dict)
    houses: dict[tuple[Path, Huisstijl | None], tuple[HouseFiles, list[Finding]]] = field(default_factory=dict)


def told_of_open(value: Open) -> dict[str, str]:
    """Return what a place to fill in says in a document: its field, and the words that stand in it."""
    return {"open": value.veld} | ({"naam": value.naam} if value.naam else {})


def load(file: Path, shelf: Shelf) -> Loaded:
    """Return the profile of a file. Raises InputError with all problems in it and in what it shares.

    The problems of a shared file are told once for each shelf; for the profiles after that the error holds none.
    """
    return load_tree(read_yaml(file, as_named(file)), file, shelf)


def load_tree(own: Node, file: Path, shelf: Shelf) -> Loaded:
    """Return the profile that a tree is when it stands in a file. Raises what `load` raises."""
    problems: list[Problem] = []
    loaded = attempt_tree(own, file, shelf, problems)
    if loaded is None or problems:
        raise InputError(problems)
    return loaded


def attempt(file: Path, shelf: Shelf, problems: list[Problem]) -> Loaded | None:
    """Return the profile of a file; add what is wrong with it, or with the shared files it uses, to `problems`.

    With a problem it serves checks, not a document: it holds Open in the place of each fault. Where even that cannot be
    made, or where a shared file cannot be read, there is None.
    """
    try:
        own = read_yaml(file, as_named(file))
    except InputError as error:
        problems.extend(error.problems)
        return None
    return attempt_tree(own, file, shelf, problems)


def attempt_tree(own: Node, file: Path, shelf: Shelf, problems: list[Problem]) -> Loaded | None:
    """Return the profile that a tree is when it stands in a file, as `attempt` does."""
    folder = profiles_folder(file)
    parts = {key: shared_part(key, own, folder, shelf.trees, problems) for key in SHARED}
    whole = all(part is not None or key not in entries(own) for key, part in parts.items())
    merged = assemble(own, file.stem, parts, problems if whole else [])
    base, overlays = split_editions(merged, problems)
    wrong: dict[str, list[Problem]] = {name: [] for name in overlays}
    editions = [
        load_edition(name, lay_edition(name, base, overlay, wrong[name]), overlay, whole=whole, problems=wrong[name])
        for name, overlay in overlays.items()
    ]
    if any(wrong.values()):
        everywhere: list[Problem] = []
        load_edition(DEFAULT, base, None, whole=whole, problems=everywhere)
        problems.extend(name_editions(wrong, everywhere, overlays))
    if not whole or not editions or None in editions:
        return None
    found = [
        Loaded(profiel, node, folder, edition=name, reasons=reasons)
        for name, (profiel, node, reasons) in zip(overlays, filter(None, editions), strict=True)
    ]
    if not problems:
        found = [with_house_files(loaded, shelf, problems) for loaded in found]
    if ANONYMOUS in overlays:
        hidden = hidden_names(base, found)
        found = [replace(loaded, hidden=hidden if loaded.edition == ANONYMOUS else ()) for loaded in found]
    return replace(found[0], others=tuple(found[1:]))


def hidden_names(base: Node, found: list[Loaded]) -> tuple[Name, ...]:
    """Return the names that the anonymous one of these editions keeps to itself: what all the others say."""
    profiel = validate(Profiel, base, concept=True, whole=False, problems=[])
    named = [loaded.profiel for loaded in found if loaded.edition != ANONYMOUS] + ([profiel] if profiel else [])
    return names_of_parties(named, next(loaded.profiel for loaded in found if loaded.edition == ANONYMOUS))


def load_edition(
    name: str, node: Node, overlay: Node | None, *, whole: bool, problems: list[Problem]
) -> tuple[Profiel, Node, Mapping[str, Reason]] | None:
    """Return the profile of one edition with its tree and the reasons of its days.

    What is wrong with it is added to `problems`.
    """
    status = entries(node).get("status")
    concept = status is not None and isinstance(status.value, str) and status.value.strip().lower() == "concept"
    for key, (message, hint) in NEVER_OPEN.items() if concept else ():
        said = entries(node).get(key)
        if said is not None and isinstance(said.value, str) and PLACES.fullmatch(said.value.strip()):
            problems.append(said.problem(_(message), _(hint), key))
    profiel = validate(Profiel, node, concept=concept, whole=whole, problems=problems)
    if profiel is None:
        return None
    reasons: Mapping[str, Reason] = {}
    if has_relative_days(profiel):
        from vacaturegen.planning.resolving import resolve  # no other profile has to wait for the calendars

        profiel, reasons, faults = resolve(profiel)
        problems.extend(locate(node, steps(at)).problem(message, hint, at) for at, message, hint in faults)
    problems.extend(run_rules(RULES, profiel, node))
    if overlay is not None:
        problems.extend(
            overlay.problem(message, hint, f"uitgaven.{name}", at_key=True)
            for message, hint in edition_problems(name, profiel)
        )
    return profiel, node, reasons


def with_house_files(loaded: Loaded, shelf: Shelf, problems: list[Problem]) -> Loaded:
    """Return a profile with its logo and theme sheet; what is wrong with them is added to `problems`."""
    style = known(loaded.profiel, "organisatie.huisstijl")
    if (loaded.folder, style) not in shelf.houses:
        findings: list[Finding] = []
        files = read_house_files(style, loaded.folder / SHARED["organisatie"], findings)
        shelf.houses[loaded.folder, style] = files, findings
    files, found = shelf.houses[loaded.folder, style]
    problems.extend(loaded.problem(*finding) for finding in found)
    return replace(loaded, files=files)
