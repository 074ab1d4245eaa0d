"""`vacaturegen verify`: whether a Word file is what a version gives, whatever was done to it, and what it says."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.house import pack, read_parts
from tests.repository import commit, enter, git
from tests.support import CASES, contents, make, run
from tests.test_house import bomb, encrypted
from vacaturegen.i18n import activate
from vacaturegen.reading.reader import KINDS as TAGS
from vacaturegen.verifying import Sameness, verify
from vacaturegen.verifying.text import KINDS, TRACKED
from vacaturegen.versions import open_version

Said = pytest.CaptureFixture[str]
PROFILES = CASES / "documenten" / "profiles"
MAIN, RELS, NUMBERS = "word/document.xml", "word/_rels/document.xml.rels", "word/numbering.xml"
HEADER, FOOTER, CORE, CUSTOM = "word/header1.xml", "word/footer1.xml", "docProps/core.xml", "docProps/custom.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CASES_AS_THEY_ARE = open_version(str(PROFILES), Path())
ANSWER, SAME = "Je denkt vooruit.", "De woorden zijn gelijk."


@cache
def built() -> Mapping[str, bytes]:
    """The Word files of the cases, by their name."""
    return {Path(path).name: data for path, data in make(PROFILES, formats=("docx",)).items()}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the profiles of the cases, all committed."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        folder = enter(tmp_path_factory.mktemp("verify"), monkeypatch)
        git(folder, "init", "--quiet", "--initial-branch", "hoofdlijn")
        shutil.copytree(PROFILES, folder / "profiles")
        commit(folder, {})
    return folder


@pytest.fixture
def home(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that repository, to work in."""
    folder = enter(tmp_path, monkeypatch)
    shutil.copytree(repository, folder, dirs_exist_ok=True)
    return folder


def told(capsys: Said) -> str:
    """What the command said, with plain spaces."""
    return capsys.readouterr().out.replace("\u00a0", " ")


def edited(name: str, *changes: tuple[str, str, str]) -> bytes:
    """A document in which a text in a part is another one, the first time that it stands there; all of it is there."""
    parts = read_parts(built()[name])
    for part, old, new in changes:
        text = parts.get(part, b"").decode()
        assert old in text, (part, old)
        parts[part] = text.replace(old, new, 1).encode()
    return pack(parts)


def run_of(text: str, look: str) -> str:
    """A run that looks so."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def relation(name: str, kind: str, target: str) -> tuple[str, str, str]:
    """The change that adds a relationship to the outside."""
    there = f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    return RELS, "</Relationships>", f"{there}</Relationships>"


def behind(text: str, added: str) -> tuple[str, str, str]:
    """The change that adds something behind the run of a text."""
    return MAIN, f"<w:t>{text}</w:t></w:r>", f"<w:t>{text}</w:t></w:r>{added}"


def looking(text: str, look: str) -> tuple[str, str, str]:
    """The change that gives a text another look."""
    return MAIN, f"<w:r><w:t>{text}</w:t></w:r>", run_of(text, look)


def tracked(kind: str, text: str) -> str:
    """A tracked change of a text."""
    tag = "delText" if kind == "del" else "t"
    run_ = f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'
    return f'<w:{kind} w:id="90" w:author="Lezer" w:date="2026-01-02T03:04:05Z">{run_}</w:{kind}>'


COMMENT = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1"'
    ' w:author="Lezer" w:date="2026-01-02T00:00:00Z"><w:p><w:r><w:t>Klopt dit?</w:t></w:r></w:p></w:comment>'
    "</w:comments>"
)


def commented(name: str) -> bytes:
    """A document with a comment."""
    mark = '<w:r><w:commentReference w:id="1"/></w:r>'
    there = f'<Relationship Id="c1" Type="{OFFICE}/comments" Target="comments.xml"/></Relationships>'
    data = edited(name, behind(ANSWER, mark), (RELS, "</Relationships>", there))
    return pack(read_parts(data) | {"word/comments.xml": COMMENT.encode()})


WATERMARK = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="CONCEPT"/></v:shape>'
CUT_OFF = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr><w:r><w:t>'
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
CODE = '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
PAGE = f"{BEGIN}{CODE}{SEPARATE}<w:r><w:rPr><w:noProof/></w:rPr><w:t>"

EDITS: Mapping[str, tuple[list[tuple[str, str, str]], list[str]]] = {
    "a word": (
        [(MAIN, "ongeveer 400", "ongeveer 450")],
        ["1 zin verschilt:", "Hier kom je te werken", "Er werken ongeveer [-400-]{+450+} mensen"],
    ),
    "where a link leads": (
        [(RELS, "voorbeeldstad.nl/over-ons", "elders.nl/over-ons")],
        ["Waar koppelingen heen gaan", "- [-https://www.voorbeeldstad.nl/over-ons-]", "{+https://www.elders.nl/over-ons+}"],
    ),
    "a link that no document may have": (
        [relation("x", "hyperlink", "file:///etc/passwd"), looking(ANSWER, "")],
        [SAME, "{+file:///etc/passwd+}"],
    ),
    "a link as a field": (
        [behind(ANSWER, '<w:fldSimple w:instr="HYPERLINK &quot;https://elders.nl/&quot;"/>')],
        [SAME, "{+https://elders.nl/+}"],
    ),
    "hidden text": ([behind(ANSWER, run_of("geheim", "<w:vanish/>"))], [SAME, "Verborgen tekst", "{+geheim+}"]),
    "words that were hidden": (
        [looking(ANSWER, "<w:vanish/>")],
        ["Verborgen tekst", f"{{+{ANSWER}+}}", f"[-{ANSWER}-]"],
    ),
    "white words": ([looking(ANSWER, '<w:color w:val="FFFFFF"/>')], [SAME, "niet te lezen", f"{{+{ANSWER}+}}"]),
    "words below a black marker": (
        [looking(ANSWER, '<w:color w:val="000000"/><w:highlight w:val="black"/>')],
        [SAME, "niet te lezen", f"{{+{ANSWER}+}}"],
    ),
    "words without size": ([looking(ANSWER, '<w:sz w:val="2"/>')], [SAME, "niet te lezen", f"{{+{ANSWER}+}}"]),
    "words without width": ([looking(ANSWER, '<w:w w:val="1"/>')], [SAME, "niet te lezen", f"{{+{ANSWER}+}}"]),
    "words struck through": ([looking(ANSWER, "<w:strike/>")], [SAME, "Doorgehaalde tekst", f"{{+{ANSWER}+}}"]),
    "a style that makes all white": (
        [("word/styles.xml", "<w:rPrDefault><w:rPr>", '<w:rPrDefault><w:rPr><w:color w:val="FEFEFE"/>')],
        [SAME, "niet te lezen", "{+Organisatie+}", "en nog "],
    ),
    "words that are raised": (
        [looking(ANSWER, '<w:vertAlign w:val="superscript"/>')], [SAME, "Tekst in superscript", f"{{+{ANSWER}+}}"],
    ),
    "words that run backwards": (
        [(MAIN, f"<w:r><w:t>{ANSWER}</w:t></w:r>",
          f'<w:bdo w:val="rtl"><w:r><w:t>{ANSWER}</w:t></w:r></w:bdo>')],
        [SAME, "van rechts naar links", f"{{+{ANSWER}+}}"],
    ),
    "words above the line": (
        [behind(ANSWER, f'<w:r><w:ruby><w:rt>{run_of("niet", "")}</w:rt><w:rubyBase/></w:ruby></w:r>')],
        [SAME, "Tekst boven de regel", "{+niet+}"],
    ),
    "an insertion that was not accepted": (
        [behind(ANSWER, tracked("ins", " En ver."))],
        [
            "1 bijgehouden wijziging, nog niet geaccepteerd:",
            "ingevoegd (door Lezer, 2026-01-02): “En ver.”",
            "Met alles geweigerd is de tekst woord voor woord wat HEAD (",
            "+ {+En ver.+}",
        ],
    ),
    "a deletion, and a word changed without telling": (
        [(MAIN, f"<w:r><w:t>{ANSWER}</w:t></w:r>", tracked("del", ANSWER)), (MAIN, "ongeveer 400", "ongeveer 450")],
        ["verwijderd (door Lezer", "Ook met alles geweigerd is de tekst niet wat HEAD (", "2 zinnen verschillen:"],
    ),
    "a page that was tracked": (
        [(MAIN, "</w:sectPr>", '<w:sectPrChange w:id="9"/></w:sectPr>')],
        ["van rijen, pagina's, kop- en voetteksten: 1", SAME],
    ),
    "bold": ([looking(ANSWER, "<w:b/>")], ["in de leesversie verschilt:", f"- {ANSWER}", f"+ **{ANSWER}**"]),
    "a heading that is none": (
        [(MAIN, '<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading3"/>')],
        ["in de leesversie verschilt:", "- ## ", "+ ### "],
    ),
    "the header": ([(HEADER, "Gemeente", "Provincie")], [SAME, "Kopteksten", "[-Gemeente", "{+Provincie"]),
    "the footer": (
        [(FOOTER, "Pagina ", "Blad ")],
        [SAME, "Voetteksten", "[-Pagina {PAGE} van {NUMPAGES}-]", "{+Blad {PAGE} van {NUMPAGES}+}"],
    ),
    "a header that no page has": (
        [(MAIN, "<w:headerReference", "<w:x")],
        [SAME, "Kopteksten", "[-Gemeente Voorbeeldstad"],
    ),
    "a white header": (
        [(HEADER, "<w:r>", '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr>')],
        [SAME, "niet te lezen", "{+Gemeente Voorbeeldstad"],
    ),
    "a watermark": (
        [(HEADER, "</w:hdr>", f"<w:p><w:r><w:pict>{WATERMARK}</w:pict></w:r></w:p></w:hdr>")],
        [SAME, "Kopteksten", "CONCEPT+}"],
    ),
    "an insertion in the header": (
        [(HEADER, "</w:p></w:hdr>", f"{tracked('ins', ' Nieuw')}</w:p></w:hdr>")],
        [SAME, "van rijen, pagina's, kop- en voetteksten: 1", "Nieuw+}"],
    ),
    "a hidden row": (
        [(MAIN, "<w:cantSplit/></w:trPr>", "<w:cantSplit/><w:hidden/></w:trPr>")],
        [SAME, "Verborgen tekst", "{+Organisatie+}", "{+Gemeente Voorbeeldstad+}"],
    ),
    "a line that is cut off": (
        [(MAIN, f"<w:p><w:r><w:t>{ANSWER}", f"{CUT_OFF}{ANSWER}")],
        [SAME, "niet te lezen", f"{{+{ANSWER}+}}"],
    ),
    "a link to a place in the document": (
        [behind(ANSWER, f'<w:hyperlink w:anchor="x">{run_of("", "")}</w:hyperlink>')],
        [SAME, "Waar koppelingen heen gaan", "{+#x+}"],
    ),
    "a field": (
        [behind(ANSWER, '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
                        '<w:r><w:fldChar w:fldCharType="end"/></w:r>')],
        [SAME, "Velden die Word invult", "{+DATE+}"],
    ),
    "a picture from outside": (
        [relation("x", "image", "https://elders.nl/x.png")], [SAME, "Afbeeldingen", "{+https://elders.nl/x.png+}"],
    ),
    "a picture": (
        [(RELS, "</Relationships>", f'<Relationship Id="x" Type="{OFFICE}/image" Target="a"/></Relationships>')],
        [SAME, "Afbeeldingen", "    + {+"],
    ),
    "a shape over the text": (
        [behind(ANSWER, f"<w:r><w:pict>{WATERMARK}</w:pict></w:r><w:r><w:drawing/></w:r>")],
        [SAME, "Afbeeldingen", "{+CONCEPT+}", "{+drawing+}"],
    ),
    "another document within": (
        [relation("x", "subDocument", "rest.docx")], [SAME, "ingesloten", "{+subDocument: rest.docx+}"],
    ),
    "a control that takes its text from elsewhere": (
        [(MAIN, f"<w:r><w:t>{ANSWER}</w:t></w:r>",
          f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x"/></w:sdtPr><w:sdtContent><w:r><w:t>{ANSWER}</w:t></w:r>'
          "</w:sdtContent></w:sdt>")],
        [SAME, "hun tekst ergens anders vandaan halen", "{+/x+}"],
    ),
    "the title of the file": (
        [(CORE, "<dc:title>Adviseur", "<dc:title>Directeur")],
        [SAME, "Eigenschappen", "[-titel: Adviseur", "{+titel: Directeur"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), EDITS.values(), ids=EDITS.keys())
def test_whatever_a_reader_could_miss_is_told(
    changes: list[tuple[str, str, str]], expected: list[str], home: Path, capsys: Said
) -> None:
    """Each change of what a document says or shows is a difference, and is told as what it is."""
    (home / "stuk.docx").write_bytes(edited("team-vacature.docx", *changes))
    assert run("verify", "stuk.docx") == 1
    said = told(capsys)
    assert said.startswith("stuk.docx is niet wat HEAD (")
    for piece in expected:
        assert piece in said
    assert said.count(SAME) == (SAME in expected)
    assert "Het is gemaakt van dezelfde bronnen, en daarna gewijzigd" in said


def test_each_kind_of_change_has_been_seen() -> None:
    """No kind of difference is without a case here; those of lists and of pictures have tests of their own below."""
    activate()
    seen = {kind for changes, _words in EDITS.values() for kind in differing(edited("team-vacature.docx", *changes))}
    assert seen | {"markers"} == KINDS.keys()
    assert set(TRACKED) == set(TAGS.values())


def differing(data: bytes) -> set[str]:
    """The kinds of what differs beneath the words of a file."""
    verdict = verify(data, Path("team-vacature.docx"), CASES_AS_THEY_ARE, CASES_AS_THEY_ARE)
    return {difference.kind for difference in verdict.beneath}


@pytest.mark.parametrize("form", ["bullet", "none", "decimal"])
def test_bullets_that_are_words(form: str, home: Path, capsys: Said) -> None:
    """Words in front of each item are read with it, however a program calls them; a sign is only a look."""
    bullet = '<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>'
    for text, code in (("NIET: ", 1), ("o", 0), ("\uf0b7", 0), ("\u2713", 0)):
        words = bullet.replace("•", text).replace(
            'numFmt w:val="bullet"', f'numFmt w:val="{form if code else "bullet"}"'
        )
        (home / "stuk.docx").write_bytes(edited("team-vacature.docx", (NUMBERS, bullet, words)))
        assert run("verify", "stuk.docx") == code
        said = told(capsys)
        assert (f"{{+{'decimal ' if form == 'decimal' else ''}NIET:+}}" in said) == bool(code)


def test_bullets_that_are_pictures(home: Path, capsys: Said) -> None:
    """A picture in front of each item can say anything."""
    bullet = '<w:lvlText w:val="•"/>'
    data = edited("team-vacature.docx", (NUMBERS, bullet, f'{bullet}<w:lvlPicBulletId w:val="0"/>'))
    (home / "stuk.docx").write_bytes(data)
    assert run("verify", "stuk.docx") == 1
    assert "{+een afbeelding+}" in told(capsys)


def test_headings_with_a_number(home: Path, capsys: Said) -> None:
    """What stands in front of a heading is read with it, also a number that lists have too."""
    heading = '(<w:style [^>]*w:styleId="Heading2">.*?)(<w:spacing )'
    for number, form in (("1", "•"), ("2", "decimal %1.")):
        parts = read_parts(built()["volledig-aanvraag.docx"])
        style = rf'\1<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>\2'
        parts["word/styles.xml"] = re.sub(heading, style, parts["word/styles.xml"].decode(), count=1).encode()
        (home / "stuk.docx").write_bytes(pack(parts))
        assert run("verify", "stuk.docx") == 1
        assert f"{{+## {form}+}}" in told(capsys)


def test_lists_that_are_numbered_otherwise(home: Path, capsys: Said) -> None:
    """The words of a list are the same when its 1. becomes an A), and its numbers are not."""
    data = edited("volledig-aanvraag.docx", (NUMBERS, '<w:lvlText w:val="%1."/>', '<w:lvlText w:val="%1)"/>'))
    (home / "stuk.docx").write_bytes(data)
    assert run("verify", "stuk.docx") == 1
    said = told(capsys)
    assert "Nummers en woorden voor punten en koppen" in said
    assert "{+decimal %1)+}" in said


def test_every_document_is_what_its_revision_gives(home: Path, capsys: Said) -> None:
    """Byte for byte, from whatever folder profile it comes."""
    for name, data in built().items():
        (home / name).write_bytes(data)
        assert run("verify", name) == 0
        assert told(capsys).startswith(f"{name} is byte voor byte wat HEAD (")


@pytest.mark.parametrize("name", ["zomaar.docx", "team-vacature (1).docx", "Vacature definitief.docx"])
def test_a_name_is_no_matter(name: str, home: Path, capsys: Said) -> None:
    """A file that was renamed is still known, by its properties; which document it is, is told."""
    (home / name).write_bytes(built()["team-vacature.docx"])
    assert run("verify", name) == 0
    assert told(capsys).endswith(" geeft als team-vacature.\n")


def test_another_packing(home: Path, capsys: Said) -> None:
    """The same parts in another zip file, in another order."""
    parts = read_parts(built()["team-vacature.docx"])
    (home / "stuk.docx").write_bytes(pack(dict(sorted(parts.items(), reverse=True))))
    assert run("verify", "stuk.docx") == 0
    assert "alleen de verpakking (zip) verschilt" in told(capsys)


def test_another_form(home: Path, capsys: Said) -> None:
    """With other styles and hard spaces gone the words are the same, and the parts that differ are named."""
    data = edited(
        "team-vacature.docx",
        ("word/styles.xml", "<w:rPrDefault><w:rPr>", '<w:rPrDefault><w:rPr><w:color w:val="333333"/>'),
        (MAIN, "€\u00a0", "€ "),
        (FOOTER, f"{PAGE}1</w:t></w:r>{END}", '<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>'),
        (FOOTER, "<w:t>1</w:t>", "<w:t>12</w:t>"),
        (CORE, "; ", " "),
        ("docProps/app.xml", "vacaturegen", "Schrijver/7$x"),
        (CORE, "</cp:coreProperties>", "<cp:lastModifiedBy>Lezer</cp:lastModifiedBy></cp:coreProperties>"),
    )
    (home / "stuk.docx").write_bytes(data)
    assert run("verify", "stuk.docx") == 0
    said = told(capsys)
    assert "is woord voor woord wat HEAD (" in said
    assert "Sommige harde spaties zijn gewone spaties, of andersom." in said
    names = "docProps/app.xml, docProps/core.xml, word/document.xml, word/footer1.xml, word/styles.xml"
    assert f"Deze delen van het bestand verschillen: {names}.\n" in said
    assert "Het is het laatst bewaard met Schrijver 7 (door Lezer), zegt het bestand." in said


def test_comments_are_told(home: Path, capsys: Said) -> None:
    """A comment is a difference, though all words are the same."""
    (home / "stuk.docx").write_bytes(commented("team-vacature.docx"))
    assert run("verify", "stuk.docx") == 1
    said = told(capsys)
    assert SAME in said
    assert "1 opmerking:\n    Lezer (2026-01-02): “Klopt dit?”" in said


def fill_in(text: str) -> str:
    """The XML of a document with 36 hours a week filled in."""
    before, tag, behind = text.partition('<w:tag w:val="inzet.uren_per_week"/>')
    behind = re.sub(r"<w:t>\[[^<]*</w:t>", "<w:t>36 uur</w:t>", behind.replace("<w:showingPlcHdr/>", "", 1), count=1)
    return before + tag + behind


@pytest.mark.parametrize("tag", ['<w:tag w:val="inzet.uren_per_week"/>', ""])
def test_what_was_filled_in_is_told(tag: str, home: Path, capsys: Said) -> None:
    """Also where a program dropped the tags of the places to fill in, which LibreOffice did for long."""
    parts = read_parts(built()["klad-vacature-vacature.docx"])
    text = fill_in(parts[MAIN].decode())
    parts[MAIN] = (text if tag else re.sub(r'<w:tag w:val="[^"]*"/>|<w:alias [^>]*/>', "", text)).encode()
    (home / "stuk.docx").write_bytes(pack(parts))
    assert run("verify", "stuk.docx") == 1
    said = told(capsys)
    assert "1 plaats is ingevuld:\n    uren per week: “36 uur”" in said
    assert "{+36 uur+}" in said


@pytest.mark.parametrize(("box", "is_only"), [("nog niet", True), ("wel", False)])
def test_the_list_of_open_places_is_out_of_date(box: str, is_only: bool, home: Path, capsys: Said) -> None:
    """Nobody keeps that list up in Word: when nothing else differs, that is told; when the box says more, it is not."""
    parts = read_parts(built()["klad-vacature-vacature.docx"])
    parts[MAIN] = fill_in(parts[MAIN].decode()).replace("nog niet", box, 1).encode()
    (home / "stuk.docx").write_bytes(pack(parts))
    path = home / "profiles/klad-vacature.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("uren_per_week:", "uren_per_week: 36", 1), encoding="utf-8")
    assert run("verify", "stuk.docx", ".") == 1
    said = told(capsys)
    assert "{+uren per week, +}" in said
    assert ("Alleen de lijst van wat nog is in te vullen, is niet bijgewerkt" in said) == is_only


def test_properties_that_are_gone(home: Path, capsys: Said) -> None:
    """Without its properties a file is known by its name; that they are gone is told, and is no difference."""
    parts = read_parts(built()["team-vacature.docx"])
    parts[CUSTOM] = re.sub(rb"<property .*</property>", b"", parts[CUSTOM])
    parts[CORE] = re.sub(rb"<cp:keywords>.*</cp:keywords>", b"", parts[CORE])
    for name, code in (("team-vacature (2).docx", 0), ("zomaar.docx", 2)):
        (home / name).write_bytes(pack(parts))
        assert run("verify", name) == code
        said = capsys.readouterr()
        assert ("dat is aan de naam gezien" in said.out) == (not code)
        assert ("Deze eigenschappen zijn weg: trefwoorden." in said.out) == (not code)
        assert ("Geef het bestand de naam van dat document" in said.err) == bool(code)


def test_a_file_of_other_sources(home: Path, capsys: Said) -> None:
    """What was made from an earlier revision differs from the last one, and is what that revision gives."""
    path = home / "profiles/team.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Je denkt vooruit", "Je denkt mee"), encoding="utf-8")
    commit(home, {})
    (home / "stuk.docx").write_bytes(built()["team-vacature.docx"])
    assert run("verify", "stuk.docx") == 1
    said = told(capsys)
    assert "Je denkt [-mee-]{+vooruit+}." in said
    assert "Het is gemaakt van andere bronnen" in said
    assert run("verify", "stuk.docx", "HEAD~1") == 0
    assert "is byte voor byte wat HEAD~1 (" in told(capsys)
    assert run("verify", "stuk.docx", str(PROFILES)) == 0
    assert f"is byte voor byte wat de map “{PROFILES}” geeft" in told(capsys)
    assert run("verify", "stuk.docx", ".") == 1
    assert "dan die van de map “.”.\n" in told(capsys)


def test_a_profile_that_got_another_name(home: Path, capsys: Said) -> None:
    """A file that was made after a profile was renamed is held against what the profile was called before."""
    (home / "profiles/team.yaml").rename(home / "profiles/ploeg.yaml")
    run("build", "profiles/ploeg.yaml", "--format", "docx")
    capsys.readouterr()
    assert run("verify", "output/ploeg/ploeg-vacature.docx") == 0
    said = told(capsys)
    assert "is woord voor woord wat HEAD (" in said
    assert "geeft als team-vacature" in said
    assert "gemaakt is van het profiel “ploeg”" in said


def test_tracked_changes_of_our_own(home: Path, capsys: Said) -> None:
    """Of a file with the changes from one version to another both are told: what it was and what it becomes."""
    path = home / "profiles/team.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Je denkt vooruit", "Je denkt mee"), encoding="utf-8")
    assert run("diff", "--format", "docx") == 1
    capsys.readouterr()
    file = "verschil/team/team-vacature-wijzigingen.docx"
    assert run("verify", file) == 1
    said = told(capsys)
    assert "2 bijgehouden wijzigingen" in said
    assert "Met alles geweigerd is de tekst woord voor woord wat HEAD (" in said
    assert "Met alles geaccepteerd zegt het bestand wat hieronder staat." in said
    assert "Je denkt [-vooruit-]{+mee+}." in said
    assert run("verify", file, ".") == 1
    said = told(capsys)
    assert "Ook met alles geweigerd is de tekst niet wat de map “.” geeft." in said
    assert "Met alles geaccepteerd is de tekst woord voor woord wat de map “.” geeft." in said


def test_profiles_that_are_gone_here(home: Path, capsys: Said) -> None:
    """A file is held against what was committed, also where the folder has no profiles any more."""
    (home / "stuk.docx").write_bytes(built()["team-vacature.docx"])
    shutil.rmtree(home / "profiles")
    assert run("verify", "stuk.docx") == 0
    assert "byte voor byte" in told(capsys)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_no_letter_can_change_unseen(data: st.DataObject) -> None:
    """Whichever letter of whichever part that people read is another one, the file is not the same document."""
    parts = read_parts(built()["team-vacature.docx"])
    part = data.draw(st.sampled_from([MAIN, HEADER, RELS]))
    text = parts[part].decode()
    where = r">([^<>]+)</w:t>" if part != RELS else r'Target="((?:https|mailto|tel):[^"]+)" TargetMode'
    spans = [found.span(1) for found in re.finditer(where, text)]
    start, end = data.draw(st.sampled_from(spans))
    letters = [
        at for at in range(start, end) if text[at].isalnum() and text[start:at].count("&") == text[start:at].count(";")
    ]
    at = data.draw(st.sampled_from(letters or [start]))
    parts[part] = (text[:at] + ("q" if text[at] != "q" else "x") + text[at + 1 :]).encode()
    verdict = verify(pack(parts), Path("x.docx"), CASES_AS_THEY_ARE, CASES_AS_THEY_ARE)
    assert verdict.sameness == Sameness.NONE


BAD = {
    "empty": (b"", "Dit is geen Word-bestand."),
    "text": (b"rommel", "Dit is geen Word-bestand."),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "versleuteld"),
    "encrypted": (encrypted(), "versleuteld"),
    "a bomb": (bomb(), "uitgepakt veel groter"),
    "too large": (bytes(9 << 20), "te groot"),
}


@pytest.mark.parametrize(("data", "message"), BAD.values(), ids=BAD.keys())
def test_files_that_cannot_be_read(data: bytes, message: str, home: Path, capsys: Said) -> None:
    """One clear message that names the file, exit code 2, and nothing is written."""
    (home / "stuk.docx").write_bytes(data)
    refused(home, capsys, ["stuk.docx"], message)


def refused(home: Path, capsys: Said, args: list[str], *messages: str) -> None:
    """Hold that the command refuses, with these words, and writes nothing."""
    before = contents(home)
    assert run("verify", *args) == 2
    said = capsys.readouterr()
    assert not said.out
    assert "Traceback" not in said.err
    for message in messages:
        assert message in said.err
    assert contents(home) == before


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "BESTAND"),
        (["bestaat-niet.docx"], "bestaat-niet.docx"),
        (["profiles"], "profiles"),
        (["stuk.docx", "bestaat-niet"], "bestaat-niet"),
        (["stuk.docx", "HEAD..HEAD"], "HEAD"),
        (["stuk.docx", "HEAD", "HEAD"], "HEAD"),
        (["vreemd.docx"], "aan de naam en de eigenschappen is niet te zien"),
    ],
)
def test_what_is_typed_wrong(args: list[str], message: str, home: Path, capsys: Said) -> None:
    """The message says what cannot be found; nothing is compared."""
    (home / "stuk.docx").write_bytes(built()["team-vacature.docx"])
    parts = read_parts(built()["team-vacature.docx"])
    (home / "vreemd.docx").write_bytes(pack(parts | {CUSTOM: re.sub(rb"<property .*</property>", b"", parts[CUSTOM])}))
    refused(home, capsys, args, message)


def test_damage_is_told(home: Path, capsys: Said) -> None:
    """A file that was cut off, or that holds what is no XML, is damaged."""
    data = built()["team-vacature.docx"]
    (home / "stuk.docx").write_bytes(data[:3000])
    refused(home, capsys, ["stuk.docx"], "beschadigd")
    (home / "stuk.docx").write_bytes(edited("team-vacature.docx", (MAIN, "<w:body>", "<w:body>&")))
    refused(home, capsys, ["stuk.docx"], "beschadigd", MAIN)


def test_a_version_that_is_not_valid(home: Path, capsys: Said) -> None:
    """The errors of the profile that is meant are told, named with the revision; those of others are no matter."""
    (home / "stuk.docx").write_bytes(built()["team-vacature.docx"])
    path = home / "profiles/team.yaml"
    good = path.read_text(encoding="utf-8")
    commit(home, {"profiles/team.yaml": good.replace("titel: ", "titels: ")})
    refused(home, capsys, ["stuk.docx"], "HEAD:profiles/team.yaml:")
    commit(home, {"profiles/team.yaml": good, "profiles/kaal.yaml": "titels: x\n"})
    assert run("verify", "stuk.docx") == 0


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """Where git keeps nothing a folder can be named; a revision cannot."""
    folder = enter(tmp_path, monkeypatch)
    shutil.copytree(PROFILES, folder / "profiles")
    (folder / "stuk.docx").write_bytes(built()["team-vacature.docx"])
    refused(folder, capsys, ["stuk.docx"], "Hier is geen git-repository")
    assert run("verify", "stuk.docx", ".") == 0


def test_a_shallow_clone(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """What a shallow clone does not have is told, with how to fetch it."""
    commit(home, {"x.txt": "x"})
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{home}", "ondiep")
    monkeypatch.chdir(tmp_path / "ondiep")
    Path("stuk.docx").write_bytes(built()["team-vacature.docx"])
    assert run("verify", "stuk.docx") == 0
    capsys.readouterr()
    refused(tmp_path / "ondiep", capsys, ["stuk.docx", "HEAD~1"], "git fetch --unshallow")


def test_nothing_in_a_file_acts_on_the_terminal(home: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names and texts from the file are shown without signs that a terminal would obey, with colours too."""
    data = edited(
        "team-vacature.docx",
        behind(ANSWER, tracked("ins", "\u202e\u009b31m").replace("Lezer", "Le\u009bzer")),
        (CORE, "<dc:title>", "<dc:title>\u202e"),
    )
    (home / "stuk.docx").write_bytes(data)
    run("verify", "stuk.docx")
    plain = told(capsys)
    assert "Le\ufffdzer" in plain
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    run("verify", "stuk.docx")
    coloured = told(capsys)
    assert "\x1b[32m" in coloured
    assert all(sign not in plain + coloured for sign in ("\u009b", "\u202e"))


def test_many_parts_in_one_file_are_read_once(home: Path, capsys: Said) -> None:
    """Two parts of one name could show one document here and another in Word: such a file is refused."""
    data = io.BytesIO(built()["team-vacature.docx"])
    with zipfile.ZipFile(data, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr(MAIN, "<x/>")
    (home / "stuk.docx").write_bytes(data.getvalue())
    refused(home, capsys, ["stuk.docx"], "beschadigd")
