"""What earlier builds found out: which outputs the inputs with a fingerprint gave.

Kept in a file in the output folder: what it is, its checksum, and a line for each profile. Nothing in it is taken on
trust: it counts when it is whole, a line when its fingerprint is that of the inputs as they are now, and the outputs on
the disk have the very bytes that it tells of, or were not touched since they had. So a cache that is old, cut off,
mixed up or from elsewhere costs time and nothing else. How it is known that they were not touched is told in `seal`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from vacaturegen.build import disk
from vacaturegen.build.fingerprint import Fingerprints
from vacaturegen.build.manifest import PATH
from vacaturegen.build.seal import Group, Seal
from vacaturegen.digests import digest_of_bytes

KIND = "vacaturegen-1"
"""What the file begins with; to be another one when its lines change."""
FOLDER = ".cache"
CACHE = f"{FOLDER}/uitvoer"
IGNORE = f"{FOLDER}/.gitignore"
NOTHING = b"*\n"
"""What the ignore file says: none of this is for git."""
AS_LISTED = "="
"""What stands for a digest that is that of the bytes too."""
_DIGEST = "[a-z0-9-]++:[0-9a-f]{64}"
LINES = re.compile(rf"(?:[0-9a-f]{{64}}(?: {PATH} {_DIGEST} (?:{_DIGEST}|{AS_LISTED}))++\n)*+".encode())
"""A fingerprint, and of each output the path, the digest, and that of its bytes."""


class Output(NamedTuple):
    """An output: its path inside the output folder, its digest, and that of the bytes that lie there, or AS_LISTED."""

    path: str
    digest: str
    found: str = AS_LISTED


class Cache:
    """The cache of an output folder, for a build of these formats; `whole` says that it is one of all profiles."""

    def __init__(self, output: str, formats: Sequence[str], *, whole: bool) -> None:
        self.output = output
        self.formats = formats
        self.whole = whole
        self.fingerprints = Fingerprints(formats)
        self.head, self.lines = read_lines(disk.read_plain(self.output, CACHE) or b"")
        self.current: list[str] = []
        self.asked: dict[str, str] = {}
        self.made: dict[str, tuple[Output, ...]] = {}
        self.kept: Mapping[str, Record] = self.lines
        """What the cache file is to hold in the end."""
        self.seal = Seal(self.output, CACHE)
        # in a build of some profiles looking at all outputs takes longer than it saves
        self.sealed = whole and bool(self.lines) and self.seal.holds(self.head, groups(self.lines))
        if whole and not self.sealed:
            self.seal.begin(groups(self.lines))

    def recall(self, file: str) -> tuple[Output, ...]:
        """Return the outputs of a profile file when its line is there and they lie there whole, else nothing."""
        fingerprint = self.fingerprints.of(file)
        if not fingerprint:
            return ()
        outputs = outputs_of(self.lines.get(fingerprint, ""))
        if outputs and (self.sealed or self.lie_there(outputs)):
            self.current.append(fingerprint)
            self.seal.confirm(fingerprint)
            return outputs
        self.asked[file] = fingerprint
        return ()

    def lie_there(self, outputs: Iterable[Output]) -> bool:
        """Tell whether outputs have the very bytes that they had."""
        for output in outputs:
            data = disk.read_plain(self.output, output.path)
            if data is None or digest_of_bytes(data) != (output.digest if output.found == AS_LISTED else output.found):
                return False
        return True

    @property
    def all_current(self) -> bool:
        """Tell whether no line is of a profile that is gone or has changed."""
        return len(self.current) == len(self.lines)

    def add(self, file: str, outputs: Iterable[Output]) -> None:
        """Note the outputs that were made of a profile file."""
        if file in self.asked:
            self.made[file] = tuple(outputs)

    def files(self) -> dict[str, Iterable[bytes]]:
        """Return the files that are to be written, by their path; none when something else lies in their place."""
        if not self.made and (not self.whole or self.all_current):
            return {}
        records = self.records()
        head = print_head(records)
        if head == self.head or not (records or self.head) or not disk.is_free_folder(self.output, FOLDER):
            return {}
        self.head, self.kept = head, records
        ignored = disk.read_plain(self.output, IGNORE) == NOTHING
        return {**({} if ignored else {IGNORE: (NOTHING,)}), CACHE: chain((head,), print_lines(records))}

    def records(self) -> dict[str, Record]:
        """Return what is known of current profiles; after a build that was not whole of other profiles too.

        What was written to between `recall` and now is left out: the outputs can be of the old text or of the new one.
        """
        after = Fingerprints(self.formats)
        again = {outputs[0].path for outputs in self.made.values()}
        others = (key for key, line in self.lines.items() if first_path(line) not in again)
        records: dict[str, Record] = {key: self.lines[key] for key in (self.current if self.whole else others)}
        for file, outputs in self.made.items():
            if (fingerprint := after.of(file)) == self.asked[file]:
                records[fingerprint] = outputs
        return records

    def close(self) -> None:
        """Seal all outputs after a whole build, when those that are not known yet are as the cache file tells."""
        if not self.whole or (self.sealed and not self.made and self.all_current):
            return
        unknown = {fingerprint: self.kept[fingerprint] for fingerprint in self.kept.keys() - self.seal.known}
        if self.kept and self.seal.begin(groups(unknown)):
            for fingerprint, record in unknown.items():
                if self.lie_there(outputs_of(record)):
                    self.seal.confirm(fingerprint)
            self.seal.renew(self.head, self.kept)


Record = str | tuple[Output, ...]
"""A line as it was read, or what is to become one: that takes half the memory."""


def print_lines(records: Mapping[str, Record]) -> Iterator[bytes]:
    """Yield the lines of a cache file by fingerprint, one at a time."""
    for fingerprint in sorted(records):
        record = records[fingerprint]
        words = record if isinstance(record, str) else " ".join(chain((fingerprint,), *record))
        yield f"{words}\n".encode()


def print_head(records: Mapping[str, Record]) -> bytes:
    """Return the first line of a cache file: what it is, and the checksum of the others."""
    checksum = hashlib.sha256()
    for line in print_lines(records):
        checksum.update(line)
    return f"{KIND} {checksum.hexdigest()}\n".encode()


def read_lines(data: bytes) -> tuple[bytes, dict[str, str]]:
    """Return the head of a cache file, and its lines by their fingerprint; nothing of a file that is not whole."""
    head, end, text = data.partition(b"\n")
    if head != f"{KIND} {hashlib.sha256(text).hexdigest()}".encode() or not LINES.fullmatch(text):
        return b"", {}
    return head + end, {line.partition(" ")[0]: line for line in text.decode().splitlines()}


def outputs_of(record: Record) -> tuple[Output, ...]:
    """Return the outputs that are told of."""
    if not isinstance(record, str):
        return record
    words = record.split(" ")
    return tuple(Output(*words[start : start + 3]) for start in range(1, len(words), 3))


def groups(records: Mapping[str, Record]) -> Iterator[Group]:
    """Yield each fingerprint with the paths of its outputs."""
    for fingerprint, record in records.items():
        yield fingerprint, record.split(" ")[1::3] if isinstance(record, str) else [made.path for made in record]


def first_path(line: str) -> str:
    """Return the path of the first output of a line: one profile has it, in one choice of formats."""
    return line.split(" ", 2)[1]
