"""Where did this come from: traced tokens are the tokens, and each stretch of their text tells its own origin."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests import strategies
from tests.chain import Chain, RuledOutError, settle_rules
from tests.support import CASES, ROOT, load, write
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
    """Of whatever profile, each word of a text is traced to the very value in which it was typed, and to no other."""
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
                    tags = {*TAG.findall(token.content[span.start : span.end])}
                    typed = {tag for one in span.origins for tag in TAG.findall(one.written or "")}
                    assert not tags or tags == typed, token.content


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    """A folder for profiles."""
    return Chain(tmp_path_factory.mktemp("profiles"))


OWN = CASES / "fouten" / "basis" / "profiles"
PART = "onderdelen/kop-vacature.md.j2"


def made_with(template: str, **others: str) -> Traced:
    """A traced document that is made with one template of one's own, and with others by the name of their part."""
    (loaded,) = load(OWN / "proef.yaml")
    given = library_of(OWN)
    kind = given.kinds["vacature"].model_copy(update={"onderdelen": ("kop-vacature",)})
    added = {f"onderdelen/{name}.md.j2": text for name, text in others.items()}
    library = replace(given, templates={**given.templates, **added, PART: template}, kinds={"vacature": kind})
    traced = trace(loaded, "vacature", library)
    assert traced.tokens == render(make_environment(library), loaded.profiel, "vacature", library)
    assert whole(traced)
    return traced


@pytest.mark.parametrize(
    ("template", "text", "told"),
    [
        ("# Vast\n", "Vast", [("template", "", 1, 1)]),
        ("# Vast\n\ntwee\n  drie {{ titel }} vier\n", "vier", [("template", "", 4, 19)]),
        (
            "{% if titel %}\n  {%- set x = 1 %}\n\n{% endif %}\n\nNa {# niets #}  het blok\n",
            "het blok",
            [("template", "", 6, 15)],
        ),
        ("{{ titel }}", "dviseur groen", [("value", "titel", 0, 0)]),
        ("{{ titel | hoofdletter }}", "dviseur groen", [("value", "titel", 0, 0)]),
        (
            "{% set kop %}**{{ titel }}** ja{% endset %}{{ kop | hoofdletter }}",
            "dviseur groen",
            [("value", "titel", 0, 0)],
        ),
        ("{% macro m(x) %}- {{ x }} (m){% endmacro %}{{ m(titel) }}", "dviseur groen", [("value", "titel", 0, 0)]),
        ("{% macro m(x) %}- {{ x }} (m){% endmacro %}{{ m(titel) }}", "(m)", [("template", "", 1, 26)]),
        ("{% filter hoofdletter %}een {{ titel }}{% endfilter %}", "dviseur groen", [("value", "titel", 0, 0)]),
        ("{{ 'a ' ~ titel ~ ' b' }}", "dviseur groen", [("value", "titel", 0, 0)]),
        ("{{ [titel, 'x'] | opsomming }}", "dviseur groen", [("value", "titel", 0, 0)]),
        ("{{ titel }} een\ntwee\n", "twee", [("template", "", 2, 1)]),
        ("{{ lead }}vast {{ titel }}\n", "vast", [("template", "", 1, 11)]),
        ("{{ 'x' | taal('en') }} vast {{ titel }}\n", "vast", [("template", "", 1, 23)]),
        ("{{ 'los' }}", "los", [("template", "", 1, 1)]),
        ("| a | b |\n| --- | --- |\n| x | {{ titel }} |\n", "dviseur groen", [("value", "titel", 0, 0)]),
        ("| a | b |\n| --- | --- |\n| x | {{ titel }} |\n", "x", [("template", "", 3, 1)]),
        ("> 1. {{ titel }}\n> 1. **{{ titel }}**, _ja_\n", ", ja", None),
        ("[{{ titel }}](<https://voorbeeld.nl>) na", "dviseur groen", [("value", "titel", 0, 0)]),
        ("a\\\n{{ titel }}\\- b", "dviseur groen", [("value", "titel", 0, 0)]),
        (
            "{% if status == 'concept' %}c{% elif titel %}woorden{% endif %}",
            "woorden",
            [("template", "", 1, 46), ("condition", "titel", 0, 0)],
        ),
    ],
)
def test_own_templates_are_traced(template: str, text: str, told: list[tuple[str, str, int, int]] | None) -> None:
    """In templates of one's own too a text has its own place, through filters, blocks, macros and marks of Markdown."""
    found = origins(made_with(template), text)
    if told is not None:
        assert [
            (one.kind, one.field, *((one.line, one.column) if one.kind == "template" else (0, 0))) for one in found
        ] == told


def test_included_template_has_its_own_place() -> None:
    """What an included template says stands in that template."""
    traced = made_with('{% include "onderdelen/eigen.md.j2" %}', eigen="# Kop\n\nVan binnen {{ titel }}\n")
    (inside,) = origins(traced, "Van binnen")
    assert (Path(inside.path).name, inside.line, inside.column) == ("eigen.md.j2", 3, 1)


def test_fault_in_a_template_is_told_at_its_line() -> None:
    """A template that fails is reported as a build does."""
    with pytest.raises(InputError) as caught:
        made_with("# Kop\n\n{{ bestaat_niet }}\n")
    assert [problem.line for problem in caught.value.problems] == [3]


PROFILE = """\
status: concept
organisatie: dorp
titel: Adviseur water
functie: adviseur
inzet: {uren_per_week: 24 tot 32}
vacature: {werk: "Je werkt aan <vul in welk project> en aan dijken."}
planning: {sluiting: }
"""
SHARED = {
    "organisaties/dorp.yaml": "naam: Dorp\nsoort: gemeente\nbeschrijving: |\n  Eerste alinea.\n\n  Tweede alinea.\n",
    "functies/adviseur.yaml": "taken:\n  - plannen maken\n  - Rapporten schrijven\n",
    "proef.yaml": f"{PROFILE}advertentie:\n",
}


def test_equal_values_are_told_apart(tmp_path: Path) -> None:
    """Of fields that say the same each text is traced to its own one."""
    own = "titel: Zelfde\nafdeling: Zelfde\nteam: Zelfde\n"
    write(tmp_path, SHARED | {"proef.yaml": f"{PROFILE}advertentie:\n".replace("titel: Adviseur water\n", own)})
    (loaded,) = load(tmp_path / "proef.yaml")
    traced = trace(loaded, "vacature", read_library(tmp_path))
    texts = [
        (token.content[span.start : span.end].strip(), one.field)
        for token, spans in zip(traced.tokens, traced.spans, strict=True)
        for span in spans
        for one in span.origins
        if one.kind == "value"
    ]
    assert {field for text, field in texts if text == "Zelfde"} == {"titel", "afdeling", "team"}
    assert [field for text, field in texts if text == "Zelfde"].count("afdeling") == 1


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("advertentie", "Eerste alinea.", ("value", "organisatie.beschrijving", "dorp.yaml", 3, True)),
        ("advertentie", "Tweede alinea.", ("value", "organisatie.beschrijving", "dorp.yaml", 3, True)),
        ("vacature", "24 tot 32 uur", ("value", "inzet.uren_per_week", "proef.yaml", 5, False)),
        ("vacature", "Rapporten schrijven", ("value", "taken.1", "adviseur.yaml", 3, True)),
        ("vacature", "lannen maken", ("value", "taken.0", "adviseur.yaml", 2, False)),
        ("vacature", "[welk project]", ("value", "vacature.werk", "proef.yaml", 6, False)),
        ("vacature", "[sluiting]", ("value", "planning.sluiting", "proef.yaml", 7, False)),
    ],
)
def test_values_are_traced_to_their_file(
    kind: str, text: str, told: tuple[str, str, str, int, bool], tmp_path: Path
) -> None:
    """A value is told in the file that holds it; what was worded, or has a capital more, is not verbatim."""
    write(tmp_path, SHARED)
    (loaded,) = load(tmp_path / "proef.yaml")
    (one,) = origins(trace(loaded, kind, read_library(tmp_path)), text)
    assert (one.kind, one.field, Path(one.path).name, one.line, one.verbatim) == told
