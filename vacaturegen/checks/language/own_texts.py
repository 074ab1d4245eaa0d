"""The texts that whoever writes a profile can put in other words: all but the broker's, whose steps are what they are.

Rules about style look at these only. A lost mark or a spelling mistake is one in anybody's text.
"""

from __future__ import annotations

import re

from vacaturegen.checks.subject import Subject, Text
from vacaturegen.profiles.validation import locate, steps

OF_BROKER = re.compile(r"(?:broker|aanvraag\.beoordeling)\..*")
KEPT = "eigen teksten"


def own_texts(subject: Subject) -> tuple[Text, ...]:
    """Return the texts that this document prints and that its writer worded."""
    if KEPT not in subject.kept:
        subject.kept[KEPT] = subject.texts
        if subject.profiel.broker is not None:
            file = locate(subject.loaded.node, ("broker",)).source.path
            subject.kept[KEPT] = tuple(text for text in subject.texts if not is_brokers(subject, text, file))
    found: tuple[Text, ...] = subject.kept[KEPT]
    return found


def is_brokers(subject: Subject, text: Text, file: str) -> bool:
    """Tell whether a text of a profile with a broker tells of its steps, or comes from the file of that broker."""
    node = subject.loaded.node
    if OF_BROKER.fullmatch(text.pattern):
        return True
    return file != node.source.path and locate(node, steps(text.field)).source.path == file
