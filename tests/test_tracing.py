"""Where did this come from: traced tokens are the tokens, and each stretch of their text tells its own origin."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests import strategies
from tests.chain import Chain, RuledOutError, settle_rules
from tests.support import CASES, ROOT, load
from vacaturegen.errors import InputError
from vacaturegen.library import Library, read_library
from vacaturegen.profiles import Loaded
from vacaturegen.profiles.editions import kinds_of
from vacaturegen.templating import make_environment, render
from vacaturegen.tracing import Origin, Traced, trace

SETS = (ROOT / "profiles", CASES / "documenten" / "profiles", CASES / "fouten" / "basis" / "profiles")
LONG = os.environ.get("VACATUREGEN_EXAMPLES", "")
TAG = re.compile(r"tag(\d+)x", re.IGNORECASE)


@cache
def library_of(folder: Path) -> Library:
    """The library of a folder of profiles, read once."""
    return read_library(folder)


def editions() -> Iterator[Any]:
    """Every edition of every profile that the repository has documents of, with each of its kinds."""
    for folder in SETS:
        for file in sorted(folder.glob("*.yaml")):
            with suppress(InputError):
                (loaded,) = load(file)
                for edition in (loaded, *loaded.others):
                    for kind in kinds_of(edition.edition, edition.profiel):
                        yield pytest.param(edition, kind, id=f"{file.stem}-{kind}-{edition.edition}")


EDITIONS = [*editions()]


def whole(traced: Traced) -> bool:
    """Tell whether the spans of each inline token cover its text, in order and without a gap, and others have none."""
    for token, spans in zip(traced.tokens, traced.spans, strict=True):
        text = token.content if token.type == "inline" else ""
        ends = [0, *(span.end for span in spans)]
        if ends[-1] != len(text) or [span.start for span in spans] != ends[:-1]:
            return False
    return True


def origins(traced: Traced, text: str) -> list[Origin]:
    """The origins of the first stretch in which a text stands as a whole."""
    for token, spans in zip(traced.tokens, traced.spans, strict=True):
        for span in spans:
            if text in token.content[span.start : span.end]:
                return list(span.origins)
    raise AssertionError(f"no stretch holds {text!r}")


@pytest.mark.parametrize(("edition", "kind"), EDITIONS)
def test_traced_tokens_are_the_tokens(edition: Loaded, kind: str) -> None:
    """To know where a text came from changes nothing of it; each character has a span, and each span an origin."""
    library = library_of(edition.folder)
    traced = trace(edition, kind, library)
    assert traced.tokens == render(make_environment(library), edition.profiel, kind, library, edition.edition)
    assert whole(traced)
    assert all(span.origins for spans in traced.spans for span in spans)


@pytest.mark.parametrize(("edition", "kind"), EDITIONS)
def test_verbatim_text_stands_in_its_file(edition: Loaded, kind: str) -> None:
    """What is verbatim begins in its file at the place that is told, with the words that are printed."""
    traced = trace(edition, kind, library_of(edition.folder))
    for token, spans in zip(traced.tokens, traced.spans, strict=True):
        for span in spans:
            for origin in (one for one in span.origins if one.verbatim and one.line):
                lines = Path(origin.path).read_text(encoding="utf-8").split("\n")
                written = "\n".join([lines[origin.line - 1][origin.column - 1 :], *lines[origin.line :]])
                shown = " ".join(token.content[span.start : span.end].split())
                said = " ".join((origin.written or "").split())
                assert written.lstrip("'\"|>-\n ").startswith(said.split()[0].lstrip("'\""))
                assert shown in said


@given(strategies.profiles())
@settings(
    max_examples=int(LONG or 25),
    derandomize=not LONG,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
def test_each_text_is_traced_to_its_field(chain: Chain, files: dict[str, Any]) -> None:
    """Of whatever profile, each word of a text is traced to a value in which that very word was typed."""
    seen: list[str] = []
    tagged = {name: strategies.tagged(data, seen) for name, data in files.items()}
    with suppress(RuledOutError):
        settle_rules(chain, tagged)
        (loaded,) = load(chain.folder / "proef.yaml")
        for kind in loaded.profiel.soorten():
            traced = trace(loaded, kind, chain.library)
            assert traced.tokens == render(chain.environment, loaded.profiel, kind, chain.library)
            assert whole(traced)
            for token, spans in zip(traced.tokens, traced.spans, strict=True):
                for span in spans:
                    for tag in TAG.findall(token.content[span.start : span.end]):
                        assert any(f"tag{tag}x" in (one.written or "") for one in span.origins), token.content


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    """A folder for profiles."""
    return Chain(tmp_path_factory.mktemp("profiles"))
