"""Make basis.docx, the empty document that every Word file is built on: `python -m tools.make_word_base`.

What belongs here: page, theme, settings, footer, and the package; styles and lists are in `word_styles`. An
organisation's accent, fonts, logo and header are set in this file by `vacaturegen.writers.house_style`, and the text is
printed by `vacaturegen.writers.docx`. Only the standard library is used, and no clock.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from tools.word_styles import LANGUAGE, PARAGRAPH_STYLES, TABLE_STYLES, THEME, W, print_numbering, print_styles

BASE = Path(__file__).parents[1] / "templates" / "word" / "basis.docx"
FONT = "Calibri"
PLACEHOLDER = "Klik hier om in te vullen"

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}
COLOR_MAPPING = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"} | {
    name: name for name in (*(f"accent{n}" for n in range(1, 7)), "hyperlink", "followedHyperlink")
}

# A4 with margins of 2.5 cm, in twentieths of a point.
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1418" w:bottom="1531" w:left="1418" w:header="709"'
    ' w:footer="709" w:gutter="0"/></w:sectPr>'
)


def print_theme() -> str:
    """Colours and fonts; the rest is the least that a theme must have."""
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in THEME.items())
    faces = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Huisstijl"><a:themeElements>'
        f'<a:clrScheme name="Huisstijl">{colors}</a:clrScheme><a:fontScheme name="Huisstijl">'
        f"<a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Huisstijl"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def print_settings() -> str:
    """Settings of the document."""
    uri = "http://schemas.microsoft.com/office/word"
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>' for name, value in COMPATIBILITY.items()
    )
    mapping = " ".join(f'w:{name}="{value}"' for name, value in COLOR_MAPPING.items())
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compatibility}</w:compat>'
        f'<w:themeFontLang w:val="{LANGUAGE}"/><w:clrSchemeMapping {mapping}/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def print_footer() -> str:
    """Pagina X van Y, with both numbers as fields."""
    text = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'.format
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    field = (
        f'{mark("begin")}<w:r><w:instrText xml:space="preserve"> {{}} </w:instrText></w:r>{mark("separate")}'
        f"<w:r><w:rPr><w:noProof/></w:rPr><w:t>1</w:t></w:r>{mark('end')}"
    ).format
    runs = text("Pagina ") + field("PAGE") + text(" van ") + field("NUMPAGES")
    return f'<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{runs}</w:p></w:ftr>'


def print_glossary() -> str:
    """What a place to fill in shows once its text has been deleted."""
    return (
        f'<w:glossaryDocument {W}><w:docParts><w:docPart><w:docPartPr><w:name w:val="Invulplaats"/><w:category>'
        '<w:name w:val="Algemeen"/><w:gallery w:val="placeholder"/></w:category><w:behaviors>'
        '<w:behavior w:val="content"/></w:behaviors></w:docPartPr><w:docPartBody><w:p><w:r><w:rPr>'
        f'<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{PLACEHOLDER}</w:t></w:r></w:p></w:docPartBody></w:docPart>'
        "</w:docParts></w:glossaryDocument>"
    )


def print_relationships(*targets: tuple[str, str, str]) -> str:
    """The relationships of a part: id, type, target."""
    lines = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in targets)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def relate(name: str, target: str) -> tuple[str, str, str]:
    """A relationship of a type of Office's own."""
    return name, f"{OFFICE}/relationships/{name}", target


CORE = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
)
APP = f'<Properties xmlns="{OFFICE}/extended-properties"><Application>vacaturegen</Application></Properties>'
HEADER = f'<w:hdr {W} {R}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>'

# Name, content type, text; the order is that of the file.
PARTS = [
    ("word/document.xml", f"{WORD_TYPE}.document.main", f"<w:document {W} {R}><w:body>{SECTION}</w:body></w:document>"),
    ("word/styles.xml", f"{WORD_TYPE}.styles", print_styles(PARAGRAPH_STYLES, TABLE_STYLES)),
    ("word/settings.xml", f"{WORD_TYPE}.settings", print_settings()),
    ("word/numbering.xml", f"{WORD_TYPE}.numbering", print_numbering()),
    ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme", print_theme()),
    # Every font is the theme's; the part must be there.
    ("word/fontTable.xml", f"{WORD_TYPE}.fontTable", f"<w:fonts {W}/>"),
    ("word/header1.xml", f"{WORD_TYPE}.header", HEADER),
    ("word/footer1.xml", f"{WORD_TYPE}.footer", print_footer()),
    ("word/glossary/document.xml", f"{WORD_TYPE}.document.glossary", print_glossary()),
    ("word/glossary/styles.xml", f"{WORD_TYPE}.styles", print_styles(PARAGRAPH_STYLES[:1], "")),
    ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties", CORE),
    ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties", APP),
    (
        "docProps/custom.xml",
        "application/vnd.openxmlformats-officedocument.custom-properties",
        f'<Properties xmlns="{OFFICE}/custom-properties"/>',
    ),
]
RELATIONSHIPS = {
    "_rels/.rels": print_relationships(
        relate("officeDocument", "word/document.xml"),
        ("core-properties", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        relate("extended-properties", "docProps/app.xml"),
        relate("custom-properties", "docProps/custom.xml"),
    ),
    "word/_rels/document.xml.rels": print_relationships(
        relate("styles", "styles.xml"),
        relate("settings", "settings.xml"),
        relate("numbering", "numbering.xml"),
        relate("theme", "theme/theme1.xml"),
        relate("fontTable", "fontTable.xml"),
        relate("header", "header1.xml"),
        relate("footer", "footer1.xml"),
        relate("glossaryDocument", "glossary/document.xml"),
    ),
    "word/glossary/_rels/document.xml.rels": print_relationships(relate("styles", "styles.xml")),
}


def print_content_types() -> str:
    """What each part holds."""
    lines = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    lines += "".join(f'<Override PartName="/{name}" ContentType="{kind}+xml"/>' for name, kind, _ in PARTS)
    return f'<Types xmlns="{PACKAGE}/content-types">{lines}</Types>'


def write_base(path: Path) -> None:
    """Write the package, with the first date that a zip file knows and no system in particular."""
    texts = {"[Content_Types].xml": print_content_types(), **RELATIONSHIPS, **{name: text for name, _, text in PARTS}}
    with zipfile.ZipFile(path, "w") as package:
        for name, text in texts.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, (XML + text).encode())


if __name__ == "__main__":
    write_base(Path(sys.argv[1]) if sys.argv[1:] else BASE)
