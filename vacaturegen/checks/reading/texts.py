"""Words of a list in the texts of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from vacaturegen.checks.reading.readers import reader
from vacaturegen.checks.reading.wordlists import Found, found_in
from vacaturegen.checks.subject import Subject, Text

KEPT = "lijsten"


def words_in(subject: Subject, name: str, wanted: Callable[[Text], bool] = bool) -> Iterator[tuple[Text, Found]]:
    """Yield what entries of a shipped list are found in the wanted texts of a document."""
    if KEPT not in subject.kept:
        subject.kept[KEPT] = in_document(subject)
    for text, found in subject.kept[KEPT].get(name, ()):
        if wanted(text):
            yield text, found


@reader
def lists_in(value: str) -> tuple[tuple[str, tuple[Found, ...]], ...]:
    """Return the lists of which entries are found in a text, with those."""
    return tuple(found_in(value).items())


def in_document(subject: Subject) -> Mapping[str, list[tuple[Text, Found]]]:
    """Return what is found in the texts of a document, by the name of the list."""
    there: dict[str, list[tuple[Text, Found]]] = {}
    for text, lists in subject.read(lists_in):
        for name, hits in lists:
            there.setdefault(name, []).extend((text, found) for found in hits)
    return there
