"""Bring the output folder up to date: what is current, what is stale, what is ours.

Here belongs the decision about each file, and the manifest that lists what is ours. How bytes get on the disk whole is
told in `disk`, which documents there are in `documents`, and how the result is shown is the command's business.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vacaturegen.build import disk
from vacaturegen.errors import OutputError
from vacaturegen.i18n import _

MANIFEST = "manifest.json"
LISTED_PATH = re.compile(r"[^/\x00-\x1f\ud800-\udfff]+(/[^/\x00-\x1f\ud800-\udfff]+)*")
NOT_A_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, as sorted paths inside the output folder.

    `kept` are outputs of ours that no profile makes any more but that a person changed: they are left alone.
    """

    made: tuple[str, ...]
    current: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]


def build(documents: Iterable[tuple[str, bytes]], output: Path, *, owners: frozenset[str], whole: bool) -> Report:
    """Write the documents that are not current, remove stale ones, and report it all.

    `documents` yields (path inside `output`, bytes) and is read one at a time. `owners` are the ids of the profiles
    that were asked for; `whole` says that they are all there are. Raises OutputError when the folder cannot be read
    or written; what `documents` raises passes through. Before the first rename either leaves the folder as it was.
    """
    with disk.new_folders() as make_folder:
        make_folder(output)
        with disk.locked(output), disk.staging(output) as stage:
            manifest = _read_manifest(output)
            entries: dict[str, str] = {}
            staged: dict[str, Path] = {}
            for path, data in documents:
                entries[path] = digest(data)
                if _digest_on_disk(output, path) != entries[path]:
                    staged[path] = stage(path, data)
            stale = {path: _digest_on_disk(output, path) for path in _find_stale(manifest, entries, owners, whole)}
            removed = [path for path, found in stale.items() if found == manifest[path]]
            kept = [path for path, found in stale.items() if found not in (None, manifest[path])]
            ours = {path: entry for path, entry in manifest.items() if path not in stale or path in kept}
            listing = _print_manifest(ours | entries)
            changed = sorted(staged)
            if disk.read_file(output / MANIFEST) != listing:
                staged[MANIFEST] = stage(MANIFEST, listing)

            for path in changed:
                make_folder((output / path).parent)
            for path in changed:
                disk.rename(staged[path], output / path)
            for path in removed:
                disk.remove(output / path)
            if MANIFEST in staged:  # last, so that a build that ends halfway loses sight of nothing
                disk.rename(staged[MANIFEST], output / MANIFEST)
    current = sorted(entries.keys() - staged.keys())
    return Report(tuple(changed), tuple(current), tuple(removed), tuple(kept))


def check(
    documents: Iterable[tuple[str, bytes]], output: Path, *, owners: frozenset[str], whole: bool
) -> tuple[str, ...]:
    """Return the sorted paths inside `output` that are missing, different or stale; writes nothing.

    The arguments are those of `build`. Raises OutputError when the folder cannot be read.
    """
    manifest = _read_manifest(output)
    entries = {path: digest(data) for path, data in documents}
    differs = {path for path in entries if _digest_on_disk(output, path) != entries[path]}
    if disk.read_file(output / MANIFEST) != _print_manifest(manifest | entries):
        differs.add(MANIFEST)
    return tuple(sorted(differs.union(_find_stale(manifest, entries, owners, whole))))


def digest(data: bytes) -> str:
    """Tell one content from another: the sha256 of the bytes, or for a .docx that of its unzipped parts.

    Two .docx files with equal parts are the same document, whichever zlib packed them. The digest of the parts is the
    sha256 of the sorted lines that sha256sum would print for them.
    """
    if data.startswith(b"PK\x03\x04"):
        with suppress(*NOT_A_ZIP), zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = sorted((part.filename, hashlib.sha256(archive.read(part)).hexdigest()) for part in archive.filelist)
            lines = "".join(f"{sha}  {name}\n" for name, sha in parts)
            return f"parts-sha256:{hashlib.sha256(lines.encode()).hexdigest()}"
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _find_stale(
    manifest: Mapping[str, str], entries: Mapping[str, str], owners: frozenset[str], whole: bool
) -> list[str]:
    """Return the listed paths that this build should have made and did not; formats it did not make stay out of it."""
    suffixes = {PurePosixPath(path).suffix for path in entries}
    return sorted(
        path
        for path in manifest.keys() - entries.keys()
        if PurePosixPath(path).suffix in suffixes and (whole or path.split("/")[0] in owners)
    )


def _digest_on_disk(output: Path, path: str) -> str | None:
    """Return the digest of the file that lies at `path`; None for nothing, or a link that a rename will replace."""
    data = disk.read_file(disk.inside(output, path))
    return None if data is None else digest(data)


def _read_manifest(output: Path) -> dict[str, str]:
    data = disk.read_file(output / MANIFEST)
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
            path=output / MANIFEST
        )
    )


def _print_manifest(entries: Mapping[str, str]) -> bytes:
    return (json.dumps(entries, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()
