"""The peer docxtpl: a Word template for the tender request, written as its users write one, and its rendering.

The template is made with python-docx on our own Word base, so that both make the same document with the same styles
and docxtpl loads no larger styles than we do.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docxtpl import DocxTemplate

if TYPE_CHECKING:
    from docx.document import Document

TEMPLATE = Path(__file__).with_name("docxtpl_template.txt")
"""Style and text of each paragraph: ** around bold, \\n for a new line, = for a table with a row for each of a list."""
BOLD = re.compile(r"(\*\*.+?\*\*)")


class Peer:
    """docxtpl with its template, which is written to a file."""

    def __init__(self, template: Path, word_base: bytes) -> None:
        self.template = template
        write_template(template, word_base)

    def load(self) -> DocxTemplate:
        """Return the template, read."""
        loaded = DocxTemplate(self.template)
        loaded.init_docx()
        return loaded

    def fill(self, context: dict[str, object]) -> bytes:
        """Return the document: a template loaded, rendered and saved, as docxtpl has to do it for each document."""
        template = self.load()
        template.render(context, autoescape=True)
        file = io.BytesIO()
        template.save(file)
        return file.getvalue()


def write_template(path: Path, word_base: bytes) -> None:
    """Write the template to `path`."""
    document = docx.Document(io.BytesIO(word_base))
    names = {style.style_id: style.name for style in document.styles}
    for line in TEMPLATE.read_text(encoding="utf-8").splitlines():
        style, _, text = line.partition("|")
        if style.startswith("="):
            add_table(document, style[1:], text.split("|"))
            continue
        paragraph = document.add_paragraph(style=names[style or "Normal"])
        for run in filter(None, BOLD.split(text.replace("\\n", "\n"))):
            bold = run.startswith("**")
            paragraph.add_run(run.strip("*") if bold else run, style=names["Strong"] if bold else None)
    document.save(str(path))


def add_table(document: Document, rows: str, heads: list[str]) -> None:
    """Add a table with a head, and a row for each item of a list."""
    table = document.add_table(4, len(heads))
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    table.cell(1, 0).text = f"{{%tr for rij in {rows} %}}"
    for column in range(len(heads)):
        table.cell(2, column).text = f"{{{{ rij[{column}] }}}}"
    table.cell(3, 0).text = "{%tr endfor %}"
