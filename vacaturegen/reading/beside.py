"""What a Word file holds beside its text: properties, the texts of comments and notes, and where links lead."""

from __future__ import annotations

from typing import Any

from vacaturegen.house.order import W
from vacaturegen.house.word_file import MAIN, PACKAGE, WordFile, related, relations

WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WORD_2012 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
CORE = f"{PACKAGE}/metadata/core-properties"
ON = ("1", "true", "on")


def part_of(file: WordFile, kind: str, source: str = MAIN) -> tuple[str, Any]:
    """Return the name and tree of the part of a kind that another leads to; the tree is None when there is none."""
    names = [name for name in related(file, source, kind) if name in file.trees]
    return (names[0], file.trees[names[0]]) if names else ("", None)


def read_properties(file: WordFile) -> dict[str, str]:
    """Return the custom properties of a file as text, by name."""
    _name, root = part_of(file, "custom-properties", "")
    found = root.iterchildren("{*}property") if root is not None else ()
    return {one.get("name", ""): "".join(one.itertext()) for one in found}


def find_targets(file: WordFile, part: str) -> dict[str, str]:
    """Return where the links of a part lead, by the id of the relationship."""
    return {found.name: found.target for found in relations(file, part) if found.external and found.kind == "hyperlink"}


def find_notes(file: WordFile, kind: str) -> tuple[str, dict[str, Any]]:
    """Return the part with the footnotes or endnotes of a file, and each of them by its id."""
    name, root = part_of(file, f"{kind}s")
    return name, {note.get(f"{W}id", ""): note for note in root.iter(f"{W}{kind}")} if root is not None else {}


def read_comments(file: WordFile) -> list[tuple[Any, str, str, bool]]:
    """Return each comment of a file, its text, the id of the one that it answers, and whether it is done."""
    _name, root = part_of(file, "comments")
    comments = list(root.iter(f"{W}comment")) if root is not None else []
    by_paragraph = {
        paragraph.get(f"{WORD_2010}paraId", ""): comment.get(f"{W}id", "")
        for comment in comments
        for paragraph in comment.iter(f"{W}p")
    }
    threads = {by_paragraph.get(one.get(f"{WORD_2012}paraId", ""), ""): one for one in find_threads(file)}
    read = []
    for comment in comments:
        thread = threads.get(comment.get(f"{W}id", ""))
        above = thread.get(f"{WORD_2012}paraIdParent", "") if thread is not None else ""
        done = thread is not None and thread.get(f"{WORD_2012}done") in ON
        read.append((comment, text_of(comment), by_paragraph.get(above, "") if above else "", done))
    return read


def find_threads(file: WordFile) -> list[Any]:
    """Return what a file tells of comments that answer others."""
    _name, root = part_of(file, "commentsExtended")
    return list(root.iter(f"{WORD_2012}commentEx")) if root is not None else []


def text_of(element: Any) -> str:
    """Return the text of an element, a line for each paragraph."""
    lines = ("".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in element.iter(f"{W}p"))
    return "\n".join(line.strip() for line in lines if line.strip())
