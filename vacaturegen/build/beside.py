"""Files that a person asked for once, such as a review: put in a folder whole, and never over what somebody changed.

A list in the folder tells what was made, so that the next review can take its place, and what it does not make any more
can go.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from vacaturegen.build import disk
from vacaturegen.digests import digest

LIST = ".gemaakt.json"


class Placed(NamedTuple):
    """The paths of files that are there now as they should be, and of those that were kept as somebody changed them.

    Then of what was made for an earlier review: what is gone, and what was kept as somebody changed it.
    """

    made: list[str]
    kept: list[str]
    gone: list[str]
    old: list[str]


def put_beside(folder: Path, files: Mapping[str, bytes], suffix: str) -> Placed:
    """Put files in a folder by their paths, but not over a file that is no longer what was made. Raises OutputError.

    Files with this suffix that were made before and are not made any more go, unless somebody changed them.
    """
    output = str(folder)
    listed = read_list(output)
    emptied = bool(listed)
    wanted: dict[str, bytes] = {}
    kept: list[str] = []
    gone: list[str] = []
    old: list[str] = []
    for path in sorted(path for path in listed if path.endswith(suffix) and path not in files):
        there, made = disk.read_file(output, path), listed.pop(path)
        if there is not None:
            (gone if digest(there) == made else old).append(path)
    for path, data in sorted(files.items()):
        there = disk.read_file(output, path)
        if there is None or there == data or digest(there) == listed.get(path):
            wanted[path], listed[path] = data, digest(data)
        else:
            kept.append(path)
    if listed:
        emptied = False
        told = f"{json.dumps(dict(sorted(listed.items())), indent=2)}\n"
        disk.put(output, {**wanted, LIST: told.encode()})
    for path in [*gone, LIST] if emptied else gone:
        disk.remove(output, path)
    return Placed(list(wanted), kept, gone, old)


def read_list(output: str) -> dict[str, str]:
    """Return the digest of each file that was made before; of a list that cannot be read nothing."""
    try:
        found = json.loads(disk.read_file(output, LIST) or b"{}")
    except (ValueError, RecursionError):
        return {}
    return {path: made for path, made in found.items() if isinstance(made, str)} if isinstance(found, dict) else {}
