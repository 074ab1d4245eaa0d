"""Expressions in the texts about a candidate; a row of key facts is read as people read it: name and value as one.

“Leeftijd: maximaal 35 jaar” stands in two fields, neither of which says it by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from vacaturegen.checks.reading.said import Finder, Said
from vacaturegen.checks.reading.said import matched as matched_in_fields
from vacaturegen.checks.subject import Subject, Text
from vacaturegen.model.base import known

ROWS, VALUES = "kerngegevens_extra", "kerngegevens_extra.*.waarde"


def matched(subject: Subject, find: Finder, leave: tuple[str, ...] = ()) -> Iterator[Said]:
    """Yield what is found in texts that are not about what is left, and what the rows of key facts say as a whole."""
    for said in matched_in_fields(subject, find, leave):
        if said.text.pattern != VALUES:
            yield said
    for text, behind in rows_of(subject):
        for at, words in find(text.value):
            if at + len(words) > behind:
                yield Said(text, words, at - behind, -behind, text.value)


def rows_of(subject: Subject) -> Iterator[tuple[Text, int]]:
    """Yield each row as one text in the field of its value, with where in it that value begins."""
    for index, row in enumerate(known(subject.profiel, ROWS) or ()):
        name, value = known(row, "naam"), known(row, "waarde")
        if isinstance(name, str) and isinstance(value, str):
            yield Text(f"{ROWS}.{index}.waarde", VALUES, f"{name}: {value}"), len(name) + 2
