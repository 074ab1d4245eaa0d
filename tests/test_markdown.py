"""The Markdown dialect: escaping, marks, and the normal form of its tokens."""

from __future__ import annotations

import re
import tracemalloc
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import SupportsIndex

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it.token import Token
from markupsafe import Markup

from vacaturegen.markdown import SHORT, Markdown, escape, mark, parse, plain, role, strip_marks, words
from vacaturegen.markdown.normal_form import settle
from vacaturegen.markdown.parser import apply_rules, make_parser
from vacaturegen.markdown.pieces import split_pieces

CASES = sorted((Path(__file__).parent / "cases" / "markdown").glob("*.md"))
PAIRS = ("strong", "em", "link", "mark")
INLINE_TYPES = {"text", "hardbreak"} | {f"{name}_open" for name in PAIRS} | {f"{name}_close" for name in PAIRS}
SOUP = [
    *"*_`[]()\\\n|#->&<! ab.é\u00a0\x01\x02\x03",
    "**",
    "](https://x.nl)",
    "1. ",
    "\x01time:41\x02",
    "\x01time:4\x02",
    "\x01time:41\x02b\x03",
]
WORDS = [*"ab.#|_*\\ ", "**", "**a**", "**a.**", "[a](https://x.nl)", "[a](<tel:1>)", "\x01time:41\x02", "\x03"]
WORDS += ["1. ", "- ", "\0", "[\\](<", "[", "](<https://x.nl/a_b>)"]
GAPS = ["\n\n", "\n\n", "\n\n", "\n", "  \n", "\n \n", "\n\n  ", "\r\r", "\\\n"]


def cases() -> Iterator[tuple[str, str, str]]:
    """Title, input and expected outline of every case: separated by lines with a point, as in mdformat."""
    for path in CASES:
        for case in path.read_text(encoding="utf-8").removesuffix("\n.\n").split("\n.\n\n"):
            title, source, expected = case.split("\n.\n")
            yield f"{path.stem}: {title}", source, expected


def marked(source: str) -> str:
    """The input of a case with its marks, written as <kind value>...</> and <role>, as control characters."""
    source = re.sub(r"<(lead|caption|note)>", lambda found: role(found[1]), source)
    source = re.sub(r"<(time|open|lang) ([^>]*)>", lambda found: mark(found[1], found[2], "")[:-1], source)
    return source.replace("</>", "\x03")


def outline(tokens: list[Token]) -> Iterator[str]:
    """The tokens as an indented tree, with all that a writer reads of them."""
    depth = 0
    for token in tokens:
        depth += min(token.nesting, 0)
        facts = [token.tag, *map(str, token.attrs.values()), token.info, "tight" if token.hidden else ""]
        facts += [f"{value!r}" if key == "value" else value for key, value in token.meta.items()]
        if token.type == "inline":
            yield from ("  " * depth + line for line in outline(token.children or []))
        elif token.type == "text":
            yield f'{"  " * depth}"{token.content}"'
        elif token.nesting >= 0:
            yield "  " * depth + " ".join(filter(None, facts))
        depth += max(token.nesting, 0)


characters = st.characters(exclude_categories=["Cc", "Cs"])
pieces = st.text(characters, max_size=3) | st.sampled_from([*"*_`[]()|\\#-+>&<!a ", "1.", "  ", " \t", "\n", "\u00a0"])
texts = st.lists(pieces).map("".join)
soups = st.lists(st.sampled_from(SOUP), max_size=30).map("".join)
lines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map("".join)
markers = st.sampled_from(["", "", "- ", "- ", "7. ", "1. ", "# ", "## ", "> ", "* ", "1) ", "\u0663. "])
alike = st.tuples(markers, st.lists(lines, max_size=3)).map(
    lambda parts: "\n".join(parts[0] + line for line in parts[1])
)
rows = st.lists(st.sampled_from(["a", "**a**", "", "-", ":-", "--:", ":-:"]), min_size=1, max_size=2).map(
    lambda cells: f"| {' | '.join(cells)} |"
)
tables = st.lists(rows, min_size=2, max_size=4).map("\n".join)
pages = st.lists(st.tuples(alike | tables, st.sampled_from(GAPS)).map("".join), max_size=5).map("".join)


@pytest.mark.parametrize(("source", "expected"), [pytest.param(*case[1:], id=case[0]) for case in cases()])
def test_cases(source: str, expected: str) -> None:
    """The tokens are in the normal form that the case files show."""
    assert "\n".join(outline(parse(marked(source)))) == expected


@pytest.mark.parametrize("frame", ["{}", "## {}", "- {}", "7. {}", "> {}", "| {} |\n| --- |", "| a |\n| --- |\n| {} |"])
@given(text=texts.filter(str.strip))
@example(text="1. a")
@example(text="~~~")
def test_escaped_text_prints_itself(frame: str, text: str) -> None:
    """Escaped text is exactly that text in any block, with its white space folded and its no-break spaces kept."""
    *others, inline = [token for token in parse(frame.format(escape(text))) if token.type == "inline"]
    assert inline.content == re.sub(r"[^\S\u00a0\u2007\u202f]+", " ", text).strip()
    assert [child.type for child in inline.children or []] == ["text"]
    assert [other.content for other in others] == ["a"] * frame.count("a")


@pytest.mark.parametrize(
    "frame", ["https://x.nl/{}", "<https://x.nl/?q={}>", '<https://x.nl> "{}"', "<https://x.nl> '{}'"]
)
@given(text=st.lists(st.sampled_from([*"()&\"'<;*_`|#a", "&amp;"])).map("".join))
@example(text="Utrecht_(stad)")
@example(text="a&amp;b")
def test_escaped_text_stays_itself_in_a_link(frame: str, text: str) -> None:
    """An own template can put a text in the address of a link: it stays one link, to the address as written."""
    link, *_others = parse(f"[a]({frame.format(escape(text))})")[1].children or []
    address = frame.partition(" ")[0].strip("<>").format(text)
    assert link.attrs == {"href": make_parser().normalizeLink(address)}


@given(soups)
@example("|a|\n|-|\n|\x85|")
@example("a \x01time:ff\x02b\x03")
def test_any_input_gives_the_normal_form(source: str) -> None:
    """Whatever is parsed, the tokens are only those of the dialect, nested, and no text is empty or beside another."""
    for token in parse(source):
        children = token.children or []
        assert all((inner.map, inner.markup) == (None, "") for inner in (token, *children))
        kinds = [child.type for child in children]
        assert set(kinds) <= INLINE_TYPES
        assert ("text", "text") not in pairwise(kinds)
        opened: list[str] = []
        for child in children:
            assert child.type != "text" or (child.content and not set(child.content) & set("\x01\x02\x03\n"))
            assert child.level == sum(tag != "mark" for tag in opened) - (child.nesting < 0 and child.tag != "mark")
            if child.nesting > 0:
                opened.append(child.tag)
            elif child.nesting < 0:
                assert opened.pop() == child.tag
        assert not opened
        assert token.type != "inline" or (
            token.content == plain(token) == token.content.strip() and "  " not in token.content
        )


@given(soups | pages)
@example("# a | b\n--|--")
@example("- a\n\n  b")
@example("a\r\rb\r\n\r\nc\0")
@example("\u0663. a")
@example("**b. \x01time:41\x02**")
@example("[a\\](<tel:2>)](<mailto:b.c@x.nl>), **[a](<tel:1>)** en [a\nb](<http://x.nl/~c>)")
@example("a  \x01\nb")
@settings(max_examples=500, deadline=None)
def test_what_is_plain_is_read_as_markdown_it_reads_it(source: str) -> None:
    """Piece by piece, and plain pieces and texts in short, a document gives the tokens that all rules give for all."""
    assert parse(source) == with_all_rules(source)


def with_all_rules(source: str) -> list[Token]:
    """The tokens of a document for which nothing is read in short."""
    tokens = make_parser().parse(source)
    for token in tokens:
        if token.type == "inline":
            token.children = apply_rules(token.content)
    return settle(tokens)


@pytest.mark.parametrize(
    "source",
    [
        "een **twee**\ndrie",
        "een\r\ntwee",
        "een \0 twee",
        "[een\\](<tel:1>)](<tel:2>)",
        "een\r\rtwee\r\n\r\ndrie\r- vier \0 vijf",
        "een\n \t\ntwee",
        "\x01role:6c656164\x02een",
        *(f"{number * '#'} een" for number in range(1, 8)),
        "## \x01open:61\x02\x03",
        "- een\n- **twee**",
        "- een\n- \x01open:61\x02\x03",
        "7. een\n7. twee",
        "1. een\n2. twee",
        "999999998. een\n1. twee\n1. drie",
        "| een | *twee* | drie | vier |\n| - | :- | -: | :-: |\n| a | | c |d|\n|e|f|g|h|",
        "| een |\n| --- |",
        "| een | twee |\n| - | - |\n| a | b | c |",
        "| een | twee |\n| - |\n| a | b |",
        "|a|\n|-|\n|bc|",
    ],
)
def test_each_kind_of_plain_piece(source: str) -> None:
    """Every kind of piece that is read in short gives the tokens of all rules, levels and numbers too."""
    assert parse(source) == with_all_rules(source)


def test_long_pieces_are_not_remembered() -> None:
    """What is remembered for the next document is short, so that its memory is bounded."""
    tracemalloc.start()
    try:
        for number in range(10):
            parse("\n".join(f"- item {number}" for _ in range(SHORT // 4)))
        assert tracemalloc.get_traced_memory()[0] < 10 * SHORT * 10
    finally:
        tracemalloc.stop()


def test_documents_share_the_tokens_of_what_they_share() -> None:
    """A piece is read once, however much has to be tried on it; the next document that has it gets the same tokens."""
    clause = "> - een\n>   - **twee**"
    first, second = parse(f"# a\n\n{clause}"), parse(f"{clause}\n\n# b")
    assert [*map(id, first[3:])] == [*map(id, second[:-3])]


def test_a_list_of_tokens_is_the_callers() -> None:
    """Documents share the tokens of what they share, never the list: one can be cut and joined."""
    source = "# a\n\nb"
    tokens = parse(source)
    kept = tokens[:]
    del tokens[0]
    assert parse(source) == kept


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("_een_\n\u00a0twee", "een \u00a0twee"),
        ("_een_\u00a0\ntwee", "een\u00a0 twee"),
        ("_een_\\\n\u00a0twee", "een twee"),
        ("_een_\u00a0\\\ntwee", "een twee"),
    ],
)
def test_no_break_space_stays_within_a_line(source: str, seen: str) -> None:
    """A no-break space does not fold into the space of a line end; beside a hard break it says nothing, and is gone."""
    assert [token.content for token in parse(source) if token.type == "inline"] == [seen]


@given(soups)
def test_marks_change_no_words(source: str) -> None:
    """Without its marks a document has the same words, no marks and no roles; the tokens that were given keep them."""
    tokens = parse(source)
    before = list(outline(tokens))
    stripped = strip_marks(tokens)
    assert words(stripped) == words(tokens)
    assert not any(child.tag == "mark" for token in stripped for child in token.children or [])
    assert not any(token.meta for token in stripped)
    assert list(outline(tokens)) == before


@given(value=st.text(), text=texts.map(escape).filter(bool))
def test_a_mark_keeps_its_value(value: str, text: str) -> None:
    """A mark carries any value, on what opens and on what closes it, and leaves the text alone."""
    inline = parse(f"**a** {mark('open', value, text)}")[1]
    found = [child.meta for child in inline.children or [] if child.tag == "mark"]
    assert found == [{"kind": "open", "value": value}] * 2
    assert inline.content == parse(f"a {text}")[1].content


def test_words_are_those_that_are_seen() -> None:
    """Words come in order from all blocks; spaces and hard breaks part them, marks and emphasis do not."""
    source = (
        f"# Een {mark('lang', 'en', 'twee')}drie\n\n| **vi**er |\n| --- |\n| [vijf](https://x.nl) |\n\n- zes\\\n  zeven"
    )
    assert words(parse(source)) == ["Een", "tweedrie", "vier", "vijf", "zes", "zeven"]


def test_markdown_escapes_what_is_put_into_it() -> None:
    """Plain text that is added to, formatted into or joined by Markdown is escaped; Markdown and markup are not."""
    assert Markdown("**") + "a*b" + Markdown("**") == r"**a\*b**"
    assert Markdown("_%s_ {}") % "1." == r"_1\._ {}"
    assert Markdown("_{}_").format("#") == r"_\#_"
    assert Markdown(", ").join(["a_b", Markdown("_c_")]) == r"a\_b, _c_"
    assert Markdown.escape(Markup("*")) == "*"
    assert isinstance(Markdown.escape(5) + "", Markdown)


class Counted(str):
    """A text that counts the characters that are taken from it."""

    taken = 0

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        part = super().__getitem__(key)
        self.taken += len(part)
        return part


def test_marks_beside_emphasis_are_not_read_again_and_again() -> None:
    """What stands around a delimiter is found without going through all the marks of the text."""
    text = Counted("\x01time:41\x02**" * 500)
    apply_rules(text)
    assert text.taken < 10 * len(text)


@pytest.mark.parametrize("piece", ["*a ", "[", "[a](", "**a.**b ", "\x01time:41\x02**", "\\", "_a_b ", "> ", "- "])
def test_time_grows_with_length_only(piece: str) -> None:
    """No text, however odd, makes the parser take long."""
    start = process_time()
    parse("a " + piece * 2000)
    assert process_time() - start < 5


@pytest.mark.parametrize(
    "piece",
    [
        "\n",
        " \n",
        " ",
        "\t",
        "a\n",
        "a \n",
        "a\n\n",
        "- a\n",
        "- a\n\n",
        "1. a\n",
        "# ",
        "> a\n\n",
        "|a|\n|-|\n",
        "|\\",
    ],
)
@pytest.mark.parametrize("frame", ["a{}", "- a\n{}\nb", "a\n\n{}\n\nb", "| a {}|\n|--|"])
def test_time_of_splitting_grows_with_length_only(frame: str, piece: str) -> None:
    """No text, however odd, makes finding its pieces take long."""
    start = process_time()
    list(split_pieces(frame.format(piece * 30_000)))
    assert process_time() - start < 2
