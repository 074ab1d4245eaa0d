"""What can be done to the look of words so that nobody reads them, and what programs and people do that is no matter.

Each case is a change of a document; that it is told, and how, is tested with the command itself.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house import pack, read_parts
from tests.test_cli_verify import ANSWER, CASES_AS_THEY_ARE, MAIN, built, differing, edited, looking
from vacaturegen.verifying import Sameness, verify

STYLES, SETTINGS, THEME = "word/styles.xml", "word/settings.xml", "word/theme/theme1.xml"
Change = tuple[str, str, str]
CELL = '<w:tc><w:tcPr><w:tcW w:w="'
ROW, TABLE = "<w:cantSplit/>", '<w:tblStyle w:val="Overzicht"/>'
FIRST_ROW, FIRST_COLUMN = '<w:tblStylePr w:type="firstRow">', '<w:tblStylePr w:type="firstCol"><w:rPr>'
EFFECT = '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">{}</w14:textFill>'
SEEN_THROUGH = '<w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="{}"/></w14:srgbClr></w14:solidFill>'
WHITE_EFFECT = '<w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill>'


def standing(properties: str) -> Change:
    """The change that gives the paragraph of a text other properties."""
    return MAIN, f"<w:p><w:r><w:t>{ANSWER}", f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{ANSWER}"


def shaded(shade: str, colour: str = "000000") -> Change:
    """The change that gives a text a colour and a ground."""
    return looking(ANSWER, f'<w:color w:val="{colour}"/><w:shd {shade}/>')


def in_style(name: str, look: str) -> Change:
    """The change that gives the first part of a table style with a name another look."""
    return STYLES, f'<w:tblStylePr w:type="{name}">', f'<w:tblStylePr w:type="{name}"><w:rPr>{look}</w:rPr>'


THEMED = '<w:color w:val="{}" w:themeColor="{}"/>'
LOW = (
    '<w:style w:type="paragraph" w:styleId="Y"><w:name w:val="Y"/><w:pPr>'
    '<w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:style>'
)
UNREADABLE: dict[str, list[Change]] = {
    "white by the theme": [looking(ANSWER, THEMED.format("auto", "background1"))],
    "white by the theme, and black as it is written": [looking(ANSWER, THEMED.format("000000", "background1"))],
    "a tint that is white": [looking(ANSWER, '<w:color w:val="000000" w:themeColor="text1" w:themeTint="01"/>')],
    "a mapping that makes text white": [
        looking(ANSWER, THEMED.format("000000", "text1")), (SETTINGS, 'w:t1="dark1"', 'w:t1="light1"'),
    ],
    "a solid ground": [shaded('w:val="solid" w:color="000000" w:fill="FFFFFF"')],
    "a solid ground that Word chooses": [shaded('w:val="solid" w:color="auto" w:fill="auto"')],
    "a dense pattern": [shaded('w:val="pct95" w:color="000000" w:fill="FFFFFF"', "101010")],
    "a ground by the theme": [shaded('w:val="clear" w:color="auto" w:fill="FFFFFF" w:themeFill="text1"')],
    "letters that are left open": [looking(ANSWER, EFFECT.format("<w14:noFill/>"))],
    "letters that are seen through": [looking(ANSWER, EFFECT.format(SEEN_THROUGH.format(95000)))],
    "letters with a white effect": [looking(ANSWER, EFFECT.format(WHITE_EFFECT))],
    "a style of table that makes its first column white": [
        (STYLES, FIRST_COLUMN, f'{FIRST_COLUMN}<w:color w:val="FFFFFF"/>')
    ],
    "a style of table that makes its first row white": [in_style("firstRow", '<w:color w:val="F4EDF2"/>')],
    "a style of table with narrow letters": [(STYLES, FIRST_COLUMN, f'{FIRST_COLUMN}<w:w w:val="1"/>')],
    "a size with a unit": [looking(ANSWER, '<w:sz w:val="0.5pt"/>')],
    "a size of other letters": [looking(ANSWER, '<w:cs/><w:szCs w:val="2"/>')],
    "letters as large as a page": [looking(ANSWER, '<w:sz w:val="3200"/>')],
    "letters over each other": [looking(ANSWER, '<w:spacing w:val="-100"/>')],
    "letters far apart": [looking(ANSWER, '<w:spacing w:val="9000"/>')],
    "letters made to fit": [looking(ANSWER, '<w:fitText w:val="1"/>')],
    "letters below the page": [looking(ANSWER, '<w:position w:val="-3000"/>')],
    "letters that are signs": [looking(ANSWER, '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')],
    "a theme whose letters are signs": [(THEME, 'typeface="Calibri"', 'typeface="Symbol"')],
    "lines that lie over each other": [standing('<w:spacing w:line="10" w:lineRule="auto"/>')],
    "a line that is cut off by a style, with a space by itself": [
        standing('<w:pStyle w:val="Y"/><w:spacing w:before="10"/>'),
        (STYLES, "<w:style ", f"{LOW}<w:style "),
    ],
    "an indent beyond the page": [standing('<w:ind w:left="20000"/>')],
    "an indent before the page": [standing('<w:ind w:left="0" w:hanging="9000"/>')],
    "an indent in letters": [standing('<w:ind w:left="0" w:leftChars="9000"/>')],
    "an indent of a list": [("word/numbering.xml", '<w:ind w:left="760"', '<w:ind w:left="20000"')],
    "a tab beyond the page": [
        standing('<w:tabs><w:tab w:val="left" w:pos="20000"/></w:tabs>'),
        (MAIN, f"<w:r><w:t>{ANSWER}", f"<w:r><w:tab/><w:t>{ANSWER}"),
    ],
    "a frame beside the page": [standing('<w:framePr w:w="3000" w:hAnchor="page" w:x="-9000"/>')],
    "a frame without width": [standing('<w:framePr w:w="10" w:hAnchor="page" w:x="900"/>')],
    "a frame that is too low": [standing('<w:framePr w:w="3000" w:h="20" w:hRule="exact"/>')],
    "a row that is too low": [(MAIN, ROW, f'{ROW}<w:trHeight w:val="1" w:hRule="exact"/>')],
    "a row that is too low by its style": [
        (STYLES, FIRST_ROW, f'{FIRST_ROW}<w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>')
    ],
    "a column without width": [(MAIN, f'{CELL}3174"', f'{CELL}1"')],
    "a cell that is all white space": [
        (MAIN, f'{CELL}3174" w:type="dxa"/>', f'{CELL}3174" w:type="dxa"/><w:tcMar><w:left w:w="9000"/></w:tcMar>')
    ],
    "a table beside the page": [(MAIN, TABLE, f'{TABLE}<w:tblpPr w:horzAnchor="page" w:tblpX="30000"/>')],
    "a table below the page": [(MAIN, TABLE, f'{TABLE}<w:tblpPr w:vertAnchor="page" w:tblpY="30000"/>')],
    "a table that begins beside the page": [(MAIN, TABLE, f'{TABLE}<w:tblInd w:w="20000" w:type="dxa"/>')],
    "a page without width": [(MAIN, '<w:pgSz w:w="11906"', '<w:pgSz w:w="2900"')],
    "many columns": [(MAIN, "</w:sectPr>", '<w:cols w:num="60"/></w:sectPr>')],
}  # fmt: skip

ONLY_LOOKS: dict[str, list[Change]] = {
    "a colour of the theme": [looking(ANSWER, THEMED.format("1B4F8A", "accent1"))],
    "white on a dark ground": [shaded('w:val="clear" w:color="auto" w:fill="1B4F8A"', "FFFFFF")],
    "white on a pattern": [shaded('w:val="pct80" w:color="000000" w:fill="FFFFFF"', "FFFFFF")],
    "a light pattern": [shaded('w:val="pct10" w:color="auto" w:fill="auto"')],
    "a shade that Word chooses the letters for": [looking(ANSWER, '<w:shd w:val="solid" w:color="000000"/>')],
    "an effect that can be read": [looking(ANSWER, EFFECT.format(SEEN_THROUGH.format(10000)))],
    "a head that is white on its own ground": [
        in_style("firstRow", '<w:color w:val="FFFFFF"/>'),
        (STYLES, 'w:fill="F4EDF2" w:themeFill="background2"', 'w:fill="1B4F8A"'),
    ],
    "a part of a table style that this table does not take": [in_style("firstCol", "<w:b/>"), (
        STYLES, FIRST_ROW, f'<w:tblStylePr w:type="lastCol"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>{FIRST_ROW}'
    )],
    "letters a little closer": [looking(ANSWER, '<w:spacing w:val="-10"/>')],
    "letters raised a little": [looking(ANSWER, '<w:position w:val="6"/>')],
    "a larger size": [looking(ANSWER, '<w:sz w:val="28"/>')],
    "another font": [looking(ANSWER, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:asciiTheme="minorHAnsi"/>')],
    "lines at a distance": [standing('<w:spacing w:line="300" w:lineRule="exact"/>')],
    "an indent": [standing('<w:ind w:left="1440" w:right="720" w:firstLine="360"/>')],
    "an indent into the margin": [standing('<w:ind w:left="-700"/>')],
    "a tab on the page": [
        standing('<w:tabs><w:tab w:val="left" w:pos="4000"/></w:tabs>'),
        (MAIN, f"<w:r><w:t>{ANSWER}", f"<w:r><w:tab/><w:t>{ANSWER}"),
    ],
    "a frame on the page": [standing('<w:framePr w:w="3000" w:hAnchor="text" w:x="100" w:vAnchor="text" w:y="1"/>')],
    "a row of a fixed height": [(MAIN, ROW, f'{ROW}<w:trHeight w:val="700" w:hRule="exact"/>')],
    "a floating table": [(MAIN, TABLE, f'{TABLE}<w:tblpPr w:horzAnchor="margin" w:tblpX="1" w:tblpY="300"/>')],
    "a table that Word moved a little": [(MAIN, TABLE, f'{TABLE}<w:tblInd w:w="-108" w:type="dxa"/>')],
    "a cell without a width of its own": [(MAIN, f'{CELL}3174" w:type="dxa"', f'{CELL}0" w:type="auto"')],
    "a paper that lies": [(MAIN, '<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="16838" w:h="11906"/>')],
    "what LibreOffice says of the direction": [standing('<w:bidi w:val="0"/>')],
    "a text from left to right": [
        (MAIN, f"<w:r><w:t>{ANSWER}</w:t></w:r>", f'<w:dir w:val="ltr"><w:r><w:t>{ANSWER}</w:t></w:r></w:dir>')
    ],
}  # fmt: skip


@pytest.mark.parametrize("changes", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_words_that_cannot_be_read(changes: list[Change]) -> None:
    """Each way to keep words from their reader is seen, and told as that and nothing else."""
    assert differing(edited("team-vacature.docx", *changes)) == {"faint"}


@pytest.mark.parametrize("changes", ONLY_LOOKS.values(), ids=ONLY_LOOKS.keys())
def test_words_with_another_look(changes: list[Change]) -> None:
    """What people and programs do to the look of a document is no difference as long as it can be read."""
    data = edited("team-vacature.docx", *changes)
    assert verify(data, Path("x.docx"), CASES_AS_THEY_ARE, CASES_AS_THEY_ARE).sameness == Sameness.WORDS


SWITCHED = '<w:style w:type="character" w:styleId="X"><w:name w:val="X"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
ELSE = {
    "a column that a style of table hides": (
        {"hidden"}, [(STYLES, FIRST_COLUMN, f"{FIRST_COLUMN}<w:vanish/>")]
    ),
    "a row that a style of table hides": (
        {"hidden"}, [(STYLES, FIRST_ROW, f"{FIRST_ROW}<w:trPr><w:hidden/></w:trPr>")]
    ),
    "a table from right to left": ({"turned"}, [(MAIN, TABLE, f"{TABLE}<w:bidiVisual/>")]),
    "a paragraph from right to left": ({"turned"}, [standing("<w:bidi/>")]),
    "words from right to left": ({"turned"}, [looking(ANSWER, "<w:rtl/>")]),
    "words that are lowered": ({"raised"}, [looking(ANSWER, '<w:vertAlign w:val="subscript"/>')]),
    "a number of a page with words in it": (
        {"footers"}, [("word/footer1.xml", "> PAGE <", "> PAGE \\# &quot;'ongeldig' 0&quot; <")]
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kinds", "changes"), ELSE.values(), ids=ELSE.keys())
def test_words_that_are_seen_otherwise(kinds: set[str], changes: list[Change]) -> None:
    """What is hidden, turned, raised or added by a way round is told as what it is."""
    assert kinds <= differing(edited("team-vacature.docx", *changes))


def test_two_styles_that_hide() -> None:
    """A style of text that says that words are shown does not undo that of the paragraph: Word switches twice."""
    normal = 'w:lineRule="auto"/></w:pPr>'
    data = edited(
        "team-vacature.docx",
        (STYLES, "<w:style ", f"{SWITCHED}<w:style "),
        (STYLES, f"{normal}</w:style>", f"{normal}<w:rPr><w:vanish/></w:rPr></w:style>"),
        looking(ANSWER, '<w:rStyle w:val="X"/>'),
    )
    verdict = verify(data, Path("x.docx"), CASES_AS_THEY_ARE, CASES_AS_THEY_ARE)
    (hidden,) = [one.came for one in verdict.beneath if one.kind == "hidden"]
    assert ANSWER in hidden


NUMBERED = '<w:numFmt w:val="decimal"/><w:pStyle w:val="ListNumber"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'


@pytest.mark.parametrize("look", ["<w:vanish/>", '<w:sz w:val="1"/>', '<w:color w:val="FFFFFF"/>'])
def test_numbers_that_are_not_seen(look: str) -> None:
    """A list whose numbers nobody sees has none for its reader."""
    parts = read_parts(built()["volledig-aanvraag.docx"])
    text = parts["word/numbering.xml"].decode()
    at = text.index("<w:rPr>", text.index(NUMBERED)) + len("<w:rPr>")
    parts["word/numbering.xml"] = (text[:at] + look + text[at:]).encode()
    verdict = verify(pack(parts), Path("volledig-aanvraag.docx"), CASES_AS_THEY_ARE, CASES_AS_THEY_ARE)
    assert [(one.kind, one.gone, one.came) for one in verdict.beneath] == [("markers", ("decimal %1.",), ())]
