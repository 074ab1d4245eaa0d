"""The validators: what each reads, the command that runs it, and how its report is read.

A report says nothing of a file without fault in some of them, so a validator that looks at nothing could pass for
one that is content: `faults` shows that each of them still finds what it is there for.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tools.conform.readers import Htmls, differences, libreoffice, one_by_one

HOME = Path(__file__).parents[2] / ".conform"
"""Where `install` puts what Debian does not have."""
MINUTES = 10 * 60
HTML_VALIDATE_LINE = re.compile(r"^(.+?):(\d+:\d+: .+)$", re.MULTILINE)

Finding = tuple[Path, str]
Check = Callable[[Sequence[Path]], list[Finding]]


@dataclass(frozen=True, slots=True)
class Validator:
    """What looks at the files with a suffix, and returns what it found in each."""

    name: str
    what: str
    suffix: str
    check: Check


def found_by(command: Sequence[str], read: Callable[[str], list[Finding]], files: Sequence[Path]) -> list[Finding]:
    """Return what a program found in files; that it did not get to look is a finding too."""
    program = shutil.which(command[0])
    if program is None:
        return [(Path(command[0]), "is not installed: run tools/conform/install")]
    asked = [program, *command[1:], *map(str, files)]
    ran = subprocess.run(asked, cwd=HOME, capture_output=True, text=True, timeout=MINUTES, check=False)
    try:
        found = read(ran.stdout)
    except (ValueError, KeyError, TypeError):
        found = []
        ran.returncode = ran.returncode or 1
    if ran.returncode and not found:
        said = (ran.stderr or ran.stdout).strip()[-300:]
        return [(Path(command[0]), f"gave no report (exit code {ran.returncode}): {said}")]
    return found


def read_audit(report: str) -> list[Finding]:
    """Return the findings of openxml-audit, errors and warnings alike."""
    (entry,) = json.loads(report)
    return [(Path(entry["file"]), f"{error['part_uri']}: {error['description']}") for error in entry["errors"]]


def read_vnu(report: str) -> list[Finding]:
    """Return the findings of the Nu Html Checker."""
    return [
        (Path(message["url"].removeprefix("file:")), f"{message.get('lastLine', 0)}: {message['message']}")
        for message in json.loads(report)["messages"]
    ]


def read_html_validate(report: str) -> list[Finding]:
    """Return the findings of html-validate, a line each; its JSON is cut off where a pipe is full."""
    return [(Path(file), text) for file, text in HTML_VALIDATE_LINE.findall(report)]


def read_browser(report: str) -> list[Finding]:
    """Return what browser.mjs found."""
    return [(Path(file), text) for file, found in json.loads(report).items() for text in found]


def each(check: Check, files: Sequence[Path]) -> list[Finding]:
    """Return what a check found that takes one file at a time."""
    return [finding for file in files for finding in check([file])]


def read_alike(html_of: Htmls, files: Sequence[Path]) -> list[Finding]:
    """Return where a reader of Word documents reads something else than the reading copy beside them says."""
    return list(differences(html_of, files, PANDOC))


PANDOC = HOME / "bin/pandoc"
MAMMOTH = HOME / "bin/mammoth"
NODE = str(HOME / "bin" / "node")
MODULES = HOME / "node_modules"
AUDIT = (str(Path(sys.executable).with_name("openxml-audit")), "--max-errors", "0", "--output", "json")
VNU = ("java", "-jar", str(MODULES / "vnu-jar/build/dist/vnu.jar"), "--stdout", "--format", "json")
PRESETS = ("--preset", "standard,a11y,document", "--formatter", "text")
HTML_VALIDATE = (NODE, str(MODULES / "html-validate/bin/html-validate.mjs"), *PRESETS)
BROWSER = (NODE, str(Path(__file__).with_name("browser.mjs")), shutil.which("chromium") or "chromium")

VALIDATORS = (
    Validator(
        "openxml-audit",
        "The Open XML SDK's rules (openxml-audit)",
        ".docx",
        partial(each, partial(found_by, AUDIT, read_audit)),
    ),
    Validator("libreoffice", "LibreOffice reads the reading copy", ".docx", partial(read_alike, libreoffice)),
    Validator(
        "pandoc", "pandoc reads the reading copy", ".docx", partial(read_alike, one_by_one(PANDOC, "--to", "html"))
    ),
    Validator("mammoth", "mammoth reads the reading copy", ".docx", partial(read_alike, one_by_one(MAMMOTH))),
    Validator("vnu", "Nu Html Checker", ".html", partial(found_by, VNU, read_vnu)),
    Validator("html-validate", "html-validate", ".html", partial(found_by, HTML_VALIDATE, read_html_validate)),
    Validator("axe", "axe in Chromium, 2 widths, light and dark", ".html", partial(found_by, BROWSER, read_browser)),
)
