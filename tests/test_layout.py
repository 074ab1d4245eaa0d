"""Where files lie: the folder of all profiles, and the profiles that are asked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vacaturegen.errors import InputError, Problem
from vacaturegen.layout import find, is_profiles_folder, profiles_folder


@pytest.mark.parametrize(
    ("path", "whole"),
    [
        ("profiles", True),
        (".", False),
        ("profiles/functies", False),
        ("profiles/een.yaml", False),
        ("vacatures", True),
        ("vacatures/brokers", False),
        ("los", True),
        ("profiles/niets", False),
    ],
)
def test_whole_folder_of_profiles(path: str, whole: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole is the folder in which its own profiles find what they share, whatever it is called."""
    home = tmp_path / ("elders" if path == "los" else "thuis")
    for folder in ("thuis/profiles/functies", "thuis/vacatures/brokers", "elders/los"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "thuis/profiles/een.yaml").touch()
    monkeypatch.chdir(home)
    assert is_profiles_folder(Path(path)) == whole


@pytest.mark.parametrize(
    ("file", "folder"),
    [
        ("profiles/een.yaml", "profiles"),
        ("profiles/team/een.yaml", "profiles"),
        ("vacatures/team/een.yaml", "vacatures"),
        ("vacatures/profiles/een.yaml", "vacatures/profiles"),
        ("een.yaml", "profiles"),
        ("elders/een.yaml", "profiles"),
    ],
)
def test_folder_with_what_profiles_share(file: str, folder: str, tmp_path: Path) -> None:
    """A profile finds what it shares in the nearest folder above it that is called so, holds it, or stands beside."""
    for name in ("profiles/team", "vacatures/brokers", "vacatures/team", "elders"):
        (tmp_path / name).mkdir(parents=True)
    assert profiles_folder(tmp_path / file) == tmp_path / folder


def test_profiles_that_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders and files name profiles, each once and in order; a folder without one is told of as a whole."""
    for name in ("profiles/b.yaml", "profiles/a.yml", "profiles/c.txt", "los.txt", "leeg/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    assert find(["los.txt", "profiles", "profiles/a.yml"]) == ["los.txt", "profiles/a.yml", "profiles/b.yaml"]
    if os.name == "posix":
        Path("profiles/z.yaml").symlink_to("b.yaml")
        Path("profiles/y.yaml").symlink_to("../los.txt")
        assert find(["profiles"]) == ["profiles/a.yml", "profiles/z.yaml", "profiles/y.yaml"]
    with pytest.raises(InputError) as refused:
        find(["leeg", "profiles"])
    hint = "Name a folder with .yaml files, or one such file."
    assert refused.value.problems == (Problem("leeg", 0, 0, "There are no profiles in this folder.", hint),)
