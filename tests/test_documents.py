"""What HR sends out: the documents of small profiles, word for word, and the facts of the shipped ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import BLOCKS, CASES, GOLDEN, ROOT, make, stems

DOCUMENTS = CASES / "documenten" / "profiles"
MADE = make(DOCUMENTS, formats=("md",))


@pytest.mark.parametrize("path", sorted(MADE))
def test_documents_read_as_agreed(path: str, golden: Callable[[Path, str], None]) -> None:
    """The reading copy of each example profile is the one in golden/, which people have read."""
    golden(GOLDEN / Path(path).name, MADE[path].decode())


def test_golden_holds_nothing_else() -> None:
    """A golden file whose profile is gone is noticed."""
    assert {path.name for path in GOLDEN.iterdir()} == {Path(path).name for path in MADE}
