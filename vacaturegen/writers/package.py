"""A zip file from members that were compressed before, byte for byte the same every time.

A member that many files share (the style sheet, the theme, the logo) is compressed once and copied from then on, which
`zipfile` cannot do. There is no clock and no system in the bytes. What the members hold is no concern of this module.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from typing import NamedTuple

LEVEL = 3  # half the time of the usual 6, for a sixth more bytes
SMALL, LITTLE_MEMORY, MUCH_MEMORY = 8192, 4, 8  # below this size, most of the time goes into the tables of deflate
VERSION = 20  # 2.0: deflate, written "on" MS-DOS, so that no host system shows
DEFLATED = 8
DATE = (1 << 5) | 1  # 1 January 1980, the first day that a zip file knows

LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")


class Member(NamedTuple):
    """One compressed file: its name in the package (ASCII), checksum, size before compression, and deflated bytes."""

    name: bytes
    checksum: int
    size: int
    deflated: bytes


def compress(name: str, data: bytes) -> Member:
    """Return `data` as the member `name`."""
    memory = LITTLE_MEMORY if len(data) < SMALL else MUCH_MEMORY
    deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, memory)
    return Member(name.encode("ascii"), zlib.crc32(data), len(data), deflate.compress(data) + deflate.flush())


def join_members(members: Sequence[Member]) -> bytes:
    """Return the zip file that holds `members` in the given order."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, checksum, size, deflated in members:
        # flags, method, time, date, checksum, sizes and length of name: the part that both headers share
        facts = (0, DEFLATED, 0, DATE, checksum, len(deflated), size, len(name))
        files += LOCAL.pack(b"PK\3\4", VERSION, *facts, 0), name, deflated
        directory += CENTRAL.pack(b"PK\1\2", VERSION, VERSION, *facts, 0, 0, 0, 0, 0, offset), name
        offset += LOCAL.size + len(name) + len(deflated)
    catalogue = b"".join(directory)
    end = END.pack(b"PK\5\6", 0, 0, len(members), len(members), len(catalogue), offset, 0)
    return b"".join([*files, catalogue, end])
