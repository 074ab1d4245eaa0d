"""What several tests share: running the command, reading a folder, and the words of a document in each format."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from lxml import etree

from tests import plain
from vacaturegen import cli, layout, markdown, profiles
from vacaturegen.build.gather import gather
from vacaturegen.workshop import make_products

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).parent / "cases"
GOLDEN = Path(__file__).parent / "golden"
FORMATS = ("md", "html", "docx", "txt")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HTML_INLINE = frozenset({"a", "em", "mark", "span", "strong", "time"})
SHOWN: dict[str, Callable[[etree._Element], str]] = {
    f"{W}t": lambda text: text.text or "",
    f"{W}br": lambda _: " ",
    f"{W}noBreakHyphen": lambda _: "\u2011",
    f"{W}softHyphen": lambda _: "\u00ad",
}
"""What is seen of an element in a run of a Word document."""


def run(*args: str | Path) -> int:
    """Run the command in this process and return its exit code."""
    return cli.main([str(arg) for arg in args])


def contents(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder but caches, by its path: the bytes of a file, None for a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
        if ".cache" not in path.parts
    }


def write(folder: Path, files: dict[str, str]) -> None:
    """Write texts to files below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def load(*paths: Path) -> list[profiles.Loaded]:
    """Return the profiles in folders or files, or raise InputError."""
    shelf = profiles.Shelf()
    return [profiles.load(Path(file), shelf) for file in layout.find(map(str, paths))]


def make(*paths: Path, formats: Sequence[str] = FORMATS) -> dict[str, bytes]:
    """Return every document of the profiles in folders or files, by its path, or raise InputError."""
    files = layout.find(map(str, paths))
    products = gather(files, files, (), lambda some: make_products(some, formats))
    return {document.path: document.data for product in products for document in product.documents}


def stems(made: dict[str, bytes]) -> list[str]:
    """Return the path of each document without its format."""
    return sorted({path.rpartition(".")[0] for path in made})


def blocks_of_md(data: bytes) -> list[str]:
    """Return the visible text of each block of a reading copy."""
    return [markdown.plain(token) for token in markdown.parse(data.decode()) if token.type == "inline"]


def blocks_of_html(data: bytes) -> list[str]:
    """Return the visible text of each block of a page's main part."""
    page = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    main = page.find(".//main")
    assert main is not None
    return _split("".join(_html_text(main)))


def _html_text(element: etree._Element) -> Iterator[str]:
    edge = "" if element.tag in HTML_INLINE else " " if element.tag == "br" else "\0"
    yield edge + re.sub(r"\n", " ", element.text or "")
    for child in element:
        yield from _html_text(child)
        yield re.sub(r"\n", " ", child.tail or "")
    yield edge


def blocks_of_docx(data: bytes) -> list[str]:
    """Return the visible text of each paragraph of a Word document's body."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
    assert body is not None
    paragraphs = ("".join(SHOWN[child.tag](child) for child in p.iter(*SHOWN)) for p in body.iter(f"{W}p"))
    return _split("\0".join(paragraphs))


def _split(text: str) -> list[str]:
    return [block for part in text.split("\0") if (block := part.strip(" "))]


BLOCKS = {"md": blocks_of_md, "html": blocks_of_html, "docx": blocks_of_docx, "txt": plain.blocks_of_txt}


def words(blocks: Sequence[str]) -> list[str]:
    """Return the words of blocks, in order."""
    return [word for block in blocks for word in block.split()]


def check_same_words(made: Mapping[str, bytes]) -> None:
    """Hold that a document has the same words in the same order in every format that is there, the reading copy too.

    Plain text has more of them: bullets, numbers, addresses of links, and heads as its lines of a table need them.
    """
    wanted = words(blocks_of_md(made["md"]))
    for name in made.keys() - {"txt"}:
        assert words(BLOCKS[name](made[name])) == wanted, name
    if "txt" in made:
        assert made["txt"].decode().split() == plain.words_by_copy(made["md"])
