"""What somebody filled in: the fields that were open, with the text that stands in their places now.

How a document words a value need not be how somebody types it ("24" becomes "24 uur"), so here it is enough that the
field takes the text as it was typed, or the day that it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial

from vacaturegen.comparing.merging import DEL, INS, Sentence
from vacaturegen.comparing.words import text_of
from vacaturegen.errors import InputError
from vacaturegen.model.base import fold
from vacaturegen.model.places import PLACES
from vacaturegen.notation import Datum, NotationError, notation_of, parse_planned_moment
from vacaturegen.reading import Control
from vacaturegen.returning.candidates import said_with
from vacaturegen.returning.draft import Draft, Edit, Refused, lay, old_text
from vacaturegen.returning.holding import HARD, Held, Key, added, key_of
from vacaturegen.returning.touched import Reading, Touched, Value, read, touched_values
from vacaturegen.returning.workbench import make

AMOUNT = re.compile(r"€\s?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:(\d{2})|-))?")
"""An amount as people write it, all of the text: its point is one of thousands."""


def typed_by_field(controls: Sequence[Control], touched: Sequence[Touched]) -> dict[str, set[str]]:
    """Return what was filled in for each open field: in its controls, or where a program dropped these in its text."""
    found: dict[str, set[str]] = {}
    for control in controls:
        if control.tag and control.text and not is_place(control.text):
            found.setdefault(control.tag, set()).add(fold(HARD.sub(" ", control.text)))
    for one in touched:
        if is_open(one.value) and one.value.field not in found:
            for text in texts_typed(one):
                found.setdefault(one.value.field, set()).add(text)
    return found


def texts_typed(touched: Touched) -> Iterator[str]:
    """Yield what stands in the place of an open field, when that is not the place itself."""
    for way in touched.ways[:1] if touched.is_whole else ():
        if (text := fold(said_with(touched.was, way))) and touched.was not in text and not is_place(text):
            yield text


def is_open(value: Value) -> bool:
    """Tell whether nothing but a place to fill in was typed for a value."""
    return not value.written.strip() or PLACES.fullmatch(value.written.strip()) is not None


def is_place(text: str) -> bool:
    """Tell whether a text is a place to fill in, as documents show it."""
    return text.startswith("[") and text.endswith("]")


def values_typed(text: str) -> Iterator[str]:
    """Yield what a text that was filled in can be as a value; a day whose weekday is another one is for the field."""
    with suppress(NotationError):
        if isinstance(day := parse_planned_moment(text.removeprefix("op ")), Datum):
            yield notation_of(day)
            return
    yield text
    if found := AMOUNT.fullmatch(text):
        cents = f",{found[2]}" if found[2] else ""
        yield found[1].replace(".", "") + cents
    yield text[:1].lower() + text[1:]


def is_told(sentence: Sentence, fields: set[str], filled: Mapping[str, set[str]]) -> bool:
    """Tell whether what is left of a sentence is how a filled field reads, or its place where that was left as it was.

    `fields` are those of the values that differ there.
    """
    now = fold("".join(text_of(part.atoms) for part in sentence if part.change != DEL))
    come = fold("".join(text_of(part.atoms) for part in sentence if part.change == INS))
    if now and any(now in texts for texts in filled.values()):
        return True
    changed = {word for part in sentence if part.change for word in text_of(part.atoms).split()}
    typed = [text for texts in filled.values() for text in texts if text in now]
    if any(changed <= {*text.split(), *text.rstrip(",-").split()} for text in typed):
        return True  # the document words it otherwise, or says beside it what was typed with it
    there = bool(fields) and fields <= filled.keys()
    return there and (is_place(come) or not now or all(any(text in now for text in filled[field]) for field in fields))


def fill_in(found: Draft, controls: Sequence[Control]) -> None:
    """Set the fields that were open to what was filled in, where that is one text."""
    reading = read(found.made, found.word)
    places = {value.field: (value, keys) for value, keys in open_places(reading)}
    for name, texts in typed_by_field(controls, list(touched_values(reading))).items():
        if name not in places:
            continue
        value, keys = places[name]
        found.filled[name] = texts
        edits = [Edit("set", value.file, value.path, name, value.written, said) for said in values_typed(min(texts))]
        amount = AMOUNT.fullmatch(min(texts))
        right = partial(is_only_at, keys, f"€ {amount[1]}" if amount else "")
        if len(texts) > 1 or not any(found.attempt(edit, right) for edit in edits):
            reason = reason_for(found, edits) if len(texts) == 1 else ""
            found.refused.append(Refused(value, tuple(sorted(texts)), reason))


def is_only_at(keys: set[Key], amount: str, held: Held, before: Held) -> bool:
    """Tell whether nothing differs more than before but in some texts; an amount that was typed has to be one there."""
    told = not amount or any(amount in old_text(pair) for pair in held.pairs if key_of(pair) in keys)
    return told and added(held, before) <= keys


def reason_for(found: Draft, edits: Sequence[Edit]) -> str:
    """Return why a field does not take a value, in the words in which the profile would be refused."""
    for edit in edits:
        text = lay(edit, found.texts[edit.file])
        try:
            make(found.bench, {**found.texts, edit.file: text or found.texts[edit.file]})
        except InputError as error:
            return " ".join(filter(None, error.problems[0][3:5])) if error.problems else ""
    return ""


def open_places(reading: Reading) -> Iterator[tuple[Value, set[Key]]]:
    """Yield each value that is open with the texts of the Word file in which its places stand, or stood."""
    held, traced, values = reading
    found: dict[Value, set[Key]] = {}
    for pair in held.pairs:
        for span in traced.spans[pair.old] if pair.old is not None else ():
            for origin in span.origins:
                if (value := values.of(origin)) and is_open(value):
                    found.setdefault(value, set()).add(key_of(pair))
    yield from found.items()
