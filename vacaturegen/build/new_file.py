"""A new file beside those of a person: whole or not at all, and never in the place of another.

Outputs of a build go by `disk`; this is for the one copy that a person asks for.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from vacaturegen.errors import OutputError
from vacaturegen.i18n import _


def write_new(path: Path, data: bytes) -> None:
    """Write bytes to a file that is not there yet. Raises OutputError when it is, or when that fails."""
    try:
        with path.open("xb") as file:
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                with suppress(OSError):
                    path.unlink()
                raise
    except FileExistsError as error:
        message = _("{path}: this file is already there. Move it, or give it another name.")
        raise OutputError(message.format(path=path)) from error
    except OSError as error:
        message = _("{path}: this cannot be written: {cause}.")
        raise OutputError(message.format(path=path, cause=error.strerror or error)) from error
