"""The rule about words of the law for civil servants that was replaced in 2020."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from vacaturegen.checks.pay.terms import cao_of, is_paid_by_scale, published
from vacaturegen.checks.reading.said import WORK, listed
from vacaturegen.checks.rule import VACANCY, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _

APPOINTS = re.compile(
    r"politie|defensie|krijgsmacht|rechtbank|gerechtshof|rechtspraak|hoge raad|raad van state"
    r"|brandweer|veiligheidsregio|veiligheids- en \w+regio",
    re.I,
)
"""Who still appoints people: the law of 2020 leaves them out. So it does for a mayor and an alderman.

For the people of a veiligheidsregio (the brandweer among them, not an ambulance service) that law waits for a royal
decree: wvsv.nl of 11 August 2022, read on 22 November 2026.
"""
OLD_TERMS = re.compile(r"\bcar\b|uwo", re.I)
NEW_LAW = date(2020, 1, 1)
"""The day of that law: a vacancy that was published before uses its own words."""
OF_READER = re.compile(r"\b(?:(?:je|jij|u) wordt|word (?:je|jij)|wordt u)\b", re.I)
"""How a sentence tells the candidate what will be done: others can be appointed by a mayor or a court."""
FORMERLY = re.compile(
    r"\b(?:voorheen|vroeger|opvolger|voormalige|oude|tot 2020|keuring|benoeming|verkiezing)\b"
    r"|aanstelling van (?!\d|een jaar|één|twee|bepaalde|onbepaalde)",
    re.I,
)


@rule(
    "P10",
    "Woord van het ambtenarenrecht van voor 2020",
    Ernst.WAARSCHUWING,
    VACANCY,
    source="Wet normalisering rechtspositie ambtenaren, van kracht op 1 januari 2020 (2026-11-22)",
    why=(
        "Wie bij een gemeente, provincie of waterschap begint, krijgt een arbeidsovereenkomst en een cao,"
        " geen aanstelling"
        " of CAR-UWO. Bij politie, defensie, rechtspraak en veiligheidsregio's blijft aanstelling het goede woord."
    ),
    bad="contract: {toelichting: Daarna volgt een vaste aanstelling.}",
    good="contract: {toelichting: Daarna volgt een vast contract.}",
)
def stale_words(subject: Subject) -> Iterator[Hit]:
    """Yield each word of the law before 2020, where that law was replaced."""
    organisation = " ".join(subject.known(f"organisatie.{name}") or "" for name in ("soort", "naam"))
    if APPOINTS.search(organisation) or not is_paid_by_scale(subject) or published(subject) < NEW_LAW:
        return
    for said in listed(subject, "beloning", "aanstelling", "aangesteld", "car-uwo", leave=WORK):
        of_another = said.words.lower() == "aangesteld" and not OF_READER.search(said.before)
        if not (of_another or FORMERLY.search(said.sentence)):
            told = own_cao(subject) if said.better.startswith("cao ") else said.better
            better = told[:1].upper() + told[1:] if said.words[:2].istitle() else told
            message = _("“{words}” is a word of the law before 2020; now it is “{better}”.")
            if not better:
                message = _("“{words}” is of the law before 2020: name the cao that holds now.")
            yield Hit(
                said.text.field, message.format(words=said.words, better=better), said.words, said.at, better=better
            )


def own_cao(subject: Subject) -> str:
    """Return the name of the cao of a vacancy: its own, or that of the kind of organisation; else nothing."""
    named = subject.known("salaris.cao")
    if named:
        return "" if OLD_TERMS.search(named) else str(named)
    return {"gemeenten": "cao Gemeenten", "provincies": "cao Provincies"}.get(cao_of(subject), "")


OLD_LAW_RULES: tuple[Rule, ...] = (stale_words,)
