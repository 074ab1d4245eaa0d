"""The library: which files of one's own it takes, and what is told of those that it cannot use."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support import write
from vacaturegen.errors import InputError, Problem
from vacaturegen.layout import shipped_folder
from vacaturegen.library import WORD_BASE, is_word_base, library_files, read_library

SHIPPED = (shipped_folder() / WORD_BASE).read_bytes()
STYLES = "word/styles.xml"


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(SHIPPED)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(members: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    return target.getvalue()


def changed(name: str, *old_and_new: bytes) -> bytes:
    """A Word file with another part: old bytes and the new ones in their place, in turn."""
    part = parts()[name]
    for old, new in zip(old_and_new[::2], old_and_new[1::2], strict=True):
        assert old in part
        part = part.replace(old, new)
    return zipped(parts() | {name: part})


def styles(old: bytes, new: bytes) -> bytes:
    """A Word file with other styles."""
    return changed(STYLES, old, new)


def damaged() -> bytes:
    """A Word file of which one byte of a part is another."""
    data = zipped(parts())
    at = data.index(parts()[STYLES]) + 100
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


WITHOUT = {name: {key: data for key, data in parts().items() if key != name} for name in parts()}


@pytest.mark.parametrize(
    ("data", "usable"),
    [
        (SHIPPED, True),
        (zipped(parts()), True),
        (zipped(parts() | {"word/more.xml": b"<x/>"}), True),
        (styles(b"</w:styles>", b'<w:style w:styleId="Eigen"/></w:styles>'), True),
        (styles(b'w:styleId="Heading1"', b'w:styleId="Kop1"'), False),
        (zipped(WITHOUT["word/numbering.xml"]), False),
        (changed("word/numbering.xml", b"</w:numbering>", b"</w:numbers>"), False),
        (changed("word/document.xml", b"<w:sectPr", b"<w:sectNone"), False),
        (changed("word/document.xml", b"<w:pgSz", b"<w:pgNone"), False),
        (changed("word/document.xml", b"</w:body>", b"<w:p></w:p></w:body>"), False),
        (
            changed("word/document.xml", b"<w:sectPr", b"<w:p></w:p><w:p><w:sectPr", b"</w:body>", b"</w:p></w:body>"),
            False,
        ),
        (changed("word/document.xml", b"<w:sectPr", b"<w:p><w:r></w:r></w:p><w:sectPr"), True),
        (zipped(WITHOUT[STYLES]), False),
        (damaged(), False),
        (SHIPPED[:-30], False),
        (b"no Word file", False),
        (b"", False),
    ],
)
def test_own_word_base(data: bytes, usable: bool) -> None:
    """A base has every part and style of ours, whatever more it has; a damaged file is none."""
    assert is_word_base(data) == usable


def test_no_file_of_the_library_is_a_concept(tmp_path: Path) -> None:
    """What is left empty or out in a file of one's own is told of: it is no profile, whose fields can be open."""
    write(
        tmp_path,
        {
            "templates/soorten.yaml": "aanvraag: {naam: , onderdelen: [kop-aanvraag]}\n"
            "vacature: {naam: Vacature, onderdelen: [kop-vacature]}\n",
        },
    )
    with pytest.raises(InputError) as refused:
        read_library(tmp_path / "profiles")
    assert [(problem.line, problem.field, problem.message) for problem in refused.value.problems] == [
        (1, "advertentie", "The key “advertentie” is missing."),
        (1, "aanvraag.naam", "Nothing is filled in here."),
    ]
    assert refused.value.problems[1].hint == "Fill it in, or leave the key out."


def test_files_that_are_no_part_of_it_are_left(tmp_path: Path) -> None:
    """What lies among one's own templates and is none of them has no place in the library."""
    shipped = library_files(tmp_path / "profiles")
    write(tmp_path / "templates", {
        "fee.md.j2": "{% none",
        "oud/onderdelen/fee.md.j2": "{% none",
        "onderdelen/leesmij.txt": "geen sjabloon",
        "onderdelen/map.md.j2/leesmij.txt": "geen sjabloon",
    })  # fmt: skip
    assert library_files(tmp_path / "profiles") == shipped


def test_files_that_cannot_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that is wrong with a page, a sheet and a Word file is told at once, each of the file as a whole."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "templates", {
        "web/pagina.html": "{{ titel }} {{ language }} {{ policy }} {{ styles }} {{ content }}",
        "web/stijl.css": "@import 'elders.css';",
        "word/basis.docx": "no Word file",
    })  # fmt: skip
    with pytest.raises(InputError) as refused:
        read_library(tmp_path / "profiles")
    page = "templates/web/pagina.html"
    assert [(problem.path, problem.line, problem.column, problem.message) for problem in refused.value.problems] == [
        (page, 0, 0, "The page has a place that is not known: “titel”."),
        (page, 0, 0, "The page has no place for “title”."),
        ("templates/web/stijl.css", 0, 0, "This sheet holds “@import”, which a page may not carry."),
        ("templates/word/basis.docx", 0, 0, "This is not a usable Word document."),
    ]


def test_a_clause_is_held_against_the_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clause of one's own that says the opposite of what it is for is told of at the element."""
    monkeypatch.chdir(tmp_path)
    element = "organisatie-door-opdrachtnemer"
    clause = f"id: eigen\nversie: '1'\nstatus: voorbeeldtekst\nelementen: [{element}]\ntekst: Een tekst.\n"
    write(tmp_path, {"templates/clausules/dba/detachering.yaml": clause})
    with pytest.raises(InputError) as refused:
        read_library(tmp_path / "profiles")
    assert refused.value.problems == (
        Problem(
            "templates/clausules/dba/detachering.yaml",
            4,
            13,
            f"Secondment is work under direction; “{element}” says the opposite.",
            "Leave the element and its text out.",
            "elementen.0",
            f"elementen: [{element}]",
        ),
    )


def test_a_clause_for_secondment_may_say_who_is_no_employer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work under direction, and no employment with the client, are both true of who is seconded."""
    monkeypatch.chdir(tmp_path)
    clause = "id: eigen\nversie: '1'\nstatus: voorbeeldtekst\nelementen: [geen-dienstbetrekking]\ntekst: Een tekst.\n"
    write(tmp_path, {"templates/clausules/dba/detachering.yaml": clause})
    assert read_library(tmp_path / "profiles").clauses["detachering"].elementen == ("geen-dienstbetrekking",)
