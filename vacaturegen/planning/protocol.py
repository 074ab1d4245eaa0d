"""The terms that hold for a vacancy: what its profile says, or else the protocol of its organisatie."""

from __future__ import annotations

from typing import Any

from vacaturegen.model.base import known
from vacaturegen.model.profiel import Profiel

INTERNAL = "intern"


def reaction_term(profiel: Profiel, kind: str, edition: str) -> Any:
    """Return the least time between publication and closing (a Duur, or what is open), or None when nobody says so.

    A protocol is about an organisation's own vacancies: of a tender request only the profile itself can say it.
    """
    if profiel.minimale_reactietermijn is not None or kind == "aanvraag":
        return profiel.minimale_reactietermijn
    return known(profiel, f"organisatie.protocol.reactietermijn.{edition if edition == INTERNAL else 'extern'}")
