"""What somebody did in a Word file, in the terminal: first what can go back by itself, then what asks for a hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from vacaturegen.comparing.merging import DEL
from vacaturegen.i18n import N_, _
from vacaturegen.returning.findings import Finding
from vacaturegen.returning.places import Place
from vacaturegen.returning.remarks import Remark
from vacaturegen.returning.tracking import Tracked
from vacaturegen.reviewing.text import Paint

SAID = {
    "filled": N_("filled in"),
    "changed": N_("changed"),
    "added": N_("item added"),
    "dropped": N_("item removed"),
    "left": N_("changed"),
    "new": N_("new, behind this"),
    "gone": N_("removed"),
}
REASONS = {
    "value": N_("No single value makes the document say this; change it in the profile yourself."),
    "clause": N_("These are words of a clause, which holds for all documents."),
    "condition": N_("These are words of a template; whether they stand there hangs on this value."),
    "template": N_("These are words of a template."),
    "new": N_("There is no list or text here that this certainly belongs to."),
    "": N_("There is no value that this came from."),
}
"""Why no value was found, by what a text came from."""
SHORT = 70
"""The characters that are told of a text that stands elsewhere."""
BEGIN = 20
"""By how many characters a sentence is found in the text that it stands in."""
LIKE = 0.6
"""How much alike two texts are of which one explains the other."""


def print_findings(findings: Sequence[Finding], remarks: Sequence[Remark], paint: Paint) -> Iterator[str]:
    """Yield the lines of what was found, by what can be done with it."""
    groups = (
        (_("Fits in the profile:"), [one for one in findings if one.edit and not one.shared]),
        (_("In a file that profiles share; change it there if it holds for all of them:"), shared(findings)),
        (_("Fits in no single value:"), [one for one in findings if one.edit is None]),
    )
    first = True
    for head, found in groups:
        if found:
            yield from ([] if first else [""])
            yield paint("head", head)
            for one in found:
                yield from print_finding(one, paint)
            first = False
    if remarks:
        yield from ([] if first else [""])
        yield paint("head", _("Comments:"))
        for remark in remarks:
            yield from (paint("", line) for line in print_remark(remark))


def shared(findings: Sequence[Finding]) -> list[Finding]:
    """Return what is in a file that profiles share."""
    return [one for one in findings if one.edit and one.shared]


def print_finding(finding: Finding, paint: Paint) -> Iterator[str]:
    """Yield the lines of a finding: its place, what was done, and the words."""
    said = "; ".join([_(SAID[finding.kind]), *dict.fromkeys(map(tracked, finding.tracked))])
    yield "  " + paint("", f"{where(finding.place)} ({said})")
    for pieces in finding.sentences:
        yield f"    {''.join(paint(piece.change, piece.text) for piece in pieces if piece.text).strip()}"
    for note in notes(finding):
        yield "    " + paint("", note)


def where(place: Place | None) -> str:
    """Return a place as path:line:column and its field."""
    if place is None:
        return _("at the top")
    at = f"{place.path}:{place.line}:{place.column}" if place.line else place.path
    return f"{at}  {place.field}".rstrip()


def notes(finding: Finding) -> Iterator[str]:
    """Yield why no value was found."""
    if finding.edit is not None:
        return
    if finding.reason:
        yield finding.reason
        return
    now = " ".join("".join(piece.text for one in finding.sentences for piece in one if piece.change != DEL).split())
    told = []
    if finding.clash:
        value = shortened(finding.clash.value)
        for text in finding.clash.others:
            message = _("“{value}” would change this too, which was not changed here: “{text}”")
            told.append(message.format(value=value, text=shortened(text)))
        if finding.instead and is_like(now, finding.instead):
            message = _("With “{value}” this would stand here: “{text}”")
            told.append(message.format(value=value, text=around(finding.instead, now)))
    reason = REASONS[finding.kind if finding.kind in REASONS else finding.origin]
    yield from dict.fromkeys(told) or [_(reason)]


def is_like(now: str, instead: str) -> bool:
    """Tell whether what would stand somewhere says nearly what stands there now, and not the same: that explains."""
    if now in instead:
        return False
    return SequenceMatcher(None, now, instead).quick_ratio() >= LIKE


def around(text: str, other: str) -> str:
    """Return the piece of a text where it begins to differ from another one, with some words in front."""
    line, said = (" ".join(one.split()) for one in (text, other))
    line = line[max(line.find(said[:BEGIN]), 0) :]  # the other one can be a sentence of it
    same = next((at for at, (a, b) in enumerate(zip(line, said, strict=False)) if a != b), len(said))
    start = line.rfind(" ", 0, max(same - SHORT // 2, 0)) + 1
    return f"{'…' if start else ''}{shortened(line[start:])}"


def tracked(by: Tracked) -> str:
    """Return who tracked a change and when."""
    return _("tracked: {by}").format(by=told_by(by.author, by.date))


def told_by(author: str, moment: str) -> str:
    """Return who did something and on which day, as far as that is known."""
    return ", ".join(filter(None, [author.strip(), moment.partition("T")[0]])) or _("by somebody")


def print_remark(remark: Remark) -> Iterator[str]:
    """Yield the lines of a comment."""
    comment = remark.comment
    by = told_by(comment.author, comment.date)
    done = [_("resolved")] if comment.done else []
    answer = [_("an answer")] if comment.parent else []
    place = [where(remark.place)] if remark.place else []
    said = "; ".join([by, *answer, *done])
    yield f"  {' '.join([*place, f'({said})'])}"
    if remark.about:
        yield "    " + _("about “{text}”").format(text=shortened(remark.about))
    yield "    " + (comment.text.strip() or _("(without text)"))


def shortened(text: str) -> str:
    """Return the beginning of a text on one line."""
    text = " ".join(text.split())
    return text if len(text) <= SHORT else f"{text[:SHORT].rpartition(' ')[0] or text[:SHORT]}…"
