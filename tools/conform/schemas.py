"""The schemas for an editor, held against their metaschema, and every file that we ship against its schema.

`python -m tools.conform.schemas FOLDER...` asks check-jsonschema for each draft. First faults are planted in copies of
the schemas and of one file of each kind: nothing counts as looked at where they are not found.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.conform.validators import HOME, Finding, found_by
from vacaturegen.schema import DRAFTS, KINDS, file_name, print_schema

PROGRAM = (str(HOME / "bin/check-jsonschema"), "--output-format", "json")
NAMED = re.compile(r"# yaml-language-server: \$schema=\S*?(\w+)\.schema\.json\n")
FAULT = "verdwaalde_sleutel: ja\n"
WRONG_TYPE = ('"type": "object"', '"type": "onzin"')


def files_by_kind(folders: Sequence[str]) -> dict[str, list[Path]]:
    """Return the YAML files below folders by the kind whose schema they name; those that name none have kind ""."""
    found = defaultdict(list)
    for path in sorted(path.resolve() for folder in folders for path in Path(folder).rglob("*.yaml")):
        named = NAMED.match(path.read_text(encoding="utf-8"))
        found[named[1] if named else ""].append(path)
    return found


def check(arguments: Sequence[str], files: Sequence[Path]) -> list[Finding]:
    """Return what check-jsonschema found in files."""
    return found_by((*PROGRAM, *arguments), read_report, files)


def read_report(report: str) -> list[Finding]:
    """Return the findings of check-jsonschema."""
    told = json.loads(report)
    errors = [(Path(error["filename"]), f"{error['path']}: {error['message'][:200]}") for error in told["errors"]]
    return errors + [(Path(error["filename"]), error["message"]) for error in told.get("parse_errors", ())]


def check_draft(draft: str, files: Mapping[str, Sequence[Path]], folder: Path) -> Iterator[str]:
    """Yield what is wrong with the schemas of a draft, and with the files by them; both are to be without fault."""
    schemas = {kind: folder / file_name(kind) for kind in KINDS}
    broken = {kind: folder / f"broken-{file_name(kind)}" for kind in KINDS}
    for kind in KINDS:
        schemas[kind].write_text(print_schema(kind, draft), encoding="utf-8")
        broken[kind].write_text(print_schema(kind, draft).replace(*WRONG_TYPE, 1), encoding="utf-8")
    yield from unseen(broken.values(), check(["--check-metaschema"], list(broken.values())))
    yield from told(check(["--check-metaschema"], list(schemas.values())))
    for kind in KINDS:
        by_schema = ["--schemafile", str(schemas[kind])]
        faulty = folder / f"faulty-{kind}.yaml"
        faulty.write_text(FAULT + files[kind][0].read_text(encoding="utf-8"), encoding="utf-8")
        yield from unseen([faulty], check(by_schema, [faulty]))
        yield from told(check(by_schema, files[kind]))


def told(found: Sequence[Finding]) -> Iterator[str]:
    """Yield findings as lines."""
    yield from (f"  {file}: {text}" for file, text in found)


def unseen(planted: Iterable[Path], found: Sequence[Finding]) -> Iterator[str]:
    """Yield the files whose fault was not found."""
    seen = {file.name for file, _text in found}
    yield from (f"  check-jsonschema does not see: {path.name}" for path in planted if path.name not in seen)


def main() -> int:
    """Check the files below the folders that are named; return the exit code."""
    files = files_by_kind(sys.argv[1:])
    wrong = [f"  {path}: names no schema" for path in files.pop("", ())]
    wrong += [f"  no file of the kind {kind}" for kind in KINDS if kind not in files]
    for draft in () if wrong else DRAFTS:
        with TemporaryDirectory(prefix="conform-") as folder:
            wrong += check_draft(draft, files, Path(folder))
        print(f"check-jsonschema, draft {draft}: {len(KINDS)} schemas, {sum(map(len, files.values()))} files")
    print("\n".join(wrong) if wrong else "nothing wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
