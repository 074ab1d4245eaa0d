"""The way from a profile to its documents, with what is the same for hundreds of them made once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markdown_it.token import Token

from tests import strategies
from tests.support import FORMATS, load, write
from vacaturegen import documents, library, writers
from vacaturegen.errors import InputError
from vacaturegen.templating import make_environment, render


class Chain:
    """A folder with one profile; its templates are compiled once for the hundreds of documents below."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = library.read_library(folder)
        self.environment = make_environment(self.library)

    def write(self, files: dict[str, Any]) -> None:
        """Write the data of the profile and of what it shares."""
        write(self.folder, {name: "\n".join([*strategies.yaml_of(data), ""]) for name, data in files.items()})

    def made(self) -> Iterator[tuple[str, list[Token], dict[str, bytes]]]:
        """Yield the kind, the tokens and, by format, the bytes of every document of the profile as it lies there."""
        (loaded,) = load(self.folder / "proef.yaml")
        documents.refuse_misplaced_sections(loaded, self.library.kinds)
        assets = writers.Assets(self.library.word_base, self.library.page, self.library.stylesheet)
        for kind in loaded.profiel.soorten():
            tokens = render(self.environment, loaded.profiel, kind, self.library)
            meta = documents.metadata(loaded, kind, self.library, documents.house_style(loaded))
            yield kind, tokens, {name: documents.writer_of(name)(tokens, meta, assets) for name in FORMATS}


class RuledOutError(Exception):
    """A profile of which rules across fields leave nothing to build."""


def settle_rules(chain: Chain, files: dict[str, Any]) -> list[tuple[str, list[Token], dict[str, bytes]]]:
    """Return the documents of a profile without what rules across fields refuse. Raises RuledOutError for none."""
    while True:
        chain.write(files)
        try:
            return list(chain.made())
        except InputError as error:
            fields = [problem.field.removeprefix("organisatie.").removeprefix("broker.") for problem in error.problems]
        before = files
        for field in fields:
            files = {name: stripped(data, field.split(".")) for name, data in files.items()}
        if files == before:
            raise RuledOutError


def stripped(data: dict[str, Any], path: list[str]) -> dict[str, Any]:
    """Return the data of a file, and of what it says about every profile, without a field."""
    kept: dict[str, Any] = (strategies.without(data, path) or {}) if path[0] in data else data
    if path[0] in kept.get("standaard", ()):
        return kept | {"standaard": strategies.without(kept["standaard"], path) or {}}
    return kept


def fold(text: str) -> str:
    """A text with single spaces; no-break spaces are part of it."""
    return re.sub(r"[^\S\xa0\u2007\u202f]+", " ", text).strip(" ")
