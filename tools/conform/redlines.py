"""Word files with tracked changes, in readers from outside: `python -m tools.conform.redlines FOLDER...`.

Reading copies in the folders are changed at random, in the same way each time. Of the Word file with these changes
LibreOffice must show, with all accepted, what it shows of the new document: words, headings, lists, tables and links;
and with all rejected what it shows of the old one. pandoc must read the same words. (It knows no rows that went, and
joins paragraphs in its own way: so of pandoc the words count.) The rules of the Open XML SDK hold for the files too.
First faults are planted in one file: a reader that does not find them has not looked.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import ndiff
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.edits import edit
from tools.conform.faults import REDLINE_FAULTS, plant
from tools.conform.outline import shown
from tools.conform.readers import MINUTES, Text, output_of, words
from tools.conform.validators import AUDIT, PANDOC, Finding, each, found_by, read_audit
from vacaturegen.comparing.merging import merge
from vacaturegen.library import read_library
from vacaturegen.markdown import parse
from vacaturegen.writers import Assets, Metadata, docx, redline

COUNT = 40
"""How many files are made."""
PROFILES = Path(__file__).parents[2] / "profiles"
DEBIAN = "/usr/bin/python3"
"""The Python that python3-uno is for."""
OFFICE = Path(__file__).with_name("office.py")
TO_HTML = (PANDOC, "--to", "html")
CAPTION = re.compile(r"<caption>.*?</caption>", re.DOTALL)
"""It stays when all rows went."""
META = Metadata("Titel", "Onderwerp", (), "Gemeente Voorbeeldstad", "aanvraag", "Aanvraag", "proef", lambda: "digest")
FAULTY = (
    "# Titel\n\nEen twee drie.\n\nWeg.\n\nVier.\n\n| A | B |\n| - | - |\n| c | d |\n| e | f |\n\nVijf.\n\n## Kop weg",
    "# Titel\n\nEen acht drie.\n\nVier.\n\n| A | B |\n| - | - |\n| c | d |\n\nVijf.",
)
"""Both versions of the file that faults are planted in: a word, a paragraph, a row, and a heading at the end."""


class Redline(NamedTuple):
    """A Word file with tracked changes, and those of its old and its new version."""

    file: Path
    old: Path
    new: Path


class Side(NamedTuple):
    """What is done with all changes: what it is called, in LibreOffice and for pandoc, and which version it gives."""

    name: str
    command: str
    option: str
    version: Callable[[Redline], Path]


SIDES = (
    Side("accepted", "AcceptAllTrackedChanges", "--track-changes=accept", lambda made: made.new),
    Side("rejected", "RejectAllTrackedChanges", "--track-changes=reject", lambda made: made.old),
)


def make(folder: Path, name: str, old: str, new: str, assets: Assets) -> Redline:
    """Return the Word files of two reading copies, written to a folder."""
    made = Redline(*(folder / f"{name}{version}.docx" for version in ("", "-old", "-new")))
    before, after = parse(old), parse(new)
    made.file.write_bytes(redline.write(merge(before, after), META, assets, "Redactie", "2026-07-01T09:00:00+02:00"))
    made.old.write_bytes(docx.write(before, META, assets))
    made.new.write_bytes(docx.write(after, META, assets))
    return made


def libreoffice(redlines: Sequence[Redline]) -> Iterator[Finding]:
    """Yield where LibreOffice shows another text, heading, list, table or link than of the version itself."""
    with TemporaryDirectory(prefix="conform-") as folder:
        asked = [
            (str(file), command, f"{folder}/{index}-{side.name}-{bool(command)}.html")
            for index, made in enumerate(redlines)
            for side in SIDES
            for file, command in ((made.file, side.command), (side.version(made), ""))
        ]
        if not Path(DEBIAN).exists():
            yield Path("libreoffice"), "needs Debian's own Python, and python3-uno: run tools/conform/install"
            return
        ran = subprocess.run(
            [DEBIAN, OFFICE], input=json.dumps(asked), capture_output=True, text=True, timeout=MINUTES, check=False
        )
        if ran.returncode:
            said = ran.stderr.strip().rpartition("\n")[2]
            yield Path("libreoffice"), f"with python3-uno is not at work (run tools/conform/install): {said}"
            return
        pages = iter([seen(Path(page)) for _file, _command, page in asked])
    for made in redlines:
        for side in SIDES:
            yield from differences(made, side, next(pages), next(pages))


def seen(page: Path) -> list[str]:
    """Return what LibreOffice shows, and then its lines of text, in which lists have their numbers."""
    text = page.with_suffix(".txt").read_text(encoding="utf-8-sig")
    return [*shown(page.read_text(encoding="utf-8")), *(line.strip() for line in text.splitlines() if line.strip())]


def pandoc(redlines: Sequence[Redline]) -> Iterator[Finding]:
    """Yield where pandoc reads other words than in the version itself."""
    for made in redlines:
        for side in SIDES:
            pages = (
                output_of(*TO_HTML, side.option, made.file),
                output_of(*TO_HTML, side.version(made)),
            )
            found, wanted = (words("".join(Text(CAPTION.sub("", page)).pieces)) for page in pages)
            yield from differences(made, side, found, wanted)


def audit(redlines: Sequence[Redline]) -> Iterator[Finding]:
    """Yield what breaks the rules of the Open XML SDK."""
    yield from each(partial(found_by, AUDIT, read_audit), [made.file for made in redlines])


def differences(made: Redline, side: Side, found: Sequence[str], wanted: Sequence[str]) -> Iterator[Finding]:
    """Yield what differs, when something does."""
    apart = [line for line in ndiff(wanted, found) if line[0] in "+-"] if found != wanted else []
    if apart or not wanted:
        yield made.file, f"{side.name}: {' '.join(apart[:6]) or 'nothing to be read'}"


READERS: Mapping[str, Callable[[Sequence[Redline]], Iterator[Finding]]] = {
    "LibreOffice accepts and rejects": libreoffice,
    "pandoc accepts and rejects": pandoc,
    "The Open XML SDK's rules (openxml-audit)": audit,
}


def missed(assets: Assets) -> Iterator[str]:
    """Print how many planted faults each reader found, and yield those that it did not."""
    with TemporaryDirectory(prefix="conform-") as folder:
        whole = make(Path(folder), "whole", *FAULTY, assets)
        for reader, find in READERS.items():
            faults = REDLINE_FAULTS.get(reader, ())
            broken = [whole._replace(file=Path(folder, f"{fault.name}.docx")) for fault in faults]
            for fault, made in zip(faults, broken, strict=True):
                plant(fault, whole.file, made.file)
            found = list(find([whole, *broken]))
            yield from (f"  {reader}: {file.stem}: {text}" for file, text in found if file == whole.file)
            unseen = [
                fault.name
                for fault in faults
                if not any(file.stem == fault.name and fault.says in text for file, text in found)
            ]
            print(f"{reader}: {len(faults) - len(unseen)} of {len(faults)} planted faults found")
            yield from (f"  {reader} does not see: {name}" for name in unseen)


def conform(copies: Sequence[Path], count: int, folder: Path, assets: Assets) -> Iterator[str]:
    """Print what each reader looked at, and yield every finding."""
    made = []
    for number in range(count):
        copy = copies[number % len(copies)]
        old = copy.read_text(encoding="utf-8")
        made.append(make(folder, f"{number:03}-{copy.stem}", old, edit(old, number), assets))
    for reader, find in READERS.items():
        start = time.monotonic()
        found = list(find(made))
        print(f"{reader}: {len(made)} files, {len(found)} findings, {time.monotonic() - start:.1f} s")
        yield from (f"  {file.stem}: {text}" for file, text in found)


def main() -> int:
    """Look at as many files as the command line asks for; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.conform.redlines", description="Accepts and rejects changes made at random."
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=COUNT, help=f"how many files are made ({COUNT})")
    asked = parser.parse_args()
    library = read_library(PROFILES)
    assets = Assets(library.word_base, library.page, library.stylesheet)
    copies = sorted(path for folder in asked.folders for path in folder.rglob("*.md"))
    with TemporaryDirectory(prefix="conform-") as folder:
        wrong = list(missed(assets))
        wrong += conform(copies, asked.count, Path(folder), assets) if copies else ["  no reading copies to change"]
    print("\n".join(wrong) if wrong else "nothing wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
