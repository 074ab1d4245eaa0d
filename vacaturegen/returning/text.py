"""What somebody did in a Word file, in the terminal: first what can go back by itself, then what asks for a hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    "value": N_("No other value here makes the document say this."),
    "clause": N_("These are words of a clause, which holds for all documents."),
    "condition": N_("These are words of a template; whether they stand there hangs on this value."),
    "template": N_("These are words of a template."),
}
"""Why no value was found, by what a text came from."""
SHORT = 70
"""The characters that are told of a text that stands elsewhere."""


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
    elif finding.clash:
        value = shortened(finding.clash.value)
        for text in finding.clash.others:
            message = _("“{value}” would change this too, which was not changed here: “{text}”")
            yield message.format(value=value, text=shortened(text))
        if finding.instead:
            message = _("With “{value}” this would stand here: “{text}”")
            yield message.format(value=value, text=shortened(finding.instead))
    elif finding.kind != "new" and finding.origin in REASONS:
        yield _(REASONS[finding.origin])


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
    yield f"    {comment.text}"


def shortened(text: str) -> str:
    """Return the beginning of a text."""
    return text if len(text) <= SHORT else f"{text[:SHORT].rpartition(' ')[0] or text[:SHORT]}…"
