"""A rule about the words of links: who hears or skims them has to know where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _

LINK = re.compile(
    r"\[((?:(?:klik|kijk|lees|zie|vind|download|reageer|solliciteer) )?(?:dan )?(?:hier|hierop)(?: verder)?"
    r"|(?:via )?(?:deze|onderstaande|bovenstaande|de) (?:link|pagina|website|site)|link|lees (?:meer|verder)|meer lezen"
    r"|meer|(?:meer )?(?:info|informatie)|klik|website)[.!>»]?\]\(",
    re.I,
)


@rule(
    "X04",
    "Een link die niet zegt waarheen hij leidt",
    Ernst.WAARSCHUWING,
    ALL,
    source="WCAG 2.1, succescriterium 2.4.4 (digitoegankelijk.nl), nagegaan 2026-11-22",
    why=(
        "Wie een tekst laat voorlezen, springt van link naar link en hoort dan alleen “hier”. Noem wat er achter de"
        " link staat. Volgorde van koppen, taal en tabellen zetten de documenten zelf goed."
    ),
    bad="doel: 'Klik [hier](https://www.voorbeeld.nl/plan) voor het plan.'",
    good="doel: 'Lees [het plan voor het park](https://www.voorbeeld.nl/plan).'",
)
def empty_link_texts(subject: Subject) -> Iterator[Hit]:
    """Yield each link whose words would fit any other link as well."""
    for text in subject.texts if "](" in subject.lowered else ():
        for found in LINK.finditer(text.value):
            message = _("“{words}” does not tell where the link leads: name what is behind it.")
            yield Hit(text.field, message.format(words=found[1]), found[1], found.start(1))


LINK_RULES: tuple[Rule, ...] = (empty_link_texts,)
