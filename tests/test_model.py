"""The model of a profile: what every part of it promises to whoever writes or reads one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from vacaturegen.library import Soorten
from vacaturegen.model.base import Deel
from vacaturegen.model.profiel import Profiel
from vacaturegen.profiles.validation import part_in


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
