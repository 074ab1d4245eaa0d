"""Where files lie: which folder is the one of all profiles."""

from __future__ import annotations

from pathlib import Path

import pytest

from vacaturegen.layout import is_profiles_folder


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
