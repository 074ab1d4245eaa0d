"""What every test stands on: English messages in any surroundings, and golden files that one flag renews."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from vacaturegen import i18n

settings.register_profile("repeatable", derandomize=True, deadline=None)  # the same run on every machine
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one flag that renews golden files."""
    parser.addoption("--renew", action="store_true", help="write what the code makes now to the golden files")


@pytest.fixture(autouse=True)
def _speak_english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in i18n.ASKED_BY:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Give a function that compares a text with a golden file, or renews the file when --renew is given."""

    def compare(path: Path, actual: str) -> None:
        if request.config.getoption("--renew"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
        assert actual.splitlines() == path.read_text(encoding="utf-8").splitlines()

    return compare
