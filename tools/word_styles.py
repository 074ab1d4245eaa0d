"""The styles and list levels of basis.docx, and the colours of its theme; `make_word_base` puts them in a package.

Colours are slots of the theme and fonts the theme's, so that a change of the theme changes all. Built-in styles have
their English names, which Word translates. The writer relies on the ids of the styles and the numbers of the lists.
"""

from __future__ import annotations

from typing import NamedTuple

LANGUAGE = "nl-NL"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

# Two texts, two backgrounds (lt1, lt2), accents and links. What is no background can be read on both of them.
THEME = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "505050",
    "lt2": "ECF0F3",
    "accent1": "154273",
    "accent2": "275937",
    "accent3": "735500",
    "accent4": "A90061",
    "accent5": "42145F",
    "accent6": "8A3B00",
    "hlink": "154273",
    "folHlink": "42145F",
}
MUTED, TINT, ACCENT, LINK = ("text2", "dk2"), ("background2", "lt2"), ("accent1", "accent1"), ("hyperlink", "hlink")
"""Slots of the theme, as styles call them and as the theme does."""


def color(slot: tuple[str, str]) -> str:
    """Text in a colour of the theme."""
    return f'<w:color w:val="{THEME[slot[1]]}" w:themeColor="{slot[0]}"/>'


def shade(slot: tuple[str, str]) -> str:
    """A background in a colour of the theme."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{THEME[slot[1]]}" w:themeFill="{slot[0]}"/>'


def line(side: str, slot: tuple[str, str], width: int, distance: int = 0) -> str:
    """A border in a colour of the theme; its width in eighths of a point, its distance in points."""
    color = f'w:color="{THEME[slot[1]]}" w:themeColor="{slot[0]}"'
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{distance}" {color}/>'


def space(before: int, after: int, leading: int) -> str:
    """White space around a paragraph in twentieths of a point, and its line height in 240ths of a line."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{leading}" w:lineRule="auto"/>'


def indent(left: int) -> str:
    """The distance from the left margin, in twentieths of a point."""
    return f'<w:ind w:left="{left}"/>'


def size(points: float) -> str:
    """The size of letters."""
    return f'<w:sz w:val="{int(points * 2)}"/><w:szCs w:val="{int(points * 2)}"/>'


def font(kind: str) -> str:
    """The theme's font for headings (major) or text (minor)."""
    names = {"asciiTheme": "HAnsi", "eastAsiaTheme": "EastAsia", "hAnsiTheme": "HAnsi", "cstheme": "Bidi"}
    return "<w:rFonts " + " ".join(f'w:{name}="{kind}{script}"' for name, script in names.items()) + "/>"


BOLD, ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
KEEP, RIGHT = "<w:keepNext/><w:keepLines/>", '<w:jc w:val="right"/>'
HEADING = font("major") + BOLD
HANGING, BAR_INDENT = 460, 300
LIST_LEVELS = ("", "2", "3")

# A bar beside the text and no tint: only lines above and below could pad that, and LibreOffice draws a box with such
# lines in a PDF so that it passes for a table without headers. Paragraphs with the same borders between the same edges
# share one bar; a list hangs its markers at the left edge of the text.
BAR = f"<w:pBdr>{line('left', ACCENT, 24, 12)}</w:pBdr>"


class Style(NamedTuple):
    """A paragraph style: its name, paragraph and run properties. Its id is the name without spaces, as Word does it."""

    name: str
    paragraph: str
    run: str = ""
    based_on: str = "Normal"
    following: str = ""
    custom: bool = False


def list_styles(kind: str, number: int) -> list[Style]:
    """The styles of a list and of the lists in it, with their numbering, and of a list in the clause box."""
    levels = [
        Style(
            f"List {kind} {suffix}".strip(),
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' + space(70, 70, 288),
        )
        for level, suffix in enumerate(LIST_LEVELS)
    ]
    return [*levels, Style(f"List {kind} Clausule", BAR, based_on=f"List{kind}", custom=True)]


def heading(level: int, before: int, after: int, run: str) -> Style:
    """The style of a heading, which stays with what it is above."""
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    return Style(f"heading {level}", KEEP + space(before, after, 252) + outline, HEADING + run, following="Normal")


def list_indent(level: int) -> int:
    """How far the text of a list is from the margin."""
    return BAR_INDENT + HANGING * (level + 1)


PARAGRAPH_STYLES = [
    Style("Normal", space(140, 140, 288), based_on=""),
    heading(1, 240, 240, color(ACCENT) + size(26)),
    heading(2, 440, 120, color(ACCENT) + size(15.5)),
    heading(3, 280, 80, size(12.5)),
    heading(4, 220, 60, color(MUTED) + size(11)),
    Style("Lead", space(240, 240, 300), color(MUTED) + size(13.5), following="Normal", custom=True),
    Style("Aanloop", "<w:keepNext/>", custom=True),
    Style("Noot", space(100, 100, 264), color(MUTED) + size(10), following="Normal", custom=True),
    Style("Clausule", BAR + space(120, 120, 288) + indent(BAR_INDENT), custom=True),
    Style("Clausule Noot", "", color(MUTED) + size(10), based_on="Clausule", following="Clausule", custom=True),
    *list_styles("Bullet", 1),
    *list_styles("Number", 2),
    *(
        Style(f"List Continue {suffix}".strip(), space(0, 80, 288) + indent(list_indent(level)))
        for level, suffix in enumerate(LIST_LEVELS)
    ),
    Style("caption", KEEP + space(200, 100, 264), BOLD + color(MUTED) + size(10), following="Normal"),
    Style("Tabeltekst", space(0, 0, 264), size(10.5), custom=True),
    Style("Tabeltekst Getal", RIGHT, based_on="Tabeltekst", custom=True),
    Style("Tabelkop", "<w:keepNext/>", BOLD, based_on="Tabeltekst", custom=True),
    Style("Tabelkop Getal", RIGHT, based_on="Tabelkop", custom=True),
    Style("Logo", space(0, 120, 240), custom=True),
    Style("header", space(0, 300, 240), color(MUTED) + size(9)),
    Style("footer", space(0, 0, 240) + RIGHT, color(MUTED) + size(9)),
]
CHARACTER_STYLES = {
    "Strong": BOLD,
    "Emphasis": ITALIC,
    "Intense Emphasis": BOLD + ITALIC,
    "Hyperlink": color(LINK) + '<w:u w:val="single"/>',
    # A place to fill in is yellow in every house style: it must strike the eye, and it must go.
    "Placeholder Text": '<w:color w:val="5C4400"/><w:shd w:val="clear" w:color="auto" w:fill="FFF2C2"/>',
}
TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="Overzicht"><w:name w:val="Overzicht"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
    + line("bottom", MUTED, 2)
    + line("insideH", MUTED, 2)
    + '</w:tblBorders><w:tblCellMar><w:top w:w="70" w:type="dxa"/><w:bottom w:w="70" w:type="dxa"/></w:tblCellMar>'
    '</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
    + line("bottom", ACCENT, 8)
    + f'</w:tcBorders>{shade(TINT)}</w:tcPr></w:tblStylePr><w:tblStylePr w:type="firstCol"><w:rPr>{BOLD}</w:rPr>'
    "</w:tblStylePr></w:style>"
)

# The style of a list, the signature by which Word tells lists apart, and the form and text of the marker at each level.
LISTS = [
    ("ListBullet", "1A2B3C01", [("bullet", "•"), ("bullet", "–"), ("bullet", "•")]),
    ("ListNumber", "1A2B3C02", [("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3.")]),
]


def print_style(kind: str, style: Style) -> str:
    """A paragraph or character style."""
    default = ' w:default="1"' if style.name == "Normal" else ""
    custom = ' w:customStyle="1"' if style.custom else ""
    parent = style.based_on and f'<w:basedOn w:val="{style.based_on}"/>'
    following = style.following and f'<w:next w:val="{style.following}"/>'
    properties = (style.paragraph and f"<w:pPr>{style.paragraph}</w:pPr>") + (
        style.run and f"<w:rPr>{style.run}</w:rPr>"
    )
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{identify(style.name)}"><w:name w:val="{style.name}"/>'
        f"{parent}{following}<w:qFormat/>{properties}</w:style>"
    )


def identify(name: str) -> str:
    """The id of a style: heading 1 -> Heading1."""
    return (name[0].upper() + name[1:]).replace(" ", "")


def print_styles(paragraphs: list[Style], tables: str) -> str:
    """A part with styles."""
    run = f'{font("minor")}{size(11)}<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}"/>'
    characters = [Style(name, "", run, based_on="") for name, run in CHARACTER_STYLES.items()]
    return (
        f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"'
        ' w:defQFormat="0" w:count="376"/>'
        + "".join(print_style("paragraph", style) for style in paragraphs)
        + "".join(print_style("character", style) for style in characters)
        + f"{tables}</w:styles>"
    )


def print_numbering() -> str:
    """The two lists, each with its levels."""
    definitions = ""
    for number, (style, signature, markers) in enumerate(LISTS, 1):
        definitions += (
            f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{signature}"/>'
            '<w:multiLevelType w:val="multilevel"/>'
        )
        for level, (form, text) in enumerate(markers):
            definitions += (
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
                f'<w:pStyle w:val="{style}{LIST_LEVELS[level]}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="{list_indent(level)}" w:hanging="{HANGING}"/></w:pPr>'
                f"<w:rPr>{color(ACCENT)}</w:rPr></w:lvl>"
            )
        definitions += "</w:abstractNum>"
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number, _ in enumerate(LISTS, 1)
    )
    return f"<w:numbering {W}>{definitions}{numbers}</w:numbering>"
