"""Bad input: each mistake gives one clear message with its place and cure, and leaves the output folder as it was."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support import CASES, contents, make, run, write

FAULTS = CASES / "fouten"
BASE = FAULTS / "basis"
STEP = re.compile(r"^(@@?) (.+?)(?: \[(.+)\])?\n", re.MULTILINE)
HUNK = re.compile(r"((?:-.*\n)*)((?:\+.*\n)*)\n*")
CHARACTER = re.compile(r"<U\+([0-9A-F]{4})>")
REPEATED = re.compile(r"<(\d+) x (.+?)>")


class Case(NamedTuple):
    """A mistake: the changes that make it, as they are written in the case file, and what the command says."""

    title: str
    changes: str
    expected: str


def cases() -> list[Case]:
    """Every mistake of the case files; the first of them tells how they are written."""
    found = []
    for path in sorted(FAULTS.glob("*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
            title, _, rest = case.partition("\n")
            changes, _, expected = rest.partition(">>>\n")
            found.append(Case(f"{path.stem}: {title}", changes, expected.strip("\n")))
    return found


def lay(changes: str, folder: Path) -> None:
    """Lay the base folder with the changes of a case."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    parts = STEP.split(changes)[1:]
    for how, name, encoding, text in zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if how == "@":
            text = change(path.read_text(encoding="utf-8"), text)
        text = CHARACTER.sub(lambda found: chr(int(found[1], 16)), text.rstrip("\n") + "\n" if text.strip() else "")
        text = REPEATED.sub(lambda found: found[2] * int(found[1]), text)
        path.write_bytes(text.encode(encoding or "utf-8"))


def change(text: str, hunks: str) -> str:
    """Put the lines with + in the place of those with -; lines with + alone come at the end."""
    for hunk in HUNK.finditer(hunks):
        old, new = (re.sub(r"(?m)^[-+]", "", lines) for lines in hunk.groups())
        if old:
            assert text.count(f"\n{old}") + text.startswith(old) == 1, f"not there once:\n{old}"
        text = text.replace(old, new, 1) if old else text + new
    return text


@pytest.mark.parametrize(("changes", "expected"), [pytest.param(*case[1:], id=case.title) for case in cases()])
def test_mistakes(
    changes: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake is told as the case files show it, and changes nothing: neither an old output folder nor a new one."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    monkeypatch.chdir(tmp_path)
    lay(changes, tmp_path)
    write(tmp_path / "output", {"proef/proef-aanvraag.md": "# old\n", "manifest.json": "{}\n"})
    before = contents(tmp_path)
    for output in ("output", "new/output"):
        assert run("build", "profiles", "--output", output) == 1
        said = capsys.readouterr()
        assert (said.err.rstrip("\n"), said.out) == (expected, "")
        assert contents(tmp_path) == before
