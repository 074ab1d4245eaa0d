"""The command: parses what is typed, calls what does the work, prints what came of it. Nothing else belongs here.

Each command is a module of its own here, imported when it is asked for; and what does its work is imported when it
runs, so that `--version` and `--help` answer at once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from vacaturegen import __version__
from vacaturegen.cli.screen import abandon, printable, say
from vacaturegen.cli.screen import explain as explain_error  # a command's module of that name takes the other
from vacaturegen.errors import ExitCode, VacaturegenError
from vacaturegen.i18n import _, activate

COMMANDS = (
    "new",
    "build",
    "check",
    "explain",
    "list",
    "planning",
    "diff",
    "waarom",
    "verify",
    "terughalen",
    "tekens",
    "huisstijl",
    "text",
    "git-setup",
    "schema",
)
"""What can be asked for, each a module of this package (git_setup for git-setup) with a function `make_command`."""

COMPARING = ("diff", "verify", "terughalen")
"""Of these, 1 says that something differs: whatever goes wrong is 2."""


class Commands(click.Group):
    """The commands, in the order in which they are listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click asks with it
        """Return the names of the commands."""
        return [*COMMANDS]  # a module of this package is called `list`

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Return a command by its name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"vacaturegen.cli.{cmd_name.replace('-', '_')}").make_command()
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is asked for, and the rest. Raises UsageError, with the name that was meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            close = get_close_matches(args[0].lower(), COMMANDS, 1)
            if not close:
                raise
            meant = _("Did you mean “{key}”?").format(key=close[0])
            raise click.UsageError(f"{error.message} {meant}", ctx) from None


def main(args: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (default: those of the process) and return its exit code."""
    activate()
    try:
        code = make_group().main(args, prog_name="vacaturegen", standalone_mode=False)
        return int(code or ExitCode.OK)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except VacaturegenError as error:
        say(explain_error(error))
        return ExitCode.USAGE if is_comparing(args) else error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say(_("Stopped."))
        return 130
    except OSError as error:
        if error.filename:
            said = _("{path}: this cannot be read: {cause}.").format(path=error.filename, cause=error.strerror)
        else:  # standard output is full, or nobody reads it any more
            abandon(sys.stdout)
            said = _("The result cannot be shown: {cause}.").format(cause=error.strerror)
        say(printable(said))
        return ExitCode.USAGE if is_comparing(args) else ExitCode.FINDINGS


def is_comparing(args: Sequence[str] | None) -> bool:
    """Tell whether a command was asked for that ends with 1 when something differs."""
    return next(iter(sys.argv[1:] if args is None else args), "") in COMPARING


def make_group() -> click.Group:
    """Return the whole command with its help in the reader's language."""
    group = Commands(
        help=_("Make vacancy texts, advertisements and tender requests from profiles."),
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGS]..."),
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    return click.version_option(__version__, message="%(prog)s %(version)s")(group)
