"""Rules across fields: each looks at a whole profile and yields what does not hold, with the field and the cure.

A rule skips what is absent, open or still to be decided. Rules about one value belong to its kind (`model.base`);
those about a tender request are in `request_rules`. Advice about good texts belongs to `checks`: what stands here makes
a profile invalid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time
from decimal import Decimal
from itertools import pairwise
from typing import Any

from vacaturegen.colours import CONTRAST, contrast
from vacaturegen.i18n import N_, _
from vacaturegen.model.base import known
from vacaturegen.model.organisatie import Adres
from vacaturegen.model.profiel import SOORTEN, Profiel
from vacaturegen.model.werk import Planning
from vacaturegen.notation import Bijzonder, Datum, Duur, Eenheid
from vacaturegen.profiles.request_rules import REQUEST_RULES
from vacaturegen.profiles.validation import Finding

UNSAFE_FILE = re.compile(r"[\\:]|^/|^~|(^|/)\.\.(/|$)")


def moment(value: Any) -> datetime | None:
    """Return the last moment of an exact date, or None for what has no date."""
    return datetime.combine(value.dag, value.tijd or time.max) if isinstance(value, Datum) else None


def makes_a_document(profiel: Profiel) -> Iterator[Finding]:
    """Yield the profile that asks for no document."""
    if not profiel.soorten():
        hint = _("Add one of the keys {keys}.").format(keys=", ".join(SOORTEN))
        yield "titel", _("This profile does not say which document to make."), hint


def ends_after_it_starts(profiel: Profiel) -> Iterator[Finding]:
    """Yield an end before the start, and an end beside a duration."""
    start, end = moment(known(profiel, "inzet.start")), moment(known(profiel, "inzet.einde"))
    if start and end and end < start:
        yield "inzet.einde", _("The end lies before the start."), _("Change the start or the end.")
    if end and known(profiel, "inzet.duur"):
        message = _("An end and a duration can contradict each other.")
        yield "inzet.einde", message, _("Keep “einde” or “duur”, not both.")


def planning_in_order(profiel: Profiel) -> Iterator[Finding]:
    """Yield each date that lies before the one that it should follow."""
    days = [(name, at) for name in Planning.model_fields if (at := moment(known(profiel.planning, name)))]
    for (name, day), (next_name, next_day) in pairwise(days):
        if next_day < day:
            message = _("“{later}” lies before “{earlier}”.").format(later=next_name, earlier=name)
            yield f"planning.{next_name}", message, _("Change one of the two dates.")


COMES_AFTER = (
    ("inzet.start", "planning.sluiting", N_("The work starts before reactions close.")),
    (
        "aanvraag.beoordeling.opschortende_termijn.vanaf",
        "planning.gunning",
        N_("The term for objections starts before the award."),
    ),
)


def work_and_objections_come_after(profiel: Profiel) -> Iterator[Finding]:
    """Yield work that starts before the reactions close, and objections that start before the award."""
    for field, earlier, message in COMES_AFTER:
        day, before = known(profiel, field), known(profiel, earlier)
        if isinstance(day, Datum) and isinstance(before, Datum) and day.dag < before.dag:
            yield field, _(message), _("Change one of the two dates.")


def state_agrees_with_itself(profiel: Profiel) -> Iterator[Finding]:
    """Yield a concept that was adopted, a state that is told of nowhere, and a name of files that nothing fills."""
    for field in ("vastgesteld_door", "vastgesteld_op") if profiel.status == "concept" else ():
        if known(profiel, field):
            yield field, _("A concept has not been adopted yet."), _("Leave it out, or write “status: vastgesteld”.")
    told = profiel.status is None or profiel.status in ("vastgesteld", "gepubliceerd")
    for field in ("status_op", "status_toelichting") if told else ():
        if known(profiel, field):
            message = _("In this state no box tells what happened.")
            yield field, message, _("Leave it out, or write “status: gewijzigd”, ingetrokken or gesloten.")
    for index, field in enumerate(profiel.bestandsnaam):
        if getattr(profiel, str(field), "") is None:
            message = _("The name of the files asks for “{field}”, but the profile has none.").format(field=field)
            yield f"bestandsnaam.{index}", message, _("Add “{field}: ...”, or leave it out here.").format(field=field)


def post_has_an_address(profiel: Profiel) -> Iterator[Finding]:
    """Yield reactions by post to an organisation without a postal address."""
    address = getattr(known(profiel, "organisatie"), "adres", None)
    if known(profiel, "reageren.per_post") and (
        address is None or (isinstance(address, Adres) and not address.postcode)
    ):
        message = _("Reactions can go by post, but the organisation has no postal address.")
        yield "reageren.per_post", message, _("Add “adres:” with “postcode” to the organisation, or leave this out.")


ARTICLES = frozenset({"de", "het", "een", "’t", "‘t", "'t", "ons", "onze"})
"""What the name of a building can begin with, when it does not begin with a capital."""


PREPOSITIONS = frozenset({"op", "aan", "bij", "in", "vanuit"})
"""What it can begin with instead, when one does not work in it: op de werf."""


def place_has_an_article(profiel: Profiel) -> Iterator[Finding]:
    """Yield a building without an article: a sentence says that the work is in it."""
    name = known(profiel, "standplaats.naam")
    if name and not (name[:1].isupper() or name.split()[0] in ARTICLES | PREPOSITIONS):
        message = _("A sentence will say “in {name}”.").format(name=name[:40])
        yield "standplaats.naam", message, _("Begin with an article, such as “het gemeentehuis”.")


def pay_rises(profiel: Profiel) -> Iterator[Finding]:
    """Yield a minimum above the maximum."""
    low, high = known(profiel, "salaris.minimum"), known(profiel, "salaris.maximum")
    if isinstance(low, Decimal) and isinstance(high, Decimal) and low > high:
        yield "salaris.minimum", _("The minimum is higher than the maximum."), _("Exchange or correct the amounts.")


def contract_agrees_with_itself(profiel: Profiel) -> Iterator[Finding]:
    """Yield what a permanent contract cannot have."""
    if known(profiel, "contract.soort") == "vast":
        if known(profiel, "contract.duur"):
            yield "contract.duur", _("A permanent contract has no duration."), _("Leave it out, or write “tijdelijk”.")
        if known(profiel, "contract.uitzicht_op_vast"):
            message = _("The contract is permanent already.")
            yield "contract.uitzicht_op_vast", message, _("Leave it out, or write “tijdelijk”.")


MONTHS = {Eenheid.MAAND: 1, Eenheid.JAAR: 12}


def contract_lasts_as_long_as_the_work(profiel: Profiel) -> Iterator[Finding]:
    """Yield a duration of the work that its contract contradicts; a tender request is about another contract."""
    if "aanvraag" in profiel.soorten():
        return
    work, term = known(profiel, "inzet.duur"), known(profiel, "contract.duur")
    field = next((name for name in ("inzet.duur", "inzet.einde") if known(profiel, name)), None)
    if known(profiel, "contract.soort") == "vast" and field:
        yield field, _("A permanent contract does not end."), _("Leave this out, or write “soort: tijdelijk”.")
    elif work and term and in_months(work) != in_months(term):
        message = _("The work lasts longer or shorter than its contract.")
        yield "inzet.duur", message, _("Keep one of the two, here or under “contract”.")


def in_months(duration: Duur) -> Duur:
    """Return a duration with years as months, so that 1 jaar and 12 maanden are the same."""
    months = MONTHS.get(duration.eenheid)
    if months is None:
        return duration
    last = duration.tot and duration.tot * months
    return Duur(duration.aantal * months, Eenheid.MAAND, last, duration.woord)


def amounts_are_more_than_nothing(profiel: Profiel) -> Iterator[Finding]:
    """Yield pay, a rate or hours of nothing at all."""
    for field in ("salaris.minimum", "salaris.maximum", "aanvraag.tarief.maximum"):
        if known(profiel, field) == 0:
            yield field, _("This is 0."), _("Fill in an amount, or leave the key out.")
    hours = known(profiel, "inzet.uren_per_week")
    if hours and (hours.tot if hours.tot is not None else hours.van) == 0:
        yield "inzet.uren_per_week", _("This is 0."), _("Fill in the hours, or leave the key out.")


SAYS_PAY = ("minimum", "maximum", "schaal", "cao", "ikb", "vakantiegeld", "eindejaarsuitkering", "toelichting")
"""Of pay, what a sentence can be made of alone."""


def pay_says_something(profiel: Profiel) -> Iterator[Finding]:
    """Yield pay of which nothing could be printed. A request on its own prints no pay."""
    salaris = known(profiel, "salaris") if profiel.soorten() != ("aanvraag",) else None
    if salaris and all(getattr(salaris, name) is None for name in SAYS_PAY):
        yield "salaris", _("This says nothing about the pay yet."), _("Add “minimum” and “maximum”, or “schaal”.")


def sections_have_text(profiel: Profiel) -> Iterator[Finding]:
    """Yield each section of one's own under which nothing would stand."""
    for home in ("secties", *(f"{kind}.secties" for kind in SOORTEN), "aanvraag.opdracht"):
        for index, section in enumerate(known(profiel, home) or ()):
            if section.tekst is None and section.punten == ():
                yield f"{home}.{index}", _("Nothing stands in this section."), _("Add “tekst” or “punten”.")


def deadlines_have_a_day(profiel: Profiel) -> Iterator[Finding]:
    """Yield a deadline "as soon as possible" or to be agreed on: nobody can keep it."""
    for field in ("planning.vragen", "planning.sluiting"):
        if known(profiel, field) in (Bijzonder.ZSM, Bijzonder.IN_OVERLEG):
            yield field, _("A deadline needs a day."), _("Write a date, or nader te bepalen.")


def teaser_is_a_sentence(profiel: Profiel) -> Iterator[Finding]:
    """Yield an opening or closing question that runs on into the next sentence."""
    for field in ("advertentie.teaser", "advertentie.oproep"):
        text = known(profiel, field)
        if text and text[-1] not in "?!.":
            yield field, _("This sentence has no end."), _("End it with a question mark.")


def accent_is_readable(profiel: Profiel) -> Iterator[Finding]:
    """Yield an accent colour that cannot be read on white."""
    colour = known(profiel, "organisatie.huisstijl.accentkleur")
    if colour and (ratio := contrast(colour, "#ffffff")) < CONTRAST:
        message = _("This colour is too light on white: {ratio} to 1.").format(ratio=f"{ratio:.1f}")
        hint = _("Choose a darker one; at least {ratio} to 1 is needed.").format(ratio=CONTRAST)
        yield "organisatie.huisstijl.accentkleur", message, hint


def house_files_stay_home(profiel: Profiel) -> Iterator[Finding]:
    """Yield each house file that lies outside the folder of organisations."""
    for field in ("organisatie.huisstijl.logo.bestand", "organisatie.huisstijl.thema", "organisatie.huisstijl.basis"):
        name = known(profiel, field)
        if name and UNSAFE_FILE.search(name):
            hint = _("Put the file beside the organisation's file and write its name.")
            yield field, _("This file lies in another folder."), hint


RULES = (
    *REQUEST_RULES,
    makes_a_document,
    ends_after_it_starts,
    planning_in_order,
    work_and_objections_come_after,
    state_agrees_with_itself,
    post_has_an_address,
    place_has_an_article,
    pay_rises,
    contract_agrees_with_itself,
    contract_lasts_as_long_as_the_work,
    amounts_are_more_than_nothing,
    pay_says_something,
    sections_have_text,
    deadlines_have_a_day,
    teaser_is_a_sentence,
    accent_is_readable,
    house_files_stay_home,
)
