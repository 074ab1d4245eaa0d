"""The visible words of a document, in order, by which an output is held against its peer's."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lxml import etree

from benchmarks.processes import NotMeasuredError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HTML_INLINE = frozenset({"a", "em", "mark", "span", "strong", "time"})


def words_of_docx(data: bytes) -> list[str]:
    """Return the words of the body of a Word file. Raises zipfile.BadZipFile for what is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml")).find(f"{W}body")
    shown = body.iter(f"{W}p", f"{W}t", f"{W}br")
    return "".join((element.text or "") if element.tag == f"{W}t" else " " for element in shown).split()


def words_of_html(data: bytes) -> list[str]:
    """Return the words of the main part of a web page, or of its body when it has none."""
    page = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    main = page.find(".//main")
    texts: list[str] = []
    gather_words(page.find("body") if main is None else main, texts)
    return "".join(texts).split()


def gather_words(element: etree._Element, texts: list[str]) -> None:
    """Add what an element shows to `texts`, with a space around what stands on lines of its own."""
    edge = "" if element.tag in HTML_INLINE else " "
    texts += edge, element.text or ""
    for child in element:
        gather_words(child, texts)
        texts.append(child.tail or "")
    texts.append(edge)


WORDS = {".docx": words_of_docx, ".html": words_of_html}


def must_say_the_same(ours: Path, theirs: Path) -> None:
    """Raise NotMeasuredError unless two files of one format hold the same words."""
    words = WORDS[ours.suffix]
    if words(ours.read_bytes()) != words(theirs.read_bytes()):
        raise NotMeasuredError(f"{ours.name} and {theirs.name} do not say the same")
