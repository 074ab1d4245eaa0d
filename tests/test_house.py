"""The check of an organisation's own Word file, through the command: what it finds, what it mends, what it refuses."""

from __future__ import annotations

import io
import re
import shutil
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from tests.house import FILES, GEMEENTE, NAMES, SHIPPED, WATERSCHAP, ask, audit, bare, change, pack, read_parts
from tests.support import ROOT, contents, run, write
from vacaturegen.errors import InputError
from vacaturegen.house.opening import open_word_file
from vacaturegen.house.roles import BY_KEY, ROLES
from vacaturegen.model.organisatie import Stijlen

Said = pytest.CaptureFixture[str]
FOOTER = "word/footer1.xml"
STYLES, SETTINGS, DOCUMENT, RELS = (
    "word/styles.xml",
    "word/settings.xml",
    "word/document.xml",
    "word/_rels/document.xml.rels",
)
EMPTY_BODY = "<w:body>"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VACATUREGEN_LANG", "en")


def examine(data: bytes, folder: Path, capsys: Said, name: str = "huis.docx", *options: str) -> tuple[int, str]:
    """Check a file; return the exit code and what was said of it, without the table of styles."""
    (folder / name).write_bytes(data)
    code = run("huisstijl", folder / name, *options)
    out = capsys.readouterr()
    return code, re.sub(r"(?m)^Styles:\n|^  [a-z_0-9]+ {2,}(missing|“).*\n", "", out.out + out.err)


def repair(data: bytes, folder: Path, capsys: Said) -> tuple[bytes, str]:
    """Return the repaired copy of a file, and what was said of it."""
    said = examine(data, folder, capsys, "huis.docx", "--repair")[1]
    repaired = (folder / "huis-hersteld.docx").read_bytes()
    (folder / "huis-hersteld.docx").unlink()
    return repaired, said


def test_roles_are_those_of_a_profile() -> None:
    """What a profile can name is what the check looks for, and each stand-in and parent is a role."""
    assert list(BY_KEY) == list(Stijlen.model_fields)
    assert {role.stand_in for role in ROLES} | {role.parent for role in ROLES} <= BY_KEY.keys() | {""}
    assert {role.style for role in ROLES} <= set(ask(SHIPPED, STYLES, "//w:style/@w:styleId"))


def test_handbook_has_every_role() -> None:
    """The handbook lists the roles, in order, with what they are for and what plays them when no style does."""
    listed = re.findall(
        r"(?m)^\| `(\w+)` \| (.*) \| (?:ja|als `(\w+)`) \|$", (ROOT / "docs/huisstijl.md").read_text("utf-8")
    )
    known = [(role.key, f"{Stijlen.model_fields[role.key].description}", role) for role in ROLES]
    assert listed == [(key, said.rstrip("."), "" if role.needed else role.stand_in) for key, said, role in known]


def test_shipped_base_is_right(tmp_path: Path, capsys: Said) -> None:
    """In our own base nothing is missing or wrong, and a repair has nothing to do."""
    code, said = examine(SHIPPED, tmp_path, capsys)
    assert (code, said) == (0, "This file can be used.\n")
    code, said = examine(SHIPPED, tmp_path, capsys, "huis.docx", "--repair")
    assert (code, said.splitlines()[0]) == (0, "There is nothing that a repair can do; nothing was written.")
    assert [path.name for path in tmp_path.iterdir()] == ["huis.docx"]


@pytest.mark.parametrize(
    ("data", "left"),
    [
        pytest.param(GEMEENTE, [], id="gemeente"),
        pytest.param(
            WATERSCHAP,
            [
                "word/document.xml, section 1: The page is 21.6 by 27.9 cm, not an upright A4.",
                "word/document.xml, section 1: The left margin is 1.0 cm.",
                "word/header1.xml: The picture “Golf” has no alternative text.",
                "word/header1.xml: There are empty paragraphs: 1.",
                "word/document.xml: Sample text stands in the file (4 paragraphs, the first: “Voorbeeld”): it comes in "
                "each document.",
            ],
            id="waterschap",
        ),
        pytest.param(
            bare(), ["word/document.xml, section 1: The page is 21.6 by 27.9 cm, not an upright A4."], id="python-docx"
        ),
    ],
)
def test_repair_mends_all_that_it_says(data: bytes, left: list[str], tmp_path: Path, capsys: Said) -> None:
    """A repaired copy has no fault but those for a person, breaks no rule of Word, and is the same every time."""
    code, before = examine(data, tmp_path, capsys)
    assert code == 1
    assert re.search(r"faults; --repair mends [1-9]", before)
    repaired, said = repair(data, tmp_path, capsys)
    assert [line for line in said.splitlines() if re.match("word/", line) and ": note: " not in line] == left
    assert audit(repaired, tmp_path) == []
    assert repair(data, tmp_path, capsys)[0] == repaired
    code, after = examine(repaired, tmp_path, capsys)
    assert code == (1 if left else 0)
    assert ("--repair mends 0" in after) == bool(left)
    assert "Let --repair" not in after


def test_repair_keeps_the_look(tmp_path: Path, capsys: Said) -> None:
    """Headings are added on those that look like them, in their look; text of others is not touched."""
    repaired, said = repair(GEMEENTE, tmp_path, capsys)
    assert "style “heading 1” added for “kop_1”, based on “Gemeente Kop”" in said
    assert "style “List Bullet” added for “opsomming”, based on “Opsomming gemeente”" in said
    assert ask(repaired, STYLES, "//w:style[@w:styleId='Heading1']/w:basedOn/@w:val") == ["GemeenteKop"]
    assert ask(repaired, STYLES, "//w:style[@w:styleId='Heading1']/w:rPr/*") == []
    assert ask(repaired, STYLES, "//w:style[@w:styleId='GemeenteKop']/w:rPr/w:sz/@w:val") == ["40"]
    assert "word/styles.xml, style “Gemeente Kop”: colour #00a1e0 became #007eaf" in said
    assert ask(repaired, "word/theme/theme1.xml", "//a:minorFont/a:latin/@typeface") == ["Carlito"]
    assert "".join(ask(repaired, FOOTER, "//w:t/text()")) == "Postbus 1 VoorbeeldstadPagina 1 van 1"
    assert ask(repaired, "[Content_Types].xml", "//@ContentType[contains(., 'template')]") == []


def test_repair_never_overwrites(tmp_path: Path, capsys: Said) -> None:
    """A copy that is already there stays as it is."""
    (tmp_path / "huis-hersteld.docx").write_bytes(b"van een mens")
    code, said = examine(GEMEENTE, tmp_path, capsys, "huis.docx", "--repair")
    assert code == 1
    assert said.endswith("huis-hersteld.docx: this file is already there. Move it, or give it another name.\n")
    assert (tmp_path / "huis-hersteld.docx").read_bytes() == b"van een mens"


def test_repair_leaves_nothing_behind_when_writing_fails(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy is written whole or not at all."""

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    code, said = examine(GEMEENTE, tmp_path, capsys, "huis.docx", "--repair")
    assert code == 1
    assert "huis-hersteld.docx: this cannot be written: No space left on device." in said
    assert [path.name for path in tmp_path.iterdir()] == ["huis.docx"]


def test_style_map_of_the_organisation_counts(tmp_path: Path, capsys: Said) -> None:
    """The check goes by the style map of the organisation whose file lies beside it and names this file."""
    write(
        tmp_path,
        {
            "ander.yaml": "naam: [",
            "stad.yaml": "naam: Stad\nhuisstijl:\n  basis: g.dotx\n  stijlen: {kop_1: Gemeente Kop, kop_2: Zwaar}\n",
        },
    )
    (tmp_path / "g.dotx").write_bytes(GEMEENTE)
    assert run("huisstijl", tmp_path / "g.dotx") == 1
    said = capsys.readouterr().out
    assert re.search(r"(?m)^  kop_1 +“Gemeente Kop” \(by “stijlen”\)$", said)
    assert "style “Strong”: This is a character style; “kop_2” needs a paragraph style." in said


MACROS = "This Word file holds macros, or is of a kind that can."
DAMAGED = "This Word file is damaged: {} cannot be read."
MACRO_TYPE = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def bomb() -> bytes:
    """A file of a few kilobytes that says what it truly is: a hundred megabytes."""
    return pack(read_parts(GEMEENTE) | {"word/media/leeg.bin": b"\0" * (100 << 20)})


def lying_bomb() -> bytes:
    """A file of which a part says to be small, and is not."""
    data = bytearray(pack(read_parts(GEMEENTE) | {"word/media/leeg.bin": b"\0" * (20 << 20)}))
    size = (20 << 20).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


def test_a_bomb_does_not_go_off() -> None:
    """What a part unpacks to is not held in memory when it is more than the part says."""
    data = lying_bomb()
    tracemalloc.start()
    with pytest.raises(InputError):
        open_word_file(data, "h.docx")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 5 << 20


def encrypted() -> bytes:
    """A zip file whose parts say to be encrypted."""
    data = bytearray(GEMEENTE)
    for entry in zipfile.ZipFile(io.BytesIO(GEMEENTE)).infolist():
        data[entry.header_offset + 6] |= 1
    at = data.find(b"PK\1\2")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\1\2", at + 4)
    return bytes(data)


@pytest.mark.parametrize(
    ("file", "cause"),
    [
        pytest.param(("h.docm", GEMEENTE), MACROS, id="docm"),
        pytest.param(("h.DOTM", GEMEENTE), MACROS, id="DOTM"),
        pytest.param(
            ("h.dotx", pack(read_parts(GEMEENTE) | {"word/vbaProject.bin": b"x"})), MACROS, id="macros inside"
        ),
        pytest.param(
            ("h.dotx", change(GEMEENTE, "[Content_Types].xml", TEMPLATE_TYPE, MACRO_TYPE)), MACROS, id="type for macros"
        ),
        pytest.param(("h.docx", b"Beste lezer"), "This is not a Word file.", id="text"),
        pytest.param(("h.docx", b""), "This is not a Word file.", id="empty"),
        pytest.param(("h.docx", pack({"brief.txt": b"x"})), "This is not a Word file.", id="another zip"),
        pytest.param(("h.docx", GEMEENTE[:3000]), DAMAGED.format("the package"), id="cut off"),
        pytest.param(
            ("h.docx", change(GEMEENTE, STYLES, "</w:styles>", "")), DAMAGED.format(STYLES), id="styles cut off"
        ),
        pytest.param(
            (
                "h.docx",
                change(
                    GEMEENTE, STYLES, "<w:styles ", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/hostname'>]><w:styles "
                ),
            ),
            DAMAGED.format(STYLES),
            id="entity",
        ),
        pytest.param(
            ("h.docx", change(GEMEENTE, RELS, "footer1", "weg")), DAMAGED.format("word/weg.xml"), id="part gone"
        ),
        pytest.param(
            ("h.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
            "This Word file is encrypted, or of before 2007 (.doc).",
            id="doc",
        ),
        pytest.param(("h.docx", encrypted()), "This Word file is encrypted.", id="encrypted"),
        pytest.param(("h.docx", bomb()), "This Word file unpacks to far more than a document holds.", id="bomb"),
        pytest.param(("h.docx", lying_bomb()), DAMAGED.format("word/media/leeg.bin"), id="bomb that lies"),
        pytest.param(
            ("h.docx", change(GEMEENTE, DOCUMENT, NAMES["w"], "http://purl.oclc.org/ooxml/wordprocessingml/main")),
            "This Word file is of a kind that cannot be used, such as Strict Open XML.",
            id="strict",
        ),
    ],
)
@pytest.mark.parametrize("options", [(), ("--repair",)], ids=["check", "repair"])
def test_what_cannot_be_used_is_refused(
    file: tuple[str, bytes], cause: str, options: tuple[str, ...], tmp_path: Path, capsys: Said
) -> None:
    """Macros, damage, encryption and what is no Word file are refused with a cure, and nothing is written."""
    name, data = file
    code, said = examine(data, tmp_path, capsys, name, *options)
    assert code == 1
    assert said.startswith(f"{tmp_path / name}: {cause}\n  ")
    assert list(contents(tmp_path)) == [name]


def test_wrong_usage(tmp_path: Path, capsys: Said) -> None:
    """A file that is not there, a folder, and no file at all are wrong usage."""
    assert [run("huisstijl", *args) for args in ([tmp_path / "weg.docx"], [tmp_path], [])] == [2, 2, 2]
    assert capsys.readouterr().out == ""


PICTURE = '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata/></v:shape></w:pict></w:r>'
TABLE_ROW = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="FFCC00"/></w:tcPr>'


def linked(kind: str) -> str:
    """A relationship to elsewhere at the end of a part."""
    target = "https://example.nl/x"
    return f'<Relationship Id="ver" Type="x/{kind}" Target="{target}" TargetMode="External"/></Relationships>'


@pytest.mark.parametrize(
    ("changed", "fault", "mended"),
    [
        (
            (STYLES, '<w:keepNext/><w:keepLines/><w:spacing w:before="440"', '<w:spacing w:before="440"'),
            ("word/styles.xml, style “heading 2”", "This heading can stand alone at the end of a page."),
            True,
        ),
        (
            (STYLES, '<w:outlineLvl w:val="1"/>', ""),
            ("word/styles.xml, style “heading 2”", "This heading has not level 2 in the outline."),
            True,
        ),
        (
            (STYLES, 'w:lang w:val="nl-NL"', 'w:lang w:val="en-GB"'),
            ("word/styles.xml, defaults", "The language is en-GB, not Dutch."),
            True,
        ),
        (
            (SETTINGS, 'themeFontLang w:val="nl-NL"', 'themeFontLang w:val="de-DE"'),
            (SETTINGS, "The language is de-DE, not Dutch."),
            True,
        ),
        (
            (
                STYLES,
                '<w:color w:val="505050" w:themeColor="text2"/><w:sz w:val="22"/>',
                '<w:color w:val="C0C0C0"/><w:sz w:val="22"/>',
            ),
            (
                "word/styles.xml, style “heading 4”",
                "The colour #c0c0c0 on #ffffff has a contrast of 1.8 to 1; 4.5 is needed.",
            ),
            True,
        ),
        (
            (
                STYLES,
                '<w:tblStylePr w:type="firstRow">',
                f'<w:tblStylePr w:type="lastRow">{TABLE_ROW}</w:tblStylePr><w:tblStylePr w:type="firstRow">',
            ),
            (
                "word/styles.xml, style “Overzicht”",
                "The colour #ffffff on #ffcc00 has a contrast of 1.5 to 1; 4.5 is needed.",
            ),
            True,
        ),
        (
            (FOOTER, " NUMPAGES ", " SECTION "),
            ("footer", "No footer shows how many pages there are (the field NUMPAGES)."),
            True,
        ),
        (
            (FOOTER, "</w:p></w:ftr>", '<w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p></w:ftr>'),
            (FOOTER, "A field begins and does not end, or ends without a beginning."),
            False,
        ),
        (
            (FOOTER, "</w:p></w:ftr>", '<w:fldSimple w:instr=" TOC "/></w:p></w:ftr>'),
            (FOOTER, "The field TOC lists what stands in this file, not what a document will hold."),
            False,
        ),
        (
            (FOOTER, "</w:p></w:ftr>", '<w:fldSimple w:instr=" ASK x "/></w:p></w:ftr>'),
            (FOOTER, "The field ASK asks a question when the document is opened."),
            False,
        ),
        (
            (FOOTER, "</w:p></w:ftr>", '<w:fldSimple w:instr="INCLUDEPICTURE x"/></w:p></w:ftr>'),
            (FOOTER, "The field INCLUDEPICTURE fetches something when the document is opened."),
            False,
        ),
        ((FOOTER, "</w:p></w:ftr>", f"{PICTURE}</w:p></w:ftr>"), (FOOTER, "A picture has no alternative text."), False),
        ((FOOTER, "</w:p></w:ftr>", "</w:p><w:p/></w:ftr>"), (FOOTER, "There are empty paragraphs: 1."), False),
        ((FOOTER, "Pagina ", "Pagina   "), (FOOTER, "There are places with several spaces in a row: 1."), False),
        ((SETTINGS, 'w:val="15"', 'w:val="12"'), (SETTINGS, "The file is in compatibility mode (12)."), True),
        (
            (SETTINGS, ' w:percent="100"', ""),
            (SETTINGS, "The zoom has no percentage, which Word's rules ask for."),
            True,
        ),
        (
            (SETTINGS, "<w:compat>", "<w:updateFields/><w:compat>"),
            (SETTINGS, "Word asks at every opening whether fields may be updated."),
            True,
        ),
        (
            (SETTINGS, "<w:compat>", '<w:documentProtection w:edit="forms" w:enforcement="1"/><w:compat>'),
            (SETTINGS, "The file is protected: documents cannot be edited."),
            False,
        ),
        ((SETTINGS, "<w:compat>", "<w:trackRevisions/><w:compat>"), (SETTINGS, "Word tracks every change."), False),
        (
            (DOCUMENT, EMPTY_BODY, '<w:body><w:p><w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'),
            (DOCUMENT, "There are tracked changes: 1."),
            False,
        ),
        (
            (DOCUMENT, "11906", "12240"),
            ("word/document.xml, section 1", "The page is 21.6 by 29.7 cm, not an upright A4."),
            False,
        ),
        (
            (DOCUMENT, 'w:right="1418"', 'w:right="100"'),
            ("word/document.xml, section 1", "The right margin is 0.2 cm."),
            False,
        ),
        (
            (RELS, "</Relationships>", linked("attachedTemplate")),
            (DOCUMENT, "The file looks for its template at https://example.nl/x."),
            True,
        ),
        (
            (DOCUMENT, "<w:pgSz", '<w:headerReference w:type="even" r:id="rIdWeg"/><w:pgSz'),
            (DOCUMENT, "There are references to a header or footer that is not there: 1."),
            True,
        ),
        (
            (RELS, "</Relationships>", linked("image")),
            (DOCUMENT, "This is fetched from elsewhere when the document is opened: https://example.nl/x"),
            False,
        ),
        (
            ("word/numbering.xml", '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="9"/>'),
            (
                "word/styles.xml, style “List Bullet” (and 2 more)",
                "This style of lists has no numbering that fits; documents take ours.",
            ),
            True,
        ),
    ],
)
def test_findings(
    changed: tuple[str, str, str], fault: tuple[str, str], mended: bool, tmp_path: Path, capsys: Said
) -> None:
    """One fault in a file that is right is found at its place, and mended where that is promised."""
    data = change(SHIPPED, *changed)
    code, said = examine(data, tmp_path, capsys)
    faults = [line for line in said.splitlines() if not line.startswith("  ") and ": note: " not in line]
    assert code == 1
    assert ": ".join(fault) in faults
    assert len(faults) <= 3
    if not mended:
        assert "--repair mends 0." in said
        return
    repaired, _said = repair(data, tmp_path, capsys)
    assert examine(repaired, tmp_path, capsys)[0] == 0


def test_a_file_without_pages_gets_a_footer(tmp_path: Path, capsys: Said) -> None:
    """A file that says nothing of its pages and has no footer is repaired: pages and page numbers are added."""
    parts = read_parts(SHIPPED)
    body = re.sub(rb"<w:sectPr.*?</w:sectPr>", b"", parts[DOCUMENT], flags=re.DOTALL)
    rels = re.sub(rb"<Relationship [^>]*/(header|footer)\"[^>]*/>", b"", parts[RELS])
    assert (body, rels) != (parts[DOCUMENT], parts[RELS])
    repaired, _said = repair(pack(parts | {DOCUMENT: body, RELS: rels}), tmp_path, capsys)
    assert examine(repaired, tmp_path, capsys)[0] == 0


def test_a_file_without_a_name_is_refused(tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repaired copy is written that nobody would see."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    (tmp_path / ".docx").write_bytes(bare())
    assert run("huisstijl", tmp_path / ".docx", "--repair") == 1
    assert "This file has no name." in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [".docx"]


def test_a_hyperlink_is_no_fault(tmp_path: Path, capsys: Said) -> None:
    """A link that a reader may follow fetches nothing by itself."""
    assert examine(change(SHIPPED, RELS, "</Relationships>", linked("hyperlink")), tmp_path, capsys)[0] == 0


def test_dutch(tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report is Dutch, with place, cause, cure and counts."""
    monkeypatch.setenv("VACATUREGEN_LANG", "nl")
    shutil.copy(FILES / "waterschap.docx", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run("huisstijl", "waterschap.docx") == 1
    said = capsys.readouterr().out
    assert "word/header1.xml: De afbeelding “Golf” heeft geen alternatieve tekst." in said
    assert "  Laat --repair er nl-NL van maken." in said
    assert re.search(r"\d+ gebreken; --repair herstelt er \d+\.\n$", said)
    assert not re.search(r"\b(the|this|style|footer)\b", said)
