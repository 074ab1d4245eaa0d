"""A review as a comment of a bounded size: what is told, in which order, and how the room is shared."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vacaturegen.comparing.changes import Change, Piece
from vacaturegen.comparing.facts import Fact
from vacaturegen.comparing.merging import INS
from vacaturegen.i18n import in_dutch
from vacaturegen.reviewing.markdown import MOST, print_review
from vacaturegen.reviewing.review import DocumentReview, ProfileReview, Review

AGAIN = "vacaturegen diff v1.0 v2.0"


def review(profiles: int, facts: int, sentences: list[str]) -> Review:
    """A review in which every profile has so many facts of its own, and the first one these sentences."""
    changes = tuple(Change(("Werk",), "added", (Piece(INS, text),)) for text in sentences)
    return Review(
        "v1.0",
        "v2.0",
        tuple(
            ProfileReview(
                name=f"proef-{number}",
                old_name=f"proef-{number}",
                title="Adviseur",
                organisation="Gemeente Proefstad",
                state="changed",
                facts=tuple(Fact(f"cijfer {number} {index}", "1", "2") for index in range(facts)),
                documents=(DocumentReview(f"x/proef-{number}-vacature", "", "Vacature", "changed", changes),)
                * (not number),
            )
            for number in range(profiles)
        ),
        again=AGAIN,
    )


def comment_of(told: Review) -> str:
    """The comment that a review makes, in Dutch."""
    with in_dutch():
        return print_review(told)


def left_out(comment: str) -> dict[str, int]:
    """How much of what is left out, as the comment says, by how the name of that begins."""
    found = re.search(r"^Weggelaten, omdat het hier niet past: (.*)\\\.$", comment, re.M)
    return {kind[:3]: int(count) for count, kind in re.findall(r"(\d+) (\w+)", found[1] if found else "")}


def test_facts_leave_room_for_sentences() -> None:
    """Thousands of facts do not push out the sentences: what a section does not need is for the others."""
    comment = comment_of(review(1, 5000, [f"Dit is zin {number}." for number in range(40)]))
    assert all(f"Dit is zin {number}\\." in comment for number in range(40))
    assert comment.index("cijfer 0 0 ") < comment.index("Dit is zin 0")
    assert len(comment.encode()) > MOST - 200
    assert left_out(comment) == {"geg": 5000 - comment.count("| cijfer ")}
    assert comment.endswith(f"Zie alles met: `{AGAIN}`\n")


def test_what_is_too_much_each_gets_its_share() -> None:
    """With too many facts and too many sentences there is as much room for the one as for the other."""
    comment = comment_of(review(1, 5000, [f"Dit is zin {number}." for number in range(5000)]))
    parts = comment.partition("### Zinnen die veranderen")
    sizes = [len(part.encode()) for part in (parts[0], parts[2])]
    assert min(sizes) > MOST * 0.48
    assert set(left_out(comment)) == {"geg", "zin"}


def test_what_does_not_fit_does_not_hide_what_is_behind_it() -> None:
    """A sentence that is longer than a comment is counted, and the next one told."""
    comment = comment_of(review(1, 0, ["De eerste.", "heel lang " * 10_000, "De laatste."]))
    assert "De eerste" in comment
    assert "De laatste" in comment
    assert left_out(comment) == {"zin": 1}


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 60),
    st.integers(0, 60),
    st.lists(st.tuples(st.sampled_from(["é€ @a #1 ", "woord "]), st.integers(1, 3000)), max_size=30),
)
def test_a_comment_is_never_too_long(profiles: int, facts: int, sentences: list[tuple[str, int]]) -> None:
    """Whatever there is to tell fits within the bound, and what is left out is said."""
    comment = comment_of(review(profiles, facts, [text * times for text, times in sentences]))
    assert len(comment.encode()) <= MOST
    left = left_out(comment)
    assert comment.count("| cijfer ") + left.get("geg", 0) == profiles * facts
    assert comment.count("<ins>") + left.get("zin", 0) == len(set(sentences))


@pytest.mark.parametrize(
    ("text", "shown"),
    [("v1~2 en a#1", "v1\\~2 en a\\#1"), ("~label", "\\~&#8288;label"), ("@team", "@&#8288;team"), ("€ 3", "€ 3")],
)
def test_what_looks_like_a_name_is_no_link(text: str, shown: str) -> None:
    """A sign behind which a host would look up a person or a label is parted from its word; within a word it is not."""
    assert f"<ins>{shown}</ins>" in comment_of(review(1, 0, [text]))
