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


@pytest.mark.parametrize("asked", ["en", None])
def test_dutch_for_a_while(asked: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is Dutch for everybody is translated in between, and afterwards all is as it was, after a failure too."""
    if asked:
        monkeypatch.setenv("LANGUAGE", asked)
    else:
        monkeypatch.delenv("LANGUAGE")
    with i18n.in_dutch():
        assert i18n._("Stopped.") == "Gestopt."
    with pytest.raises(KeyError), i18n.in_dutch():
        raise KeyError
    assert os.environ.get("LANGUAGE") == asked
