"""The ends of paragraphs in a Word file with tracked changes: each end is there in the one version, the other, or both.

A paragraph that came or went takes its end with it, as Word marks that. But the last end of a document, and the one
before a table, cannot go: the text that goes there takes the end of the paragraph before it along instead, and the end
that stays becomes that paragraph's (as Word does it for who deletes the last paragraph of a document).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import NamedTuple

from vacaturegen.comparing.merging import DEL, INS

PARAGRAPH = re.compile(r"<w:p>(?:<w:pPr>(.*?)</w:pPr>)?(.*)</w:p>\Z", re.DOTALL)
RANGES = 1_000_000
"""The ids of moves are multiples of this, and one more: above those of all other changes."""
MOVES = {INS: "moveTo", DEL: "moveFrom"}


@dataclass(slots=True)
class Stamp:
    """Who made the changes and when, as attributes, and how many there are so far."""

    attributes: str = ""
    count: int = 0

    def next(self) -> str:
        """Return the attributes of the next change."""
        self.count += 1
        return f'w:id="{self.count}" {self.attributes}'


class Change(NamedTuple):
    """How something came or went: ins or del, and the number of the move when it stands elsewhere as well."""

    kind: str
    move: int = 0

    @property
    def element(self) -> str:
        """The element that Word has for it."""
        return f"w:{MOVES[self.kind] if self.move else self.kind}"

    def edge(self, stamp: Stamp, *, opens: bool) -> str:
        """Return the beginning or the end of runs that changed so."""
        return f"<{self.element} {stamp.next()}>" if opens else f"</{self.element}>"

    def around(self, runs: str, stamp: Stamp, *, links_at_end: bool) -> str:
        """Return the runs of a whole paragraph that changed so, with what tells of a move.

        Behind a link at the end comes a space: LibreOffice would make a link of the paragraph behind one that goes.
        """
        if links_at_end:
            tag = "delText" if self.element == "w:del" else "t"
            space = f'<w:r><w:{tag} xml:space="preserve"> </w:{tag}></w:r>'
            runs += f"<{self.element} {stamp.next()}>{space}</{self.element}>"
        if not self.move:
            return runs
        starts, ends = self.range_edges(stamp)
        return f"{starts}{runs}{ends}"

    def range_edges(self, stamp: Stamp) -> tuple[str, str]:
        """Return what stands before and behind all that was moved together."""
        number = RANGES * self.move + (self.kind == DEL)
        who = stamp.attributes
        return (
            f'<{self.element}RangeStart w:id="{number}" {who} w:name="move{self.move}"/>',
            f'<{self.element}RangeEnd w:id="{number}"/>',
        )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its properties, what stands in it, how its end came or went, and its old properties if others."""

    properties: str
    content: str
    change: Change | None = None
    before: str | None = None


def mark_end(xml: str, change: Change, stamp: Stamp) -> str:
    """Return a paragraph of which the end came or went."""
    return print_paragraph(replace(read_paragraph(xml), change=change), stamp)


def read_paragraph(xml: str) -> Paragraph:
    """Return a printed paragraph in parts."""
    found = PARAGRAPH.match(xml)
    assert found is not None
    return Paragraph(found[1] or "", found[2])


def print_paragraph(paragraph: Paragraph, stamp: Stamp) -> str:
    """Return a paragraph as XML."""
    properties = paragraph.properties
    if paragraph.change:
        properties += f"<w:rPr><{paragraph.change.element} {stamp.next()}/></w:rPr>"
    if paragraph.before is not None and paragraph.before != paragraph.properties:
        properties += f"<w:pPrChange {stamp.next()}><w:pPr>{paragraph.before}</w:pPr></w:pPrChange>"
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{paragraph.content}</w:p>"


def settle_ends(blocks: Sequence[str], changes: Mapping[int, Change], stamp: Stamp) -> list[str]:
    """Return the blocks of a document with the ends of paragraphs marked; `changes` tells which changed as a whole."""
    settled: list[str] = []
    run: list[Paragraph] = []
    """The paragraphs since the last table."""
    for index, xml in enumerate(blocks):
        if xml.startswith("<w:p>"):
            run.append(replace(read_paragraph(xml), change=changes.get(index)))
            continue
        if xml.startswith("<w:tbl>"):
            settled += print_run(run, stamp)
            run = []
        settled.append(xml)
    return settled + print_run(run, stamp)


def print_run(run: list[Paragraph], stamp: Stamp) -> list[str]:
    """Return paragraphs as XML, the last of which keeps its end."""
    settled: list[Paragraph] = []
    index = 0
    while index < len(run):
        stop = end_of_change(run, index)
        settled += hand_on(run[index:stop], last=stop == len(run)) if stop > index + 1 else run[index:stop]
        index = stop
    return [print_paragraph(one, stamp) for one in settled]


def end_of_change(run: Sequence[Paragraph], index: int) -> int:
    """Return where the paragraphs end that changed as a whole, from one that stays (or from the first) on."""
    stop = index + 1
    while stop < len(run) and run[stop].change is not None:
        stop += 1
    return stop


def hand_on(group: Sequence[Paragraph], *, last: bool) -> Iterator[Paragraph]:
    """Yield a paragraph that stays and those behind it that changed as a whole, with ends that can go or come.

    With `last`, the last of them keeps its end. So does the first kind of them when the paragraph that stays ends in a
    change of that kind: LibreOffice would take the end between them along. And so they do when there is a link in them
    (which is never shown as moved): LibreOffice would leave an empty paragraph, and take another end along instead.
    """
    stays = None if group[0].change else group[0]
    changed = [*group[1:]] if stays else [*group]
    if last and (shared := share_end(changed)):
        changed, last = shared, False
    if stays is None or changed[0].change is None:
        yield from [*([stays] if stays else []), *changed]
        return
    kind = changed[0].change.kind
    count = sum(1 for _ in takewhile(lambda one: one.change is not None and one.change.kind == kind, changed))
    linked = any("<w:hyperlink" in one.content for one in changed[:count])
    if linked or stays.content.endswith(f"</w:{kind}>") or (last and count == len(changed)):
        taker = changed[count - 1]
        new, old = (taker, stays) if kind == INS else (stays, taker)
        yield replace(stays, change=Change(kind))
        yield from changed[: count - 1]
        yield Paragraph(new.properties, taker.content, None, old.properties)
        yield from changed[count:]
    else:
        yield from group[:1]
        yield from changed


def share_end(changed: list[Paragraph]) -> list[Paragraph]:
    """Return paragraphs of which the last that went and the last that came share one end; none where only one did."""
    final = changed[-1]
    other = next(
        (one for one in reversed(changed) if one.change and final.change and one.change.kind != final.change.kind), None
    )
    if other is None or final.change is None:
        return []
    new, old = (final, other) if final.change.kind == INS else (other, final)
    both = Paragraph(new.properties, old.content + new.content, None, old.properties)
    return [*(one for one in changed[:-1] if one is not other), both]
