"""The command `text`: a reading copy and nothing else on standard output, or one message and exit code 2."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import bare, change
from tests.support import ROOT, contents, run
from tests.test_reading import MAIN

COMMAND = [sys.executable, "-m", "vacaturegen.cli", "text"]
DOCUMENTS = sorted((ROOT / "output").glob("*/*.docx"))
on_posix = pytest.mark.skipif(os.name != "posix", reason="a pipe that nobody reads, as POSIX has it")


@pytest.mark.parametrize("environment", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}])
def test_text_is_the_reading_copy(environment: dict[str, str], tmp_path: Path) -> None:
    """Standard output has the very bytes of the reading copy, whatever the locale, folder and name of the file."""
    document = DOCUMENTS[0]
    (tmp_path / "a b").write_bytes(document.read_bytes())
    done = subprocess.run(
        [*COMMAND, "a b"], cwd=tmp_path, env=os.environ | environment, capture_output=True, check=True
    )
    assert (done.stdout, done.stderr) == (document.with_suffix(".md").read_bytes(), b"")


BAD = {
    "empty": b"",
    "no Word file": b"Beste collega",
    "cut off": bare()[:5000],
    "damaged": change(bare(), MAIN, "</w:body>", ""),
    "encrypted, or old": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000),
    "a spreadsheet": change(
        bare(), "[Content_Types].xml", "wordprocessingml.document.main", "spreadsheetml.sheet.main"
    ),
    "with macros": change(bare(), "[Content_Types].xml", "wordprocessingml.document.main", "macroEnabled.main"),
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
def test_what_cannot_be_read_is_one_message(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, one message on standard error that names the file, nothing on standard output, nothing written."""
    monkeypatch.chdir(tmp_path)
    Path("stuk.docx").write_bytes(data)
    before = contents(tmp_path)
    assert run("text", "stuk.docx") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("stuk.docx: ")
    assert "1 fout gevonden" in said.err
    assert contents(tmp_path) == before


@pytest.mark.parametrize("args", [[], ["weg.docx"], ["."], ["a.docx", "b.docx"], ["--watte", "a.docx"]])
def test_wrong_use_is_told(args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed wrong is exit code 2."""
    monkeypatch.chdir(tmp_path)
    assert run("text", *args) == 2


@on_posix
def test_a_reader_that_stops_is_no_error() -> None:
    """A pipe whose other end is closed ends the command quietly."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*COMMAND, DOCUMENTS[0]], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_reading_needs_no_model() -> None:
    """Git calls the command for every file: what takes long to import, as the model does, is left alone."""
    program = (
        "import sys; from vacaturegen.cli import main; code = main(sys.argv[1:]);"
        " sys.exit(code or ', '.join({'pydantic', 'yaml', 'jinja2', 'docx'} & sys.modules.keys()) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "text", DOCUMENTS[0]], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
