"""`vacaturegen diff`: what differs between two versions of the profiles, in their documents."""

from __future__ import annotations

import shlex
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from vacaturegen.cli.check import read_day
from vacaturegen.cli.screen import has_colours, in_colour, printable, say
from vacaturegen.errors import ExitCode
from vacaturegen.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from vacaturegen.reviewing import Review
    from vacaturegen.versions import Version

FORMS = ("text", "html", "docx", "markdown", "json")
FILES = ("html", "docx")
"""The forms that are files rather than something to read at once."""
WITH_FINDINGS = ("html", "markdown", "json")
"""The forms that tell what checks find anew."""
PAGE = "verschil.html"
FOLDER = "verschil"
GOES_WITH = {"--auteur": ("docx",), "--datum": ("docx",), "--output": FILES}
"""The options that do nothing but for these forms."""
CHANGES = "-wijzigingen"
"""What the name of a Word file with tracked changes adds to that of the document."""
LAST = "HEAD"
DIGITS = 7
"""How much of the id of a commit names it."""


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
        type=click.Path(file_okay=False),
        metavar=_("FOLDER"),
        help=_("Where the page or the Word files go; without it in “verschil”."),
    )
    impact = click.Option(["--impact"], is_flag=True, help=_("List what each shared file that differs reaches."))
    author = click.Option(
        ["--auteur", "author"], metavar=_("NAME"), help=_("Who made the changes; without it who made the revision TO.")
    )
    day = click.Option(
        ["--datum", "day"],
        callback=parse_moment,
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


def parse_moment(_context: click.Context, _option: click.Parameter, value: str | None) -> datetime | None:
    """Return when something was done; at the beginning of a day without a time."""
    from datetime import datetime, time

    if value is None:
        return None
    day = read_day(value)
    return datetime.combine(day.dag, day.tijd or time())


def run_diff(  # noqa: PLR0913, PLR0917 - an option each
    old: str | None,
    new: str | None,
    form: str,
    output: str | None,
    impact: bool,
    author: str | None,
    day: datetime | None,
) -> int:
    """Show what differs. Returns the exit code: that of differences when there is one.

    Raises UsageError for what does not go together, and ComparisonError and UncomparableError for what cannot be
    compared.
    """
    from pathlib import Path

    from vacaturegen.reviewing.forms import Asked
    from vacaturegen.reviewing.making import review_profiles
    from vacaturegen.reviewing.review import Review
    from vacaturegen.versions import may_differ, open_version, pairs

    refuse_idle({"--auteur": author, "--datum": day, "--output": output}, form)
    folder = Path(FOLDER if output is None else output)
    if form in FILES:
        refuse_taken(folder)
    before, after = open_version(LAST if old is None else old, Path()), open_version(new, Path())
    if impact:
        return print_reach(before, after, form)
    both = may_differ(before, after, pairs(before, after))
    when = day or after.day
    asked = Asked(form, author or after.author or _("not committed yet"), when.isoformat() if when else "")
    again = shlex.join(
        ["vacaturegen", "diff", *(short_name(one) for one in (before, after)[: 1 if new is None else 2])]
    )
    review = Review(before.name, after.name, review_profiles(before, after, both, asked), again=again)
    if form in WITH_FINDINGS and review.profiles:
        from vacaturegen.reviewing.findings import new_findings

        names = {profile.name for profile in review.profiles}
        differ = [pair for pair in both if pair.stem in names]
        review = replace(
            review, findings=new_findings(before, after, differ, after.day.date() if after.day else today())
        )
    if form in FILES:
        return write_files(review, form, after, folder)
    print_lines(review, form)
    return ExitCode.FINDINGS if review.profiles else ExitCode.OK


def refuse_idle(given: Mapping[str, object], form: str) -> None:
    """Refuse options without a value, or that do nothing for a form. Raises UsageError."""
    for option, value in given.items():
        if isinstance(value, str) and not value.strip():
            raise click.UsageError(_("Write something behind {option}, or leave it out.").format(option=option))
        if value is not None and form not in GOES_WITH[option]:
            forms = _(" or ").join(f"--format {one}" for one in GOES_WITH[option])
            raise click.UsageError(_("{option} goes with {forms} only.").format(option=option, forms=forms))


def refuse_taken(folder: Path) -> None:
    """Refuse a folder of profiles, or one that documents are built in. Raises UsageError."""
    from vacaturegen.build.manifest import MANIFEST
    from vacaturegen.layout import is_home, is_shared, named_files

    if is_home(folder) or is_shared(folder) or named_files(folder):
        message = _("{folder}: profiles live here. Name another folder with --output.")
    elif (folder / MANIFEST).exists():
        message = _("{folder}: documents are built here. Name another folder with --output.")
    else:
        return
    raise click.UsageError(printable(message.format(folder=folder)))


def short_name(version: Version) -> str:
    """Return how somebody else names a version: by its commit if it has one."""
    return version.commit[:DIGITS] or version.label


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

        click.echo("\n".join(print_review(review, in_colour if has_colours() else in_plain)))


def write_files(review: Review, form: str, after: Version, folder: Path) -> int:
    """Write the page or the Word files of a review, and say which. Returns the exit code."""
    from vacaturegen.build.beside import put_beside

    files: dict[str, bytes] = {}
    if review.profiles and form == "html":
        from vacaturegen.reviewing.html import print_review

        files = {PAGE: print_review(review, after.folder)}
    elif review.profiles:
        shown = (document for profile in review.profiles for document in profile.documents if document.shown)
        files = {f"{document.path}{CHANGES}.docx": document.shown for document in shown}
        if not files:
            click.echo(_("No words changed; no Word file was made."))
    else:
        print_lines(review, "text")
    placed = put_beside(folder, files, f".{form}")
    for said, paths in (
        (_("{path}: made"), placed.made),
        (_("{path}: removed, as it belonged to an earlier comparison"), placed.gone),
    ):
        for path in paths:
            click.echo(said.format(path=folder / path))
    for message, paths in (
        (
            _("{path}: this file was changed by hand, and was left as it is. Move it, or name another folder."),
            placed.kept,
        ),
        (
            _("{path}: this belongs to an earlier comparison. It was changed by hand, and was left as it is."),
            placed.old,
        ),
    ):
        for path in paths:
            say(message.format(path=folder / path))
    return ExitCode.FINDINGS if review.profiles else ExitCode.OK
