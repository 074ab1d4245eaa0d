"""The Word file: every line of what a good one is, held against the package that comes out."""

from __future__ import annotations

import io
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from copy import deepcopy
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import docx
import pytest
from docx.shared import Cm
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has types, but does not say so

from vacaturegen.colours import contrast
from vacaturegen.markdown import escape, mark, parse, role, words
from vacaturegen.profiles.house_files import Logo
from vacaturegen.writers import Assets, HouseStyle, Metadata
from vacaturegen.writers.docx import write
from vacaturegen.writers.house_style import cut, derive_colours, make_styled_base

ROOT = Path(__file__).parents[1]
ASSETS = Assets((ROOT / "templates" / "word" / "basis.docx").read_bytes(), page="", stylesheet="")
META = Metadata(
    title="Adviseur water & groen",
    subject="Aanvraag 12: adviseur water en groen",
    keywords=("aanvraag", "water", "groen"),
    organisation="Waterschap <Voorbeeld>",
    kind="aanvraag",
    kind_label="Aanvraag inhuur",
    profile="voorbeeld-adviseur",
    digest=lambda: "0f" * 32,
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
}
STORIES = ("word/document.xml", "word/header1.xml", "word/footer1.xml")
ACCENTS = ("#154273", "#767676", "#00695c", "#b3261e", "#000000", "#8a5a00")
SAMPLE = f"""
{role("lead")}Wij zoeken een adviseur voor **water** en _groen_.

# Adviseur water & groen

Nog open: {mark("open", "aanvraag.tarief|Maximumtarief", "tarief nog in te vullen")} en **samen _sterk_**.

## Kerngegevens

{role("caption")}Kerngegevens & meer

| Gegeven | Waarde |
| --- | --- |
| Start | {mark("time", "2026-09-01", "1 september 2026")} |
| Tarief | {mark("open", "aanvraag.tarief|Maximumtarief", "nog in te vullen")} |
| Leeg |  |

## Voorwaarde

> {role("note")}Voorbeeldtekst, niet vastgesteld.
>
> De opdrachtnemer werkt zelfstandig:
>
> - met eigen middelen
> - op eigen tijd
>
>   en op een eigen plek

### Taken

- lezen
- schrijven
  1. brieven
  2. [nota's](https://example.nl/nota?a=1&b=2)

#### Eisen

7. rekenen

   met een {mark("lang", "en", "spreadsheet")} en een [**nota**](https://example.nl/nota?a=1&b=2)
8. [bellen](tel:+31201234567)\\
of mailen

{role("caption")}Punten

| Onderdeel | Weging | Punten |
| --- | --- | ---: |
| Ervaring | zwaar | 40 |

{role("note")}Aan deze tekst kunnen geen rechten worden ontleend.
"""


def make_png(width: int, height: int) -> bytes:
    """Return a grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x80" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


LOGO = Logo(make_png(300, 100), "image/png", 'Beeldmerk van "Voorbeeld"', 300, 100)
STYLED = replace(META, style=HouseStyle("#00695c", "Georgia", "Verdana", LOGO))


class Package:
    """The parts of a Word file, to be asked with XPath."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            self.entries = archive.infolist()
            self.parts = {entry.filename: archive.read(entry) for entry in self.entries}

    def find(self, query: str, *names: str) -> list[etree._Element]:
        """Return the elements that the query finds in the named parts (document.xml)."""
        roots = [etree.fromstring(self.parts[name]) for name in names or ("word/document.xml",)]
        found: list[etree._Element] = []
        for root in roots:
            found += root.xpath(query, namespaces=NAMES)
        return found

    def values(self, query: str, *names: str) -> list[str]:
        """Return the attributes or texts that the query finds."""
        return [str(value) for value in self.find(query, *names)]


def build(markdown: str, meta: Metadata = META) -> Package:
    """Return the Word file of a text."""
    return Package(write(parse(markdown), meta, ASSETS))


def children(element: etree._Element) -> set[str]:
    """Return the names of an element's children."""
    return {etree.QName(child).localname for child in element}


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute of the main namespace; empty when it is not there."""
    return str(element.get(f"{{{W}}}{name}", ""))


def read_body(package: Package) -> list[str]:
    """Return the words of the body in order, as a reader shows them."""
    shown = {"t": None, "br": " ", "softHyphen": "\u00ad"}
    text = ""
    for element in package.find("//w:p | //w:t | //w:br | //w:softHyphen"):
        text += (
            " "
            if etree.QName(element).localname == "p"
            else shown[etree.QName(element).localname] or element.text or ""
        )
    return text.split()


@pytest.fixture(scope="module", params=[META, STYLED], ids=["plain", "styled"])
def package(request: pytest.FixtureRequest) -> Package:
    """The sample, in the shipped style and in one of an organisation's own."""
    return build(SAMPLE, request.param)


@pytest.mark.parametrize("meta", [META, STYLED], ids=["plain", "styled"])
@pytest.mark.parametrize("markdown", [SAMPLE, "# Titel", ""], ids=["sample", "title", "empty"])
def test_opens_cleanly(markdown: str, meta: Metadata, tmp_path: Path) -> None:
    """The rules of the Open XML SDK find nothing."""
    path = tmp_path / "a.docx"
    path.write_bytes(write(parse(markdown), meta, ASSETS))
    result = OpenXmlValidator(max_errors=0).validate(path)
    assert [str(error) for error in result.errors] == []


def test_text_comes_in_the_last_section_of_an_own_base(tmp_path: Path) -> None:
    """A base of one's own can have a section in front, such as a cover."""
    own = docx.Document(io.BytesIO(ASSETS.word_base))
    own.add_paragraph("Voorblad").style = "Normal"
    own.add_section()
    own.save(path := str(tmp_path / "basis.docx"))
    Path(path).write_bytes(write(parse("Tekst"), META, replace(ASSETS, word_base=Path(path).read_bytes())))
    assert [str(error) for error in OpenXmlValidator(max_errors=0).validate(path).errors] == []
    paragraphs = Package(Path(path).read_bytes()).find("//w:body/w:p")
    assert ["".join(paragraph.itertext()) for paragraph in paragraphs] == ["Voorblad", "", "Tekst"]


def test_own_base_can_have_a_table_for_its_header(tmp_path: Path) -> None:
    """Organisation and kind stand below it."""
    own = docx.Document(io.BytesIO(ASSETS.word_base))
    header = own.sections[0].header
    header.add_table(1, 1, Cm(5)).style = None
    header._element.remove(header.paragraphs[0]._element)
    own.save(path := str(tmp_path / "basis.docx"))
    package = Package(write(parse("Tekst"), META, replace(ASSETS, word_base=Path(path).read_bytes())))
    assert package.values("//w:hdr/w:p//w:t/text()", "word/header1.xml") == ["Waterschap <Voorbeeld> · Aanvraag inhuur"]


def test_text_comes_before_the_whole_of_the_last_section() -> None:
    """A section whose properties were changed with track changes on holds the old ones within the new."""
    before, after = "<w:p></w:p>", "<w:sectPr><w:sectPrChange><w:sectPr/></w:sectPrChange></w:sectPr>"
    assert cut(before + after, "<w:sectPr") == (before, after)


def test_is_dutch(package: Package) -> None:
    """The language is Dutch wherever Word asks for it, and words of another carry their own."""
    assert package.values("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["nl-NL"]
    assert package.values("//w:themeFontLang/@w:val", "word/settings.xml") == ["nl-NL"]
    assert package.values("//dc:language/text()", "docProps/core.xml") == ["nl-NL"]
    assert package.values("//w:r[w:rPr/w:lang/@w:val='en']/w:t/text()") == ["spreadsheet"]


def test_is_a4(package: Package) -> None:
    """Every section is an upright A4 with margins of about 2.5 cm at its sides."""
    sections = package.find("//w:sectPr")
    assert len(sections) == 1
    assert package.values("//w:pgSz/@w:w | //w:pgSz/@w:h") == ["11906", "16838"]
    assert package.values("//w:pgMar/@w:left | //w:pgMar/@w:right") == ["1418", "1418"]


def test_is_not_in_compatibility_mode(package: Package) -> None:
    """Word opens the file as one of its own time, without leftovers."""
    mode = "//w:compatSetting[@w:name='compatibilityMode']/@w:val"
    assert package.values(mode, "word/settings.xml") == ["15"]
    assert package.values("//w:zoom/@w:percent", "word/settings.xml") == ["100"]
    assert not [name for name in package.parts if re.search("thumbnail|stylesWithEffects", name)]
    assert not [name for name, data in package.parts.items() if b"rsid" in data]


def test_formats_nothing_directly(package: Package) -> None:
    """Runs carry a character style or a language, paragraphs a style or numbering, and nothing else."""
    for properties in package.find("//w:p//w:rPr", *STORIES):
        assert children(properties) <= {"rStyle", "lang", "noProof"}
    for properties in package.find("//w:pPr", *STORIES):
        assert children(properties) <= {"pStyle", "numPr", "sectPr"}


def test_lays_out_nothing_by_white_space(package: Package) -> None:
    """There are no empty paragraphs but the one that an empty cell must have, and no runs of spaces or tabs."""
    empty = [p for p in package.find("//w:p", *STORIES) if not p.xpath(".//w:t | .//w:drawing", namespaces=NAMES)]
    assert [etree.QName(p.getparent()).localname for p in empty] == ["tc"]
    for text in package.values("//w:t/text()", *STORIES):
        assert not re.search(r" {2}|\t", text)
    assert package.find("//w:tab", *STORIES) == []


def test_uses_styles_that_exist(package: Package) -> None:
    """Each style of a paragraph, run or table is in the file, and each style that one builds on."""
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    for name, kind in kinds.items():
        known = set(package.values(f"//w:style[@w:type='{kind}']/@w:styleId", "word/styles.xml"))
        assert set(package.values(f"//w:{name}/@w:val", *STORIES, "word/numbering.xml")) <= known
        assert set(package.values(f"//w:style[@w:type='{kind}']/w:basedOn/@w:val", "word/styles.xml")) <= known


def test_headings(package: Package) -> None:
    """The title is the only Heading 1, levels rise by one, and headings keep with what follows and make the outline."""
    headings = package.find("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]")
    assert "".join(headings[0].itertext()) == "Adviseur water & groen"
    levels = [
        int(value.removeprefix("Heading")) for value in package.values("//w:pStyle/@w:val[contains(., 'Heading')]")
    ]
    assert levels == [1, 2, 2, 3, 4]
    for level in range(1, 5):
        style = f"//w:style[@w:styleId='Heading{level}'][w:name/@w:val='heading {level}']"
        assert package.values(f"{style}/w:pPr/w:outlineLvl/@w:val", "word/styles.xml") == [str(level - 1)]
        assert package.find(f"{style}/w:pPr/w:keepNext", "word/styles.xml")


@pytest.mark.parametrize(
    ("markdown", "paragraphs", "lists"),
    [
        ("- a\n- b", [("ListBullet", "0", "3"), ("ListBullet", "0", "3")], [("3", "1", "0", "1")]),
        ("7. a", [("ListNumber", "0", "3")], [("3", "2", "0", "7")]),
        (
            "1. a\n\nx\n\n1. b",
            [("ListNumber", "0", "3"), ("Aanloop", "", ""), ("ListNumber", "0", "4")],
            [("3", "2", "0", "1"), ("4", "2", "0", "1")],
        ),
        (
            "- a\n  - b\n    - c\n      - d\n- e",
            [
                ("ListBullet", "0", "3"),
                ("ListBullet2", "1", "4"),
                ("ListBullet3", "2", "5"),
                ("ListBullet3", "2", "6"),
                ("ListBullet", "0", "3"),
            ],
            [("3", "1", "0", "1"), ("4", "1", "1", "1"), ("5", "1", "2", "1"), ("6", "1", "2", "1")],
        ),
        (
            "1. a\n   - b\n\n     c\n\n   d",
            [("ListNumber", "0", "3"), ("ListBullet2", "1", "4"), ("ListContinue2", "", ""), ("ListContinue", "", "")],
            [("3", "2", "0", "1"), ("4", "1", "1", "1")],
        ),
        (
            "> 2. a\n>\n>    b\n\n- # c\n\nd",
            [("ListNumberClausule", "0", "3"), ("Clausule", "", ""), ("Heading1", "", ""), ("", "", "")],
            [("3", "2", "0", "2"), ("4", "1", "0", "1")],
        ),
    ],
    ids=["bullets", "start", "restart", "nested", "continued", "clause"],
)
def test_lists(markdown: str, paragraphs: list[tuple[str, ...]], lists: list[tuple[str, ...]]) -> None:
    """Each list has a number of its own that starts where it says, and its paragraphs the styles of their level."""
    package = build(markdown)

    def value(element: etree._Element, path: str) -> str:
        return "".join(element.xpath(f"{path}/@w:val", namespaces=NAMES))

    found = package.find("//w:p")
    paths = ("w:pPr/w:pStyle", "w:pPr/w:numPr/w:ilvl", "w:pPr/w:numPr/w:numId")
    assert [tuple(value(p, path) for path in paths) for p in found] == paragraphs
    made = package.find("//w:num[w:lvlOverride]", "word/numbering.xml")
    assert [
        (
            attribute(number, "numId"),
            value(number, "w:abstractNumId"),
            attribute(number[1], "ilvl"),
            value(number, ".//w:startOverride"),
        )
        for number in made
    ] == lists


def test_lists_have_built_in_styles(package: Package) -> None:
    """What has a number is styled as List Bullet or List Number, or as a style that builds on one of these."""
    for style in set(package.values("//w:p[w:pPr/w:numPr]/w:pPr/w:pStyle/@w:val")):
        names = package.values(f"//w:style[@w:styleId='{style}']/w:name/@w:val", "word/styles.xml")
        assert re.match(r"List (Bullet|Number)\b", names[0])


def test_numbers_are_defined(package: Package) -> None:
    """Each number that a paragraph or a style has is a list of the file, and no two lists share one."""
    known = package.values("//w:num/@w:numId", "word/numbering.xml")
    assert len(set(known)) == len(known)
    assert set(package.values("//w:numId/@w:val", "word/document.xml", "word/styles.xml")) <= set(known)


def test_tables(package: Package) -> None:
    """A table names its header row, splits and merges nothing, and says what it is about."""
    tables = package.find("//w:tbl")
    assert len(tables) == 2
    for number, table in enumerate(tables, 1):
        rows = f"(//w:tbl)[{number}]/w:tr"
        assert len(package.find(f"{rows}[w:trPr/w:cantSplit]")) == len(package.find(rows))
        assert (
            len(package.find(f"{rows}[w:trPr/w:tblHeader]")) == len(package.find(f"{rows}[1][w:trPr/w:tblHeader]")) == 1
        )
        assert package.values(f"(//w:tbl)[{number}]//w:tblLook/@w:firstRow") == ["1"]
        assert table.getprevious() is not None
    assert package.find("//w:gridSpan | //w:vMerge") == []
    assert package.values("//w:tblCaption/@w:val") == ["Kerngegevens & meer", "Punten"]
    descriptions = ["Kolommen: Gegeven, Waarde. Rijen: 3.", "Kolommen: Onderdeel, Weging, Punten. Rijen: 1."]
    assert package.values("//w:tblDescription/@w:val") == descriptions
    before = package.values("//w:tbl/preceding-sibling::w:p[1]/w:pPr/w:pStyle/@w:val")
    assert before == ["Caption", "Caption"]
    assert package.find("//w:style[@w:styleId='Caption']/w:pPr/w:keepNext", "word/styles.xml")


def test_tables_in_a_row_stay_apart() -> None:
    """Word makes one table of two with no paragraph between them."""
    apart = build("| A |\n| - |\n\n| B |\n| - |\n\nTekst.\n\n| C |\n| - |")
    assert [len(apart.find(f"(//w:tbl)[{number}]/following-sibling::*[1][self::w:p]")) for number in (1, 2)] == [1, 1]
    assert len(apart.find("//w:body/w:p")) == 2


def test_table_without_caption_is_named_by_its_columns() -> None:
    """The caption of another table, or a paragraph between, does not come to a table that has none."""
    table = "| A | B |\n| --- | --- |\n| 1 | 2 |\n"
    package = build(f"{role('caption')}Een\n\n{table}\nTekst\n\n{table}")
    assert package.values("//w:tblCaption/@w:val") == ["Een", "A, B"]


def test_column_widths() -> None:
    """Two columns share the width 35 to 65, more columns by their longest text; numbers stand to the right."""
    package = build(SAMPLE)
    grids = [[int(attribute(column, "w")) for column in grid] for grid in package.find("//w:tblGrid")]
    assert grids[0] == [9070 * 35 // 100, 9070 * 65 // 100]
    assert grids[1] == [9070 * share // 25 for share in (9, 8, 8)]
    assert package.values("(//w:tbl)[2]//w:tr[2]//w:pStyle/@w:val") == ["Tabeltekst", "Tabeltekst", "TabeltekstGetal"]
    for table in package.find("//w:tbl"):
        cells = [int(width) for width in table.xpath("w:tr[1]//w:tcW/@w:w", namespaces=NAMES)]
        assert sum(cells) == sum(int(attribute(column, "w")) for column in table.iter(f"{{{W}}}gridCol"))


def test_logo() -> None:
    """The logo stands in the header with what is seen on it, in its own proportions and within its room."""
    package = build(SAMPLE, STYLED)
    assert package.values("//wp:docPr/@descr", "word/header1.xml") == ['Beeldmerk van "Voorbeeld"']
    identities = package.values("//wp:docPr/@id", *STORIES)
    assert len(identities) == len(set(identities)) == 1
    width, height = (int(value) for value in package.values("//wp:extent/@cx | //wp:extent/@cy", "word/header1.xml"))
    assert height == pytest.approx(1.4 * 360_000, rel=0.01)
    assert width == pytest.approx(3 * height, rel=0.01)
    assert "word/media/image1.png" in package.parts


def test_wide_logo_is_made_lower() -> None:
    """A logo of ten times its height does not take the whole width of the page."""
    wide = replace(STYLED, style=HouseStyle(logo=Logo(make_png(1000, 100), "image/png", "Breed", 1000, 100)))
    (width,) = build("# Titel", wide).values("//wp:extent/@cx", "word/header1.xml")
    assert int(width) == pytest.approx(6 * 360_000, rel=0.01)


def test_vector_logo_is_left_out() -> None:
    """Word shows no SVG by itself, so the header has the text only."""
    style = HouseStyle(logo=Logo(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "Beeldmerk", 10, 10))
    assert build("# Titel", replace(META, style=style)).find("//w:drawing", *STORIES) == []


def test_header_names_organisation_and_kind(package: Package) -> None:
    """The header says whose document it is and of which kind, and the footer which page of how many."""
    header = "".join(package.values("//w:t/text()", "word/header1.xml"))
    assert header == "Waterschap <Voorbeeld> · Aanvraag inhuur"
    assert "".join(package.values("//w:t/text()", "word/footer1.xml")) == "Pagina 1 van 1"


def test_fonts_are_the_themes() -> None:
    """No style and no run names a font; the theme has those of the house style."""
    package = build(SAMPLE, STYLED)
    names = "//w:rFonts/@w:ascii | //w:rFonts/@w:hAnsi | //w:rFonts/@w:cs | //w:rFonts/@w:eastAsia"
    assert package.find(names, *STORIES, "word/styles.xml", "word/numbering.xml") == []
    assert package.values("//w:docDefaults//w:rFonts/@w:asciiTheme", "word/styles.xml") == ["minorHAnsi"]
    headings = "//w:style[contains(@w:styleId, 'Heading')]//w:rFonts/@w:asciiTheme"
    assert package.values(headings, "word/styles.xml") == ["majorHAnsi"] * 4
    assert package.values("//a:majorFont/a:latin/@typeface", "word/theme/theme1.xml") == ["Georgia"]
    assert package.values("//a:minorFont/a:latin/@typeface", "word/theme/theme1.xml") == ["Verdana"]


def test_fields(package: Package) -> None:
    """The footer has both fields, balanced and with a result; nothing asks to be updated when the file opens."""
    marks = package.values("//w:fldChar/@w:fldCharType", *STORIES)
    assert marks == ["begin", "separate", "end"] * 2
    assert [text.strip() for text in package.values("//w:instrText/text()", *STORIES)] == ["PAGE", "NUMPAGES"]
    assert package.values("//w:r[w:rPr/w:noProof]/w:t/text()", "word/footer1.xml") == ["1", "1"]
    assert package.find("//w:updateFields", "word/settings.xml") == []


def test_links(package: Package) -> None:
    """A link is a real one with its style, to the target as it was written; equal targets share a relationship."""
    external = "//rel:Relationship[@TargetMode='External']"
    targets = package.values(f"{external}/@Target", "word/_rels/document.xml.rels")
    assert targets == ["https://example.nl/nota?a=1&b=2", "tel:+31201234567"]
    names = package.values(f"{external}/@Id", "word/_rels/document.xml.rels")
    assert package.values("//w:hyperlink/@r:id") == [names[0], names[0], names[1]]
    assert package.values("//w:hyperlink/w:r/w:rPr/w:rStyle/@w:val") == ["Hyperlink"] * 3
    every = package.values("//rel:Relationship/@Id", "word/_rels/document.xml.rels")
    assert len(every) == len(set(every))


def test_places_to_fill_in(package: Package) -> None:
    """An open field is a place to fill in with the field's path, its name, a number of its own and a placeholder."""
    assert package.values("//w:sdt//w:tag/@w:val") == ["aanvraag.tarief"] * 2
    assert package.values("//w:sdt//w:alias/@w:val") == ["Maximumtarief"] * 2
    assert package.values("//w:sdt//w:id/@w:val") == ["1", "2"]
    assert len(package.find("//w:sdt/w:sdtPr[w:showingPlcHdr]")) == 2
    assert package.values("//w:sdt//w:t/text()") == ["tarief nog in te vullen", "nog in te vullen"]
    assert package.values("//w:sdt//w:rStyle/@w:val") == ["PlaceholderText"] * 2
    known = package.values("//w:docPart/w:docPartPr/w:name/@w:val", "word/glossary/document.xml")
    assert set(package.values("//w:placeholder/w:docPart/@w:val")) == set(known)


def test_text_stands_in_runs_only(package: Package) -> None:
    """Between the elements of the body stands nothing: Word would refuse it, or leave it out."""
    assert package.values("//w:body//*[not(self::w:t or self::w:instrText)]/text()") == []


def test_file_says_no_more_than_it_must() -> None:
    """The zip file is one file on one disk, its directory behind its parts, with no comment and no rights."""
    data = write(parse("# Adviseur"), META, ASSETS)
    mark, *disks, here, all_of_them, size, offset, comment = struct.unpack("<4s4H2LH", data[-22:])
    entries = Package(data).entries
    assert (mark, disks, here, all_of_them, comment) == (b"PK\5\6", [0, 0], len(entries), len(entries), 0)
    assert offset + size == len(data) - 22
    assert data[offset : offset + 4] == b"PK\1\2"
    assert entries[0].header_offset == 0
    assert {(entry.volume, entry.internal_attr, entry.external_attr, entry.comment) for entry in entries} == {
        (0, 0, 0, b"")
    }


@pytest.mark.parametrize(("accent", "tint"), [("#154273", "ECF0F4"), ("#000000", "EBEBEB"), ("#ffffff", "FFFFFF")])
def test_head_of_a_table_has_a_little_of_the_accent(accent: str, tint: str) -> None:
    """The background of a table's head is white with eight hundredths of the accent in it."""
    assert derive_colours(accent)["lt2"] == tint


def test_theme_is_a_part_of_its_own(package: Package) -> None:
    """The theme is UTF-8 and stands alone, as it says, whatever fonts it names."""
    declaration = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
    assert package.parts["word/theme/theme1.xml"].startswith(declaration)


def test_properties_are_numbered_and_nothing_stands_between_them(package: Package) -> None:
    """Word wants its own properties numbered from 2, without gaps."""
    assert package.values("/*/*/@pid", "docProps/custom.xml") == ["2", "3", "4", "5"]
    for name in ("docProps/core.xml", "docProps/custom.xml"):
        assert "".join(package.values("/*/text()", name)).strip() == ""


def test_name_of_a_place_may_hold_any_character() -> None:
    """The path of the field ends at the first bar; the name may hold more of them."""
    package = build(mark("open", "pad|Naam | naam", "open"))
    assert package.values("//w:tag/@w:val | //w:alias/@w:val") == ["Naam | naam", "pad"]


def test_names_of_places_are_not_too_long() -> None:
    """Word refuses names of more than 64 characters."""
    package = build(mark("open", f"{'pad.' * 30}|{'Naam ' * 30}", "open"))
    assert [len(value) for value in package.values("//w:tag/@w:val | //w:alias/@w:val")] == [64, 64]


def test_properties(package: Package) -> None:
    """The properties name the document and its maker, and hold no clock and no version."""
    core = {etree.QName(e).localname: e.text for e in package.find("/cp:coreProperties/*", "docProps/core.xml")}
    assert core == {
        "title": META.title,
        "subject": META.subject,
        "creator": META.organisation,
        "keywords": "aanvraag; water; groen",
        "language": "nl-NL",
    }
    custom = {e.get("name"): "".join(e.itertext()) for e in package.find("/*/*", "docProps/custom.xml")}
    expected = {"profiel": META.profile, "soort": META.kind, "uitgave": META.edition, "digest": META.digest()}
    assert custom == expected
    assert b"Version" not in package.parts["docProps/app.xml"]


@pytest.mark.parametrize("accent", ACCENTS)
def test_contrast(accent: str) -> None:
    """Every colour of styles, lists and theme can be read on white and on the background of a table's header."""
    package = build("# Titel", replace(META, style=HouseStyle(accent)))
    theme = {
        etree.QName(e).localname: e[0].get("val", "") for e in package.find("//a:clrScheme/*", "word/theme/theme1.xml")
    }
    assert theme["accent1"] == accent.removeprefix("#").upper()
    grounds = {theme.pop("lt1"), theme.pop("lt2")}
    unseen = [name for name, colour in theme.items() for ground in grounds if contrast(colour, ground) < 4.5]
    # the accent of a heading, a bar or a number stands on white only
    assert set(unseen) <= {"accent1"}
    assert contrast(theme["accent1"], "FFFFFF") >= 4.5
    for properties in package.find("//w:rPr[w:color]", "word/styles.xml", "word/numbering.xml"):
        fills = properties.xpath("w:shd/@w:fill", namespaces=NAMES) or ["FFFFFF"]
        text = attribute(properties.find("w:color", NAMES), "val")
        assert contrast(text, str(fills[0])) >= 4.5
    for line in package.find("//w:tblBorders/* | //w:pBdr/* | //w:tcBorders/*", "word/styles.xml"):
        assert contrast(attribute(line, "color"), "FFFFFF") >= 4.5


def test_colours_are_those_of_the_theme(package: Package) -> None:
    """Wherever a style refers to a slot of the theme, the colour beside it is the same."""
    slots = {"accent1": "accent1", "text2": "dk2", "background2": "lt2", "hyperlink": "hlink"}
    query = "//*[@w:themeColor or @w:themeFill]"
    found = package.find(query, "word/styles.xml", "word/numbering.xml")
    assert len(found) > 15
    for element in found:
        slot = slots[attribute(element, "themeColor") or attribute(element, "themeFill")]
        (expected,) = package.values(f"//a:{slot}/a:srgbClr/@val", "word/theme/theme1.xml")
        name = "fill" if attribute(element, "themeFill") else "color" if attribute(element, "color") else "val"
        assert attribute(element, name) == expected


def test_bytes(package: Package) -> None:
    """The package begins with its content types and shows neither a clock nor a system."""
    assert package.entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in package.entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr, entry.extra) for entry in package.entries} == {(0, 0, b"")}


def test_same_input_gives_same_bytes(tmp_path: Path) -> None:
    """Another process, folder, zone and hash seed make the same file, and the order of documents does not matter."""
    first = write(parse(SAMPLE), STYLED, ASSETS)
    write(parse("# Iets anders"), META, ASSETS)
    assert write(parse(SAMPLE), STYLED, ASSETS) == first
    script = (
        f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(Path(__file__).parent)!r}]\n"
        "import test_writers_docx as t, hashlib\n"
        "data = t.write(t.parse(t.SAMPLE), t.STYLED, t.ASSETS)\n"
        "sys.stdout.write(hashlib.sha256(data).hexdigest())"
    )
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        environment = {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path, env=environment, check=True
        )
        assert done.stdout == sha256(first).hexdigest()


def test_tokens_are_left_as_they_are() -> None:
    """The other writers, and other documents, get the same tokens."""
    tokens = parse(SAMPLE)
    before = deepcopy(tokens)
    write(tokens, META, ASSETS)
    assert tokens == before


def test_same_words(package: Package) -> None:
    """The body has the words of the tokens, in order, and no others."""
    assert read_body(package) == words(parse(SAMPLE))


@pytest.mark.parametrize(
    "text",
    [
        "a < b & c > d",
        "&lt;w:p/&gt; </w:t></w:r> ]]>",
        "\"aanhalen\" en 'citeren'",
        "1. € 3.735,55 🌳",
        "{accolades} %s {0}",
        "woord\u00adafbreking én niet\u00a0breken",
    ],
)
def test_text_comes_out_as_written(text: str) -> None:
    """Characters that mean something in XML or Markdown are text everywhere: in the body, names and properties."""
    shown = escape(text)
    table = f"{role('caption')}{shown}\n\n| {shown} | b |\n| --- | --- |\n| c | d |"
    markdown = f"# {shown}\n\n{shown} **{shown}** {mark('open', f'pad|{text}', shown)}\n\n{table}"
    package = build(markdown, replace(META, title=text, organisation=text, keywords=(text,), profile=text))
    assert read_body(package) == [*(text.split() * 6), "b", "c", "d"]
    assert package.values("//w:alias/@w:val | //w:tblCaption/@w:val") == [text, text]
    assert (
        package.values("//dc:title/text() | //dc:creator/text() | //cp:keywords/text()", "docProps/core.xml")
        == [text] * 3
    )
    assert "".join(package.values("//w:t/text()", "word/header1.xml")).startswith(text)


def test_white_space_at_the_edge_of_a_run_is_kept() -> None:
    """A space between a plain and a strong word is not lost, and space is asked for only where there is one."""
    package = build("een **twee** drie")
    assert package.values("//w:t/text()") == ["een ", "twee", " drie"]
    assert len(package.find("//w:t[@xml:space='preserve']")) == 2


def test_mark_around_nothing_leaves_its_cell_empty() -> None:
    """A template may mark a text that turns out to be empty; in a cell of a table no run is made of it."""
    package = build(f"| a | b |\n| --- | --- |\n| c | {mark('lang', 'en', '')} |")
    assert package.values("//w:t/text()") == ["a", "b", "c"]


def test_soft_hyphen_is_words_own() -> None:
    """A soft hyphen is the element that Word hides; the character would be a hyphen that shows."""
    package = build("woord\u00adafbreking")
    assert package.values("//w:t/text()") == ["woord", "afbreking"]
    assert len(package.find("//w:r/w:softHyphen")) == 1


@pytest.mark.parametrize(
    ("markdown", "style"),
    [
        ("**a**", "Strong"),
        ("_a_", "Emphasis"),
        ("**_a_**", "IntenseEmphasis"),
        ("[**a**](https://example.nl)", "Hyperlink"),
        (f"**{mark('open', 'a|A', 'a')}**", "PlaceholderText"),
    ],
)
def test_character_styles(markdown: str, style: str) -> None:
    """A text within several marks has the one style that says most, and the text behind it none."""
    package = build(f"{markdown}, b")
    assert set(package.values("//w:r/w:rPr/w:rStyle/@w:val")) == {style}
    assert [children(run) for run in package.find("//w:r")][-1] == {"t"}


def test_what_is_filled_in_gets_the_style_around_it() -> None:
    """A place to fill in tells Word the style of the emphasis that it stands in, and none where there is none."""
    package = build(f"**_{mark('open', 'a|A', 'a')}_** {mark('open', 'b|B', 'b')}")
    assert [children(control) for control in package.find("//w:sdtPr")] == [
        {"rPr", "alias", "tag", "id", "placeholder", "showingPlcHdr"},
        {"alias", "tag", "id", "placeholder", "showingPlcHdr"},
    ]
    assert package.values("//w:sdtPr/w:rPr/w:rStyle/@w:val") == ["IntenseEmphasis"]


@pytest.mark.parametrize(
    ("markdown", "style"),
    [
        ("a", ""),
        (f"{role('lead')}a", "Lead"),
        (f"{role('note')}a", "Noot"),
        ("> a", "Clausule"),
        (f"> {role('note')}a", "ClausuleNoot"),
        (f"> {role('lead')}a", "Clausule"),
        ("> a\n\nb", "Clausule"),
        ("a\n\nb:\n\n- c", "Aanloop ListBullet"),
        ("**b:**\n- c", "Aanloop ListBullet"),
        ("[b](tel:1):\n- c", "Aanloop ListBullet"),
        ("# a\n- c", "Heading1 ListBullet"),
        ("- b\n  - c", "ListBullet ListBullet2"),
    ],
)
def test_paragraph_styles(markdown: str, style: str) -> None:
    """Its role, the box around it and a list behind it decide the style of a paragraph; an ordinary one has none."""
    assert build(markdown).values("//w:pStyle/@w:val") == style.split()


def test_static_parts_are_small_and_made_once() -> None:
    """What all documents share is under 40 kB, and two documents of one organisation share it."""
    key = (ASSETS.word_base, META.style, META.organisation, META.kind_label)
    base = make_styled_base(*key)
    assert base is make_styled_base(*key)
    assert sum(member.size for member in base.members) < 40_000
