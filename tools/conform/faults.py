"""Faults put into copies of a document on purpose: a validator that does not find its own has stopped looking."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DOCUMENT = "word/document.xml"
POLICY = ('<meta http-equiv="Content-Security-Policy"', '<meta name="policy"')
"""Takes away what would keep a fault from being seen."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault by the texts that make it, in a page or in a part of a Word document; and what a validator says of it."""

    name: str
    says: str
    texts: tuple[tuple[str, str], ...]
    part: str = DOCUMENT


def ends_with(text: str) -> tuple[str, str]:
    """Return the change that puts a text at the end of a page's main part."""
    return "</main>", f"{text}</main>"


def style(rule: str) -> tuple[str, str]:
    """Return the change that gives a page one more rule of style."""
    return "</head>", f"<style>{rule}</style></head>"


EXTRA_WORD = Fault("extra-word", "verdwaald", (("<w:body>", "<w:body><w:p><w:r><w:t>verdwaald</w:t></w:r></w:p>"),))
NO_HEADING = Fault(
    "no-heading", "other headings", (('<w:pStyle w:val="Heading1"/>', ""), ('<w:pStyle w:val="Title"/>', ""))
)

FAULTS: Mapping[str, tuple[Fault, ...]] = {
    "openxml-audit": (
        Fault("unknown-element", "onzin", (("<w:body>", "<w:body><w:onzin/>"),)),
        Fault("not-a-word-document", "content type", (("document.main+xml", "onzin+xml"),), "[Content_Types].xml"),
    ),
    "libreoffice": (EXTRA_WORD, NO_HEADING),
    "pandoc": (EXTRA_WORD, NO_HEADING),
    "mammoth": (EXTRA_WORD, NO_HEADING),
    "vnu": (
        Fault("same-id-twice", "Duplicate ID", (ends_with('<p id="dubbel">a</p><p id="dubbel">b</p>'),)),
        Fault("no-such-language", "nederlands", (('<html lang="nl"', '<html lang="nederlands"'),)),
    ),
    "html-validate": (
        Fault("same-attribute-twice", "no-dup-attr", (ends_with('<p class="a" class="b">a</p>'),)),
        Fault("heading-jumps", "heading-level", (ends_with("<h5>Sprong</h5>"),)),
    ),
    "axe": (
        Fault("no-language", "html-has-lang", (('<html lang="nl"', "<html"),)),
        Fault("no-alt", "image-alt", (ends_with('<img src="data:,">'),)),
        Fault(
            "faint-in-the-dark",
            "color-contrast",
            (POLICY, style("@media (prefers-color-scheme: dark) { p { color: #333 } }")),
        ),
        Fault("wider-than-a-telephone", "reflow", (POLICY, style("h1 { width: 500px }"))),
        Fault("style-not-in-the-policy", "Content Security Policy", (style("p { color: red }"),)),
        Fault(
            "picture-from-elsewhere",
            "asks the network",
            (POLICY, ends_with('<img src="https://voorbeeld.invalid/a.png" alt="a">')),
        ),
    ),
}
"""For each validator what it must find, by the name of the file that the fault is put into."""

AS_GONE = Fault("insertion-as-deletion", "accepted: ", (("<w:ins ", "<w:del "), ("</w:ins>", "</w:del>")))
REDLINE_FAULTS: Mapping[str, tuple[Fault, ...]] = {
    "LibreOffice accepts and rejects": (
        AS_GONE,
        Fault("end-not-marked", "accepted: ", (("<w:rPr><w:del ", "<w:rPr><w:onzin "),)),
        Fault("row-not-marked", "accepted: ", (("<w:cantSplit/><w:del ", "<w:cantSplit/><w:onzin "),)),
        Fault("style-not-kept", "rejected: ", (("<w:pPrChange ", "<w:onzin "), ("</w:pPrChange>", "</w:onzin>"))),
    ),
    "pandoc accepts and rejects": (AS_GONE,),
    "The Open XML SDK's rules (openxml-audit)": (
        Fault("change-without-author", "author", ((' w:author="Redactie"', ""),)),
    ),
}
"""The same for files with tracked changes, by what is said of the reader."""


def plant(fault: Fault, whole: Path, copy: Path) -> None:
    """Write a copy of a whole file with a fault in it. Raises LookupError when there is nothing to put it into."""
    if whole.suffix == ".html":
        copy.write_text(broken(fault, whole.read_text(encoding="utf-8")), encoding="utf-8")
        return
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(copy, "w") as broken_archive:
        for name in archive.namelist():
            data = archive.read(name)
            broken_archive.writestr(name, broken(fault, data.decode()).encode() if name == fault.part else data)


def broken(fault: Fault, text: str) -> str:
    """Return a text with a fault in it. Raises LookupError when it has no place for it."""
    changed = text
    for old, new in fault.texts:
        changed = changed.replace(old, new)
    if changed == text:
        raise LookupError(fault.name)
    return changed
