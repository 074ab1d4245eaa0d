"""From a folder (or files) to merged, valid profiles, or every Problem of every file at once.

Finding the files, laying the shared files under a profile, and reading what the house style names. How trees merge,
how they become a model and which rules hold across fields: see the modules beside this one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from vacaturegen import notation
from vacaturegen.errors import InputError, Problem
from vacaturegen.i18n import _
from vacaturegen.model.profiel import SOORTEN, Profiel
from vacaturegen.profiles.house_files import HouseFiles, read_house_files
from vacaturegen.profiles.merging import merge
from vacaturegen.profiles.rules import RULES, known
from vacaturegen.profiles.validation import Finding, closest, locate, plain, run_rules, validate
from vacaturegen.sources import Node, Source, read_yaml

SUFFIXES = (".yaml", ".yml")
SHARED = {"functie": "functies", "organisatie": "organisaties", "broker": "brokers"}
DEFAULTS = "standaard"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A valid profile with what belongs to it: its merged tree (for places), its folder, and the house style's files."""

    profiel: Profiel
    node: Node
    folder: Path
    files: HouseFiles = HouseFiles()

    def resolved(self) -> str:
        """Return everything that the profile says, as canonical JSON: the same text for the same content."""
        data = plain(self.node, (), True, [])
        return json.dumps(data, sort_keys=True, ensure_ascii=False, default=lambda value: {"open": value.veld})

    def problem(self, field: str, message: str, hint: str) -> Problem:
        """Return a Problem at the place of a dotted field."""
        path = tuple(int(step) if step.isdigit() else step for step in field.split("."))
        return locate(self.node, path).problem(message, hint, field)


def find(paths: Iterable[Path]) -> list[Path]:
    """Return the profile files that files and folders name, each once, in order. Raises InputError."""
    found: dict[Path, None] = {}
    problems = []
    for path in paths:
        if path.is_dir():
            files = sorted(file for file in path.iterdir() if file.suffix in SUFFIXES and file.is_file())
            if not files:
                hint = _("Name a folder with .yaml files, or one such file.")
                problems.append(Problem(str(path), 0, 0, _("There are no profiles in this folder."), hint))
            found.update(dict.fromkeys(files))
        else:
            found[path] = None
    if problems:
        raise InputError(problems)
    return list(found)


def load(files: Iterable[Path]) -> list[Loaded]:
    """Return the profiles of these files. Raises InputError with the problems of all of them."""
    problems: list[Problem] = []
    shared: dict[Path, Node | None] = {}
    loaded: list[Loaded] = []
    seen: dict[str, str] = {}
    for file in files:
        before = len(problems)
        profile = load_one(file, shared, problems)
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


def load_one(file: Path, shared: dict[Path, Node | None], problems: list[Problem]) -> Loaded | None:
    """Return one profile; add what is wrong with it, or with the shared files it uses, to `problems`."""
    try:
        own = read_yaml(file, str(file))
    except InputError as error:
        problems.extend(error.problems)
        return None
    before = len(problems)
    folder = profiles_folder(file)
    parts = {key: shared_part(key, own, file, folder, shared, problems) for key in SHARED}
    if len(problems) > before:
        return None
    node = assemble(own, parts, problems)
    status = node.value.get("status") if isinstance(node.value, dict) else None
    concept = status is not None and status.value == "concept"
    profiel = validate(Profiel, node, concept=concept, problems=problems)
    if profiel is None:
        return None
    problems.extend(run_rules(RULES, profiel, node))
    if len(problems) > before:
        return None
    return with_house_files(Loaded(profiel, node, folder), problems)


def profiles_folder(file: Path) -> Path:
    """Return the folder in which a profile finds its functies, organisaties and brokers: the nearest one above it."""
    for folder in file.absolute().parents:
        if folder.name == "profiles" or any((folder / name).is_dir() for name in SHARED.values()):
            return folder
        if (folder / "profiles").is_dir():
            return folder / "profiles"
    return file.absolute().parent


def shared_part(
    key: str, own: Node, file: Path, folder: Path, shared: dict[Path, Node | None], problems: list[Problem]
) -> Node | None:
    """Return the tree of the functie, organisatie or broker that a profile names, if it names one."""
    named = own.value.get(key) if isinstance(own.value, dict) else None
    if named is None or not isinstance(named.value, str):
        if named is not None:
            problems.append(named.problem(_("The name of a file belongs here."), known_names(folder / SHARED[key]), key))
        return None
    home = folder / SHARED[key]
    candidates = [home / (named.value + suffix) for suffix in SUFFIXES] if valid_id(named.value) else []
    found = next((candidate for candidate in candidates if candidate.is_file()), None)
    if found is None:
        message = _("There is no {kind} “{name}”.").format(kind=key, name=named.value[:60])
        problems.append(named.problem(message, suggest_name(named.value, home), key))
        return None
    if found not in shared:
        try:
            shared[found] = read_yaml(found, shown_beside(file, found))
        except InputError as error:
            problems.extend(error.problems)
            shared[found] = None
    return shared[found]


def shown_beside(file: Path, found: Path) -> str:
    """Return the path of a shared file as the user would write it: relative where the profile's own path is."""
    if file.is_absolute():
        return str(found)
    try:
        return str(found.relative_to(Path.cwd()))
    except ValueError:
        return str(found)


def valid_id(text: str) -> bool:
    try:
        return bool(notation.parse_id(text))
    except notation.NotationError:
        return False


def names_in(home: Path) -> list[str]:
    return sorted(file.stem for file in home.iterdir() if file.suffix in SUFFIXES) if home.is_dir() else []


def known_names(home: Path) -> str:
    return _("Choose from: {words}.").format(words=", ".join(names_in(home)[:12]) or "-")


def suggest_name(name: str, home: Path) -> str:
    if close := closest(name, names_in(home)):
        return _("Did you mean “{key}”?").format(key=close)
    return known_names(home) if names_in(home) else _("Put it in a file in the folder {folder}.").format(folder=home.name)


def assemble(own: Node, parts: dict[str, Node | None], problems: list[Problem]) -> Node:
    """Return a profile laid over its functie and the defaults of its organisatie and broker."""
    mine = dict(own.value) if isinstance(own.value, dict) else {}
    for kind in SOORTEN:  # an empty block still asks for the document
        if kind in mine and mine[kind].value is None:
            mine[kind] = replace(mine[kind], value={})
    layers = [parts["functie"], *(defaults(parts[key]) for key in ("organisatie", "broker"))]
    under: Node | None = None
    for layer in layers:
        if layer is not None and isinstance(layer.value, dict):
            wanted = {key: node for key, node in layer.value.items() if key not in SOORTEN or key in mine}
            under = merge(under, replace(layer, value=wanted), problems)
    merged = merge(under, replace(own, value=mine), problems)
    entries = dict(merged.value) if isinstance(merged.value, dict) else {}
    for key in ("organisatie", "broker"):
        part = parts[key]
        if part is not None and isinstance(part.value, dict):
            entries[key] = replace(part, value={name: node for name, node in part.value.items() if name != DEFAULTS})
    if "id" not in entries:
        entries["id"] = Node(Path(own.source.path).stem, Source(own.source.path), 0, 0, 0, 0)
    return replace(merged, value=entries)


def defaults(part: Node | None) -> Node | None:
    return part.value.get(DEFAULTS) if part is not None and isinstance(part.value, dict) else None


def with_house_files(loaded: Loaded, problems: list[Problem]) -> Loaded:
    """Return a profile with its logo and theme sheet; what is wrong with them is added to `problems`."""
    findings: list[Finding] = []
    style = known(loaded.profiel, "organisatie.huisstijl")
    files = read_house_files(style, loaded.folder / SHARED["organisatie"], findings)
    problems.extend(loaded.problem(*finding) for finding in findings)
    return replace(loaded, files=files)
