"""Products of profiles: the same in any number of processes, and every problem of every profile."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support import CASES, contents, run
from vacaturegen import processes

COUNT = processes.WORTH_A_PROCESS * 3


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with enough profiles for three processes."""
    shutil.copytree(CASES / "fouten" / "basis", tmp_path, dirs_exist_ok=True)
    text = (tmp_path / "profiles/tweede.yaml").read_text()
    for number in range(COUNT):
        title = f"titel: Adviseur water {number}"
        (tmp_path / f"profiles/p{number:03}.yaml").write_text(text.replace("titel: Adviseur water", title))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VACATUREGEN_LANG", "en")


def build(count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(processes, "processors", lambda: count)
    return run("build", "profiles", "--output", f"out{count}", "--format", "md,html")


def test_number_of_processes_leaves_no_trace(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One process and three give the same folder, byte for byte."""
    assert build(1, monkeypatch) == build(3, monkeypatch) == 0
    assert contents(tmp_path / "out1") == contents(tmp_path / "out3")
    assert len(contents(tmp_path / "out3")) > COUNT * 3


def test_problems_of_all_processes_come_together(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Mistakes in several profiles are told at once and in order, and nothing is written."""
    for number in (1, 2, COUNT - 1):
        with (tmp_path / f"profiles/p{number:03}.yaml").open("a") as file:
            file.write("onbekend: x\n")
    said = []
    for count in (1, 3):
        assert build(count, monkeypatch) == 1
        said.append(capsys.readouterr().err)
        assert not (tmp_path / f"out{count}").exists()
    assert said[0] == said[1]
    assert [line.partition(":")[0] for line in said[0].splitlines() if "not known here" in line] == [
        f"profiles/p{number:03}.yaml" for number in (1, 2, COUNT - 1)
    ]


def test_mistake_in_a_shared_file_is_told_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake in a file that all profiles share is one mistake, in however many processes it is read."""
    with next((tmp_path / "profiles/organisaties").glob("*.yaml")).open("a") as file:
        file.write("onbekend: x\n")
    for count in (1, 3):
        assert build(count, monkeypatch) == 1
        assert capsys.readouterr().err.endswith("1 mistake found; nothing was written.\n")


def test_mistake_in_a_template_is_told_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake in a template of one's own is one mistake too, at its own place."""
    (tmp_path / "templates/onderdelen").mkdir(parents=True)
    (tmp_path / "templates/onderdelen/kop-vacature.md.j2").write_text("# {{ titell }}\n")
    for count in (1, 3):
        assert build(count, monkeypatch) == 1
        said = capsys.readouterr().err
        assert said.startswith("templates/onderdelen/kop-vacature.md.j2:1:1: ")
        assert said.endswith("1 mistake found; nothing was written.\n")
    (tmp_path / "templates/soorten.yaml").write_text("vacature: x\n")
    for count in (1, 3):
        assert build(count, monkeypatch) == 1
        assert "templates/soorten.yaml" in capsys.readouterr().err


def test_ids_differ_whichever_process_has_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An id that is taken is told at the later file, however the files are spread."""
    for number in (4, 7, 8):
        file = tmp_path / f"profiles/p{number:03}.yaml"
        file.write_text("id: dezelfde\n" + file.read_text())
    for count in (1, 3):
        assert build(count, monkeypatch) == 1
        said = [line for line in capsys.readouterr().err.splitlines() if "is taken" in line]
        assert said == [
            f"profiles/p{number:03}.yaml:1:5: The id “dezelfde” is taken: profiles/p004.yaml has it too."
            for number in (7, 8)
        ]
