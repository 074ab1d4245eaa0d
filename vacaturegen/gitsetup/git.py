"""What is asked of git, and told to it: the repository, its own settings, and which lines hold for a file."""

from __future__ import annotations

import subprocess
from pathlib import Path

from vacaturegen.errors import InputError, Problem
from vacaturegen.i18n import _


def run_git(*words: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Return what came of a git command. Raises InputError when there is no git."""
    try:
        return subprocess.run(
            ["git", *words], cwd=folder, capture_output=True, encoding="utf-8", errors="replace", check=False
        )
    except OSError as error:
        message, hint = _("Git cannot be run."), _("Install git, and try again.")
        raise InputError([Problem("git", 0, 0, message, hint)]) from error


def find_top() -> Path:
    """Return the top of the work tree around the current folder. Raises InputError outside of one."""
    found = run_git("rev-parse", "--show-toplevel")
    if found.returncode or not found.stdout.strip():
        message = _("This is no folder of a git repository with files: {cause}").format(cause=cause_of(found))
        raise InputError([Problem(str(Path.cwd()), 0, 0, message, _("Go to a folder in your repository."))])
    return Path(found.stdout.removesuffix("\n"))


def get_setting(top: Path, key: str) -> str | None:
    """Return a setting of the repository's own; None when it has none."""
    found = run_git("config", "--local", "--get", key, folder=top)
    return found.stdout.removesuffix("\n") if found.returncode == 0 else None


def set_setting(top: Path, key: str, value: str | None) -> None:
    """Give the repository a setting, or take it away (None). Raises InputError when git cannot write it."""
    words = ["--unset-all", key] if value is None else ["--replace-all", key, value]
    done = run_git("config", "--local", *words, folder=top)
    if done.returncode:
        message = _("Git cannot write its settings: {cause}").format(cause=cause_of(done))
        hint = _("Check whether you may write in the folder of the repository, and try again.")
        raise InputError([Problem(str(top), 0, 0, message, hint)])


def find_driver(top: Path) -> str:
    """Return how git shows a .docx by the lines that hold now, as it says so itself: unspecified, unset, or a name."""
    found = run_git("check-attr", "-z", "diff", "--", "voorbeeld.docx", folder=top)
    return found.stdout.split("\0")[2] if found.stdout.count("\0") >= 3 else "unspecified"


def cause_of(done: subprocess.CompletedProcess[str]) -> str:
    """Return what git says of a failure, as far as it says anything."""
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    return lines[0].removeprefix("fatal: ").removeprefix("error: ") if lines else f"git {done.returncode}"
