"""What is fuzzed: bytes go in, and nothing may come out but what the package promises.

A target raises nothing for any bytes at all. What it holds the package to is written with `assert`, and a refusal is
looked at too: it names a place that is there. The fuzzer is not needed here, so that a test can hold the corpus against
the targets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from tests.support import FORMATS, check_same_words, write
from vacaturegen import library, markdown, workshop, writers
from vacaturegen.checks import RULES, run
from vacaturegen.documents import writer_of
from vacaturegen.errors import InputError, Problem
from vacaturegen.sources import Node, read_yaml
from vacaturegen.sources.tree import FORBIDDEN, MAX_DEPTH, MAX_SCALAR, find_hidden

Target = Callable[[bytes], None]

ROOT = Path(__file__).parents[1]
MARKS = frozenset("\x01\x02\x03")
"""Control characters that only templates print."""


def read_yaml_file(folder: Path) -> Target:
    """Return the target that reads the bytes as a YAML file: a tree of plain values, or refused with its place."""
    file = folder / "profiel.yaml"

    def read(data: bytes) -> None:
        replace(file, data)
        try:
            node = read_yaml(file, file.name)
        except InputError as error:
            check_places(error.problems, data)
        else:
            check_tree(node, 0)

    return read


def build_profile(folder: Path) -> Target:
    """Return the target that builds a profile: documents with the same words and findings, or refused."""
    profiles = ROOT / "tests" / "cases" / "fouten" / "basis" / "profiles"
    for part in profiles.rglob("*/*.yaml"):
        write(folder, {str(part.relative_to(profiles)): part.read_text(encoding="utf-8")})
    file = folder / "profiel.yaml"
    make = workshop.prepare(FORMATS)
    check = run.prepare(run.Options(date(2026, 11, 22), frozenset(rule.code for rule in RULES)))

    def build(data: bytes) -> None:
        replace(file, data)
        product = make(str(file))
        assert bool(product.problems) != bool(product.documents)
        check_places([problem for problem in product.problems if problem.path == str(file)], data)
        for start in range(0, len(product.documents), len(FORMATS)):
            made = product.documents[start : start + len(FORMATS)]
            check_same_words({document.path.rpartition(".")[2]: document.data for document in made})
        codes = {finding.code for finding in check(str(file)).findings}
        assert ("F00" in codes) == bool(product.problems)

    return build


def print_markdown(folder: Path) -> Target:
    """Return the target that parses Markdown: every writer prints the tokens, and the reading copy gives them again."""
    shipped = library.read_library(folder)
    assets = writers.Assets(shipped.word_base, shipped.page, shipped.stylesheet)
    meta = writers.Metadata("Titel", "Aanvraag: titel", ("Aanvraag",), "Gemeente", "aanvraag", "Aanvraag", "id", str)

    def reprint(data: bytes) -> None:
        text = data.decode(errors="replace")
        tokens = markdown.parse(text)
        values = [child.meta.get("value", "") for token in tokens for child in token.children or ()]
        if not MARKS.issuperset(re.findall(FORBIDDEN, text + "".join(values))):  # what no profile may hold
            return
        made = {name: writer_of(name)(tokens, meta, assets) for name in FORMATS}
        copy = made["md"]
        again = markdown.parse(copy.decode())
        assert again == markdown.strip_marks(tokens)
        assert writer_of("md")(again, meta, assets) == copy
        check_same_words(made)

    return reprint


TARGETS: dict[str, Callable[[Path], Target]] = {
    "yaml": read_yaml_file,
    "profile": build_profile,
    "markdown": print_markdown,
}


def replace(file: Path, data: bytes) -> None:
    """Write a file anew; a file system may flush one that is emptied first, which takes ten times as long."""
    file.unlink(missing_ok=True)
    file.write_bytes(data)


def check_places(problems: Iterable[Problem], data: bytes) -> None:
    """Hold that every refusal says what is wrong, at a line that is there, and without controls for the terminal."""
    lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert problem.message
        assert 0 <= problem.line <= len(lines)
        assert problem.column <= (len(data) if problem.line else 0) + 1
        assert not find_hidden(problem.message + problem.hint)


def check_tree(node: Node, depth: int) -> None:
    """Hold that a tree is within its limits, and that nothing is in it that nobody sees."""
    assert depth <= MAX_DEPTH
    assert node.line >= 1
    assert node.column >= 1
    if isinstance(node.value, str):
        assert len(node.value) <= MAX_SCALAR
        assert not find_hidden(node.value)
    for child in children(node):
        check_tree(child, depth + 1)


def children(node: Node) -> Iterator[Node]:
    """Yield what is directly below a node."""
    if isinstance(node.value, dict):
        yield from node.value.values()
    elif isinstance(node.value, list):
        yield from node.value
