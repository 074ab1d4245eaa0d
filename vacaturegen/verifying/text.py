"""A verdict in the terminal: the answer first, then what differs, kind by kind, and how the file came to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vacaturegen.comparing.changes import count_changes
from vacaturegen.comparing.merging import DEL, INS
from vacaturegen.i18n import N_, _, ngettext
from vacaturegen.reading import Change, Comment
from vacaturegen.reviewing.review import DocumentReview
from vacaturegen.reviewing.text import Paint, print_changes
from vacaturegen.verifying.beneath import Difference
from vacaturegen.verifying.verdict import Filled, Making, Sameness, Tracking, Verdict, Wording

ANSWERS = {
    Sameness.BYTES: N_("{path} is, byte for byte, what {version} gives for {document}."),
    Sameness.PARTS: N_("{path} is what {version} gives for {document}: only the packing (zip) differs."),
    Sameness.WORDS: N_("{path} is, word for word, what {version} gives for {document}: only its form differs."),
    Sameness.NONE: N_("{path} is not what {version} gives for {document}."),
}
KINDS = {
    "hidden": N_("Hidden text"),
    "struck": N_("Text that is struck through"),
    "faint": N_("Text that cannot be read, by its colour, size, place or font"),
    "raised": N_("Text in superscript or subscript"),
    "turned": N_("Text that runs from right to left"),
    "above": N_("Text above the line"),
    "links": N_("Where links lead"),
    "pictures": N_("Pictures and shapes"),
    "headers": N_("Headers"),
    "footers": N_("Footers"),
    "markers": N_("Numbers and words in front of items and headings"),
    "fields": N_("Fields that Word fills in"),
    "bound": N_("Places that take their text from elsewhere"),
    "embedded": N_("What is embedded, or comes from another file"),
    "properties": N_("Properties"),
}
"""What lies beneath the words -> how it is called."""
TRACKED = {
    "inserted": N_("inserted"),
    "deleted": N_("deleted"),
    "moved from": N_("moved from here"),
    "moved to": N_("moved to here"),
    "formatted": N_("formatted"),
}
LISTED = 20
"""How many of a kind are told before the rest is only counted."""
SHORT = 200
"""The characters of a text in a list."""


def print_verdict(verdict: Verdict, path: str, paint: Paint) -> Iterator[str]:
    """Yield the lines that tell of a verdict."""
    answer = _(ANSWERS[verdict.sameness])
    yield paint("head", answer.format(path=path, version=verdict.version, document=verdict.document))
    wording = verdict.wording
    if verdict.sameness == Sameness.NONE and not (wording.changes or wording.lines):
        yield _("The words are the same; what differs:")
    yield from print_wording(wording, verdict, paint)
    for difference in verdict.beneath:
        yield ""
        yield from print_difference(difference, paint)
    if verdict.making:
        notes = [paint("", note) for note in notes_of(verdict.making, verdict)]
        yield from ["", *notes] if notes else []


def print_wording(wording: Wording, verdict: Verdict, paint: Paint) -> Iterator[str]:
    """Yield what differs in the words."""
    if wording.tracking:
        yield from ["", *print_tracking(wording.tracking, verdict.version, paint)]
        said = _("With all of them accepted, it is word for word what {version} gives.")
        if wording.changes or wording.lines:
            said = _("With all of them accepted, it says what is told below.")
        yield f"  {said.format(version=verdict.version)}"
    if wording.comments:
        yield from ["", *print_comments(wording.comments, paint)]
    if wording.filled:
        yield from ["", *print_filled(wording.filled, paint)]
    if wording.changes:
        count = count_changes(wording.changes)
        said = ngettext("{n} sentence differs:", "{n} sentences differ:", count).format(n=count)
        yield from ["", f"  {paint('head', said)}"]
        yield from print_changes(DocumentReview(verdict.document, "", "", "changed", wording.changes), paint)
    if wording.only_list:
        yield _("Only the list of what is still to be filled in is out of date; the rest of the words is the same.")
    if wording.lines:
        said = _("The words are the same, but not how they stand in the reading copy:")
        yield from ["", f"  {paint('head', said)}"]
        for line in wording.lines:
            yield f"    {line[0]} {paint('', line[1:])}"
    if wording.spaces:
        yield _("Some spaces at which no line may end are ordinary ones, or the other way round.")


def print_tracking(tracking: Tracking, version: str, paint: Paint) -> Iterator[str]:
    """Yield the tracked changes, and what the file says without them."""
    count = tracking.total
    said = ngettext("{n} tracked change, not accepted yet:", "{n} tracked changes, not accepted yet:", count)
    yield f"  {paint('head', said.format(n=count))}"
    for change in tracking.changes[:LISTED]:
        yield paint("", f"    {say_change(change)}")
    left = len(tracking.changes) - LISTED
    if left > 0:
        yield "    " + _("and {n} more").format(n=left)
    if tracking.others:
        yield "    " + _("of rows, pages, headers and footers: {n}").format(n=tracking.others)
    said = _("With all of them rejected, the text still is not what {version} gives.")
    if tracking.is_original_same:
        said = _("With all of them rejected, the text is word for word what {version} gives.")
    yield f"  {said.format(version=version)}"


def say_change(change: Change) -> str:
    """Return a tracked change as one line."""
    return f"{_(TRACKED[change.kind])}{signed(change.author, change.date)}{quoted(change.text)}"


def signed(author: str, date: str) -> str:
    """Return by whom and when something was done, as far as that is told."""
    said = [_("by {name}").format(name=author)] if author else []
    said += [date[:10]] if date else []
    return f" ({', '.join(said)})" if said else ""


def quoted(text: str) -> str:
    """Return a text behind what is said of it; nothing for no text."""
    short = text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
    return f": “{' '.join(short.split())}”" if text else ""


def print_comments(comments: Sequence[Comment], paint: Paint) -> Iterator[str]:
    """Yield the comments in the margin."""
    said = ngettext("{n} comment:", "{n} comments:", len(comments)).format(n=len(comments))
    yield f"  {paint('head', said)}"
    for comment in comments[:LISTED]:
        yield paint("", f"    {comment.author or '?'}{signed('', comment.date)}{quoted(comment.text)}")
    if len(comments) > LISTED:
        yield "    " + _("and {n} more").format(n=len(comments) - LISTED)


def print_filled(filled: Sequence[Filled], paint: Paint) -> Iterator[str]:
    """Yield what was filled in."""
    said = ngettext("{n} place was filled in:", "{n} places were filled in:", len(filled)).format(n=len(filled))
    yield f"  {paint('head', said)}"
    for one in filled:
        yield paint("", f"    {one.name}{quoted(one.text)}")


def print_difference(difference: Difference, paint: Paint) -> Iterator[str]:
    """Yield what differs in one kind of what lies beneath the words."""
    yield f"  {paint('head', _(KINDS[difference.kind]))}"
    for kind, sign, texts in ((DEL, "-", difference.gone), (INS, "+", difference.came)):
        for text in texts[:LISTED]:
            yield f"    {sign} {paint(kind, ' '.join(text.split()))}"
        if len(texts) > LISTED:
            yield f"    {sign} " + _("and {n} more").format(n=len(texts) - LISTED)


def notes_of(making: Making, verdict: Verdict) -> Iterator[str]:
    """Yield which parts of the file differ where no words do, and how it came to be, as far as it tells."""
    if verdict.sameness == Sameness.WORDS:
        yield _("These parts of the file differ: {names}.").format(names=shortened(verdict.parts))
    if not making.is_told:
        yield _("The file does not tell any more which document it is: it was recognised by its name.")
    elif making.profile:
        yield _("The file tells that it was made from the profile “{profile}”.").format(profile=making.profile)
    if making.is_same is False:
        message = _("It was made from other sources (profile, shared texts or templates) than those of {version}.")
        yield message.format(version=verdict.version)
    elif making.is_same and making.saved:
        yield _("It was made from the same sources; what differs came afterwards.")
    elif making.is_same:
        yield _("It was made from the same sources, and changed afterwards or made by another version of vacaturegen.")
    if making.saved and (making.saved.program or making.saved.by):
        said = signed(making.saved.by, making.saved.day)
        program = making.saved.program or _("an unknown program")
        yield _("As the file tells, it was saved last with {program}{who}.").format(program=program, who=said)
    if making.lost:
        yield _("These properties are gone: {names}.").format(names=", ".join(making.lost))


def shortened(names: Sequence[str]) -> str:
    """Return names as a list, the last ones only counted when there are many."""
    more = [_("and {n} more").format(n=len(names) - LISTED)] if len(names) > LISTED else []
    return ", ".join([*names[:LISTED], *more])
