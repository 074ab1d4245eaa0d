"""The list of the outputs that are ours, committed beside them: what each of them is, and which of them are stale.

A JSON file of path and digest, sorted, without a clock or a place in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from json.encoder import encode_basestring
from pathlib import Path

from vacaturegen.build import disk
from vacaturegen.digests import digest
from vacaturegen.errors import OutputError
from vacaturegen.i18n import _

MANIFEST = "manifest.json"
PATH = "[!-.0-~]++/[!-.0-~]++"
"""The path of an output: a folder and a name, both in ASCII."""
LISTED_PATH = re.compile(PATH)


def read_manifest(output: str) -> dict[str, str]:
    """Return the digest of each output that is listed. Raises OutputError for a file that is no such list."""
    data = disk.read_file(output, MANIFEST)
    if data is None:
        return {}
    try:
        manifest = json.loads(data)
    except (ValueError, RecursionError):  # a merge conflict, most likely
        manifest = None
    if isinstance(manifest, dict) and all(
        LISTED_PATH.fullmatch(path) and isinstance(entry, str) for path, entry in manifest.items()
    ):
        return manifest
    raise OutputError(
        _("{path}: this is not the list that a build writes. Remove the file and build again.").format(
            path=Path(output, MANIFEST)
        )
    )


def print_manifest(entries: Mapping[str, str]) -> Iterator[bytes]:
    """Yield the lines of the file: what json.dumps gives with an indent of 2, without holding all of it at once."""
    before = "{\n"
    for path in sorted(entries):
        yield f"{before}  {encode_basestring(path)}: {encode_basestring(entries[path])}".encode()
        before = ",\n"
    yield b"\n}\n" if entries else b"{}\n"


def digest_on_disk(output: str, path: str) -> str | None:
    """Return the digest of the file that lies at `path`; None for nothing, or a link that a rename will replace."""
    data = disk.read_file(output, path)
    return None if data is None else digest(data)


def find_stale(manifest: Mapping[str, str], entries: Mapping[str, str], *, whole: bool) -> list[str]:
    """Return the listed paths that this build should have made and did not.

    Formats that it did not make stay out of it, but those of a profile that is gone: no build would come to them.
    """
    missed = manifest.keys() - entries.keys()
    if not missed:
        return []
    suffixes = {path.rpartition(".")[2] for path in entries}
    owners = {path.partition("/")[0] for path in entries}
    return sorted(
        path for path in missed if (path.rpartition(".")[2] in suffixes if path.partition("/")[0] in owners else whole)
    )


def sort_stale(manifest: Mapping[str, str], output: str, stale: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return which stale outputs lie there as they were made, and which were changed since; others are gone already."""
    there = {path: digest_on_disk(output, path) for path in stale}
    removed = [path for path in stale if there[path] == manifest[path]]
    return removed, [path for path in stale if there[path] not in (None, manifest[path])]
