"""Changes at random in a Word file, as people make them in Word: words, sentences, items and paragraphs.

Each change is made as it is, or tracked. What comes out is a Word file again; the same seed makes the same changes.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from random import Random
from typing import Any

from lxml import etree

from tests.edits import WORDS, sentence

MAIN = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BY = {f"{W}id": "9000", f"{W}author": "Lezer", f"{W}date": "2026-03-03T10:00:00Z"}


def edit(data: bytes, seed: int, *, tracked: bool = False, count: int = 1) -> bytes:
    """Return a Word file with so many changes."""
    random = Random(seed)

    def change(body: Any) -> None:
        for _ in range(count):
            random.choice(CHANGES)(body, random, tracked)

    return with_main(data, change)


def with_main(data: bytes, change: Callable[[Any], None]) -> bytes:
    """Return a Word file with a change made to the body of its text."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            held = old.read(part)
            if part.filename == MAIN:
                tree = etree.fromstring(held)
                change(tree.find(f"{W}body"))
                held = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(part, held)
    return made.getvalue()


def replace(data: bytes, *words: tuple[str, str], tracked: bool = False) -> bytes:
    """Return a Word file in which words stand instead of others, everywhere; each has to be there."""

    def change(body: Any) -> None:
        for old, new in words:
            texts = [text for text in body.iter(f"{W}t") if old in (text.text or "")]
            assert texts, old
            for text in texts:
                put(text, str(text.text).replace(old, new), tracked)

    return with_main(data, change)


def put(text: Any, said: str, tracked: bool) -> None:
    """Set what a run says, as it is or tracked as a run that went and one that came."""
    run = text.getparent()
    if not tracked or run.getparent().tag != f"{W}p":
        text.text = said
        text.set(SPACE, "preserve")
        return
    came = copy.deepcopy(run)
    came.find(f"{W}t").text = said
    came.find(f"{W}t").set(SPACE, "preserve")
    home, index = run.getparent(), run.getparent().index(run)
    text.tag = f"{W}delText"
    text.set(SPACE, "preserve")
    gone, new = (etree.Element(f"{W}{kind}", BY) for kind in ("del", "ins"))
    gone.append(run)
    new.append(came)
    home[index:index] = [gone, new]


def texts(body: Any) -> list[Any]:
    """Return the texts of runs of some length that stand in a paragraph themselves."""
    return [
        text
        for text in body.iter(f"{W}t")
        if len((text.text or "").split()) > 1 and text.getparent().getparent().tag == f"{W}p"
    ]


def change_word(body: Any, random: Random, tracked: bool) -> None:
    """Put another word in the place of one."""
    text = random.choice(texts(body))
    words = text.text.split(" ")
    words[random.randrange(len(words))] = random.choice(WORDS)
    put(text, " ".join(words), tracked)


def add_word(body: Any, random: Random, tracked: bool) -> None:
    """Put a word between two others."""
    text = random.choice(texts(body))
    words = text.text.split(" ")
    words.insert(random.randrange(1, len(words)), random.choice(WORDS))
    put(text, " ".join(words), tracked)


def drop_word(body: Any, random: Random, tracked: bool) -> None:
    """Take a word away."""
    text = random.choice(texts(body))
    words = text.text.split(" ")
    del words[random.randrange(len(words))]
    put(text, " ".join(words), tracked)


def add_sentence(body: Any, random: Random, tracked: bool) -> None:
    """Put a sentence behind another one."""
    found = [text for text in texts(body) if ". " in text.text]
    if found:
        text = random.choice(found)
        before, behind = text.text.split(". ", 1)
        put(text, f"{before}. {sentence(random)} {behind}", tracked)


def drop_sentence(body: Any, random: Random, tracked: bool) -> None:
    """Take the first sentence of a paragraph away."""
    found = [text for text in texts(body) if ". " in text.text]
    if found:
        text = random.choice(found)
        put(text, text.text.split(". ", 1)[1], tracked)


def items(body: Any) -> list[Any]:
    """Return the paragraphs that are items of a list."""
    return [element for element in body.iter(f"{W}p") if element.find(f"{W}pPr/{W}numPr") is not None]


def paragraphs(body: Any) -> list[Any]:
    """Return the items, or where there are none the paragraphs of the text itself."""
    return items(body) or [element for element in body if element.tag == f"{W}p"]


def add_item(body: Any, random: Random, tracked: bool) -> None:
    """Put an item behind another one."""
    there = random.choice(paragraphs(body))
    new = copy.deepcopy(there)
    found = list(new.iter(f"{W}t"))
    for text in found[1:]:
        text.text = ""
    if found:
        found[0].text = sentence(random).rstrip(".")
        there.addnext(new)
        if tracked:
            track(new, "ins")


def drop_item(body: Any, random: Random, tracked: bool) -> None:
    """Take an item away."""
    there = random.choice(paragraphs(body))
    if tracked:
        track(there, "del")
    else:
        there.getparent().remove(there)


def move_item(body: Any, random: Random, tracked: bool) -> None:
    """Move an item to behind another one."""
    one, other = random.choice(paragraphs(body)), random.choice(paragraphs(body))
    if one is other:
        return
    new = copy.deepcopy(one)
    other.addnext(new)
    if tracked:
        track(one, "del")
        track(new, "ins")
    else:
        one.getparent().remove(one)


def track(paragraph: Any, kind: str) -> None:
    """Track a whole paragraph as one that came or went."""
    format_ = paragraph.find(f"{W}pPr")
    if format_ is None:
        format_ = etree.Element(f"{W}pPr")
        paragraph.insert(0, format_)
    mark = format_.find(f"{W}rPr")
    if mark is None:
        mark = etree.SubElement(format_, f"{W}rPr")
    mark.insert(0, etree.Element(f"{W}{kind}", BY))
    for run in list(paragraph.iter(f"{W}r")):
        home, index = run.getparent(), run.getparent().index(run)
        around = etree.Element(f"{W}{kind}", BY)
        around.append(run)
        home.insert(index, around)
        if kind == "del":
            for text in run.iter(f"{W}t"):
                text.tag = f"{W}delText"


CHANGES = (
    change_word,
    add_word,
    drop_word,
    add_sentence,
    drop_sentence,
    add_item,
    drop_item,
    move_item,
)
