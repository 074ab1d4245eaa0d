"""The web page: its structure, what a style adds to it, its safety, and the contrast of its colours."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from copy import deepcopy
from dataclasses import replace
from hashlib import sha256
from itertools import product
from pathlib import Path

import pytest
from lxml import etree
from markdown_it.token import Token

from vacaturegen import markdown
from vacaturegen.colours import contrast
from vacaturegen.markdown import mark, parse, role
from vacaturegen.profiles.house_files import THEME_FAULT, Logo
from vacaturegen.writers import Assets, HouseStyle, Metadata, html

WEB = Path(__file__).parents[1] / "templates" / "web"
PAGE = (WEB / "pagina.html").read_text(encoding="utf-8")
SHEET = (WEB / "stijl.css").read_text(encoding="utf-8")
ASSETS = Assets(word_base=b"", page=PAGE, stylesheet=SHEET)
META = Metadata(
    title="Adviseur groen",
    subject="Aanvraag voor een adviseur groen",
    keywords=("groen",),
    organisation="Gemeente Voorbeeld",
    kind="aanvraag",
    kind_label="Aanvraag",
    profile="adviseur-groen",
    digest=str,
)
LOGO = Logo(
    data=b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    media_type="image/svg+xml",
    description='Boom & <blad> "groen"',
    width=40,
    height=20,
)
HOSTILE = [
    "<script>alert(1)</script>",
    "a < b & c > d",
    "&lt;b&gt; &amp;amp;",
    '" onload="x',
    "</main><h1>",
    "</style>",
    "1. € 🌳",
]
SAMPLE = f"""
{role("lead")}Gemeente Voorbeeld zoekt een

# Adviseur groen

## Kerngegevens

{role("caption")}Kerngegevens van de *aanvraag*

| Gegeven | Waarde |
| --- | ---: |
| Einde | {mark("time", "2026-07-07T09:00", "dinsdag 7 juli 2026, 09:00 uur")} |
| Werkplek | {mark("open", 'inzet.werkplek|Werkplek <"nu">', "nog **niet** bekend")} |
|  | leeg |

### Clausule

> {role("note")}Voorbeeldtekst.
>
> Eerste\\
> tweede regel, {mark("lang", "en", "comply or explain")}.
>
> - punt

#### Lijsten

- een
  - twee
- drie

7. zeven
8. acht

Zie [de pagina](https://example.nl/a?b=1&c=2), [info@example.nl](mailto:info@example.nl) of [010 12](tel:01012).

{role("caption")}Planning

| Stap | Datum | Wie |
| --- | --- | --- |
| Vragen | juli | u |
"""


def page_of(text: str, meta: Metadata = META, assets: Assets = ASSETS) -> etree._Element:
    """The page of a Markdown text, read back."""
    return read(html.write(parse(text), meta, assets))


def read(page: bytes) -> etree._Element:
    return etree.fromstring(page, etree.HTMLParser(encoding="utf-8"))


def styled(style: HouseStyle) -> etree._Element:
    return page_of(SAMPLE, replace(META, style=style))


def texts(root: etree._Element, path: str) -> list[str]:
    """The text, or the value, of everything that an XPath finds."""
    found = root.xpath(path)
    assert isinstance(found, list)
    return ["".join(map(str, x.itertext())) if isinstance(x, etree._Element) else str(x) for x in found]


def elements(root: etree._Element, path: str) -> list[etree._Element]:
    """The elements that an XPath finds."""
    found = root.xpath(path)
    assert isinstance(found, list)
    return [x for x in found if isinstance(x, etree._Element)]


def test_tokens_are_left_as_they_are() -> None:
    """The other writers, and other documents, get the same tokens."""
    tokens = parse(SAMPLE)
    before = deepcopy(tokens)
    html.write(tokens, META, ASSETS)
    assert tokens == before


def test_frame() -> None:
    """A page has its language, title and description, one h1, its landmarks in order, and a skip link to the text."""
    root = page_of(SAMPLE)
    assert root.get("lang") == page_of(SAMPLE, replace(META, language="nl")).get("lang") == "nl"
    assert texts(root, "/html/head/title") == ["Adviseur groen – Gemeente Voorbeeld"]
    assert texts(root, "//meta[@name='description']/@content") == ["Aanvraag voor een adviseur groen"]
    assert texts(root, "//meta[@name='referrer']/@content") == ["no-referrer"]
    assert texts(root, "//h1") == ["Adviseur groen"]
    assert [child.tag for child in elements(root, "/html/body")[0]] == ["a", "header", "main", "footer"]
    assert texts(root, "/html/body/a/@href") == ["#" + texts(root, "//main/@id")[0]]
    for place in ("header", "footer"):
        assert texts(root, f"/html/body/{place}//p") == ["Gemeente Voorbeeld", "Aanvraag"]


def test_says_how_to_read_it_first() -> None:
    """The encoding, and then the policy, stand before anything that they are about."""
    head = list(elements(page_of(SAMPLE), "/html/head/*"))
    assert head[0].get("charset") == "utf-8"
    assert head[1].get("http-equiv") == "Content-Security-Policy"


@pytest.mark.parametrize("text", [SAMPLE, *(f"# {t}\n\n{t}" for t in map(markdown.escape, HOSTILE))])
def test_says_the_words_of_the_tokens(text: str) -> None:
    """The words of main are the visible words of the tokens, in order: none more, none less."""
    assert texts(page_of(text), "//main")[0].split() == markdown.words(parse(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_text(text: str) -> None:
    """What a person writes, in the text or in a fact about the document, comes out as written and makes no element."""
    escaped = markdown.escape(text)
    content = f"# {escaped}\n\n{mark('open', 'veld|' + text, escaped)}"
    root = page_of(content, replace(META, title=text, subject=text, organisation=text, kind_label=text))
    tame = page_of(f"# x\n\n{mark('open', 'veld|x', 'x')}")
    assert [element.tag for element in root.iter()] == [element.tag for element in tame.iter()]
    assert texts(root, "//h1 | //main//mark | //main//mark/@title") == [text] * 3
    assert texts(root, "//header//p | //footer//p | //meta[@name='description']/@content") == [text] * 5
    assert texts(root, "//title") == [f"{text} – {text}"]


def test_tables_tell_what_their_cells_are_about() -> None:
    """A table has its caption inside, its heads have a scope, and a cell without text is no head."""
    facts = elements(page_of(SAMPLE), "//table")[0]
    assert texts(facts, "caption") == ["Kerngegevens van de aanvraag"]
    assert texts(facts, "thead//th[@scope='col']") == ["Gegeven", "Waarde"]
    assert texts(facts, "tbody//th[@scope='row']") == ["Einde", "Werkplek"]
    assert texts(facts, "tbody/tr[3]/*[self::td]") == ["", "leeg"]
    assert texts(facts, ".//th[not(@scope)] | .//td[@scope]") == []
    assert len(texts(facts, ".//*[contains(@class, 'numeric-column')]")) == 4


def test_wide_tables_scroll_by_keyboard() -> None:
    """A table that may be too wide for a phone can be reached by keyboard, and says its caption or else its heads."""
    row, line = "| Stap | Dag | Wie |", "| --- | --- | --- |"
    root = page_of(f"{SAMPLE}\n\n{row}\n{line}\n{row}")
    facts, captioned, bare = elements(root, "//div[table]")
    assert [box.get("tabindex") for box in (facts, captioned, bare)] == [None, "0", "0"]
    assert texts(root, f"//*[@id='{captioned.get('aria-labelledby')}'][self::caption]") == ["Planning"]
    assert bare.get("aria-label") == "Stap, Dag, Wie"


TABLES = {
    "narrow": (
        "| a |  |\n| - | - |\n| c | d |",
        '<div class="utrecht-table-container">\n<table class="utrecht-table">\n<thead',
    ),
    "wide": (
        "| a | b | c |\n| - | - | - |\n| d | e | f |",
        '<div class="utrecht-table-container utrecht-table-container--overflow-inline" role="group" tabindex="0" '
        'aria-label="a, b, c">\n<table class="utrecht-table">\n<thead',
    ),
    "wide with a caption": (
        f"{role('caption')}Planning\n\n| a | b | c |\n| - | - | - |\n| d | e | f |",
        '<div class="utrecht-table-container utrecht-table-container--overflow-inline" role="group" tabindex="0" '
        'aria-labelledby="tabel-0">\n<table class="utrecht-table">\n'
        '<caption class="utrecht-table__caption" id="tabel-0">Planning</caption>\n<thead',
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_table_alone(name: str) -> None:
    """A table that a document begins with opens once, with its caption when it has one."""
    text, start = TABLES[name]
    page = html.write(parse(text), META, ASSETS).decode()
    assert page.count("<table") == 1
    assert start in page
    assert "<TD" not in page


def test_caption_without_table_is_a_paragraph() -> None:
    """No word is lost when the table that a caption announces is not there."""
    assert texts(page_of(f"{role('caption')}Planning"), "//main//p") == ["Planning"]
    assert texts(page_of(f"{role('caption')}Planning\n\nTekst"), "//main//p") == ["Planning", "Tekst"]


def test_marks() -> None:
    """Times, other languages and open fields are marked for machines and readers; other marks leave no trace."""
    root = page_of(SAMPLE)
    assert texts(root, "//time | //time/@datetime") == ["dinsdag 7 juli 2026, 09:00 uur", "2026-07-07T09:00"]
    assert texts(root, "//main//*[@lang] | //main//@lang") == ["comply or explain", "en"]
    assert texts(root, "//mark | //mark/@title") == ["nog niet bekend", 'Werkplek <"nu">']
    assert texts(page_of("a " + mark("bron", "x", "b") + " c"), "//main//p[not(*)]") == ["a b c"]


def test_name_of_a_place_may_hold_any_character() -> None:
    """The path of the field ends at the first bar; the name may hold more of them."""
    root = page_of(mark("open", "pad|Naam | naam", "nog open"))
    assert [element.get("title") for element in elements(root, "//mark")] == ["Naam | naam"]


def test_marks_within_marks() -> None:
    """A mark ends where it ends, also when another one stands in it."""
    root = page_of(
        mark("open", "a|A", "tot " + mark("time", "2026-01-01", "1 januari") + " of " + mark("bron", "x", "later"))
        + "."
    )
    assert texts(root, "//p/mark") == ["tot 1 januari of later"]
    assert texts(root, "//p/mark/time") == ["1 januari"]


def test_blocks() -> None:
    """Headings, lists, lead, note, clause box and line break are elements with the classes of NL Design System."""
    main = elements(page_of(SAMPLE), "//main")[0]
    for level in "1234":
        assert len(elements(main, f".//h{level}[@class='utrecht-heading-{level}']")) == 1
    assert texts(main, ".//p[contains(@class, 'utrecht-paragraph--lead')]") == ["Gemeente Voorbeeld zoekt een"]
    assert texts(main, ".//div[@class='utrecht-spotlight-section']/p[contains(@class, '--small')]") == [
        "Voorbeeldtekst."
    ]
    assert len(elements(main, ".//div[@class='utrecht-spotlight-section']/p/br")) == 1
    assert texts(main, ".//div[@class='utrecht-spotlight-section']/ul/li") == ["punt"]
    assert texts(main, ".//ul/li/ul/li") == ["twee"]
    assert texts(main, ".//ol[@start='7']/li[@class='utrecht-ordered-list__item']") == ["zeven", "acht"]
    assert elements(main, ".//li/p") == []
    assert texts(page_of("1. een"), "//ol[not(@start)]/li") == ["een"]


def test_links() -> None:
    """A link goes where it says; in print only a link that does not show its address gets it behind it."""
    root = page_of(SAMPLE)
    assert texts(root, "//main//a/@href") == ["https://example.nl/a?b=1&c=2", "mailto:info@example.nl", "tel:01012"]
    assert texts(root, "//main//a[contains(@class, 'vg-address')]") == ["info@example.nl", "010 12"]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "//example.nl", "data:text/html,x", "/pad", "https://a\\b", "https://a b", ""]
)
def test_refuses_other_links(href: str) -> None:
    """A token with a link that the parser never makes is an error, not a link."""
    link = [
        Token("link_open", "a", 1, attrs={"href": href}),
        Token("text", "", 0, content="x"),
        Token("link_close", "a", -1),
    ]
    with pytest.raises(ValueError, match="link"):
        html.write([Token("inline", "", 0, children=link)], META, ASSETS)


@pytest.mark.parametrize(
    "style",
    [
        HouseStyle(),
        HouseStyle(accent="#aa0000", logo=LOGO),
        HouseStyle(theme=".a-theme {\r\n  --utrecht-link-color: #800000;\r}\n"),
        HouseStyle(body_font='</style><b>"\\', heading_font="Één (kop)"),
    ],
)
def test_policy_allows_what_is_there_and_no_more(style: HouseStyle) -> None:
    """The policy names the hash of each style element, as a browser reads it, and forbids every other thing."""
    root = styled(style)
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in texts(root, "//style")]
    assert len(hashes) == (3 if style.theme else 2)
    sources = " ".join(f"'sha256-{found}'" for found in hashes)
    assert texts(root, "//meta[@http-equiv='Content-Security-Policy']/@content")[0].split("; ") == [
        "default-src 'none'",
        f"style-src {sources}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert "\r" not in "".join(texts(root, "//style"))
    assert texts(root, "//script | //@style | //@*[starts-with(name(), 'on')] | //link | //iframe | //b") == []
    assert all(address.startswith("data:") for address in texts(root, "//@src | //svg//@href"))
    assert not re.search(r"url\(|@import|https?:", "".join(texts(root, "//style")))


def test_name_of_a_font_is_read_as_written() -> None:
    """A style sheet has its own way to write what would end a string or an element; nothing of the name is lost."""
    name = '</style>"\\ Één (kop)'
    found = re.search('--vg-body-font: "([^"]*)"', texts(styled(HouseStyle(body_font=name)), "//style")[1])
    assert found
    assert re.sub(r"\\([0-9a-f]+) ", lambda escape: chr(int(escape[1], 16)), found[1]) == name


def test_theme_is_put_on_the_page() -> None:
    """A theme is inlined as it is, its classes are put on the root, and one that knows no dark keeps the page light."""
    theme = ".voorbeeld-theme, .a.zacht-theme { --x: 1 } .voorbeeld-theme .my-theme-part {}"
    root = styled(HouseStyle(theme=theme))
    assert texts(root, "//style")[-1] == theme
    assert texts(root, "/html/@class") == ["utrecht-root voorbeeld-theme zacht-theme vg-light-only"]
    assert texts(styled(HouseStyle()), "/html/@class") == ["utrecht-root"]
    dark = "@media (prefers-color-scheme: dark) { .b-theme { --x: 2 } }"
    assert texts(styled(HouseStyle(theme=dark)), "/html/@class") == ["utrecht-root b-theme"]


@pytest.mark.parametrize(
    ("theme", "fault"),
    [
        ("a{}</style><script>", "</"),
        ("a{b:URL (x)}", "URL ("),
        ("a{b:image-set('x' 1x)}", "image-set("),
        ("@Import 'x';", "@Import"),
        ("@font-face{src:local(x)}", "@font-face"),
        ("a{b:\\75rl(x)}", "\\"),
        ("<!-- a{}", "<!--"),
        ("a{}\0", "\0"),
    ],
)
def test_theme_with_a_fault(theme: str, fault: str) -> None:
    """A theme that could leave its element or fetch something is named by what is wrong in it, and never written."""
    found = THEME_FAULT.search(theme)
    assert found
    assert found[0] == fault
    with pytest.raises(ValueError, match="theme"):
        styled(HouseStyle(theme=theme))


def test_theme_without_a_fault() -> None:
    """Colours, sizes, calculations and strings are what a theme is made of."""
    assert THEME_FAULT.search('.a-theme { --curl: calc(1px * (2 + 3)); --b: "Één > lettertype"; }') is None


def test_logo() -> None:
    """The logo is in the page, says what is seen, and has its size."""
    logo = elements(styled(HouseStyle(logo=LOGO)), "//header//*[@role='img']")[0]
    assert (logo.get("aria-label"), logo.get("width"), logo.get("height")) == ('Boom & <blad> "groen"', "40", "20")
    assert logo.get("viewbox") == "0 0 40 20"
    media, _, data = texts(logo, ".//@href")[0].partition(";base64,")
    assert (media, b64decode(data)) == ("data:image/svg+xml", LOGO.data)
    assert elements(styled(HouseStyle()), "//header//*[@role='img']") == []


# --- the look ---------------------------------------------------------------------------------------------------------

LIGHT, DARK = (
    dict(re.findall(r"(--vg-[a-z-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r"^ *:root[^{,]*\{(.*?)\}", SHEET, re.MULTILINE | re.DOTALL)[:2]
)
ACCENTS = ["#154273", "#767676", "#d32f2f", "#007a33", "#0000ff", "#000000", "#6a1b9a"]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_our_colours_can_be_read(colours: dict[str, str]) -> None:
    """Each text colour of the sheet has a contrast of 4.5 with each ground that it stands on."""
    assert set(colours) >= {"--vg-paper", "--vg-surface", "--vg-ink", "--vg-quiet", "--vg-mark", "--vg-mark-ink"}
    pairs = [*product(("--vg-ink", "--vg-quiet"), ("--vg-paper", "--vg-surface")), ("--vg-mark-ink", "--vg-mark")]
    if colours is DARK:
        pairs.append(("--vg-band-ink", "--vg-band"))
    assert [pair for pair in pairs if contrast(*(colours[name] for name in pair)) < 4.5] == []


@pytest.mark.parametrize("accent", ACCENTS)
def test_accents_can_be_read(accent: str) -> None:
    """An accent that is readable on white becomes one that is so on every ground, in the light and in the dark."""
    made = dict(
        re.findall(r"(--vg-accent-[a-z]+): (#[0-9a-f]{6});", texts(styled(HouseStyle(accent=accent)), "//style")[1])
    )
    for colours, name in ((LIGHT, "--vg-accent-light"), (DARK, "--vg-accent-dark")):
        for ground in ("--vg-paper", "--vg-surface"):
            assert contrast(made[name], colours[ground]) >= 4.5
    assert contrast(made["--vg-accent-light"], LIGHT["--vg-band-ink"]) >= 4.5


def test_keeps_an_accent_that_is_readable() -> None:
    """The organisation's own colour is changed only when it must be."""
    assert "--vg-accent-light: #154273;" in texts(styled(HouseStyle(accent="#154273")), "//style")[1]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#0a0a0a", "#ffffff", 19.8),
        ("#123456", "#123456", 1),
    ],
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    """Contrast is what WCAG says it is, whichever colour comes first."""
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


def test_sheet_is_small_and_has_no_dead_rules() -> None:
    """The sheet stays under 8 kB, fetches nothing, and each class in it is on some page."""
    assert len(SHEET.encode()) < 8192
    assert THEME_FAULT.search(SHEET) is None
    made = set(" ".join(texts(styled(HouseStyle(logo=LOGO, theme="a{}")), "//@class")).split())
    named = set(re.findall(r"\.([a-z][\w-]*)(?=[^{}]*\{)", re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL)))
    assert named - made == set()
    assert [name for name in made if not name.startswith(("utrecht-", "vg-"))] == []
