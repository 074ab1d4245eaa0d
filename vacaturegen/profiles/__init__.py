"""From a folder (or files) to merged, valid profiles, or every Problem of every file at once.

Finding the files, laying the shared files under a profile, and reading what the house style names. How trees merge,
how they become a model and which rules hold across fields: see the modules beside this one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from vacaturegen.errors import InputError, Problem
from vacaturegen.i18n import _
from vacaturegen.model.base import known
from vacaturegen.model.profiel import SOORTEN, Profiel
from vacaturegen.profiles.house_files import HouseFiles, read_house_files
from vacaturegen.profiles.rules import RULES
from vacaturegen.profiles.shared import SUFFIXES, assemble, profiles_folder, shared_part
from vacaturegen.profiles.validation import SHARED, Finding, locate, plain, run_rules, steps, validate
from vacaturegen.sources import Node, entries, list_files, read_yaml


@dataclass(frozen=True, slots=True)
class Loaded:
    """A valid profile with its merged tree (for places), its folder, and the files of the house style."""

    profiel: Profiel
    node: Node
    folder: Path
    files: HouseFiles = field(default_factory=HouseFiles)

    def resolved(self, kind: str) -> str:
        """Return what the profile says that a document of a kind can be of, as canonical JSON."""
        data = {
            key: value for key, value in plain(self.node, (), True, []).items() if key == kind or key not in SOORTEN
        }
        return json.dumps(data, sort_keys=True, ensure_ascii=False, default=lambda value: {"open": value.veld})

    def problem(self, at: str, message: str, hint: str) -> Problem:
        """Return a Problem at the place of a dotted field."""
        return locate(self.node, steps(at)).problem(message, hint, at)


def find(paths: Iterable[Path]) -> list[Path]:
    """Return the profile files that files and folders name, each once, in order. Raises InputError."""
    found: dict[Path, Path] = {}
    problems = []
    for path in paths:
        if path.is_dir():
            files = [file for file in list_files(path) if file.suffix in SUFFIXES]
            if not files:
                hint = _("Name a folder with .yaml files, or one such file.")
                problems.append(Problem(str(path), 0, 0, _("There are no profiles in this folder."), hint))
            found.update({real(file): file for file in files})
        else:
            found[real(path)] = path
    if problems:
        raise InputError(problems)
    return list(found.values())


def real(path: Path) -> Path:
    """Return the file itself, whichever way it is named; a link that leads to nothing but itself stays as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def is_profiles_folder(path: Path) -> bool:
    """Tell whether a path is a whole folder of profiles: one in whose outputs a profile that is gone can be missed."""
    return path.is_dir() and profiles_folder(path / "a profile").resolve() == path.resolve()


def load(files: Iterable[Path]) -> list[Loaded]:
    """Return the profiles of these files. Raises InputError with the problems of all of them."""
    problems: list[Problem] = []
    read: dict[Path, Node | None] = {}
    loaded: list[Loaded] = []
    seen: dict[str, str] = {}
    for file in files:
        before = len(problems)
        profile = load_one(file, read, problems)
        if profile is None or len(problems) > before:
            continue
        first = seen.setdefault(profile.profiel.id.casefold(), str(file))
        if first != str(file):
            message = _("The id “{id}” is taken: {path} has it too.").format(id=profile.profiel.id, path=first)
            problems.append(profile.problem("id", message, _("Give one of the two another id.")))
        loaded.append(profile)
    if problems:
        raise InputError(problems)
    return loaded


def load_one(file: Path, read: dict[Path, Node | None], problems: list[Problem]) -> Loaded | None:
    """Return one profile; add what is wrong with it, or with the shared files it uses, to `problems`."""
    try:
        own = read_yaml(file, str(file))
    except InputError as error:
        problems.extend(error.problems)
        return None
    before = len(problems)
    folder = profiles_folder(file)
    parts = {key: shared_part(key, own, folder, read, problems) for key in SHARED}
    whole = all(part is not None or key not in entries(own) for key, part in parts.items())
    node = assemble(own, parts, problems if whole else [])
    status = entries(own).get("status")
    concept = status is not None and isinstance(status.value, str) and status.value.strip().lower() == "concept"
    profiel = validate(Profiel, node, concept=concept, whole=whole, problems=problems)
    if profiel is None:
        return None
    problems.extend(run_rules(RULES, profiel, node))
    if len(problems) > before or not whole:
        return None
    return with_house_files(Loaded(profiel, node, folder), problems)


def with_house_files(loaded: Loaded, problems: list[Problem]) -> Loaded:
    """Return a profile with its logo and theme sheet; what is wrong with them is added to `problems`."""
    findings: list[Finding] = []
    style = known(loaded.profiel, "organisatie.huisstijl")
    files = read_house_files(style, loaded.folder / SHARED["organisatie"], findings)
    problems.extend(loaded.problem(*finding) for finding in findings)
    return replace(loaded, files=files)
