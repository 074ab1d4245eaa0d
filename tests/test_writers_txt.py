"""Plain text: what it looks like when it is pasted, and that it holds nothing that a portal would show otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plain import words_by_copy
from tests.strategies import NASTY
from vacaturegen.markdown import escape, mark, parse, role
from vacaturegen.writers import Assets, Metadata, md, txt

META = Metadata("Titel", "", (), "Gemeente", "vacature", "Vacature", "profiel", str)
ASSETS = Assets(b"", "", "")
CASES = Path(__file__).parent / "cases" / "txt"


def cases() -> list[tuple[str, str, str]]:
    """Title, input and expected output of every case: separated by lines with a point."""
    found = []
    for path in sorted(CASES.glob("*.md")):
        for case in path.read_text(encoding="utf-8").removesuffix("\n.\n").split("\n.\n\n"):
            title, source, expected = case.split("\n.\n")
            found.append((f"{path.stem}: {title}", source, expected))
    return found


def text_of(source: str) -> str:
    """The plain text of a Markdown text."""
    return txt.write(parse(source), META, ASSETS).decode()


@pytest.mark.parametrize(("source", "expected"), [pytest.param(*case[1:], id=case[0]) for case in cases()])
def test_plain_text_reads_as_agreed(source: str, expected: str) -> None:
    """Each case gives the plain text that people have read, with an end of line at its end."""
    assert text_of(source) == f"{expected}\n"


@pytest.mark.parametrize(("source", "expected"), [pytest.param(*case[1:], id=case[0]) for case in cases()])
def test_words_are_those_of_the_reading_copy(source: str, expected: str) -> None:
    """The words of each case are found by another way too, from its reading copy."""
    assert words_by_copy(md.write(parse(source), META, ASSETS)) == expected.split()


def test_marks_and_roles_leave_no_trace() -> None:
    """Times, languages and places to fill in are their text; a caption stands right above its table."""
    place = mark("open", "inzet.duur|Duur", escape("[inzet: duur]"))
    day, words = mark("time", "2026-07-07", "7 juli"), mark("lang", "en", "comply or explain")
    table = f"{role('caption')}Gegevens\n\n| a | b |\n|---|---|\n| Duur | {place} |"
    assert text_of(f"{role('lead')}Tot {day}, {words}.\n\n{table}\n\n{role('note')}Slot.") == (
        "Tot 7 juli, comply or explain.\n\nGegevens\nDuur: [inzet: duur]\n\nSlot.\n"
    )


def test_a_caption_without_a_table_is_a_paragraph() -> None:
    """Only what belongs together stands together."""
    assert text_of(f"{role('caption')}Gegevens\n\nTekst.") == "Gegevens\n\nTekst.\n"


def test_bytes_are_for_any_reader() -> None:
    """The bytes are UTF-8 without a byte order mark, and lines end in one LF."""
    assert txt.write(parse("é\n\n€ 🌳"), META, ASSETS) == b"\xc3\xa9\n\n\xe2\x82\xac \xf0\x9f\x8c\xb3\n"


@pytest.mark.parametrize(
    ("source", "sections"),
    [
        ("Tekst.", [("", "Tekst.")]),
        (
            "# Titel\n\nOpening.\n\n## Een\n\n- punt\n\n### Dieper\n\nTekst.\n\n## Twee\n\nSlot.",
            [("", "Titel\n\nOpening."), ("Een", "Een\n\n• punt\n\nDieper\nTekst."), ("Twee", "Twee\n\nSlot.")],
        ),
        ("# Titel\n\n## Leeg\n\n## Twee", [("", "Titel"), ("Leeg", "Leeg"), ("Twee", "Twee")]),
    ],
)
def test_sections(source: str, sections: list[tuple[str, str]]) -> None:
    """A section goes from its heading to the next one; together they are the whole text."""
    data = txt.write(parse(source), META, ASSETS)
    assert txt.split_sections(data) == sections
    assert "\n\n\n".join(text for _heading, text in sections) == data.decode().removesuffix("\n")


blocks = st.lists(
    st.sampled_from(("{}", "- {}", "  - {}", "1. {}", "7. {}", "# {}", "## {}", "### {}", "> {}", "> - {}", "**{}**")),
    min_size=1,
    max_size=8,
)
texts = st.lists(st.sampled_from((*NASTY, "a", "woord:", "\u00a0", "\u00ad")), min_size=1, max_size=5).map(" ".join)


@given(blocks.flatmap(lambda forms: st.tuples(*(texts.map(escape).map(form.format) for form in forms))))
@settings(max_examples=200)
def test_any_text_keeps_its_words_and_lines(lines: tuple[str, ...]) -> None:
    """Whatever is printed, the words are those of the reading copy, and no blank line is more than a separation."""
    tokens = parse("\n\n".join(lines))
    made = txt.write(tokens, META, ASSETS).decode()
    assert made.split() == words_by_copy(md.write(tokens, META, ASSETS))
    assert not {"\u00a0", "\u00ad", "\t", "\r"} & set(made)
    assert all(line == line.strip() for line in made.split("\n"))
    assert "\n\n\n\n" not in made
