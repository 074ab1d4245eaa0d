"""The library: which Word files of one's own can be the base of documents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from vacaturegen.layout import shipped_folder
from vacaturegen.library import WORD_BASE, is_word_base

SHIPPED = (shipped_folder() / WORD_BASE).read_bytes()
STYLES = "word/styles.xml"


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(SHIPPED)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(members: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    return target.getvalue()


def styles(old: bytes, new: bytes) -> bytes:
    """A Word file with other styles."""
    assert old in parts()[STYLES]
    return zipped(parts() | {STYLES: parts()[STYLES].replace(old, new)})


def damaged() -> bytes:
    """A Word file of which one byte of a part is another."""
    data = zipped(parts())
    at = data.index(parts()[STYLES]) + 100
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


WITHOUT = {name: {key: data for key, data in parts().items() if key != name} for name in parts()}


@pytest.mark.parametrize(
    ("data", "usable"),
    [
        (SHIPPED, True),
        (zipped(parts()), True),
        (zipped(parts() | {"word/more.xml": b"<x/>"}), True),
        (styles(b"</w:styles>", b'<w:style w:styleId="Eigen"/></w:styles>'), True),
        (styles(b'w:styleId="Heading1"', b'w:styleId="Kop1"'), False),
        (zipped(WITHOUT["word/numbering.xml"]), False),
        (zipped(WITHOUT[STYLES]), False),
        (damaged(), False),
        (SHIPPED[:-30], False),
        (b"no Word file", False),
        (b"", False),
    ],
)
def test_own_word_base(data: bytes, usable: bool) -> None:
    """A base has every part and style of ours, whatever more it has; a damaged file is none."""
    assert is_word_base(data) == usable
