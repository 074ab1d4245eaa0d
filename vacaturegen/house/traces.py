"""What a Word file does when it is opened, and what is left in it: settings, links to elsewhere, changes, text."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from lxml import etree

from vacaturegen.house.base import EMBEDDED, FETCHED, OLD_PARTS, SETTINGS, drop_old
from vacaturegen.house.findings import Finding, repaired
from vacaturegen.house.order import W, put_in_order
from vacaturegen.house.styles import VALUE, is_on, make_child
from vacaturegen.house.word_file import MAIN, NAMES, OFFICE, WORD_TYPE, WordFile, add_part, relations, stories
from vacaturegen.i18n import _

MODE = "15"
"""The compatibility mode of Word since 2013; with a lower one Word says so above every document."""
URI = "http://schemas.microsoft.com/office/word"
CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange")


def mode_of(file: WordFile) -> Any:
    """Return the setting of the compatibility mode, or None."""
    settings = file.trees.get(SETTINGS)
    path = "w:compat/w:compatSetting[@w:name='compatibilityMode']"
    return settings.find(path, NAMES) if settings is not None else None


def find_settings(file: WordFile) -> Iterator[Finding]:
    """Yield what a file says of Word that makes it an old one, or makes Word ask something."""
    mode, settings = mode_of(file), file.trees.get(SETTINGS)
    said = mode.get(VALUE) if mode is not None else None
    if said != MODE:
        cause = _("The file is in compatibility mode ({mode}).").format(mode=said or "–")
        yield Finding(SETTINGS, cause, repaired(), mendable=True)
    if settings is None:
        return
    zoom = settings.find(f"{W}zoom")
    if zoom is not None and zoom.get(f"{W}percent") is None:
        yield Finding(SETTINGS, _("The zoom has no percentage, which Word's rules ask for."), repaired(), mendable=True)
    if is_on(settings.find(f"{W}updateFields")):
        cause = _("Word asks at every opening whether fields may be updated.")
        yield Finding(SETTINGS, cause, repaired(), mendable=True)
    protection = settings.find(f"{W}documentProtection")
    if (
        protection is not None
        and is_on(protection.find("."))
        and protection.get(f"{W}enforcement") in ("1", "true", "on")
    ):
        cause = _("The file is protected: documents cannot be edited.")
        yield Finding(SETTINGS, cause, _("Stop the protection in Word (Review, Restrict Editing)."))


def mend_settings(file: WordFile) -> Iterator[str]:
    """Take the file out of compatibility mode, and let nothing be asked; yield what was done."""
    if SETTINGS not in file.trees:
        empty = f'<w:settings xmlns:w="{NAMES["w"]}"/>'.encode()
        add_part(file, SETTINGS, WORD_TYPE.format("settings"), empty, (MAIN, f"{OFFICE}/relationships/settings"))
    settings, mode = file.trees[SETTINGS], mode_of(file)
    if mode is None or mode.get(VALUE) != MODE:
        if mode is None:
            facts = {f"{W}name": "compatibilityMode", f"{W}uri": URI}
            mode = etree.SubElement(make_child(settings, "compat"), f"{W}compatSetting", facts)
        mode.set(VALUE, MODE)
        yield _("compatibility mode {mode}").format(mode=MODE)
    zoom = settings.find(f"{W}zoom")
    if zoom is not None and zoom.get(f"{W}percent") is None:
        zoom.set(f"{W}percent", "100")
        yield _("a percentage given to the zoom")
    for update in settings.findall(f"{W}updateFields"):
        settings.remove(update)
        yield _("Word no longer asks whether fields may be updated")


def find_links(file: WordFile) -> Iterator[Finding]:
    """Yield what a file fetches or carries: templates, pictures and objects elsewhere, and objects in it."""
    for part in ["", *file.parts]:
        for found in relations(file, part):
            place = part or _("the package")
            if found.kind == "attachedTemplate":
                cause = _("The file looks for its template at {address}.").format(address=found.target)
                yield Finding(
                    place, cause, _("Let --repair take that out; nothing that is seen changes."), mendable=True
                )
            elif found.kind in OLD_PARTS:
                cause = _("A part is left that Word no longer reads: {kind}.").format(kind=found.kind)
                yield Finding(place, cause, repaired(), mendable=True)
            elif found.external and found.kind in FETCHED:
                cause = _("This is fetched from elsewhere when the document is opened: {address}")
                yield Finding(place, cause.format(address=found.target), _("Put it in the file itself."))
            elif found.kind in EMBEDDED:
                cause = _("An object of another program lies in the file: {part}.").format(part=found.target)
                yield Finding(place, cause, _("Put a picture in its place, with alternative text."))


def mend_links(file: WordFile) -> Iterator[str]:
    """Take out the address of a template, and what Word no longer reads; yield what went."""
    for kind in drop_old(file):
        yield _("taken out: {kind}").format(kind=kind)


def find_changes(file: WordFile) -> Iterator[Finding]:
    """Yield tracked changes and comments: every document would carry them along."""
    for part, story in stories(file, "main", "header", "footer"):
        count = sum(1 for tag in CHANGES for _element in story.iter(f"{W}{tag}"))
        if count:
            cause = _("There are tracked changes: {n}.").format(n=count)
            yield Finding(part, cause, _("Accept or reject them in Word (Review)."))
    if comments := [found.target for found in relations(file, MAIN) if found.kind == "comments"]:
        tree = file.trees.get(comments[0])
        count = len(tree) if tree is not None else 0
        if count:
            cause = _("There are comments: {n}.").format(n=count)
            yield Finding(comments[0], cause, _("Remove them in Word (Review)."))
    settings = file.trees.get(SETTINGS)
    if settings is not None and is_on(settings.find(f"{W}trackRevisions")):
        yield Finding(SETTINGS, _("Word tracks every change."), _("Switch that off in Word (Review)."))


def find_own_text(file: WordFile) -> Iterator[Finding]:
    """Yield that the file has text of its own: it comes before that of each document, as a cover or in its way."""
    body = file.trees[MAIN].find(f"{W}body")
    covers = [place for place, element in enumerate(body) if element.find(f"{W}pPr/{W}sectPr") is not None]
    words = ["".join(text.text or "" for text in element.iter(f"{W}t")).strip() for element in body]
    behind = [text for text in words[(covers or [-1])[-1] + 1 :] if text]
    if behind:
        cause = _("Sample text stands in the file ({n} paragraphs, the first: “{text}”): it comes in each document.")
        yield Finding(
            MAIN, cause.format(n=len(behind), text=behind[0][:60]), _("Remove it in Word, and save the file.")
        )
    elif any(words):
        cause = _("The file begins with pages of its own; they come before the text of each document.")
        yield Finding(MAIN, cause, _("Keep them if they are meant as a cover."), note=True)


def find_disorder(file: WordFile) -> Iterator[Finding]:
    """Yield each part that is written in another order, or with other words, than Word's rules have."""
    for name, tree in file.trees.items():
        if tree.tag.startswith(W) and (count := put_in_order(copy.deepcopy(tree))):
            cause = _("Elements stand in another order than Word's rules have: {n}.").format(n=count)
            cure = _("Let --repair set them right; nothing that is seen changes.")
            yield Finding(name, cause, cure, mendable=True, note=True)


def mend_disorder(file: WordFile) -> Iterator[str]:
    """Put every part in the order of Word's rules; yield how much was changed."""
    count = sum(put_in_order(tree) for tree in file.trees.values() if tree.tag.startswith(W))
    if count:
        yield _("elements put in the order of Word's rules: {n}").format(n=count)
