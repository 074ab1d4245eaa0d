"""What the pages of a Word file show around our text: size, page numbers, pictures, white space, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from vacaturegen.house.base import FETCHING_FIELDS, NUMBERS
from vacaturegen.house.fields import Field, find_fields, print_field
from vacaturegen.house.findings import Finding, at_style
from vacaturegen.house.header import story_trees
from vacaturegen.house.lists import LEVELS, complete_lists, find_lists, highest, role_of_list
from vacaturegen.house.order import W
from vacaturegen.house.roles import BY_KEY, LIST_ROLES
from vacaturegen.house.styles import VALUE, find_role, is_on, make_child, shown_name, style_id
from vacaturegen.house.word_file import MAIN, NAMES, WordFile, stories
from vacaturegen.i18n import _

A4 = (11906, 16838)
LEEWAY = 30
"""How much a page may differ from A4, in twentieths of a point: programs round."""
MARGINS = (850, 2552)
"""The least and the most of the margins at the sides, in twentieths of a point: 1.5 and 4.5 cm."""
PROMPTING = frozenset({"ASK", "FILLIN"})
CHANGING = frozenset({"DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "FILENAME", "AUTHOR", "USERNAME"})
LISTING = frozenset({"TOC", "INDEX", "TOA"})
SPACES = re.compile(r" {2}|\t")
STYLED_RUN = frozenset({f"{W}{tag}" for tag in ("rStyle", "lang", "noProof")})
STYLED_PARAGRAPH = frozenset({f"{W}{tag}" for tag in ("pStyle", "numPr", "sectPr", "rPr")})


def find_pages(file: WordFile) -> Iterator[Finding]:
    """Yield each section that is no upright A4, or has margins that are hardly one."""
    for number, section in enumerate(file.trees[MAIN].iter(f"{W}sectPr"), 1):
        place = _("{part}, section {n}").format(part=MAIN, n=number)
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        sides = [to_number(size, side) for side in ("w", "h")]
        if any(abs(side - a4) > LEEWAY for side, a4 in zip(sides, A4, strict=True)):
            cause = _("The page is {w} by {h} cm, not an upright A4.").format(w=to_cm(sides[0]), h=to_cm(sides[1]))
            yield Finding(place, cause, _("Set it in Word: Layout, Size, A4. It may shift your header and footer."))
        for side, name in (("left", _("left")), ("right", _("right"))):
            width = to_number(margins, side)
            if not MARGINS[0] <= width <= MARGINS[1]:
                cause = _("The {side} margin is {width} cm.").format(side=name, width=to_cm(width))
                cure = _("Choose one from {least} to {most} cm.")
                yield Finding(place, cause, cure.format(least=to_cm(MARGINS[0]), most=to_cm(MARGINS[1])))


def to_number(element: Any, name: str) -> int:
    """Return an attribute as a number; 0 without one."""
    said = element.get(f"{W}{name}", "") if element is not None else ""
    return int(said) if said.isdigit() else 0


def to_cm(twips: int) -> str:
    """Return a length in centimetres."""
    return f"{twips / 567:.1f}"


def page_fields(file: WordFile) -> list[tuple[str, Field]]:
    """Return the fields of headers and footers, each with its part."""
    return [(part, field) for part, story in stories(file, "footer", "header") for field in find_fields(story)[0]]


def find_page_numbers(file: WordFile) -> Iterator[Finding]:
    """Yield each number that the foot of a page does not show."""
    there = {field.name for _part, field in page_fields(file)}
    for name, cause in (
        ("PAGE", _("No footer shows the number of the page (the field PAGE).")),
        ("NUMPAGES", _("No footer shows how many pages there are (the field NUMPAGES).")),
    ):
        if name not in there:
            yield Finding(_("footer"), cause, _("Let --repair add “Pagina X van Y”."), mendable=True)


def add_page_numbers(file: WordFile) -> Iterator[str]:
    """Add the number of pages behind that of the page, or a line with both to the footer; yield what was added."""
    fields = page_fields(file)
    there = {field.name for _part, field in fields}
    if {"PAGE", "NUMPAGES"} <= there:
        return
    if "PAGE" in there:
        for part, field in fields:
            if field.name == "PAGE":
                runs = wrap(_text_run(" van ") + print_field("NUMPAGES"))
                for run in reversed(runs):
                    field.last.addnext(run)
                yield _("{part}: number of pages added").format(part=part)
        return
    style = find_role(file, BY_KEY["voettekst"]).style
    for story in story_trees(file, "footer"):
        paragraph = etree.SubElement(story, f"{W}p")
        if style is not None:
            make_child(paragraph, "pPr", "pStyle").set(VALUE, style_id(style))
        missing = _text_run("Pagina ") + print_field("PAGE") + _text_run(" van ") + print_field("NUMPAGES")
        paragraph.extend(wrap(missing))
        yield _("a line “Pagina X van Y” added to the footer")


def wrap(runs: str) -> list[Any]:
    """Return runs as elements."""
    return list(etree.fromstring(f'<w:p xmlns:w="{NAMES["w"]}">{runs}</w:p>'))


def _text_run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def find_odd_fields(file: WordFile) -> Iterator[Finding]:
    """Yield each field that does not end, fetches or asks something, or shows what is not so."""
    for part, story in stories(file, "main", "header", "footer"):
        fields, balanced = find_fields(story)
        if not balanced:
            yield Finding(part, _("A field begins and does not end, or ends without a beginning."), _("Make it anew."))
        for field in fields:
            name = field.name
            if name in FETCHING_FIELDS:
                cause = _("The field {name} fetches something when the document is opened.")
                yield Finding(part, cause.format(name=name), _("Put what it fetches in the file itself."))
            elif name in PROMPTING:
                cause = _("The field {name} asks a question when the document is opened.")
                yield Finding(part, cause.format(name=name), _("Remove it."))
            elif name in LISTING:
                cause = _("The field {name} lists what stands in this file, not what a document will hold.")
                yield Finding(part, cause.format(name=name), _("Remove it, or bring it up to date in each document."))
            elif name in CHANGING:
                cause = _("The field {name} shows something else each time.").format(name=name)
                yield Finding(part, cause, _("Write the text itself, if it is to stay."), note=True)
            elif field.property and field.property not in NUMBERS:
                cause = _("The field DOCPROPERTY {name} shows a property that documents do not get.")
                cure = _("Only these are filled in: {words}.").format(words=", ".join(NUMBERS))
                yield Finding(part, cause.format(name=field.property), cure, note=True)


def find_pictures(file: WordFile) -> Iterator[Finding]:
    """Yield each picture that nothing is said of for who does not see it."""
    for part, story in stories(file, "main", "header", "footer"):
        cure = _("Say what it shows (in Word: View Alt Text), or mark it as decorative.")
        for picture in story.iterfind(".//{*}docPr"):
            decorative = picture.find(".//{*}decorative")
            if not picture.get("descr", "").strip() and (
                decorative is None or decorative.get("val") not in ("1", "true")
            ):
                cause = _("The picture “{name}” has no alternative text.").format(name=picture.get("name", ""))
                yield Finding(part, cause, cure)
        for shape in story.iterfind(".//{urn:schemas-microsoft-com:vml}imagedata"):
            if not (shape.getparent().get("alt") or "").strip():
                yield Finding(part, _("A picture has no alternative text."), cure)


def find_white_space(file: WordFile) -> Iterator[Finding]:
    """Yield headers and footers that are laid out by white space, or formatted without styles."""
    for part, story in stories(file, "header", "footer"):
        empty = sum(is_empty(paragraph) for paragraph in story.iter(f"{W}p"))
        if empty:
            cause = _("There are empty paragraphs: {n}.").format(n=empty)
            yield Finding(part, cause, _("Give the style space before or after, and remove them."))
        texts = [text.text or "" for text in story.iter(f"{W}t")]
        tabs = len(story.findall(f".//{W}r/{W}tab"))
        if spaces := sum(bool(SPACES.search(text)) for text in texts):
            cause = _("There are places with several spaces in a row: {n}.").format(n=spaces)
            yield Finding(part, cause, _("Align by the style, or with a table without lines."))
        if tabs:
            cause = _("There are tabs: {n}.").format(n=tabs)
            yield Finding(
                part, cause, _("A reader aloud does not hear them; align by the style if you can."), note=True
            )
        direct = sum(
            any(child.tag not in styled for child in properties)
            for tag, styled in (("rPr", STYLED_RUN), ("pPr", STYLED_PARAGRAPH))
            for properties in story.iter(f"{W}{tag}")
        )
        if direct:
            cause = _("There is formatting outside the styles: {n}.").format(n=direct)
            yield Finding(part, cause, _("Put it in a style, so that one change changes all."), note=True)


def is_empty(paragraph: Any) -> bool:
    """Tell whether nothing is seen in a paragraph that need not be there: a cell, header and footer must have one."""
    around = paragraph.getparent()
    seen = ".//w:t | .//w:drawing | .//w:pict | .//w:fldChar | .//w:fldSimple | .//w:sdt | .//w:object | .//w:ptab"
    if paragraph.xpath(seen, namespaces=NAMES):
        return False
    return around.tag not in (f"{W}tc", f"{W}hdr", f"{W}ftr") or len(around.findall(f"{W}p")) > 1


def lacking_lists(file: WordFile) -> list[tuple[str, int, Any]]:
    """Return kind, level and style of each list whose style has no numbering that fits; shared styles need none."""
    own = find_lists(file)
    keys = [(kind, level) for kind in LIST_ROLES for level in range(LEVELS)]
    styles = {key: find_role(file, BY_KEY[role_of_list(*key)]).style for key in keys}
    ids = [style_id(style) for style in styles.values() if style is not None]
    return [
        (*key, style)
        for key, style in styles.items()
        if style is not None and key not in own and ids.count(style_id(style)) == 1
    ]


def find_lists_without_numbering(file: WordFile) -> Iterator[Finding]:
    """Yield each list style without numbering that fits."""
    for _kind, _level, style in lacking_lists(file):
        cause = _("This style of lists has no numbering that fits; documents take ours.")
        yield Finding(at_style(style), cause, _("Let --repair add it."), mendable=True)


def mend_lists(file: WordFile) -> Iterator[str]:
    """Give list styles numbering that fits; yield what was added."""
    lacking = lacking_lists(file)
    if not lacking:
        return
    lists, number = complete_lists(file)
    root = file.trees["word/numbering.xml"]
    for kind, level, style in lacking:
        definition, place = lists[kind, level]
        number = 1 + highest(root, "num", "numId")
        num = etree.SubElement(root, f"{W}num", {f"{W}numId": str(number)})
        etree.SubElement(num, f"{W}abstractNumId", {VALUE: str(definition)})
        make_child(style, "pPr", "numPr", "ilvl").set(VALUE, str(place))
        make_child(style, "pPr", "numPr", "numId").set(VALUE, str(number))
        yield _("style “{name}”: numbering added").format(name=shown_name(style))


def find_table(file: WordFile) -> Iterator[Finding]:
    """Yield a table style that does not set its first row apart."""
    style = find_role(file, BY_KEY["tabel"]).style
    if style is not None and not any(part.get(f"{W}type") == "firstRow" for part in style.findall(f"{W}tblStylePr")):
        cause = _("This table style does not set the first row apart.")
        cure = _("Choose a style with a header row under “stijlen”, if readers are to see which row it is.")
        yield Finding(at_style(style), cause, cure, note=True)


def find_first_page(file: WordFile) -> Iterator[Finding]:
    """Yield a first page that is to differ and has no header of its own to do so: numbers are not shown there."""
    section = list(file.trees[MAIN].iter(f"{W}sectPr"))[-1:]
    if section and is_on(section[0].find(f"{W}titlePg")):
        kinds = {reference.get(f"{W}type") for reference in file.trees[MAIN].iter(f"{W}headerReference")}
        if "first" not in kinds:
            cause = _("The first page differs, and has no header of its own.")
            yield Finding(MAIN, cause, _("Zaaknummer and kenmerk come from the second page on."), note=True)
