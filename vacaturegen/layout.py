"""Where files lie: profiles, the files that they share, templates of one's own, and what the package ships.

Says which files there are and where, and reads none of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from vacaturegen.errors import InputError, Problem
from vacaturegen.files import list_files
from vacaturegen.i18n import _

SUFFIXES = (".yaml", ".yml")
SHARED = {"functie": "functies", "organisatie": "organisaties", "broker": "brokers"}
"""The keys of a profile that name a shared file, and the folders of those files."""


@cache
def shipped_folder() -> Path:
    """Return the folder of shipped templates: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def own_folder(profiles: Path) -> Path | None:
    """Return the folder of templates of one's own beside a folder of profiles, if there is one."""
    own = profiles.parent / "templates"
    return own if (own.is_dir() or own.is_symlink()) and own.resolve() != shipped_folder() else None


def profiles_folder(file: Path) -> Path:
    """Return the folder in which a profile finds its functies, organisaties and brokers: the nearest one above it."""
    for folder in file.absolute().parents:
        if folder.name == "profiles" or any((folder / name).is_dir() for name in SHARED.values()):
            return folder
        if (folder / "profiles").is_dir():
            return folder / "profiles"
    return file.absolute().parent


def is_profiles_folder(path: Path) -> bool:
    """Tell whether a path is a whole folder of profiles: one in whose outputs a profile that is gone can be missed."""
    return path.is_dir() and profiles_folder(path / "a profile").resolve() == path.resolve()


def find(paths: Iterable[str]) -> list[str]:
    """Return the profile files that files and folders name, each once, in order. Raises InputError."""
    found: dict[str, str] = {}
    problems = []
    for path in paths:
        folder = Path(path)
        if folder.is_dir():
            files = [file for file in list_files(folder) if file.suffix in SUFFIXES]
            if not files:
                hint = _("Name a folder with .yaml files, or one such file.")
                problems.append(Problem(path, 0, 0, _("There are no profiles in this folder."), hint))
            home = os.path.realpath(path)
            for file in files:
                real = os.path.realpath(file) if file.is_symlink() else f"{home}{os.sep}{file.name}"
                found[real] = str(file)
        else:
            found[os.path.realpath(path)] = path
    if problems:
        raise InputError(problems)
    return list(found.values())
