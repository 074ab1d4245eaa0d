"""Headers and footers of a Word file: which ones our text gets, and the numbers of a document in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lxml import etree

from vacaturegen.house import word_file
from vacaturegen.house.base import WordBase, last_section
from vacaturegen.house.fields import fill_named
from vacaturegen.house.order import W, put_in_order
from vacaturegen.house.styles import is_on
from vacaturegen.house.word_file import MAIN, NAMES, OFFICE, WORD_TYPE, R, WordFile


def with_numbers(base: WordBase, marks: Mapping[str, str]) -> WordBase:
    """Return a base whose header shows marks in the places of these names, to be replaced in each document.

    They stand where the file has a content control or DOCPROPERTY field with such a name, else in a line below what
    the header has.
    """
    file = WordFile("", dict(base.parts), trees={})
    for name in file.parts:
        if name.endswith((".xml", ".rels")):
            file.trees[name] = word_file.parse_part(file, name)
    filled: set[str] = set()
    for _part, story in word_file.stories(file, "header", "footer"):
        filled |= {name for name, mark in marks.items() if fill_named(story, name, mark)}
    line = " · ".join(f"{name.capitalize()}: {mark}" for name, mark in marks.items() if name not in filled)
    for story in story_trees(file, "header") if line else ():
        style = base.styles.get("Header", "Header")
        paragraph = etree.SubElement(story, f"{W}p")
        etree.SubElement(etree.SubElement(paragraph, f"{W}pPr"), f"{W}pStyle").set(f"{W}val", style)
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = line
    parts = word_file.print_parts(file)
    shown = [mark.encode() for mark in marks.values()]
    headers = tuple(name for name, data in parts.items() if any(mark in data for mark in shown))
    return replace(base, parts=parts, headers=headers)


def story_trees(file: WordFile, kind: str) -> list[Any]:
    """Return the headers (or footers) of the section in which our text comes, and of its first page if that differs.

    One is added when its pages have none.
    """
    sections = list(file.trees[MAIN].iter(f"{W}sectPr")) or [last_section(file)]
    targets = {found.name: found.target for found in word_file.relations(file, MAIN)}
    trees = []
    for pages in ["default", "first"] if is_on(sections[-1].find(f"{W}titlePg")) else ["default"]:
        path = f"w:{kind}Reference[@w:type='{pages}']"
        said = [targets.get(one.get(f"{R}id")) for section in sections for one in section.iterfind(path, NAMES)]
        if said and said[-1] in file.trees:
            trees.append(file.trees[said[-1]])
        elif pages == "default":
            trees.append(add_story(file, kind, sections[-1]))
    return trees


def add_story(file: WordFile, kind: str, section: Any) -> Any:
    """Return a header or footer that was added to a section."""
    part = f"word/{kind}Eigen.xml"
    tag = {"header": "hdr", "footer": "ftr"}[kind]
    empty = f'<w:{tag} xmlns:w="{NAMES["w"]}" xmlns:r="{NAMES["r"]}"/>'.encode()
    relation = (MAIN, f"{OFFICE}/relationships/{kind}")
    ident = word_file.add_part(file, part, WORD_TYPE.format(kind), empty, relation)
    reference = etree.SubElement(section, f"{W}{kind}Reference")
    reference.set(f"{W}type", "default")
    reference.set(f"{R}id", ident)
    put_in_order(section)
    return file.trees[part]
