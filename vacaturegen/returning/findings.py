"""What somebody changed in a Word file, each with its place: first what a value can say, then what none can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.comparing.changes import Piece, list_changes
from vacaturegen.comparing.merging import DEL, INS, Part, Sentence, merge
from vacaturegen.comparing.words import text_of
from vacaturegen.i18n import N_, _
from vacaturegen.model.base import PARAGRAPH_END
from vacaturegen.model.places import PLACES
from vacaturegen.reading import WordText
from vacaturegen.returning.draft import Clash, Draft, Edit
from vacaturegen.returning.filling import is_told
from vacaturegen.returning.holding import Held, hold, key_of
from vacaturegen.returning.original import as_begun, place_of
from vacaturegen.returning.places import Place, at_value, sorted_origins
from vacaturegen.returning.touched import Value, Values, read
from vacaturegen.returning.tracking import Tracked, tracked_at, tracked_in
from vacaturegen.sources import Node
from vacaturegen.sources.editing import Path, texts_in
from vacaturegen.tracing import Origin, Span

SEVERAL = N_("The document would then say something else elsewhere."), N_("Its places were filled in differently.")
"""Why a field was not set to what was filled in, for one text and for several."""
Sentences = tuple[tuple[Piece, ...], ...]


class Finding(NamedTuple):
    """Something that somebody did: what, where it has its place, its words, and who tracked it.

    `kind` is filled, changed, added or dropped for what a value can say: then there is an `edit`, and `shared` when its
    file is not that of the profile. It is left, new or gone for what no value can say; a `clash` tells of one that
    nearly could and `instead` what this text would say with it, a `reason` why a field does not take what was filled
    in. The place of what is new is that of what stands before it.
    """

    kind: str
    place: Place | None
    sentences: Sentences
    tracked: tuple[Tracked, ...] = ()
    edit: Edit | None = None
    shared: bool = False
    clash: Clash | None = None
    origin: str = ""
    reason: str = ""
    instead: str = ""


def find_changes(found: Draft, word: WordText) -> Iterator[Finding]:
    """Yield what somebody changed: first what a value can say, in the order of the files, then what is left."""
    begun = hold(found.begun.tokens, found.word)
    yield from sorted(proposals(found, word, begun), key=lambda one: (one.shared, *place_key(one.place)))
    for refused in found.refused:
        pieces = tuple((Piece(INS, text),) for text in refused.texts)
        place = Place(*at_value(refused.value))
        yield Finding("filled", place, pieces, reason=refused.reason or _(SEVERAL[len(refused.texts) > 1]))
    yield from leftovers(found, word)


def place_key(place: Place | None) -> tuple[str, int, int]:
    """Return what places are ordered by."""
    return (place.path, place.line, place.column) if place else ("", 0, 0)


def proposals(found: Draft, word: WordText, begun: Held) -> Iterator[Finding]:
    """Yield what a value can say; of one that was set more than once the whole."""
    own = found.own
    last: dict[tuple[str, Path], int] = {}
    first: dict[tuple[str, Path], Edit] = {}
    for number, edit in enumerate(found.edits):
        origin, _field = as_begun(edit, found.edits[:number])
        if edit.kind == "set" and origin is not None:
            first.setdefault((edit.file, origin), edit)
            last[edit.file, origin] = number
    for number, edit in enumerate(found.edits):
        origin, name = as_begun(edit, found.edits[:number])
        if edit.kind == "set" and origin is not None:
            if last[edit.file, origin] != number:
                continue
            edit = edit._replace(was=first[edit.file, origin].was)  # noqa: PLW2901 - it is told as one
        elif edit.kind == "set":  # of an item that came, and is told with it
            continue
        place = place_of(edit.file, origin or edit.path, name, found.begun.trees)
        tracked = tuple(dict.fromkeys(one for key in edit.texts for one in tracked_in(key, begun, word)))
        sentences = sentences_of(edit, below(found.begun.trees[edit.file], origin) if origin else [])
        yield Finding(kind_of(edit), place, sentences, tracked, edit, edit.file != own)


def kind_of(edit: Edit) -> str:
    """Return what somebody did, for an edit."""
    if edit.kind != "set":
        return {"add": "added", "drop": "dropped"}[edit.kind]
    filled = not edit.was.strip() or len(PLACES.findall(edit.was)) > len(PLACES.findall(edit.value))
    return "filled" if filled else "changed"


def below(tree: Node, path: Path) -> list[str]:
    """Return the texts at or below a path, each on one line."""
    return [" ".join(str(node.value or "").split()) for at, node in texts_in(tree) if at[: len(path)] == path]


def sentences_of(edit: Edit, was: Sequence[str]) -> Sentences:
    """Return the sentences of a value that an edit changes, with the words that differ; `was` is all of an item."""
    if edit.kind == "add":
        return ((Piece(INS, edit.value),),)
    if edit.kind == "drop":
        return tuple((Piece(DEL, text),) for text in was)
    found = [change.pieces for change in list_changes(merge(as_text(edit.was), as_text(edit.value)))]
    if [{piece.change for piece in pieces} for pieces in found] == [{DEL}, {INS}]:  # a figure, and what it became
        return (found[0] + found[1],)
    return tuple(found) or ((Piece(DEL, edit.was.strip()), Piece(INS, edit.value)),)


def as_text(text: str) -> list[Token]:
    """Return a value as the tokens of a text, as it was typed; ¶ shows where a paragraph ends."""
    said = " ¶ ".join(" ".join(part.split()) for part in PARAGRAPH_END.split(text.strip()))
    children = [Token("text", "", 0, content=said)] if said else []
    inline = Token("inline", "", 0, content=said, children=children)
    return [Token("paragraph_open", "p", 1), inline, Token("paragraph_close", "p", -1)]


def leftovers(found: Draft, word: WordText) -> Iterator[Finding]:
    """Yield what no value says: sentence by sentence, with where each came from and why no value was found."""
    held, traced, values = read(found.made, found.word)
    before: list[Origin] = []
    for pair in held.pairs:
        if pair.old is not None:
            before = sorted_origins(origin for span in traced.spans[pair.old] for origin in span.origins)
        if not pair.differs or key_of(pair) not in found.held.differences:
            continue
        tracked = tuple(dict.fromkeys(tracked_at(pair, word)))
        at = 0
        for sentence in pair.sentences:
            size = sum(len(text_of(part.atoms)) for part in sentence if part.change != INS)
            begin, at = at, at + size
            if any(part.change for part in sentence):
                origins = origins_at(traced.spans[pair.old], sentence, begin) if pair.old is not None else before
                fields = {value.field for origin in origins if (value := values.of(origin)) and origin.kind == "value"}
                if is_told(sentence, fields, found.filled):
                    continue  # told with what was filled in
                finding = left(sentence, origins, values, found, tracked)
                instead = finding.clash.instead.get(key_of(pair), "") if finding.clash else ""
                yield finding._replace(instead=instead)


def origins_at(spans: Sequence[Span], sentence: Sentence, at: int) -> list[Origin]:
    """Return where what differs in a sentence came from, what a writer can change first."""
    found: list[Origin] = []
    for part in sentence:
        size = len(text_of(part.atoms)) if part.change != INS else 0
        if part.change:
            found += [
                origin
                for span in spans
                if span.start < max(at + size, at + 1) and span.end > at - (not size)
                for origin in span.origins
            ]
        at += size
    return sorted_origins(found)


def left(
    sentence: Sentence,
    origins: Sequence[Origin],
    values: Values,
    found: Draft,
    tracked: tuple[Tracked, ...],
) -> Finding:
    """Return a sentence that no value says so, with its first origin; of what came that of what stands before."""
    pieces = (tuple(Piece(part.change, with_addresses(part)) for part in sentence),)
    changes = {part.change for part in sentence}
    kind = {frozenset({INS}): "new", frozenset({DEL}): "gone"}.get(frozenset(changes), "left")
    for origin in origins:
        value = values.of(origin)
        if value and (clash := found.clashes.get((value.file, value.path))):
            return Finding(kind, value_begun(value, found), pieces, tracked, clash=clash, origin="value")
    if not origins:
        return Finding(kind, None, pieces, tracked)
    first = origins[0]
    value = values.of(first)
    place = value_begun(value, found) if value else Place(first.path, first.line, first.column, first.field)
    return Finding(kind, place, pieces, tracked, origin=first.kind)


def with_addresses(part: Part) -> str:
    """Return the words of a run; of a link that changed with where it leads, when it does not say that itself."""
    if not part.change:
        return text_of(part.atoms)
    said = []
    for address, atoms in groupby(part.atoms, key=lambda atom: dict(atom.around).get("a", "")):
        text = text_of(list(atoms))
        said.append(f"{text} ({address})" if address and text not in address else text)
    return "".join(said)


def value_begun(value: Value, found: Draft) -> Place:
    """Return where a value of the draft stood before anything was laid; of an item that came, what it came behind."""
    origin, name = as_begun(Edit("set", value.file, value.path, value.field, "", ""), found.edits)
    return place_of(value.file, origin or value.path, name, found.begun.trees)
