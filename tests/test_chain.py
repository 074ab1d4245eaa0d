"""From profile to bytes: the formats carry the same words, nothing else leaves a trace, and any text survives."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.chain import Chain, RuledOutError, fold, settle_rules
from tests.plain import MARKER, pasted
from tests.strategies import NASTY, quoted
from tests.support import BLOCKS, CASES, FORMATS, ROOT, check_same_words, contents, load, make, stems, words, write
from vacaturegen import documents, library, markdown, profiles
from vacaturegen.errors import InputError
from vacaturegen.templating import make_environment, render
from vacaturegen.words import capitalised

SETS = (ROOT / "profiles", CASES / "documenten" / "profiles", CASES / "fouten" / "basis" / "profiles")


@cache
def everything() -> dict[str, bytes]:
    """Every document that the repository can make."""
    made: dict[str, bytes] = {}
    for folder in SETS:
        for file in sorted(folder.glob("*.yaml")):
            made |= made_of(file)
    return made


@cache
def made_of(file: Path) -> dict[str, bytes]:
    """The documents of one profile; none when it cannot be built, which is another test's business."""
    try:
        return make(file)
    except InputError:
        return {}


STEMS = [
    pytest.param(stem, id=stem.rpartition("/")[2]) for stem in stems(everything()) if f"{stem}.docx" in everything()
]


@pytest.mark.parametrize("stem", STEMS)
def test_formats_carry_the_same_words(stem: str) -> None:
    """The words of the reading copy, the page's main part, the Word body and the plain text are equal and in order."""
    made = {name: everything()[f"{stem}.{name}"] for name in FORMATS}
    assert words(BLOCKS["md"](made["md"]))
    check_same_words(made)


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.parent.name)
def test_reading_copy_gives_the_tokens(folder: Path) -> None:
    """Parsing a reading copy gives the tokens that all formats were written from, without their marks."""
    shared = library.read_library(folder)
    environment = make_environment(shared)
    for file in sorted(folder.glob("*.yaml")):
        loaded = load(file)[0]
        for kind in loaded.profiel.soorten() if made_of(file) else ():
            tokens = render(environment, loaded.profiel, kind, shared, loaded.edition)
            copy = everything()[f"{documents.output_path(loaded, kind)}.md"]
            assert markdown.parse(copy.decode()) == markdown.strip_marks(tokens)


def test_second_time_gives_the_same_bytes() -> None:
    """Making everything again, in the same process, gives the same bytes."""
    for folder in SETS[::2]:
        assert make(folder).items() <= everything().items()


def test_surroundings_leave_no_trace(tmp_path: Path) -> None:
    """Another hash seed, time zone, locale and folder, with other paths on the command line, give the same bytes."""
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "VACATUREGEN_LANG": "nl"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Anchorage", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    )
    runs = []
    for number, environment in enumerate(surroundings):
        home = tmp_path / f"map {number}"
        shutil.copytree(CASES / "fouten" / "basis" / "profiles", home / "profiles")
        paths = [home / "profiles"] if number else ["profiles/tweede.yaml", "profiles/proef.yaml"]
        command = [sys.executable, "-m", "vacaturegen.cli", "build", *paths, "--output", "uit"]
        runs.append(
            subprocess.Popen(
                command, cwd=home, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
        )
    for run in runs:
        _out, err = run.communicate(timeout=60)
        assert (run.returncode, err) == (0, b"")
    first, second = (contents(tmp_path / f"map {number}" / "uit") for number in (0, 1))
    assert first == second
    made = {path: data for path, data in first.items() if data is not None and path != "manifest.json"}
    assert made == {path: data for path, data in everything().items() if path in made}


PLACES = ("titel", "organisatie", "taak", "knockout", "criterium", "competentie", "doel", "sectie", "feit")
"""Where a profile below carries a plain text."""

PROFILE = """\
organisatie: gemeente
titel: {titel}
taken: [{taak}]
competenties: [{{naam: {competentie}, doel: {doel}}}]
secties: [{{titel: {sectie}, tekst: Slot.}}]
aanvraag:
  arbeidsrelatie: open
  knockouts: [{knockout}]
  gunningscriteria: [{{criterium: {criterium}, punten: 10}}]
advertentie:
"""
ORGANISATION = "naam: {organisatie}\nsoort: gemeente\nkerncijfers: [{feit}]\n"
UNSEEN = [*"\t\n\r\u2028\u200b\u202e\ufeff\x01\x02\x03\x7f\x85\uffff\x00"]

QUICK = (Phase.explicit, Phase.generate)
"""Making a failing example smaller takes minutes here, and each is small enough to read."""
LONG = os.environ.get("EXAMPLES")
"""How many whole profiles to make, and other ones in every run; without it a few, always the same."""

seen = st.lists(st.sampled_from((*NASTY, *NASTY, "a", "woord", "Zin.", "1")), min_size=1, max_size=6).flatmap(
    lambda parts: st.sampled_from([" ".join(["a", *parts]), "".join([*parts, "a"])])
)
unseen = st.one_of(st.text(max_size=20), st.lists(st.sampled_from((*NASTY, *UNSEEN)), max_size=6).map("".join))


def documents_with(chain: Chain, texts: dict[str, str]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield kind, format and blocks of every document of a profile with these texts; InputError when refused."""
    scalars = {place: quoted(text) for place, text in texts.items()}
    files = {"organisaties/gemeente.yaml": ORGANISATION, "proef.yaml": PROFILE}
    write(chain.folder, {name: text.format(**scalars) for name, text in files.items()})
    yield from documents_of(chain)


def documents_of(chain: Chain) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the kind, the format and the blocks of every document of the profile as it lies there."""
    for kind, _tokens, made in chain.made():
        yield from ((kind, name, BLOCKS[name](data)) for name, data in made.items())


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    folder = tmp_path_factory.mktemp("teksten") / "profiles"
    write(folder, strategies.FILES)
    shutil.copy(ROOT / "templates" / "word" / "basis.docx", folder / "organisaties")
    return Chain(folder)


def settle(text: str) -> str:
    """A text with single spaces; no-break spaces are part of it, but not at the ends of a block."""
    return fold(text).strip()


def expected(texts: dict[str, str]) -> dict[str, set[str]]:
    """For each kind of document, the blocks that the texts make."""
    shown = {place: settle(text) for place, text in texts.items()}
    whole = {name: capitalised(fold(text)).lstrip() for name, text in texts.items()}
    listed = {name: text.strip() for name, text in whole.items()}
    stopped = {name: text if re.search(r"[.?!…][)”’\"']*$", text) else f"{text}." for name, text in whole.items()}
    task, competence, fact = (listed[name] for name in ("taak", "competentie", "feit"))
    both = {shown["sectie"], task, f"{competence}, {shown['doel']}"}
    request = {shown["titel"], shown["organisatie"], stopped["knockout"], f"{stopped['criterium']} 10\xa0punten"}
    return {"aanvraag": both | request, "advertentie": both | {fact, f"{shown['titel']} (v/m/x)"}}


def missing(texts: set[str], name: str, blocks: list[str]) -> set[str]:
    """The texts that are no block of a document in a format."""
    if name == "txt":  # a cell stands on the line of its row, and what looks like a number in front is taken for one
        texts, lines = {MARKER.sub("", pasted(text)) for text in texts}, set(blocks)
        facts = {line.partition(": ")[2] for line in blocks}
        return texts - lines - facts - {MARKER.sub("", fact) for fact in facts}
    return texts - {settle(block) for block in blocks}


@pytest.mark.parametrize("start", range(0, len(NASTY), 8))
def test_nasty_text_comes_out_as_written(chain: Chain, start: int) -> None:
    """What Markdown, HTML, XML, Jinja or YAML would act on is carried by every format exactly as it was written."""
    nasty = NASTY[start : start + 8]
    for text in (" ".join(["a", *nasty]), "".join([*nasty, "a"]), *(f"{text} a" for text in nasty)):
        texts = dict.fromkeys(PLACES, text)
        for kind, name, blocks in documents_with(chain, texts):
            assert missing(expected(texts)[kind], name, blocks) == set()


@given(st.fixed_dictionaries(dict.fromkeys(PLACES, seen)))
@settings(max_examples=60, phases=QUICK, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_texts_come_out_as_written(chain: Chain, texts: dict[str, str]) -> None:
    """Whatever nasty texts stand beside each other, every format carries them all exactly as they were written."""
    for kind, name, blocks in documents_with(chain, texts):
        assert missing(expected(texts)[kind], name, blocks) == set()


@given(st.sampled_from(PLACES), unseen)
@settings(max_examples=100, phases=QUICK, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_carried_or_refused(chain: Chain, place: str, text: str) -> None:
    """Any text at all is carried exactly as it was written, or refused with its place and a cure."""
    texts = dict.fromkeys(PLACES, "tekst") | {place: text}
    try:
        for kind, name, blocks in documents_with(chain, texts):
            assert missing(expected(texts)[kind], name, blocks) == set()
    except InputError as error:
        (problem,) = error.problems
        assert problem.source
        assert problem.hint


RICH = (
    ("**vet** en _schuin_", "vet en schuin"),
    ("[hier](https://x.nl/a?b=1&c=2)", "hier"),
    *(
        (text, text)
        for text in ("# geen kop", "1.geen lijst", "-geen lijst", "> geen kader", "| geen | tabel |", "---")
    ),
    *((text, text) for text in ("<script>alert(1)</script>", "<b>x</b>", "{{ 7*7 }}", "&amp; & &#42;", "2 * 3", "a_b")),
    *((text, text) for text in ("`geen code`", "https://x.nl", "€ 1 🌳", "===", "**niet gesloten", "ja_ of nee")),
    ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
    ("![x](https://x.nl/x.png)", "!x"),
    (r"\*geen\* schuin", "*geen* schuin"),
    ("een\n# twee\n-drie", "een # twee -drie"),
)
"""Rich text, and what is seen of it: inline Markdown works in it, and nothing else does."""
ADDRESSES = {"hier": " (https://x.nl/a?b=1&c=2)", "!x": " (https://x.nl/x.png)"}
"""What plain text adds to what is seen."""


@pytest.mark.parametrize(("text", "seen"), RICH)
def test_rich_text_is_inline_markdown(chain: Chain, text: str, seen: str) -> None:
    """A rich text begins no block, carries no HTML, and links nowhere but to the web, mail or telephone."""
    profile = (
        "organisatie: gemeente\ntitel: Proef\nvacature: {{opening: {0}, secties: [{{titel: Sectie, punten: [{0}]}}]}}\n"
        "arbeidsvoorwaarden: [{0}]\n"
        "aanvraag: {{arbeidsrelatie: open, vragen_en_antwoorden: [{{vraag: V, antwoord: {0}}}]}}\n"
    )
    write(chain.folder, {"organisaties/gemeente.yaml": "naam: Dorp\nsoort: gemeente\n"})
    write(chain.folder, {"proef.yaml": profile.format(quoted(text))})
    for kind, name, blocks in documents_of(chain):
        shown = f"{seen}{ADDRESSES.get(seen, '')}" if name == "txt" else seen
        assert [block.lower() for block in blocks].count(shown.lower()) == {"aanvraag": 1, "vacature": 3}[kind]


@given(strategies.profiles())
@settings(
    max_examples=int(LONG or 25),
    derandomize=not LONG,
    phases=QUICK,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_any_profile_builds(chain: Chain, files: dict[str, Any]) -> None:
    """Only rules across fields refuse what is written as its kind can be written; and what they leave is built.

    It gives the same words in every format, the same bytes again, a reading copy that is parsed to the tokens that it
    was printed from, and each text as it was written.
    """
    seen: list[str] = []
    tagged = {name: strategies.tagged(data, seen) for name, data in files.items()}
    chain.write(tagged)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(profiles, "RULES", ())
        load(chain.folder / "proef.yaml")
    with suppress(RuledOutError):
        made = settle_rules(chain, tagged)
        assert list(chain.made()) == made
        for _kind, tokens, formats in made:
            check_same_words(formats)
            assert markdown.parse(formats["md"].decode()) == markdown.strip_marks(tokens)
            for block in BLOCKS["md"](formats["md"]):
                for number in re.findall(r"tag(\d+)x", block, re.IGNORECASE):
                    assert settle(seen[int(number)]).casefold() in block.casefold(), block
