"""Rules about what is asked of candidates. What is found out, kept and told of people: see `procedure`.

What is asked stands in a list of papers, or in a sentence that asks for it; the same words about the work ask
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.reading.said import WORK, Said, listed
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject, about
from vacaturegen.i18n import _

ASKS = re.compile(
    r"\b(?:stuur|stuurt|sturen|meesturen|mee te sturen|vermeld\w*|voegt?|voegen|toevoegen|bijvoegen|noem|noemen"
    r"|geef|geven|opgeven"
    r"|zet|lever|levert\b[^.?!]{0,80}?\b(?:aan|in)"
    r"|aanleveren|upload\w*|bevat|bevatten|overlegt?|overleggen|verstrek\w*|vragen|ontvangen|voorzien van"
    r"|meenemen|meebrengen|neem\b[^.?!]{0,80}?\bmee|breng\b[^.?!]{0,80}?\bmee)\b",
    re.I,
)
PAPERS = re.compile(
    r"\b(?:cv|cv['’]s|curriculum|sollicitatie\w*|solliciteren|motivatie\w*|brief|sollicitant\w*|kandida(?:at|ten)"
    r"|inschrijving|offerte|reactie|reageren|over jezelf)\b",
    re.I,
)
SEND = re.compile(
    r"\A(?:\W*|[^.?!]{0,60}?\b(?:en|dan|of) )(?:stuur|voeg|upload)\b[^.?!]{0,60}?\b(?:mee|toe|bij)\b", re.I
)
SENDS = re.compile(r"\bje (?:stuurt|voegt)\b[^.?!]{0,60}?\b(?:mee|toe|bij)\b", re.I)
"""How a vacancy asks for something without a word for a letter: in the imperative, or as a demand."""
OF_THINGS = re.compile(r"(?:\s+(?:mee|toe|bij))?\s+van (?:de|het|een|elke?)\b", re.I)
"""What stands behind a picture of something else than who sends it."""
NOT_ASKED = re.compile(
    r"\b(?:ongeacht|diversiteit|gelijke? kansen|iedereen|welkom|discrimin\w+|inwoner\w*|burgers?"
    r"|burgerzaken|cli[ëe]nt\w*|naturalis\w*|leefomgeving|publieke|stad|vertrouwensfunctie"
    r"|veiligheidsonderzoek|AIVD|wettelijk\w*|volgens de wet"
    r"|welke .{0,60}? ook|jongeren|jeugd|kind|ouders|gezinnen|voorlichting|privacy|vragen we niet"
    r"|hoeven? (?:we|je|niet))\b",
    re.I,
)
WE_DO_NOT = re.compile(r"\b(?:vragen (?:we|wij)|(?:we|wij) vragen) (?:je )?niet\b", re.I)
IN_TEXTS_ABOUT = {"thuis": ("eis",), "verzuim": ("eis", "gevraagd", "procedure")}
"""What is the candidate's own in some texts only: a home that allows the work, and how often somebody was ill."""


def is_asked(said: Said, *, procedure: bool = False) -> bool:
    """Tell whether the words are something that a candidate has to hand in or tell, maybe in the `procedure`."""
    if said.negated or NOT_ASKED.search(said.sentence):
        return False
    if about(said.text.pattern) == "gevraagd":
        return True
    sent = SEND.search(said.sentence) or (about(said.text.pattern) == "eis" and SENDS.search(said.sentence))
    if sent and not OF_THINGS.match(said.after):
        return True
    told = PAPERS.search(said.sentence) or (procedure and about(said.text.pattern) == "procedure")
    return bool(told and ASKS.search(said.sentence))


@rule(
    "G11",
    "Vraag naar iets persoonlijks dat er niet toe doet",
    Ernst.FOUT,
    ALL,
    source="NVP Sollicitatiecode; AVG artikel 9; AWGB; Wet op de medische keuringen (2026-11-22)",
    why=(
        "Zwangerschap, gezin, geloof, nationaliteit, gezondheid, foto, geboortedatum en burgerlijke staat"
        " doen er voor de"
        " keuze niet toe. Wie ernaar vraagt, wekt de indruk dat het wel meetelt."
    ),
    bad="eisen: [de Nederlandse nationaliteit]",
    good="eisen: [een geldige werkvergunning]",
)
def personal_questions(subject: Subject) -> Iterator[Hit]:
    """Yield each thing asked that is nobody's business, and each demand about it."""
    message = _("“{words}” is personal and may play no part in the choice: do not ask for it.")
    for said in listed(subject, "gegevens", "gevraagd", leave=WORK):
        if is_asked(said):
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)
    for said in listed(subject, "gegevens", "eis", leave=(*WORK, "loon")):
        if not NOT_ASKED.search(said.sentence) and not WE_DO_NOT.search(said.sentence):
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)
    for signal, texts in IN_TEXTS_ABOUT.items():
        for said in listed(subject, "gegevens", signal):
            if about(said.text.pattern) in texts and not (said.negated or NOT_ASKED.search(said.sentence)):
                yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)


LATER = re.compile(
    r"\b(?:indiensttreding|in dienst|na gunning|gunning|winnaar|winnende|aanvang|startdatum|eerste werkdag"
    r"|arbeidsvoorwaardengesprek|na (?:de )?selectie)\b",
    re.I,
)
"""Of who is hired already an employer has to keep a copy."""
SHOWN = re.compile(r"\b(?:toon\w*|laat zien|laten zien|neem\b.{0,80}?\bmee|meenemen)\b", re.I | re.S)
COPY = re.compile(r"kopie|scan|afschrift|foto", re.I)
"""Showing a paper leaves nothing behind; a copy that is brought along does."""
NUMBER = re.compile(r"bsn|nummer", re.I)


@rule(
    "G15",
    "Kopie van een identiteitsbewijs of BSN bij de sollicitatie",
    Ernst.FOUT,
    ALL,
    source="Autoriteit Persoonsgegevens, gegevens van sollicitanten en het BSN (2026-11-22)",
    why=(
        "In de selectie mag een werkgever of broker geen kopie van een identiteitsbewijs en geen BSN vragen."
        " Dat hoort bij"
        " de indiensttreding of na de gunning. Een bewijs laten zien mag wel."
    ),
    bad="inzet: {toelichting: Stuur met de sollicitatie een kopie van het paspoort mee.}",
    good="inzet: {toelichting: Stuur met de sollicitatie een cv mee.}",
)
def identity_papers(subject: Subject) -> Iterator[Hit]:
    """Yield the first copy of an identity paper, and the first BSN, that each text asks of candidates."""
    told: set[tuple[str, bool]] = set()
    message = _("“{words}” may not be asked of candidates: ask it of who is hired or gets the contract.")
    for said in listed(subject, "gegevens", "identiteit", "nummer", leave=WORK):
        shown = SHOWN.search(said.sentence) and not COPY.search(said.words)
        excused = shown or LATER.search(said.sentence) or (said.text.field, is_number(said)) in told
        if is_asked(said, procedure=True) and not excused:
            told.add((said.text.field, is_number(said)))
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)
    for said in listed(subject, "gegevens", "bewijs", leave=WORK):
        excused = LATER.search(said.sentence) or SHOWN.search(said.sentence) or (said.text.field, False) in told
        if about(said.text.pattern) == "gevraagd" and is_asked(said) and not excused:
            told.add((said.text.field, False))
            yield Hit(said.text.field, message.format(words=said.words), said.words, said.at)


def is_number(said: Said) -> bool:
    """Tell whether the words are a number of a person, not a paper."""
    return bool(NUMBER.search(said.words))


PRIVACY_RULES: tuple[Rule, ...] = (personal_questions, identity_papers)
