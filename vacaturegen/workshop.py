"""From profile files to products, in as many processes as help: each profile's documents, or what is wrong with it.

What profiles share is read once in each process. Which of the products end up on the disk is the business of `build`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from vacaturegen.digests import digest
from vacaturegen.errors import InputError, Problem
from vacaturegen.processes import spread


class Document(NamedTuple):
    """A document: its path inside the output folder, its digest, and its bytes."""

    path: str
    digest: str
    data: bytes


class Product(NamedTuple):
    """What came of one profile: its id, and its documents; without these the problems.

    The problems of a shared file are told with one of the profiles that use it. `place` is a Problem at the id that
    says nothing yet.
    """

    file: str
    profile: str = ""
    place: Problem = Problem("", 0, 0, "")
    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()


def make_products(files: Sequence[str], formats: Sequence[str]) -> Iterator[Product]:
    """Yield the product of each profile file, in the order in which they get ready."""
    return spread(partial(prepare, tuple(formats)), files)


def prepare(formats: Sequence[str]) -> Callable[[str], Product]:
    """Return the function that makes the product of a file; it keeps what it read for the files that follow."""
    # tokens and parts come by the thousand and hold no circles: looking for those took a fifth of the time
    gc.set_threshold(10_000, 20, 50)
    from vacaturegen import documents, library, profiles, templating

    shelf = profiles.Shelf()
    tools: dict[Path, tuple[library.Library, templating.Environment] | InputError] = {}

    def tools_for(folder: Path) -> tuple[library.Library, templating.Environment]:
        if folder not in tools:
            try:
                found = library.read_library(folder)
                tools[folder] = found, templating.make_environment(found)
            except InputError as error:
                tools[folder] = error
        if isinstance(there := tools[folder], InputError):
            raise there
        return there

    def make(file: str) -> Product:
        try:
            loaded = profiles.load(Path(file), shelf)
            made = documents.make_documents(loaded, formats, *tools_for(loaded.folder))
            finished = tuple(Document(path, digest(data), data) for path, data in made)
        except InputError as error:
            return Product(file, problems=error.problems)
        return Product(file, loaded.profiel.id, loaded.problem("id", "", ""), finished)

    return make
