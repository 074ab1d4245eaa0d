"""The peers that are programs: where their wheels keep them, which versions there are, and how they are called."""

from __future__ import annotations

import importlib.util
import os
import platform
import zlib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from benchmarks.processes import NotMeasuredError

PROGRAMS = {"pandoc": ("pypandoc", "files/pandoc"), "hugo": ("hugo", "binaries/hugo")}
"""Program -> the package that brings it, and where it lies in there."""
VERSIONS = (
    "docxtpl",
    "pypandoc_binary",
    "hugo",
    "python-docx",
    "lxml",
    "Jinja2",
    "PyYAML",
    "markdown-it-py",
    "pydantic",
)

HUGO_SETTINGS = """\
baseURL = "https://example.org/"
disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[markup.goldmark.extensions]
typographer = false
linkify = false
"""
HUGO_LAYOUT = """\
<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main>{{ .Content }}</main></body></html>
"""


def find_program(name: str) -> Path:
    """Return the program that a wheel brought. Raises NotMeasuredError when it is not installed."""
    package, inside = PROGRAMS[name]
    spec = importlib.util.find_spec(package)
    for home in (spec and spec.submodule_search_locations) or ():
        if (program := Path(home, inside)).is_file():
            return program
    raise NotMeasuredError(f"{name} is not installed (benchmarks/requirements.txt)")


def pandoc(markdown: Path, target: Path) -> list[str | Path]:
    """Return the command by which pandoc turns one Markdown file into another format, with its fastest reader."""
    title = f"pagetitle={markdown.stem}"
    return [find_program("pandoc"), "-f", "commonmark+pipe_tables", "-s", "-M", title, markdown, "-o", target]


def hugo(site: Path, target: Path) -> list[str | Path]:
    """Return the command by which Hugo builds a site."""
    cache = site / "cache"
    return [find_program("hugo"), "--quiet", "--noBuildLock", "-s", site, "-d", target, "--cacheDir", cache]


def write_site(site: Path, reading_copies: Iterable[Path]) -> None:
    """Write a Hugo site with a page for each reading copy, without a theme and with the least layout."""
    (site / "layouts/_default").mkdir(parents=True)
    (site / "content").mkdir()
    (site / "hugo.toml").write_text(HUGO_SETTINGS, encoding="utf-8")
    (site / "layouts/_default/single.html").write_text(HUGO_LAYOUT, encoding="utf-8")
    for copy in reading_copies:
        text = copy.read_text(encoding="utf-8")
        (site / "content" / copy.name).write_text(f'---\ntitle: "{copy.stem}"\n---\n{text}', encoding="utf-8")


def describe_machine() -> list[str]:
    """Return what the figures depend on: the machine, Python, and the versions of the peers."""
    return [
        f"Processor: {processor()}, {len(os.sched_getaffinity(0))} cores",
        f"System: {platform.system()} {platform.release()}",
        f"Python {platform.python_version()}, zlib {zlib.ZLIB_RUNTIME_VERSION}",
        f"Load at the start: {os.getloadavg()[0]:.1f}",
        ", ".join(f"{name} {version_of(name)}" for name in VERSIONS),
    ]


def processor() -> str:
    """Return the name of the processor."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def version_of(name: str) -> str:
    """Return the version of a package."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"
