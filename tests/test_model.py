"""The model of a profile: what every part of it promises to whoever writes or reads one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from pydantic import ValidationError

from vacaturegen.library import Soorten
from vacaturegen.model import base
from vacaturegen.model.base import Deel, known
from vacaturegen.model.places import Open
from vacaturegen.model.profiel import Profiel
from vacaturegen.model.werk import Inzet
from vacaturegen.notation import Duur, Eenheid, NotationError, Quoted
from vacaturegen.profiles.messages import part_in


def parts(model: type[Deel]) -> Iterator[type[Deel]]:
    """Yield a part of the model and all parts within it."""
    yield model
    for info in model.model_fields.values():
        if part := part_in(info.annotation):
            yield from parts(part)


PARTS = sorted({*parts(Profiel), *parts(Soorten)}, key=lambda part: part.__name__)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_is_described(part: type[Deel]) -> None:
    """Each field says in a Dutch sentence what belongs in it."""
    for name, info in part.model_fields.items():
        assert info.description, name
        assert info.description.endswith("."), name


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_parts_are_frozen_and_know_their_keys(part: type[Deel]) -> None:
    """No part can be changed after it was read, and none takes a key that it does not know."""
    assert part.model_config["frozen"]
    with pytest.raises(ValidationError) as refused:
        part.model_validate({"onbekend": "x"})
    assert "extra_forbidden" in {error["type"] for error in refused.value.errors()}


FIELDS = [pytest.param(part, name, id=f"{part.__name__}.{name}") for part in PARTS for name in part.model_fields]


@pytest.mark.parametrize(("part", "name"), [field for field in FIELDS if field.values[0] in {*parts(Profiel)}])
def test_every_field_can_be_open(part: type[Deel], name: str) -> None:
    """Whatever a field holds (a value, a list, a part of its own), in a concept it can be open, and stays so."""
    data = {field: Open(field) for field in part.model_fields}
    assert getattr(part.model_validate(data), name) == Open(name)


@pytest.mark.parametrize(("part", "name"), FIELDS)
def test_no_field_takes_what_nobody_writes(part: type[Deel], name: str) -> None:
    """What a profile cannot hold, such as a number that Python made, no field takes."""
    with pytest.raises(ValidationError) as refused:
        part.model_validate({name: 1.5})
    assert (name,) in {error["loc"] for error in refused.value.errors()}


def test_known_looks_through_what_is_not_there() -> None:
    """Behind a path stands a value, or None: for what is absent, what is open, and what lies behind either."""
    inzet = Inzet.model_validate({"duur": "6 maanden", "start": Open("start")})
    assert known(inzet, "duur") == Duur(6, Eenheid.MAAND)
    assert known(inzet, "duur.eenheid.meervoud") == "maanden"
    for path in ("start", "start.dag", "einde", "einde.dag", "weg", "weg.verder"):
        assert known(inzet, path) is None
    assert known(None, "duur") is None
    assert known(Open("inzet"), "duur") is None


FOLDED = (
    ("een twee", "een twee"),
    ("  een   twee  ", "een twee"),
    ("\teen\t\ttwee\n", "een twee"),
    ("een\ttwee", "een twee"),
    ("een\ntwee\n drie", "een twee drie"),
    (" \u00a0een\u202f ", "\u00a0een\u202f"),
    ("een\u00a0 \u202ftwee", "een\u00a0 \u202ftwee"),
    ("een\u00a0twee  drie", "een\u00a0twee drie"),
    ("  team X ", "team X"),
    (" \n\t ", ""),
)


@pytest.mark.parametrize(("typed", "line"), FOLDED)
def test_white_space_is_folded(typed: str, line: str) -> None:
    """Between words stands one space; those that do not break a line stay as they were typed."""
    assert base.fold(typed) == line


@pytest.mark.parametrize("text", ["- een", "een:\n- twee", "een\n  * twee", "1. een", "een\n\n 12) twee", "\t• een"])
def test_a_list_is_no_text(text: str) -> None:
    """A line that begins as the item of a list is refused in a text, be it the first line or a later one."""
    with pytest.raises(NotationError, match="list cannot stand"):
        base.parse_rich(text)


@pytest.mark.parametrize("text", ["een - twee", "een -\ntwee", "-5 graden", "1.5 uur", "1234. een", "een 1. twee"])
def test_a_text_is_no_list(text: str) -> None:
    """A dash or a number within a line, or without a space behind it, begins no list."""
    assert base.parse_rich(text) == text.replace("\n", " ")


@pytest.mark.parametrize("text", ["12", "3,5", "½", "€ 5"])
def test_words_are_more_than_a_number(text: str) -> None:
    """A bare number is no text, unless it was typed between quotation marks."""
    with pytest.raises(NotationError, match="text belongs here"):
        base.parse_words(text)
    assert base.parse_words(Quoted(text)) == text


@pytest.mark.parametrize("text", ["", " \n ", "\u00a0\u202f\u00a0", "-", "“"])
def test_there_is_something_to_read(text: str) -> None:
    """A text has at least a letter, a digit, or more than one sign."""
    with pytest.raises(NotationError):
        base.parse_line(text)
    assert base.parse_line("…!") == "…!"
    assert base.parse_line("é") == "é"


@pytest.mark.parametrize(("parse", "most"), [(base.parse_line, 300), (base.parse_text, 10_000)])
def test_a_text_has_an_end(parse: Callable[[str], str], most: int) -> None:
    """A line has at most 300 characters and a text 10,000; of one more, the message says how many there are."""
    assert parse("a" * most) == "a" * most
    with pytest.raises(NotationError, match=f"{most + 1} characters"):
        parse("a" * (most + 1))


@pytest.mark.parametrize("text", [" proef", "proef ", "proef\n", "\u00a0proef", "\tproef"])
def test_nothing_stands_around_an_id(text: str) -> None:
    """White space around an id is refused, though around any other value it is nothing: an id names files."""
    with pytest.raises(NotationError, match="Spaces stand around"):
        base.parse_exact_id(text)
    assert base.parse_exact_id("proef") == "proef"


def test_a_part_can_be_open_wherever_its_kind_stands() -> None:
    """A kind of part that stands in several places can be left open in each of them, whatever was validated before."""
    script = (
        "from vacaturegen.model.base import Open; from vacaturegen.model.organisatie import DbaClausules as D\n"
        "for name in D.model_fields: assert getattr(D.model_validate({name: Open('x')}), name) == Open('x'), name"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
