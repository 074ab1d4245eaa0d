"""The floor under the chain: what the libraries that it stands on cost alone, on the same bytes."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import yaml
from markdown_it import MarkdownIt

from benchmarks.chain import Chain, Clock
from benchmarks.stages import COMMONMARK, DEFLATE_OURS, DEFLATE_USUAL, DISK, YAML_EVENTS, YAML_LOAD
from vacaturegen import templating
from vacaturegen.writers import docx, package


def make_floors(chain: Chain, files: Sequence[Path], scratch: Path) -> dict[str, Callable[[], object]]:
    """Return what to time, by name; each does its work for all files. `scratch` is a folder to be made."""
    made = [chain.make(file, Clock()) for file in files]
    texts = [file.read_text(encoding="utf-8") for file in files]
    rendered = [str(markdown) for (markdown,) in calls_of(templating, "parse", chain, files)]
    parts = [data for _name, data in calls_of(docx, "compress", chain, files)]
    parser = MarkdownIt("commonmark").enable("table")
    return {
        YAML_LOAD: lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts],
        YAML_EVENTS: lambda: [event for text in texts for event in yaml.parse(text, Loader=yaml.CSafeLoader)],
        COMMONMARK: lambda: [parser.parse(markdown) for markdown in rendered],
        DEFLATE_USUAL: lambda: [deflate(part, 6) for part in parts],
        DEFLATE_OURS: lambda: [deflate(part, package.LEVEL) for part in parts],
        DISK: lambda: write_plainly(made, scratch),
    }


def calls_of(place: Any, name: str, chain: Chain, files: Sequence[Path]) -> list[tuple[Any, ...]]:
    """Return with what a function of the package is called on the way. Raises AttributeError when it is not there."""
    function, calls = getattr(place, name), []

    def noted(*args: Any) -> Any:
        calls.append(args)
        return function(*args)

    with mock.patch.object(place, name, noted):
        for file in files:
            chain.make(file, Clock())
    return calls


def deflate(data: bytes, level: int) -> bytes:
    """Return data, compressed as a zip file has it."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def write_plainly(made: Sequence[dict[str, bytes]], folder: Path) -> None:
    """Write documents in their three formats under other names, and rename them."""
    folder.mkdir()
    for number, document in enumerate(made):
        home = folder / str(number)
        home.mkdir()
        for name, data in document.items():
            staged = home / f"staged.{name}"
            staged.write_bytes(data)
            staged.rename(home / f"document.{name}")
