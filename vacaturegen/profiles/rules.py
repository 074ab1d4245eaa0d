"""Rules across fields: each looks at a whole profile and yields what does not hold, with the field and the cure.

A rule skips what is absent, open or still to be decided. Rules about one value belong to its kind (`model.base`);
those about a tender request are in `request_rules`, those about a job in `job_rules`, those about days in
`schedule_rules`. Advice about good texts belongs to `checks`: what stands here makes a profile invalid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.colours import CONTRAST, contrast
from vacaturegen.i18n import _
from vacaturegen.model.base import known
from vacaturegen.model.profiel import SOORTEN, Profiel
from vacaturegen.profiles.job_rules import JOB_RULES
from vacaturegen.profiles.key_fact_rules import KEY_FACT_RULES
from vacaturegen.profiles.request_rules import REQUEST_RULES
from vacaturegen.profiles.schedule_rules import SCHEDULE_RULES
from vacaturegen.profiles.validation import Finding

UNSAFE_FILE = re.compile(r"[\\:]|^/|^~|(^|/)\.\.(/|$)")


def makes_a_document(profiel: Profiel) -> Iterator[Finding]:
    """Yield the profile that asks for no document."""
    if not profiel.soorten():
        hint = _("Add one of the keys {keys}.").format(keys=", ".join(SOORTEN))
        yield "titel", _("This profile does not say which document to make."), hint


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


def amounts_are_more_than_nothing(profiel: Profiel) -> Iterator[Finding]:
    """Yield pay, a rate or hours of nothing at all."""
    for field in ("salaris.minimum", "salaris.maximum", "salaris.aanloop_minimum", "aanvraag.tarief.maximum"):
        if known(profiel, field) == 0:
            yield field, _("This is 0."), _("Fill in an amount, or leave the key out.")
    hours = known(profiel, "inzet.uren_per_week")
    if hours and (hours.tot if hours.tot is not None else hours.van) == 0:
        yield "inzet.uren_per_week", _("This is 0."), _("Fill in the hours, or leave the key out.")


def sections_have_text(profiel: Profiel) -> Iterator[Finding]:
    """Yield each section of one's own under which nothing would stand."""
    for home in ("secties", *(f"{kind}.secties" for kind in SOORTEN), "aanvraag.opdracht"):
        for index, section in enumerate(known(profiel, home) or ()):
            if section.tekst is None and section.punten == ():
                yield f"{home}.{index}", _("Nothing stands in this section."), _("Add “tekst” or “punten”.")


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
    *JOB_RULES,
    *SCHEDULE_RULES,
    *KEY_FACT_RULES,
    makes_a_document,
    state_agrees_with_itself,
    amounts_are_more_than_nothing,
    sections_have_text,
    teaser_is_a_sentence,
    accent_is_readable,
    house_files_stay_home,
)
