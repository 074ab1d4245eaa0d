"""The whole chain in one warm process, by the package's own functions: YAML text -> .md, .html and .docx.

Time is taken between the steps, so that the parts make the whole. What happens within a step of the package (the parse
in `render`, the zip in the Word writer) is timed by wrapping that function for as long as the measuring lasts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple
from unittest import mock

from markdown_it.token import Token

from benchmarks.stages import DOCX, FACTS, HTML, MARKDOWN, MD, TEMPLATES, VALIDATION, YAML, ZIP
from vacaturegen import documents, library, templating
from vacaturegen.layout import SHARED
from vacaturegen.model.profiel import Profiel
from vacaturegen.profiles import Loaded
from vacaturegen.profiles.rules import RULES
from vacaturegen.profiles.shared import assemble, shared_part
from vacaturegen.profiles.validation import run_rules, validate
from vacaturegen.sources import read_yaml
from vacaturegen.writers import Assets, Metadata, docx, html, md

INNER = ((templating, "parse", MARKDOWN), (docx, "compress", ZIP), (docx, "join_members", ZIP))
"""Where a function is called within a step, what it is called there, and what its time counts as."""


class Clock:
    """Processor time by stage."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self.last = process_time()
        self.within = 0.0

    def start(self) -> None:
        """Begin to count."""
        self.last, self.within = process_time(), 0.0

    def lap(self, stage: str) -> None:
        """Count the time since the last lap as of this stage, but for what was counted within."""
        now = process_time()
        self.spent[stage] += now - self.last - self.within
        self.last, self.within = now, 0.0

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same and counts its time as of this stage."""

        def measured(*args: Any) -> Any:
            start = process_time()
            result = function(*args)
            spent = process_time() - start
            self.spent[stage] += spent
            self.within += spent
            return result

        return measured


@contextmanager
def watching_within(clock: Clock) -> Iterator[None]:
    """Count what happens within the steps as of its own stage. Raises AttributeError when a function is not there."""
    with ExitStack() as stack:
        for place, name, stage in INNER:
            stack.enter_context(mock.patch.object(place, name, clock.timed(stage, getattr(place, name))))
        yield


class Drawn(NamedTuple):
    """A document before it is written: its tokens, and the facts about it."""

    tokens: list[Token]
    facts: Metadata


class Chain:
    """What profiles of one folder share, and the way from a file to the bytes of its tender request."""

    kind = "aanvraag"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = library.read_library(folder)
        self.environment = templating.make_environment(self.library)
        self.assets = Assets(self.library.word_base, self.library.page, self.library.stylesheet)
        self.shared: dict[Path | tuple[Path, str], Any] = {}

    def make(self, file: Path, clock: Clock) -> dict[str, bytes]:
        """Return the document that a profile makes, in each format. Raises ValueError when the profile is not valid."""
        drawn = self.draw(file, clock)
        made = {}
        for name, write, stage in (("md", md.write, MD), ("html", html.write, HTML), ("docx", docx.write, DOCX)):
            made[name] = write(drawn.tokens, drawn.facts, self.assets)
            clock.lap(stage)
        return made

    def draw(self, file: Path, clock: Clock) -> Drawn:
        """Return the document before it is written."""
        problems: list[Any] = []
        clock.start()
        own = read_yaml(file, str(file))
        clock.lap(YAML)
        parts = {key: shared_part(key, own, self.folder, self.shared, problems) for key in SHARED}
        node = assemble(own, file.stem, parts, problems)
        profiel = validate(Profiel, node, problems=problems)
        if profiel is not None:
            problems.extend(run_rules(RULES, profiel, node))
        if profiel is None or problems:
            raise ValueError(f"{file.name} is not valid: {problems}")
        clock.lap(VALIDATION)
        tokens = templating.render(self.environment, profiel, self.kind, self.library)
        clock.lap(TEMPLATES)
        loaded = Loaded(profiel, node, self.folder)
        facts = documents.metadata(loaded, self.kind, self.library, documents.house_style(loaded))
        clock.lap(FACTS)
        return Drawn(tokens, facts)

    def write_docx(self, drawn: Drawn) -> bytes:
        """Return the Word file of a document."""
        return docx.write(drawn.tokens, drawn.facts, self.assets)
