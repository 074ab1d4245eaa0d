"""A git repository of a test's own: no settings of anybody, a fixed author, and a fixed day."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.support import write

NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Redactie Ë",
    "GIT_AUTHOR_EMAIL": "redactie@voorbeeld.nl",
    "GIT_AUTHOR_DATE": "1750000000 +0200",
    "GIT_COMMITTER_NAME": "Redactie",
    "GIT_COMMITTER_EMAIL": "redactie@voorbeeld.nl",
    "GIT_COMMITTER_DATE": "1750000000 +0200",
}


def enter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder for a repository, and make it the current one; git knows nobody's settings there."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in {**NOBODY, "GIT_CEILING_DIRECTORIES": str(tmp_path)}.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "werk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def git(folder: Path, *args: str, said: bytes = b"") -> str:
    """Run git in a folder, and return what it says."""
    asked = subprocess.run(["git", *args], cwd=folder, check=True, capture_output=True, input=said)
    return asked.stdout.decode().strip()


def commit(folder: Path, files: dict[str, str], *gone: str) -> str:
    """Write and remove files, commit all that lies there, and return the id of the commit."""
    write(folder, files)
    for name in gone:
        (folder / name).unlink()
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Weer een versie")
    return git(folder, "rev-parse", "HEAD")
