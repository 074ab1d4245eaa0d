"""Asks git for what it keeps: which commit a name means, which files a tree has, and what is in them.

Only commands that read objects are used. They run nothing that a repository's own settings name, write nothing, ask
nobody and fetch nothing. What a tree means for profiles is told in `trees`.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from vacaturegen.errors import ComparisonError
from vacaturegen.i18n import _

ENVIRONMENT = {
    "LC_ALL": "C",  # what git says is looked at below
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",  # what has the same name then has the same bytes
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",  # for a git that does not know the one above
    "GIT_TERMINAL_PROMPT": "0",
}
TRUST = re.compile(r"safe\.directory (.+)")
"""How git tells which folder it does not trust."""
COMMIT, TREE, LINK, MODULE = "commit", "tree", "120000", "160000"


@dataclass(frozen=True, slots=True)
class Repository:
    """Where git runs, and where that lies below the top of the repository (with a slash at its end, or empty)."""

    here: str
    prefix: str
    is_shallow: bool


class Listed(NamedTuple):
    """What a tree has under a name: its mode, the name that git gives to its contents, and its size."""

    mode: str
    digest: str
    size: int


def find_repository(here: Path) -> Repository:
    """Return the repository that a folder lies in. Raises ComparisonError when there is none that can be read."""
    asked = ask(here, "rev-parse", "--is-shallow-repository", "--show-prefix")
    shallow, _newline, prefix = os.fsdecode(asked).partition("\n")
    return Repository(str(here.absolute()), prefix.removesuffix("\n"), shallow == "true")


def find_revision(repository: Repository, name: str) -> tuple[str, str]:
    """Return what kind of object a name means, a commit or else a tree, and which. Raises ComparisonError."""
    asked = run(repository.here, "rev-parse", "--verify", "--end-of-options", name)
    found = asked.stdout.decode().strip()
    if asked.returncode:
        raise ComparisonError(explain_unknown(repository, name, asked.stderr.decode(errors="replace")))
    if b"is ambiguous" in asked.stderr:
        message = _("“{name}” is a branch and a tag. Write “refs/heads/{name}” or “refs/tags/{name}”.")
        raise ComparisonError(message.format(name=name))
    # a full id is taken as it is, whether there is such a thing or not
    peeled = ask(repository.here, "cat-file", "--batch-check", said=f"{found}^{{commit}}\n{found}^{{tree}}\n".encode())
    for line in peeled.decode().splitlines():
        digest, kind, *_size = line.rsplit(" ", 2) if line.count(" ") > 1 else ("", "")
        if kind in (COMMIT, TREE):
            return kind, digest
    raise ComparisonError(explain_unknown(repository, name, ""))


def is_revision(here: Path, name: str) -> bool:
    """Tell whether git knows a commit by this name, if there is a git and a repository at all."""
    try:
        return not run(str(here), "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}").returncode
    except ComparisonError:
        return False


def list_commits(repository: Repository, places: Sequence[str], limit: int) -> list[str]:
    """Return the ids of the last commits that changed something at these places, the last first. Raises as `ask`."""
    return ask(repository.here, "rev-list", f"--max-count={limit}", "HEAD", "--", *places).decode().split()


def list_tree(repository: Repository, tree: str, places: Sequence[str], *, deep: bool) -> dict[str, Listed]:
    """Return what a tree has at these places, by its path from the top; if deep, all that lies below them too.

    Raises ComparisonError.
    """
    depth = ("-r", "-t") if deep else ()
    listed = ask(repository.here, "ls-tree", "-z", "-l", "--full-tree", *depth, tree, "--", *places)
    found = {}
    for line in listed.split(b"\0")[:-1]:
        facts, _tab, path = line.partition(b"\t")
        mode, _kind, digest, size = facts.decode().split()
        found[os.fsdecode(path)] = Listed(mode, digest, int(size) if size.isdigit() else 0)
    return found


def read_objects(repository: Repository, names: Iterable[str]) -> Iterator[bytes]:
    """Yield what is in each of these objects. Raises ComparisonError when one of them is not there."""
    asked = [name.encode() for name in names]
    data, at = ask(repository.here, "cat-file", "--batch", said=b"".join(name + b"\n" for name in asked)), 0
    for _name in asked:
        end = data.find(b"\n", at)
        size = data[at:end].rpartition(b" ")[2]
        if not size.isdigit():
            raise ComparisonError(explain_failure(repository.here, data[at:end].decode()))
        at = end + 1 + int(size) + 1
        yield data[end + 1 : at - 1]


def ask(here: Path | str, *args: str, said: bytes = b"") -> bytes:
    """Return what git answers to a command, given what is said to it. Raises ComparisonError when it fails."""
    asked = run(str(here), *args, said=said)
    if asked.returncode:
        raise ComparisonError(explain_failure(str(here), asked.stderr.decode(errors="replace")))
    return asked.stdout


def run(here: str, *args: str, said: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Return how git ended on a command, in a folder that is there. Raises ComparisonError when there is no git."""
    environment = {**os.environ, **ENVIRONMENT}
    try:
        return subprocess.run(
            ["git", *args], cwd=here, input=said, capture_output=True, env=environment, check=False, shell=False
        )
    except FileNotFoundError as error:
        message = _("To read a revision, “git” has to be installed. Install it, or name two folders.")
        raise ComparisonError(message) from error
    except OSError as error:
        raise ComparisonError(_("“git” cannot be started: {cause}.").format(cause=error.strerror)) from error


def explain_failure(here: str, said: str) -> str:
    """Return why a repository, or an object in it, cannot be read, by what git said of it."""
    if "not a git repository" in said:
        return _("There is no git repository here. Name two folders, or go to one that git keeps.")
    if "dubious ownership" in said:
        return _(
            "Git does not trust this repository, for it belongs to somebody else. "
            "If you do: “git config --global --add safe.directory {folder}”."
        ).format(folder=found[1] if (found := TRUST.search(said)) else here)
    if run(here, "config", "--get-regexp", r"^(remote\..*\.promisor|extensions\.partialclone)$").stdout:
        return _(
            "This clone does not have the contents of that revision (it is a partial clone). "
            "Fetch them with “git fetch --refetch --no-filter”."
        )
    lines = [line for line in said.splitlines() if line.strip()]
    message = _("Git cannot read this repository: {cause}. “git fsck” tells what is damaged.")
    return message.format(cause=lines[-1].removeprefix("fatal: ").rstrip(".") if lines else "?")


def explain_unknown(repository: Repository, name: str, said: str) -> str:
    """Return what is wrong with a name that means no revision, and what could be meant."""
    if "is ambiguous" in said:
        return _("More than one commit begins with “{name}”. Write more of it.").format(name=name)
    if ".." in name:
        return _("Write the two revisions apart: “{old} {new}”.").format(
            old=name.partition("..")[0] or "HEAD", new=name.rpartition("..")[2] or "HEAD"
        )
    here = repository.here
    if (Path(here) / name).is_file():
        return _("“{name}” is a file. Name the folder that it lies in, or a revision.").format(name=name)
    head = run(here, "rev-parse", "--verify", "HEAD").returncode == 0
    if not head and name.startswith(("HEAD", "@")):
        return _("There is no commit here yet, so there is no “{name}”. Commit first, or name two folders.").format(
            name=name
        )
    if repository.is_shallow:
        return _(
            "This shallow clone has no revision “{name}”. Fetch the rest with “git fetch --unshallow”; "
            "in CI set “fetch-depth: 0”."
        ).format(name=name)
    known = run(here, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes").stdout
    if close := get_close_matches(name, os.fsdecode(known).splitlines(), 1, 0.6):
        cure = _("Did you mean “{key}”?").format(key=close[0])
    else:
        cure = _("Name a branch, a tag, a commit such as HEAD~1, or a folder.")
    return _("“{name}” is no revision and no folder here.").format(name=name) + " " + cure
