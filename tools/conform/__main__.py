"""The command: `python -m tools.conform FOLDER...`; with `--self-test` it breaks copies of the files on purpose.

It prints one line for each validator and one for each finding, and ends with 1 when anything was found; in the
self-test when anything that was broken was not found.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.conform.faults import FAULTS, plant
from tools.conform.validators import VALIDATORS, Validator


def conform(files: Sequence[Path]) -> Iterator[str]:
    """Print what each validator looked at, and yield every finding."""
    for validator in VALIDATORS:
        looked_at = [file for file in files if file.suffix == validator.suffix]
        start = time.monotonic()
        found = validator.check(looked_at)
        print(f"{validator.what}: {len(looked_at)} files, {len(found)} findings, {time.monotonic() - start:.1f} s")
        yield from (f"  {file}: {text}" for file, text in found)


def missed(validator: Validator, files: Sequence[Path]) -> Iterator[str]:
    """Print how many planted faults a validator found, and yield those that it did not."""
    faults = FAULTS[validator.name]
    whole = max((file for file in files if file.suffix == validator.suffix), key=lambda file: file.stat().st_size)
    with TemporaryDirectory(prefix="conform-") as folder:
        copies = [Path(folder, f"{fault.name}{validator.suffix}") for fault in faults]
        for fault, copy in zip(faults, copies, strict=True):
            plant(fault, whole, copy)
            shutil.copyfile(whole.with_suffix(".md"), copy.with_suffix(".md"))
        found = validator.check(copies)
    unseen = [
        fault.name
        for fault in faults
        if not any(file.stem == fault.name and fault.says in text for file, text in found)
    ]
    print(f"{validator.what}: {len(faults) - len(unseen)} of {len(faults)} planted faults found")
    yield from (f"  {validator.name} does not see: {name}" for name in unseen)


def main() -> int:
    """Run what the command line asks for; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.conform", description="Holds documents against outside validators."
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--self-test", action="store_true", help="break copies, and demand that it is found")
    asked = parser.parse_args()
    files = sorted(path.resolve() for folder in asked.folders for path in folder.rglob("*.*") if path.is_file())
    if idle := [validator.what for validator in VALIDATORS if validator.suffix not in {file.suffix for file in files}]:
        print(f"nothing to look at for: {', '.join(idle)}")
        return 1
    if asked.self_test:
        wrong = [line for validator in VALIDATORS for line in missed(validator, files)]
    else:
        wrong = list(conform(files))
    print("\n".join(wrong) if wrong else "nothing wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
