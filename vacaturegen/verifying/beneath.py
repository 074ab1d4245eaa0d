"""What a Word file holds beneath its words: where links lead, pictures, headers, fields, what is put in from elsewhere.

Each kind is a set of texts that can be compared with that of another file. What a program writes its own way every time
it saves (styles, settings, the order of parts) is left out: that is for `parts` to name.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from vacaturegen.house.order import W
from vacaturegen.house.word_file import MAIN, R, WordFile, relations
from vacaturegen.reading.inline import find_address
from vacaturegen.reading.runs import DRAWING, HYPERLINK
from vacaturegen.verifying.looks import find_looks
from vacaturegen.verifying.markers import find_markers
from vacaturegen.verifying.stories import story_trees

VML = "{urn:schemas-microsoft-com:vml}"
USUAL = frozenset(
    {
        *("officeDocument", "core-properties", "extended-properties", "custom-properties", "thumbnail"),
        *("styles", "stylesWithEffects", "settings", "webSettings", "theme", "fontTable", "font", "numbering"),
        *("header", "footer", "footnotes", "endnotes", "glossaryDocument", "customXml", "customXmlProps", "people"),
        *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "printerSettings"),
        *("image", "hyperlink", "classificationlabels", "intelligence", "documenttasks"),
    }
)
"""Relationships to what every Word file can have, or what is looked at by itself."""
NOT_WORDS = ("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES")
"""Fields whose result is another one on every page, or with every program."""
PICTURE = "\\#"
"""What tells in a field how its number is shown."""


class Difference(NamedTuple):
    """What two files have in which one kind of thing differs: what only the first has, and what only the second."""

    kind: str
    gone: tuple[str, ...]
    came: tuple[str, ...]


def compare(old: WordFile, new: WordFile) -> list[Difference]:
    """Return what differs beneath the words of two files, in the order of KINDS."""
    found = []
    before, after = gather(old), gather(new)
    for kind in dict.fromkeys([*before, *after]):
        one, other = before.get(kind, Counter()), after.get(kind, Counter())
        if one != other:
            found.append(Difference(kind, tuple((one - other).elements()), tuple((other - one).elements())))
    return found


def gather(file: WordFile) -> dict[str, Counter[str]]:
    """Return what a file holds beneath its words, by kind."""
    found: dict[str, Counter[str]] = {kind: Counter(set(find(file))) for kind, find in KINDS.items()}
    for kind, words in find_looks(file):
        found.setdefault(kind, Counter())[words] += 1
    return found


def find_links(file: WordFile) -> Iterator[str]:
    """Yield where links lead: to an address, or to a place in the document (#)."""
    for name, tree in story_trees(file):
        for found in relations(file, name):
            if found.kind == "hyperlink":
                yield find_address(found.target) or found.target
        for code in instructions(tree):
            if told := HYPERLINK.match(code):
                yield find_address(told[1] or told[2] or "") or code.strip()
        for link in tree.iter(f"{W}hyperlink"):
            if link.get(f"{W}anchor") and not link.get(f"{R}id"):
                yield f"#{link.get(f'{W}anchor')}"


def find_fields(file: WordFile) -> Iterator[str]:
    """Yield the fields in the text, by what they ask of Word: what they show can be another thing tomorrow."""
    for code in instructions(file.trees[MAIN]):
        if (name := code.split(maxsplit=1)[:1]) and name != ["HYPERLINK"]:
            yield name[0].upper()


def instructions(tree: Any) -> Iterator[str]:
    """Yield the instruction of each field; of one within another with that in it."""
    code: list[str] = []
    for element in tree.iter(f"{W}fldSimple", f"{W}instrText", f"{W}fldChar"):
        if element.tag == f"{W}fldSimple":
            yield element.get(f"{W}instr", "")
        elif element.tag == f"{W}instrText":
            code.append(element.text or "")
        elif code:
            yield "".join(code)
            code = []


def find_pictures(file: WordFile) -> Iterator[str]:
    """Yield a digest of each picture that a part with words shows, or where it comes from; and the shapes in the text.

    A shape can lie over words, or have words of its own.
    """
    for name, _tree in story_trees(file):
        for found in relations(file, name):
            if found.kind == "image":
                data = file.parts.get(found.target)
                yield hashlib.sha256(data).hexdigest()[:12] if data is not None else found.target
    for shape in file.trees[MAIN].iter(f"{W}drawing", f"{W}pict"):
        said = (one.get("name") or one.get("string") for one in shape.iter(f"{DRAWING}docPr", f"{VML}textpath"))
        yield " ".join(filter(None, said)) or str(shape.tag).removeprefix(W)


def find_headers(file: WordFile) -> Iterator[str]:
    """Yield the text of each header that a page can have."""
    yield from texts_of(file, "header")


def find_footers(file: WordFile) -> Iterator[str]:
    """Yield the text of each footer that a page can have."""
    yield from texts_of(file, "footer")


def texts_of(file: WordFile, kind: str) -> Iterator[str]:
    """Yield the text of each header or footer that a section names."""
    parts = {found.name: found.target for found in relations(file, MAIN) if found.kind == kind}
    for reference in file.trees[MAIN].iter(f"{W}{kind}Reference"):
        tree = file.trees.get(parts.get(reference.get(f"{R}id", ""), ""))
        if tree is not None and (text := text_of(tree)):
            yield text


def text_of(tree: Any) -> str:
    """Return the words of a header or footer on one line, with {PAGE} for the number of a page, and watermarks."""
    said: list[str] = []
    fields: list[list[str] | None] = []
    """The fields that are open: the instruction so far, or None when the result has begun that is read."""
    for element in tree.iter():
        if element.tag == f"{W}fldChar":
            mark_field(element.get(f"{W}fldCharType", ""), fields, said)
        elif element.tag == f"{W}instrText" and fields and fields[-1] is not None:
            fields[-1].append(element.text or "")
        elif element.tag == f"{W}fldSimple" and name_of(element.get(f"{W}instr", "")) in NOT_WORDS:
            said.append(f"{{{name_of(element.get(f'{W}instr', ''))}}}")
        elif all(one is None for one in fields):
            said.append(shown_of(element))
    return " ".join("".join(said).split())


def mark_field(kind: str, fields: list[list[str] | None], said: list[str]) -> None:
    """Note that a field begins, shows its result from here on, or ends."""
    if kind == "begin":
        fields.append([])
    elif kind == "end" and fields:
        fields.pop()
    elif kind == "separate" and fields and fields[-1] is not None:
        if (name := name_of("".join(fields[-1]))) in NOT_WORDS:
            said.append(f"{{{name}}}")  # its result is not read
        else:
            fields[-1] = None


def name_of(code: str) -> str:
    """Return what a field asks of Word: its name, and all of it when it tells how a number is shown, in any words."""
    return " ".join(code.split()) if PICTURE in code else next(iter(code.upper().split()), "")


def shown_of(element: Any) -> str:
    """Return what is seen of an element in a header or footer."""
    if element.tag == f"{W}t":
        within = element.getparent().getparent()
        if within.tag == f"{W}fldSimple" and name_of(within.get(f"{W}instr", "")) in NOT_WORDS:
            return ""
        return element.text or ""
    if element.tag in (f"{W}p", f"{W}br", f"{W}tab"):
        return " "
    if element.tag == f"{VML}textpath":
        return f" {element.get('string', '')} "
    return str(element.get("descr", "")) if element.tag == f"{DRAWING}docPr" else ""


def find_bound(file: WordFile) -> Iterator[str]:
    """Yield the controls whose text Word takes from another part of the file, which need not be what is read here."""
    for _name, tree in story_trees(file):
        for bound in tree.iter(f"{W}dataBinding"):
            yield bound.get(f"{W}xpath", "")


def find_embedded(file: WordFile) -> Iterator[str]:
    """Yield what else a file puts in, or takes from outside: objects, charts, other documents."""
    for source in ["", *file.parts]:
        for found in relations(file, source):
            if found.kind not in USUAL:
                yield f"{found.kind}: {found.target}"


KINDS: Mapping[str, Callable[[WordFile], Iterator[str]]] = {
    "links": find_links,
    "pictures": find_pictures,
    "headers": find_headers,
    "footers": find_footers,
    "markers": find_markers,
    "fields": find_fields,
    "bound": find_bound,
    "embedded": find_embedded,
}
