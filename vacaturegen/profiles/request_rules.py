"""Rules across the terms of a tender request: broker and fee, rate, arbeidsrelatie and clause, where to turn to.

As in `rules`: each yields what does not hold, and skips what is absent, open or still to be decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from vacaturegen.i18n import N_, _
from vacaturegen.model.base import known
from vacaturegen.model.organisatie import ARBEIDSRELATIES, Clausule
from vacaturegen.model.places import Open
from vacaturegen.model.profiel import Profiel
from vacaturegen.notation import Datum
from vacaturegen.profiles.assessment_rules import ASSESSMENT_RULES
from vacaturegen.profiles.names import find_name, names_of, texts
from vacaturegen.profiles.validation import Finding

NOT_OF_DETACHERING = ("organisatie-door-opdrachtnemer",)
"""Elements that say the opposite of work under the client's direction: domain.md 1.5, checked 2026-11-22.

That no employment with the client arises is not among them: who is seconded is employed by somebody else, and adopted
clauses say both.
"""


FEES = ("fee_per_uur", "fee_percentage", "fee_eenmalig")


def broker_is_named_where_needed(profiel: Profiel) -> Iterator[Finding]:
    """Yield each fact that needs a broker in a profile that has none."""
    if profiel.aanvraag is None or profiel.broker is not None:
        return
    hint = _("Add “broker: ...” at the left margin, or change this.")
    for field in FEES if profiel.aanvraag.fee_ontvanger is None else ():
        if known(profiel.aanvraag, field) is not None:
            cure = _("Add “broker: ...” at the left margin, or say in “fee_ontvanger” who gets the fee.")
            yield f"aanvraag.{field}", _("A fee goes to a broker, but this profile has none."), cure
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
        kept = tuple(names_of(name, ""))
        for field, text in texts(profiel):
            if field != "broker.naam" and find_name(kept, text):
                yield field, _("The name of the broker stands here, but it may not be named."), _("Leave the name out.")


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
    ("open", "zzp_toegestaan", False, N_("“open” leaves the form to the bidder, and this excludes the self-employed.")),
    ("zelfstandig", "ketentoets", True, N_("“zelfstandig” asks for somebody without employment contracts to check.")),
)


def relation_fits_what_is_allowed(profiel: Profiel) -> Iterator[Finding]:
    """Yield what is allowed or excluded against the arbeidsrelatie."""
    relation = known(profiel, "aanvraag.arbeidsrelatie")
    for when, field, value, message in RELATION_RULES:
        if relation == when and known(profiel, f"aanvraag.{field}") is value:
            yield f"aanvraag.{field}", _(message), _("Change this, or “arbeidsrelatie”.")


def own_equipment_is_asked_for(profiel: Profiel) -> Iterator[Finding]:
    """Yield equipment that nobody has to bring."""
    aanvraag = known(profiel, "aanvraag")
    if aanvraag and known(aanvraag, "eigen_middelen") and aanvraag.byod is None:
        message = _("Equipment is listed, but nobody has to bring it.")
        yield (
            "aanvraag.eigen_middelen",
            message,
            _("Write “byod: ja” if all of it is the candidate’s own, “byod: nee” if the client has the rest."),
        )


def fee_in_the_rate_exists(profiel: Profiel) -> Iterator[Finding]:
    """Yield a rate that includes a fee nobody named."""
    aanvraag = profiel.aanvraag
    included = [item.lower() for item in known(aanvraag, "tarief.inclusief") or () if isinstance(item, str)]
    if "fee" in included and aanvraag is not None and all(getattr(aanvraag, fee) is None for fee in FEES):
        message = _("The rate includes a fee, but “fee_per_uur” is missing.")
        yield "aanvraag.tarief.inclusief", message, _("Add “fee_per_uur”, or leave the fee out.")
    payer = known(aanvraag, "fee_betaler")
    if "fee" in included and payer is not None and payer.lower().removeprefix("de ") == "opdrachtgever":
        message = _("The client pays the fee, so it cannot be in the rate.")
        yield "aanvraag.tarief.inclusief", message, _("Leave the fee out, or change “fee_betaler”.")


RATES = ("minimum", "indicatie", "indicatie_tot", "maximum")


def rates_rise(profiel: Profiel) -> Iterator[Finding]:
    """Yield each rate that is above one that it should not exceed, and a band of which only the end is there."""
    tarief = known(profiel, "aanvraag.tarief")
    amounts = [(name, known(tarief, name)) for name in RATES]
    there = [(name, amount) for name, amount in amounts if isinstance(amount, Decimal)]
    for (low_name, low), (name, amount) in pairwise(there):
        if amount < low:
            message = _("“{higher}” is below “{lower}”.").format(higher=name, lower=low_name)
            yield f"aanvraag.tarief.{name}", message, _("Exchange or correct the amounts.")
    for name, amount in there:
        if name != "maximum" and amount == 0:
            yield f"aanvraag.tarief.{name}", _("This is 0."), _("Fill in an amount, or leave the key out.")
    if tarief and tarief.indicatie is None and tarief.indicatie_tot is not None:
        message = _("The band of the indication has no beginning.")
        yield "aanvraag.tarief.indicatie_tot", message, _("Add “indicatie: ...”.")


def offer_stands_once(profiel: Profiel) -> Iterator[Finding]:
    """Yield an offer that stands for a time and until a day: they can contradict each other."""
    inschrijving = known(profiel, "aanvraag.inschrijving")
    if known(inschrijving, "gestanddoening") and known(inschrijving, "gestand_tot"):
        message = _("An offer that stands for a time and until a day can contradict itself.")
        yield "aanvraag.inschrijving.gestand_tot", message, _("Keep “gestanddoening” or “gestand_tot”, not both.")


def takeover_is_allowed(profiel: Profiel) -> Iterator[Finding]:
    """Yield when a takeover is free in a request that allows none."""
    overname = known(profiel, "aanvraag.overname")
    for field in ("na_uren", "na", "vergoeding") if overname and overname.toegestaan is False else ():
        if getattr(overname, field) is not None:
            message = _("A takeover is not allowed, so it has no terms.")
            yield f"aanvraag.overname.{field}", message, _("Leave it out, or write “toegestaan: ja”.")


def account_is_asked_for(profiel: Profiel) -> Iterator[Finding]:
    """Yield a part of the invoice for an account that nobody needs."""
    if known(profiel, "aanvraag.g_rekening") is False and known(profiel, "aanvraag.g_rekening_procent") is not None:
        message = _("A part of the invoice goes to a G-rekening, but none is needed.")
        yield "aanvraag.g_rekening_procent", message, _("Leave it out, or write “g_rekening: ja”.")


BARE = ("ja", "nee")


def screening_says_what(profiel: Profiel) -> Iterator[Finding]:
    """Yield a screening or an insurance of which nothing is said but yes or no."""
    for field in ("screening", "verzekering"):
        if (known(profiel, f"aanvraag.{field}") or "").lower() in BARE:
            message = _("This does not say which one.")
            yield f"aanvraag.{field}", message, _("Write what is asked, or leave the key out.")


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
    *ASSESSMENT_RULES,
    broker_is_named_where_needed,
    unnamed_broker_stays_unnamed,
    relation_fits_what_is_allowed,
    own_equipment_is_asked_for,
    fee_in_the_rate_exists,
    rates_rise,
    offer_stands_once,
    takeover_is_allowed,
    account_is_asked_for,
    screening_says_what,
    adopted_clause_says_by_whom,
)
