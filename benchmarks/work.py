"""What the rows work on: folders of profiles, made when a row asks for them, and the commands that build them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks.generate import KINDS, generate
from benchmarks.processes import Cost, NotMeasuredError, alternate, best, pinned, run

ROOT = Path(__file__).parents[1]
COMMAND = Path(sys.executable).with_name("vacaturegen")
MANY, MORE, FEW = 1_000, 10_000, 200
FORMATS = ("md", "html", "docx")


class Work:
    """A folder to work in, and how many rounds are measured; `large_rounds` for 10,000 profiles."""

    def __init__(self, folder: Path, rounds: int, large_rounds: int) -> None:
        self.folder = folder
        self.rounds = rounds
        self.large_rounds = large_rounds

    def profiles(self, name: str, numbers: range, kinds: tuple[str, ...] = tuple(KINDS)) -> Path:
        """Return a folder with the profiles of these numbers."""
        folder = self.folder / name / "profiles"
        generate(folder, numbers, kinds)
        return folder

    @cached_property
    def many(self) -> Path:
        """1,000 profiles, of all kinds."""
        return self.profiles("many", range(MANY))

    @cached_property
    def more(self) -> Path:
        """10,000 profiles, of all kinds."""
        return self.profiles("more", range(MORE))

    @cached_property
    def requests(self) -> Path:
        """1,000 tender requests."""
        return self.profiles("requests", range(MANY), ("aanvraag",))

    @cached_property
    def few(self) -> Path:
        """200 tender requests."""
        return self.profiles("few", range(FEW), ("aanvraag",))

    @cached_property
    def warm(self) -> dict[str, Any]:
        """What is measured within a process of its own, on one core."""
        command = [sys.executable, "-m", "benchmarks.warm", str(self.requests), str(self.rounds)]
        with pinned(0):
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NotMeasuredError(f"benchmarks.warm failed: {done.stderr.strip()[-300:]}")
        measured: dict[str, Any] = json.loads(done.stdout)
        return measured

    @cached_property
    def tenfold(self) -> tuple[Cost, Cost]:
        """What builds of 10,000 and of 1,000 profiles take on two cores; the first round looks at their memory."""

        def build_more(look: bool = False) -> Cost:
            return self.build_anew(self.more, self.folder / "more-output", look=look)

        def build_many(look: bool = False) -> Cost:
            return self.build_anew(self.many, self.folder / "many-output", look=look)

        with pinned(0, 1):
            looked = build_more(look=True), build_many(look=True)
            timed = alternate(self.large_rounds - 1, build_more, build_many) if self.large_rounds > 1 else looked
        more, many = (best(pair)._replace(together=pair[0].together) for pair in zip(looked, timed, strict=True))
        return more, many

    def build(self, profiles: Path, output: Path, *, formats: tuple[str, ...] = FORMATS, look: bool = False) -> Cost:
        """Build what is not current, and return what that took. Raises NotMeasuredError when it fails."""
        return run([COMMAND, "build", profiles, "--output", output, "--format", ",".join(formats)], look=look)

    def build_anew(
        self, profiles: Path, output: Path, *, formats: tuple[str, ...] = FORMATS, look: bool = False
    ) -> Cost:
        """Build everything into a folder that is not there yet; what came of it is looked at, outside the time."""
        shutil.rmtree(output, ignore_errors=True)
        cost = self.build(profiles, output, formats=formats, look=look)
        must_be_complete(profiles, output, formats)
        return cost


def must_be_complete(profiles: Path, output: Path, formats: tuple[str, ...]) -> None:
    """Raise NotMeasuredError unless each profile has its documents in each format, none of them empty."""
    for file in profiles.glob("*.yaml"):
        kinds = ("aanvraag",) if file.stem.startswith(KINDS["aanvraag"][0]) else ("vacature", "advertentie")
        for path in (output / file.stem / f"{file.stem}-{kind}.{name}" for kind in kinds for name in formats):
            if not path.is_file() or not path.stat().st_size:
                raise NotMeasuredError(f"{path.name} was not made")
