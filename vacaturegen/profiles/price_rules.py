"""Rules about the price of a tender request: between which bounds its score can be reckoned.

As in `rules`: each yields what does not hold, and skips what is absent, open or still to be decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from vacaturegen.i18n import _
from vacaturegen.model.base import known
from vacaturegen.model.places import Open
from vacaturegen.model.profiel import Profiel
from vacaturegen.notation import Bijzonder, comma
from vacaturegen.profiles.validation import Finding

PRICE_AMOUNTS = ("vanaf", "tot")
OFFERS = {"vanaf": Bijzonder.LAAGSTE_AANBOD, "tot": Bijzonder.HOOGSTE_AANBOD}
"""The offer that each can be instead."""
LEFT_OUT = {"lineair": (), "verhouding": ("tot",)}
"""The amounts that a formula does not look at; one in words says itself what it looks at."""


def price_can_be_reckoned(profiel: Profiel) -> Iterator[Finding]:
    """Yield bounds of the price between which no score can be reckoned, or that nobody can offer."""
    prijs = known(profiel, "aanvraag.prijs")
    if prijs is None:
        return
    amounts = {name: known(prijs, name) for name in PRICE_AMOUNTS}
    for name, amount in amounts.items():
        if isinstance(amount, Bijzonder) and amount is not OFFERS[name]:
            message = _("The formula needs an amount here.")
            yield (
                f"aanvraag.prijs.{name}",
                message,
                _("Fill in an amount or “{offer}”, or leave the key out.").format(offer=OFFERS[name].value),
            )
    low, high = (amount if isinstance(amount, Decimal) else None for amount in amounts.values())
    formula = known(prijs, "formule")
    for name in LEFT_OUT.get(formula, PRICE_AMOUNTS) if formula is not None else ():
        if getattr(prijs, name) is not None:
            message = _("This formula has no “{field}”.").format(field=name)
            yield f"aanvraag.prijs.{name}", message, _("Leave it out, or write “formule: lineair”.")
    if formula == "verhouding" and low == 0:
        message = _("This is 0, so that every rate gives no points.")
        yield "aanvraag.prijs.vanaf", message, _("Fill in an amount, or leave the key out.")
    if formula == "lineair" and low is not None and has_no_end(profiel):
        message = _("Nothing says from which rate on there are no points.")
        yield "aanvraag.prijs.vanaf", message, _("Add “tot”, or “maximum” under “tarief”.")
    least, most = (known(profiel, f"aanvraag.tarief.{name}") for name in ("minimum", "maximum"))
    end, field = (high, "tot") if high is not None else (most, "vanaf")
    if low is not None and isinstance(end, Decimal) and low >= end:
        message = _("“vanaf” ({low}) is not below {high}: no rate lies between them.").format(
            low=comma(low), high=comma(end)
        )
        yield f"aanvraag.prijs.{field}", message, _("Change one of the two amounts.")
    if high is not None and isinstance(most, Decimal) and high > most:
        message = _("Nobody can offer {amount}: the highest rate is {bound}.").format(
            amount=comma(high), bound=comma(most)
        )
        yield "aanvraag.prijs.tot", message, _("Change one of the two amounts.")
    if low is not None and isinstance(least, Decimal) and low < least:
        message = _("Nobody can offer {amount}: the lowest rate is {bound}.").format(
            amount=comma(low), bound=comma(least)
        )
        yield "aanvraag.prijs.vanaf", message, _("Change one of the two amounts.")


def has_no_end(profiel: Profiel) -> bool:
    """Tell whether no rate is named, nor left open or to be decided, from which the price gives no points."""
    aanvraag: Any = profiel.aanvraag
    if aanvraag.prijs.tot is not None or isinstance(aanvraag.tarief, Open):
        return False
    return aanvraag.tarief is None or aanvraag.tarief.maximum in (None, Bijzonder.GEEN_MAXIMUM)
