"""Files that a person asked for once, such as a review: put in a folder whole, and never over what somebody changed.

A list in the folder tells what was made, so that the next review can take its place.
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
    """The paths of files that are there now as they should be, and of those that were kept as somebody changed them."""

    made: list[str]
    kept: list[str]


def put_beside(folder: Path, files: Mapping[str, bytes]) -> Placed:
    """Put files in a folder by their paths, but not over a file that is no longer what was made. Raises OutputError."""
    output = str(folder)
    listed = read_list(output)
    wanted: dict[str, bytes] = {}
    kept = []
    for path, data in sorted(files.items()):
        there = disk.read_file(output, path)
        if there is None or there == data or digest(there) == listed.get(path):
            wanted[path], listed[path] = data, digest(data)
        else:
            kept.append(path)
    told = f"{json.dumps(dict(sorted(listed.items())), indent=2)}\n"
    disk.put(output, {**wanted, LIST: told.encode()})
    return Placed(list(wanted), kept)


def read_list(output: str) -> dict[str, str]:
    """Return the digest of each file that was made before; of a list that cannot be read nothing."""
    try:
        found = json.loads(disk.read_file(output, LIST) or b"{}")
    except (ValueError, RecursionError):
        return {}
    return {path: made for path, made in found.items() if isinstance(made, str)} if isinstance(found, dict) else {}
