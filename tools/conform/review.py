"""Makes the page of `vacaturegen diff` for the validators of pages: `python -m tools.conform.review PROFILES FOLDER`.

Of the profiles another version is made by changing words and figures in them, and leaving one out, so that the
page tells of all that there is to tell: facts, sentences, documents that came and that went, and new findings. Beside
it lies the page with everything unfolded, for a validator that does not look into what is folded away.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from vacaturegen import cli
from vacaturegen.cli.diff import PAGE
from vacaturegen.errors import ExitCode

CHANGES = (
    (" en ", " middels "),
    ("uren_per_week: 24", "uren_per_week: 20"),
    ("titel: ", "titel: Senior "),
    ("](https://www.", "](https://nieuw."),
)
"""What stands in the old version, and in the new one."""
UNFOLDED = "uitgeklapt.html"


def make_versions(profiles: Path, old: Path, new: Path) -> None:
    """Copy a folder of profiles to an old and a new version; each lacks another profile."""
    for folder in (old, new):
        shutil.copytree(profiles, folder)
    first, *_, last = sorted(profiles.glob("*.yaml"))
    (old / first.name).unlink()
    (new / last.name).unlink()
    for path in new.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for before, after in CHANGES:
            text = text.replace(before, after)
        path.write_text(text, encoding="utf-8")


def main() -> int:
    """Make the pages; return the exit code."""
    profiles, output = sys.argv[1:]
    with TemporaryDirectory(prefix="conform-") as folder:
        old, new = Path(folder, "oud"), Path(folder, "nieuw")
        make_versions(Path(profiles), old, new)
        code = cli.main(["diff", str(old), str(new), "--format", "html", "--output", output])
    if code != ExitCode.FINDINGS:
        return 1
    page = Path(output, PAGE).read_text(encoding="utf-8")
    Path(output, UNFOLDED).write_text(page.replace("<details ", "<details open "), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
