"""An organisation's own Word file, held against what a good one is, and repaired without a change of its look.

Each check is a small function, with the one that mends what it finds; this is their list. What the writer needs of such
a file is made in `base`.
"""

from __future__ import annotations

from collections.abc import Mapping

from vacaturegen.house import add_styles, look, pages, references, traces
from vacaturegen.house.findings import Check, Finding
from vacaturegen.house.opening import open_word_file
from vacaturegen.house.word_file import WordFile, print_package

__all__ = ["CHECKS", "Finding", "WordFile", "examine", "open_word_file", "repair"]

# In the order in which they mend: styles before what is said of them, and the order of elements last.
CHECKS = (
    Check(add_styles.find_missing_styles, add_styles.add_missing_styles),
    Check(add_styles.find_default, add_styles.set_default),
    Check(add_styles.find_weak_headings, add_styles.mend_headings),
    Check(pages.find_lists_without_numbering, pages.mend_lists),
    Check(pages.find_table),
    Check(look.find_foreign_languages, look.set_dutch),
    Check(look.find_fonts, look.mend_fonts),
    Check(look.find_pale, look.mend_pale),
    Check(references.find_dangling, references.mend_dangling),
    Check(pages.find_page_numbers, pages.add_page_numbers),
    Check(pages.find_odd_fields),
    Check(pages.find_pages),
    Check(pages.find_first_page),
    Check(pages.find_pictures),
    Check(pages.find_white_space),
    Check(traces.find_settings, traces.mend_settings),
    Check(traces.find_links, traces.mend_links),
    Check(traces.find_changes),
    Check(traces.find_own_text),
    Check(traces.find_disorder, traces.mend_disorder),
)


def examine(file: WordFile) -> list[Finding]:
    """Return all that is to be said of a file, in the order of the checks."""
    return [finding for check in CHECKS for finding in check.find(file)]


def repair(data: bytes, shown: str, named: Mapping[str, str]) -> tuple[bytes, list[str], list[Finding]]:
    """Return a repaired copy (a .docx) of a file, what was done, and what is left for a person.

    The same file and style map give the same bytes. Raises InputError for a file that cannot be used at all.
    """
    file = open_word_file(data, shown, named)
    done = [said for check in CHECKS if check.mend for said in check.mend(file)]
    repaired = print_package(file)
    return repaired, done, examine(open_word_file(repaired, shown, named))
