"""The language of what people read on the screen: who asks for English gets it, everybody else reads Dutch."""

from __future__ import annotations

import os

import pytest

from vacaturegen import i18n


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ({}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "EN"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "nl"),
        ({"LC_MESSAGES": "en", "LANG": "nl"}, "en"),
        ({"LC_ALL": "nl", "LC_MESSAGES": "en"}, "nl"),
        ({"VACATUREGEN_LANG": "en", "LC_ALL": "nl"}, "en"),
        ({"VACATUREGEN_LANG": "", "LC_ALL": "en"}, "en"),
    ],
)
def test_language_is_asked_for(asked: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first variable that is set decides; the code that comes back is what gettext and click go by."""
    for name, value in asked.items():
        monkeypatch.setenv(name, value)
    assert i18n.activate() == language == os.environ["LANGUAGE"]
    assert i18n._("Stopped.") == {"en": "Stopped.", "nl": "Gestopt."}[language]
