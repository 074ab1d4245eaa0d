"""Which document a Word file is: by what its properties say, and when it has lost these by its name.

Its text is not looked at: a file that was changed beyond recognition is still the document that it was made as.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

from vacaturegen.asking.naming import LISTED, Named, called, documents_of, plain_name, read_home
from vacaturegen.documents import digest_of_input, name_in_files
from vacaturegen.errors import ComparisonError, InputError, Problem, UncomparableError
from vacaturegen.files import as_named
from vacaturegen.i18n import _
from vacaturegen.library import read_library
from vacaturegen.profiles import Shelf, load
from vacaturegen.profiles.editions import ANONYMOUS
from vacaturegen.versions import Version, pairs

SAYING = ("profiel", "soort", "uitgave")
"""The properties that say together which document a file is."""


class UnrecognisedError(ComparisonError):
    """No profile of a version makes this Word file, or more than one can; the message says what to do."""


def recognise(properties: Mapping[str, str], path: Path, version: Version) -> Named:
    """Return which document of a version a Word file is, by its custom properties and its path.

    The properties go before the name, which anybody can change. Raises UnrecognisedError, and UncomparableError for a
    profile that is meant and invalid.
    """
    try:
        if all(properties.get(name) for name in SAYING) and (found := find_told(properties, path, version)):
            return found
        return find_called(properties, path, version)
    except InputError as error:
        raise UncomparableError(error.problems) from error


def recognise_renamed(properties: Mapping[str, str], path: Path, version: Version, other: Version) -> Named:
    """Return which document of a version a Word file is, also when its profile has that name in another version only.

    Raises what `recognise` does; what is wrong in the other version is not told.
    """
    try:
        return recognise(properties, path, version)
    except UnrecognisedError as unknown:
        with suppress(UnrecognisedError, UncomparableError):
            there = recognise(properties, path, other)
            if found := find_same(there, version, other):
                return found
        raise unknown from None


def find_same(there: Named, version: Version, other: Version) -> Named | None:
    """Return the document of this version that is one of another, if there is one. Raises UncomparableError."""
    shown = there.edition.node.source.path
    for pair in pairs(version, other):
        if pair.old and pair.new and as_named(Path(pair.new)) == shown:
            try:
                documents = documents_of(load(Path(pair.old), Shelf()))
            except InputError as error:
                raise UncomparableError(error.problems) from error
            wanted = there.kind, there.edition.edition
            return next((one for one in documents if (one.kind, one.edition.edition) == wanted), None)
    return None


def find_told(properties: Mapping[str, str], path: Path, version: Version) -> Named | None:
    """Return the document that the properties of a file tell of; None when they tell of no profile that is there.

    Raises UnrecognisedError, and InputError for an invalid profile that can be the one.
    """
    profile, kind, edition = (properties[name] for name in SAYING)
    of_profile: list[Named] = []
    found: list[Named] = []
    for documents in read_likely(profile, edition, version.files):
        of_profile += [one for one in documents if one.edition.profiel.id == profile]
        found += [one for one in documents if told_of(one) == (profile, kind, edition)]
        if found and edition != ANONYMOUS:
            return found[0]
    if len(found) > 1:
        digest = properties.get("digest")
        found = [one for one in found if digest_of(one) == digest] or called(plain_name(path), "", found) or found
    if len(found) > 1:
        message = _(
            "{path}: this can be more than one document of {version}. Give it the name of the one that it is: {names}."
        )
        raise UnrecognisedError(message.format(path=path, version=version.name, names=names_of(found)))
    if of_profile and not found:
        message = _("{path}: this is “{name}”, which {version} does not make of this profile. It makes: {names}.")
        name = f"{profile}: {kind}, {edition}"
        raise UnrecognisedError(message.format(path=path, name=name, version=version.name, names=names_of(of_profile)))
    return found[0] if found else None


def read_likely(profile: str, edition: str, files: Sequence[str]) -> Iterator[list[Named]]:
    """Yield the documents of each profile, the likeliest first. Raises InputError for one that can be the one.

    The name in an anonymous file is no name of a profile: that can be any, so all that are invalid count at the end.
    """
    shelf = Shelf()
    problems: list[Problem] = []
    for file in sorted(files, key=lambda file: Path(file).stem != profile):
        try:
            loaded = load(Path(file), shelf)
        except InputError as error:
            if edition == ANONYMOUS:
                problems += error.problems
            elif Path(file).stem == profile:
                raise
            continue
        documents = list(documents_of(loaded))
        problems = [] if any(told_of(one)[::2] == (profile, edition) for one in documents) else problems
        yield documents
    if problems:
        raise InputError(problems)


def told_of(document: Named) -> tuple[str, str, str]:
    """Return what the properties of a document's Word file tell: profile, kind and edition."""
    return name_in_files(document.edition) or document.kind, document.kind, document.edition.edition


def digest_of(document: Named) -> str:
    """Return the digest in the properties of a document's Word file. Raises InputError for templates at fault."""
    return digest_of_input(document.edition, document.kind, read_library(document.edition.folder))


def find_called(properties: Mapping[str, str], path: Path, version: Version) -> Named:
    """Return the document that the name of a file means. Raises UnrecognisedError, and InputError as above."""
    name = plain_name(path)
    documents = list(read_home(version.files, name))
    found = called(name, path.parent.name.lower(), documents)
    if len(found) == 1:
        return found[0]
    if not documents:
        shelf = Shelf()
        for file in version.files:
            load(Path(file), shelf)
    stems = [one.path.rpartition("/")[2] for one in found or documents]
    within = [stem for stem in stems if name in stem]
    close = (found and stems) or within or get_close_matches(name, stems, LISTED, 0.5) or stems
    said = properties.get("profiel", "")
    if not documents:
        message = _("{path}: there are no profiles in {version}, so no document can be compared with it.")
    elif said:
        message = _(
            "{path}: this was made from the profile “{profile}”, which {version} does not have. Name the revision that"
            " it comes from, or give the file the name of the document that it is, such as: {names}."
        )
    else:
        message = _(
            "{path}: neither its name nor its properties tell which document of {version} this is. Give the file the"
            " name of that document, such as: {names}."
        )
    raise UnrecognisedError(
        message.format(path=path, profile=said, version=version.name, names=", ".join(close[:LISTED]))
    )


def names_of(documents: Sequence[Named]) -> str:
    """Return the names of documents for a message."""
    return ", ".join(one.path.rpartition("/")[2] for one in documents)
