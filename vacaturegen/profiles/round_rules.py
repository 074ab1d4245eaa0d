"""Rules about the rounds of an assessment: what each can say, what it needs, and what it refers to.

As in `rules`: each yields what does not hold, and skips what is absent, open or still to be decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from vacaturegen.i18n import N_, _
from vacaturegen.model.base import known
from vacaturegen.model.places import Open
from vacaturegen.model.profiel import Profiel
from vacaturegen.model.totaalscore import parts_of, points_in, total, worth_of
from vacaturegen.notation import comma
from vacaturegen.profiles.validation import Finding

WHOLE = Decimal(100)


def rounds_refer_back(profiel: Profiel) -> Iterator[Finding]:
    """Yield each round that refers to one that is not before it, or that keeps more candidates than go on."""
    before: list[Any] = []
    for index, ronde in enumerate(known(profiel, "aanvraag.beoordeling.rondes") or ()):
        unclear = any(isinstance(toets, Open) for toets in before)
        if isinstance(ronde.terugval, str) and ronde.terugval not in before and not unclear:
            message = _("“terugval” names an earlier round, and none tests “{test}”.").format(test=ronde.terugval)
            hint = _("Choose from the rounds before this one: {words}.").format(words=", ".join(before))
            hint = hint if before else _("Leave it out: no round comes before this one.")
            yield f"aanvraag.beoordeling.rondes.{index}.terugval", message, hint
        before.append(ronde.toets)
        if isinstance(ronde.minimaal, int) and isinstance(ronde.beste, int) and ronde.minimaal > ronde.beste:
            message = _("The least number of candidates is more than the number that goes on.")
            yield f"aanvraag.beoordeling.rondes.{index}.minimaal", message, _("Change “minimaal” or “beste”.")


SAYS = ("toets", "beoordelaar", "naam", "toelichting")
COMPARES = ("weging", "minimum_punten", "minimum_procent", "beste", "minimaal", "bij_gelijke_score")
MEETS = (*COMPARES, "criteria", "punten", "panel", "panelleden", "duur", "waar", "terugval")
FIELDS_OF = {
    "knockoutcriteria": (),
    "gunningscriteria": COMPARES,
    "wensen": COMPARES,
    "prijs": COMPARES,
    "cv": (*COMPARES, "criteria", "punten"),
    "gesprek": (*MEETS, "elke_competentie_voldoende", "bij_onvoldoende"),
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


def minimum_can_be_had(profiel: Profiel) -> Iterator[Finding]:
    """Yield each least score that nobody can have, and one that is told in two ways."""
    aanvraag = known(profiel, "aanvraag")
    for index, ronde in enumerate(known(aanvraag, "beoordeling.rondes") or ()):
        least, share = known(ronde, "minimum_punten"), known(ronde, "minimum_procent")
        if least is not None:
            most = points_in(aanvraag, ronde)
            if isinstance(most, Decimal) and least > most:
                message = _("Nobody can have {least} points: this round has {most}.").format(
                    least=comma(least), most=comma(most)
                )
                hint = _("Lower the number, or write “minimum_procent” with a percentage.")
                yield f"aanvraag.beoordeling.rondes.{index}.minimum_punten", message, hint
        if share is not None and (share > WHOLE or least is not None):
            message = _("Nobody can have {share}% of the points.").format(share=comma(share))
            if least is not None:
                message = _("The least score is told in two ways.")
            hint = _("Keep “minimum_punten” or “minimum_procent”, at most 100%.")
            yield f"aanvraag.beoordeling.rondes.{index}.minimum_procent", message, hint


def enough_go_on(profiel: Profiel) -> Iterator[Finding]:
    """Yield each round that leaves fewer candidates than there are places."""
    places = known(profiel, "inzet.aantal")
    for index, ronde in (
        enumerate(known(profiel, "aanvraag.beoordeling.rondes") or ()) if isinstance(places, int) else ()
    ):
        best = known(ronde, "beste")
        if best is not None and best < places:
            message = _("This leaves fewer candidates than there are places: {places}.").format(places=places)
            yield f"aanvraag.beoordeling.rondes.{index}.beste", message, _("Change “beste”, or “aantal” under “inzet”.")


def criteria_make_the_round(profiel: Profiel) -> Iterator[Finding]:
    """Yield criteria of a round whose points or weights do not make what the round counts for."""
    aanvraag = known(profiel, "aanvraag")
    for index, ronde in enumerate(known(aanvraag, "beoordeling.rondes") or ()):
        items = known(ronde, "criteria")
        if not items:
            continue
        field = f"aanvraag.beoordeling.rondes.{index}.criteria"
        points = total(map(worth_of, items)) if all(worth_of(item) is not None for item in items) else None
        stated = known(ronde, "punten")
        if isinstance(points, Decimal) and isinstance(stated, Decimal) and points != stated:
            message = _("The points of the criteria make {sum}, but the round has {total}.").format(
                sum=comma(points), total=comma(stated)
            )
            yield field, message, _("Change the points, or leave “punten” of the round out.")
        made = total(item.weging for item in items) if all(item.weging is not None for item in items) else None
        if not isinstance(made, Decimal) or made == WHOLE:
            continue
        share = next((part.weight for part in parts_of(aanvraag) if part.round == index), None)
        if isinstance(share, Open) or made == share:
            continue
        message = _("The weights make {sum}%, not 100%.").format(sum=comma(made))
        if share is not None:
            message = _("The weights make {sum}%, and neither 100% nor the {share}% that this part counts for.").format(
                sum=comma(made), share=comma(share)
            )
        yield field, message, _("Change the weights.")


def judgements_are_told_once(profiel: Profiel) -> Iterator[Finding]:
    """Yield each judgement that stands in the scale a second time."""
    seen: set[str] = set()
    for index, oordeel in enumerate(known(profiel, "aanvraag.beoordeling.schaal") or ()):
        word = (known(oordeel, "oordeel") or "").lower()
        if word and word in seen:
            message = _("The judgement “{word}” stands here twice.").format(word=word[:40])
            yield f"aanvraag.beoordeling.schaal.{index}.oordeel", message, _("Keep one of the two.")
        seen.add(word)


ROUND_RULES = (
    rounds_refer_back,
    rounds_have_criteria,
    rounds_say_what_they_can,
    minimum_can_be_had,
    enough_go_on,
    criteria_make_the_round,
    judgements_are_told_once,
)
