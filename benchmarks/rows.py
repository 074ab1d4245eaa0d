"""The rows of the table, in the order and with the goals of the issue that asked for them."""

from __future__ import annotations

from benchmarks import commands, compared
from benchmarks.table import Row, seconds_more, times_less, times_theirs

ROWS = (
    Row(
        "DOCX from tokens, same content",
        "docxtpl rendering a template with the same content",
        times_less(20, "at least 20 times faster"),
        commands.docx_from_tokens,
    ),
    Row(
        "YAML text to .md + .html + .docx, warm process",
        "docxtpl, its DOCX alone",
        times_theirs(0.4, "at most 0.4 of its time"),
        commands.whole_chain,
    ),
    Row(
        "the same as whole processes over 200 profiles",
        "pandoc, Markdown to DOCX and to HTML, one process a file",
        times_less(10, "at least 10 times less CPU"),
        commands.beside_pandoc,
    ),
    Row(
        "1,000 profiles, everything, two processes",
        "two independent builds of 500, at the same time",
        times_theirs(1.15, "within 1.15 times their time"),
        commands.two_processes,
    ),
    Row(
        "1,000 profiles to HTML",
        "Hugo building 1,000 pages of the same Markdown",
        times_theirs(4, "within 4 times its CPU"),
        commands.beside_hugo,
    ),
    Row(
        "one edited profile of 1,000, whole command",
        "the build of that one profile alone, in a folder of its own",
        seconds_more(0.15, "at most 0.15 s more"),
        commands.one_edited,
    ),
    Row(
        "nothing edited, 1,000 profiles, whole command",
        "`vacaturegen --version`",
        seconds_more(0.1, "at most 0.1 s more"),
        commands.nothing_edited,
    ),
    Row(
        "`vacaturegen --version`",
        '`python -c "import click"`',
        times_theirs(2, "at most twice"),
        commands.version,
    ),
    Row(
        "time of 10,000 profiles",
        "time of 1,000",
        times_theirs(11, "at most 11"),
        commands.ten_times_as_many,
    ),
    Row(
        "peak memory at 10,000 profiles",
        "at 1,000",
        times_theirs(1.3, "at most 1.3"),
        commands.memory_of_ten_times_as_many,
    ),
    Row(
        "1,000 profiles checked, whole command",
        "their build, whole command",
        times_theirs(1, "less than their build"),
        commands.checked,
    ),
    Row(
        "one edited profile of 1,000 compared with what was committed, whole command",
        "the build of that one profile alone, in a folder of its own",
        seconds_more(0.3, "at most 0.3 s more"),
        compared.one_compared,
    ),
)
