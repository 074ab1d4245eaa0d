"""`vacaturegen explain`: what a rule of `check` looks at, why it matters, and an example of wrong and right."""

from __future__ import annotations

import click

from vacaturegen.cli.screen import printable
from vacaturegen.errors import ExitCode
from vacaturegen.i18n import _


def make_command() -> click.Command:
    """Return the command with its help in the reader's language."""
    code = click.Argument(["code"], required=False, metavar=_("[CODE]"))
    return click.Command(
        "explain",
        callback=run_explain,
        params=[code],
        help=_(
            "Explain a rule of “check”: what it looks at, why it matters, and where it comes from. Without a code, list"
            " all rules."
        ),
        short_help=_("Explain a rule of “check”, or list them all."),
        options_metavar=_("[OPTIONS]"),
    )


def run_explain(code: str | None) -> int:
    """Print what there is to say of a rule, or which ones there are. Returns the exit code.

    Raises UsageError for a code that no rule has.
    """
    from vacaturegen.checks import RULES
    from vacaturegen.checks.exceptions import no_rule
    from vacaturegen.checks.explanation import explain, list_rules

    if code is None:
        click.echo(list_rules(RULES))
        return ExitCode.OK
    known = {rule.code: rule for rule in RULES}
    found = known.get(code.upper())
    if found is None:
        raise click.UsageError(printable(no_rule(code, known)))
    click.echo(explain(found))
    return ExitCode.OK
