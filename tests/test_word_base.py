"""The Word base document: what is committed is what its script makes."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has types, but does not say so

ROOT = Path(__file__).parents[1]
WORD = ROOT / "templates" / "word"


def read_parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a package by name, in order."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base that the script makes in an empty folder."""
    path = tmp_path_factory.mktemp("word") / "basis.docx"
    subprocess.run([sys.executable, "-B", "-m", "tools.make_word_base", path], cwd=ROOT, check=True)
    return path


def test_committed_base_is_what_the_script_makes(made: Path) -> None:
    """A change of the script without a new base, or the other way round, is seen."""
    committed, fresh = read_parts(WORD / "basis.docx"), read_parts(made)
    assert list(committed) == list(fresh)
    assert [name for name, data in fresh.items() if committed[name] != data] == []


def test_script_makes_the_same_bytes_twice(made: Path) -> None:
    """The base holds no clock and no system."""
    before = made.read_bytes()
    subprocess.run([sys.executable, "-B", "-m", "tools.make_word_base", made], cwd=ROOT, check=True)
    assert made.read_bytes() == before


def test_base_opens_cleanly() -> None:
    """The rules of the Open XML SDK find nothing in the base itself."""
    result = OpenXmlValidator(max_errors=0).validate(WORD / "basis.docx")
    assert [str(error) for error in result.errors] == []
