"""Lets git show a .docx as its reading copy, in one repository, and takes that away again.

Three settings in the repository's own configuration and a block of lines in `.gitattributes` are all that it takes.
No cache is asked for: it would write to the repository, and show what an older version of us made of a file.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from vacaturegen.build.new_file import write_new
from vacaturegen.build.rewrite import rewrite
from vacaturegen.errors import InputError, OutputError, Problem, VacaturegenError
from vacaturegen.files import read_bytes
from vacaturegen.gitsetup.attributes import LINE, add_lines, remove_lines
from vacaturegen.gitsetup.git import find_driver, find_top, get_setting, set_setting
from vacaturegen.i18n import _

__all__ = ["Done", "install", "remove"]

FILE = ".gitattributes"
DRIVER = "vacaturegen"
CONVERTER = "-m vacaturegen.cli text"
"""By which a setting is known to be ours, whichever Python it names."""
FREE = "unspecified"
"""What git calls it when no line says how a file is shown."""
MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
HEADING = "^#{1,6} .*"
"""What stands above a changed piece: the heading that it comes under."""
WORD = "|".join(
    (
        "https?://[^][:space:]<>()[]+",
        "[[:alnum:]_.+-]+@[[:alnum:]-]+(\\.[[:alnum:]-]+)+",
        f"[0-9]{{1,2}} ({MONTHS})( [0-9]{{4}})?",
        "€[^[:alnum:]|]{0,2}[0-9]+([.,][0-9]+)*",
        "[0-9]+([.,:/-][0-9]+)*",
        "[^[:space:][:punct:]]+((-|'|’|\\.)[^[:space:][:punct:]]+)*",
        "[^[:space:]]",
    )
)
"""What is one piece in a word diff: addresses, dates, amounts, numbers and times, words with hyphens, and any sign.

Without a locale git reads bytes: a word is what it is not, so that no letter with an accent is cut in two.
"""


class Done(NamedTuple):
    """One thing that was done: where, and what."""

    place: str
    what: str


def settings() -> dict[str, str]:
    """Return the settings by key.

    The command is this Python by its full path, so that it holds wherever git runs it; -P keeps what lies in the
    repository from being run as part of it. Of a file that cannot be read git shows why: a converter that fails would
    end the whole of `git log -p`.
    """
    python = shlex.quote(Path(sys.executable).as_posix())
    command = f'f() {{ {python} -P {CONVERTER} "$1" 2>&1 || :; }}; f'
    return {
        f"diff.{DRIVER}.textconv": command,
        f"diff.{DRIVER}.wordRegex": WORD,
        f"diff.{DRIVER}.xfuncname": HEADING,
    }


def install() -> list[Done]:
    """Let git show a .docx as its reading copy in this repository; return what was done, nothing when all was there.

    Raises InputError when there is no repository, or lines of somebody else say how a .docx is shown; OutputError when
    writing fails. Then all is as it was.
    """
    top = find_top()
    driver = find_driver(top)
    if driver not in (FREE, DRIVER):
        message = _("A line of your own says how git shows a .docx (diff: {driver}); nothing was changed.")
        hint = _("Take that line out of .gitattributes, or keep it and do without git-setup.")
        raise InputError([Problem(str(top / FILE), 0, 0, message.format(driver=driver), hint)])
    was = read_attributes(top / FILE)
    return change(top, settings(), was, add_lines(was) if driver == FREE else was)


def remove() -> list[Done]:
    """Take away what `install` put there, and nothing else; return what was done. Raises as `install` does."""
    top = find_top()
    was = read_attributes(top / FILE)
    converter = get_setting(top, f"diff.{DRIVER}.textconv")
    ours = dict.fromkeys(settings()) if converter is None or CONVERTER in converter else {}
    return change(top, ours, was, remove_lines(was) if was is not None else None)


def change(top: Path, wanted: Mapping[str, str | None], was: bytes | None, new: bytes | None) -> list[Done]:
    """Give settings their values (None: none) and the file its bytes; return what had to be done for it."""
    before = {key: get_setting(top, key) for key in wanted}
    changed = {key: value for key, value in wanted.items() if before[key] != value}
    try:
        for key, value in changed.items():
            set_setting(top, key, value)
        if new != was:
            write_attributes(top / FILE, was, new)
    except VacaturegenError:
        for key in changed:
            if get_setting(top, key) != before[key]:
                set_setting(top, key, before[key])
        raise
    done = [Done(f"git config {key}", _("removed") if value is None else _("set")) for key, value in changed.items()]
    if new != was:
        line = _("removed: {line}") if len(new or b"") < len(was or b"") else _("added: {line}")
        done.append(Done(FILE, _("removed") if new is None else line.format(line=LINE)))
    return done


def read_attributes(path: Path) -> bytes | None:
    """Return what the file holds; None when it is not there."""
    return read_bytes(path, str(path)) if path.exists() or path.is_symlink() else None


def write_attributes(path: Path, was: bytes | None, new: bytes | None) -> None:
    """Put the file in its new form, which can be that it is not there. Raises OutputError when that fails."""
    if was is None and new is not None:
        write_new(path, new)
    elif was is not None and new is not None:
        rewrite(path, new, was)
    else:
        try:
            path.unlink()
        except OSError as error:
            message = _("{path}: this cannot be written: {cause}.")
            raise OutputError(message.format(path=path, cause=error.strerror or error)) from error
