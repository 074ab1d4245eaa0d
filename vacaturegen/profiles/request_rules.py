"""Rules across the fields of a tender request: broker and fee, criteria and rounds, arbeidsrelatie and clause.

As in `rules`: each yields what does not hold, and skips what is absent, open or still to be decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from vacaturegen.i18n import N_, _
from vacaturegen.model.aanvraag import TOETSEN
from vacaturegen.model.base import Deel, Open, known
from vacaturegen.model.organisatie import ARBEIDSRELATIES, Clausule
from vacaturegen.model.profiel import Profiel
from vacaturegen.notation import Datum
from vacaturegen.profiles.validation import Finding

NOT_OF_DETACHERING = ("geen-dienstbetrekking", "organisatie-door-opdrachtnemer")
"""Elements that say the opposite of work under the client's direction: domain.md 1.5, checked 2026-11-22."""


def points_make_the_total(profiel: Profiel) -> Iterator[Finding]:
    """Yield a total that the points do not make."""
    total = known(profiel, "aanvraag.punten_totaal")
    criteria = known(profiel, "aanvraag.gunningscriteria")
    if criteria is None:
        return
    points = [criterion.punten for criterion in criteria if not isinstance(criterion.punten, Open)]
    if total is not None and len(points) == len(criteria) and sum(points) != total:
        message = _("The points make {sum}, not {total}.").format(sum=sum(points), total=total)
        yield "aanvraag.punten_totaal", message, _("Change the points or the total.")


def broker_is_named_where_needed(profiel: Profiel) -> Iterator[Finding]:
    """Yield each fact that needs a broker in a profile that has none."""
    if profiel.aanvraag is None or profiel.broker is not None:
        return
    hint = _("Add “broker: ...” at the left margin, or change this.")
    if known(profiel, "aanvraag.fee_per_uur") is not None:
        yield "aanvraag.fee_per_uur", _("A fee goes to a broker, but this profile has none."), hint
    if known(profiel, "aanvraag.facturatie.via") == "broker":
        yield "aanvraag.facturatie.via", _("Invoices go through a broker, but this profile has none."), hint
    for index, ronde in enumerate(known(profiel, "aanvraag.beoordeling.rondes") or ()):
        if ronde.beoordelaar == "broker":
            field = f"aanvraag.beoordeling.rondes.{index}.beoordelaar"
            yield field, _("A broker assesses this round, but this profile has none."), hint


def unnamed_broker_stays_unnamed(profiel: Profiel) -> Iterator[Finding]:
    """Yield each text that names a broker who may not be named."""
    name = known(profiel, "broker.naam")
    if name and known(profiel, "broker.anoniem"):
        spelled = spelled_in_any_way(name)
        telling = max(re.findall(r"[^\W_]+", name.lower()), key=len)
        for field, text in texts(profiel):
            address = "@" in text or "://" in text
            told = spelled.search(text) or (address and len(telling) >= TELLING and telling in text.lower())
            if field != "broker.naam" and told:
                yield field, _("The name of the broker stands here, but it may not be named."), _("Leave the name out.")


def spelled_in_any_way(name: str) -> re.Pattern[str]:
    """Return what finds a name as words of their own, whatever stands between its letters."""
    letters = r"[\W_]*".join(re.sub(r"[\W_]", "", name))
    return re.compile(rf"(?<![^\W_]){letters}(?![^\W_])", re.IGNORECASE)


def texts(part: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the dotted path and the text of every text in a part, however deep."""
    if isinstance(part, str):
        yield path, part
    elif isinstance(part, Deel):
        for name in type(part).model_fields:
            yield from texts(getattr(part, name), f"{path}.{name}" if path else name)
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from texts(item, f"{path}.{index}")


RELATION_RULES = (
    ("detachering", "zzp_toegestaan", True, N_("Secondment is employment, so a self-employed person cannot do it.")),
    (
        "zelfstandig",
        "zzp_toegestaan",
        False,
        N_("“zelfstandig” asks for a self-employed person, and this excludes them."),
    ),
    (
        "tussenkomst",
        "zzp_toegestaan",
        False,
        N_("“tussenkomst” places a self-employed person, and this excludes them."),
    ),
    (
        "tussenkomst",
        "doorleen_toegestaan",
        False,
        N_("“tussenkomst” goes through an intermediary, and this excludes it."),
    ),
)


def relation_fits_what_is_allowed(profiel: Profiel) -> Iterator[Finding]:
    """Yield what is allowed or excluded against the arbeidsrelatie."""
    relation = known(profiel, "aanvraag.arbeidsrelatie")
    for when, field, value, message in RELATION_RULES:
        if relation == when and known(profiel, f"aanvraag.{field}") is value:
            yield f"aanvraag.{field}", _(message), _("Change this, or “arbeidsrelatie”.")


def rounds_refer_back(profiel: Profiel) -> Iterator[Finding]:
    """Yield each round that refers to one that is not before it, or to criteria that are not there."""
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


TELLING = 5
"""From how many letters on the longest word of a name gives it away in an address."""
FIELDS_OF = {
    "knockoutcriteria": (),
    "gunningscriteria": ("beste", "bij_gelijke_score"),
    "cv": ("criteria", "beste", "minimaal"),
    "gesprek": ("panel", "elke_competentie_voldoende", "terugval"),
}
"""What a round can say beside what it tests and who assesses it."""


def rounds_say_what_they_can(profiel: Profiel) -> Iterator[Finding]:
    """Yield what a round says that has no place in a round of its kind."""
    for index, ronde in enumerate(known(profiel, "aanvraag.beoordeling.rondes") or ()):
        if isinstance(ronde.toets, Open):
            continue
        for field in sorted(ronde.model_fields_set.difference(FIELDS_OF[ronde.toets], ("toets", "beoordelaar"))):
            message = _("A round that tests “{test}” has no “{field}”.").format(test=ronde.toets, field=field)
            hint = _("Leave it out, or say it in the round that it is about.")
            yield f"aanvraag.beoordeling.rondes.{index}.{field}", message, hint


def rounds_have_criteria(profiel: Profiel) -> Iterator[Finding]:
    """Yield each round that tests criteria of which the profile has none."""
    aanvraag = known(profiel, "aanvraag")
    there = {
        "gunningscriteria": known(profiel, "aanvraag.gunningscriteria") != (),
        "knockoutcriteria": aanvraag is None or aanvraag.aantal_knockouts() > 0,
    }
    for index, ronde in enumerate(known(profiel, "aanvraag.beoordeling.rondes") or ()):
        if not there.get(ronde.toets, True):
            message = _("This round tests criteria, but the profile “{id}” has none.").format(id=profiel.id)
            hint = _("Add them, or leave the round out.")
            yield f"aanvraag.beoordeling.rondes.{index}.toets", message, hint


def own_equipment_is_asked_for(profiel: Profiel) -> Iterator[Finding]:
    """Yield equipment that nobody has to bring."""
    aanvraag = known(profiel, "aanvraag")
    if aanvraag and known(aanvraag, "eigen_middelen") and aanvraag.byod in (None, False):
        message = _("Equipment is listed, but nobody has to bring it.")
        yield "aanvraag.eigen_middelen", message, _("Write “byod: ja”, or leave the list out.")


def fee_in_the_rate_exists(profiel: Profiel) -> Iterator[Finding]:
    """Yield a rate that includes a fee nobody named."""
    aanvraag = profiel.aanvraag
    included = [item.lower() for item in known(aanvraag, "tarief.inclusief") or ()]
    if "fee" in included and aanvraag is not None and aanvraag.fee_per_uur is None:
        message = _("The rate includes a fee, but “fee_per_uur” is missing.")
        yield "aanvraag.tarief.inclusief", message, _("Add “fee_per_uur”, or leave the fee out.")


def adopted_clause_says_by_whom(profiel: Profiel) -> Iterator[Finding]:
    """Yield what is wrong with the organisation's own clauses."""
    own = known(profiel, "organisatie.clausules.dba")
    for relation in ARBEIDSRELATIES:
        clause = known(own, relation)
        if isinstance(clause, Clausule):
            for field, message, hint in clause_problems(relation, clause):
                yield f"organisatie.clausules.dba.{relation}.{field}", message, hint


def clause_problems(relation: str, clause: Clausule) -> Iterator[Finding]:
    """Yield what is wrong with a clause that serves an arbeidsrelatie, with the field of the clause."""
    adopted = clause.vastgesteld_door and isinstance(clause.vastgesteld_op, Datum | Open)
    if clause.status == "vastgesteld" and not adopted:
        message = _("An adopted text says who adopted it, and when.")
        yield "status", message, _("Add “vastgesteld_door” and “vastgesteld_op”.")
    if relation == "detachering":
        for index, element in enumerate(clause.elementen):
            if element in NOT_OF_DETACHERING:
                message = _("Secondment is work under direction; “{element}” says the opposite.").format(
                    element=element
                )
                yield f"elementen.{index}", message, _("Leave the element and its text out.")


REQUEST_RULES = (
    points_make_the_total,
    broker_is_named_where_needed,
    unnamed_broker_stays_unnamed,
    relation_fits_what_is_allowed,
    rounds_refer_back,
    rounds_have_criteria,
    rounds_say_what_they_can,
    own_equipment_is_asked_for,
    fee_in_the_rate_exists,
    adopted_clause_says_by_whom,
)
