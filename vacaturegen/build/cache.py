"""What earlier builds found out: which outputs the inputs with a fingerprint gave.

Kept in a file in the output folder: a line for each profile, and a checksum. Nothing in it is taken on trust: it counts
when it is whole, a line when its fingerprint is that of the inputs as they are now, and an output when it has not been
touched since, as far as the file system knows, or else has the very bytes that the line tells of. So a cache that is
old, cut off, mixed up or from elsewhere costs time and nothing else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from vacaturegen.build import disk
from vacaturegen.build.fingerprint import Fingerprints
from vacaturegen.digests import digest_of_bytes

KIND = "vacaturegen cache 1"
"""What the file begins with; to be another one when its lines change."""
FOLDER = ".cache"
CACHE = f"{FOLDER}/uitvoer"
IGNORE = f"{FOLDER}/.gitignore"
NOTHING = b"*\n"
"""What the ignore file says: none of this is for git."""


AS_LISTED = "="
"""What stands for a digest that is that of the bytes too."""


class Output(NamedTuple):
    """An output: its path inside the output folder, its digest, that of the bytes that lie there, or AS_LISTED.

    `state` is what the file system said of the file when the line was written.
    """

    path: str
    digest: str
    found: str = AS_LISTED
    state: str = ""


class Cache:
    """The cache of an output folder, for a build of these formats."""

    def __init__(self, output: Path, formats: Sequence[str]) -> None:
        self.output = str(output)
        self.formats = formats
        self.fingerprints = Fingerprints(formats)
        self.lines = read_lines(disk.read_plain(self.output, CACHE) or b"")
        _state, self.written = disk.look(self.output, CACHE)
        self.current: dict[str, Record] = {}
        self.asked: dict[str, str] = {}
        self.made: dict[str, tuple[Output, ...]] = {}

    def recall(self, file: str) -> tuple[Output, ...]:
        """Return the outputs of a profile file when its line is there and they lie there whole, else nothing."""
        fingerprint = self.fingerprints.of(file)
        if not fingerprint:
            return ()
        line = self.lines.get(fingerprint, "")
        outputs = read_line(line)
        if outputs and disk.is_plain_folder(self.output, outputs[0].path.partition("/")[0]):
            looks = [(output, *disk.look(self.output, output.path)) for output in outputs]
            # what was touched in the same tick of the clock as the cache, could have been touched after it
            doubtful = [output for output, state, at in looks if state != output.state or at >= self.written]
            if all(self.lies_there(output) for output in doubtful):
                touched = any(state != output.state for output, state, _at in looks)
                self.current[fingerprint] = outputs if touched else line
                return outputs
        self.asked[file] = fingerprint
        return ()

    def lies_there(self, output: Output) -> bool:
        """Tell whether an output has the very bytes that it had."""
        data = disk.read_plain(self.output, output.path)
        wanted = output.digest if output.found == AS_LISTED else output.found
        return data is not None and digest_of_bytes(data) == wanted

    def add(self, file: str, outputs: Iterable[Output]) -> None:
        """Note the outputs that were made of a profile file."""
        if file in self.asked:
            self.made[file] = tuple(outputs)

    def files(self, *, whole: bool) -> dict[str, Iterable[bytes]]:
        """Return the files that are to be written, by their path; none when something else lies in their place.

        To be asked for when the outputs have their places. After a build that was not `whole` the lines of other
        profiles stay.
        """
        known = [record for record in self.current.values() if isinstance(record, str)]
        unchanged = not self.made and len(known) == (len(self.lines) if whole else len(self.current))
        if unchanged or not disk.is_free_folder(self.output, FOLDER):
            return {}
        ignored = disk.read_plain(self.output, IGNORE) == NOTHING
        return {**({} if ignored else {IGNORE: (NOTHING,)}), CACHE: self.print(self.records(whole=whole))}

    def records(self, *, whole: bool) -> dict[str, Record]:
        """Return what is to be remembered by fingerprint.

        What was written to between `recall` and now is left out: the outputs can be of the old text or of the new one.
        """
        after = Fingerprints(self.formats)
        records = dict(self.current)
        if not whole:
            again = {outputs[0].path for outputs in self.made.values()}
            for fingerprint, line in self.lines.items():
                if first_path(line) not in again:
                    records.setdefault(fingerprint, line)
        for file, outputs in self.made.items():
            if after.of(file) == self.asked[file]:
                records[self.asked[file]] = outputs
        return records

    def print(self, records: Mapping[str, Record]) -> Iterator[bytes]:
        """Yield the file line by line: it is never in memory as a whole."""
        checksum = hashlib.sha256()
        for fingerprint in ("", *sorted(records)):
            line = f"{self.print_line(fingerprint, records[fingerprint]) if fingerprint else KIND}\n".encode()
            checksum.update(line)
            yield line
        yield f"{checksum.hexdigest()}\n".encode()

    def print_line(self, fingerprint: str, record: Record) -> str:
        """Return the line of a profile, with the state in which its outputs are now."""
        if isinstance(record, str):
            return record
        states = (output._replace(state=disk.look(self.output, output.path)[0]) for output in record)
        return " ".join(chain((fingerprint,), *states))


Record = str | tuple[Output, ...]
"""A line as it was read, or what is to become one: that takes half the memory."""


def read_lines(data: bytes) -> dict[str, str]:
    """Return the lines of a cache file by their fingerprint; none of a file that is not whole, or not of this kind."""
    body, checksum = data[:-65], data[-65:]
    if checksum != f"{hashlib.sha256(body).hexdigest()}\n".encode() or not body.startswith(f"{KIND}\n".encode()):
        return {}
    return {line.partition(" ")[0]: line for line in body.decode().splitlines()[1:]}


def read_line(line: str) -> tuple[Output, ...]:
    """Return the outputs of a line."""
    words = line.split(" ")
    return tuple(Output(*words[start : start + 4]) for start in range(1, len(words), 4))


def first_path(line: str) -> str:
    """Return the path of the first output of a line: one profile has it, in one choice of formats."""
    return line.split(" ", 2)[1]
