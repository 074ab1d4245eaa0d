"""Reading Word files back: our own exactly, other people's sensibly, and whatever it is in normal form."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.house import GEMEENTE, SHIPPED, bare, change, pack, read_parts
from tests.support import make
from tests.test_chain import STEMS, everything
from tests.test_markdown import pages
from tests.test_own_base import MAP, lay, repaired
from tests.test_writers_docx import ASSETS, META
from vacaturegen.errors import InputError
from vacaturegen.markdown import mark, parse, role, strip_marks
from vacaturegen.reading import Span, WordText, read_word
from vacaturegen.writers import docx
from vacaturegen.writers.md import print_copy

MAIN = "word/document.xml"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    }.items()
)
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NO_PARTS: Mapping[str, str] = {}
BASE = bare()
"""What python-docx begins with: the usual styles of Word, none of ours."""


def word(body: str, parts: Mapping[str, str] = NO_PARTS, links: tuple[str, ...] = ()) -> bytes:
    """A Word file with this body, in which link1... lead to `links`, and with parts by their kind."""
    files = read_parts(BASE)
    files[MAIN] = xml("document", f"<w:body>{body}</w:body>")
    rels = "".join(
        f'<Relationship Id="link{number}" Type="{RELATIONSHIPS}/hyperlink" TargetMode="External"'
        f' Target="{escape(link)}"/>'
        for number, link in enumerate(links, 1)
    )
    for kind, content in parts.items():
        files[f"word/{kind}.xml"] = content.encode()
        rels += f'<Relationship Id="{kind}" Type="{RELATIONSHIPS}/{kind}" Target="{kind}.xml"/>'
    name = "word/_rels/document.xml.rels"
    old = files[name].decode()
    if "numbering" in parts:
        old = re.sub(r'<Relationship [^>]*?/numbering"[^>]*?/>', "", old)
    files[name] = old.replace("</Relationships>", f"{rels}</Relationships>").encode()
    return pack(files)


def xml(root: str, content: str) -> bytes:
    """A part of a Word file."""
    return f"<w:{root} {NAMESPACES}>{content}</w:{root}>".encode()


def p(content: str, style: str = "", more: str = "") -> str:
    """A paragraph; a text that is no XML is a run."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{more}</w:pPr>{content if content.startswith('<') else r(content)}</w:p>"


def r(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def item(text: str, number: int, level: int = 0, style: str = "") -> str:
    """A paragraph in a list."""
    return p(text, style, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: str) -> str:
    """A table of rows of cells."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def c(content: str, properties: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(content) if not content.startswith('<w:p>') else content}</w:tc>"


def field(code: str, result: str) -> str:
    """A field in separate runs."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return (
        f"{sign('begin')}<w:r><w:instrText>{escape(code, quote=False)}</w:instrText></w:r>{sign('separate')}{r(result)}"
        f"{sign('end')}"
    )


def sdt(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def changed(kind: str, content: str) -> str:
    """A tracked change."""
    return f'<w:{kind} w:id="1" w:author="Lezer" w:date="2026-01-02T03:04:05Z">{content}</w:{kind}>'


def levels(*forms: tuple[str, str]) -> str:
    """The levels of a numbering: the form and text of their markers."""
    return "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(forms)
    )


NUMBERING = xml(
    "numbering",
    f'<w:abstractNum w:abstractNumId="1">{levels(("bullet", "•"), ("bullet", "–"))}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{levels(("decimal", "%1."), ("lowerLetter", "%2."))}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="3">{levels(("bullet", " "))}</w:abstractNum>'
    + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2, 3))
    + '<w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
    "</w:lvlOverride></w:num>",
).decode()


def read(body: str, *, original: bool = False, **parts: str) -> WordText:
    """What is read of a body in a file with the usual styles and the numbering above."""
    return read_word(word(body, {"numbering": NUMBERING} | parts), "stuk.docx", original=original)


def copy_of(text: WordText) -> str:
    """The reading copy of what was read."""
    return print_copy(text.tokens).decode().removesuffix("\n")


def strip_roles(text: WordText) -> list[object]:
    """The tokens as their reading copy can give them."""
    return list(strip_marks(text.tokens))


@pytest.mark.parametrize("stem", STEMS)
def test_own_documents_give_their_reading_copy(stem: str) -> None:
    """The reading copy of a Word file that was built is byte for byte the one that was built beside it."""
    made = everything()
    assert print_copy(read_word(made[f"{stem}.docx"], stem).tokens) == made[f"{stem}.md"]


@pytest.mark.parametrize(("base", "styles"), [(repaired(bare()), ""), (repaired(GEMEENTE), MAP), (SHIPPED, "")])
def test_documents_on_an_own_base_give_their_reading_copy(base: bytes, styles: str, tmp_path: Path) -> None:
    """So is that of a document on an organisation's own Word file, whatever its styles are called."""
    made = make(lay(tmp_path, base, styles))
    for name in [name for name in made if name.endswith(".docx")]:
        assert print_copy(read_word(made[name], name).tokens) == made[name.replace(".docx", ".md")]


SAMPLE = f"""
{role("lead")}Wij zoeken **iemand** die _samen_ werkt, ***echt*** waar, met zacht\u00adstreepje.

# Titel \\# met \\* tekens

{role("caption")}Bijschrift

| Wat | Hoeveel |
| --- | ---: |
| [a\\|b](https://x.nl/?a=1&b=2) | 1 |
| | 2 |

- een\\
  regel

  verder

  7. zeven
  8. acht

     nog acht
     - diep
       1. dieper
       2. dieper
     - diep
- twee

1. los
1. los

> {role("note")}**Voorbeeld.** Eerste.

> {role("note")}Tweede.
>
> - in de doos
>
>   verder
>   - dieper
> - nog

#### Vier

> Clausule.
>
> {role("note")}Slot.

> Nog een clausule.

{role("note")}Noot, [mail](mailto:a@example.nl) of [bel](tel:+31612345678).

**Samen {mark("open", "a.b|Veld", "[veld]")} vet**
"""


def test_every_form_of_the_writer_comes_back() -> None:
    """Lists in lists with their starts, boxes, roles, breaks, alignment, links and emphasis are read as written."""
    tokens = parse(SAMPLE)
    text = read_word(docx.write(tokens, META, ASSETS), "a.docx")
    assert print_copy(text.tokens) == print_copy(tokens)
    assert strip_marks(text.tokens) == strip_marks(tokens)
    roles = [token.meta.get("role") for token in tokens if token.type == "paragraph_open"]
    assert [token.meta.get("role") for token in text.tokens if token.type == "paragraph_open"] == roles
    assert text.properties == {
        "profiel": "voorbeeld-adviseur",
        "soort": "aanvraag",
        "uitgave": "extern",
        "digest": "0f" * 32,
    }


def test_a_place_to_fill_in_comes_back_with_its_place() -> None:
    """A content control tells its field, its text, that it still shows its placeholder, and where it stands."""
    tokens = parse(f"Kop: {mark('open', 'a.b|Veld', 'nog in te vullen')}, en **{mark('open', 'c|Ander', '[x]')}**.")
    text = read_word(docx.write(tokens, META, ASSETS), "a.docx")
    first, second = text.controls
    assert first[:4] == ("a.b", "Veld", "nog in te vullen", True)
    assert second[:4] == ("c", "Ander", "[x]", True)
    for control in text.controls:
        assert control.place is not None
        inline, start, last, end = control.place
        assert inline == last
        assert text.tokens[inline].content[start:end] == control.text


def test_the_look_of_a_link_is_no_emphasis() -> None:
    """A house style can make links and places to fill in bold or italic: that says nothing of the words."""
    page = f"[a](https://x.nl) {mark('open', 'b|B', '[b]')}"
    data = docx.write(parse(page), META, ASSETS)
    for name in ("Hyperlink", "Placeholder Text"):
        style = f'<w:name w:val="{name}"/><w:qFormat/><w:rPr>'
        data = change(data, "word/styles.xml", style, f"{style}<w:b/><w:i/>")
    assert copy_of(read_word(data, "a.docx")) == "[a](https://x.nl) [b]"


@settings(deadline=None, max_examples=150)
@given(pages)
def test_what_was_written_is_read_in_normal_form(page: str) -> None:
    """Whatever is written to Word comes back with the same words, as tokens that Markdown gives again."""
    tokens = parse(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", page))
    text = read_word(docx.write(tokens, META, ASSETS), "a.docx")
    assert parse(print_copy(text.tokens).decode()) == strip_roles(text)
    shown = [token.content for token in tokens if token.type == "inline" and token.content]
    assert [token.content for token in text.tokens if token.type == "inline" and token.content] == shown


BOLD, ITALIC, HIDDEN = "<w:b/>", "<w:i/>", "<w:vanish/>"
BOX = "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>".format
CASES = {
    "headings by style, by outline, and a title": (
        p("Titel", "Title")
        + p("Kop", "Heading2")
        + p("Zelf", more='<w:outlineLvl w:val="2"/>')
        + p("Diep", "Heading9"),
        "# Titel\n\n## Kop\n\n### Zelf\n\n#### Diep",
    ),
    "bold and italic, without the spaces at their ends": (
        p(r("Let op: ", BOLD) + r("dit") + r(" is ", ITALIC) + r("het", BOLD + ITALIC) + r(".")),
        "**Let op:** dit _is **het**_.",
    ),
    "bold that is switched off again": (
        p(r("a", '<w:rStyle w:val="Strong"/>') + r(" b", '<w:rStyle w:val="Strong"/><w:b w:val="0"/>')),
        "**a** b",
    ),
    "emphasis across runs and a link": (
        p(r("a ", BOLD) + f'<w:hyperlink r:id="link1">{r("b", BOLD)}</w:hyperlink>' + r(" c", BOLD) + r(" d")),
        "**a [b](https://example.nl/) c** d",
    ),
    "emphasis that ends within a link": (
        p(r("a ", BOLD) + f'<w:hyperlink r:id="link1">{r("b", BOLD)}{r(" c")}</w:hyperlink>'),
        "**a** [**b** c](https://example.nl/)",
    ),
    "what is longest goes around": (
        p(r("a", BOLD + ITALIC) + r(" b", BOLD))
        + p(f'<w:hyperlink r:id="link1">{r("c", BOLD)}</w:hyperlink>' + r(" d", BOLD)),
        "**_a_ b**\n\n**[c](https://example.nl/) d**",
    ),
    "a link without an end ends with its paragraph": (
        p(field(' HYPERLINK "https://example.nl/"', "a").replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""))
        + p("b"),
        "[a](https://example.nl/)\n\nb",
    ),
    "a list in an item begins anew in the next": (
        item("een", 2) + item("onder", 2, 1) + item("twee", 2) + item("onder", 2, 1),
        "1. een\n   1. onder\n2. twee\n   1. onder",
    ),
    "a text box that was deleted": (p(changed("del", BOX(p("weg"))) + r("a")), "a"),
    "signs that mean something in Markdown": (
        p("1. *a* _b_ # | <c> \\ &amp;"),
        "1\\. \\*a\\* \\_b\\_ # | \\<c> \\\\ \\&amp;",
    ),
    "white space folds, and a tab and a page break are a space": (
        p("<w:r><w:t> a </w:t><w:tab/><w:t>b</w:t><w:br w:type='page'/><w:t xml:space='preserve'>c  d </w:t></w:r>"),
        "a b c d",
    ),
    "breaks, hyphens and symbols": (
        p(
            "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t>"
            '<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        ),
        "a\\\nb\u2011c\u00add✓",
    ),
    "bullets, numbers that go on, and one that begins anew": (
        item("a", 1) + item("b", 1, 1) + item("c", 1) + p("tussen")
        + item("een", 2) + item("onder", 2, 1) + item("twee", 2) + p("tussen") + item("drie", 2) + item("zeven", 4),
        "- a\n  - b\n- c\n\ntussen\n\n1. een\n   1. onder\n2. twee\n\ntussen\n\n3. drie\n\n7) zeven",
    ),
    "an item without a marker goes on in the one before": (item("a", 1) + item("b", 3), "- a\n\n  b"),
    "an item that is no item": (item("a", 0, style="ListBullet"), "a"),
    "a quotation": (p("a", "Quote") + p("b", "IntenseQuote") + p("c"), "> a\n>\n> b\n\nc"),
    "a table with merged cells, lists and a table in it": (
        table(
            c("<w:p><w:pPr><w:jc w:val='right'/></w:pPr></w:p>") + c("Kop"),
            c("samen", '<w:gridSpan w:val="2"/>'),
            c("hoog", '<w:vMerge w:val="restart"/>') + c(item("x", 1) + item("y", 1)),
            c("", "<w:vMerge/>") + c("<w:p></w:p>" + table(c("n") + c("m"))),
        ),
        "| | Kop |\n| --- | --- |\n| samen | |\n| hoog | • x • y |\n| | n m |",
    ),
    "a table whose head and first column are bold, to the right": (
        table(
            c(p(r("A", BOLD))) + c(p(r("B", BOLD))),
            c(p(r("a", BOLD))) + c(p(r("1"), more='<w:jc w:val="right"/>')),
            c(p(r("b", BOLD))) + c(p(r("2", BOLD), more='<w:jc w:val="end"/>')),
        ),
        "| A | B |\n| --- | ---: |\n| a | 1 |\n| b | **2** |",
    ),
    "a frame of one cell": (table(c(p("a") + p("b", "Heading1"))), "a\n\n# b"),
    "links of all kinds, and only those that are safe": (
        p(
            f'<w:hyperlink r:id="link1">{r("een")}</w:hyperlink>{r(" ")}<w:hyperlink r:id="link2">{r("kwaad")}'
            f'</w:hyperlink>{r(" ")}<w:hyperlink w:anchor="plek">{r("hier")}</w:hyperlink>{r(" ")}'
            + field(' HYPERLINK "mailto:a@example.nl" \\o "x"', "mail")
            + r(" ")
            + f'<w:fldSimple w:instr="HYPERLINK tel:+31">{r("bel")}</w:fldSimple>'
            + field(' HYPERLINK \\l "plek"', " plek")
        ),
        "[een](https://example.nl/) kwaad hier [mail](mailto:a@example.nl) [bel](tel:+31) plek",
    ),
    "a field shows its result, also within another's": (
        p(field("PAGE", "12") + r(" van ") + f'<w:fldSimple w:instr="NUMPAGES">{r("30")}</w:fldSimple>'), "12 van 30",
    ),
    "a field without an end hides nothing": (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>') + p("a"), "a",
    ),
    "controls and smart tags are what stands in them": (
        sdt(p("a") + p(sdt(r("b")) + f"<w:smartTag>{r('c')}</w:smartTag>"))
        + table(sdt(c("d")).replace("<w:sdtPr></w:sdtPr>", "") + c("e"), c("f") + c("g")),
        "a\n\nbc\n\n| d | e |\n| --- | --- |\n| f | g |",
    ),
    "hidden text is left out": (p(r("a") + r("geheim", HIDDEN) + r("b")), "ab"),
    "one form of what is there in several": (
        p(
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:t>nieuw</w:t></mc:Choice><mc:Fallback>"
            "<w:t>oud</w:t></mc:Fallback></mc:AlternateContent><mc:AlternateContent><mc:Choice Requires='w99'>"
            "<w:t> x</w:t></mc:Choice><mc:Fallback><w:t xml:space='preserve"
            "'> en oud</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        "nieuw en oud",
    ),
    "a text box comes behind its paragraph": (
        p(r("voor ") + BOX(p("in de doos") + p("Kop", "Heading1")) + r("na")) + p("slot"),
        "voor na\n\nin de doos\n\n# Kop\n\nslot",
    ),
    "a picture is its alternative text, an equation its letters": (
        p(
            "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='x' descr='Foto van het stadhuis'/></wp:inline>"
            f"</w:drawing></w:r>{r(' ')}<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
        ),
        "Foto van het stadhuis a+b",
    ),
    "signs that a terminal would act on": (p("a\x9b31mb"), "a\ufffd31mb"),
    "nothing at all": ("", ""),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_cases(body: str, expected: str) -> None:
    """Other people's Word files are read as they mean it, and in normal form."""
    data = word(body, {"numbering": NUMBERING}, links=("https://example.nl/", "javascript:kwaad"))
    text = read_word(data, "stuk.docx")
    assert copy_of(text) == expected
    assert parse(print_copy(text.tokens).decode()) == strip_roles(text)


def test_lists_are_read_by_their_styles() -> None:
    """A list style of Word's own makes an item, as deep as its name says, and another one goes on in it."""
    body = p("a", "ListBullet") + p("b", "ListBullet2") + p("verder", "ListContinue") + p("c", "ListNumber")
    assert copy_of(read_word(word(body), "stuk.docx")) == "- a\n\n  - b\n\n  verder\n\n1. c"


CHANGES = {
    "texts": (
        p(r("a ") + changed("ins", r("nieuw")) + changed("del", r("oud").replace("w:t", "w:delText")) + r(" b")),
        "a nieuw b",
        "a oud b",
    ),
    "a text that was moved stands there once": (
        p(changed("moveFrom", r("x")) + r("a")) + p(changed("moveTo", r("x"))),
        "a\n\nx",
        "xa",
    ),
    "the mark of a paragraph that was deleted or inserted": (
        p("a", more=f"<w:rPr>{changed('del', '')}</w:rPr>")
        + p("b")
        + p("c", "Heading1", f"<w:rPr>{changed('ins', '')}</w:rPr>")
        + p("d"),
        "ab\n\n# c\n\nd",
        "a\n\nb\n\n# cd",
    ),
    "rows": (
        table(
            c("kop") + c("kop"),
            f"<w:trPr>{changed('ins', '')}</w:trPr>" + c("nieuw") + c("n"),
            f"<w:trPr>{changed('del', '')}</w:trPr>" + c("oud") + c("o"),
        ),
        "| kop | kop |\n| --- | --- |\n| nieuw | n |",
        "| kop | kop |\n| --- | --- |\n| oud | o |",
    ),
    "formatting": (
        p(r("a", BOLD + changed("rPrChange", "<w:rPr/>")), "Heading1", changed("pPrChange", "<w:pPr/>"))
        + p(r("b", changed("rPrChange", f"<w:rPr>{BOLD}</w:rPr>"))),
        "# a\n\nb",
        "a\n\n**b**",
    ),
}


@pytest.mark.parametrize(("body", "final", "original"), CHANGES.values(), ids=CHANGES.keys())
def test_tracked_changes_are_read_either_way(body: str, final: str, original: str) -> None:
    """Changes count as accepted, or as rejected when the original is asked; who made them, and when, is told."""
    assert copy_of(read(body)) == final
    assert copy_of(read(body, original=True)) == original
    for one in (read(body), read(body, original=True)):
        assert one.changes
        assert {(change.author, change.date) for change in one.changes} == {("Lezer", "2026-01-02T03:04:05Z")}


def test_changes_have_their_text_and_place() -> None:
    """An insertion tells its text and where it stands, a deletion its text and where it stood."""
    body = p(r("a ") + changed("ins", r("nieuw")) + changed("del", "<w:r><w:delText>oud</w:delText></w:r>"))
    assert [change[0:1] + change[3:] for change in read(body).changes] == [
        ("inserted", "nieuw", Span(1, 2, 1, 7)),
        ("deleted", "oud", Span(1, 7, 1, 7)),
    ]


def test_comments_tell_their_text_place_and_answers() -> None:
    """A comment has its author, text and the words that it is about; an answer has what it answers."""
    body = p(r("Een ") + '<w:commentRangeStart w:id="1"/>' + r("woord", BOLD)) + p(
        r("en ") + r("meer") + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>' + r(".")
    )
    comments = xml(
        "comments",
        '<w:comment w:id="1" w:author="Lezer" w:date="2026-01-02T00:00:00Z"><w:p w14:paraId="A1"><w:r><w:t>Klopt dit?'
        '</w:t></w:r></w:p></w:comment><w:comment w:id="2" w:author="Ander"><w:p w14:paraId="A2"><w:r><w:t>Ja.</w:t>'
        "</w:r></w:p></w:comment>",
    ).decode()
    threads = (
        f'<w15:commentsEx {NAMESPACES}><w15:commentEx w15:paraId="A1" w15:done="1"/>'
        '<w15:commentEx w15:paraId="A2" w15:paraIdParent="A1"/></w15:commentsEx>'
    )
    first, second = read(body, comments=comments, commentsExtended=threads).comments
    assert first == ("1", "Lezer", "2026-01-02T00:00:00Z", "Klopt dit?", Span(1, 4, 4, 7), "", True)
    assert second == ("2", "Ander", "", "Ja.", Span(1, 4, 4, 7), "1", False)


def test_controls_tell_what_was_filled_in() -> None:
    """A control that somebody filled in no longer shows its placeholder; one around paragraphs has a place as well."""
    filled = sdt(r("acht uur"), '<w:alias w:val="Uren"/><w:tag w:val="inzet.uren"/>')
    empty = sdt(r(" "), '<w:tag w:val="leeg"/>')
    block = sdt(p("a") + p("bc"), '<w:tag w:val="blok"/><w:showingPlcHdr/>')
    text = read(p(r("Uren: ") + filled + r(".")) + p(empty) + block)
    assert [tuple(control) for control in text.controls] == [
        ("inzet.uren", "Uren", "acht uur", False, Span(1, 6, 1, 14)),
        ("leeg", "", "", False, None),
        ("blok", "", "abc", True, Span(4, 0, 7, 2)),
    ]


def test_notes_come_behind_the_text() -> None:
    """A footnote has its number in the text, and its own text at the end, with the links of its own part."""
    notes = xml(
        "footnotes", '<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/><w:t>De noot.</w:t></w:r></w:p></w:footnote>'
    ).decode()
    body = p(r("Tekst") + '<w:r><w:footnoteReference w:id="7"/></w:r>' + r(".")) + p("Slot")
    assert copy_of(read(body, footnotes=notes)) == "Tekst[1].\n\nSlot\n\n[1] De noot."


INNER = [
    r("a"), r(" b ", BOLD), r("c", ITALIC), r("*d_", BOLD + ITALIC), "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>",
    f'<w:hyperlink r:id="link1">{r("e ", BOLD)}</w:hyperlink>', f'<w:hyperlink r:id="link2">{r(" f")}</w:hyperlink>',
    changed("ins", r("g", BOLD)), changed("del", r("h")), sdt(r("1. ")), field("PAGE", "| "), BOX(p("doos")), r("`"),
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>', r("# "), r("> - "),
    '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>', "<!-- x --><?pi y?>", r("\u00a0"), r("[x]("),
]  # fmt: skip
runs = st.lists(st.sampled_from(INNER), max_size=6).map("".join)
styles = st.sampled_from(["", "Title", "Heading1", "ListBullet", "ListNumber2", "ListContinue", "Quote", "Nietes"])
properties = st.sampled_from(
    [
        "",
        "",
        f"<w:rPr>{changed('del', '')}</w:rPr>",
        '<w:jc w:val="right"/>',
        *(
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{n}"/></w:numPr>'
            for n in range(6)
            for level in (0, 1, 9)
        ),
    ]
)
paragraphs = st.builds(lambda content, style, more: p(content or "<w:r/>", style, more), runs, styles, properties)
blocks = st.recursive(
    paragraphs,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda some: sdt("".join(some))),
        st.lists(inner, max_size=2).map(lambda some: changed("ins", "".join(some))),
        st.lists(st.lists(inner.map(lambda one: f"<w:tc>{one}</w:tc>"), max_size=3).map("".join), max_size=3).map(
            lambda rows: table(*rows)
        ),
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=150)
@given(st.lists(blocks, max_size=6).map("".join), st.booleans())
def test_whatever_is_read_is_in_normal_form(body: str, original: bool) -> None:
    """Of any file the tokens are those that their reading copy gives again, and each place lies in the text."""
    data = word(body, {"numbering": NUMBERING}, links=("https://example.nl/a(b", "javascript:kwaad"))
    text = read_word(data, "stuk.docx", original=original)
    assert parse(print_copy(text.tokens).decode()) == strip_roles(text)
    places = [control.place for control in text.controls] + [change.place for change in text.changes]
    for place in filter(None, places):
        assert 0 <= place.start <= len(text.tokens[place.inline].content)
        assert 0 <= place.end <= len(text.tokens[place.last].content)


HOSTILE = {
    "tables in tables": p("x").join(["<w:tbl><w:tr><w:tc>" * 60, "</w:tc></w:tr></w:tbl>" * 60]),
    "controls in controls": "<w:sdt><w:sdtContent>" * 90 + p("x") + "</w:sdtContent></w:sdt>" * 90,
    "changes in changes": f"<w:p>{'<w:ins>' * 190}{r('x')}{'</w:ins>' * 190}</w:p>",
    "a wide cell": table(c("a", '<w:gridSpan w:val="999999999"/>'), c("b", '<w:gridSpan w:val="-1"/>')),
    "a row of a thousand cells": table(c("a") * 1000, *[c("b")] * 1000),
    "numbers that are none": item("x", 2).replace('w:val="0"', 'w:val="' + "9" * 5000 + '"'),
    "elements that nobody knows": f"<w:p><w:onzin>{r('x')}</w:onzin></w:p><w:onzin><w:p/></w:onzin>",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_strange_files_are_read_or_refused(body: str) -> None:
    """What nobody would make gives a text, or one clear refusal."""
    try:
        text = read(body)
    except InputError as error:
        assert len(error.problems) == 1  # noqa: PT017  either is right
    else:
        assert parse(print_copy(text.tokens).decode()) == strip_roles(text)


@pytest.mark.parametrize(
    ("piece", "wrap"),
    [
        (p("woord"), "{}"),
        (r("woord ", BOLD) + r("woord. "), "<w:p>{}</w:p>"),
        (f'<w:hyperlink r:id="link1">{r("a", ITALIC)}</w:hyperlink>', "<w:p>{}</w:p>"),
        (item("a", 2) + item("b", 1, 1), "{}"),
        (changed("ins", r("a")), "<w:p>{}</w:p>"),
        (f"<w:tr>{c('a')}{c('b')}</w:tr>", "<w:tbl>{}</w:tbl>"),
        (" " * 20, f"<w:p><w:r><w:rPr>{BOLD}</w:rPr><w:t>a{{}}b</w:t></w:r></w:p>"),
    ],
)
def test_time_grows_with_length_only(piece: str, wrap: str) -> None:
    """A text of eight times the length takes about that much longer, and not the square of it."""
    times = []
    for count in (500, 4000):
        data = word(wrap.format(piece * count), {"numbering": NUMBERING}, links=("https://example.nl/",))
        start = process_time()
        print_copy(read_word(data, "stuk.docx").tokens)
        times.append(process_time() - start)
    assert times[1] < 24 * times[0] + 0.1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not a Word file"),
        (b"rommel", "not a Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted"),
        (BASE[:2000], "damaged"),
        (change(BASE, MAIN, "<w:body>", "<w:body>&"), "damaged"),
        (word("<w:p/>" + "<w:x>" * 230 + "</w:x>" * 230), "damaged"),
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes, said: str) -> None:
    """Bytes that cannot be read give one problem that names the file."""
    with pytest.raises(InputError) as caught:
        read_word(data, "stuk.docx")
    (problem,) = caught.value.problems
    assert problem.path == "stuk.docx"
    assert said in problem.message
    assert problem.hint


def test_a_zip_bomb_is_refused() -> None:
    """A file that unpacks to far more than a document holds is not unpacked."""
    with zipfile.ZipFile(file := io.BytesIO(BASE), "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/groot.bin", bytes(60 << 20))
    with pytest.raises(InputError, match="unpacks to far more"):
        read_word(file.getvalue(), "stuk.docx")
