"""What makes two files the same: their bytes, and of a Word document its parts, whichever way they were packed."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib

import pytest

from vacaturegen.digests import digest

PARTS = {"word/document.xml": b"<w:p/>" * 40, "[Content_Types].xml": b"<Types/>", "word/\u00fc\u20ac.xml": b""}


class Pipe(io.BytesIO):
    """A stream without a way back: what a part holds is said behind it, not in front."""

    def seekable(self) -> bool:
        """Say that there is no way back."""
        return False

    def seek(self, *_: object) -> int:
        """Refuse to go back."""
        raise io.UnsupportedOperation

    def tell(self) -> int:
        """Refuse to say where this is."""
        raise io.UnsupportedOperation


def packed(
    parts: dict[str, bytes], stream: io.BytesIO, method: int = zipfile.ZIP_DEFLATED, extra: bytes = b""
) -> bytes:
    """A zip file of these parts."""
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type, info.extra = method, extra
            archive.writestr(info, data)
    return stream.getvalue()


def expected(parts: dict[str, bytes]) -> str:
    """What sha256sum says of the parts, and sha256sum of that."""
    lines = "".join(f"{hashlib.sha256(parts[name]).hexdigest()}  {name}\n" for name in sorted(parts))
    return f"parts-sha256:{hashlib.sha256(lines.encode()).hexdigest()}"


def of_bytes(data: bytes) -> str:
    """The digest of what is no whole zip file."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


WAYS = {
    "deflated": packed(PARTS, io.BytesIO()),
    "stored": packed(PARTS, io.BytesIO(), zipfile.ZIP_STORED),
    "in another order": packed(dict(reversed(PARTS.items())), io.BytesIO()),
    "to a pipe": packed(PARTS, Pipe()),
    "with an extra field": packed(PARTS, io.BytesIO(), extra=b"\xfe\xca\x02\x00ab"),
}


@pytest.mark.parametrize("data", WAYS.values(), ids=WAYS)
def test_equal_parts_are_one_document(data: bytes) -> None:
    """However the parts are packed, the digest is that of what they hold, and of their names."""
    assert digest(data) == expected(PARTS)


def test_a_name_of_the_old_days() -> None:
    """A name that is no UTF-8 is read as it was in the days of MS-DOS."""
    data = packed({"a.xml": b"x", "b.xml": b"y"}, io.BytesIO()).replace(b"b.xml", b"\x82.xml")
    assert digest(data) == expected({"a.xml": b"x", "\u00e9.xml": b"y"})


@pytest.mark.parametrize("parts", [PARTS | {"word/document.xml": b"<w:q/>"}, PARTS | {"a": b""}, {"b": b""}])
def test_other_parts_are_another_document(parts: dict[str, bytes]) -> None:
    """Another content, one part more and other names give another digest."""
    assert digest(packed(parts, io.BytesIO())) == expected(parts) != expected(PARTS)


SECOND = WAYS["deflated"].index(b"PK\x03\x04", 4)
"""Where the header of the second part begins."""


@pytest.mark.parametrize(
    "at",
    [
        pytest.param(3, id="mark"),
        pytest.param(6, id="flags"),
        pytest.param(8, id="method"),
        pytest.param(14, id="checksum"),
        pytest.param(18, id="packed size"),
        pytest.param(22, id="size"),
        pytest.param(26, id="length of the name"),
        pytest.param(28, id="length of the extra field"),
        pytest.param(30, id="name"),
        pytest.param(30 + len("[Content_Types].xml"), id="content"),
    ],
)
def test_a_damaged_file_is_its_bytes(at: int) -> None:
    """What is no whole zip file, or says two things of one part, is known by its bytes alone."""
    data = bytearray(WAYS["deflated"])
    data[SECOND + at] ^= 2
    assert digest(bytes(data)) == of_bytes(bytes(data))


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04", WAYS["stored"][:-1], WAYS["stored"][:200], b"# Kop\n"])
def test_any_other_file_is_its_bytes(data: bytes) -> None:
    """A file that is no zip file, or a part of one, has the digest of its bytes."""
    assert digest(data) == of_bytes(data)


def test_content_that_is_not_what_the_file_says() -> None:
    """A stored part with another content than its checksum says is a damaged file, whatever its size."""
    data = WAYS["stored"].replace(b"<Types/>", b"<Typos/>")
    assert digest(data) == of_bytes(data)
    checksum = struct.pack("<L", zlib.crc32(b"<Typos/>"))
    mended = data.replace(struct.pack("<L", zlib.crc32(b"<Types/>")), checksum)
    assert digest(mended) == expected(PARTS | {"[Content_Types].xml": b"<Typos/>"})
