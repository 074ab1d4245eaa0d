"""The benchmark: `python -m benchmarks.run` measures the project beside its peers, and prints the tables.

What is measured, and how to run it, is told in README.md beside this file; `--write` puts the figures there.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from benchmarks.peers import describe_machine
from benchmarks.processes import NotMeasuredError
from benchmarks.rows import ROWS
from benchmarks.stages import print_stages
from benchmarks.table import NOT_MEASURED, measure, print_lines
from benchmarks.work import Work

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- figures: written by run.py -->\n", "<!-- end of the figures -->\n"
STAGES = len(ROWS) + 1
"""The number by which the table of stages is asked for."""


def main() -> None:
    """Measure what is asked for, and print it or write it."""
    asked = parse_arguments()
    machine = [f"{datetime.now().astimezone():%Y-%m-%d %H:%M}", *describe_machine()]
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        work = Work(Path(folder), asked.rounds, asked.large_rounds)
        lines = []
        for number in sorted(asked.rows - {STAGES}):
            began = time.monotonic()
            lines.append(measure(number, ROWS[number - 1], work))
            print(f"row {number}: {time.monotonic() - began:.0f} s", file=sys.stderr)
        tables = [print_lines(lines)] if lines else []
        if STAGES in asked.rows:
            try:
                tables.append(f"### Where the time goes\n\n{print_stages(work)}")
            except NotMeasuredError as reason:
                tables.append(f"### Where the time goes\n\n{NOT_MEASURED}: {reason}")
    figures = "\n\n".join(["\n".join(f"- {line}" for line in machine), *tables]) + "\n"
    print(figures)
    if asked.write:
        before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        README.write_text(f"{before}{BEGIN}\n{figures}\n{END}{after}", encoding="utf-8")


def parse_arguments() -> argparse.Namespace:
    """Return what was typed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--rows",
        type=parse_rows,
        default=set(range(1, STAGES + 1)),
        help=f"such as 1,2,8; {STAGES} is the table of stages",
    )
    parser.add_argument("--rounds", type=int, default=5, help="of how many rounds the best counts (5)")
    parser.add_argument("--large-rounds", type=int, default=5, help="the same for 10,000 profiles (5)")
    parser.add_argument("--write", action="store_true", help="put the figures in README.md; needs all rows")
    asked = parser.parse_args()
    if asked.write and len(asked.rows) < STAGES:
        parser.error("--write needs all rows")
    return asked


def parse_rows(text: str) -> set[int]:
    """Return the numbers of rows. Raises ValueError for what is none."""
    rows = {int(number) for number in text.split(",")}
    if not rows <= set(range(1, STAGES + 1)):
        raise ValueError(text)
    return rows


if __name__ == "__main__":
    main()
