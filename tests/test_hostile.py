"""Profiles that are out to do harm: each text comes out as text in every format, or is refused where it stands.

CSV and calendar files are not made yet; what a spreadsheet or a calendar would act on is text in the formats that there
are. Which bytes are no YAML of ours is told by `test_sources`, and how the writers escape by their own tests.
"""

from __future__ import annotations

import io
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from markdown_it import MarkdownIt
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has types, but does not say so

from fuzz.targets import TARGETS
from tests.chain import Chain, fold, settle_rules
from tests.plain import MARKER, pasted
from tests.strategies import FILES, filled, quoted
from tests.support import BLOCKS, ROOT, W, make, write
from vacaturegen.errors import InputError
from vacaturegen.model.organisatie import Broker, Organisatie
from vacaturegen.model.profiel import Profiel

TEXTS = {
    "sum in a template": "{{ 7*7 }}",
    "way out of a template": "{{ ''.__class__.__mro__[1].__subclasses__() }} {{ cycler.__init__.__globals__.os }}",
    "statement of a template": "{% include '/etc/passwd' %}{% raw %}",
    "comment of a template": "a {# weg #} b {#",
    "line statement of a template": "# for x in y ## z",
    "other templates": "${7*7} #{7*7} <%= 7*7 %> [[${7*7}]] @(7*7) {{=<% %>=}}",
    "script": "<script>alert(1)</script><ScRiPt/src=//x.nl>",
    "element with a handler": "<img src=x onerror=alert(1)><svg/onload=alert(1)>",
    "end of an attribute": '" onmouseover="alert(1)" \' onclick=\'alert(1)',
    "end of an element": "</title></style></textarea></script></main><script>alert(1)</script>",
    "comment": "<!-- a --> <!--[if IE]><script>a</script><![endif]--> -->",
    "marked section": "<![CDATA[a]]> ]]>",
    "document type": "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "processing instruction": "<?xml version='1.0'?><?php echo 1 ?>",
    "entities": "&lt;b&gt; &amp;amp; &#60;b&#62; &#x3C; &nbsp; &colon; &Tab;x &notanentity; &#0; &#x202e;",
    "base and frames": "<base href=https://x.nl><iframe srcdoc='<script>1</script>'></iframe><object data=x></object>",
    "refresh": "<meta http-equiv=refresh content='0;url=https://x.nl'>",
    "WordprocessingML": '</w:t></w:r><w:r><w:instrText>INCLUDETEXT "x"</w:instrText></w:r>',
    "field of Word": '{ INCLUDETEXT "c:\\\\geheim.txt" } { INCLUDEPICTURE "https://x.nl/a.png" \\d }',
    "field that runs": '{DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"} DDE excel x',
    "field of a link": '{ HYPERLINK "https://x.nl" \\h } \\h TOC \\o MERGEFIELD fldSimple',
    "formula": '=HYPERLINK("https://x.nl";"klik") =cmd|\' /C calc\'!A0',
    "formula with a sign": "+31 20 123 -1+1 @SUM(A1) \\t=1+1",
    "calendar": "x;y,z:BEGIN:VEVENT ATTACH:https://x.nl",
    "heading of mail": "a: b\\r\\nBcc: x@x.nl %0d%0aSet-Cookie: a=b",
    "shell": "$(touch x) `touch x` ; touch x | touch x && touch x > x",
    "format": "%s %n %(a)s {0} {a.__class__} {!r} %%",
    "path": "../../../etc/passwd C:\\Windows \\\\x.nl\\deel file:///etc/passwd",
    "heading": "# kop ## kop",
    "list": "- punt * punt + punt 1. punt",
    "table": "| a | b | |---|---| a|b",
    "emphasis": "*a* **b** _c_ __d__ ***e*** ~~f~~ ==g== ^h^",
    "code": "`a` ``b`` ```c``` ~~~",
    "quotation": "> a >> b > [!WARNING]",
    "rule": "--- *** ___ ===",
    "backslashes": "\\ \\\\ \\* \\\\* a\\",
    "footnote": "a[^1] [^1]: b ^[c]",
    "definition": "[x]: https://x.nl 'titel' [x][] [x] [y][x]",
    "task": "[ ] a [x] b",
    "automatic link": "<https://x.nl> <a@x.nl> https://x.nl www.x.nl a@x.nl javascript:alert(1)",
    "right to left": "שלום عربى a",
    "combining marks": "e" + "\u0301" * 60 + " Z" + "\u0322\u0353" * 30,
    "emoji": "👨‍👩‍👧‍👦 🏳️‍🌈 🇳🇱 👍🏽 ❤️",
    "look-alikes": "раураl ﬁ ① ﷽ 𝓐 Ａ İ ı ſ ẞ",
    "long word": "a" * 150,
    "no-break spaces": "a\u00a0b\u202fc\u2007d",
    "soft hyphen": "be\u00adleid",
    "planes": "\U00020000 \U0001f9d1 \ue000 \U000f0000",
}
"""What something between profile and reader could act on. Each is carried as the text that it is, by every format."""

TARGETS_OF_LINKS = (
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java%0ascript:a", "&#106;avascript:a"),
    *("javascript&colon;alert(1)", "&#x6A;avascript:a", "java&Tab;script:a", "&#0000106avascript:a", "\\javascript:a"),
    *(
        "\u00a0javascript:a",
        "javascript\uff1aa",
        "\uff4aavascript:a",
        "javascript//:a",
        "feed:javascript:a",
        "view-source:a",
    ),
    *("data:text/html,<script>1</script>", "data:text/html;base64,PHNjcmlwdD4=", "DATA:image/svg+xml,<svg onload=1>"),
    *("vbscript:msgbox(1)", "VbScript:a", "file:///etc/passwd", "FILE://x.nl/a", "blob:https://x.nl/a", "about:blank"),
    *(
        "ms-word:ofe|u|https://x.nl/a.docx",
        "ms-msdt:/id",
        "search-ms:query=a",
        "ldap://x.nl",
        "smb://x.nl/a",
        "ftp://x.nl",
    ),
    *("\\\\x.nl\\deel", "//x.nl/a", "/\\x.nl", "/etc/passwd", "../a", "a.html", "?a", "#a", "", "<>", "<javascript:a>"),
    *(
        "https:\\\\x.nl",
        "https:x.nl",
        "https:/x.nl",
        "http:",
        "mailto:",
        "tel:",
        "x.nl:443",
        "jar:https://x.nl!/a",
        "urn:a",
    ),
    *(
        "intent://a#Intent;end",
        "filesystem:https://x.nl/a",
        "res://a",
        "chrome://settings",
        "mhtml:https://x.nl",
        "ws://x.nl",
    ),
)
"""Where no link may lead, as a rich text could spell it."""
AROUND_LINKS = (
    "[x]({})",
    "![x]({})",
    "<{}>",
    "[x]({} 'titel')",
    "[**x**]({})",
    "[x][y]\n[y]: {}",
    "[![x](a)]({})",
    "{}",
)
SAFE = re.compile(r"(?:https?://|mailto:|tel:)[^\s\\\\<>|]+")

FRAME = "het woord {} eindigt?"
"""Fits each field: it begins with an article, and ends as a question does."""


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    folder = tmp_path_factory.mktemp("vijandig") / "profiles"
    write(folder, FILES)
    return Chain(folder)


INLINE = frozenset({"em", "strong", "a", "br"})
"""Elements that Markdown in a rich text makes."""
RUNS = frozenset(f"{W}{name}" for name in ("r", "rPr", "rStyle", "t", "br", "noBreakHyphen", "softHyphen"))
LINES = frozenset({"text", "softbreak"})


def everywhere(text: Callable[[bool], str]) -> dict[str, Any]:
    """Return the data of a profile of all kinds that has every field, with a text in each that holds one."""
    shared = {
        "organisaties/eigen.yaml": filled(Organisatie, text),
        "brokers/eigen.yaml": filled(Broker, text) | {"anoniem": "nee"},
    }
    own = filled(Profiel, text) | {"organisatie": "eigen", "broker": "eigen", "status": "gepubliceerd"}
    own["aanvraag"]["byod"] = "ja"
    del own["functie"], own["id"]
    return {**shared, "proef.yaml": own}


def skeleton(name: str, data: bytes) -> Any:
    """Return all of a document that is not text: elements with their attributes, parts, fields, targets."""
    if name == "html":
        page = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
        return [(element.tag, sorted(element.attrib), element.get("href")) for element in page.iter()]
    if name == "txt":
        return [(MARKER.findall(line), line == "") for line in data.decode().split("\n")]
    if name == "md":
        tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(data.decode())
        kinds = [kind.type for token in tokens for kind in (token, *(token.children or ()))]
        return [kind for kind in kinds if kind not in LINES]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {part: inside(package.read(part)) for part in package.namelist() if part.endswith((".xml", ".rels"))}


def inside(part: bytes) -> list[Any]:
    """Return the elements of a part of a Word document, with what a field says and where a relationship leads."""
    elements = [element for element in etree.fromstring(part).iter(etree.Element) if element.tag not in RUNS]
    return [(e.tag, e.get("Target"), e.text if e.tag == f"{W}instrText" else None) for e in elements]


def built(chain: Chain, text: Callable[[bool], str]) -> dict[tuple[str, str], bytes]:
    """Return the documents of a profile with a text in every field, by kind and format."""
    made = settle_rules(chain, everywhere(text))
    return {(kind, name): data for kind, _tokens, formats in made for name, data in formats.items()}


@pytest.fixture(scope="module")
def harmless(chain: Chain) -> dict[tuple[str, str], bytes]:
    """The same profile with nothing but words in it."""
    return built(chain, lambda _rich: FRAME.format("woord"))


def packed(texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts, as many together as a line can hold."""
    pack = ""
    for text in texts:
        if pack and len(pack) + len(text) > 240:
            yield pack
            pack = ""
        pack += f" a {text}" if pack else text
    yield pack


@pytest.mark.parametrize("text", [*packed(TEXTS.values())])
def test_text_is_only_text(text: str, chain: Chain, harmless: dict[tuple[str, str], bytes]) -> None:
    """A text in every field at once is shown by each format as it is, and changes nothing but the text."""
    plain, escaped = FRAME.format(text), FRAME.format(re.sub(r"(?=[!-/:-@\[-`{-~])", r"\\", text))
    documents = built(chain, lambda rich: escaped if rich else plain)
    assert documents.keys() == harmless.keys()
    for (kind, name), data in documents.items():
        assert skeleton(name, data) == skeleton(name, harmless[kind, name])
        assert times(plain, name, data) == times(FRAME.format("woord"), name, harmless[kind, name])


def times(text: str, name: str, data: bytes) -> int:
    """Return how often a text is shown by a document."""
    shown = pasted(text) if name == "txt" else fold(text)
    return " ".join(BLOCKS[name](data)).casefold().count(shown.casefold().removesuffix("?"))


@pytest.mark.parametrize("around", AROUND_LINKS)
def test_links_lead_to_the_web_mail_and_telephone(around: str, chain: Chain) -> None:
    """However another scheme is spelled, and whatever Markdown stands around it, no format makes a link of it."""
    spelled = [around.format(target) for target in TARGETS_OF_LINKS]
    points = [f"woord {text}" for text in (*spelled, "[goed](https://x.nl/a)")]
    section = {"titel": "Links", "punten": points}
    data = {"organisatie": "dorp", "titel": "Links", "vacature": {"secties": [section]}}
    chain.write({"proef.yaml": data, "organisaties/dorp.yaml": {"naam": "Dorp", "soort": "gemeente"}})
    ((_kind, _tokens, made),) = chain.made()
    page = etree.fromstring(made["html"], etree.HTMLParser(encoding="utf-8"))
    hosted = MarkdownIt("commonmark", {"html": True}).enable("table").parse(made["md"].decode())
    inline = [child for token in hosted for child in token.children or ()]
    with zipfile.ZipFile(io.BytesIO(made["docx"])) as package:
        relations = [target for _tag, target, _text in inside(package.read("word/_rels/document.xml.rels"))]
        fields = [text for _tag, _target, text in inside(package.read("word/document.xml")) if text]
    found = {
        "html": page.xpath("//main//@href | //@src | //@action | //@data | //@srcset"),
        "md": [child.attrs["href"] for child in inline if child.type == "link_open"],
        "docx": [target for target in relations if target and ":" in target],
    }
    assert all(SAFE.fullmatch(str(target)) for targets in found.values() for target in targets)
    assert all("https://x.nl/a" in targets for targets in found.values())
    assert not page.xpath("//img | //picture | //object | //embed | //link | //iframe")
    assert not {child.type for child in inline} & {"image", "html_inline"}
    assert not fields
    assert "• Woord goed (https://x.nl/a)\n" in made["txt"].decode()


ORGANISATION = "naam: Dorp\nsoort: gemeente\nhuisstijl: {{{}}}\n"
LOGO = "logo: {{bestand: {}, beschrijving: Wapen}}"
ELSEWHERE = (
    *(
        "../buiten.png",
        "../../buiten.png",
        "a/../../buiten.png",
        "/etc/passwd",
        "~/buiten.png",
        "~root/x",
        "..\\buiten.png",
    ),
    *(
        "C:\\x.png",
        "C:x.png",
        "\\\\x.nl\\deel\\x.png",
        "//x.nl/x.png",
        "https://x.nl/x.png",
        "file:///etc/passwd",
        "x.png:y",
    ),
    *(
        "..",
        ".",
        "./",
        "a/..",
        "/dev/zero",
        "/proc/self/environ",
        "CON:",
        "\x2e\x2e/buiten.png",
        "pijp",
        "map",
        "gat",
        "nul",
        "uit.png",
        "uit.css",
    ),
)
"""Names of house files that are no file beside the organisation's own."""


@pytest.mark.parametrize("form", [LOGO, "thema: {}"])
@pytest.mark.parametrize("name", ELSEWHERE)
def test_house_files_are_files_of_the_house(form: str, name: str, tmp_path: Path) -> None:
    """A house style reads no file elsewhere, no pipe, device or folder, and does not wait for one."""
    home = tmp_path / "profiles" / "organisaties"
    write(tmp_path / "profiles", PROFILE | {"organisaties/dorp.yaml": ORGANISATION.format(form.format(quoted(name)))})
    (tmp_path / "profiles" / "buiten.png").write_bytes(picture(1, 1))
    (tmp_path / "buiten.png").write_bytes(picture(1, 1))
    os.mkfifo(home / "pijp")
    (home / "map").mkdir()
    (home / "gat").symlink_to("/dev/zero")
    (home / "nul").symlink_to("/dev/null")
    (tmp_path / "buiten.css").write_text("a { color: red }")
    (home / "uit.png").symlink_to(tmp_path / "buiten.png")
    (home / "uit.css").symlink_to("../../buiten.css")
    with pytest.raises(InputError) as refused:
        make(tmp_path / "profiles" / "proef.yaml")
    (problem,) = refused.value.problems
    assert (problem.path.endswith("dorp.yaml"), problem.line) == (True, 3)
    assert problem.hint


def picture(width: int, height: int, rest: bytes = b"") -> bytes:
    """Return a PNG that says it has a size, with one row of nothing in it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
        + rest
    )


PROFILE = {"proef.yaml": "organisatie: dorp\ntitel: Proef\nvacature:\n"}
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"{}>{}</svg>'
)
BILLION = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 9}">' for n in range(9))
PICTURES = {
    "billion laughs": f'<!DOCTYPE svg [<!ENTITY a0 "ha">{BILLION}]>' + DRAWING.format("", "<text>&a9;</text>"),
    "entity of a file": '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    + DRAWING.format("", "<text>&a;</text>"),
    "type from elsewhere": '<!DOCTYPE svg SYSTEM "https://x.nl/a.dtd">' + DRAWING.format("", ""),
    "parameter entity": '<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://x.nl/a"> %a;]>' + DRAWING.format("", ""),
    "sheet from elsewhere": '<?xml-stylesheet href="https://x.nl/a.css"?>' + DRAWING.format("", ""),
    "script": DRAWING.format("", "<script xlink:href='https://x.nl/a.js'/>"),
    "script of HTML": DRAWING.format("", "<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>"),
    "handler": DRAWING.format(" onload='alert(1)'", ""),
    "animation": DRAWING.format("", "<animate attributeName='href' to='javascript:alert(1)'/>"),
    "use of another": DRAWING.format("", "<use xlink:href='https://x.nl/a.svg#a'/>"),
    "picture in it": DRAWING.format("", "<image href='https://x.nl/a.png'/>"),
    "sheet in it": DRAWING.format("", "<style>@import 'https://x.nl/a.css';</style>"),
    "page in it": DRAWING.format("", "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>"),
    "deep": DRAWING.format("", "<g>" * 20_000 + "</g>" * 20_000),
    "size that is none": DRAWING.replace("0 0 9 9", "0 0 1e9 nan").format("", ""),
    "HTML": "<html><body><svg></svg><script>alert(1)</script></body></html>",
    "nothing": "",
    "text": "<svg",
}
"""Drawings that are more than a drawing, or none: none of them is a logo."""


@pytest.mark.parametrize("drawing", PICTURES.values(), ids=list(PICTURES))
def test_a_drawing_does_nothing(drawing: str, tmp_path: Path) -> None:
    """A logo that could run, fetch or grow is refused at once."""
    files = {"organisaties/dorp.yaml": ORGANISATION.format(LOGO.format("a.svg")), "organisaties/a.svg": drawing}
    write(tmp_path / "profiles", PROFILE | files)
    with pytest.raises(InputError, match="This is not a picture that can be used"):
        make(tmp_path / "profiles" / "proef.yaml")


STILL = {
    "inclusion": DRAWING.format(
        ' xmlns:xi="http://www.w3.org/2001/XInclude"', '<xi:include href="file:///etc/passwd"/>'
    ),
    "script in capitals": DRAWING.format("", "<SCRIPT>alert(1)</SCRIPT>"),
    "fetching filter": DRAWING.format("", "<filter id='a'><feImage href='https://x.nl/a.png'/></filter>"),
    "fill from elsewhere": DRAWING.format("", "<path fill='url(https://x.nl/a.svg#a)' d='M0 0h9v9z'/>"),
    "style from elsewhere": DRAWING.format("", "<path style='fill:url(//x.nl/a#a)' d='M0 0h9v9z'/>"),
}
"""Drawings that ask for something that no picture gets: what is no shape has no effect within an image element."""


@pytest.mark.parametrize("drawing", STILL.values(), ids=list(STILL))
def test_a_drawing_is_only_a_picture(drawing: str, tmp_path: Path) -> None:
    """A logo that is taken is on the page as a picture of its own, never as elements of the page, and not in Word."""
    files = {"organisaties/dorp.yaml": ORGANISATION.format(LOGO.format("a.svg")), "organisaties/a.svg": drawing}
    write(tmp_path / "profiles", PROFILE | files)
    made = {path.rpartition(".")[2]: data for path, data in make(tmp_path / "profiles" / "proef.yaml").items()}
    page = etree.fromstring(made["html"], etree.HTMLParser(encoding="utf-8"))
    assert [element.tag for element in page.find(".//svg").iter()] == ["svg", "image"]
    assert page.find(".//svg/image").get("href").startswith("data:image/svg+xml;base64,")
    assert not page.xpath("//script | //*[contains(@href, 'x.nl')]")
    with zipfile.ZipFile(io.BytesIO(made["docx"])) as package:
        assert not any(b"x.nl" in package.read(part) or part.endswith(".svg") for part in package.namelist())


SIZES = ((1, 1), (100_000, 100_000), (2**31 - 1, 1), (1, 2**31 - 1), (2**31 - 1, 2**31 - 1), (0, 9), (2**32 - 1, 9))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_picture_that_says_it_is_huge(width: int, height: int, tmp_path: Path) -> None:
    """A picture is never unpacked, whatever size it claims; a Word file with it is valid, or it is refused."""
    home = tmp_path / "profiles"
    write(home, PROFILE | {"organisaties/dorp.yaml": ORGANISATION.format(LOGO.format("a.png"))})
    (home / "organisaties" / "a.png").write_bytes(picture(width, height))
    made: dict[str, bytes] = {}
    with suppress(InputError):
        made = make(home / "proef.yaml")
    assert made or (width, height) != (1, 1)
    for path, data in made.items():
        (tmp_path / Path(path).name).write_bytes(data)
        if path.endswith(".docx"):
            assert not OpenXmlValidator().validate(str(tmp_path / Path(path).name)).errors


SHEETS = (
    *("a { b: url(https://x.nl) }", "a { b: URL( 'x' ) }", "@import 'https://x.nl/a.css';", "@IMPORT url(x);"),
    *("@font-face { src: local(a) }", "a { b: u\\72l(x) }", "@\\69mport 'x';", "a { b: image-set('x' 1x) }"),
    *(
        "a { b: -webkit-image-set('x' 1x) }",
        "a { b: image('x') }",
        "a { b: src('x') }",
        "</style><script>alert(1)</script>",
    ),
    *(
        "</STYLE >",
        "<!-- a",
        "a { b: cross-fade(url(x), url(y)) }",
        "a { b: '</style>' }",
        "/* </style */",
        "a { b: c\0 }",
    ),
    *(
        "a { b: url (x) }",
        "a { cursor: url('data:,') }",
        "@import/**/'x';",
        "\ufeff@import 'x';",
        "a { b: 'x\\\n@import' }",
    ),
)
"""Theme sheets that could fetch something or leave their element."""


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_theme_fetches_nothing(sheet: str, tmp_path: Path) -> None:
    """A theme sheet that could fetch, or hold anything but style, is refused with what is wrong in it."""
    files = {"organisaties/dorp.yaml": ORGANISATION.format("thema: a.css"), "organisaties/a.css": sheet}
    write(tmp_path / "profiles", PROFILE | files)
    with pytest.raises(InputError, match="which a page may not carry"):
        make(tmp_path / "profiles" / "proef.yaml")


CORPUS = ROOT / "fuzz" / "corpus"


@pytest.mark.parametrize("target", TARGETS)
def test_corpus_of_the_fuzzer(target: str, tmp_path: Path) -> None:
    """What the fuzzer begins with, and what it once found, is read or refused as it promises."""
    hold = TARGETS[target](tmp_path)
    files = sorted((CORPUS / target).iterdir())
    assert len(files) > 9
    for file in files:
        hold(file.read_bytes())
