"""`vacaturegen check`: what a good HR adviser and a buyer would say of profiles, each with its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from vacaturegen.cli.screen import printable, say
from vacaturegen.errors import ExitCode, InputError
from vacaturegen.i18n import _, ngettext
from vacaturegen.model.controle import ERNSTEN

if TYPE_CHECKING:
    from datetime import date

    from vacaturegen.checks import Finding
    from vacaturegen.notation import Datum

FORMS = ("text", "json", "github", "gitlab", "sarif")
"""For whom a report is, people first."""
TELL_REPAIRS = ("text", "json")
"""The forms that tell what was repaired."""
TELL_CERTAIN = ("json", "sarif")
"""The forms that tell which repairs are certain."""
ROUNDS = 5
"""How often what is repaired is looked at again: a repair can show another mistake."""


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    paths = click.Argument(["paths"], nargs=-1, required=True, metavar=_("PATH..."), type=click.Path(exists=True))
    form = click.Option(
        ["--format", "form"],
        default=FORMS[0],
        type=click.Choice(FORMS),
        show_default=True,
        help=_("For people, or for a program: our own JSON, GitHub Actions, GitLab Code Quality, SARIF."),
    )
    fail_on = click.Option(
        ["--fail-on"],
        default=ERNSTEN[-1],
        type=click.Choice(ERNSTEN),
        show_default=True,
        help=_("From how bad on a finding makes the command fail."),
    )
    least = click.Option(
        ["--toon", "least"],
        default=ERNSTEN[0],
        type=click.Choice(ERNSTEN),
        show_default=True,
        help=_("From how bad on findings are shown."),
    )
    also = click.Option(
        ["--also"],
        default="",
        callback=parse_codes,
        metavar=_("CODES"),
        help=_("Rules that are off, separated by commas."),
    )
    fix = click.Option(["--fix"], is_flag=True, help=_("Repair what is certain, in the files themselves."))
    clock = click.Option(
        ["--klok"], callback=parse_day, metavar=_("DAY"), help=_("The day that it is, as 2026-11-22; without it today.")
    )
    return click.Command(
        "check",
        callback=run_check,
        params=[paths, form, fail_on, least, also, fix, clock],
        help=_("Check the texts, days and figures of profiles. Nothing is built, and no finding stops a build."),
        short_help=_("Check the texts, days and figures of profiles."),
        options_metavar=_("[OPTIONS]"),
    )


def parse_codes(_context: click.Context, _option: click.Parameter, value: str) -> frozenset[str]:
    """Return the codes of rules that are asked for."""
    from vacaturegen.checks import RULES
    from vacaturegen.checks.exceptions import no_rule

    codes = {rule.code for rule in RULES}
    asked = {word.strip().upper() for word in value.split(",") if word.strip()}
    if unknown := sorted(asked - codes):
        raise click.BadParameter(printable(no_rule(unknown[0], codes)))
    return frozenset(asked)


def parse_day(_context: click.Context, _option: click.Parameter, value: str | None) -> date:
    """Return the day that it is."""
    from datetime import date

    return date.today() if value is None else read_day(value).dag  # noqa: DTZ011 - the day that it is for who asks


def read_day(value: str) -> Datum:
    """Return the day that an option names, with its time if it has one. Raises BadParameter."""
    from vacaturegen.notation import Datum, NotationError, parse_date

    try:
        day = parse_date(value)
    except NotationError as error:
        hint = _("Write a day as 2026-11-22, or with a time as 2026-11-22 09:00.")
        raise click.BadParameter(printable(f"{error.message} {hint}")) from None
    if not isinstance(day, Datum):
        raise click.BadParameter(_("“{text}” is not a day such as 2026-11-22.").format(text=printable(value[:40])))
    return day


def run_check(  # noqa: PLR0913, PLR0917 - an option each
    paths: tuple[str, ...], form: str, fail_on: str, least: str, also: frozenset[str], fix: bool, klok: date
) -> int:
    """Print what is found in profiles. Returns the exit code: that of findings when one is bad enough."""
    from pathlib import Path

    from vacaturegen import layout
    from vacaturegen.checks.language.dictionary import is_installed
    from vacaturegen.checks.repair import tell_certain
    from vacaturegen.checks.reports import Report, print_report
    from vacaturegen.checks.rule import Ernst
    from vacaturegen.checks.run import Options, check_files, worst

    files = find_files(paths)
    options = Options(klok, also, whole=len(paths) == 1 and layout.is_profiles_folder(Path(paths[0])))
    findings, repaired, refused = check_files(files, options), list["Finding"](), list[str]()
    if fix:
        findings, repaired, refused = repair(findings, lambda: check_files(files, options))
    if form in TELL_CERTAIN:
        findings = tell_certain(findings)
    report = Report(findings, Ernst[least.upper()], len(files), klok, repaired)
    if text := print_report(form, report):
        click.echo("\n".join(map(printable, text.split("\n"))))  # at once: there can be many thousands
    if repaired and form not in TELL_REPAIRS:
        count = len(repaired)
        say(ngettext("{n} place repaired.", "{n} places repaired.", count).format(n=count))
    if not is_installed():
        say(_("Spelling was not looked at. To have that as well: pip install 'vacaturegen[spelling]'."))
    for message in refused:
        say(printable(message))
    bad = worst(findings)
    return ExitCode.FINDINGS if refused or (bad is not None and bad >= Ernst[fail_on.upper()]) else ExitCode.OK


def find_files(paths: tuple[str, ...]) -> list[str]:
    """Return the profiles that paths name. Raises UsageError where there are none: nothing was looked at."""
    from vacaturegen import layout

    try:
        return layout.find(paths)
    except InputError as error:
        said = (f"{problem.path}: {problem.message} {problem.hint}" for problem in error.problems)
        raise click.UsageError(printable(" ".join(said))) from None


def repair(
    findings: list[Finding], check: Callable[[], list[Finding]]
) -> tuple[list[Finding], list[Finding], list[str]]:
    """Repair what is certain, until nothing is left to repair.

    Return what is found then, what was repaired, and what is to be said of files that could not be written.
    """
    from vacaturegen.checks.repair import repair_files

    repaired: list[Finding] = []
    refused: list[str] = []
    for _round in range(ROUNDS):
        done, refused = repair_files(findings)
        if not done:
            break
        repaired += done
        findings = check()
    return findings, repaired, refused
