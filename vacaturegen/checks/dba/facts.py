"""Rules about the facts of a request: result, arbeidsrelatie, rate, duration, and the laws on posting workers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from vacaturegen.checks.dba.texts import is_looked_at, is_said, lists_results, read
from vacaturegen.checks.figures import number_on
from vacaturegen.checks.rule import TENDER, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.dutch import date_text
from vacaturegen.i18n import _
from vacaturegen.notation import Bereik, Datum, Duur, Eenheid, Maand, Verlenging

MONTHS_OF = {
    Eenheid.JAAR: Decimal(12),
    Eenheid.MAAND: Decimal(1),
    Eenheid.WEEK: Decimal(12) / 52,
    Eenheid.WERKDAG: Decimal(12) / 260,
    Eenheid.DAG: Decimal(12) / 365,
    Eenheid.KALENDERDAG: Decimal(12) / 365,
}
"""How many months a unit of time is, about."""
DAYS_OF_MONTH = Decimal(365) / 12
WHOLE_WEEK = 5
POSTING = ("detachering", "tussenkomst", "open")
"""The arbeidsrelaties in which somebody may be posted: open can become detachering."""
STARTS = ("inzet.start", "planning.gunning", "planning.sluiting", "planning.publicatie")
"""From which day an assignment may run: the first of these that is a day."""


@rule(
    "B06",
    "De aanvraag noemt nergens een resultaat",
    Ernst.WAARSCHUWING,
    TENDER,
    source="HR 24-3-2023, ECLI:NL:HR:2023:443 (Deliveroo), gezichtspunten 1 en 8",
    why="Een opdracht heeft een resultaat of een oplevering. Wie alleen uren en taken vraagt, vraagt arbeidskracht.",
    bad="resultaatgebieden: WEG\ndoel: WEG\naanvraag: {opdracht: [{tekst: De professional werkt aan parken.}]}\n"
    "taken: [Brieven schrijven]",
    good="resultaatgebieden: [{naam: Plan, omschrijving: Een plan voor het park opleveren}]",
)
def no_result(subject: Subject) -> Iterator[Hit]:
    """Yield a request that says what is done and nowhere what comes of it; one without any text says nothing yet."""
    profiel = subject.profiel
    told = any(subject.known(field) for field in ("aanvraag.opdracht", "taken", "taakgroepen"))
    named = profiel.resultaatgebieden != () or is_said(subject, "resultaat") or lists_results(subject)
    if is_looked_at(subject) and told and not named:
        message = _("The request names no result or delivery; say what there is when the assignment is done.")
        yield Hit("aanvraag.opdracht" if subject.known("aanvraag.opdracht") else "aanvraag", message, at_key=True)


@rule(
    "B07",
    "De arbeidsrelatie is niet gekozen, of beide vormen hebben dezelfde tekst",
    Ernst.WAARSCHUWING,
    TENDER,
    source="Antwoorden van de minister van 9-12-2025 over aanvragen van gemeenten, via gemeente.nu",
    why="Een aanvraag mag openstaan voor zelfstandigen en voor werknemers. Doen zij het werk op precies dezelfde"
    " manier, dan is het risico op schijnzelfstandigheid groter. Zeg per vorm waarin het werk verschilt, of kies.",
    bad="aanvraag: {arbeidsrelatie: open, waadi: ja, wtta: ja, opdracht: [{tekst: De opdracht kan als zzp'er of in"
    " loondienst.}]}\ndoel: Een plan opleveren en rapporteren aan de teammanager.",
    good="aanvraag: {arbeidsrelatie: zelfstandig}",
)
def relation_open(subject: Subject) -> Iterator[Hit]:
    """Yield a request that does not say which arbeidsrelatie it asks for, or asks for both in the same words."""
    relation = subject.known("aanvraag.arbeidsrelatie")
    if relation is None:
        message = _("The arbeidsrelatie has not been chosen, so the request has no clause about it; choose one.")
        yield Hit("aanvraag.arbeidsrelatie", message)
    elif relation == "open" and not is_said(subject, "verschil"):
        employed = any(signal.group in ("gezag", "inbedding", "werknemer") for _text, signal in read(subject).signals)
        message = _(
            "The request is open to both forms and says nowhere in what the work of a self-employed person differs;"
            " say so, or choose one form."
        )
        both = next(two_forms(subject), None)
        ernst = Ernst.WAARSCHUWING if employed or both else Ernst.INFORMATIE
        yield (both or Hit("aanvraag.arbeidsrelatie", message))._replace(message=message, ernst=ernst)


def two_forms(subject: Subject) -> Iterator[Hit]:
    """Yield where a text names both forms in one breath."""
    for text, note in read(subject).notes:
        if (note.group, note.name) == ("beweringen", "beide"):
            yield Hit(text.field, "", text.value[note.start : note.end], note.start)


@rule(
    "B11",
    "Het uurtarief ligt onder het voorgestelde rechtsvermoeden",
    Ernst.INFORMATIE,
    TENDER,
    source="Wetsvoorstel 36783 (36 euro), en 38 euro volgens het kabinet op 6-3-2026; geen geldend recht",
    why="Het kabinet stelde voor dat iemand met een laag uurtarief zich op een arbeidsovereenkomst kan beroepen. Dat is"
    " een voorstel; het bedrag kan veranderen.",
    bad='aanvraag: {tarief: {maximum: "35", btw: exclusief}}',
    good='aanvraag: {tarief: {maximum: "60", btw: exclusief}}',
)
def low_rate(subject: Subject) -> Iterator[Hit]:
    """Yield a rate for an hour below the amount of the legal presumption that has been proposed."""
    tarief = subject.known("aanvraag.tarief")
    bound = number_on(subject.figures, "dba_rechtsvermoeden_uurtarief", subject.day)
    if not is_looked_at(subject) or tarief is None or bound is None or tarief.per != "uur":
        return
    for name in ("maximum", "indicatie_tot", "indicatie"):
        amount = getattr(tarief, name)
        if isinstance(amount, Decimal):
            if amount < bound:
                message = _("This rate is below {amount} euro an hour, the limit that has been proposed; it is no law.")
                yield Hit(f"aanvraag.tarief.{name}", message.format(amount=f"{bound:f}".replace(".", ",")))
            return


@rule(
    "B12",
    "Bij terbeschikkingstelling ontbreekt de Waadi of de Wtta",
    Ernst.WAARSCHUWING,
    TENDER,
    source="Waadi (kvk.nl); Wtta vanaf 1-1-2027, gehandhaafd vanaf 1-1-2028 (normecvro.nl, abu.nl, 2026)",
    why="Wie personeel ter beschikking stelt, staat zo in het Handelsregister. Vanaf 1 januari 2027 is ook toelating"
    " nodig, of een beroep op de overgangsregeling; een inlener mag dan met niemand anders zakendoen.",
    bad="aanvraag: {arbeidsrelatie: detachering, waadi: WEG, wtta: WEG}",
    good="aanvraag: {arbeidsrelatie: detachering, waadi: ja, wtta: ja}",
)
def posting_laws(subject: Subject) -> Iterator[Hit]:
    """Yield a request that may be done by posted workers, and does not ask for what the law asks of who posts them."""
    aanvraag, relation = subject.profiel.aanvraag, subject.known("aanvraag.arbeidsrelatie")
    if aanvraag is None or relation not in POSTING:
        return
    if aanvraag.waadi in (None, False) and not is_said(subject, "waadi"):
        message = _("The request asks for no Waadi registration of who posts workers; add “waadi: ja”.")
        yield Hit("aanvraag.arbeidsrelatie" if aanvraag.waadi is None else "aanvraag.waadi", message)
    law = subject.figures["wtta_toelating"][0]
    last = last_day(subject)
    if aanvraag.wtta in (None, False) and last and last >= law.geldig_vanaf and not is_said(subject, "wtta"):
        if (first := first_day(subject)) >= law.geldig_vanaf:
            message = _(
                "The assignment runs in {year}, when who posts workers needs admission (Wtta) or its transitional rule;"
                " add “wtta: ja”."
            )
        else:
            message = _(
                "The assignment can run after {day}, when who posts workers needs admission (Wtta) or its transitional"
                " rule; add “wtta: ja”."
            )
        before = date_text(Datum(law.geldig_vanaf - timedelta(days=1)), weekday=False)
        field = "aanvraag.arbeidsrelatie" if aanvraag.wtta is None else "aanvraag.wtta"
        yield Hit(field, message.format(day=before, year=first.year))


def months(length: Duur | None) -> Decimal:
    """Return how many months a length of time is at most, about."""
    if not isinstance(length, Duur):
        return Decimal(0)
    return MONTHS_OF.get(length.eenheid, Decimal(0)) * (length.tot or length.aantal)


CENTURY = Decimal(1200)
"""Months after which it does not matter any more how long something takes: calendars have an end."""


def longest(subject: Subject) -> Decimal:
    """Return for how many months an assignment may run, with its extensions; 0 when that is not known."""
    length, end = subject.known("inzet.duur"), subject.known("inzet.einde")
    total = months(length)
    if not total and isinstance(end, Datum):
        total = Decimal((end.dag - first_day(subject)).days) / DAYS_OF_MONTH
    extra = subject.known("inzet.verlenging")
    return total + months(extra.duur) * (extra.keer or 1) if isinstance(extra, Verlenging) else total


def day_of(value: object) -> date | None:
    """Return the day that a date or month begins, or None for what is neither."""
    if isinstance(value, Datum):
        return value.dag
    return value.begin if isinstance(value, Maand) else None


def first_day(subject: Subject) -> date:
    """Return from which day an assignment may run, or the day of the check when the profile has none."""
    return next((day for path in STARTS if (day := day_of(subject.known(path)))), subject.day)


def last_day(subject: Subject) -> date | None:
    """Return until which day an assignment may run, about, or None when that is not known."""
    first = first_day(subject)
    end, extra = subject.known("inzet.einde"), subject.known("inzet.verlenging")
    if subject.known("inzet.duur") is None and (last := day_of(end)):
        longer = months(extra.duur) * (extra.keer or 1) if isinstance(extra, Verlenging) else Decimal(0)
        return last + timedelta(days=int(min(longer, CENTURY) * DAYS_OF_MONTH))
    total = longest(subject)
    if total:
        return first + timedelta(days=int(min(total, CENTURY) * DAYS_OF_MONTH))
    return day_of(subject.known("inzet.start"))


IMPOSED = ("inzet.werkdagen", "inzet.werktijden")
"""The fields of which a hit of `times` tells that times are imposed."""


def times(subject: Subject) -> Iterator[Hit]:
    """Yield what the facts say of a long duration, a full week and imposed times: rule B13."""
    bound = number_on(subject.figures, "dba_duur", subject.day)
    if bound is not None and (total := longest(subject)) > bound + Decimal("0.1"):
        if isinstance(subject.known("inzet.verlenging"), Verlenging):
            message = _(
                "With its extensions this can take {months} months, longer than {limit}; a shorter one fits better."
            )
        else:
            message = _("This takes {months} months, longer than {limit}; a shorter one fits better.")
        field = "inzet.duur" if subject.known("inzet.duur") else "inzet.einde"
        yield Hit(field, message.format(months=round(total), limit=bound))
    runs, hours = subject.known("inzet.werkdagen") or (), subject.known("inzet.uren_per_week")
    if len({day for run in runs if isinstance(run, tuple) for day in run}) >= WHOLE_WEEK:
        yield Hit("inzet.werkdagen", _("All working days are fixed; name only days on which the result depends."))
    if subject.known("inzet.werktijden"):
        yield Hit("inzet.werktijden", _("Working times are fixed; name only times on which the result depends."))
    full = number_on(subject.figures, "dba_volle_week", subject.day)
    if isinstance(hours, Bereik) and hours.van is not None and full is not None and hours.van >= full:
        message = _(
            "The assignment takes a full week, which leaves no room for other clients; give room where you can."
        )
        yield Hit("inzet.uren_per_week", message)


FACTS = (
    ("resultaat", "resultaatgebieden"),
    ("eigen materiaal", "aanvraag.byod"),
    ("vrije vervanging", "aanvraag.vervanging.binnen"),
    ("eigen verzekering", "aanvraag.verzekering"),
)
"""What points to self-employed work, and the field that says it."""


def positives(subject: Subject) -> list[str]:
    """Return what points to self-employed work, each once: a field and the texts about it say the same."""
    found = {name for name, field in FACTS if subject.known(field)}
    if subject.known("aanvraag.tarief.per") == "opdracht":
        found.add("vaste prijs")
    found.update(note.name for _text, note in read(subject).notes if note.group == "positief")
    return sorted(found)


DBA_FACT_RULES: tuple[Rule, ...] = (no_result, relation_open, low_rate, posting_laws)
