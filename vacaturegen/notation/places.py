"""How many places there are: a whole number, or from how many up to how many."""

from __future__ import annotations

import re

from vacaturegen.i18n import N_
from vacaturegen.notation.parsing import THROUGH, make_error, match_whole

_PLACES = re.compile(rf"(?ai)(?P<first>[1-9][0-9]{{0,3}})(?:(?: tot |{THROUGH})(?P<last>[1-9][0-9]{{0,3}}))?")


def parse_places(text: str) -> int | str:
    """Return a whole number from 1 to 9999, or a range of them as the text that a document prints: "4 tot 6"."""
    hint = N_("Write 4, or 4 tot 6.")
    found = match_whole(_PLACES, text, N_("“{text}” is not a whole number above 0."), hint)
    first, last = int(found["first"]), int(found["last"] or found["first"])
    if first > last:
        hint = N_("Write the smaller number first: {last} tot {first}.")
        raise make_error(N_("A range cannot run from {first} to {last}."), hint, first=first, last=last)
    return first if first == last else f"{first} tot {last}"
