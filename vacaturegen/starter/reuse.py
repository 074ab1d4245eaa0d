"""Last year's profile as the beginning of a new one: its text, with what was of last year cleared.

Only the places of what is cleared change; every other character stays, comments and order too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vacaturegen.notation import Afgeleid, Datum, NotationError, parse_planned_date
from vacaturegen.sources.spans import LINE_END, Span, spans_of
from vacaturegen.sources.tree import EMPTY_WORDS
from vacaturegen.starter.printing import quoted

CONCEPT = "concept"
OVERLAYS = "uitgaven"
REMOVED = re.compile(r"id|versie|vastgesteld_\w+|status_\w+|voorbeeld")
"""What a new profile has no use for yet, or what would make it pass for the old one: key and value go."""
EMPTIED = re.compile(r"(aanvraag\.)?(zaaknummer|kenmerk)|aanvraag\.nummer|contacten|reageren\.ter_attentie_van")
"""What is another one this time: the key stays, with nothing behind it."""
OF_CLIENT = re.compile(r"reageren\.(email|webadres|per_post)|standplaats|wervingsbureau")
"""What is another one for another organisatie."""
TIED = re.compile(r"(?:uitgaven\.\w+\.)?(?:(?:inzet|salaris|contract|reageren|selectie)\.toelichting|contract\.reden)")
"""Texts that are kept, and that may be about the old one only."""
NONE_YET = re.compile(r"aanvraag\.vragen_en_antwoorden")
"""A list that fills up later: an empty one stands in its place, which is no open field."""
DATED = re.compile(
    r"(planning|publicatie)(\.(?!momenten|benamingen)[^.]+)?|inzet\.(start|einde)|.+\.opschortende_termijn\.vanaf"
    r"|aanvraag\.inschrijving\.gestand_tot|planning\.momenten(\.erbij)?\.(dag|tot)"
)
"""What is emptied where it holds a date; z.s.m., nader te bepalen and what follows from another day can stay."""
MOMENTS = re.compile(r"planning\.momenten(\.erbij)?")
"""A list in whose items dates are emptied; the items themselves stay."""
FILE_NAME, VERSION = "bestandsnaam", "versie"
"""A name of files cannot ask for the version that goes."""
YEAR = re.compile(r"\b20\d\d\b")
COMMENT_AT_ONCE = re.compile(r"[ \t]*#(?=[^\s#])")
KEY_MARK = re.compile(r"\?[ \t]*\Z")
BLANK = " \t"


class Edit(NamedTuple):
    """What comes in the place of a piece of a text."""

    start: int
    end: int
    text: str = ""


class Reused(NamedTuple):
    """The text of a concept, and what there is to see to.

    That is the dotted paths of what was cleared or removed and of texts that may not hold any more, and the lines where
    a year still stands.
    """

    text: str
    cleared: tuple[str, ...]
    tied: tuple[str, ...]
    dated: tuple[int, ...]


def clear_for_reuse(text: str, organisatie: str | None = None) -> Reused:
    """Return the text of a profile that `read_yaml` has read, with what was of last year cleared.

    When it is for another `organisatie`, what was of the old one is cleared too.
    """
    root = spans_of(text)
    found = list(clear(text, root, organisatie=organisatie))
    edits = [edit for _path, edit in found]
    wanted = {"status": CONCEPT} | ({"organisatie": quoted(organisatie)} if organisatie else {})
    edits += [add_key(text, root, key, word) for key, word in wanted.items() if key not in entries_of(root)]
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    lines = LINE_END.split(text)
    dated = tuple(number for number, line in enumerate(lines, 1) if YEAR.search(line.partition("#")[0]))
    cleared = dict.fromkeys(path for path, _edit in found if path.rpartition(".")[2] != "status")
    return Reused(text, tuple(cleared), tuple(path for path in paths_in(root) if TIED.fullmatch(path)), dated)


def paths_in(part: Span, place: str = "") -> Iterator[str]:
    """Yield the dotted path of each key with something behind it, however deep in mappings."""
    for name, span in part.value.items() if isinstance(part.value, dict) else ():
        if not is_empty(span):
            yield f"{place}{name}"
            yield from paths_in(span, f"{place}{name}.")


def clear(
    text: str, part: Span, place: str = "", within: str = "", *, organisatie: str | None
) -> Iterator[tuple[str, Edit]]:
    """Yield the dotted path and an edit for all that is cleared in a mapping.

    `place` is its own path and `within` the same for what it is laid over: in `uitgaven` they differ. With another
    `organisatie`, that one is written in its place.
    """
    entries = entries_of(part)
    emptied = (EMPTIED, OF_CLIENT) if organisatie else (EMPTIED,)
    removed = [] if within else [name for name, span in entries.items() if is_removed(name, span)]
    if place and removed and len(removed) == len(entries):  # nothing would be left, and an empty part is an open one
        yield f"{place}{removed[0]}", Edit(part.start, part.end, "{}")
        return
    for name, span in entries.items():
        path, field = f"{place}{name}", f"{within}{name}"
        if name in removed:
            yield path, remove(text, span)
        elif edit := rewrite(text, path, field, span, organisatie):
            yield path, edit
        elif field == OVERLAYS and isinstance(span.value, dict):
            for overlay, laid in span.value.items():
                yield from clear(text, laid, f"{path}.{overlay}.", organisatie=organisatie)
        elif is_empty(span):
            continue
        elif NONE_YET.fullmatch(field):
            yield path, Edit(span.colon, span.colon, " []")
            yield path, empty(text, span)
        elif any(kind.fullmatch(field) for kind in emptied) or (DATED.fullmatch(field) and is_date(span)):
            yield path, empty(text, span)
        elif MOMENTS.fullmatch(field) and isinstance(span.value, list):
            for item in span.value:
                yield from clear(text, item, f"{path}.", f"{field}.", organisatie=organisatie)
        else:
            yield from clear(text, span, f"{path}.", f"{field}.", organisatie=organisatie)


def entries_of(part: Span) -> dict[str, Span]:
    """Return the keys and values of a mapping; of anything else none."""
    return part.value if isinstance(part.value, dict) else {}


def rewrite(text: str, path: str, field: str, span: Span, organisatie: str | None) -> Edit | None:
    """Return the edit of a value that another takes the place of: status, organisatie, a file name with the version."""
    if path == "organisatie" and organisatie:
        behind = Edit(span.colon, span.colon, f" {quoted(organisatie)}")
        return behind if span.start == span.end else Edit(span.start, span.end, quoted(organisatie))
    if field == "status":
        return write_word(text, span, CONCEPT)
    if field == FILE_NAME and VERSION in (words := words_in(span)):
        return Edit(span.colon, span.end, f" [{', '.join(word for word in words if word != VERSION)}]")
    return None


def is_removed(name: str, span: Span) -> bool:
    """Tell whether a key goes with its value: so does a name of files that asks for nothing but what goes."""
    asked = words_in(span) if name == FILE_NAME else []
    only = isinstance(span.value, dict) or set(asked) == {VERSION}
    return REMOVED.fullmatch(name) is not None or (VERSION in asked and only)


def words_in(span: Span) -> list[str]:
    """Return the texts in a value: those of a list, or of what adds to one and takes from it."""
    if isinstance(span.value, str):
        return [span.value]
    items = span.value.values() if isinstance(span.value, dict) else span.value
    return [word for item in items for word in words_in(item)]


def is_empty(span: Span) -> bool:
    """Tell whether nothing stands here."""
    return not span.value or (isinstance(span.value, str) and span.value in EMPTY_WORDS)


def is_date(span: Span) -> bool:
    """Tell whether a value is a date or a list with one; of a mapping each value is looked at by itself."""
    if isinstance(span.value, str):
        try:
            value = parse_planned_date(span.value)
        except NotationError:
            return bool(YEAR.search(span.value))
        return isinstance(value, Datum) or (isinstance(value, Afgeleid) and bool(YEAR.search(value.anker)))
    if isinstance(span.value, list):
        return any(map(is_date, span.value))
    return False


def empty(text: str, span: Span) -> Edit:
    """Return the edit that takes a value away and leaves its key, and what stands behind the value."""
    if span.flow:
        return Edit(span.start, span.end, " " if span.start == span.colon else "")
    before, rest = line_around(text, span)
    if not before.strip(BLANK) and not rest.strip(BLANK):
        return whole_lines(text, span.start, span.end)
    if not rest.strip(BLANK):
        return Edit(span.start - (len(before) - len(before.rstrip(BLANK))), span.end)
    if found := COMMENT_AT_ONCE.match(rest):  # behind nothing, a comment needs a space behind its #
        return Edit(span.start, span.end + found.end(), f"{found[0]} ")
    return Edit(span.start, span.end)


def remove(text: str, span: Span) -> Edit:
    """Return the edit that takes a key and its value away, and leaves a comment behind them."""
    mark = KEY_MARK.search(text, max(0, span.key - 9), span.key)
    start = mark.start() if mark else span.key
    end = max(span.end, span.colon)
    if span.flow:
        comma = re.compile(r"(?:\s|#[^\r\n]*)*,").match(text, end)
        return Edit(start, comma.end() if comma and "#" not in comma[0] else end)
    _before, rest = line_around(text, span)
    return Edit(start, end) if rest.strip(BLANK) else whole_lines(text, start, end)


def line_around(text: str, span: Span) -> tuple[str, str]:
    """Return what stands before a value on its first line, and behind it on its last."""
    return text[line_start(text, span.start) : span.start], text[max(span.end, span.colon) : line_end(text, span)]


def whole_lines(text: str, start: int, end: int) -> Edit:
    """Return the edit that takes whole lines away."""
    behind = LINE_END.search(text, end)
    return Edit(line_start(text, start), behind.end() if behind else len(text))


def line_start(text: str, at: int) -> int:
    """Return where the line of a place begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, span: Span) -> int:
    """Return where the last line of a value ends."""
    found = LINE_END.search(text, max(span.end, span.colon))
    return found.start() if found else len(text)


def write_word(text: str, span: Span, word: str) -> Edit:
    """Return the edit that puts a word in the place of a value, between the quotation marks that stood there."""
    if span.start == span.end:
        return Edit(span.colon, span.colon, f" {word}")
    mark = text[span.start] if text[span.start] in "'\"" else ""
    return Edit(span.start, span.end, f"{mark}{word}{mark}")


def add_key(text: str, root: Span, key: str, word: str) -> Edit:
    """Return the edit that begins a mapping with a key and its value."""
    if text[root.start] == "{":
        return Edit(root.start + 1, root.start + 1, f"{key}: {word}, ")
    indent = text[line_start(text, root.start) : root.start]
    newline = LINE_END.search(text)
    return Edit(root.start, root.start, f"{key}: {word}{newline[0] if newline else chr(10)}{indent}")
