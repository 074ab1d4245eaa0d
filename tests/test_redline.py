"""Word files with tracked changes: who accepts all has the new document, who rejects all the old one."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests import edits, house
from tests.support import GOLDEN, ROOT, W
from vacaturegen import library
from vacaturegen.comparing.merging import merge
from vacaturegen.markdown import parse
from vacaturegen.reading import read_word
from vacaturegen.writers import Assets, Metadata, docx, redline
from vacaturegen.writers.md import print_copy

COPIES = sorted([*GOLDEN.glob("*.md"), *(ROOT / "output").glob("*/*.md")])
EXAMPLES = int(os.environ.get("VACATUREGEN_EXAMPLES", "100"))
LIBRARY = library.read_library(ROOT / "profiles")
ASSETS = Assets(LIBRARY.word_base, LIBRARY.page, LIBRARY.stylesheet)
META = Metadata("Titel", "Onderwerp", (), "Gemeente Voorbeeldstad", "aanvraag", "Aanvraag", "proef", lambda: "digest")
AUTHOR, DAY = "Gemeente Voorbeeldstad", "2026-07-01T09:00:00+02:00"


def redlined(old: str, new: str) -> bytes:
    """The Word file with the changes between two reading copies."""
    return redline.write(merge(parse(old), parse(new)), META, ASSETS, AUTHOR, DAY)


def body_of(data: bytes) -> etree._Element:
    """The body of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml")).find(f"{W}body")
    assert body is not None
    return body


def copies_of(data: bytes) -> tuple[str, str]:
    """The reading copies of a Word file when all is rejected, and when all is accepted."""
    read = (read_word(data, "proef.docx", original=original) for original in (True, False))
    before, after = (print_copy(text.tokens).decode() for text in read)
    return before, after


def copy_of(text: str) -> str:
    """The reading copy that a Word file of a reading copy gives: what no Word file says is left out."""
    return print_copy(read_word(docx.write(parse(text), META, ASSETS), "proef.docx").tokens).decode()


@given(st.sampled_from(COPIES), st.integers(0, 10**9))
@settings(max_examples=EXAMPLES, deadline=None)
def test_accepting_and_rejecting_all_give_both_documents(copy: Path, seed: int) -> None:
    """Words, headings, lists, cells and links are those of the new or the old document, whatever was changed."""
    old = copy.read_text(encoding="utf-8")
    new = edits.edit(old, seed)
    assert copies_of(redlined(old, new)) == (copy_of(old), copy_of(new))


@given(st.sampled_from(COPIES), st.integers(0, 10**9))
@settings(max_examples=EXAMPLES, deadline=None)
def test_every_change_is_one_that_word_knows(copy: Path, seed: int) -> None:
    """Each has an author, a day and an id of its own; moves have both their places; what went is deleted text."""
    old = copy.read_text(encoding="utf-8")
    body = body_of(redlined(old, edits.edit(old, seed)))
    changes = [*body.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo", f"{W}pPrChange")]
    assert {(one.get(f"{W}author"), one.get(f"{W}date")) for one in changes} <= {(AUTHOR, DAY)}
    ids = Counter(one.get(f"{W}id") for one in [*changes, *body.iter(f"{W}moveFromRangeStart", f"{W}moveToRangeStart")])
    assert max(ids.values(), default=1) == 1
    names = [[one.get(f"{W}name") for one in body.iter(f"{W}{kind}RangeStart")] for kind in ("moveFrom", "moveTo")]
    assert sorted(names[0]) == sorted(set(names[1])) == sorted(names[1])
    for start in body.iter(f"{W}moveFromRangeStart", f"{W}moveToRangeStart"):
        ends = body.iter(start.tag.replace("Start", "End"))
        assert sum(end.get(f"{W}id") == start.get(f"{W}id") for end in ends) == 1
    assert all(one.getparent().getparent().tag == f"{W}del" for one in body.iter(f"{W}delText"))
    assert not [one for gone in body.iter(f"{W}del") for one in gone.iter(f"{W}t")]


@pytest.mark.parametrize("copy", COPIES, ids=lambda path: path.stem)
def test_without_a_difference_it_is_the_document(copy: Path) -> None:
    """A document beside itself is the document as a build makes it, to the byte."""
    text = copy.read_text(encoding="utf-8")
    assert redlined(text, text) == docx.write(parse(text), META, ASSETS)


@pytest.mark.parametrize(
    ("old", "new", "elements"),
    [
        ("Een twee.", "Een drie.", {"del": 1, "ins": 1}),
        ("Een.\n\nTwee.\n\nDrie.", "Een.\n\nDrie.", {"del": 2}),
        ("Een.\n\nLaatste weg.", "Een.", {"del": 2}),
        (
            "Een twee drie.\n\nMidden hier.\n\nVier vijf.",
            "Midden hier.\n\nEen twee drie.\n\nVier vijf.",
            {"moveFrom": 2, "moveTo": 2},
        ),
        ("Blijft.\n\n## 😀 uur\n\nEind.", "😀 uur\n\nBlijft.\n\nEind.", {"moveFrom": 2, "moveTo": 2}),
        ("| A | B |\n| - | - |\n| c | d |\n| e | f |", "| A | B |\n| - | - |\n| c | d |", {"del": 5}),
    ],
)
def test_changes_are_as_small_as_they_can_be(old: str, new: str, elements: dict[str, int]) -> None:
    """A word is one change, a paragraph its text and its end, a row itself with its cells."""
    body = body_of(redlined(old, new))
    kinds = ("ins", "del", "moveFrom", "moveTo")
    found = {kind: sum(1 for _ in body.iter(f"{W}{kind}")) for kind in kinds}
    assert {kind: count for kind, count in found.items() if count} == elements


def test_the_last_paragraph_keeps_its_end() -> None:
    """Neither at the end of a document nor before a table is the end of a paragraph marked: none can go there."""
    gone = body_of(
        redlined(
            "Een.\n\nTwee weg.\n\n| A |\n| - |\n| b |\n\nDrie.\n\nVier weg.", "Een.\n\n| A |\n| - |\n| b |\n\nDrie."
        )
    )
    paragraphs = gone.findall(f"{W}p")
    marked = [paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None for paragraph in paragraphs]
    assert marked == [True, False, True, False]


def test_the_end_that_stays_becomes_that_of_the_paragraph_before_it() -> None:
    """A heading that goes from the end leaves no heading behind: the style changes back with it."""
    body = body_of(redlined("Een.\n\n## Kop weg", "Een."))
    last = body.findall(f"{W}p")[-1]
    assert last.find(f"{W}pPr/{W}pStyle") is None
    old = last.find(f"{W}pPr/{W}pPrChange/{W}pPr/{W}pStyle")
    assert old is not None
    assert old.get(f"{W}val") == "Heading2"


def ends_of(old: str, new: str) -> list[tuple[list[str], str | None, str | None]]:
    """Of each paragraph how its end came or went, its style, and its old style when that changed."""
    found: list[tuple[list[str], str | None, str | None]] = []
    for one in body_of(redlined(old, new)).findall(f"{W}p"):
        ends = [etree.QName(end).localname for end in one.iterfind(f"{W}pPr/{W}rPr/*")]
        styles = [one.find(f"{W}pPr/{place}{W}pStyle") for place in ("", f"{W}pPrChange/{W}pPr/")]
        found.append((ends, *(None if style is None else style.get(f"{W}val") for style in styles)))  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("old", "new", "ends"),
    [
        ("- een [twee](https://a.nl)\n\n# Kop", "## een [twee](https://a.nl)\n\n# Kop", [[], []]),
        ("Een.\n\n- peil meten\n\nEind.", "Een.\n\n## heel anders\n\nEind.", [[], [], []]),
        ("Een.\n\n- peil meten\n- tweede\n\nEind.", "Een.\n\n## heel anders\n\nEind.", [[], ["del"], [], []]),
        ("Een.\n\n- peil meten\n\nEind.", "Een.\n\n## heel anders\n\n> nog wat\n\nEind.", [[], ["ins"], [], []]),
    ],
)
def test_a_paragraph_that_went_and_one_that_came_share_an_end(old: str, new: str, ends: list[list[str]]) -> None:
    """Nothing is joined then, of which LibreOffice loses the style when it takes a text in it for moved."""
    assert [found[0] for found in ends_of(old, new)] == ends


def test_a_paragraph_of_several_runs_takes_the_end_before_it_along() -> None:
    """LibreOffice can take its first run for moved, and would give the paragraph behind it its style."""
    ends = ends_of("Een.\n\npeil meten\n\nstreek.\n\nLaat.", "Een.\n\nstreek.\n\n## peil meten **drie**\n\nLaat.")
    assert ends == [
        ([], None, None),
        (["del"], None, None),
        (["ins"], None, None),
        ([], "Heading2", None),
        ([], None, None),
    ]


def test_a_list_that_went_leaves_no_item_before_a_table() -> None:
    """The end that cannot go becomes a plain one, and so it was plain before a list that came."""
    table = "| A |\n| - |\n| b |"
    assert ends_of(f"- een\n- twee\n\n{table}", table) == [(["del"], "ListBullet", None), ([], None, "ListBullet")]
    came = body_of(redlined(table, f"- een\n- twee\n\n{table}")).findall(f"{W}p")
    assert [one.find(f"{W}pPr/{W}pPrChange/{W}pPr") is not None for one in came] == [True, True]


def test_every_list_with_numbers_has_a_definition_of_its_own() -> None:
    """The first item of a list can go, and what is left begins at the number of the list all the same."""
    data = redlined("1. een\n2. twee\n\nTekst.\n\n3. drie\n   - vier\n", "1. een\n\nTekst.\n\n3. drie\n   - vier\n")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/numbering.xml"))
    used = [one.find(f"{W}abstractNumId").get(f"{W}val") for one in root.findall(f"{W}num")]
    kept = {one.get(f"{W}abstractNumId"): one for one in root.findall(f"{W}abstractNum")}
    assert used == ["1", "2", "3", "4", "1"]
    assert [kept[name].find(f"{W}lvl/{W}start").get(f"{W}val") for name in used] == ["1", "1", "1", "3", "1"]
    assert [bool([*kept[name].iter(f"{W}pStyle", f"{W}nsid")]) for name in used] == [True, True, False, False, True]


@pytest.mark.parametrize(("link", "kinds"), [("[ons](https://a.nl)", {"del", "ins"}), ("ons", {"moveFrom", "moveTo"})])
def test_a_paragraph_with_a_link_that_was_moved_goes_and_comes(link: str, kinds: set[str]) -> None:
    """LibreOffice does not move a link well, and leaves the end of such a paragraph: that of the one before goes."""
    moves = f"Vraag het gerust aan {link} of aan een ander."
    body = body_of(redlined(f"Midden blijft.\n\n{moves}\n\n## Kop", f"{moves}\n\nMidden blijft.\n\n## Kop"))
    ends = [[etree.QName(end).localname for end in one.iterfind(f"{W}pPr/{W}rPr/*")] for one in body.findall(f"{W}p")]
    changes = {etree.QName(one).localname for one in body.iter() if "gerust" in "".join(one.itertext())}
    assert changes & {"ins", "del", "moveFrom", "moveTo"} == kinds
    assert ends == ([["ins"], ["del"], [], []] if "ins" in kinds else [["moveTo"], [], ["moveFrom"], []])


def test_a_place_to_fill_in_that_stayed_is_one() -> None:
    """Only where it came or went it is printed as its words."""
    control = parse("Reageren kan tot later.")
    children = parse("x\x01open:" + b"veld|sluiting".hex() + "\x02\\[sluiting\\]\x03 en nog wat.")
    merged = merge(children, [*children, *control])
    body = body_of(redline.write(merged, META, ASSETS, AUTHOR))
    assert [tag.get(f"{W}val") for tag in body.iter(f"{W}tag")] == ["veld"]
    gone = body_of(redline.write(merge(children, control), META, ASSETS, AUTHOR))
    assert not [*gone.iter(f"{W}sdt")]
    assert "sluiting" in "".join(text.text or "" for text in gone.iter(f"{W}delText"))


def test_without_a_day_there_is_none() -> None:
    """What was not committed yet has an author and no day."""
    data = redline.write(merge(parse("Een."), parse("Twee.")), META, ASSETS, "Nog niet vastgelegd")
    assert not [one for one in body_of(data).iter() if one.get(f"{W}date")]


@pytest.mark.parametrize("seed", range(4))
def test_outside_rules_hold(seed: int, tmp_path: Path) -> None:
    """The Open XML SDK's rules find nothing wrong with a file with many changes."""
    old = COPIES[seed].read_text(encoding="utf-8")
    assert house.audit(redlined(old, edits.edit(old, seed + 3)), tmp_path) == []


def test_an_author_is_escaped() -> None:
    """A name with signs that XML knows is that name."""
    data = redline.write(merge(parse("Een."), parse("Twee.")), META, ASSETS, 'A & "B" <c>')
    assert {one.get(f"{W}author") for one in body_of(data).iter(f"{W}ins")} == {'A & "B" <c>'}
    assert re.search(rb"<c>", data) is None
