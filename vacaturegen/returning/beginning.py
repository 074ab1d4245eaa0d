"""From which version a Word file was made: what lies here, or the commit whose sources its properties tell of."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vacaturegen.asking.naming import Named
from vacaturegen.asking.recognising import UnrecognisedError, digest_of, recognise, recognise_renamed
from vacaturegen.errors import ComparisonError, InputError
from vacaturegen.files import as_named
from vacaturegen.versions import Version, open_version, recent_commits

LOOKED_AT = 50
"""How many commits are looked at, the last first: each takes the time of reading all of its profiles."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A version with the document that a Word file is of, and the current one, that lies here.

    `is_sure`: the version is known to be what the file was made from.
    """

    version: Version
    document: Named
    current: Version
    is_sure: bool

    @property
    def file(self) -> Path:
        """Return the path of the profile in the version."""
        return file_of(self.document, self.version)

    def file_now(self, properties: Mapping[str, str], path: Path) -> Path:
        """Return the path of the profile as it is now. Raises UnrecognisedError and UncomparableError."""
        return file_of(recognise_renamed(properties, path, self.current, self.version), self.current)


def find_begun(properties: Mapping[str, str], path: Path, revision: str | None, here: Path) -> Begun:
    """Return the version that a Word file was made from: the one that is named, or else the one whose digest it has.

    When there is none, or the file tells no digest, it is what lies here. Raises ComparisonError and UncomparableError.
    """
    now = open_version(None, here)
    if revision is not None:
        version = open_version(revision, here)
        return Begun(version, recognise_renamed(properties, path, version, now), now, is_sure=True)
    document = recognise(properties, path, now)
    digest = properties.get("digest")
    if not digest or digest_of(document) == digest:
        return Begun(now, document, now, is_sure=bool(digest))
    with suppress(ComparisonError):  # no repository: then there is nothing to look in
        for commit in recent_commits(here, LOOKED_AT):
            version = open_version(commit, here)
            with suppress(UnrecognisedError, InputError):
                there = recognise_renamed(properties, path, version, now)
                if digest_of(there) == digest:
                    return Begun(version, there, now, is_sure=True)
    return Begun(now, document, now, is_sure=False)


def file_of(document: Named, version: Version) -> Path:
    """Return the path of the profile that a document of a version is of."""
    shown = document.edition.node.source.path
    return next(path for path in map(Path, version.files) if as_named(path) == shown)
