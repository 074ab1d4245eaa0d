"""Bring the output folder up to date: what is current, what is stale, what is ours.

Here belongs the decision about each file. How bytes get on the disk whole is told in `disk`, what is ours in
`manifest`, what earlier builds found out in `cache`, which documents there are in `documents`, and how the result is
shown is the command's business.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vacaturegen.build import disk
from vacaturegen.build.cache import AS_LISTED, Cache, Output
from vacaturegen.build.gather import gather
from vacaturegen.build.manifest import MANIFEST, digest_on_disk, find_stale, print_manifest, read_manifest, sort_stale
from vacaturegen.digests import OF_BYTES, digest, digest_of_bytes
from vacaturegen.errors import OutputError

if TYPE_CHECKING:
    from vacaturegen.build.gather import Produce


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, as sorted paths inside the output folder.

    `kept` are outputs of ours that no profile makes any more but that a person changed: they are left alone.
    """

    made: tuple[str, ...]
    current: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]


def build(files: Sequence[str], formats: Sequence[str], folder: Path, produce: Produce, *, whole: bool) -> Report:
    """Make the documents of profile files that are not current, write them, remove stale ones, and report it all.

    `produce` gives the products of files, one at a time; it is asked for those whose outputs are not known to be
    current. `whole` says that the files are all the profiles there are. Raises InputError with the problems of all
    profiles, and OutputError when the folder cannot be read or written; what `produce` raises passes through. Before
    the first rename each of them leaves the folder as it was.
    """
    output = str(folder)
    with disk.new_folders() as make_folder:
        make_folder(output)
        with disk.locked(output), disk.Staging(output, make_folder) as staging:
            manifest = read_manifest(output)
            cache = Cache(output, formats, whole=whole)
            entries: dict[str, str] = {}
            ids: list[tuple[str, str]] = []
            fresh: list[str] = []
            for file in files:
                if known := cache.recall(file):
                    ids.append((known[0].path.partition("/")[0], file))
                    entries.update((path, made) for path, made, _found in known)
                else:
                    fresh.append(file)
            for product in gather(files, fresh, ids, produce):
                outputs = []
                for path, made, data in product.documents:
                    entries[path] = made
                    there = disk.read_file(output, path)
                    if there is None or (there != data and digest(there) != made):
                        staging.add(path, (data,))
                        there = data
                    found = made if there == data and made.startswith(OF_BYTES) else digest_of_bytes(there)
                    outputs.append(Output(path, made, AS_LISTED if found == made else found))
                cache.add(product.file, outputs)

            changed = sorted(staging.paths)
            current = sorted(entries.keys() - set(changed))
            removed, kept = _settle(manifest, entries, output, whole=whole)
            lists: dict[str, Iterable[bytes]] = (
                {} if _is_listed(entries, output) else {MANIFEST: print_manifest(entries)}
            )
            needed = bool(changed or lists)  # whatever is removed was listed
            lists |= cache.files()
            with nullcontext() if needed else suppress(OutputError):  # the cache alone is not worth an error
                for path, lines in lists.items():
                    staging.add(path, lines)
                staging.commit(len(changed))
                for path in removed:
                    disk.remove(output, path)
                staging.commit()  # the lists last, so that a build that ends halfway loses sight of nothing
            cache.close()
    return Report(tuple(changed), tuple(current), tuple(removed), tuple(kept))


def check(files: Sequence[str], folder: Path, produce: Produce, *, whole: bool) -> Report:
    """Make all documents anew, and report what a build would do; writes nothing, and knows no cache.

    The arguments and what is raised are those of `build`; among what would be made can be the manifest.
    """
    output = str(folder)
    manifest = read_manifest(output)
    entries = {path: made for product in gather(files, files, (), produce) for path, made, _data in product.documents}
    differs = {path for path in entries if digest_on_disk(output, path) != entries[path]}
    current = sorted(entries.keys() - differs)
    removed, kept = _settle(manifest, entries, output, whole=whole)
    if not _is_listed(entries, output):
        differs.add(MANIFEST)
    return Report(tuple(sorted(differs)), tuple(current), tuple(removed), tuple(kept))


def _settle(
    manifest: Mapping[str, str], entries: dict[str, str], output: str, *, whole: bool
) -> tuple[list[str], list[str]]:
    """Return which stale outputs go and which are kept, and add to `entries` what is listed and does not go."""
    stale = find_stale(manifest, entries, whole=whole)
    removed, kept = sort_stale(manifest, output, stale)
    gone = set(stale).difference(kept)
    for path, entry in manifest.items():
        if path not in gone:
            entries.setdefault(path, entry)
    return removed, kept


def _is_listed(entries: Mapping[str, str], output: str) -> bool:
    """Tell whether the manifest that lies there has just these entries."""
    there, listed = disk.read_file(output, MANIFEST), hashlib.sha256()
    for line in print_manifest(entries):
        listed.update(line)
    return there is not None and hashlib.sha256(there).digest() == listed.digest()
