"""Measures the comparison of profiles with what was committed; git's repository is made for it."""

from __future__ import annotations

import shutil
from itertools import count

from benchmarks.commands import EDIT, EDITED, clocked
from benchmarks.processes import Cost, NotMeasuredError, alternate, run
from benchmarks.table import Measured, seconds
from benchmarks.work import COMMAND, MANY, Work

DIFFERS = (1,)
"""That of a comparison that found differences."""
NOBODY = ("-c", "user.name=Redactie", "-c", "user.email=redactie@example.org", "-c", "commit.gpgsign=false")


def one_compared(work: Work) -> Measured:
    """The comparison of 1,000 profiles, of which one was edited since the last commit, beside a build of that one."""
    home = work.folder / "compared"
    shutil.copytree(work.many, home / "profiles")
    for args in (("init", "--quiet"), ("add", "profiles"), ("commit", "--quiet", "--message", "Alles")):
        run(["git", *NOBODY, *args], folder=home)
    files = sorted((home / "profiles").glob("*.yaml"))
    turns = count()
    alone = work.folder / "compared-alone"

    def edit_and_compare() -> Cost:
        number = next(turns)
        file = files[number * 97 % MANY]
        committed = file.read_bytes()
        with file.open("a", encoding="utf-8") as profile:
            profile.write(EDIT.format(number=number))
        cost = run([COMMAND, "diff"], folder=home, ends=DIFFERS)
        run([COMMAND, "diff", "--format", "html"], folder=home, ends=DIFFERS)
        page = (home / "verschil/verschil.html").read_text("utf-8")
        if f"{file.stem}-" not in page or EDITED.format(number=number) not in page:
            raise NotMeasuredError(f"the comparison after an edit of {file.name} does not tell of it")
        shutil.rmtree(alone, ignore_errors=True)
        others = {other.name for other in files if other != file}
        shutil.copytree(home / "profiles", alone / "profiles", ignore=lambda _folder, names: others.intersection(names))
        file.write_bytes(committed)
        return cost

    ours, theirs = alternate(
        work.rounds, edit_and_compare, lambda: work.build_anew(alone / "profiles", alone / "output")
    )
    note = f"A section is added; the documents of both versions are made. {clocked(ours, theirs)}"
    return Measured(ours.wall, theirs.wall, seconds, [note])
