"""The table of the benchmark: what a row is, when its goal is reached, and how it is printed as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from benchmarks.processes import NotMeasuredError
from benchmarks.work import Work

NOT_MEASURED, YES, NO = "niet gemeten", "ja", "nee"
HEADS = ("", "what", "beside", "ours", "theirs", "ratio", "must reach", "reached")


class Goal(NamedTuple):
    """What must be reached: in words, the figure that the two sides make, how it is shown, and when it will do."""

    text: str
    figure: Callable[[float, float], float]
    shown: str
    reached: Callable[[float], bool]


def times_less(limit: float, text: str) -> Goal:
    """Return the goal that theirs is at least so many times ours."""
    return Goal(text, lambda ours, theirs: theirs / ours, "{:.1f} times less", lambda figure: figure >= limit)


def times_theirs(limit: float, text: str) -> Goal:
    """Return the goal that ours is at most so many times theirs."""
    return Goal(text, lambda ours, theirs: ours / theirs, "{:.2f} times theirs", lambda figure: figure <= limit)


def seconds_more(limit: float, text: str) -> Goal:
    """Return the goal that ours takes at most so many seconds more."""
    return Goal(text, lambda ours, theirs: ours - theirs, "{:+.3f} s", lambda figure: figure <= limit)


class Measured(NamedTuple):
    """What both sides took, how such a figure is shown, and what is worth knowing beside it."""

    ours: float
    theirs: float
    shown: Callable[[float], str]
    notes: Sequence[str] = ()


class Row(NamedTuple):
    """What is measured, beside what, what must be reached, and how it is measured."""

    what: str
    beside: str
    goal: Goal
    measure: Callable[[Work], Measured]


class Line(NamedTuple):
    """A row of the printed table, and the notes below it."""

    cells: tuple[str, ...]
    notes: tuple[str, ...]


def measure(number: int, row: Row, work: Work) -> Line:
    """Return a row with what was measured, or with the reason why nothing was."""
    start = (str(number), row.what, row.beside)
    try:
        ours, theirs, shown, notes = row.measure(work)
    except NotMeasuredError as reason:
        return Line((*start, "", "", "", row.goal.text, NOT_MEASURED), (str(reason),))
    figure = row.goal.figure(ours, theirs)
    reached = YES if row.goal.reached(figure) else NO
    return Line(
        (*start, shown(ours), shown(theirs), row.goal.shown.format(figure), row.goal.text, reached), tuple(notes)
    )


def print_lines(lines: Iterable[Line]) -> str:
    """Return the table, and below it the notes by the number of their row."""
    rows = list(lines)
    notes = [f"- Row {line.cells[0]}: {note}" for line in rows for note in line.notes]
    return "\n".join([print_table(HEADS, [line.cells for line in rows]), "", *notes])


def print_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def milliseconds(seconds: float) -> str:
    """Return a short time."""
    return f"{seconds * 1000:.3g} ms"


def seconds(value: float) -> str:
    """Return a time."""
    return f"{value:.3f} s" if value < 1 else f"{value:.2f} s"


def mebibytes(value: float) -> str:
    """Return an amount of memory."""
    return f"{value:.0f} MiB"
