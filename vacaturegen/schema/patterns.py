"""The expressions of the notations as JSON Schema writes them: in the dialect of ECMAScript, and for text as typed.

A parser reads white space as single spaces and most of them leave capitals alone; both an expression says by a flag or
leaves to its parser. In a schema there are no flags, so it is written out.
"""

from __future__ import annotations

import re

from vacaturegen.notation.forms import Form

FLAG = "(?ai)"
FLAGS = re.compile(r"\(\?a?i\)")
PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]|\(\?P<\w+>| \??|.", re.DOTALL)
"""What an expression is made of: an escape, a class, the start of a named group, a space, or any other character."""
SPACE = {" ": r"\s+", " ?": r"\s*", "[ -]": r"(?:\s+|-)"}
SMALL_LETTERS = re.compile("([a-z])-([a-z])")


def pattern_of(form: Form, words: tuple[str, ...]) -> str:
    """Return the pattern of a text of this form, or of one of the words."""
    refused = f"(?!{whole(translated(form.refused.pattern))})" if form.refused else ""
    return f"^{refused}{whole('|'.join([*map(any_case, words), translated(form.text.pattern)]))}"


def choice_of(words: tuple[str, ...]) -> str:
    """Return the pattern of a text that is one of these words."""
    return f"^{whole('|'.join(map(any_case, words)))}"


def any_case(word: str) -> str:
    """Return the pattern of a word, whatever its capitals."""
    return translated(FLAG + word.replace(".", r"\."))


def whole(pattern: str) -> str:
    """Return a pattern that goes on to the end of the text, with white space on both sides."""
    return rf"\s*(?:{pattern})\s*$"


def translated(pattern: str) -> str:
    """Return an expression of Python without flags and names, with white space of any length for a space."""
    both_cases = FLAGS.match(pattern) is not None
    return "".join(translated_piece(piece, both_cases) for piece in PIECE.findall(FLAGS.sub("", pattern)))


def translated_piece(piece: str, both_cases: bool) -> str:
    """Return one piece of an expression; letters in both cases where that does not matter."""
    if piece in SPACE:
        return SPACE[piece]
    if piece.startswith("(?P<"):
        return "(?:"
    if both_cases and piece.startswith("["):
        return SMALL_LETTERS.sub(lambda found: found[0] + found[0].upper(), piece)
    if both_cases and piece.isascii() and piece.isalpha():
        return f"[{piece.lower()}{piece.upper()}]"
    return piece
