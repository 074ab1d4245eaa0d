"""What differs between two versions before anything is built, so that only what can come out otherwise has to be.

Whatever is not sure counts as a difference. A profile can use the functie, organisatie and broker whose names stand
in its text, an organisatie the files beside it whose names stand in its own; templates are for all.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from vacaturegen.errors import InputError, UncomparableError
from vacaturegen.files import MAX_WORD_BYTES, as_named, file_in_memory, is_folder, read_bytes, walk
from vacaturegen.layout import SHARED, SUFFIXES
from vacaturegen.library import library_files
from vacaturegen.versions.pairing import Pair
from vacaturegen.versions.version import Version

TEMPLATES = "templates"
HOUSES = SHARED["organisatie"]
SHA1 = 40
"""How many characters the id of an object has in a repository that is not one of SHA-256."""
APART = re.compile(r"[\s'/]+")
"""Where the writing of a name in YAML can differ from the name: a space can be a new line, a quote two."""


def may_differ(old: Version, new: Version, both: Sequence[Pair]) -> list[Pair]:
    """Return those of the pairs whose documents can differ, or that cannot be built. Raises UncomparableError."""
    changed = shared_changes(old, new)
    if any(is_template(name) for name in changed):
        return list(both)
    way = way_of(old, new)
    names = {stem for name in changed for stem in named_by(name, (old, new))}
    return [pair for pair in both if not is_same(pair, way) or can_name_any(pair.new or "", names)]


def shared_changes(old: Version, new: Version) -> list[str]:
    """Return the names of the shared files that are not the same in two versions, or are in one only.

    A name is that in the folder of profiles (`organisaties/x.yaml`), or begins with `templates/`. Raises
    UncomparableError when the templates cannot be listed.
    """
    before, after = shared_files(old), shared_files(new)
    way = way_of(old, new)
    changed = []
    for name in sorted({**before, **after}):
        one, other = before.get(name), after.get(name)
        if one != other and (one is None or other is None or digest_of(one, way) != digest_of(other, way)):
            changed.append(name)
    return [name for name in changed if is_template(name) or is_yaml(name) or users_of(name, (old, new))]


def reached_by(name: str, versions: Sequence[Version], both: Iterable[Pair]) -> list[Pair]:
    """Return those of the pairs that can use a shared file, by its name, in any of these versions."""
    if is_template(name):
        return list(both)
    names = named_by(name, versions)
    return [pair for pair in both if any(can_name_any(file, names) for file in pair if file)]


def named_by(name: str, versions: Iterable[Version]) -> Sequence[str]:
    """Return the names of which a profile that uses a shared file has one, for a file that is no template."""
    return [PurePosixPath(name).stem] if is_yaml(name) else users_of(name, versions)


def users_of(name: str, versions: Iterable[Version]) -> list[str]:
    """Return the names of the organisaties that can use a file beside theirs, in any of these versions."""
    file = PurePosixPath(name).name
    if not name.startswith(f"{HOUSES}/"):
        return []
    homes = [version.folder / HOUSES for version in versions]
    found = [path for home in homes for path in walk(home) if path.suffix in SUFFIXES and not is_folder(path)]
    return sorted({path.stem for path in found if can_name(text_of(path), file)})


def shared_files(version: Version) -> dict[str, Path]:
    """Return all that profiles of a version share, by name. Raises UncomparableError when it cannot be listed."""
    try:
        found = {f"{TEMPLATES}/{name}": path for name, path in library_files(version.folder).items()}
    except InputError as error:
        raise UncomparableError(error.problems) from error
    for home in SHARED.values():
        folder = version.folder / home
        paths = (path for path in walk(folder) if not is_folder(path))
        found.update((f"{home}/{path.relative_to(folder).as_posix()}", path) for path in paths)
    return found


def is_template(name: str) -> bool:
    """Tell whether a shared file is one that every document can be made with."""
    return name.startswith(f"{TEMPLATES}/")


def is_yaml(name: str) -> bool:
    """Tell whether a name is one that a profile can name, as a functie, an organisatie or a broker."""
    return PurePosixPath(name).suffix in SUFFIXES and name.count("/") == 1


def is_same(pair: Pair, way: str) -> bool:
    """Tell whether a profile's own file is what it was, name and bytes."""
    if pair.old is None or pair.new is None or pair.is_renamed:
        return False
    return pair.old == pair.new or digest_of(Path(pair.old), way) == digest_of(Path(pair.new), way)


def way_of(*versions: Version) -> str:
    """Return the way in which git takes the digests of the files of these versions."""
    trees = [version.source.tree for version in versions if version.source]
    return "sha256" if any(len(tree) > SHA1 for tree in trees) else "sha1"


def digest_of(path: Path, way: str) -> str:
    """Return the digest of a file as git takes it; of one that cannot be read, one that no other file has."""
    entry = file_in_memory(path)
    if entry is not None and entry.digest:
        return entry.digest
    try:
        data = read_bytes(path, as_named(path), MAX_WORD_BYTES)
    except InputError:  # whoever builds it tells
        return f"unreadable {path}"
    return hashlib.new(way, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def text_of(path: Path) -> bytes:
    """Return the bytes of a text, none when it cannot be read."""
    try:
        return read_bytes(path, as_named(path))
    except InputError:  # whoever builds it tells
        return b""


def can_name_any(file: str, names: Iterable[str]) -> bool:
    """Tell whether one of these names can stand in a file."""
    text = text_of(Path(file)) if names else b""
    return any(can_name(text, name) for name in names)


def can_name(text: bytes, name: str) -> bool:
    """Tell whether a name can stand in a YAML text, in whatever way it is written; a backslash can hide any."""
    pieces = (piece.encode(errors="surrogateescape") for piece in APART.split(name))
    return b"\\" in text or all(piece in text for piece in pieces)
