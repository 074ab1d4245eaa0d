"""The language of the handbook is Dutch, also where it shows what the command says: whatever the process speaks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from vacaturegen import i18n


@contextmanager
def dutch_messages() -> Iterator[None]:
    """Let messages be Dutch while this lasts."""
    before = {name: os.environ.get(name) for name in ("VACATUREGEN_LANG", "LANGUAGE")}
    os.environ["VACATUREGEN_LANG"] = "nl"
    i18n.activate()
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
