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
OTHER = {INS: DEL, DEL: INS}
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
        settled += hand_on(run[index:stop], last=stop == len(run)) if run[stop - 1].change else run[index:stop]
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

    One that went and one that came share an end where they can: nothing is joined then, of which LibreOffice would lose
    the style when it takes the text for moved. Otherwise each takes its own end along, but not the last with `last`,
    nor the first kind of them when the paragraph that stays ends in a change of that kind: LibreOffice would take the
    end between them along. Nor do they when one of them can be taken for moved in part: LibreOffice would leave an
    empty paragraph, or take another end along instead.
    """
    stays = None if group[0].change else group[0]
    changed = [*group[1:]] if stays else [*group]
    first = OTHER[changed[-1].change.kind] if changed[-1].change else ""
    apart = stays is None or not ends_in(stays, first)
    if (last or apart) and (shared := share_ends(changed, first if apart else OTHER[first])):
        place = next(index for index in reversed(range(len(shared))) if shared[index].change is None)
        yield from [*([stays] if stays else []), *shared[:place]]
        if place + 1 == len(shared):
            yield shared[place]
            return
        stays, changed = shared[place], shared[place + 1 :]
    if stays is None:
        yield from leave_ends(changed) if last else changed
        return
    kind = changed[0].change.kind if changed[0].change else ""
    count = sum(1 for _ in takewhile(lambda one: one.change is not None and one.change.kind == kind, changed))
    if any(map(is_cut, changed[:count])) or ends_in(stays, kind) or (last and count == len(changed)):
        taker = changed[count - 1]
        new, old = (taker.properties, was(stays)) if kind == INS else (stays.properties, taker.properties)
        yield replace(stays, change=Change(kind))
        yield from changed[: count - 1]
        kept = Paragraph(new, taker.content, None, old)
        yield from hand_on([kept, *changed[count:]], last=last) if changed[count:] else [kept]
    else:
        yield stays
        yield from changed


def is_cut(paragraph: Paragraph) -> bool:
    """Tell whether LibreOffice can take one run of a paragraph for moved: of several, or where there is a link."""
    moved = paragraph.change is not None and paragraph.change.move
    return "<w:hyperlink" in paragraph.content or (not moved and paragraph.content.count("<w:r>") > 1)


def leave_ends(changed: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs of one kind that are all there is, of which the last end stays: alone it is a plain one.

    LibreOffice gives it what the first of them was, so that too becomes plain.
    """
    came = changed[0].change is not None and changed[0].change.kind == INS
    for one in changed[:-1]:
        yield replace(one, before="") if came and one is changed[0] else one
    properties = changed[-1].properties
    new, old = (properties, "") if came else ("", properties)
    yield Paragraph(new, changed[-1].content, None, old)


def ends_in(paragraph: Paragraph, kind: str) -> bool:
    """Tell whether the text of a paragraph ends in a change of a kind."""
    return paragraph.content.endswith(f"</w:{kind}>")


def was(paragraph: Paragraph) -> str:
    """Return the old properties of a paragraph."""
    return paragraph.properties if paragraph.before is None else paragraph.before


def share_ends(changed: Sequence[Paragraph], first: str) -> list[Paragraph]:
    """Return paragraphs of which one that went and one that came share an end, as many as can; none where none can.

    The text of the `first` kind stands first in them. What is left of that kind stands before, of the other behind.
    """
    one, two = (
        [part for part in changed if (part.change and part.change.kind == first) == same] for same in (True, False)
    )
    count = min(len(one), len(two))
    left = len(one) - count
    pairs = [share_end(*pair) for pair in zip(one[left:], two, strict=False)]
    return [*one[:left], *pairs, *two[count:]] if pairs else []


def share_end(one: Paragraph, two: Paragraph) -> Paragraph:
    """Return the paragraph of two of which one went and the other came."""
    new, old = (two, one) if one.change and one.change.kind == DEL else (one, two)
    return Paragraph(new.properties, one.content + two.content, None, old.properties)
