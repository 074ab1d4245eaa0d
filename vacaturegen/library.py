"""What the documents are made with: templates, kinds of document, clauses and the writers' base files, read once.

The shipped files come from the package; a folder `templates/` beside a user's `profiles/` replaces them file by file,
and may add parts and clauses. Which document is made of them, and how, is told by `templating` and `documents`.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from pydantic import Field

from vacaturegen.errors import InputError, Problem
from vacaturegen.files import is_folder, walk
from vacaturegen.i18n import _
from vacaturegen.layout import own_folder, shipped_folder
from vacaturegen.model.base import Deel, Id, Lijst, Regel
from vacaturegen.model.organisatie import ARBEIDSRELATIES, Clausule
from vacaturegen.model.profiel import SOORTEN
from vacaturegen.profiles.house_files import THEME_FAULT
from vacaturegen.profiles.request_rules import clause_problems
from vacaturegen.profiles.validation import locate, steps, validate
from vacaturegen.sources import Node, list_files, read_bytes, read_text, read_yaml, shown

TEMPLATE = ".md.j2"
KINDS = "soorten.yaml"
CLAUSES = "clausules/dba"
PLACE = re.compile(r"\{\{ (\w+) \}\}")
PAGE_PLACES = frozenset(
    {
        *("language", "root_class", "policy", "title", "organisation", "kind", "description", "robots"),
        *("styles", "logo", "content"),
    }
)
"""What the page shell can hold, written as {{ name }}."""
NEEDED_PLACES = frozenset({"language", "policy", "title", "styles", "content"})
WORD_PARTS = frozenset(
    {
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
        "word/theme/theme1.xml",
    }
)
WORD_BASE, PAGE, STYLE_SHEET = "word/basis.docx", "web/pagina.html", "web/stijl.css"


class Soort(Deel):
    """A kind of document: its name for people, and its parts in order."""

    naam: Regel = Field(description="Naam van de soort, zoals die boven een document staat.")
    onderdelen: Lijst[Id] = Field(description="Onderdelen in volgorde; elk is een bestand in onderdelen/.")


class Soorten(Deel):
    """The kinds that a profile can ask for."""

    aanvraag: Soort = Field(description="De aanvraag aan leveranciers.")
    vacature: Soort = Field(description="De vacaturetekst.")
    advertentie: Soort = Field(description="De advertentie.")


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """Everything that is the same for all profiles of a folder; `digest` is of the templates, kinds and clauses."""

    templates: Mapping[str, str]
    shown: Mapping[str, str]
    """The path of each template as the user knows it."""
    kinds: Mapping[str, Soort]
    clauses: Mapping[str, Clausule]
    word_base: bytes
    page: str
    stylesheet: str
    digest: str
    is_own: bool
    """Whether some of the templates or the kinds are not the shipped ones."""
    trees: Mapping[str, Node] = field(default_factory=dict)
    """The tree of each clause, for the places of what it says."""


def read_library(profiles_folder: Path) -> Library:
    """Return the library for a folder of profiles. Raises InputError with every problem in its files."""
    files = library_files(profiles_folder)
    templates = {name: read_text(path, shown(path)) for name, path in files.items() if name.endswith(TEMPLATE)}
    problems: list[Problem] = []
    kinds = read_kinds(files[KINDS], templates, problems)
    read = {name: read_clause(files[f"{CLAUSES}/{name}.yaml"], name, problems) for name in ARBEIDSRELATIES}
    if problems:
        raise InputError(problems)
    clauses = {name: clause for name, (clause, _tree) in read.items()}
    page, sheet = (read_text(files[name], shown(files[name])) for name in (PAGE, STYLE_SHEET))
    word_base = read_bytes(files[WORD_BASE], shown(files[WORD_BASE]))
    refuse_unusable(files, page, sheet, word_base)
    texts = "\0".join(f"{name}\0{templates[name]}" for name in sorted(templates))
    texts += repr((kinds, sorted(clauses.items())))
    return Library(
        templates=templates,
        shown={name: shown(path) for name, path in files.items()},
        kinds={soort: getattr(kinds, soort) for soort in SOORTEN},
        clauses=clauses,
        word_base=word_base,
        page=page,
        stylesheet=sheet,
        digest=hashlib.sha256(texts.encode()).hexdigest(),
        is_own=any(not files[name].is_relative_to(shipped_folder()) for name in (*templates, KINDS)),
        trees={name: tree for name, (_clause, tree) in read.items() if tree is not None},
    )


def refuse_unusable(files: Mapping[str, Path], page: str, sheet: str, word_base: bytes) -> None:
    """Raise InputError for a page, sheet or Word document of one's own that no document can be made with."""
    problems = []
    places = set(PLACE.findall(page))
    for name in sorted(places - PAGE_PLACES):
        message = _("The page has a place that is not known: “{name}”.").format(name=name)
        hint = _("Choose from: {words}.").format(words=", ".join(sorted(PAGE_PLACES)))
        problems.append(Problem(shown(files[PAGE]), 0, 0, message, hint))
    for name in sorted(NEEDED_PLACES - places):
        message = _("The page has no place for “{name}”.").format(name=name)
        hint = _("Write {{{{ {name} }}}} where it belongs.").format(name=name)
        problems.append(Problem(shown(files[PAGE]), 0, 0, message, hint))
    if fault := THEME_FAULT.search(sheet):
        message = _("This sheet holds “{text}”, which a page may not carry.").format(text=fault[0])
        hint = _("Leave it out: a page fetches nothing and holds no HTML.")
        problems.append(Problem(shown(files[STYLE_SHEET]), 0, 0, message, hint))
    if not is_word_base(word_base):
        hint = _("Start from a copy of the shipped basis.docx, and keep its styles and lists.")
        problems.append(Problem(shown(files[WORD_BASE]), 0, 0, _("This is not a usable Word document."), hint))
    if problems:
        raise InputError(problems)


def is_word_base(data: bytes) -> bool:
    """Tell whether these bytes are a Word document with the parts and styles of the shipped one."""
    shipped = read_bytes(shipped_folder() / WORD_BASE, WORD_BASE)
    if data == shipped:
        return True
    try:
        with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(BytesIO(shipped)) as ours:
            if not WORD_PARTS.issubset(package.namelist()) or package.testzip() is not None:
                return False
            return styles_in(ours) <= styles_in(package) and has_room(package)
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def styles_in(package: zipfile.ZipFile) -> set[bytes]:
    """Return the ids of the styles of a Word document."""
    return set(re.findall(rb'w:styleId="([^"]+)"', package.read("word/styles.xml")))


def has_room(package: zipfile.ZipFile) -> bool:
    """Tell whether a Word document can take more text, behind its last paragraph, and more lists."""
    body = package.read("word/document.xml")
    behind = body[max(0, body.rfind(b"</w:p>")) :]
    section = all(mark in behind for mark in (b"<w:sectPr", b"<w:pgSz", b"<w:pgMar"))
    return section and b"</w:numbering>" in package.read("word/numbering.xml")


def library_files(profiles_folder: Path) -> dict[str, Path]:
    """Return the file behind each name of the library: the user's own where there is one, else the shipped one."""
    shipped = shipped_folder()
    files = {path.relative_to(shipped).as_posix(): path for path in shipped.rglob("*") if path.is_file()}
    if own := own_folder(profiles_folder):
        list_files(own)  # says so when it cannot be read; walk finds nothing then
        for path in walk(own):
            name = path.relative_to(own).as_posix()
            if not is_folder(path) and (name in files or (name.startswith("onderdelen/") and name.endswith(TEMPLATE))):
                files[name] = path
    return files


def read_part(model: type[Any], path: Path, problems: list[Problem]) -> tuple[Any, Node | None]:
    """Return the model that a YAML file holds, and its tree; what is wrong with it is added to `problems`."""
    try:
        node = read_yaml(path, shown(path))
    except InputError as error:
        problems.extend(error.problems)
        return None, None
    before = len(problems)
    part = validate(model, node, problems=problems)
    return (part, node) if len(problems) == before else (None, None)


def read_kinds(path: Path, templates: Mapping[str, str], problems: list[Problem]) -> Any:
    """Return the kinds of document, whose parts all have a template."""
    kinds, node = read_part(Soorten, path, problems)
    if node is not None:
        for kind in SOORTEN:
            for index, part in enumerate(getattr(kinds, kind).onderdelen):
                if (name := f"onderdelen/{part}{TEMPLATE}") not in templates:
                    message = _("There is no template “{name}”.").format(name=name)
                    hint = _("Put it in the folder “templates/onderdelen”, or leave the part out.")
                    problems.append(locate(node, (kind, "onderdelen", index)).problem(message, hint))
    return kinds


def read_clause(path: Path, relation: str, problems: list[Problem]) -> tuple[Any, Node | None]:
    """Return the clause for an arbeidsrelatie, held against the rules for clauses, and its tree."""
    clause, node = read_part(Clausule, path, problems)
    if node is not None:
        for field, message, hint in clause_problems(relation, clause):
            problems.append(locate(node, steps(field)).problem(message, hint, field))
    return clause, node
