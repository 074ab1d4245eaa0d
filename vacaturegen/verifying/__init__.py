"""Holds a Word file against what a version of the profiles gives: whether it is that, and if not what differs.

The document is made again and compared, the most exact way first. Words count, and whatever else tells a reader
something; how a program writes that down does not. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from vacaturegen.asking.naming import Named
from vacaturegen.asking.recognising import SAYING, recognise_renamed, told_of
from vacaturegen.digests import digest
from vacaturegen.documents import print_edition, writer_of
from vacaturegen.errors import InputError, UncomparableError
from vacaturegen.house import open_word_file
from vacaturegen.i18n import _
from vacaturegen.library import read_library
from vacaturegen.reading import read_word
from vacaturegen.templating import make_environment
from vacaturegen.verifying.beneath import compare
from vacaturegen.verifying.told import compare_properties, read_saved
from vacaturegen.verifying.verdict import Making, Sameness, Verdict
from vacaturegen.verifying.words import compare_words
from vacaturegen.versions import Version
from vacaturegen.writers import Assets

__all__ = ["Sameness", "Verdict", "verify"]


def verify(data: bytes, path: Path, version: Version, here: Version) -> Verdict:
    """Return how far a Word file is what a version gives, and what differs. A profile may have another name `here`.

    Raises UncomparableError for what is no Word file, and for profiles that cannot be built; ComparisonError for a file
    that is none of the documents of the version.
    """
    shown = str(path)
    try:
        text = read_word(data, shown)
        named = recognise_renamed(text.properties, path, version, here)
        made = make_document(named)
    except InputError as error:
        raise UncomparableError(error.problems) from error
    document, name = named.path.rpartition("/")[2], say_version(version)
    if data == made:
        return Verdict(document, name, Sameness.BYTES)
    if digest(data) == digest(made):
        return Verdict(document, name, Sameness.PARTS)
    old, new = open_word_file(made, document), open_word_file(data, shown)
    properties, lost = compare_properties(old, new)
    found = compare_words(read_word(made, document), text, data, new)
    beneath = (*compare(old, new), *properties)
    is_same = not (found.differs or beneath)
    return Verdict(
        document,
        name,
        Sameness.WORDS if is_same else Sameness.NONE,
        found,
        beneath,
        tuple(sorted(name for name in {*old.parts, *new.parts} if old.parts.get(name) != new.parts.get(name))),
        Making(
            all(text.properties.get(name) for name in SAYING),
            named_otherwise(text.properties, named),
            is_same_digest(text.properties, read_word(made, document).properties),
            read_saved(new),
            tuple(lost),
        ),
    )


def make_document(named: Named) -> bytes:
    """Return the Word file of a document. Raises InputError when a profile or a template is at fault."""
    library = read_library(named.edition.folder)
    assets = Assets(library.word_base, library.page, library.stylesheet)
    printed = print_edition(named.edition, library, make_environment(library))
    document = next(one for one in printed if one.kind == named.kind)
    return writer_of("docx")(document.tokens, document.meta, assets)


def say_version(version: Version) -> str:
    """Return what a version is called in a sentence: a folder can have any name."""
    return version.name if version.source else _("the folder “{name}”").format(name=version.name)


def named_otherwise(properties: Mapping[str, str], named: Named) -> str:
    """Return the profile that a file says it was made from, when that is called otherwise now."""
    said = properties.get("profiel", "")
    return said if said != told_of(named)[0] else ""


def is_same_digest(properties: Mapping[str, str], made: Mapping[str, str]) -> bool | None:
    """Tell whether a file was made from the same sources as another; None when it does not say from which."""
    said = properties.get("digest")
    return said == made["digest"] if said else None
