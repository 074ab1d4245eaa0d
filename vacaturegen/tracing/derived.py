"""What a template sees that is made of several fields (see `templating.view`): which ones those are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any

from markdown_it.token import Token

from vacaturegen.model.places import Open
from vacaturegen.tracing.shades import Cause, Palette, fresh

RATE = ("aanvraag.tarief.per",)
BROKER = ("broker.naam", "broker.aanduiding")
SCALE = ("aanvraag.beoordeling.schaal", "aanvraag.gunningscriteria", "aanvraag.wensen")
DERIVED = {
    "werkgever.in_zin": ("organisatie.naam", "organisatie.lidwoord", "organisatie.soort"),
    "werkgever.kort": ("organisatie.soort", "organisatie.lidwoord", "organisatie.naam"),
    "rol.in_zin": ("titel",),
    "rol.meervoud": ("titel_meervoud",),
    "aanduiding": ("titel",),
    "broker_naam": BROKER,
    "fee_ontvanger": ("aanvraag.fee_ontvanger", *BROKER),
    "perceel": ("aanvraag.perceel",),
    "past_bij": ("eisen", "wensen"),
    "tarief_woord": RATE,
    "tarief_zin": RATE,
    "schaal_woorden.wat": SCALE,
    "schaal_woorden.waarvan": SCALE,
    "beoordelaar_gunning": ("aanvraag.beoordeling.rondes",),
    "beoordelaar_wensen": ("aanvraag.beoordeling.rondes",),
    "punten_totaal": ("aanvraag.gunningscriteria",),
    "punten_wensen": ("aanvraag.wensen",),
    "punten_alles": ("aanvraag.gunningscriteria", "aanvraag.wensen", "aanvraag.prijs", "aanvraag.beoordeling.rondes"),
    "prijsscore.vol": ("aanvraag.prijs.punten",),
    "prijsscore.rijen": ("aanvraag.prijs", "aanvraag.tarief.maximum"),
    "einde_termijn": (
        "aanvraag.beoordeling.opschortende_termijn.vanaf",
        "aanvraag.beoordeling.opschortende_termijn.dagen",
    ),
    "minimale_reactietermijn": ("organisatie.protocol",),
}
"""The names that a template knows them by, and the fields they are made of as far as they are there."""


def hold_derived(values: dict[str, Any], palette: Palette, fields: Set[str]) -> None:
    """Let a palette know of derived values in the variables of a document; those that are a field's own it knows.

    `fields` are those that the profile has.
    """
    for name, made_of in DERIVED.items():
        first, _, rest = name.partition(".")
        home = values if not rest else values.get(first)
        key = rest or first
        if not isinstance(home, dict) or key not in home or not (there := [one for one in made_of if one in fields]):
            continue
        home[key] = held(home[key], palette, shade_of(there, palette))


def held(value: Any, palette: Palette, code: str) -> Any:
    """Return a value of which a palette knows where it came from, and all that it holds."""
    if palette.of(value):
        return value
    if isinstance(value, list):
        return [held(item, palette, code) for item in value]
    if isinstance(value, dict):
        return {key: held(item, palette, code) for key, item in value.items()}
    if isinstance(value, int) or value is None or (isinstance(value, str) and len(value) < 2):
        return value
    return palette.hold(fresh(value) if isinstance(value, str) else value, code)


def open_fields(fields: Iterable[Open], tokens: Iterable[Token]) -> dict[str, list[str]]:
    """Return which fields each name of an open field is of: those of the profile, as the document calls them."""
    found: dict[str, list[str]] = {}
    for child in (child for token in tokens for child in token.children or ()):
        if child.type == "mark_open" and child.meta["kind"] == "open":
            field, _, label = child.meta["value"].partition("|")
            found.setdefault(label, []).append(field)
    for one in fields:
        found.setdefault(one.label, [one.veld])
    return found


def hold_open(
    values: dict[str, Any], palette: Palette, heads: Mapping[str, str], names: Mapping[str, Sequence[str]]
) -> None:
    """Let a palette know of the list of what is open: the shades of heads, and of which fields each name is."""
    values["nog_open"] = [
        (
            palette.hold(fresh(title), heads[title]) if title in heads else title,
            [held(label, palette, shade_of(names.get(label, ()), palette)) for label in labels],
        )
        for title, labels in values["nog_open"]
    ]


def shade_of(fields: Iterable[str], palette: Palette) -> str:
    """Return the shade of fields of the profile."""
    return palette.shade(*(Cause("value", "", field) for field in fields))
