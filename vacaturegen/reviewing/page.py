"""A review as one web page: the documents that differ, the facts, and the texts with what came and went in place.

What stayed is folded away, but for the headings above what differs. The page is the shipped one (or one's own), with a
sheet of its own beside it, and fetches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from markdown_it.token import Token

from vacaturegen.comparing.changes import told_once
from vacaturegen.comparing.looks import Run, find_blocks, runs_of
from vacaturegen.comparing.merging import CHANGE, SENTENCES
from vacaturegen.comparing.nodes import Node, grow
from vacaturegen.comparing.words import Atom, join
from vacaturegen.i18n import ngettext
from vacaturegen.reviewing.looks import say_behind
from vacaturegen.writers.html import print_tokens

DEEPER = 3
"""How much deeper the headings of a document are on the page: below its own, that of the profile, and the title."""
DEEPEST = 6
LOOK = "look"
"""The mark around what is said of words that look otherwise."""

Group = list[Node]


def print_document(tokens: Sequence[Token], name: str) -> str:
    """Return the text of a document, with what stayed folded away; `name` makes its ids unique."""
    groups = list(group_nodes(grow(list(settle_tokens(list(with_looks(tokens)), name)))))
    printed: list[str] = []
    waiting: list[Group] = []
    for group in groups:
        if not is_changed(group):
            waiting.append(group)
            continue
        printed += print_unchanged(waiting, above(waiting, group))
        printed.append(print_group(group))
        waiting = []
    return "".join([*printed, *print_unchanged(waiting, ())])


def with_looks(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield tokens in which it is told what differs but for the words, behind these."""
    blocks, _gone = find_blocks(tokens)
    for index, token in enumerate(tokens):
        runs = [run for sentence in token.meta.get(SENTENCES, ()) for run in runs_of(sentence)]
        if index in blocks:
            runs.append(Run("", (), (blocks[index],)))
        yield token.copy(children=join(atoms_of(runs))) if any(run.looks for run in runs) else token


def atoms_of(runs: Sequence[Run]) -> Iterator[Atom]:
    """Yield the pieces of runs, with marks around them for what changed and for what is said of it."""
    for run in told_once(runs):
        for atom in run.atoms:
            yield Atom(atom.text, (*atom.around, (run.change, ""))) if run.change else atom
        if run.looks:
            yield Atom(say_behind(run.text, run.looks), ((LOOK, ""),))


def settle_tokens(tokens: Sequence[Token], name: str) -> Iterator[Token]:
    """Yield tokens with deeper headings, and with ids that no other document on the page has."""
    for index, token in enumerate(tokens):
        if token.type.startswith("heading"):
            yield token.copy(tag=f"h{min(int(token.tag[1]) + DEEPER, DEEPEST)}")
        elif token.meta.get("role") == "caption":
            yield token.copy(meta={**token.meta, "id": f"{name}-tabel-{index}"})
        else:
            yield token


def group_nodes(nodes: Sequence[Node]) -> Iterator[Group]:
    """Yield the blocks of a document; a caption goes with the table behind it."""
    group: Group = []
    for node in nodes:
        group.append(node)
        if node.opening.meta.get("role") != "caption":
            yield group
            group = []
    if group:
        yield group


def is_changed(group: Group) -> bool:
    """Tell whether something in these blocks differs."""
    return any(CHANGE in token.meta or SENTENCES in token.meta for node in group for token in node.tokens)


def above(waiting: Sequence[Group], group: Group) -> Sequence[Group]:
    """Return the headings below which a block stands, of those that wait to be printed."""
    level = level_of(group) or DEEPEST + 1
    found = []
    for other in reversed(waiting):
        if (there := level_of(other)) and there < level:
            found.append(other)
            level = there
    return found


def level_of(group: Group) -> int:
    """Return the level of a heading, or 0 for what is none."""
    opening = group[0].opening
    return int(opening.tag[1]) if opening.type == "heading_open" else 0


def print_unchanged(groups: Iterable[Group], shown: Sequence[Group]) -> Iterator[str]:
    """Yield what stayed, folded away but for what is to be shown."""
    folded: list[Group] = []
    for group in groups:
        if not any(group is one for one in shown):
            folded.append(group)
            continue
        yield fold(folded)
        folded = []
        yield print_group(group)
    yield fold(folded)


def fold(groups: Sequence[Group]) -> str:
    """Return blocks folded away, with how many paragraphs they are."""
    if not groups:
        return ""
    count = sum(token.type == "inline" for group in groups for node in group for token in node.tokens)
    said = ngettext("{n} paragraph unchanged", "{n} paragraphs unchanged", count).format(n=count)
    return folded_away(said, "".join(map(print_group, groups)))


def folded_away(summary: str, text: str) -> str:
    """Return a part of the page that opens for who wants to see it."""
    return f'<details class="vg-fold">\n<summary>{escape(summary)}</summary>\n{text}</details>\n'


def print_group(group: Group) -> str:
    """Return blocks as elements."""
    return print_tokens([token for node in group for token in node.tokens])


def print_table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of facts as plain texts, each row headed by its first cell."""
    head = "".join(f'<th scope="col" class="utrecht-table__header-cell">{escape(text)}</th>\n' for text in heads)
    lines = [
        '<div class="utrecht-table-container utrecht-table-container--overflow-inline" role="group" tabindex="0"'
        f' aria-label="{escape(caption)}">\n<table class="utrecht-table vg-facts">\n'
        f'<caption class="utrecht-table__caption">{escape(caption)}</caption>\n'
        f'<thead class="utrecht-table__header">\n<tr class="utrecht-table__row">\n{head}</tr>\n</thead>\n'
        '<tbody class="utrecht-table__body">\n'
    ]
    for first, *others in rows:
        cells = "".join(f'<td class="utrecht-table__cell">{escape(text)}</td>\n' for text in others)
        lines.append(
            '<tr class="utrecht-table__row">\n'
            f'<th scope="row" class="utrecht-table__header-cell">{escape(first)}</th>\n{cells}</tr>\n'
        )
    return "".join([*lines, "</tbody>\n</table>\n</div>\n"])


def heading(level: int, text: str, ident: str = "") -> str:
    """Return a heading of the page."""
    anchor = f' id="{ident}"' if ident else ""
    return f'<h{level} class="utrecht-heading-{level}"{anchor}>{escape(text)}</h{level}>\n'


def paragraph(text: str, kind: str = "") -> str:
    """Return a plain paragraph."""
    more = f" utrecht-paragraph--{kind}" if kind else ""
    return f'<p class="utrecht-paragraph{more}">{escape(text)}</p>\n'
