"""The second table: where the time of a profile goes, with what the libraries alone need for the same bytes beside it.

The stages are measured in `warm`, by `chain`, the floors by `floors`; the rest of a whole command is what is left.
"""

from __future__ import annotations

from typing import Any

from benchmarks.processes import alternate, pinned
from benchmarks.table import NO, YES, milliseconds, print_table
from benchmarks.work import FEW, Work

YAML, VALIDATION, TEMPLATES, MARKDOWN = "YAML reading", "merging, model and rules", "templates", "Markdown parse"
FACTS, MD, HTML, DOCX, ZIP = "facts and digest of a document", "writer md", "writer html", "writer docx", "zip"
STAGES = (YAML, VALIDATION, TEMPLATES, MARKDOWN, FACTS, MD, HTML, DOCX, ZIP)
FOR_HTML = (YAML, VALIDATION, TEMPLATES, MARKDOWN, FACTS, HTML)

YAML_LOAD, YAML_EVENTS = "PyYAML's C parser, yaml.load", "PyYAML's C parser, events alone"
COMMONMARK = "markdown-it-py, commonmark and tables"
DEFLATE_USUAL, DEFLATE_OURS = "zlib, its usual level 6", "zlib, our level"
DISK = "the same bytes written and renamed"
FLOORS = {YAML: YAML_LOAD, MARKDOWN: COMMONMARK, ZIP: DEFLATE_USUAL}
"""Stage -> the floor that counts: the library as it is used by default."""
CHEAPER = {
    "PyYAML's events alone": {YAML: YAML_EVENTS},
    "zlib at our level": {ZIP: DEFLATE_OURS},
    "both": {YAML: YAML_EVENTS, ZIP: DEFLATE_OURS},
}
"""Cheaper floors, by what they are called."""
LIMIT = 2
HEADS = ("stage", "ours", "share", "floor", "of", "ratio")


def print_stages(work: Work) -> str:
    """Return the table, with the goal for the whole chain below it. Raises NotMeasuredError."""
    stages, floors = work.warm["stages"], work.warm["floors"]
    one = work.profiles("one", range(1), ("aanvraag",))
    with pinned(0):
        many, single = alternate(
            work.rounds,
            lambda: work.build_anew(work.few, work.folder / "few-output"),
            lambda: work.build_anew(one, work.folder / "one-output"),
        )
    whole, system = (many.cpu - single.cpu) / (FEW - 1), (many.system - single.system) / (FEW - 1)
    chain = sum(stages.values())

    def line(what: str, spent: float, floor: str = "", least: float = 0) -> tuple[str, ...]:
        theirs = (milliseconds(least), floor, f"{spent / least:.2f}") if least else ("", "", "")
        return (what, milliseconds(spent), f"{spent / whole:.0%}", *theirs)

    least = sum_of(floors, {})
    rows = [
        *(line(stage, stages[stage], FLOORS.get(stage, ""), floors.get(FLOORS.get(stage), 0)) for stage in STAGES),
        line("**whole chain, in memory**", chain, "the three together", least),
        line("disk: the command's time in the system", system, DISK, floors[DISK]),
        line("all else: shared and found files, cache, manifest", whole - system - chain),
        line("**whole command, for each profile more**", whole),
    ]
    reached = YES if chain / least <= LIMIT else NO
    cheaper = (f"{chain / sum_of(floors, other):.2f} with {name}" for name, other in CHEAPER.items())
    return "\n".join(
        [
            "Processor time for a tender request, one core, the mean of many. The stages are measured in one warm "
            "process, other profiles in each round; the last three lines by the whole command, whose start takes "
            f"{milliseconds(single.cpu - whole)} once and is not in them.",
            "",
            print_table(HEADS, rows),
            "",
            f"Whole chain / sum of the floors: {chain / least:.2f}; must reach: at most {LIMIT}; reached: {reached}. "
            f"Beside cheaper floors: {', '.join(cheaper)}.",
        ]
    )


def sum_of(floors: dict[str, float], other: dict[str, str]) -> float:
    """Return the sum of the floors, with others in the place of some."""
    return sum(floors[name] for name in (FLOORS | other).values())


def share_of_html(warm: dict[str, Any], whole: float) -> str:
    """Return where the time of a profile to HTML goes."""
    spent = {stage: warm["stages"][stage] for stage in FOR_HTML}
    spent["start, disk and all else"] = whole - sum(spent.values())
    parts = (f"{stage} {time / whole:.0%}" for stage, time in sorted(spent.items(), key=lambda part: -part[1]))
    return f"Ours goes to {', '.join(parts)}. Hugo does the {MARKDOWN} and the {HTML} only."
