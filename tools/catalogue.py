"""Gather what people read on the screen, and bring its Dutch catalogue up to date: `make catalogue`.

The texts come from our own code and from the installed click, whose messages a user of ours reads as well. A new text
gets an empty translation, to be filled in by hand in the .po file; a text that is gone goes. Both files are printed
without dates, places and versions, so that they change only when a text does.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import vacaturegen

PACKAGE = Path(vacaturegen.__file__).parent
SOURCES = (PACKAGE, Path(click.__file__).parent)
PO = PACKAGE / "locale/nl/LC_MESSAGES/vacaturegen.po"
COMPUTED = ("required",)  # what click passes to gettext by a variable, out of the extractor's sight
COMMENT = "# What people read on the screen, in Dutch. `make catalogue` brings this file up to date."
HEADERS = [
    ("Language", "nl"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
]


class DatelessCatalog(Catalog):
    """A catalogue whose header says only what gettext needs."""

    mime_headers = property(lambda _: HEADERS)


def gather_texts() -> DatelessCatalog:
    """Return every text that is marked for translation in our code and in click, without translations."""
    texts = DatelessCatalog(locale="nl", header_comment=COMMENT, fuzzy=False)
    for folder in SOURCES:
        for _, _, text, _, _ in extract_from_dir(folder, method_map=[("**.py", "python")]):
            texts.add(text)
    for text in COMPUTED:
        texts.add(text)
    return texts


def read_translations() -> Catalog:
    """Return the catalogue as it lies there."""
    with PO.open("rb") as file:
        return read_po(file, locale="nl")


def print_catalogues(texts: DatelessCatalog, translations: Catalog) -> tuple[bytes, bytes]:
    """Return the .po and the .mo file of `texts` with the translations that there are."""
    for text in texts:
        if text.id and (known := translations.get(text.id)):
            text.string = known.string
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, texts, width=120, sort_output=True, no_location=True, ignore_obsolete=True)
    write_mo(mo, texts)
    return po.getvalue(), mo.getvalue()


def is_translated(text: Message) -> bool:
    """Tell whether a text has a translation, and one for each plural when it counts."""
    strings = text.string if isinstance(text.string, (list, tuple)) else [text.string]
    return all(strings)


def main() -> int:
    """Write both files; tell what has no translation yet, and exit with 1 when something has not."""
    texts = gather_texts()
    po, mo = print_catalogues(texts, read_translations() if PO.exists() else texts)
    PO.write_bytes(po)
    PO.with_suffix(".mo").write_bytes(mo)
    missing = [text.id for text in texts if text.id and not is_translated(text)]
    for text in missing:
        print(f"no translation yet: {text}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
