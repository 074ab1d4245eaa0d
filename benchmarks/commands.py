"""Measures the rows: functions from the work to what both sides took, with the outputs held to be right."""

from __future__ import annotations

import shutil
import sys
from itertools import count
from pathlib import Path

from benchmarks.peers import hugo, pandoc, write_site
from benchmarks.processes import Cost, NotMeasuredError, alternate, finish, pinned, run, start
from benchmarks.stages import share_of_html
from benchmarks.table import Measured, mebibytes, milliseconds, seconds
from benchmarks.words import must_say_the_same
from benchmarks.work import COMMAND, MANY, Work

SAMPLE = 20
"""How many of many documents are read word by word."""
EDIT = "\nsecties:\n  - titel: Wijziging\n    tekst: Dit is nummer {number} van de wijzigingen.\n"
EDITED = "nummer {number} van de wijzigingen"
DAY = "2026-11-22"
FOUND = (0, 1)
"""The exit codes of a check that did its work: what it finds makes it no failure."""
SHORT = 4
"""How many times as many rounds a command gets that takes a moment."""


def clocked(ours: Cost, theirs: Cost) -> str:
    """Return the note of a row whose figures are times on the clock."""
    return f"Time on the clock; processor time is {seconds(ours.cpu)} and {seconds(theirs.cpu)}."


def docx_from_tokens(work: Work) -> Measured:
    """Our Word writer on tokens, beside docxtpl."""
    peers = peers_of(work)
    kept = peers["docxtpl"] - peers["docxtpl load"]
    return Measured(
        peers["docx"],
        peers["docxtpl"],
        milliseconds,
        [
            "Processor time a document, one core; other documents in each round, so that none is remembered. The words "
            "of both are equal. docxtpl's template stands on our own Word base: it loads no larger styles.",
            f"If docxtpl could keep a loaded template: {milliseconds(kept)}, {kept / peers['docx']:.1f} times ours.",
        ],
    )


def whole_chain(work: Work) -> Measured:
    """YAML text to three formats, beside docxtpl's Word file alone."""
    peers = peers_of(work)
    return Measured(
        peers["chain"],
        peers["docxtpl for the chain"],
        milliseconds,
        ["Processor time a profile, one core, with the reading and the validation; other profiles in each round."],
    )


def peers_of(work: Work) -> dict[str, float]:
    """Return the times of us and docxtpl. Raises NotMeasuredError when docxtpl is not there."""
    if reason := work.warm["missing"]:
        raise NotMeasuredError(reason)
    times: dict[str, float] = work.warm["peers"]
    return times


def beside_pandoc(work: Work) -> Measured:
    """The command over 200 profiles, beside a pandoc for each file and format."""
    output, theirs = work.folder / "few-output", work.folder / "pandoc"
    theirs.mkdir()
    with pinned(0):
        work.build_anew(work.few, output)
        copies = sorted(output.glob("*/*.md"))

        def convert() -> Cost:
            tasks = [pandoc(copy, theirs / f"{copy.stem}{suffix}") for copy in copies for suffix in (".docx", ".html")]
            return Cost(*map(sum, zip(*map(run, tasks), strict=True)))

        ours, peer = alternate(work.rounds, lambda: work.build_anew(work.few, output), convert)
    for copy in copies[:SAMPLE]:
        for suffix in (".docx", ".html"):
            must_say_the_same(copy.with_suffix(suffix), theirs / f"{copy.stem}{suffix}")
    note = f"Processor time, one core; {len(copies)} files, pandoc with its fastest reader (commonmark, tables)."
    return Measured(ours.cpu, peer.cpu, seconds, [note])


def two_processes(work: Work) -> Measured:
    """A build of 1,000 on two cores, beside two of 500 at the same time on a core each."""
    halves = [work.profiles(f"half-{half}", range(half * MANY // 2, (half + 1) * MANY // 2)) for half in (0, 1)]
    outputs = [work.folder / f"half-{half}/output" for half in (0, 1)]

    def both() -> Cost:
        for output in outputs:
            shutil.rmtree(output, ignore_errors=True)
        started = []
        for core, (half, output) in enumerate(zip(halves, outputs, strict=True)):
            with pinned(core):
                started.append(start([COMMAND, "build", half, "--output", output]))
        return Cost(*map(max, zip(*map(finish, started), strict=True)))

    def together() -> Cost:
        return work.build_anew(work.many, work.folder / "many-output")

    with pinned(0, 1):
        ours, theirs = alternate(work.rounds, together, both)
    return Measured(ours.wall, theirs.wall, seconds, [clocked(ours, theirs)])


def beside_hugo(work: Work) -> Measured:
    """1,000 pages, beside Hugo with the same Markdown."""
    output, site = work.folder / "requests-output", work.folder / "hugo"
    work.build_anew(work.requests, output, formats=("md",))
    write_site(site, sorted(output.glob("*/*.md")))
    pages = work.folder / "hugo-output"

    def make_pages() -> Cost:
        shutil.rmtree(pages, ignore_errors=True)
        return run(hugo(site, pages))

    ours, theirs = alternate(work.rounds, lambda: work.build_anew(work.requests, output, formats=("html",)), make_pages)
    made = sorted(pages.glob("*/index.html"))
    if len(made) != MANY:
        raise NotMeasuredError(f"Hugo made {len(made)} pages")
    for page in made[:SAMPLE]:
        stem = page.parent.name.removesuffix("-aanvraag")
        must_say_the_same(output / stem / f"{page.parent.name}.html", page)
    note = (
        f"Processor time, all cores; {MANY} tender requests. Hugo begins with our reading copies: the Markdown is made."
    )
    return Measured(ours.cpu, theirs.cpu, seconds, [note, share_of_html(work.warm, ours.cpu / MANY)])


def one_edited(work: Work) -> Measured:
    """The command after the edit of one of 1,000 profiles, beside a build of that profile alone."""
    profiles, output = work.folder / "edited/profiles", work.folder / "edited/output"
    shutil.copytree(work.many, profiles)
    work.build_anew(profiles, output)
    files = sorted(profiles.glob("*.yaml"))
    turns = count()
    alone = work.folder / "alone/profiles"

    def edit_and_build() -> Cost:
        number = next(turns)
        file = files[number * 97 % MANY]
        with file.open("a", encoding="utf-8") as profile:
            profile.write(EDIT.format(number=number))
        before = times_of(output)
        cost = work.build(profiles, output)
        changed = {path for path, time in times_of(output).items() if before.get(path) != time}
        if {path.parent.name for path in changed} != {file.stem}:
            raise NotMeasuredError(f"the build after an edit of {file.name} wrote {sorted(map(str, changed))[:9]}")
        if not all(EDITED.format(number=number) in path.read_text("utf-8") for path in changed if path.suffix == ".md"):
            raise NotMeasuredError(f"the edit of {file.name} is not in its documents")
        shutil.rmtree(alone, ignore_errors=True)
        others = {other.name for other in files if other != file}
        shutil.copytree(profiles, alone, ignore=lambda _folder, names: others.intersection(names))
        return cost

    ours, theirs = alternate(work.rounds, edit_and_build, lambda: work.build_anew(alone, work.folder / "alone/output"))
    return Measured(ours.wall, theirs.wall, seconds, [f"A section is added. {clocked(ours, theirs)}"])


def times_of(output: Path) -> dict[Path, int]:
    """Return when each document was written."""
    return {path: path.stat().st_mtime_ns for path in output.glob("[!.]*/*")}


def nothing_edited(work: Work) -> Measured:
    """The command when everything is current, beside `--version`."""
    output = work.folder / "many-output"
    with pinned(0, 1):
        work.build_anew(work.many, output)
        before = times_of(output)
        ours, theirs = alternate(
            SHORT * work.rounds, lambda: work.build(work.many, output), lambda: run([COMMAND, "--version"])
        )
    if times_of(output) != before:
        raise NotMeasuredError("a build with nothing to do wrote documents")
    return Measured(ours.wall, theirs.wall, milliseconds, [clocked(ours, theirs)])


def version(work: Work) -> Measured:
    """`--version`, beside the start of Python with click."""
    ours, theirs = alternate(
        SHORT * work.rounds,
        lambda: run([COMMAND, "--version"]),
        lambda: run([sys.executable, "-c", "import click"]),
    )
    return Measured(ours.wall, theirs.wall, milliseconds, [clocked(ours, theirs)])


def ten_times_as_many(work: Work) -> Measured:
    """The time of 10,000 profiles, beside that of 1,000."""
    more, many = work.tenfold
    return Measured(more.wall, many.wall, seconds, [f"Two cores, {work.large_rounds} rounds. {clocked(more, many)}"])


def checked(work: Work) -> Measured:
    """The check of 1,000 profiles, beside their build."""
    check: list[str | Path] = [COMMAND, "check", work.many, "--klok", DAY]
    with pinned(0, 1):
        ours, theirs = alternate(
            work.rounds,
            lambda: run(check, ends=FOUND),
            lambda: work.build_anew(work.many, work.folder / "many-output"),
        )
    return Measured(ours.cpu, theirs.cpu, seconds, [f"Processor time, two cores; clock {seconds(ours.wall)}."])


def memory_of_ten_times_as_many(work: Work) -> Measured:
    """The memory of 10,000 profiles, beside that of 1,000."""
    more, many = work.tenfold
    together = f"{mebibytes(more.together)} and {mebibytes(many.together)} ({more.together / many.together:.2f} times)"
    note = "The largest of the command's processes. All of them at one moment, what they share counted once: "
    return Measured(more.peak, many.peak, mebibytes, [note + together + "."])
