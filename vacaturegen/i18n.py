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
from functools import cache

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


@cache
def messages_of(domain: str, _language: str | None) -> gettext.NullTranslations:
    """Return the catalogue of a domain in the language that is asked for: gettext would look for its file each time."""
    return gettext.translation(domain, gettext.bindtextdomain(domain), fallback=True)


def _(message: str) -> str:
    """Return a message in the language of who reads it."""
    return messages_of(gettext.textdomain(), os.environ.get("LANGUAGE")).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the message for a number of things, in the language of who reads it."""
    return messages_of(gettext.textdomain(), os.environ.get("LANGUAGE")).ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Return the message as it is: marks a string in a table for the catalogue, to be translated where it is used."""
    return message
