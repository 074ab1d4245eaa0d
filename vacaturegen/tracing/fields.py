"""A model whose every value is an object of its own, so that a value tells which field it came from.

Parts of the model that are written alike share their values otherwise: they are read once (`model.base.read_as`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from vacaturegen.model.base import Deel
from vacaturegen.model.places import Open
from vacaturegen.notation import Bereik, Datum, Duur, Maand, Periode, Trede, Verlenging
from vacaturegen.tracing.shades import Cause, Palette, fresh

OF_ONE_FIELD = (tuple, Decimal, Deel, Datum, Maand, Periode, Bereik, Duur, Verlenging, Trede)
"""Values that are made anew for each field, beside texts; of nothing and of one character there is only one."""

Tell = Callable[[Any, str], object]
"""Is told each value, with its dotted field."""


def hold_fields(part: Deel, palette: Palette, kind: str, name: str = "") -> tuple[Any, set[str]]:
    """Return an equal part of the model whose values a palette knows by their fields, and the fields that it has.

    `kind` and `name` are those of the causes that the fields are.
    """
    fields: set[str] = set()

    def tell(value: Any, field: str) -> None:
        if value is not None:
            fields.add(field)
        own = len(value) > 1 if type(value) is str else isinstance(value, (str, *OF_ONE_FIELD)) and value != ()
        if own:
            palette.hold(value, palette.shade(Cause(kind, name, field)))

    return with_own_values(part, "", tell), fields


def with_own_values(part: Any, path: str, tell: Tell) -> Any:
    """Return an equal part of the model with values of its own, and tell of each from which field it is.

    Numbers without decimals, yes or no and words of a table cannot be made twice; those are told as they are.
    """
    made = remade(part, path, tell)
    tell(made, path)
    return made


def remade(part: Any, path: str, tell: Tell) -> Any:
    """Return a value that is equal to another, made anew as far as that can be."""
    if isinstance(part, Deel):
        values = {name: with_own_values(value, f"{path}.{name}".strip("."), tell) for name, value in vars(part).items()}
        return type(part).model_construct(part.model_fields_set, **values)
    if isinstance(part, tuple):
        return tuple([with_own_values(item, f"{path}.{index}", tell) for index, item in enumerate(part)])
    if isinstance(part, str):
        return fresh(part)
    if isinstance(part, Decimal):
        return Decimal(str(part))
    if is_dataclass(part) and not isinstance(part, type | Open):
        return type(part)(*(with_own_values(getattr(part, field.name), path, tell) for field in fields(part)))
    return part
