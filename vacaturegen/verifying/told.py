"""What a Word file tells of itself beside its text: title and other properties, and which program saved it when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from vacaturegen.asking.recognising import SAYING
from vacaturegen.house.word_file import WordFile, related
from vacaturegen.i18n import N_, _
from vacaturegen.reading.beside import read_properties
from vacaturegen.verifying.beneath import Difference

CORE = {
    "title": N_("title"),
    "subject": N_("subject"),
    "creator": N_("author"),
    "keywords": N_("keywords"),
    "contentStatus": N_("status"),
    "version": N_("version"),
}
"""The properties that every program knows -> what people call them."""
OF_MAKING = frozenset({*SAYING, "digest"})
"""Properties that tell what a file was made as, which is no part of what it says."""
OURS = "vacaturegen"


class Saved(NamedTuple):
    """Which program saved a file last, and who and when, as far as the file tells."""

    program: str
    by: str
    day: str


def read_core(file: WordFile) -> dict[str, str]:
    """Return the core properties of a file by the last word of their name."""
    found = (element for name in related(file, "", "core-properties") for element in file.trees.get(name, ()))
    return {str(one.tag).rpartition("}")[2]: (one.text or "").strip() for one in found}


def read_saved(file: WordFile) -> Saved | None:
    """Return who saved a file last; None for a file that was not saved since it was made here."""
    found = (element for name in related(file, "", "extended-properties") for element in file.trees.get(name, ()))
    programs = [element.text or "" for element in found if str(element.tag).endswith("}Application")]
    program = programs[0].partition("$")[0].replace("/", " ") if programs else ""
    core = read_core(file)
    by, day = core.get("lastModifiedBy", ""), core.get("modified", "")[:10]
    return None if program == OURS and not by else Saved(program, by, day)


def compare_properties(old: WordFile, new: WordFile) -> tuple[list[Difference], list[str]]:
    """Return the properties that say something else in the second file, and those that it lost.

    What a program adds of its own is no difference.
    """
    before, after = told_of(old), told_of(new)
    gone, came, lost = [], [], []
    for name, value in before.items():
        said = after.get(name, "")
        if not said and value:
            lost.append(name)
        elif fold(name, said) != fold(name, value):
            gone.append(f"{name}: {value}")
            came.append(f"{name}: {said}")
    return ([Difference("properties", tuple(gone), tuple(came))] if gone else []), lost


def told_of(file: WordFile) -> Mapping[str, Any]:
    """Return the properties of a file that say something of the document, by the name that people know."""
    core = read_core(file)
    own = {name: value for name, value in read_properties(file).items() if name not in OF_MAKING}
    return {_(said): core[name] for name, said in CORE.items() if name in core} | own


def fold(name: str, value: str) -> object:
    """Return what two values that mean the same have in common: programs put keywords apart in their own way."""
    return sorted(re.split(r"[\s;,]+", value.strip())) if name == _(CORE["keywords"]) else " ".join(value.split())
