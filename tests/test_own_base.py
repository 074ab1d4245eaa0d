"""Documents on an organisation's own Word file: from the text of a profile to the bytes of the document."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from lxml import etree

from tests.house import FILES, GEMEENTE, SHIPPED, WATERSCHAP, ask, audit, bare, change, pack, read_parts
from tests.support import BLOCKS, make, run, words, write
from vacaturegen import house
from vacaturegen.errors import InputError, Problem
from vacaturegen.house.base import make_word_base

DOCUMENT, HEADER, NUMBERING, STYLES = (
    "word/document.xml",
    "word/header1.xml",
    "word/numbering.xml",
    "word/styles.xml",
)
MAP = "  stijlen: {kop_1: Gemeente Kop, kop_2: Gemeente Tussenkop, opsomming: Opsomming gemeente}\n"
PROFILE = """
organisatie: stad
titel: Adviseur <water> & groen
taken: [lezen, schrijven, rekenen]
eisen: [hbo]
planning: {sluiting: 2026-07-07 09:00}
vacature:
  werk: Je **leest** en _schrijft_ [teksten](https://example.nl/a?b=1&c=2).
aanvraag:
  arbeidsrelatie: open
  tarief: {maximum: 90, btw: exclusief}
  gunningscriteria:
    - criterium: De kandidaat heeft ervaring als adviseur.
      punten: 100
"""
NUMBERS = "zaaknummer: Z-2026 & 1\nkenmerk: HR/<12>\n"
STANDARD = "docProps/custom.xml"


def repaired(data: bytes) -> bytes:
    """The repaired copy of a Word file."""
    return house.repair(data, "huis.docx", {})[0]


def lay(folder: Path, data: bytes, style: str = "", more: str = "", name: str = "huis.docx") -> Path:
    """Lay a profile of an organisation with this Word file and house style; return the folder of profiles."""
    organisation = f"naam: Gemeente Voorbeeldstad\nsoort: gemeente\nhuisstijl:\n  basis: {name}\n{style}"
    write(folder, {"profiles/organisaties/stad.yaml": organisation, "profiles/adviseur.yaml": more + PROFILE})
    (folder / "profiles" / "organisaties" / name).write_bytes(data)
    return folder / "profiles"


def build(folder: Path, data: bytes, style: str = "", more: str = "") -> bytes:
    """The Word file of the tender request of such a profile."""
    return make(lay(folder, data, style, more), formats=["docx"])["adviseur/adviseur-aanvraag.docx"]


def refused(folder: Path, data: bytes, style: str = "", name: str = "huis.docx") -> list[Problem]:
    """The problems of such a profile."""
    with pytest.raises(InputError) as error:
        make(lay(folder, data, style, name=name), formats=["docx"])
    return list(error.value.problems)


def test_document_speaks_in_the_styles_of_the_file(tmp_path: Path) -> None:
    """Each paragraph has the style that the map names or that is found, and no style is missing in the file."""
    made = build(tmp_path, repaired(GEMEENTE), MAP)
    assert audit(made, tmp_path) == []
    used = set(ask(made, DOCUMENT, "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
    assert {
        "GemeenteKop",
        "GemeenteTussenkop",
        "Opsomminggemeente",
        "ListNumber",
        "StrongEmphasis",
        "Overzicht",
    } <= used
    assert not used & {"Heading1", "Heading2", "ListBullet", "Strong"}
    assert used <= set(ask(made, STYLES, "//w:style/@w:styleId"))
    assert ask(made, HEADER, "//w:t/text()") == ["Gemeente Voorbeeldstad"]
    assert "".join(ask(made, "word/footer1.xml", "//w:t/text()")).startswith("Postbus 1")
    kinds = ask(made, "[Content_Types].xml", "//@ContentType[contains(., 'document.main')]")
    assert kinds == ["application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"]


@pytest.mark.parametrize("data", [repaired(GEMEENTE), repaired(bare()), SHIPPED], ids=["gemeente", "bare", "shipped"])
def test_document_is_whole(data: bytes, tmp_path: Path) -> None:
    """On any base the words are those of the web page, no rule of Word is broken, and no paragraph is empty."""
    made = make(lay(tmp_path, data))
    for kind in ("aanvraag", "vacature"):
        stem = f"adviseur/adviseur-{kind}"
        assert words(BLOCKS["docx"](made[f"{stem}.docx"])) == words(BLOCKS["html"](made[f"{stem}.html"]))
        assert audit(made[f"{stem}.docx"], tmp_path) == []
        assert ask(made[f"{stem}.docx"], DOCUMENT, "//w:body/w:p[not(.//w:t)]") == []
        assert b"rsid" not in read_parts(made[f"{stem}.docx"])[DOCUMENT]


def test_a_base_like_ours_gives_our_document(tmp_path: Path) -> None:
    """On our own base the text is printed letter for letter as without one."""
    write(tmp_path, {"zonder/profiles/organisaties/stad.yaml": "naam: Gemeente Voorbeeldstad\nsoort: gemeente\n"})
    write(tmp_path, {"zonder/profiles/adviseur.yaml": PROFILE})
    without = make(tmp_path / "zonder" / "profiles", formats=["docx"])["adviseur/adviseur-aanvraag.docx"]
    body = [
        re.findall(rb"<w:body>.*<w:sectPr", read_parts(data)[DOCUMENT]) for data in (without, build(tmp_path, SHIPPED))
    ]
    assert body[0] == body[1] != []


def test_lists_use_the_numbering_of_the_file(tmp_path: Path) -> None:
    """A list takes the definition of its style, ours where it has none, and a number that nothing else has."""
    made = build(tmp_path, repaired(GEMEENTE), MAP)
    numbers = ask(made, NUMBERING, "//w:num/@w:numId")
    assert len(numbers) == len(set(numbers))
    bullets = set(ask(made, DOCUMENT, "//w:pPr[w:pStyle/@w:val='Opsomminggemeente']/w:numPr/w:numId/@w:val"))
    own = ask(made, NUMBERING, "//w:num[w:lvlOverride]/@w:numId")
    assert bullets
    assert bullets <= set(own)
    for number in bullets:
        definition = ask(made, NUMBERING, f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val")[0]
        texts = ask(made, NUMBERING, f"//w:abstractNum[@w:abstractNumId='{definition}']/w:lvl[1]/w:lvlText/@w:val")
        assert texts == ["■"]


def test_a_list_without_a_style_goes_by_its_level() -> None:
    """Where a list in a list has the style of the outer one, its markers are those of its own level."""
    data = change(
        SHIPPED, STYLES, 'w:styleId="ListBullet2"><w:name w:val="List Bullet 2"/>', 'w:styleId="X"><w:name w:val="X"/>'
    )
    lists = make_word_base(data, "huis.docx", {}).lists
    assert [lists["Bullet", level] for level in range(3)] == [(1, 0), (1, 1), (1, 2)]
    assert [lists["Number", level] for level in range(3)] == [(2, 0), (2, 1), (2, 2)]


def test_text_takes_the_style_that_is_named_for_it(tmp_path: Path) -> None:
    """Text without a style of ours has the one that the map names, where that is not what it has by itself."""
    made = build(tmp_path, repaired(bare()), "  stijlen: {tekst: Plattetekst}\n")
    assert ask(made, DOCUMENT, "//w:body/w:p[not(w:pPr)]") == []
    assert "BodyText" in ask(made, DOCUMENT, "//w:body/w:p/w:pPr/w:pStyle/@w:val")


@pytest.mark.parametrize(
    ("style", "message"),
    [
        ("", "There is no style for “kop_1” (Heading1, heading 1, Kop 1) in this file."),
        (
            "  stijlen: {kop_1: Kop die er niet is}\n",
            "There is no style “Kop die er niet is” for “kop_1” in this file.",
        ),
        ("  stijlen: {kop_1: Strong}\n", "The style “Strong” for “kop_1” is of another kind: character style."),
        ("  stijlen: {noot: Weg}\n", "There is no style “Weg” for “noot” in this file."),
    ],
)
def test_missing_styles_are_told_at_the_base(
    style: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A needed style that is not there, and a name that the map has wrong, is a mistake where the file is named."""
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, GEMEENTE, style)
    with pytest.raises(InputError) as error:
        make(Path("profiles"), formats=["docx"])
    problem = next(problem for problem in error.value.problems if problem.message == message)
    assert (problem.path, problem.line, problem.column) == ("profiles/organisaties/stad.yaml", 4, 10)
    assert problem.field == "organisatie.huisstijl.basis"
    assert problem.hint.endswith("vacaturegen huisstijl huis.docx --repair")


OBJECT = '<Relationship Id="x" Type="x/oleObject" Target="styles.xml"/></Relationships>'
LINK = '<Relationship Id="x" Type="x/image" Target="https://example.nl/x.png" TargetMode="External"/></Relationships>'


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        pytest.param(SHIPPED, "huis.docm", "This Word file holds macros, or is of a kind that can.", id="name"),
        pytest.param(
            pack(read_parts(SHIPPED) | {"word/vbaProject.bin": b"x"}),
            "huis.docx",
            "This Word file holds macros, or is of a kind that can.",
            id="macros",
        ),
        pytest.param(
            SHIPPED[:4000], "huis.docx", "This Word file is damaged: the package cannot be read.", id="cut off"
        ),
        pytest.param(
            change(SHIPPED, "word/_rels/document.xml.rels", "</Relationships>", LINK),
            "huis.docx",
            "word/document.xml fetches something from elsewhere when it is opened.",
            id="picture elsewhere",
        ),
        pytest.param(
            change(SHIPPED, "word/footer1.xml", " NUMPAGES ", " INCLUDETEXT x "),
            "huis.docx",
            "word/footer1.xml fetches something from elsewhere when it is opened.",
            id="text elsewhere",
        ),
        pytest.param(
            change(SHIPPED, "word/_rels/document.xml.rels", "</Relationships>", OBJECT),
            "huis.docx",
            "word/document.xml holds an object of another program.",
            id="object",
        ),
        pytest.param(SHIPPED, "../huis.docx", "This file lies in another folder.", id="another folder"),
        pytest.param(b"x" * ((8 << 20) + 1), "huis.docx", "This file is too large.", id="too large"),
    ],
)
def test_a_base_that_cannot_be_used(data: bytes, name: str, message: str, tmp_path: Path) -> None:
    """Macros, damage, and what fetches something are refused where the file is named."""
    (problem,) = refused(tmp_path, data, name=name)
    assert problem.field == "organisatie.huisstijl.basis"
    assert problem.message == message
    assert problem.hint


def test_a_base_can_hold_pictures(tmp_path: Path) -> None:
    """A base is larger than a text may be, and its pictures come along."""
    picture = os.urandom(2 << 20)
    made = build(tmp_path, pack(read_parts(SHIPPED) | {"word/media/groot.png": picture}))
    assert read_parts(made)["word/media/groot.png"] == picture


def test_a_changed_base_makes_new_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build knows the base as one of its inputs."""
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, repaired(GEMEENTE))
    document = tmp_path / "output" / "adviseur" / "adviseur-aanvraag.docx"
    assert run("build", "profiles", "--format", "docx") == 0
    before = document.read_bytes()
    assert run("build", "profiles", "--format", "docx") == 0
    assert document.read_bytes() == before
    lay(tmp_path, repaired(WATERSCHAP))
    assert run("build", "profiles", "--format", "docx") == 0
    assert document.read_bytes() != before


def test_colours_and_fonts_are_those_of_the_file(tmp_path: Path) -> None:
    """What the profile says of colours and fonts goes before the file, what it does not say leaves it alone."""
    data = repaired(GEMEENTE)
    theme, query = "word/theme/theme1.xml", "//a:accent1/a:srgbClr/@val | //a:latin/@typeface"
    assert ask(build(tmp_path, data), theme, query) == ["154273", "Liberation Serif", "Carlito"]
    stated = "  accentkleur: '#00695c'\n"
    assert ask(build(tmp_path, data, stated), theme, query) == ["00695C", "Liberation Serif", "Carlito"]
    assert ask(build(tmp_path, data, "  lettertype: Verdana\n"), theme, query) == ["154273", "Verdana", "Verdana"]
    assert ask(build(tmp_path, data, "  koplettertype: Georgia\n"), theme, query) == ["154273", "Georgia", "Carlito"]


def shown(data: bytes, part: str = HEADER) -> list[str]:
    """The text of each paragraph in a part, with a bar for each break."""
    text = re.sub(r"<w:br/>", "|", read_parts(data)[part].decode())
    paragraphs = re.findall(r"<w:p[ >].*?</w:p>", text, re.DOTALL)
    return [re.sub(r"<w:instrText[^>]*>[^<]*</w:instrText>|<[^>]+>", "", paragraph) for paragraph in paragraphs]


@pytest.mark.parametrize(
    ("more", "line"),
    [
        (NUMBERS, "|Zaaknummer: Z-2026 &amp; 1 · Kenmerk: HR/&lt;12&gt;"),
        ("kenmerk: HR/12\n", "|Kenmerk: HR/12"),
        ("status: concept\nzaaknummer:\n", "|Zaaknummer: [zaaknummer]"),
        ("", ""),
    ],
)
def test_numbers_stand_in_the_header(more: str, line: str, tmp_path: Path) -> None:
    """In our own header zaaknummer and kenmerk stand below organisation and kind, and in the properties."""
    write(tmp_path, {"profiles/organisaties/stad.yaml": "naam: Gemeente Voorbeeldstad\nsoort: gemeente\n"})
    write(tmp_path, {"profiles/adviseur.yaml": more + PROFILE})
    made = make(tmp_path / "profiles", formats=["docx"])["adviseur/adviseur-aanvraag.docx"]
    assert shown(made)[-1].startswith("Gemeente Voorbeeldstad · ")
    assert shown(made)[-1].partition("|")[1:] == line.partition("|")[1:]
    assert audit(made, tmp_path) == []
    names = ask(made, STANDARD, "//@name")
    assert names[4:] == [name for name in ("zaaknummer", "kenmerk") if f"{name}:" in more]


FIELD = (
    '<w:p><w:r><w:t>Zaak: </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DOCPROPERTY '
    'Zaaknummer </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:noProof/></w:rPr>'
    '<w:t>oud</w:t></w:r><w:r><w:t>er</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
CONTROL = (
    '<w:p><w:sdt><w:sdtPr><w:alias w:val="Ons kenmerk"/><w:tag w:val="kenmerk"/><w:showingPlcHdr/></w:sdtPr>'
    '<w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Klik hier</w:t></w:r></w:sdtContent>'
    "</w:sdt></w:p>"
)


def test_numbers_stand_where_the_header_has_a_place(tmp_path: Path) -> None:
    """A property field and a content control with the name of a number show it, and no line is added."""
    data = change(repaired(GEMEENTE), HEADER, "</w:hdr>", f"{FIELD}{CONTROL}</w:hdr>")
    made = build(tmp_path, data, more=NUMBERS)
    assert shown(made) == ["Gemeente Voorbeeldstad", "Zaak: Z-2026 &amp; 1", "HR/&lt;12&gt;"]
    assert "showingPlcHdr" not in read_parts(made)[HEADER].decode()
    assert audit(made, tmp_path) == []
    assert shown(build(tmp_path, data)) == ["Gemeente Voorbeeldstad", "Zaak: ", ""]
    half = change(repaired(GEMEENTE), HEADER, "</w:hdr>", f"{FIELD}</w:hdr>")
    assert shown(build(tmp_path, half, more=NUMBERS))[1:] == ["Zaak: Z-2026 &amp; 1", "Kenmerk: HR/&lt;12&gt;"]


def test_numbers_get_a_line_where_the_header_has_no_place(tmp_path: Path) -> None:
    """A line comes below what the header has; a file without a header gets one."""
    line = "Zaaknummer: Z-2026 &amp; 1 · Kenmerk: HR/&lt;12&gt;"
    assert shown(build(tmp_path, repaired(GEMEENTE), more=NUMBERS)) == ["Gemeente Voorbeeldstad", line]
    headless = build(tmp_path, repaired(bare()), more=NUMBERS)
    assert shown(headless, "word/headerEigen.xml") == [line]
    assert audit(headless, tmp_path) == []


def test_documents_of_one_house_differ_in_their_numbers_only(tmp_path: Path) -> None:
    """What is kept of a base from one document to the next holds the number of none of them."""
    profiles = lay(tmp_path, repaired(GEMEENTE), more="zaaknummer: Z1\n")
    write(profiles, {"tweede.yaml": "zaaknummer: Z2\n" + PROFILE, "derde.yaml": PROFILE})
    made = make(profiles, formats=["docx"])
    found = [shown(made[f"{name}/{name}-vacature.docx"])[1:] for name in ("adviseur", "tweede", "derde")]
    assert found == [["Zaaknummer: Z1"], ["Zaaknummer: Z2"], []]


def test_nothing_of_the_maker_is_left(tmp_path: Path) -> None:
    """The names, times and addresses of who made the file stay behind."""
    parts = read_parts(SHIPPED)
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"vacaturegen", b"Piet Maker")
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"nl-NL", b"Piet Maker")
    template = '<Relationship Id="x" Type="x/attachedTemplate" Target="file:///C:/Piet" TargetMode="External"/>'
    parts["word/_rels/settings.xml.rels"] = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{template}</Relationships>'
    ).encode()
    made = build(tmp_path, pack(parts))
    assert [name for name, data in read_parts(made).items() if b"Piet" in data] == []


def test_committed_files_are_of_nobody() -> None:
    """The files that LibreOffice made for these tests tell of no person and no day."""
    for path in sorted(FILES.glob("*.do[ct]x")):
        core = read_parts(path.read_bytes())["docProps/core.xml"].decode()
        assert re.search(r"<dc:creator></dc:creator>.*<cp:lastModifiedBy></cp:lastModifiedBy>", core)
        assert "dcterms:created" not in core


def prefixed(part: str, name: str) -> bytes:
    """The shipped file, with a prefix of another program's liking in one of its parts."""
    tree = etree.fromstring(read_parts(SHIPPED)[part])
    text = etree.tostring(tree).decode()
    space = etree.QName(tree).namespace
    if tree.prefix is None:
        text = re.sub(r"<(/?)(?=\w)", r"<\1ns0:", text).replace("xmlns=", "xmlns:ns0=")
    else:
        text = text.replace(f"{tree.prefix}:", "ns0:").replace("xmlns:w=", "xmlns:ns0=")
    assert f"<ns0:{name} " in text
    assert f'xmlns:ns0="{space}"' in text
    return pack(read_parts(SHIPPED) | {part: text.encode()})


@pytest.mark.parametrize(
    ("part", "name"), [("word/_rels/document.xml.rels", "Relationships"), ("word/numbering.xml", "numbering")]
)
def test_a_base_may_have_prefixes_of_its_own(part: str, name: str, tmp_path: Path) -> None:
    """What another program calls a namespace makes no difference to the document."""
    made = build(tmp_path, prefixed(part, name))
    assert audit(made, tmp_path) == []
    plain = build(tmp_path / "gewoon", SHIPPED)
    assert read_parts(made)[DOCUMENT] == read_parts(plain)[DOCUMENT]


def test_no_reference_leads_nowhere(tmp_path: Path) -> None:
    """A reference of the base to a header that is not there does not reach a document."""
    base = change(SHIPPED, DOCUMENT, "<w:pgSz", '<w:headerReference w:type="even" r:id="rIdWeg"/><w:pgSz')
    assert b"rIdWeg" not in read_parts(build(tmp_path, base))[DOCUMENT]


def test_tracked_changes_stand_in_the_styles_of_the_file(tmp_path: Path) -> None:
    """Each paragraph has a style of the file, whether it stayed, came or went, and also what it was before."""
    for name in ("oud", "nieuw"):
        lay(tmp_path / name, repaired(bare()), "  stijlen: {tekst: Plattetekst}\n")
    profile = tmp_path / "nieuw/profiles/adviseur.yaml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(f"{text}secties:\n  - titel: Een eigen kop\n    tekst: Een eigen alinea.\n", encoding="utf-8")
    folders = tmp_path / "oud", tmp_path / "nieuw"
    assert run("diff", *folders, "--format", "docx", "--output", tmp_path / "uit") == 1
    made = (tmp_path / "uit/adviseur/adviseur-aanvraag-wijzigingen.docx").read_bytes()
    assert ask(made, DOCUMENT, "//w:body//w:p[not(w:pPr/w:pStyle)]") == []
    known = set(ask(made, "word/styles.xml", "//w:style/@w:styleId"))
    assert set(ask(made, DOCUMENT, "//w:pStyle/@w:val")) <= known
    assert ask(made, DOCUMENT, "//w:pPrChange/w:pPr[not(w:pStyle)]") == []
    assert audit(made, tmp_path) == []
