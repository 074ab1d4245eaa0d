"""What stands within a paragraph of a Word file: runs, links, fields, controls, changes, signs and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from vacaturegen.house.order import W
from vacaturegen.house.styles import is_on, value_of
from vacaturegen.house.word_file import NAMES, R
from vacaturegen.reading.content import BREAK
from vacaturegen.reading.reader import Reader, WordField
from vacaturegen.reading.styles import TextLook, read_text_look

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"
KEEP = "{http://www.w3.org/XML/1998/namespace}space"
KNOWN = frozenset({"wps", "wpg", "wpc", "wpi", "w14", "w15", "wp14", "a14", "cx", "cx1", "aink", "am3d"})
"""What a newer form of something may ask for and still have its text where it always is."""
SYMBOLS = {
    "F0B7": "•", "F0A7": "▪", "F0D8": "➢", "F0FC": "✓", "F0FB": "✗", "F0FE": "☒", "F0A8": "☐", "F06F": "☐", "F052": "☑",
    "F0E0": "→", "F0E8": "➔", "F0AE": "→", "F0AC": "←", "F04A": "☺", "F0B0": "°", "F0B1": "±", "F0A3": "≤", "F0B3": "≥",
}  # fmt: skip
"""Signs that Word keeps by their place in the fonts Symbol and Wingdings."""
UNKNOWN_SYMBOL = "\ufffd"
HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\[mnh]\s+)*(?:"([^"]*)"|([^\s"\\]\S*))', re.IGNORECASE)


def walk_runs(reader: Reader, element: Any) -> None:
    """Read what stands in an element within a paragraph."""
    for child in element:
        if rule := RULES.get(child.tag):
            rule(reader, child)
        elif child.tag not in SKIPPED:
            walk_runs(reader, child)


def read_run(reader: Reader, run: Any) -> None:
    """Read a run: texts in one form."""
    properties = run.find(f"{W}rPr")
    around = reader.look, reader.direct
    if properties is None:
        reader.look, reader.direct = reader.typed, False
    else:
        change = properties.find(f"{W}rPrChange")
        if change is not None:
            reader.note_change(change)
            if reader.original:
                properties = change.find(f"{W}rPr")
        own = read_text_look(properties)
        styled = reader.styles.text(value_of(properties, "w:rStyle"))
        reader.direct = own.strong is not None
        reader.look = build(own, styled, reader.typed)
    walk_runs(reader, run)
    reader.look, reader.direct = around


def build(*looks: TextLook) -> TextLook:
    """Return what comes of looks that build on each other, the nearest first."""
    return TextLook(*(next((said for said in one if said is not None), None) for one in zip(*looks, strict=True)))


def read_text(reader: Reader, element: Any) -> None:
    """Read the letters themselves: Word takes white space at their ends only when it is told to keep it."""
    text = element.text or ""
    reader.add(text if element.get(KEEP) == "preserve" else text.strip(" \t\r\n"))


def read_equation(reader: Reader, element: Any) -> None:
    """Read a piece of the text of an equation."""
    reader.add(element.text or "")


def read_break(reader: Reader, element: Any) -> None:
    """Read the end of a line; that of a page or column is none within a text."""
    reader.add(" " if element.get(f"{W}type") in ("page", "column") else BREAK)


def add_sign(sign: str) -> Callable[[Reader, Any], None]:
    """Return the rule of an element that stands for one sign."""
    return lambda reader, _element: reader.add(sign)


def read_symbol(reader: Reader, element: Any) -> None:
    """Read a sign that is named by its place in a font."""
    code = element.get(f"{W}char", "").upper()
    if code in SYMBOLS or not re.fullmatch("[0-9A-F]{4}", code):
        reader.add(SYMBOLS.get(code, UNKNOWN_SYMBOL))
    else:
        sign = chr(int(code, 16))
        reader.add(sign if sign.isprintable() else UNKNOWN_SYMBOL)


def read_link(reader: Reader, element: Any) -> None:
    """Read a link with what it leads to."""
    around = reader.begin_link(reader.targets.get(element.get(f"{R}id", ""), ""))
    walk_runs(reader, element)
    reader.link = around


def read_simple_field(reader: Reader, element: Any) -> None:
    """Read the result of a field; that of HYPERLINK is a link."""
    around = reader.link
    if found := HYPERLINK.match(element.get(f"{W}instr", "")):
        reader.begin_link(found[1] or found[2] or "")
    walk_runs(reader, element)
    reader.link = around


def read_field_sign(reader: Reader, element: Any) -> None:
    """Read where a field begins, where its result begins, or where it ends."""
    kind = element.get(f"{W}fldCharType")
    if kind == "begin":
        reader.fields.append(WordField(link=reader.link))
    elif reader.fields and kind == "separate":
        reader.fields[-1].shown = True
        if found := HYPERLINK.match("".join(reader.fields[-1].code)):
            reader.begin_link(found[1] or found[2] or "")
    elif reader.fields and kind == "end":
        reader.link = reader.fields.pop().link


def read_instruction(reader: Reader, element: Any) -> None:
    """Read a piece of the instruction of a field."""
    if reader.fields:
        reader.fields[-1].code.append(element.text or "")


def read_change(reader: Reader, element: Any) -> None:
    """Read a tracked change: its text is there or not by the way of reading."""
    reader.open_mark(element, reader.changes, is_gone=reader.is_gone(element))
    walk_runs(reader, element)
    reader.close_mark()


def read_control(reader: Reader, element: Any) -> None:
    """Read a content control within a paragraph."""
    reader.open_mark(element, reader.controls)
    around = reader.typed
    if is_on(element.find("w:sdtPr/w:showingPlcHdr", NAMES)):
        reader.typed = reader.styles.text(value_of(element, "w:sdtPr/w:rPr/w:rStyle"))
    for content in element.iterchildren(f"{W}sdtContent"):
        walk_runs(reader, content)
    reader.typed = around
    reader.close_mark()


def read_comment_edge(reader: Reader, element: Any) -> None:
    """Read where a comment begins or ends, or where its number stands."""
    is_start = element.tag == f"{W}commentRangeStart"
    reader.comments.setdefault(element.get(f"{W}id", ""), []).append(reader.anchor(before=is_start))


def read_note(reader: Reader, element: Any) -> None:
    """Read the number of a footnote or endnote; its text comes at the end."""
    if not reader.gone:
        reader.notes.append((element.tag.removeprefix(W).removesuffix("Reference"), element.get(f"{W}id", "")))
        reader.add(f"[{len(reader.notes)}]")


def choose(element: Any) -> Any:
    """Return the one form that is read of something that is there in several; None for none."""
    choices = element.findall(f"{CHOICES}Choice")
    known = [one for one in choices if set(one.get("Requires", "").split()) <= KNOWN]
    found = [*known, *element.findall(f"{CHOICES}Fallback"), *choices]
    return found[0] if found else None


def read_choice(reader: Reader, element: Any) -> None:
    """Read one form of something."""
    if (form := choose(element)) is not None:
        walk_runs(reader, form)


def read_box(reader: Reader, element: Any) -> None:
    """Remember a text box, to be read behind the paragraph that it hangs on."""
    if not reader.gone:
        reader.boxes.append(element)


def read_drawing(reader: Reader, element: Any) -> None:
    """Read a picture as its alternative text, and the text boxes in it."""
    described = element.find(f".//{DRAWING}docPr") if element.find(f".//{W}txbxContent") is None else None
    if described is not None:
        reader.add(described.get("descr") or described.get("title", ""))
    walk_runs(reader, element)


def read_shape(reader: Reader, element: Any) -> None:
    """Read an old picture as its alternative text, and the text boxes in it."""
    if element.find(f".//{W}txbxContent") is None:
        reader.add(element.get("alt", ""))
    walk_runs(reader, element)


SKIPPED = frozenset(
    [f"{W}{tag}" for tag in ("rPr", "pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rt", "rubyPr", "fldData")]
)
RULES: dict[str, Callable[[Reader, Any], None]] = {
    f"{W}r": read_run,
    f"{W}t": read_text,
    f"{W}delText": read_text,
    f"{MATH}t": read_equation,
    f"{W}br": read_break,
    f"{W}cr": add_sign(BREAK),
    f"{W}tab": add_sign("\t"),
    f"{W}ptab": add_sign("\t"),
    f"{W}noBreakHyphen": add_sign("\u2011"),
    f"{W}softHyphen": add_sign("\u00ad"),
    f"{W}sym": read_symbol,
    f"{W}hyperlink": read_link,
    f"{W}fldSimple": read_simple_field,
    f"{W}fldChar": read_field_sign,
    f"{W}instrText": read_instruction,
    f"{W}delInstrText": read_instruction,
    f"{W}ins": read_change,
    f"{W}del": read_change,
    f"{W}moveTo": read_change,
    f"{W}moveFrom": read_change,
    f"{W}sdt": read_control,
    f"{W}commentRangeStart": read_comment_edge,
    f"{W}commentRangeEnd": read_comment_edge,
    f"{W}commentReference": read_comment_edge,
    f"{W}footnoteReference": read_note,
    f"{W}endnoteReference": read_note,
    f"{W}txbxContent": read_box,
    f"{W}drawing": read_drawing,
    f"{VML}shape": read_shape,
    f"{CHOICES}AlternateContent": read_choice,
}
