"""The Markdown dialect: escaping, marks, and the normal form of its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token
from markupsafe import Markup

from vacaturegen.markdown import Markdown, escape, mark, parse, plain, role, strip_marks, words

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


def cases() -> Iterator[tuple[str, str, str]]:
    """Title, input and expected outline of every case: separated by lines with a point, as in mdformat."""
    for path in CASES:
        for case in path.read_text(encoding="utf-8").removesuffix("\n.\n").split("\n.\n\n"):
            title, source, expected = case.split("\n.\n")
            yield f"{path.stem}: {title}", source, expected


def marked(source: str) -> str:
    """The input of a case with its marks, written as <kind value>...</> and <role>, as control characters."""
    source = re.sub(r"<(lead|caption|note)>", lambda found: role(found[1]), source)
    source = re.sub(r"<(time|open) ([^>]*)>", lambda found: mark(found[1], found[2], "")[:-1], source)
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


@pytest.mark.parametrize(("source", "expected"), [pytest.param(*case[1:], id=case[0]) for case in cases()])
def test_cases(source: str, expected: str) -> None:
    """The tokens are in the normal form that the case files show."""
    assert "\n".join(outline(parse(marked(source)))) == expected


@pytest.mark.parametrize("frame", ["{}", "## {}", "- {}", "7. {}", "> {}", "| {} |\n| --- |", "| a |\n| --- |\n| {} |"])
@given(text=texts.filter(str.strip))
def test_escaped_text_prints_itself(frame: str, text: str) -> None:
    """Escaped text is exactly that text in any block, with its white space folded and its no-break spaces kept."""
    *others, inline = [token for token in parse(frame.format(escape(text))) if token.type == "inline"]
    assert inline.content == re.sub(r"[^\S\u00a0\u2007\u202f]+", " ", text).strip()
    assert [child.type for child in inline.children or []] == ["text"]
    assert [other.content for other in others] == ["a"] * frame.count("a")


@given(soups)
def test_any_input_gives_the_normal_form(source: str) -> None:
    """Whatever is parsed, the tokens are only those of the dialect, nested, and no text is empty or beside another."""
    for token in parse(source):
        children = token.children or []
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


@pytest.mark.parametrize("piece", ["*a ", "[", "[a](", "**a.**b ", "\x01time:41\x02**", "\\", "_a_b ", "> ", "- "])
def test_time_grows_with_length_only(piece: str) -> None:
    """No text, however odd, makes the parser take long."""
    start = process_time()
    parse("a " + piece * 2000)
    assert process_time() - start < 5
