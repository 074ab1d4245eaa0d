"""`vacaturegen diff`: what differs between two versions of the profiles, in their documents."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from vacaturegen.cli.screen import printable, say
from vacaturegen.errors import ExitCode
from vacaturegen.i18n import _

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from vacaturegen.reviewing import Review
    from vacaturegen.versions import Version

FORMS = ("text", "html", "docx", "markdown", "json")
FILES = ("html", "docx")
"""The forms that are files rather than something to read at once."""
WITH_FINDINGS = ("html", "markdown", "json")
"""The forms that tell what checks find anew."""
COLOURS = {"ins": "green", "del": "red"}
PAGE = "verschil.html"
CHANGES = "-wijzigingen"
"""What the name of a Word file with tracked changes adds to that of the document."""
LAST = "HEAD"


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    old = click.Argument(["old"], required=False, metavar=_("[FROM]"))
    new = click.Argument(["new"], required=False, metavar=_("[TO]"))
    form = click.Option(
        ["--format", "form"],
        default=FORMS[0],
        type=click.Choice(FORMS),
        show_default=True,
        help=_("For the terminal, as one page, as Word files with tracked changes, as a comment, or for a program."),
    )
    output = click.Option(
        ["--output"],
        default="verschil",
        type=click.Path(file_okay=False),
        metavar=_("FOLDER"),
        show_default=True,
        help=_("Where the page or the Word files go."),
    )
    impact = click.Option(["--impact"], is_flag=True, help=_("List what each shared file that differs reaches."))
    author = click.Option(
        ["--auteur", "author"], metavar=_("NAME"), help=_("Who made the changes; without it who made the revision TO.")
    )
    day = click.Option(
        ["--datum", "day"],
        type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]),
        metavar=_("DAY"),
        help=_("When they were made, as 2026-11-22; without it when the revision TO was made."),
    )
    return click.Command(
        "diff",
        callback=run_diff,
        params=[old, new, form, output, impact, author, day],
        help=_(
            "Show what differs between two versions of the profiles, in their documents. A version is a git revision, "
            "a tag or a folder; without TO it is what lies here, and without FROM what was committed last (HEAD)."
        ),
        short_help=_("Show what differs between two versions."),
        options_metavar=_("[OPTIONS]"),
    )


def run_diff(  # noqa: PLR0913, PLR0917 - an option each
    old: str | None, new: str | None, form: str, output: str, impact: bool, author: str | None, day: datetime | None
) -> int:
    """Show what differs. Returns the exit code: that of differences when there is one."""
    from pathlib import Path

    from vacaturegen.reviewing.forms import Asked
    from vacaturegen.reviewing.making import review_profiles
    from vacaturegen.reviewing.review import Review
    from vacaturegen.versions import may_differ, open_version, pairs

    before, after = open_version(old or LAST, Path()), open_version(new, Path())
    if impact:
        return print_reach(before, after, form)
    both = may_differ(before, after, pairs(before, after))
    when = day or after.day
    asked = Asked(form, author or after.author or _("not committed yet"), when.isoformat() if when else "")
    review = Review(before.name, after.name, review_profiles(before, after, both, asked))
    if form in WITH_FINDINGS and review.profiles:
        from vacaturegen.reviewing.findings import new_findings

        names = {profile.name for profile in review.profiles}
        differ = [pair for pair in both if pair.stem in names]
        review = replace(
            review, findings=new_findings(before, after, differ, after.day.date() if after.day else today())
        )
    if form in FILES:
        return write_files(review, form, after, Path(output))
    print_lines(review, form)
    return ExitCode.FINDINGS if review.profiles else ExitCode.OK


def today() -> date:
    """Return the day that it is, for findings in what was not committed yet."""
    return date.today()  # noqa: DTZ011 - the day that it is for who asks


def print_reach(before: Version, after: Version, form: str) -> int:
    """Print what each shared file that differs reaches. Returns the exit code. Raises UsageError for other forms."""
    from vacaturegen.reviewing.impact import impact_of, print_impact

    if form != FORMS[0]:
        raise click.UsageError(_("With --impact there is only a list for the terminal."))
    found = impact_of(before, after)
    for line in print_impact(found):
        click.echo(printable(line))
    return ExitCode.FINDINGS if found else ExitCode.OK


def print_lines(review: Review, form: str) -> None:
    """Print a review in a form that is read at once."""
    if form == "json":
        from vacaturegen.reviewing.json import print_review as as_json

        click.echo(as_json(review))
    elif form == "markdown":
        from vacaturegen.reviewing.markdown import print_review as as_markdown

        click.echo("\n".join(map(printable, as_markdown(review).split("\n"))), nl=False)
    else:
        from vacaturegen.reviewing.text import in_plain, print_review

        coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        click.echo("\n".join(print_review(review, in_colour if coloured else in_plain)))


def in_colour(kind: str, text: str) -> str:
    """Return a text as a terminal with colours shows it."""
    shown = printable(text)
    if kind == "head":
        return click.style(shown, bold=True)
    return click.style(shown, fg=COLOURS[kind], strikethrough=kind == "del") if kind in COLOURS else shown


def write_files(review: Review, form: str, after: Version, folder: Path) -> int:
    """Write the page or the Word files of a review, and say which. Returns the exit code."""
    from vacaturegen.build.beside import put_beside

    if not review.profiles:
        print_lines(review, "text")
        return ExitCode.OK
    if form == "html":
        from vacaturegen.reviewing.html import print_review

        files = {PAGE: print_review(review, after.folder)}
    else:
        shown = (document for profile in review.profiles for document in profile.documents if document.shown)
        files = {f"{document.path}{CHANGES}.docx": document.shown for document in shown}
    placed = put_beside(folder, files)
    for path in placed.made:
        click.echo(_("{path}: made").format(path=folder / path))
    for path in placed.kept:
        message = _("{path}: this file was changed by hand, and was left as it is. Move it, or name another folder.")
        say(message.format(path=folder / path))
    return ExitCode.FINDINGS
