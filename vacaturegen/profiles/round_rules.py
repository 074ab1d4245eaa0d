"""Rules about the rounds of an assessment: what each can say, what it needs, and what it refers to.

As in `rules`: each yields what does not hold, and skips what is absent, open or still to be decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vacaturegen.i18n import N_, _
from vacaturegen.model.base import Open, known
from vacaturegen.model.beoordeling import TOETSEN
from vacaturegen.model.profiel import Profiel
from vacaturegen.profiles.validation import Finding


def rounds_refer_back(profiel: Profiel) -> Iterator[Finding]:
    """Yield each round that refers to one that is not before it, or that keeps more candidates than go on."""
    before: list[Any] = []
    for index, ronde in enumerate(known(profiel, "aanvraag.beoordeling.rondes") or ()):
        unclear = any(isinstance(toets, Open) for toets in before)
        if isinstance(ronde.terugval, str) and ronde.terugval not in before and not unclear:
            message = _("There is no earlier round that tests “{test}”.").format(test=ronde.terugval)
            hint = _("Choose from: {words}.").format(words=", ".join(before or TOETSEN))
            yield f"aanvraag.beoordeling.rondes.{index}.terugval", message, hint
        before.append(ronde.toets)
        if isinstance(ronde.minimaal, int) and isinstance(ronde.beste, int) and ronde.minimaal > ronde.beste:
            message = _("The least number of candidates is more than the number that goes on.")
            yield f"aanvraag.beoordeling.rondes.{index}.minimaal", message, _("Change “minimaal” or “beste”.")


SAYS = ("toets", "beoordelaar", "naam", "toelichting")
COMPARES = ("weging", "minimum_punten", "beste", "minimaal", "bij_gelijke_score")
MEETS = (*COMPARES, "criteria", "punten", "panel", "panelleden", "duur", "waar", "terugval")
FIELDS_OF = {
    "knockoutcriteria": (),
    "gunningscriteria": COMPARES,
    "wensen": COMPARES,
    "prijs": COMPARES,
    "cv": (*COMPARES, "criteria", "punten"),
    "gesprek": (*MEETS, "elke_competentie_voldoende"),
    "presentatie": MEETS,
    "anders": MEETS,
}
"""What a round can say beside what every round says."""


def rounds_say_what_they_can(profiel: Profiel) -> Iterator[Finding]:
    """Yield what a round says that has no place in a round of its kind, and what a round of one's own leaves out."""
    for index, ronde in enumerate(known(profiel, "aanvraag.beoordeling.rondes") or ()):
        if isinstance(ronde.toets, Open):
            continue
        for field in sorted(ronde.model_fields_set.difference(FIELDS_OF[ronde.toets], SAYS)):
            message = _("A round that tests “{test}” has no “{field}”.").format(test=ronde.toets, field=field)
            hint = _("Leave it out, or say it in the round that it is about.")
            yield f"aanvraag.beoordeling.rondes.{index}.{field}", message, hint
        for field in ("naam", "toelichting") if ronde.toets == "anders" else ():
            if getattr(ronde, field) is None:
                message = _("A round that tests something else needs “{field}”.").format(field=field)
                hint = _("Add “{key}: ...”.").format(key=field)
                yield f"aanvraag.beoordeling.rondes.{index}.toets", message, hint


NEEDED = {
    "gunningscriteria": N_("This round tests criteria, but the profile “{id}” has none."),
    "knockoutcriteria": N_("This round tests criteria, but the profile “{id}” has none."),
    "wensen": N_("This round tests wishes, but the profile “{id}” has none."),
    "prijs": N_("This round tests the price, but nothing in the profile “{id}” says how."),
}


def rounds_have_criteria(profiel: Profiel) -> Iterator[Finding]:
    """Yield each round that tests what the profile does not have."""
    aanvraag = known(profiel, "aanvraag")
    if aanvraag is None:
        return
    there = {
        "gunningscriteria": aanvraag.gunningscriteria != (),
        "knockoutcriteria": aanvraag.aantal_knockouts() > 0 or isinstance(aanvraag.tarief, Open),
        "wensen": aanvraag.wensen != (),
        "prijs": aanvraag.prijs is not None,
    }
    for index, ronde in enumerate(known(aanvraag, "beoordeling.rondes") or ()):
        if not there.get(ronde.toets, True):
            message = _(NEEDED[ronde.toets]).format(id=profiel.id)
            hint = _("Add them, or leave the round out.")
            if ronde.toets == "prijs":
                hint = _("Add “prijs” with “formule: lineair”, or leave the round out.")
            yield f"aanvraag.beoordeling.rondes.{index}.toets", message, hint


ROUND_RULES = (rounds_refer_back, rounds_have_criteria, rounds_say_what_they_can)
