"""The language of what people read on the screen: Dutch, or English for who asks for it.

English stands in the source; the Dutch catalogue (click's own strings included) lies in `locale/`. Click translates
through Python's global gettext domain, so ours is that domain: one catalogue serves both. The documents themselves are
Dutch text from templates and do not pass through here.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from gettext import ngettext

__all__ = ["DOMAIN", "N_", "_", "activate", "in_dutch", "ngettext"]

DOMAIN = "vacaturegen"
ASKED_BY = ("VACATUREGEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def activate() -> str:
    """Choose the language from the environment, make it the process's, and return its code: "nl" or "en".

    The first variable of ASKED_BY that is set decides; English is for who asks for it, everybody else reads Dutch.
    """
    asked = next((value for name in ASKED_BY if (value := os.environ.get(name))), "")
    language = "en" if asked.lower().startswith("en") else "nl"
    bind(language)
    return language


@contextmanager
def in_dutch() -> Iterator[None]:
    """Translate into Dutch meanwhile: for what is a file of ours with messages in it, the same for everybody."""
    asked = os.environ.get("LANGUAGE")
    bind("nl")
    try:
        yield
    finally:
        if asked is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = asked


def bind(language: str) -> None:
    """Make a language the process's."""
    os.environ["LANGUAGE"] = language  # the only thing that Python's gettext and click both look at
    here = os.path.dirname(__file__)  # noqa: PTH120 - importing pathlib takes a tenth of what --version takes
    gettext.bindtextdomain(DOMAIN, f"{here}/locale")
    gettext.textdomain(DOMAIN)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Return the message as it is: marks a string in a table for the catalogue, to be translated where it is used."""
    return message
