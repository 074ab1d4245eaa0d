"""What the tests of checks share: a sound profile of each kind, something laid over it, and what is found then."""

from __future__ import annotations

import copy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml

from tests.support import CASES, write
from vacaturegen.checks import Finding
from vacaturegen.checks.run import Options, check_files
from vacaturegen.library import Library, read_library
from vacaturegen.templating import Environment, make_environment

CONTROLES = CASES / "controles"
TODAY = date(2026, 11, 22)
SHARED = {"organisatie": "organisaties/voorbeeldstad.yaml", "broker": "brokers/loket.yaml"}
"""The parts of a sound profile that stand in files of their own."""


@cache
def sound(kind: str) -> dict[str, Any]:
    """The sound profile of a kind, all its values as texts; what it shares stands in it as a mapping."""
    read: dict[str, Any] = yaml.load((CONTROLES / f"{kind}.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return read


@cache
def shipped(_folder: Path | None = None) -> Library:
    """The library of every case: reading it takes longer than checking a profile."""
    return read_library(Path())


@cache
def prints(_library: Library) -> Environment:
    """The environment of every case."""
    return make_environment(shipped())


def laid(under: Any, over: Any) -> Any:
    """One value laid over another: mappings merge, all else replaces; `WEG` takes a key away."""
    if not isinstance(under, dict) or not isinstance(over, dict):
        return copy.deepcopy(over)
    merged = {key: laid(under.get(key), value) for key, value in over.items() if value != "WEG"}
    return {key: value for key, value in under.items() if key not in over} | merged


def check(
    folder: Path, kind: str, keys: str | dict[str, Any] = "", also: str = "", today: date = TODAY
) -> list[Finding]:
    """What is found in a sound profile of a kind with these keys laid over it, in a folder of its own."""
    over = yaml.load(keys, Loader=yaml.CBaseLoader) if isinstance(keys, str) else keys
    profile = laid(sound(kind), over or {})
    files = {}
    for key, place in SHARED.items():
        if isinstance(part := profile.get(key), dict):
            files[f"profiles/{place}"] = yaml.safe_dump(part, allow_unicode=True, width=10_000)
            profile[key] = Path(place).stem
    files["profiles/proef.yaml"] = yaml.safe_dump(profile, allow_unicode=True, width=10_000, sort_keys=False)
    write(folder, files)
    file, options = str(folder / "profiles/proef.yaml"), Options(today, frozenset(also.split()))
    if (folder / "templates").exists():
        return check_files([file], options)
    with patch("vacaturegen.library.read_library", shipped), patch("vacaturegen.templating.make_environment", prints):
        return check_files([file], options)
