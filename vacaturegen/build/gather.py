"""The products of all profiles, or the problems of all: ids that differ, and nothing while anything is wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vacaturegen.errors import InputError, Problem
from vacaturegen.i18n import _

if TYPE_CHECKING:
    from vacaturegen.workshop import Product

    Produce = Callable[[Sequence[str]], Iterable[Product]]


def gather(
    files: Sequence[str], fresh: Sequence[str], ids: Iterable[tuple[str, str]], produce: Produce
) -> Iterator[Product]:
    """Yield the product of each `fresh` file, as soon as it is there; `ids` has the id of every other one of `files`.

    In the end raises InputError with the problems of all files, if there is any; until then nobody can rely on a
    product.
    """
    problems: set[Problem] = set()
    owners: dict[str, list[str]] = defaultdict(list)
    for profile, file in ids:
        owners[profile].append(file)
    right = True
    for product in produce(fresh) if fresh else ():
        if product.documents:
            owners[product.profile].append(product.file)
            yield product
        else:
            right = False
            problems.update(product.problems)
    for same in owners.values():
        if len(same) > 1:
            right = False
            first, *others = sorted(same, key=files.index)
            problems.update(taken(product, first) for product in produce(others))
    if not right:
        raise InputError(problems)


def taken(product: Product, first: str) -> Problem:
    """Return the Problem of a profile whose id another one has, in a file that comes first."""
    message = _("The id “{id}” is taken: {path} has it too.").format(id=product.profile, path=first)
    return product.place._replace(message=message, hint=_("Give one of the two another id."))
