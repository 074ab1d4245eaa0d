"""Where files lie: profiles, the files that they share, templates of one's own, and what the package ships.

Says which files there are and where, and reads none of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from vacaturegen.errors import InputError, Problem
from vacaturegen.files import exists, folders_above, is_folder, is_link, list_files, real, real_name
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


@cache
def shipped_functies() -> Path:
    """Return the folder of functies to begin with: inside the package in a wheel, among the profiles in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "voorbeelden" / "functies"
    return inside if inside.is_dir() else package.parent / "profiles" / "functies"


def own_folder(profiles: Path) -> Path | None:
    """Return the folder of templates of one's own beside a folder of profiles, if there is one."""
    own = profiles.parent / "templates"
    return own if (is_folder(own) or is_link(own)) and real(own) != shipped_folder() else None


def profiles_folder(file: Path) -> Path:
    """Return the folder in which a profile finds its functies, organisaties and brokers: the nearest one above it."""
    for folder in folders_above(file):
        if is_home(folder):
            return folder
        if is_folder(folder / "profiles"):
            return folder / "profiles"
    return file.absolute().parent


def is_home(folder: Path) -> bool:
    """Tell whether profiles live in a folder: it is called so, or holds what they share."""
    return folder.absolute().name == "profiles" or any(is_folder(folder / name) for name in SHARED.values())


def is_shared(folder: Path) -> bool:
    """Tell whether a folder holds what profiles share: functies, organisaties or brokers."""
    return folder.absolute().name in SHARED.values()


def usual_folder(here: Path = Path()) -> Path:
    """Return the folder of profiles that is meant by this one, or when none is named: itself, or `profiles` in it."""
    return here if is_home(here) else here / "profiles"


def named_files(folder: Path) -> dict[str, Path]:
    """Return the YAML files in a folder by the name that profiles know them by; of a folder that is not there none."""
    files = list_files(folder) if exists(folder) else []
    return {file.stem: file for file in files if file.suffix in SUFFIXES}


def is_profiles_folder(path: Path) -> bool:
    """Tell whether a path is a whole folder of profiles: one in whose outputs a profile that is gone can be missed."""
    return path.is_dir() and profiles_folder(path / "a profile").resolve() == path.resolve()


def find(paths: Iterable[str]) -> list[str]:
    """Return the profile files that files and folders name, each once, in order. Raises InputError."""
    found: dict[str, str] = {}
    problems = []
    for path in paths:
        folder = Path(path)
        if is_shared(folder if is_folder(folder) else folder.absolute().parent):
            hint = _("Name the profiles that use it, or the folder that it lies in.")
            problems.append(Problem(path, 0, 0, _("Profiles share this; it is none itself."), hint))
        elif is_folder(folder):
            files = [file for file in list_files(folder) if file.suffix in SUFFIXES]
            if not files:
                hint = _("Name a folder with .yaml files, or one such file.")
                problems.append(Problem(path, 0, 0, _("There are no profiles in this folder."), hint))
            home = real_name(folder)
            for file in files:
                place = real_name(file) if is_link(file) else f"{home}{os.sep}{file.name}"
                found[place] = str(file)
        else:
            found[real_name(folder)] = path
    if problems:
        raise InputError(problems)
    return list(found.values())
