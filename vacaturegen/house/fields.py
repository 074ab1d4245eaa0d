"""The fields and content controls in a Word text: what they show, and another text for it."""

from __future__ import annotations

import copy
import re
from typing import Any, NamedTuple

from vacaturegen.house.order import W
from vacaturegen.house.roles import fold
from vacaturegen.house.styles import value_of
from vacaturegen.house.word_file import NAMES

PROPERTY = re.compile(r'\s*DOCPROPERTY\s+(?:"([^"]+)"|(\S+))', re.IGNORECASE)


class Field(NamedTuple):
    """A field: its instruction, the runs of the text that it shows, and its last element."""

    instruction: str
    shown: list[Any]
    last: Any

    @property
    def name(self) -> str:
        """Return the first word of the instruction, in capitals."""
        return (self.instruction.split() or [""])[0].upper()

    @property
    def property(self) -> str:
        """Return the name of the document property that it shows, folded; empty when it shows none."""
        found = PROPERTY.match(self.instruction)
        return fold(found[1] or found[2]) if found else ""


def find_fields(root: Any) -> tuple[list[Field], bool]:
    """Return the fields in a text, and whether each that begins ends as well."""
    found = [Field(e.get(f"{W}instr", ""), list(e.iter(f"{W}r")), e) for e in root.iter(f"{W}fldSimple")]
    open_fields: list[tuple[list[str], list[Any], list[bool]]] = []
    balanced = True
    for run in root.iter(f"{W}r"):
        for child in run:
            if child.tag == f"{W}instrText" and open_fields:
                open_fields[-1][0].append(child.text or "")
            elif child.tag == f"{W}fldChar":
                kind = child.get(f"{W}fldCharType")
                if kind == "begin":
                    open_fields.append(([], [], []))
                elif not open_fields:
                    balanced = False
                elif kind == "separate":
                    open_fields[-1][2].append(True)
                else:
                    words, runs, _separated = open_fields.pop()
                    found.append(Field("".join(words), runs, run))
        if open_fields and open_fields[-1][2] and run.find(f"{W}fldChar") is None:
            open_fields[-1][1].append(run)
    return found, balanced and not open_fields


def set_shown(runs: list[Any], text: str) -> bool:
    """Let runs show a text, in the form of the first of them. Returns whether there was a place for it."""
    if not runs:
        return False
    first, *others = runs
    for run in others:
        run.getparent().remove(run)
    for child in list(first):
        if child.tag != f"{W}rPr":
            first.remove(child)
    shown = first.makeelement(f"{W}t", nsmap=first.nsmap)
    shown.text = text
    first.append(shown)
    return True


def field_runs(field: Field) -> list[Any]:
    """Return the runs that a field shows; one is made when it shows nothing yet."""
    if field.shown:
        return field.shown
    run = field.last.makeelement(f"{W}r", nsmap=field.last.nsmap)
    if field.last.tag == f"{W}fldSimple":
        field.last.append(run)
        return [run]
    marker = copy.deepcopy(run)
    separate = marker.makeelement(f"{W}fldChar", {f"{W}fldCharType": "separate"}, nsmap=run.nsmap)
    marker.append(separate)
    field.last.addprevious(marker)
    field.last.addprevious(run)
    return [run]


def control_names(control: Any) -> set[str]:
    """Return the names of a content control, folded: its title and its tag."""
    said = (value_of(control, "w:sdtPr/w:alias"), value_of(control, "w:sdtPr/w:tag"))
    return {fold(name) for name in said if name}


def fill_control(control: Any, text: str) -> bool:
    """Let a content control show a text. Returns whether there was a place for it."""
    runs = list(control.iterfind("w:sdtContent//w:r", NAMES))
    if not set_shown(runs, text):
        return False
    properties = control.find(f"{W}sdtPr")
    for bound in properties.findall(f"{W}dataBinding"):  # Word would put the bound value in the place of our text
        properties.remove(bound)
    for placeholder in properties.findall(f"{W}showingPlcHdr"):
        properties.remove(placeholder)
        for style in runs[0].findall("w:rPr/w:rStyle", NAMES):
            style.getparent().remove(style)
    return True


def fill_named(root: Any, name: str, text: str) -> bool:
    """Let the fields and controls of a name show a text. Returns whether there was any."""
    filled = False
    for control in root.iter(f"{W}sdt"):
        if fold(name) in control_names(control):
            filled |= fill_control(control, text)
    for field in find_fields(root)[0]:
        if field.property == fold(name):
            filled |= set_shown(field_runs(field), text)
    return filled


def print_field(name: str) -> str:
    """Return the runs of a field that shows a number, with 1 until it is brought up to date."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return (
        f'{mark("begin")}<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>{mark("separate")}'
        f"<w:r><w:rPr><w:noProof/></w:rPr><w:t>1</w:t></w:r>{mark('end')}"
    )
