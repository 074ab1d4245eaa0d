"""The lines that `.gitattributes` has of ours: put in and taken out, with all others left byte for byte.

Works on the text of the file alone.
"""

from __future__ import annotations

import re

LINE = "*.docx diff=vacaturegen"
BEGIN = "# begin vacaturegen git-setup"
MADE = "# begin vacaturegen git-setup, dat ook dit bestand maakte"
END = "# einde vacaturegen git-setup"
BLOCK = re.compile(
    rb"(?m)(?:^|(?<=\xef\xbb\xbf))(?:%b|(?P<made>%b))\r?\n%b\r?\n%b(?P<end>\r?\n|\Z)"
    % tuple(re.escape(text).encode() for text in (BEGIN, MADE, LINE, END))
)
"""Our lines as they were put there; what somebody changed in them is theirs."""


def add_lines(text: bytes | None) -> bytes:
    """Return the file with our lines at its end, in its own way of ending lines; None is a file that is not there.

    Where the last line has no end, that of ours has none either: so it can be made as it was.
    """
    kept = remove_lines(text) if text is not None else None
    end = "\r\n" if kept is not None and b"\r\n" in kept else "\n"
    block = end.join([MADE if kept is None else BEGIN, LINE, END])
    if kept and not kept.endswith(b"\n") and kept != b"\xef\xbb\xbf":
        return kept + f"{end}{block}".encode()
    return (kept or b"") + f"{block}{end}".encode()


def remove_lines(text: bytes) -> bytes | None:
    """Return the file without our lines; None when we made it and nothing else is in it."""
    found = BLOCK.search(text)
    if found is None:
        return text
    before, behind = text[: found.start()], text[found.end() :]
    if not found["end"]:
        before = before.removesuffix(b"\n").removesuffix(b"\r")
    return None if found["made"] and not before + behind else before + behind
