"""`vacaturegen git-setup`: let git show Word files as their reading copy, in one repository."""

from __future__ import annotations

import click

from vacaturegen.cli.screen import explain, printable, say
from vacaturegen.errors import ExitCode, VacaturegenError
from vacaturegen.i18n import _


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    take_away = click.Option(
        ["--remove", "take_away"], is_flag=True, help=_("Take away what git-setup put there, and nothing else.")
    )
    return click.Command(
        "git-setup",
        callback=run_git_setup,
        params=[take_away],
        help=_(
            "Let git show Word files as their reading copy in this repository: in “git diff”, “git log -p” and"
            " “git show”. It sets three settings of the repository (diff.vacaturegen.*) and adds a line for *.docx to"
            " .gitattributes; it changes nothing else. Everyone who wants to see it runs it once in their own copy."
        ),
        short_help=_("Let git show Word files as text."),
        options_metavar=_("[OPTIONS]"),
    )


def run_git_setup(take_away: bool) -> int:
    """Install or remove it, and say what was done; return the exit code: 2 when it could not be done."""
    from vacaturegen import gitsetup

    try:
        done = gitsetup.remove() if take_away else gitsetup.install()
    except VacaturegenError as error:
        say(explain(error))
        return ExitCode.USAGE
    for place, what in done:
        click.echo(printable(f"{place}: {what}"))
    if not done:
        said = _("There is nothing of git-setup here.") if take_away else _("Everything was there already.")
        click.echo(_("{said} Nothing was changed.").format(said=said))
    if not take_away:
        click.echo(_("To see what changed word by word: git diff --word-diff"))
    return ExitCode.OK
