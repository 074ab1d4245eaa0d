"""The reading copy: what it looks like, and that it says exactly what the tokens say."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from vacaturegen.markdown import escape, mark, parse, role, strip_marks, words
from vacaturegen.writers import Assets, Metadata
from vacaturegen.writers.md import write

META = Metadata("Titel", "", (), "Gemeente", "vacature", "Vacature", "profiel", str)
ASSETS = Assets(b"", "", "")
GIT_HOSTS = [
    MarkdownIt("gfm-like", {"linkify": False, "maxNesting": 100}),
    MarkdownIt("commonmark", {"maxNesting": 100}).enable("table"),
]
CASES = Path(__file__).parent / "cases" / "md"
NASTY = [*(CASES / "nasty.txt").read_text(encoding="utf-8").split(), "\u00a0", "\u00ad", "\u200b"]


def cases() -> list[tuple[str, str, str]]:
    """Title, input and expected output of every case: separated by lines with a point, as in mdformat."""
    found = []
    for path in sorted(CASES.glob("*.md")):
        for case in path.read_text(encoding="utf-8").removesuffix("\n.\n").split("\n.\n\n"):
            title, source, expected = case.split("\n.\n")
            found.append((f"{path.stem}: {title}", source, expected))
    return found


def copy_of(tokens: list[Token]) -> str:
    """The reading copy as text."""
    return write(tokens, META, ASSETS).decode()


def words_at(host: MarkdownIt, text: str) -> list[str]:
    """The visible words when a git host renders the text, HTML and code too, so that none can hide."""
    tokens = host.parse(text)
    assert {token.type for token in tokens}.isdisjoint({"html_block", "fence", "code_block", "hr"})
    for token in tokens:
        assert {child.type for child in token.children or []}.isdisjoint(
            {"html_inline", "code_inline", "image", "s_open"}
        )
        for child in token.children or []:
            child.content = {"hardbreak": " ", "softbreak": " "}.get(child.type, child.content)
    return words(tokens)


# Everything a template can print: nasty plain text, escaped; rich inline Markdown with marks; all blocks, nested.
nasty_texts = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=3)), min_size=1, max_size=8).flatmap(
    lambda parts: st.sampled_from([" ".join(parts), "".join(parts)])
)
line_starts = st.lists(st.sampled_from(NASTY), min_size=1, max_size=6).map(lambda parts: "Zin. " + " Zin. ".join(parts))
pairs = st.sampled_from(NASTY).map(lambda part: f"{part}a{part}")
plain_texts = st.one_of(nasty_texts, line_starts, pairs).map(escape)
rich_texts = st.lists(st.sampled_from(NASTY), min_size=1, max_size=6).map(" ".join)
inlines = st.recursive(
    st.one_of(plain_texts, plain_texts, rich_texts),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).flatmap(
            lambda parts: st.sampled_from(["", " ", "\\\n", "\n", ". "]).map(lambda glue: glue.join(parts))
        ),
        inner.map(lambda text: f"**{text}**"),
        inner.map(lambda text: f"*{text}*"),
        inner.map(lambda text: f"_{text}_"),
        inner.map(lambda text: f"[{text}](https://x.nl/a_(b)?c=1&copy;*)"),
        inner.map(lambda text: mark("open", "veld|naam", text)),
        inner.map(lambda text: f"\x01lang:656e\x02{text}"),
        inner.map(lambda text: f"{text}\x03"),
    ),
    max_leaves=8,
)
lines = inlines.map(lambda text: text.replace("\\\n", " ").replace("\n", " "))
paragraphs = st.tuples(st.sampled_from(["", role("note")]), inlines).map("".join)
headings = st.tuples(st.integers(1, 5), lines).map(lambda parts: f"{'#' * parts[0]} {parts[1]}")
tables = st.lists(st.tuples(lines, lines), min_size=1, max_size=3).map(
    lambda rows: "\n".join(f"| {a} | {b} |" + ("" if index else "\n| :-- | --- |") for index, (a, b) in enumerate(rows))
)


def hang(marker: str, text: str) -> str:
    """The text as an item of a list."""
    return marker + text.replace("\n", "\n" + " " * len(marker))


def containers(block: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Block quotes and lists, tight and loose, that start anywhere, around other blocks."""
    blocks = st.lists(block, min_size=1, max_size=3)
    return st.one_of(
        blocks.map(lambda parts: "> " + "\n\n".join(parts).replace("\n", "\n> ")),
        st.tuples(blocks, st.sampled_from(["- ", "* ", "1. ", "7. ", "7) "]), st.sampled_from(["\n", "\n\n"])).map(
            lambda parts: parts[2].join(hang(parts[1], text) for text in parts[0])
        ),
        blocks.map("\n\n".join),
    )


blocks = st.recursive(st.one_of(paragraphs, headings, tables), containers, max_leaves=6)
documents = st.lists(blocks, min_size=1, max_size=4).map("\n\n".join)


@pytest.mark.parametrize(("source", "expected"), [pytest.param(*case[1:], id=case[0]) for case in cases()])
def test_cases(source: str, expected: str) -> None:
    """The reading copy looks as the case files show it."""
    assert copy_of(parse(source)) == expected + "\n"


def test_mark_around_nothing_leaves_its_cell_empty() -> None:
    """A template may mark a text that turns out to be empty; of its cell nothing is printed."""
    assert copy_of(parse(f"| a |\n| --- |\n| {mark('lang', 'en', '')} |")) == "| a |\n| --- |\n| |\n"


@given(documents)
@settings(deadline=None)
def test_reading_copy_gives_the_same_tokens(source: str) -> None:
    """Parsing the reading copy gives the tokens that it was written of, marks aside."""
    tokens = parse(source)
    assert strip_marks(parse(copy_of(tokens))) == strip_marks(tokens)


@given(documents)
@settings(deadline=None)
def test_git_host_shows_the_same_words(source: str) -> None:
    """A git host shows the words of the tokens, with raw HTML, entities, code and struck text switched on."""
    tokens = parse(source)
    for host in GIT_HOSTS:
        assert words_at(host, copy_of(tokens)) == words(tokens)


@given(documents)
@settings(deadline=None)
def test_writing_twice_gives_the_same_bytes(source: str) -> None:
    """The reading copy of a reading copy is that reading copy, and writing leaves the tokens as they were."""
    tokens = parse(source)
    before = deepcopy(tokens)
    first = write(tokens, META, ASSETS)
    assert tokens == before
    assert first == write(tokens, META, ASSETS)
    assert write(parse(first.decode()), META, ASSETS) == first
