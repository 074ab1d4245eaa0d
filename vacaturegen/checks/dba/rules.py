"""Rules about the texts of a request for somebody self-employed: signals by group, and how many there are.

A finding speaks of a signal, never of a verdict: practice decides (HR 24-3-2023, ECLI:NL:HR:2023:443, Deliveroo).
What the facts of a request say is looked at by `dba_facts`, its clause and what it claims by `dba_claims`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from vacaturegen.checks.dba.claims import DBA_CLAIM_RULES, clause_signals
from vacaturegen.checks.dba.facts import DBA_FACT_RULES, IMPOSED, positives, times
from vacaturegen.checks.dba.signals import GROUPS, any_of
from vacaturegen.checks.dba.texts import is_looked_at, is_said, read
from vacaturegen.checks.figures import read_data
from vacaturegen.checks.rule import TENDER, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import N_, _

DELIVEROO = "HR 24-3-2023, ECLI:NL:HR:2023:443 (Deliveroo), gezichtspunt {}; eigen lijst (2026-11-22)"
MANAGER_ROW = re.compile(
    r"(?:direct |functioneel |hiërarchisch )?leidinggevende|rapporteert aan|aansturing(?: door)?", re.I
)
MANAGER_LABEL = re.compile(
    r"\b(?:leidinggevende|aansturing|rapporteert aan): (?:de |het )?\w{0,30}(?:leider|manager|hoofd|coach|directeur)\b",
    re.I,
)
NAMES = {
    "gezag": N_("authority over the person"),
    "werktijden": N_("imposed working times"),
    "inbedding": N_("being embedded in the organisation"),
    "persoonlijk": N_("a duty to do the work in person"),
    "werknemer": N_("terms of an employee"),
    "hulpmiddelen": N_("means of the client"),
}


def report(subject: Subject, group: str) -> Iterator[Hit]:
    """Yield each signal of a group."""
    for text, signal in read(subject).signals:
        if signal.group == group:
            words = text.value[signal.start : signal.end]
            if signal.better:
                message = _("“{words}” points to {group}; if practice is different, write for example “{better}”.")
            else:
                message = _("“{words}” points to {group}; if practice is different: {advice}.")
            said = message.format(words=words, group=_(NAMES[group]), better=signal.better, advice=signal.advice)
            ernst = Ernst.INFORMATIE if signal.information else None
            yield Hit(text.field, said, words, signal.start, better=signal.better, ernst=ernst)
    yield from (hit for found, hit in clause_signals(subject) if found == group)


@rule(
    "B01",
    "De tekst wijst op gezag over de persoon",
    Ernst.WAARSCHUWING,
    TENDER,
    source=DELIVEROO.format(2),
    why="Wie leiding en aanwijzingen krijgt zoals een werknemer, werkt mogelijk in dienst. Beschrijf met wie het"
    " resultaat wordt afgestemd. Verander ook de praktijk: die beslist, niet de tekst.",
    bad="doel: Rapporteren aan de teammanager.",
    good="doel: Het resultaat afstemmen met de teammanager.",
)
def authority(subject: Subject) -> Iterator[Hit]:
    """Yield each signal of authority: reporting to a manager, being directed, taking orders."""
    message = _("This names a manager; a contact for the assignment fits self-employed work better.")
    for text in read(subject).texts if is_looked_at(subject) else ():
        if found := MANAGER_LABEL.search(text.value):
            yield Hit(text.field, message, found[0], found.start())
    for index, fact in enumerate(subject.known("kerngegevens_extra") or () if is_looked_at(subject) else ()):
        if MANAGER_ROW.fullmatch(str(fact.naam)):
            yield Hit(f"kerngegevens_extra.{index}.naam", message)
    yield from report(subject, "gezag")


@rule(
    "B02",
    "De tekst wijst op inbedding in de organisatie",
    Ernst.WAARSCHUWING,
    TENDER,
    source=DELIVEROO.format(3),
    why="Wie als een van de medewerkers meedraait, werkt mogelijk in dienst. Beschrijf de opdracht en de samenwerking"
    " die daarvoor nodig is. Verander ook de praktijk: die beslist, niet de tekst.",
    bad="aanvraag: {opdracht: [{tekst: De professional maakt deel uit van het team Ruimte.}]}",
    good="aanvraag: {opdracht: [{tekst: De professional stemt het plan af met het team Ruimte.}]}",
)
def embedding(subject: Subject) -> Iterator[Hit]:
    """Yield each signal of embedding, in the texts and as reason of the request."""
    yield from report(subject, "inbedding")
    reason = subject.known("aanvraag.reden")
    if is_looked_at(subject) and isinstance(reason, str) and takes_a_place(reason):
        message = _("This reason says that the professional takes the place of an employee; tell what has to be done.")
        yield Hit("aanvraag.reden", message)


def takes_a_place(reason: str) -> bool:
    """Tell whether a reason says that the professional takes the place of an employee."""
    place, other = (any_of(tuple(patterns)) for patterns in read_data("dba-redenen").values())
    return bool(place.search(reason)) and not other.search(reason)


@rule(
    "B03",
    "De tekst vraagt om persoonlijke arbeid",
    Ernst.WAARSCHUWING,
    TENDER,
    source=DELIVEROO.format(4),
    why="Wie zich niet mag laten vervangen, moet het werk zelf doen; dat past bij een arbeidsovereenkomst. Zeg aan"
    " welke eisen een vervanger voldoet. Doe dat alleen als vervanging echt kan.",
    bad="aanvraag: {vervanging: {toelichting: Vervanging is niet toegestaan.}}",
    good="aanvraag: {vervanging: {toelichting: Vervanging mag door iemand die aan dezelfde eisen voldoet.}}",
)
def personal_work(subject: Subject) -> Iterator[Hit]:
    """Yield each signal that the work has to be done in person."""
    yield from report(subject, "persoonlijk")


@rule(
    "B04",
    "De tekst noemt voorwaarden van een werknemer",
    Ernst.WAARSCHUWING,
    TENDER,
    source=DELIVEROO.format("5 tot en met 7"),
    why="Salaris, vakantiedagen, doorbetaling bij ziekte en solliciteren horen bij een dienstverband. In een opdracht"
    " geldt een tarief, en wordt een aanbod gedaan.",
    bad="aanvraag: {overig: [De professional heeft recht op vakantiedagen.]}",
    good="aanvraag: {overig: [Het tarief dekt alle kosten van de opdrachtnemer.]}",
)
def employee_terms(subject: Subject) -> Iterator[Hit]:
    """Yield each term that belongs to employment."""
    yield from report(subject, "werknemer")


@rule(
    "B05",
    "De opdrachtgever geeft de middelen, of er staat niet wie dat doet",
    Ernst.INFORMATIE,
    TENDER,
    source=DELIVEROO.format("3 en 8"),
    why="Een zelfstandige werkt meestal met eigen apparatuur. Is dat niet mogelijk, bijvoorbeeld om de beveiliging,"
    " zeg dat er dan bij.",
    bad="aanvraag: {byod: nee, eigen_middelen: WEG}",
    good="aanvraag: {byod: ja, eigen_middelen: [een laptop]}",
)
def means(subject: Subject) -> Iterator[Hit]:
    """Yield means that the client gives, and a request that does not say whose they are."""
    found = list(report(subject, "hulpmiddelen"))
    yield from found
    if not is_looked_at(subject) or (aanvraag := subject.profiel.aanvraag) is None:
        return
    if aanvraag.byod is False and not aanvraag.eigen_middelen:
        message = _("The client gives all equipment; if the professional can bring it, say so with “byod: ja”.")
        yield Hit("aanvraag.byod", message)
    elif aanvraag.byod is None and not found and not is_said(subject, "middelen"):
        message = _("The request does not say whose equipment the professional uses; say so with “byod”.")
        yield Hit("aanvraag", message, at_key=True)


@rule(
    "B13",
    "Lange duur, volle week of opgelegde werktijden",
    Ernst.INFORMATIE,
    TENDER,
    source=DELIVEROO.format("1 en 2"),
    why="Een lange opdracht van een volle week voor één opdrachtgever, op tijden die een ander bepaalt, lijkt op een"
    " baan. Noem vaste dagen en tijden alleen als het resultaat daarvan afhangt.",
    bad="inzet: {werkdagen: [maandag t/m vrijdag]}",
    good="inzet: {werkdagen: [donderdag]}",
)
def working_times(subject: Subject) -> Iterator[Hit]:
    """Yield imposed times in the texts and in the facts, a full week, and a long duration."""
    yield from report(subject, "werktijden")
    if is_looked_at(subject):
        yield from times(subject)


@rule(
    "B14",
    "Telling van de signalen",
    Ernst.INFORMATIE,
    TENDER,
    source="HR 24-3-2023, ECLI:NL:HR:2023:443 (Deliveroo): alle omstandigheden tellen, geen enkele is beslissend",
    why="Een overzicht per groep, met wat juist bij zelfstandig werk past. Het is geen oordeel: de praktijk beslist."
    " Wie alleen de tekst verandert, verandert niets; wie de praktijk niet volgt, maakt het erger.",
    bad="doel: Rapporteren aan de teammanager.",
    good="doel: Het resultaat afstemmen met de teammanager.",
)
def count(subject: Subject) -> Iterator[Hit]:
    """Yield how many signals of each group there are beside what fits self-employed work, where there is a signal."""
    counted = Counter(signal.group for _text, signal in read(subject).signals)
    counted.update(group for group, _hit in clause_signals(subject))
    if not counted:
        return
    counted["werktijden"] += sum(hit.field in IMPOSED for hit in times(subject))
    signals = ", ".join(f"{_(NAMES[group])} ({counted[group]})" for group in GROUPS if counted[group])
    other = positives(subject)
    if other:
        message = _(
            "Signals: {signals}. What fits self-employed work ({number}): {others}. This is a count and no verdict:"
            " practice decides, and another text alone changes nothing."
        )
    else:
        message = _(
            "Signals: {signals}. Nothing points to self-employed work. This is a count and no verdict: practice"
            " decides, and another text alone changes nothing."
        )
    said = message.format(signals=signals, others=", ".join(other), number=len(other))
    yield Hit("aanvraag", said, at_key=True)


DBA_RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            authority,
            embedding,
            personal_work,
            employee_terms,
            means,
            working_times,
            count,
            *DBA_FACT_RULES,
            *DBA_CLAIM_RULES,
        ),
        key=lambda rule: rule.code,
    )
)
