"""Which profile of one version is which of another: by the name of the file, or by what is in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from vacaturegen.errors import InputError
from vacaturegen.files import as_named, read_bytes
from vacaturegen.versions.version import Version

ALIKE = 0.5
"""How much of the larger of two files has to stand in the other for one to be the other under a new name, as in git."""


class Pair(NamedTuple):
    """A profile in two versions: its file in each, None where it is not."""

    old: str | None
    new: str | None

    @property
    def stem(self) -> str:
        """The name of its file without suffix, the new one if there is one."""
        return Path(self.new or self.old or "").stem

    @property
    def is_renamed(self) -> bool:
        """Whether its file has another name than it had."""
        return bool(self.old and self.new) and Path(self.old or "").stem != self.stem


def pairs(old: Version, new: Version) -> list[Pair]:
    """Return every profile of two versions, in the order of their names."""
    found: list[Pair] = []
    gone, added = list(old.files), list(new.files)
    for part in ("name", "stem"):  # one folder can hold x.yaml and x.yml
        before = {getattr(Path(file), part): file for file in gone}
        was = {file: before.pop(getattr(Path(file), part), None) for file in added}
        found += [Pair(old_file, file) for file, old_file in was.items() if old_file]
        matched = {file for pair in found for file in pair}
        gone = [file for file in gone if file not in matched]
        added = [file for file in added if file not in matched]
    if gone and added:
        renamed = match_alike(gone, added)
        found += [Pair(file, renamed[file]) for file in gone if file in renamed]
        gone = [file for file in gone if file not in renamed]
        added = [file for file in added if file not in renamed.values()]
    found += [Pair(file, None) for file in gone] + [Pair(None, file) for file in added]
    return sorted(found, key=lambda pair: (pair.stem, pair.new or "", pair.old or ""))


def match_alike(gone: Iterable[str], added: Iterable[str]) -> dict[str, str]:
    """Return the added file that each file which is gone became, if it did: the most alike first."""
    before, after = ({file: lines_of(file) for file in files} for files in (gone, added))
    sizes = {file: size_of(lines) for file, lines in (*before.items(), *after.items())}
    having: dict[bytes, list[str]] = defaultdict(list)
    for file, lines in after.items():
        for line in lines:
            having[line].append(file)
    alike = []
    for old, lines in before.items():
        shared: Counter[str] = Counter()
        for line, times in lines.items():
            for new in having.get(line, ()):
                shared[new] += min(times, after[new][line]) * len(line)
        for new, size in shared.items():
            if (likeness := size / max(sizes[old], sizes[new])) >= ALIKE:
                alike.append((-likeness, old, new))
    found: dict[str, str] = {}
    taken = set()
    for _likeness, old, new in sorted(alike):
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def lines_of(file: str) -> Counter[bytes]:
    """Return how often each line stands in a file; none of one that cannot be read."""
    try:
        data = read_bytes(Path(file), as_named(Path(file)))
    except InputError:  # whoever builds it tells
        return Counter()
    return Counter(line for line in data.splitlines(keepends=True) if line.strip())


def size_of(lines: Mapping[bytes, int]) -> int:
    """Return how many bytes lines are together."""
    return sum(len(line) * times for line, times in lines.items())
