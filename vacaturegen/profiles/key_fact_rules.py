"""The rule about rows of one's own in the table of key facts: none has the name of a row that is there already.

As in `rules`: it yields what does not hold, and skips what is absent, open or still to be decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from vacaturegen.i18n import _
from vacaturegen.model.base import known
from vacaturegen.model.profiel import Profiel
from vacaturegen.profiles.validation import Finding

SHARED = {
    "aantal plaatsen": "inzet.aantal",
    "start": "inzet.start",
    "einde": "inzet.einde",
    "duur": "inzet.duur",
    "niveau": "niveau",
    "opleidingsniveau": "opleidingsniveau",
    "afdeling": "afdeling",
    "team": "team",
    "standplaats": "standplaats",
    "andere locaties": "standplaats.andere_locaties",
    "regio": "standplaats.regio",
    "zaaknummer": "zaaknummer",
    "kenmerk": "kenmerk",
    "versie": "versie",
    "vastgesteld": "vastgesteld_door",
}
ROWS = {
    "aanvraag": SHARED
    | {
        "aanvraagnummer": "aanvraag.nummer",
        "opdrachtgever": "organisatie",
        "broker": "broker",
        "opties voor verlenging": "inzet.verlenging",
        "uren per week": "inzet.uren_per_week",
        "omvang": "inzet.omvang",
        "uren in totaal": "aanvraag.uren_totaal",
        "inschaling": "aanvraag.inschaling",
        "opdracht in dynamisch aankoopsysteem (das)": "aanvraag.das",
        "procedure": "aanvraag.procedure",
        "perceel": "aanvraag.perceel",
        "cpv-code": "aanvraag.cpv",
        "cpv-codes": "aanvraag.cpv",
        "reden van de aanvraag": "aanvraag.reden",
        "inzet van een zzp'er toegestaan": "aanvraag.zzp_toegestaan",
        "doorlenen toegestaan": "aanvraag.doorleen_toegestaan",
        "payrolling toegestaan": "aanvraag.payroll_toegestaan",
        **dict.fromkeys(("tarief", "uurtarief", "dagtarief", "weektarief", "maandtarief", "prijs"), "aanvraag.tarief"),
        "gepubliceerd": "planning.publicatie",
        "einde inschrijving": "planning.sluiting",
    },
    "vacature": SHARED
    | {
        "organisatie": "organisatie",
        "werving door": "wervingsbureau",
        "omvang": "inzet.uren_per_week",
        "uren per week": "inzet.uren_per_week",
        "werkdagen": "inzet.werkdagen",
        "werktijden": "inzet.werktijden",
        "hybride werken": "inzet.hybride",
        "contract": "contract",
        "salaris": "salaris",
        "geplaatst": "planning.publicatie",
        "reageren": "planning.sluiting",
        "gesprekken": "planning.gesprekken",
    },
}
"""The rows of the table of each kind, in small letters, and the field that each of them tells."""


def own_rows_are_new(profiel: Profiel) -> Iterator[Finding]:
    """Yield each row of one's own that has the name of a row which the profile fills already."""
    rows = [fields for kind, fields in ROWS.items() if kind in profiel.soorten()] if profiel.kerngegevens_extra else []
    for index, extra in enumerate(known(profiel, "kerngegevens_extra") or ()):
        name = (known(extra, "naam") or "").lower()
        field = next((fields[name] for fields in rows if known(profiel, fields.get(name, "")) not in (None, ())), None)
        if field:
            message = _("The table has a row “{name}” already.").format(name=extra.naam[:40])
            hint = _("Change “{field}”, or give this row another name.").format(field=field)
            yield f"kerngegevens_extra.{index}.naam", message, hint


KEY_FACT_RULES = (own_rows_are_new,)
