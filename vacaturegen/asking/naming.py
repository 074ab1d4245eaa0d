"""Which documents somebody means: by the path or the name of an output, in whatever format, or by a profile.

The file itself is not read and need not be there: its name says what it is, also when it was mailed and saved anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from vacaturegen import layout
from vacaturegen.documents import SUFFIXES, output_path
from vacaturegen.errors import InputError
from vacaturegen.profiles import Loaded, Shelf, load
from vacaturegen.profiles.editions import kinds_of

FORMAT = re.compile(r"\.(?:docx?|docm|dotx|md|html?|txt|pdf)$", re.IGNORECASE)
COPY = re.compile(r"(?:[ _-]*\(\d+\)|[ _-]+(?:kopie|copy)(?:[ _-]*\(?\d+\)?)?)+$", re.IGNORECASE)
"""What a computer adds to the name of a file of which there is one already."""
LISTED = 3
MAX_NAME = 255
"""The characters of a file's name: of a longer one its end is looked at."""


class Named(NamedTuple):
    """A document: of which edition and kind, and its path in the output folder without a format."""

    edition: Loaded
    kind: str
    path: str


class UnknownDocumentError(Exception):
    """No document has this name; `close` are the names that look like it, or some that there are."""

    def __init__(self, name: str, close: Sequence[str]) -> None:
        self.name = name
        self.close = close
        super().__init__(name)


def find_documents(said: str, homes: Sequence[Path]) -> list[Named]:
    """Return the documents that a path or a name can mean, of the profiles in the first folder that has one.

    Raises UnknownDocumentError, and InputError when the profile that is meant is invalid.
    """
    path = Path(said)
    name = plain_name(path)
    known: list[str] = []
    for home in homes:
        documents = list(read_home(layout.find([str(home)]), name))
        if found := called(name, path.parent.name.lower(), documents):
            return found
        known += (document.path.rpartition("/")[2] for document in documents)
    close = get_close_matches(name, known, LISTED, 0.5)
    raise UnknownDocumentError(path.name or said, close or sorted(set(known))[:LISTED])


def plain_name(path: Path) -> str:
    """Return the name of a file in small letters, without its format and what makes it a copy."""
    name = COPY.sub("", FORMAT.sub("", path.name[-MAX_NAME:])).strip().lower()
    return name.removesuffix(".yaml").removesuffix(".yml")


def read_home(files: Iterable[str], name: str) -> Iterator[Named]:
    """Yield the documents of the profiles in these files; raise InputError for an invalid one that a name can mean."""
    shelf = Shelf()
    refused: list[tuple[str, InputError]] = []
    found: list[Named] = []
    for file in files:
        try:
            found += documents_of(load(Path(file), shelf))
        except InputError as invalid:
            refused.append((Path(file).stem.lower(), invalid))
    taken = max((len(one.edition.profiel.id) for one in found if is_begin(one.edition.profiel.id, name)), default=0)
    for stem, error in refused:
        if is_begin(stem, name) and len(stem) > taken and error.problems:
            raise error
    yield from found


def is_begin(stem: str, name: str) -> bool:
    """Tell whether a name is that of a profile, or of a document of it."""
    return f"{name}-".startswith(f"{stem.lower()}-")


def documents_of(loaded: Loaded) -> Iterator[Named]:
    """Yield the documents of a profile."""
    for edition in (loaded, *loaded.others):
        for kind in kinds_of(edition.edition, edition.profiel):
            yield Named(edition, kind, output_path(edition, kind))


def called(name: str, folder: str, documents: Sequence[Named]) -> list[Named]:
    """Return the documents with a name: that very name, that of another version, or of the profile they are of.

    Of several with one name it is the one in a folder of that name.
    """
    found = [one for one in documents if one.path.rpartition("/")[2] == name]
    found = found or [one for one in documents if is_version(name, one)]
    found = found or [one for one in documents if one.edition.profiel.id.lower() == name]
    return [one for one in found if one.path.startswith(f"{folder}/")] or found


def is_version(name: str, document: Named) -> bool:
    """Tell whether a name is that of another version of a document, or of its kind and edition without a version."""
    suffix = SUFFIXES[document.edition.edition]
    stem = document.path.rpartition("/")[2].removesuffix(suffix)
    base = re.match(rf".*?(?<![^-]){document.kind}(?![^-])", stem)
    return base is not None and re.fullmatch(rf"{re.escape(base[0])}(?:-v.+)?{suffix}", name) is not None
