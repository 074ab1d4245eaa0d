"""Runs one target under atheris: `python -m fuzz TARGET [options of libFuzzer]`.

What is found that reaches new code is kept outside the repository, in the folder of the fuzzer's environment.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris  # type: ignore[import-untyped,unused-ignore]  # it has an environment of its own, see README.md

with atheris.instrument_imports(include=["vacaturegen"]):
    from fuzz.targets import TARGETS

HERE = Path(__file__).parent
LIMITS = ("-timeout=10", "-rss_limit_mb=2048", "-max_len=4096")
"""What one input may take, in seconds and in memory; who gives the option again overrules it."""


def main() -> None:
    """Fuzz the target that the command line names; ends by itself only with a crash or an option that says when."""
    target, *options = sys.argv[1:]
    kept = Path(sys.prefix) / "corpus" / target
    kept.mkdir(parents=True, exist_ok=True)
    found = f"-artifact_prefix={Path(sys.prefix) / target}-"
    words = f"-dict={HERE / 'words.dict'}"
    with TemporaryDirectory(prefix="fuzz-") as folder:
        profiles = Path(folder, "profiles")
        profiles.mkdir()
        corpora = str(kept), str(HERE / "corpus" / target)
        atheris.Setup([sys.argv[0], words, found, *LIMITS, *options, *corpora], TARGETS[target](profiles))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
