"""What a profile and an organisatie say about the checks: exceptions, words of their own, and how bad a finding is.

None of it is printed in any document, and no digest of a document follows from it.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from vacaturegen.model.base import Dag, Deel, Kenmerk, Lijst, Regel, from_text, one_of

ERNSTEN = ("informatie", "waarschuwing", "fout")
"""How bad a finding can be, the least first."""
OF_PROFILE = ("negeren",)
OF_CLIENT = ("negeren", "spelling", "woorden", "ernst")
"""The fields of a profile and of an organisatie that are for the checks alone."""
FIELDS = (*OF_PROFILE, *(f"organisatie.{name}" for name in OF_CLIENT))


class Uitzondering(Deel):
    """A rule of the checks that is not followed here, and why; without a reason that is a finding itself."""

    code: Kenmerk = Field(description="Code van de regel die hier niet telt, zoals L03.", examples=["L03"])
    reden: Regel | None = Field(None, description="Waarom de regel hier niet telt; hoort er altijd bij.")
    veld: Kenmerk | None = Field(
        None,
        description="Veld waarvoor dit geldt, met alles eronder, zoals aanvraag.knockouts; zonder deze sleutel overal.",
        examples=["aanvraag.knockouts"],
    )


class EigenWoord(Deel):
    """A word that an organisation avoids: a pattern of words, what is better, and why."""

    woord: Kenmerk = Field(
        description="Woord of woorden om te vermijden; een * staat voor de rest van een woord, zoals klant*.",
        examples=["klant|klanten"],
    )
    beter: Regel | None = Field(None, description="Wat er beter kan staan.")
    reden: Regel | None = Field(None, description="Waarom de organisatie dit woord vermijdt, in een hele zin.")


class EigenErnst(Deel):
    """How bad an organisation finds what a rule finds, from a day on."""

    code: Kenmerk = Field(description="Code van de regel, zoals L01.", examples=["L01"])
    ernst: Annotated[str, one_of(*ERNSTEN)] = Field(description="Hoe zwaar een bevinding van deze regel telt.")
    geldig_vanaf: Dag | None = Field(None, description="Vanaf welke dag; zonder deze sleutel altijd.")
    reden: Regel | None = Field(None, description="Waarom de organisatie hiervan afwijkt.")


Uitzonderingen = Lijst[Annotated[Uitzondering, from_text("code")]]
EigenWoorden = Lijst[Annotated[EigenWoord, from_text("woord")]]


def is_for_checks(field: str) -> bool:
    """Tell whether a field, by its dotted path in a profile, is one that only the checks look at."""
    return field.startswith(FIELDS) and any(f"{field}.".startswith(f"{name}.") for name in FIELDS)
