"""What the documents are made with: templates, kinds of document, clauses and the writers' base files, read once.

The shipped files come from the package; a folder `templates/` beside a user's `profiles/` replaces them file by file,
and may add parts and clauses. Which document is made of them, and how, is told by `templating` and `documents`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field

from vacaturegen.errors import InputError, Problem
from vacaturegen.model.base import Deel, Id, Titel
from vacaturegen.model.organisatie import ARBEIDSRELATIES, Clausule
from vacaturegen.model.profiel import SOORTEN
from vacaturegen.profiles.rules import clause_problems
from vacaturegen.profiles.validation import locate, validate
from vacaturegen.sources import read_bytes, read_text, read_yaml, shipped_folder

TEMPLATE = ".md.j2"
KINDS = "soorten.yaml"
CLAUSES = "clausules/dba"
WORD_BASE, PAGE, STYLE_SHEET = "word/basis.docx", "web/pagina.html", "web/stijl.css"


class Soort(Deel):
    """A kind of document: its name for people, and its parts in order."""

    naam: Titel = Field(description="Naam van de soort, zoals die boven een document staat.")
    onderdelen: tuple[Id, ...] = Field(description="Onderdelen in volgorde; elk is een bestand in onderdelen/.")


class Soorten(Deel):
    """The kinds that a profile can ask for."""

    aanvraag: Soort = Field(description="De aanvraag aan leveranciers.")
    vacature: Soort = Field(description="De vacaturetekst.")
    advertentie: Soort = Field(description="De advertentie.")


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """Everything that is the same for all profiles of a folder. `digest` stands for all texts that a document is of."""

    templates: Mapping[str, str]
    shown: Mapping[str, str]
    """The path of each template as the user knows it."""
    kinds: Mapping[str, Soort]
    clauses: Mapping[str, Clausule]
    word_base: bytes
    page: str
    stylesheet: str
    digest: str


def read_library(profiles_folder: Path) -> Library:
    """Return the library for a folder of profiles. Raises InputError with every problem in its files."""
    files = library_files(profiles_folder)
    templates = {name: read_text(path, str(path)) for name, path in files.items() if name.endswith(TEMPLATE)}
    problems: list[Problem] = []
    kinds = read_part(Soorten, files[KINDS], problems)
    clauses = {name: read_clause(files[f"{CLAUSES}/{name}.yaml"], name, problems) for name in ARBEIDSRELATIES}
    if problems:
        raise InputError(problems)
    page, sheet = (read_text(files[name], str(files[name])) for name in (PAGE, STYLE_SHEET))
    texts = "\0".join(f"{name}\0{templates[name]}" for name in sorted(templates))
    texts += repr([(name, kinds, clauses[name]) for name in sorted(clauses)])
    return Library(
        templates=templates,
        shown={name: str(path) for name, path in files.items()},
        kinds={soort: getattr(kinds, soort) for soort in SOORTEN},
        clauses=clauses,
        word_base=read_bytes(files[WORD_BASE], str(files[WORD_BASE])),
        page=page,
        stylesheet=sheet,
        digest=hashlib.sha256(texts.encode()).hexdigest(),
    )


def library_files(profiles_folder: Path) -> dict[str, Path]:
    """Return the file behind each name of the library: the user's own where there is one, else the shipped one."""
    shipped, own = shipped_folder(), profiles_folder.parent / "templates"
    files = {path.relative_to(shipped).as_posix(): path for path in shipped.rglob("*") if path.is_file()}
    if own.is_dir() and own.resolve() != shipped:
        for path in sorted(own.rglob("*")):
            name = path.relative_to(own).as_posix()
            if path.is_file() and (name in files or (name.startswith("onderdelen/") and name.endswith(TEMPLATE))):
                files[name] = path
    return files


def read_part(model: type[Any], path: Path, problems: list[Problem]) -> Any:
    """Return the model that a shipped or own YAML file holds, or None; problems are added to `problems`."""
    try:
        node = read_yaml(path, str(path))
    except InputError as error:
        problems.extend(error.problems)
        return None
    return validate(model, node, concept=False, problems=problems)


def read_clause(path: Path, relation: str, problems: list[Problem]) -> Any:
    """Return the clause for an arbeidsrelatie, held against the rules for clauses."""
    before = len(problems)
    clause = read_part(Clausule, path, problems)
    if clause is not None and len(problems) == before:
        node = read_yaml(path, str(path))
        for field, message, hint in clause_problems(relation, clause):
            problems.append(locate(node, (field,)).problem(message, hint, field))
    return clause
