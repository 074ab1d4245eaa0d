"""A file of a person's own in its new form: whole or as it was, and never over what they changed in the meantime."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from vacaturegen.errors import OutputError
from vacaturegen.i18n import _

ANYONE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
"""The right to write, whoever has it; without it a file is read-only for an administrator too."""


def rewrite(path: Path, data: bytes, was: bytes) -> None:
    """Put bytes in the place of what a file holds, which was `was`; a link to it stays one, and so do its rights.

    Raises OutputError when it holds something else by now, is read-only, or when writing fails; then it is as it was.
    """
    try:
        target = path.resolve()
        staged = target.with_name(f".{target.name}.{os.getpid()}")
        if target.read_bytes() != was:
            message = _("{path}: this file was changed in the meantime, and was left as it is. Check again.")
            raise OutputError(message.format(path=path))
        if not target.stat().st_mode & ANYONE or not os.access(target, os.W_OK):  # putting another in its place can do
            message = _("{path}: this file is read-only, and was left as it is. Make it writable and repair again.")
            raise OutputError(message.format(path=path))
        try:
            with staged.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(target, staged)
            staged.replace(target)
        except BaseException:
            with suppress(OSError):
                staged.unlink()
            raise
    except OSError as error:
        message = _("{path}: this cannot be written: {cause}.")
        raise OutputError(message.format(path=path, cause=error.strerror or error)) from error
