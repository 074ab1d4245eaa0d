"""Tell one content from another: of a file its bytes, of a Word file its unzipped parts (design decision 9)."""

from __future__ import annotations

import hashlib
import struct
import zlib
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipInfo

OF_BYTES = "sha256:"
"""What a digest of bytes begins with."""
MARK = b"PK\x03\x04"
LOCAL = struct.Struct("<4s3H4x3L2H")
"""What stands before a part: mark, version, flags, method, (time), checksum, sizes, lengths of name and extra field."""
DEFLATED = 8
LATER, UTF8 = 1 << 3, 1 << 11
"""Flags: checksum and sizes stand behind the part, and its name is UTF-8."""


def digest(data: bytes) -> str:
    """Return the sha256 of the bytes, or for a .docx that of its unzipped parts, with the way it was taken in front.

    Two .docx files with equal parts are the same document, whichever zlib packed them. The digest of the parts is the
    sha256 of the sorted lines that sha256sum would print for them.
    """
    if data.startswith(MARK):
        with suppress(ValueError):
            return digest_of_parts(data)
    return digest_of_bytes(data)


def digest_of_bytes(data: bytes) -> str:
    """Return the sha256 of the bytes, whatever they are."""
    return OF_BYTES + hashlib.sha256(data).hexdigest()


def digest_of_parts(data: bytes) -> str:
    """Return the digest of the parts of a zip file. Raises ValueError for one that is damaged."""
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = sorted((part.filename, digest_of_part(data, part)) for part in archive.filelist)
    except (BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError) as error:
        raise ValueError("not a whole zip file") from error
    lines = "".join(f"{sha}  {name}\n" for name, sha in parts)
    return f"parts-sha256:{hashlib.sha256(lines.encode()).hexdigest()}"


def digest_of_part(data: bytes, part: ZipInfo) -> str:
    """Return the sha256 of a part. Raises ValueError when it is not what the two headers of it both say."""
    mark, _version, flags, *facts, name, extra = LOCAL.unpack_from(data, part.header_offset)
    said = [part.compress_type, part.CRC, part.compress_size, part.file_size]
    if mark != MARK or flags != part.flag_bits or facts != (said if not flags & LATER else [said[0], 0, 0, 0]):
        raise ValueError("two headers that disagree")
    start = part.header_offset + LOCAL.size
    if data[start : start + name] != part.orig_filename.encode("utf-8" if flags & UTF8 else "cp437"):
        raise ValueError("two names")
    start += name + extra
    return digest_of_packed(data[start : start + part.compress_size], part.compress_type, part.CRC)


@lru_cache(maxsize=128)  # most parts of our Word files are the same in all of them
def digest_of_packed(packed: bytes, method: int, checksum: int) -> str:
    """Return the sha256 of what was packed. Raises ValueError and zlib.error when it has not this checksum."""
    data = zlib.decompress(packed, -zlib.MAX_WBITS) if method == DEFLATED else packed
    if zlib.crc32(data) != checksum:
        raise ValueError("another checksum")
    return hashlib.sha256(data).hexdigest()
