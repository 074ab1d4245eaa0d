"""The shape of the code: imports go one way, modules stay small, and only the right ones touch the outside world."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "vacaturegen"
ORDER = [
    "i18n",
    "errors",
    "snapshots",
    "files",
    "layout",
    "digests",
    "notation",
    "colours",
    "words",
    "lengths",
    "model",
    "calendars",
    "planning",
    "sources",
    "house",
    "profiles",
    "library",
    "versions",
    "schema",
    "dutch",
    "agenda",
    "markdown",
    "comparing",
    "starter",
    "additions",
    "templating",
    "writers",
    "reading",
    "documents",
    "tracing",
    "processes",
    "workshop",
    "build",
    "gitsetup",
    "checks",
    "asking",
    "reviewing",
    "verifying",
    "returning",
    "cli",
]
LINES = 300

# What touches the world: name as it is written -> the parts of the package that may write it. A leading dot is any
# method of that name; a module's name is its import.
READS = {"open", ".open", ".read_text", ".read_bytes"}
WRITES = {
    ".write_text",
    ".write_bytes",
    ".mkdir",
    ".rmdir",
    ".unlink",
    ".rename",
    ".touch",
    ".chmod",
    ".symlink_to",
    ".hardlink_to",
    ".replace(1)",  # Path.replace has one argument, str.replace two
    "shutil",
    "tempfile",
}
AMBIENT = {".now", ".today", ".utcnow", "time", "random", "secrets", "uuid", "locale", "os", "socket", "subprocess"}
ALLOWED = {
    "additions": {".open", ".mkdir", ".rmdir", ".unlink"},  # a new profile is an input: no output, nothing to rename
    "build": READS | WRITES | {"os", "time"},  # time only to wait: no clock counts but that of the file system
    "checks": {".read_text"},  # its own lists and figures, which are data beside the code
    "cli": {"os", "time", ".today"},  # the day, for who does not say with --klok which one it is
    "files": {"os", *READS},
    "gitsetup": {"subprocess", ".unlink"},  # only git knows its settings; a file that we made goes when it is empty
    "house": {".open"},  # a part of a zip file in memory: only so does what it unpacks to have a limit
    "i18n": {"os"},
    "layout": {"os"},
    "processes": {"os"},
    "versions": {"os", "subprocess"},  # git reads its objects, in an environment where it asks and fetches nothing
}


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name without the package's own."""
    paths = [path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py"]
    return {".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path for path in paths}


def imported(module: str, source: str) -> Iterator[str]:
    """The dotted names of our package that a module imports anywhere: in functions and for type checkers too."""
    for node in ast.walk(ast.parse(source)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}: a relative import; write it out"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        own = (name.removeprefix("vacaturegen.") for name in names if name.startswith("vacaturegen."))
        yield from (name for name in own if not name.startswith("__"))  # __version__ is the package's own


def wrong_imports(module: str, source: str) -> list[str]:
    """The imports that do not go upward in ORDER; within one package each may import the other."""
    own, order = module.split(".")[0], ORDER.index
    parts = [name.split(".")[0] for name in imported(module, source)]
    return [f"{module} imports {part}" for part in parts if part != own and (order(part) >= order(own))]


def touches(source: str) -> set[str]:
    """What a module does that reaches outside it, in the words of READS, WRITES and AMBIENT."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import():
                found |= {alias.name.split(".")[0] for alias in node.names}
            case ast.ImportFrom():
                found.add((node.module or "").split(".")[0])
            case ast.Call(func=ast.Name(id="open")):
                found.add("open")
            case ast.Call(func=ast.Attribute(attr="replace"), args=[_]):
                found.add(".replace(1)")
            case ast.Attribute(value=ast.Name(id="os")):
                found.add("os")
            case ast.Attribute():
                found.add(f".{node.attr}")
    return found & (READS | WRITES | AMBIENT)


@pytest.mark.parametrize("module", modules())
def test_imports_go_upward(module: str) -> None:
    """A module imports only what stands above it in the design's order."""
    assert module.split(".")[0] in ORDER
    assert wrong_imports(module, modules()[module].read_text(encoding="utf-8")) == []


def test_imports_make_no_circle() -> None:
    """No two modules import each other, by whatever way, inside a package either."""
    graph: dict[str, set[str]] = {}
    for module, path in modules().items():
        names = imported(module, path.read_text(encoding="utf-8"))
        found = {name if name in modules() else name.rpartition(".")[0] for name in names}
        graph[module] = found - {""}
    assert len(list(TopologicalSorter(graph).static_order())) >= len(modules())


@pytest.mark.parametrize("module", modules())
def test_modules_touch_only_what_is_theirs(module: str) -> None:
    """Reading is for sources, writing for build, and the clock and the environment for the command."""
    assert touches(modules()[module].read_text(encoding="utf-8")) <= ALLOWED.get(module.split(".")[0], set())


@pytest.mark.parametrize("module", modules())
def test_modules_are_short_and_say_what_they_are(module: str) -> None:
    """A module has a docstring and no more lines than one can keep in mind."""
    source = modules()[module].read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source))
    assert len(source.splitlines()) <= LINES


@pytest.mark.parametrize("path", sorted((ROOT / "tests").glob("test_*.py")), ids=lambda path: path.stem)
def test_tests_say_what_they_hold(path: Path) -> None:
    """Every test has a docstring, and every test file a module or a subject of its own."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tests = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    assert tests
    assert [node.name for node in tests if not ast.get_docstring(node)] == []


@pytest.mark.parametrize(
    ("module", "source", "wrong"),
    [
        ("markdown", "from vacaturegen.writers import md", ["markdown imports writers"]),
        ("model.aanvraag", "import vacaturegen.cli", ["model.aanvraag imports cli"]),
        ("notation", "def f():\n    from vacaturegen import sources", ["notation imports sources"]),
        ("errors", "if TYPE_CHECKING:\n    from vacaturegen.model import Profile", ["errors imports model"]),
        ("cli", "from vacaturegen.build import build", []),
        ("writers.docx", "from vacaturegen.writers import Assets", []),
    ],
)
def test_guard_sees_wrong_imports(module: str, source: str, wrong: list[str]) -> None:
    """The guard itself: a planted import downward is seen wherever it stands."""
    assert wrong_imports(module, source) == wrong


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("with open(x) as f: ...", "open"),
        ("path.read_text()", ".read_text"),
        ("staged.replace(target)", ".replace(1)"),
        ("from tempfile import mkdtemp", "tempfile"),
        ("def f():\n    import os.path", "os"),
        ("datetime.date.today()", ".today"),
        ("f = datetime.now", ".now"),
    ],
)
def test_guard_sees_what_touches_the_world(source: str, seen: str) -> None:
    """The guard itself: planted reading, writing and looking at the clock is seen."""
    assert touches(source) == {seen}


def test_guard_leaves_harmless_code_alone() -> None:
    """The guard itself: strings are replaced and times are written without touching the world."""
    assert touches('import datetime\nfrom datetime import time\n"a".replace("a", "b")\nname.opened') == set()
