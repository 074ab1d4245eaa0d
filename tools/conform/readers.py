"""Three readers of Word documents: each must read the words and headings that stand in the reading copy beside it.

Every reader turns a document into HTML, from which words and headings are taken in one way. The reading copy is read by
pandoc, so that nothing of our own stands between the two sides.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from difflib import ndiff
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

MINUTES = 10 * 60
HEADING = re.compile(r"h[1-6]\Z")
INLINE = frozenset({"a", "abbr", "b", "em", "font", "i", "mark", "s", "span", "strong", "sub", "sup", "time", "u"})
UNREAD = frozenset({"head", "script", "style", "title"})
PAGE_EDGES = frozenset({"header", "footer"})
"""What LibreOffice calls the parts of a page that are not of its text."""

Htmls = Callable[[Sequence[Path]], Iterator[str]]
"""Turns Word documents into HTML, each in its turn; into nothing where it cannot open one."""


class Text(HTMLParser):
    """Gathers the words of a page, and its headings with their level."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.skipping: list[str] = []
        self.heading_from = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what is skipped, or a heading, or another block."""
        if self.skipping:
            self.skipping += [tag] * (tag == self.skipping[0])
        elif tag in UNREAD or dict(attrs).get("title") in PAGE_EDGES:
            self.skipping = [tag]
        elif tag not in INLINE:
            self.pieces.append(" ")
            self.heading_from = len(self.pieces)

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        if self.skipping:
            del self.skipping[-1 if tag == self.skipping[0] else len(self.skipping) :]
        elif tag not in INLINE:
            if HEADING.match(tag):
                self.headings.append((int(tag[1]), " ".join(words("".join(self.pieces[self.heading_from :])))))
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        if not self.skipping:
            self.pieces.append(data)


def words(text: str) -> list[str]:
    """Return the words and numbers of a text; what stands between them differs from reader to reader."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).replace("\u00ad", ""))


def output_of(*command: str | Path) -> str:
    """Return what a program prints; nothing when it fails."""
    ran = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=MINUTES, check=False)
    return "" if ran.returncode else ran.stdout


def libreoffice(files: Sequence[Path]) -> Iterator[str]:
    """Yield the HTML of each file from one start of LibreOffice, which ends well even when it could not load one."""
    with TemporaryDirectory(prefix="conform-") as folder:
        copies = [Path(folder, f"{number}.docx") for number in range(len(files))]
        for file, copy in zip(files, copies, strict=True):
            shutil.copyfile(file, copy)
        own = f"-env:UserInstallation={Path(folder, 'office').as_uri()}"
        output_of("soffice", "--headless", own, "--convert-to", "html:HTML (StarWriter)", "--outdir", folder, *copies)
        for copy in copies:
            made = copy.with_suffix(".html")
            yield made.read_text(encoding="utf-8") if made.exists() else ""


def one_by_one(*command: str | Path) -> Htmls:
    """Return a reader's way of reading: a program that prints the HTML of the file it is given."""
    return lambda files: (output_of(*command, file) for file in files)


def differences(html_of: Htmls, files: Sequence[Path], pandoc: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file that a reader cannot open, or in which it finds other words or headings than in the .md."""
    for file, html in zip(files, html_of(files), strict=True):
        copy = output_of(pandoc, "--from", "commonmark+pipe_tables", "--to", "html", file.with_suffix(".md"))
        asked, read = Text(copy), Text(html)
        if not html or not copy:
            yield file, "cannot be opened" if copy else "has no reading copy beside it"
            continue
        wanted, found = words("".join(asked.pieces)), words("".join(read.pieces))
        if wanted != found:
            apart = [word for word in ndiff(wanted, found) if word[0] in "+-"]
            yield file, f"other words than the reading copy: {' '.join(apart[:8])}"
        if asked.headings != read.headings:
            yield file, f"other headings than the reading copy: {read.headings[:3]}, not {asked.headings[:3]}"
